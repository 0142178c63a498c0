"""What the pages of our own have in common: the answer, what is shaped once, and how the whole record is cited.

In: Datasette with the served file, and a request. Out: a whole answer, and values that do
not depend on the request, shaped once for each served file, which does not change.
"""

import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from datasette import NotFound, Request, Response
from datasette.database import Database

from readouts.site.cite import Citation
from readouts.site.facts import DATABASE, ask, facts, served
from readouts.site.pages import home

if TYPE_CHECKING:
    from datasette.app import Datasette

_T = TypeVar("_T")
_ONCE: weakref.WeakKeyDictionary[Database, dict[str, Any]] = weakref.WeakKeyDictionary()


async def answer(
    datasette: "Datasette", request: Request, template: str, view: str = "readouts", **variables: object
) -> Response:
    """A page of ours. Raises NotFound where another file is served, Forbidden where it may not be seen."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    html = await datasette.render_template(template, variables, request=request, view_name=view)
    return Response.html(html)


def for_programs(request: Request) -> bool:
    """Whether the answer is wanted as JSON: by the ending of the address, or by what the program accepts alone."""
    wants = request.headers.get("accept", "")
    return bool(request.url_vars.get("format")) or ("application/json" in wants and "text/html" not in wants)


async def once(datasette: "Datasette", name: str, make: Callable[["Datasette"], Awaitable[_T]]) -> _T | None:
    """What `make` makes of the served file, made once; None where another file is served."""
    if not served(datasette):
        return None
    known = _ONCE.setdefault(datasette.get_database(DATABASE), {})
    if name not in known:
        known[name] = await make(datasette)
    made: _T = known[name]
    return made


async def counts(datasette: "Datasette") -> tuple[dict[str, Any], ...]:
    """How many rows each table has."""
    return await ask(datasette, home.count_rows(datasette.metadata("databases")[DATABASE]["tables"]))


async def cited_whole(datasette: "Datasette", base: str) -> Citation:
    """How to cite the record as a whole."""
    known = await facts(datasette)
    return Citation(known, "version", known.version, known.title, base + datasette.urls.instance(), "")
