"""How far the record reaches around one event: what is not wholly judged of its time, and what it may be one with.

In: the answers of QUESTIONS for one event. Out: pairs of side and state, and `Tie`s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name

QUESTIONS = {
    "coverage": """SELECT coverage.side, CASE WHEN min(coverage.state = 'complete') THEN 'complete'
WHEN max(coverage.state <> 'not coded') THEN 'partial' ELSE 'not coded' END AS state
FROM events JOIN coverage ON coverage.level = events.level
AND coverage.month >= coalesce(substr(events.date_earliest, 1, 7), '0')
AND coverage.month <= coalesce(substr(events.date_latest, 1, 7), '9')
WHERE events.id = :id GROUP BY coverage.side ORDER BY coverage.side""",
    "ties": """WITH ties (how, id, basis, other_id) AS (
SELECT 'The same contact as', id, same_as_basis, same_as_id FROM events
UNION ALL SELECT 'The same contact as', same_as_id, same_as_basis, id FROM events
UNION ALL SELECT 'Part of', id, part_of_basis, part_of_id FROM events
UNION ALL SELECT 'Has as a part', part_of_id, part_of_basis, id FROM events)
SELECT ties.how, ties.basis, events.id, events.title FROM ties JOIN events ON events.id = ties.other_id
WHERE ties.id = :id ORDER BY ties.how, events.id""",
}


@dataclass(frozen=True)
class Tie:
    """Another event that is the same as this one, the whole of it or a part; inferred unless a text says so."""

    how: str
    event: Name
    inferred: bool


def open_sides(rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """The sides whose accounts of that time are not wholly judged, and how far they are."""
    return tuple((one["side"], one["state"]) for one in rows if one["state"] != "complete")


def ties(rows: Iterable[Row]) -> tuple[Tie, ...]:
    """The other events, in the order of the question."""
    return tuple(Tie(one["how"], Name(one["title"], one["id"]), one["basis"] != "stated") for one in rows)
