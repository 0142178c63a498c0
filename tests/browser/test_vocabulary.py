"""A side under another name and a stance more, as a reader sees them: named, coloured, drawn, legible."""

import re

import pytest

from readouts.vocabulary.colours import contrast

from ..door import serving
from ..vocabulary.test_vocabulary import NEW, made, real, rename_side, use_new_stance

COLOURS = """one => {
    let under = one;
    while (under && getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
    return [getComputedStyle(one).color, under ? getComputedStyle(under).backgroundColor : 'rgb(255, 255, 255)'];
}"""


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """The real record with both edits, served: its address, and the claim on which the new stance is taken."""
    copy = real(tmp_path_factory.mktemp("changed"))
    rename_side(copy, "ukraine", "china")
    _, claim = use_new_stance(copy)
    with serving(made(copy).root) as address:
        yield address, claim


@pytest.fixture(params=["light", "dark"])
def open_tab(request, windows, changed):
    """An empty page of the changed record in one colour scheme."""
    return windows.tab(changed[0], scheme=request.param), request.param


def seen(place) -> tuple[str, float]:
    """The colour of what stands there as #rrggbb, and its contrast with what lies under it."""
    colours = [
        "#" + "".join(f"{int(one):02x}" for one in re.findall(r"\d+", text)[:3]) for text in place.evaluate(COLOURS)
    ]
    return colours[0], contrast(*colours)


def test_a_new_stance_is_seen(open_tab, changed):
    """The stance stands on its claim with its label, its mark and its colour, and can be read; the drawing is shown."""
    tab, scheme = open_tab
    tab.goto(f"/readouts/claims/{changed[1]}")
    stance = tab.locator(".stance-hints").first
    assert stance.inner_text().strip() == "Hints" and stance.locator("path").bounding_box()["width"] > 8
    colour, legible = seen(stance)
    assert colour == NEW[f"colour_{scheme}"] and legible >= 4.5
    assert tab.locator(".picture img").evaluate("one => one.complete && one.naturalWidth") > 300


def test_a_renamed_side_is_seen(open_tab):
    """The side is offered by its new code, its contacts are found, and its name has its colour."""
    tab, scheme = open_tab
    answer = tab.goto("/contacts?side=china")
    assert answer.status == 200
    name = tab.locator(".side-china").first
    assert name.inner_text() == "Ukraine"
    colour, legible = seen(name)
    assert colour == {"light": "#826100", "dark": "#d9b44a"}[scheme] and legible >= 4.5
    assert tab.locator(".side-ukraine").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/contacts",
        "/-/search?q=peskov",
        "/readouts/accounts?_sort=china",
        "/readouts/contact_standing.csv?_stream=on",
        "/readouts/which_contacts_are_acknowledged",
        "/readouts/what_each_side_says_of_a_call",
        "/readouts/who_denied_what?side=china",
        "/readouts/codes",
    ],
)
def test_every_page_answers(windows, changed, path):
    """With both edits the pages, the questions and the files that show sides answer."""
    answer = windows.tab(changed[0]).request.get(path)
    text = answer.text()
    assert answer.status == 200 and "Traceback" not in text
    if path.endswith("_stream=on"):
        assert text.startswith("event,") and ",china," in text.split("\n")[0]
