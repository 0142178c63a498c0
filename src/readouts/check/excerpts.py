"""What stands where a finding points, with the fault marked: the curator sees the cell, not its address alone.

In: findings of any gate and the raw tables. Out: the same findings, each with an `Excerpt`
of its cell. The characters that deviate are marked where that is known exactly; else the rule says
where in the cell the fault is, else what the problem quotes is marked, else the whole cell.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile

import polars as pl

from readouts.check.cell_checks import MIXED, SPACE, YEARS
from readouts.check.leftovers import LEFTOVER
from readouts.check.slips import calendar, near, slip
from readouts.check.unseen import UNPRINTABLE
from readouts.finding import Excerpt, Finding, visible
from readouts.package.model import Field
from readouts.read.csv_rows import RawTable

Span = tuple[int, int]
_QUOTED = re.compile(r'"([^"]+)"')
_OURS = re.compile(r"\[-(.+?)-\]")  # our words where the source has others, as `match` marks them
_THEIRS = re.compile(r"\{\+.*?\+\}")


def with_excerpts(findings: Iterable[Finding], tables: dict[str, RawTable]) -> list[Finding]:
    """The findings, those on a cell of a table with what stands in it; those that have an excerpt keep it."""
    by_path = {raw.table.path: raw for raw in tables.values()}
    return [
        replace(one, excerpt=_excerpt(one, by_path[one.path])) if one.excerpt is None and one.path in by_path else one
        for one in findings
    ]


def excerpt_of(text: str, problem: str) -> Excerpt:
    """A text that is no cell of a table yet, with what the problem quotes of it marked."""
    return Excerpt(text, *_told(text, problem))


def _excerpt(finding: Finding, raw: RawTable) -> Excerpt | None:
    row = finding.line - raw.line(0)
    if finding.column not in raw.header or not 0 <= row < len(raw.rows):
        return None
    place = raw.header.index(finding.column)
    cell = raw.rows[row][place]
    field = raw.table.fields[place]
    if known := slip(finding.rule, cell, field):
        first, *also = known.spans
        return Excerpt(cell, *first, tuple(also), known.name, known.instead)
    where = _WHERE.get(finding.rule)
    span = where(cell, field) if where else _told(cell, finding.problem)
    return Excerpt(cell, *span, instead=near(cell, field) if finding.rule == "cell.not-in-list" else "")


def _told(cell: str, problem: str) -> Span:
    """What the problem quotes of the cell: our words that the source has not, else the first words in marks."""
    if ours := _OURS.search(problem):
        before = _THEIRS.sub("", problem[: ours.start()])
        near = cell.find(before[-12:].lstrip() + ours[1])
        at = near + len(before[-12:].lstrip()) if near >= 0 else cell.find(ours[1])
        if at >= 0:
            return at, at + len(ours[1])
    for quoted in _QUOTED.findall(problem):
        at = visible(cell).casefold().find(quoted.casefold())
        if at >= 0 and visible(cell) == cell and len(cell.casefold()) == len(cell):
            return at, at + len(quoted)
    return 0, len(cell)


def _matching(pattern: str) -> Callable[[str, Field], Span]:
    """The first match of a pattern that polars reads: what judged the cell, finds the place."""

    def where(cell: str, _: Field) -> Span:
        column = pl.Series([cell])
        byte, match = column.str.find(pattern)[0], column.str.extract(f"({pattern})")[0]
        if byte is None or match is None:
            return 0, len(cell)
        at = len(cell.encode()[:byte].decode())
        return at, at + len(match)

    return where


def _odd_letters(cell: str, field: Field) -> Span:
    """The letters that are not of the alphabet of most of their word."""
    start, end = _matching(MIXED)(cell, field)
    while start and cell[start - 1].isalpha():
        start -= 1
    end = start + sum(1 for _ in takewhile(str.isalpha, cell[start:]))
    scripts = [_script(one) for one in cell[start:end]]
    usual = Counter(scripts).most_common(1)[0][0]
    first = next((place for place, one in enumerate(scripts) if one != usual), 0)
    return start + first, start + first + sum(1 for _ in takewhile(lambda one: one != usual, scripts[first:]))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _not_composed(cell: str, _: Field) -> Span:
    """The first letter that normal form C writes in another way, with what hangs on it."""
    normal = unicodedata.normalize("NFC", cell)
    at = next((place for place, (one, other) in enumerate(zip(cell, normal, strict=False)) if one != other), 0)
    more = sum(1 for _ in takewhile(unicodedata.combining, cell[at + 1 :]))
    return at, at + 1 + more


_WHERE: dict[str, Callable[[str, Field], Span]] = {
    "cell.control-character": _matching(UNPRINTABLE),
    "cell.white-space": _matching(SPACE),
    "cell.mixed-script": _odd_letters,
    "cell.not-nfc": _not_composed,
    "cell.leftover": _matching(LEFTOVER),
    "cell.year": _matching(YEARS),
    "cell.formula": lambda cell, field: (0, len(cell) if cell.startswith("#") else 1),
    "cell.edtf": calendar,
    "cell.too-long": lambda cell, field: (field.max_length or 0, len(cell)),
    **dict.fromkeys(
        ("cell.type", "cell.range", "cell.pattern", "cell.not-in-list", "link.missing"),
        lambda cell, field: (0, len(cell)),
    ),
}
