"""The colours of sides and stances at an address of their own: a style sheet made of the codes of the record.

In: Datasette with the served file. Out: CSS. Its address changes with what it says, so that
a browser may keep it for a year.
"""

import hashlib
from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.site.facts import known_codes, served
from readouts.vocabulary.styles import sheet

if TYPE_CHECKING:
    from datasette.app import Datasette

YEAR = {"cache-control": "public, max-age=31536000, immutable"}


async def address(datasette: "Datasette") -> str:
    """Where the style sheet is, under the path at which the record is served."""
    digest = hashlib.sha256(sheet(await known_codes(datasette)).encode("utf-8")).hexdigest()
    return f"{datasette.urls.path('/-/colours.css')}?{digest[:12]}"


async def colours_file(datasette: "Datasette", request: Request) -> Response:
    """The route of the style sheet."""
    if not served(datasette):
        raise NotFound("No record is served here")
    css = sheet(await known_codes(datasette))
    return Response(css, content_type="text/css; charset=utf-8", headers=YEAR)
