"""What a change of the record means, told to whoever reviews it.

Why: a diff of rows shows that a word became another, not that a denial became an assertion.
In: the report on the record as it is, its rows as they are written, and an earlier state. Out: the same report with
a section that says in sentences what turned, vanished and appeared, and a finding wherever something turned or
vanished and no new row of corrections says so; and the change by itself. Redirects are followed.

Rows are compared whether they check or not. What follows from them is worked out where the tables can be laid
together, and where they have errors that is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from readouts.check.excerpts import with_excerpts
from readouts.check.gone import Before
from readouts.check.memory import Memory
from readouts.check.report import Report
from readouts.check.table_sizes import table_sizes
from readouts.compare.declared import Declared, declared
from readouts.compare.demands import loosened
from readouts.compare.derived import CANNOT, Outcome, outcomes
from readouts.compare.paired import States
from readouts.compare.rows import RULES, Change, changes
from readouts.compare.step import Step, step
from readouts.compare.summed import lines
from readouts.finding import Finding, Severity, shown

_BY_SLUG = {rule.slug: rule for rule in RULES}
NOTHING = "nothing: no cell of any table is another, and nothing derived from them differs"


@dataclass(frozen=True)
class Earlier:
    """An earlier state: its rows, and the report on it where it can be built; `why_not` says why it cannot."""

    before: Before
    report: Report | None = None
    why_not: str = ""
    memory: Memory = field(default_factory=Memory, repr=False)


@dataclass(frozen=True)
class Difference:
    """All that differs between two states: rows, what is declared, what follows; and what was not compared."""

    changes: tuple[Change, ...]
    declared: tuple[Declared, ...]
    follows: tuple[Outcome, ...]
    notes: tuple[str, ...]
    step: Step
    rows: tuple[tuple[str, int, int], ...]  # table, how many then, how many now
    fresh: tuple[Finding, ...] = ()  # what is found that the earlier state did not have

    @property
    def nothing(self) -> bool:
        """Whether nothing differs of what could be compared."""
        return not (self.changes or self.declared or self.follows)


def as_read(report: Report) -> Before:
    """The state that a report was made of, where its files are at hand in no folder."""
    tables = report.raw.values()
    rows = {raw.table.path: tuple(dict(zip(raw.header, cells, strict=False)) for cells in raw.rows) for raw in tables}
    lines = {raw.table.path: tuple(map(raw.line, range(len(raw.rows)))) for raw in tables}
    return Before(rows=rows, package=report.dataset.package if report.dataset else None, lines=lines)


def compare(report: Report, now: Before, earlier: Earlier) -> tuple[Report, Difference]:
    """The report with what the change means, and a finding for each turn of which nothing is said; and the change.

    Of a released row and of a code such a finding is an error. `change` of the report holds sentences of 900
    characters at most.
    """
    report = _with_looser(report, earlier.before)
    states = States(earlier.before, now)
    found, said = changes(states), declared(earlier.before.package, now.package)
    follows, notes = _follows(report, states, earlier)
    rows = tuple((name, len(states.then[name]), len(states.now[name])) for name in states.tables)
    difference = Difference(
        tuple(found), tuple(said), tuple(follows), (*states.notes, *notes), step(states, found, said), rows
    )
    unsaid = with_excerpts(_findings(found), dict(report.raw))
    findings = tuple(sorted([*report.findings, *unsaid]))
    sizes = table_sizes(findings, dict(report.raw))
    told = tuple(shown(line, 900) for line in told_in(difference))
    report = replace(report, findings=findings, rules=report.rules + len(RULES), change=told, sizes=sizes)
    return report, replace(difference, fresh=_fresh(findings, earlier))


def told_in(difference: Difference, every: bool = False) -> list[str]:
    """The difference in lines: rows, then what follows from them, then what is declared and what was not compared."""
    told = [*lines(difference.changes, every), *(one.told for one in difference.follows)]
    told += [f"{one.path} {one.told}" for one in difference.declared]
    return [*(told or [NOTHING]), *difference.notes]


def _with_looser(report: Report, before: Before) -> Report:
    """The report with what the schemas no longer ask for, errors or not."""
    if report.dataset is None or before.package is None:
        return report
    found = loosened(before.package, report.dataset.package)
    return replace(report, findings=tuple(sorted([*report.findings, *found])))


def _follows(report: Report, states: States, earlier: Earlier) -> tuple[list[Outcome], list[str]]:
    """What follows for what is derived; and why not, or from what, where that has to be said."""
    if report.dataset is None or report.proven is None:
        return [], ["what follows is not worked out: the tables have errors that must be corrected first"]
    if earlier.report is None or earlier.report.dataset is None or earlier.report.proven is None:
        why = earlier.why_not or "the earlier state has errors by the rules of today"
        return [], [f"what follows is not worked out: {why}"]
    errors = report.count(Severity.ERROR)
    ids = {old: new for (_, old), new in {**states.renamed, **states.led}.items()}
    try:
        found = outcomes(earlier.report, report, ids, earlier.memory)
    except CANNOT as why:
        whose = "one of the two states" if errors else "the earlier state, which has errors by the rules of today,"
        told = f"the tables of {whose} do not fit together ({shown(str(why), 200)})"
        return [], [f"what follows is not worked out: {told}"]
    unsound = (
        f"the record has {errors:,} error{'s' if errors > 1 else ''}: what follows holds for the rows as they stand"
    )
    return found, [unsound] if errors else []


def _fresh(findings: Iterable[Finding], earlier: Earlier) -> tuple[Finding, ...]:
    """What is found now and was not then; all of it where nothing is known of then."""
    known = {_what(one) for one in (earlier.report.findings if earlier.report else ())}
    return tuple(one for one in findings if _what(one) not in known)


def _what(found: Finding) -> tuple[str, ...]:
    """What a finding is of, wherever its row now stands."""
    return found.path, found.rule, found.row_id, found.column, found.problem


def _findings(found: Iterable[Change]) -> list[Finding]:
    return [_finding(one) for one in found if one.rule and not one.said]


def _finding(one: Change) -> Finding:
    """A turn of which nothing is said: an error where others may have cited the row, and where a code turned."""
    rule = _BY_SLUG[one.rule]
    severity = Severity.ERROR if one.released else rule.severity
    told = f"{shown(one.told, 300)}{f' (released in {shown(one.released)})' if one.released else ''}"
    return Finding(one.path, one.line, one.column, one.rule, shown(one.row_id, 200), told, rule.fix, severity)
