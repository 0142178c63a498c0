"""By what the rows of a record are called, and which row a name means.

Why: a curator writes a name and not its id; but a name that fits two rows, or none, must never be
guessed. In: the record, and the rows that a sheet writes out. Out: the id that a name means, or the
near ones that are offered. Case, curls of marks, runs of blanks and a leading "the" do not count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from readouts.evidence.source_text import normalise
from readouts.sheet.form import NAMES
from readouts.sheet.record import Record, Row

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NEAR, OFFERED = 75, 3  # of a hundred: how like a name is that is offered; how many are


@dataclass(frozen=True)
class Unknown:
    """A name that means no one row: `fits` are those that it fits, `near` those that are like it.

    `offered` are what to write for those near: a name where a name was written, an id where an id was.
    """

    fits: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def fix(self) -> str:
        """What to do about it."""
        if self.fits:
            return f"Write the id of the one that is meant: {', '.join(self.fits)}."
        if self.near:
            return f"Did you mean {' or '.join(self.offered)}?"
        return "Correct it, or write its keys below where it is used first."


@dataclass
class Names:
    """The names of one record, and those that are added while a sheet is read."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    called: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    of: dict[tuple[str, str], list[str]] = field(default_factory=dict)  # the names of a row, as they are written

    def add(self, table: str, row_id: str, row: Row) -> None:
        """One row more, by its id and all of its names."""
        self.ids.setdefault(table, set()).add(row_id)
        for name in _names(table, row):
            self.call(table, row_id, name)

    def call(self, table: str, row_id: str, name: str) -> None:
        """One name more of a row."""
        self.called.setdefault(table, {}).setdefault(_folded(name), set()).add(row_id)
        self.of.setdefault((table, row_id), []).append(name)

    def meant(self, table: str, name: str) -> str | Unknown:
        """The id of the row that is called so; an id counts before a name."""
        if name in self.ids.get(table, ()):
            return name
        fits = self.called.get(table, {}).get(_folded(name), set())
        if len(fits) == 1:
            return next(iter(fits))
        if fits:
            return Unknown(tuple(sorted(fits)))
        near = self._near(table, name)
        return Unknown(near=tuple(near), offered=tuple(self._offered(table, name, row_id) for row_id in near))

    def _offered(self, table: str, wrote: str, row_id: str) -> str:
        """How to write a row that is near: by that name which it has alone and which is most like what was written."""
        names = [one for one in self.of.get((table, row_id), ()) if self.called[table][_folded(one)] == {row_id}]
        if _ID.fullmatch(wrote) or not names:
            return row_id
        return max(names, key=lambda one: fuzz.ratio(_folded(wrote), _folded(one)))

    def _near(self, table: str, name: str) -> list[str]:
        """Ids of the rows whose id, or one of whose names, is most like it."""
        choices = {one: one for one in sorted(self.ids.get(table, ()))}
        named = {f"{one} {row_id}": one for one, ids in self.called.get(table, {}).items() for row_id in ids}
        wanted = _folded(name)
        found = [
            (score, where.rpartition(" ")[2])
            for options in (choices, named)
            for _, score, where in process.extract(wanted, options, scorer=fuzz.ratio, score_cutoff=NEAR, limit=OFFERED)
        ]
        parts = _parts(wanted, self.called.get(table, {}))
        best = [row_id for _, row_id in sorted(found, key=lambda one: (-one[0], one[1]))]
        return list(dict.fromkeys([*best, *parts]))[:OFFERED]


def names(record: Record) -> Names:
    """The names of all rows of a record that a sheet can name."""
    found = Names({table: set() for table in NAMES})  # also those in which nothing stands yet
    for table in NAMES:
        for row_id, row in record.rows[table].items():
            found.add(table, row_id, row)
    return found


def _parts(wanted: str, called: dict[str, set[str]]) -> list[str]:
    """Rows of whose names the text is a whole word, such as a last name."""
    if len(wanted) < 3:
        return []
    return sorted({one for name, ids in called.items() if f" {wanted} " in f" {name} " for one in ids})


def _names(table: str, row: Row) -> Iterator[str]:
    for column in NAMES[table]:
        cell = row.get(column, "")
        yield from (name for name in (cell.split("; ") if column == "other_names" else [cell]) if name)


def _folded(name: str) -> str:
    return normalise(name).casefold().removeprefix("the ")
