"""A finding as SVG: a row a result, a square a case, and its days on a line where it has some.

In: an `Answer`, the sides, a form and the credit. Out: text. A square is full where the months that its case rests on
are coded completely, and an outline elsewhere: there may be more. Squares are never scaled, so that few look few.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from readouts.build import drawing
from readouts.build.charts import width, wrapped
from readouts.build.forms import GAP, Form
from readouts.build.palette import dark
from readouts.findings.answer import Answer, Part, Result
from readouts.findings.rates import Case
from readouts.vocabulary import Code
from readouts.vocabulary.colours import LIGHT

_SQUARE, _STEP = 9, 12
_BOLD = {"font-weight": "bold"}
_BOLDER = 0.9  # bold letters are wider than those that are measured
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_OPEN = "An outline: its months are not coded completely, and there may be more."
_FULL = "A full square: its months are coded completely."


@dataclass(frozen=True)
class _Sheet:
    """What a drawing is laid out by: its nodes, its form, the sides, and how wide a name stands beside its squares."""

    body: Element
    form: Form
    sides: Mapping[str, Code]

    @property
    def left(self) -> float:
        """Where squares begin."""
        return GAP + self.form.names

    @property
    def room(self) -> float:
        """How wide squares may stand, with their number behind."""
        return self.form.width - GAP - self.left - 40

    def colour(self, case: Case) -> str:
        """That of the side whose case it is."""
        return self.sides[case.side].colour_light if case.side in self.sides else LIGHT["ink"]


def description(found: Answer) -> str:
    """The picture in words."""
    parts = " ".join(
        f"{part.name}: " + ", ".join(f"{one.name} {len(one.cases)}" for one in part.results) + "."
        for part in found.parts
    )
    return f"{found.finding.question} A square a case. {parts}"


def chart(found: Answer, sides: Mapping[str, Code], form: Form, credit: str) -> str:
    """The finding as SVG; the same input gives the same text."""
    sheet = _Sheet(Element("g"), form, sides)
    head = wrapped(found.finding.question, 18, int(form.inner * _BOLDER)) if form.titled else []
    y = GAP + 22.0 * len(head) + (8 if head else 0)
    for part in found.parts:
        y = _part(sheet, part, y)
    days = [part for part in found.parts if part.days]
    if days:
        y = _days(sheet, days, found.finding.days, y + 4)
    foot = [
        line for text in _foot(found, credit if form.titled else "") for line in wrapped(text, form.letters, form.inner)
    ]
    high = y + GAP + form.line * len(foot)
    root = drawing.canvas(form.width, high, found.finding.question, description(found), LIGHT["paper"], form.margin)
    drawing.paragraph(root, head, (GAP, GAP + 8), 22, 18, LIGHT["ink"], **_BOLD)
    root.append(sheet.body)
    drawing.paragraph(root, foot, (GAP, y + 10), form.line, form.letters, LIGHT["soft"])
    seen = {one.side for one in found.cases}
    return drawing.written(root, dark(one for code, one in sides.items() if code in seen))


def _foot(found: Answer, credit: str) -> Iterable[str]:
    states = {one.complete for one in found.cases}
    told = f"A square: a {found.finding.unit}."
    return filter(
        None, (" ".join([told, *([_OPEN] if False in states else []), *([_FULL] if True in states else [])]), credit)
    )


def _part(sheet: _Sheet, part: Part, y: float) -> float:
    """A part: its name and number, then a row a result; returns where it ends."""
    form = sheet.form
    drawing.words(
        sheet.body, f"{part.name} ({len(part.cases):,})", (GAP, y + 10), form.letters + 1, LIGHT["ink"], **_BOLD
    )
    y += form.line + 8
    for one in part.results:
        y = _result(sheet, one, y)
    return y + 8


def _result(sheet: _Sheet, one: Result, y: float) -> float:
    """A result: its name, its squares in lines, and how many they are."""
    form = sheet.form
    lines = wrapped(one.name, form.letters, (form.names or form.inner) - 12)
    drawing.paragraph(sheet.body, lines, (GAP, y + 8), form.line, form.letters, LIGHT["ink"])
    named = form.line * len(lines)
    top = y + (named if form.stacked else 2)
    across = int(sheet.room // _STEP)
    places = [(sheet.left + place % across * _STEP, top + place // across * _STEP) for place in range(len(one.cases))]
    _squares(sheet, zip(one.cases, places, strict=True))
    told = f"{len(one.cases):,}" + ("" if one.share is None else f" ({one.share} in a hundred)")
    at, low = places[-1]
    room = sheet.form.width - GAP - at - _STEP - 6
    x, down = (at + _STEP + 6, 0) if width(told, form.letters) <= room else (sheet.left, _STEP + 4)
    drawing.words(sheet.body, told, (x, low + _SQUARE / 2 + down), form.letters, LIGHT["soft"])
    return max(y + named, low + _STEP + down) + 6


def _squares(sheet: _Sheet, placed: Iterable[tuple[Case, tuple[float, float]]]) -> None:
    """A square a case, all of one look as one path."""
    looks: dict[tuple[str, bool], str] = {}
    for case, (x, y) in placed:
        look = (sheet.colour(case), case.complete)
        inset = 0 if case.complete else 0.8
        side = _SQUARE - 2 * inset
        drawn = f"M{drawing.number(x + inset)},{drawing.number(y + inset)}h{side:g}v{side:g}h-{side:g}z"
        looks[look] = looks.get(look, "") + drawn
    for (colour, full), path in looks.items():
        if full:
            drawing.shape(sheet.body, path, (0, 0), 1, colour)
        else:
            drawing.stroke(sheet.body, path, colour, **{"stroke-width": "1.6"})


def _days(sheet: _Sheet, parts: list[Part], told: str, y: float) -> float:
    """The days of each part on a line of its own, all of one measure; returns where they end."""
    form = sheet.form
    lines = wrapped(f"Days {told}", form.letters + 1, int(form.inner * _BOLDER))
    drawing.paragraph(sheet.body, lines, (GAP, y + 10), form.line + 1, form.letters + 1, LIGHT["ink"], **_BOLD)
    y += (form.line + 1) * len(lines) + 8
    most = max(7, *(case.days or 0 for part in parts for case in part.days))
    for part in parts:
        y = _line(sheet, part, most, y)
    return y + 4


def _line(sheet: _Sheet, part: Part, most: int, y: float) -> float:
    """One line: squares over their days, one upon another where they would cover each other, and the numbers below."""
    form = sheet.form
    lines = wrapped(part.name, form.letters, (form.names or form.inner) - 12)
    span = sheet.form.width - GAP - sheet.left - 2 * _STEP
    piles: dict[int, int] = {}
    places: list[tuple[float, int]] = []
    for case in part.days:
        pile = int((case.days or 0) / most * span // _STEP)
        places.append((sheet.left + pile * _STEP, piles.get(pile, 0)))
        piles[pile] = piles.get(pile, 0) + 1
    top = y + (form.line * len(lines) if form.stacked else 2)
    base = top + max(piles.values()) * _STEP
    drawing.paragraph(
        sheet.body, lines, (GAP, y + 8 if form.stacked else base - 6), form.line, form.letters, LIGHT["ink"]
    )
    _squares(sheet, zip(part.days, ((x, base - _STEP * (pile + 1)) for x, pile in places), strict=True))
    edge = sheet.left + span + _STEP
    drawing.stroke(
        sheet.body, f"M{drawing.number(sheet.left)},{drawing.number(base)}H{drawing.number(edge)}", LIGHT["line"]
    )
    step = next((one for one in _STEPS if most / one <= 6), most)
    for day in range(0, most + 1, step):
        x = sheet.left + int(day / most * span // _STEP) * _STEP + _SQUARE / 2
        drawing.words(sheet.body, f"{day}", (x, base + 11), form.letters, LIGHT["soft"], anchor="middle")
    return base + 30
