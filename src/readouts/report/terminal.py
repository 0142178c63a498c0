"""A report for a curator: file by file, each finding with its cell, the fault marked, and the fix last.

In: a `Report` and a `Display`. Out: text. Where much is wrong, an overview comes first. In
colour the fault is underlined, without colour carets stand under it. Every finding begins
with `file:line:column`, which editors open and `grep` finds. Nothing of the data reaches
the terminal unescaped, and none of it stands first on a line, where CI looks for commands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from rich.text import Text

from readouts.check.report import Report
from readouts.finding import Finding, Severity, at, quiet, visible
from readouts.report import overview, totals
from readouts.report.advice import advice
from readouts.report.bounds import Bounded, apart, bounded
from readouts.report.clip import clip, columns
from readouts.report.display import PLAIN, Display
from readouts.report.faults import Fault, Unit, faults
from readouts.report.lines import INDENT, table, wrapped, written
from readouts.report.numbers import count

WIDEST = 100  # columns of a cell, where the terminal is wider or there is none
NARROWEST = 24  # below which a cell gets a line of its own
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_MARKED = "bold red underline"


def render(report: Report, display: Display = PLAIN) -> str:
    """The overview where it takes one, the findings, then what was checked; ends without a line break."""
    every = faults(report)
    found = bounded(
        apart(every) if display.every else every, lambda one: written(_unit(one, display), display), display
    )
    checked = written([line for told in totals.summary(report) for line in wrapped(Text(told), display, 0)], display)
    told = [*_overview(report, every, display), *_files(report, found, display), *_change(report, display)]
    told += [*_rules(report, display), checked]
    return quiet("\n\n".join(told))


def _overview(report: Report, every: list[Fault], display: Display) -> list[str]:
    if not overview.needed(report):
        return []
    told, left = overview.rows(every)
    verdict = [line for one in overview.verdict(report, every) for line in wrapped(Text(one, "bold"), display, 0)]
    more = [Text(f"{count(left, 'more fault')}, below or with {totals.ALL}")] if left else []
    return [written(verdict, display), written([*table([overview.HEAD, *told], display), *more], display)]


def _change(report: Report, display: Display) -> list[str]:
    lines = [part for line in totals.change(report) for part in wrapped(Text(f"- {line}"), display)]
    return [written([Text(f"{totals.CHANGE}:", "bold"), *lines], display)] if lines else []


def _rules(report: Report, display: Display) -> list[str]:
    rows = [("rule", "rows that it looked at"), *totals.looked(report)]
    return [written(table(rows, display), display)] if display.rules and len(rows) > 1 else []


def _files(report: Report, found: Bounded, display: Display) -> Iterator[str]:
    """One block a file: how much is wrong with it, the findings, how many more."""
    blocks: dict[str, list[str]] = defaultdict(list)
    counts = Counter((one.path, one.severity) for one in report.findings)
    for unit, text in found.shown:
        blocks[unit.first.path].append(text)
    for more in found.more:
        blocks[more.first.path].append(written([Text(totals.more(more), "dim")], display))
    for path, texts in blocks.items():
        yield "\n".join([written([_heading(path, counts)], display), *texts])
    if found.more or (overview.needed(report) and not display.every):
        yield totals.left(found)


def _heading(path: str, counts: Counter[tuple[str, Severity]]) -> Text:
    told = [count(counts[path, one], one.value) for one in Severity if counts[path, one]]
    return Text(f"{at(path)}: {', '.join(told)}", "bold")


def _unit(unit: Unit, display: Display) -> list[Text]:
    finding = unit.first
    head = Text.assemble(
        totals.place(finding), "  ", (finding.severity.value, _STYLES[finding.severity]), "  ", (finding.rule, "cyan")
    )
    problem = Text(totals.problem(unit))
    fits = display.width is None or head.cell_len + 2 + problem.cell_len <= display.width
    told = [head + Text("  ") + problem] if fits else [head, *wrapped(problem, display)]
    lines = [*told, *_cell(finding, display)]
    if same := totals.again(unit):
        lines += wrapped(Text(same), display)
    return [*lines, *wrapped(Text.assemble(("Fix: ", "green"), visible(advice(unit))), display)]


def _cell(finding: Finding, display: Display) -> list[Text]:
    """The row's id, the column's name and the cell, with its fault marked; for a line that is no row, the line."""
    # A word of ours first: CI could take the beginning of an id for a command.
    named = ", ".join(filter(None, (finding.row_id and f"row {visible(finding.row_id)}", visible(finding.column))))
    if finding.column and not finding.row_id:
        named = f"column {named}"
    if finding.excerpt is None:
        return [Text(" " * INDENT + named)] if finding.row_id else []
    label = named or (f"line {finding.line}" if finding.line else "there")
    if not finding.excerpt.text:
        # In brackets behind the name of the column, where no cell stands: no text that a cell could hold.
        return [Text(f"{' ' * INDENT}{label} (empty)")]
    label += ": "
    width = min(display.width or WIDEST, WIDEST) - INDENT
    own_line = width - columns(label) < NARROWEST
    # A line that begins with a cell could be taken for a command; a bar stands before it.
    before = " " * INDENT + ("  | " if own_line else label)
    shown = clip(finding.excerpt, width - (4 if own_line else columns(label)))
    cell = Text.assemble(before, *((text, _MARKED if marked else "") for text, marked in shown.pieces))
    carets = [] if display.colour else [Text(" " * columns(before) + shown.carets)]
    return [*([Text(" " * INDENT + label.rstrip())] if own_line else []), cell, *carets]
