"""The newest state of the served file: a build that replaces it is seen by the next request, and by all after it.

Why: Datasette keeps what it has read of a file that never changes, so that pages of yesterday stood beside downloads
of today. In: how an application is made of the file, and the file. Out: an application that hands each request to the
one of the file as it lies there; one that was handed over before ends with the state it began with.
"""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.app import Datasette

# What the protocol ASGI hands over (https://asgi.readthedocs.io).
_Scope = dict[str, Any]
_Passed = Callable[..., Awaitable[Any]]
_Application = Callable[[_Scope, _Passed, _Passed], Awaitable[None]]

Identity = tuple[int, int, int]


@dataclass
class _State:
    """One state of the file: who answers for it, and how many requests are under way."""

    identity: Identity
    datasette: Datasette
    application: _Application
    under_way: int = 0


class Newest:
    """An ASGI application. Raises, when it is made, what `make` raises; later a file that is no record is told in the
    log, and the state before goes on."""

    def __init__(self, make: Callable[[], Datasette], file: Path) -> None:
        self._make, self._file = make, file
        self._state = self._begun(_identity(file))
        self._refused: Identity | None = None
        self._turn = asyncio.Lock()

    async def __call__(self, scope: _Scope, receive: _Passed, send: _Passed) -> None:
        """Answer one request."""
        state = await self._newest()
        state.under_way += 1
        try:
            await state.application(scope, receive, send)
        finally:
            state.under_way -= 1
            if state is not self._state and not state.under_way:
                _end(state)

    async def _newest(self) -> _State:
        identity = _identity(self._file)
        if identity not in (None, self._state.identity, self._refused):
            async with self._turn:  # whoever asks meanwhile waits, and nobody is given the state before
                identity = _identity(self._file)
                if identity not in (None, self._state.identity, self._refused):
                    self._take(identity)
        return self._state

    def _take(self, identity: Identity | None) -> None:
        try:
            before, self._state = self._state, self._begun(identity)
        except Exception as why:  # whatever is wrong with it, a file that cannot be served replaces none that can
            self._refused = identity
            traceback.print_exception(why)
            return
        if not before.under_way:
            _end(before)

    def _begun(self, identity: Identity | None) -> _State:
        datasette = self._make()
        return _State(identity or (0, 0, 0), datasette, datasette.app())


def _identity(file: Path) -> Identity | None:
    """What another file in its place has otherwise; None where there is none."""
    try:
        known = file.stat()
    except OSError:
        return None
    return known.st_ino, known.st_mtime_ns, known.st_size


def _end(state: _State) -> None:
    state.datasette.executor.shutdown(wait=False)
    for database in state.datasette.databases.values():
        database.close()
