"""Defects that only a floor shows: rows and cells that are gone, and floors that hold nothing."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.ways import Row, has, spoilt, warned
from mutate.record import Kind, Mutant, Record, few, written


def holds(record: Record, row: Row) -> bool:
    """A floor on a number of rows that is not none."""
    return bool(row["least_rows"]) and row["least_rows"] != "0"


def emptied(record: Record, chance: Random) -> Iterator[Mutant]:
    """A column under a floor on filled cells is emptied in all rows. Not a link: so many bare rows fill the report."""
    floors = record.package.table("floors")
    for place, row in few(chance, enumerate(record.sheets["floors"])):
        table = next((one for one in record.package.tables if one.name == row["table"]), None)
        linked = table and row["column"] in {link.field for link in table.links}
        if table and row["column"] and not (linked or row["value"]) and row["least_percent"] not in ("", "0"):
            rows = [one | {row["column"]: ""} for one in record.sheets[table.name]]
            yield Mutant({table.path: written(table, rows)}, floors.path, place + 2, ("least_percent",), row["id"])


# fmt: off
KINDS = (
    Kind("a column emptied under its floor", emptied),
    spoilt("a floor above what there is", "floors", holds, lambda record, row: {"least_rows": "1000000"}),
    spoilt("a floor without a number", "floors", holds, lambda record, row: {"least_rows": ""}),
    spoilt("a floor under no table", "floors", has("column"), lambda record, row: {"table": "no_such_table"}),
    spoilt("a floor under no column", "floors", has("column"), lambda record, row: {"column": "no_such_column"}),
    replace(warned(spoilt("a floor that is lowered", "floors", holds, lambda record, row: {"least_rows": "0"})), after=True),
)
# fmt: on
