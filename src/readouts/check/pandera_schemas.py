"""Each table's pandera schema, whole and readable: one named check for each thing that its Table Schema asks for.

Why: who works with the record in polars or pandas should be able to hold a frame to it with
the tool that they use, and read what it holds. In: a `Table`. Out: a `DataFrameSchema` of
pandera.polars or pandera.pandas, with the types, what is required, and as checks named like our
rules the lists, ranges, patterns, lengths and unique keys. The checks are those of `cell_checks`,
on either engine the same expressions of polars: the gate, which runs them compiled into one a
table, and these schemas refuse the same cells. Links need two tables, and stand in no schema of one.

Frames hold text as it stands in the CSV, an empty cell as null; more columns may stand beside
those of the table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from readouts.check.cell_checks import CELL_CHECKS
from readouts.check.cell_words import described
from readouts.package.model import Field, Table


@dataclass(frozen=True)
class NamedCheck:
    """One check by its name: the expression that is true where a cell or a row is good, and what it says if not."""

    name: str
    passes: pl.Expr
    told: str
    description: str
    columns: tuple[str, ...]


def cell_tests(field: Field) -> tuple[NamedCheck, ...]:
    """What every cell of a field must be.

    Named by rule, in the order in which they are judged; last `empty-text`, which a frame can break and no file.
    """
    empty = NamedCheck(
        "empty-text",
        pl.col(field.name).ne_missing(""),
        "is a text of no letters; read an empty cell as null",
        "An empty cell is null, and no text.",
        (field.name,),
    )
    found = (
        NamedCheck(
            check.rule,
            # An empty cell passes: whether one may be empty is asked of the column.
            passes | pl.col(field.name).is_null(),
            described(check, field)[0] + (f": {field.pattern}" if check.rule == "cell.pattern" else ""),
            check.description,
            (field.name,),
        )
        for check in CELL_CHECKS
        if (passes := check.passes(field)) is not None
    )
    return *found, empty


def row_tests(table: Table) -> tuple[NamedCheck, ...]:
    """What no two rows may share: the key, and each of the unique keys where it is filled.

    The first row of those that share passes; each later one fails.
    """
    first = pl.struct(table.key).is_first_distinct()
    key = NamedCheck(
        "key.twice", first, f"{', '.join(table.key)}: an earlier row has the same", "A key stands once.", table.key
    )
    others = (
        NamedCheck(
            "key.shared",
            pl.struct(names).is_first_distinct() | pl.all_horizontal(pl.col(name).is_null() for name in names),
            f"{', '.join(names)}: an earlier row has the same",
            f"No two rows share {' and '.join(names)}.",
            names,
        )
        for names in table.unique
    )
    return key, *others


def polars_schema(table: Table) -> Any:
    """The schema of a table for pandera.polars; give it a DataFrame: of a LazyFrame pandera sees types alone."""
    import pandera.polars

    def run(test: NamedCheck) -> Callable[..., Any]:
        def passes(data: Any) -> pl.LazyFrame:
            cells: pl.LazyFrame = data.lazyframe
            types = cells.collect_schema()
            # What is no text has been refused for its type, and no check of texts can say more.
            texts = all(types.get(name) == pl.String for name in test.columns)
            return cells.select(test.passes if texts else pl.repeat(True, pl.len()))

        return passes

    return _schema(pandera.polars, pl.String, table, run)


def pandas_schema(table: Table) -> Any:
    """The schema of a table for pandera.pandas; raises ModuleNotFoundError where pandas is not installed."""
    import pandas
    import pandera.pandas

    def run(test: NamedCheck) -> Callable[..., Any]:
        def passes(data: Any) -> Any:
            # A check of a column is given the column, one of the frame the frame.
            columns = {name: data if data.ndim == 1 else data.get(name, ()) for name in test.columns}
            cells = {name: _texts(column, len(data)) for name, column in columns.items()}
            frame = pl.DataFrame(cells, dict.fromkeys(cells, pl.String))
            return pandas.Series(frame.select(test.passes).to_series().to_list(), index=data.index, dtype=bool)

        return passes

    return _schema(pandera.pandas, str, table, run, ignore_na=False)


def _schema(
    pandera: Any, text: Any, table: Table, run: Callable[[NamedCheck], Callable[..., Any]], **options: Any
) -> Any:
    def check(test: NamedCheck) -> Any:
        told = f"{test.name}: {test.told}"
        return pandera.Check(run(test), name=test.name, error=told, description=test.description, **options)

    columns = {
        field.name: pandera.Column(
            text,
            checks=[check(test) for test in cell_tests(field)],
            nullable=not field.required,
            title=field.title,
            description=field.description,
        )
        for field in table.fields
    }
    rows = [check(test) for test in row_tests(table)]
    return pandera.DataFrameSchema(columns, rows, name=table.name, title=table.title, description=table.description)


def _texts(column: Any, rows: int) -> list[str | None]:
    """The cells as texts; what is none, and a column that is missing, pandera has refused by itself."""
    return [cell if isinstance(cell, str) else None for cell in column] or [None] * rows
