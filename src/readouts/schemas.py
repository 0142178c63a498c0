"""The tables' schemas for pandera, for whoever works with the record in polars or pandas.

    from readouts import schemas

    schemas.pandera("statements").validate(frame)

Why: whoever downloads or corrects a table wants to know what its cells must be, in the tool
they work with. In: the name of a table, the engine of the frame, and the folder of a package:
the schemas are read from its datapackage.json and its schemas/, by default in the current
folder, and none is built in, since a schema belongs to the record that it describes. Out: a
pandera `DataFrameSchema`. Read a CSV file as text, an empty cell as missing:

    polars.read_csv("statements.csv", infer_schema=False)
    pandas.read_csv("statements.csv", dtype=str, keep_default_na=False, na_values=[""])

With `validate(frame, lazy=True)` pandera raises SchemaErrors, whose `failure_cases` has every cell that fails, with its
row from 0 (the line in the file less two).
"""

import difflib
from importlib import import_module
from pathlib import Path
from typing import Any

from readouts.finding import shown
from readouts.package.descriptor import load
from readouts.package.model import Package

try:
    import_module("pandera")  # what the schemas are of: whoever has none is told now, and not at the first schema
    from readouts.check.pandera_schemas import pandas_schema, polars_schema
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"readouts.schemas needs {error.name}, which is not installed. Run: pip install 'readouts[build]'",
        name=error.name,
    ) from None

ENGINES = {"polars": polars_schema, "pandas": pandas_schema}


class NoSchema(ValueError):
    """There is no such schema: no sound package in the folder, no such table in the package, or no such engine."""


def tables(root: str | Path = ".") -> tuple[str, ...]:
    """The names of the tables of the package in the folder `root`; raises NoSchema where there is none."""
    return tuple(table.name for table in _package(root).tables)


def pandera(table: str, engine: str = "polars", root: str | Path = ".") -> Any:
    """The schema of one table for frames of an engine, "polars" or "pandas".

    It holds text columns with named checks (`cell.pattern`, `cell.not-in-list`, `key.twice`, …: docs/rules.md
    explains each); links to other tables are not in it, since they need the other table. Columns that the table
    does not have are let be. Raises NoSchema, also where pandas is asked for and not installed.
    """
    package = _package(root)
    found = {one.name: one for one in package.tables}
    if engine not in ENGINES:
        raise NoSchema(f"no engine is called {shown(engine)!r}. Use one of {', '.join(ENGINES)}.")
    if table not in found:
        near = difflib.get_close_matches(table, found, 1)
        hint = f"Did you mean {near[0]}?" if near else f"It has {', '.join(found)}."
        raise NoSchema(f"the package in {root} has no table {shown(table)!r}. {hint}")
    try:
        return ENGINES[engine](found[table])
    except ModuleNotFoundError as error:
        raise NoSchema(f"{engine} is not installed ({error.name} is missing). Run: pip install {engine}") from None


def _package(root: str | Path) -> Package:
    package, findings = load(Path(root))
    if package is None:
        first = findings[0]
        raise NoSchema(
            f"{root} holds no sound package ({first.path}: {first.problem}). Name the folder that holds"
            ' datapackage.json and schemas/: schemas.pandera("statements", root="FOLDER")'
        )
    return package
