"""Offices over time: who held which, in which body, from when to when, and where that was read.

In: the answer of `question(where)`. Out: one `Office` a role.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name


@dataclass(frozen=True)
class Office:
    """One role; `start` and `end` are empty where the record does not know them."""

    id: str
    person: Name
    organization: Name
    side: str
    title: str
    start: str
    end: str
    source: Name
    note: str


def question(where: str) -> str:
    """The roles that the condition chooses, by their first day; those without one by their last."""
    return f"""SELECT roles.*, people.name AS person, organizations.name AS organization, organizations.side,
sources.name AS source FROM roles JOIN people ON people.id = roles.person_id
JOIN organizations ON organizations.id = roles.organization_id LEFT JOIN sources ON sources.id = roles.source_id
WHERE {where} ORDER BY coalesce(roles.start_earliest, roles.end_latest) IS NULL,
coalesce(roles.start_earliest, roles.end_latest), people.name, roles.id"""


def office(row: Row) -> Office:
    """The office of one row of the question."""
    return Office(
        id=row["id"],
        person=Name(row["person"], row["person_id"]),
        organization=Name(row["organization"], row["organization_id"]),
        side=row["side"],
        title=row["title"],
        start=in_words(row["start"]) if row["start"] else "",
        end=in_words(row["end"]) if row["end"] else "",
        source=Name(row["source"] or "", row["source_id"] or ""),
        note=row["note"] or "",
    )
