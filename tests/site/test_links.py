"""What our own pages print is understood by them: every link to a table, and every field of a form."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

import pytest

from readouts.site.tables import chosen_filters

from ..conftest import LONG
from ..door import kind_of

TABLES = ("claim_timeline", "statements", "sources", "people", "contact_standing", "plan_outcomes", "search")
VALUES = {"before": "3 July 2025", "after": "March 2025", "gte": "1", "lte": "1"}


class Read(HTMLParser):
    """The links of a page, and its forms: where each goes and the fields in it, each with a value."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Collect what sends a reader somewhere."""
        known = dict(attrs)
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
        elif tag == "form":
            self.forms.append((known.get("action") or "", []))
        elif tag == "select":
            self._select = known["name"]
        elif tag == "option":
            self.forms[-1][1].append((self._select, known.get("value", "")))
        elif tag == "input" and known.get("name") and self.forms:
            self.forms[-1][1].append((known["name"], known.get("value") or "x"))


def addresses(here: str, read: Read) -> Iterator[str]:
    """Every address of a table to which the page leads, and every field of its forms sent alone."""
    asked = [urljoin(here, one) for one in read.links]
    asked += [
        urljoin(here, f"{action.partition('#')[0]}?{urlencode([pair])}")
        for action, pairs in read.forms
        for pair in pairs
    ]
    for one in dict.fromkeys(address.partition("#")[0] for address in asked):
        parts = urlsplit(one)
        if re.fullmatch(r"/readouts/[a-z_]+(\.[a-z]+)?", parts.path) and parts.query and not parts.netloc:
            yield one


@pytest.mark.parametrize("table", TABLES if LONG else TABLES[::2])
def test_a_page_understands_its_own_links(page, table):
    """Whoever follows what a table's page prints is never told that it was not understood; two clicks deep.

    Of links with the same parameters one is followed, in the long form all.
    """
    here, seen, wrong, kinds = f"/readouts/{table}", set(), [], Counter()
    first = Read(page(here).raw)
    whole = [one for one in addresses(here, first) if "_all=" in one or "_facet=" in one][:3]
    for start in (here, f"{here}?_facet={_column(page, table)}&_show={_column(page, table)}", *whole):
        answer = page(start, follow=True)
        for one in addresses(start, Read(answer.raw)):
            if one in seen or ".csv" in one or ".xlsx" in one or (kinds[kind_of(one)] and not LONG):
                continue
            seen.add(one)
            kinds[kind_of(one)] += 1
            found = page(one, follow=True)
            if found.status != 200 or "Not understood" in found.text:
                wrong.append((one, found.status))
    assert wrong == [] and len(seen) > 20


@pytest.mark.parametrize("lookup", chosen_filters.OFFERED)
def test_every_comparison_that_is_offered_is_understood(page, lookup):
    """Of a date, a number and a text, each comparison that has a sense there."""
    for table, column in (("statements", "date"), ("plan_outcomes", "days_at_most"), ("statements", "speaker")):
        if (column == "date") < (lookup in ("before", "after")) or (
            (column != "days_at_most") and lookup in ("gte", "lte")
        ):
            continue
        pairs = [("_filter_column", column), ("_filter_op", lookup), ("_filter_value", VALUES.get(lookup, "1"))]
        found = page(f"/readouts/{table}?{urlencode(pairs)}", follow=True)
        assert found.status == 200 and "Not understood" not in found.text, (column, lookup)


def _column(page, table: str) -> str:
    return page(f"/readouts/{table}.csv?_size=1").text.partition("\n")[0].strip().split(",")[-1]
