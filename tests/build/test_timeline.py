"""The picture of a claim's timeline: drawn at build, the same each time, with room for the worst case."""

import re
import sqlite3
import struct
from contextlib import closing
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from readouts.build.charts import EDGE, Bounds, axis, labels, shortened, width, wrapped
from readouts.build.forms import FORMS, NARROW, TAKEN
from readouts.build.palette import palette
from readouts.build.pictures import draw
from readouts.build.spans import Days
from readouts.build.timeline import by_side, description
from readouts.build.timeline_chart import Moment, chart
from readouts.build.timeline_rows import Mark
from readouts.findings import FINDINGS
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.styles import sheet

from ..conftest import VOCABULARY
from ..door import records

DAY = date(2024, 11, 7)
ON_DAY = Days("2024-11-07", DAY, DAY)
LOOKS = palette(VOCABULARY)
SIDES, STANCES = tuple(LOOKS.sides), tuple(LOOKS.stances)
LONG = "Mykhailo Podolyak, adviser to the head of the Office of the President of Ukraine, through his press service"
PATH = "/-/picture/claims/2024-11-07-call-took-place"
SVG = "{http://www.w3.org/2000/svg}"
SIZE = TAKEN.letters


def days(first: date | None, last: date | None) -> Days:
    """A date that allows these days."""
    ends = [day.isoformat() if day else ".." for day in (first, last)]
    text = ends[0] if first == last and first else "" if first == last else "/".join(ends)
    return Days(text, first, last)


def mark(place: int = 1, side: str = "russia", stance: str = "denies", **cells: object) -> Mark:
    cells = {"speaker": "Dmitry Peskov", "word": stance, "days": ON_DAY} | cells
    return Mark(place=place, side=side, stance=stance, **cells)


def svg(marks: tuple[Mark, ...], claim: str = "A", credit: str = "CC", form=TAKEN, moment=None) -> str:
    sides = by_side(marks, LOOKS)
    return chart(claim, description(sides, moment), sides, LOOKS, credit, form, moment)


def drawn(marks: tuple[Mark, ...], *more: str, **named: object) -> ElementTree.Element:
    return ElementTree.fromstring(svg(marks, *more, **named))


def rows(picture: ElementTree.Element) -> list[dict]:
    """What each row shows: name and words, the places in time of its marks, its bar, stops, what runs out, its ring."""
    found = []
    for row in picture.iterfind(f"{SVG}g[@class='row']"):
        name, *words = row.findall(f"{SVG}text")
        boxes = [(float(box.get("x")), float(box.get("width"))) for box in row.findall(f"{SVG}rect")]
        shapes = [
            (float(re.match(r"translate[(]([0-9.]+) ", shape.get("transform"))[1]), shape.get("d"))
            for shape in row.findall(f"{SVG}path[@transform]")
        ]
        rails = [
            (
                *map(float, re.match(r"M([0-9.]+),[0-9.]+H([0-9.]+)M", line.get("d")).groups()),
                line.get("stroke-dasharray"),
            )
            for line in row.findall(f"{SVG}path[@stroke]")
        ]
        size = int(name.get("font-size"))
        ends = [
            (float(one.get("x")), width(one.text, size) * {None: 1, "end": -1}[one.get("text-anchor")]) for one in words
        ]
        found.append(
            {
                "name": name.text,
                "name_at": float(name.get("x")),
                "y": float(name.get("y")),
                "word": " ".join(one.text for one in words),
                "word_from": min(min(at, at + wide) for at, wide in ends),
                "word_to": max(max(at, at + wide) for at, wide in ends),
                "word_y": [float(one.get("y")) for one in words],
                "colour": words[0].get("fill"),
                "key": shapes[0],
                "points": [at for at, _ in shapes[1:]],
                "bars": [box for box in boxes if box[1] != 2],
                "stops": [at + 1 for at, wide in boxes if wide == 2],
                "out": [line[:2] for line in rails if line[2] == "4 3"],
                "dashed": any(line[2] == "2.5 2" for line in rails) or row.find(f"{SVG}circle") is not None,
                "pale": [shape.get("fill-opacity") for shape in row.findall(f"{SVG}path[@transform]")][1:],
            }
        )
    return found


