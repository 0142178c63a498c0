"""A report as lines for a curator's terminal; the last lines say what was checked and what was not."""

from readouts.check import Report
from readouts.finding import Finding, Severity


def render(report: Report) -> str:
    """One line a finding, then the counts; ends without a line break."""
    return "\n".join([*map(_line, report.findings), *_summary(report)])


def _line(finding: Finding) -> str:
    place = ":".join(filter(None, (finding.path, str(finding.line or ""), finding.column)))
    row = f" ({finding.row_id})" if finding.row_id else ""
    return f"{place}  {finding.severity}  {finding.rule}  {finding.problem}{row}. Fix: {finding.fix}"


def _summary(report: Report) -> list[str]:
    lines = [f"checked: {_count(report.tables, 'table')}, {_count(report.rows, 'row')}, {_count(report.rules, 'rule')}"]
    if report.waiting:
        lines.append(f"not checked yet: {', '.join(report.waiting)} (correct the errors above first)")
    lines.append(f"{_count(report.count(Severity.ERROR), 'error')}, {_count(report.count(Severity.WARNING), 'warning')}")
    return lines


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
