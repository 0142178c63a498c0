"""What stands around every answer: the door, headers that forbid what no page needs, files that are kept.

In: the ASGI application of Datasette. Out: the same, wrapped. No page runs a script of
another host, or one that stands in the page, but for Datasette's SQL editor, which is named
by its digest. Styles in a page name the columns of a table on narrow screens.
"""

import base64
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from datasette import Request, Response
from datasette.utils.asgi import asgi_send_file
from datasette.views.base import DatasetteError

from readouts.site.door.errors import METHODS, NotAllowed, error_page
from readouts.site.door.paths import Application, Message, Receive, Scope, Send, entered, public
from readouts.site.door.public import KEPT, admit, is_known, is_public, tag
from readouts.site.door.query_faults import UnderstoodQuery, understood_query
from readouts.site.door.redirects import redirect
from readouts.site.door.whole_files import digest, whole_file
from readouts.site.tables.file_name import named

if TYPE_CHECKING:
    from datasette.app import Datasette


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
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_HEADERS = [(name.encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items()]


class Outgoing:
    """Sends an answer on with our headers; keeps back what is to be a page of ours instead.

    Those are files of style and script that are not there, and a CSV without a column:
    it begins with 200 before Datasette knows whether the question can be asked. So the head of
    a CSV is held until its first line is there.
    """

    def __init__(self, datasette: "Datasette", scope: Scope, method: str, send: Send) -> None:
        self.begun = self.failing = self.without_columns = self._ended = False
        self.refused = 0
        self.tag = ""
        self._datasette, self._path, self._head, self._send = datasette, scope["path"], method == "HEAD", send
        self._query = scope["query_string"].decode("latin-1")
        self._held: Message | None = None

    async def send(self, message: Message) -> None:
        """One message of the application."""
        if message["type"] == "http.response.start":
            message = dict(message, headers=self._headers(message))
            if message["status"] >= 400 and self._path.startswith("/-/static") and not self.failing:
                self.refused = message["status"]
            elif self._path.endswith(".csv") and message["status"] == 200:
                self._held = message
            else:
                await self._begin(message)
        elif self._held and message.get("body", b"") in (b"", b"\r\n"):
            self.without_columns = True
        elif not self.without_columns and not self.refused:
            if self._held:
                await self._begin(self._held)
            if not self._ended:
                await self._send(message)

    async def release(self) -> None:
        """Send a CSV that has neither heads, since nobody wanted them, nor rows."""
        if self._held:
            await self._begin(self._held)
        if not self._ended:
            await self._send({"type": "http.response.body", "body": b""})

    async def _begin(self, message: Message) -> None:
        self.begun, self._held = True, None
        await self._send(message)
        if self._head:
            self._ended = True
            await self._send({"type": "http.response.body", "body": b""})

    def _headers(self, message: Message) -> list[tuple[bytes, bytes]]:
        given = [(name.lower(), value) for name, value in message.get("headers", ())]
        # A page may forbid itself more than every page is forbidden (/prove).
        ours = [one for one in _HEADERS if one[0] != b"content-security-policy" or one[0] not in dict(given)]
        headers = [*ours, *(_file(self._path, self._query) if message["status"] == 200 else ())]
        own = dict(headers)
        if self.tag and message["status"] in (200, 304) and not {b"set-cookie", b"etag"} & dict(given).keys():
            headers += [(b"etag", self.tag.encode("ascii")), (b"cache-control", KEPT.encode("ascii"))]
            own = dict(headers)
        kept = [(name, value) for name, value in given if name not in own]
        return [*((name, self._here(value) if name == b"location" else value) for name, value in kept), *headers]

    def _here(self, location: bytes) -> bytes:
        return public(self._datasette, location.decode("latin-1")).encode("latin-1")


def wrapped(datasette: "Datasette", application: Application) -> Application:
    """The application with our redirects before it and our headers on all that it sends."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        method, sent = scope["method"], scope
        scope = entered(datasette, dict(scope, method="GET"))
        out = Outgoing(datasette, scope, method, send)
        try:
            admit(datasette, dict(scope, headers=sent["headers"]))
            if is_public(datasette):
                out.tag = tag(scope, await digest(datasette))
            if method not in METHODS.split(", "):
                raise NotAllowed(f"Here is nothing but reading ({METHODS}): the record is changed in its tables.")
            if ready := await _ready(datasette, scope, method, out.tag):
                await ready.asgi_send(out.send)
            elif file := await whole_file(datasette, scope):
                await asgi_send_file(out.send, file, content_type="text/csv; charset=utf-8")
            else:
                await _asked(datasette, application, scope, receive, out)
        except Exception as failure:
            # What fails before Datasette has a request, in the report of a failure, or as a file.
            if out.begun:
                raise
            out.failing, out.without_columns, out.refused = True, False, 0
            request = Request(dict(scope, csrftoken=lambda: ""), receive)
            response = await error_page(datasette, request, failure)
            await response.asgi_send(out.send)

    return answer


async def _ready(datasette: "Datasette", scope: Scope, method: str, tag: str) -> Response | None:
    """An answer without a body: what may be asked, that it is known already, or where it is to be asked."""
    if method == "OPTIONS":
        return Response("", status=204, headers={"allow": METHODS})
    if tag and is_known(scope, tag):
        return Response("", status=304)
    if elsewhere := await redirect(datasette, scope):
        status, address = elsewhere
        return Response("", status=status, headers={"location": address})
    return None


async def _asked(
    datasette: "Datasette", application: Application, scope: Scope, receive: Receive, out: Outgoing
) -> None:
    """Let Datasette answer; raises DatasetteError where it has no such file, or no column of one."""
    understood = await understood_query(datasette, scope)
    await application(_as_understood(scope, understood), receive, out.send)
    if out.without_columns:
        await _check(datasette, scope)
        await out.release()
    if out.refused:
        raise DatasetteError("There is no such file.", status=out.refused)


def _as_understood(scope: Scope, understood: UnderstoodQuery) -> dict[str, Any]:
    return (
        dict(scope, query_string=understood.query.encode("latin-1"), not_understood=understood.faults)
        if understood.faults
        else scope
    )


async def _check(datasette: "Datasette", scope: Scope) -> None:
    """Raise DatasetteError where a CSV has no column since its question cannot be asked, as the JSON of it says."""
    path = scope["path"].removesuffix(".csv") + ".json"
    answer = await datasette.client.get(f"{path}?{scope['query_string'].decode('latin-1')}")
    if answer.status_code != 200:
        raise DatasetteError(answer.json().get("error"), status=answer.status_code)


def _file(path: str, query: str) -> list[tuple[bytes, bytes]]:
    """What makes a CSV a file to be kept: a browser shows it as a wall of text otherwise."""
    name = re.search(r"([A-Za-z0-9_.~-]+)\.csv$", path)
    if not name:
        return []
    disposition = f'attachment; filename="{named(name[1], query, "csv")}"'
    return [(b"content-disposition", disposition.encode("ascii")), (b"content-type", b"text/csv; charset=utf-8")]
