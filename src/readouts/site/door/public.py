"""A record that strangers reach: what they need not see is not there, and what was given once is not made again.

Why: pages about the server itself show where its files lie and what runs on it; a Host header that is believed stands
in citations; and a crawler asks for the same page again and again. In: a request, and what the server was told
(`readouts serve --public`). Out: why it is refused, or how its answer may be kept.
"""

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from datasette.utils.asgi import Base400, NotFound

from readouts.site.door.paths import Scope, host

if TYPE_CHECKING:
    from datasette.app import Datasette

KEPT = "public, max-age=300"  # seconds for which nobody need ask again
# Of what lies below /-/ strangers see what is ours, and what pages are made with.
_OURS = re.compile(
    r"/-/(?:search|questions|findings|rules|downloads|files|cite|picture|static|static-plugins|colours\.css)\b.*"
)
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Misdirected(Base400):
    """A request to a host that this is not (RFC 9110, 15.5.20)."""

    status = 421


def is_public(datasette: "Datasette") -> bool:
    """Whether strangers are expected."""
    return bool((datasette.plugin_config("readouts") or {}).get("public"))


def admit(datasette: "Datasette", scope: Scope) -> None:
    """Raise Misdirected for a host that is not ours, NotFound for a page about the server itself.

    `scope` is as the request came, its path without the one before the record's.
    """
    if not is_public(datasette):
        return
    asked = next((value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"), "")
    ours = urlsplit(host(datasette)).netloc
    if asked.lower() != ours.lower() and asked.rpartition(":")[0] not in _LOOPBACK and asked not in _LOOPBACK:
        raise Misdirected(f"This is {ours}, and no other host.")
    path = scope["path"]
    if path.startswith("/-/") and not _OURS.fullmatch(path):
        raise NotFound("There is no such page")


def tag(scope: Scope, digest: str) -> str:
    """An entity tag (RFC 9110, 8.8.3): the same for the same address, of the same state of the record."""
    accept = next((value for name, value in scope["headers"] if name.lower() == b"accept"), b"")
    programs = b"application/json" in accept and b"text/html" not in accept
    asked = f"{scope['path']}?{scope['query_string'].decode('latin-1')} {programs} {digest}"
    return f'W/"{hashlib.sha256(asked.encode("utf-8")).hexdigest()[:32]}"'


def is_known(scope: Scope, tag: str) -> bool:
    """Whether who asks has the answer already (If-None-Match)."""
    given = (value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"if-none-match")
    return any(tag in [one.strip() for one in value.split(",")] for value in given)
