"""The record many times over, as a package of its own: what a record of ten thousand statements costs.

Usage: python bench/longer.py FOLDER [TIMES]. Writes a package into FOLDER (which must not exist) in which every
event, claim, statement, quotation and source stands TIMES times (47 times are 10,199 statements), each with an id of
its own; people, organizations, topics and codes stand once. So what grows is what a longer record would have more of:
one person has many statements, no claim has more than it has. Made up of what is there, without chance: the same
record gives the same files.
"""

import csv
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from readouts.package.descriptor import DESCRIPTOR, load
from readouts.package.model import Package, Table
from readouts.tidy.canonical import text

COPIED = ("events", "event_participants", "claims", "statements", "stances", "sources", "quotations")
COPIED += ("source_citations", "texts", "anchors", "witnesses")
KEPT = 76  # letters of an id, so that with the number of its copy it is no longer than ids may be (80)
NAMES = {"claims": "text", "events": "title", "sources": "title"}  # what no two rows may share


def write(root: Path, folder: Path, times: int) -> None:
    """Write the package under `root`, so many times over, into a new `folder`."""
    package, findings = load(root)
    if package is None:
        raise SystemExit(f"{root} holds no sound package: {findings[0].problem}")
    shutil.copytree(root / "schemas", folder / "schemas")
    shutil.copy(root / DESCRIPTOR, folder)
    for table in package.tables:
        file = folder / table.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text(table, _rows(package, table, times)), encoding="utf-8", newline="")


def _rows(package: Package, table: Table, times: int) -> Iterator[tuple[str, ...]]:
    with (package.root / table.path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    links = {link.field for link in table.links if link.table in COPIED}
    renamed = (links | {"id"}) & set(table.columns) if table.name in COPIED else set()
    for number in range(times if table.name in (*COPIED, "waivers") else 1):
        for row in rows:
            if table.name == "waivers" and number:
                if row["table"] in COPIED:
                    yield tuple(_of_copy(row, number)[name] for name in table.columns)
                continue
            yield tuple(_cell(table, name, row[name], number, name in renamed) for name in table.columns)


def _of_copy(waiver: dict[str, str], number: int) -> dict[str, str]:
    """The same waiver for a copy of its row; the file of a text has the same name in each copy."""
    first, *others = waiver["row_id"].split("/")
    kept = others if waiver["table"] == "texts" else [f"{part[:KEPT]}-{number}" for part in others]
    return waiver | {"row_id": "/".join([f"{first[:KEPT]}-{number}", *kept])}


def _cell(table: Table, name: str, cell: str, number: int, renamed: bool) -> str:
    """A cell of one copy; the first copy is the record as it is."""
    if not cell or not number:
        return cell
    if renamed:
        return f"{cell[:KEPT]}-{number}"
    if table.name == "sources" and name in ("url", "archive_url"):
        return f"{cell}{'&' if '?' in cell else '?'}copy={number}"
    return f"{cell} ({number})" if NAMES.get(table.name) == name else cell


if __name__ == "__main__":
    write(Path(), Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 47)