def texts(picture: ElementTree.Element) -> list[str]:
    return [node.text for node in picture.iter(f"{SVG}text")]


def band(picture: ElementTree.Element) -> dict:
    """What marks the time of the matter: its name, its ground from where to where, the lines at its ends."""
    (node,) = picture.findall(f"{SVG}g[@class='moment']")
    boxes = [(float(box.get("x")), float(box.get("width"))) for box in node.findall(f"{SVG}rect")]
    return {
        "words": node.find(f"{SVG}text").text,
        "ground": boxes,
        "ends": [float(re.match(r"M([0-9.]+),", line.get("d"))[1]) for line in node.findall(f"{SVG}path")],
        "dashed": [bool(line.get("stroke-dasharray")) for line in node.findall(f"{SVG}path")],
    }


def worst() -> tuple[Mark, ...]:
    """Forty statements with long names, many on one day, on spans of every kind."""
    found = []
    for place in range(40):
        day = DAY + timedelta(days=place // 4 * 11)
        first, last = [(day, day), (day, day + timedelta(days=300)), (None, day), (day, None), (None, None)][place % 5]
        cells = {"word": "declines to say (opinion)", "speaker": LONG, "days": days(first, last)}
        found.append(mark(place + 1, SIDES[place % 7], STANCES[place % 7], **cells))
    return tuple(found)


def test_forty_statements_do_not_overlap():
    """Each of forty statements has a row of its own, no name reaches into the plot, no word or line out of the picture."""
    picture = drawn(worst(), "A claim. " * 30, "Readouts")
    found, right = rows(picture), float(picture.get("width"))
    places = sorted({row["y"] for row in found})
    assert len(places) == 40 and all(later - earlier >= 20 for earlier, later in pairwise(places))
    plot = min(at for row in found for at in (*row["points"], *(bar[0] for bar in row["bars"]))) - EDGE
    for row in found:
        assert row["name_at"] + width(row["name"], SIZE) <= plot, row
        assert plot <= row["word_from"] and row["word_to"] <= right, row
    for line in picture.findall(f"{SVG}text"):
        assert float(line.get("x")) + width(line.text, int(line.get("font-size"))) <= right, line.text
    assert float(picture.get("height")) >= places[-1]


def test_a_narrow_drawing_puts_one_over_the_other():
    """On 306 pixels names, words and days have lines of their own, none over the next nor off the edge."""
    picture = drawn(worst(), form=NARROW)
    found = rows(picture)
    lines = [y for row in found for y in (row["y"], *row["word_y"])]
    assert len(set(lines)) == len(lines) and float(picture.get("width")) == NARROW.inner == 306
    for lane in {row["name"].split()[0]: row for row in found}.values():
        assert lane["name_at"] + width(lane["name"], NARROW.letters) <= NARROW.width
        assert lane["word_from"] >= 0 and lane["word_to"] <= NARROW.width, lane
        assert all(later - earlier >= NARROW.letters for earlier, later in pairwise((lane["y"], *lane["word_y"])))
    assert all(", no date" in row["word"] for row in found if not row["points"] and not row["bars"])


def test_on_a_narrow_drawing_short_words_stand_behind_the_name():
    """Where both have room they share a line, and do not touch; a longer word has its own."""
    short, long = rows(drawn((mark(1), mark(2, word="declines to say (by logic) (taken back)")), form=NARROW))
    assert short["word_y"] == [short["y"]] and long["word_y"][0] > long["y"]
    assert short["name_at"] + width(short["name"], NARROW.letters) < short["word_from"]
    assert short["word_to"] <= NARROW.width - 12 and long["y"] - short["y"] < 50


@pytest.mark.parametrize("form", FORMS)
def test_letters_are_large_enough(form):
    """A page 864 pixels wide shows the wide form, 288 the narrow: no letter is under 12 pixels there, nor in the file."""
    picture = drawn(worst(), form=FORMS[form])
    shown = {"wide": 864, "narrow": 288, "svg": TAKEN.width}[form] / float(picture.get("width"))
    sizes = {float(node.get("font-size")) * shown for node in picture.iter(f"{SVG}text")}
    assert sizes and min(sizes) >= 12


def test_only_the_file_says_what_it_is_about():
    """A page has the claim as its heading; the file that is taken away has nothing around it. All name the source."""
    for form, layout in FORMS.items():
        said = texts(drawn((mark(1), mark(2)), "Claim: A", "Readouts, CC", form=layout))
        assert ("Claim: A" in said) is (form == "svg") and "Readouts, CC" in said


def test_word_stands_beside_mark_and_bar():
    """A word is right of its mark; only where there is no room left of it; on a bar that fills the picture, on the bar."""
    found = [DAY + timedelta(days=count) for count in (0, 60, 90)]
    marks = (*(mark(place, days=days(day, day)) for place, day in enumerate(found, 1)), mark(4, days=Days()))
    whole = mark(5, days=days(found[0] - timedelta(days=5), None))
    first, middle, last, undated, bar = rows(drawn((*marks, whole)))
    assert first["word_from"] > first["points"][0] and middle["word_from"] > middle["points"][0]
    assert last["word_to"] < last["points"][0] and undated["word_from"] > sum(bar["bars"][0])
    ((start, wide),) = bar["bars"]
    assert start < bar["word_from"] and bar["word_to"] < start + wide


def test_a_span_is_a_bar_and_no_point():
    """A span is a bar from first to last day and has no point in time; each known end has a stop."""
    later = DAY + timedelta(days=20)
    day, span, until, since = rows(
        drawn((mark(1), mark(2, days=days(DAY, later)), mark(3, days=days(None, DAY)), mark(4, days=days(DAY, None))))
    )
    assert len(day["points"]) == 1 and not day["bars"] and not day["stops"] and not day["out"]
    assert [row["points"] for row in (span, until, since)] == [[], [], []]
    at = day["points"][0]
    assert span["stops"] == [at, sum(span["bars"][0])] and span["bars"][0][0] == at and not span["out"]
    assert until["stops"] == [at] and since["stops"] == [at]


@pytest.mark.parametrize("form", FORMS)
def test_an_open_end_is_at_no_day(form):
    """What is open runs out of the days of the picture, in dashes: neither a stop nor an arrow stands at any of them."""
    layout = FORMS[form]
    picture = drawn((mark(1), mark(2, days=days(None, DAY)), mark(3, days=days(DAY, None))), form=layout)
    day, until, since = rows(picture)
    first = min(start for start, _ in until["bars"])
    last = max(start + wide for start, wide in since["bars"])
    assert until["out"] == [(first, first - EDGE)] and since["out"] == [(last, last + EDGE)]
    assert len(until["stops"]) == len(since["stops"]) == 1 and until["stops"] == day["points"]
    axis_days = [float(box.get("x")) for box in picture.findall(f"{SVG}g[@class='ground']/{SVG}rect[@width='1']")]
    assert axis_days and all(first <= at + 0.5 <= last for at in axis_days)


def test_two_days_are_seen():
    """A span of two days in years of time is drawn as a span still."""
    early = date(2015, 1, 1)
    row = rows(drawn((mark(1, days=days(DAY, DAY + timedelta(days=1))), mark(2, days=days(early, early)))))[0]
    assert len(row["stops"]) >= 2 and not row["points"]


def test_undated_stand_apart():
    """What has no date is right of the time that is drawn, with no point in it; where nothing has one there is no axis."""
    picture = drawn((mark(1), mark(2, days=Days())))
    dated, undated = rows(picture)
    assert dated["word_to"] < undated["word_from"] and not undated["points"] and not undated["bars"]
    bare = drawn((mark(1, days=Days()),) * 2)
    assert "7 Nov 2024" in texts(picture) and not any("2024" in text for text in texts(bare))
    assert "no date" in texts(picture) and "no date" in texts(bare)


@pytest.mark.parametrize(
    ("sign", "told"),
    [("?", "date uncertain"), ("~", "date approximate"), ("%", "date approximate and uncertain")],
)
def test_a_doubtful_day_looks_so_and_says_so(sign, told):
    """A day that is in doubt is no span: its mark is pale and has a dashed ring, and a word says what is in doubt."""
    doubtful, sure = rows(drawn((mark(1, days=Days(f"2024-11-07{sign}", DAY, DAY)), mark(2))))
    assert (doubtful["word"], sure["word"]) == (f"denies ({told})", "denies")
    assert doubtful["dashed"] and not sure["dashed"] and doubtful["points"] == sure["points"]
    assert doubtful["pale"] == ["0.5"] and sure["pale"] == [None]


def test_a_doubtful_span_is_dashed():
    """So is a bar whose end is in doubt; a sure one is not."""
    later = DAY + timedelta(days=20)
    doubtful, sure = rows(
        drawn((mark(1, days=Days("2024-11-07/2024-11-27?", DAY, later)), mark(2, days=days(DAY, later))))
    )
    assert doubtful["dashed"] and not sure["dashed"] and doubtful["word"] == "denies (date uncertain)"


def test_the_time_of_the_matter_is_marked():
    """Behind all rows stand the days of what the claim is about, and their name: one day is a line."""
    marks = (mark(1), mark(2, days=days(DAY + timedelta(days=20), DAY + timedelta(days=20))))
    found = band(drawn(marks, moment=Moment("call", ON_DAY)))
    assert found["words"] == "Call that it is about: 7 Nov 2024" and not found["ground"]
    assert found["ends"] == [rows(drawn(marks))[0]["points"][0]] and found["dashed"] == [False]
    assert drawn(marks).find(f"{SVG}g[@class='moment']") is None


def test_on_a_narrow_drawing_the_time_of_the_matter_cuts_no_name():
    """Where names and words stand over the days, its line stands behind the days of each row alone."""
    marks = (mark(1), mark(2, word="declines to say (by logic) (taken back)"), mark(3, days=days(None, None)))
    picture = drawn(marks, form=NARROW, moment=Moment("call", ON_DAY))
    lines = [one.get("d") for one in picture.findall(f"{SVG}g[@class='moment']/{SVG}path")]
    heights = [tuple(map(float, re.search(r",([\d.]+)V([\d.]+)$", one).groups())) for one in lines]
    words = [y for row in rows(picture) for y in (row["y"], *row["word_y"])]
    assert len(heights) == 2 and all(low > y + 1 or high < y - 9 for low, high in heights for y in words)


def test_an_open_time_of_the_matter_is_open():
    """A span of it is a band with a line at each known end and none at an open one, where it pales out of the picture."""
    marks = (mark(1), mark(2, days=days(DAY + timedelta(days=20), DAY + timedelta(days=20))))
    (at,) = rows(drawn(marks))[0]["points"]
    found = band(drawn(marks, moment=Moment("call", days(None, DAY))))
    assert found["ends"] == [at] and found["words"].endswith("by 7 Nov 2024")
    assert len(found["ground"]) == 2 and max(start + wide for start, wide in found["ground"]) == at
    doubt = band(drawn(marks, moment=Moment("call", Days("2024-11-07~", DAY, DAY))))
    assert doubt["dashed"] == [True] and doubt["words"].endswith("about 7 Nov 2024")


def test_a_long_name_of_the_matter_is_broken():
    """On a narrow drawing the name of a span takes two lines, and none of them reaches over the edge."""
    span = Days("2021-01-20/2024-11-07", date(2021, 1, 20), DAY)
    marks = (mark(1), mark(2, days=days(DAY + timedelta(days=20), DAY + timedelta(days=20))))
    picture = drawn(marks, form=NARROW, moment=Moment("call", span))
    lines = picture.findall(f"{SVG}g[@class='moment']/{SVG}text")
    assert len(lines) == 2 and len({line.get("y") for line in lines}) == 2
    assert all(float(one.get("x")) + width(one.text, NARROW.letters) <= NARROW.width for one in lines)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2020, 1, 1), date(2020, 1, 1), "← Call that it is about: 1 Jan 2020"),
        (date(2028, 1, 1), None, "Call that it is about: from 1 Jan 2028 on →"),
    ],
)
def test_a_far_time_of_the_matter_squeezes_nothing(first, last, told):
    """What lies years away is named at that edge, and the days of the statements keep their room."""
    marks = (mark(1), mark(2, days=days(DAY + timedelta(days=20), DAY + timedelta(days=20))))
    picture = drawn(marks, moment=Moment("call", days(first, last)))
    found = band(picture)
    assert found["words"] == told and not found["ground"] and not found["ends"]
    assert [row["points"] for row in rows(picture)] == [row["points"] for row in rows(drawn(marks))]


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
    named = [text for text in texts(picture) if text in ("Russia", "Of no side", "atlantis", "Press")]
    assert named == ["Russia", "Of no side", "atlantis"]


