"""The timeline of a claim as a picture: one lane a side, one row a statement, drawn once and stored.

Why: who spoke when is seen faster than read, and no image is computed while somebody
waits. In: a connection on which the derived tables are filled. Out: the same connection
with the table `pictures`: an SVG and its text alternative for each claim on which two
statements or more take a stance (one statement is no line in time). `chart` is pure.

A picture invents nothing. A mark stands in time only where the source gives a day; a span is
a bar from its first to its last day, with the mark before the speaker's name alone; an open end
has an arrow, a closed one a stop; a day that is uncertain has a dashed ring. A row of its own for
each statement is what keeps forty of them apart.

The file needs no page around it: it names its claim, its source and its licence, has
plain colours for print and for other programs, and dark ones where a reader asks for them.
Which sides there are, what a stance looks like and in which colours, says the palette.
"""

import datetime
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from readouts.build import drawing, tables
from readouts.build.charts import Bounds, labels, shortened, width, wrapped
from readouts.build.palette import Palette, palette, soft
from readouts.vocabulary import Code, stored
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.marks import MARKS

_NAMES, _UNDATED, _WIDE, _ROW, _HEAD, _LINE, _GAP = 248, 200, 664, 22, 24, 20, 12
_KEY, _NAME = 15, 28  # where the mark and the name of a row stand, from the edge
_LEFT, _RIGHT = "M1,-1.1V1.1L-1,0Z", "M-1,-1.1V1.1L1,0Z"
_PICTURES = ("claim_id", "description", "svg")
_TOLD = (
    "One row a statement, numbered in time: a mark on its day, a bar where the day lies somewhere in a span,",
    "an arrow where that is open, a dashed ring where the day is uncertain.",
)


@dataclass(frozen=True)
class Mark:
    """One statement: its number in time order, whose it is, its stance, and the days that its date allows.

    `date` is the cell as it stands, empty where no day is known.
    """

    place: int
    side: str
    speaker: str
    stance: str
    word: str
    date: str
    first: datetime.date | None
    last: datetime.date | None

    @property
    def dated(self) -> bool:
        """Whether anything is known of its day."""
        return bool(self.first or self.last)

    @property
    def uncertain(self) -> bool:
        """Whether the source leaves its day in doubt, or gives it as about (EDTF: ?, ~, %)."""
        return bool(set(self.date) & set("?~%"))


@dataclass(frozen=True)
class Row:
    """Where one statement is drawn: from `start` to `end`, its word at `at` and to the left or right of it."""

    mark: Mark
    y: int
    start: float
    end: float
    word: str
    at: float
    anchor: str


def draw(connection: sqlite3.Connection) -> None:
    """Fill the table `pictures`."""
    tables.create(connection, "pictures", dict.fromkeys(_PICTURES, str), _PICTURES[:1], _PICTURES[1:])
    looks = palette(stored(connection))
    (credit,) = connection.execute("SELECT title || ', version ' || version || ', ' || licence FROM package").fetchone()
    rows = connection.execute(
        "SELECT claim_id, claim, place, claim_timeline.side, claim_timeline.speaker, stance,"
        " lower(stance_label) || CASE opinion WHEN 1 THEN ' (opinion)' ELSE '' END"
        " || CASE basis WHEN 'logic' THEN ' (by logic)' ELSE '' END"
        " || CASE taken_back WHEN 1 THEN ' (taken back)' ELSE '' END"
        " || CASE claim_timeline.register WHEN 'plain' THEN '' ELSE ' (not a position)' END,"
        " coalesce(statements.date, ''), statements.date_earliest, statements.date_latest"
        " FROM claim_timeline JOIN statements ON statements.id = claim_timeline.statement_id ORDER BY claim_id, place"
    ).fetchall()
    for (claim_id, claim), found in groupby(rows, lambda row: row[:2]):
        marks = tuple(Mark(*row[2:8], *(day and datetime.date.fromisoformat(day) for day in row[8:])) for row in found)
        if len(marks) > 1:
            picture = (claim_id, description(marks, looks), chart(f"Claim: {claim}", marks, looks, credit))
            tables.insert(connection, "pictures", _PICTURES, [picture])


def description(marks: tuple[Mark, ...], looks: Palette) -> str:
    """The picture in words: how many statements, over which days, and who takes which stance how often."""
    days = [day for mark in marks for day in (mark.first, mark.last) if day]
    span = f", from {min(days)} to {max(days)}" if days else ""
    lanes = []
    for side, lane in _lanes(marks, looks):
        words = [mark.word for mark in lane]
        counts = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
        lanes.append(f"{side.label}: {counts}.")
    undated = sum(not mark.dated for mark in marks)
    without = f" {undated} without a date." if undated else ""
    return f"Timeline of {len(marks)} statements{span}, one lane a side. {' '.join(lanes)}{without}"


