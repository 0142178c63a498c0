"""The record as one Excel workbook: the flat table first, then every wording and the tables that are kept.

In: a built file. Out: a workbook in which text is text, dates in EDTF among it, with what each column and code means
and how to cite. Raises TooLong where a table has more rows than a sheet of Excel.
"""

from collections.abc import Iterator, Sequence

from readouts.export import archive, workbook
from readouts.export.built import Built, cited
from readouts.package.model import Table


class TooLong(Exception):
    """A table has more rows, or a cell more characters, than Excel holds."""


def made(built: Built) -> bytes:
    """The workbook, with the same bytes for the same file."""
    whole = (*built.flat, *built.kept)
    for table in whole:
        _refuse_long(built, table)
    book = workbook.Workbook(whole[0].columns, whole[0].name)
    for table in whole:
        if table != whole[0]:
            book.turn(table.columns, table.name)
        for row in built.rows(table):
            book.write(row)
    if book.shortened:
        told = f"{book.shortened:,} cells are longer than Excel allows."
        raise TooLong(f"{told} Take CSV or Parquet: they hold any length.")
    meanings = [("Table", "Column", "Code", "Title", "Meaning"), *_meanings(built, whole)]
    sheets: list[tuple[str, Sequence[int], Sequence[Sequence[str]]]] = [
        ("What the columns mean", (28, 24, 24, 28, 100), meanings),
        ("How to cite", (16, 100), _about(built)),
    ]
    return archive.steady(book.finish(sheets), built.fact["created"])


def _refuse_long(built: Built, table: Table) -> None:
    (rows,) = built.connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
    if rows > workbook.MOST_ROWS:
        raise TooLong(
            f"{table.name} has {rows:,} rows, and a sheet of Excel holds {workbook.MOST_ROWS:,}."
            " Take CSV or Parquet: they hold any number."
        )


def _meanings(built: Built, whole: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    codes = built.connection.execute(
        "SELECT list, code, label, definition FROM codes ORDER BY list, rank, code"
    ).fetchall()
    for table in whole:
        for field in table.fields:
            yield table.name, field.name, "", field.title, field.description
            yield from (
                (table.name, field.name, code, label, told) for of, code, label, told in codes if of == field.codes
            )


def _about(built: Built) -> list[tuple[str, str]]:
    known = built.fact
    return [
        ("Record", known["title"]),
        ("What it is", known["description"]),
        ("Version", f"{known['version']} of {known['created']}"),
        ("Licence", f"{known['licence_title']} ({known['licence']}), {known['licence_address']}"),
        ("Quoted words", "belong to their speakers and publishers."),
        ("Cite as", cited(known)),
        *([("Address", built.base)] if built.base else []),
        (
            "Counting",
            "Count rows of readouts: one row is one stance. readouts_wordings repeats a stance for each wording.",
        ),
    ]
