"""A table's file in canonical form, whatever a spreadsheet has made of it.

Why: what Excel and LibreOffice write differs from what Git can compare, and a person
should not have to undo it by hand. In: the bytes of one file. Out: the same values as
canonical CSV text (rows by key, columns in the order of the schema, marks only where a
cell needs them, Unicode normal form C, LF, one line end at the end, no byte order mark),
or the findings that say what could only be guessed.

Read tolerantly: a byte order mark (UTF-8, UTF-16), CRLF or CR, a semicolon or a tab in
place of the comma (told by the names of the columns in the header, never by the cells),
a first line `sep=;`, empty columns behind the last, wholly empty rows, columns in another order, superfluous
quotation marks. No value changes but to normal form C: nothing is trimmed or rewritten.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readouts.finding import Excerpt, Finding, Rule, Severity, shown
from readouts.package.merge_marks import FIX, unresolved
from readouts.package.model import Table
from readouts.read.csv_rows import HINT
from readouts.read.header import wrong_columns
from readouts.tidy.normal_form import normal

DELIMITERS = (",", ";", "\t")
_LINE_END = re.compile(r"\r\n|\r|\n")
MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CELL = {one: re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)"|([^"{one}\r\n]*+))({one}|\r\n|\r|\n|\Z)') for one in DELIMITERS}
_NEEDS_MARKS = re.compile(r'[",\r\n]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def _rule(name: str, description: str, fix: str) -> Rule:
    return Rule(f"format.{name}", Severity.ERROR, description, fix)


RULES = (
    _rule("empty", "A file has a header.", "Write at least the header line."),
    _rule("encoding", "Every byte is part of valid UTF-8 (or of UTF-16 that says so).", "Save the file as UTF-8."),
    _rule(
        "header",
        "The header names every column of the schema once, and nothing else.",
        "Write the names of the columns into the first line, as the schema has them.",
    ),
    _rule("line-break", "No cell holds a line break.", "Put the text of the cell on one line."),
    _rule("merge-conflict", "No merge of two changes is left unresolved.", FIX),
    _rule(
        "quoting",
        "Quotation marks pair, and stand around whole cells.",
        'Put a cell that holds a mark in "…", and double each mark in it.',
    ),
    _rule(
        "width",
        "No row has fewer cells than there are columns, nor anything behind the last of them.",
        "Give every cell its column: a missing value is an empty cell.",
    ),
)
_BY_NAME = {rule.slug.partition(".")[2]: rule for rule in RULES}


@dataclass(frozen=True)
class Sheet:
    """The values of a file: `rows[i]` are the cells of a row in the order of the schema, read from line `lines[i]`."""

    table: Table
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    @property
    def text(self) -> str:
        """The values as canonical CSV text."""
        return text(self.table, self.rows)


@dataclass(frozen=True)
class _Record:
    """The cells of one record, the line on which it begins, and the fault (line, cell, name of the rule) if any."""

    line: int
    cells: tuple[str, ...]
    fault: tuple[int, int, str] | None

    @property
    def empty(self) -> bool:
        return not any(self.cells) and not self.fault


def text(table: Table, rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of cells, in the order of the schema, as canonical CSV text."""
    key = [table.columns.index(part) for part in table.key]
    # Rows with one key are wrong, but their order must not depend on where they stood.
    ordered = sorted(normal(rows), key=lambda row: (*(row[part] for part in key), row))
    return "".join(",".join(map(_quoted, row)) + "\n" for row in (table.columns, *ordered))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_MARKS.search(cell) else cell


def read(table: Table, data: bytes) -> tuple[Sheet | None, list[Finding]]:
    """The values of a file; no sheet when any of them could only be guessed."""
    if conflict := unresolved(decoded(data)):
        line, problem, mark = conflict
        return None, [_found(table, line, "", "merge-conflict", problem, excerpt=mark)]
    header, records = _cut(table, data)
    if header.empty:
        return None, [_found(table, 0, "", "empty", "the file holds nothing")]
    findings = _header_wrong(table, header) or [f for one in records for f in _wrong(table, _named(header), one)]
    return (None, sorted(findings)) if findings else (_sheet(table, header, records), [])


def legible(table: Table, data: bytes, wrong: list[Finding]) -> Sheet | None:
    """The rows of a file in which nothing but letters is `wrong`; no sheet if anything else is."""
    if not wrong or any(found.rule != "format.encoding" or not found.column for found in wrong):
        return None
    header, records = _cut(table, data)
    if _header_wrong(table, header):
        return None
    return None if any(len(one.cells) < len(_named(header)) for one in records) else _sheet(table, header, records)


def _cut(table: Table, data: bytes) -> tuple[_Record, list[_Record]]:
    """The header of a file and its records, cut by the delimiter with which most columns have their names."""
    content = decoded(data)
    if hint := HINT.match(content):
        # What follows stands on the lines on which it stood.
        content = content[hint.end() :]
    delimiter = max(DELIMITERS, key=lambda one: len({*_header(content, one).cells} & {*table.columns}))
    header = _header(content, delimiter)
    return header, [one for one in _records(content, delimiter) if one.line > header.line and not one.empty]


