"""The rules by which derived tables are worked out: a page for all, and one for each, with its SQL.

In: Datasette with the served file, and a request. Out: the answer, and for the end of every page where it leads to.
"""

from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.build import derive
from readouts.site.facts import DATABASE, known_codes, served
from readouts.site.pages.how_known import Rule, Ways, rules, ways
from readouts.site.routes.record_page import answer, once

if TYPE_CHECKING:
    from datasette.app import Datasette


async def rules_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the list of all rules, and of one of them. Raises NotFound where there is none of that name."""
    known = await once(datasette, "rules", _rules) if served(datasette) else None
    name = request.url_vars["rule"]
    if known is None or (name and name not in known):
        raise NotFound("There is no such rule")
    rule = known[name] if name else None
    return await answer(datasette, request, "rules.html", rules=tuple(known.values()), rule=rule)


async def how_known(datasette: "Datasette", kind: str, row: str) -> Ways:
    """Where the end of a page leads to; `kind` is a table, or the path of a page of our own."""
    question = datasette.metadata("databases")[DATABASE]["queries"].get(kind.rpartition("/")[2], {})
    return ways(await once(datasette, "rules", _rules) or {}, kind, row, question.get("sql", ""))


async def _rules(datasette: "Datasette") -> dict[str, Rule]:
    vocabulary = await known_codes(datasette)
    return rules((*derive.views(vocabulary), *derive.columns(vocabulary)))
