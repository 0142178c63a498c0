import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from datasette.app import Datasette
from datasette.utils import Column

_T = TypeVar("_T")
_Params = Mapping[str, Any] | Sequence[Any]

class Database:
    path: str | None
    def close(self) -> None: ...
    def __init__(
        self,
        ds: Datasette,
        path: str | None = None,
        is_mutable: bool = True,
        is_memory: bool = False,
        memory_name: str | None = None,
    ) -> None: ...
    @property
    def size(self) -> int: ...
    async def execute_fn(self, fn: Callable[[sqlite3.Connection], _T]) -> _T: ...
    async def execute(
        self,
        sql: str,
        params: _Params | None = None,
        truncate: bool = False,
        custom_time_limit: int | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Results: ...
    async def table_names(self) -> list[str]: ...
    async def table_column_details(self, table: str) -> list[Column]: ...
    async def table_columns(self, table: str) -> list[str]: ...
    async def primary_keys(self, table: str) -> list[str]: ...
    async def fts_table(self, table: str) -> str | None: ...
    async def label_column_for_table(self, table: str) -> str | None: ...
    async def foreign_keys_for_table(self, table: str) -> list[dict[str, str]]: ...

class Results:
    def __init__(self, rows: list[sqlite3.Row], truncated: bool, description: Any) -> None: ...
    rows: list[sqlite3.Row]

class QueryInterrupted(Exception):
    def __init__(self, e: Exception, sql: str, params: _Params | None) -> None: ...
