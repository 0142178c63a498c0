"""The event page: what each side says of one contact, leak or decision, side by side and in order."""

import re
import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest

from readouts.site.pages import event
from readouts.site.pages.side_accounts import Standpoint, by_side, side_account, standpoints

from ..conftest import CODES, VOCABULARY
from ..door import records
from .test_statement import rendering

CALL = "/readouts/events/2025-07-03-putin-trump-call"
DENIED = "/readouts/events/2024-11-07-trump-putin-call"
LEAK = "/readouts/events/2025-11-25-bloomberg-leak"
ROW = {"id": "e", "title": "Call", "kind": "call", "date": "2025-07-03", "date_basis": "stated", "date_words": None}
ROW |= {"place": None, "note": None, "source": "A", "source_id": "a", "standing": "acknowledged by one", "leaked": 0}
COLUMNS = ("russia", "united_states", "ukraine", "europe", "press", "other")


def claim(name: str = "c", kind: str = "content", told: str = "by one party", **sides: str) -> dict:
    cells = {"id": name, "text": name, "kind": kind, "value": None, "value_name": None, "told": told}
    return cells | dict.fromkeys(COLUMNS, "not a party") | sides


def said(name: str = "c", side: str = "russia", stance: str = "asserts", **cells: object) -> dict:
    row = {"claim_id": name, "claim": name, "side": side, "stance": stance, "opinion": 0, "medium": "briefing"}
    row |= {"speaker": "A", "date": "2025-07-03", "words": "yes", "form": "direct", "statement_id": "s"}
    return row | {"quotation_id": "q"} | cells


def shaped(**answers: tuple[dict, ...]) -> event.Event:
    names = (
        "coverage",
        "ties",
        "together",
        "participants",
        "claims",
        "timeline",
        "leaks",
        "cards",
        "months",
        "levels",
        "threads",
        "telling",
        "standing",
    )
    nothing = dict.fromkeys(names, ()) | {"codes": CODES}
    return event.shape(nothing | {"event": (ROW,)} | answers)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("asserts", (Standpoint("", "asserts", ""),)),
        ("asserts / denies", (Standpoint("", "asserts", ""), Standpoint("", "denies", ""))),
        ("plan: denies", (Standpoint("plan: ", "denies", ""),)),
        ("asserts (leaked record)", (Standpoint("", "asserts", "(leaked record)"),)),
        ("not coded yet", (Standpoint("", "", "not coded yet"),)),
        ("describes it (leaked record)", (Standpoint("", "", "describes it (leaked record)"),)),
        ("denies (by logic)", (Standpoint("", "denies", "(by logic)"),)),
        ("of other parts: declines", (Standpoint("of other parts: ", "declines", ""),)),
        ("not a party", ()),
        ("none", ()),
    ],
)
def test_tellings(text, found):
    """A stance becomes a mark, with what stands around it; other words stay; who took no part and is silent has none."""
    assert standpoints(text, VOCABULARY) == found


def test_last_words_of_a_side():
    """Beside a side's stance stand its last words, and how many came before."""
    found = side_account("russia", "denies", [said(words=word) for word in "abc"], 2, VOCABULARY)
    assert [one.words for one in found.quotes] == ["b", "c"] and found.more == 1
    assert side_account("russia", "denies", [said()], 2, VOCABULARY).more == 0


def test_voices_that_differ_have_each_its_own_mark():
    """Where words carry different stances, no mark stands over all, and each stance in the end has its words."""
    rows = [said(stance="asserts", speaker="A"), said(stance="doubts", speaker="B"), said(stance="doubts", speaker="B")]
    found = side_account("russia", "asserts / doubts", rows, 2, VOCABULARY)
    assert found.apart and found.shown == ()
    assert [one.stance for one in found.quotes] == ["asserts", "doubts", "doubts"] and found.more == 0
    plan = side_account("russia", "plan: asserts / doubts", rows, 2, VOCABULARY)
    assert plan.shown == (Standpoint("", "", "the plan:"),), "what the words are about stays, without a mark"
    one = side_account("russia", "asserts", rows[:1], 2, VOCABULARY)
    assert not one.apart and one.shown == one.standpoints
    assert side_account("russia", "denies", rows[1:], 2, VOCABULARY).apart, "a mark that the words below do not carry"


def test_lengths_stand_together():
    """A side that tells another length is not silent: its cell says who says which; lengths stand in their order."""
    rows = (
        claim("b", "duration", russia="not coded yet", united_states="asserts") | {"value": "PT2H"},
        claim("a", "duration", russia="asserts", united_states="not coded yet") | {"value": "PT90M/.."},
    )
    timeline = (said("a", speaker="A"), said("b", "united-states", speaker="B"))
    (group,) = shaped(claims=rows, timeline=timeline).groups
    assert [row.value for row in group.rows] == ["90 minutes or more", "2 hours"]
    cells = {(row.claim.id, one.side): one.standpoints for row in group.rows for one in row.cells}
    assert cells["b", "russia"] == (Standpoint("", "", "A says 90 minutes or more"),)
    assert cells["a", "united-states"] == (Standpoint("", "", "B says 2 hours"),)


