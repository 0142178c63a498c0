"""What one side says of one thing: its stances as the derived tables list them, and the words behind them.

In: a cell of `accounts` or `contact_standing` (STANCE / STANCE (leaked record) / STANCE (by logic),
plan: STANCE, leak: STANCE, of other parts: STANCE, not coded yet), rows of `claim_timeline` with whose
voice each is, and the vocabulary. Out: frozen values.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.manner import PLAIN, Manner, manner
from readouts.site.pages.no_side import BESIDE, shown_side
from readouts.vocabulary import Vocabulary

NO_PARTY = "not a party"
ABOUT = ("plan", "leak", "of other parts")  # what a stance can be on, other than what is asked
OWN = ("own", "direct", "fragment")
BEHIND = (" (leaked record)", " (by logic)")


@dataclass(frozen=True)
class Standpoint:
    """One part of a cell: a stance with what stands before and behind it, or words alone."""

    before: str
    stance: str
    behind: str

    @property
    def on_leak(self) -> bool:
        """Whether it is on a leak of the contact, and so carried by none of the words on the contact itself."""
        return self.before == "leak: "


@dataclass(frozen=True)
class Quote:
    """Words on which a stance is read; `own` where they are the speaker's."""

    stance: str
    speaker: str
    date: str
    words: str
    own: bool
    statement_id: str
    quotation_id: str
    language: str = ""
    manner: Manner = PLAIN


@dataclass(frozen=True)
class SideAccount:
    """What one side says: `standpoints` in the end, `quotes` its last words, `more` how many stand before them.

    `apart`: the words carry different stances, so that each stands with its own mark and none over all.
    """

    side: str
    standpoints: tuple[Standpoint, ...]
    quotes: tuple[Quote, ...]
    more: int

    @property
    def apart(self) -> bool:
        """Whether one mark over all these words would give somebody a stance that is another's."""
        ends = {one.stance for one in self.standpoints if one.stance and not one.on_leak}
        return len({one.stance for one in self.quotes} | ends) > 1

    @property
    def shown(self) -> tuple[Standpoint, ...]:
        """The standpoints that stand over the words: those that no words beside them carry, where these differ."""
        carried = {one.stance for one in self.quotes} if self.apart else set()
        plan = carried and any(one.before == "plan: " for one in self.standpoints)
        left = tuple(one for one in self.standpoints if one.stance not in carried or one.behind or one.on_leak)
        named = any(one.before == "plan: " for one in left)
        return ((Standpoint("", "", "the plan:"),) if plan and not named else ()) + left


def standpoints(text: str, known: Vocabulary) -> tuple[Standpoint, ...]:
    """The parts of a cell; of a side that took no part and says nothing, none."""
    return () if text in ("", "none", NO_PARTY) else tuple(_standpoint(part, known) for part in text.split(" / "))


def side_account(side: str, text: str, rows: Iterable[Row], shown: int, known: Vocabulary) -> SideAccount:
    """A side's cell, with the last `shown` words of `rows` (of that side and one claim, in time order).

    What leads stands before what does not, and is shown before it.
    """
    quotes = tuple(sorted((quote(row) for row in rows), key=lambda one: one.manner.leads))
    ends = standpoints(text, known)
    last = set(range(len(quotes))[-shown:])
    for end in ends:  # of each stance in the end, too, the last words that carry it
        carrying = [place for place, one in enumerate(quotes) if one.stance == end.stance and not end.on_leak]
        last |= set(carrying[-1:]) if not last & set(carrying) else set()
    return SideAccount(
        side,
        ends,
        tuple(sorted((quotes[place] for place in sorted(last)), key=lambda one: not one.manner.leads)),
        len(quotes) - len(last),
    )


def told_first(side: str, text: str, row: Row | None, known: Vocabulary) -> SideAccount:
    """A side's cell with its most telling words, its leading row of `most_telling`, and how many say the same."""
    quotes = (quote(row),) if row else ()
    return SideAccount(side, standpoints(text, known), quotes, row["same"] if row else 0)


def by_side(timeline: Iterable[Row], known: Vocabulary) -> dict[tuple[str, str], list[Row]]:
    """Rows of `claim_timeline` by claim and side, opinion left out.

    Words from a leaked record are no account given to the public: as in the derived tables
    they stand with the side that reports, whoever's they are. Where the row says whose `voice` it is,
    who took part stands with the side for which he did (`voice_side`), and who is no voice of the party beside it.
    """
    found: dict[tuple[str, str], list[Row]] = {}
    for row in timeline:
        if not row["opinion"]:
            found.setdefault((row["claim_id"], _account_of(row, known)), []).append(row)
    return found


def _account_of(row: Row, known: Vocabulary) -> str:
    if row["medium"] == "leaked-record":
        return known.reporter
    side = row.get("voice_side") or row["side"]
    return BESIDE if row.get("voice") == "side only" else shown_side(row | {"side": side})


def quote(row: Row) -> Quote:
    """A row of `claim_timeline`; who is no voice of the party is named with his body."""
    beside = row.get("voice") == "side only" and row["organization"] != row["speaker"]
    return Quote(
        stance=row["stance"],
        speaker=f"{row['speaker']}, for {row['organization']}" if beside else row["speaker"],
        date=in_words(row["date"]),
        words=row["words"],
        own=row["form"] in OWN,
        statement_id=row["statement_id"],
        quotation_id=row["quotation_id"],
        language=row.get("language") or "",
        manner=manner(row),
    )


def _standpoint(part: str, known: Vocabulary) -> Standpoint:
    before, colon, rest = part.partition(": ")
    before, rest = (f"{before}{colon}", rest) if before in ABOUT and colon else ("", part)
    behind = next((mark for mark in BEHIND if rest.endswith(mark)), "")
    stance = rest.removesuffix(behind)
    return Standpoint(before, stance, behind.lstrip()) if stance in known.stances else Standpoint(before, "", rest)
