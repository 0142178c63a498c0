"""Read two states of the record, and compare them.

In: two folders that have the files where the record has them, as `git archive COMMIT` writes them. Out: the report
on the later one, with what the change means added to it. What was wrong in the earlier state is not found now.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from readouts.check import check
from readouts.check.gone import Before
from readouts.check.memory import Memory
from readouts.check.report import Report
from readouts.compare.change import Difference, Earlier, compare
from readouts.compare.release import RELEASES
from readouts.package.descriptor import load
from readouts.package.json_objects import DESCRIPTOR, read_file
from readouts.package.merge_marks import unresolved
from readouts.package.model import Package


def read(folder: Path) -> Before:
    """The rows of every table of a folder (of every CSV, if none is declared), as text, by path, and what it declares.

    Paths are relative to the folder, with strokes. Reads what can be read, however it is written, and says of the
    other files why they were not; raises OSError where the system refuses one.
    """
    package = load(folder)[0] if (folder / DESCRIPTOR).is_file() else None
    rows: dict[str, tuple[dict[str, str], ...]] = {}
    lines: dict[str, tuple[int, ...]] = {}
    unread: dict[str, str] = {}
    for path in _files(folder, package):
        name, text = path.relative_to(folder).as_posix(), read_file(path).decode("utf-8-sig", "replace")
        if unresolved(text):
            unread[name] = "it has the marks of an unresolved merge conflict"
            continue
        try:
            rows[name], lines[name] = _rows(text)
        except csv.Error as why:
            unread[name] = f"it is no CSV ({why})"
    anchored = frozenset(row.get("quotation_id", "") for row in rows.get("seeds/anchors.csv", ()))
    ids = {path: frozenset(row["id"] for row in found if row.get("id")) for path, found in rows.items()}
    return Before(anchored, ids, rows, package, lines, unread, _released(rows))


def _files(folder: Path, package: Package | None) -> list[Path]:
    """The files to read: the tables, or all that may be tables, and the lists of what was released."""
    tables = [folder / table.path for table in package.tables] if package else [*folder.glob("*/*.csv")]
    return sorted(path for path in {*tables, *folder.glob(f"{RELEASES}/*.csv")} if path.is_file())


def against(
    root: Path, folder: Path, today: date, texts: Iterable[Path] = (), memory: Memory | None = None
) -> tuple[Report, Difference]:
    """The report on the record under `root` with what changed since the state in `folder`, and the change by itself.

    With a `memory` only what differs between the two is judged twice.
    """
    texts, memory, before = tuple(texts), memory or Memory(), read(folder)
    report = check(root, today, texts, before, memory)
    return compare(report, read(root), state(folder, before, report, today, texts, memory))


def state(
    folder: Path, before: Before, report: Report, today: date, texts: Iterable[Path], memory: Memory | None = None
) -> Earlier:
    """The earlier state with what derived tables are built from; or why there is none, in words.

    An earlier state of other columns is not built: today's queries could not read it. With the `memory` of the check
    that gave the report, only what differs from the present state is judged.
    """
    if not (folder / DESCRIPTOR).is_file():
        return Earlier(before, why_not="the earlier state has no datapackage.json")
    package, now = before.package, report.dataset.package if report.dataset else None
    if package is None or (now is not None and _columns(package) != _columns(now)):
        return Earlier(before, why_not="the earlier state has other tables or columns")
    return Earlier(before, check(folder, today, texts, memory=memory), memory=memory or Memory())


def _rows(text: str) -> tuple[tuple[dict[str, str], ...], tuple[int, ...]]:
    """The rows by column and the line on which each ends; what a row has too few of is empty, what it has too many of
    stands under no name."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    found = [(cells, reader.line_num) for cells in reader if cells]
    rows = tuple(dict(zip(header, [*cells, *[""] * len(header)], strict=False)) for cells, _ in found)
    return rows, tuple(line for _, line in found)


def _released(rows: dict[str, tuple[dict[str, str], ...]]) -> dict[tuple[str, str], str]:
    """The version in which each row was first released, by table and key: the name of the file that has it."""
    return {
        (row.get("table", ""), row.get("row_id", "")): path.rpartition("/")[2].removesuffix(".csv")
        for path, listed in rows.items()
        if path.startswith(f"{RELEASES}/")
        for row in listed
    }


def _columns(package: Package) -> list[tuple[Any, ...]]:
    return [(table.name, table.columns, table.key) for table in package.tables]