def test_description():
    """Who does not see the picture is told what it shows, and the time of the matter."""
    marks = (mark(1), mark(2), mark(3, "press", "asserts", days=Days()))
    assert description(by_side(marks, LOOKS), Moment("call", days(None, DAY))) == (
        "Timeline of 3 statements, from 2024-11-07 to 2024-11-07, one lane a side."
        " Russia: 2 denies. Press: 1 asserts. 1 without a date. Call that it is about: by 7 Nov 2024."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-11-07", "7 Nov 2024"),
        ("2024-11~", "about Nov 2024"),
        ("2024?", "2024 (uncertain)"),
        ("2024-11-07%", "about 7 Nov 2024 (uncertain)"),
        ("../2024-10-08", "by 8 Oct 2024"),
        ("2024-11-07/..", "from 7 Nov 2024 on"),
        ("2022-02/2025-01-13", "between Feb 2022 and 13 Jan 2025"),
    ],
)
def test_a_date_in_short_words(text, words):
    """A date says no more than its cell: what is open stays open, what is in doubt in doubt."""
    assert Days(text, DAY, DAY).words == words


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
    text = svg((mark(1), mark(2)), "A & <B>", "CC", moment=Moment("call", ON_DAY))
    assert '<title id="title">A &amp; &lt;B&gt;</title><desc id="desc">Timeline of 2 statements' in text
    assert "@media screen and (prefers-color-scheme:dark){" in text and ">CC<" in text
    coded = [(one.colour_light, one.colour_dark) for one in (LOOKS.sides["russia"], LOOKS.stances["denies"])]
    for light, dark in [*coded, *((LIGHT[tone], DARK[tone]) for tone in ("ink", "paper"))]:
        assert f'[fill="{light}"]{{fill:{dark}}}' in text and f' fill="{light}"' in text
    assert f'[stroke="{LIGHT["soft"]}"]{{stroke:{DARK["soft"]}}}' in text
    assert not re.findall(r'(?:href|src)="|<script|url\(', text)


