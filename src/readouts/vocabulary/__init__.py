"""The closed lists of the record, as data/codes.csv has them: order, label, colour, mark, direction.

Why: which sides there are, and which stances, is what the record says and not what the code
knows. In: the declared package, or a connection to a file in which its table `codes` is
filled. Out: a `Vocabulary`. Nothing here holds a value: whatever asks for the sides of a
record gets those that the record has.
"""

import csv
import io
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from readouts.package.model import Package

NOBODY = "none"  # where a derived table has a side: said for no organization; no code may be called so
OF_NO_SIDE = "Of no side"  # what that is called, where people and unnamed voices stand together
NUMBERS = ("scale", "rank")


@dataclass(frozen=True)
class Code:
    """One row of `codes`, its columns by name; a cell that is empty is "" or, of a number, None."""

    list: str
    code: str
    label: str = ""
    definition: str = ""
    rank: int | None = None
    nature: str = ""
    polarity: str = ""
    scale: int | None = None
    phrase: str = ""
    mark: str = ""
    colour_light: str = ""
    colour_dark: str = ""

    @property
    def column(self) -> str:
        """What the column of a side is called in tables that have one for each."""
        return self.code.replace("-", "_")


COLUMNS = tuple(field.name for field in fields(Code))
QUESTION = f"SELECT {', '.join(COLUMNS)} FROM codes"


@dataclass(frozen=True)
class Vocabulary:
    """Every code of a record, list by list, by rank; those without a rank stand last, by code."""

    codes: tuple[Code, ...]

    @cached_property
    def _lists(self) -> Mapping[str, dict[str, Code]]:
        found: dict[str, dict[str, Code]] = {}
        for one in sorted(self.codes, key=lambda one: (one.list, one.rank is None, one.rank or 0, one.code)):
            found.setdefault(one.list, {})[one.code] = one
        return found

    def of(self, name: str) -> Mapping[str, Code]:
        """The codes of one list by code, in their order; of a list that the record does not have, none."""
        return self._lists.get(name, {})

    @cached_property
    def by_place(self) -> dict[tuple[str, str], Code]:
        """Every code by its list and its name."""
        return {(one.list, one.code): one for one in self.codes}

    @property
    def sides(self) -> Mapping[str, Code]:
        """Whose account it is."""
        return self.of("side")

    @property
    def stances(self) -> Mapping[str, Code]:
        """Which position is taken."""
        return self.of("stance")

    def names(self, name: str, nature: str) -> tuple[str, ...]:
        """The codes of a list that have that nature."""
        return tuple(code for code, one in self.of(name).items() if one.nature == nature)

    def firm(self, scale: int) -> tuple[str, ...]:
        """The stances that stand there on the scale: 2, outright for a claim, or -2, outright against it."""
        return tuple(code for code, one in self.stances.items() if one.scale == scale)

    @cached_property
    def reporter(self) -> str:
        """The side in whose column leaked words stand; "" where no code is that."""
        return next(iter(self.names("side", "reporter")), "")


def declared(package: Package) -> Vocabulary:
    """The vocabulary of a package, read from its file of codes; raises OSError when that is not there."""
    text = (package.root / package.table("codes").path).read_text(encoding="utf-8")
    return vocabulary(csv.DictReader(io.StringIO(text)))


def stored(connection: sqlite3.Connection) -> Vocabulary:
    """The vocabulary of a built file, or of one in which `codes` is filled."""
    rows = connection.execute(QUESTION).fetchall()
    return vocabulary(dict(zip(COLUMNS, row, strict=True)) for row in rows)


def vocabulary(rows: Iterable[Mapping[str, Any]]) -> Vocabulary:
    """The vocabulary in rows of `codes`."""
    return Vocabulary(tuple(Code(**{name: _cell(name, row.get(name)) for name in COLUMNS}) for row in rows))


def _cell(name: str, value: str | int | None) -> Any:
    if name in NUMBERS:
        return None if value in (None, "") else int(value)
    return value or ""
