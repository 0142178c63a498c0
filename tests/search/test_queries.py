"""What people type, and what must then be among the first three results: `queries.csv`, asked of the real server.

What `nothing.csv` has must find nothing, and the page must say which words the record does not have.
A quarter of the queries was written by somebody who did not write the search, all of them before it was changed;
those of a newcomer failed when he typed them.
"""

import csv
import io
from pathlib import Path

import pytest

from ..door import records
from .results import results
from .test_answers import as_json, page

HERE = Path(__file__).parent
QUERIES = tuple(csv.DictReader(io.StringIO((HERE / "queries.csv").read_text(encoding="utf-8"))))
NOTHING = tuple(csv.DictReader(io.StringIO((HERE / "nothing.csv").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row["query"])
def test_what_people_type_finds_it(door, row):
    """One of the pages that answer the query is among the first three results."""
    first = results(door, row["query"])[:3]
    assert set(row["found"].split()) & set(first), f"{row['query']}: {first}; wanted because: {row['why']}"


@pytest.mark.parametrize("row", NOTHING, ids=lambda row: row["query"])
def test_what_is_not_there_finds_nothing_and_is_said(door, row):
    """No other word stands in for what the record does not have."""
    answer, told = as_json(door, row["query"]), page(door, row["query"])
    assert answer["results"] == [] and answer["absent"] == row["absent"].split(), row["why"]
    assert all(f"“{word}”" in told for word in answer["absent"]) and "Nothing in the record has" in told


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("between 10 and 20 March 2025", "2025-03-10", "2025-03-20"),
        ("February 2025", "2025-02-01", "2025-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("spring 2025", "2025-03-01", "2025-05-31"),
        ("since March 2025", "2025-03-01", "9999-12-31"),
    ],
)
def test_a_time_gives_its_contacts_in_order_then_what_was_said(door, built_file, query, first, last):
    """All contacts that begin in the time, the first first; then statements of those days."""
    answer = as_json(door, query, kind="contact")
    found = [one["address"].rpartition("/")[2] for one in answer["results"]]
    days = "coalesce(date_earliest, date_latest)"
    wanted = records(
        built_file,
        f"SELECT id FROM events WHERE id IN (SELECT event_id FROM contact_standing) AND {days} BETWEEN :first AND :last "
        f"ORDER BY {days}, coalesce(date_latest, '9'), id",
        first=first,
        last=last,
    )
    assert found == [row["id"] for row in wanted] and found
    kinds = list(dict.fromkeys(one["kind"] for one in as_json(door, query)["results"]))
    assert kinds[:2] == ["contact", "day"]


@pytest.mark.parametrize("query", ["did Musk speak with Putin", "How many times have Trump and Putin spoken?"])
def test_a_question_that_does_not_answer_is_not_offered(door, query):
    """Its own words must be what is asked."""
    assert all(one["kind"] != "question" for one in as_json(door, query)["results"])


def test_no_notation_in_what_is_shown(door):
    """Codes and dates of the record stand in words."""
    for query in ("TASS January 2025", "sanctions", "3 July 2025", "Ukraine talks"):
        for one in as_json(door, query)["results"]:
            assert not any(sign in one["text"] for sign in ("agency-report", "/..", "../", " / ")), one


def test_why_a_statement_is_here_is_said(door):
    """Where a statement's shown words do not have what was looked for, what of our description has it stands there."""
    found = [one for one in as_json(door, "sanctions")["results"] if one["kind"] == "named"]
    assert any(reason.startswith("on a claim: Denies: “") for one in found for reason in one["why"])
    assert found and all(
        "sanctions" in f"{one['why']} {one['words']} {one['source_words']}".casefold() for one in found
    )


def test_the_answer_leads_and_the_rest_is_counted_below(door):
    """Above a contact that is named stands no number; what else has the words is counted behind it."""
    text = page(door, "how long was the call of 18 March?")
    assert "<h1>how long was the call of 18 March?</h1>" in text
    assert text.index('id="contact"') < text.index("More that has these words:")
