"""The page of any row: its filled cells as a list of names and values.

In: the row, where its cells lead, and the table's page in the metadata (titles,
descriptions and code lists of columns). Out: an `AnyRow`. A name and its id (`source` and
`source_id`) become one entry, empty cells and the days that a date spans none.
"""

import re
from dataclasses import dataclass
from typing import Any

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row

_DATE = re.compile(r"(\.\.|[12]\d{3}(-\d\d){0,2}[?~%]?)(/(\.\.|[12]\d{3}(-\d\d){0,2}[?~%]?))?", re.ASCII)


@dataclass(frozen=True)
class Link:
    """A row that a cell leads to."""

    table: str
    id: str
    label: str


@dataclass(frozen=True)
class Item:
    """One filled cell: `link` where it leads to a row, `codes` the list that its value is a code of."""

    title: str
    description: str
    text: str
    link: Link | None = None
    codes: str = ""

    @property
    def address(self) -> str:
        """The value where it is a web address."""
        return self.text if re.match(r"https?://", self.text) else ""


@dataclass(frozen=True)
class AnyRow:
    """The filled cells of one row, in the order of its table."""

    items: tuple[Item, ...]


def shape(row: Row, links: dict[str, Link], about: dict[str, Any]) -> AnyRow:
    """The row as a reader sees it; `links` by column, `about` is the table's page in the metadata."""
    return AnyRow(tuple(_item(row, column, links, about) for column in row if _shown(row, column)))


def _shown(row: Row, column: str) -> bool:
    if row[column] in (None, ""):
        return False
    if column.endswith("_id") and row.get(column.removesuffix("_id")):
        return False
    return not (column.endswith(("_earliest", "_latest")) and column.rpartition("_")[0] in row)


def _item(row: Row, column: str, links: dict[str, Link], about: dict[str, Any]) -> Item:
    link = links.get(column) or links.get(f"{column}_id")
    codes = about.get("codes", {}).get(column, "")
    text = link.label if link and column.endswith("_id") else str(row[column])
    if column in about.get("booleans", ()):
        text = "yes" if row[column] else "no"
    return Item(
        about.get("titles", {}).get(column) or column.replace("_", " ").capitalize(),
        about.get("columns", {}).get(column, ""),
        in_words(text) if not codes and not link and isinstance(row[column], str) and _DATE.fullmatch(text) else text,
        link,
        codes,
    )
