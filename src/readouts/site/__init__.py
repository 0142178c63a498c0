"""The reading room, a plugin for Datasette 0.65: thin hooks over the folders beside it.

Its whole input is the served file and the metadata that was generated with it. Every request
comes in by `door`; the addresses of our own are in `routes`, which shape with `pages` and
`search`; tables and answers of questions are Datasette's pages, with `tables` behind them.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any

from datasette import Request, Response, hookimpl
from datasette.facets import ColumnFacet
from datasette.filters import FilterArguments
from markupsafe import Markup
from pluggy import Result

from readouts.build.accounts_apart import GROUPS
from readouts.site.cite import bibtex_file
from readouts.site.door.errors import error_page
from readouts.site.door.http import wrapped
from readouts.site.door.paths import Application
from readouts.site.facts import DATABASE, Glossary, base_address, codes, facts, said_by, served
from readouts.site.iso_names import language
from readouts.site.on_paper import Addresses
from readouts.site.pages.no_side import NAMES
from readouts.site.pages.pairs import SHIFTS
from readouts.site.plainly import plainly, plainly_asked
from readouts.site.routes.check import check_page
from readouts.site.routes.contacts import contacts_page
from readouts.site.routes.downloads import downloads_page, file
from readouts.site.routes.findings import findings_page
from readouts.site.routes.home import home_page, index_page
from readouts.site.routes.picture import picture_file
from readouts.site.routes.prove import prove_page
from readouts.site.routes.questions import questions_page
from readouts.site.routes.row import row_page
from readouts.site.routes.rules import how_known, rules_page
from readouts.site.routes.search import search_page
from readouts.site.routes.sitemap import robots_file, sitemap_file
from readouts.site.routes.style_sheet import address, colours_file
from readouts.site.tables.cell_markup import cell
from readouts.site.tables.counted_facets import CountedFacet
from readouts.site.tables.excel import can_render, excel
from readouts.site.tables.page_variables import page_variables
from readouts.site.tables.plain_filters import first_day, last_day, plain_filters
from readouts.vocabulary.marks import MARKS

if TYPE_CHECKING:
    from datasette.app import Datasette

# The time limit does not reach into one call of a function: hex(zeroblob(200000000)) took a gigabyte. The longest
# value of a record, a picture, has some 100,000 bytes.
LONGEST_VALUE = 5_000_000
HEAP = 1 << 29  # bytes that SQLite takes in this process, all questions together

# A hook that runs around the others: pluggy sends it their outcome.
Hooked = Generator[None, Result[Any], None]


@hookimpl
def render_cell(
    row: sqlite3.Row, value: Any, column: str, table: str | None, database: str, datasette: "Datasette"
) -> Callable[[], Awaitable[Markup | None]] | None:
    """A cell that points to a row becomes a link with that row's label, a code its label."""
    # Where a stock page has put a label in already the value is a pair of both.
    if not isinstance(value, str | dict) or not value:
        return None
    return lambda: cell(datasette, database, table, column, value, row)


@hookimpl
def extra_template_vars(
    view_name: str,
    database: str | None,
    table: str | None,
    columns: Sequence[str] | None,
    request: Request | None,
    datasette: "Datasette",
) -> dict[str, Any] | Callable[[], Awaitable[dict[str, Any]]]:
    """What every page knows of the record, and what a row's page and the home page show beyond the stock ones."""
    if not served(datasette):
        return {}

    async def variables() -> dict[str, Any]:
        known = {
            "facts": await facts(datasette),
            "codes": Glossary(await codes(datasette)),
            "addresses": Addresses(),
            "how": await how_known(datasette, *_page(view_name, table, request)),
            "about_tables": datasette.metadata("databases")[DATABASE]["tables"],
            "questions": datasette.metadata("databases")[DATABASE]["queries"],
            "said_by": await said_by(datasette),
            "language_name": language,
            "shift_names": SHIFTS,
            "marks": MARKS,
            "side_names": NAMES,
            "apart_groups": GROUPS,
            "colours": await address(datasette),
            "example_search": (datasette.plugin_config("readouts") or {}).get("example_search", ""),
            "base_address": base_address(datasette, request),
            "not_understood": request.scope.get("not_understood", ()) if request else (),
        }
        if view_name == "index":
            return known | await home_page(datasette, known["base_address"])
        if view_name == "row" and database == DATABASE and table and request:
            return known | await row_page(datasette, table, request.url_vars["pks"], known["base_address"])
        if view_name in ("table", "query", "database") and database == DATABASE and request:
            return known | await page_variables(datasette, view_name, table, columns, request)
        return known

    return variables


