"""First gate: is each file the CSV with the columns that its schema declares?

In: the package and its folder. Out: the raw tables of every file that can be read for
sure, and the findings. Later gates wait for this one: a shifted column would otherwise
make a finding of every cell.
"""

from pathlib import Path

from readouts.check.memory import Memory
from readouts.finding import Excerpt, Finding, shown
from readouts.package.json_objects import read_file
from readouts.package.model import Package, Table
from readouts.read.csv_rows import RawTable, read
from readouts.read.header import wrong_columns


def read_tables(package: Package, memory: Memory | None = None) -> tuple[dict[str, RawTable], list[Finding]]:
    """Read every declared file; a table is missing from the result when its structure is wrong.

    Tables are by name, in the order of the package; findings are sorted. A file that is not there is a finding, too.
    """
    memory = memory or Memory()
    tables, findings = {}, []
    for table in package.tables:
        raw, wrong = _read(package.root, table, memory)
        if raw and not wrong:
            tables[table.name] = raw
        findings += wrong
    return tables, sorted(findings)


def _read(root: Path, table: Table, memory: Memory) -> tuple[RawTable | None, list[Finding]]:
    try:
        data = read_file(root / table.path)
        return memory.of(("structure", table.name), (table, data), lambda: _judged(table, data))
    except FileNotFoundError:
        problem, fix = "the file does not exist", "Restore it, or take its resource out of datapackage.json."
    except OSError as error:
        problem, fix = f"the file cannot be read ({error.strerror})", "Put a readable file there."
    return None, [Finding(table.path, 0, "", "structure.file", "", problem, fix)]


def _judged(table: Table, data: bytes) -> tuple[RawTable | None, list[Finding]]:
    raw, wrong = read(table, data)
    return raw, (_header(raw) or [*_widths(raw), *_header_again(raw)]) if raw and not wrong else wrong


def _header(raw: RawTable) -> list[Finding]:
    found, wanted = raw.header, raw.table.columns
    if found == wanted:
        return []
    findings = [_column(raw, name, problem, fix) for name, problem, fix in wrong_columns(wanted, found)]
    return findings or [
        _column(raw, "", "the columns stand in another order than in the schema", f"Order them: {', '.join(wanted)}.")
    ]


def _column(raw: RawTable, name: str, problem: str, fix: str) -> Finding:
    line, at = ",".join(raw.header), sum(len(one) + 1 for one in raw.header[: _place(raw.header, name)])
    mark = Excerpt(line, at, at + len(name)) if name and name in raw.header else Excerpt.whole(line)
    return Finding(raw.table.path, 1, shown(name), "structure.header", "", problem, fix, excerpt=mark)


def _place(header: tuple[str, ...], name: str) -> int:
    """Where a name stands the last time, for the first may be right; 0 where it does not stand."""
    return max((place for place, one in enumerate(header) if one == name), default=0)


def _header_again(raw: RawTable) -> list[Finding]:
    """Rows that are the header once more, as where two files were joined."""
    again, fix = "the header stands here once more", "Delete the line."
    rows = [row for row, cells in enumerate(raw.rows) if cells == raw.header]
    return [Finding(raw.table.path, raw.line(row), "", "structure.header", "", again, fix) for row in rows]


def _widths(raw: RawTable) -> list[Finding]:
    wanted = len(raw.header)
    return [
        Finding(
            raw.table.path,
            raw.line(row),
            "",
            "structure.width",
            shown(cells[0], 200),
            f"the row has {len(cells)} cells, and the table {wanted} columns",
            "Put a cell that holds a comma in quotation marks."
            if len(cells) > wanted
            else "Write an empty cell (a comma) for each missing value.",
            excerpt=_beyond(cells, wanted),
        )
        for row, cells in enumerate(raw.rows)
        if len(cells) != wanted
    ]


def _beyond(cells: tuple[str, ...], wanted: int) -> Excerpt:
    """The row with what is too much of it marked, else its end."""
    line, there = ",".join(cells), ",".join(cells[:wanted])
    return Excerpt(line, len(there), len(line))
