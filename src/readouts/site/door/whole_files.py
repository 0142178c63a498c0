"""What lies beside the served database: the flat tables, whole, as the build wrote them, and what was exported.

One name has one set of bytes, wherever it is taken.

In: Datasette and a request. Out: the file, where nothing is asked but the whole table and its file stands beside the
served database; else None, and the table answers.
"""

import asyncio
import hashlib
import json
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette.database import Database

from readouts.export.flat_table import BESIDE, beside
from readouts.export.offered import DIGESTS
from readouts.site.door.paths import Scope
from readouts.site.facts import DATABASE, served

if TYPE_CHECKING:
    from datasette.app import Datasette

_DIGESTS: "weakref.WeakKeyDictionary[Database, str]" = weakref.WeakKeyDictionary()
_ASKED = {("_stream", "on"), ("_size", "max")}  # what asks for all rows, and for nothing else


async def whole_file(datasette: "Datasette", scope: Scope) -> Path | None:
    """The built file that is asked for, if it may be seen; the build writes it with the database."""
    path = datasette.get_database(DATABASE).path if served(datasette) else None
    names = {f"/{DATABASE}/{DATABASE}{ending}": ending for ending in BESIDE}
    ending = names.get(scope["path"])
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    if path is None or ending is None or not _ASKED.issuperset(asked):
        return None
    await datasette.ensure_permissions(None, [("view-table", (DATABASE, f"{DATABASE}{ending.removesuffix('.csv')}"))])
    file = beside(Path(path), ending)
    return file if file.is_file() else None


async def made_of(datasette: "Datasette") -> dict[str, dict[str, Any]]:
    """The files that were exported of the served database, each with size and digest; none where it was another."""
    path = datasette.get_database(DATABASE).path
    told = Path(path).with_name(DIGESTS) if path else None
    if told is None or not told.is_file():
        return {}
    made: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    same = made["database"] == await digest(datasette)
    return {name: one for name, one in made["files"].items() if same and (told.parent / name).is_file()}


async def digest(datasette: "Datasette") -> str:
    """The SHA-256 of the served file, read once: it never changes. Empty where another file is served."""
    if not served(datasette):
        return ""
    database = datasette.get_database(DATABASE)
    if database not in _DIGESTS:
        _DIGESTS[database] = await asyncio.to_thread(_digest, Path(database.path or ""))
    return _DIGESTS[database]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
