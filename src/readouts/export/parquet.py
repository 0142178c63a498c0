"""A table of the built file as Parquet: typed columns, and what they mean in the file itself.

In: a built file and one of its tables. Out: a file, with numbers, days and yes and no as such; a date that is more than
a day stays text, as in EDTF, beside the days that it spans. The key `readouts` of the file's own metadata
(https://parquet.apache.org/docs/file-format/metadata/) has title and description of the table and of each column.
"""

import io
import json

import polars as pl

from readouts.export.built import Built
from readouts.package.model import Table

_TYPES = {"integer": pl.Int64, "boolean": pl.Int64, "string": pl.String, "date": pl.String}


def made(built: Built, table: Table) -> bytes:
    """One table; raises polars.exceptions.PolarsError where a cell is not of its declared type."""
    schema = {field.name: _TYPES[field.type] for field in table.fields}
    frame = pl.DataFrame(list(built.rows(table)), schema=schema, orient="row")
    typed = frame.with_columns(
        *(pl.col(one.name).str.to_date("%Y-%m-%d") for one in table.fields if one.type == "date"),
        *(pl.col(one.name).cast(pl.Boolean) for one in table.fields if one.type == "boolean"),
    )
    with io.BytesIO() as file:
        typed.write_parquet(file, compression="zstd", metadata={"readouts": _meaning(built, table)})
        return file.getvalue()


def _meaning(built: Built, table: Table) -> str:
    about = built.fact
    columns = {field.name: {"title": field.title, "description": field.description} for field in table.fields}
    told = {"title": table.title, "description": table.description, "version": about["version"]}
    return json.dumps(told | {"licence": about["licence"], "columns": columns}, ensure_ascii=False)
