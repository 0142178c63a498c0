"""The page of the findings: every number leads to its rows, and says what the database says."""

import html
import re
import sqlite3
from contextlib import closing

import pytest

from readouts.document.found import asked
from readouts.findings import FINDINGS

PAGE = "/-/findings"
_LINK = re.compile(r'<a href="(/readouts/finding_cases\?[^"]+)">([\d,]+)</a>')


@pytest.fixture(scope="module")
def found(built_file):
    """The findings of the built record."""
    with closing(sqlite3.connect(built_file)) as connection:
        return asked(connection)


def read(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def test_the_page_says_what_the_database_says(page, found):
    """Each finding stands on the page with its sentence, its caveat, how far it reaches and its query."""
    text = page(PAGE).text
    told = read(page(PAGE).raw)
    for one in found:
        assert f'<h2 id="{one.finding.id}">' in text
        for words in (one.plain, one.finding.means, one.told_coverage, one.no_rate):
            assert " ".join(words.split()) in told, one.finding.id
        assert " ".join(one.finding.sql.split()) in told


def test_every_number_leads_to_as_many_rows(page):
    """A click on a number opens the table, filtered, with just so many rows."""
    links = {html.unescape(link): int(number.replace(",", "")) for link, number in _LINK.findall(page(PAGE).text)}
    assert len(links) > 4 * len(FINDINGS)
    for link, number in links.items():
        rows = page(f"{link.replace('?', '.json?', 1)}&_size=1").json()
        assert rows["filtered_table_rows_count"] == number, link


def test_cases_are_listed_or_one_click_away(page, found):
    """Few cases stand on the page with their contact and statements; of many the table has all."""
    text = page(PAGE).text
    for one in found:
        whole = f'<a href="/readouts/finding_cases?finding={one.finding.id}">All {len(one.cases):,} as a table</a>'
        assert whole in text
        section = text.split(f'<h2 id="{one.finding.id}">')[1].split("</section>")[0]
        listed = section.count('<tr><th scope="row">')
        assert listed == (len(one.cases) if len(one.cases) <= 40 else 0), one.finding.id
        for case in one.cases if listed else ():
            assert f'href="/readouts/events/{case.event_id}"' in section
            assert f'href="/readouts/statements/{case.statement_id}"' in section


def test_a_finding_has_its_picture(page, found):
    """In each form, with its text on the page, and to take away."""
    text = page(PAGE).text
    for one in found:
        for form in (".svg", ".wide.svg", ".narrow.svg"):
            picture = page(f"/-/picture/findings/{one.finding.id}{form}")
            assert picture.status == 200 and "<svg" in picture.text
        assert f"/-/picture/findings/{one.finding.id}.narrow.svg" in text
    assert page("/-/picture/findings/no-such-finding.svg").status == 404


def test_the_findings_are_found(page):
    """Home and every page's navigation lead there."""
    assert page("/").text.count(f'href="{PAGE}"') == 2
    assert f'<a href="{PAGE}" aria-current="page">Findings</a>' in page(PAGE).text
