"""The pages' plugin for Datasette 0.65: thin hooks over `labels` and `questions`.

Its whole input is the served file and the metadata that was generated with it. It does
what the stock pages leave out: a link on a row's page and in the answer of a question
shows the name of what it leads to, and a question opened without parameters is asked
with its defaults, so that there is an answer at the first click.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode

from datasette import hookimpl

from readouts.site.home import DATABASE, home
from readouts.site.labels import link

_QUESTION = re.compile(r"/(?P<database>[a-z]+)/(?P<name>[a-z_]+)(\.[a-z]+)?")


@hookimpl
def render_cell(row, value, column, table, database, datasette):
    """A cell that points to a row becomes a link with that row's label."""
    # Stock table pages have put the label in already; the value is then no plain text.
    if not isinstance(value, str) or not value or not column.endswith("_id"):
        return None
    return lambda: link(datasette, database, table, column, value)


@hookimpl
def extra_template_vars(view_name, datasette):
    """What the home page shows beyond the stock one."""
    if view_name != "index" or DATABASE not in (datasette.metadata("databases") or {}):
        return {}

    async def variables():
        return {"home": await home(datasette)}

    return variables


@hookimpl
def extra_css_urls(datasette):
    """The one stylesheet."""
    return [datasette.urls.static_plugins("readouts", "site.css")]


@hookimpl
def asgi_wrapper(datasette):
    """Redirect a question without parameters to the same with its defaults, and a search for nothing to the list."""

    def wrap(application):
        async def wrapped(scope, receive, send):
            http = scope["type"] == "http"
            address = (_with_defaults(datasette, scope) or _without_search(datasette, scope)) if http else None
            if address is None:
                await application(scope, receive, send)
                return
            await send(
                {"type": "http.response.start", "status": 302, "headers": [(b"location", address.encode("ascii"))]}
            )
            await send({"type": "http.response.body", "body": b""})

        return wrapped

    return wrap


def _with_defaults(datasette, scope) -> str | None:
    """The address of the question with those defaults filled in that it lacks; None where it lacks none."""
    match = _QUESTION.fullmatch(scope["path"])
    queries = (datasette.metadata("queries", database=match["database"]) or {}) if match else {}
    defaults = queries.get(match["name"], {}).get("defaults", {}) if match else {}
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    missing = [(name, value) for name, value in defaults.items() if name not in dict(given)]
    return f"{datasette.urls.path(scope['path'])}?{urlencode(missing + given)}" if missing else None


def _without_search(datasette, scope) -> str | None:
    """The address without a search that has no word in it, at which full-text search would fail; None for any other."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    wordless = [value for name, value in query if name == "_search" and not any(map(str.isalnum, value))]
    if not wordless:
        return None
    rest = urlencode([(name, value) for name, value in query if name != "_search"])
    path = quote("/" + scope["path"].lstrip("/"))
    return datasette.urls.path(path) + (f"?{rest}" if rest else "")
