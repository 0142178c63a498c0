"""A table or an answer as an Excel file that says in English where it comes from.

Why: datasette-xlsx writes the rows well (all of them, text as text, exact numbers), but
puts names in the place of ids and adds a sheet in Swedish. Its writer is used here with
two changes: ids stay ids, and sheets say what the columns and codes mean (the file is read
without the site), what the file is, which version, under which licence. These are parts of
datasette-xlsx 0.2 that it does not promise: tests/test_site_downloads.py fails when they change.
"""

import io
from urllib.parse import parse_qsl, urlencode

from datasette import Request
from datasette_xlsx import CONTENT_TYPE, _filename_header, _query_rows, _set_widths, _table_rows, _Writer

from readouts.site.facts import DATABASE, base_address, codes, facts, served
from readouts.site.pages import dictionary
from readouts.site.pages.table import merged

MAX_ROWS = 1_000_000
TIME_LIMIT_MS = 30_000


class Workbook(_Writer):
    """The rows on their sheets, and a sheet about them."""

    def finish(self, meanings, about) -> bytes:
        """The file; `meanings` are the lines of its second sheet, `about` of its last, before those that count."""
        self._flush()
        self._close_table()
        cut = [("Cut off", f"after {self.max_rows:,} rows")] if self.hit_limit else []
        long = [("Cells cut off", f"{self.truncated_cells} (more than Excel allows)")] if self.truncated_cells else []
        if meanings:
            self._sheet("What the columns mean", (24, 24, 28, 100), [dictionary.HEAD, *meanings])
        self._sheet("About this file", (16, 100), [*about, ("Rows", self.rows), *cut, *long])
        with io.BytesIO() as file:
            self.wb.save(file)
            return file.getvalue()

    def _sheet(self, title: str, widths: tuple[int, ...], lines) -> None:
        sheet = self.wb.create_sheet(title)
        _set_widths(sheet, widths)
        for line in lines:
            sheet.append([self._cell(value) for value in line])


async def excel(datasette, request, database, table, sql, query_name, columns, rows, view_name, data):
    """The renderer of `.xlsx`, with the arguments that Datasette gives to one."""
    name = table or query_name or database
    book = Workbook(columns, name, MAX_ROWS)
    if view_name == "row":
        for row in rows:
            book.write([row[column] for column in columns] if isinstance(row, dict) else row)
    elif table and view_name == "table":
        await _table_rows(datasette, _without_labels(request), columns, book)
    else:
        params = (data.get("query") or {}).get("params") or {}
        await _query_rows(datasette.get_database(database), sql, params, book, TIME_LIMIT_MS)
    meanings = await _meanings(datasette, table if database == DATABASE else None, columns)
    body = book.finish(meanings, await _about(datasette, request, name))
    return {"body": body, "content_type": CONTENT_TYPE, "headers": {"content-disposition": _filename_header(name)}}


def _without_labels(request) -> Request:
    """The request without what puts names in the place of ids, and whatever else changes only how a page looks."""
    given = parse_qsl(request.query_string, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in given if name not in ("_labels", "_label")])
    return Request(dict(request.scope, query_string=query.encode("ascii")), None)


async def _meanings(datasette, table: str | None, columns) -> list[tuple[str, ...]]:
    """What the columns and their codes mean; of an answer, what columns of that name mean in the tables."""
    if not served(datasette):
        return []
    tables = datasette.metadata("databases")[DATABASE]["tables"]
    return dictionary.lines(
        tuple(columns), tables[table] if table in tables else merged(tables), await codes(datasette)
    )


async def _about(datasette, request, name: str) -> list[tuple[str, str]]:
    """What the file is; the address is that of the page that it was made from."""
    page = base_address(datasette, request) + request.full_path.replace(".xlsx", "", 1)
    if not served(datasette):
        return [("Table", name), ("Address", page)]
    known = await facts(datasette)
    return [
        ("Record", known.title),
        ("Version", f"{known.version} of {known.created}"),
        ("Table", name),
        ("Address", page),
        ("Licence", f"{known.licence_title} ({known.licence}), {known.licence_address}"),
        ("Cite as", f"{known.authors} ({known.created[:4]}). {known.title}, version {known.version}."),
    ]
