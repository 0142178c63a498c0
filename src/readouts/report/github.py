"""A report for GitHub Actions: annotations on the lines of the change, the log, the summary of the step.

GitHub shows at most ten annotations of a kind in a step, so those that are sent are the
ten that differ most: the first finding of every rule goes before the second of any. The
log has what a terminal has, and the summary of the step, written by `summary`, all that
fits into it. GitHub takes 1 MiB for a step; ours stays below 200 kB.
Source: "Workflow commands for GitHub Actions", setting an error or a warning message,
adding a job summary.
"""

import re

from readouts.check import Report
from readouts.finding import Finding, Severity, visible
from readouts.report import terminal, totals
from readouts.report.bounds import Alike, alike, bounded, in_turn
from readouts.report.look import PLAIN, Look
from readouts.report.window import window

SHOWN = 10  # annotations of a kind
WIDEST = 80  # columns of a cell
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}
_MARKDOWN = re.compile(r"[\\`*\[\]<>|~@&]")


def render(report: Report, look: Look = PLAIN) -> str:
    """The commands, then the report as a terminal without colour shows it."""
    every = in_turn(alike(report.findings), lambda finding: finding.rule)
    commands = [
        _command(one) for kind in Severity for one in [one for one in every if one.finding.severity is kind][:SHOWN]
    ]
    # What the old form of a command begins with, is one wherever it stands.
    return "\n".join([*commands, terminal.render(report, Look(every=look.every)).replace("##[", "##\\[")])


def summary(report: Report) -> str:
    """The same in Markdown, as much of it as fits, for the summary of the step; ends with a line break."""
    every = alike(report.findings)
    found = bounded(every, _row, PLAIN, most=len(every))
    head = ["| where | | rule | what | fix |", "|---|---|---|---|---|"] if found.shown else []
    table = [*head, *(text for _, text in found.shown), *([""] if head else [])]
    more = [f"- {_text(totals.more(one))}" for one in found.more] + ([f"- {totals.left(found)}"] if found.more else [])
    checked = [f"- {_text(line)}" for line in totals.summary(report)]
    change = [f"- {_text(line)}" for line in totals.change(report)]
    told = [f"### {totals.CHANGE.capitalize()}", "", *change, ""] if change else []
    return "\n".join([*table, *more, *([""] if more else []), *told, *checked, ""])


def _command(one: Alike) -> str:
    finding = one.finding
    properties = {"file": finding.path, **({"line": str(finding.line)} if finding.line else {}), "title": finding.rule}
    told = ",".join(f"{name}={_escaped(visible(value), _PROPERTY)}" for name, value in properties.items())
    column, row = (f"{finding.column}: " if finding.column else "", f" ({finding.row_id})" if finding.row_id else "")
    lines = [
        visible(f"{column}{finding.problem}{row}"),
        *_cell(finding),
        totals.again(one),
        visible(f"Fix: {finding.fix}"),
    ]
    return f"::{finding.severity} {told}::{_escaped(chr(10).join(filter(None, lines)), _DATA)}"


def _cell(finding: Finding) -> list[str]:
    if finding.excerpt is None:
        return []
    shown = window(finding.excerpt, WIDEST)
    return [f"there: {shown.before}»{shown.fault}«{shown.behind}"]


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(one, one) for one in text)


def _row(one: Alike) -> str:
    finding = one.finding
    cells = " ".join(_text(line) for line in _cell(finding))
    what = "<br>".join(filter(None, (_text(finding.problem), cells, _text(totals.again(one)))))
    row = f" {_text(finding.row_id)}" if finding.row_id else ""
    where = f"{_text(totals.place(finding))}{row}"
    return f"| {where} | {finding.severity} | `{finding.rule}` | {what} | {_text(finding.fix)} |"


def _text(text: str) -> str:
    """Text that Markdown and HTML leave as it is."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", visible(text))
