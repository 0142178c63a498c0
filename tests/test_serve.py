"""The pages, on the real record in a real Datasette: each path answers with what a reader looks for."""

import asyncio
import csv
import html
import io
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from datasette.app import Datasette

from readouts.build.database import build
from readouts.check import check
from readouts.serve.metadata import metadata
from readouts.serve.server import settings

from .conftest import QUESTIONS, ROOT, TODAY


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The built record and its Datasette."""
    checked = check(ROOT, TODAY).checked
    path, _ = build(checked, tmp_path_factory.mktemp("served") / "readouts.db")
    typed = {
        name: {"on": True, "off": False}.get(value, int(value) if value.isdigit() else value)
        for name, value in settings(path).items()
    }
    return Datasette(immutables=[str(path)], metadata=metadata(checked.package), settings=typed)


@pytest.fixture(scope="module")
def get(record):
    def call(path, follow=True):
        response = asyncio.run(record.client.get(path, follow_redirects=follow))
        return response.status_code, html.unescape(response.text)

    return call


PAGES = {
    "/": "contacts between Washington and Moscow",
    "/readouts": "Who denied what?",
    "/readouts/claims": "One testable proposition in neutral words of ours",
    "/readouts/statements": "Dmitry Peskov",
    "/readouts/quotations?statement_id=2024-11-11-peskov-no-call": "pure fiction",
    "/readouts/events": "Alleged call between Trump and Putin",
    "/readouts/people": "Yuri Ushakov",
    "/readouts/organizations?_search=&id=rdif": "Russian Direct Investment Fund",
    "/readouts/sources": "Peskov downplays Witkoff call leak",
    "/readouts/claim_timeline": "stance",
    "/readouts/contact_standing": "denied by a party",
    "/readouts/shifts": "softening",
    "/readouts/readouts": "permanent_address",
    "/readouts/search?_search=peskov+fake": "Dmitry Peskov",
    "/readouts/codes?list=stance": "The statement says that the claim is not so.",
    "/readouts/statements/2024-11-11-peskov-no-call": '<a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a>',
}


@pytest.mark.parametrize("path", PAGES)
def test_page(get, path):
    """Each page answers and holds what its reader looks for."""
    status, text = get(path)
    assert status == 200 and PAGES[path] in text


def test_every_table_and_row_kind_answers(record, get):
    """Every table has a page, and so has the first row of each."""
    database = record.get_database("readouts")
    for table in asyncio.run(database.table_names()):
        if table.startswith(("search_", "sqlite_")):
            continue
        status, text = get(f"/readouts/{table}?_size=1")
        assert status == 200, table
        row = re.search(rf'href="(/readouts/{table}/[^"?]+)"', text)
        assert row is None or get(row[1])[0] == 200, table


def test_columns_are_described(record):
    """Every column of every page that a reader sees has its description."""
    database = record.get_database("readouts")
    described = record.metadata("databases")["readouts"]["tables"]
    for table, page in described.items():
        if table not in ("evidence", "package", "pictures"):
            columns = asyncio.run(database.table_columns(table))
            assert [column for column in columns if not page["columns"].get(column)] == [], table


def test_links_show_labels(get):
    """A link on a table's page shows a name and not an id."""
    _, text = get("/readouts/quotations?source_id=2024-11-11-kremlin-denies-call")
    assert '<a href="/readouts/sources/2024-11-11-kremlin-denies-call">' in text
    assert ">2024-11-11-kremlin-denies-call</a>" not in text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_question_answers_at_first_click(get, question):
    """A question opened without parameters is asked with its defaults, shown in its form, and has an answer."""
    status, text = get(f"/readouts/{question.name}")
    assert status == 200 and question.title in text
    assert re.search(r"<strong>[1-9][0-9]* rows?</strong>", text)
    for name, value in question.defaults.items():
        field = rf'name="{name}" value="{re.escape(value)}"'
        option = rf'<select[^>]* name="{name}">.*<option value="{re.escape(value)}"{" selected" if value else ""}>'
        assert re.search(option if f'name="{name}"><option' in text else field, text, re.DOTALL)


