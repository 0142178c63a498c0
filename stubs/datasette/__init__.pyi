# What the reading room takes from Datasette 0.65, which has no types of its own.
# `make lint` holds names and arguments to the library that is installed (stubtest).
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar, overload

from datasette.utils.asgi import NotFound as NotFound
from datasette.utils.asgi import Request as Request
from datasette.utils.asgi import Response as Response

_P = ParamSpec("_P")
_R = TypeVar("_R")

class _Marker(Protocol):
    @overload
    def __call__(self, function: Callable[_P, _R], /) -> Callable[_P, _R]: ...
    @overload
    def __call__(self, *, hookwrapper: bool) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]: ...

hookimpl: _Marker
