"""What a search page shows, read as a browser reads it: the page that each result leads to, from top to bottom."""

import urllib.parse
import urllib.request
from html.parser import HTMLParser


class _Results(HTMLParser):
    """The first link of each item of the lists of results."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self._lists: list[bool] = []
        self._waits = False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("ol", "ul"):
            self._lists.append("results" in (given.get("class") or "").split())
        elif tag == "li" and self._lists == [True]:
            self._waits = True
        elif tag == "a" and self._waits:
            self.found.append(given.get("href", ""))
            self._waits = False

    def handle_endtag(self, tag):
        if tag in ("ol", "ul"):
            self._lists.pop()


def results(door: str, query: str) -> tuple[str, ...]:
    """The addresses that the search page of `query` shows, in its order, without what stands behind a "?" or "#"."""
    with urllib.request.urlopen(f"{door}/-/search?{urllib.parse.urlencode({'q': query})}", timeout=30) as answer:
        page = _Results()
        page.feed(answer.read().decode("utf-8"))
    return tuple(urllib.parse.urlsplit(address).path for address in page.found)
