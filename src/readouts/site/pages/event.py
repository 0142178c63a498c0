"""The event page: what each side says of one contact, leak or decision, side by side and in time order.

In: the answers of QUESTIONS (event_questions.py) for one event. Out: an `Event`. How a contact stands is
worked out for contacts alone: a leak and a decision have no standing, and what is said of
them is listed as it was said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from readouts.build.accounts_apart import NONE, Apart, apart
from readouts.site.dates_in_words import When, duration, minutes, when
from readouts.site.pages import answers, coverage_and_ties, coverage_strip, first_answer
from readouts.site.pages.card import Card, Name, card
from readouts.site.pages.event_questions import QUESTIONS as QUESTIONS
from readouts.site.pages.in_threads import names
from readouts.site.pages.manner import Stance, stance
from readouts.site.pages.no_side import NAMES, order
from readouts.site.pages.side_accounts import SideAccount, Standpoint, by_side, side_account
from readouts.site.pages.statement import Wording, wordings
from readouts.site.pages.told_by import Part, Row, holes, parts, tellers
from readouts.vocabulary import Vocabulary, vocabulary

KINDS = ("occurrence", "plan", "initiative", "duration", "content")
NOT_SAID, ELSE, LEAK, OPINION, UNTAKEN = "not-content", "else", "leak", "opinion", "nobody"
GLANCE = 8  # claims that one side alone tells
SHOWN = 2  # so many of a side's words on one claim stand beside those of others; the claim's page has all


@dataclass(frozen=True)
class Participant:
    """Somebody who took part or is said to have, with the office of that day."""

    person: Name
    organization: Name
    office: str
    side: str
    part: str


@dataclass(frozen=True)
class Group:
    """The claims that answer one question: `kind` is of a claim, `not-content`, `else`, `leak`, `opinion`, `nobody`."""

    kind: str
    rows: tuple[Row, ...]
    parts: tuple[Part, ...] = ()

    @property
    def folded(self) -> bool:
        """Whether one side alone tells more than is taken in at a glance: then all are folded, none before others."""
        return sum(len(part.rows) for part in self.parts if len(part.sides) == 1) > GLANCE


@dataclass(frozen=True)
class Remark:
    """One statement: `first` says who and when; the speaker's words by source, and what sources tell in theirs."""

    first: Card
    stances: tuple[Stance, ...]
    wordings: tuple[Wording, ...]
    told: tuple[Card, ...]

    @property
    def sources(self) -> int:
        """In how many sources it was read."""
        return len({one.source.id for one in (*self.told, *(card for some in self.wordings for card in some.cards))})


@dataclass(frozen=True)
class Event:
    """The page; `standing` is empty for a leak or a decision; `holes`: what is known of a side without any account."""

    id: str
    title: str
    kind: str
    when: When
    place: str
    note: str
    source: Name
    standing: str
    leaked: bool
    coverage: tuple[tuple[str, str], ...]
    time: coverage_strip.Coverage
    ties: tuple[coverage_and_ties.Tie, ...]
    together: tuple[coverage_and_ties.Together, ...]
    participants: tuple[Participant, ...]
    holes: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    remarks: tuple[Remark, ...]
    threads: tuple[Name, ...] = ()
    answer: first_answer.Answer = first_answer.NONE
    apart: Apart = NONE
    apart_of: str = ""


def shape(found: answers.Answers) -> Event:
    """The page of the one row of `event`."""
    row = {name: value or "" for name, value in found["event"][0].items()}
    contact = row["standing"] != "no contact"
    known = vocabulary(found["codes"])
    rows, of_leak = _rows(found, contact, known), _of_leak(found["leaks"], known)
    every = (*rows, *of_leak)
    silent = holes(every, tellers(every))
    found_groups = (*groups(rows, known), *((Group(LEAK, of_leak),) if of_leak else ()))
    return Event(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        when=when(row),
        place=row["place"],
        note=row["note"],
        source=Name(row["source"], row["source_id"]),
        standing=row["standing"] if contact else "",
        leaked=bool(row["leaked"]),
        coverage=coverage_and_ties.open_sides(found["coverage"]),
        time=coverage_strip.coverage(found["levels"], found["months"]),
        ties=coverage_and_ties.ties(found["ties"]),
        together=coverage_and_ties.together(found["together"], known),
        participants=tuple(_participant(one) for one in found["participants"]),
        holes=silent,
        groups=tuple(replace(one, parts=parts(one.rows, [side for side, _ in silent])) for one in found_groups),
        remarks=remarks(found["cards"], (*found["timeline"], *found["leaks"])),
        threads=names(found["threads"]),
        answer=first_answer.on_event(found["telling"], dict(*found["standing"]), known),
        apart=_apart(found, known),
        apart_of="".join(one["event_id"] for one in found["standing"]),
    )


