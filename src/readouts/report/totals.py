"""What every report says the same way: where a finding is, how many more there are, what was checked.

In: a `Report`. Out: lines of text.
"""

from readouts.check import Report
from readouts.finding import Finding, Severity, shown, visible
from readouts.report.bounds import Alike, Bounded, More

CHANGE = "what this change means for claims"
MOST_CHANGES = 60
MOST_LINES = 5  # of those on which the same was found again


def place(finding: Finding) -> str:
    """Where it is: file, line and column as far as they are known."""
    return visible(":".join(filter(None, (finding.path, str(finding.line or ""), finding.column))))


def again(one: Alike) -> str:
    """On which further lines the same was found; empty where on none."""
    if not one.again:
        return ""
    lines = [str(line) for line in one.again]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "…", lines[-1]]
    return f"the same {len(one.again):,} more {'time' if len(one.again) == 1 else 'times'}: lines {', '.join(lines)}"


def more(one: More) -> str:
    """How many findings of a rule in a file are not shown, and where."""
    return shown(f"{one.path}  {one.severity}  {one.rule}  and {one.count:,} more{one.place}", 500)


def left(found: Bounded) -> str:
    """How to see what is not shown; and of how many kinds there is not even a count."""
    kinds = f"findings of {found.left:,} more kinds are not counted here; " if found.left else ""
    return f"{kinds}--all shows every finding"


def change(report: Report) -> list[str]:
    """What the change means for claims, as much of it as a reviewer reads in one go."""
    more = len(report.change) - MOST_CHANGES
    lines = [visible(line) for line in report.change[:MOST_CHANGES]]
    return lines + ([f"and {more:,} more"] if more > 0 else [])


def summary(report: Report) -> list[str]:
    """What was checked, what was not and why; in the last line errors, warnings and the quotations by state."""
    lines = [f"checked: {count(report.tables, 'table')}, {count(report.rows, 'row')}, {count(report.rules, 'rule')}"]
    if report.referee:
        lines.append(report.referee)
    here, named = report.texts
    if named and here < named:
        missing = f"{count(named - here, 'text')} of {named} not here"
        lines.append(f"not checked: {missing}, their quotations held to the anchors alone")
    if report.waiting:
        lines.append(f"not checked yet: {', '.join(report.waiting)} (correct the errors above first)")
    counts = [count(report.count(Severity.ERROR), "error"), count(report.count(Severity.WARNING), "warning")]
    states = [f"{number:,} {state}" for state, number in report.evidence.items()]
    return [*lines, ", ".join(counts) + (f"; quotations: {', '.join(states)}" if states else "")]


def count(number: int, what: str) -> str:
    """A number with its word, in the plural where it is one."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
