"""What the record shows, as a page: each finding with its sentence, its picture, its caveat, its query and its cases.

In: the answers of QUESTIONS. Out: a `Shown` a finding. A number of it becomes a link by `address`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from readouts.findings.answer import CASES, Answer, answers
from readouts.findings.counted import Number
from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Answers
from readouts.site.pages.card import Name

QUESTIONS = {
    "cases": CASES,
    "pictures": "SELECT name, description FROM pictures WHERE name LIKE 'findings/%'",
}
LISTED = 40  # cases that stand on the page; of more the table has all


@dataclass(frozen=True)
class Listed:
    """One case as a row: `first` and `second` are its statements, the latter without an id where there is none."""

    contact: Name
    part: str
    result: str
    beside: str
    days: int | None
    when: str
    first: Name
    second: Name
    complete: bool


@dataclass(frozen=True)
class Shown:
    """A finding on the page; `picture` tells its drawing in words, "" where there is none."""

    answer: Answer
    picture: str
    cases: tuple[Listed, ...]


def shape(found: Answers) -> tuple[Shown, ...]:
    """Every finding, in the order in which they are declared."""
    pictures = {row["name"]: row["description"] for row in found["pictures"]}
    return tuple(
        Shown(one, pictures.get(f"findings/{one.finding.id}", ""), tuple(_listed(one)))
        for one in answers(found["cases"])
    )


def address(number: Number) -> str:
    """The query of the table `finding_cases` that brings the rows of a number."""
    return urlencode(number.filters)


def _listed(one: Answer) -> Iterable[Listed]:
    """The cases, where they are no more than the page has room for."""
    if len(one.cases) > LISTED:
        return
    for case in one.cases:
        yield Listed(
            Name(case.event, case.event_id),
            case.part,
            case.result,
            case.beside,
            case.days,
            in_words(case.date) if case.date else "",
            Name(case.statement, case.statement_id),
            Name(case.other_statement, case.other_statement_id),
            case.complete,
        )
