from typing import Any

from datasette import Request
from datasette.filters import Filters as Filters

class TableView:
    ds: Any
    async def data(
        self,
        request: Request,
        default_labels: bool = False,
        _next: str | None = None,
        _size: str | int | None = None,
    ) -> Any: ...
