"""The drawings at addresses of their own: SVG, drawn when the file was built, and PNG, made of that when asked for.

In: Datasette and the name of a picture in the address, with its form where a page shows it (`claims/ID.narrow.svg`).
Out: a file. A PNG has letters of its own, so that it is the same wherever the record is served.
"""

import asyncio
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.site.facts import DATABASE, ask, served

if TYPE_CHECKING:
    from datasette.app import Datasette

# What is drawn, by the first part of its name, and the table that a reader must be allowed to see for it.
TABLES = {"claims": "claims", "contacts": "contact_standing", "events": "accounts", "findings": "finding_cases"}
# Columns of `pictures`, by how their file ends; a PNG is of the drawing that says what it is about.
FORMS = {".svg": "svg", ".wide.svg": "wide", ".narrow.svg": "narrow", ".png": "svg"}
LETTERS = "PT Sans"
TWICE = 2  # so many pixels of a PNG to one of the drawing, as screens have them


async def picture_file(datasette: "Datasette", request: Request) -> Response:
    """The route of a picture."""
    if served(datasette):
        name, form = request.url_vars["name"], request.url_vars["form"]
        table = TABLES[name.partition("/")[0]]
        await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, table)), "view-instance"])
        for row in await ask(datasette, f"SELECT {FORMS[form]} AS svg FROM pictures WHERE name = :name", name=name):
            if not row["svg"]:
                break
            if form == ".png":
                return Response(await asyncio.to_thread(png, row["svg"]), content_type="image/png")
            return Response(row["svg"], content_type="image/svg+xml; charset=utf-8")
    raise NotFound("There is no such picture")


@lru_cache(maxsize=32)
def png(svg: str) -> bytes:
    """The drawing as PNG, in its light colours; what is asked for again is not drawn again."""
    # Here and not above: whoever asks for no PNG loads no engine for it.
    from resvg_py import svg_to_bytes

    return svg_to_bytes(
        svg_string=svg,
        zoom=TWICE,
        skip_system_fonts=True,
        font_files=_letters(),
        font_family=LETTERS,
        sans_serif_family=LETTERS,
    )


@cache
def _letters() -> list[str]:
    """The files of the letters, upright, plain and bold: paths, since the wheel is unpacked where it is installed."""
    return [str(one) for one in files("fontpkg_pt_sans").joinpath("files").iterdir() if "Italic" not in one.name]
