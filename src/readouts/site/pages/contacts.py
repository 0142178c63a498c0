"""The contacts, newest first: each with its standing and what each side says, filtered by plain parameters.

In: the answers of QUESTIONS and the query of the address. Out: a `Contacts`: the contacts of one page, with the
years of all that were found as ways to the pages where they begin. A value counts whatever its case; one that no
contact has finds none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import parse_qsl

from readouts.site.dates_in_words import When, when
from readouts.site.pages import coverage_strip, first_answer
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.pages.side_accounts import SideAccount, told_first
from readouts.site.tables.answer_pages import AnswerPage, answer_page
from readouts.vocabulary import QUESTION, Vocabulary, vocabulary

UNDATED = "not stated"
ON_A_PAGE = 40
QUESTIONS = {
    "codes": QUESTION,
    "contacts": """SELECT contact_standing.*, events.date_basis, events.date_words,
coalesce(substr(coalesce(events.date_earliest, events.date_latest), 1, 4), 'not stated') AS at_year
FROM contact_standing JOIN events ON events.id = contact_standing.event_id
ORDER BY coalesce(events.date_earliest, events.date_latest) IS NULL,
    coalesce(events.date_earliest, events.date_latest) DESC, events.date_latest DESC, events.id""",
    "telling": first_answer.question("about = 'event' AND lead"),
    "ties": """WITH ties (id, other_id) AS (
SELECT id, same_as_id FROM events WHERE same_as_basis = 'inferred'
UNION SELECT same_as_id, id FROM events WHERE same_as_basis = 'inferred'
UNION SELECT id, part_of_id FROM events UNION SELECT part_of_id, id FROM events)
SELECT ties.id AS event_id, events.id, events.name AS title FROM ties JOIN events ON events.id = ties.other_id
ORDER BY ties.id, events.id""",
    "coverage": coverage_strip.question("1"),
    "levels": coverage_strip.LEVELS,
}


@dataclass(frozen=True)
class Option:
    """A value to choose, and how many of all contacts have it."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """One field of the form; `value` is what is chosen, empty for any."""

    name: str
    value: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Contact:
    """One contact; `others` lists who speaks for other bodies of the parties' sides, `nobody` who for no side.

    `claim_id` is of what it rests on, `perhaps` what may be the same contact, its whole or a part of it.
    """

    event: Name
    when: When
    kind: str
    standing: str
    participants: str
    leaked: bool
    cells: tuple[SideAccount, ...]
    nobody: str
    claim_id: str
    others: str = ""
    perhaps: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Told:
    """A contact that a query names, and what is claimed of it that has words of the query: claim, how it is told."""

    contact: Contact
    claims: tuple[tuple[Name, str], ...] = ()


@dataclass(frozen=True)
class Year:
    """The contacts of one page that stand in one year: by the first day that their date allows, else by the last.

    `name` is empty where no day is known.
    """

    name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Anchor:
    """A year of all that were found: how many stand in it, and the query of the page where it begins, "" if here."""

    name: str
    count: int
    query: str


@dataclass(frozen=True)
class Contacts:
    """The page: the form, its contacts, how many were found and there are, what standings mean, what is covered."""

    filters: tuple[Filter, ...]
    years: tuple[Year, ...]
    anchors: tuple[Anchor, ...]
    part: AnswerPage
    found: int
    total: int
    standings: tuple[tuple[str, str], ...]
    coverage: coverage_strip.Coverage


def shape(found: Mapping[str, tuple[Row, ...]], query: str) -> Contacts:
    """One page of the contacts that have every value asked for; a parameter without a value asks for nothing."""
    rows = found["contacts"]
    asked = dict(reversed(parse_qsl(query)))
    names = ("side", "kind", "year", "standing")
    wanted = {name: asked[name].strip().casefold() for name in names if asked.get(name, "").strip()}
    kept = [row for row in rows if all(value in _values(row, name) for name, value in wanted.items())]
    part = answer_page(len(kept), query, ON_A_PAGE)
    known = vocabulary(found["codes"])
    years = groupby(kept[part.first - 1 : part.last], _year)
    return Contacts(
        filters=tuple(_filter(name, wanted.get(name, ""), rows, known) for name in names),
        years=tuple(Year(year, every(found, tuple(run))) for year, run in years),
        anchors=_anchors(kept, part),
        part=part,
        found=len(kept),
        total=len(rows),
        standings=definitions(known),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
    )


def every(found: Mapping[str, tuple[Row, ...]], rows: tuple[Row, ...]) -> tuple[Contact, ...]:
    """The contacts of some rows of the question `contacts`, in their order."""
    known = vocabulary(found["codes"])
    said = {(row["event_id"], row["side"]): row for row in found["telling"]}
    return tuple(_contact(row, said, known, found["ties"]) for row in rows)


def _year(row: Row) -> str:
    return "" if row["at_year"] == UNDATED else row["at_year"]


def _anchors(kept: list[Row], part: AnswerPage) -> tuple[Anchor, ...]:
    queries = dict(part.others)
    counted = [(year, len(list(run))) for year, run in groupby(kept, _year)]
    first = [sum(count for _, count in counted[:place]) for place in range(len(counted))]
    pages = [place // ON_A_PAGE + 1 for place in first]
    return tuple(
        Anchor(year, count, "" if page == part.number else queries[page])
        for (year, count), page in zip(counted, pages, strict=True)
    )


def definitions(known: Vocabulary) -> tuple[tuple[str, str], ...]:
    """What each standing means, as the codes say; they write with hyphens what tables write with spaces."""
    return tuple((code.replace("-", " "), one.definition) for code, one in known.of("standing").items())


def _values(row: Row, name: str) -> tuple[str, ...]:
    if name == "side":
        return tuple((row["parties"] or "").split(", "))
    return (row[name].casefold(),)


def _filter(name: str, value: str, rows: tuple[Row, ...], known: Vocabulary) -> Filter:
    every = [one for row in rows for one in _values(row, name) if one]
    values = [side for side in known.sides if side in every] if name == "side" else sorted(set(every))
    options = tuple(Option(one, every.count(one), one == value) for one in values)
    return Filter(name, value, options)


def _contact(row: Row, said: Mapping[tuple[str, str], Row], known: Vocabulary, ties: tuple[Row, ...]) -> Contact:
    cells = (
        told_first(code, row[side.column], said.get((row["event_id"], code)), known)
        for code, side in known.sides.items()
    )
    return Contact(
        event=Name(row["event"], row["event_id"]),
        when=when(row),
        kind=row["kind"],
        standing=row["standing"],
        participants=row["participants"] or "",
        leaked=bool(row["leaked"]),
        cells=tuple(one for one in cells if one.standpoints),
        nobody="" if row["in_nobodys_name"] == "none" else row["in_nobodys_name"],
        claim_id=row["claim_id"] or "",
        others="" if row["others_of_the_sides"] == "none" else row["others_of_the_sides"],
        perhaps=tuple(Name(one["title"], one["id"]) for one in ties if one["event_id"] == row["event_id"]),
    )
