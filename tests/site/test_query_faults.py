"""What an address asks that means nothing here: told above the table, refused for a file, never passed over."""

import csv
import io
import re

import pytest

from readouts.site.door.arguments import OPERATORS, filter_fault, setting_fault

from ..door import records


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


TOLD = "Not understood, and left out:"
COLUMNS = ("id", "speaker_id", "date", "count")


@pytest.mark.parametrize(
    ("path", "name", "meant"),
    [
        ("/readouts/statements?speaker_id__exct=dmitry-peskov", "speaker_id__exct=dmitry-peskov", "speaker_id__exact"),
        ("/readouts/statements?speakr_id=dmitry-peskov", "speakr_id=dmitry-peskov", "speaker_id"),
        ("/readouts/statements?q=fake", "q=fake", "the search of the whole record"),
        ("/readouts/claims?_search=fake", "_search=fake", "the search of the whole record"),
        ("/readouts/claims?_serach=fake", "_serach=fake", "_search"),
        ("/readouts/claims?_next=nowhere", "_next=nowhere", ""),
        ("/readouts/claims?_timelimit=on", "_timelimit=on", ""),
        ("/readouts/claims?_facet=nobody", "_facet=nobody", ""),
        ("/readouts/who_denied_what?side=russia&sides=x", "sides=x", "side"),
    ],
)
def test_what_is_not_understood_is_told(page, path, name, meant):
    """A line above the table names it, and proposes what was probably meant, one click away."""
    answer = page(path, follow=True)
    told = answer.text[answer.text.index(TOLD) : answer.text.index("<h1")]
    assert answer.status == 200 and f"<code>{name}</code>" in told
    assert (f">{meant}</a>?" in told) if meant else "Did you mean" not in told
    if meant and meant in ("speaker_id__exact", "speaker_id"):
        link = re.search(r'Did you mean <a href="([^"]+)"', told)[1]
        assert page(link).status == 200 and TOLD not in page(link).text


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("query", ["speaker_id__exct=x", "nobody=x", "q=x", "_next=zzz,zzz,zzz", "_trace=1"])
def test_a_file_is_refused_that_would_not_say_so(page, ending, query):
    """Whoever takes a file away is told of what was not understood before he has all rows for some."""
    answer = page(f"/readouts/statements.{ending}?_size=5&{query}")
    assert answer.status == 400 and "content-disposition" not in answer.headers
    assert "Not understood: " + query.partition("=")[0] in (answer.json()["error"] if ending == "json" else answer.text)


def test_what_is_understood_is_not_told(page, built_file):
    """Every way of asking that means something is silent: filters, pages in turn, facets, sorting."""
    for operator in ("exact", "contains", "notblank", "in"):
        answer = page(f"/readouts/statements?speaker_id__{operator}=dmitry-peskov&_facet=medium&_sort=id&_size=5")
        assert answer.status == 200 and TOLD not in answer.text
    found, path = [], "/readouts/statements.json?_size=50&_shape=objects"
    for _ in range(100):
        told = page(path).json()
        found += [row["id"] for row in told["rows"]]
        if not told["next"]:
            break
        path = f"/readouts/statements.json?_size=50&_shape=objects&_next={told['next']}"
    assert sorted(found) == sorted(row[0] for row in records(built_file, "SELECT id FROM statements"))


def test_what_is_told_is_no_markup(page):
    """What stands in an address is shown as text."""
    raw = page("/readouts/claims?%3Cb%3Ex=%3Ci%3E").raw
    assert TOLD in raw and "<b>x" not in raw and "&lt;b&gt;x=&lt;i&gt;" in raw


@pytest.mark.parametrize("path", ["/readouts.csv", "/readouts.xlsx", "/readouts.csv?utm_source=x"])
def test_the_name_of_the_flat_table_leads_to_it(page, built_file, path):
    """Whoever asks for readouts.csv, as the README calls it, gets the whole flat table."""
    answer = page(path, follow=True)
    ((count,),) = records(built_file, "SELECT count(*) FROM readouts")
    assert answer.status == 200 and "attachment" in answer.headers["content-disposition"]
    if ".csv" in path:
        assert len(list(csv.reader(io.StringIO(answer.raw)))) == count + 1
    else:
        assert answer.body.startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "value", "known"),
    [
        ("speaker_id", "x", True),
        ("date__gt", "2024", True),
        ("date__gt", "99999999999999999999", False),
        ("speaker_id__in", '["a", "b"]', True),
        ("speaker_id__in", "[{}]", False),
        ("speaker_id__in", "[", False),
        ("speaker_id__regexp", "x", False),
        ("nobody", "x", False),
        ("count", "7", True),
        ("count", "seven", False),
        ("count__isnull", "1", True),
    ],
)
def test_filters(name, value, known):
    """A filter is a column, at will with a comparison that exists, and a value that can be compared."""
    assert (filter_fault(name, value, COLUMNS, {"count": "statements"}) is None) is known


@pytest.mark.parametrize(
    ("name", "value", "known"),
    [
        ("_ttl", "10", True),
        ("_ttl", "²", False),
        ("_through", '{"table": "a", "column": "b", "value": "c"}', True),
        ("_through", "[]", False),
        ("_json_infinity", "on", True),
        ("_json_infinity", "perhaps", False),
        ("_filter_column_1", "x", True),
        ("_fts_pk", "x", False),
        ("_col", "date", True),
        ("_col", "dates", False),
    ],
)
def test_settings(name, value, known):
    """A setting is one of the known ones, with a value of its kind."""
    assert (setting_fault(name, value, COLUMNS) is None) is known


def test_operators_are_those_of_datasette():
    """The comparisons that are proposed are those that its filters have."""
    assert {"exact", "contains", "in", "isblank", "date"} <= set(OPERATORS)
