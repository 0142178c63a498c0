"""The generated part of README.md: what the tables are.

In: the folder of the record. Out: Markdown.
"""

from datetime import date
from pathlib import Path

from readouts.check import check
from readouts.check.report import Checked
from readouts.package.descriptor import load

# No document depends on the day; a fixed one keeps them the same tomorrow.
_DAY = date(9999, 12, 31)


def checked(root: str) -> Checked:
    """The record under `root`; ValueError with the findings when it has errors."""
    report = check(Path(root), _DAY)
    if report.checked is None:
        raise ValueError("\n".join(map(str, report.findings)))
    return report.checked


def tables(root: str) -> str:
    """A table of the tables: name, what one row is.

    How many rows there are is said by the pages and by `readouts build`: of two changes that add rows each has
    another number, and that of both together would be neither.
    """
    package, findings = load(Path(root))
    if package is None:
        raise ValueError("\n".join(map(str, findings)))
    rows = [f"| [{table.name}]({table.path}) | {table.description} |" for table in package.tables]
    return "\n".join(["", "| table | one row is |", "|---|---|", *rows, "", ""])
