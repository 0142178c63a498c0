"""What an export is made from: the built file, what its columns mean, and the files that were made before it.

In: a connection and the package of which it was built. Out: `Built`, whose `rows` each module of a format reads.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.build.described import described
from readouts.package.model import Package, Table

FLAT = ("readouts", "readouts_wordings")
# The first and the last day of which the statements of the record are.
DAYS = "SELECT min(date_earliest), max(date_latest) FROM statements"


@dataclass(frozen=True)
class Built:
    """A built file on a connection; `base` is as in `build`.

    `kept_file` gives the bytes of a file of the package by its path, None where there is none; `made` has those of the
    files that were made of this database so far, by name.
    """

    connection: sqlite3.Connection
    package: Package
    tables: tuple[Table, ...]
    base: str
    kept_file: Callable[[str], bytes | None]
    made: Mapping[str, bytes]

    @property
    def kept(self) -> tuple[Table, ...]:
        """The tables that are kept by hand, without what the build adds to them."""
        return self.package.tables

    @property
    def flat(self) -> tuple[Table, ...]:
        """The flat tables, in the order in which they are offered."""
        return tuple(self.table(name) for name in FLAT)

    def table(self, name: str) -> Table:
        """A table of the built file, whole; KeyError when there is none of that name."""
        return {one.name: one for one in self.tables}[name]

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Every row of a table, its cells in the order of the table's columns, by its place in the file."""
        names = ", ".join(f'"{name}"' for name in table.columns)
        return self.connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid')

    @property
    def fact(self) -> dict[str, str]:
        """The one row of the table `package`."""
        cursor = self.connection.execute("SELECT * FROM package")
        return dict(zip((one[0] for one in cursor.description), cursor.fetchone(), strict=True))


def opened(
    connection: sqlite3.Connection,
    package: Package,
    base: str,
    kept_file: Callable[[str], bytes | None],
    made: Mapping[str, bytes],
) -> Built:
    """What exports are made from."""
    return Built(connection, package, described(package), base.rstrip("/"), kept_file, made)


def cited(about: Mapping[str, str]) -> str:
    """How the whole record is cited."""
    return f"{about['authors']} ({about['created'][:4]}). {about['title']}, version {about['version']}."
