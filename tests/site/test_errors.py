"""A mistyped address: a page of ours that says so, with a search, whatever is mistyped."""

from urllib.parse import urlencode

import pytest

from readouts.site.door.errors import words
from readouts.site.door.http import HEADERS


@pytest.mark.parametrize(
    "path",
    [
        "/nope",
        "/nope/x",
        "/readouts/nope",
        "/readouts/claims/nope",
        "/readouts/claims/a/b",
        "/-/cite/claims/x.bib",
        "/-/x/y",
    ],
)
def test_what_is_not_there_says_so(page, path):
    """A path, a table, a row: not found, in our frame, with a search for the words of the address."""
    answer = page(path)
    assert answer.status == 404 and "There is no such page" in answer.text
    assert 'aria-label="Site"' in answer.text and f'value="{words(path)}"' in answer.text


@pytest.mark.parametrize("path", ["/readouts/claims/nope.json", "/a/b/c.json"])
def test_a_program_is_told_in_json(page, path):
    """Whoever asks for JSON gets it, with the status."""
    answer = page(path)
    assert answer.status == 404 and answer.json()["ok"] is False


def test_what_cannot_be_asked_is_no_failure(page):
    """A column that is not there is the address's mistake."""
    answer = page("/readouts/claims?_sort=zzz")
    assert answer.status == 400 and "Cannot sort table by zzz" in answer.text


@pytest.mark.parametrize(
    ("path", "found"), [("/readouts/people/dmitry-peskov", "dmitry peskov"), ("/x/a_b.csv", "a b"), ("/", "")]
)
def test_an_address_as_words(path, found):
    """What stands last in the address, as somebody would search for it."""
    assert words(path) == found


STANCE = ("2024-11-11-peskov-no-call", "2024-11-07-call-took-place")


@pytest.mark.parametrize(
    "path", ["/readouts/stances/x", "/readouts/codes/basis", "/readouts/stances/x,y", "/readouts/stances/a,b,c"]
)
@pytest.mark.parametrize("ending", ["", ".json", ".csv", ".xlsx"])
def test_a_key_that_is_half_or_wrong_is_not_found(page, path, ending):
    """Where a table has two keys, one of them leads nowhere, in every format, and is no file."""
    answer = page(path + ending)
    assert answer.status == 404 and "content-disposition" not in answer.headers
    assert answer.json()["ok"] is False if ending == ".json" else 'aria-label="Site"' in answer.raw


@pytest.mark.parametrize("key", ["%2C".join(STANCE), "~2C".join(STANCE), "%2c".join(STANCE).replace("-", "%2D")])
def test_a_key_in_other_signs_finds_its_row(page, key):
    """What another program has written in its own way leads to the row, and for good."""
    answer = page(f"/readouts/stances/{key}")
    assert answer.status == 301 and answer.headers["location"] == f"/readouts/stances/{','.join(STANCE)}"
    assert page(f"/readouts/stances/{key}", follow=True).status == 200


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select", "incomplete input"),
        ("select * from nowhere", "no such table: nowhere"),
        ("delete from claims", "Statement must be a SELECT"),
        ("with recursive c(n) as (select 1 union all select n+1 from c) select sum(n) from c", "longer than"),
    ],
)
@pytest.mark.parametrize("ending", ["", ".json", ".csv", ".xlsx"])
def test_sql_that_fails_says_why(page, sql, told, ending):
    """A question in SQL that cannot be answered, or not in time, is an error in every format, and no file."""
    answer = page(f"/readouts{ending}?{urlencode({'sql': sql})}")
    assert answer.status == 400 and "content-disposition" not in answer.headers
    assert told in (answer.json()["error"] if ending == ".json" else answer.text)
    assert ending == ".json" or 'aria-label="Site"' in answer.raw


def test_sql_that_finds_nothing_is_no_failure(page):
    """An answer without rows has its columns."""
    answer = page("/readouts.csv?sql=select+id+from+claims+where+0")
    assert (answer.status, answer.raw) == (200, "id\r\n")
    answer = page("/readouts.csv?_header=off&sql=select+id+from+claims+where+0")
    assert (answer.status, answer.raw, answer.headers["content-type"]) == (200, "", "text/csv; charset=utf-8")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/readouts/claims", "/readouts/claims.json", "/-/search", "/nope"])
def test_here_is_nothing_but_reading(page, method, path):
    """Any other method is refused, and told which there are."""
    answer = page(path, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert HEADERS.items() <= answer.headers.items()
    assert answer.json()["ok"] is False if path.endswith(".json") else 'aria-label="Site"' in answer.raw


@pytest.mark.parametrize(
    "path", ["/", "/readouts/claims", "/readouts/claims.csv?_stream=on", "/nope", "/readouts/claims.xlsx"]
)
def test_the_head_alone(page, path):
    """HEAD has the status and the headers of GET, and no body."""
    head, whole = page(path, method="HEAD"), page(path)
    assert (head.status, head.body) == (whole.status, b"") and whole.body
    for name in (*HEADERS, "content-type", "content-disposition"):
        assert head.headers.get(name) == whole.headers.get(name)
    assert page(path, method="OPTIONS").headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "path", ["//example.org", "//example.org/", "/\\example.org/", "/%5cexample.org/", "/%2f/example.org/x%2e/"]
)
def test_no_address_leads_to_another_host(page, path):
    """What a browser could take for another host is no page, and no redirect."""
    assert page(path).status == 404 and "location" not in page(path).headers


@pytest.mark.parametrize(
    "path",
    [
        "/readouts/claims.foo",
        "/readouts/claims/x.blob",
        "/readouts.foo",
        "/readouts/search_fts",
        "/-/patterns",
        "/-/static/nope.css",
    ],
)
def test_what_is_for_nobody_is_not_there(page, path):
    """A format that nobody writes, a table of SQLite's own, a page for whoever runs Datasette."""
    assert page(path).status == 404


@pytest.mark.parametrize("path", ["/readouts/claims/", "/contacts/", "/readouts/claims%20", "/readouts/cl%61ims"])
def test_an_address_that_is_nearly_right_leads_on(page, path):
    """A slash or a blank at the end, a sign written as a byte: the page is found."""
    assert page(path).status == 301 and page(path, follow=True).status == 200
