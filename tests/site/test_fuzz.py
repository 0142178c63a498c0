"""Whatever the address: an answer in time, in our frame, with our headers, from here."""

import json
import os
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from readouts.site.door.http import HEADERS

from ..conftest import LONG
from ..door import Reader
from .addresses import requests

SEED = 20241111
COUNT = int(os.environ.get("READOUTS_FUZZ", "5000" if LONG else "250"))
TURNS = 10
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
OPEN = {"li", "p", "dt", "dd", "option", "td", "th", "tr", "tbody", "thead"}  # whose end HTML lets be left out


class Frame(HTMLParser):
    """Reads a page, and keeps what is not closed and what is closed twice."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen, self.open, self.wrong = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.open and self.open[-1] != tag and self.open[-1] in OPEN:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(tag)


def faults_of_page(text: str) -> list[str]:
    """What is wrong with a page's frame."""
    frame = Frame()
    frame.feed(text)
    frame.close()
    found = [f"<{tag}> is not closed" for tag in frame.open] + [f"</{tag}> closes nothing" for tag in frame.wrong]
    for tag in ("html", "head", "body", "main", "h1", "title"):
        # A title of a drawing is one of its own.
        times = frame.seen.count(tag)
        if times != 1 and not (tag == "title" and times > 1):
            found.append(f"<{tag}> is there {times} times")
    found += [] if '<nav aria-label="Site">' in text else ["not in our frame"]
    return found if text.lstrip().startswith("<!DOCTYPE html>") else ["no <!DOCTYPE html>", *found]


def faults(request, answer) -> list[str]:
    """What is wrong with an answer, each in a line."""
    path, kind = request.path.partition("?")[0], answer.headers.get("content-type", "")
    found = [f"status {answer.status}"] if answer.status >= 500 else []
    found += [f"no {name}" for name, value in HEADERS.items() if answer.headers.get(name) != value]
    location = answer.headers.get("location", "/")
    if (
        not location.isascii()
        or not location.isprintable()
        or not location.startswith("/")
        or location[1:2] in ("/", "\\")
    ):
        found.append(f"leads to {location}")
    if request.method not in ("GET", "HEAD", "OPTIONS") and (
        answer.status != 405 or "GET" not in answer.headers.get("allow", "")
    ):
        found.append(f"{request.method}: {answer.status}, allow {answer.headers.get('allow')}")
    if request.method == "HEAD":
        return found + (["a body"] if answer.body else [])
    if answer.status >= 400:
        found += ["a file"] if "content-disposition" in answer.headers else []
        if path.endswith(".json"):
            told = json.loads(answer.body) if "json" in kind else {}
            return found + (
                [] if told.get("ok") is False and told.get("error") else ["no JSON that says what is wrong"]
            )
        found += [] if kind.startswith("text/html") else [f"an error as {kind}"]
    return found + (
        faults_of_page(answer.raw) if kind.startswith("text/html") and answer.status not in (301, 302) else []
    )


@pytest.mark.parametrize("turn", range(TURNS))
def test_any_address_is_answered(door, built_file, turn):
    """No failure, no wait, no redirect elsewhere; our headers, and a whole page, on whatever is sent."""
    with Reader(door, timeout=30) as reader:
        wrong = []
        for request in requests(built_file, SEED + turn, COUNT // TURNS):
            try:
                answer = reader.ask(request.path, method=request.method, **request.headers)
            except TimeoutError:
                wrong.append((request, ["no answer within 30 seconds"]))
                break
            wrong += [(request, found)] if (found := faults(request, answer)) else []
    assert not wrong, "\n".join(
        f"{one.method} {one.path[:200]} {one.headers or ''}: {'; '.join(found)}" for one, found in wrong
    )


def test_the_fuzz_sees_what_is_wrong():
    """Each fault that is looked for is found where it is."""
    from ..door import Answer
    from .addresses import Request

    def seen(path="/x", status=200, body=b"", method="GET", **headers):
        return faults(Request(method, path), Answer(status, body, HEADERS | {"content-type": "text/html"} | headers))

    page = b'<!DOCTYPE html><html><head><title>x</title></head><body><nav aria-label="Site"></nav><main><h1>x</h1></main></body></html>'
    assert seen(body=page) == []
    assert seen(status=500, body=page) == ["status 500"]
    assert seen(body=page.replace(b"</main>", b"")) != [] and seen(body=b"<!DOCTYPE html>") != []
    assert seen(status=302, location="//example.org") == ["leads to //example.org"]
    assert seen(status=302, location="/\\example.org") and seen(status=302, location="https://example.org")
    assert seen(body=page, **{"x-frame-options": "ALLOW"}) == ["no x-frame-options"]
    assert seen(path="/x.json", status=404, body=page) and seen(
        status=404, body=page, **{"content-disposition": "attachment"}
    )
    assert seen(method="POST", body=page) and seen(method="HEAD", body=page) == ["a body"]


def test_the_same_seed_gives_the_same_addresses(built_file):
    """A failure can be looked at again."""
    first, again = (list(requests(built_file, SEED, 200)) for _ in range(2))
    assert first == again and first != list(requests(built_file, SEED + 1, 200))
    assert all(urlsplit(one.path) for one in first if not one.path.startswith("//"))
