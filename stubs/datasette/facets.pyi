from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request

class Facet:
    type: str | None
    ds: Datasette
    request: Request
    database: str
    table: str
    def get_configs(self) -> list[dict[str, Any]]: ...
    def get_querystring_pairs(self) -> list[tuple[str, str]]: ...
    def get_facet_size(self) -> int: ...

class ColumnFacet(Facet):
    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]: ...
