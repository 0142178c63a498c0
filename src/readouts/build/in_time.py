"""A column beside every date by which rows are put in time order.

Why: as text "by 8 October 2024" (`../2024-10-08`) stands before every day, and by its first day,
which is open, too. In: a connection with all tables, and which of their columns hold dates.
Out: the same, with a column `<date>_order`: the first day that the date allows, where that is
open the last, empty where no date is known.
"""

import sqlite3
from collections.abc import Iterable

from readouts.build import tables
from readouts.package.model import Table
from readouts.read.edtf_dates import parse

ENDING = "_order"
_DAYS = ("not_before", "not_after")  # no date of a source, but the ends of one: days, or empty
MEANING = "Day that puts {} in time order: the first that it allows; where its start is open, the last."


def order(text: str | None) -> str | None:
    """The day by which a date stands in time order."""
    if not text:
        return None
    span = parse(text)
    day = span.earliest or span.latest
    return day.isoformat() if day else None


def ordered(table: Table) -> tuple[str, ...]:
    """The dates of a table that need such a column."""
    return tuple(field.name for field in table.fields if field.edtf and field.name not in _DAYS)


def add(connection: sqlite3.Connection, known: Iterable[Table]) -> None:
    """Give every date of the tables its column."""
    connection.create_function("in_time_order", 1, order, deterministic=True)
    for table in known:
        dates = ordered(table)
        tables.add_columns(connection, table.name, {f"{name}{ENDING}": str for name in dates})
        if dates:
            put = ", ".join(f'"{name}{ENDING}" = in_time_order("{name}")' for name in dates)
            connection.execute(f'UPDATE "{table.name}" SET {put}')
