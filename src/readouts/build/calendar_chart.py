"""The calendar of contacts as SVG, to take away: a block a year, a row a level, a column a month.

In: a `Calendar`, its title and the credit. Out: text. Each mark is a contact, and says which; its shape and colour are
its standing. The ground is how far the month is covered: hatched is what nobody has coded, and no silence.
"""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from readouts.build import drawing
from readouts.build.charts import shortened, width, wrapped
from readouts.build.contact_calendar import OPEN, Calendar, Contact, Month
from readouts.build.forms import GAP, TAKEN
from readouts.build.palette import dark
from readouts.vocabulary import Code
from readouts.vocabulary.colours import LIGHT
from readouts.vocabulary.marks import MARKS

TITLE = "The contacts by month and level, and how the accounts of them stand"
GROUNDS = {
    "complete": "wholly coded",
    "partial": "coded in part: there may be more",
    OPEN: "not coded: from what is not here nothing follows",
}
_SIZE, _LEVEL, _STEP, _LETTERS, _LINE = 6, 92, 21, TAKEN.letters, TAKEN.line
_MONTH = (TAKEN.inner - _LEVEL) / 12
_SO_FAR = (
    "Three dots below: so far. It would rest on the silence of a party whose accounts of that time are not coded yet."
)
_DOUBT = "A dashed ring: its date is in doubt."


def description(found: Calendar) -> str:
    """The picture in words: how many contacts, in which months, how often each standing comes."""
    months = [one.month for _, run in found.years for one in run]
    span = f" from {months[0]} to {months[-1]}" if months else ""
    counts = ", ".join(f"{count} {one.label.lower()}" for one, count in found.standings)
    beside = sum(len(there) for _, there in found.beside)
    apart = f" {beside} are dated over several months, have an open end, or lie at another time." if beside else ""
    return f"Calendar of {found.number} contacts{span}, by month and level: {counts}.{apart}"


def chart(found: Calendar, credit: str) -> str:
    """The calendar as SVG; the same input gives the same text."""
    marked = {one.code: one for one, _ in found.standings}
    body, y = Element("g"), GAP + 40.0
    for year, months in found.years:
        y = _year(body, found, (year, months), marked, y)
    if found.beside:
        y = _beside(body, found.beside, marked, y + 8)
    y = _legend(body, found, y + 10)
    foot = [line for text in (_SO_FAR, _DOUBT, credit) for line in wrapped(text, _LETTERS, TAKEN.inner)]
    root = drawing.canvas(TAKEN.width, y + GAP + _LINE * len(foot), TITLE, description(found), LIGHT["paper"])
    drawing.words(root, TITLE, (GAP, GAP + 8), 18, LIGHT["ink"], **{"font-weight": "bold"})
    root.append(body)
    drawing.paragraph(root, foot, (GAP, y + 8), _LINE, _LETTERS, LIGHT["soft"])
    return drawing.written(root, dark(marked.values()))


def _year(body: Element, found: Calendar, of: tuple[str, Sequence[Month]], marked: dict[str, Code], y: float) -> float:
    """A year: its number and its months, then a row a level as high as its fullest month; returns where it ends."""
    year, months = of
    drawing.words(body, year, (GAP, y + 8), 15, LIGHT["ink"], **{"font-weight": "bold"})
    for one in months:
        at = _column(one.month) + _MONTH / 2
        drawing.words(body, one.name, (at, y + 8), _LETTERS, LIGHT["soft"], anchor="middle")
    y += 20
    for place, level in enumerate(found.levels):
        across = max(1, int(_MONTH // _STEP))
        high = max(-(-len(one.cells[place].contacts) // across) for one in months)
        height = max(1, high) * (_STEP + 3) + 2
        drawing.words(body, shortened(level.label, _LETTERS, _LEVEL), (GAP, y + height / 2), _LETTERS, LIGHT["ink"])
        for one in months:
            cell, left = one.cells[place], _column(one.month)
            _ground(body, cell.state, (left + 1, y + 1), (_MONTH - 2, height - 2))
            _marks(body, cell.contacts, marked, (left + 3, y + 2), across)
        y += height
    return y + 12


def _column(month: str) -> float:
    return GAP + _LEVEL + (int(month[5:]) - 1) * _MONTH


def _beside(
    body: Element, rows: Iterable[tuple[Code, tuple[Contact, ...]]], marked: dict[str, Code], y: float
) -> float:
    """What stands in no month, level by level."""
    told = "In none of these months: dated over several, with an open end, or at another time"
    drawing.words(body, told, (GAP, y + 8), 15, LIGHT["ink"], **{"font-weight": "bold"})
    y += 24
    across = int((TAKEN.inner - _LEVEL) // _STEP)
    for level, contacts in rows:
        drawing.words(body, shortened(level.label, _LETTERS, _LEVEL), (GAP, y + 12), _LETTERS, LIGHT["ink"])
        _marks(body, contacts, marked, (GAP + _LEVEL + 3, y), across)
        y += -(-len(contacts) // across) * (_STEP + 3) + 4
    return y


def _marks(
    body: Element, contacts: Sequence[Contact], marked: dict[str, Code], at: tuple[float, float], across: int
) -> None:
    for place, one in enumerate(contacts):
        x, y = at[0] + _STEP / 2 + place % across * _STEP, at[1] + 11 + place // across * (_STEP + 3)
        node, look = drawing.group(body, "contact"), marked[one.standing]
        drawing.title(node, one.told)
        _mark(node, look, (x, y), one.so_far, bool(one.days.doubt))


def _mark(node: Element, look: Code, at: tuple[float, float], so_far: bool, doubt: bool) -> None:
    x, y = at
    drawing.shape(node, MARKS[look.mark], at, _SIZE, look.colour_light)
    if so_far:
        for step in (-4, 0, 4):
            drawing.box(node, (x + step - 0.9, y + 9), (1.8, 1.8), look.colour_light)
    if doubt:
        drawing.ring(node, at, 9, look.colour_light, "2.5 2")


def _ground(body: Element, state: str, at: tuple[float, float], size: tuple[float, float]) -> None:
    """How far a month is covered: paper with an edge, shade, or shade that is hatched."""
    paper = LIGHT["paper"] if state == "complete" else LIGHT["shade"]
    if state == OPEN:
        drawing.hatched(body, at, size, paper, LIGHT["line"])
    else:
        drawing.box(body, at, size, paper, stroke=LIGHT["line"])


def _legend(body: Element, found: Calendar, y: float) -> float:
    """What marks and grounds mean, of those that are there; returns where it ends."""
    x = float(GAP)
    for one, count in found.standings:
        text = f"{one.label} ({count})"
        need = width(text, _LETTERS) + 36
        x, y = (GAP, y + _LINE + 4) if x + need > TAKEN.width - GAP else (x, y)
        _mark(body, one, (x + 8, y + 8), False, False)
        drawing.words(body, text, (x + 20, y + 8), _LETTERS, LIGHT["ink"])
        x += need
    y, x = y + _LINE + 10, float(GAP)
    for state in (one for one in GROUNDS if one in found.states):
        _ground(body, state, (x, y), (22, 16))
        drawing.words(body, GROUNDS[state], (x + 28, y + 8), _LETTERS, LIGHT["ink"])
        x += width(GROUNDS[state], _LETTERS) + 48
    return y + 26
