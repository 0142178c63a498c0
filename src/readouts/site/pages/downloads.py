"""The downloads page: the flat table first, then the whole file, then table by table.

In: the tables with their rows, and the size of the served file. Out: a `Downloads`.
"""

from dataclasses import dataclass

from readouts.site.pages.home import Table

FLAT = "readouts"


@dataclass(frozen=True)
class Downloads:
    """The page; `flat` is the table that needs no joining, `size` that of the file in megabytes."""

    flat: Table
    tables: tuple[Table, ...]
    size: str


def shape(tables: tuple[Table, ...], size: int) -> Downloads:
    """Every table that has rows; what a reader opens first stands first."""
    flat = next(one for one in tables if one.name == FLAT)
    return Downloads(flat, tuple(one for one in tables if one.rows and one != flat), f"{size / 1e6:.1f} MB")
