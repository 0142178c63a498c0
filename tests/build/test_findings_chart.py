"""The drawing of a finding: a square a case, full only where its months are coded completely."""

import re
from xml.etree.ElementTree import fromstring

import pytest

from readouts.build.findings_chart import chart, description
from readouts.build.forms import FORMS, NARROW, TAKEN, WIDE

from ..conftest import VOCABULARY
from ..findings.test_answers import of

NAME = "{http://www.w3.org/2000/svg}"
CASES = [
    {
        "side": "russia",
        "part": "Russia alone",
        "result": "nothing of the other is coded yet",
        "days": None,
        "complete": 0,
    },
    *({"side": "united-states", "result": "United States first", "days": day} for day in (1, 1, 40)),
]


def squares(svg: str, *, full: bool) -> int:
    """How many squares are filled, or outlined."""
    paths = [node for node in fromstring(svg).iter(f"{NAME}path") if node.get("d", "").endswith("z")]
    return sum(node.get("d", "").count("M") for node in paths if (node.get("fill") != "none") is full)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_square_a_case_and_a_day(form):
    """Four cases and three with days are seven squares; the one whose months are open is an outline, once."""
    svg = chart(of("first_to_tell", *CASES), VOCABULARY.sides, form, "")
    assert (squares(svg, full=True), squares(svg, full=False)) == (6, 1)


def test_a_square_has_the_colour_of_its_side():
    """Each side has its colour, and in the dark its dark one."""
    svg = chart(of("first_to_tell", *CASES), VOCABULARY.sides, WIDE, "")
    for code in ("russia", "united-states"):
        assert VOCABULARY.sides[code].colour_light in svg and VOCABULARY.sides[code].colour_dark in svg
    assert VOCABULARY.sides["ukraine"].colour_light not in svg


def test_what_squares_mean_is_said():
    """Below the squares stands what one is, and what an outline means only where there is one; a file has its credit."""
    open_one, whole = of("first_to_tell", *CASES), of("first_to_tell", *CASES[1:])
    assert "An outline" in text(chart(open_one, VOCABULARY.sides, WIDE, "the credit"))
    assert "An outline" not in text(chart(whole, VOCABULARY.sides, WIDE, "the credit"))
    assert "the credit" in text(chart(whole, VOCABULARY.sides, TAKEN, "the credit"))
    assert "the credit" not in text(chart(whole, VOCABULARY.sides, NARROW, "the credit"))


def text(svg: str) -> str:
    return " ".join(node.text or "" for node in fromstring(svg).iter(f"{NAME}text"))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_runs_off(form):
    """A hundred cases stand in lines within the drawing, and long names as well."""
    long_name = "the other speaks of it, and does not tell it, in a very long name of what is known of it"
    found = of("first_to_tell", *({"result": long_name, "days": day * 7} for day in range(100)))
    svg = chart(found, VOCABULARY.sides, form, "")
    root = fromstring(svg)
    places = [
        (float(x), float(y))
        for node in root.iter(f"{NAME}path")
        for x, y in re.findall(r"M([\d.]+),([\d.]+)h", node.get("d", ""))
    ]
    assert len(places) == 200 and len(set(places)) == 200
    assert max(x for x, _ in places) < form.width - 12 and max(y for _, y in places) < float(root.get("height", "0"))
    assert max(float(node.get("y", "0")) for node in root.iter(f"{NAME}text")) < float(root.get("height", "0"))


def test_a_picture_is_told_in_words():
    """Who does not see it is told every part and result with its number."""
    told = description(of("first_to_tell", *CASES))
    assert (
        "Both tell of it: United States first 3." in told
        and "Russia alone: nothing of the other is coded yet 1." in told
    )
