"""Dates: the subset is read as EDTF reads it, and order is claimed only where it is certain."""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from readouts.package.descriptor import load
from readouts.read.edtf_dates import Span, parse

from .conftest import ROOT


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-11-07", date(2024, 11, 7), date(2024, 11, 7)),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2025-04-04?", date(2025, 4, 4), date(2025, 4, 4)),
        ("2025-11-25/2025-11-30", date(2025, 11, 25), date(2025, 11, 30)),
        ("2025-11-25/..", date(2025, 11, 25), None),
        ("../2025-11", None, date(2025, 11, 30)),
    ],
)
def test_bounds(text, earliest, latest):
    """A date stands for every day that it allows; an open end has no bound."""
    assert parse(text) == Span(earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "../..",
        "2023-02-29",
        "2024-00",
        "2024-00-07",
        "2024-11-00",
        "2024-13",
        "2024-1-5",
        "2024-11-07T10:00",
        "20241107",
        "2024-11-07/2024-11-06",
        "2024-W01-1",
        "last week",
        "2024-11-07 ",
        "?2024",
        "0000-01-01",
        "２０２４-11-07",
    ],
)
def test_refused(text):
    """What is no date of the subset, or no day of the calendar, is refused with a sentence."""
    with pytest.raises(ValueError, match=re.escape(text.split("/")[0]) if text else "not an EDTF date"):
        parse(text)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SINGLE = st.builds(
    lambda day, cut, mark: day.isoformat()[:cut] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~", "%"]),
)
TEXTS = SINGLE | st.builds("{}/{}".format, SINGLE, SINGLE) | SINGLE.map("{}/..".format) | SINGLE.map("../{}".format)


@given(TEXTS)
def test_agrees_with_the_edtf_package(text):
    """What we accept, the independent parser accepts, and it gives the same first and last day."""
    try:
        span = parse(text)
    except ValueError:
        return
    other = parse_edtf(text)
    if span.earliest:
        assert date(*other.lower_strict()[:3]) == span.earliest
    if span.latest:
        assert date(*other.upper_strict()[:3]) == span.latest


@given(st.text("0123456789-/.?~%TW", max_size=22))
def test_accepts_nothing_that_edtf_refuses(text):
    """The subset is a subset."""
    try:
        parse(text)
    except ValueError:
        return
    try:
        parse_edtf(text)
    except EDTFParseException:
        pytest.fail(f"{text} is no EDTF")


@given(TEXTS)
def test_the_pattern_of_the_schemas_is_the_form_of_the_parser(text):
    """Frictionless, which knows the pattern alone, lets through whatever we accept."""
    package, _ = load(ROOT)
    pattern = next(field.pattern for field in package.table("events").fields if field.edtf)
    try:
        parse(text)
    except ValueError:
        return
    assert re.fullmatch(pattern, text)
