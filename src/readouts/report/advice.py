"""What to do about a unit of findings: what mends one cell may destroy two hundred.

Why: one wrong value in many cells stands where different ones may have stood, so a value to
write instead is named only for a single cell, where the way back is exact, or where it is
clear which value all of them had. In: a `Unit`. Out: a sentence, or for a table a few words.
"""

from readouts.finding import Finding, shown
from readouts.report.faults import Unit
from readouts.report.numbers import reach

MANY = 5  # cells with one wrong value, from which on nobody is told to write another
LONGEST = 60  # characters of a cell that is written out


def advice(unit: Unit) -> str:
    """What to do, as a sentence."""
    if unit.fix:
        return unit.fix
    if _emptied(unit):
        return "If something stood in these cells, restore it from the last good version; else fill in each by itself."
    first, new = unit.first, _instead(unit)
    value = _one_value(unit)
    if value and not new:
        return f'one value, "{shown(value)}", stands in {reach(unit)}; the originals may have differed: restore them.'
    if value:
        was = f'Perhaps "{shown(value)}" was "{new}", which no cell of the column holds any more'
        return f"{was}; look at the last good version."
    if new and unit.slip:
        return f'Write "{new}".' if unit.cells == 1 else f'Mend each cell as this one: "{new}".'
    return f"Did you mean {new}?" if new else first.fix


def brief(unit: Unit) -> str:
    """What to do, in a few words that follow the cell."""
    if _emptied(unit):
        return "restore, or fill in each by itself"
    new = _instead(unit)
    if new:
        return (
            f'"{new}"'
            if unit.slip or not _one_value(unit)
            else f'perhaps "{new}", which no cell has now: check the last good version'
        )
    return (
        f"the same in {reach(unit)}, as if overwritten: restore, do not convert" if _one_value(unit) else unit.first.fix
    )


def _emptied(unit: Unit) -> bool:
    return unit.first.rule == "cell.required" and unit.cells > 1


def _one_value(unit: Unit) -> str:
    """The one wrong value that stands in many cells, where it is not what a known slip makes of one; else "".

    A link that is renamed leads nowhere from many cells too; not from every one of the column.
    """
    if not unit.text or unit.slip or unit.cells < MANY:
        return ""
    every = unit.column and unit.cells == unit.column.filled
    same = unit.first.rule.startswith("cell.") or (every and unit.first.rule == "link.missing")
    return unit.text if same else ""


def _instead(unit: Unit) -> str:
    """What to write instead of what stands there, if that is clear and short."""
    new = _told(unit.first)
    if unit.slip or not new or not _one_value(unit):
        return new
    column = unit.column
    replaced = column and unit.cells < column.filled and new not in column.values
    return new if replaced else ""


def _told(finding: Finding) -> str:
    new = finding.excerpt.instead if finding.excerpt else ""
    # A cell with odd spaces is told apart from its mended self by nothing that one sees.
    return shown(new) if len(new) <= LONGEST and finding.rule != "cell.white-space" else ""
