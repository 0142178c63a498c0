"""What a reader types into the filter box of a table, or as a parameter of a question, as the served file has it.

In: Datasette and the query of an address, as pairs. Out: the query with labels as codes, names
as ids, days in words as dates, an empty value as blank.
"""

import weakref
from typing import TYPE_CHECKING, Any

from readouts.site import labels
from readouts.site.dates_in_words import in_words
from readouts.site.facts import DATABASE, ask, codes
from readouts.site.pages import question
from readouts.site.pages.pairs import SHIFTS
from readouts.site.plainly import plainly_asked
from readouts.site.search.typed_days import written
from readouts.site.tables import chosen_filters
from readouts.site.tables.facets import IN_TIME_ORDER
from readouts.vocabulary import NOBODY, OF_NO_SIDE

if TYPE_CHECKING:
    from datasette.app import Datasette

_CHOICES: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()


async def typed_filters(datasette: "Datasette", name: str, given: chosen_filters.Pairs) -> chosen_filters.Pairs:
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
            if takes_none or lookup in ("isblank", "notblank", "unsaid", "said"):
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


async def _meant(datasette: "Datasette", name: str, column: str, said: str, about: dict[str, Any]) -> str:
    """The value of a column that a reader calls by its label, in words or as yes and no; any other as it is."""
    folded = plainly_asked(said)
    if column in about.get("booleans", ()):
        return {"yes": "1", "no": "0"}.get(folded, said)
    printed = await _printed(datasette, name, column, about)
    found = next((value for value, words in printed if folded in (plainly_asked(words), plainly_asked(value))), None)
    if found is not None:
        return found
    if column in about.get("dates", ()) or column in IN_TIME_ORDER:
        return written(said) or said
    target = (await labels.targets(datasette.get_database(DATABASE))).get((name, column))
    return await labels.named(datasette, DATABASE, *target, said) or said if target else said


async def _printed(datasette: "Datasette", name: str, column: str, about: dict[str, Any]) -> list[tuple[str, str]]:
    """The values of a column, each with what the page prints for it."""
    listed = about.get("codes", {}).get(column)
    known = {code: one.label for (at, code), one in (await codes(datasette)).items() if at == listed}
    if "side" in (listed, column):
        known[NOBODY] = OF_NO_SIDE
    if known or column == "shift":
        return list((known or SHIFTS).items())
    if column not in await datasette.get_database(DATABASE).table_columns(name):
        return []
    rows = await ask(datasette, f'SELECT DISTINCT "{column}" AS value FROM "{name}" WHERE "{column}" IS NOT NULL')
    return [(str(row["value"]), in_words(str(row["value"]))) for row in rows]


async def choices(datasette: "Datasette", asked: dict[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    """parameter -> (value, what it is called); the served file does not change, so each list is read once."""
    known = _CHOICES.setdefault(datasette.get_database(DATABASE), {})
    for one in asked["choices"].values():
        if one["sql"] not in known:
            rows = [tuple(row.values()) for row in await ask(datasette, one["sql"])]
            known[one["sql"]] = tuple((str(row[0]), question.called(*row)) for row in rows if row[0] is not None)
    return {parameter: known[one["sql"]] for parameter, one in asked["choices"].items()}


async def typed_parameters(
    datasette: "Datasette", asked: dict[str, Any], given: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The parameters of a question as its SQL knows them: a proposal by its value, a day as the record writes it."""
    listed = await choices(datasette, asked)
    proposed = {name: listed[name] for name, one in asked["choices"].items() if not one["closed"]}
    return [(name, question.meant(value, proposed.get(name, ()))) for name, value in given]
