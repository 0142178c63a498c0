"""The timeline of a claim as SVG: one lane a side, one row a statement, and the time of what the claim is about.

A picture invents nothing. A mark stands in time only where the source gives a day; a span is a bar with the mark
before the speaker's name alone; a known end has a stop, an open one none: it runs out of the days of the picture, in
dashes. What is in doubt is dashed, and says so. In: statements, the palette, a form. Out: text; all is pure.

The file that is taken away needs no page around it: it names its claim, its source and its licence, has plain colours
for print and for other programs, and dark ones where a reader asks for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from readouts.build import drawing
from readouts.build.charts import EDGE, Bounds, labels, shortened, width, wrapped
from readouts.build.forms import GAP, Form
from readouts.build.palette import Palette, dark
from readouts.build.spans import Days
from readouts.build.timeline_rows import HEAD, Lane, Mark, Row, days_wide, lanes, left
from readouts.vocabulary import Code
from readouts.vocabulary.colours import BAR, LIGHT
from readouts.vocabulary.marks import MARKS

_DASHES, _RUN_OUT, _NEAR = "2.5 2", "4 3", timedelta(days=60)


@dataclass(frozen=True)
class Moment:
    """The time of what a claim is about: of what kind that is, as a word in a sentence, and its days."""

    kind: str
    days: Days

    @property
    def words(self) -> str:
        """What is written at it; whether it came to pass is not said."""
        return f"{self.kind.capitalize()} that it is about: {self.days.words}"


def chart(
    claim: str,
    description: str,
    sides: Sequence[tuple[Code, Sequence[Mark]]],
    looks: Palette,
    credit: str,
    form: Form,
    moment: Moment | None = None,
) -> str:
    """The picture as SVG: title, time of the matter, axis where anything has a date, lanes, what is to know, credit.

    `sides` are the statements by side, in the order of the lanes. Returns one SVG element; same input, same text.
    """
    marks = [mark for _, lane in sides for mark in lane]
    undated, dated = (any(mark.days.known is known for mark in marks) for known in (False, True))
    moment = moment if dated else None
    bounds = Bounds.of(_shown_days(marks, moment), days_wide(form, undated))
    head = wrapped(claim, 18, form.inner) if form.titled else []
    title = GAP + len(head) * 20
    over = dated or (undated and not form.stacked)  # something is written over the first lane
    about = wrapped(_about(moment, bounds), form.letters, form.inner) if moment else []
    top = title + len(about) * form.line + (4 if moment else 0) + (form.line + 6 if over else 0)
    drawn = lanes(sides, top, bounds, form)
    bottom = drawn[-1].bottom
    foot = [line for text in (*_to_know(marks, moment), credit) for line in wrapped(text, form.letters, form.inner)]
    root = drawing.canvas(
        form.width, bottom + GAP + form.line * len(foot), claim, description, LIGHT["paper"], form.margin
    )
    bold = {"font-weight": "bold"}
    drawing.paragraph(root, head, (GAP, GAP + 6), 20, 16, LIGHT["ink"], **bold)
    _ground(root, drawn, bounds if dated else None, form, top)
    if moment:
        _moment(root, moment, bounds, about, title, _behind(drawn, form, (top - 4, bottom)), form)
    if undated and not form.stacked:
        x = left(form) + (bounds.pixels + EDGE + GAP)
        drawing.words(root, "no date", (x, top - 14), form.letters, LIGHT["soft"])
    for row in (row for lane in drawn for row in lane.rows):
        _row(root, row, looks.stances[row.mark.stance], form)
    drawing.paragraph(root, foot, (GAP, bottom + 8), form.line, form.letters, LIGHT["soft"])
    return drawing.written(root, dark([*looks.stances.values(), *(lane.side for lane in drawn)]))


def _shown_days(marks: Sequence[Mark], moment: Moment | None) -> list[date]:
    """The days from one edge to the other: those of statements, and of the matter unless that lies far from them."""
    days = [day for mark in marks for day in mark.days.ends]
    if moment is None or not days:
        return days
    room = max(2 * (max(days) - min(days)), _NEAR)
    return days + [day for day in moment.days.ends if min(days) - room <= day <= max(days) + room]


def _to_know(marks: Sequence[Mark], moment: Moment | None) -> list[str]:
    """What the signs mean, of those that are there."""
    days = [mark.days for mark in marks if mark.days.known]
    told = ["One row a statement, numbered in time order: a mark on its day"]
    if any(not one.one for one in days):
        told.append("a bar over the days on one of which it was made")
    if any(len(one.ends) == 1 for one in days):
        told.append("in dashes where these are open")
    if any(one.doubt for one in days):
        told.append("dashed all round where its date is in doubt")
    grey = f" Grey: the time of the {moment.kind} that the claim is about." if moment else ""
    return [", ".join(told) + "." + grey] if days else []


def _ground(root: Element, drawn: Sequence[Lane], bounds: Bounds | None, form: Form, top: int) -> None:
    """What rows stand on: a line and a name over each lane, every other row shaded, the days of the axis behind all."""
    ground, bottom = drawing.group(root, "ground"), drawn[-1].bottom
    for lane in drawn:
        for row in lane.rows[::2]:
            drawing.box(ground, (GAP, row.top), (form.inner, row.height), LIGHT["shade"])
    for at, label in labels(bounds, form.letters, left(form) - GAP) if bounds else ():
        drawing.words(ground, label, (left(form) + at, top - 14), form.letters, LIGHT["soft"], anchor="middle")
        drawing.box(ground, (left(form) + at - 0.5, top - 5), (1, bottom - top + 1), LIGHT["line"])
    for lane in drawn:
        drawing.box(ground, (GAP, lane.top - 1), (form.inner, 2), lane.side.colour_light)
        name = (GAP + 8, lane.top + HEAD // 2)
        look = {"font-weight": "bold"}
        drawing.words(ground, lane.side.label, name, form.letters, lane.side.colour_light, **look)


def _about(moment: Moment, bounds: Bounds) -> str:
    """The name of the time of the matter; of one outside the days of the picture, an arrow says where."""
    if moment.days.last and moment.days.last < bounds.first:
        return f"← {moment.words}"
    return f"{moment.words} →" if moment.days.first and moment.days.first > bounds.last else moment.words


def _behind(drawn: Sequence[Lane], form: Form, whole: tuple[float, float]) -> list[tuple[float, float]]:
    """From and to which heights the time of the matter stands: where names stand over days, behind the days alone."""
    rows = (row for lane in drawn for row in lane.rows if row.mark.days.known)
    return [(row.y - 9, row.y + 9) for row in rows] if form.stacked else [whole]


def _moment(
    root: Element,
    moment: Moment,
    bounds: Bounds,
    about: list[str],
    title: int,
    behind: Sequence[tuple[float, float]],
    form: Form,
) -> None:
    """The time of the matter, `behind` at heights, and its name over all; of one outside the days that name alone."""
    node = drawing.group(root, "moment")
    inside = [
        day if day and bounds.first <= day <= bounds.last else None for day in (moment.days.first, moment.days.last)
    ]
    outside = "←" in about[0] or "→" in about[-1]
    start, end = bounds.span(inside[0], inside[1])
    middle = left(form) + (start + end) / 2 if not outside else 0 if "←" in about[0] else form.width
    need = max(width(line, form.letters) for line in about)
    place = max(min(middle - need / 2, form.width - GAP - need), GAP)
    drawing.paragraph(node, about, (place, title + form.line / 2), form.line, form.letters, LIGHT["soft"])
    if not outside:
        opened, x = (inside[0] is None, inside[1] is None), left(form)
        for high in behind:
            _band(node, (x + start, x + end), opened, high, moment.days.doubt)


def _band(
    node: Element, at: tuple[float, float], opened: tuple[bool, bool], high: tuple[float, float], doubt: str
) -> None:
    """The days of a moment: a grey ground that pales where it runs out of the picture, and a line at each known end."""
    (start, end), (top, bottom), grey = at, high, LIGHT["soft"]
    first, last = start + EDGE * opened[0], end - EDGE * opened[1]
    for x, wide, strong in ((start, first - start, "0.06"), (first, last - first, "0.14"), (last, end - last, "0.06")):
        if wide:
            drawing.box(node, (x, top), (wide, bottom - top), grey, **{"fill-opacity": strong})
    for x, without in {start: opened[0], end: opened[1]}.items():  # of one day, one line
        if not without:
            look = {"stroke-width": "3" if start == end else "1.5"}
            line = f"M{drawing.number(x)},{drawing.number(top)}V{drawing.number(bottom)}"
            drawing.stroke(node, line, grey, "6 4" if doubt else "", **look)


def _row(root: Element, row: Row, stance: Code, form: Form) -> None:
    """The mark and the name of a statement, its day or its span, and its words."""
    node, mark, colour = drawing.group(root, "row"), row.mark, stance.colour_light
    key, indent = GAP + form.letters / 2, GAP + form.letters + 6
    drawing.shape(node, MARKS[stance.mark], (key, row.name_y), form.letters / 2.5, colour)
    room = (form.names or form.width) - indent - GAP
    # Where words stand over the days, lines of these run behind them.
    halo = {"stroke": LIGHT["paper"], "stroke-width": "3", "paint-order": "stroke"} if form.stacked else {}
    name = shortened(mark.name, form.letters, room)
    drawing.words(node, name, (indent, row.name_y), form.letters, LIGHT["ink"], **halo)
    if mark.days.one:
        _day(node, row, stance)
    elif mark.days.known:
        _span(node, row, colour)
    for line in row.words:
        drawing.words(node, line.text, (line.at, line.y), form.letters, colour, anchor=line.anchor, **halo)


def _day(node: Element, row: Row, stance: Code) -> None:
    """A mark on the day; one in doubt is pale, and has a dashed ring."""
    at, doubt = (row.start, row.y), row.mark.days.doubt
    pale = {"fill-opacity": "0.5"} if doubt else {}
    drawing.shape(node, MARKS[stance.mark], at, 6, stance.colour_light, **pale)
    if doubt:
        drawing.ring(node, at, 9.5, stance.colour_light, _DASHES)


def _span(node: Element, row: Row, colour: str) -> None:
    """A bar over the days, with a stop at each known end; an open one runs on, in dashes, where no day is."""
    days, y = row.mark.days, row.y
    start, end = row.start + EDGE * (days.first is None), max(row.end - EDGE * (days.last is None), row.start + 2)
    drawing.box(node, (start, y - 4.5), (end - start, 9), colour, **{"fill-opacity": str(BAR)})
    _rails(node, (start, end), y, colour, _DASHES if days.doubt else "")
    for known, inner, outer in ((days.first, start, row.start), (days.last, end, row.end)):
        if known:
            drawing.box(node, (inner - 1, y - 6), (2, 12), colour)
        else:
            _rails(node, (inner, outer), y, colour, _RUN_OUT)


def _rails(node: Element, at: tuple[float, float], y: float, colour: str, dashes: str) -> None:
    """The two long sides of a bar."""
    start, end, over, under = (drawing.number(one) for one in (*at, y - 4.5, y + 4.5))
    drawing.stroke(node, f"M{start},{over}H{end}M{start},{under}H{end}", colour, dashes)