def test_colours_are_those_of_the_pages():
    """The picture and the page around it have the same tones and the same colours, in light and dark."""
    style = files("readouts.site").joinpath("static/site.css").read_text(encoding="utf-8")
    light, dark = style.partition(".side-none")[0].split("prefers-color-scheme: dark")
    tokens = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", part)) for part in (light, dark)]
    tones = {name: value.replace("#ffffff", "#fff") for name, value in LIGHT.items()}
    assert (tones, DARK) == tuple({name: found[name] for name in LIGHT} for found in tokens)
    text = svg(tuple(mark(place, side) for place, side in enumerate(VOCABULARY.sides, 1)))
    for side, known in VOCABULARY.sides.items():
        assert f".side-{side} {{ --side: {known.colour_light}; }}" in sheet(VOCABULARY)
        assert known.colour_light in text and f"{{fill:{known.colour_dark}}}" in text


def drawn_again(built_file: Path, base: str = "") -> list[tuple]:
    """The pictures of the built file, drawn once more from what it holds."""
    with closing(sqlite3.connect(built_file)) as built, closing(sqlite3.connect(":memory:")) as connection:
        built.backup(connection)
        connection.execute("DROP TABLE pictures")
        draw(connection, base)
        return connection.execute("SELECT name, description, svg, wide, narrow FROM pictures ORDER BY name").fetchall()


