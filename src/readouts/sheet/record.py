"""The rows of the record as texts, by table and key: what a sheet is added to, and made from.

In: the raw tables. Out: a `Record`, from which rows can be taken and to which rows can be put; it is never changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readouts.package.model import Package
from readouts.read.csv_rows import RawTable
from readouts.tidy import canonical

Row = Mapping[str, str]
Rows = Mapping[str, Mapping[str, Row]]  # table -> key as one text -> row


@dataclass(frozen=True)
class Record:
    """Every row of a package, empty cells as empty texts."""

    package: Package
    rows: Rows

    def row(self, table: str, row_id: str) -> Row:
        """One row; KeyError when there is none."""
        return self.rows[table][row_id]

    def has(self, table: str, row_id: str) -> bool:
        """Whether the table has a row with that key."""
        return row_id in self.rows[table]

    def without(self, rows: Iterable[tuple[str, str]]) -> "Record":
        """The record without these rows, each given as table and key."""
        gone = set(rows)
        return Record(
            self.package,
            {
                table: {row_id: row for row_id, row in found.items() if (table, row_id) not in gone}
                for table, found in self.rows.items()
            },
        )

    def with_rows(self, more: Rows) -> "Record":
        """The record with these rows too; a row with a key that is there takes its place."""
        return Record(self.package, {table: {**found, **more.get(table, {})} for table, found in self.rows.items()})

    def file(self, table: str) -> str:
        """The table's file in canonical form."""
        declared = self.package.table(table)
        return canonical.text(
            declared, (tuple(row.get(name, "") for name in declared.columns) for row in self.rows[table].values())
        )


def record(package: Package, tables: Mapping[str, RawTable]) -> Record:
    """The rows of the raw tables."""
    return Record(
        package,
        {
            name: {raw.row_id(place): dict(zip(raw.header, cells, strict=True)) for place, cells in enumerate(raw.rows)}
            for name, raw in tables.items()
        },
    )
