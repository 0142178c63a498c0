"""Addresses that lead elsewhere: a renamed row, a question without defaults, a search for nothing, part of a table.

In: Datasette and the scope of a request. Out: whether for good (301) or not (302), and the
address to go to, a path of this server; or None.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode

from readouts.site.facts import DATABASE, renamed, served
from readouts.site.work import plainly, understood

_QUESTION = re.compile(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)(\.[a-z]+)?")


_ROW = re.compile(r"(?P<before>/(?:readouts|-/cite)/)(?P<table>[a-z_]+)/(?P<key>[^/]+?)(?P<format>\.[a-z]+)?")


async def redirect(datasette, scope) -> tuple[int, str] | None:
    """The status, and where a request goes instead of where it was sent; None for nearly all."""
    address = await _renamed(datasette, scope)
    if address:
        return 301, address
    address = (
        _with_defaults(datasette, scope)
        or await _understood(datasette, scope)
        or _without_search(datasette, scope)
        or await _plainly(datasette, scope)
        or _whole(datasette, scope)
    )
    return (302, address) if address else None


async def _renamed(datasette, scope) -> str | None:
    """The address of a row under the id that it has now, in the format asked for; None where it was not renamed."""
    match = _ROW.fullmatch(scope["path"])
    if not match or not served(datasette):
        return None
    new = {(one.table, one.old_id): one.new_id for one in await renamed(datasette)}.get((match["table"], match["key"]))
    if new is None:
        return None
    query = scope["query_string"].decode("latin-1")
    path = f"{match['before']}{match['table']}/{quote(new, safe='')}{match['format'] or ''}"
    return datasette.urls.path(path) + (f"?{query}" if query else "")


def _with_defaults(datasette, scope) -> str | None:
    """The address of the question with those defaults filled in that it lacks; None where it lacks none."""
    match = _QUESTION.fullmatch(scope["path"])
    queries = (datasette.metadata("queries", database=match["database"]) or {}) if match else {}
    defaults = queries.get(match["name"], {}).get("defaults", {}) if match else {}
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    missing = [(name, value) for name, value in defaults.items() if name not in dict(given)]
    return f"{datasette.urls.path(scope['path'])}?{urlencode(missing + given)}" if missing else None


async def _understood(datasette, scope) -> str | None:
    """The address of a question with its parameters as its SQL knows them; None where they are."""
    match = _QUESTION.fullmatch(scope["path"])
    if not match or match["database"] != DATABASE or not served(datasette):
        return None
    asked = datasette.metadata("databases")[DATABASE]["queries"].get(match["name"])
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    known = await understood(datasette, asked, given) if asked else given
    return f"{datasette.urls.path(scope['path'])}?{urlencode(known)}" if known != given else None


async def _plainly(datasette, scope) -> str | None:
    """The address of a table with what its filter box says as filters, and no value as blank; None where it is so.

    On the page itself columns are chosen by `_show`: `_col` would keep from the cells what tells
    the speaker's own words from a source's. Programs have `_col` in every other format.
    """
    match = _QUESTION.fullmatch(scope["path"])
    if not match or match["database"] != DATABASE or not served(datasette):
        return None
    name, given = match["name"], parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    columns = await datasette.get_database(DATABASE).table_columns(name)
    if not columns:
        return None
    asked = await plainly(datasette, name, given)
    if not match[3] and {value for key, value in given if key == "_col"} <= set(columns):
        asked = [("_show" if key == "_col" else key, value) for key, value in asked]
    if asked == given:
        return None
    return datasette.urls.path(scope["path"]) + (f"?{urlencode(asked)}" if asked else "")


def _without_search(datasette, scope) -> str | None:
    """The address without a search that has no word in it, at which full-text search would fail; None for any other."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    wordless = [value for name, value in query if name == "_search" and not any(map(str.isalnum, value))]
    if not wordless:
        return None
    rest = urlencode([(name, value) for name, value in query if name != "_search"])
    path = quote("/" + scope["path"].lstrip("/"))
    return datasette.urls.path(path) + (f"?{rest}" if rest else "")


def _whole(datasette, scope) -> str | None:
    """The address of a table's CSV with every row, where none says how many: fifty in silence would be wrong."""
    match = re.fullmatch(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)\.csv", scope["path"])
    about = (datasette.metadata("databases") or {}).get(match["database"], {}) if match else {}
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    if not match or match["name"] not in about.get("tables", {}) or {"_stream", "_size", "_next"} & dict(given).keys():
        return None
    return f"{datasette.urls.path(scope['path'])}?{urlencode([*given, ('_stream', 'on')])}"
