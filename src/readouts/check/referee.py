"""Frictionless as an independent referee: it reads the same package with code of its own.

In: our report and the package's folder. Out: the report with a finding wherever
frictionless refuses what we let pass. What we refuse and it lets pass is our stricter
part; the tests list it.
"""

import dataclasses
import logging
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.check.excerpts import with_excerpts
from readouts.check.report import Report
from readouts.finding import Finding, Severity, shown
from readouts.package.json_objects import DESCRIPTOR

if TYPE_CHECKING:
    import frictionless


def hear(report: Report, root: Path) -> Report:
    """Add frictionless' verdict; where we found errors too, ours stand and its are left out.

    Without a sound descriptor it is not asked.
    """
    if "structure" in report.waiting:
        return report
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.WARNING)
        import frictionless

        try:
            verdict = frictionless.validate(str(root / DESCRIPTOR))
        finally:
            logging.disable(logging.NOTSET)
    valid = sum(task.valid for task in verdict.tasks)
    referee = f"frictionless {version('frictionless')}: {valid} of {len(verdict.tasks)} tables valid"
    if verdict.valid or report.count(Severity.ERROR):
        return dataclasses.replace(report, referee=referee)
    disagreements = [_finding(task.place, error) for task in verdict.tasks for error in task.errors] or [
        _finding(DESCRIPTOR, error) for error in verdict.errors
    ]
    found = with_excerpts(disagreements, report.checked.tables if report.checked else {})
    return dataclasses.replace(report, referee=referee, findings=(*report.findings, *found), checked=None)


def _finding(path: str, error: "frictionless.Error") -> Finding:
    line, column = getattr(error, "row_number", None) or 0, getattr(error, "field_name", None) or ""
    return Finding(
        path or DESCRIPTOR,
        line,
        column,
        "referee.disagrees",
        "",
        f"frictionless says: {shown(error.message, 300)}",
        "Correct the cell; and our own check missed it: say so in an issue.",
    )
