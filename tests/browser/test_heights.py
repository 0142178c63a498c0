"""No page is a wall: how long the pages are that once were, a screen wide, with every fold as it first stands."""

import pytest
from bench.kinds import HEAVIEST, rows

WIDE = 1280
CONTACT = "/readouts/events/2024-11-07-trump-putin-call"
# Before they were cut down these were 16,300, 18,500, 61,000, 24,800, 13,100 and 2,080 px long, then 5,200, 5,300, 3,800,
# 4,400, 4,300 and 1,200. The contacts were 42,400 px long on one page, then 10,900 px each.
BOUNDS = {
    CONTACT: 7_500,
    "/readouts/events/2025-02-18-riyadh-talks": 9_000,
    "/readouts/who_quotes_whom?publisher=": 6_000,
    "/readouts/threads/2024-11-putin-trump-call-asked-for": 9_000,
    "/readouts/sources/2024-11-moscow-times-opinion": 6_500,
    "/-/questions": 2_100,  # thirty threads, a line each
    "/contacts": 16_000,
}


@pytest.mark.parametrize("path", BOUNDS)
def test_a_page_is_no_wall(tab, path):
    """A contact of which much is told, whom all sources quote, a long thread or text, and the list of questions."""
    tab.goto(path)
    assert tab.evaluate("document.documentElement.scrollHeight") < BOUNDS[path]


def test_the_longest_contact_repeats_no_words(tab, record):
    """Each statement stands once among the statements in order, folded; a reader without scripts has all of it in the text."""
    tab.goto(rows(record, {"events": HEAVIEST["events"]})["events"])
    folds = tab.locator("details.remark")
    shut = folds.evaluate_all("all => all.filter(one => !one.open).length")
    assert shut == folds.count() > 20
    labels = folds.locator("summary").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert max(labels) < 80, "each is a line, or two"
    first = folds.first.locator(".words, .told").first
    assert not first.is_visible() and first.text_content().strip()
    folds.first.locator("summary").click()
    assert first.is_visible()


def test_words_before_and_after_are_on_the_screen(tab):
    """Of a line that moved the later words stand beside the earlier ones, on the screen, eight columns in all."""
    tab.set_viewport_size({"width": WIDE, "height": 900})
    tab.goto("/readouts/whose_line_moved")
    heads = tab.locator(".rows-and-columns thead th")
    assert heads.count() == 8
    later = tab.locator("td.col-later_words").first.bounding_box()
    earlier = tab.locator("td.col-earlier_words").first.bounding_box()
    assert earlier["y"] == later["y"] and later["x"] + later["width"] <= WIDE
    told = tab.locator("td:is(.col-earlier_words, .col-later_words):has(i)")
    assert told.count() and told.locator("[class$=publisher]").count() == told.count(), "a source's words name it"
    own = tab.locator("td:is(.col-earlier_words, .col-later_words):not(:has(i))")
    assert all(text.strip().startswith("“") for text in own.all_text_contents())


def test_names_of_rows_stay_where_months_are_drawn_aside(tab):
    """On a phone the coverage of many months is drawn to the side, and the name of each level stays to be read."""
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto("/")
    table = tab.get_by_role("region", name="Coverage by month and level")
    table.evaluate("one => one.scrollTo(one.scrollWidth, 0)")
    assert table.evaluate("one => one.scrollLeft") > 100
    edge = table.bounding_box()
    for name in table.locator("tbody th").all():
        box = name.bounding_box()
        assert edge["x"] - 1 <= box["x"] < edge["x"] + 5 and name.is_visible()