def test_question_as_csv_with_defaults(get):
    """The CSV of a question is asked with its defaults too."""
    status, text = get("/readouts/who_denied_what.csv")
    assert status == 200 and "Yuri Ushakov" in text


def test_downloads_are_complete(record, get):
    """A table's CSV has every row, by the plain link as well."""
    for table in ("readouts", "quotations", "search"):
        count = asyncio.run(record.get_database("readouts").execute(f"SELECT count(*) FROM {table}")).rows[0][0]
        for query in ("?_size=max", "?_stream=on"):
            assert len(list(csv.reader(io.StringIO(get(f"/readouts/{table}.csv{query}")[1])))) == count + 1


def test_excel_download(record):
    """A table comes as an Excel file, and so does the answer of a question."""
    for path in ("/readouts/readouts.xlsx?_size=max", "/readouts/who_denied_what.xlsx?side=russia"):
        response = asyncio.run(record.client.get(path))
        assert response.status_code == 200 and response.content.startswith(b"PK")


def test_facets_count_what_is_not_stated(get):
    """The speaker whom nobody names and the year that nobody states are values of their facets."""
    assert "speaker=unattributed" in get("/readouts/claim_timeline")[1]
    assert "year=not+stated" in get("/readouts/sources")[1]


@pytest.mark.parametrize("query", ["_search=", "_search=%22", "_search=+&kind=claim"])
def test_a_search_for_nothing_shows_the_list(get, query):
    """A search without a word in it is no error."""
    assert get(f"/readouts/search?{query}")[0] == 200


def test_a_search_redirects_only_here(record):
    """The address after a search for nothing is one of this server, whatever was asked for."""
    response = asyncio.run(record.client.get("//example.org/search?_search="))
    assert not response.headers.get("location", "/").startswith(("//", "http"))


def test_a_question_with_other_parameters_keeps_its_defaults(get):
    """What a question lacks is filled in; what it has is kept."""
    assert "Dmitry Peskov" in get("/readouts/who_denied_what?utm_source=x")[1]
    lines = get("/readouts/where_a_word_occurs.csv?_size=max")[1].strip().split("\n")
    assert len(lines) > 1
    assert "no answer" in get("/readouts/where_a_word_occurs?word=%25")[1], "a sign for any text is a sign like another"


@pytest.mark.parametrize("path", ["/readouts/who_denied_what.%0d%0aSet-Cookie:a=b", "/readouts/who_denied_what.é"])
def test_no_header_is_made_of_an_address(record, path):
    """An address with line breaks or foreign letters makes no header."""
    response = asyncio.run(record.client.get(path))
    location = response.headers.get("location", "/")
    assert "set-cookie" not in response.headers and location.isascii() and location.isprintable()
    assert location.startswith("/") and not location.startswith("//")


def test_nothing_is_executed(record):
    """A script in a parameter is shown as text."""
    response = asyncio.run(record.client.get("/readouts/where_a_word_occurs?word=%3Cscript%3Ealert(1)%3C/script%3E"))
    assert response.status_code == 200 and "<script>alert(1)</script>" not in response.text


def test_the_command_serves(tmp_path):
    """`readouts serve` answers on the port that it was given, and stops when told."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    checked = check(ROOT, TODAY).checked
    (tmp_path / "build").mkdir()
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    for name in ("data", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    build(checked, tmp_path / "build" / "readouts.db")
    process = subprocess.Popen(
        [sys.executable, "-m", "readouts", "serve", str(tmp_path), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert "contacts between Washington and Moscow" in answer(f"http://127.0.0.1:{port}/")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def answer(address: str) -> str:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read().decode("utf-8")
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer within 30 seconds")
