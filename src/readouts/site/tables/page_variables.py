"""What the pages of tables and questions show beyond the stock ones: titles, downloads, choices, what is chosen.

In: Datasette, and what one of its stock pages is about to show. Out: what our templates
need beyond the stock ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette import Request

from readouts.site import labels
from readouts.site.dates_in_words import in_words
from readouts.site.facts import DATABASE
from readouts.site.pages import question
from readouts.site.search.typed_days import written
from readouts.site.tables import answer_pages, asked_row, chosen_filters, facets, shown_columns
from readouts.site.tables.typed_values import choices

if TYPE_CHECKING:
    from datasette.app import Datasette

    from readouts.site.door.query_faults import NotUnderstood


async def page_variables(
    datasette: "Datasette", view_name: str, name: str | None, columns: Sequence[str] | None, request: Request
) -> dict[str, Any]:
    """The variables of a table's page, of a question's page, of an answer to any SQL."""
    about = datasette.metadata("databases")[DATABASE]
    path = datasette.urls.path(request.path)
    taken = {"downloads": shown_columns.downloads(path, request.query_string)}
    if view_name == "table" and name:
        return taken | await _narrowed(datasette, name, tuple(columns or ()), request)
    asked = about["queries"].get(request.url_vars.get("table", ""))
    if asked is None:
        return {}
    given = {parameter: request.args.get(parameter) or "" for parameter in asked["params"]}

    async def leads_to(rows: Sequence[Any]) -> asked_row.AskedRow | None:
        return await asked_row.asked_row(datasette, asked, given, rows)

    return taken | {
        "layout": shown_columns.answer_columns(tuple(columns or ()), about["tables"], asked["shown"]),
        "page_of": lambda rows: answer_pages.answer_page(rows, request.query_string),
        "leads_to": leads_to,
        "asked": question.shape(asked, given, await choices(datasette, asked)),
    }


async def _narrowed(datasette: "Datasette", name: str, columns: tuple[str, ...], request: Request) -> dict[str, Any]:
    """What a table's page shows beside its rows: what is chosen, what can be, which columns, what its forms keep."""
    about = datasette.metadata("databases")[DATABASE]["tables"].get(name, {})
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    layout = shown_columns.layout(columns, about, tuple(request.args.getlist("_show")))
    offered = [one for one in layout.every if one.name not in about.get("facets", ())]
    return {
        "layout": layout,
        "chosen": [await _called(datasette, name, one, about) for one in chosen_filters.choices(pairs, about)],
        "shape_facets": lambda results: facets.shape(results, pairs, about),
        "more_facets": [one for one in offered if ("_facet", one.name) not in pairs],
        "failed": _failed(request.scope.get("not_understood", ()), columns),
        "comparisons": chosen_filters.OFFERED,
        "kept": lambda *dropped: chosen_filters.kept(pairs, *dropped),
    }


async def _called(
    datasette: "Datasette", name: str, choice: chosen_filters.Choice, about: dict[str, Any]
) -> chosen_filters.Choice:
    """The choice with a name for an id, and a date in words."""
    if not choice.column:
        return choice
    if choice.column in (*about.get("dates", ()), *facets.IN_TIME_ORDER):
        return replace(choice, values=tuple(in_words(written(one) or one) for one in choice.values))
    target = (await labels.targets(datasette.get_database(DATABASE))).get((name, choice.column))
    if not target:
        return choice
    called = [await labels.label(datasette, DATABASE, *target, one) or one for one in choice.values]
    return replace(choice, values=tuple(called))


def _failed(faults: "Iterable[NotUnderstood]", columns: tuple[str, ...]) -> dict[str, str]:
    """The filter that was not understood, as the filter box has it, so that it can be mended there."""
    for one in faults:
        column, lookup = chosen_filters.parts(one.name)
        if column in columns and lookup in chosen_filters.OFFERED:
            return {"column": column, "lookup": lookup, "value": one.value, "why": one.why}
    return {}