def _sheet(table: Table, header: _Record, records: list[_Record]) -> Sheet:
    order = [_named(header).index(name) for name in table.columns]
    rows = tuple(tuple(record.cells[place] for place in order) for record in records)
    return Sheet(table, rows, tuple(record.line for record in records))


def decoded(data: bytes) -> str:
    """The text of a file by its byte order mark, else as UTF-8; a byte that cannot be read becomes a surrogate."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            body = data.removeprefix(mark)
            if encoding != "utf-8":
                # A last half of a character has nothing to stand for it in UTF-16.
                whole, half = (body[:-1], "\udc00") if len(body) % 2 else (body, "")
                return whole.decode(encoding, "surrogatepass") + half
            data = body
    return data.decode("utf-8", "surrogateescape")


def _header(content: str, delimiter: str) -> _Record:
    return next((one for one in _records(content, delimiter) if not one.empty), _Record(0, (), None))


def _records(content: str, delimiter: str) -> Iterator[_Record]:
    """The records of a text, to the end whatever is wrong: behind bad marks the next line begins anew."""
    place, line = 0, 1
    cells: list[str]
    fault: tuple[int, int, str] | None
    while place < len(content):
        first, cells, fault, more = line, [], None, True
        while more:
            match = _CELL[delimiter].match(content, place)
            if match is None:
                fault = fault or (line, len(cells), "quoting")
                ended = _LINE_END.search(content, place)
                place, line, more = ended.end() if ended else len(content), line + 1, False
                continue
            marked, plain, end = match.groups()
            breaks = len(_LINE_END.findall(marked)) if marked else 0
            if breaks:
                fault = fault or (line, len(cells), "line-break")
            cells.append(plain if marked is None else marked.replace('""', '"'))
            more = end == delimiter
            place, line = match.end(), line + breaks + (not more)
        yield _Record(first, tuple(cells), fault)


def _named(header: _Record) -> tuple[str, ...]:
    """The names of the columns, without the empty columns that spreadsheets add behind the last."""
    last = max(place for place, name in enumerate(header.cells) if name)
    return header.cells[: last + 1]


def _header_wrong(table: Table, header: _Record) -> list[Finding]:
    if header.fault or any(map(_SURROGATE.search, header.cells)):
        return _faults(table, header.cells, header, "")
    found, wanted = _named(header), table.columns
    if not {*found} & {*wanted}:
        return [_found(table, header.line, "", "header", "the line names none of the columns of the table")]
    return [_found(table, header.line, name, "header", told, fix) for name, told, fix in wrong_columns(wanted, found)]


def _wrong(table: Table, columns: tuple[str, ...], record: _Record) -> list[Finding]:
    """What keeps a row from being read for sure."""
    whole = (count := len(record.cells)) >= len(columns) and not any(record.cells[len(columns) :])
    if whole and not record.fault and not any(map(_SURROGATE.search, record.cells)):
        return []
    row_id = shown(table.row_id(dict(zip(columns, record.cells, strict=False))))
    if findings := _faults(table, columns, record, row_id):
        return findings
    if count < len(columns):
        problem = f"the row has {count} cells, and the table {len(columns)} columns"
        return [_found(table, record.line, "", "width", problem, row_id=row_id)]
    beyond = next(cell for cell in record.cells[len(columns) :] if cell)
    return [_found(table, record.line, "", "width", f'"{shown(beyond)}" stands behind the last column', row_id=row_id)]


def _faults(table: Table, columns: tuple[str, ...], record: _Record, row_id: str) -> list[Finding]:
    """Cells whose marks, line breaks or bytes are wrong, each at its column where that has a name."""
    findings = []
    if record.fault:
        line, broken, name = record.fault
        told = {"line-break": "the cell holds a line break", "quoting": "the quotation marks do not pair here"}[name]
        mark = Excerpt.whole(record.cells[broken]) if broken < len(record.cells) else None
        findings.append(_found(table, line, _column(columns, broken), name, told, row_id=row_id, excerpt=mark))
    for place, cell in enumerate(record.cells):
        if found := _SURROGATE.search(cell):
            problem = f"character {found.start() + 1} of the cell cannot be read ({_byte(found[0])})"
            mark, named = Excerpt(cell, *found.span()), _column(columns, place)
            findings.append(_found(table, record.line, named, "encoding", problem, row_id=row_id, excerpt=mark))
    return findings


def _column(columns: tuple[str, ...], place: int) -> str:
    return shown(columns[place]) if place < len(columns) else ""


def _byte(surrogate: str) -> str:
    number = ord(surrogate) - 0xDC00
    return f"byte 0x{number:02x}" if 0x80 <= number <= 0xFF else "half of one in UTF-16"


def _found(
    table: Table,
    line: int,
    column: str,
    name: str,
    problem: str,
    fix: str = "",
    row_id: str = "",
    excerpt: Excerpt | None = None,
) -> Finding:
    rule = _BY_NAME[name]
    return Finding(table.path, line, column, rule.slug, row_id, problem, fix or rule.fix, excerpt=excerpt)
