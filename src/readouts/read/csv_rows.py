"""CSV bytes to text cells, each row with the line of the file that it stands on.

Why: typed CSV readers stop at the first bad cell, pass a missing field or an unclosed
quotation mark, and forget the line. In: the bytes of one file. Out: a `RawTable`, or
the findings that say on which lines the file is not the CSV that the package declares
(RFC 4180 with UTF-8, LF, a comma, and no line breaks in cells, so that row and line
agree).
"""

import csv
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from readouts.finding import Excerpt, Finding
from readouts.package.merge_marks import FIX, unresolved
from readouts.package.model import Table

# The reader's own limit (131,072 characters) ends in an exception; the schema's maxLength gives a finding.
csv.field_size_limit(2**31 - 1)

_CELL = r'(?:"(?:[^"]|"")*"|[^",]*)'
_RFC4180_LINE = re.compile(rf"{_CELL}(?:,{_CELL})*")
HINT = re.compile(r'"?sep=([;,\t|])"?[;,\t|]*(?=[\r\n]|\Z)', re.IGNORECASE)  # which spreadsheets alone read
_MARKS = {
    b"\xef\xbb\xbf": "a UTF-8 byte order mark",
    b"\xff\xfe": "a UTF-16 byte order mark",
    b"\xfe\xff": "a UTF-16 byte order mark",
}


@dataclass(frozen=True)
class RawTable:
    """A file as written: `rows[i]` are the cells of the row on line `i + 2`; the header is line 1."""

    table: Table
    digest: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def line(self, row: int) -> int:
        """The physical line of the row with that index."""
        return row + 2

    def row_id(self, row: int) -> str:
        """The key of the row with that index, as one text."""
        return self.table.row_id(dict(zip(self.header, self.rows[row], strict=True)))

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line of each row, by its key as one text; worked out once, and only if anybody asks."""
        places = [self.header.index(part) for part in self.table.key]
        return {"/".join(cells[place] for place in places): self.line(row) for row, cells in enumerate(self.rows)}


def read(table: Table, data: bytes) -> tuple[RawTable | None, list[Finding]]:
    """Read the bytes of a table's file; no table when any line cannot be read for sure.

    Every row has as many cells as it has, not as many as the header: the number is judged later. Findings are sorted
    by line, with rules that begin `structure.`; a table comes with none. Raises nothing. RFC 4180.
    """
    text, findings = _decode(table.path, data)
    if text is None:
        return None, findings
    if conflict := unresolved(text):
        line, problem, mark = conflict
        return None, [_bad(table.path, line, "merge-conflict", problem, FIX, mark)]
    lines = text.removesuffix("\n").split("\n")
    if hint := HINT.match(lines[0]):
        problem = f"the line {hint[0]!r} tells a spreadsheet how cells are divided, and is no header"
        fix = "Run: readouts format, which reads it so, and takes it out."
        return None, [_bad(table.path, 1, "delimiter", problem, fix, Excerpt.whole(hint[0]))]
    if other := [mark for mark in ";\t|" if lines[0].rstrip("\r") == mark.join(table.columns) != table.columns[0]]:
        problem, at = f"the cells are divided by {other[0]!r}, not by commas", lines[0].index(other[0])
        mark = Excerpt(lines[0], at, at + 1)
        return None, [_bad(table.path, 1, "delimiter", problem, "Save the file with a comma between cells.", mark)]
    findings = _line_ends(table.path, text, lines) + [
        found for number, line in enumerate(lines, 1) for found in _line(table.path, number, line.removesuffix("\r"))
    ]
    if findings:
        return None, sorted(findings)
    header, *rows = (tuple(row) for row in csv.reader(lines, strict=True))
    return RawTable(table, hashlib.sha256(data).hexdigest(), header, tuple(rows)), []


def _decode(path: str, data: bytes) -> tuple[str | None, list[Finding]]:
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return None, [
                _bad(
                    path,
                    1,
                    "byte-order-mark",
                    f"the file begins with {name}",
                    "Save it as UTF-8 without a byte order mark.",
                    Excerpt(mark.hex(" "), 0, 3 * len(mark) - 1),
                )
            ]
    if not data:
        return None, [_bad(path, 0, "empty", "the file is empty", "Write at least the header line.")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line, begins = data.count(b"\n", 0, error.start) + 1, data.rfind(b"\n", 0, error.start) + 1
        problem = f"byte {error.start - begins + 1} of the line (0x{data[error.start]:02x}) is not UTF-8"
        # Bytes that cannot be read become surrogates, of which each is one character.
        written = data[begins:].partition(b"\n")[0].decode("utf-8", "surrogateescape")
        at = len(data[begins : error.start].decode("utf-8"))
        where = Excerpt(written, at, at + 1)
        return None, [_bad(path, line, "encoding", problem, "Save the file as UTF-8.", where)]


def _line_ends(path: str, text: str, lines: list[str]) -> list[Finding]:
    returns = [number for number, line in enumerate(lines, 1) if "\r" in line]
    findings = []
    if returns:
        problem, first = f"{len(returns)} lines hold a carriage return", lines[returns[0] - 1]
        mark = Excerpt(first, first.index("\r"), first.index("\r") + 1)
        findings.append(_bad(path, returns[0], "line-end", problem, "Save the file with LF line ends.", mark))
    if not text.endswith("\n"):
        mark = Excerpt(lines[-1], len(lines[-1]), len(lines[-1]))
        problem, fix = "the last line has no line end", "End the file with one LF."
        findings.append(_bad(path, len(lines), "line-end", problem, fix, mark))
    return findings


def _line(path: str, number: int, line: str) -> list[Finding]:
    if not line:
        return [_bad(path, number, "blank-line", "the line is blank", "Delete the line.")]
    if '"' in line and not _RFC4180_LINE.fullmatch(line):
        problem = "the quotation marks of the line do not pair, or a cell breaks over lines"
        fix = 'Put a cell that holds a comma or a mark in "…", double each mark in it, and keep a row on one line.'
        return [_bad(path, number, "quoting", problem, fix, Excerpt(line, _unpaired(line), len(line)))]
    return []


def _unpaired(line: str) -> int:
    """Where the first cell begins whose marks do not pair."""
    good = _RFC4180_LINE.match(line)
    return good.end() if good else 0


def _bad(path: str, line: int, rule: str, problem: str, fix: str, excerpt: Excerpt | None = None) -> Finding:
    return Finding(path, line, "", f"structure.{rule}", "", problem, fix, excerpt=excerpt)
