"""Tables and questions as pages for work: columns with titles, complete downloads, choices for parameters.

In: Datasette, and what one of its stock pages is about to show. Out: what our templates
need beyond the stock ones.
"""

import weakref

from readouts.site.facts import DATABASE, ask
from readouts.site.pages import question, table

_CHOICES: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


async def work_page(datasette, view_name: str, name: str | None, columns, request) -> dict:
    """The variables of a table's page, of a question's page, of an answer to any SQL."""
    about = datasette.metadata("databases")[DATABASE]
    path = datasette.urls.path(request.path)
    taken = {"downloads": table.downloads(path, request.query_string)}
    if view_name == "table" and name:
        chosen = any(one in request.args for one in ("_col", "_nocol"))
        return taken | {"layout": table.layout(tuple(columns or ()), about["tables"].get(name, {}), chosen)}
    asked = about["queries"].get(request.url_vars.get("table", ""))
    if asked is None:
        return {}
    given = {parameter: request.args.get(parameter) or "" for parameter in asked["params"]}
    return taken | {
        "layout": table.answer_columns(tuple(columns or ()), about["tables"]),
        "asked": question.shape(asked, given, await _choices(datasette, asked)),
    }


async def _choices(datasette, asked: dict) -> dict[str, tuple[tuple[str, str], ...]]:
    """parameter -> (value, what it is called); the served file does not change, so each list is read once."""
    known = _CHOICES.setdefault(datasette.get_database(DATABASE), {})
    for one in asked["choices"].values():
        if one["sql"] not in known:
            rows = [tuple(row.values()) for row in await ask(datasette, one["sql"])]
            known[one["sql"]] = tuple((str(row[0]), question.called(*row)) for row in rows if row[0] is not None)
    return {parameter: known[one["sql"]] for parameter, one in asked["choices"].items()}


async def understood(datasette, asked: dict, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters of a question as its SQL knows them: a proposal by its value, a day as the record writes it."""
    choices = await _choices(datasette, asked)
    proposed = {name: choices[name] for name, one in asked["choices"].items() if not one["closed"]}
    return [(name, question.meant(value, proposed.get(name, ()))) for name, value in given]
