"""The tables of the built file, made in one way: by sqlite-utils, from names and types.

Why: base tables, derived tables and what else the file holds are declared, indexed and searched
alike, and are written as other programs of the same family write them. In: a connection, the
name of a table and what is declared of it. Out: the same connection. Rows go in by `executemany`,
which sqlite-utils' own inserts, a batch of rows a statement, take four thirds of the time of.

What sqlite-utils cannot declare is not declared elsewhere: closed lists are proven by whoever
fills a table, and the one index of beginnings of words has a statement of its own.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from readouts.package.model import Link

TYPES = {"integer": int, "boolean": int, "string": str, "date": str}
WORDS = "porter unicode61 remove_diacritics 2"
BEGINNINGS = "unicode61 remove_diacritics 2"


def create(
    connection: sqlite3.Connection,
    name: str,
    columns: Mapping[str, type],
    key: tuple[str, ...],
    required: Iterable[str] = (),
    links: Iterable[Link] = (),
) -> None:
    """Make an empty table: `columns` by name with `str` or `int`, those of `required` NOT NULL.

    Raises sqlite3.OperationalError when it is there already, sqlite_utils.db.AlterError when a link
    leads to a table or column that is not.
    """
    _table(connection, name).create(
        dict(columns),
        pk=key[0] if len(key) == 1 else key,
        not_null=set(required),
        foreign_keys=[(link.field, link.table, link.target) for link in links],
    )


def add_columns(connection: sqlite3.Connection, name: str, columns: Mapping[str, type]) -> None:
    """Add empty columns to a table; SQLite refuses NOT NULL on them, so whoever fills them proves that."""
    table = _table(connection, name)
    for column, kind in columns.items():
        table.add_column(column, kind)


def insert(connection: sqlite3.Connection, name: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Put rows into a table, their cells in the order of `columns`; raises sqlite3.IntegrityError as SQLite does."""
    names = tuple(columns)
    marks = ", ".join("?" * len(names))
    connection.executemany(f'INSERT INTO "{name}" ({quoted(names)}) VALUES ({marks})', rows)


def index(connection: sqlite3.Connection, name: str, columns: Iterable[str]) -> None:
    """One index a column: without it each page that counts or follows them reads the whole table."""
    table = _table(connection, name)
    for column in sorted(columns):
        table.create_index([column])


def index_words(connection: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    """Two full-text indexes: NAME_fts, of words by their stems, which Datasette finds; NAME_prefix, of beginnings."""
    _table(connection, name).enable_fts(columns, tokenize=WORDS)
    # sqlite-utils has no `prefix`. In quotes that Datasette does not look for, which would otherwise take either
    # index for that of the table.
    connection.execute(
        f'CREATE VIRTUAL TABLE "{name}_prefix" USING FTS5 (\n    {quoted(columns)},\n    '
        f"tokenize='{BEGINNINGS}',\n    prefix='2 3 4',\n    content='{name}'\n)"
    )
    connection.execute(f'INSERT INTO "{name}_prefix" ("{name}_prefix") VALUES (\'rebuild\')')


def quoted(columns: Iterable[str]) -> str:
    """Names of columns as SQL lists them."""
    return ", ".join(f'"{column}"' for column in columns)


def _table(connection: sqlite3.Connection, name: str) -> Any:
    # Here and not above: whoever serves the file reads what is declared, and has no sqlite-utils.
    from sqlite_utils import Database

    # Nothing of ours has triggers, and no plugin that happens to be installed changes how the file is made.
    return Database(connection, recursive_triggers=False, execute_plugins=False).table(name)
