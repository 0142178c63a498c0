"""Rows that are sorted by a column run in one order on the first page and on all others.

Why: of rows with the same value Datasette takes the first page in any order and the others by
key, so that rows at the edge of a page are lost or come twice, in whole downloads, too. In: a
table, and by what it is sorted. Out: the place before its first row, from which the first page
is read as every other is. A whole download is read in larger pages: Datasette means to, and reads
as many rows at once as stand on a page, with all that it asks for each.
"""

from functools import wraps
from typing import TYPE_CHECKING, Any

from datasette import Request
from datasette.utils import MultiParams, tilde_decode, tilde_encode
from datasette.views.table import TableView

from readouts.site.facts import DATABASE

if TYPE_CHECKING:
    from datasette.app import Datasette

MANY = 1000  # rows of a whole download that are read at once
_LAST = tilde_encode("\U0010ffff")  # behind every text and every number


async def start(datasette: "Datasette", table: str, given: MultiParams) -> str | None:
    """The `_next` of the first page; None where the rows stand by key or are no table's."""
    about = datasette.table_metadata(DATABASE, table)
    asked = {name: given.get(name) for name in ("_sort", "_sort_desc") if given.get(name)} or {
        f"_{name}": about[name] for name in ("sort", "sort_desc") if about.get(name)
    }
    database = datasette.get_database(DATABASE)
    details = await database.table_column_details(table)
    if not asked or not details:
        return None
    keys = sorted((one for one in details if one.is_pk), key=lambda one: one.is_pk)
    before = [f"-{2**62}" if one.type.upper() == "INTEGER" else "" for one in keys] or [f"-{2**62}"]
    return ",".join([_LAST if "_sort_desc" in asked else "$null", *before])


def untie() -> None:
    """Let Datasette's pages of a table begin there, once."""
    data = TableView.data
    if hasattr(data, "__wrapped__"):
        return

    @wraps(data)
    async def from_the_start(
        self: TableView,
        request: Request,
        default_labels: bool = False,
        _next: str | None = None,
        _size: str | int | None = None,
    ) -> Any:
        if not _next and not request.args.get("_next") and request.url_vars.get("database") == DATABASE:
            _next = await start(self.ds, tilde_decode(request.url_vars["table"]), request.args)
        if request.args.get("_stream") and not request.args.get("_size"):
            _size = min(MANY, self.ds.max_returned_rows)
        return await data(self, request, default_labels, _next, _size)

    setattr(TableView, "data", from_the_start)  # noqa: B010
