"""Rows of text to frames: the text frame that cells are judged on, the typed frame that rules and the database read.

Why: every cell is read as text and judged as text, since `coerce` would drop what failed. In:
a `RawTable`. Out: a polars frame of text (empty cell = null), and, once its cells have passed,
the typed frame: EDTF columns gain `_earliest`, `_latest` and the `_weekdays` that they allow,
and every row its key as one text (`row_key`).
"""

from dataclasses import dataclass

import polars as pl

from readouts.package.model import Package, Table
from readouts.read import edtf_dates
from readouts.read.csv_rows import RawTable


def text_frame(raw: RawTable) -> pl.DataFrame:
    """The cells as text columns in the order of the schema; an empty cell is null.

    One row a line of the file, in its order; raises ValueError where rows have different numbers of cells.
    """
    columns = zip(*raw.rows, strict=True) if raw.rows else ((),) * len(raw.header)
    data = {name: [cell or None for cell in cells] for name, cells in zip(raw.header, columns, strict=True)}
    return pl.DataFrame(data, schema=dict.fromkeys(raw.header, pl.String))


def typed_frame(table: Table, text: pl.DataFrame) -> pl.DataFrame:
    """The frame that rules and the database read; only for cells that have passed.

    Integers are Int64, dates Date, all else String. An EDTF column `x` stays as text and gains `x_earliest` and
    `x_latest` (Date; null: open or empty) and `x_weekdays` (names with a blank between; null: any). `row_key` is the
    key with strokes between. Raises polars.exceptions.InvalidOperationError or NotADate for a cell that had not passed.
    """
    frame = text.with_columns(
        *(pl.col(field.name).cast(pl.Int64) for field in table.fields if field.type == "integer"),
        *(pl.col(field.name).str.to_date("%Y-%m-%d") for field in table.fields if field.type == "date"),
        pl.concat_str([pl.col(part).cast(pl.String).fill_null("") for part in table.key], separator="/").alias(
            "row_key"
        ),
    )
    return frame.with_columns(
        *(column for field in table.fields if field.edtf for column in _bounds(frame, field.name))
    )


def _bounds(frame: pl.DataFrame, name: str) -> list[pl.Series]:
    spans = [edtf_dates.parse(text) if text else edtf_dates.Span(None, None) for text in frame[name]]
    return [
        pl.Series(f"{name}_earliest", [span.earliest for span in spans], dtype=pl.Date),
        pl.Series(f"{name}_latest", [span.latest for span in spans], dtype=pl.Date),
        pl.Series(f"{name}_weekdays", [" ".join(span.weekdays) or None for span in spans], dtype=pl.String),
    ]


@dataclass(frozen=True)
class Dataset:
    """The typed frames of a package, by table name."""

    package: Package
    frames: dict[str, pl.DataFrame]