def _page(view_name: str, table: str | None, request: Request | None) -> tuple[str, str]:
    """Of which kind a page is: a table, and the row that is shown; the path of a page of our own."""
    if view_name == "row" and table and request:
        return table, str(request.url_vars["pks"])
    return table or (request.path if request else ""), ""


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response | None]]]]:
    """The citation of each row as a BibTeX file, the pictures, the colours of codes, and pages of our own."""
    return [
        (r"^/-/cite/(?P<table>[a-z_]+)/(?P<key>[^/]+)\.bib$", bibtex_file),
        (
            r"^/-/picture/(?P<name>contacts|(?:claims|events|findings)/[a-z0-9_-]+)(?P<form>(?:\.wide|\.narrow)?\.svg|\.png)$",
            picture_file,
        ),
        (r"^/-/colours\.css$", colours_file),
        (r"^/contacts$", contacts_page),
        (r"^/check(?P<format>\.json)?$", check_page),
        (r"^/(?P<format>)$", index_page),
        (r"^/-/search(?P<format>\.json)?$", search_page),
        (r"^/-/questions$", questions_page),
        (r"^/-/findings$", findings_page),
        (r"^/-/rules(?:/(?P<rule>[a-z_.]+))?$", rules_page),
        (r"^/prove$", prove_page),
        (r"^/-/downloads$", downloads_page),
        (r"^/-/files/(?P<name>(?:parquet/)?[a-z_]+(?:\.[a-z]+)+)$", file),
        (r"^/sitemap\.xml$", sitemap_file),
        (r"^/robots\.txt$", robots_file),
    ]


@hookimpl(hookwrapper=True)
def register_facet_classes() -> Hooked:
    """Facets that count what choosing a value finds, in the place of Datasette's."""
    outcome = yield
    outcome.force_result(
        [[CountedFacet if one is ColumnFacet else one for one in classes] for classes in outcome.get_result()]
    )


@hookimpl
def filters_from_request(
    request: Request, database: str, table: str, datasette: "Datasette"
) -> Callable[[], Awaitable[FilterArguments] | None]:
    """Filters in plain words beside Datasette's."""
    return lambda: plain_filters(datasette, request, table) if database == DATABASE and served(datasette) else None


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """What filters need, the ends of a date, and words whatever their typography; and how much a question may take."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.execute(f"PRAGMA hard_heap_limit = {HEAP}")
    conn.create_function("plainly", 1, plainly, deterministic=True)
    conn.create_function("plainly_asked", 1, plainly_asked, deterministic=True)
    conn.create_function("first_day", 1, first_day, deterministic=True)
    conn.create_function("last_day", 1, last_day, deterministic=True)


@hookimpl
def register_output_renderer(datasette: "Datasette") -> dict[str, Any]:
    """Excel files."""
    return {"extension": "xlsx", "render": excel, "can_render": can_render}


@hookimpl(hookwrapper=True)
def handle_exception(datasette: "Datasette", request: Request, exception: Exception) -> Hooked:
    """What is not there, cannot be asked, or fails, on a page of ours, and not on Datasette's beside it."""
    outcome = yield
    if served(datasette):
        outcome.force_result([lambda: error_page(datasette, request, exception)])


@hookimpl
def asgi_wrapper(datasette: "Datasette") -> Callable[[Application], Application]:
    """Our redirects, and our headers on every answer."""
    # Not above: Datasette loads its plugins before its views can be imported.
    from datasette.views import table

    from readouts.site.tables.ties import untie
    from readouts.site.tables.word_filters import WordFilters

    table.Filters = WordFilters  # type: ignore[misc]

    untie()
    return lambda application: wrapped(datasette, application)
