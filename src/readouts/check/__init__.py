"""The gates, one after the other: structure, cells, links, rules.

In: the folder of a package and the day on which it is checked. Out: a `Report` of what
was found and what was checked, and, when no error was found, the receipt (`Checked`)
without which nothing is built. A later gate waits for the ones before it, so that one
typo gives one finding.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from readouts.check.cells import check_cells
from readouts.check.links import check_links
from readouts.check.rules import check_rules, rules
from readouts.check.structure import read_tables
from readouts.finding import Finding, Severity
from readouts.frames import Dataset
from readouts.package import Package, load
from readouts.rows import RawTable

GATES = ("package", "structure", "cells", "links", "rules")


@dataclass(frozen=True)
class Checked:
    """The receipt of a package without errors: its data, and the digest of each file that was checked."""

    dataset: Dataset
    tables: dict[str, RawTable]

    @property
    def package(self) -> Package:
        """The declared package."""
        return self.dataset.package


@dataclass(frozen=True)
class Report:
    """What was found and what was looked at; `waiting` are the gates that did not run."""

    findings: tuple[Finding, ...]
    tables: int = 0
    rows: int = 0
    rules: int = 0
    waiting: tuple[str, ...] = ()
    checked: Checked | None = field(default=None, repr=False)

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)


def check(root: Path, today: date) -> Report:
    """Check the package under `root` as of `today`."""
    package, findings = load(root)
    if package is None:
        return Report(tuple(findings), waiting=GATES[1:])
    tables, findings = read_tables(package)
    seen = {"tables": len(tables), "rows": sum(len(raw.rows) for raw in tables.values())}
    if findings:
        return Report(tuple(findings), waiting=GATES[2:], **seen)
    dataset, findings = check_cells(package, tables)
    if dataset is None:
        return Report(tuple(findings), waiting=GATES[3:], **seen)
    findings = check_links(dataset, tables)
    if findings:
        return Report(tuple(findings), waiting=GATES[4:], **seen)
    findings = check_rules(dataset, tables, today)
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    return Report(tuple(findings), rules=len(rules()), checked=None if errors else Checked(dataset, tables), **seen)
