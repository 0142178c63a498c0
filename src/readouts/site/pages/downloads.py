"""The downloads page: the flat table first, then the whole record as files, then table by table.

In: the tables with their rows, the size of the served file, and what was made beside it. Out: a `Downloads`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from readouts.export.offered import OFFERED, PARQUET, Offered
from readouts.site.pages.home import Table

FLAT = "readouts"


@dataclass(frozen=True)
class Held:
    """A file beside the database, by its path from there; its size in bytes and its digest."""

    name: str
    bytes: int
    sha256: str

    @property
    def size(self) -> str:
        """The size in words."""
        return f"{self.bytes / 1e6:.1f} MB" if self.bytes >= 1e5 else f"{self.bytes / 1e3:.0f} kB"


@dataclass(frozen=True)
class Downloads:
    """The page; `flat` is the table that needs no joining, `size` that of the file, `files` what else is offered whole.

    `parquet` says of a table under which path it lies as Parquet.
    """

    flat: Table
    tables: tuple[Table, ...]
    size: str
    files: tuple[tuple[Offered, Held], ...]
    parquet: Mapping[str, str]


def shape(tables: tuple[Table, ...], size: int, made: Mapping[str, Held]) -> Downloads:
    """Every table that has rows; what a reader opens first stands first."""
    flat = next(one for one in tables if one.name == FLAT)
    files = tuple((one, made[one.name]) for one in OFFERED if one.name in made)
    parquet = {one.name: path for one in tables if (path := f"{PARQUET}/{one.name}.parquet") in made}
    return Downloads(
        flat, tuple(one for one in tables if one.rows and one != flat), f"{size / 1e6:.1f} MB", files, parquet
    )
