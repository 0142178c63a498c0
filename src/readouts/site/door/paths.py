"""Where the record stands: the one place that knows the path before every address, and the public host.

Behind a proxy that takes the path `/record/` away a request arrives as `/x`, behind one that
leaves it as `/record/x`. `entered` makes both `/x` at the door, so that nothing behind it
meets the path; whatever is printed or sent goes through `public`, or through Datasette's
own `urls`, which do the same. No page of the record begins like such a path (`base_path`),
so that the two cannot be taken for each other.
"""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datasette.app import Datasette

# A request, and what is received and sent, as the protocol ASGI has them (https://asgi.readthedocs.io).
Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

# What the record's own addresses begin with.
OWN = ("readouts", "contacts", "check", "-", "sitemap.xml", "robots.txt", "favicon.ico")
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*|-")


def base_path(text: str) -> str:
    """The path in the form `/record/`, `/` for none. Raises ValueError, which says what is wrong and what to do."""
    parts = [part for part in text.split("/") if part]
    if not all(map(_PART.fullmatch, parts)) or "//" in text:
        raise ValueError(
            f"{text!r} is no path to stand under: give one of letters, digits, . _ and -, such as /record/"
        )
    if parts and parts[0] in OWN:
        raise ValueError(
            f"{text!r} begins like the record's own addresses (/{parts[0]}), so that one could not be told from the"
            " other: give another path, such as /record/"
        )
    return "/" + "".join(f"{part}/" for part in parts)


def stand(given: str | None, address: str) -> str:
    """The path to stand under: as it was given, or that of the public address. Raises ValueError."""
    public_address = urlsplit(address)
    if address and (public_address.scheme not in ("http", "https") or not public_address.netloc):
        raise ValueError(f"READOUTS_BASE_URL is {address!r}: give an address such as https://example.org/record/")
    told = base_path(public_address.path)
    if given and told not in ("/", given):
        raise ValueError(f"READOUTS_BASE_URL says {told}, --base-path {given}: let them agree, or give one of them")
    return given or told


def inner(base: str, path: str) -> str:
    """The address without the path before it, whether or not it has it."""
    if base == "/" or path == base.rstrip("/"):
        return path if base == "/" else "/"
    return path.removeprefix(base.rstrip("/")) if path.startswith(base) else path


def outer(base: str, path: str) -> str:
    """The address with the path before it, whether or not it has it; never one of another host."""
    path = "/" + path.lstrip("/\\")
    return path if path.startswith(base) else base + path[1:]


def public(datasette: "Datasette", path: str) -> str:
    """The address of a page of ours as a reader can ask for it, without a host."""
    return outer(datasette.setting("base_url"), path)


def host(datasette: "Datasette") -> str:
    """Scheme and host that the settings give to public addresses (READOUTS_BASE_URL); empty where they give none."""
    configured = urlsplit((datasette.plugin_config("readouts") or {}).get("base_url") or "")
    return f"{configured.scheme}://{configured.netloc}" if configured.netloc else ""


def entered(datasette: "Datasette", scope: Scope) -> Scope:
    """The request as it would be made at the root, to the public host where one is set."""
    base, told = datasette.setting("base_url"), urlsplit(host(datasette))
    raw = (scope.get("raw_path") or scope["path"].encode("utf-8")).partition(b"?")[0].decode("latin-1")
    changed = {"path": inner(base, scope["path"]), "raw_path": inner(base, raw).encode("latin-1")}
    if told.netloc:
        others = [(name, value) for name, value in scope["headers"] if name.lower() != b"host"]
        changed |= {"scheme": told.scheme, "headers": [*others, (b"host", told.netloc.encode("ascii"))]}
    return dict(scope, **changed)
