"""Addresses as readers mistype them, programs mangle them and attackers make them: drawn by chance, the same each time.

In: the built file and a seed. Out: requests, made of the file's own tables, columns and keys, of operators and
settings that exist and that do not, in every format, encoding and method.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from ..conftest import QUESTIONS
from ..door import records

FORMATS = ("", "", "", ".json", ".csv", ".xlsx", ".jsono", ".blob", ".db", ".foo", ".CSV", ".html", ".csv.csv")
PICTURES = (".svg", ".wide.svg", ".narrow.svg", ".png", ".png.svg")
METHODS = ("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW")
OPERATORS = (
    *("exact", "not", "contains", "endswith", "startswith", "gt", "gte", "lt", "lte", "like", "notlike", "glob", "in"),
    *("notin", "arraycontains", "arraynotcontains", "date", "isnull", "notnull", "isblank", "notblank"),
    *("exct", "containz", "", "__", "is", "EXACT", "regexp"),
)
VALUES = (
    *("", "x", "peskov", "2024-11-11", "0", "-1", "1e9", "99999999999999999999", "%", "'", '"', "\\", "<script>", "on"),
    *("Песков", "\x00", "a\r\nb", "null", "[]", "{}", "a,b", "~", "~2C", "é" * 300, "=1+1", ":x", "max", "_", "%2C"),
)
SETTINGS = (
    *("_next", "_size", "_sort", "_sort_desc", "_sort_by_desc", "_facet", "_facet_array", "_facet_date", "_facet_size"),
    *("_search", "_search_title", "_searchmode", "_where", "_through", "_col", "_nocol", "_labels", "_label", "_shape"),
    *("_nl", "_json", "_json_infinity", "_stream", "_dl", "_header", "_nofacet", "_nosuggest", "_nocount", "_ttl"),
    *("_trace", "_timelimit", "_extras", "_fts_table", "_fts_pk", "_filter_column", "_filter_op", "_filter_value"),
    *("_hide_sql", "_show_sql", "_blob_column", "_blob_hash", "_serach", "_", "__", "q", "sql", "utm_source", "page"),
)
STATEMENTS = (
    *("select 1", "select * from claims", "select", "select * from nothing", "select :x", "drop table claims", "", "'"),
    *("select count(*) from claims, quotations, sources, statements, stances", "select 1; select 2", "select zz(1)"),
    *("select x'00ff' as b", "with recursive c(n) as (select 1 union all select n+1 from c) select sum(n) from c"),
)
ODD = (
    *(
        "//example.org",
        "//example.org/",
        "//example.org/%2e%2e",
        "/\\example.org",
        "/\\example.org/",
        "/%5cexample.org",
    ),
    *("/%5cexample.org/", "/%2f%2fexample.org/", "/%0d%0aSet-Cookie:%20a=b", "/readouts/%0d%0aLocation:%20//x", "/%00"),
    *(
        "/%ff%fe",
        "/..",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/-/static/../../x",
        "/readouts//claims",
        "//",
    ),
    *(
        "///",
        "/%",
        "/%zz",
        "/readouts/%",
        "/readouts/claims/%",
        "/http://example.org",
        "/;x",
        "/readouts/claims;x",
        "/~",
    ),
    *(
        "/-",
        "/-/",
        "/-/static/",
        "/-/static/nope.css",
        "/-/static-plugins/readouts/nope.css",
        "/-/nope",
        "/_internal",
        "/:memory:",
        "/readouts/sqlite_master",
    ),
    *(
        "/-/metadata",
        "/-/threads.json",
        "/-/databases.json",
        "/-/actor.json",
        "/-/settings",
        "/-/permissions",
        "/-/logout",
    ),
    *(
        "/-/messages",
        "/-/allow-debug",
        "/-/patterns",
        "/-/auth-token",
        "/-/plugins.json",
        "/-/versions.json",
        "/robots.txt",
    ),
    *(
        "/sitemap.xml",
        "/favicon.ico",
        "/readouts.csv",
        "/readouts.xlsx",
        "/readouts.db",
        "/readouts.json",
        "/" + "a" * 4000,
    ),
    *(
        "/readouts/claims/" + "a" * 4000,
        "/readouts/claims.csv/",
        "/readouts/claims/x.csv",
        "/contacts/",
        "/contacts.json",
    ),
)
PAGES = ("/", "/contacts", "/check", "/-/search", "/-/questions", "/-/downloads", "/readouts")


@dataclass(frozen=True)
class Request:
    """A request as it is sent."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """A table of the file: its columns, and the first keys of its rows, each in as many parts as it has."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


