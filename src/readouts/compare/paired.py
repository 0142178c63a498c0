"""Which row of the later state each row of the earlier one has become.

Why: a row is told apart by its key, and a key may have been renamed since, or given up for that of a row that was
there before. In: two states as they lie in their files, whether they check or not. Out: pairs of rows, and what of
the files could not be compared.

A redirect to an id that was new is a name; a redirect to one that was there is a change of every row that named the
old one, so only the first kind is taken for nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from readouts.check.gone import Before
from readouts.package.model import Table

# Tables with which the record is kept: what programs, searches and curators wrote of it.
LAST = ("redirects", "corrections", "waivers", "ledger", "searches", "search_scopes", "witnesses", "texts", "anchors")
Row = Mapping[str, str]
Ids = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Pair:
    """A row then and now, `now` None where it is gone; links of `was` have the names that redirects have given since.

    `row_id` is its key now, `old_id` its key then. `led` says that a redirect leads its key to that of another row.
    """

    table: Table
    row_id: str
    old_id: str
    was: Row
    now: Row | None
    line: int
    led: bool = False


class States:
    """Both states by table and key; the tables are those of now, and of then where they are gone."""

    def __init__(self, then: Before, now: Before) -> None:
        """Read the rows of either state under their keys; the first of two that share one."""
        self.then_state, self.now_state = then, now
        self.tables = _tables(then, now)
        self.paths = {name: table.path for name, table in self.tables.items()}
        self.then: dict[str, dict[str, Row]] = {}
        self.now: dict[str, dict[str, Row]] = {}
        self.lines: dict[tuple[str, str], int] = {}
        self.notes: list[str] = []
        for name, table in self.tables.items():
            self._take(name, table, _path(then, name), _path(now, name))

    def _take(self, name: str, table: Table, was_at: str, is_at: str) -> None:
        """Take the rows of a table, or none of either state with a note why."""
        why = self.then_state.unread.get(was_at) or self.now_state.unread.get(is_at) or ""
        was, rows = self.then_state.rows.get(was_at, ()), self.now_state.rows.get(is_at, ())
        lost = [part for part in table.key for found in (was, rows) if found and part not in found[0]]
        why = why or (f"a header has no column {lost[0]}" if lost else "")
        if why:
            self.notes.append(f"{is_at or was_at} is not compared: {why}")
            was, rows = (), ()
        elif is_at and is_at not in self.now_state.rows:
            self.notes.append(f"{is_at} is not there: none of its rows is told as gone")
            was = ()
        self.notes += [note for found, at in ((was, was_at), (rows, is_at)) if (note := _twice(table, found, at))]
        self.then[name] = {table.row_id(dict(row)): row for row in reversed(was)}
        self.now[name] = {table.row_id(dict(row)): row for row in reversed(rows)}
        lines = self.now_state.lines.get(is_at, ())
        self.lines |= {(name, table.row_id(dict(row))): line for row, line in zip(rows, lines, strict=False)}

    @cached_property
    def _redirected(self) -> dict[tuple[str, str], str]:
        """Where each id that went is redirected to, by table and old id.

        As redirects have it, one step: an id that was renamed twice has two rows.
        """
        rows = self.now.get("redirects", {}).values()
        found = {(row.get("table", ""), row.get("old_id", "")): row.get("new_id", "") for row in rows}
        return {(table, old): new for (table, old), new in found.items() if old not in self.now.get(table, {old: {}})}

    @cached_property
    def renamed(self) -> Ids:
        """Ids that only have another name: nothing was called so before."""
        return {(t, old): new for (t, old), new in self._redirected.items() if new not in self.then.get(t, {})}

    @cached_property
    def led(self) -> Ids:
        """Ids that were given up for that of a row that was there before."""
        there = {(t, old): new for (t, old), new in self._redirected.items() if new in self.then.get(t, {})}
        return {(t, old): new for (t, old), new in there.items() if old in self.then.get(t, {})}

    def pairs(self, name: str) -> Iterator[Pair]:
        """Every row of the earlier state with what it has become, in their order by key."""
        table, now = self.tables[name], self.now[name]
        links = {link.field: link.table for link in table.links} | {"id": name}
        for old_id, row in sorted(self.then[name].items()):
            was = _under(row, links, self.renamed)
            row_id, own = table.row_id(_under(was, links, self.led)), table.row_id(was)
            yield Pair(table, row_id, old_id, was, now.get(row_id), self.line(name, row_id), row_id != own)

    def added(self, name: str) -> list[str]:
        """The keys of the rows that nothing of the earlier state has become, in the order of the file."""
        taken = {pair.row_id for pair in self.pairs(name)}
        return [row_id for row_id in reversed(self.now[name]) if row_id not in taken]

    def line(self, name: str, row_id: str) -> int:
        """The line on which a row stands now; 0 where it stands on none."""
        return self.lines.get((name, row_id), 0)

    def released(self, name: str, old_id: str) -> str:
        """The version in which a row of the earlier state was released; empty where it was not."""
        return self.then_state.released.get((name, old_id), "")


def _under(row: Row, links: Mapping[str, str], ids: Ids) -> dict[str, str]:
    if not ids:
        return dict(row)
    return {column: ids.get((links.get(column, ""), cell), cell) for column, cell in row.items()}


def _twice(table: Table, rows: tuple[Row, ...], path: str) -> str:
    """That rows share a key, of which only the first is compared; empty where none do."""
    counts = Counter(table.row_id(dict(row)) for row in rows)
    key, number = next(iter(counts.most_common(1)), ("", 1))
    return f"{path}: {number} rows have the key {key}, of which the first alone is compared" if number > 1 else ""


def _tables(then: Before, now: Before) -> dict[str, Table]:
    packages = [one.package for one in (then, now) if one.package]
    return {table.name: table for package in packages for table in package.tables}


def _path(state: Before, name: str) -> str:
    """Where a state has a table; where it declares nothing that can be read, the file of that name."""
    if state.package:
        return next((table.path for table in state.package.tables if table.name == name), "")
    files = [path for path in (*state.rows, *state.unread) if path.rpartition("/")[2] == f"{name}.csv"]
    return next(iter(sorted(files)), "")
