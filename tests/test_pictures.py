"""The picture of a claim's timeline: drawn at build, the same each time, with room for the worst case."""

import asyncio
import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest
import vl_convert

from readouts.build.charts import Bounds, axis, shortened, width
from readouts.build.database import build
from readouts.build.timeline import VERSION, Mark, chart, description, dressed
from readouts.check import check
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.styles import sheet

from .conftest import ROOT, TODAY, VOCABULARY

DAY = date(2024, 11, 7)
SIDES, STANCES = (*VOCABULARY.sides, "none"), tuple(VOCABULARY.stances)
LONG = "Mykhailo Podolyak, adviser to the head of the Office of the President of Ukraine, through his press service"
PATH = "/-/picture/claims/2024-11-07-call-took-place.svg"


def mark(place: int = 1, side: str = "russia", stance: str = "denies", **cells: object) -> Mark:
    cells = {"speaker": "Dmitry Peskov", "word": stance, "date": "2024-11-07", "first": DAY, "last": DAY} | cells
    return Mark(place=place, side=side, stance=stance, **cells)


def rows(specification: dict, kind: str, **only: object) -> list[dict]:
    """The rows of all layers of one kind of mark, those of texts and names of lanes left out."""
    layers = [layer for layer in specification["layer"] if layer["mark"]["type"] == kind]
    layers = [layer for layer in layers if all(layer["mark"].get(name) == value for name, value in only.items())]
    return [row for layer in layers for row in layer["data"]["values"] if "y" in row]


def drawing(marks: tuple[Mark, ...]) -> str:
    """The marks as they are stored."""
    return dressed(vl_convert.vegalite_to_svg(chart("A", marks, VOCABULARY, ""), VERSION), "A", "T", VOCABULARY)


