"""Under a path and behind a proxy, which takes the path away or leaves it: every link leads where it should."""

import contextlib
import http.client
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from readouts.site.door.paths import base_path, inner, outer, stand

from ..conftest import LONG
from ..door import Reader, kind_of, links, lost, serving

UNDER = "/record"
MOST = 1000 if LONG else 80  # pages of one crawl; behind a proxy, which but passes on what the server says, fewer
BIBTEX = "/-/cite/claims/2024-11-07-call-took-place.bib"


@contextlib.contextmanager
def stripping_proxy(server: str, keeps_host: bool = True):
    """A proxy for all below UNDER, which it takes away before it asks the server, as nginx and others are told to."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if not self.path.startswith(UNDER + "/"):
                self.send_error(404, "not of this proxy")
                return
            ask = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
            host = self.headers["host"] if keeps_host else urlsplit(server).netloc
            ask.request("GET", self.path.removeprefix(UNDER), headers={"host": host})
            answer = ask.getresponse()
            body = answer.read()
            ask.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "date", "server"):
                    self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{proxy.server_port}"
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()


@pytest.fixture(scope="module", params=["leaves the path", "takes the path away"])
def public_door(request, door_under_a_path):
    """The address before the path, of a server under it that is asked directly or through a proxy that strips."""
    if request.param == "leaves the path":
        yield door_under_a_path
    else:
        with stripping_proxy(door_under_a_path) as address:
            yield address


def test_every_link_leads_somewhere_under_the_path(public_door, door_under_a_path):
    """From the home page on, one click deep: no link is lost, none loses the path or has it twice."""
    with Reader(public_door) as reader:
        most = MOST if LONG or public_door == door_under_a_path else MOST // 3
        first = reader.ask(f"{UNDER}/")
        assert first.status == 200
        waiting, seen, followed, wrong = [(link, 1) for link in links(first.raw)], set(), 0, []
        while waiting and followed < most:
            link, depth = waiting.pop(0)
            link = link.partition("#")[0]
            if kind_of(link) in seen:
                continue
            seen.add(kind_of(link))
            followed += 1
            answer = reader.ask(link, follow=True)
            wrong += [(link, answer.status)] if answer.status >= 400 or lost(link, UNDER) else []
            if depth == 1 and answer.headers["content-type"].startswith("text/html"):
                narrower = [link.partition("?")[0] + one for one in re.findall(r'href="(\?[^"]*)"', answer.text)]
                waiting += [(one, 2) for one in (*links(answer.raw), *narrower)]
    assert not wrong and followed > most * 2 / 5


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt"])
def test_robots_are_led_under_the_path(public_door, path):
    """Every address for robots is whole, and answers."""
    with Reader(public_door) as reader:
        answer = reader.ask(UNDER + path)
        found = re.findall(rf"{re.escape(public_door)}(/[^<\s]*)", answer.text)
        assert answer.status == 200 and found and not any(lost(one, UNDER) for one in found)
        assert {reader.ask(one).status for one in (found[0], found[-1])} == {200}
        assert path == "/robots.txt" or len(found) > 500


@pytest.mark.parametrize(
    "path", ["/readouts/claims.csv", "/readouts/claims.json", "/readouts/claims.xlsx", "/readouts.csv"]
)
def test_downloads_are_whole_behind_a_proxy(public_door, page, path):
    """The same bytes as at the root, but for the address of the page in the Excel file."""
    with Reader(public_door) as reader:
        there, here = reader.ask(UNDER + path, follow=True), page(path, follow=True)
    assert there.status == 200 and there.headers.get("content-disposition") == here.headers.get("content-disposition")
    if path.endswith(".csv"):
        assert there.body == here.body
    elif path.endswith(".json"):
        assert there.json()["rows"] == here.json()["rows"] and there.json()["next_url"].startswith(public_door + UNDER)
    else:
        assert there.body.startswith(b"PK")


def test_the_path_alone_is_the_home_page(door_under_a_path, door):
    """Without a slash behind, too; and the record is not found under a path that begins alike."""
    with Reader(door_under_a_path) as reader:
        assert reader.ask("/record").status == reader.ask("/record/").status == 200
        assert reader.ask("/recorder/").status in (301, 404) and reader.ask("/recorder").status == 404


def url_of_bibtex(address: str, path: str = BIBTEX, **headers: str) -> str:
    with Reader(address) as reader:
        return re.search(r"url = \{(.*)\}", reader.ask(path, **headers).text)[1]


def test_nobody_says_for_a_proxy_where_he_comes_from(door):
    """What a reader puts into the headers of a proxy changes no address."""
    forged = {
        "x-forwarded-proto": "https",
        "x-forwarded-host": "example.org",
        "forwarded": "host=example.org;proto=https",
    }
    assert url_of_bibtex(door, **forged) == url_of_bibtex(door) == f"{door}/readouts/claims/2024-11-07-call-took-place"


def test_the_public_address_comes_from_the_environment(built_package):
    """READOUTS_BASE_URL gives host and path, also where a proxy names neither."""
    told = {"READOUTS_BASE_URL": "https://example.org/record/"}
    with serving(built_package, **told) as server, stripping_proxy(server, keeps_host=False) as proxy:
        assert (
            url_of_bibtex(proxy, UNDER + BIBTEX)
            == "https://example.org/record/readouts/claims/2024-11-07-call-took-place"
        )
        with Reader(proxy) as reader:
            robots = reader.ask(f"{UNDER}/robots.txt").text
            further = reader.ask(f"{UNDER}/readouts/claims.json").json()["next_url"]
    assert robots.endswith("\nSitemap: https://example.org/record/sitemap.xml\n") and "Disallow: /record/*?" in robots
    assert further.startswith("https://example.org/record/readouts/claims.json?")


@pytest.mark.parametrize(
    ("text", "path"),
    [("/record/", "/record/"), ("record", "/record/"), ("/", "/"), ("", "/"), ("/a/b-c/", "/a/b-c/"), ("/~x/", None)]
    + [
        (text, None)
        for text in ("/a//b/", "https://example.org/", "/readouts/", "/contacts", "/-/x", "/a b/", "/..", "/ä/")
    ],
)
def test_a_path_is_one_that_can_be_told_from_the_record_s_own(text, path):
    """Letters, digits and a few signs, and nothing that a page of the record begins with."""
    if path is None:
        with pytest.raises(ValueError, match="such as /record/"):
            base_path(text)
    else:
        assert base_path(text) == path


@pytest.mark.parametrize(
    ("given", "address", "path"),
    [
        ("", "", "/"),
        ("/record/", "", "/record/"),
        ("", "https://example.org/record", "/record/"),
        ("/record/", "https://example.org", "/record/"),
        ("/record/", "https://example.org/record/", "/record/"),
        ("/record/", "https://example.org/other/", None),
        ("", "example.org", None),
    ],
)
def test_option_and_environment_agree(given, address, path):
    """The path comes from the option or from the public address; where they differ nothing is served."""
    if path is None:
        with pytest.raises(ValueError, match="READOUTS_BASE_URL"):
            stand(given, address)
    else:
        assert stand(given, address) == path


@pytest.mark.parametrize("path", ["/", "/readouts/claims?x=/record/", "/-/search"])
def test_in_and_out_are_each_other_s_way_back(path):
    """What is printed with the path is seen without it, however often either is asked."""
    printed = outer("/record/", path)
    assert printed == "/record" + path == outer("/record/", printed)
    assert inner("/record/", printed) == path == inner("/record/", path) and outer("/", path) == path == inner(
        "/", path
    )
    assert (
        outer("/record/", "//example.org") == "/record/example.org" and outer("/", "/\\example.org") == "/example.org"
    )


@pytest.mark.parametrize(
    ("option", "environment", "told"),
    [
        (("--base-path", "/readouts/"), {}, "begins like the record's own addresses"),
        (("--base-path", "/a b/"), {}, "is no path to stand under"),
        ((), {"READOUTS_BASE_URL": "example.org"}, "give an address such as https://example.org/record/"),
    ],
)
def test_a_wrong_path_is_told(built_package, option, environment, told):
    """The command says what is wrong and what to do, and serves nothing."""
    command = [sys.executable, "-m", "readouts", "serve", str(built_package), *option]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, timeout=60)
    assert done.returncode == 2 and told in " ".join(done.stderr.split()) and "Traceback" not in done.stderr
