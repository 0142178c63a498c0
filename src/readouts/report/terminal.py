"""A report as lines for a curator's terminal; the last lines say what was checked and what was not."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from readouts.check import Report
from readouts.finding import Finding, Severity

MOST = 10  # findings of one rule in one file that are shown: a reader corrects the cause, not two thousand lines


def render(report: Report) -> str:
    """One line a finding, at most MOST of a rule in a file, then the counts; ends without a line break."""
    return "\n".join([*_lines(report.findings), *summary(report)])


def place(finding: Finding) -> str:
    """Where it is: file, line and column as far as they are known."""
    return ":".join(filter(None, (finding.path, str(finding.line or ""), finding.column)))


def summary(report: Report) -> list[str]:
    """What was checked, what was not and why; in the last line errors, warnings and the quotations by state."""
    lines = [f"checked: {_count(report.tables, 'table')}, {_count(report.rows, 'row')}, {_count(report.rules, 'rule')}"]
    if report.referee:
        lines.append(report.referee)
    here, named = report.texts
    if named and here < named:
        missing = f"{_count(named - here, 'text')} of {named} not here"
        lines.append(f"not checked: {missing}, their quotations held to the anchors alone")
    if report.waiting:
        lines.append(f"not checked yet: {', '.join(report.waiting)} (correct the errors above first)")
    counts = [_count(report.count(Severity.ERROR), "error"), _count(report.count(Severity.WARNING), "warning")]
    states = [f"{number:,} {state}" for state, number in report.evidence.items()]
    return [*lines, ", ".join(counts) + (f"; quotations: {', '.join(states)}" if states else "")]


def _lines(findings: tuple[Finding, ...]) -> Iterator[str]:
    """File by file in order of lines; behind the last finding shown of a rule, how many more there are."""
    for path, of_file in groupby(findings, key=lambda finding: finding.path):
        of_file = list(of_file)
        left = Counter(finding.rule for finding in of_file)
        last = {finding.rule: finding.line for finding in of_file}
        seen: Counter[str] = Counter()
        for finding in of_file:
            seen[finding.rule] += 1
            left[finding.rule] -= 1
            if seen[finding.rule] <= MOST:
                yield _line(finding)
            if seen[finding.rule] == MOST and (more := left[finding.rule]):
                until = f", down to line {last[finding.rule]}" if last[finding.rule] else ""
                yield f"{path}  {finding.severity}  {finding.rule}  and {more:,} more{until} (--format jsonl lists all)"


def _line(finding: Finding) -> str:
    row = f" ({finding.row_id})" if finding.row_id else ""
    return f"{place(finding)}  {finding.severity}  {finding.rule}  {finding.problem}{row}. Fix: {finding.fix}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
