"""Downloads: complete, as files, with ids, and in the language of the record."""

import asyncio
import csv
import io
import json

import pytest
from datasette.views.table import TableView
from openpyxl import load_workbook

from ..door import records


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


def rows_of(built_file, table):
    return records(built_file, f"SELECT count(*) FROM {table}")[0][0]


@pytest.fixture(scope="module")
def fetch(page):
    def fetched(path):
        answer = page(path, follow=True)
        assert answer.status == 200, path
        return answer

    return fetched


@pytest.mark.parametrize("table", ["readouts", "readouts_wordings", "claims", "anchors", "claim_timeline"])
def test_csv_is_whole_and_a_file(fetch, built_file, table):
    """The plain address of a table's CSV has every row, and a browser keeps it."""
    response = fetch(f"/readouts/{table}.csv")
    assert len(list(csv.reader(io.StringIO(response.raw)))) == rows_of(built_file, table) + 1
    assert response.headers["content-disposition"] == f'attachment; filename="{table}.csv"'
    assert response.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("name", ["readouts.csv", "readouts_wordings.csv"])
def test_a_flat_table_has_one_set_of_bytes(page, built_file, name):
    """Whole, it is the file that the build wrote, by whichever address; narrowed down, it is the answer of the table."""
    bytes = built_file.with_name(name).read_bytes()
    for path in (
        f"/readouts/{name}",
        f"/readouts/{name}?_stream=on",
        *(["/readouts.csv"] if name == "readouts.csv" else []),
    ):
        answer = page(path, follow=True)
        assert answer.body == bytes and answer.headers["content-disposition"] == f'attachment; filename="{name}"', path
    assert page(f"/readouts/{name}?side=russia", follow=True).body != bytes


def test_a_whole_csv_is_read_in_large_pages(served, built_file, monkeypatch):
    """A thousand rows at once, and not the fifty of a page with all that is asked for each; who asks for ten gets ten."""
    pages, data = [], TableView.data

    async def counted(self, *given, **named):
        found = await data(self, *given, **named)
        pages.append(len(found[0]["rows"]))
        return found

    monkeypatch.setattr(TableView, "data", counted)
    answer = asyncio.run(served.client.get("/readouts/claim_timeline.csv?_stream=on"))
    assert answer.status_code == 200 and sum(pages) == rows_of(built_file, "claim_timeline") > 1000
    assert {*pages[:-1]} == {1000} and pages[-1] <= 1000
    pages.clear()
    asyncio.run(served.client.get("/readouts/claims.csv?_size=10"))
    assert pages == [10]


def test_csv_of_a_part_is_what_was_asked_for(fetch):
    """Who asks for ten rows gets ten; who filters gets all that fit."""
    assert fetch("/readouts/claims.csv?_size=10").text.count("\n") == 11
    filtered = list(csv.DictReader(io.StringIO(fetch("/readouts/claims.csv?kind=content").raw)))
    assert len(filtered) > 10 and {row["kind"] for row in filtered} == {"content"}


def test_a_cell_of_csv_is_the_record_s_own(fetch):
    """No labels, no words for dates: what is in the table."""
    row = next(csv.DictReader(io.StringIO(fetch("/readouts/statements.csv?id=2024-11-11-peskov-no-call").raw)))
    assert (row["speaker_id"], row["date"], row["medium"]) == ("dmitry-peskov", "2024-11-11", row["medium"].lower())


def test_json_of_the_downloads_page_is_whole(fetch, built_file):
    """The JSON that the pages link to has every row."""
    assert len(json.loads(fetch("/readouts/claims.json?_shape=array&_size=max").raw)) == rows_of(built_file, "claims")


@pytest.mark.parametrize("query", ["", "?_labels=on"])
def test_excel_keeps_ids_and_says_what_it_is(fetch, built_file, query):
    """All rows, ids as ids, text as text, and a sheet about the file in English: version, licence, address."""
    book = load_workbook(io.BytesIO(fetch(f"/readouts/claims.xlsx{query}").body))
    assert book.sheetnames == ["claims", "What the columns mean", "About this file"]
    lines = list(book["claims"].iter_rows(values_only=True))
    assert len(lines) == rows_of(built_file, "claims") + 1
    head, ids = lines[0], {line[lines[0].index("event_id")] for line in lines[1:]}
    assert "id" in head and all(one is None or " " not in one for one in ids)
    about = dict(book["About this file"].iter_rows(values_only=True))
    assert (
        about["Version"].startswith("0.") and about["Rows"] == len(lines) - 1 and "creativecommons" in about["Licence"]
    )
    assert about["Address"].startswith("http") and "/readouts/claims" in about["Address"]


def test_excel_has_its_dictionary_inside(fetch):
    """Every column of the file has a line that says what it means, and every code of it another."""
    book = load_workbook(io.BytesIO(fetch("/readouts/readouts.xlsx").body), read_only=True)
    head = [*next(book.worksheets[0].iter_rows(values_only=True))]
    (_, *lines) = book["What the columns mean"].iter_rows(values_only=True)
    assert [line[0] for line in lines if not line[1]] == head and all(line[2] and line[3] for line in lines)
    assert ("stance", "denies") in {line[:2] for line in lines} and {"form", "side"} <= {
        line[0] for line in lines if line[1]
    }


def test_downloads_say_what_each_table_is_on_a_narrow_screen(fetch):
    """The table of tables stacks, and the page says how a CSV is opened."""
    text = fetch("/-/downloads").text
    assert '<table class="stack">' in text and "65001" in text


def test_excel_of_a_question_and_of_a_row(fetch):
    """An answer and a single row come as Excel files as well."""
    for path in ("/readouts/who_denied_what.xlsx?side=russia", "/readouts/people/dmitry-peskov.xlsx"):
        book = load_workbook(io.BytesIO(fetch(path).body))
        assert book.sheetnames[-1] == "About this file" and book.worksheets[0].max_row > 1


def test_sqlite_file(fetch):
    """The whole record as one file."""
    assert fetch("/readouts.db").body.startswith(b"SQLite format 3\x00")


@pytest.mark.parametrize(
    ("base", "begins"), [("", "/readouts/"), ("https://example.org/", "https://example.org/readouts/")]
)
def test_permanent_addresses_have_the_host_that_the_build_was_told(tmp_path, base, begins):
    """With a base address the flat table can be cited by itself; the same setting gives the same bytes."""
    import shutil

    from readouts.check import check
    from readouts.export.files import build

    from ..conftest import MINIMAL, ROOT, TODAY

    shutil.copy(ROOT / "datapackage.json", tmp_path)
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    for folder in ("data", "seeds"):
        shutil.copytree(MINIMAL / folder, tmp_path / folder)
    (tmp_path / "out").mkdir()
    checked = check(tmp_path, TODAY).checked
    first = [path.read_bytes() for path in build(checked, tmp_path / "out" / "readouts.db", base)]
    again = [path.read_bytes() for path in build(checked, tmp_path / "out" / "readouts.db", base)]
    assert first == again
    addresses = [row["permanent_address"] for row in csv.DictReader(io.StringIO(first[1].decode()))]
    assert addresses and all(one.startswith(begins + "quotations/") for one in addresses)
