"""Each page whose time is not wholly covered says so, month by month and level by level, with what is known to be missing."""

import pytest

from readouts.site.pages import coverage_strip

LEVELS = ({"code": "leaders", "label": "Leaders"}, {"code": "military", "label": "Military"})
HEADING = '<h2 id="coverage">What the record does not cover of this time</h2>'


def month(month: str, state: str, level: str = "leaders", missing: str | None = None) -> dict:
    texts = len((missing or "").split(" / ")) if missing else 0
    return {"month": month, "level": level, "state": state, "missing": texts, "what_is_missing": missing}


def test_a_time_that_is_complete_needs_no_word():
    """Partial is what has one month that is not complete; a page without months says nothing."""
    whole = coverage_strip.coverage(LEVELS, (month("2025-03", "complete"),))
    assert not whole.partial and not coverage_strip.Coverage().partial
    assert coverage_strip.coverage(LEVELS, (month("2025-03", "complete"), month("2025-04", "partial"))).partial


def test_what_is_missing_is_told_once_and_a_level_without_a_month_left_out():
    """A text that is missing for both sides or two months is one."""
    rows = (month("2025-03", "partial", missing="A / B"), month("2025-04", "partial", missing="B"))
    found = coverage_strip.coverage(LEVELS, rows)
    assert found.missing == ("A", "B") and [one.level for one in found.strips] == ["leaders"]


@pytest.mark.parametrize(
    ("path", "has", "has_not"),
    [
        ("/contacts", ("October 2024, leaders: partial", "September 2025, envoys: not coded"), ()),
        (
            "/readouts/claims/2024-11-07-call-took-place",
            ("November 2024, leaders: partial",),
            ("October 2024", "military"),
        ),
        (
            "/readouts/people/emilie-simons",
            ("October 2024, leaders: partial", "October 2024, military"),
            ("November 2024,",),
        ),
        ("/readouts/people/volodymyr-zelensky", ("January 2025, leaders: partial",), ()),
        (
            "/readouts/organizations/rdif",
            ("November 2025, envoys: partial", "September 2025, envoys: not coded"),
            ("January 2025,",),
        ),
        ("/readouts/organizations/tass", ("March 2025, leaders: partial",), ()),
        (
            "/readouts/events/2025-06-14-putin-trump-call",
            ("June 2025, leaders: partial",),
            ("July 2025,", "June 2025, military"),
        ),
        ("/readouts/claims/2025-11-leak-destructive", ("November 2025, envoys: partial",), ("October 2025,",)),
    ],
)
def test_a_page_shows_what_is_not_covered_of_its_time(page, path, has, has_not):
    """The months of the page alone: of a contact's time and level, of a person's words and deeds."""
    text = page(path).text
    assert HEADING in text and 'href="#coverage"' in text
    strip = text.partition(HEADING)[2].partition("</table>")[0]
    assert all(f'aria-label="{one}' in strip or f"{one}" in strip for one in has), strip
    assert not [one for one in has_not if f'aria-label="{one}' in strip]


def test_what_is_known_to_be_missing_stands_on_the_page(page):
    """Simons spoke in October 2024, of which some pages are known to be missing."""
    assert "Known to be missing in these months: 3" in page("/readouts/people/emilie-simons").text
