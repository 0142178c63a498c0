"""The page /prove: the reader's own copy of a source, held to the record in the reader's own browser.

In: Datasette with the served file, and a request. Out: the page, with all that its script has to know, under a policy
by which a browser lets no script of it send anything: neither a request nor a picture's address.
"""

from typing import TYPE_CHECKING

from datasette import Request, Response

from readouts.site.facts import ask
from readouts.site.pages import prove
from readouts.site.routes.record_page import answer, once

if TYPE_CHECKING:
    from datasette.app import Datasette

SENDS_NOTHING = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; img-src 'none'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


async def prove_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the page; `source` names the source, if the reader knows it."""
    record = await once(datasette, "prove", _record)
    page = record and prove.shape(record, (request.args.get("source") or "").strip())
    response = await answer(datasette, request, "prove.html", page=page)
    response.headers["content-security-policy"] = SENDS_NOTHING
    return response


async def _record(datasette: "Datasette") -> prove.Record:
    return prove.read({name: await ask(datasette, sql) for name, sql in prove.QUESTIONS.items()})
