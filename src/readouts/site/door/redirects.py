"""Addresses that lead elsewhere: a renamed row, a question without defaults, a search for nothing, part of a table,
an address written with signs that need none.

In: Datasette and the scope of a request as it would be made at the root (`paths`). Out:
whether for good (301) or not (302), and the address to go to, a path of this server; or
None. An address that can be none of a page raises NotFound: what Datasette would make of it
leads to another host, or fails.
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode

from datasette import NotFound
from datasette.utils import tilde_encode

from readouts.site.door.paths import Scope, public
from readouts.site.door.row_addresses import row_address
from readouts.site.facts import DATABASE, renamed, served
from readouts.site.tables.typed_values import typed_filters, typed_parameters

if TYPE_CHECKING:
    from datasette.app import Datasette

_QUESTION = re.compile(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)(\.[a-z]+)?")
_ROW = re.compile(r"(?P<before>/(?:readouts|-/cite)/)(?P<table>[a-z_]+)/(?P<key>[^/]+?)(?P<format>\.[a-z]+)?")
_FLAT = {"/readouts.csv": "/readouts/readouts.csv?_stream=on", "/readouts.xlsx": "/readouts/readouts.xlsx"}
_KEPT = re.compile(r"[A-Za-z0-9/.,~+:@_-]")
# What no address of ours holds, and some browsers or proxies take for something else.
_UNSOUND = re.compile(r"//|\\|[\x00-\x20\x7f]|/\.\.?(/|$)|�")


async def redirect(datasette: "Datasette", scope: Scope) -> tuple[int, str] | None:
    """The status, and where a request goes instead of where it was sent; None for nearly all."""
    if not served(datasette):
        return None
    address = _plain(scope) or await _renamed(datasette, scope) or await row_address(datasette, scope["path"])
    if address:
        return 301, public(datasette, address)
    address = (
        _flat(scope)
        or _with_defaults(datasette, scope)
        or await _typed_parameters(datasette, scope)
        or _without_search(scope)
        or await _typed_filters(datasette, scope)
        or _whole(datasette, scope)
    )
    return (302, public(datasette, address)) if address else None


def _query(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    return f"?{query}" if query else ""


def _given(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _plain(scope: Scope) -> str | None:
    """The address with each sign in it as Datasette writes it, and without a slash at its end."""
    sent = scope["raw_path"].decode("latin-1")
    path = unquote(sent, errors="replace").rstrip()
    if not path.startswith("/") or _UNSOUND.search(path):
        raise NotFound("No page has such an address")
    path = "".join(one if _KEPT.fullmatch(one) else tilde_encode(one) for one in path)
    path = path.rstrip("/") or "/"
    return path + _query(scope) if path != sent else None


async def _renamed(datasette: "Datasette", scope: Scope) -> str | None:
    """The address of a row under the id that it has now, in the format asked for; None where it was not renamed."""
    match = _ROW.fullmatch(scope["path"])
    if not match:
        return None
    new = {(one.table, one.old_id): one.new_id for one in await renamed(datasette)}.get((match["table"], match["key"]))
    if new is None:
        return None
    return f"{match['before']}{match['table']}/{quote(new, safe='')}{match['format'] or ''}{_query(scope)}"


def _flat(scope: Scope) -> str | None:
    """The flat table, whole, where somebody asks for it by the name of the file."""
    return None if dict(_given(scope)).get("sql") else _FLAT.get(scope["path"])


def _with_defaults(datasette: "Datasette", scope: Scope) -> str | None:
    """The address of the question with those defaults filled in that it lacks; None where it lacks none."""
    match = _QUESTION.fullmatch(scope["path"])
    queries = (datasette.metadata("queries", database=match["database"]) or {}) if match else {}
    defaults = queries.get(match["name"], {}).get("defaults", {}) if match else {}
    given = _given(scope)
    missing = [(name, value) for name, value in defaults.items() if name not in dict(given)]
    return f"{scope['path']}?{urlencode(missing + given)}" if missing else None


async def _typed_parameters(datasette: "Datasette", scope: Scope) -> str | None:
    """The address of a question with its parameters as its SQL knows them; None where they are."""
    match = _QUESTION.fullmatch(scope["path"])
    if not match or match["database"] != DATABASE:
        return None
    asked = datasette.metadata("databases")[DATABASE]["queries"].get(match["name"])
    given = _given(scope)
    known = await typed_parameters(datasette, asked, given) if asked else given
    return f"{scope['path']}?{urlencode(known)}" if known != given else None


async def _typed_filters(datasette: "Datasette", scope: Scope) -> str | None:
    """The address of a table with what its filter box says as filters, and no value as blank; None where it is so.

    On the page itself columns are chosen by `_show`: `_col` would keep from the cells what tells
    the speaker's own words from a source's. Programs have `_col` in every other format.
    """
    match = _QUESTION.fullmatch(scope["path"])
    if not match or match["database"] != DATABASE:
        return None
    name, given = match["name"], _given(scope)
    columns = await datasette.get_database(DATABASE).table_columns(name)
    if not columns:
        return None
    asked = await typed_filters(datasette, name, given)
    if not match[3] and {value for key, value in given if key == "_col"} <= set(columns):
        asked = [("_show" if key == "_col" else key, value) for key, value in asked]
    if asked == given:
        return None
    return f"{scope['path']}?{urlencode(asked)}" if asked else str(scope["path"])


def _without_search(scope: Scope) -> str | None:
    """The address without a search that has no word in it, at which full-text search would fail; None for any other."""
    query = _given(scope)
    wordless = [value for name, value in query if name == "_search" and not any(map(str.isalnum, value))]
    if not wordless:
        return None
    rest = urlencode([(name, value) for name, value in query if name != "_search"])
    return quote(scope["path"]) + (f"?{rest}" if rest else "")


def _whole(datasette: "Datasette", scope: Scope) -> str | None:
    """The address of a table's CSV with every row, where none says how many: fifty in silence would be wrong."""
    match = re.fullmatch(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)\.csv", scope["path"])
    about = (datasette.metadata("databases") or {}).get(match["database"], {}) if match else {}
    given = _given(scope)
    if not match or match["name"] not in about.get("tables", {}) or {"_stream", "_size", "_next"} & dict(given).keys():
        return None
    return f"{scope['path']}?{urlencode([*given, ('_stream', 'on')])}"
