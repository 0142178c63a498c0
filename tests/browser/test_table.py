"""Tables in a browser: what narrows one down is seen and works, on wide and narrow screens, by keyboard, without scripts."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from ..conftest import LONG

WIDE, NARROW = 1280, 390
WAIT = 30_000  # milliseconds: what is never seen fails, however busy the machine is
# What a reader sees of an element: whether its middle is its own, and not that of something that covers it.
UNCOVERED = """one => {
    one.scrollIntoView({block: "center"});
    const box = one.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return one === hit || one.contains(hit) || (hit !== null && hit.contains(one) && hit.tagName !== "BODY");
}"""


# Without scripts, since these pages have none (a test below); with scripts allowed nothing is otherwise.
SCREENS = [(WIDE, False), (NARROW, False), *([(WIDE, True), (NARROW, True)] if LONG else [])]


@pytest.fixture(params=SCREENS, ids=lambda one: f"{one[0]}px-{'with' if one[1] else 'without'}-scripts")
def reader(request, windows, door):
    """A page at each width; in the short form tests take turns (conftest.py)."""
    width, scripts = request.param
    return windows.tab(door, width, scripts=scripts)


def wide(page) -> bool:
    return page.viewport_size["width"] >= 1024


def seen(one) -> None:
    """The element has a place on the screen, in its width, and nothing stands over it."""
    expect(one).to_be_visible(timeout=WAIT)
    assert one.evaluate(UNCOVERED), one
    box, screen = one.bounding_box(), one.page.viewport_size["width"]
    assert box["width"] > 4 and box["height"] > 10 and box["x"] >= 0 and box["x"] + box["width"] <= screen, box


def facets(page):
    """The facets, opened where they stand behind a button."""
    part = page.locator("#facets")
    if not wide(page) and not part.is_visible():
        page.get_by_role("button", name=re.compile("^Narrow down")).click()
    return part


def rows(page) -> int:
    return int(page.locator(".count strong").inner_text().split()[0].replace(",", ""))


def follow(page, way) -> None:
    """Click a link or a button, and wait for the page that it leads to."""
    with page.expect_navigation():
        way.click()


def go_to(page, selector: str, most: int = 250) -> None:
    """Press Tab until the element has the focus: what a keyboard cannot reach fails."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} Tabs")


@pytest.mark.every_screen
def test_facets_can_be_seen(reader):
    """Each value that a table can be narrowed down to is on the page, with its number; beside the rows where there is room."""
    reader.goto("/readouts/claim_timeline")
    if not wide(reader):
        expect(reader.locator("#facets")).to_be_hidden()
        seen(reader.get_by_role("button", name="Narrow down", exact=True))
    part = facets(reader)
    values = part.locator(".facet-info li a")
    assert values.count() > 50
    for place in (0, 1, 8, 20, values.count() - 1):
        seen(values.nth(place))
    assert len(part.locator(".facet-info").all()) == 11
    assert re.fullmatch(r"Russia\s[\d,]+", part.locator("li", has_text="Russia").first.inner_text().strip())


def test_facets_stand_beside_the_rows(tab):
    """On a wide screen both are there at once: neither under the other, both from the first screen on."""
    tab.goto("/readouts/claim_timeline")
    beside, table = tab.locator("#facets").bounding_box(), tab.locator("table.rows-and-columns").bounding_box()
    assert beside["x"] + beside["width"] <= table["x"] and table["width"] > 3 * beside["width"]
    assert beside["y"] < 400 and table["y"] < 400
    expect(tab.get_by_role("button", name="Narrow down")).to_be_hidden()
    expect(tab.get_by_role("button", name="Close")).to_be_hidden()


@pytest.mark.parametrize("way", ["Escape", "Close"])
def test_facets_open_and_close_on_a_narrow_screen(tab, way):
    """One button opens them over the whole screen, another or Escape leads back to the rows."""
    tab.set_viewport_size({"width": NARROW, "height": 844})
    tab.goto("/readouts/claim_timeline")
    box = facets(tab).bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, NARROW, 844)
    if way == "Close":
        seen(tab.get_by_role("button", name="Close"))
        tab.get_by_role("button", name="Close").click()
    else:
        tab.keyboard.press("Escape")
    expect(tab.locator("#facets")).to_be_hidden()
    seen(tab.locator("table.rows-and-columns td").first)


