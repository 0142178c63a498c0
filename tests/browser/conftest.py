"""Chromium, driven by Playwright: what is asserted of a page is what a reader sees of it.

No browser is downloaded: Debian's chromium is used, or the one that READOUTS_CHROMIUM names.
Where there is none these tests are skipped and say so; CI installs it, and where CI is true they fail without one.
"""

import contextlib
import json
import os
import shutil
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from ..conftest import LONG
from .look import survey
from .pages import addresses
from .watch import Watch

# What Chromium asks of its maker's hosts when nobody asked it to; a sandbox of its own needs rights that root's has not.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_SCREENS = SimpleNamespace(params={})
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(config, items):
    """Every test of this folder is one in a browser; in the short form a test of several screens has one of them."""
    here = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in here:
        item.add_marker(pytest.mark.browser)
    if not LONG and (left := other_screens(here)):
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


def other_screens(items) -> set:
    """What the short form leaves out: the first test of a file has the first screen, the next the second, and so on.

    A test has screens by its `reader`; one that is marked `every_screen` has them all.
    """
    tests: dict[tuple, list] = {}
    for item in items:
        if "reader" in getattr(item, "callspec", NO_SCREENS).params and not item.get_closest_marker("every_screen"):
            tests.setdefault((item.path, item.originalname), []).append(item)
    files = [file for file, _ in tests]
    turns = [files[:place].count(file) for place, file in enumerate(files)]
    return {
        item
        for turn, screens in zip(turns, tests.values(), strict=True)
        for place, item in enumerate(screens)
        if place != turn % len(screens)
    }


def executable() -> str | None:
    """The browser at hand."""
    return os.environ.get("READOUTS_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def absent(environment: Mapping[str, str]) -> str:
    """What to say where there is no browser; in CI nothing passes that was not tested."""
    said = "no chromium is here: apt-get install chromium, or name one in READOUTS_CHROMIUM"
    if environment.get("CI") == "true":
        pytest.fail(f"nothing is tested as a reader sees it: {said}", pytrace=False)
    pytest.skip(said)


# Not longer than the tests of this folder: while Playwright's loop runs, no other test can run one of its own.
@pytest.fixture(scope="package")
def chromium() -> Iterator:
    """A running Chromium."""
    path = executable()
    if path is None:
        absent(os.environ)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Windows:
    """The windows of the browser, one for each address and way to show pages, each with one tab.

    A tab more is a process more, which starts, and compiles what looks at pages, anew: that takes longer than most pages.
    """

    browser: object
    tabs: dict[tuple, object]

    def tab(self, address: str, width: int = 1280, scheme: str = "null", scripts: bool = True):
        """The tab of a window, empty, 900 px high, as if nothing had been done in it yet; `scheme` light or dark."""
        key = address, scripts
        if key not in self.tabs:
            self.tabs[key] = self.browser.new_context(base_url=address, java_script_enabled=scripts).new_page()
        tab = self.tabs[key]
        tab.context.set_offline(False)
        tab.goto("about:blank")  # else the same address again would be the same page, as it was left
        tab.mouse.move(0, 0)
        tab.emulate_media(media="null", color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 900})
        return tab


@pytest.fixture(scope="package")
def windows(chromium) -> Iterator[Windows]:
    """The windows of the running browser."""
    yield (every := Windows(chromium, {}))
    for tab in every.tabs.values():
        tab.context.close()


@pytest.fixture
def tab(windows, door):
    """An empty page, 1280 by 900 px, whose relative addresses are those of the served record."""
    return windows.tab(door)


@pytest.fixture(scope="session")
def record(door, tmp_path_factory) -> Path:
    """The built file, as readers take it home."""
    path = tmp_path_factory.mktemp("taken") / "readouts.db"
    urllib.request.urlretrieve(f"{door}/readouts.db", path)
    return path


@dataclass(frozen=True)
class Room:
    """One window of the browser in which the kinds of pages are opened one after another."""

    address: str
    windows: Windows
    paths: dict[str, str]
    seen: Path

    @contextlib.contextmanager
    def open(self, kind: str, width: int):
        """A tab with the page of this kind, 900 px high, and what is watched of it."""
        tab = self.windows.tab(self.address, width)
        with Watch(tab, self.address) as watch:
            tab.goto(self.paths[kind])
            yield tab, watch

    def survey(self, kind: str, width: int, tab=None) -> dict:
        """What can be seen on this page at this width: from the tab, or as it was kept, or looked up now."""
        kept = self.seen / f"{kind}-{width}.json"
        if tab is None and kept.is_file():
            return json.loads(kept.read_text(encoding="utf-8"))
        if tab is None:
            with self.open(kind, width) as (fresh, _):
                return self.survey(kind, width, fresh)
        found = survey(tab)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(found), encoding="utf-8")
        part.replace(kept)
        return found


@pytest.fixture(scope="package")
def room(windows, door, record, tmp_path_factory) -> Room:
    """The window, and a folder of this run in which workers leave for each other what they have seen."""
    base = tmp_path_factory.getbasetemp()
    seen = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "seen"
    seen.mkdir(exist_ok=True)
    return Room(door, windows, addresses(record), seen)
