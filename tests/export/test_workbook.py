"""Excel files, read again by openpyxl: text is text, numbers are exact, and what does not fit is counted."""

import io

import pytest
from openpyxl import load_workbook

from readouts.export import workbook
from readouts.export.workbook import LONGEST, Workbook


def read(columns, rows, more=()):
    book = Workbook(columns, "a table")
    for row in rows:
        book.write(row)
    return load_workbook(io.BytesIO(book.finish(more))), book


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("https://example.org")', "+1", "-1", "@x", "041", "2024-11", "TRUE"]
)
def test_text_is_no_formula_and_no_number(text):
    """What a spreadsheet would calculate or change stays as it is written."""
    cell = read(("words",), [(text,)])[0]["a table"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(7, 7), (1.5, 1.5), (None, None), (199001011234, 199001011234), (10**15, str(10**15)), (b"ab", "<2 bytes>")],
)
def test_numbers_are_exact(value, shown):
    """Numbers are numbers, as far as Excel keeps every digit; beyond that they are text."""
    cell = read(("n",), [(value,)])[0]["a table"]["A2"]
    assert cell.value == shown and (value != 199001011234 or cell.number_format == "0")


def test_what_excel_cannot_hold():
    """Characters that no file of Excel may have are left out; a text that is too long is cut, and counted."""
    book, written = read(("t",), [("a\x00b\x0bc",), ("x" * (LONGEST + 5),)])
    assert book["a table"]["A2"].value == "abc"
    assert len(book["a table"]["A3"].value) == LONGEST and written.shortened == 1


def test_heads_are_those_of_a_table_of_excel():
    """None is empty and none is there twice, whatever its capitals; the table spans all rows."""
    book, _ = read(("id", "ID", "", "a\nb"), [(1, 2, 3, 4), (5, 6, 7, 8)])
    sheet = book["a table"]
    assert [cell.value for cell in sheet[1]] == ["id", "ID_2", "column 3", "a b"]
    assert sheet.tables["tbl_a_table"].ref == "A1:D3" and sheet.freeze_panes == "A2"


def test_no_rows_is_a_file_too():
    """An answer without rows has its heads, and a table that Excel opens."""
    book, written = read(("a",), [], [("About", (16, 100), [("Rows", 0)])])
    assert book.sheetnames == ["a table", "About"] and book["a table"].tables["tbl_a_table"].ref == "A1:A2"
    assert written.rows == 0 and book["About"]["A1"].value == "Rows"


def test_more_rows_than_a_sheet_holds(monkeypatch):
    """The next sheet goes on, with the heads again."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    monkeypatch.setattr(workbook, "SAMPLE", 2)
    book, written = read(("n",), [(number,) for number in range(8)])
    assert book.sheetnames == ["a table", "a table (2)", "a table (3)"] and written.rows == 8
    values = [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert values == [["n", 0, 1, 2], ["n", 3, 4, 5], ["n", 6, 7]]
