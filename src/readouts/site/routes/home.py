"""The home page: asked once for each served file.

In: Datasette with the served file, and a request. Out: what the template needs, and the answer.
"""

from typing import TYPE_CHECKING, Any

from datasette import Request, Response
from datasette.views.index import IndexView

from readouts.site.facts import DATABASE, ask, served
from readouts.site.pages import home
from readouts.site.routes.record_page import answer, as_dataset, cited_whole, counts, once

if TYPE_CHECKING:
    from datasette.app import Datasette


async def home_page(datasette: "Datasette", base: str) -> dict[str, Any]:
    """The variables of the home page."""
    shaped, cited = await once(datasette, "home", _home), await cited_whole(datasette, base)
    return {"home": shaped, "citation": cited, "linked": await as_dataset(datasette, base)}


async def index_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the home page: Datasette's own counts the rows of every table at each request."""
    if not served(datasette):
        return await IndexView(datasette).get(request)
    return await answer(datasette, request, "index.html", view="index")


async def _home(datasette: "Datasette") -> home.Home:
    about = datasette.metadata("databases")[DATABASE]
    found = {name: await ask(datasette, sql) for name, sql in home.QUESTIONS.items()}
    return home.shape(found, await counts(datasette), about["tables"], about["queries"])
