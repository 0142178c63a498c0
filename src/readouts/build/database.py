"""A checked record to one SQLite file.

Why: a reader needs names for ids, search and derived tables, a downloader one file that
opens anywhere. In: the receipt of a check (`Checked`); data that failed cannot be
published by mistake, and files that changed since the check are refused. Out: the file,
written beside and renamed, with explicit column types, declared foreign keys, indexes
on them and on facets, the reader columns and derived tables of `derive`, the pictures of
`timeline`, the words of `spelling`, and the same bytes for the same input and the same SQLite.
"""

import csv
import hashlib
import io
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

import polars as pl
from sqlite_utils import Database

from readouts.build.derive import derive
from readouts.build.spelling import spell
from readouts.build.timeline import draw
from readouts.check.report import Checked
from readouts.evidence.anchors import text_fragment
from readouts.package.model import Package, Table

_TYPES = {"integer": int, "string": str, "date": str}


class ChangedSinceCheck(Exception):
    """A file is not the one that was checked."""


def build(checked: Checked, output: Path, base: str = "") -> tuple[Path, ...]:
    """Write the database to `output` and the flat table beside it; returns the files written.

    `base`, such as https://example.org, stands before the permanent addresses of the flat
    table; without it they are paths.
    Raises ChangedSinceCheck when a file of the package is no longer what was checked, and
    OSError when the folder of `output` cannot be written.
    """
    _refuse_changed(checked)
    flat = output.with_suffix(".csv")
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".build-") as folder:
        new, new_flat = Path(folder, output.name), Path(folder, flat.name)
        with closing(sqlite3.connect(new)) as connection:
            fill(checked, connection, base.rstrip("/"))
            new_flat.write_text(table_csv(connection, "readouts"), encoding="utf-8", newline="")
        new.replace(output)
        new_flat.replace(flat)
    return output, flat


def _refuse_changed(checked: Checked) -> None:
    for raw in checked.tables.values():
        path = checked.package.root / raw.table.path
        if hashlib.sha256(path.read_bytes()).hexdigest() != raw.digest:
            raise ChangedSinceCheck(f"{raw.table.path} changed while it was being built. Run the command again.")


def fill(checked: Checked, connection: sqlite3.Connection, base: str = "") -> None:
    """Put the record and what is derived from it into an empty database, in memory or in a file."""
    connection.execute("PRAGMA page_size = 4096")
    database = Database(connection)
    for table in in_link_order(checked.package):
        _create(database, checked, table)
    _package(connection, checked.package.descriptor)
    _evidence(connection, checked)
    derive(connection)
    if base:
        connection.execute("UPDATE readouts SET permanent_address = ? || permanent_address", [base])
    draw(connection)
    spell(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise AssertionError(f"foreign keys of the built file lead nowhere: {broken[:3]}")
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("VACUUM")


def in_link_order(package: Package) -> list[Table]:
    """The tables, each after those that it links to."""
    order: list[Table] = []

    def place(table: Table) -> None:
        for link in table.links:
            if link.table != table.name:
                place(package.table(link.table))
        if table not in order:
            order.append(table)

    for table in sorted(package.tables, key=lambda table: table.name):
        place(table)
    return order


def _create(database: Database, checked: Checked, table: Table) -> None:
    frame = checked.dataset.frames[table.name]
    types = {field.name: _TYPES[field.type] for field in table.fields}
    bounds = {f"{field.name}_{end}": str for field in table.fields if field.edtf for end in ("earliest", "latest")}
    database.table(table.name).create(
        types | bounds,
        pk=table.key[0] if len(table.key) == 1 else table.key,
        not_null={field.name for field in table.fields if field.required},
        foreign_keys=[(link.field, link.table, link.target) for link in table.links],
    )
    columns = [*types, *bounds]
    rows = frame.sort(table.key).select(
        pl.col(name).cast(pl.String) if frame.schema[name] == pl.Date else pl.col(name) for name in columns
    )
    marks, names = ", ".join("?" * len(columns)), ", ".join(f'"{name}"' for name in columns)
    database.conn.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows.iter_rows())
    facets = {facet for facet in table.facets if facet in types} - set(table.key[:1])
    for column in sorted({link.field for link in table.links} | facets):
        database.table(table.name).create_index([column], if_not_exists=True)


def _package(connection: sqlite3.Connection, descriptor: dict[str, Any]) -> None:
    """What the package is, in one row: the file says by itself which version of what it holds."""
    licence = descriptor["licenses"][0]
    connection.execute(
        "CREATE TABLE package (name TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, version TEXT NOT NULL,"
        " created TEXT, authors TEXT, licence TEXT NOT NULL, licence_title TEXT, licence_address TEXT)"
    )
    facts = [
        *(descriptor.get(name, "") for name in ("name", "title", "description", "version")),
        descriptor.get("created", "")[:10],
        "; ".join(one["title"] for one in descriptor.get("contributors", ())),
        *(licence.get(name, "") for name in ("name", "title", "path")),
    ]
    connection.execute("INSERT INTO package VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", facts)


def _evidence(connection: sqlite3.Connection, checked: Checked) -> None:
    """What is known of each quotation's words; `derive` turns it into reader tables."""
    connection.execute(
        "CREATE TABLE evidence (quotation_id TEXT PRIMARY KEY, state TEXT NOT NULL,"
        " start_word INTEGER, word_count INTEGER, reason TEXT, link TEXT)"
    )
    frames = checked.dataset.frames
    urls = {row["id"]: row["url"] or row["archive_url"] for row in frames["sources"].iter_rows(named=True)}
    pages = {
        row["id"]: _at_place(urls[row["source_id"]], row["passage"])
        for row in frames["quotations"].iter_rows(named=True)
        if urls[row["source_id"]]
    }
    connection.executemany(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)",
        [(*astuple(one), pages.get(one.quotation_id)) for one in checked.evidence],
    )


def _at_place(url: str, passage: str) -> str:
    """The address with a text fragment; an address that has a fragment of its own keeps it."""
    directive = text_fragment(passage)
    return url + (directive.removeprefix("#") if "#" in url else directive)


def table_csv(
    connection: sqlite3.Connection, name: str, columns: tuple[str, ...] = (), order: tuple[str, ...] = ()
) -> str:
    """A table of the built file as CSV text in the dialect of the package; all columns in stored order by default."""
    chosen = ", ".join(f'"{column}"' for column in columns) or "*"
    by = ", ".join(f'"{column}"' for column in order) or "rowid"
    cursor = connection.execute(f'SELECT {chosen} FROM "{name}" ORDER BY {by}')
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column[0] for column in cursor.description])
    writer.writerows(cursor)
    return text.getvalue()