def groups(rows: Iterable[Row], known: Vocabulary) -> tuple[Group, ...]:
    """The claims by the question that they answer, in the order of a reader's questions.

    Content that a side denies stands apart: which subjects were *not* spoken of is a question of its own.
    So does what nobody takes a stance on but the author of an opinion.
    """
    found: dict[str, list[Row]] = {kind: [] for kind in (*KINDS, NOT_SAID, ELSE, OPINION, UNTAKEN)}
    firmly_for, firmly_against = known.firm(2), known.firm(-2)
    for row in rows:
        ends = [end for one in row.cells for end in one.standpoints if end.stance and not end.on_leak]
        denied = any(end.stance in firmly_against for end in ends)
        said = bool(ends) or any(one.quotes for one in row.cells)
        kind = (row.kind if row.kind in KINDS else ELSE) if said else OPINION if row.opinion else UNTAKEN
        found[NOT_SAID if kind == "content" and denied else kind].append(row)
    found["duration"] = list(lengths(found["duration"], firmly_for))
    return tuple(Group(kind, tuple(rows)) for kind, rows in found.items() if rows)


def lengths(rows: Iterable[Row], firmly_for: Iterable[str]) -> tuple[Row, ...]:
    """The lengths told of one contact: a side that tells another length is not silent, and its cell says which."""
    rows = tuple(rows)
    told: dict[str, list[str]] = {}
    for row in rows:
        for one in row.cells:
            for quote in one.quotes:
                if quote.stance in firmly_for:
                    told.setdefault(one.side, []).append(f"{quote.speaker} says {row.value or row.claim.text}")
    return tuple(replace(row, cells=tuple(_of_length(one, told) for one in row.cells)) for row in rows)


def _of_length(one: SideAccount, told: Mapping[str, list[str]]) -> SideAccount:
    if one.quotes or one.side not in told:
        return one
    return replace(one, standpoints=(Standpoint("", "", "; ".join(dict.fromkeys(told[one.side]))),))


def remarks(cards: Iterable[answers.Row], timeline: Iterable[answers.Row]) -> tuple[Remark, ...]:
    """The statements in the order of their cards, each with its stances on claims about the event."""
    stances: dict[str, list[Stance]] = {}
    for row in timeline:
        stances.setdefault(row["statement_id"], []).append(stance(row))
    found = []
    for statement_id, run in groupby(cards, lambda row: row["statement_id"]):
        shown = tuple(card(row) for row in run)
        own, told = (tuple(one for one in shown if bool(one.words) is words) for words in (True, False))
        named = next((one for one in shown if one.speaker.id), shown[0])
        found.append(Remark(named, tuple(stances.get(statement_id, ())), wordings(own), told))
    return tuple(found)


def _rows(found: answers.Answers, contact: bool, known: Vocabulary) -> tuple[Row, ...]:
    said, rows = by_side(found["timeline"], known), []
    opinions = {row["claim_id"] for row in found["timeline"] if row["opinion"]}
    for claim in found["claims"]:
        of = {side: said.get((claim["id"], side), []) for side in order(known.sides)}
        text = {side: _account(claim, side) if contact else _stances(of[side]) for side in of}
        cells = tuple(side_account(side, text[side], of[side], SHOWN, known) for side in of)
        value = claim["value_name"] or duration(claim["value"] or "")
        about = Name(claim["text"], claim["id"])
        rows.append(Row(about, claim["kind"], value, claim["told"] or "", cells, about.id in opinions))
    values = {claim["id"]: claim["value"] or "" for claim in found["claims"]}
    return tuple(
        sorted(rows, key=lambda row: (not row.value, minutes(values[row.claim.id]), row.value, row.claim.text))
    )


def _of_leak(rows: Iterable[answers.Row], known: Vocabulary) -> tuple[Row, ...]:
    """Each claim about a leak of the contact, with what those who took part say of it."""
    rows = tuple(rows)
    said = by_side(rows, known)
    found = []
    for id, (text, kind) in {row["claim_id"]: (row["claim"], row["claim_kind"]) for row in rows}.items():
        of = {side: said.get((id, side), []) for side in order(known.sides)}
        cells = tuple(side_account(side, _stances(of[side]), of[side], SHOWN, known) for side in of)
        found.append(Row(Name(text, id), kind, "", "", cells))
    return tuple(found)


def _apart(found: answers.Answers, known: Vocabulary) -> Apart:
    """The accounts laid apart, of a contact; a leak and a decision have none."""
    parties = "".join(one.get("parties") or "" for one in found["standing"])
    return apart(found["claims"], parties, known) if parties else NONE


def _account(claim: dict[str, Any], side: str) -> str:
    """The cell of `accounts`; who speaks beside a party or for no side is found by the words instead."""
    return "" if side in NAMES else claim[side.replace("-", "_")] or ""


def _stances(rows: list[answers.Row]) -> str:
    return " / ".join(dict.fromkeys(row["stance"] for row in rows))


def _participant(row: answers.Row) -> Participant:
    text = {name: value or "" for name, value in row.items()}
    return Participant(
        Name(text["person"], text["person_id"]),
        Name(text["organization"], text["organization_id"]),
        text["office"],
        text["side"],
        text["part"],
    )