def worst() -> tuple[Mark, ...]:
    """Forty statements with long names, many on one day, on spans of every kind."""
    found = []
    for place in range(40):
        day = DAY + timedelta(days=place // 4 * 11)
        first, last = [(day, day), (day, day + timedelta(days=300)), (None, day), (day, None), (None, None)][place % 5]
        cells = {"word": "declines to say (opinion)", "speaker": LONG, "first": first, "last": last}
        found.append(mark(place + 1, SIDES[place % 7], STANCES[place % 7], **cells))
    return tuple(found)


def test_forty_statements_do_not_overlap():
    """Each of forty statements has a row of its own, no name reaches into the plot, no word out of the picture."""
    drawn = chart("A claim. " * 30, worst(), VOCABULARY, "Readouts")
    names = [row["name"] for row in rows(drawn, "text", align="left") if row["name"]]
    places = sorted({row["y"] for row in rows(drawn, "text")})
    assert len(places) == 40 and all(later - earlier >= 20 for earlier, later in pairwise(places))
    assert all(width(name, 12) <= drawn["padding"]["left"] - 20 for name in names)
    right = drawn["width"] + drawn["padding"]["right"]
    for row in rows(drawn, "text"):
        start = row["at"] - (width(row["word"], 12) if row["left"] else 0)
        assert start >= 0 and start + width(row["word"], 12) <= right, row
    assert drawn["height"] >= places[-1]


def test_word_stands_beside_mark_and_bar():
    """A word is right of its mark; only where there is no room left of it; on a bar that fills the picture, on the bar."""
    days = [DAY + timedelta(days=count) for count in (0, 60, 90)]
    marks = (*(mark(place, first=day, last=day) for place, day in enumerate(days, 1)), mark(4, first=None, last=None))
    whole = mark(5, first=days[0] - timedelta(days=5), last=None)
    first, middle, last, _, bar = rows(chart("A", (*marks, whole), VOCABULARY, ""), "point", size=150)
    assert first["at"] > first["end"] and middle["at"] > middle["end"]
    assert last["at"] < last["start"] and [row["left"] for row in (first, middle, last, bar)] == [
        False,
        False,
        True,
        False,
    ]
    assert bar["start"] < bar["x"] < bar["at"] < bar["end"]


def test_uncertain_dates_are_bars():
    """A span is a bar from first to last day, an open end an arrow at the edge, one day a mark alone."""
    later = DAY + timedelta(days=20)
    marks = (mark(1), mark(2, last=later), mark(3, first=None), mark(4, last=None))
    drawn = chart("A", marks, VOCABULARY, "")
    assert [row["name"][0] for row in rows(drawn, "rule", strokeWidth=9)] == ["2", "3", "4"]
    assert [row["name"][0] for row in rows(drawn, "point", shape="triangle-left")] == ["3"]
    assert [row["name"][0] for row in rows(drawn, "point", shape="triangle-right")] == ["4"]
    assert {row["end"] for row in rows(drawn, "point", shape="triangle-right")} == {drawn["width"]}


def test_undated_stand_apart():
    """What has no date is right of the time that is drawn; where nothing has one there is no axis."""
    drawn = chart("A", (mark(1), mark(2, first=None, last=None, date="")), VOCABULARY, "")
    (dated, undated) = rows(drawn, "point", size=150)
    assert dated["x"] < drawn["width"] < undated["x"] and not undated["bar"]
    bare = chart("A", (mark(1, first=None, last=None, date=""),) * 2, VOCABULARY, "")
    assert "temporal" in str(drawn) and "temporal" not in str(bare)
    assert "no date" in str(bare) and vl_convert.vegalite_to_svg(bare, VERSION)


@pytest.mark.parametrize("cell", ["2024-11-07?", "2024-11-07~"])
def test_a_doubtful_day_says_so(cell):
    """A day that is uncertain is no span; a word says that it is uncertain."""
    drawn = chart("A", (mark(1, date=cell), mark(2)), VOCABULARY, "")
    assert [row["word"] for row in rows(drawn, "point", size=150)] == ["denies (date uncertain)", "denies"]


def test_stance_by_colour_and_shape_and_word():
    """No two stances have the same shape, and each has its word."""
    drawn = chart("A", tuple(mark(place, stance=stance) for place, stance in enumerate(STANCES, 1)), VOCABULARY, "")
    assert len({row["shape"] for row in rows(drawn, "point", size=150)}) == len(STANCES) == 7
    assert [row["word"] for row in rows(drawn, "point", size=150)] == list(STANCES)
    assert len({row["colour"] for row in rows(drawn, "point", size=150)}) == 3


def test_lanes_are_in_the_order_of_the_page():
    """One lane a side that speaks, a side of no name of ours at the end."""
    drawn = chart("A", (mark(1, "none"), mark(2, "atlantis"), mark(3, "russia"), mark(4, "russia")), VOCABULARY, "")
    names = [row["name"] for row in sorted(rows(drawn, "point", size=150), key=lambda row: row["y"])]
    assert [name.split()[0] for name in names] == ["3", "4", "1", "2"]


def test_description():
    """Who does not see the picture is told what it shows."""
    marks = (mark(1), mark(2), mark(3, "press", "asserts", first=None, last=None))
    assert description(marks, VOCABULARY) == (
        "Timeline of 3 statements, from 2024-11-07 to 2024-11-07, one lane a side."
        " Russia: 2 denies. Press: 1 asserts. 1 without a date."
    )


@pytest.mark.parametrize(("days", "unit"), [(0, "day"), (20, "week"), (150, "month"), (1900, "year"), (9000, "year")])
def test_axis_has_whole_days_months_or_years(days, unit):
    """However long the time, the axis has a handful of whole steps; one day alone has room around it."""
    bounds = Bounds.of([DAY, DAY + timedelta(days=days)], 600)
    assert axis(bounds, LIGHT)["encoding"]["x"]["axis"]["tickCount"]["interval"] == unit
    assert bounds.first < DAY < bounds.last and 0 < bounds.pixel(DAY) < 600


def test_long_names_are_cut():
    """A name keeps to its width, whatever the script; a short one stays whole."""
    assert shortened("Dmitry Peskov", 12, 220) == "Dmitry Peskov"
    assert width("習", 12) == 12 and width("W", 12) > 11 > width("a", 12) > width("i", 12)
    for name in (LONG, "W" * 60, "習" * 60):
        assert width(shortened(name, 12, 220), 12) <= 220 and shortened(name, 12, 220).endswith("…")


def test_drawing_says_what_it_is():
    """The file alone has name and text alternative, escaped, plain colours and dark ones, and nothing from elsewhere."""
    svg = dressed(
        vl_convert.vegalite_to_svg(chart("A & <B>", (mark(1), mark(2)), VOCABULARY, "CC"), VERSION),
        "A & <B>",
        "T",
        VOCABULARY,
    )
    assert '<title id="title">A &amp; &lt;B&gt;</title><desc id="desc">T</desc>' in svg
    assert (
        "@media screen and (prefers-color-scheme:dark){" in svg
        and f'[fill="{LIGHT["ink"]}"]{{fill:{DARK["ink"]}}}' in svg
    )
    assert not re.findall(r'(?:href|src)="|<script|url\(', svg)


def test_colours_are_those_of_the_pages():
    """The picture and the page around it have the same tones and the same colours, in light and dark."""
    style = files("readouts.site").joinpath("static/site.css").read_text(encoding="utf-8")
    light, dark = style.partition(".side-none")[0].split("prefers-color-scheme: dark")
    tokens = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", part)) for part in (light, dark)]
    tones = {name: value.replace("#ffffff", "#fff") for name, value in LIGHT.items()}
    assert (tones, DARK) == tuple({name: found[name] for name in LIGHT} for found in tokens)
    svg = drawing(tuple(mark(place, side) for place, side in enumerate(VOCABULARY.sides, 1)))
    for side, known in VOCABULARY.sides.items():
        assert f".side-{side} {{ --side: {known.colour_light}; }}" in sheet(VOCABULARY)
        assert known.colour_light in svg and f"{{fill:{known.colour_dark}}}" in svg


def test_stored_pictures(tmp_path):
    """Each claim with two statements has a picture, no other has, and a second build draws the same bytes."""
    checked = check(ROOT, TODAY).checked
    drawn = []
    for name in ("one", "two"):
        path, _ = build(checked, tmp_path / f"{name}.db")
        with closing(sqlite3.connect(path)) as connection:
            drawn.append(connection.execute("SELECT * FROM pictures ORDER BY claim_id").fetchall())
            claims = connection.execute(
                "SELECT claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) > 1 ORDER BY claim_id"
            ).fetchall()
    assert drawn[0] == drawn[1] and [row[:1] for row in drawn[0]] == claims and len(claims) > 10


def test_served(page):
    """The picture has an address of its own, may be shown in the page, and no other claim's is invented."""
    answer = page(PATH)
    assert answer.status == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    assert "Dmitry Peskov" in answer.text and "denies" in answer.text and "CC-BY-4.0" in answer.text
    assert page("/-/picture/claims/no-such-claim.svg").status == 404


def test_claim_page_shows_it(page, served):
    """The claim's page has the picture with its words for who cannot see it, a download, and the table under it."""
    text = page("/readouts/claims/2024-11-07-call-took-place").text
    assert f'<img src="{PATH}" alt="Timeline of' in text and f'<a href="{PATH}" download>' in text
    assert text.index("<img") < text.index('<h2 id="in-time-order">') and '<span class="number">1</span>' in text
    sql = "SELECT claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) = 1 LIMIT 1"
    ((alone,),) = asyncio.run(served.get_database("readouts").execute(sql)).rows
    one = page(f"/readouts/claims/{alone}").text
    assert "<img" not in one and '<tr id="at-1"' in one
