"""Dates: the subset is read as EDTF reads it, and order is claimed only where it is certain."""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from readouts.commands import main
from readouts.package.descriptor import load
from readouts.read.edtf_dates import NotADate, Span, parse
from readouts.read.edtf_reasons import REASONS
from readouts.read.only_reading import only_reading

from ..conftest import ROOT


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
    with pytest.raises(NotADate, match=f'^"{re.escape(text.split("/")[0])}'):
        parse(text)


@pytest.mark.parametrize(("name", "reason"), REASONS.items(), ids=REASONS)
def test_every_reason_is_told_for_its_example(break_one, name, reason):
    """A finding says what is wrong with this date and what to do, in the words of the rules."""
    report, line = break_one("events", "call", "date", reason.example)
    ((found, at, problem, fix),) = [(one.rule, one.line, one.problem, one.fix) for one in report.findings]
    assert (found, at) == ("cell.edtf", line)
    day = only_reading(reason.example)
    assert (problem, fix) == (f'"{reason.example}" {reason.problem}', f"Write it as {day}." if day else reason.fix)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024-11-07/2024-11-06", "order"),
        ("2025/2024", "order"),
        ("/2024", "end"),
        ("/", "end"),
        ("11/07/2024", "strokes"),
        ("open/2024", "older"),
        ("2024-00", "month"),
        ("2024-99-01", "month"),
        ("2024-34", "season"),
        ("2024-24/2025", "season"),
        ("2023-02-29", "day"),
        ("2024-11-31/2024-12", "day"),
        ("0000", "year"),
        ("2024-11-11 (Mon)", "weekday"),
        ("Tuesday", "weekday"),
        ("2024W45", "week"),
        ("2024-11-07 10:00", "time"),
        ("2024-XX-XX", "digits"),
        ("201X", "digits"),
        ("{2024-11-07,2024-11-08}", "set"),
        ("2024-11-07%?", "two"),
        ("?2024-11", "inside"),
        ("~2024-11-07", "inside"),
        ("-2024", "long"),
        ("12024", "long"),
        ("1950S2", "long"),
        ("2010s", "decade"),
        ("20", "decade"),
        ("2024-11-7", "zero"),
        ("..2024", "dots"),
        ("20241107", "written"),
        ("7 November 2024", "written"),
        ("11.2024", "written"),
        ("2024 (?)", "inside"),
        ("2024-11-07 approx.", "qualifier"),
        ("2024-11-07x", "qualifier"),
        ("２０２４-11-07", "form"),
        ("soon", "form"),
    ],
)
def test_slips_are_told_as_what_they_are(text, name):
    """Near each other as the slips are, each is told by its own reason."""
    with pytest.raises(NotADate) as raised:
        parse(text)
    assert raised.value.reason == REASONS[name], raised.value


@given(st.text(st.sampled_from("0123456789-/.?~%X [],TWMonday"), max_size=24))
def test_whatever_is_written_is_read_or_explained(text):
    """No text makes the parser stumble: it is a date, or there is a reason."""
    try:
        assert parse(text)
    except NotADate as error:
        assert error.reason in REASONS.values()


def test_the_rules_tell_every_reason(capsys):
    """`readouts explain` and docs/rules.md have every reason, its example and its fix."""
    assert main(["explain", "cell.edtf"]) == 0
    explained, document = capsys.readouterr().out, (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    for reason in REASONS.values():
        assert f'"{reason.example}" {reason.problem}. {reason.fix}' in explained
        assert f"- `{reason.example}` {reason.problem}. *{reason.fix}*" in document


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
