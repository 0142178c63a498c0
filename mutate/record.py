"""The record as the audit sees it: its files in memory, ready to be spoilt.

In: the folder of the package, and the folder of the texts if they are here. Out: a
`Record`, from which kinds make `Mutant`s: the files to write, and the place at which the
validator has to find something. A table without a row gets one, so that every column of
every table is tried.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random

from readouts.check import check
from readouts.package.descriptor import DESCRIPTOR, load
from readouts.package.model import Field, Package, Table

FOLDERS = ("data", "schemas", "seeds")
MOST = 40  # mutants that a kind plants where it draws among rows
FOLDER, PIPE = "a folder", "a pipe"
Content = bytes | str | Path | None  # bytes to write; FOLDER or PIPE; where a link leads; None: no such file


@dataclass(frozen=True)
class Mutant:
    """One defect, or one harmless change.

    `files` by path in the record, `texts` by name of the text's file. `path` to `row_id` say
    where it has to be found: `line` None where there is none, `columns` any of these, empty
    where there is none, `row_id` None where there is none.
    """

    files: dict[str, Content]
    path: str = ""
    line: int | None = None
    columns: tuple[str, ...] = ()
    row_id: str | None = None
    texts: dict[str, bytes] = field(default_factory=dict)
    told: str = ""


@dataclass(frozen=True)
class Kind:
    """A way to spoil the record: `plant` gives one mutant for each place where it can be done.

    `reads_texts`: only the texts show it. `after`: the unspoilt record is given as the earlier
    state. `harmless`: nothing may be found; `unseen`: nothing is, though it is not harmless, and that is told.
    `every`: whatever the limit of a full run, in every place: each key, each link, each column. `warns`: what finds it
    is a warning, so it is judged as --strict does.
    """

    name: str
    plant: Callable[["Record", Random], Iterable[Mutant]]
    reads_texts: bool = False
    after: bool = False
    harmless: bool = False
    every: bool = False
    warns: bool = False
    unseen: bool = False


@dataclass(frozen=True)
class Record:
    """The files of the package and the held texts, as bytes by path; `today` is the last day that it names."""

    package: Package
    files: dict[str, bytes]
    texts: dict[str, bytes]
    today: date

    @cached_property
    def sheets(self) -> dict[str, tuple[dict, ...]]:
        """The rows of each table, as text."""
        return {
            table.name: tuple(csv.DictReader(io.StringIO(self.files[table.path].decode(), newline="")))
            for table in self.package.tables
        }

    def descriptor(self, path: str = DESCRIPTOR) -> dict:
        """A fresh copy of datapackage.json or of a schema."""
        return json.loads(self.files[path])

    def filled(self, table: Table, column: Field) -> list[int]:
        """The rows in which that cell holds something."""
        return [row for row, cells in enumerate(self.sheets[table.name]) if cells[column.name]]

    def lines(self, table: Table) -> list[bytes]:
        """The lines of a table's file without their ends."""
        return self.files[table.path].removesuffix(b"\n").split(b"\n")

    def changed(self, name: str, row: int, columns: tuple[str, ...] = (), /, **cells: str) -> Mutant:
        """Other values in some cells of one row, to be found in one of these columns (else in those that changed)."""
        table, rows = self.package.table(name), list(self.sheets[name])
        rows[row] = rows[row] | cells
        told = ", ".join(f"{column} = {value[:60]!r}" for column, value in cells.items())
        place = {"line": row + 2, "columns": columns or tuple(cells), "row_id": table.row_id(rows[row])}
        return Mutant({table.path: self._with(table, row, rows[row])}, table.path, **place, told=told)

    def added(self, name: str, columns: tuple[str, ...], /, **cells: str) -> Mutant:
        """A further row at the end of a table."""
        table = self.package.table(name)
        row = dict.fromkeys(table.columns, "") | cells
        rows = [*self.sheets[name], row]
        place = {"line": len(rows) + 1, "columns": columns, "row_id": table.row_id(row)}
        data = self._with(table, len(rows) - 1, row)
        return Mutant({table.path: data}, table.path, **place, told=f"added {table.row_id(row)}")

    def _with(self, table: Table, row: int, cells: dict) -> bytes:
        """The bytes of a table with these cells as one of its rows: kinds make many mutants, of which few are drawn."""
        lines = list(self._written[table.name])
        lines[row + 1 : row + 2] = [written(table, [cells]).split(b"\n", 1)[1]]
        return b"".join(lines)

    @cached_property
    def _written(self) -> dict[str, list[bytes]]:
        """The lines of each table, the header first, as they are written."""
        return {
            table.name: written(table, self.sheets[table.name]).splitlines(keepends=True)
            for table in self.package.tables
        }

    def without(self, name: str, row: int) -> bytes:
        """The bytes of a table less one row."""
        lines = self._written[name]
        return b"".join(lines[: row + 1] + lines[row + 2 :])

    def instead(self, name: str, gone: Callable[[dict], bool], rows: Iterable[dict]) -> bytes:
        """The bytes of a table less the rows that are to be gone, with others at its end."""
        header, *lines = self._written[name]
        kept = (line for line, cells in zip(lines, self.sheets[name], strict=True) if not gone(cells))
        return b"".join((header, *kept, written(self.package.table(name), rows).split(b"\n", 1)[1]))

    def at(self, name: str, column: str, value: str) -> list[int]:
        """The rows of a table in which that column holds that value."""
        return self._places(name, column).get(value, [])

    def _places(self, name: str, column: str) -> dict[str, list[int]]:
        """The rows of each value of a column: kinds ask for them of thousands of rows."""
        if (name, column) not in self._known:
            found: dict[str, list[int]] = {}
            for row, cells in enumerate(self.sheets[name]):
                found.setdefault(cells[column], []).append(row)
            self._known[name, column] = found
        return self._known[name, column]

    @cached_property
    def _known(self) -> dict[tuple[str, str], dict[str, list[int]]]:
        return {}


