"""The picture of a claim's timeline: drawn at build, the same each time, with room for the worst case."""

import re
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from readouts.build.charts import Bounds, axis, labels, shortened, width, wrapped
from readouts.build.palette import palette
from readouts.build.timeline import Mark, chart, description
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.marks import MARKS
from readouts.vocabulary.styles import sheet

from ..conftest import VOCABULARY
from ..door import records

DAY = date(2024, 11, 7)
LOOKS = palette(VOCABULARY)
SIDES, STANCES = tuple(LOOKS.sides), tuple(LOOKS.stances)
LONG = "Mykhailo Podolyak, adviser to the head of the Office of the President of Ukraine, through his press service"
PATH = "/-/picture/claims/2024-11-07-call-took-place.svg"
SVG = "{http://www.w3.org/2000/svg}"


def mark(place: int = 1, side: str = "russia", stance: str = "denies", **cells: object) -> Mark:
    cells = {"speaker": "Dmitry Peskov", "word": stance, "date": "2024-11-07", "first": DAY, "last": DAY} | cells
    return Mark(place=place, side=side, stance=stance, **cells)


def drawn(marks: tuple[Mark, ...], claim: str = "A", credit: str = "CC") -> ElementTree.Element:
    return ElementTree.fromstring(chart(claim, marks, LOOKS, credit))


def rows(picture: ElementTree.Element) -> list[dict]:
    """What each row shows: name and word, the places in time of its shapes, the spans of its boxes, its ring."""
    found = []
    for row in picture.iterfind(f"{SVG}g[@class='row']"):
        name, word = row.findall(f"{SVG}text")
        boxes = [(float(box.get("x")), float(box.get("width"))) for box in row.findall(f"{SVG}rect")]
        shapes = [
            (float(re.match(r"translate[(]([0-9.]+) ", shape.get("transform"))[1]), shape.get("d"))
            for shape in row.findall(f"{SVG}path")
        ]
        end = width(word.text, 12) * {None: 1, "end": -1}[word.get("text-anchor")]
        at = float(word.get("x"))
        found.append(
            {
                "name": name.text,
                "name_at": float(name.get("x")),
                "y": float(name.get("y")),
                "word": word.text,
                "word_from": min(at, at + end),
                "word_to": max(at, at + end),
                "colour": word.get("fill"),
                "key": shapes[0],
                "points": [at for at, path in shapes[1:] if path in MARKS.values()],
                "arrows": [at for at, path in shapes[1:] if path not in MARKS.values()],
                "bars": [box for box in boxes if box[1] != 2],
                "stops": [at + 1 for at, wide in boxes if wide == 2],
                "ring": row.find(f"{SVG}circle") is not None,
            }
        )
    return found


def texts(picture: ElementTree.Element) -> list[str]:
    return [node.text for node in picture.iter(f"{SVG}text")]


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
    """Each of forty statements has a row of its own, no name reaches into the plot, no word or line out of the picture."""
    picture = drawn(worst(), "A claim. " * 30, "Readouts")
    found, right = rows(picture), float(picture.get("width"))
    places = sorted({row["y"] for row in found})
    assert len(places) == 40 and all(later - earlier >= 20 for earlier, later in pairwise(places))
    plot = min(at for row in found for at in (*row["points"], *row["arrows"], *(bar[0] for bar in row["bars"])))
    for row in found:
        assert row["name_at"] + width(row["name"], 12) <= plot - 8, row
        assert plot <= row["word_from"] and row["word_to"] <= right, row
    for line in picture.findall(f"{SVG}text"):
        assert float(line.get("x")) + width(line.text, int(line.get("font-size"))) <= right, line.text
    assert float(picture.get("height")) >= places[-1]


def test_word_stands_beside_mark_and_bar():
    """A word is right of its mark; only where there is no room left of it; on a bar that fills the picture, on the bar."""
    days = [DAY + timedelta(days=count) for count in (0, 60, 90)]
    marks = (*(mark(place, first=day, last=day) for place, day in enumerate(days, 1)), mark(4, first=None, last=None))
    whole = mark(5, first=days[0] - timedelta(days=5), last=None)
    first, middle, last, undated, bar = rows(drawn((*marks, whole)))
    assert first["word_from"] > first["points"][0] and middle["word_from"] > middle["points"][0]
    assert last["word_to"] < last["points"][0] and undated["word_from"] > bar["arrows"][0]
    ((start, wide),) = bar["bars"]
    assert start < bar["word_from"] and bar["word_to"] < start + wide


