"""A report for a curator: file by file, each finding with its cell, the fault marked, and the fix last.

In: a `Report` and a `Look`. Out: text. In colour the fault is underlined, without colour
carets stand under it. Every finding begins with `file:line:column`, which editors open and
`grep` finds. Nothing of the data reaches the terminal unescaped.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from readouts.check import Report
from readouts.finding import Finding, Severity, visible
from readouts.report import totals
from readouts.report.bounds import Alike, Bounded, alike, bounded
from readouts.report.look import PLAIN, Look
from readouts.report.window import columns, window

WIDEST = 100  # columns of a cell, where the terminal is wider or there is none
NARROWEST = 24  # below which a cell gets a line of its own
INDENT = 4
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_MARKED = "bold red underline"


def render(report: Report, look: Look = PLAIN) -> str:
    """The findings, then what was checked; ends without a line break."""
    found = bounded(alike(report.findings), lambda one: _written(_finding(one, look), look), look)
    blocks = [*_files(report, found, look), *_change(report, look), "\n".join(totals.summary(report))]
    return "\n\n".join(blocks)


def _change(report: Report, look: Look) -> list[str]:
    lines = [part for line in totals.change(report) for part in _wrapped(Text(line), look)]
    return [_written([Text(f"{totals.CHANGE}:", "bold"), *lines], look)] if lines else []


def _files(report: Report, found: Bounded, look: Look) -> Iterator[str]:
    """One block a file: how much is wrong with it, the findings, how many more."""
    blocks: dict[str, list[str]] = defaultdict(list)
    counts = Counter((one.path, one.severity) for one in report.findings)
    for one, text in found.shown:
        blocks[one.finding.path].append(text)
    for more in found.more:
        blocks[more.path].append(_written([Text(totals.more(more), "dim")], look))
    for path, texts in blocks.items():
        yield "\n".join([_written([_heading(path, counts)], look), *texts])
    if found.more:
        yield totals.left(found)


def _heading(path: str, counts: Counter) -> Text:
    told = [totals.count(counts[path, one], one.value) for one in Severity if counts[path, one]]
    return Text(f"{visible(path)}: {', '.join(told)}", "bold")


def _finding(one: Alike, look: Look) -> list[Text]:
    finding = one.finding
    head = Text.assemble(
        totals.place(finding), "  ", (finding.severity.value, _STYLES[finding.severity]), "  ", (finding.rule, "cyan")
    )
    problem = Text(visible(finding.problem))
    fits = look.width is None or head.cell_len + 2 + problem.cell_len <= look.width
    told = [head + Text("  ") + problem] if fits else [head, *_wrapped(problem, look)]
    lines = [*told, *_cell(finding, look)]
    if same := totals.again(one):
        lines += _wrapped(Text(same), look)
    return [*lines, *_wrapped(Text.assemble(("Fix: ", "green"), visible(finding.fix)), look)]


def _cell(finding: Finding, look: Look) -> list[Text]:
    """The row's id, the column's name and the cell, with its fault marked; for a line that is no row, the line."""
    named = ", ".join(filter(None, (visible(finding.row_id), visible(finding.column))))
    if finding.excerpt is None:
        return [Text(" " * INDENT + named)] if finding.row_id else []
    width = min(look.width or WIDEST, WIDEST) - INDENT
    label = (named or (f"line {finding.line}" if finding.line else "there")) + ": "
    own_line = width - columns(label) < NARROWEST
    # A line that begins with a cell could be taken for a command; a bar stands before it.
    before = " " * INDENT + ("  | " if own_line else label)
    shown = window(finding.excerpt, width - (4 if own_line else columns(label)))
    cell = Text.assemble(before, shown.before, (shown.fault, _MARKED), shown.behind)
    carets = [] if look.colour else [Text(" " * columns(before) + shown.carets)]
    return [*([Text(" " * INDENT + label.rstrip())] if own_line else []), cell, *carets]


def _wrapped(text: Text, look: Look) -> list[Text]:
    """The text indented, in as many lines as it needs; in one where nothing may be wrapped."""
    lines = text.wrap(_console(look), max(look.width - INDENT, NARROWEST)) if look.width else [text]
    indented = [Text(" " * INDENT) + line for line in lines]
    for line in indented:
        line.rstrip()
    return indented


def _written(lines: Iterable[Text], look: Look) -> str:
    if not look.colour:
        return "\n".join(line.plain for line in lines)
    console = _console(look)
    for line in lines:
        console.print(line, soft_wrap=True)
    return console.file.getvalue().removesuffix("\n")


def _console(look: Look) -> Console:
    """A console that writes into a string, and asks neither the environment nor a terminal."""
    return Console(
        file=io.StringIO(), force_terminal=True, color_system="standard", width=look.width or 200, _environ={}
    )
