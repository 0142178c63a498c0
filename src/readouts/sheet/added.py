"""The rows of a sheet put to those of the record: what is new, what is there already, and what is there otherwise.

In: the rows of a sheet, and the record. Out: `Added`: the record with them, the new rows by table, and findings. A row
that the record has as the sheet says it is left alone, so that the same sheet again changes nothing; one that
it has otherwise is never changed: which of the two is right, a curator decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readouts.finding import Finding, Rule, Severity, shown
from readouts.sheet.blocks import Sheet
from readouts.sheet.record import Record
from readouts.sheet.rows import Laid
from readouts.sheet.twice import keeping

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
        for row_id in rows:
            if not record.has(table, row_id):
                new[table] = (*new.get(table, ()), row_id)
                continue
            findings += _other(sheet, made, record, table, row_id)
    return Added(record.with_rows(made.rows), new, tuple(findings))


def _other(sheet: Sheet, made: Laid, record: Record, table: str, row_id: str) -> Iterator[Finding]:
    """The first cell in which a row of the sheet is not that of the record."""
    block, there, row = made.blocks[table, row_id], record.row(table, row_id), made.rows[table][row_id]
    keys = {key.column: key for key in block.form.by_column.values()}
    links = {link.field: link.table for link in record.package.table(table).links}
    for column, cell in row.items():
        if there[column] != cell:
            told = f'the record has {column} "{shown(there[column])}" for this row, and the sheet "{shown(cell)}"'
            linked = links.get(column, "")
            anew = (linked, cell) in made.blocks and linked and not record.has(linked, cell)
            fix = keeping(there[column], linked, record) if anew and there[column] else _in_its_table(table, record)
            yield sheet.finding(OTHER, block, keys[column].name if column in keys else "", told, fix)
            return


def _in_its_table(table: str, record: Record) -> str:
    path = record.package.table(table).path
    return f"Correct the sheet, or change the row in {path}; a row of its own gets another id by about:."
