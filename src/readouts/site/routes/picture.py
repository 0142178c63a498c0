"""The picture of a claim at an address of its own: drawn when the file was built, here only handed out.

In: Datasette and the claim's id in the address. Out: an SVG file.
"""

from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.site.facts import DATABASE, ask, served

if TYPE_CHECKING:
    from datasette.app import Datasette


async def picture_file(datasette: "Datasette", request: Request) -> Response:
    """The route of a claim's picture."""
    if served(datasette):
        await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, "claims")), "view-instance"])
        for row in await ask(datasette, "SELECT svg FROM pictures WHERE claim_id = :id", id=request.url_vars["key"]):
            return Response(row["svg"], content_type="image/svg+xml; charset=utf-8")
    raise NotFound("There is no picture of such a claim")
