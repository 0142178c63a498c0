"""Where each statement of a timeline is drawn: its name, its days, its words, side by side or one over the other.

In: the statements of one picture, the bounds of its days and a form. Out: lanes of rows, with every place in pixels;
nothing is drawn here. A row of its own for each statement is what keeps forty of them apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readouts.build.charts import EDGE, Bounds, width, wrapped
from readouts.build.forms import GAP, Form
from readouts.build.spans import Days
from readouts.vocabulary import Code

UNDATED, HEAD, LANE_END = 200, 26, 6  # the column of what has no date; the head of a lane, and what is below it


@dataclass(frozen=True)
class Mark:
    """One statement: its number in time order, whose it is, its stance, what is said of it, and its days."""

    place: int
    side: str
    speaker: str
    stance: str
    word: str
    days: Days

    @property
    def name(self) -> str:
        """What stands before its days: its number and who speaks."""
        return f"{self.place}  {self.speaker}"

    @property
    def told(self) -> str:
        """The word beside its days: the stance, and what is in doubt of the date."""
        return f"{self.word} (date {self.days.doubt})" if self.days.doubt else self.word


@dataclass(frozen=True)
class Line:
    """Words, where they begin or end, and at which height."""

    text: str
    at: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True)
class Row:
    """One statement from `top` on: its days at height `y` from `start` to `end`, its name at `name_y`, its words."""

    mark: Mark
    top: int
    height: int
    name_y: float
    y: float
    start: float
    end: float
    words: tuple[Line, ...]


@dataclass(frozen=True)
class Lane:
    """One side and its statements, from `top` on."""

    side: Code
    top: int
    rows: tuple[Row, ...]

    @property
    def bottom(self) -> int:
        """Where the next lane begins."""
        return self.top + HEAD + sum(row.height for row in self.rows) + LANE_END


def left(form: Form) -> int:
    """Where the first day stands."""
    return (form.names or GAP) + EDGE


def days_wide(form: Form, undated: bool) -> int:
    """How wide the days of the picture are, where something without a date needs room beside them, or not."""
    return form.width - GAP - EDGE - left(form) - (UNDATED if undated and not form.stacked else 0)


def lanes(sides: Sequence[tuple[Code, Sequence[Mark]]], top: int, bounds: Bounds, form: Form) -> tuple[Lane, ...]:
    """The lanes, one below the other."""
    found: list[Lane] = []
    for side, marks in sides:
        start = found[-1].bottom if found else top
        found.append(Lane(side, start, tuple(_rows(marks, start + HEAD, bounds, form))))
    return tuple(found)


def _rows(marks: Sequence[Mark], top: int, bounds: Bounds, form: Form) -> Iterator[Row]:
    for mark in marks:
        row = (_stacked if form.stacked else _beside)(mark, top, bounds, form)
        yield row
        top += row.height


def _beside(mark: Mark, top: int, bounds: Bounds, form: Form) -> Row:
    """Name, days and word in one line: the word has room behind its days, else before them, else on its bar."""
    height = form.letters + 11
    y, x = top + height / 2, left(form)
    start, end = bounds.span(mark.days.first, mark.days.last) if mark.days.known else (bounds.pixels + EDGE + GAP,) * 2
    gap = 14
    need = width(mark.told, form.letters) + gap + 2
    at, anchor = (end + gap if mark.days.known else end), "start"
    if mark.days.known and end + need > bounds.pixels + EDGE:
        at, anchor = (start - gap, "end") if start - need > -EDGE else (max(start, 0) + gap, "start")
    return Row(mark, top, height, y, y, x + start, x + end, (Line(mark.told, x + at, y, anchor),))


def _stacked(mark: Mark, top: int, bounds: Bounds, form: Form) -> Row:
    """The name, its words behind it or, where there is no room, below, and under these its days.

    Without a date the words say so.
    """
    known, x = mark.days.known, left(form)
    start, end = bounds.span(mark.days.first, mark.days.last) if known else (0.0, 0.0)
    told = mark.told if known else f"{mark.told}, no date"
    indent, right = GAP + form.letters + 6, form.width - GAP
    first = top + 6 + form.line / 2
    need = sum(width(text, form.letters) for text in (mark.name, told)) + form.letters
    if indent + need <= right:
        words: tuple[Line, ...] = (Line(told, right, first, "end"),)
    else:
        lines = wrapped(told, form.letters, right - indent)
        words = tuple(Line(text, indent, first + place * form.line) for place, text in enumerate(lines, 1))
    below = round(words[-1].y + form.line / 2)
    height = below - top + (18 if known else 4)
    return Row(mark, top, height, first, below + 7, x + start, x + end, words)
