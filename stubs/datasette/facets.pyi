from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request

class Facet:
    type: str | None
    ds: Datasette
    request: Request
    database: str
    table: str
    def __init__(
        self,
        ds: Datasette,
        request: Request,
        database: str,
        sql: str | None = None,
        table: str | None = None,
        params: Any = None,
        metadata: dict[str, Any] | None = None,
        row_count: int | None = None,
    ) -> None: ...
    def get_configs(self) -> list[dict[str, Any]]: ...
    def get_querystring_pairs(self) -> list[tuple[str, str]]: ...
    def get_facet_size(self) -> int: ...

class ColumnFacet(Facet):
    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]: ...