def test_a_span_is_a_bar_and_no_point():
    """A span is a bar from first to last day and has no point in time; an open end has an arrow, a known one a stop."""
    later = DAY + timedelta(days=20)
    marks = (mark(1), mark(2, last=later), mark(3, first=None), mark(4, last=None))
    day, span, until, since = rows(drawn(marks))
    assert len(day["points"]) == 1 and not day["bars"] and not day["stops"] and not day["arrows"]
    assert [row["points"] for row in (span, until, since)] == [[], [], []]
    at = day["points"][0]
    assert span["stops"] == [at, span["bars"][0][0] + span["bars"][0][1]] and span["bars"][0][0] == at
    assert until["stops"] == [at] and until["arrows"] == [until["bars"][0][0]] and until["arrows"][0] < at
    assert since["stops"] == [at] and since["arrows"] == [sum(since["bars"][0])] and since["arrows"][0] > at


def test_two_days_are_seen():
    """A span of two days in years of time is drawn as a span still."""
    marks = (mark(1, last=DAY + timedelta(days=1)), mark(2, first=date(2015, 1, 1), last=date(2015, 1, 1)))
    row = rows(drawn(marks))[0]
    assert len(row["stops"]) >= 2 and not row["points"]


def test_undated_stand_apart():
    """What has no date is right of the time that is drawn, with no point in it; where nothing has one there is no axis."""
    picture = drawn((mark(1), mark(2, first=None, last=None, date="")))
    dated, undated = rows(picture)
    assert dated["word_to"] < undated["word_from"] and not undated["points"] and not undated["bars"]
    bare = drawn((mark(1, first=None, last=None, date=""),) * 2)
    assert "7 Nov 2024" in texts(picture) and not any("2024" in text for text in texts(bare))
    assert "no date" in texts(picture) and "no date" in texts(bare)


@pytest.mark.parametrize("cell", ["2024-11-07?", "2024-11-07~", "2024-11-07%"])
def test_a_doubtful_day_looks_so_and_says_so(cell):
    """A day that is uncertain is no span: its mark has a ring, and a word says that it is uncertain."""
    doubtful, sure = rows(drawn((mark(1, date=cell), mark(2))))
    assert (doubtful["word"], sure["word"]) == ("denies (date uncertain)", "denies")
    assert doubtful["ring"] and not sure["ring"] and doubtful["points"] == sure["points"]


def test_stance_by_colour_and_shape_and_word():
    """No two stances have the same shape, and each has its word; the mark before the name is that on the day."""
    found = rows(drawn(tuple(mark(place, stance=stance) for place, stance in enumerate(STANCES, 1))))
    assert len({row["key"][1] for row in found}) == len(STANCES) == 7
    assert [row["word"] for row in found] == list(STANCES) and len({row["colour"] for row in found}) == 3
    assert len({row["key"][0] for row in found}) == 1 and all(row["points"] for row in found)


def test_lanes_are_in_the_order_of_the_page():
    """One lane a side that speaks, a side of no name of ours at the end."""
    picture = drawn((mark(1, "none"), mark(2, "atlantis"), mark(3, "russia"), mark(4, "russia")))
    assert [row["name"].split()[0] for row in rows(picture)] == ["3", "4", "1", "2"]
    named = [text for text in texts(picture) if text in ("Russia", "In nobody’s name", "atlantis", "Press")]
    assert named == ["Russia", "In nobody’s name", "atlantis"]


def test_description():
    """Who does not see the picture is told what it shows."""
    marks = (mark(1), mark(2), mark(3, "press", "asserts", first=None, last=None))
    assert description(marks, LOOKS) == (
        "Timeline of 3 statements, from 2024-11-07 to 2024-11-07, one lane a side."
        " Russia: 2 denies. Press: 1 asserts. 1 without a date."
    )


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (0, "7 Nov 2024"),
        (20, "11 Nov 2024"),
        (150, "Dec 2024"),
        (700, "Jan 2025"),
        (1900, "2025"),
        (9000, "2025"),
    ],
)
def test_axis_has_whole_days_months_or_years(days, written):
    """However long the time, the axis has a handful of whole steps; one day alone has room around it."""
    bounds = Bounds.of([DAY, DAY + timedelta(days=days)], 600)
    steps = axis(bounds)
    assert written in [text for _, text in steps] and 1 < len(steps) <= 12
    assert all(bounds.first <= day <= bounds.last for day, _ in steps)
    assert bounds.first < DAY < bounds.last and 0 < bounds.pixel(DAY) < 600


