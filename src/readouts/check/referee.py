"""Frictionless and pandera as referees: the one reads the package with code of its own, the other runs whole schemas.

In: our report and the package's folder. Out: the report with a finding wherever one of them refuses what we let pass.
What we refuse and frictionless lets pass is our stricter part; the tests list it.
"""

import dataclasses
import logging
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readouts.check.excerpts import with_excerpts
from readouts.check.pandera_schemas import polars_schema
from readouts.check.report import Report
from readouts.finding import Finding, Severity, shown
from readouts.package.json_objects import DESCRIPTOR
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import text_frame

if TYPE_CHECKING:
    import frictionless


FIX = "Correct the cell; and our own check missed it: say so in an issue."


def hear(report: Report, root: Path) -> Report:
    """Add both verdicts; where we found errors too, ours stand and theirs are left out.

    Without a sound descriptor neither is asked, and pandera judges only tables that could be read.
    """
    if "structure" in report.waiting:
        return report
    told, disagreements = _frictionless(root)
    tables = report.checked.tables if report.checked else {}
    if tables:
        more, found = _pandera(tables)
        told, disagreements = f"{told}; {more}", [*disagreements, *found]
    if not disagreements or report.count(Severity.ERROR):
        return dataclasses.replace(report, referee=told)
    further = with_excerpts(disagreements, tables)
    return dataclasses.replace(report, referee=told, findings=(*report.findings, *further), checked=None)


def _frictionless(root: Path) -> tuple[str, list[Finding]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.WARNING)
        import frictionless

        try:
            verdict = frictionless.validate(str(root / DESCRIPTOR))
        finally:
            logging.disable(logging.NOTSET)
    valid = sum(task.valid for task in verdict.tasks)
    found = [_finding(task.place, error) for task in verdict.tasks for error in task.errors]
    found = found or [_finding(DESCRIPTOR, error) for error in verdict.errors]
    return f"frictionless {version('frictionless')}: {valid} of {len(verdict.tasks)} tables valid", found


def _pandera(tables: dict[str, RawTable]) -> tuple[str, list[Finding]]:
    """The whole schema of each table, run by pandera on its text."""
    from pandera.errors import SchemaErrors

    found: list[Finding] = []
    valid = 0
    for raw in tables.values():
        try:
            polars_schema(raw.table).validate(text_frame(raw), lazy=True)
            valid += 1
        except SchemaErrors as errors:
            found += [_case(raw, one) for one in errors.failure_cases.iter_rows(named=True)]
    return f"pandera {version('pandera')}: {valid} of {len(tables)} tables valid", found


def _case(raw: RawTable, case: dict[str, Any]) -> Finding:
    line = 0 if case["index"] is None else raw.line(case["index"])
    problem = f"pandera says: {shown(str(case['check']), 300)}"
    return Finding(raw.table.path, line, case["column"] or "", "referee.disagrees", "", problem, FIX)


def _finding(path: str, error: "frictionless.Error") -> Finding:
    line, column = getattr(error, "row_number", None) or 0, getattr(error, "field_name", None) or ""
    return Finding(
        path or DESCRIPTOR,
        line,
        column,
        "referee.disagrees",
        "",
        f"frictionless says: {shown(error.message, 300)}",
        FIX,
    )
