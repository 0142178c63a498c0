"""The accounts of one contact laid apart, a column a side: what all tell, what one alone tells, what another denies.

Why: where accounts differ is seen faster than read. In: the rows of `accounts` of one contact, its parties, and the
vocabulary. Out: an `Apart`, which a page and a picture show; all is pure.

A side has a column if it took part and gives an account: a stance in words, not by logic alone and no mere refusal.
That one alone tells something is said only where every other column speaks to it otherwise, or was searched for it in
vain. Of what is not coded yet nothing follows, and it is never said of that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Any

from readouts.vocabulary import Code, Vocabulary

TELLS, DENIES, SPEAKS, NOTHING, OPEN = "tells", "denied", "speaks", "nothing found", "open"
KINDS = ("occurrence", "plan", "initiative", "duration", "content")
# What a row is, in the order in which they are shown: by the first that holds.
GROUPS = {
    "all": "Told by all of them",
    "alone": "Told by one alone",
    "disputed": "Told by one, denied by another",
    "partly": "Told outright by some, not by all",
    OPEN: "Said by one; of another nothing on it is coded yet",
    DENIES: "Denied, and told by none",
    "left": "Neither told nor denied",
}
ROWS = """SELECT accounts.*, accounts.claim AS text, contact_standing.parties, events.date_earliest, events.date_latest
FROM accounts JOIN contact_standing ON contact_standing.event_id = accounts.event_id
JOIN events ON events.id = accounts.event_id
ORDER BY accounts.event_id, accounts.rowid"""
_NOT_CODED, _SEARCHED = "not coded yet", "nothing found"


@dataclass(frozen=True)
class Cell:
    """What one side says of one claim: how (TELLS to OPEN), its stances as codes, and what stands for these in words.

    `leans`: its words are for the claim, if only by logic, or as possible.
    """

    side: str
    says: str
    stances: tuple[str, ...] = ()
    words: str = ""
    leans: bool = False


@dataclass(frozen=True)
class Row:
    """One claim: a cell a column, in which of them the claim is written out, and which side alone tells it, if one."""

    claim_id: str
    claim: str
    cells: tuple[Cell, ...]
    place: int
    alone: str = ""


@dataclass(frozen=True)
class Apart:
    """The columns, and the rows by GROUPS; empty where no two sides give an account."""

    sides: tuple[Code, ...] = ()
    groups: tuple[tuple[str, tuple[Row, ...]], ...] = ()


NONE = Apart()


def apart(rows: Iterable[Mapping[str, Any]], parties: str, known: Vocabulary) -> Apart:
    """The accounts of a contact: `rows` of `accounts`, `text` being the claim; `parties` as `contact_standing` has."""
    rows = sorted((row for row in rows if row["claim_id"]), key=_order)
    took_part = [side for code, side in known.sides.items() if code in parties.split(", ")]
    cells = [tuple(_cell(side.code, row[side.column] or "", known) for side in took_part) for row in rows]
    cells = _lengths([str(row["claim_kind"]) for row in rows], cells)
    speaking = [place for place in range(len(took_part)) if any(_accounts(line[place], known) for line in cells)]
    if len(speaking) < 2:
        return NONE
    found: dict[str, list[Row]] = {name: [] for name in GROUPS}
    for row, line in zip(rows, cells, strict=True):
        shown = tuple(line[place] for place in speaking)
        if any(cell.says not in (OPEN, NOTHING) for cell in shown):
            group, one = _row(str(row["claim_id"]), str(row["text"]), shown)
            found[group].append(one)
    return Apart(
        tuple(took_part[place] for place in speaking),
        tuple((name, tuple(lines)) for name, lines in found.items() if lines),
    )


def _order(row: Mapping[str, Any]) -> int:
    """Where a claim stands by its kind, in the order of a reader's questions."""
    kind = row["claim_kind"]
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _lengths(kinds: list[str], cells: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The cells, where a side that tells another length is not silent on this one."""
    told = [
        kind == "duration" and any(cell.says == TELLS for cell in line) for kind, line in zip(kinds, cells, strict=True)
    ]
    telling = {cell.side for line in compress(cells, told) for cell in line if cell.says == TELLS}

    def said(cell: Cell) -> Cell:
        elsewhere = cell.says in (OPEN, NOTHING) and cell.side in telling
        return Cell(cell.side, SPEAKS, words="gives another length") if elsewhere else cell

    return [tuple(map(said, line)) if length else line for length, line in zip(told, cells, strict=True)]


def _row(claim_id: str, claim: str, cells: tuple[Cell, ...]) -> tuple[str, Row]:
    """A claim, and to which group it belongs; it is written where the first tells it, else where the first speaks."""
    said = [cell.says for cell in cells]
    order = (TELLS, DENIES, SPEAKS)
    place = min((one for one in range(len(said)) if said[one] in order), key=lambda one: order.index(said[one]))
    group = _group(said, sum(cell.leans for cell in cells))
    return group, Row(claim_id, claim, cells, place, cells[place].side if group == "alone" else "")


def _group(said: list[str], leaning: int) -> str:
    if set(said) == {TELLS}:
        return "all"
    if TELLS in said and DENIES in said:
        return "disputed"
    if OPEN in said:
        return OPEN
    if TELLS in said:
        return "alone" if leaning == 1 else "partly"
    return DENIES if DENIES in said else "left"


def _accounts(cell: Cell, known: Vocabulary) -> bool:
    """Whether these words are an account of the contact, and not a refusal or what only follows from other words."""
    return cell.says in (TELLS, DENIES) or (
        cell.says == SPEAKS and any(known.stances[one].scale is not None for one in cell.stances)
    )


def _cell(side: str, text: str, known: Vocabulary) -> Cell:
    """A cell of `accounts`: parts with " / " between, each a stance with what stands before and behind it, or words."""
    if text in ("", _NOT_CODED):
        return Cell(side, OPEN, words=_NOT_CODED)
    if text.startswith(_SEARCHED):
        return Cell(side, NOTHING, words=text)
    parts = text.split(" / ")
    plain = tuple(part for part in parts if part in known.stances)
    scales = {known.stances[one].scale for one in plain}
    says = TELLS if 2 in scales else DENIES if -2 in scales else SPEAKS
    leans = any(
        (known.stances[one].scale or 0) > 0 for one in (_stance(part) for part in parts) if one in known.stances
    )
    return Cell(side, says, plain, "" if plain else text, leans)


def _stance(part: str) -> str:
    """The stance of a part that is on the matter itself, however the words come to it."""
    return part.partition(" (")[0]