def test_leak_and_opinion_are_no_account():
    """Words from a leaked record stand with the press, whoever's they are; an opinion stands nowhere."""
    found = by_side([said(side="united-states", medium="leaked-record"), said(opinion=1)], VOCABULARY)
    assert list(found) == [("c", "press")]


def test_subjects_and_which_not():
    """Subjects that a side denies stand apart from those that are told; every claim stands once."""
    claims = (
        claim("aid", russia="asserts"),
        claim("arms", russia="denies", told="denied"),
        claim("took place", "occurrence", russia="asserts"),
        claim("length", "duration", russia="asserts"),
        claim("motive", "motive", press="asserts"),
        claim("guess", "motive", "by nobody", russia="not coded yet"),
    )
    found = shaped(claims=claims).groups
    assert [(group.kind, [row.claim.text for row in group.rows]) for group in found] == [
        ("occurrence", ["took place"]),
        ("duration", ["length"]),
        ("content", ["aid"]),
        ("not-content", ["arms"]),
        ("else", ["motive"]),
        ("nobody", ["guess"]),
    ]
    found = shaped(claims=claims[-1:], timeline=(said("guess", opinion=1),)).groups
    assert [group.kind for group in found] == ["opinion"]


def test_a_party_without_any_account_is_named_once():
    """What is known of a party of which the page has no account stands once on the page, and in none of its tables."""
    rows = (claim("a", russia="asserts", united_states="not coded yet"), claim("b", united_states="not coded yet"))
    found = shaped(claims=rows, timeline=(said("a"), said("b", side="press")))
    assert found.holes == (("united-states", "not coded yet"),)
    assert [(part.sides, part.holes) for part in found.groups[0].parts] == [(("russia",), ()), (("press",), ())]
    answered = shaped(claims=(*rows, claim("c", "plan", united_states="denies")), timeline=(said("a"),))
    assert answered.holes == ()
    assert [part.holes for group in answered.groups for part in group.parts][1] == (("united-states", "not coded yet"),)


def test_what_sides_tell_alone_is_folded_alike():
    """Eight claims that one side alone tells stand open; of more, all sides' are folded, however few one of them has."""
    rows = [claim(f"c{number}", russia="asserts", united_states="not coded yet") for number in range(7)]
    other = (claim("x", united_states="asserts", russia="not coded yet"), claim("y", russia="asserts", press="asserts"))
    [few] = shaped(claims=(*rows, *other)).groups
    [many] = shaped(claims=(*rows, *other, claim("z", united_states="asserts", russia="not coded yet"))).groups
    assert (few.folded, many.folded) == (False, True)
    assert [len(part.rows) for part in many.parts] == [1, 7, 2]


def test_no_standing_without_a_contact():
    """A leak and a decision have no standing: every stance taken is listed in time order, opinion left out."""
    row = ROW | {"kind": "leak", "standing": "no contact", "leaked": None}
    timeline = (
        said(stance="declines"),
        said(stance="denies"),
        said(stance="declines"),
        said(stance="asserts", opinion=1),
    )
    found = shaped(event=(row,), claims=(claim(told=None) | dict.fromkeys(COLUMNS),), timeline=timeline)
    assert found.standing == "" and not found.leaked
    assert [one.stance for one in found.groups[0].rows[0].cells[0].standpoints] == ["declines", "denies"]


def test_duration_and_initiative_have_their_value():
    """How long stands in words, who in a name."""
    rows = (
        claim("long", "duration", russia="asserts") | {"value": "PT60M~"},
        claim("who", "initiative", russia="asserts") | {"value_name": "The Kremlin"},
    )
    assert [group.rows[0].value for group in shaped(claims=rows).groups] == ["The Kremlin", "about 60 minutes"]


def test_remarks_set_wordings_side_by_side():
    """One statement in two sources is one remark with two wordings, differing words marked, and its stances."""
    cards = (rendering("a", "pure fiction"), rendering("b", "pure fantasy"), rendering("b", None, 2, "indirect"))
    (found,) = event.remarks(cards, (said(), said("d", stance="denies")))
    assert [one.source for one in found.wordings] == ["a", "b"] and len(found.told) == 1
    assert [piece.text for piece in found.wordings[1].cards[0].pieces if piece.only_here] == ["fantasy"]
    assert [(one.claim.id, one.stance) for one in found.stances] == [("c", "asserts"), ("d", "denies")]


def test_participants(page):
    """Who took part stands with the office of that day, and not of another."""
    denied, call = page(DENIED).text, page(CALL).text
    assert "Donald Trump</a></strong>, President-elect, for" in denied and "US President" not in denied.split("<h2")[0]
    assert "Donald Trump</a></strong>, US President, for" in call


