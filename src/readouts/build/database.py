"""A checked record to one database.

Why: a reader needs names for ids, search and derived tables, a downloader one file that
opens anywhere. In: the receipt of a check (`Checked`): data that failed cannot be published
by mistake. Out: an empty database filled, with explicit column types, declared foreign keys,
indexes on them and on facets, the reader columns and derived tables of `derive`, the pictures
of `timeline`, the words of `spelling`, and the same bytes for the same input and the same
SQLite. `export.files` makes files of it.
"""

import sqlite3
from dataclasses import astuple

import polars as pl
from sqlite_utils import Database

from readouts.build.derive import derive
from readouts.build.spelling import spell
from readouts.build.timeline import draw
from readouts.check import Checked
from readouts.evidence.anchors import text_fragment
from readouts.package.model import Package, Table

_TYPES = {"integer": int, "string": str, "date": str}


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
    database[table.name].create(
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
        database[table.name].create_index([column], if_not_exists=True)


def _package(connection: sqlite3.Connection, descriptor: dict) -> None:
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
