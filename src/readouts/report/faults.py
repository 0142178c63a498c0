"""Findings gathered into faults: what went wrong once, however many cells it hit.

Why: a reader corrects the cause. In: a `Report`. Out: faults in order of file and column,
each with its findings in units; of a unit one cell is shown, for the others look like it.
A slip that has a name is one fault of a column, whatever the cells hold; so is one
value that stands in many cells; the rest of what a rule found in a column is one more.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from readouts.check.report import Report
from readouts.check.table_sizes import Column, TableSize
from readouts.finding import Finding, Severity

REPEATED = 3  # cells in which a value stands before it is a fault of its own
FEW = 5  # values of their own in a column; more of them are one fault
NOWHERE = TableSize(0)


@dataclass(frozen=True)
class Unit:
    """Findings that look the same, in a table of that size; `fix` says what to do where they do not say it."""

    findings: tuple[Finding, ...]
    size: TableSize
    fix: str = ""

    @property
    def first(self) -> Finding:
        """The finding that is shown."""
        return self.findings[0]

    @property
    def column(self) -> Column | None:
        """How full the column is, where that is known."""
        return self.size.columns.get(self.first.column)

    @property
    def text(self) -> str | None:
        """What stands in all of its cells; None where that differs or is not known."""
        texts = {one.excerpt.text if one.excerpt else None for one in self.findings}
        return texts.pop() if len(texts) == 1 else None

    @property
    def slip(self) -> str:
        """The name of what is wrong with its cells, where they have it in common."""
        return self.first.excerpt.slip if self.first.excerpt else ""

    @property
    def cells(self) -> int:
        """How many cells it hit, or rows."""
        return len({(one.line, one.row_id) for one in self.findings})

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines on which they stand."""
        return tuple(sorted({one.line for one in self.findings} - {0}))


@dataclass(frozen=True)
class Fault:
    """One fault: units of findings that one rule made of one column."""

    units: tuple[Unit, ...]

    @property
    def first(self) -> Finding:
        """Its first finding."""
        return self.units[0].first

    @property
    def whole(self) -> Unit:
        """All of its findings."""
        return joined(self.units)


def joined(units: Iterable[Unit]) -> Unit:
    """Units of one fault as one."""
    units = tuple(units)
    return Unit(tuple(one for unit in units for one in unit.findings), units[0].size)


def faults(report: Report) -> list[Fault]:
    """The faults of a report: by file, in it by column, in that by the line on which they begin."""
    paths: dict[str, int] = {}
    columns: dict[tuple[str, str], int] = {}
    groups: dict[tuple[str, str, str, Severity, str], list[Finding]] = defaultdict(list)
    for one in report.findings:
        paths.setdefault(one.path, len(paths))
        columns.setdefault((one.path, one.column), len(columns))
        groups[one.path, one.column, one.rule, one.severity, _slip(one)].append(one)

    def place(fault: Fault) -> tuple[int, int, int]:
        first, column = fault.first, fault.units[0].column
        return paths[first.path], column.place if column else columns[first.path, first.column], first.line

    found = [fault for group in groups.values() for fault in _split(group, report.sizes.get(group[0].path) or NOWHERE)]
    return sorted(found, key=place)


def _slip(finding: Finding) -> str:
    return finding.excerpt.slip if finding.excerpt else ""


def _split(group: list[Finding], size: TableSize) -> list[Fault]:
    """One fault, or one for each value that stands in many cells and one for the rest."""
    if _slip(group[0]):
        return [Fault((Unit(tuple(group), size),))]
    alike = defaultdict(list)
    for one in group:
        alike[one.problem, one.fix, one.excerpt.text if one.excerpt else one.row_id].append(one)
    units = [Unit(tuple(some), size) for some in alike.values()]
    often = [unit for unit in units if len(unit.findings) >= REPEATED]
    if len(often) > FEW:
        return [Fault(tuple(units))]
    rest = tuple(unit for unit in units if unit not in often)
    return [*(Fault((unit,)) for unit in often), *([Fault(rest)] if rest else [])]
