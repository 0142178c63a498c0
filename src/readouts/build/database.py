"""A checked record to one database.

Why: a reader needs names for ids, search and derived tables, a downloader one file that
opens anywhere. In: the receipt of a check (`Checked`): data that failed cannot be published
by mistake. Out: an empty database filled, with explicit column types, declared foreign keys,
indexes on them and on facets, the reader columns and derived tables of `derive`, the pictures
of `pictures`, the words of `spelling`, and the same bytes for the same input and the same
SQLite. `export.files` makes files of it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

import polars as pl

from readouts.build import in_time, tables
from readouts.build.derive import columns, derive, views
from readouts.build.pictures import draw
from readouts.build.spelling import spell
from readouts.check.evidence import Evidence
from readouts.check.report import Checked
from readouts.evidence.anchors import text_fragment
from readouts.package.model import Package, Table
from readouts.read.typed_frames import Dataset
from readouts.vocabulary import stored

_PACKAGE = (
    "name",
    "title",
    "description",
    "version",
    "created",
    "authors",
    "licence",
    "licence_title",
    "licence_address",
)
_EVIDENCE = {"quotation_id": str, "state": str, "start_word": int, "word_count": int, "reason": str}
_EVIDENCE |= {"fetches": int, "link": str}


def fill(checked: Checked, connection: sqlite3.Connection, base: str = "") -> None:
    """Put the record and what is derived from it into an empty database, in memory or in a file.

    `base` is as in `build`. Commits, counts (ANALYZE) and compacts (VACUUM). Raises AssertionError when a link leads
    nowhere, and what `derive` raises.
    """
    connection.execute("PRAGMA page_size = 4096")
    lay(checked.dataset, checked.evidence, connection)
    derive(connection)
    known = stored(connection)
    in_time.add(connection, (*checked.package.tables, *columns(known), *views(known)))
    if base:
        for table in ("readouts", "readouts_wordings"):
            connection.execute(f"UPDATE {table} SET permanent_address = ? || permanent_address", [base])
    draw(connection, base)
    spell(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise AssertionError(f"foreign keys of the built file lead nowhere: {broken[:3]}")
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("VACUUM")


def lay(dataset: Dataset, evidence: Iterable[Evidence], connection: sqlite3.Connection) -> None:
    """Put the tables and what is known of the quotations into an empty database, from which `derive` goes on.

    No receipt is asked for: what a change would mean is worked out beside errors too, and is published by nobody.
    """
    for table in in_link_order(dataset.package):
        _create(connection, dataset, table)
    _package(connection, dataset.package.descriptor)
    _evidence(connection, dataset, evidence)


def in_link_order(package: Package) -> list[Table]:
    """The tables, each after those that it links to.

    Tables that wait for nothing stand by name. A table that links to itself is placed once.
    """
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


def _create(connection: sqlite3.Connection, dataset: Dataset, table: Table) -> None:
    frame = dataset.frames[table.name]
    types = {field.name: tables.TYPES[field.type] for field in table.fields}
    bounds = {f"{field.name}_{end}": str for field in table.fields if field.edtf for end in ("earliest", "latest")}
    required = [field.name for field in table.fields if field.required]
    tables.create(connection, table.name, types | bounds, table.key, required, table.links)
    columns = [*types, *bounds]
    rows = frame.sort(table.key).select(
        pl.col(name).cast(pl.String) if frame.schema[name] == pl.Date else pl.col(name) for name in columns
    )
    tables.insert(connection, table.name, columns, rows.iter_rows())
    facets = {facet for facet in table.facets if facet in types} - set(table.key[:1])
    tables.index(connection, table.name, {link.field for link in table.links} | facets)


def _package(connection: sqlite3.Connection, descriptor: dict[str, Any]) -> None:
    """What the package is, in one row: the file says by itself which version of what it holds."""
    licence = descriptor["licenses"][0]
    required = ("title", "version", "licence")
    tables.create(connection, "package", dict.fromkeys(_PACKAGE, str), ("name",), required)
    facts = (
        *(descriptor.get(name, "") for name in ("name", "title", "description", "version")),
        descriptor.get("created", "")[:10],
        "; ".join(one["title"] for one in descriptor.get("contributors", ())),
        *(licence.get(name, "") for name in ("name", "title", "path")),
    )
    tables.insert(connection, "package", _PACKAGE, [facts])


def _evidence(connection: sqlite3.Connection, dataset: Dataset, evidence: Iterable[Evidence]) -> None:
    """What is known of each quotation's words; `derive` turns it into reader tables."""
    tables.create(connection, "evidence", _EVIDENCE, ("quotation_id",), ("state",))
    frames = dataset.frames
    urls = {row["id"]: row["url"] or row["archive_url"] for row in frames["sources"].iter_rows(named=True)}
    pages = {
        row["id"]: _at_place(urls[row["source_id"]], row["proof"] or row["passage"])
        for row in frames["quotations"].iter_rows(named=True)
        if urls[row["source_id"]]
    }
    rows = [(*astuple(one), pages.get(one.quotation_id)) for one in evidence]
    tables.insert(connection, "evidence", _EVIDENCE, rows)


def _at_place(url: str, passage: str) -> str:
    """The address with a text fragment; an address that has a fragment of its own keeps it."""
    directive = text_fragment(passage)
    return url + (directive.removeprefix("#") if "#" in url else directive)
