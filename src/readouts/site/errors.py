"""What is not there: a page in our frame that says so, with a search for what was meant.

In: Datasette, the request and the exception that it raised. Out: the page, or for a program
its JSON. Why: Datasette's own handler reports each mistyped address as a failure of the
server, and where no view was reached that report fails itself (500). What is really a
failure of the server is left to it.
"""

import re

from datasette import Response
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

from readouts.site.facts import served

_NOT_FOUND, _SERVER = 404, 500


def expected(datasette, exception) -> bool:
    """Whether the reader's address is what went wrong, and not the server."""
    return served(datasette) and isinstance(exception, Base400 | DatasetteError)


async def error_page(datasette, request, exception):
    """The page for an address that leads nowhere (404), or that asks for what cannot be asked (400)."""
    status = exception.status if exception.status < _SERVER else 400
    message = getattr(exception, "message", None) or str(exception)
    if request.path.endswith(".json"):
        answer = {"ok": False, "error": message, "status": status, "title": None}
        return Response.json(getattr(exception, "error_dict", {}) | answer, status=status)
    page = {"status": status, "message": "" if status == _NOT_FOUND else message, "words": words(request.path)}
    html = await datasette.render_template("missing.html", page, request=request, view_name="readouts")
    return Response.html(html, status=status)


def words(path: str) -> str:
    """The last part of an address as words to search for."""
    last = path.rstrip("/").rpartition("/")[2]
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\.[a-z]+$", "", last)))