@pytest.mark.every_screen
def test_what_is_chosen_is_listed_and_can_be_taken_back(reader):
    """Two choices stand above the rows in words, the button counts them, and each goes without the other."""
    reader.goto("/readouts/claim_timeline")
    follow(reader, facets(reader).get_by_role("link", name="Russia", exact=True).first)
    russia = rows(reader)
    follow(reader, facets(reader).locator("#facet-stance").get_by_role("link", name="Denies"))
    both = rows(reader)
    if not wide(reader):
        seen(reader.get_by_role("button", name="Narrow down (2 chosen)", exact=True))
    chosen = reader.locator(".choices .chosen")
    assert [one.split("✕")[0].strip() for one in chosen.all_inner_texts()] == ["Side: Russia", "Stance: Denies"]
    seen(chosen.first)
    seen(chosen.last.get_by_role("link"))
    follow(reader, chosen.last.get_by_role("link", name="without Stance"))
    assert 0 < both < russia == rows(reader)
    assert [one.split("✕")[0].strip() for one in chosen.all_inner_texts()] == ["Side: Russia"]
    marked = facets(reader).locator("a[aria-current]")
    assert marked.count() == 1
    follow(reader, marked)
    expect(chosen).to_have_count(0)


def test_the_number_beside_a_value_is_what_one_finds(reader):
    """A number is a promise, when something else is chosen, too."""
    reader.goto("/readouts/statements?side=russia&date__after=2024")
    value = facets(reader).locator("#facet-medium li").first
    told = int(value.locator("small").inner_text())
    follow(reader, value.get_by_role("link"))
    assert rows(reader) == told and reader.locator("tbody tr").count() == min(told, 50)


def test_blank_cells_are_counted_and_found(reader, door):
    """The number of blank cells is that of the download, and choosing them finds just these."""
    download = reader.request.get(f"{door}/readouts/statements.csv?_stream=on").text()
    blank = sum(not row["speaker_id"] for row in csv.DictReader(io.StringIO(download)))
    reader.goto("/readouts/statements?_facet=speaker_id")
    value = facets(reader).locator("#facet-speaker_id li", has_text="blank")
    seen(value.get_by_role("link"))
    assert int(value.locator("small").inner_text()) == blank > 50
    follow(reader, value.get_by_role("link"))
    assert rows(reader) == blank
    assert reader.locator(".choices .chosen").inner_text().startswith("Speaker: blank")
    reader.goto("/readouts/statements?speaker_id=")
    assert rows(reader) == blank and "speaker_id__isblank=1" in reader.url


@pytest.mark.every_screen
def test_a_facet_is_added_by_keyboard(reader):
    """Any other column can be counted, without a mouse and without a script; what is chosen stays."""
    reader.goto("/readouts/statements?side=russia")
    if not wide(reader):
        go_to(reader, ".narrow-down")
        reader.keyboard.press("Enter")
    go_to(reader, "#more-facet")
    reader.keyboard.type("Audience")
    go_to(reader, "#facets form button", 1)
    reader.keyboard.press("Enter")
    reader.wait_for_url("**_facet=audience**")
    first = facets(reader).locator(".facet-info").first
    assert first.locator("h3").inner_text().startswith("Audience") and "side=russia" in reader.url
    seen(first.locator("li a").first)
    follow(reader, first.get_by_role("link", name="do not count Audience"))
    assert "_facet" not in reader.url and facets(reader).locator("#facet-audience").count() == 0


def test_a_column_is_added_by_keyboard(reader):
    """The reader adds a column that is not shown at first, and comes back to the first choice."""
    reader.goto("/readouts/statements?side=russia")
    before = reader.locator("thead th").count()
    go_to(reader, ".columns > summary")
    reader.keyboard.press("Enter")
    go_to(reader, "input[name=_show][value=language]")
    reader.keyboard.press("Space")
    go_to(reader, ".columns button")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**_show=language**")
    assert reader.locator("thead th").count() == before + 1 and "side=russia" in reader.url
    assert reader.locator("tbody td.col-language").count() == reader.locator("tbody tr").count()
    reader.locator(".columns > summary").click()
    back = reader.get_by_role("link", name="back to the first choice")
    seen(back)
    follow(reader, back)
    assert reader.locator("thead th").count() == before and "side=russia" in reader.url


def test_the_filter_box_speaks_plainly(reader):
    """A filter is made with words that everybody knows, and stands among what is chosen."""
    reader.goto("/readouts/claim_timeline?side=russia")
    reader.locator(".filter-by > summary").click()
    names = reader.locator("#filter-op option").all_inner_texts()
    assert {
        "contains",
        "is",
        "is not",
        "is before (a date)",
        "is after (a date)",
        "is blank (or none, not stated)",
    } <= set(names)
    assert not re.search(r"glob|array|like|null|[<>=]", " ".join(names))
    for field in ("#filter-column", "#filter-op", "#filter-value", "#sort_by"):
        seen(reader.locator(field))
    reader.get_by_label("Column", exact=True).select_option("Date")
    reader.get_by_label("Comparison").select_option("is before (a date)")
    reader.get_by_label("Value").fill("7 November 2024")
    follow(reader, reader.get_by_role("button", name="Apply"))
    chosen = [one.split("✕")[0].strip() for one in reader.locator(".choices .chosen").all_inner_texts()]
    assert chosen == ["Side: Russia", "Date before 7 November 2024"]
    assert 0 < rows(reader) == reader.locator("tbody tr").count()


