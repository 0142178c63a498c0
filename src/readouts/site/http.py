"""What stands around every answer: redirects, headers that forbid what no page needs, files that are kept.

In: the ASGI application of Datasette. Out: the same, wrapped. No page runs a script of
another host, or one that stands in the page, but for Datasette's SQL editor, which is named
by its digest. Styles in a page name the columns of a table on narrow screens.
"""

import base64
import hashlib
import re
from importlib.resources import files

from datasette import Request

from readouts.site.errors import error_page
from readouts.site.redirects import redirect


def _allowed() -> str:
    """The digests of the scripts of Datasette's SQL editor, in the form of CSP level 3, section 2.3.1."""
    editor = files("datasette").joinpath("templates", "_codemirror_foot.html").read_text(encoding="utf-8")
    scripts = re.findall("<script>(.*?)</script>", editor, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii") for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


HEADERS = {
    "content-security-policy": f"default-src 'none'; script-src 'self' {_allowed()}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_HEADERS = [(name.encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items()]


def wrapped(datasette, application):
    """The application with our redirects before it and our headers on all that it sends."""

    async def answer(scope, receive, send):
        if scope["type"] != "http":
            await application(scope, receive, send)
            return

        begun = False

        async def send_with_headers(message):
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                headers = [*_HEADERS, *(_file(scope["path"]) if message["status"] == 200 else ())]
                own = dict(headers)
                kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in own]
                message = {**message, "headers": [*kept, *headers]}
            await send(message)

        try:
            elsewhere = await redirect(datasette, scope)
            if elsewhere is None:
                await application(scope, receive, send_with_headers)
                return
            status, address = elsewhere
            location = [(b"location", address.encode("ascii"))]
            await send_with_headers({"type": "http.response.start", "status": status, "headers": location})
            await send_with_headers({"type": "http.response.body", "body": b""})
        except Exception as failure:
            # What fails before Datasette has a request, or in the report of a failure.
            if begun:
                raise
            response = await error_page(datasette, Request(scope, receive), failure)
            await response.asgi_send(send_with_headers)

    return answer


def _file(path: str) -> list[tuple[bytes, bytes]]:
    """What makes a CSV a file to be kept: a browser shows it as a wall of text otherwise."""
    name = re.search(r"([A-Za-z0-9_.~-]+\.csv)$", path)
    if not name:
        return []
    disposition = f'attachment; filename="{name[1]}"'
    return [(b"content-disposition", disposition.encode("ascii")), (b"content-type", b"text/csv; charset=utf-8")]
