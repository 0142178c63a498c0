"""Days and months as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.site.dates_in_words import MONTHS
from readouts.site.search.typed_days import MARK, month, times

KNOWN = frozenset({"2024-11-07", "2025-02-12", "2025-07-03", "2025-11-25"})
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
FORMS = {
    "2025-07-03": lambda day: day.isoformat(),
    "2025/7/3": lambda day: f"{day.year}/{day.month}/{day.day}",
    "3 July 2025": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "3rd of July, 2025": lambda day: f"{day.day}{ORDINALS.get(day.day, 'th')} of {MONTHS[day.month - 1]}, {day.year}",
    "July 3, 2025": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "jul 3rd 2025": lambda day: (
        f"{MONTHS[day.month - 1][:3].lower()} {day.day}{ORDINALS.get(day.day, 'th')} {day.year}"
    ),
    "3 Jul. 2025": lambda day: f"{day.day} {MONTHS[day.month - 1][:3]}. {day.year}",
    "3.7.2025": lambda day: f"{day.day}.{day.month}.{day.year}",
    "03.07.2025": lambda day: f"{day:%d.%m.%Y}",
    "03.07.25": lambda day: f"{day:%d.%m.%y}",
}


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(["{}", "call {} fake"]),
)
def test_every_day_is_read_in_every_form(day, form, around):
    """Whatever the day, each usual form of it is that day, alone or among words, and its text is taken out."""
    text, found = times(around.format(FORMS[form](day)), KNOWN)
    assert [one.days for one in found] == [(day.isoformat(),)] and found[0].whole and not found[0].other
    assert " ".join(text.split()) == around.format(MARK)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_strokes_are_read_the_day_first_unless_only_the_other_day_can_be(day):
    """12/31/2025 can be one day alone; 03/07/2025 can be two, and both are kept."""
    (found,) = times(f"{day:%d/%m/%Y}", KNOWN)[1]
    assert day.isoformat() in found.days + found.other
    assert len(found.days + found.other) == (2 if day.day <= 12 and day.day != day.month else 1)
    if not set(found.days + found.other) & KNOWN:
        assert found.days == (day.isoformat(),)
    (turned,) = times(f"{day:%m/%d/%Y}", KNOWN)[1]
    assert set(turned.days + turned.other) == set(found.days + found.other)


@pytest.mark.parametrize(
    ("typed", "days", "other"),
    [
        ("03/07/2025", ("2025-07-03",), ("2025-03-07",)),
        ("11/07/2024", ("2024-11-07",), ("2024-07-11",)),
        ("04/05/2025", ("2025-05-04",), ("2025-04-05",)),
        ("02-12-2025", ("2025-02-12",), ("2025-12-02",)),
        ("July 3", ("2025-07-03",), ()),
        ("7 November", ("2024-11-07",), ()),
        ("November 7th", ("2024-11-07",), ()),
        ("Nov. 7", ("2024-11-07",), ()),
        ("7.11.", ("2024-11-07",), ()),
        ("1 November", ("2024-11-01", "2025-11-01"), ()),
        ("3 июля 2025 года", ("2025-07-03",), ()),
        ("7 ноября", ("2024-11-07",), ()),
        ("7 листопада 2024", ("2024-11-07",), ()),
        ("Nov 2024", ("2024-11",), ()),
        ("2025-07", ("2025-07",), ()),
        ("may 2025", ("2025-05",), ()),
        ("the 3rd of July", ("2025-07-03",), ()),
    ],
)
def test_how_a_day_is_read(typed, days, other):
    """A day without a year is the record's; an open one is the record's, then the day first, and the other is kept."""
    (found,) = times(typed, KNOWN)[1]
    assert (found.days, found.other) == (days, other)


@pytest.mark.parametrize(
    "typed", ["31.02.2025", "Feb 30 2025", "may", "Mar-a-Lago", "1.5 hours", "28 points", "13/13/2025", "May I ask"]
)
def test_what_is_no_day(typed):
    """A day that is in no calendar, a word, a number: none is read as a day."""
    assert times(typed, KNOWN) == (typed, ())


def test_a_month_alone_is_the_record_s():
    """February is that of every year in which the record has a day of it, else of every year it has."""
    assert month("february", KNOWN).days == ("2025-02",)
    assert month("Nov", KNOWN).days == ("2024-11", "2025-11")
    assert month("March", KNOWN).days == ("2024-03", "2025-03")
    assert month("may", KNOWN) is None and month("march", frozenset()) is None


@given(st.text(alphabet="0123456789./- ٣٤июляJulyMarch,°\ue000", max_size=40))
def test_no_text_breaks_it(text):
    """Whatever is typed, there is a mark for each day that is read."""
    rest, found = times(text, KNOWN)
    assert rest.count(MARK) == len(found)
