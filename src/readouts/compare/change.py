"""What a change of the record means for its claims, told to whoever reviews it.

Why: a diff of rows shows that a word became another, not that a denial became an assertion.
In: the report on the record as it is, and an earlier state. Out: the same report with a
section that says in sentences what turned, vanished and appeared, and a warning wherever
something turned or vanished and no new row of corrections says so. Redirects are followed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from readouts.check.excerpts import with_excerpts
from readouts.check.gone import Before
from readouts.check.report import Checked, Report
from readouts.check.table_sizes import table_sizes
from readouts.compare.demands import loosened
from readouts.compare.derived import outcomes
from readouts.compare.rows import RULES, Turn, turns
from readouts.finding import Finding, shown

_BY_SLUG = {rule.slug: rule for rule in RULES}
NOTHING = "nothing: every stance, date, speaker and quotation stays, and nothing derived from them differs"


@dataclass(frozen=True)
class Earlier:
    """An earlier state: its rows, and what was built from when it is sound; `why_not` says why it is not."""

    before: Before
    checked: Checked | None = None
    why_not: str = ""


def compare(report: Report, earlier: Earlier) -> Report:
    """The report with what the change means, and a warning for each turn of which nothing is said.

    The rows of a report with errors are not compared, and it says so; what the schemas ask is.
    `change` of the result holds sentences of 400 characters at most.
    """
    report, looser = _with_looser(report, earlier.before)
    if report.checked is None:
        return replace(report, change=(*looser, "rows not compared: correct the errors first"))
    found = turns(report.checked, earlier.before)
    lines = [_line(one) for one in found]
    if earlier.checked:
        lines += outcomes(earlier.checked, report.checked)
    unsaid = with_excerpts(_findings(found), report.checked.tables)
    left_out = [f"derived tables not compared: {earlier.why_not}"] if earlier.why_not else []
    told = (*(shown(line, 400) for line in [*lines, *looser] or [NOTHING]), *left_out)
    findings = tuple(sorted([*report.findings, *unsaid]))
    sizes = table_sizes(findings, report.checked.tables)
    return replace(report, findings=findings, rules=report.rules + len(RULES), change=told, sizes=sizes)


def _with_looser(report: Report, before: Before) -> tuple[Report, list[str]]:
    """The report with what the schemas no longer ask for, errors or not, and the same in lines."""
    if report.dataset is None or before.package is None:
        return report, []
    found = loosened(before.package, report.dataset.package)
    return replace(report, findings=tuple(sorted([*report.findings, *found]))), [
        f"{one.path} {one.problem}" for one in found
    ]


def _line(turn: Turn) -> str:
    said = "" if not turn.said else f" ({turn.said})"
    return f"{turn.path}{f':{turn.line}' if turn.line else ''} {turn.told}{said}"


def _findings(found: Iterable[Turn]) -> list[Finding]:
    return [
        Finding(
            one.path,
            one.line,
            one.column,
            one.rule,
            shown(one.row_id, 200),
            shown(one.told, 300),
            _BY_SLUG[one.rule].fix,
            _BY_SLUG[one.rule].severity,
        )
        for one in found
        if one.rule and not one.said
    ]
