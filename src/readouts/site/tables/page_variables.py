"""Tables and questions as pages for work: columns with titles, complete downloads, choices for parameters.

In: Datasette, and what one of its stock pages is about to show. Out: what our templates
need beyond the stock ones.
"""

import weakref
from dataclasses import replace
from urllib.parse import parse_qsl

from readouts.site import labels
from readouts.site.dates_in_words import dated, in_words
from readouts.site.facts import DATABASE, ask, codes
from readouts.site.pages import question
from readouts.site.tables import chosen_filters, facets, shown_columns

_CHOICES: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


async def work_page(datasette, view_name: str, name: str | None, columns, request) -> dict:
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
    return taken | {
        "layout": shown_columns.answer_columns(tuple(columns or ()), about["tables"]),
        "asked": question.shape(asked, given, await _choices(datasette, asked)),
    }


async def _narrowed(datasette, name: str, columns: tuple[str, ...], request) -> dict:
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
        "comparisons": chosen_filters.OFFERED,
        "kept": lambda *dropped: chosen_filters.kept(pairs, *dropped),
    }


async def _called(datasette, name: str, choice: chosen_filters.Choice, about: dict) -> chosen_filters.Choice:
    """The choice with a name for an id, and a date in words."""
    if choice.value is None or not choice.column:
        return choice
    if choice.column in about.get("dates", ()):
        return replace(choice, value=in_words(choice.value))
    target = (await labels.targets(datasette.get_database(DATABASE))).get((name, choice.column))
    called = target and await labels.label(datasette, DATABASE, *target, choice.value)
    return replace(choice, value=called) if called else choice


async def plainly(datasette, name: str, given: chosen_filters.Pairs) -> chosen_filters.Pairs:
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
    column, lookup = chosen_filters.parts(name)
    asks = not value and chosen_filters.is_filter(name) and lookup == "exact"
    return (f"{column}__isblank", "1") if asks else (name, value)


def _exactly(column: str, lookup: str, value: str) -> tuple[str, str]:
    plain = lookup == "exact" and not column.startswith("_")
    return (column if plain else f"{column}__{lookup}", value)


async def _meant(datasette, name: str, column: str, said: str, about: dict) -> str:
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
