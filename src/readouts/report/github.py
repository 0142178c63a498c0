"""A report as workflow commands of GitHub Actions, which show each finding on its line of the change.

GitHub shows at most ten annotations of a kind in a step; the summary of the step, written
by `summary`, carries all of them.
Source: "Workflow commands for GitHub Actions", setting an error or a warning message.
"""

from readouts.check import Report
from readouts.finding import Finding
from readouts.report import terminal

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """One command a finding, then the counts as plain lines, which the log shows."""
    return "\n".join([*map(_command, report.findings), *terminal.summary(report)])


def summary(report: Report) -> str:
    """The same in Markdown, all of it, for the summary of the step."""
    rows = [
        f"| {_cell(terminal.place(one))} | {one.severity} | `{one.rule}` | {_cell(one.problem)} | {_cell(one.fix)} |"
        for one in report.findings
    ]
    table = ["| where | | rule | what | fix |", "|---|---|---|---|---|", *rows, ""] if rows else []
    return "\n".join([*table, *terminal.summary(report), ""])


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, **({"line": str(finding.line)} if finding.line else {}), "title": finding.rule}
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    column, row = (f"{finding.column}: " if finding.column else "", f" ({finding.row_id})" if finding.row_id else "")
    return f"::{finding.severity} {told}::{_escaped(f'{column}{finding.problem}{row}. Fix: {finding.fix}', _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(one, one) for one in text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
