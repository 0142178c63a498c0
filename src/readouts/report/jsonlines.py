"""A report as JSON Lines, for other programs: one object a finding, the last object the summary.

In: a `Report`. Out: text. An object with `more` counts the findings of a rule in a file for
which there was no room.
"""

import json
from dataclasses import asdict

from readouts.check import Report
from readouts.finding import Finding, Severity, visible
from readouts.report import totals
from readouts.report.bounds import Alike, More, bounded
from readouts.report.look import PLAIN, Look
from readouts.report.window import window

WIDEST = 100  # columns of an excerpt


def render(report: Report, look: Look = PLAIN) -> str:
    """Findings carry the fields of `Finding`; the summary says what was checked, what not, and the counts."""
    every = [Alike(one) for one in report.findings]
    found = bounded(every, lambda one: _line(_told(one.finding)), look, most=len(every))
    return "\n".join([text for _, text in found.shown] + [_line(_more(one)) for one in found.more] + [_summary(report)])


def _told(finding: Finding) -> dict:
    fields = {name: value for name, value in vars(finding).items() if name != "excerpt"}
    safe = {name: visible(value) if type(value) is str else value for name, value in fields.items()}
    shown = asdict(window(finding.excerpt, WIDEST)) if finding.excerpt else None
    return safe | {"excerpt": shown}


def _more(one: More) -> dict:
    told = {"path": one.path, "rule": one.rule, "severity": one.severity}
    return {"more": one.count} | told | {"columns": one.columns, "lines": one.lines}


def _summary(report: Report) -> str:
    here, named = report.texts
    return _line(
        {
            "checked": {"tables": report.tables, "rows": report.rows, "rules": report.rules},
            "texts": {"here": here, "named": named},
            "evidence": report.evidence,
            "waiting": list(report.waiting),
            "referee": report.referee,
            "change": totals.change(report),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
        }
    )


def _line(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False)
