"""Defects that only a floor shows: rows and cells that are gone, and floors that hold nothing."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.tables import loose
from mutate.kinds.ways import Row, has, spoilt, warned
from mutate.record import Kind, Mutant, Record, few, written
from readouts.package.model import Table


def holds(record: Record, row: Row) -> bool:
    """A floor on a number of rows that is not none."""
    return bool(row["least_rows"]) and row["least_rows"] != "0"


def on_cells(record: Record, chance: Random) -> Iterator[tuple[int, Row, Table]]:
    """Floors on filled cells, with their tables. Not on links: so many bare rows fill the report."""
    for place, row in few(chance, enumerate(record.sheets["floors"])):
        table = next((one for one in record.package.tables if one.name == row["table"]), None)
        if table and row["column"] and not row["value"] and row["column"] not in {link.field for link in table.links}:
            yield place, row, table


def least(row: Row) -> str:
    """The column in which a floor has its number."""
    return "least_rows" if row["least_rows"] else "least_percent"


def emptied(record: Record, chance: Random) -> Iterator[Mutant]:
    """A column under a floor on filled cells is emptied in all rows."""
    floors = record.package.table("floors")
    for place, row, table in on_cells(record, chance):
        if row["least_percent"] not in ("", "0"):
            rows = [one | {row["column"]: ""} for one in record.sheets[table.name]]
            yield Mutant({table.path: written(table, rows)}, floors.path, place + 2, ("least_percent",), row["id"])


def thinned(record: Record, chance: Random) -> Iterator[Mutant]:
    """One of fifty filled cells under a floor is emptied: there is less than before, and still enough for the floor."""
    floors = record.package.table("floors")
    for place, row, table in on_cells(record, chance):
        old = record.sheets[table.name]
        filled = [at for at, one in enumerate(old) if one[row["column"]]]
        gone = set(chance.sample(filled, -(-len(filled) // 50)))
        left = len(filled) - len(gone)
        if gone and int(row[least(row)]) <= (left if row["least_rows"] else 100 * left / len(old)):
            rows = [one | {row["column"]: ""} if at in gone else one for at, one in enumerate(old)]
            yield Mutant({table.path: written(table, rows)}, floors.path, place + 2, (least(row),), row["id"])


def fewer(record: Record, chance: Random) -> Iterator[Mutant]:
    """A row to which nothing leads is gone from a table that lies above the floor on its rows, and still does."""
    floors = record.package.table("floors")
    for place, row in few(chance, enumerate(record.sheets["floors"])):
        table = next((one for one in record.package.tables if one.name == row["table"]), None)
        if table and not row["column"] and len(record.sheets[table.name]) > int(row["least_rows"] or 0):
            rows = loose(record, table) if table.key == ("id",) else range(len(record.sheets[table.name]))
            if rows:
                data = record.without(table.name, chance.choice(rows))
                yield Mutant({table.path: data}, floors.path, place + 2, ("least_rows",), row["id"])


# fmt: off
KINDS = (
    Kind("a column emptied under its floor", emptied),
    spoilt("a floor above what there is", "floors", holds, lambda record, row: {"least_rows": "1000000"}),
    spoilt("a floor without a number", "floors", holds, lambda record, row: {"least_rows": ""}),
    spoilt("a floor under no table", "floors", has("column"), lambda record, row: {"table": "no_such_table"}),
    spoilt("a floor under no column", "floors", has("column"), lambda record, row: {"column": "no_such_column"}),
    replace(warned(Kind("cells emptied that a floor counts, above it", thinned)), after=True),
    replace(warned(Kind("a row gone that a floor counts, above it", fewer)), after=True),
    replace(warned(spoilt("a floor that is lowered", "floors", holds, lambda record, row: {"least_rows": "0"})), after=True),
)
# fmt: on
