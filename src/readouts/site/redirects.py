"""Addresses that lead elsewhere: a question without its defaults, a search for nothing, a part of a table.

In: Datasette and the scope of a request. Out: the address to go to, a path of this
server, or None.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode

_QUESTION = re.compile(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)(\.[a-z]+)?")


def redirect(datasette, scope) -> str | None:
    """Where a request goes instead of where it was sent; None for nearly all."""
    return _with_defaults(datasette, scope) or _without_search(datasette, scope) or _whole(datasette, scope)


def _with_defaults(datasette, scope) -> str | None:
    """The address of the question with those defaults filled in that it lacks; None where it lacks none."""
    match = _QUESTION.fullmatch(scope["path"])
    queries = (datasette.metadata("queries", database=match["database"]) or {}) if match else {}
    defaults = queries.get(match["name"], {}).get("defaults", {}) if match else {}
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    missing = [(name, value) for name, value in defaults.items() if name not in dict(given)]
    return f"{datasette.urls.path(scope['path'])}?{urlencode(missing + given)}" if missing else None


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
