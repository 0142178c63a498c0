"""Which tables and rows an address can mean: those of the record, by keys of as many parts as the table has.

In: Datasette and the path of a request. Out: the address of the row that a key written
otherwise means; NotFound for what is no table of the record, no format, or no key. Why:
Datasette fails at a key of too few parts, and shows its own tables and formats beside ours.
"""

import re
from typing import TYPE_CHECKING

from datasette import NotFound
from datasette.utils import tilde_decode, tilde_encode

from readouts.site.facts import DATABASE

if TYPE_CHECKING:
    from datasette.app import Datasette

FORMATS = ("json", "csv", "xlsx")
_PLACE = re.compile(rf"/{DATABASE}/(?P<table>[^/.]+)(?:\.(?P<format>\w+)|/(?P<row>[^/]+))?")
_ROW = re.compile(r"(?P<key>[^/]+?)(?:\.(?P<format>\w+))?")
# Datasette's own pages for whoever runs it: they show where the file lies, or are for signing in.
_CLOSED = re.compile(
    r"/-/(allow-debug|auth-token|databases|logout|messages|patterns|permissions|threads|config)(\.json)?"
)


async def row_address(datasette: "Datasette", path: str) -> str | None:
    """The address of a row whose key is written otherwise; None where nothing is to be said of the address."""
    if _CLOSED.fullmatch(path):
        raise NotFound("This page is not for readers")
    if path.startswith(f"/{DATABASE}.") and path.partition(".")[2] not in (*FORMATS, "db"):
        raise NotFound("There is no such format")
    if not path.startswith(f"/{DATABASE}/"):
        return None
    match = _PLACE.fullmatch(path)
    row = _ROW.fullmatch(match["row"]) if match and match["row"] else None
    about = datasette.metadata("databases")[DATABASE]
    known = about["tables"].keys() | (() if row else about["queries"].keys())
    if not match or match["table"] not in known or (row or match)["format"] not in (None, *FORMATS):
        raise NotFound("There is no such table or format")
    return await _written_otherwise(datasette, match["table"], row) if row else None


async def _written_otherwise(datasette: "Datasette", table: str, row: re.Match[str]) -> str | None:
    database = datasette.get_database(DATABASE)
    columns = await database.primary_keys(table) or ["rowid"]
    parts = [tilde_decode(part) for part in row["key"].split(",")]
    if len(parts) != len(columns):
        parts = tilde_decode(row["key"]).split(",")
    where = " AND ".join(f'"{column}" = ?' for column in columns)
    found = (
        len(parts) == len(columns) and (await database.execute(f'SELECT 1 FROM "{table}" WHERE {where}', parts)).rows
    )
    if not found:
        raise NotFound("There is no such row")
    key = ",".join(map(tilde_encode, parts))
    written = f".{row['format']}" if row["format"] else ""
    return f"/{DATABASE}/{table}/{key}{written}" if key != row["key"] else None
