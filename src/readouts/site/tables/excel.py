"""A table or an answer as an Excel file that says in English where it comes from.

In: what Datasette gives to a renderer. Out: the file, with every row that was asked for, ids
as ids, and sheets that say what the columns and codes mean (the file is read without the
site), what the file is, which version, under which licence. It is written by `export.workbook`.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from datasette import Request
from datasette.database import Database
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import BadRequest
from datasette.views.base import DatasetteError

from readouts.export.workbook import Workbook
from readouts.site.door.paths import public
from readouts.site.facts import DATABASE, base_address, codes, facts, served
from readouts.site.tables import dictionary
from readouts.site.tables.file_name import named
from readouts.site.tables.shown_columns import merged

if TYPE_CHECKING:
    from datasette.app import Datasette

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_000_000
TIME_LIMIT_MS = 30_000
# What says how a page looks, or puts names in the place of ids.
_LOOKS = {"_labels", "_label", "_next", "_size", "_shape", "_extra", "_nl"}


def can_render(view_name: str) -> bool:
    """Whether a page of Datasette's has an Excel file."""
    return view_name in ("table", "database", "query", "row")


async def excel(
    datasette: "Datasette",
    request: Request,
    database: str,
    table: str | None,
    sql: str,
    query_name: str | None,
    columns: Sequence[str],
    rows: Iterable[sqlite3.Row],
    view_name: str,
    data: Mapping[str, Any],
) -> dict[str, Any]:
    """The renderer of `.xlsx`, with the arguments that Datasette gives to one."""
    if data.get("error"):
        raise BadRequest(data["error"])
    if not columns:
        raise BadRequest("There is no answer of that kind.")
    name = table or query_name or database
    book = Workbook(columns, name)
    if view_name == "row":
        for row in rows:
            book.write([row[column] for column in columns])
    elif table and view_name == "table":
        await _table(datasette, request, columns, book)
    else:
        params = (data.get("query") or {}).get("params") or {}
        await _answer(datasette.get_database(database), sql, params, book)
    meanings = await _meanings(datasette, table if database == DATABASE else None, columns)
    sheets = [("What the columns mean", (24, 24, 28, 100), [dictionary.HEAD, *meanings])] if meanings else []
    about = [*await _about(datasette, request, name), ("Rows", book.rows)]
    cut = [("Cut off", f"after {MOST_ROWS:,} rows")] if book.rows == MOST_ROWS else []
    long = [("Cells cut off", f"{book.shortened} (more than Excel allows)")] if book.shortened else []
    body = book.finish([*sheets, ("About this file", (16, 100), [*about, *cut, *long])])
    headers = {"content-disposition": f'attachment; filename="{named(name, request.query_string, "xlsx")}"'}
    return {"body": body, "content_type": CONTENT_TYPE, "headers": headers}


async def _table(datasette: "Datasette", request: Request, columns: Sequence[str], book: Workbook) -> None:
    """Every row of a table that fits the filters, page by page."""
    path = request.path.removesuffix(".xlsx") + ".json"
    given = parse_qsl(request.query_string, keep_blank_values=True)
    query = [(name, value) for name, value in given if name not in _LOOKS]
    query += [("_size", "max"), ("_shape", "objects"), ("_nofacet", "1"), ("_nocount", "1")]
    further = None
    while True:
        asked = urlencode([*query, *([("_next", further)] if further else [])])
        answer = await datasette.client.get(f"{path}?{asked}")
        if answer.status_code != 200:
            raise DatasetteError(answer.json().get("error", "There is no such file"), status=answer.status_code)
        page = answer.json()
        for row in page["rows"]:
            book.write([row.get(column) for column in columns])
            if book.rows == MOST_ROWS:
                return
        further = page["next"]
        if not further:
            return


async def _answer(database: Database, sql: str, params: Mapping[str, Any], book: Workbook) -> None:
    """Every row of an answer, of which a page shows a limited number."""

    def run(connection: sqlite3.Connection) -> None:
        with sqlite_timelimit(connection, TIME_LIMIT_MS):
            for row in connection.execute(sql, params):
                book.write(tuple(row))
                if book.rows == MOST_ROWS:
                    return

    await database.execute_fn(run)


async def _meanings(datasette: "Datasette", table: str | None, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """What the columns and their codes mean; of an answer, what columns of that name mean in the tables."""
    if not served(datasette):
        return []
    tables = datasette.metadata("databases")[DATABASE]["tables"]
    return dictionary.lines(
        tuple(columns), tables[table] if table in tables else merged(tables), await codes(datasette)
    )


async def _about(datasette: "Datasette", request: Request, name: str) -> list[tuple[str, str]]:
    """What the file is; the address is that of the page that it was made from."""
    page = base_address(datasette, request) + public(datasette, request.full_path.replace(".xlsx", "", 1))
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
