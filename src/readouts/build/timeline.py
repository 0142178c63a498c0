"""The timeline of each claim as a picture, drawn when the file is built and stored in the table `pictures`.

Why: who spoke when is seen faster than read, and no image is computed while somebody waits. In: a connection on which
the derived tables are filled. Out: of each claim on which two statements or more take a stance (one statement is no
line in time) its drawing in each form of `forms`, with its text alternative. `timeline_chart` says what it shows.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from readouts.build.forms import FORMS, Credit
from readouts.build.palette import Palette, soft
from readouts.build.spans import Days
from readouts.build.timeline_chart import Moment, chart
from readouts.build.timeline_rows import Mark
from readouts.vocabulary import Code

_STATEMENTS = """SELECT claim_id, claim, place, claim_timeline.side, claim_timeline.speaker, stance,
lower(stance_label) || CASE opinion WHEN 1 THEN ' (opinion)' ELSE '' END
 || CASE basis WHEN 'logic' THEN ' (by logic)' ELSE '' END
 || CASE taken_back WHEN 1 THEN ' (taken back)' ELSE '' END
 || CASE claim_timeline.register WHEN 'plain' THEN '' ELSE ' (not a position)' END,
statements.date, statements.date_earliest, statements.date_latest
FROM claim_timeline JOIN statements ON statements.id = claim_timeline.statement_id ORDER BY claim_id, place"""
_MOMENTS = """SELECT claims.id, lower(codes.label), events.date, events.date_earliest, events.date_latest
FROM claims JOIN events ON events.id = claims.event_id
JOIN codes ON codes.list = 'event-kind' AND codes.code = events.kind
WHERE events.date IS NOT NULL"""


def pictures(connection: sqlite3.Connection, looks: Palette, credit: Credit) -> Iterator[tuple[str, ...]]:
    """The name, the text alternative and the forms of each picture, as `pictures` stores them."""
    moments = {id: Moment(kind, Days.stored(*days)) for id, kind, *days in connection.execute(_MOMENTS)}
    rows = connection.execute(_STATEMENTS).fetchall()
    for (claim_id, claim), found in groupby(rows, lambda row: row[:2]):
        marks = tuple(_mark(*row[2:]) for row in found)
        if len(marks) > 1:
            sides, moment = by_side(marks, looks), moments.get(claim_id)
            told = description(sides, moment)
            name = f"claims/{claim_id}"
            drawn = (
                chart(
                    f"Claim: {claim}",
                    told,
                    sides,
                    looks,
                    credit.at(f"/readouts/{name}") if form.titled else credit.source,
                    form,
                    moment,
                )
                for form in FORMS.values()
            )
            yield name, told, *drawn


def _mark(place: int, side: str, speaker: str, stance: str, word: str, *date: str | None) -> Mark:
    return Mark(place, side, speaker, stance, word, Days.stored(*date))


def by_side(marks: Sequence[Mark], looks: Palette) -> list[tuple[Code, list[Mark]]]:
    """The statements by side, in the order of the sides, at the end those of a side that the palette does not know."""
    strange = {mark.side: soft(mark.side, mark.side) for mark in marks}
    sides = {**looks.sides, **{side: look for side, look in strange.items() if side not in looks.sides}}
    found = ((look, [mark for mark in marks if mark.side == side]) for side, look in sides.items())
    return [(look, lane) for look, lane in found if lane]


def description(sides: Sequence[tuple[Any, Sequence[Mark]]], moment: Moment | None = None) -> str:
    """The picture in words: how many statements, over which days, who takes which stance how often, on what time."""
    marks = [mark for _, lane in sides for mark in lane]
    days = [day for mark in marks for day in mark.days.ends]
    span = f", from {min(days)} to {max(days)}" if days else ""
    lanes = []
    for side, lane in sides:
        words = [mark.word for mark in lane]
        counts = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
        lanes.append(f"{side.label}: {counts}.")
    undated = sum(not mark.days.known for mark in marks)
    without = f" {undated} without a date." if undated else ""
    about = f" {moment.words}." if moment else ""
    return f"Timeline of {len(marks)} statements{span}, one lane a side. {' '.join(lanes)}{without}{about}"
