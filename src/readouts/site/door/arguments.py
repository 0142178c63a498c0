"""What the address of a table or a question can say, and why something that it says means nothing.

In: one argument, the columns of the table. Out: why it means nothing and which names it could
be, or None. The operators are Datasette's own; its settings are those of its documentation
("Table arguments", "Special JSON arguments") that are of use here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from datasette.filters import Filters
from datasette.utils import urlsafe_components

from readouts.site.facts import DATABASE
from readouts.site.search.typed_days import written
from readouts.site.tables.plain_filters import DATES, PLAIN

if TYPE_CHECKING:
    from datasette.app import Datasette

Fault = tuple[str, tuple[str, ...]]

OPERATORS = (*(key for key, *_ in Filters([]).lookups()), *PLAIN)
_COLUMN = ("_facet", "_all", "_facet_array", "_facet_date", "_col", "_nocol", "_label")
_WHOLE = ("_timelimit", "_ttl")
_YES = ("on", "off", "true", "false", "1", "0", "yes", "no")
_FREE = (
    *("_sort", "_sort_desc", "_sort_by_desc", "_size", "_next", "_searchmode", "_where", "_labels", "_shape", "_nl"),
    *(
        "_json",
        "_stream",
        "_dl",
        "_header",
        "_nofacet",
        "_nosuggest",
        "_nocount",
        "_extras",
        "_hide_sql",
        "_show_sql",
        "_show",
    ),
)
SETTINGS = (*_FREE, *_COLUMN, *_WHOLE, "_facet_size", "_json_infinity", "_search", "_through")
MOST_OF_PAGE = 200
MOST_FACETS = 8
_FORM = re.compile(r"_filter_(column|op|value)(_\d+)?")
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_MOST = 2**63
_ALONE = tuple(key for key, _, alone in Filters([]).lookups() if alone)


def setting_fault(name: str, value: str, columns: tuple[str, ...] | None, words: bool = True) -> Fault | None:
    """What is wrong with a setting; `words` says whether words can be searched for; a question has no columns."""
    if _FORM.fullmatch(name):
        return None
    if name == "_search" or name.startswith("_search_"):
        if words or columns is None:
            return None
        return "this table has no search for words; a filter is written text__contains=word", ()
    if name not in SETTINGS:
        return "there is no such setting", SETTINGS
    if name in _COLUMN and columns and value not in columns:
        return f"there is no column {value[:60]}", ()
    if (name in _WHOLE and not _whole(value)) or (name == "_facet_size" and value != "max" and not _whole(value)):
        return "this is no whole number", ()
    if name == "_json_infinity" and value.lower() not in _YES:
        return "this is neither on nor off", ()
    return _through_fault(value) if name == "_through" else None


def sense_fault(name: str, value: str, about: Mapping[str, Any], numbers: frozenset[str]) -> Fault | None:
    """Why a comparison makes no sense of that column, or of that value; `numbers` are the columns that have some."""
    column, _, operator = name.rpartition("__")
    if operator in ("before", "after"):
        if column not in about.get("dates", ()):
            return "this column has no dates", ()
        return None if written(value) else (f"“{value[:60]}” is no date to compare with. {DATES.rstrip('.')}", ())
    if operator in ("gt", "gte", "lt", "lte") and column not in numbers and column not in about.get("dates", ()):
        return "this column has no numbers", ()
    return None


def filter_fault(name: str, value: str, columns: tuple[str, ...], units: Mapping[str, str]) -> Fault | None:
    """What is wrong with a filter, `column` or `column__comparison`."""
    column, _, operator = name.rpartition("__") if "__" in name else (name, "", "exact")
    if column not in columns:
        why = "words are searched for on the page Search" if name == "q" else "there is no such column"
        return why, columns
    if operator not in OPERATORS:
        return f"there is no comparison “{operator[:60]}”", columns
    if (
        column in units
        and not _NUMBER.fullmatch(value)
        and operator not in ("isnull", "notnull", "isblank", "notblank")
    ):
        return "this column has numbers", ()
    if operator in ("gt", "gte", "lt", "lte") and value.isdigit() and not _whole(value):
        return "this is no number", ()
    if operator in ("in", "notin") and value.startswith("[") and not _scalars(value):
        return "this is no list", ()
    return None


def answer_fault(value: str, format: str | None) -> Fault | None:
    """What is wrong with the number of a page of an answer; a file has no pages."""
    if format:
        return "a file has every row of the answer", ()
    return None if _whole(value) else ("this is no whole number", ())


def bound_fault(name: str, value: str, given: Sequence[tuple[str, str]]) -> Fault | None:
    """What of a page is more than a server for strangers makes: rows, columns to count, values of one."""
    if name in ("_size", "_facet_size") and (value == "max" or (_whole(value) and int(value) > MOST_OF_PAGE)):
        return f"a page of this server has {MOST_OF_PAGE} at most; the CSV and the Excel file have every row", ()
    counted = [one for one in given if one[0] in ("_facet", "_all", "_facet_array", "_facet_date")]
    if (name, value) in counted[MOST_FACETS:]:
        return f"a page of this server counts {MOST_FACETS} columns at most", ()
    return None


async def page_fault(datasette: "Datasette", table: str, given: Mapping[str, str]) -> Fault | None:
    """What is wrong with `_next`, which names the last row of the page before."""
    database = datasette.get_database(DATABASE)
    about = datasette.table_metadata(DATABASE, table)
    columns = await database.primary_keys(table) or ["rowid"]
    parts = urlsafe_components(given["_next"])
    is_sorted = any(given.get(order) or about.get(order.lstrip("_")) for order in ("_sort", "_sort_desc"))
    where = " AND ".join(f'"{column}" = ?' for column in columns)
    key = parts[len(parts) - len(columns) :]
    sound = len(parts) == len(columns) + is_sorted
    if sound and (await database.execute(f'SELECT 1 FROM "{table}" WHERE {where}', key)).rows:
        return None
    return "there is no such further page; this is the first", ()


def _whole(value: str) -> bool:
    return value.isascii() and value.isdecimal() and int(value) < _MOST


def _through_fault(value: str) -> Fault | None:
    try:
        known = json.loads(value)
        sound = all(isinstance(known[name], str) for name in ("table", "column", "value"))
    except (ValueError, TypeError, KeyError):
        sound = False
    return None if sound else ('this is not of the form {"table": …, "column": …, "value": …}', ())


def _scalars(value: str) -> bool:
    try:
        known = json.loads(value)
    except ValueError:
        return False
    return isinstance(known, list) and all(isinstance(one, str | float) or _fits(one) for one in known)


def _fits(one: object) -> bool:
    return isinstance(one, int) and abs(one) < _MOST
