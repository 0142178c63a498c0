"""The calendar of contacts: each in the month in which it must lie, or beside the months; and what nobody coded is seen."""

from xml.etree import ElementTree

import pytest

from readouts.build.calendar_chart import GROUNDS, TITLE, chart, description
from readouts.build.contact_calendar import OPEN, calendar
from readouts.build.drawing import HATCH
from readouts.read.edtf_dates import parse
from readouts.vocabulary.colours import DARK, LIGHT
from readouts.vocabulary.marks import MARKS

from ..conftest import VOCABULARY

SVG = "{http://www.w3.org/2000/svg}"
GROUND = [
    {"month": month, "level": level, "state": state}
    for month in ("2024-12", "2025-01", "2025-02")
    for level, state in (("leaders", "complete"), ("envoys", "partial"), ("officials", "not coded"))
]


def contact(id: str, date: str, standing: str = "disputed", level: str = "leaders") -> dict:
    span = parse(date) if date else None
    ends = [day.isoformat() if day else None for day in (span.earliest, span.latest)] if span else [None, None]
    row = {"id": id, "title": f"Call & {id}", "level": level, "standing": standing, "date": date or None}
    return row | {"date_earliest": ends[0], "date_latest": ends[1]}


def made(*contacts: dict, ground=GROUND):
    return calendar(contacts, ground, VOCABULARY)


def places(found) -> dict[str, tuple[str, str]]:
    """Where each contact stands: its month, or "beside", and its level."""
    levels = [one.code for one in found.levels]
    there = {
        one.id: (month.month, level)
        for _, months in found.years
        for month in months
        for level, cell in zip(levels, month.cells, strict=True)
        for one in cell.contacts
    }
    return there | {one.id: ("beside", level.code) for level, contacts in found.beside for one in contacts}


def drawn(found) -> ElementTree.Element:
    return ElementTree.fromstring(chart(found, "Readouts, CC"))


def marks(picture: ElementTree.Element) -> dict[str, dict]:
    """Each contact of the drawing by its words: its shape, whether dots or a ring stand with it."""
    return {
        node.find(f"{SVG}title").text: {
            "shape": node.find(f"{SVG}path").get("d"),
            "dots": len(node.findall(f"{SVG}rect")),
            "ring": node.find(f"{SVG}circle") is not None,
        }
        for node in picture.iter(f"{SVG}g")
        if node.get("class") == "contact"
    }


@pytest.mark.parametrize(
    ("date", "place"),
    [
        ("2025-01-07", "2025-01"),
        ("2025-01", "2025-01"),
        ("2025-01-03/2025-01-31", "2025-01"),
        ("2025-01-07?", "2025-01"),
        ("2025-01-31/2025-02-01", "beside"),
        ("../2025-01-07", "beside"),
        ("2025-01-07/..", "beside"),
        ("2025", "beside"),
        ("2020-01-07", "beside"),
        ("", "beside"),
    ],
)
def test_a_contact_stands_where_it_must_lie(date, place):
    """Only a contact all whose days lie in one month of the calendar stands in it; none is in two places."""
    found = made(contact("call", date))
    assert places(found) == {"call": (place, "leaders")} and found.number == 1


def test_months_are_those_of_the_coverage():
    """Each month whose coverage is known has its row, with or without a contact, and no other has one."""
    found = made(contact("call", "2025-01-07"), contact("early", "2020-01-07"))
    assert [(year, [one.month for one in months]) for year, months in found.years] == [
        ("2024", ["2024-12"]),
        ("2025", ["2025-01", "2025-02"]),
    ]
    bare = made(contact("call", "2025-01-07"), contact("late", "2025-03-07"), ground=[])
    assert [one.month for _, months in bare.years for one in months] == ["2025-01", "2025-03"]


