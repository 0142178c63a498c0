"""How full the record is where a floor says how full it must be, now and in an earlier state.

Why: a column that is never filled, or a table that loses its rows, breaks no other rule. In: the rows of `floors`, the
data set, what is known of each quotation, the earlier state. Out: two tables for the rules on floors, a row a floor:
`floor_counts` (floor_id, rows, of_rows, wrong_column, wrong) and
`earlier_floors` (floor_id, rows, of_rows, least_rows, least_percent).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from readouts.check.evidence import Evidence
from readouts.check.gone import Before
from readouts.read.typed_frames import Dataset

DERIVED = "evidence_status"  # the one derived table on which there are floors, as far as the check works it out
HERE = "here"  # stands for a cell where every row counts
VALUES = "; "  # between values of which any will do
NOW = {"floor_id": pl.String, "rows": pl.Int64, "of_rows": pl.Int64, "wrong_column": pl.String, "wrong": pl.String}
FLOOR_TABLES = ("floor_counts", "earlier_floors")
EARLIER = dict.fromkeys(("rows", "of_rows", "least_rows", "least_percent"), pl.Int64)

Row = Mapping[str, Any]


def floor_tables(dataset: Dataset, evidence: Sequence[Evidence], before: Before) -> dict[str, pl.DataFrame]:
    """Both tables by name; each floor is counted in the rows as they are, and in those of the earlier state."""
    floors = dataset.frames["floors"].rows(named=True)
    proven = [vars(one) for one in evidence]
    now = [(floor["id"], *_now(dataset, proven, floor)) for floor in floors]
    earlier = [(floor["id"], *found) for floor in floors if (found := _earlier(dataset, before, floor))]
    rows = (now, NOW), (earlier, {"floor_id": pl.String} | EARLIER)
    frames = (pl.DataFrame(found, schema=schema, orient="row") for found, schema in rows)
    return dict(zip(FLOOR_TABLES, frames, strict=True))


def _now(dataset: Dataset, proven: Sequence[Row], floor: Row) -> tuple[int, int, str, str]:
    """How many rows have what the floor asks for, of how many; or in which of its cells what is wrong, in words."""
    table, column = floor["table"], floor["column"]
    if wrong := _wrong(dataset, floor):
        return 0, 0, *wrong
    if table == DERIVED:
        cells = [_text(one.get(column, HERE)) for one in proven]
    else:
        frame = dataset.frames[table]
        cells = frame[column].cast(pl.String).to_list() if column else [HERE] * len(frame)
    return *_counted(cells, floor), "", ""


def _counted(cells: Sequence[str | None], floor: Row) -> tuple[int, int]:
    """How many of the cells have what the floor asks for, and how many there are."""
    values = floor["value"].split(VALUES) if floor["value"] else None
    return sum(bool(cell) if values is None else cell in values for cell in cells), len(cells)


def _wrong(dataset: Dataset, floor: Row) -> tuple[str, str] | None:
    """What a floor names that the record does not have, and in which of its cells; None where all is there."""
    name, column, value = floor["table"], floor["column"], floor["value"]
    listed: Sequence[str] = ()
    if value and not column:
        return "column", f'the value "{value}" needs the column in which it stands'
    if name == DERIVED:
        columns = tuple(Evidence.__dataclass_fields__)
    elif table := next((one for one in dataset.package.tables if one.name == name), None):
        columns = table.columns
        listed = next((one.enum for one in table.fields if one.name == column), ())
    else:
        return "table", f"no table is called {name}"
    if column and column not in columns:
        return "column", f"{name} has no column {column}"
    unknown = [one for one in (value or "").split(VALUES) if value and listed and one not in listed]
    return ("value", f"{column} is never {' or '.join(unknown)}, but {', '.join(listed)}") if unknown else None


def _earlier(dataset: Dataset, before: Before, floor: Row) -> tuple[int | None, ...]:
    """How many rows had it, of how many, and what the floor was; empty where the earlier state says nothing of it.

    What is worked out in a check, as the states of evidence, was not counted then: of it only the floor is known.
    """
    paths = {table.name: table.path for table in dataset.package.tables}
    rows, floors = before.rows.get(paths.get(floor["table"], "")), before.rows.get(paths["floors"], ())
    was = next((one for one in floors if one.get("id") == floor["id"]), {})
    least = tuple(_number(was.get(name, "")) for name in ("least_rows", "least_percent"))
    if rows is None or (floor["column"] and rows and floor["column"] not in rows[0]):
        return (None, None, *least) if any(one is not None for one in least) else ()
    return *_counted([row.get(floor["column"] or "", HERE) for row in rows], floor), *least


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() else None
