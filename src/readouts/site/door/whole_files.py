"""What lies beside the served database: the flat tables, whole, as the build wrote them, and what was exported.

One name has one set of bytes, wherever it is taken.

In: Datasette and a request. Out: the file, where nothing is asked but the whole table and its file stands beside the
served database; else None, and the table answers.
"""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from readouts.export.flat_table import BESIDE, beside
from readouts.export.offered import DIGESTS
from readouts.site.door.paths import Scope
from readouts.site.facts import DATABASE, served

if TYPE_CHECKING:
    from datasette.app import Datasette

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


def made_of(database: Path) -> dict[str, dict[str, Any]]:
    """The files that were exported of this very database, each with size and digest; none where it was another."""
    told = database.with_name(DIGESTS)
    if not told.is_file():
        return {}
    made: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    with database.open("rb") as file:
        same = made["database"] == hashlib.file_digest(file, "sha256").hexdigest()
    return {name: one for name, one in made["files"].items() if same and (database.parent / name).is_file()}
