"""The claim page: who says what on one proposition, in time order and by side, without a verdict."""

import re

from readouts.site.pages import claim

from .test_site_statement import rendering

PATH = "/readouts/claims/2025-11-25-conversations-genuine"
ROW = {"id": "c", "text": "A call took place.", "kind": "occurrence", "value": None, "value_name": None, "note": None}
ROW |= {"event": None, "event_id": None, "topic": "Contacts", "topic_id": "contacts"}
NOTHING = dict.fromkeys(("timeline", "shifts", "contradictions", "corroboration", "siblings", "picture"), ())


def entry(place: int, side: str, stance: str = "denies", **cells: object) -> dict:
    return rendering("a", "fake", place) | {"side": side, "place": place, "stance": stance, "opinion": 0} | cells


def shaped(**answers: tuple[dict, ...]) -> claim.Claim:
    return claim.shape(NOTHING | {"claim": (ROW,)} | answers)


def test_claim_without_a_statement():
    """A claim on which nobody speaks has an empty page and no lane."""
    found = shaped()
    assert (found.entries, found.lanes, found.support) == ((), (), ())


def test_lanes_keep_time_order():
    """One lane a side that speaks, in a fixed order of sides; within it the order in time."""
    rows = (entry(1, "press"), entry(2, "russia"), entry(3, "press"), entry(4, "atlantis"))
    found = shaped(timeline=rows)
    assert [(lane.side, [one.place for one in lane.entries]) for lane in found.lanes] == [
        ("russia", [2]),
        ("press", [1, 3]),
        ("atlantis", [4]),
    ]
    assert [one.place for one in found.entries] == [1, 2, 3, 4]


def test_forty_statements():
    """A claim of forty statements loses none."""
    assert len(shaped(timeline=tuple(entry(place, "press") for place in range(40))).entries) == 40


def test_undated():
    """A statement without a date says so."""
    found = shaped(timeline=(entry(1, "russia", date=None, date_basis="unknown"),))
    assert found.entries[0].card.when.text == "date not known"


def test_contradiction_shows_both():
    """Both ends of a contradiction keep their own speaker, side and stance, and whether an opinion is among them."""
    ends = {}
    for end, side, stance in (("affirmed", "press", "asserts"), ("denied", "russia", "denies")):
        ends |= {f"{end}_{name}": f"{end} {name}" for name in ("statement_id", "quotation_id", "by", "words")}
        ends |= {f"{end}_side": side, f"{end}_stance": stance, f"{end}_date": "2024-11", f"{end}_own": 1}
    pair = shaped(contradictions=({"scope": "between two sides", "opinion": 1} | ends,)).contradictions[0]
    assert (pair.first.side, pair.second.side, pair.opinion) == ("press", "russia", True)
    assert (pair.first.speaker, pair.second.stance, pair.second.date) == ("affirmed by", "denies", "November 2024")


def test_page(page):
    """The page has the proposition, lanes, the words with one click to the evidence, shift, contradiction, origins."""
    text = page(PATH).text
    assert "<h1>The conversations that Bloomberg published on 25 November 2025 are genuine.</h1>" in text
    assert len(re.findall('<tr id="at-', text)) == 4 and "“nothing terrible”" in text
    assert "<strong>Softening</strong>: The Kremlin" in text and "<strong>Between two sides</strong>" in text
    assert "Downplays</abbr>" in text and "independent origins, at most" in text
    assert 'href="https://benborges.xyz/2025/11/27/peskov-downplays-witkoff-call-leak.html#:~:text=' in text


def test_no_verdict(page):
    """The page says of itself that it does not say what is true."""
    assert "does not say whether it is true" in page(PATH).text
