"""What the pages of our own have in common: the answer, what is shaped once, and how the whole record is cited.

In: Datasette with the served file, and a request. Out: a whole answer, and values that do
not depend on the request, shaped once for each served file, which does not change.
"""

import json
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from datasette import NotFound, Request, Response
from datasette.database import Database

from readouts.export.built import DAYS
from readouts.export.croissant import dataset
from readouts.export.offered import KINDS, PARQUET
from readouts.site.cite import Citation
from readouts.site.door.whole_files import made_of
from readouts.site.facts import DATABASE, ask, facts, served
from readouts.site.pages import home
from readouts.site.pages.downloads import Held

if TYPE_CHECKING:
    from datasette.app import Datasette

_T = TypeVar("_T")
_ONCE: weakref.WeakKeyDictionary[Database, dict[str, Any]] = weakref.WeakKeyDictionary()


async def answer(
    datasette: "Datasette", request: Request, template: str, view: str = "readouts", **variables: object
) -> Response:
    """A page of ours. Raises NotFound where another file is served, Forbidden where it may not be seen."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    html = await datasette.render_template(template, variables, request=request, view_name=view)
    return Response.html(html)


def for_programs(request: Request) -> bool:
    """Whether the answer is wanted as JSON: by the ending of the address, or by what the program accepts alone."""
    wants = request.headers.get("accept", "")
    return bool(request.url_vars.get("format")) or ("application/json" in wants and "text/html" not in wants)


async def once(datasette: "Datasette", name: str, make: Callable[["Datasette"], Awaitable[_T]]) -> _T | None:
    """What `make` makes of the served file, made once; None where another file is served."""
    if not served(datasette):
        return None
    known = _ONCE.setdefault(datasette.get_database(DATABASE), {})
    if name not in known:
        known[name] = await make(datasette)
    made: _T = known[name]
    return made


async def counts(datasette: "Datasette") -> tuple[dict[str, Any], ...]:
    """How many rows each table has."""
    return await ask(datasette, home.count_rows(datasette.metadata("databases")[DATABASE]["tables"]))


async def cited_whole(datasette: "Datasette", base: str) -> Citation:
    """How to cite the record as a whole."""
    known = await facts(datasette)
    return Citation(known, "version", known.version, known.title, base + datasette.urls.instance(), "")


async def as_dataset(datasette: "Datasette", base: str) -> str:
    """The record as a schema.org Dataset, for machines that look for data; `base` is the address of the host."""
    told = await once(datasette, "dataset", _dataset) or {}
    here = base + datasette.urls.instance().rstrip("/")
    files = {f"{DATABASE}.csv": "text/csv", f"{DATABASE}.db": "application/vnd.sqlite3"}
    files |= {f"-/files/{name}": KINDS[name] for name in await exports(datasette) if name in KINDS}
    downloads = [
        {"@type": "DataDownload", "contentUrl": f"{here}/{path}", "encodingFormat": kind}
        for path, kind in files.items()
    ]
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return json.dumps({**context, **told, "url": f"{here}/", "distribution": downloads}, ensure_ascii=False, indent=1)


async def _dataset(datasette: "Datasette") -> dict[str, Any]:
    (about,), (days,) = await ask(datasette, "SELECT * FROM package"), await ask(datasette, DAYS)
    return dataset(about, tuple(days.values()))


async def exports(datasette: "Datasette") -> dict[str, Held]:
    """What was made beside the served database, and of it, by its name; none where the digest is another's."""
    return await once(datasette, "exports", _exports) or {}


async def _exports(datasette: "Datasette") -> dict[str, Held]:
    found = await made_of(datasette)
    known = (*KINDS, f"{PARQUET}/")
    return {name: Held(name, **one) for name, one in found.items() if name.startswith(known)}
