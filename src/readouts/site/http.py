"""What stands around every answer: redirects, and headers that forbid what no page needs.

In: the ASGI application of Datasette. Out: the same, wrapped. No page runs a script of
another host, or one that stands in the page, but for two of Datasette's own, which are
named by their digests: the SQL editor, and the switch for the menus of columns. Styles in
a page are Datasette's too: they name the columns of a table on narrow screens.
"""

import base64
import hashlib
import re
from importlib.resources import files

from readouts.site.redirects import redirect


def _allowed() -> str:
    """The digests of Datasette's inline scripts, in the form of Content Security Policy level 3, section 2.3.1."""
    editor = files("datasette").joinpath("templates", "_codemirror_foot.html").read_text(encoding="utf-8")
    scripts = [*re.findall("<script>(.*?)</script>", editor, re.DOTALL), "DATASETTE_ALLOW_FACET = true;"]
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

        async def send_with_headers(message):
            if message["type"] == "http.response.start":
                own = dict(_HEADERS)
                kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in own]
                message = {**message, "headers": [*kept, *_HEADERS]}
            await send(message)

        elsewhere = await redirect(datasette, scope)
        if elsewhere is None:
            await application(scope, receive, send_with_headers)
            return
        status, address = elsewhere
        location = [(b"location", address.encode("ascii"))]
        await send_with_headers({"type": "http.response.start", "status": status, "headers": location})
        await send_with_headers({"type": "http.response.body", "body": b""})

    return answer
