"""The page /contacts: all contacts in time order, which a plain form narrows down.

In: Datasette and the parameters of the address. Out: the page.
"""

from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.site.facts import DATABASE, ask, served
from readouts.site.pages import contacts

if TYPE_CHECKING:
    from datasette.app import Datasette


async def contacts_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the timeline of contacts."""
    if not served(datasette):
        raise NotFound("No record is served here")
    await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, "contact_standing")), "view-instance"])
    found = {name: await ask(datasette, sql) for name, sql in contacts.QUESTIONS.items()}
    variables = {"page": contacts.shape(found, request.query_string)}
    return Response.html(await datasette.render_template("contacts.html", variables, request, view_name="contacts"))
