"""The downloads page: asked once for each served file.

In: Datasette with the served file, and a request. Out: the answer.
"""

from typing import TYPE_CHECKING

from datasette import Request, Response

from readouts.site.facts import DATABASE, base_address, served
from readouts.site.pages import downloads, home
from readouts.site.routes.record_page import answer, cited_whole, counts, once

if TYPE_CHECKING:
    from datasette.app import Datasette


async def downloads_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the downloads page."""
    page = await once(datasette, "downloads", _downloads)
    whole = await cited_whole(datasette, base_address(datasette, request)) if served(datasette) else None
    return await answer(datasette, request, "downloads.html", page=page, citation=whole)


async def _downloads(datasette: "Datasette") -> downloads.Downloads:
    about = datasette.metadata("databases")[DATABASE]["tables"]
    size = datasette.get_database(DATABASE).size
    return downloads.shape(home.tables(await counts(datasette), about), size)
