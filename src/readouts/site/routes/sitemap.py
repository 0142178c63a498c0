"""/sitemap.xml and /robots.txt: the pages that a search engine should know.

In: Datasette with the served file, and a request. Out: our own pages, then every row that has
a page of its kind, by id, in the form of https://www.sitemaps.org/protocol.html.
"""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from datasette import NotFound, Request, Response

from readouts.site.door.paths import public
from readouts.site.facts import DATABASE, ask, base_address, served
from readouts.site.pages import PAGES

if TYPE_CHECKING:
    from datasette.app import Datasette

OWN = ("/", "/contacts", "/check", "/prove", "/-/questions", "/-/findings", "/-/rules", "/-/downloads")
MOST = 50_000  # addresses in one file, by the protocol


async def sitemap_file(datasette: "Datasette", request: Request) -> Response:
    """The route of the map."""
    if not served(datasette):
        raise NotFound("No record is served here")
    base = base_address(datasette, request)
    places = "\n".join(f"<url><loc>{escape(base + path)}</loc></url>" for path in await paths(datasette))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}\n'
    return Response(text + "</urlset>\n", content_type="application/xml; charset=utf-8")


async def robots_file(datasette: "Datasette", request: Request) -> Response:
    """The route of what robots read first (RFC 9309): the map, and that each page has one address.

    What is sorted, filtered, searched or a file of a table is a view of what the map names: a robot that follows all of
    these asks for tens of thousands.
    """
    base = public(datasette, "/")
    kept_off = "".join(f"Disallow: {base}{path}\n" for path in ("*?", "*.json$", "*.csv$", "*.xlsx$", "-/cite/"))
    address = f"{base_address(datasette, request)}{public(datasette, '/sitemap.xml')}"
    return Response.text(f"User-agent: *\n{kept_off}\nSitemap: {address}\n")


async def paths(datasette: "Datasette") -> list[str]:
    """The paths, ours first, then the rows of each table by id."""
    rows = [
        str(datasette.urls.row(DATABASE, table, row["id"]))
        for table in PAGES
        for row in await ask(datasette, f'SELECT id FROM "{table}" ORDER BY id')
    ]
    return [*(public(datasette, path) for path in OWN), *rows][:MOST]
