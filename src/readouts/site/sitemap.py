"""The pages that a search engine should know: those of our own, and every row that has a page of its kind.

In: Datasette with the served file. Out: their paths, for /sitemap.xml, which datasette-sitemap writes.
"""

from readouts.site.facts import DATABASE, ask, served
from readouts.site.pages import PAGES

OWN = ("/", "/contacts", "/-/questions", "/-/downloads")


async def paths(datasette) -> list[str]:
    """The paths, ours first, then the rows of each table by id; none where another file is served."""
    if not served(datasette):
        return []
    rows = [
        datasette.urls.row(DATABASE, table, row["id"])
        for table in PAGES
        for row in await ask(datasette, f'SELECT id FROM "{table}" ORDER BY id')
    ]
    return [*OWN, *(str(path) for path in rows)]
