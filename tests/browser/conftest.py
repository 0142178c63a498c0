"""Chromium, driven by Playwright: what is asserted of a page is what a reader sees of it.

No browser is downloaded: Debian's chromium is used, or the one that READOUTS_CHROMIUM names.
Where there is none these tests are skipped and say so; CI installs it.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

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
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items):
    """Every test of this folder is one in a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


def executable() -> str | None:
    """The browser at hand."""
    return os.environ.get("READOUTS_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """A running Chromium."""
    path = executable()
    if path is None:
        pytest.skip("no chromium is here: apt-get install chromium, or name one in READOUTS_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, door) -> Iterator:
    """An empty page, 1280 by 900 px, whose relative addresses are those of the served record."""
    context = chromium.new_context(base_url=door, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