def test_stored_pictures(built_file):
    """Each claim with two statements has a picture, no other has, and who draws again draws the same bytes."""
    sql = "SELECT name, description, svg, wide, narrow FROM pictures ORDER BY name"
    found = [tuple(row) for row in records(built_file, sql)]
    sql = "SELECT 'claims/' || claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) > 1 ORDER BY 1"
    claims = [tuple(row) for row in records(built_file, sql)]
    of_claims = [row for row in found if row[0].startswith("claims/")]
    assert found == drawn_again(built_file) and [row[:1] for row in of_claims] == claims and len(claims) > 10
    assert all(cell for row in of_claims for cell in row)


def test_a_file_names_the_address_of_what_it_is_about(built_file):
    """Where the record has a public host, what is taken away says where it is found; a page's own drawing does not."""
    found = drawn_again(built_file, "https://example.org")
    at = {"contacts": "https://example.org/contacts<"}
    at |= {f"findings/{one.id}": f"https://example.org/-/findings#{one.id}<" for one in FINDINGS}
    assert all(at.get(row[0], f"https://example.org/readouts/{row[0]}<") in row[2] for row in found) and len(found) > 99
    assert not any("example.org" in (row[3] or "") for row in found)


def test_served(page):
    """The picture has an address of its own in each form, may be shown in the page, and no other claim's is invented."""
    for form in ("", ".wide", ".narrow"):
        answer = page(f"{PATH}{form}.svg")
        assert answer.status == 200 and answer.headers["content-type"].startswith("image/svg+xml")
        assert "Dmitry Peskov" in answer.text and "denies" in answer.text and "CC-BY-4.0" in answer.text
        assert page(f"/-/picture/claims/no-such-claim{form}.svg").status == 404
    assert page(f"{PATH}.wide.png").status == page("/-/picture/people/dmitry-peskov.svg").status == 404


