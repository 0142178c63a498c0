"""The flat tables, whole, as the files that the build wrote: one name has one set of bytes, wherever it is taken.

In: Datasette and a request. Out: the file, where nothing is asked but the whole table and its file stands beside the
served database; else None, and the table answers.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from readouts.export.flat_table import BESIDE, beside
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
