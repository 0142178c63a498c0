"""Pages of our own that are not rows: home, questions, downloads.

In: Datasette with the served file, and a request. Out: what the templates need, or the
whole answer. What does not depend on the request is shaped once for each served file,
which does not change.
"""

import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from datasette import NotFound, Request, Response
from datasette.database import Database
from datasette.views.index import IndexView

from readouts.site.cite import Citation
from readouts.site.facts import DATABASE, ask, base_address, facts, served
from readouts.site.pages import downloads, home

if TYPE_CHECKING:
    from datasette.app import Datasette

_T = TypeVar("_T")
_ONCE: weakref.WeakKeyDictionary[Database, dict[str, Any]] = weakref.WeakKeyDictionary()


async def home_page(datasette: "Datasette", base: str) -> dict[str, Any]:
    """The variables of the home page."""
    return {"home": await _once(datasette, "home", _home), "citation": await _whole(datasette, base)}


async def index_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the home page: Datasette's own counts the rows of every table at each request."""
    if not served(datasette):
        return await IndexView(datasette).get(request)
    return await answer(datasette, request, "index.html", view="index")


async def questions_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the list of all questions."""
    return await answer(datasette, request, "questions.html")


async def downloads_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the downloads page."""
    page = await _once(datasette, "downloads", _downloads)
    whole = await _whole(datasette, base_address(datasette, request)) if served(datasette) else None
    return await answer(datasette, request, "downloads.html", page=page, citation=whole)


async def answer(
    datasette: "Datasette", request: Request, template: str, view: str = "readouts", **variables: object
) -> Response:
    """A page of ours. Raises NotFound where another file is served, Forbidden where it may not be seen."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    html = await datasette.render_template(template, variables, request=request, view_name=view)
    return Response.html(html)


async def _once(datasette: "Datasette", name: str, make: Callable[["Datasette"], Awaitable[_T]]) -> _T | None:
    if not served(datasette):
        return None
    known = _ONCE.setdefault(datasette.get_database(DATABASE), {})
    if name not in known:
        known[name] = await make(datasette)
    made: _T = known[name]
    return made


async def _home(datasette: "Datasette") -> home.Home:
    about = datasette.metadata("databases")[DATABASE]
    found = {name: await ask(datasette, sql) for name, sql in home.QUESTIONS.items()}
    return home.shape(found, await _counts(datasette), about["tables"], about["queries"])


async def _downloads(datasette: "Datasette") -> downloads.Downloads:
    about = datasette.metadata("databases")[DATABASE]["tables"]
    size = datasette.get_database(DATABASE).size
    return downloads.shape(home.tables(await _counts(datasette), about), size)


async def _counts(datasette: "Datasette") -> tuple[dict[str, Any], ...]:
    return await ask(datasette, home.count_rows(datasette.metadata("databases")[DATABASE]["tables"]))


async def _whole(datasette: "Datasette", base: str) -> Citation:
    """How to cite the record as a whole."""
    known = await facts(datasette)
    return Citation(known, "version", known.version, known.title, base + datasette.urls.instance(), "")
