"""Which columns a query reads, and which columns of a table are as they were.

Why: a rule gives the same rows as long as what it reads is the same, and a curator mends one cell at a time. In: the
SQL of a rule, the columns of a table; the frames of a table one after the other. Out: the columns that the query names,
or all where it has a star; for each column of a frame a mark that is the same as long as the column is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import polars as pl

KEPT = 4  # frames of a table whose columns are known: as many as there are answers in a memory
_MADE_OF = ("_earliest", "_latest", "_weekdays")  # what a frame has beside a column of dates
_STAR = re.compile(r"(?<!count\()\*(?!/)")


@cache
def reads(sql: str, column: str) -> bool:
    """Whether a query may read a column of a table that it names, or what a frame has beside it."""
    words = _words(sql)
    return "*" in words or column in words or any(column + end in words for end in _MADE_OF)


@cache
def _words(sql: str) -> frozenset[str]:
    """The words of a query, and whether it has a star."""
    return frozenset([*re.findall(r"\w+", sql.lower()), *("*" for _ in _STAR.findall(sql)[:1])])


@dataclass(frozen=True)
class Columns:
    """The last few frames of each table, the latest first, with a mark for each column."""

    known: dict[str, list[tuple[pl.DataFrame, Mapping[str, object]]]] = field(default_factory=dict)

    def marks(self, table: str, frame: pl.DataFrame) -> Mapping[str, object]:
        """A mark for each column of a frame: that of an earlier frame where the column is equal, row by row."""
        known = self.known.setdefault(table, [])
        for before, marks in known:
            if before is frame:
                return marks
        marks = {column.name: self._mark(known, column) for column in frame.iter_columns()}
        known.insert(0, (frame, marks))
        del known[KEPT:]
        return marks

    @staticmethod
    def _mark(known: Iterable[tuple[pl.DataFrame, Mapping[str, object]]], column: pl.Series) -> object:
        for before, marks in known:
            if column.name in marks and column.equals(before[column.name], check_dtypes=True):
                return marks[column.name]
        return object()
