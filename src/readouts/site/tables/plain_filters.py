"""Filters in plain words beside Datasette's: they find blank cells, and know dates.

Why: Datasette's "is not" leaves out blank cells, and its "before" compares letters. In: the
query of an address. Out: conditions in SQL. Every address of Datasette's keeps its meaning.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from datasette import Request
from datasette.filters import FilterArguments
from datasette.utils import escape_sqlite
from datasette.utils.asgi import BadRequest

from readouts.read.edtf_dates import parse
from readouts.site.facts import DATABASE
from readouts.site.search.typed_days import written
from readouts.site.tables import chosen_filters

if TYPE_CHECKING:
    from datasette.app import Datasette


async def plain_filters(datasette: "Datasette", request: Request, table: str) -> FilterArguments:
    """Comparisons that Datasette has not: `isnot` and `lacks` find blank cells, `before` and `after` know dates.

    A row is before (after) a date when every day that its own date allows is. Raises
    BadRequest at a date that is none and at a facet of a column that is not there.
    """
    known = await datasette.get_database(DATABASE).table_columns(table)
    for column in request.args.getlist("_facet"):
        if column not in known and not column.startswith("{"):
            raise BadRequest(f"There is no column {column} to count; there are {', '.join(known)}.")
    return _plain(request.query_string, datasette.table_metadata(DATABASE, table).get("dates", ()))


def _plain(query: str, dates: Sequence[str]) -> FilterArguments:
    where: list[str] = []
    params: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        column, lookup = chosen_filters.parts(name)
        if not chosen_filters.is_filter(name) or lookup not in PLAIN:
            continue
        key = f"plain_{len(params)}"
        sql, param = PLAIN[lookup](value, column in dates)
        where.append(sql.format(column=escape_sqlite(column), param=f":{key}"))
        params[key] = param
    return FilterArguments(where, params)


def _before(value: str, is_date: bool) -> tuple[str, str]:
    return ("last_day({column}) < {param}", _day(value, 0)) if is_date else ("{column} < {param}", value)


def _after(value: str, is_date: bool) -> tuple[str, str]:
    return ("first_day({column}) > {param}", _day(value, 1)) if is_date else ("{column} > {param}", value)


DATES = "Write 3 July 2025, March 2025, 03.07.2025, 2025-07-03, 2025-07 or 2025."
# What a page shows where nothing is known: an empty cell, no side, no date.
NOTHING = "('', 'none', 'not stated')"
# comparison -> SQL and its parameter, for a value and whether the column holds dates.
PLAIN = {
    "isnot": lambda value, _: ("({column} IS NULL OR CAST({column} AS TEXT) != {param})", value),
    "lacks": lambda value, _: ("({column} IS NULL OR instr(plainly({column}), plainly_asked({param})) = 0)", value),
    "unsaid": lambda value, _: (f"coalesce(CAST({{column}} AS TEXT), '') IN {NOTHING} AND {{param}} != ''", value),
    "said": lambda value, _: (f"coalesce(CAST({{column}} AS TEXT), '') NOT IN {NOTHING} AND {{param}} != ''", value),
    "before": _before,
    "after": _after,
}


def _day(text: str, end: int) -> str:
    """The first (0) or last (1) day of a date in any usual form."""
    known = written(text)
    span = parse(known) if known else None
    day = span and ((span.earliest, span.latest)[end] or (span.latest, span.earliest)[end])
    if not day:
        raise BadRequest(f"“{text}” is no date to compare with. {DATES}")
    return day.isoformat()


@lru_cache(maxsize=4096)
def first_day(text: str | None) -> str | None:
    """The first day that a date of the record allows, for SQL; None where it is open, unknown or no date."""
    return _end(text, 0)


@lru_cache(maxsize=4096)
def last_day(text: str | None) -> str | None:
    """The last day that a date of the record allows, for SQL; None where it is open, unknown or no date."""
    return _end(text, 1)


def _end(text: str | None, end: int) -> str | None:
    try:
        span = parse(text or "")
    except ValueError:
        return None
    day = (span.earliest, span.latest)[end]
    return day.isoformat() if day else None
