"""Spans of days as people type them."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.site.dates_in_words import in_words
from readouts.site.search.typed_days import MARK, bounds, times
from readouts.site.search.typed_spans import FIRST, LAST, ranges

KNOWN = frozenset({"2024-11-07", "2025-02-12", "2025-07-03", "2025-11-25"})


def read(text):
    """The text with its marks, and the times in it."""
    return ranges(*times(text, KNOWN), KNOWN)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("between 10 and 20 March 2025", "2025-03-10", "2025-03-20"),
        ("10–20 March 2025", "2025-03-10", "2025-03-20"),
        ("March 10-20, 2025", "2025-03-10", "2025-03-20"),
        ("с 10 по 20 марта 2025", "2025-03-10", "2025-03-20"),
        ("from 10 March to 2 April 2025", "2025-03-10", "2025-04-02"),
        ("from 20 December to 2 January 2025", "2024-12-20", "2025-01-02"),
        ("between February and April 2025", "2025-02-01", "2025-04-30"),
        ("since March 2025", "2025-03-01", LAST),
        ("after 2024", "2025-01-01", LAST),
        ("before 12 February 2025", FIRST, "2025-02-11"),
        ("until 12 February 2025", FIRST, "2025-02-12"),
        ("spring 2025", "2025-03-01", "2025-05-31"),
        ("winter 2025", "2024-12-01", "2025-02-28"),
        ("весной 2025 года", "2025-03-01", "2025-05-31"),
        ("early March 2025", "2025-03-01", "2025-03-10"),
        ("late February 2025", "2025-02-21", "2025-02-28"),
        ("2023–2024", "2023-01-01", "2024-12-31"),
    ],
)
def test_how_a_span_is_read(typed, first, last):
    """From its first day to its last, with one mark in its place; the page says how it is read."""
    text, found = read(f"call {typed} fake")
    assert [(one.first, one.last, one.kind, one.sure) for one in found] == [(first, last, "range", False)]
    assert " ".join(text.split()) == f"call {MARK} fake" and found[0].text


@given(st.dates(date(1990, 1, 1), date(2099, 6, 1)), st.integers(1, 200))
def test_a_span_has_each_of_its_days_once(first, length):
    """Whatever its ends, its years, months and days follow one another from the first day to the last."""
    last = first + timedelta(length)
    _, (found,) = read(f"between {in_words(first.isoformat())} and {in_words(last.isoformat())}")
    parts = [bounds(value) for value in found.days]
    assert (parts[0][0], parts[-1][1]) == (first.isoformat(), last.isoformat())
    for (_, before), (after, _) in itertools.pairwise(parts):
        assert date.fromisoformat(before) + timedelta(1) == date.fromisoformat(after)


@pytest.mark.parametrize("typed", ["3 July and 18 March", "2024", "20 to 10 March 2025", "the call from 3 July 2025"])
def test_what_is_no_span(typed):
    """Two days are two days, a year is one, and what ends before it begins is none."""
    assert all(one.kind != "range" for one in read(typed)[1])


@given(st.text(alphabet="0123456789./- –to sinceandMarch,\ue000", max_size=50))
def test_no_text_breaks_a_span(text):
    """Whatever is typed, there is a mark for each time that is read."""
    rest, found = read(text)
    assert rest.count(MARK) == len(found)


def test_what_stands_in_quotation_marks_is_no_time():
    """A year in a phrase stays in it, and the time behind it keeps its own mark."""
    text, found = read('"2024 election" 3 July')
    assert '"2024 election"' in text and [one.days for one in found] == [("2025-07-03",)]
