"""The rows of a sheet put to those of the record: what is new, what is there already, and what is there otherwise.

In: the rows of a sheet, and the record. Out: `Added`: the record with them, the new rows by table, and findings. A row
that the record has as the sheet says it is left alone, so that the same sheet again changes nothing; one that
it has otherwise is never changed: which of the two is right, a curator decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readouts.finding import Finding, Rule, Severity, shown
from readouts.sheet.blocks import Block, Sheet
from readouts.sheet.record import Record, Row
from readouts.sheet.rows import Laid

OTHER = Rule(
    "sheet.other",
    Severity.ERROR,
    "A row that the record has is not changed by a sheet.",
    "Correct the sheet, or change the row in its table; a row of its own gets another id by about:.",
)


@dataclass(frozen=True)
class Added:
    """The record with the rows of a sheet; `new[table]` are the keys of those that it did not have."""

    record: Record
    new: dict[str, tuple[str, ...]]
    findings: tuple[Finding, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """The files that change, by path, in canonical form."""
        return {self.record.package.table(table).path: self.record.file(table).encode() for table in self.new}


def added(sheet: Sheet, made: Laid, record: Record) -> Added:
    """Put the rows of a sheet to those of the record."""
    new: dict[str, tuple[str, ...]] = {}
    findings: list[Finding] = []
    for table, rows in made.rows.items():
        for row_id, row in rows.items():
            if not record.has(table, row_id):
                new[table] = (*new.get(table, ()), row_id)
                continue
            findings += _other(sheet, made.blocks[table, row_id], record.row(table, row_id), row)
    return Added(record.with_rows(made.rows), new, tuple(findings))


def _other(sheet: Sheet, block: Block, there: Row, row: Row) -> Iterator[Finding]:
    """The first cell in which a row of the sheet is not that of the record."""
    names = {key.column: key.name for key in block.form.by_column.values()}
    for column, cell in row.items():
        if there[column] != cell:
            told = f'the record has {column} "{shown(there[column])}" for this row, and the sheet "{shown(cell)}"'
            yield sheet.finding(OTHER, block, names.get(column, ""), told)
            return
