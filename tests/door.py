"""The record through its real door: `readouts serve` in a process of its own, as readers and programs meet it."""

import contextlib
import html
import http.client
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from readouts.check import check
from readouts.commands import main
from readouts.export.files import build

from .conftest import ROOT, TODAY

SENT_AS_IT_IS = "".join(map(chr, range(0x21, 0x7F)))
MOST = 200  # answers that a reader keeps, of which a whole download has some megabytes
START = 60  # seconds: three processes of a busy machine may start at once


@dataclass(frozen=True)
class Answer:
    """What the server answered; `headers` by their names in small letters."""

    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def raw(self) -> str:
        """The text as it was sent."""
        return self.body.decode("utf-8")

    @property
    def text(self) -> str:
        """The text as a reader sees it, with character references resolved."""
        return html.unescape(self.raw)

    def json(self):
        """What the text says to a program."""
        return json.loads(self.body)


class Reader:
    """Asks one server, over one connection; a path is sent as it is, and no redirect is followed unasked.

    Of a server that stands under a path, every answer is read as one of the root: the path is
    put before what is asked and taken off what is answered, where it has to be, once.

    A reader who `keeps` does not ask again what was asked before: a built file never changes, and tests look at one page.
    """

    def __init__(self, address: str, under: str = "/", timeout: float = 60, keeps: bool = False):
        self.address, self._under, self._kept = address, under.rstrip("/"), {} if keeps else None
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()

    def ask(self, path: str, follow: bool = False, method: str = "GET", body: bytes | None = None, **headers: str):
        """The answer to one request, without its fragment; letters that no address can have are written as bytes."""
        answer = self._once(self._under + quote(path.partition("#")[0], safe=SENT_AS_IT_IS), method, body, headers)
        for _ in range(5):
            if not follow or answer.status not in (301, 302, 303, 307, 308):
                break
            answer = self._once(answer.headers["location"], "GET", None, headers)
        return self._at_root(answer) if self._under else answer

    def _at_root(self, answer: Answer) -> Answer:
        headers, kind = dict(answer.headers), answer.headers.get("content-type", "")
        if location := headers.get("location"):
            assert not lost(location, self._under), f"leads to {location}"
            headers["location"] = location.removeprefix(self._under)
        if not kind.startswith(
            ("text/html", "application/json", "application/x-bibtex", "application/xml", "text/plain")
        ):
            return Answer(answer.status, answer.body, headers)
        if kind.startswith("text/html"):
            wrong = [link for link in links(answer.raw) if lost(link, self._under)]
            assert not wrong, f"without or with twice the path: {wrong[:5]}"
        text = answer.raw.replace(f'="{self._under}/', '="/').replace(self.address + self._under, self.address)
        return Answer(answer.status, text.encode("utf-8"), headers)

    def _once(self, path: str, method: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self._kept is None or method != "GET" or body is not None or headers:
            return self._sent(path, method, body, headers)
        if path not in self._kept:
            if len(self._kept) == MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[path] = self._sent(path, method, body, headers)
        return self._kept[path]

    def _sent(self, path: str, method: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        for last in (False, True):
            try:
                self._connection.request(method, path, body, headers)
                response = self._connection.getresponse()
                told = {name.lower(): value for name, value in response.getheaders()}
                return Answer(response.status, response.read(), told)
            except (http.client.RemoteDisconnected, ConnectionError, BrokenPipeError):
                # A server may close a connection that rests.
                self._connection.close()
                if last:
                    raise
        raise AssertionError("not reached")


def links(text: str) -> list[str]:
    """The addresses of this server that a page has, links and parts alike."""
    found = re.findall(r'(?:href|src|action)="(/[^"]*|https?://127\.0\.0\.1[^"]*)"', text)
    return [re.sub(r"^https?://[^/]*", "", html.unescape(one)) for one in found]


def kind_of(link: str) -> str:
    """What a link is like: one of each kind stands for the rest, since a table has many rows and each many facets."""
    path, _, query = link.partition("?")
    names = sorted(set(re.findall(r"(?:^|[?&])(\w+)=", query)))
    return re.sub(r"(/readouts/[a-z_]+/|/-/cite/[a-z_]+/|/-/picture/[a-z]+/)[^.]+", r"\1", path) + "?" + "&".join(names)


def lost(link: str, under: str) -> bool:
    """Whether an address of a server under a path has not that path before it, or has it twice."""
    return not (link + "/").startswith(under + "/") or link.startswith(under + under + "/")


def records(file: Path, sql: str, **parameters: object) -> list[sqlite3.Row]:
    """What the built file has, asked in SQL."""
    with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(sql, parameters).fetchall()


def built(folder: Path) -> Path:
    """A copy of the real package under `folder` with its built file, as `make build` leaves it."""
    shutil.copy(ROOT / "datapackage.json", folder)
    for name in ("data", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "build").mkdir()
    build(check(ROOT, TODAY).checked, folder / "build" / "readouts.db")
    return folder


def second_dossier(folder: Path, command: str) -> Path:
    """A copy of the small dossier without texts, after `readouts build` or `readouts export`."""
    copy = folder / "dossier"
    shutil.copytree(ROOT / "examples" / "washington-beijing", copy, ignore=shutil.ignore_patterns("texts", "build"))
    assert main([command, str(copy)]) == 0
    return copy


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(root: Path, *options: str, python: str = sys.executable, **environment: str) -> Iterator[str]:
    """`readouts serve` of the built package under `root`; yields its address without a slash behind, and ends it."""
    port = free_port()
    command = [python, "-m", "readouts", "serve", str(root), *options]
    with started(command, port, root / f"serve-{port}.log", **environment):
        yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def started(
    command: list[str], port: int, log: Path, cwd: Path | None = None, **environment: str
) -> Iterator[subprocess.Popen]:
    """A server of any kind, told its port by `--port`; yields its process once it answers, and ends it."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | environment,
        )
        try:
            _wait(process, f"http://127.0.0.1:{port}/-/versions.json", log)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen, address: str, log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # it answers, whatever it says
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer within {START} seconds:\n{log.read_text('utf-8', 'replace')}")
