from collections.abc import Iterator, Mapping, Sequence
from typing import Any

class FilterArguments:
    where_clauses: Sequence[str]
    params: dict[str, Any]
    def __init__(
        self,
        where_clauses: Sequence[str],
        params: dict[str, Any] | None = None,
        human_descriptions: Sequence[str] | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None: ...

class Filters:
    pairs: Sequence[tuple[str, str]]
    units: Mapping[str, str]
    ureg: object
    def __init__(
        self, pairs: Sequence[tuple[str, str]], units: Mapping[str, str] | None = None, ureg: object = None
    ) -> None: ...
    # The name of each comparison, its name for readers, whether it takes no value.
    def lookups(self) -> Iterator[tuple[str, str, bool]]: ...
    def build_where_clauses(self, table: str) -> tuple[list[str], dict[str, Any]]: ...
