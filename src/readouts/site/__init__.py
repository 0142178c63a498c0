"""The reading room, a plugin for Datasette 0.65: thin hooks over the modules beside it.

Its whole input is the served file and the metadata that was generated with it. A row's
page shows the record as a reader asks of it (`pages`), every cell that points to a row
shows that row's name (`labels`), each row can be cited (`cite`), and a question opened
without parameters is asked with its defaults (`redirects`).
"""

from datasette import hookimpl

from readouts.site.cite import bibtex_file
from readouts.site.facts import DATABASE, base_address, codes, facts, served
from readouts.site.http import wrapped
from readouts.site.labels import link
from readouts.site.reading import downloads_page, home_page, questions_page, search_page
from readouts.site.row import row_page


@hookimpl
def render_cell(row, value, column, table, database, datasette):
    """A cell that points to a row becomes a link with that row's label."""
    # Stock table pages have put the label in already; the value is then no plain text.
    if not isinstance(value, str) or not value or not column.endswith("_id"):
        return None
    return lambda: link(datasette, database, table, column, value)


@hookimpl
def extra_template_vars(view_name, database, table, request, datasette):
    """What every page knows of the record, and what a row's page and the home page show beyond the stock ones."""
    if not served(datasette):
        return {}

    async def variables():
        known = {
            "facts": await facts(datasette),
            "codes": await codes(datasette),
            "about_tables": datasette.metadata("databases")[DATABASE]["tables"],
            "questions": datasette.metadata("databases")[DATABASE]["queries"],
            "base_address": base_address(datasette, request),
        }
        if view_name == "index":
            return known | await home_page(datasette, known["base_address"])
        if view_name == "row" and database == DATABASE:
            return known | await row_page(datasette, table, request.url_vars["pks"], known["base_address"])
        return known

    return variables


@hookimpl
def register_routes():
    """The citation of each row as a BibTeX file, and the pages of our own."""
    return [
        (r"^/-/cite/(?P<table>[a-z_]+)/(?P<key>[^/]+)\.bib$", bibtex_file),
        (r"^/-/search$", search_page),
        (r"^/-/questions$", questions_page),
        (r"^/-/downloads$", downloads_page),
    ]


@hookimpl
def asgi_wrapper(datasette):
    """Our redirects, and our headers on every answer."""
    return lambda application: wrapped(datasette, application)
