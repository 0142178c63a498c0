"""Downloads: complete, as files, with ids, and in the language of the record."""

import asyncio
import csv
import io
import json

import pytest
from openpyxl import load_workbook


def rows_of(served, table):
    return asyncio.run(served.get_database("readouts").execute(f"SELECT count(*) FROM {table}")).rows[0][0]


def fetch(served, path):
    response = asyncio.run(served.client.get(path, follow_redirects=True))
    assert response.status_code == 200, path
    return response


@pytest.mark.parametrize("table", ["readouts", "claims", "anchors", "claim_timeline"])
def test_csv_is_whole_and_a_file(served, table):
    """The plain address of a table's CSV has every row, and a browser keeps it."""
    response = fetch(served, f"/readouts/{table}.csv")
    assert len(list(csv.reader(io.StringIO(response.text)))) == rows_of(served, table) + 1
    assert response.headers["content-disposition"] == f'attachment; filename="{table}.csv"'
    assert response.headers["content-type"].startswith("text/csv")


def test_csv_of_a_part_is_what_was_asked_for(served):
    """Who asks for ten rows gets ten; who filters gets all that fit."""
    assert fetch(served, "/readouts/claims.csv?_size=10").text.count("\n") == 11
    filtered = list(csv.DictReader(io.StringIO(fetch(served, "/readouts/claims.csv?kind=content").text)))
    assert len(filtered) > 10 and {row["kind"] for row in filtered} == {"content"}


def test_a_cell_of_csv_is_the_record_s_own(served):
    """No labels, no words for dates: what is in the table."""
    row = next(csv.DictReader(io.StringIO(fetch(served, "/readouts/statements.csv?id=2024-11-11-peskov-no-call").text)))
    assert (row["speaker_id"], row["date"], row["medium"]) == ("dmitry-peskov", "2024-11-11", row["medium"].lower())


def test_json_of_the_downloads_page_is_whole(served):
    """The JSON that the pages link to has every row."""
    assert len(json.loads(fetch(served, "/readouts/claims.json?_shape=array&_size=max").text)) == rows_of(
        served, "claims"
    )


@pytest.mark.parametrize("query", ["", "?_labels=on"])
def test_excel_keeps_ids_and_says_what_it_is(served, query):
    """All rows, ids as ids, text as text, and a sheet about the file in English: version, licence, address."""
    book = load_workbook(io.BytesIO(fetch(served, f"/readouts/claims.xlsx{query}").content))
    assert book.sheetnames == ["claims", "What the columns mean", "About this file"]
    rows = list(book["claims"].iter_rows(values_only=True))
    assert len(rows) == rows_of(served, "claims") + 1
    head, ids = rows[0], {row[rows[0].index("event_id")] for row in rows[1:]}
    assert "id" in head and all(one is None or " " not in one for one in ids)
    about = dict(book["About this file"].iter_rows(values_only=True))
    assert (
        about["Version"].startswith("0.") and about["Rows"] == len(rows) - 1 and "creativecommons" in about["Licence"]
    )
    assert about["Address"].startswith("http") and "/readouts/claims" in about["Address"]


def test_excel_has_its_dictionary_inside(served):
    """Every column of the file has a line that says what it means, and every code of it another."""
    book = load_workbook(io.BytesIO(fetch(served, "/readouts/readouts.xlsx").content))
    head = [cell.value for cell in book.worksheets[0][1]]
    (_, *lines) = book["What the columns mean"].iter_rows(values_only=True)
    assert [line[0] for line in lines if not line[1]] == head and all(line[2] and line[3] for line in lines)
    assert ("stance", "denies") in {line[:2] for line in lines} and {"form", "side"} <= {
        line[0] for line in lines if line[1]
    }


def test_downloads_say_what_each_table_is_on_a_narrow_screen(served):
    """The table of tables stacks, and the page says how a CSV is opened."""
    text = fetch(served, "/-/downloads").text
    assert '<table class="stack">' in text and "65001" in text


def test_excel_of_a_question_and_of_a_row(served):
    """An answer and a single row come as Excel files as well."""
    for path in ("/readouts/who_denied_what.xlsx?side=russia", "/readouts/people/dmitry-peskov.xlsx"):
        book = load_workbook(io.BytesIO(fetch(served, path).content))
        assert book.sheetnames[-1] == "About this file" and book.worksheets[0].max_row > 1


def test_sqlite_file(served):
    """The whole record as one file."""
    assert fetch(served, "/readouts.db").content.startswith(b"SQLite format 3\x00")


@pytest.mark.parametrize(
    ("base", "begins"), [("", "/readouts/"), ("https://example.org/", "https://example.org/readouts/")]
)
def test_permanent_addresses_have_the_host_that_the_build_was_told(tmp_path, base, begins):
    """With a base address the flat table can be cited by itself; the same setting gives the same bytes."""
    import shutil

    from readouts.build.database import build
    from readouts.check import check

    from .conftest import MINIMAL, ROOT, TODAY

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
