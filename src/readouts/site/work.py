"""Tables and questions as pages for work: columns with titles, complete downloads, choices for parameters.

In: Datasette, and what one of its stock pages is about to show. Out: what our templates
need beyond the stock ones.
"""

import weakref
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette import Request
from datasette.database import Database

from readouts.site import labels
from readouts.site.facts import DATABASE, ask, codes
from readouts.site.pages import chosen, facets, question, table
from readouts.site.when import dated, in_words

if TYPE_CHECKING:
    from datasette.app import Datasette

_CHOICES: weakref.WeakKeyDictionary[Database, dict[str, tuple[tuple[str, str], ...]]] = weakref.WeakKeyDictionary()


async def work_page(
    datasette: "Datasette", view_name: str, name: str | None, columns: Sequence[str] | None, request: Request
) -> dict[str, Any]:
    """The variables of a table's page, of a question's page, of an answer to any SQL."""
    about = datasette.metadata("databases")[DATABASE]
    path = datasette.urls.path(request.path)
    taken = {"downloads": table.downloads(path, request.query_string)}
    if view_name == "table" and name:
        return taken | await _narrowed(datasette, name, tuple(columns or ()), request)
    asked = about["queries"].get(request.url_vars.get("table", ""))
    if asked is None:
        return {}
    given = {parameter: request.args.get(parameter) or "" for parameter in asked["params"]}
    return taken | {
        "layout": table.answer_columns(tuple(columns or ()), about["tables"]),
        "asked": question.shape(asked, given, await _choices(datasette, asked)),
    }


async def _narrowed(datasette: "Datasette", name: str, columns: tuple[str, ...], request: Request) -> dict[str, Any]:
    """What a table's page shows beside its rows: what is chosen, what can be, which columns, what its forms keep."""
    about = datasette.metadata("databases")[DATABASE]["tables"].get(name, {})
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    layout = table.layout(columns, about, tuple(request.args.getlist("_show")))
    offered = [one for one in layout.every if one.name not in about.get("facets", ())]
    return {
        "layout": layout,
        "chosen": [await _called(datasette, name, one, about) for one in chosen.choices(pairs, about)],
        "shape_facets": lambda results: facets.shape(results, pairs, about),
        "more_facets": [one for one in offered if ("_facet", one.name) not in pairs],
        "comparisons": chosen.OFFERED,
        "kept": lambda *dropped: chosen.kept(pairs, *dropped),
    }


async def _called(datasette: "Datasette", name: str, choice: chosen.Choice, about: dict[str, Any]) -> chosen.Choice:
    """The choice with a name for an id, and a date in words."""
    if choice.value is None or not choice.column:
        return choice
    if choice.column in about.get("dates", ()):
        return replace(choice, value=in_words(choice.value))
    target = (await labels.targets(datasette.get_database(DATABASE))).get((name, choice.column))
    called = target and await labels.label(datasette, DATABASE, *target, choice.value)
    return replace(choice, value=called) if called else choice


async def plainly(datasette: "Datasette", name: str, given: chosen.Pairs) -> chosen.Pairs:
    """The query of a table as Datasette and the facets know it: the filter box read, an empty value as blank."""
    about = datasette.metadata("databases")[DATABASE]["tables"].get(name, {})
    pairs, boxes = [], dict(given)
    for key, value in given:
        if not key.startswith("_filter_"):
            pairs.append(_blank(key, value))
        elif key.startswith("_filter_column") and value:
            end = key.removeprefix("_filter_column")
            comparison, said = boxes.get(f"_filter_op{end}", "exact"), boxes.get(f"_filter_value{end}", "").strip()
            lookup, takes_none, _ = comparison.partition("__")
            if takes_none or lookup in ("isblank", "notblank"):
                pairs.append((f"{value}__{lookup}", "1"))
            elif said and lookup in ("exact", "isnot"):
                pairs.append(_exactly(value, lookup, await _meant(datasette, name, value, said, about)))
            elif said:
                pairs.append((f"{value}__{lookup}", said))
    return [pair for pair in pairs if pair[0] not in ("_search", "_sort") or pair[1]]


def _blank(name: str, value: str) -> tuple[str, str]:
    """A cell without a value is blank, and equal to nothing: `speaker_id=` asks for the blank ones."""
    column, lookup = chosen.parts(name)
    asks = not value and chosen.is_filter(name) and lookup == "exact"
    return (f"{column}__isblank", "1") if asks else (name, value)


def _exactly(column: str, lookup: str, value: str) -> tuple[str, str]:
    plain = lookup == "exact" and not column.startswith("_")
    return (column if plain else f"{column}__{lookup}", value)


async def _meant(datasette: "Datasette", name: str, column: str, said: str, about: dict[str, Any]) -> str:
    """The value of a column that a reader calls by its label, in words or as yes and no; any other as it is."""
    folded = said.casefold()
    if column in about.get("booleans", ()):
        return {"yes": "1", "no": "0"}.get(folded, said)
    if column in about.get("dates", ()):
        return dated(said)
    if listed := about.get("codes", {}).get(column):
        known = await codes(datasette)
        return next(
            (code for (at, code), one in known.items() if at == listed and one.label.casefold() == folded), said
        )
    target = (await labels.targets(datasette.get_database(DATABASE))).get((name, column))
    return await labels.named(datasette, DATABASE, *target, said) or said if target else said


async def _choices(datasette: "Datasette", asked: dict[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    """parameter -> (value, what it is called); the served file does not change, so each list is read once."""
    known = _CHOICES.setdefault(datasette.get_database(DATABASE), {})
    for one in asked["choices"].values():
        if one["sql"] not in known:
            rows = [tuple(row.values()) for row in await ask(datasette, one["sql"])]
            known[one["sql"]] = tuple((str(row[0]), question.called(*row)) for row in rows if row[0] is not None)
    return {parameter: known[one["sql"]] for parameter, one in asked["choices"].items()}


async def understood(
    datasette: "Datasette", asked: dict[str, Any], given: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The parameters of a question as its SQL knows them: a proposal by its value, a day as the record writes it."""
    choices = await _choices(datasette, asked)
    proposed = {name: choices[name] for name, one in asked["choices"].items() if not one["closed"]}
    return [(name, question.meant(value, proposed.get(name, ()))) for name, value in given]
