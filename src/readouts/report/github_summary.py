"""The summary of a step on GitHub, in Markdown: the verdict, the faults in a table, single findings, the totals.

In: a `Report`. Out: text. Where much is wrong, an overview comes first, and the findings
of a file are folded up. GitHub takes 1 MiB for a step; ours stays below 200 kB.
Source: "Workflow commands for GitHub Actions", adding a job summary.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from readouts.check.report import Report
from readouts.finding import visible
from readouts.report import overview, totals
from readouts.report.advice import advice
from readouts.report.bounds import Bounded, bounded
from readouts.report.display import PLAIN
from readouts.report.faults import Fault, Unit, faults
from readouts.report.github import cell
from readouts.report.numbers import count

HEAD = ("where", "", "rule", "what", "fix")
_MARKDOWN = re.compile(r"[\\`*\[\]<>|~@&]")


def summary(report: Report) -> str:
    """As much of the report as is read in one go; ends with a line break."""
    every = faults(report)
    found = bounded(every, _row, PLAIN)
    change = [f"- {escaped(line)}" for line in totals.change(report)]
    told = [f"### {totals.CHANGE.capitalize()}", "", *change, ""] if change else []
    checked = [f"- {escaped(line)}" for line in totals.summary(report)]
    return "\n".join([*_overview(report, every), *_files(report, found), *told, *checked, ""])


def _overview(report: Report, every: list[Fault]) -> list[str]:
    if not overview.needed(report):
        return []
    verdict, *others = overview.verdict(report, every)
    rows, left = overview.rows(every)
    more = [f"{count(left, 'more fault')} not in this table", ""] if left else []
    table = _table(overview.HEAD, (_cells(map(escaped, row)) for row in rows))
    return [f"### {escaped(verdict)}", "", *(f"{escaped(one)}\n" for one in others), *table, *more]


def _files(report: Report, found: Bounded) -> list[str]:
    """One table; or a file at a time, folded up, where there is an overview. Then what is not shown."""
    rows, lines = defaultdict(list), []
    for unit, text in found.shown:
        rows[unit.first.path].append(text)
    if overview.needed(report):
        numbers = Counter(one.path for one in report.findings)
        for path, some in rows.items():
            title = f"<summary>{escaped(path)}: {count(numbers[path], 'finding')}</summary>"
            lines += ["<details>", title, "", *_table(HEAD, some), "</details>", ""]
    elif rows:
        lines += _table(HEAD, (one for some in rows.values() for one in some))
    more = [f"- {escaped(totals.more(one))}" for one in found.more]
    if found.more or overview.needed(report):
        more.append(f"- {escaped(totals.left(found))}")
    return [*lines, *more, *([""] if more else [])]


def _table(head: Iterable[str], rows: Iterable[str]) -> list[str]:
    told = tuple(head)
    return [_cells(map(escaped, told)), "|" + "---|" * len(told), *rows, ""]


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(unit: Unit) -> str:
    finding = unit.first
    what = filter(None, (totals.problem(unit), visible(cell(finding)), totals.again(unit)))
    where = f"{totals.place(finding)} {finding.row_id}".rstrip()
    told = "<br>".join(map(escaped, what))
    return _cells((escaped(where), finding.severity, f"`{finding.rule}`", told, escaped(advice(unit))))


def escaped(text: str) -> str:
    """Text that Markdown and HTML leave as it is."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", visible(text))
