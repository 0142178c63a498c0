"""The generated part of README.md: what the tables hold.

In: the folder of the record. Out: Markdown.
"""

from datetime import date
from pathlib import Path

from readouts.check import check
from readouts.check.report import Checked

# The counts do not depend on the day; a fixed one keeps the document the same tomorrow.
_DAY = date(9999, 12, 31)


def checked(root: str) -> Checked:
    """The record under `root`; ValueError with the findings when it has errors."""
    report = check(Path(root), _DAY)
    if report.checked is None:
        raise ValueError("\n".join(map(str, report.findings)))
    return report.checked


def tables(root: str) -> str:
    """A table of the tables: name, rows, what one row is."""
    record = checked(root)
    rows = [
        f"| [{table.name}]({table.path}) | {len(record.tables[table.name].rows):,} | {table.description} |"
        for table in record.package.tables
    ]
    return "\n".join(["", "| table | rows | one row is |", "|---|---|---|", *rows, "", ""])
