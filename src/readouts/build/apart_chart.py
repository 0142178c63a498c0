"""The accounts of one contact laid apart as SVG, to take away: a column a side, a row a claim.

In: an `Apart`, the title of the contact and the credit. Out: text. What one side alone tells has a stroke in the colour
of that side and says so; what is not coded yet is hatched, and no silence.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from readouts.build import drawing
from readouts.build.accounts_apart import GROUPS, OPEN, Apart, Cell, Row
from readouts.build.charts import wrapped
from readouts.build.forms import GAP, TAKEN
from readouts.build.palette import Palette, dark
from readouts.build.spans import Days
from readouts.vocabulary import Code
from readouts.vocabulary.colours import LIGHT
from readouts.vocabulary.marks import MARKS

_LETTERS, _LINE, _MARK, _PAD = TAKEN.letters, TAKEN.line, 18, 8
_ALONE = (
    "Beside a coloured stroke: told by that side alone; every other speaks to it otherwise, or was searched in vain."
)
_HATCHED = "Hatched: not coded yet; from that nothing follows."


@dataclass(frozen=True)
class _Column:
    side: Code
    at: float
    wide: float


def title(event: str, days: Days) -> str:
    """What the picture is about; a contact whose name has no year is told with its date."""
    year = next((f"{day.year}" for day in days.ends), "")
    return f"What each side tells: {event}{f', {days.words}' if year and year not in event else ''}"


def description(found: Apart) -> str:
    """The picture in words: which sides, and how many claims each group has."""
    sides = ", ".join(one.label for one in found.sides)
    return f"Accounts laid apart, one column a side: {sides}. " + " ".join(
        f"{GROUPS[name]}: {len(rows)}." for name, rows in found.groups
    )


def chart(about: str, found: Apart, looks: Palette, credit: str) -> str:
    """The accounts as SVG; the same input gives the same text."""
    wide = TAKEN.inner / len(found.sides)
    columns = [_Column(side, GAP + place * wide, wide - 6) for place, side in enumerate(found.sides)]
    head = wrapped(about, 18, TAKEN.inner)
    body, y = Element("g"), GAP + 20.0 * len(head) + 10
    for column in columns:
        bold = {"font-weight": "bold"}
        drawing.box(body, (column.at, y + 22), (column.wide, 2), column.side.colour_light)
        drawing.words(body, column.side.label, (column.at, y + 10), 15, column.side.colour_light, **bold)
    y += 32
    for name, rows in found.groups:
        drawing.words(body, f"{GROUPS[name]} ({len(rows)})", (GAP, y + 10), _LETTERS, LIGHT["soft"])
        y += 24
        for row in rows:
            y = _row(body, name, row, columns, looks, y)
        y += 8
    told = {name for name, _ in found.groups}
    known = [text for name, text in (("alone", _ALONE), (OPEN, _HATCHED)) if name in told]
    foot = [line for text in (*known, credit) for line in wrapped(text, _LETTERS, TAKEN.inner)]
    root = drawing.canvas(TAKEN.width, y + GAP + _LINE * len(foot), about, description(found), LIGHT["paper"])
    drawing.paragraph(root, head, (GAP, GAP + 6), 20, 16, LIGHT["ink"], **{"font-weight": "bold"})
    root.append(body)
    drawing.paragraph(root, foot, (GAP, y + 8), _LINE, _LETTERS, LIGHT["soft"])
    return drawing.written(root, dark([*looks.stances.values(), *found.sides]))


def _row(body: Element, group: str, row: Row, columns: list[_Column], looks: Palette, y: float) -> float:
    """A claim: across all columns where all tell it, else in one of them, what the others say beside; where it ends."""
    node = drawing.group(body, "row")
    if group == "all":
        lines = wrapped(row.claim, _LETTERS, TAKEN.inner - _MARK - 2 * _PAD)
        high = len(lines) * _LINE + _PAD
        drawing.box(node, (GAP, y), (TAKEN.inner - 6, high), LIGHT["shade"])
        drawing.paragraph(
            node, lines, (GAP + _PAD, y + high / 2 - (len(lines) - 1) * _LINE / 2), _LINE, _LETTERS, LIGHT["ink"]
        )
        return y + high + 3
    texts = [_lines(cell, row, column, looks) for cell, column in zip(row.cells, columns, strict=True)]
    high = max(map(len, texts)) * _LINE + _PAD
    for cell, column, lines in zip(row.cells, columns, texts, strict=True):
        _cell(node, cell, column, lines, row.alone == cell.side, looks, (y, high))
    return y + high + 3


def _lines(cell: Cell, row: Row, column: _Column, looks: Palette) -> list[str]:
    """What stands in a cell: the stances, or what stands for them, and in one cell of the row the claim."""
    told = " / ".join(looks.stances[one].label for one in cell.stances) or cell.words
    told = f"Only {column.side.phrase}: {told}" if row.alone == cell.side else told
    claim = f": {row.claim}" if row.cells[row.place] is cell else ""
    return wrapped(f"{told}{claim}", _LETTERS, int(column.wide - _MARK - 2 * _PAD))


def _cell(
    node: Element, cell: Cell, column: _Column, lines: list[str], alone: bool, looks: Palette, at: tuple[float, float]
) -> None:
    """A box with its mark and its words; hatched where nothing is coded, with a stroke where one alone tells it."""
    y, high = at
    if cell.says == OPEN:
        drawing.hatched(node, (column.at, y), (column.wide, high), LIGHT["shade"], LIGHT["line"])
    else:
        drawing.box(node, (column.at, y), (column.wide, high), LIGHT["shade"])
    if alone:
        drawing.box(node, (column.at, y), (5, high), column.side.colour_light)
    top = y + _PAD / 2 + _LINE / 2
    if cell.stances:
        look = looks.stances[cell.stances[0]]
        drawing.shape(node, MARKS[look.mark], (column.at + _PAD + 8, top), 5, look.colour_light)
    grey = LIGHT["ink"] if cell.stances else LIGHT["soft"]
    drawing.paragraph(node, lines, (column.at + _PAD + _MARK, top), _LINE, _LETTERS, grey)