def few(chance: Random, places: Iterable) -> list:
    """At most MOST of the places, drawn by chance: nobody asks for more mutants of a kind."""
    every = list(places)
    return sorted(chance.sample(every, min(MOST, len(every))), key=every.index)


def written(table: Table, rows: Iterable[dict]) -> bytes:
    """Rows as the bytes of a table's file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(root: Path, texts: Path | None) -> Record:
    """The record under `root`; raises ValueError when it is not sound, for then nothing could be told apart."""
    package, _ = load(root)
    report = check(root, date.max, [texts] if texts else [])
    if package is None or report.findings:
        raise ValueError(f"{root} has findings of its own. Run: readouts validate {root}")
    paths = [DESCRIPTOR, *(file.relative_to(root).as_posix() for one in FOLDERS for file in (root / one).iterdir())]
    files = {path: (root / path).read_bytes() for path in sorted(paths) if (root / path).is_file()}
    frames = report.dataset.frames
    days = [
        frames["statements"]["date_earliest"],
        frames["sources"]["published_earliest"],
        frames["sources"]["retrieved"],
    ]
    record = Record(package, files, {}, max(filter(None, (column.max() for column in days))))
    held = frames["texts"]["file"].to_list() if texts else []
    return Record(
        package,
        files | _made_up(record),
        {name: (texts / name).read_bytes() for name in held if (texts / name).is_file()},
        record.today,
    )


def _made_up(record: Record) -> dict[str, bytes]:
    """One row for each table that has none."""
    person = record.sheets["people"][0]["id"]
    rows = {
        "corrections": {
            "id": "one",
            "date": str(record.today),
            "table": "people",
            "row_id": person,
            "was": "This.",
            "is": "That.",
        },
        "redirects": {"table": "people", "old_id": "an-id-that-is-gone", "new_id": person, "reason": "Renamed."},
    }
    # Of a text that is not at hand, where one is: what the text shows is the matter of other kinds.
    text = next((one for one in reversed(record.sheets["texts"]) if one["lost"]), record.sheets["texts"][-1])
    rows["witnesses"] = {
        "source_id": text["source_id"],
        "day": str(record.today),
        "address": "https://www.example.org/the-page",
        "digest": text["digest"],
        "same_copy": "yes",
        "same_team": "yes",
    }
    empty = (record.package.table(name) for name in rows if not record.sheets[name])
    return {table.path: written(table, [rows[table.name]]) for table in empty}
