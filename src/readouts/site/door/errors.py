"""What goes wrong: a page in our frame that says so, with a search for what was meant.

In: Datasette, the request and the exception that was raised. Out: the page, or for a program
its JSON. Why: Datasette's own handler reports each mistyped address as a failure of the
server, and where no view was reached that report fails itself. What is really a failure of
the server is told to the reader without its particulars, which go to the server's log.
"""

import re
import traceback
from typing import TYPE_CHECKING
from urllib.parse import unquote

from datasette import Request, Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

from readouts.site.facts import served

if TYPE_CHECKING:
    from datasette.app import Datasette

METHODS = "GET, HEAD, OPTIONS"
TOO_LONG = (
    "This takes longer than a question to this server may take. Ask for less, or take readouts.db (page Downloads)"
    " and ask it on your own machine."
)
_SERVER = 500
# Where even the frame cannot be made.
_BARE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>The server failed</title></head>
<body><main><h1>The server failed</h1><p>This is no mistake of yours. Please try again.</p></main></body>
</html>
"""


class NotAllowed(Base400):
    """A request that would change something, or that no page knows."""

    status = 405


async def error_page(datasette: "Datasette", request: Request, exception: Exception) -> Response:
    """The page for an address that leads nowhere (404) or asks for what cannot be asked (400), and for failures."""
    status, message = _told(exception)
    if status == _SERVER:
        traceback.print_exception(exception)
    headers = {"allow": METHODS} if status == NotAllowed.status else {}
    if request.path.endswith(".json"):
        answer = {"ok": False, "error": message, "status": status, "title": None}
        return Response.json(getattr(exception, "error_dict", {}) | answer, status=status, headers=headers)
    page = {"status": status, "message": message, "words": words(request.path)}
    try:
        html = await datasette.render_template("missing.html", page, request=request, view_name="readouts")
    except Exception as failure:
        traceback.print_exception(failure)
        html = _BARE
    return Response.html(html if served(datasette) else _BARE, status=status, headers=headers)


def words(path: str) -> str:
    """The last part of an address as words to search for."""
    last = unquote(path).rstrip("/").rpartition("/")[2]
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\.[a-z]+$", "", last)))[:100]


def _told(exception: Exception) -> tuple[int, str]:
    """The status, and what the reader is told."""
    if isinstance(exception, QueryInterrupted) or getattr(exception, "title", "") == "SQL Interrupted":
        return 400, TOO_LONG
    if isinstance(exception, Base400):
        return exception.status, str(exception)
    if isinstance(exception, DatasetteError):
        # What Datasette reports with 500, such as a column that is not there, is the address's mistake.
        return exception.status if exception.status < _SERVER else 400, str(exception.message)
    return _SERVER, "The server failed. This is no mistake of yours. Please try again."
