from typing import Any

class DatasetteError(Exception):
    message: str
    status: int
    title: str | None
    error_dict: dict[str, Any]
    def __init__(
        self,
        message: str,
        title: str | None = None,
        error_dict: dict[str, Any] | None = None,
        status: int = 500,
        template: str | None = None,
        message_is_html: bool = False,
    ) -> None: ...

# A registry of units (pint), which only Datasette looks into.
ureg: object