def test_a_png_is_the_same_picture(page):
    """As PNG it has twice the pixels of the drawing, and nothing of a picture that is not there."""
    answer, drawing = page(f"{PATH}.png"), ElementTree.fromstring(page(f"{PATH}.svg").body)
    assert answer.status == 200 and answer.headers["content-type"] == "image/png"
    assert answer.body.startswith(b"\x89PNG\r\n\x1a\n") and answer.body[12:16] == b"IHDR"
    wide, high = struct.unpack(">II", answer.body[16:24])
    assert (wide, high) == tuple(round(float(drawing.get(name)) * 2) for name in ("width", "height"))
    assert page("/-/picture/claims/no-such-claim.png").status == 404


def test_claim_page_shows_it(page, built_file):
    """The claim's page has the picture with its words for who cannot see it, files to take, and the table under it."""
    text = page("/readouts/claims/2024-11-07-call-took-place").text
    assert f'<img src="{PATH}.wide.svg" alt="Timeline of' in text and f'srcset="{PATH}.narrow.svg"' in text
    assert all(f'<a href="{PATH}.{kind}" download>' in text for kind in ("svg", "png"))
    assert text.index("<img") < text.index('<h2 id="in-time-order">') and '<span class="number">1</span>' in text
    sql = "SELECT claim_id FROM claim_timeline GROUP BY claim_id HAVING count(*) = 1 LIMIT 1"
    ((alone,),) = records(built_file, sql)
    one = page(f"/readouts/claims/{alone}").text
    assert "<img" not in one and '<tr id="at-1"' in one
