"""How far the record covers a span of time: months by level, and what is known to be missing in them.

In: rows of `coverage` (month, level, state, missing, what_is_missing) and the levels. Out: a
`Coverage`, which the macro `coverage` of `_parts.html` shows. Where a page shows several
sides, the worse of them decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.build.contact_calendar import STATE
from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row

LEVELS = "SELECT code, label FROM codes WHERE list = 'level' ORDER BY rank"


@dataclass(frozen=True)
class Month:
    """How far a month is covered at one level: the worse of the sides, with how much is known to be missing."""

    month: str
    text: str
    state: str
    missing: int


@dataclass(frozen=True)
class Strip:
    """One level, month by month."""

    level: str
    label: str
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Coverage:
    """The strips, and what is known to be missing in their months; `partial` unless every month is complete."""

    strips: tuple[Strip, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether anything of this time is not complete, so that the page must say so."""
        return any(month.state != "complete" for strip in self.strips for month in strip.months)


def question(where: str) -> str:
    """The cells of the coverage that the condition chooses, one a month and level."""
    return f"""SELECT month, level, {STATE} AS state, sum(known_missing) AS missing,
group_concat(what_is_missing, ' / ') AS what_is_missing
FROM coverage WHERE {where} GROUP BY month, level ORDER BY month"""


def of_voice(days: str, bodies: str) -> str:
    """The cells from the first to the last of `days` (a query with columns first and last), for the sides of `bodies`.

    Where none of these has a coverage of its own, the worse of all sides decides.
    """
    sides = f"(SELECT side FROM organizations WHERE id IN ({bodies}))"
    return question(f"""month >= (SELECT substr(min(coalesce(first, last)), 1, 7) FROM ({days}))
AND month <= (SELECT substr(max(coalesce(last, first)), 1, 7) FROM ({days}))
AND (side IN {sides} OR NOT EXISTS (SELECT 1 FROM coverage WHERE side IN {sides}))""")


def coverage(levels: Iterable[Row], rows: Iterable[Row]) -> Coverage:
    """What the rows show, level by level; a level of which there is no row is left out."""
    rows = tuple(rows)
    shown = (
        Strip(level["code"], level["label"], tuple(_month(row) for row in rows if row["level"] == level["code"]))
        for level in levels
    )
    texts = (text for row in rows for text in (row.get("what_is_missing") or "").split(" / ") if text)
    return Coverage(tuple(one for one in shown if one.months), tuple(dict.fromkeys(texts)))


def _month(row: Row) -> Month:
    return Month(row["month"], in_words(row["month"]), row["state"], row["missing"])
