"""The claim page: who says what on one proposition, in time order and by side, without a verdict."""

import re

from readouts.site.pages import claim, pairs
from readouts.site.pages.manner import Manner

from ..conftest import CODES
from .test_statement import rendering

PATH = "/readouts/claims/2025-11-25-conversations-genuine"
ROW = {"id": "c", "text": "A call took place.", "kind": "occurrence", "value": None, "value_name": None, "note": None}
ROW |= {"event": None, "event_id": None, "topic": "Contacts", "topic_id": "contacts"}
NOTHING = dict.fromkeys(
    ("timeline", "shifts", "contradictions", "corroboration", "siblings", "picture", "threads", "coverage", "levels")
    + ("telling", "accounts"),
    (),
) | {"codes": CODES}


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


SHIFT = {"shift": "fell silent", "voice": "The Office", "side": "russia", "opinion": 0}


def moved(**cells: object) -> pairs.Pair:
    row = {f"{end}_{name}": name for end in ("earlier", "later") for name in ("statement_id", "quotation_id", "words")}
    row |= {f"{end}_{name}": 1 for end in ("earlier", "later") for name in ("own", "stance")}
    row |= {
        "earlier_date": "2025",
        "later_date": "2025",
        "earlier_speaker": "The Office",
        "later_speaker": "The Office",
    }
    return pairs.shift(SHIFT | row | cells)


def test_a_line_that_moved_names_through_whom():
    """A body's line that moved through two people names both; labels of a change judge nobody."""
    assert moved().voice == "The Office" and moved().kind == "then declined to say"
    assert moved(earlier_speaker="A", later_speaker="B").voice == "A, then B, for the Office"
    assert moved(earlier_speaker="A", later_speaker="A").voice == "A, for the Office"
    assert moved(earlier_speaker="A").voice == "A, then the Office"


def test_what_is_our_reading_says_so():
    """Where nobody is named, or the source judges, the end says that it is our reading, and on what it rests."""
    pair = moved(earlier_speaker="unattributed", earlier_form="unattributed", earlier_note="Why.", later_note="No.")
    assert pair.voice == "unattributed (read by us as the Office), then the Office"
    assert pair.first.ours == "unattributed: that it is the Office is our reading" and pair.first.note == "Why."
    assert (pair.second.ours, pair.second.note) == ("", "")
    assert "our reading" in moved(later_form="narrated").second.ours


def test_home_says_what_is_our_reading(page):
    """The card on the home page has the caution, with its note, beside the words."""
    assert "Unattributed: that it is the Kremlin is our reading. The text says twice" in page("/").text


def test_why_a_stance_is_taken_stands_beside_it():
    """The note of a stance is shown; without the column, or empty, nothing is."""
    rows = (
        entry(1, "russia", basis="logic", stance_note="Both."),
        entry(2, "russia", basis="words", stance_note=None),
        entry(3, "press"),
    )
    assert [one.manner for one in shaped(timeline=rows).entries] == [Manner("logic", why="Both."), Manner(), Manner()]


def test_page(page):
    """The page has the proposition, lanes, the words with one click to the evidence, shift, contradiction, origins."""
    text = page(PATH).text
    assert re.search(
        r"<h1><span class=\"tag\">Claim:</span> The conversations that Bloomberg published .+ are genuine\.</h1>", text
    )
    assert (
        '<p class="lead">Asserted by the press (Bloomberg); held possible by Russia (Vladimir Putin); played down by'
        in text
    )
    assert len(re.findall('<tr id="at-', text)) == 8 and "ничего там такого страшного нет" in text
    assert (
        "<strong>unattributed (read by us as the Kremlin), then Dmitry Peskov, for the Kremlin</strong>: softening"
        in text
        and "who says the contrary." in text
    )
    assert "Downplays</abbr>" in text and "independent origins, at most" in text
    assert [
        re.sub("<[^>]+>", " ", row).split() for row in re.findall('<tr><th scope="row">say[^<]+</th>.+?</tr>', text)
    ] == [
        ["say", "that", "it", "is", "so", *"112100"],
        ["say", "that", "it", "is", "not", "so", *"213200"],
    ]
    assert 'href="https://benborges.xyz/2025/11/27/peskov-downplays-witkoff-call-leak.html#:~:text=' in text


def test_no_verdict(page):
    """The page says of itself that it does not say what is true."""
    assert "does not say whether it is true" in page(PATH).text


def test_who_says_so_puts_words_into_no_mouth(page):
    """What only an author guesses, a leak has or nobody named said is not put down to a side."""
    accused = page("/readouts/claims/2024-11-trump-deceived-on-call").text
    assert '<p class="lead">Doubted in opinion alone.' in accused
    assert "about the call reported on 10 November 2024” (doubted in opinion alone)" in accused
    leaked = page("/readouts/claims/2025-peace-plan-drafted-in-moscow").text
    assert '<p class="lead">Asserted by a leaked record; played down by the United States' in leaked
    unnamed = page("/readouts/claims/2025-07-03-call-tax-bill").text
    assert "Asserted by somebody unnamed (Russia by our reading)." in unnamed


def test_words_of_a_source_are_told_as_its_own(page):
    """What a source says of a speaker stands as the source's words, and on no page in quotation marks."""
    for address in (
        "/readouts/claims/2025-11-25-conversations-genuine",
        "/readouts/statements/2025-11-dmitriev-fake",
        "/readouts/quotations/2025-11-dmitriev-fake-fake",
        "/readouts/sources/2025-11-peskov-downplays-leak",
        "/-/search?q=dmitriev+fake",
        "/readouts/claim_timeline?claim_id=2025-11-25-conversations-genuine",
        "/readouts/readouts?claim_id=2025-11-25-conversations-genuine",
    ):
        text = page(address).text
        # The words that date a statement are quoted where they do, and can be the same.
        shown = re.sub(r"<mark>|</mark>|<title>.*?</title>", "", text)
        assert "called the publication a fake" in shown, address
        assert "“called the publication" not in shown.replace(": “called the publication a fake”)", ""), address
    assert "The source’s words, not the speaker’s:" in page("/readouts/claims/2025-11-25-conversations-genuine").text


def test_a_place_without_words_is_folded(page):
    """Where no words of the source are known, the place stands folded, between the words that begin and end it."""
    text = page("/readouts/claims/2021-trump-putin-calls-after-office-took-place").text
    folded = re.findall(r'<details class="told"><summary>(.*?)</summary><p>It stands between <i', text)
    assert folded and all("none of them quoted" in one for one in folded)
