"""Accounts of one contact laid apart: what one side alone tells is never said of what is not coded."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from readouts.build.accounts_apart import GROUPS, NONE, apart
from readouts.build.apart_chart import chart, description, title
from readouts.build.charts import width
from readouts.build.drawing import HATCH
from readouts.build.palette import palette
from readouts.build.spans import Days
from readouts.vocabulary.colours import DARK, LIGHT

from ..conftest import VOCABULARY

SVG = "{http://www.w3.org/2000/svg}"
NOT_CODED, IN_VAIN = "not coded yet", "nothing found in the stored pages searched on 2026-11-30"
BOTH = "russia, united-states"
LOOKS = palette(VOCABULARY)
HELD = {"russia": "asserts", "united_states": "confirms", "claim_id": "held", "claim_kind": "occurrence"}


def row(claim_id: str = "subject", kind: str = "content", **cells: str) -> dict:
    silent = {side.column: "not a party" for side in VOCABULARY.sides.values()}
    return silent | {"claim_id": claim_id, "claim_kind": kind, "text": f"It was {claim_id} & so."} | cells


def laid(*rows: dict, parties: str = BOTH):
    """The groups of these rows beside one that both tell: by claim, its group, and which side alone tells it."""
    found = apart((row(**HELD), *rows), parties, VOCABULARY)
    return {one.claim_id: (name, one.alone) for name, lines in found.groups for one in lines}


@pytest.mark.parametrize(
    ("russia", "united_states", "group"),
    [
        ("asserts", "confirms", ("all", "")),
        ("asserts", "denies", ("disputed", "")),
        ("asserts", "declines", ("alone", "russia")),
        ("declines", "asserts", ("alone", "united-states")),
        ("asserts", IN_VAIN, ("alone", "russia")),
        ("asserts", "doubts", ("alone", "russia")),
        ("asserts", "denies (by logic)", ("alone", "russia")),
        ("asserts", "speaks of it, takes no position", ("alone", "russia")),
        ("asserts", NOT_CODED, ("open", "")),
        (NOT_CODED, "asserts", ("open", "")),
        ("denies", NOT_CODED, ("open", "")),
        ("asserts", "allows", ("partly", "")),
        ("asserts", "confirms (by logic)", ("partly", "")),
        ("denies", "declines", ("denied", "")),
        ("denies", IN_VAIN, ("denied", "")),
        ("allows", "declines", ("left", "")),
    ],
)
def test_what_one_alone_tells(russia, united_states, group):
    """One alone tells what every other speaks to otherwise or was searched for in vain; not what is not coded yet."""
    assert laid(row(russia=russia, united_states=united_states))["subject"] == group


@pytest.mark.parametrize(
    "cell",
    [NOT_CODED, IN_VAIN, "declines", "asserts (by logic)", "leak: denies", "of other parts: declines"],
)
def test_a_side_without_an_account_has_no_column(cell):
    """Who only refuses, is not coded, or of whose words a stance only follows, gives no account: nothing is laid apart."""
    rows = [row("a", russia="asserts", united_states=cell), row("b", russia="denies", united_states=NOT_CODED)]
    assert apart(rows, BOTH, VOCABULARY) == NONE
    rows.append(row("c", russia=NOT_CODED, united_states="doubts"))
    assert [one.code for one in apart(rows, BOTH, VOCABULARY).sides] == ["russia", "united-states"]


def test_who_took_no_part_has_no_column():
    """A column is for a party; a third party has one if it gives an account, and all must then tell for all to tell."""
    held = row(**HELD | {"ukraine": "asserts"})
    assert [one.code for one in apart([held], BOTH, VOCABULARY).sides] == ["russia", "united-states"]
    found = apart(
        [held, row(russia="asserts", united_states="asserts", ukraine=NOT_CODED)], f"{BOTH}, ukraine", VOCABULARY
    )
    assert [one.code for one in found.sides] == ["russia", "united-states", "ukraine"]
    assert [name for name, _ in found.groups] == ["all", "open"]


def test_what_no_column_speaks_of_is_left_out():
    """A claim that only others tell, or nobody, is no part of these accounts."""
    assert "subject" not in laid(row(russia=NOT_CODED, united_states=IN_VAIN, press="asserts"))


def test_a_side_that_gives_another_length_is_not_silent():
    """Of two lengths each is told by one alone, since the other gives another; a length that neither tells is left out."""
    found = laid(
        row("hour", "duration", russia="asserts", united_states=NOT_CODED),
        row("minutes", "duration", russia=NOT_CODED, united_states="asserts"),
        row("day", "duration", russia=NOT_CODED, united_states=NOT_CODED, press="asserts"),
    )
    assert found["hour"] == ("alone", "russia") and found["minutes"] == ("alone", "united-states")
    assert "day" not in found


def test_claims_stand_in_the_order_of_questions():
    """Whatever the order of the rows: whether it was held, then lengths, then what was spoken of, then the rest."""
    kinds = ("assessment", "content", "duration", "occurrence")
    rows = [row(kind, kind, russia="asserts", united_states="asserts") for kind in kinds]
    ((_, lines),) = apart(rows, BOTH, VOCABULARY).groups
    assert [one.claim_id for one in lines] == list(reversed(kinds))


def drawn(*rows: dict) -> ElementTree.Element:
    found = apart((row(**HELD), *rows), BOTH, VOCABULARY)
    return ElementTree.fromstring(chart("What each side tells: Call", found, LOOKS, "Readouts, CC"))


def test_what_is_not_coded_is_hatched_and_what_one_alone_tells_has_a_stroke():
    """The drawing says what the table says: hatched only what is not coded, a stroke of its side only what one alone tells."""
    picture = drawn(
        row("alone", russia="asserts", united_states="declines"), row("open", russia=NOT_CODED, united_states="asserts")
    )
    _, alone, unknown = picture.findall(f".//{SVG}g[@class='row']")
    strokes = {one.get("fill") for one in picture.findall(f".//{SVG}g[@class='row']/{SVG}rect[@width='5']")}
    assert strokes == {VOCABULARY.sides["russia"].colour_light}
    hatch = f"{SVG}path[@stroke-dasharray='{HATCH}']"
    assert len(unknown.findall(hatch)) == 1 and not alone.findall(hatch)
    assert [one.text for one in alone.iter(f"{SVG}text")] == [
        "Only Russia: Asserts: It was alone & so.",
        "Declines to say",
    ]
    assert [one.text for one in unknown.iter(f"{SVG}text")] == [NOT_CODED, "Asserts: It was open & so."]


def test_long_claims_stay_in_their_column():
    """No line reaches over its column or the edge, and no row into the next."""
    long = "Exchange of prisoners between Washington and Moscow was a subject of the call " * 4
    picture = drawn(*(row(f"{place}", text=long, russia="asserts", united_states="declines") for place in range(9)))
    lines = [
        (float(one.get("x")), float(one.get("y")), one.text)
        for one in picture.findall(f".//{SVG}g[@class='row']/{SVG}text")
    ]
    middle, right = float(picture.get("width")) / 2, float(picture.get("width"))
    assert all(x + width(text, 13) <= (middle if x < middle else right) for x, _, text in lines[1:])
    assert len({(x, y) for x, y, _ in lines}) == len(lines)
    heights = sorted({y for _, y, _ in lines})
    assert all(later - earlier >= 12 for earlier, later in pairwise(heights))


def test_the_file_says_what_it_is():
    """Title with the date where the name has no year, what it shows in words, source and licence, dark colours."""
    day = Days.stored("2025-02-12", "2025-02-12", "2025-02-12")
    assert title("Call", day) == "What each side tells: Call, 12 Feb 2025"
    assert title("Call of 2025", day) == "What each side tells: Call of 2025" and title("Call", Days()).endswith(
        ": Call"
    )
    found = apart((row(**HELD),), BOTH, VOCABULARY)
    text = chart("A & B", found, LOOKS, "Readouts, CC")
    assert '<title id="title">A &amp; B</title>' in text and "Readouts, CC" in text
    assert (
        description(found) == "Accounts laid apart, one column a side: Russia, United States. Told by all of them: 1."
    )
    assert f'[fill="{LIGHT["paper"]}"]{{fill:{DARK["paper"]}}}' in text


def test_contact_page_lays_accounts_apart(page):
    """The page has the columns, what one alone tells is marked, what is not coded hatched, and the picture goes along."""
    text = page("/readouts/events/2025-02-12-putin-trump-call").text
    part = text.partition('<section aria-labelledby="apart">')[2].partition("</section>")[0]
    assert all(GROUPS[name] in part for name in ("all", "alone", "open"))
    assert "Only Russia tells this" in part and 'class="ground not-coded"' in part
    svg = "/-/picture/events/2025-02-12-putin-trump-call.svg"
    assert f'href="{svg}" download' in part and page(svg).text.count('<g class="row">') == (
        part.count("<tr>") - part.count("<thead>") + part.count("<li>")
    )
    assert "<table" not in part.partition(GROUPS["alone"])[0], "what all tell stands under no side's head"
    assert page(svg.replace(".svg", ".png")).body.startswith(b"\x89PNG")


def test_a_contact_with_one_account_is_not_laid_apart(page):
    """Where only one side gives an account there is neither the part of the page nor a picture."""
    assert 'aria-labelledby="apart"' not in page("/readouts/events/2024-11-07-trump-putin-call").text
    assert page("/-/picture/events/2024-11-07-trump-putin-call.svg").status == 404
