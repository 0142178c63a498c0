from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
from datasette.database import Database, Results
from datasette.url_builder import Urls
from datasette.utils.asgi import Request

class Datasette:
    def __init__(
        self,
        files: Sequence[str] | None = None,
        immutables: Sequence[str] | None = None,
        cache_headers: bool = True,
        cors: bool = False,
        inspect_data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        sqlite_extensions: Sequence[str] | None = None,
        template_dir: str | None = None,
        plugins_dir: str | None = None,
        static_mounts: Sequence[tuple[str, str]] | None = None,
        memory: bool = False,
        settings: dict[str, Any] | None = None,
        secret: str | None = None,
        version_note: str | None = None,
        config_dir: Path | None = None,
        pdb: bool = False,
        crossdb: bool = False,
        nolock: bool = False,
    ) -> None: ...
    databases: Mapping[str, Database]
    executor: ThreadPoolExecutor
    # The protocol of ASGI: a scope and messages are dicts whose keys have types of their own.
    def app(self) -> Callable[..., Awaitable[None]]: ...
    client: DatasetteClient
    @property
    def urls(self) -> Urls: ...
    def get_database(self, name: str | None = None, route: str | None = None) -> Database: ...
    # The settings and the metadata are JSON: each key has a type of its own.
    def setting(self, key: str) -> Any: ...
    def metadata(
        self, key: str | None = None, database: str | None = None, table: str | None = None, fallback: bool = True
    ) -> Any: ...
    def table_metadata(self, database: str, table: str) -> dict[str, Any]: ...
    def plugin_config(
        self, plugin_name: str, database: str | None = None, table: str | None = None, fallback: bool = True
    ) -> dict[str, Any] | None: ...
    async def ensure_permissions(
        self, actor: dict[str, Any] | None, permissions: Sequence[str | tuple[str, str | tuple[str, str]]]
    ) -> None: ...
    async def execute(
        self,
        db_name: str,
        sql: str,
        params: Mapping[str, Any] | Sequence[Any] | None = None,
        truncate: bool = False,
        custom_time_limit: int | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Results: ...
    async def expand_foreign_keys(
        self, database: str, table: str, column: str, values: Sequence[Any]
    ) -> dict[tuple[str, Any], str]: ...
    def absolute_url(self, request: Request, path: str) -> str: ...
    async def render_template(
        self,
        templates: str,
        context: Mapping[str, Any] | None = None,
        request: Request | None = None,
        view_name: str | None = None,
    ) -> str: ...

class DatasetteClient:
    def __init__(self, ds: Datasette) -> None: ...
    async def get(self, path: str, **kwargs: Any) -> httpx.Response: ...