def tables(file: Path) -> tuple[Table, ...]:
    """Every table of the file with some of its keys."""
    found = []
    for (name,) in records(file, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"):
        about = records(file, "SELECT name, pk FROM pragma_table_info(:name)", name=name)
        key = [row["name"] for row in sorted(about, key=lambda row: row["pk"]) if row["pk"]] or ["rowid"]
        listed = ", ".join(f'"{column}"' for column in key)
        keys = records(file, f'SELECT {listed} FROM "{name}" LIMIT 20') if not name.startswith("sqlite_") else []
        columns = tuple(row["name"] for row in about)
        found.append(Table(name, columns, tuple(tuple(map(str, row)) for row in keys) or (("x",) * len(key),)))
    return tuple(found)


def requests(file: Path, seed: int, count: int) -> Iterator[Request]:
    """So many requests; the same for the same file and seed."""
    chance, known = random.Random(seed), tables(file)
    for _ in range(count):
        method = chance.choice(METHODS) if chance.random() < 0.08 else "GET"
        headers = (
            {"cookie": chance.choice(("ds_messages=x", "a,b;=;[]", "\x7f=\x7f"))} if chance.random() < 0.02 else {}
        )
        yield Request(method, _path(chance, known), headers)


def _path(chance: random.Random, known: tuple[Table, ...]) -> str:
    table = chance.choice(known)
    kind = chance.choices(("odd", "page", "question", "table", "row", "sql", "cite"), (10, 8, 12, 35, 22, 8, 5))[0]
    if kind == "odd":
        return chance.choice(ODD) + _query(chance, table, 0.2)
    if kind == "page":
        path = chance.choice(PAGES)
        return (
            path
            + (chance.choice(FORMATS) if path == "/readouts" else chance.choice(("", "", "/")))
            + _query(chance, table)
        )
    if kind == "question":
        asked = chance.choice(QUESTIONS)
        given = "&".join(f"{name}={_value(chance, table)}" for name in asked.defaults if chance.random() < 0.5)
        return f"/readouts/{asked.name}{chance.choice(FORMATS)}" + _joined(_query(chance, table, 0.4), given)
    if kind == "table":
        return f"/readouts/{_misspelt(chance, table.name)}{chance.choice(FORMATS)}{_query(chance, table)}"
    if kind == "sql":
        path = "/readouts" + chance.choice(("", ".json", ".csv", ".xlsx"))
        return path + _joined(_query(chance, table, 0.3), f"sql={quote(chance.choice(STATEMENTS))}")
    key = _key(chance, table)
    if kind == "cite":
        return chance.choice(
            (
                f"/-/cite/{table.name}/{key}.bib",
                f"/-/picture/{table.name}/{key}{chance.choice(PICTURES)}",
                f"/-/cite/x/{key}.bib",
            )
        )
    return f"/readouts/{table.name}/{key}{chance.choice(FORMATS)}{_query(chance, table, 0.2)}"


def _misspelt(chance: random.Random, word: str) -> str:
    place = chance.randrange(len(word))
    return (
        word
        if chance.random() < 0.9
        else word[:place] + chance.choice(("", "x", "%2e", "~2E", ".", "%")) + word[place + 1 :]
    )


def _key(chance: random.Random, table: Table) -> str:
    parts = chance.choice(table.keys)
    changed = chance.choice(
        (parts, parts, parts, parts[:1], (*parts, "x"), parts[::-1], ("x",) * len(parts), ("",), ("x",))
    )
    comma = chance.choice((",", ",", "%2C", "%2c", "~2C", "/", ";", "%252C"))
    encode = chance.choice((str, quote, lambda part: "".join(f"%{byte:02x}" for byte in part.encode()), str.upper))
    return comma.join(encode(quote(part)) if encode is not str.upper else quote(part.upper()) for part in changed)


def _query(chance: random.Random, table: Table, share: float = 0.75) -> str:
    if chance.random() > share:
        return ""
    return "?" + "&".join(_argument(chance, table) for _ in range(chance.choice((1, 1, 1, 2, 3))))


def _argument(chance: random.Random, table: Table) -> str:
    column = _misspelt(chance, chance.choice(table.columns))
    if chance.random() < 0.5:
        return f"{quote(column)}{chance.choice(('', '__' + chance.choice(OPERATORS)))}={_value(chance, table)}"
    return f"{chance.choice(SETTINGS)}={chance.choice((_value(chance, table), quote(column)))}"


def _value(chance: random.Random, table: Table) -> str:
    return chance.choice((quote(chance.choice(VALUES)), quote(",".join(chance.choice(table.keys)))))


def _joined(query: str, more: str) -> str:
    return f"{query}&{more}" if query and more else query or (f"?{more}" if more else "")