def chart(claim: str, marks: tuple[Mark, ...], looks: Palette, credit: str) -> str:
    """The picture as SVG: the claim, an axis where anything has a date, the lanes, what is to be known, the credit.

    `marks` are in time order. Returns one SVG element as text, in pixels as its view box has them, with title and
    description, plain colours and dark ones for who prefers those; the same input gives the same text.
    """
    undated, dated = (any(mark.dated is known for mark in marks) for known in (False, True))
    plot = _WIDE - (_UNDATED if undated else 0)
    bounds = Bounds.of([day for mark in marks for day in (mark.first, mark.last) if day], plot)
    head, lanes = wrapped(claim, 18, _NAMES + _WIDE - 2 * _GAP), _lanes(marks, looks)
    top = len(head) * _LINE + 2 * _GAP + (24 if dated else 0) + (_LINE if undated and not dated else 0)
    bottom = top + sum(_HEAD + len(lane) * _ROW + 4 for _, lane in lanes)
    foot = (*_TOLD, credit)
    size = (_NAMES + _WIDE + _GAP, bottom + 12 + 16 * len(foot))
    root = drawing.canvas(*size, claim, description(marks, looks), LIGHT["paper"])
    for place, line in enumerate(head):
        middle = _GAP + 6 + place * _LINE
        drawing.words(root, line, (_GAP, middle), 15, LIGHT["ink"], **{"font-weight": "bold"})
    _ground(root, lanes, bounds if dated else None, top, bottom)
    if undated:
        drawing.words(root, "no date", (_NAMES + plot + 24, top - 14), 11, LIGHT["soft"])
    for row in _rows(lanes, top, bounds):
        _draw_row(root, row, looks.stances[row.mark.stance], bounds)
    for place, line in enumerate(foot):
        drawing.words(root, line, (_GAP, bottom + 14 + place * 16), 11, LIGHT["soft"])
    return drawing.written(root, _dark(lanes, looks))


def _dark(lanes: list[Any], looks: Palette) -> dict[str, str]:
    """The dark colour for each light one."""
    coloured = (*looks.stances.values(), *(side for side, _ in lanes))
    return {LIGHT[tone]: DARK[tone] for tone in LIGHT} | {one.colour_light: one.colour_dark for one in coloured}


def _lanes(marks: tuple[Mark, ...], looks: Palette) -> list[tuple[Code, list[Mark]]]:
    """The statements by side, in the order of the sides, at the end those of a side that the palette does not know."""
    strange = {mark.side: soft(mark.side, mark.side) for mark in marks}
    sides = {**looks.sides, **{side: look for side, look in strange.items() if side not in looks.sides}}
    found = ((look, [mark for mark in marks if mark.side == side]) for side, look in sides.items())
    return [(look, lane) for look, lane in found if lane]


def _ground(root: Element, lanes: list[Any], bounds: Bounds | None, top: int, bottom: int) -> None:
    """What rows stand on: a line and a name over each lane, every other row shaded, the days of the axis behind all."""
    ground, y = drawing.group(root, "ground"), top
    for _, lane in lanes:
        for place in range(0, len(lane), 2):
            drawing.box(ground, (_GAP, y + _HEAD + place * _ROW), (_NAMES + _WIDE - _GAP, _ROW), LIGHT["shade"])
        y += _HEAD + len(lane) * _ROW + 4
    for at, label in labels(bounds, 11) if bounds else ():
        drawing.words(ground, label, (_NAMES + at, top - 14), 11, LIGHT["soft"], anchor="middle")
        drawing.box(ground, (_NAMES + at - 0.5, top - 5), (1, bottom - top + 1), LIGHT["line"])
    y = top
    for side, lane in lanes:
        drawing.box(ground, (_GAP, y - 1), (_NAMES + _WIDE - _GAP, 2), side.colour_light)
        name = {"font-weight": "bold"}
        drawing.words(ground, side.label, (_GAP + 8, y + _HEAD // 2), 13, side.colour_light, **name)
        y += _HEAD + len(lane) * _ROW + 4


def _rows(lanes: list[Any], top: int, bounds: Bounds) -> Iterator[Row]:
    """Where each statement stands, and where its word has room: behind it, else before it, else on its bar."""
    y = top
    for _, lane in lanes:
        for place, mark in enumerate(lane):
            start, end = bounds.span(mark.first, mark.last) if mark.dated else (bounds.pixels + 24,) * 2
            word = mark.word + (" (date uncertain)" if mark.uncertain else "")
            gap = 14 if mark.uncertain else 12
            need = width(word, 12) + gap + 2
            at, anchor = end + gap, "start"
            if mark.dated and end + need > bounds.pixels:
                at, anchor = (start - gap, "end") if start - need > 0 else (start + gap, "start")
            yield Row(mark, y + _HEAD + place * _ROW + _ROW // 2, start, end, word, at, anchor)
        y += _HEAD + len(lane) * _ROW + 4


def _draw_row(root: Element, row: Row, stance: Code, bounds: Bounds) -> None:
    """The mark and the name of a statement, its day or its span, and its word."""
    node, mark, colour = drawing.group(root, "row"), row.mark, stance.colour_light
    start, end = _NAMES + row.start, _NAMES + row.end
    drawing.shape(node, MARKS[stance.mark], (_KEY + _GAP, row.y), 5, colour)
    name = shortened(f"{mark.place}  {mark.speaker}", 12, _NAMES - _NAME - _GAP - 14)
    drawing.words(node, name, (_NAME + _GAP, row.y), 12, LIGHT["ink"])
    if mark.dated and mark.first == mark.last:
        drawing.shape(node, MARKS[stance.mark], (start, row.y), 6, colour)
        if mark.uncertain:
            drawing.ring(node, (start, row.y), 9.5, colour, "2.5 2")
    elif mark.dated:
        edge = {"stroke": colour, "stroke-dasharray": "2.5 2"} if mark.uncertain else {}
        drawing.box(node, (start, row.y - 4.5), (max(end - start, 2), 9), colour, **{"fill-opacity": "0.3"} | edge)
        for at, known, arrow in ((start, mark.first, _LEFT), (end, mark.last, _RIGHT)):
            if known:
                drawing.box(node, (at - 1, row.y - 6), (2, 12), colour)
            else:
                drawing.shape(node, arrow, (at, row.y), 5, colour)
    drawing.words(node, row.word, (_NAMES + row.at, row.y), 12, colour, anchor=row.anchor)
