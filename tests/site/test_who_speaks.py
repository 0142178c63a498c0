"""Pages tell who speaks for whom: others of a side stand beside the party, hosts are where a text stands."""

import re

from readouts.site.pages.coverage_and_ties import together
from readouts.site.pages.side_accounts import BESIDE, Standpoint, by_side, side_account, standpoints

from ..conftest import VOCABULARY
from ..door import records
from .test_event import claim, said, shaped

LEAKED = "/readouts/events/2025-ushakov-dmitriev-conversation"
CALLS = "/readouts/events/2021-trump-putin-calls-after-office"


def test_a_word_on_the_leak_is_told_as_such():
    """It has its mark, and no words on the contact carry it."""
    assert standpoints("leak: denies", VOCABULARY) == (Standpoint("leak: ", "denies", ""),)
    cell = side_account("russia", "declines / leak: denies", [said(stance="declines")], 2, VOCABULARY)
    assert not cell.apart and cell.shown == cell.standpoints


def test_a_denied_leak_denies_no_subject():
    """A subject of which nobody says that it was not spoken of stays among those that were."""
    (group,) = shaped(claims=(claim(russia="leak: denies", press="asserts"),), timeline=(said(side="press"),)).groups
    assert group.kind == "content"


def test_words_on_the_leak_are_a_question_of_their_own():
    """What those who took part say of it stands behind all that is said of the contact, and among the statements."""
    row = said("genuine", stance="denies", claim_kind="authenticity", voice="took part", voice_side="russia")
    found = shaped(leaks=(row,))
    (group,) = found.groups
    assert (group.kind, group.rows[0].claim.id, group.rows[0].kind) == ("leak", "genuine", "authenticity")
    assert [one.side for one in group.rows[0].cells if one.quotes] == ["russia"]
    assert group.parts[0].sides == ("russia",)


def test_who_is_no_voice_of_the_party_stands_beside_with_the_body():
    """Not in the column of the side."""
    row = said(side="united-states", speaker="A", organization="B", voice="side only", voice_side="united-states")
    found = by_side([row], VOCABULARY)
    assert list(found) == [("c", BESIDE)]
    cell = side_account(BESIDE, "", found["c", BESIDE], 2, VOCABULARY)
    assert cell.quotes[0].speaker == "A, for B"
    own = said(speaker="B", organization="B", voice="side only")
    assert side_account(BESIDE, "", [own], 2, VOCABULARY).quotes[0].speaker == "B"


def test_who_took_part_stands_with_the_side_for_which_he_did():
    """Whatever his statement's own side is."""
    row = said(side="none", voice="took part", voice_side="russia")
    assert list(by_side([row], VOCABULARY)) == [("c", "russia")]


def test_what_may_be_one_is_shown_with_its_standing():
    """Contact by contact, with what each side says in the end."""
    rows = [
        claim(name, russia="denies")
        | {"event": "E", "event_id": "e", "standing": "announced", "claim": name, "claim_id": name}
        for name in "ab"
    ]
    (other,) = together(rows, VOCABULARY)
    assert (other.event.id, other.standing, [one.claim.id for one in other.claims]) == ("e", "announced", ["a", "b"])
    assert [(one.side, one.standpoints[0].stance) for one in other.claims[0].cells] == [("russia", "denies")]
    assert other.holes == ()


def test_what_is_not_coded_of_what_may_be_one_is_said_once():
    """Of a side without any account of the other contact, once beside its standing, and not claim by claim."""
    rows = [
        claim(name, russia="not coded yet", press="asserts")
        | {"event": "E", "event_id": "e", "standing": "announced", "claim": name, "claim_id": name}
        for name in "ab"
    ]
    (other,) = together(rows, VOCABULARY)
    assert other.holes == (("russia", "not coded yet"),)
    assert [[cell.side for cell in one.cells] for one in other.claims] == [["press"], ["press"]]


def test_the_page_of_the_leaked_conversation_has_dmitrievs_fake(page):
    """It once said that nothing was on record."""
    text = page(LEAKED).text
    assert "the leak: <span" in text and "What do those who took part say of a leak of it?" in text
    part = text.partition("say of a leak of it?")[2].partition("Statements in order")[0]
    assert "2025-11-dmitriev-fake" in part and "2025-11-ushakov-no-russian-part" in part and "peskov" not in part
    assert "What does a side say was not spoken of?" not in text


def test_the_page_of_the_calls_has_others_beside_the_party(page):
    """Haines and Simons have a column of their own, and are named with their bodies."""
    text = page(CALLS).text
    assert (
        "Others of these sides" in text and "Emilie Simons, for The White House under Joe Biden, 8 October 2024" in text
    )
    contacts = page("/contacts?_page=99").text  # the last: what began first
    assert "Emilie Simons, for The White House under Joe Biden: declines" in contacts


def test_a_contact_shows_what_is_folded_into_it_and_what_may_be_one_with_it(page, built_file):
    """13 March: the discussions stand with the meeting, and the alleged call beside it."""
    text = page("/readouts/events/2025-03-13-putin-witkoff-meeting").text
    told, _, beside = text.partition('<h2 id="together">')
    assert "2025-03-13-us-putin-discussions-took-place" in told
    assert "2025-03-13-putin-trump-call-took-place" not in told and "2025-03-13-putin-trump-call-took-place" in beside
    folded = page("/readouts/events/2025-03-13-us-putin-discussions").text
    assert "2025-03-13-putin-witkoff-meeting-took-place" in folded and "The same contact as" in folded
    tied = records(built_file, "SELECT count(*) FROM contact_standing WHERE perhaps_with <> 'none'")
    every = records(built_file, "SELECT count(*) FROM contact_standing")
    texts = [page(f"/contacts?_page={number}").text for number in range(1, 1 + len(range(0, every[0][0], 40)))]
    assert sum(text.count("<dt>Perhaps one with</dt>") for text in texts) == tied[0][0] > 6


def test_for_stands_before_a_name(page):
    """A participant without a body is for nobody: Musk."""
    text = re.sub(r"<[^>]+>", "", page("/readouts/events/zelensky-trump-musk-discussion").text)
    assert "Elon Musk" in text and not re.search(r"Elon Musk[^\n]*, for *\n", text)
    assert re.search(r"Donald Trump[^\n]*, for President-elect", text)


def test_an_office_is_told_once(page):
    """His post of July 2025 is of an unknown day before 3 July, and may lie in either term."""
    assert "US President; US President" not in page("/readouts/statements/2025-07-trump-confirms-planned-call").text


def test_a_host_is_where_a_text_stands(page):
    """The report of 11 November 2024 says nowhere whose it is."""
    text = page("/readouts/sources/2024-11-11-kremlin-denies-call").text
    assert "by whom is not known" in text and "the host, not who speaks" in text
    quoted = page("/readouts/statements/2024-11-11-report-election-victory").text
    assert "(publisher not known)" in quoted and 'for <a href="/readouts/organizations/zee-news"' not in quoted
    host = page("/readouts/organizations/zee-news").text
    assert "Texts at its address" in host and "As publisher" not in host and "No statement in its name" in host
