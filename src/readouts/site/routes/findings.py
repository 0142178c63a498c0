"""The page /-/findings: what the record shows, each number a link to its rows.

In: Datasette with the served file, and a request. Out: the answer.
"""

from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.site.facts import DATABASE, ask, served
from readouts.site.pages import findings
from readouts.site.routes.record_page import answer, once

if TYPE_CHECKING:
    from datasette.app import Datasette


async def findings_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the findings."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, "finding_cases")), "view-instance"])
    found = await once(datasette, "findings", _findings)
    return await answer(datasette, request, "findings.html", found=found, address=findings.address)


async def _findings(datasette: "Datasette") -> tuple[findings.Shown, ...]:
    found = {name: await ask(datasette, sql) for name, sql in findings.QUESTIONS.items()}
    return findings.shape(found)
