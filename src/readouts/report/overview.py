"""Many findings at a glance: the verdict, and a table with a row for each fault.

Why: who has spoilt a column wants to know that it is one column, before any cell. In: a
`Report` and its faults. Out: lines, and rows of five cells; where findings are few, nothing.
"""

from collections import defaultdict

from readouts.check.report import Report
from readouts.finding import Severity, at, shown
from readouts.report.advice import brief
from readouts.report.clip import clip
from readouts.report.faults import Fault, Unit, joined
from readouts.report.numbers import count

ENOUGH = 20  # findings that are read one by one
MOST = 60  # rows of the table
LEAST, NEARLY = 10, 0.95  # cells that are a column, and how many of them are nearly all
EXAMPLE, REMEDY = 36, 120  # columns of an example, characters of what to do
HEAD = ("file", "column", "fault", "cells hit / filled / rows", "example -> what to do")


def needed(report: Report) -> bool:
    """Whether there is so much that it takes an overview."""
    return len(report.findings) > ENOUGH


def verdict(report: Report, faults: list[Fault]) -> list[str]:
    """How much is wrong, in how many tables; and which columns are wrong as a whole."""
    number = {one: report.count(one) for one in Severity}
    errors = " and ".join(count(number[one], one.value) for one in Severity if number[one])
    paths = {one.path for one in report.findings}
    tables = set(report.sizes) | {path for path in paths if path.endswith(".csv")}
    where = f"{len(paths)} of {count(len(tables), 'table')}" if report.sizes and paths <= tables else ""
    rows = {(one.path, one.line) for one in report.findings if one.line > 1} if paths <= set(report.sizes) else ()
    told = [f"{errors} in {where or count(len(paths), 'file')}" + (f" ({count(len(rows), 'row')})" if rows else "")]
    if report.waiting:
        told[0] += f"; not yet run: {', '.join(report.waiting)}"
    if columns := whole(faults):
        one = len(columns) == 1
        told += [
            f"{count(len(columns), 'whole column')} {'is' if one else 'are'} wrong: looks like a script or a"
            " spreadsheet. Compare with, or restore, the last good version before replacing anything.",
            f"wrong as a whole: {shown(', '.join(columns), 500)}",
        ]
    return told


def whole(faults: list[Fault]) -> list[str]:
    """The columns that are wrong in nearly every row, or in nearly every filled cell."""
    by_column: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for fault in faults:
        if fault.first.rule.startswith(("cell.", "link.")):
            by_column[fault.first.path, fault.first.column] += fault.units
    return [f"{path}:{column}" for (path, column), units in by_column.items() if _whole(joined(units))]


def _whole(unit: Unit) -> bool:
    if not unit.column:
        return False
    filled = {one.line for one in unit.findings if one.excerpt and one.excerpt.text}
    return any(
        hit >= LEAST and hit >= NEARLY * there
        for hit, there in ((unit.cells, unit.size.rows), (len(filled), unit.column.filled))
    )


def rows(faults: list[Fault]) -> tuple[list[tuple[str, ...]], int]:
    """The table, file by file and column by column; and of how many faults there is no row."""
    return [_row(fault) for fault in faults[:MOST]], max(0, len(faults) - MOST)


def _row(fault: Fault) -> tuple[str, ...]:
    first, unit = fault.first, fault.whole
    name = f"{first.rule}: {unit.slip}" if unit.slip else first.rule
    sizes = [f"{unit.column.filled:,}", f"{unit.size.rows:,}"] if unit.column else []
    example = f"{_example(fault)} -> {_remedy(fault)}"
    return (
        shown(at(first.path), 80),
        shown(first.column),
        shown(name, 80),
        " / ".join([f"{unit.cells:,}", *sizes]),
        example,
    )


def _remedy(fault: Fault) -> str:
    told = dict.fromkeys(brief(unit) for unit in fault.units)
    return shown(next(iter(told)), REMEDY)[:REMEDY] if len(told) == 1 else "see below, one by one"


def _example(fault: Fault) -> str:
    first, others = fault.first, len(fault.units) - 1
    if first.excerpt is None:
        text = shown(first.row_id or first.problem, EXAMPLE)
    else:
        text = f'"{clip(first.excerpt, EXAMPLE).text}"' if first.excerpt.text else "no text"
    return text + (f" and {count(others, 'other')}" if others else "")
