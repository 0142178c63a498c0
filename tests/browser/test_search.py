"""The search in a browser: typed as a person types, read as a person reads, with and without a mouse."""

import pytest

WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def type_in(tab, width, query):
    """Open the home page, type into its search box and press Enter."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto("/")
    box = tab.get_by_role("searchbox").first
    box.click()
    tab.keyboard.type(query)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/-/search?q=*")


def seen(tab, locator):
    """The box of something that is there to be read: on the page, not cut off at its side."""
    box = locator.bounding_box(timeout=5000)
    assert box and box["width"] > 10 and box["height"] > 10
    assert box["x"] >= 0 and box["x"] + box["width"] <= tab.viewport_size["width"] + 1
    return box


@WIDTHS
def test_did_you_mean_can_be_seen_and_clicked(tab, width):
    """A misspelt name finds the person, the page says how it was read, and its link leads to the name."""
    type_in(tab, width, "pescov")
    told = tab.get_by_text("Did you mean")
    person = tab.locator("ol.results").first.get_by_role("link", name="Dmitry Peskov")
    assert seen(tab, told)["y"] < seen(tab, person)["y"]
    link = told.get_by_role("link", name="Peskov")
    seen(tab, link)
    link.click()
    tab.wait_for_url("**/-/search?q=Peskov")
    assert tab.get_by_text("Did you mean").count() == 0
    seen(tab, tab.locator("ol.results").first.get_by_role("link", name="Dmitry Peskov"))


@WIDTHS
def test_a_contact_shows_what_each_side_says(tab, width):
    """A question that names a contact begins with it: its standing, each side by its name, the first of its words."""
    type_in(tab, width, "did the Kremlin confirm the call of 7 November?")
    first = tab.locator("ol.results > li").first
    seen(tab, first.get_by_role("link", name="Alleged call between Trump and Putin"))
    seen(tab, first.locator(".standing"))
    seen(tab, first.locator("dt", has_text="Russia"))
    seen(tab, first.locator("dd .quote").first)
    seen(tab, tab.get_by_text("Left out, since they say nothing"))
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@WIDTHS
def test_by_keyboard_alone(tab, width):
    """From the search box of the results the next steps are reached by Tab, and Enter opens the first result."""
    type_in(tab, width, "Дмитриев")
    tab.locator("#search").focus()
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.closest('ol.results') !== null"):
            break
    assert tab.evaluate("document.activeElement.textContent") == "Kirill Dmitriev"
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/readouts/people/kirill-dmitriev")


@WIDTHS
def test_an_open_day_leads_to_the_other_reading(tab, width):
    """03/07/2025 is read the day first; the other day is one click away."""
    type_in(tab, width, "03/07/2025")
    seen(tab, tab.get_by_text("“03/07/2025” is read as 3 July 2025"))
    other = tab.get_by_role("link", name="7 March 2025")
    seen(tab, other)
    other.click()
    tab.wait_for_url("**/-/search?q=7%20March%202025")


@WIDTHS
def test_finding_nothing_leads_on(tab, width):
    """Where nothing has all words each is told alone, and the one that is found is a link to its results."""
    type_in(tab, width, "peskov xylophone")
    seen(tab, tab.get_by_role("heading", name="Nothing found for peskov xylophone"))
    seen(tab, tab.get_by_text("xylophone: nothing"))
    link = tab.get_by_role("main").get_by_role("link", name="peskov", exact=True)
    seen(tab, link)
    link.click()
    tab.wait_for_url("**/-/search?q=peskov")
    seen(tab, tab.locator("ol.results").first.get_by_role("link", name="Dmitry Peskov"))