def test_office_is_that_of_the_day():
    """Of the offices that a person held in an organization, only those of the event's days are named."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript("""
            CREATE TABLE events (id, date_earliest, date_latest); INSERT INTO events VALUES ('e', '2025-07-03', '2025-07-04');
            CREATE TABLE people (id, name); INSERT INTO people VALUES ('p', 'P');
            CREATE TABLE organizations (id, name, side); INSERT INTO organizations VALUES ('o', 'O', 'russia');
            CREATE TABLE event_participants (id, event_id, person_id, organization_id, part);
            INSERT INTO event_participants VALUES ('1', 'e', 'p', 'o', 'guest');
            CREATE TABLE roles (person_id, organization_id, title, start_earliest, end_latest);
            INSERT INTO roles VALUES ('p', 'o', 'then', '2025-07-04', NULL), ('p', 'o', 'later', '2025-07-05', NULL),
                ('p', 'o', 'before', NULL, '2025-07-02'), ('p', 'o', 'always', NULL, NULL), ('p', 'x', 'elsewhere', NULL, NULL);
        """)
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute(event.QUESTIONS["participants"], {"id": "e"}).fetchone())
    found = shaped(participants=(row,)).participants[0]
    assert (found.person.text, found.office, found.part) == ("P", "always; then", "guest")


def test_order_is_that_of_the_timelines(built_file):
    """On no event's page does a statement stand before one that the timeline of a claim puts before it in time."""
    for (event_id,) in records(built_file, "SELECT id FROM events"):
        cards = records(built_file, event.QUESTIONS["cards"], id=event_id)
        places = {name: place for place, name in enumerate(dict.fromkeys(row["statement_id"] for row in cards))}
        in_time = "SELECT * FROM claim_timeline WHERE event_id = :id ORDER BY claim_id, place"
        for one, other in pairwise(records(built_file, in_time, id=event_id)):
            if one["claim_id"] == other["claim_id"]:
                assert places[one["statement_id"]] < places[other["statement_id"]], event_id


def test_page(page):
    """The page answers a reader's questions in turn, names the silent, and has the words with a way to each."""
    text = page(CALL).text
    assert [*re.findall(r"<h3>([^<]+\?)</h3>", text)][:4] == [
        "Did it take place?",
        "Was it planned?",
        "How long did it last?",
        "What was spoken of?",
    ]
    assert "About 60 minutes" in text and "told: by one party" in text
    assert '<a href="/contacts?standing=acknowledged%20by%20all">Acknowledged by all</a>' in text
    open_ = page("/readouts/events/2025-02-11-ryabkov-tracy-meeting").text
    assert '<span class="silent">not coded yet</span>' in open_
    assert '<a href="/contacts?standing=acknowledged%20by%20one%20so%20far">Acknowledged by one so far</a>' in open_
    assert "how the accounts stand, not what is true" in text


def test_wordings_on_the_page(page):
    """The statements stand in order, a denial in its wordings next to each other with the differing words marked."""
    text = page(DENIED).text
    order = re.findall(r'<details class="fold remark [^>]*><summary><span.*?/span> ([^<]+?) <small>', text)
    assert order.index("The Washington Post, 10 November 2024") < order.index("Dmitry Peskov, 11 November 2024")
    assert len(order) == text.count('class="fold remark ') >= 12
    denial = text.split("</span> Dmitry Peskov, 11 November 2024 <small>")[1].split('<details class="fold remark')[0]
    assert "<mark>" in denial and denial.count("pure fiction") >= 2


def test_subjects_not_spoken_of(page):
    """What a side says was not spoken of is a question of its own."""
    text = page("/readouts/events/2025-04-russia-us-dialogue").text
    assert text.index("What was spoken of?") < text.index("What does a side say was not spoken of?")


def test_leak_page(page):
    """A leak has no standing and is not said to have been planned or spoken."""
    text = page(LEAK).text
    assert "Standing</dt>" not in text and "told:" not in text and "What was spoken of?" not in text
    assert "Side by side" in text or "side by side" in text


def test_what_is_not_wholly_judged_is_said():
    """A side whose months are complete is not named; a link that a text states is told from one that is inferred."""
    rows = ({"side": "russia", "state": "complete"}, {"side": "united-states", "state": "not coded"})
    ties = (
        {"how": "Part of", "basis": "inferred", "id": "a", "title": "A"},
        {"how": "The same contact as", "basis": "stated", "id": "b", "title": "B"},
    )
    found = shaped(coverage=rows, ties=ties)
    assert found.coverage == (("united-states", "not coded"),)
    assert [(tie.how, tie.event.text, tie.inferred) for tie in found.ties] == [
        ("Part of", "A", True),
        ("The same contact as", "B", False),
    ]


def test_an_event_page_shows_its_coverage(page):
    """The meeting of 13 March: both sides' months are partial, and the discussions that the White House says were it stand beside it."""
    text = page("/readouts/events/2025-03-13-putin-witkoff-meeting").text
    assert "The accounts of that time are not wholly judged" in text and ">partial</a>" in text
    assert "(as a text says)" in text and "(inferred)" in text
