"""What a tab does besides showing a page: errors in the console, requests that fail or leave for another host."""

from urllib.parse import urlsplit


class Watch:
    """Listens to a tab from now on, until it is left; `faults` are what no page of ours may do, in words."""

    def __init__(self, tab, address: str) -> None:
        self.faults: list[str] = []
        self._host = urlsplit(address).netloc
        self._pages: set[str] = set()
        self._tab = tab
        self._heard = {
            "console": self._console,
            "pageerror": lambda error: self.faults.append(f"script failed: {error}"),
            "request": self._request,
            "requestfailed": self._failed,
            "response": self._response,
        }
        for event, hears in self._heard.items():
            tab.on(event, hears)

    def __enter__(self) -> "Watch":
        return self

    def __exit__(self, *error: object) -> None:
        """The tab goes on to somebody else."""
        for event, hears in self._heard.items():
            self._tab.remove_listener(event, hears)

    def _console(self, message) -> None:
        # That a page was not found is said of the address that was opened, and is what was asked for.
        if message.type in ("error", "warning") and message.location.get("url") not in self._pages:
            self.faults.append(f"console {message.type}: {message.text}")

    def _request(self, request) -> None:
        if request.is_navigation_request():
            self._pages.add(request.url)
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self._host:
            self.faults.append(f"request to another host: {request.url}")

    def _failed(self, request) -> None:
        # A download ends the opening of a page.
        if not (request.is_navigation_request() and request.failure == "net::ERR_ABORTED"):
            self.faults.append(f"request failed: {request.url} {request.failure}")

    def _response(self, response) -> None:
        if response.status >= 400 and response.url not in self._pages:
            self.faults.append(f"{response.status}: {response.url}")
