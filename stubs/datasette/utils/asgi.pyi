from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

from datasette.utils import MultiParams

# The protocol of ASGI: a scope and messages are dicts whose keys have types of their own.
_Message = dict[str, Any]
_Send = Callable[[_Message], Awaitable[None]]

class Base400(Exception):
    status: int

class NotFound(Base400): ...
class BadRequest(Base400): ...

class Request:
    scope: dict[str, Any]
    def __init__(self, scope: dict[str, Any], receive: Callable[[], Awaitable[_Message]] | None) -> None: ...
    @property
    def url_vars(self) -> dict[str, str]: ...
    @property
    def scheme(self) -> str: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def host(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def query_string(self) -> str: ...
    @property
    def full_path(self) -> str: ...
    @property
    def args(self) -> MultiParams: ...
    @property
    def actor(self) -> dict[str, Any] | None: ...

class Response:
    body: str | bytes
    status: int
    headers: dict[str, str]
    content_type: str
    def __init__(
        self,
        body: str | bytes | None = None,
        status: int = 200,
        headers: dict[str, str] | None = None,
        content_type: str = "text/plain",
    ) -> None: ...
    async def asgi_send(self, send: _Send) -> None: ...
    @classmethod
    def html(cls, body: str, status: int = 200, headers: dict[str, str] | None = None) -> Self: ...
    @classmethod
    def text(cls, body: str, status: int = 200, headers: dict[str, str] | None = None) -> Self: ...
    @classmethod
    def json(
        cls, body: object, status: int = 200, headers: dict[str, str] | None = None, default: Any = None
    ) -> Self: ...

async def asgi_send_file(
    send: _Send,
    filepath: Path | str,
    filename: str | None = None,
    content_type: str | None = None,
    chunk_size: int = 4096,
    headers: dict[str, str] | None = None,
) -> None: ...
