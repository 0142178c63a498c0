"""Which findings a report shows, and how many more there are.

Why: a reader corrects the cause, not two thousand lines, and a page that does not open
helps nobody. In: findings, and how a report writes one. Out: those that are shown, in
order of file and line, and for each rule in each file how many more. Every rule in every
file gets its first finding before any gets its second.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readouts.finding import Finding, Severity
from readouts.report.look import Look

MOST = 5  # different faults against one rule in one file
MOST_KINDS = 60  # rules in files of which it is said how many more there are
BUDGET = 100_000  # bytes of findings in a report, which leaves room for the rest below 200,000


@dataclass(frozen=True)
class Alike:
    """A finding, and the lines on which the same was found again: same rule, column, words and cell."""

    finding: Finding
    again: tuple[int, ...] = ()


@dataclass(frozen=True)
class More:
    """What is not shown of one rule in one file: how many findings, in which columns, from line to line."""

    path: str
    rule: str
    severity: Severity
    count: int
    columns: tuple[str, ...]
    lines: tuple[int, int]

    @property
    def place(self) -> str:
        """The columns and lines in words."""
        first, last = self.lines
        where = f" in {', '.join(self.columns)}" if self.columns else ""
        return where + (f", lines {first} to {last}" if first != last else f", line {last}" if last else "")


@dataclass(frozen=True)
class Bounded:
    """What a report shows, each finding with its text; what it only counts; and of how many kinds not even that."""

    shown: tuple[tuple[Alike, str], ...]
    more: tuple[More, ...]
    left: int = 0


def alike(findings: Iterable[Finding]) -> list[Alike]:
    """The findings, the same fault on many lines once."""
    groups: dict[tuple, list[Finding]] = defaultdict(list)
    for one in findings:
        cell = one.excerpt.text if one.excerpt else one.row_id
        groups[one.path, one.rule, one.column, one.problem, one.fix, cell].append(one)
    return [Alike(first, tuple(one.line for one in rest)) for first, *rest in groups.values()]


def in_turn(every: Iterable[Alike], key: Callable[[Finding], object]) -> list[Alike]:
    """The first of each kind, errors before warnings, then the second of each, and so on."""
    seen: Counter = Counter()
    order = []
    for place, one in enumerate(every):
        kind = key(one.finding)
        order.append((seen[kind], one.finding.severity is not Severity.ERROR, place, one))
        seen[kind] += 1
    return [one for *_, one in sorted(order, key=lambda row: row[:3])]


def bounded(every: list[Alike], told: Callable[[Alike], str], look: Look, most: int = MOST) -> Bounded:
    """At most `most` of a rule in a file, and as many in all as the budget allows; `told` writes one."""
    texts, size = {}, 0
    seen: Counter = Counter()
    for one in in_turn(every, _kind):
        kind = _kind(one.finding)
        text = told(one) if look.every or seen[kind] < most else ""
        size += len(text.encode(errors="replace"))
        if not look.every and size > BUDGET:
            break
        seen[kind] += 1
        if text:
            texts[id(one)] = text
    shown = tuple((one, texts[id(one)]) for one in every if id(one) in texts)
    more = _more([one for one in every if id(one) not in texts])
    return Bounded(shown, more[:MOST_KINDS], len(more[MOST_KINDS:]))


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.path, finding.rule


def _more(hidden: list[Alike]) -> tuple[More, ...]:
    kinds: dict[tuple, list[Alike]] = defaultdict(list)
    for one in hidden:
        kinds[one.finding.path, one.finding.rule, one.finding.severity].append(one)
    return tuple(
        More(*kind, _count(group), _columns(group), (group[0].finding.line, max(map(_last, group))))
        for kind, group in kinds.items()
    )


def _count(group: list[Alike]) -> int:
    return sum(1 + len(one.again) for one in group)


def _columns(group: list[Alike]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.finding.column for one in group if one.finding.column))[:5]


def _last(one: Alike) -> int:
    return max((one.finding.line, *one.again))
