"""Lines for a terminal: wrapped, indented, in columns, coloured.

In: rich's texts and a `Display`. Out: more of them, and at the end a string.
"""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from readouts.report.clip import columns
from readouts.report.display import Display

INDENT = 4
NARROWEST = 24  # columns into which text is wrapped, however narrow the terminal


def wrapped(text: Text, display: Display, indent: int = INDENT) -> list[Text]:
    """The text indented, in as many lines as it needs; in one where nothing may be wrapped."""
    lines = (
        text.wrap(_console(display, io.StringIO()), max(display.width - indent, NARROWEST)) if display.width else [text]
    )
    indented = [Text(" " * indent) + line for line in lines]
    for line in indented:
        line.rstrip()
    return indented


def table(rows: Sequence[tuple[str, ...]], display: Display) -> list[Text]:
    """A table, the first row its head; where it is too wide, the last cell of a row stands below the others."""
    widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)]
    told = []
    for place, cells in enumerate(rows):
        padded = [cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)]
        style = "" if place else "bold"
        if display.width is None or sum(widths) + 2 * len(widths) <= display.width:
            told.append(Text("  ".join(padded).rstrip(), style))
        else:
            told += wrapped(Text("  ".join(cell for cell in cells[:-1] if cell), style), display, 0)
            told += wrapped(Text(cells[-1], style), display)
    return told


def written(lines: Iterable[Text], display: Display) -> str:
    """The lines as a string, with colour where the display has it."""
    if not display.colour:
        return "\n".join(line.plain for line in lines)
    text = io.StringIO()
    console = _console(display, text)
    for line in lines:
        console.print(line, soft_wrap=True)
    return text.getvalue().removesuffix("\n")


def _console(display: Display, text: io.StringIO) -> Console:
    """A console that writes into that text, and asks neither the environment nor a terminal."""
    return Console(file=text, force_terminal=True, color_system="standard", width=display.width or 200, _environ={})
