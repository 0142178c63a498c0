"""The downloads page, and the files that it offers: asked once for each served file.

In: Datasette with the served file, and a request. Out: the answer; a file only where it was made of the very database
that is served, as its digest says.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response
from datasette.utils.asgi import asgi_send_file

from readouts.export.offered import KINDS
from readouts.site.door.paths import Send
from readouts.site.facts import DATABASE, base_address, served
from readouts.site.pages import downloads, home
from readouts.site.routes.record_page import answer, as_dataset, cited_whole, counts, exports, once

if TYPE_CHECKING:
    from datasette.app import Datasette

_CHUNK = 1 << 16


async def downloads_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the downloads page."""
    page = await once(datasette, "downloads", _downloads)
    base = base_address(datasette, request)
    whole = await cited_whole(datasette, base) if served(datasette) else None
    about = await as_dataset(datasette, base) if served(datasette) else ""
    return await answer(datasette, request, "downloads.html", page=page, citation=whole, linked=about)


async def file(datasette: "Datasette", request: Request, send: Send) -> None:
    """The route of a file made beside the database; raises NotFound where it is not there, or was made of another."""
    name = request.url_vars["name"]
    if served(datasette):
        await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    held = await exports(datasette)
    path = datasette.get_database(DATABASE).path if held else None
    if path is None or name not in held:
        raise NotFound(f"There is no file {name} of this state of the record: it is written by `make export`")
    headers = {"etag": f'"{held[name].sha256}"'}
    kind = KINDS.get(name, "application/vnd.apache.parquet")
    await asgi_send_file(send, Path(path).parent / name, Path(name).name, kind, _CHUNK, headers)


async def _downloads(datasette: "Datasette") -> downloads.Downloads:
    about = datasette.metadata("databases")[DATABASE]["tables"]
    size = datasette.get_database(DATABASE).size
    return downloads.shape(home.tables(await counts(datasette), about), size, await exports(datasette))
