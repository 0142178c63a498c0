"""The drawings in a browser, whose fonts are wider than those with which they were laid out, and on the pages' widths."""

import re
import sqlite3
from contextlib import closing

# The texts of the drawing that reach over its edge: their words.
OVER = """() => {
    const edge = document.documentElement.getBoundingClientRect();
    return [...document.querySelectorAll("text")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.left < edge.left - 1 || box.right > edge.right + 1;
    }).map(one => one.textContent.trim());
}"""
# How wide a drawing is shown, how much of the page goes sideways, which file the browser took.
SHOWN = """one => ({wide: one.getBoundingClientRect().width, natural: one.naturalWidth, file: one.currentSrc,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    box: one.closest("figure").scrollWidth - one.closest("figure").clientWidth})"""
# The marks of the calendar: how many, which are too small, out of their cell, or over another; the smallest letters.
MARKS = """() => {
    const marks = [...document.querySelectorAll(".calendar a")];
    const boxes = new Map(marks.map(one => [one, one.getBoundingClientRect()]));
    const inside = (box, cell) => box.left >= cell.left - 1 && box.right <= cell.right + 1 && box.top >= cell.top - 1
        && box.bottom <= cell.bottom + 1;
    const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1
        || one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
    const of = found => found.map(one => one.title);
    return {
        marks: marks.length,
        small: of(marks.filter(one => boxes.get(one).width < 24 || boxes.get(one).height < 24)),
        outside: of(marks.filter(one => !inside(boxes.get(one), one.closest("td").getBoundingClientRect()))),
        over: of(marks.filter((one, place) => marks[place + 1] && !apart(boxes.get(one), boxes.get(marks[place + 1])))),
        letters: Math.min(...[...document.querySelectorAll("section[aria-labelledby=calendar] :is(th, caption, li, p)")]
            .map(one => parseFloat(getComputedStyle(one).fontSize))),
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
}"""
# What a browser makes of a file: how large it is, and how many colours some of its places have.
OPENED = """async address => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: picture.naturalWidth, height: picture.naturalHeight});
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return [canvas.width, canvas.height, new Set(pixels).size];
}"""


def test_no_words_of_a_drawing_are_cut_off(tab, room, record):
    """Whatever a drawing says stands within its edges: those of the longest claims, and the one with most statements."""
    with closing(sqlite3.connect(record)) as connection:
        claims = connection.execute(
            "SELECT name FROM pictures JOIN claims ON name = 'claims/' || id ORDER BY length(text) DESC, 1 LIMIT 6"
        ).fetchall()
    most = "claims/" + room.paths["row-claims"].rpartition("/")[2]
    for name in [most, *(one for (one,) in claims)]:
        for form in ("", ".narrow"):
            tab.goto(f"/-/picture/{name}{form}.svg")
            assert tab.locator("text").count() > 5
            assert tab.evaluate(OVER) == [], (name, form)


def test_a_page_shows_the_drawing_that_fits(room):
    """No letter of a drawing is shown under 12 pixels, and nothing goes sideways: a narrow page has a drawing of its own."""
    with room.open("row-claims", 1280) as (tab, watch):
        for width, form in ((1280, "wide"), (900, "wide"), (390, "narrow"), (320, "narrow")):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.wait_for_function("form => document.querySelector('.picture img').currentSrc.includes(form)", arg=form)
            tab.locator(".picture img").evaluate("one => one.decode()")
            shown = tab.locator(".picture img").evaluate(SHOWN)
            assert shown["file"].endswith(f".{form}.svg") and shown["sideways"] <= 0 and shown["box"] <= 0, width
            letters = [int(one) for one in re.findall(r'font-size="(\d+)"', tab.request.get(shown["file"]).text())]
            assert len(letters) > 20 and min(letters) * shown["wide"] / shown["natural"] >= 12, width
        assert watch.faults == []


def test_the_calendar_fits_and_leads(room):
    """Each mark can be hit and stands in its own cell, nothing goes sideways, letters are 12 pixels or more; keys lead on."""
    with room.open("home", 1280) as (tab, watch):
        for width in (1280, 390):
            tab.set_viewport_size({"width": width, "height": 900})
            found = tab.evaluate(MARKS)
            assert found["marks"] > 100 and found["small"] == found["outside"] == found["over"] == [], width
            assert found["letters"] >= 12 and found["sideways"] <= 0, width
        mark = tab.locator(".calendar a").first
        title = mark.get_attribute("title").partition(":")[0]
        mark.focus()
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/readouts/events/*")
        assert title in tab.locator("h1").inner_text() and watch.faults == []


def test_accounts_stand_side_by_side(room):
    """On a telephone, too, the accounts laid apart are columns beside each other, and what is not coded is seen as that."""
    with room.open("row-events", 390) as (tab, watch):
        tab.locator("section[aria-labelledby=apart] details").evaluate_all(
            "all => all.forEach(one => { one.open = true })"
        )
        rows = tab.locator(".apart tbody tr:has(.not-coded)")
        assert rows.count() > 5
        for place in (0, rows.count() - 1):
            one, other = (rows.nth(place).locator("td").nth(cell).bounding_box() for cell in (0, 1))
            assert one["x"] + one["width"] <= other["x"] + 1 and other["x"] + other["width"] <= 390
            assert one["y"] == other["y"] and min(one["width"], other["width"]) > 150
        ground = rows.first.locator(".not-coded").evaluate("one => getComputedStyle(one).backgroundImage")
        assert "gradient" in ground and watch.faults == []


def test_a_png_opens(room):
    """The file for sharing is a picture that a browser opens: as wide as it should be, and with colours and letters in it."""
    with room.open("row-claims", 1280) as (tab, _):
        link = tab.get_by_role("link", name="PNG").get_attribute("href")
        wide, high, colours = tab.evaluate(OPENED, link)
        assert wide == 2 * 924 and high > 400 and colours > 50
