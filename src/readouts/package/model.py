"""What the package declares, as frozen values: tables, fields, links.

Why: the Table Schemas are the only statement of columns; every later stage (cells,
links, SQL types, pages, documents) reads them from these values, which `descriptor`
makes from datapackage.json and schemas/*.json.

Standards: Data Package v2 and Table Schema v2 (https://datapackage.org).
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Link:
    """A foreign key of one column: every filled cell of `field` is a `target` of `table`."""

    field: str
    table: str
    target: str


@dataclass(frozen=True)
class Field:
    """One column; `minimum` and `maximum` are for integers, lengths are in characters."""

    name: str
    title: str
    type: str
    description: str
    required: bool = False
    pattern: str | None = None
    enum: tuple[str, ...] = ()
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    edtf: bool = False
    codes: str | None = None
    example: str = ""


@dataclass(frozen=True)
class Table:
    """One resource: its file, its columns in order, its key and its links.

    `unique` are the columns, beside the key, whose values no two rows share.
    `label`, `sort`, `sort_desc`, `facets` and `hidden` are for its page: the column that names
    a row in a link, the order, the columns to filter by, and whether the list leaves it out.
    `shown` are the columns that its page shows at first, in their order.
    """

    name: str
    title: str
    description: str
    path: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    label: str | None = None
    sort: str | None = None
    sort_desc: str | None = None
    facets: tuple[str, ...] = ()
    hidden: bool = False
    unique: tuple[tuple[str, ...], ...] = ()
    shown: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the file."""
        return tuple(field.name for field in self.fields)

    def row_id(self, row: dict[str, Any]) -> str:
        """The key of a row as one text, its parts joined by a slash."""
        return "/".join(row.get(part) or "" for part in self.key)


@dataclass(frozen=True)
class Package:
    """The declared package; `descriptor` is datapackage.json as it was read."""

    root: Path
    descriptor: dict[str, Any]
    tables: tuple[Table, ...]

    @property
    def version(self) -> str:
        """The version of the record."""
        return str(self.descriptor.get("version", ""))

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when the package declares none."""
        return {table.name: table for table in self.tables}[name]
