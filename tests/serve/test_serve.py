"""The pages, on the real record through `readouts serve`: each path answers with what a reader looks for."""

import contextlib
import csv
import io
import re
import sqlite3

import pytest

from readouts.export.files import build
from readouts.package.descriptor import load
from readouts.serve.metadata import metadata
from readouts.site.door.http import HEADERS

from ..conftest import QUESTIONS
from ..door import Reader, records, serving


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


PAGES = {
    "/": "contacts between Washington and Moscow",
    "/readouts": "Who denied what?",
    "/readouts/claims": "One testable proposition in neutral words of ours",
    "/readouts/statements": "Dmitry Peskov",
    "/readouts/quotations?statement_id=2024-11-11-peskov-no-call": "pure fiction",
    "/readouts/events": "Call between Putin and Trump",
    "/readouts/people": "Dmitry Peskov",
    "/readouts/organizations?_search=&id=rdif": "Russian Direct Investment Fund",
    "/readouts/sources?title__contains=downplays": "Peskov downplays Witkoff call leak",
    "/readouts/claim_timeline": "stance",
    "/readouts/contact_standing": "denied by a party",
    "/readouts/shifts": "softening",
    "/readouts/readouts": "permanent_address",
    "/readouts/search?_search=peskov+fake": "Dmitry Peskov",
    "/readouts/codes?list=stance": "The statement says that the claim is not so.",
    "/readouts/statements/2024-11-11-peskov-no-call": '<a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a>',
}


@pytest.mark.parametrize("path", PAGES)
def test_page(page, path):
    """Each page answers and holds what its reader looks for."""
    answer = page(path, follow=True)
    assert answer.status == 200 and PAGES[path] in answer.text


