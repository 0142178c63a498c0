"""A report as JSON Lines, for other programs: one object a finding, the last object the summary.

In: a `Report`. Out: text. An object with `more` counts the findings of a fault for which there
was no room. `fix` is what is to be done about the fault as a whole: a program mends
nothing with a value that stands there as an example.
"""

import json
from typing import Any

from readouts.check.report import Report
from readouts.finding import Finding, Severity, visible
from readouts.report import totals
from readouts.report.advice import advice
from readouts.report.bounds import apart, bounded
from readouts.report.clip import clip
from readouts.report.display import PLAIN, Display
from readouts.report.faults import Unit, faults

WIDEST = 100  # columns of an excerpt


def render(report: Report, display: Display = PLAIN) -> str:
    """Findings carry the fields of `Finding`; the summary says what was checked, what not, and the counts.

    One JSON object a line: each finding; for those of a fault that are not shown one with `more`; last the summary.
    """
    place = {id(one): number for number, one in enumerate(report.findings)}
    found = bounded(apart(faults(report)), lambda one: _line(_told(one.first, advice(one))), display, most=None)
    shown = sorted(found.shown, key=lambda row: place[id(row[0].first)])
    return "\n".join([text for _, text in shown] + [_line(_more(one)) for one in found.more] + [_summary(report)])


def _told(finding: Finding, fix: str) -> dict[str, Any]:
    fields = {name: value for name, value in vars(finding).items() if name != "excerpt"} | {"fix": fix}
    safe = {name: visible(value) if type(value) is str else value for name, value in fields.items()}
    return safe | {"excerpt": _excerpt(finding)}


def _excerpt(finding: Finding) -> dict[str, Any] | None:
    if finding.excerpt is None:
        return None
    seen = clip(finding.excerpt, WIDEST)
    name = {"deviation": finding.excerpt.slip} if finding.excerpt.slip else {}
    return {"before": seen.before, "fault": seen.fault, "behind": seen.behind} | name


def _more(unit: Unit) -> dict[str, Any]:
    first, lines = unit.first, unit.lines or (0,)
    told = {"path": first.path, "rule": first.rule, "severity": first.severity}
    columns = [first.column] if first.column else []
    return {"more": len(unit.findings)} | told | {"columns": columns, "lines": [lines[0], lines[-1]]}


def _summary(report: Report) -> str:
    here, named = report.texts
    return _line(
        {
            "checked": {"tables": report.tables, "rows": report.rows, "rules": report.rules},
            "looked": dict(report.looked),
            "texts": {"here": here, "named": named},
            "evidence": report.evidence,
            "waiting": list(report.waiting),
            "not_canonical": list(report.not_canonical),
            "referee": report.referee,
            "change": totals.change(report),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
        }
    )


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
