"""The page of a topic: its claims by what they are about, and how many speak on each.

In: the answers of QUESTIONS for one topic. Out: a `Topic`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import Name

QUESTIONS = {
    "topic": "SELECT * FROM topics WHERE id = :id",
    "claims": """SELECT claims.id, claims.text, claims.event_id, events.name AS event, events.date,
claim_timeline.stance, count(claim_timeline.statement_id) AS statements FROM claims
LEFT JOIN events ON events.id = claims.event_id LEFT JOIN claim_timeline
ON claim_timeline.claim_id = claims.id AND claim_timeline.stands = 1
WHERE claims.topic_id = :id GROUP BY claims.id, claim_timeline.stance
ORDER BY events.id IS NULL, events.date_earliest IS NULL, events.date_earliest, events.id, claims.text, claims.id,
claim_timeline.scale DESC, claim_timeline.stance""",
}


@dataclass(frozen=True)
class Spoken:
    """One claim, and how many statements take which stance on it."""

    claim: Name
    stances: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class About:
    """The claims about one event, or about none."""

    event: Name
    date: str
    claims: tuple[Spoken, ...]


@dataclass(frozen=True)
class Topic:
    """The page."""

    label: str
    description: str
    note: str
    claims: int
    about: tuple[About, ...]


def shape(found: Answers) -> Topic:
    """The page of the one row of `topic`."""
    row = found["topic"][0]
    events = groupby(found["claims"], lambda one: (one["event"] or "", one["event_id"] or "", one["date"]))
    about = tuple(
        About(Name(*event), in_words(date) if event[1] else "", _claims(run)) for (*event, date), run in events
    )
    return Topic(row["label"], row["description"], row["note"] or "", sum(len(one.claims) for one in about), about)


def _claims(rows: Iterable[Row]) -> tuple[Spoken, ...]:
    claims = groupby(rows, lambda one: (one["text"], one["id"]))
    return tuple(
        Spoken(Name(*claim), tuple((one["stance"], one["statements"]) for one in run if one["stance"]))
        for claim, run in claims
    )