@pytest.mark.parametrize("days", [0, 3, 11, 40, 300, 1000, 3600])
def test_days_on_the_axis_do_not_overlap(days):
    """Nothing on the axis runs into its neighbour or off the edge, and something is there."""
    found = list(labels(Bounds.of([DAY, DAY + timedelta(days=days)], 300), 11))
    edges = [(at - width(text, 11) / 2, at + width(text, 11) / 2) for at, text in found]
    assert edges and edges[-1][1] <= 300 and all(one[1] < other[0] for one, other in pairwise(edges))


def test_weeks_begin_on_monday():
    """A step of weeks is a Monday."""
    steps = axis(Bounds.of([DAY, DAY + timedelta(days=30)], 600))
    assert {day.weekday() for day, _ in steps} == {0} and len(steps) > 3


def test_long_names_are_cut():
    """A name keeps to its width, whatever the script; a short one stays whole."""
    assert shortened("Dmitry Peskov", 12, 220) == "Dmitry Peskov"
    assert width("習", 12) == 12 and width("W", 12) > 11 > width("a", 12) > width("i", 12)
    for name in (LONG, "W" * 60, "習" * 60):
        assert width(shortened(name, 12, 220), 12) <= 220 and shortened(name, 12, 220).endswith("…")


def test_long_claims_are_broken():
    """A claim is broken between words into lines that are no wider; no word is lost; a word too wide stands alone."""
    lines = wrapped(f"{LONG} {'W' * 60} {LONG}", 12, 220)
    assert " ".join(lines) == f"{LONG} {'W' * 60} {LONG}" and "W" * 60 in lines
    assert all(width(line, 12) <= 220 for line in lines if line != "W" * 60)


def test_drawing_says_what_it_is():
    """The file alone has name and text alternative, escaped, plain colours and dark ones, and nothing from elsewhere."""
    svg = chart("A & <B>", (mark(1), mark(2)), LOOKS, "CC")
    assert '<title id="title">A &amp; &lt;B&gt;</title><desc id="desc">Timeline of 2 statements' in svg
    assert "@media screen and (prefers-color-scheme:dark){" in svg and ">CC<" in svg
    coded = [(one.colour_light, one.colour_dark) for one in (LOOKS.sides["russia"], LOOKS.stances["denies"])]
    for light, dark in [*coded, *((LIGHT[tone], DARK[tone]) for tone in ("ink", "paper"))]:
        assert f'[fill="{light}"]{{fill:{dark}}}' in svg and f' fill="{light}"' in svg
    assert not re.findall(r'(?:href|src)="|<script|url\(', svg)


def test_colours_are_those_of_the_pages():
    """The picture and the page around it have the same tones and the same colours, in light and dark."""
    style = files("readouts.site").joinpath("static/site.css").read_text(encoding="utf-8")
    light, dark = style.partition(".side-none")[0].split("prefers-color-scheme: dark")
    tokens = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", part)) for part in (light, dark)]
    tones = {name: value.replace("#ffffff", "#fff") for name, value in LIGHT.items()}
    assert (tones, DARK) == tuple({name: found[name] for name in LIGHT} for found in tokens)
    svg = chart("A", tuple(mark(place, side) for place, side in enumerate(VOCABULARY.sides, 1)), LOOKS, "")
    for side, known in VOCABULARY.sides.items():
        assert f".side-{side} {{ --side: {known.colour_light}; }}" in sheet(VOCABULARY)
        assert known.colour_light in svg and f"{{fill:{known.colour_dark}}}" in svg


def test_stored_pictures(built_file):
    """Each claim with two statements has a picture, and no other has (a second build gives the same: test_database.py)."""
    drawn = records(built_file, "SELECT claim_id FROM pictures ORDER BY claim_id")
    claims = records(
        built_file, "SELECT claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) > 1 ORDER BY claim_id"
    )
    assert drawn == claims and len(claims) > 10


def test_served(page):
    """The picture has an address of its own, may be shown in the page, and no other claim's is invented."""
    answer = page(PATH)
    assert answer.status == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    assert "Dmitry Peskov" in answer.text and "denies" in answer.text and "CC-BY-4.0" in answer.text
    assert page("/-/picture/claims/no-such-claim.svg").status == 404


def test_claim_page_shows_it(page, built_file):
    """The claim's page has the picture with its words for who cannot see it, a download, and the table under it."""
    text = page("/readouts/claims/2024-11-07-call-took-place").text
    assert f'<img src="{PATH}" alt="Timeline of' in text and f'<a href="{PATH}" download>' in text
    assert text.index("<img") < text.index('<h2 id="in-time-order">') and '<span class="number">1</span>' in text
    sql = "SELECT claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) = 1 LIMIT 1"
    ((alone,),) = records(built_file, sql)
    one = page(f"/readouts/claims/{alone}").text
    assert "<img" not in one and '<tr id="at-1"' in one
