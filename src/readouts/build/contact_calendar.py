"""The contacts by month and level, with how their accounts stand and how far each month is covered.

Why: a page and a picture show the same calendar, and neither may put a contact into a month that no source names. In:
the rows of CONTACTS, of a question with month, level and state, and the vocabulary. Out: a `Calendar`; all is pure.

A contact stands in a month where all days that its date allows lie in it. Every other one stands beside the months:
dated over several, with an open end, at another time, or without a date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from readouts.build.charts import MONTHS
from readouts.build.spans import Days
from readouts.vocabulary import Code, Vocabulary

# The worse of the sides decides how far a month is covered.
STATE = """CASE WHEN min(state = 'complete') THEN 'complete'
WHEN max(state <> 'not coded') THEN 'partial' ELSE 'not coded' END"""
GROUND = f"SELECT month, level, {STATE} AS state FROM coverage GROUP BY month, level ORDER BY month"
CONTACTS = """SELECT events.id, events.title, events.level, contact_standing.standing, events.date,
events.date_earliest, events.date_latest
FROM contact_standing JOIN events ON events.id = contact_standing.event_id
ORDER BY coalesce(events.date_earliest, events.date_latest), events.date_latest, events.id"""
OPEN = "not coded"  # of what there is no row
_SO_FAR = " so far"


@dataclass(frozen=True)
class Contact:
    """A contact: `standing` as `codes` has it, and whether it would rest on silence that nobody has looked into.

    `told` says in words what its mark says.
    """

    id: str
    told: str
    level: str
    standing: str
    so_far: bool
    days: Days

    @property
    def month(self) -> str:
        """The month in which all days that its date allows lie; empty where there is none."""
        first, last = self.days.first, self.days.last
        return f"{first:%Y-%m}" if first and last and (first.year, first.month) == (last.year, last.month) else ""


@dataclass(frozen=True)
class Cell:
    """A month of one level: how far it is covered, and the contacts in it."""

    state: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Month:
    """A month, as 2025-03, with a cell a level."""

    month: str
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """Its name, as Mar."""
        return MONTHS[int(self.month[5:]) - 1]


@dataclass(frozen=True)
class Calendar:
    """The months by year, what stands in none of them by level, and how often each standing comes."""

    levels: tuple[Code, ...] = ()
    years: tuple[tuple[str, tuple[Month, ...]], ...] = ()
    beside: tuple[tuple[Code, tuple[Contact, ...]], ...] = ()
    standings: tuple[tuple[Code, int], ...] = ()
    states: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many contacts there are."""
        return sum(count for _, count in self.standings)


def calendar(contacts: Iterable[Mapping[str, Any]], ground: Iterable[Mapping[str, Any]], known: Vocabulary) -> Calendar:
    """The calendar of these contacts; its months are those whose coverage is known, else those of the contacts."""
    found = tuple(_contact(row, known) for row in contacts)
    states = {(row["month"], row["level"]): str(row["state"]) for row in ground}
    months = sorted({month for month, _ in states} or {one.month for one in found if one.month})
    levels = tuple(known.of("level").values())
    by_place: dict[tuple[str, str], list[Contact]] = {}
    for one in found:
        by_place.setdefault((one.month if one.month in months else "", one.level), []).append(one)

    def cell(month: str, level: str) -> Cell:
        return Cell(states.get((month, level), OPEN), tuple(by_place.get((month, level), ())))

    drawn = [Month(month, tuple(cell(month, level.code) for level in levels)) for month in months]
    standings = [one.standing for one in found]
    return Calendar(
        levels=levels,
        years=tuple((year, tuple(run)) for year, run in groupby(drawn, lambda one: one.month[:4])),
        beside=tuple((one, there) for one in levels if (there := tuple(by_place.get(("", one.code), ())))),
        standings=tuple(
            (one, standings.count(code)) for code, one in known.of("standing").items() if code in standings
        ),
        states=tuple(dict.fromkeys(cell.state for one in drawn for cell in one.cells)),
    )


def _contact(row: Mapping[str, Any], known: Vocabulary) -> Contact:
    standing, so_far = str(row["standing"]), str(row["standing"]).endswith(_SO_FAR)
    code = standing.removesuffix(_SO_FAR).replace(" ", "-")
    days = Days.stored(row["date"], row["date_earliest"], row["date_latest"])
    label = known.of("standing")[code].label.lower()
    told = f"{row['title']}: {label}{_SO_FAR if so_far else ''}, {days.words or 'no date'}"
    return Contact(row["id"], told, row["level"] or "", code, so_far, days)
