"""/sitemap.xml: the pages of the record, for search engines."""

import re
import xml.etree.ElementTree as xml

import pytest

from readouts.site.pages import PAGES


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


_LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_every_row_with_a_page_is_on_the_map(page):
    """Our own pages, and a page for each row of each kind; each address is whole, and what it leads to answers."""
    answer = page("/sitemap.xml")
    addresses = [place.text for place in xml.fromstring(answer.text).iter(_LOCATION)]
    paths = [re.sub(r"^https?://[^/]+", "", address) for address in addresses]
    assert answer.status == 200 and all(address.startswith("http") for address in addresses)
    assert len(paths) == len(set(paths)) and {"/", "/contacts", "/-/downloads"} <= set(paths)
    for table in PAGES:
        first = next(path for path in paths if path.startswith(f"/readouts/{table}/"))
        assert page(first).status == 200


def test_robots_find_the_map(page):
    """/robots.txt names it."""
    assert "/sitemap.xml" in page("/robots.txt").text