def test_every_table_and_row_kind_answers(page, built_file):
    """Every table has a page, and so has the first row of each."""
    for (table,) in records(built_file, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        if table.startswith(("search_", "sqlite_")):
            continue
        answer = page(f"/readouts/{table}?_size=1")
        assert answer.status == 200, table
        row = re.search(rf'href="(/readouts/{table}/[^"?]+)"', answer.text)
        assert row is None or page(row[1]).status == 200, table


def test_columns_are_described(built_package, built_file):
    """Every column of every page that a reader sees has its description."""
    for table, about in metadata(load(built_package)[0])["databases"]["readouts"]["tables"].items():
        if table not in ("evidence", "package", "pictures"):
            columns = [
                name for (name,) in records(built_file, "SELECT name FROM pragma_table_info(:table)", table=table)
            ]
            assert columns and [column for column in columns if not about["columns"].get(column)] == [], table


def test_links_show_labels(page):
    """A link on a table's page shows a name and not an id."""
    text = page("/readouts/quotations?source_id=2024-11-11-kremlin-denies-call").text
    assert '<a href="/readouts/sources/2024-11-11-kremlin-denies-call">' in text
    assert ">2024-11-11-kremlin-denies-call</a>" not in text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_question_answers_at_first_click(page, question):
    """A question opened without parameters is asked with its defaults, shown in its form, and has an answer."""
    text = page(f"/readouts/{question.name}", follow=True).text
    assert question.title in text
    assert re.search(r"<strong>[1-9][0-9]* rows?</strong>", text)
    for name, value in question.defaults.items():
        field = rf'name="{name}" value="{re.escape(value)}"'
        option = rf'<select[^>]* name="{name}">.*<option value="{re.escape(value)}"{" selected" if value else ""}>'
        assert re.search(option if f'name="{name}"><option' in text else field, text, re.DOTALL)


def test_question_as_csv_with_defaults(page):
    """The CSV of a question is asked with its defaults too."""
    answer = page("/readouts/who_denied_what.csv", follow=True)
    assert answer.status == 200 and "Yuri Ushakov" in answer.text


def test_downloads_are_complete(page, built_file):
    """A table's CSV has every row, by the plain link as well."""
    for table in ("readouts", "quotations", "search"):
        ((count,),) = records(built_file, f"SELECT count(*) FROM {table}")
        for query in ("?_size=max", "?_stream=on"):
            assert len(list(csv.reader(io.StringIO(page(f"/readouts/{table}.csv{query}").raw)))) == count + 1


def test_excel_download(page):
    """A table comes as an Excel file, and so does the answer of a question."""
    for path in ("/readouts/claims.xlsx?_size=max", "/readouts/who_denied_what.xlsx?side=russia"):
        answer = page(path)
        assert answer.status == 200 and answer.body.startswith(b"PK")


def test_facets_count_what_is_not_stated(page):
    """The speaker whom nobody names and the year that nobody states are values of their facets."""
    assert "speaker=unattributed" in page("/readouts/claim_timeline").text
    assert "year=several+possible" in page("/readouts/sources").text


@pytest.mark.parametrize("query", ["_search=", "_search=%22", "_search=+&kind=claim"])
def test_a_search_for_nothing_shows_the_list(page, query):
    """A search without a word in it is no error."""
    assert page(f"/readouts/search?{query}", follow=True).status == 200


def test_a_search_redirects_only_here(page):
    """The address after a search for nothing is one of this server, whatever was asked for."""
    answer = page("//example.org/search?_search=")
    assert not answer.headers.get("location", "/").startswith(("//", "http"))


def test_a_question_with_other_parameters_keeps_its_defaults(page):
    """What a question lacks is filled in; what it has is kept."""
    assert "Dmitry Peskov" in page("/readouts/who_denied_what?utm_source=x", follow=True).text
    lines = page("/readouts/where_a_word_occurs.csv?_size=max", follow=True).text.strip().split("\n")
    assert len(lines) > 1
    text = page("/readouts/where_a_word_occurs?word=%25", follow=True).text
    assert "no answer" in text, "a sign for any text is a sign like another"


@pytest.mark.parametrize("path", ["/readouts/who_denied_what.%0d%0aSet-Cookie:a=b", "/readouts/who_denied_what.é"])
def test_no_header_is_made_of_an_address(page, path):
    """An address with line breaks or foreign letters makes no header."""
    answer = page(path)
    location = answer.headers.get("location", "/")
    assert "set-cookie" not in answer.headers and location.isascii() and location.isprintable()
    assert location.startswith("/") and not location.startswith("//")


def test_nothing_is_executed(page):
    """A script in a parameter is shown as text."""
    answer = page("/readouts/where_a_word_occurs?word=%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.status == 200 and "<script>alert(1)</script>" not in answer.raw


@pytest.fixture
def spoilt(copy):
    """Ask a record that lost tables after it was built: a failure that no address makes."""

    @contextlib.contextmanager
    def without(*tables):
        (copy.root / "build").mkdir()
        file = copy.root / "build" / "readouts.db"
        build(copy.check().checked, file)
        with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for table in tables:
                connection.execute(f'DROP TABLE "{table}"')
        with serving(copy.root) as address, Reader(address) as reader:
            yield reader.ask

    return without


def test_a_failure_is_a_page_of_ours(spoilt):
    """What nobody expected is told in our frame, with our headers, and without its particulars."""
    with spoilt("contact_standing") as ask:
        answer = ask("/contacts")
        assert answer.status == 500 and "The server failed" in answer.text and "no such table" not in answer.text
        assert 'aria-label="Site"' in answer.raw and HEADERS.items() <= answer.headers.items()
        assert ask("/readouts/people").status == 200


def test_a_failure_of_the_frame_itself_is_told(spoilt):
    """Where no page can be made at all, a plain one says so, with our headers; a program is told in JSON."""
    with spoilt("package", "claims") as ask:
        answer = ask("/contacts")
        assert answer.status == 500 and "The server failed" in answer.text and HEADERS.items() <= answer.headers.items()
        assert answer.raw.count("<main") == 1
