"""What others say that somebody did: the contacts and events with a part in them, and every voice on each claim.

In: the answers of `questions` for a person or an organization. Out: an `Involvement` for
each event and a `Told` for each claim; own words stand elsewhere, and are left out here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from readouts.site.dates_in_words import When, when
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import Name


@dataclass(frozen=True)
class Voices:
    """Those who take one stance on a claim: who, and how often where it is more than once."""

    stance: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A claim, and who else says what on it."""

    claim: Name
    voices: tuple[Voices, ...]


@dataclass(frozen=True)
class Involvement:
    """One event: the parts taken (a code, and beside whom or for whom), and what others say of it."""

    event: Name
    kind: str
    when: When
    standing: str
    parts: tuple[tuple[str, Name], ...]
    told: tuple[Told, ...]

    @property
    def year(self) -> str:
        """Its year, by the first day that its date allows, else the last; empty where no day is known."""
        found = re.search(r"\d{4}", self.when.edtf)
        return found[0] if found else ""


_BESIDE = {"person_id": ("organizations", "organization_id"), "organization_id": ("people", "person_id")}
# A stance that the words do not plainly take stands behind those that they do, and is marked, as in affirmed_by.
_HOW = """CASE WHEN claim_timeline.register <> 'plain' THEN ' (takes no position)'
WHEN claim_timeline.taken_back THEN ', taken back' WHEN claim_timeline.basis = 'logic' THEN ' by logic' ELSE '' END"""
_SPEAKS = {"person_id": "speaker_id", "organization_id": "organization_id"}


def questions(column: str) -> dict[str, str]:
    """The questions for the row :id that `column` of event_participants points to."""
    table, beside = _BESIDE[column]
    told = f"""SELECT claim_timeline.claim_id, claim_timeline.claim, claim_timeline.event_id, claim_timeline.stance,
claim_timeline.speaker || {_HOW} AS speaker, count(*) AS times
FROM claim_timeline JOIN claims ON claims.id = claim_timeline.claim_id
WHERE coalesce(claim_timeline.{_SPEAKS[column]}, '') <> :id AND %s
GROUP BY claim_timeline.claim_id, claim_timeline.stance, claim_timeline.speaker, {_HOW}
ORDER BY claims.kind <> 'occurrence', claim_timeline.claim, claim_timeline.claim_id, claim_timeline.scale DESC,
claim_timeline.stance, {_HOW} <> '', claim_timeline.speaker"""
    return {
        "parts": f"""SELECT events.*, event_participants.part, event_participants.{beside} AS beside_id,
beside.name AS beside FROM event_participants JOIN events ON events.id = event_participants.event_id
LEFT JOIN {table} AS beside ON beside.id = event_participants.{beside}
WHERE event_participants.{column} = :id
ORDER BY events.date_earliest IS NULL, events.date_earliest, events.id, beside.name""",
        "told": told % f"claims.event_id IN (SELECT event_id FROM event_participants WHERE {column} = :id)",
        "named": told % "claims.value = :id",
    }


def involvements(found: Answers) -> tuple[Involvement, ...]:
    """The events in time order, each with its claims and who says what on them."""
    rows = found["told"]
    return tuple(
        _involvement(list(run), told(row for row in rows if row["event_id"] == event))
        for event, run in groupby(found["parts"], lambda row: row["id"])
    )


def told(rows: Iterable[Row]) -> tuple[Told, ...]:
    """The claims in the order of the rows, which stand by claim, stance and speaker."""
    claims = groupby(rows, lambda row: (row["claim_id"], row["claim"]))
    return tuple(Told(Name(text, claim), _voices(run)) for (claim, text), run in claims)


def _voices(rows: Iterable[Row]) -> tuple[Voices, ...]:
    return tuple(
        Voices(stance, tuple(row["speaker"] + (f" ({row['times']} times)" if row["times"] > 1 else "") for row in run))
        for stance, run in groupby(rows, lambda row: row["stance"])
    )


def _involvement(rows: list[Row], on: tuple[Told, ...]) -> Involvement:
    first = rows[0]
    return Involvement(
        event=Name(first["name"], first["id"]),
        kind=first["kind"],
        when=when(first),
        standing=first["standing"],
        parts=tuple((row["part"], Name(row["beside"] or "", row["beside_id"] or "")) for row in rows),
        told=on,
    )
