"""The page of a person: offices over time, what they said, where the line moved, what others say that they did.

In: the answers of QUESTIONS for one person. Out: a `Person`.
"""

from dataclasses import dataclass

from readouts.site.iso_names import country
from readouts.site.pages import (
    by_month_and_subject,
    coverage_strip,
    first_answer,
    involvements,
    offices,
    shifts_and_contradictions,
)
from readouts.site.pages.answers import Answers
from readouts.site.pages.involvements import Told
from readouts.vocabulary import QUESTION, vocabulary

_THEIRS = "(SELECT id FROM statements WHERE speaker_id = :id)"

QUESTIONS = {
    "codes": QUESTION,
    "spoken": f"{first_answer.SPOKEN} speaker_id = :id",
    "ends": first_answer.ends_of_voice("speaker_id"),
    "telling": first_answer.latest_of_voice("speaker_id"),
    "person": "SELECT * FROM people WHERE id = :id",
    "roles": offices.question("roles.person_id = :id"),
    **by_month_and_subject.questions("statements.speaker_id = :id"),
    **shifts_and_contradictions.questions(
        f"speaker_id = :id OR earlier_statement_id IN {_THEIRS} OR later_statement_id IN {_THEIRS}",
        "affirmed_speaker_id = :id OR denied_speaker_id = :id",
    ),
    **involvements.questions("person_id"),
    # From the first to the last word or deed, for the sides of the offices.
    "coverage": coverage_strip.of_voice(
        """SELECT date_earliest AS first, date_latest AS last FROM statements WHERE speaker_id = :id
UNION ALL SELECT date_earliest, date_latest FROM events JOIN event_participants AS taken
ON taken.event_id = events.id WHERE taken.person_id = :id""",
        "SELECT organization_id FROM roles WHERE person_id = :id",
    ),
    "levels": coverage_strip.LEVELS,
}


@dataclass(frozen=True)
class Person:
    """The page. `known_as` are the titles of the offices by side, the latest first.

    `shifts` has the person's own, and those of a body in which the person is one of the two who speak.
    """

    name: str
    native_name: str
    other_names: str
    country: str
    wikidata: str
    note: str
    statements: int
    known_as: tuple[tuple[str, tuple[str, ...]], ...]
    offices: tuple[offices.Office, ...]
    months: tuple[by_month_and_subject.Month, ...]
    subjects: tuple[by_month_and_subject.Subject, ...]
    shifts: tuple[shifts_and_contradictions.PairOnClaim, ...]
    contradictions: tuple[shifts_and_contradictions.VoicesOnClaim, ...]
    involvements: tuple[involvements.Involvement, ...]
    named: tuple[Told, ...]
    coverage: coverage_strip.Coverage
    answer: first_answer.Answer = first_answer.NONE


def shape(found: Answers) -> Person:
    """The page of the one row of `person`."""
    cell = {name: value or "" for name, value in found["person"][0].items()}
    held = tuple(offices.office(row) for row in found["roles"])
    return Person(
        name=cell["name"],
        native_name=cell["native_name"],
        other_names=cell["other_names"],
        country=country(cell["country"]),
        wikidata=cell["wikidata"],
        note=cell["note"],
        statements=len(found["statements"]),
        known_as=known_as(held),
        offices=held,
        months=by_month_and_subject.months(found),
        subjects=by_month_and_subject.subjects(found),
        shifts=shifts_and_contradictions.shifts(found),
        contradictions=shifts_and_contradictions.contradictions(found),
        involvements=involvements.involvements(found),
        named=involvements.told(found["named"]),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
        answer=first_answer.of_voice(found["spoken"][0], found["ends"], found["telling"], vocabulary(found["codes"])),
    )


def known_as(held: tuple[offices.Office, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The titles by side, each once, the latest first."""
    latest = held[::-1]
    sides = dict.fromkeys(one.side for one in latest)
    return tuple((side, tuple(dict.fromkeys(one.title for one in latest if one.side == side))) for side in sides)
