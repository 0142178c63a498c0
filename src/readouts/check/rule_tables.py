"""The tables that rules read, in DuckDB: each is laid there when the first rule that is run asks for it.

In: the typed data set, the day on which it is checked, the rules; the shelf of earlier checks. Out: the rows that a
rule returns, and what a rule depends on: with the same of that it returns the same rows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import duckdb
import polars as pl

from readouts.check.columns_read import Columns, reads
from readouts.check.floors import FLOOR_TABLES
from readouts.check.looked import looked
from readouts.check.memory import same
from readouts.check.soundness import Soundness
from readouts.finding import Rule
from readouts.read.typed_frames import Dataset
from readouts.vocabulary import vocabulary
from readouts.vocabulary.colours import contrasts

CONTRASTS = dict.fromkeys(("list", "code", "column_name", "meets"), pl.String) | {"contrast": pl.Float64}
_NAMED: dict[str, tuple[str, ...]] = {}  # the tables that a query names, which is written in it
FIELDS = ("table_name", "column_name", "list", "code")


@dataclass(frozen=True)
class _Source:
    """Where a table that rules read comes from: what it is made of, and how; of a table of the record each column."""

    given: tuple[object, ...]
    frame: Callable[[], pl.DataFrame]
    columns: Mapping[str, object] = field(default_factory=dict)

    def read_by(self, sql: str) -> tuple[object, ...]:
        """What a query that names the table depends on: all of it, or the key and the columns that it names."""
        if not self.columns:
            return self.given
        return tuple(mark for column, mark in self.columns.items() if column == "row_key" or reads(sql, column))


@dataclass(frozen=True)
class Shelf:
    """A database in memory, of what each table laid there is made, and its rows: what has not changed stays."""

    connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)
    laid: dict[str, tuple[object, ...]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns)


class RuleTables:
    """The tables by the names that rules have for them; `known` are all rules that there are."""

    def __init__(
        self, dataset: Dataset, today: date, known: Iterable[Rule], worked_out: Mapping[str, pl.DataFrame], shelf: Shelf
    ) -> None:
        """Lay nothing yet: a rule that is not run needs no table. `worked_out` are tables that another gate made."""
        self._connection, self._laid, self._sizes = shelf.connection, shelf.laid, shelf.sizes
        made = {name: _Source((*frame.iter_rows(),), partial(_as_it_is, frame)) for name, frame in worked_out.items()}
        self._sources = _sources(dataset, today, tuple(rule.slug for rule in known), shelf.columns) | made
        self._declared = {table.name for table in dataset.package.tables}

    def can_run(self, sql: str, sound: Soundness) -> bool:
        """Whether nothing is wrong in what the query reads."""
        named = self._names(sql)
        if ("row_keys" in named and not sound.keys()) or ("contrasts" in named and not sound.table("codes")):
            return False
        there = all(name in self._sources for name in FLOOR_TABLES if name in named)
        return there and sound.query(sql, self._declared.intersection(named))

    def given(self, sql: str) -> tuple[object, ...]:
        """What the query depends on: the query, and of its tables what it reads."""
        return (sql, *(one for name in self._named(sql) for one in self._sources[name].read_by(sql)))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the query returns."""
        for name in self._named(sql):
            source = self._sources[name]
            if name not in self._laid or not same(self._laid[name], source.given):
                self._lay(name, source)
        return self._connection.execute(sql).fetchall()

    def looked(self, sql: str) -> int:
        """How many rows the query, which has been run, looked at."""
        return looked(sql, lambda name: self._sizes.get(name, 0))

    def add(self, name: str, frame: pl.DataFrame) -> None:
        """One table more, which is known only when other rules have been run."""
        self._sources[name] = _Source((*frame.iter_rows(),), partial(_as_it_is, frame))

    def _lay(self, name: str, source: _Source) -> None:
        """Copy a table into the database, in place of what is there under its name."""
        frame = source.frame()
        self._connection.register("arriving", _Stream(frame))
        self._connection.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS FROM arriving')
        self._connection.unregister("arriving")
        self._laid[name], self._sizes[name] = source.given, len(frame)

    def _named(self, sql: str) -> list[str]:
        return [name for name in self._names(sql) if name in self._sources]

    def _names(self, sql: str) -> tuple[str, ...]:
        if sql not in _NAMED:
            _NAMED[sql] = tuple(sorted(self._connection.get_table_names(sql)))
        return _NAMED[sql]


def _sources(dataset: Dataset, today: date, slugs: tuple[str, ...], known: Columns) -> dict[str, _Source]:
    frames, tables = dataset.frames, dataset.package.tables
    codes = frames.get("codes", pl.DataFrame())
    marks = {name: known.marks(name, frame) for name, frame in frames.items()}
    keys = (*frames, *(of_table["row_key"] for of_table in marks.values()))
    return {name: _Source((frame,), partial(_as_it_is, frame), marks[name]) for name, frame in frames.items()} | {
        "today": _Source((today,), lambda: pl.DataFrame({"day": [today]})),
        "contrasts": _Source((codes,), lambda: _contrasts(codes)),
        "row_keys": _Source(keys, lambda: _row_keys(frames)),
        "fields": _Source(tables, lambda: _text(FIELDS, _fields(dataset))),
        "rules": _Source(slugs, lambda: _text(("rule",), [(slug,) for slug in slugs])),
    }


def _as_it_is(frame: pl.DataFrame) -> pl.DataFrame:
    return frame


def _contrasts(codes: pl.DataFrame) -> pl.DataFrame:
    rows = list(contrasts(vocabulary(codes.iter_rows(named=True))))
    return pl.DataFrame(rows, schema=CONTRASTS, orient="row")


def _row_keys(frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(frame.select(pl.lit(name).alias("table_name"), "row_key") for name, frame in frames.items())


def _fields(dataset: Dataset) -> list[tuple[str, ...]]:
    return [
        (table.name, field.name, field.codes, code)
        for table in dataset.package.tables
        for field in table.fields
        if field.codes
        for code in field.enum
    ]


def _text(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


@dataclass(frozen=True)
class _Stream:
    """A frame, of which DuckDB sees only that it can be streamed: of a polars frame it asks for pyarrow (176 MB)."""

    frame: pl.DataFrame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)
