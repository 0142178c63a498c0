"""An Excel file, written row by row: text stays text, whatever it begins with, and numbers stay exact.

In: the names of columns, and rows. Out: a file with the rows on their sheets, each a table
with a filter, and sheets about them. Limits are Excel's own ("Excel specifications and
limits"): what it cannot hold is counted, and said on the last sheet.
"""

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

# A sheet that is written row by row: openpyxl has no types, and keeps the name of its class to itself.
_Sheet = Any

MOST_ROWS = 1_048_575  # of a sheet, below its head
LONGEST = 32_767  # characters of a cell
EXACT = 10**15  # from which a number would lose its last digits
PLAIN = 10**11  # from which Excel would show a number as 1E+11
SAMPLE = 1_000  # rows that widths are measured on
NARROWEST, WIDEST = 7, 60  # characters of a column


class Workbook:
    """Takes rows in; `finish` gives the file. It holds what is measured, not what is written."""

    def __init__(self, columns: Sequence[str], title: str) -> None:
        self.rows = self.shortened = 0
        self._book = Book(write_only=True)
        self._table(columns, title)

    def turn(self, columns: Sequence[str], title: str) -> None:
        """Begin another table, on a sheet of its own."""
        self._finish_table()
        self._table(columns, title)

    def _table(self, columns: Sequence[str], title: str) -> None:
        self._heads, self._sheets, self._on_sheet = _heads(columns), 0, 0
        self._title = re.sub(r"[\[\]:*?/\\']", "_", title)[:24] or "answer"
        self._held: list[Sequence[Any]] = []
        self._widths: list[int] = []
        self._sheet: Any | None = None

    def write(self, row: Sequence[Any]) -> None:
        """One row, with a value for each column."""
        self.rows += 1
        if self._sheet is None:
            self._held.append(tuple(row))
            if len(self._held) == SAMPLE:
                self._begin()
            return
        if self._on_sheet == MOST_ROWS:
            self._end()
            self._begin()
        self._append(row)

    def finish(self, more: Iterable[tuple[str, Sequence[int], Iterable[Sequence[Any]]]]) -> bytes:
        """The file, with more sheets: each a title, the widths of its columns, its lines."""
        self._finish_table()
        for title, widths, lines in more:
            sheet = self._new(title, widths)
            for line in lines:
                sheet.append([self._cell(sheet, value) for value in line])
        with io.BytesIO() as file:
            self._book.save(file)
            return file.getvalue()

    def _finish_table(self) -> None:
        if self._sheet is None:
            self._begin()
        self._end()

    def _begin(self) -> None:
        self._widths = self._widths or _widths(self._heads, self._held)
        self._sheets, self._on_sheet = self._sheets + 1, 0
        self._sheet = self._new(self._title if self._sheets == 1 else f"{self._title} ({self._sheets})", self._widths)
        self._sheet.freeze_panes = "A2"
        self._sheet.append([self._cell(self._sheet, head) for head in self._heads])
        held, self._held = self._held, []
        for row in held:
            self._append(row)

    def _append(self, row: Sequence[Any]) -> None:
        if self._sheet is not None:
            self._on_sheet += 1
            self._sheet.append([self._cell(self._sheet, value) for value in row])

    def _end(self) -> None:
        """A table with a filter over what was written; it needs a row below its head."""
        if not self._heads or self._sheet is None:
            return
        place = f"A1:{get_column_letter(len(self._heads))}{max(self._on_sheet, 1) + 1}"
        name = "tbl_" + re.sub(r"\W", "_", self._title) + (f"_{self._sheets}" if self._sheets > 1 else "")
        style = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
        table = Table(displayName=name, ref=place, autoFilter=AutoFilter(ref=place), tableStyleInfo=style)
        # A sheet that was written row by row cannot be asked for its heads, of which openpyxl warns.
        table.tableColumns = [TableColumn(id=place, name=head) for place, head in enumerate(self._heads, 1)]
        with warnings.catch_warnings(action="ignore", category=UserWarning):
            self._sheet.add_table(table)

    def _new(self, title: str, widths: Sequence[int]) -> Any:
        sheet = self._book.create_sheet(title)
        for place, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        return sheet

    def _cell(self, sheet: Any, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool) and PLAIN <= abs(value) < EXACT:
            cell = WriteOnlyCell(sheet, value=value)
            cell.number_format = "0"
            return cell
        if value is None or isinstance(value, float) or (isinstance(value, int) and abs(value) < EXACT):
            return value
        text = ILLEGAL_CHARACTERS_RE.sub("", _text(value))
        self.shortened += len(text) > LONGEST
        cell = WriteOnlyCell(sheet, value=text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
        # Text, even where it begins like a formula.
        cell.data_type = "s"
        return cell


def _text(value: object) -> str:
    return f"<{len(value):,} bytes>" if isinstance(value, bytes) else str(value)


def _heads(columns: Sequence[str]) -> list[str]:
    """The names of the columns as a table of Excel takes them: none empty, none twice, whatever its capitals."""
    heads: list[str] = []
    for place, column in enumerate(columns, 1):
        name = re.sub(r"\s+", " ", ILLEGAL_CHARACTERS_RE.sub("", str(column))).strip()[:250] or f"column {place}"
        taken, turn, head = {one.casefold() for one in heads}, 1, name
        while head.casefold() in taken:
            turn += 1
            head = f"{name}_{turn}"
        heads.append(head)
    return heads


def _widths(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[int]:
    """Wide enough for the heads with their button, and for what stands below, within bounds."""
    widths = [len(head) + 3 for head in heads]
    for row in rows:
        for place, value in enumerate(row[: len(widths)]):
            widths[place] = max(widths[place], len(_text(value)) if value is not None else 0)
    return [min(max(width + 1, NARROWEST), WIDEST) for width in widths]