def test_what_is_not_coded_is_no_silence():
    """A month has the state that coverage has; one of which nothing is known is not coded, even with a contact in it."""
    found = made(contact("call", "2025-01-07"))
    first = {level.code: cell.state for level, cell in zip(found.levels, found.years[0][1][0].cells, strict=True)}
    assert {"leaders": "complete", "envoys": "partial", "officials": OPEN, "military": OPEN}.items() <= first.items()
    assert set(found.states) == {"complete", "partial", OPEN}
    assert {cell.state for _, run in made(contact("a", "2025-01-07"), ground=[]).years for cell in run[0].cells} == {
        OPEN
    }


def test_grounds_look_different():
    """What is not coded is hatched, and only that; the legend names each ground that is there."""
    level = len(VOCABULARY.of("level"))
    picture = drawn(made(contact("call", "2025-01-07")))
    hatched = picture.findall(f".//{SVG}path[@stroke-dasharray='{HATCH}']")
    assert len(hatched) == 3 * (level - 2) + 1  # of three months, leaders and envoys are coded; and the legend
    fills = [one.get("fill") for one in picture.iter(f"{SVG}rect") if one.get("stroke") == LIGHT["line"]]
    assert fills.count(LIGHT["paper"]) == 3 + 1 and len(fills) == 3 * level + 3
    said = [one.text for one in picture.iter(f"{SVG}text")]
    assert set(GROUNDS.values()) <= set(said)


def test_standing_by_mark_and_colour_and_word():
    """Each standing has a shape that no other has; what is so far has dots, and a date in doubt has a ring."""
    standings = [code.replace("-", " ") for code in VOCABULARY.of("standing") if code != "so-far"]
    found = made(*(contact(f"call-{place:02}", "2025-01-07", one) for place, one in enumerate(standings)))
    shapes = marks(drawn(found))
    assert len({one["shape"] for one in shapes.values()}) == len(standings) == 14
    assert not any(one["dots"] or one["ring"] for one in shapes.values())
    assert shapes["Call & call-00: disputed, 7 Jan 2025"]["shape"] == MARKS[VOCABULARY.of("standing")["disputed"].mark]
    more = marks(drawn(made(contact("a", "2025-01-07~", "none so far"), contact("b", "../2025-01-07", "none"))))
    assert more["Call & a: none so far, about 7 Jan 2025"] == {"shape": MARKS["bar"], "dots": 3, "ring": True}
    assert more["Call & b: none, by 7 Jan 2025"] == {"shape": MARKS["bar"], "dots": 0, "ring": False}


def test_many_contacts_do_not_overlap():
    """Forty contacts in one month and ninety beside the months: no mark over another, nothing off the edge."""
    many = [contact(f"a-{place}", "2025-01-07") for place in range(40)]
    many += [contact(f"b-{place}", "2025-01-07/..", "announced", "officials") for place in range(90)]
    picture = drawn(made(*many))
    at = [
        tuple(map(float, node.find(f"{SVG}path").get("transform")[10:].partition(")")[0].split()))
        for node in picture.iter(f"{SVG}g")
        if node.get("class") == "contact"
    ]
    assert len(set(at)) == len(at) == 130
    assert all(
        abs(one[0] - other[0]) >= 18 or abs(one[1] - other[1]) >= 18 for one in at for other in at if one != other
    )
    wide, high = float(picture.get("width")), float(picture.get("height"))
    assert all(6 < x < wide - 6 and 6 < y < high - 60 for x, y in at)


def test_the_file_says_what_it_is():
    """It has a title, what it shows in words, its source and licence, dark colours, letters of 13 pixels or more."""
    found = made(contact("call", "2025-01-07"), contact("plan", "2025-01-07/..", "announced"))
    text = chart(found, "Readouts, CC")
    assert f'<title id="title">{TITLE}</title><desc id="desc">{description(found)}' in text and "Readouts, CC" in text
    assert description(found) == (
        "Calendar of 2 contacts from 2024-12 to 2025-02, by month and level: 1 disputed, 1 announced."
        " 1 are dated over several months, have an open end, or lie at another time."
    )
    assert f'[fill="{LIGHT["paper"]}"]{{fill:{DARK["paper"]}}}' in text and "Call &amp; call" in text
    assert min(float(one.get("font-size")) for one in drawn(found).iter(f"{SVG}text")) >= 13
