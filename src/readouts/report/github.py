"""A report for GitHub Actions: annotations on the lines of the change, then the log.

GitHub shows at most ten annotations of a kind in a step, so those that are sent are the
ten that tell most: one of every file goes before the second of any, then one of every
column, then of every fault; the last says how many faults have none. The log has what a
terminal has; the summary of the step is written by `github_summary`.
Source: "Workflow commands for GitHub Actions", setting an error or a warning message.
"""

from collections.abc import Iterator

from readouts.check.report import Report
from readouts.finding import Finding, Severity, quiet, visible
from readouts.report import overview, terminal, totals
from readouts.report.advice import advice
from readouts.report.clip import clip
from readouts.report.display import PLAIN, Display
from readouts.report.faults import Fault, Unit, faults, joined
from readouts.report.numbers import count

SHOWN = 10  # annotations of a kind
WIDEST = 80  # columns of a cell
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, display: Display = PLAIN) -> str:
    """The commands, then the report as a terminal without colour shows it."""
    every = faults(report)
    commands = [one for kind in Severity for one in _commands([one for one in every if one.first.severity is kind])]
    log = terminal.render(report, Display(every=display.every))
    said = [f"\n{count(len(commands), 'annotation')} above; the same and the rest as a terminal shows it:\n"]
    return quiet("\n".join([*commands, *(said if commands else []), log]))


def _commands(every: list[Fault]) -> Iterator[str]:
    order = _order(every)[:SHOWN]
    firsts = {id(fault.units[0]): fault for fault in every}
    told = sum(id(unit) in firsts for unit in order)
    for place, unit in enumerate(order):
        rest = firsts[id(unit)].units[1:] if id(unit) in firsts else ()
        notes = [totals.others(joined(rest))] if rest else []
        if place == len(order) - 1 and told < len(every):
            where = "all" if len(every) <= overview.MOST else "more"
            notes.append(f"{told} of {len(every)} faults shown; {where} in the step summary")
        yield _command(unit, notes)


def _order(every: list[Fault]) -> list[Unit]:
    """One unit of each file, of each further column, of each further fault; then the others in turn."""
    seen, order = set(), []
    for place, fault in enumerate(every):
        file, column = fault.first.path, (fault.first.path, fault.first.column)
        rank = 0 if file not in seen else 1 if column not in seen else 2
        seen |= {file, column}
        order += [(rank if not turn else 2 + turn, place, unit) for turn, unit in enumerate(fault.units)]
    return [unit for *_, unit in sorted(order, key=lambda row: row[:2])]


def _command(unit: Unit, notes: list[str]) -> str:
    finding = unit.first
    properties = {"file": finding.path, **({"line": str(finding.line)} if finding.line else {}), "title": finding.rule}
    told = ",".join(f"{name}={_escaped(visible(value), _PROPERTY)}" for name, value in properties.items())
    column, row = (f"{finding.column}: " if finding.column else "", f" ({finding.row_id})" if finding.row_id else "")
    problem = f"{visible(column)}{totals.problem(unit)}{visible(row)}"
    lines = [problem, cell(finding), totals.again(unit), *notes, visible(f"Fix: {advice(unit)}")]
    return f"::{finding.severity} {told}::{_escaped(chr(10).join(filter(None, lines)), _DATA)}"


def cell(finding: Finding) -> str:
    """The cell in one line, its fault in marks if it is in one place; empty where none is known."""
    if finding.excerpt is None:
        return ""
    shown = clip(finding.excerpt, WIDEST)
    if shown.marks == 1:
        return f"there: {shown.before}»{shown.fault}«{shown.behind}"
    return f"there: {shown.text}" if shown.text else "nothing there (the cell is empty)"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(one, one) for one in text)
