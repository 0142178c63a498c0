"""How large the tables are in which something was found: whether a fault is in one cell or in all of them.

In: findings and the raw tables. Out: for each file that was read its number of rows, and for
each column with a finding how many of its cells are filled.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readouts.finding import Finding
from readouts.read.csv_rows import RawTable


@dataclass(frozen=True)
class Column:
    """Where a column stands, how many of its cells are filled, and what they hold if that is from a list."""

    place: int
    filled: int
    values: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TableSize:
    """The rows of a table, and its columns in which something was found, by name."""

    rows: int
    columns: Mapping[str, Column] = field(default_factory=dict)


def table_sizes(findings: Iterable[Finding], tables: Mapping[str, RawTable]) -> dict[str, TableSize]:
    """The size of every table, by path.

    Only columns in which something was found are counted; a column with a closed list carries the values it holds.
    """
    wrong = defaultdict(set)
    for one in findings:
        wrong[one.path].add(one.column)
    return {
        raw.table.path: TableSize(
            len(raw.rows), {name: _column(raw, name) for name in raw.header if name in wrong[raw.table.path]}
        )
        for raw in tables.values()
    }


def _column(raw: RawTable, name: str) -> Column:
    place = raw.header.index(name)
    cells = [row[place] for row in raw.rows if row[place]]
    return Column(place, len(cells), frozenset(cells) if raw.table.fields[place].enum else frozenset())