def test_no_table_is_wider_than_eight_columns_or_the_screen(tab, door):
    """Whatever table is opened: at most eight columns, rows on the first screen, nothing to push sideways.

    In the short form every third is.
    """
    listed = json.loads(tab.request.get(f"{door}/readouts.json").text())["tables"]
    wrong = []
    for name in [one["name"] for one in listed if not one["hidden"]][:: 1 if LONG else 3]:
        tab.goto(f"/readouts/{name}")
        for width in (WIDE, NARROW):
            tab.set_viewport_size({"width": width, "height": 900})
            columns, whole = tab.locator("thead th").count(), tab.evaluate("document.documentElement.scrollWidth")
            wrapper = tab.locator(".table-wrapper")
            inner = wrapper.evaluate("one => one.scrollWidth - one.clientWidth") if wrapper.count() else 0
            top = wrapper.bounding_box()["y"] if wrapper.count() else 0
            if columns > 8 or whole > width or inner > 0 or top > 700:
                wrong.append((name, width, columns, whole, inner, top))
    assert len(listed) > 20 and wrong == []


def test_tables_need_no_script(tab):
    """A table's page loads none: what it does, it does without."""
    tab.goto("/readouts/claim_timeline")
    assert tab.locator("script").count() == 0


OVERPRINTED = """() => {
    const boxes = cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return [...range.getClientRects()].filter(one => one.width > 1 && one.height > 1);
    };
    const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return [...document.querySelectorAll("tr")].flatMap(row => [...row.children].flatMap((one, at, every) =>
        every.slice(at + 1).filter(two => boxes(one).some(a => boxes(two).some(b => meets(a, b))))
            .map(two => [one.innerText.slice(0, 40), two.innerText.slice(0, 40)])));
}"""


@pytest.mark.parametrize("claim", ["2024-11-07-call-took-place"])
def test_nothing_is_printed_over_something_else(tab, claim):
    """On A4 the words of a cell stay in its column."""
    tab.set_viewport_size({"width": 718, "height": 1000})
    tab.goto(f"/readouts/claims/{claim}")
    tab.emulate_media(media="print")
    assert tab.locator(".timeline tr").count() > 5 and tab.evaluate(OVERPRINTED) == []
    source = tab.locator(".timeline td:nth-child(5)").first.bounding_box()["width"]
    assert source > 140 and tab.pdf(format="A4").startswith(b"%PDF")


def test_values_of_a_facet_are_chosen_together(reader):
    """A second side is added to the first, each can be taken back alone, and the panel stays where it is."""
    reader.goto("/readouts/claim_timeline?side=russia")
    first = rows(reader)
    facet = facets(reader).locator("#facet-side")
    other = facet.locator("li", has_text="United States")
    more = int(other.locator("small").inner_text())
    follow(reader, other.get_by_role("link"))
    assert rows(reader) == first + more
    seen(reader.get_by_text("Side: Russia or United States"))
    panel = reader.locator("#facet-side")
    assert panel.is_visible() and panel.locator("a[aria-current]").count() == 2
    follow(reader, panel.locator("li", has_text="Russia").get_by_role("link"))
    assert rows(reader) == more and "side=united-states" in reader.url


def test_what_is_chosen_stays_where_no_row_is_found(reader):
    """At no rows the facets, the column that the reader counts and what is chosen can still be seen and taken back."""
    reader.goto("/readouts/claim_timeline?side=russia&words__contains=zzzz&_facet=source#narrowed")
    assert rows(reader) == 0 and reader.locator(".choices .chosen").count() == 2
    assert reader.locator("#facet-source").is_visible()
    follow(reader, reader.locator("#facet-side a[aria-current]"))
    assert "side=" not in reader.url


def test_a_filter_by_keyboard_leaves_what_it_did_on_the_screen(reader):
    """After Apply the count and what is chosen are on the screen, and the next stop of the focus takes it back."""
    reader.goto("/readouts/statements#rows")
    reader.locator(".filter-by > summary").click()
    reader.get_by_label("Column", exact=True).select_option("Date")
    reader.get_by_label("Comparison").select_option("is before (a date)")
    value = reader.get_by_label("Value")
    assert value.bounding_box()["width"] > 240
    value.fill("1 Feb 2025")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**date__before=**")
    for what in (".count", ".choices"):
        box = reader.locator(what).bounding_box()
        assert 0 <= box["y"] < 600
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.closest('.chosen') !== null")


def test_a_date_that_is_none_is_told_in_the_form(reader):
    """The table, what is chosen and the form with what was typed stay, and the reason stands beside it."""
    reader.goto("/readouts/claim_timeline?side=russia&date__before=soon")
    assert reader.locator("tbody tr").count() > 10 and reader.locator(".choices .chosen").count() == 1
    seen(reader.locator(".filters .wrong"))
    assert reader.get_by_label("Value").input_value() == "soon"
