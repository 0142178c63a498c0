"""A report as JSON Lines, for other programs: one object a finding, the last object the summary."""

import json
from dataclasses import asdict

from readouts.check import Report
from readouts.finding import Severity


def render(report: Report) -> str:
    """Findings carry the fields of `Finding`; the summary says what was checked, what not, and the counts."""
    here, named = report.texts
    summary = {
        "checked": {"tables": report.tables, "rows": report.rows, "rules": report.rules},
        "texts": {"here": here, "named": named},
        "evidence": report.evidence,
        "waiting": list(report.waiting),
        "referee": report.referee,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
    }
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in (*map(asdict, report.findings), summary))
