"""What each derived table says of small records made by hand, the traps included."""

from collections.abc import Iterator

import pytest

from readouts.build.derive import views

from .conftest import QUESTIONS, VOCABULARY
from .views.record import NOTHING_FOUND, Record

SPEAKS = "speaks of it, not of whether it took place"


@pytest.fixture
def record() -> Iterator[Record]:
    """A record with the alleged call of 7 November 2024 and the claim that it took place."""
    with Record() as record:
        record.event("call", "call", "2024-11-07", ("kremlin/vladimir-putin", "trump-transition/donald-trump"))
        record.claim("took-place", "occurrence", "call")
        yield record


def leak(record: Record) -> None:
    """The leaked conversations of November 2025, and the claim that they are genuine."""
    record.event("leak", "leak", "2025-11-25", ("kremlin/yuri-ushakov/subject",))
    record.claim("genuine", "authenticity", "leak")


def standing(record: Record, event: str = "call") -> str:
    return record.derive().execute("SELECT standing FROM contact_standing WHERE event_id = ?", (event,)).fetchone()[0]


# ---- order in time


def test_timeline_orders_a_claim_by_the_first_possible_day(record):
    """Statements on a claim stand by earliest day; an open start counts by its latest day; no day at all stands last."""
    record.statement("a-undated", "bloomberg", {"took-place": "asserts"})
    record.statement("b-by-the-15th", "tass", {"took-place": "doubts"}, "../2024-11-15")
    record.statement("c-from-the-11th", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11/..")
    record.statement("d-on-the-10th", "washington-post", {"took-place": "asserts"}, "2024-11-10")
    assert record.rows("claim_timeline", "place", "statement_id") == [
        (1, "d-on-the-10th"),
        (2, "c-from-the-11th"),
        (3, "b-by-the-15th"),
        (4, "a-undated"),
    ]


def test_timeline_never_puts_a_statement_before_one_that_it_comes_after(record):
    """after_id decides the order on the same day, and against the mere start of an interval."""
    record.statement("z-first", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("a-second", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", after_id="z-first")
    record.statement(
        "b-third", "kremlin/yuri-ushakov", {"took-place": "declines"}, "2024-11-01/2024-11-30", after_id="a-second"
    )
    assert record.rows("claim_timeline", "place", "statement_id") == [(1, "z-first"), (2, "a-second"), (3, "b-third")]


def test_timeline_follows_a_chain_past_other_statements(record):
    """A statement that comes after a late one stands late, whatever the first day of its own interval is."""
    record.statement("late", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-20")
    record.statement("after-late", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11", after_id="late")
    record.statement("between", "bloomberg", {"took-place": "asserts"}, "2024-11-15")
    record.statement("by-december", "tass", {"took-place": "doubts"}, "../2024-12-01")
    record.statement("after-that", "tass", {"took-place": "doubts"}, "2024-11-25/2024-12-31", after_id="by-december")
    rows = record.rows("claim_timeline", "statement_id", "not_before")
    assert rows == [
        ("between", "2024-11-15"),
        ("late", "2024-11-20"),
        ("after-late", "2024-11-20"),
        ("by-december", None),
        ("after-that", "2024-11-25"),
    ]


def test_timeline_narrows_dates_by_what_came_before_and_after(record):
    """A statement cannot be earlier than one that the text puts before it, nor later than one that it puts after it."""
    record.statement("first", "kremlin/dmitry-peskov", {"took-place": "denies"}, "../2024-12-31")
    record.statement("second", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", after_id="first")
    record.statement("third", "kremlin/dmitry-peskov", {"took-place": "denies"}, after_id="second")
    assert record.rows("claim_timeline", "statement_id", "not_before", "not_after") == [
        ("first", None, "2024-11-11"),
        ("second", "2024-11-11", "2024-11-11"),
        ("third", "2024-11-11", None),
    ]


def test_known_order_follows_chains_of_any_length(record):
    """If a text puts B after A, and a text C after B, then C is known to be after A."""
    record.statement("a", "kremlin", {"took-place": "denies"})
    record.statement("b", "kremlin", {"took-place": "denies"}, after_id="a")
    record.statement("c", "kremlin", {"took-place": "denies"}, after_id="b")
    assert record.rows("known_order", "earlier_statement_id", "later_statement_id") == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


# ---- names in the timeline


def test_speaker_is_the_person_else_the_label_else_the_organization(record):
    """The speaker is the person named, else how the source describes him, else the organization."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "trump-transition", {"took-place": "declines"}, "2024-11-12", speaker_label="advisers")
    record.statement("c", "washington-post", {"took-place": "asserts"}, "2024-11-13")
    assert record.rows("claim_timeline", "speaker", "side") == [
        ("Dmitry Peskov", "russia"),
        ("advisers", "united-states"),
        ("Washington Post", "press"),
    ]


def test_unattributed_keeps_its_side_and_has_no_speaker(record):
    """What nobody named is said to have said has the speaker "unattributed" and counts for the organization alone."""
    record.statement("a", "kremlin", {"took-place": "denies"}, "2024-11-11", form="unattributed")
    assert record.rows("claim_timeline", "speaker", "side", "counts_for") == [
        ("unattributed", "russia", "organization")
    ]


def test_narrated_counts_for_no_person(record):
    """A stance that the source only judges counts for the organization, or for nobody, never for the person."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="narrated")
    record.statement("b", "/donald-trump", {"took-place": "denies"}, "2024-11-12", form="narrated")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13", form="indirect")
    assert record.rows("claim_timeline", "speaker", "counts_for") == [
        ("Dmitry Peskov", "organization"),
        ("Donald Trump", "nobody"),
        ("Dmitry Peskov", "person"),
    ]


@pytest.mark.parametrize(
    "form, counts_for",
    [
        ("own", "person"),
        ("direct", "person"),
        ("fragment", "person"),
        ("indirect", "person"),
        ("narrated", "organization"),
    ],
)
def test_four_forms_count_for_the_person(record, form, counts_for):
    """Own, direct, fragment and indirect give the person's words or their content; narrated does not."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form=form)
    assert record.rows("claim_timeline", "counts_for", "opinion") == [(counts_for, 0)]


def test_opinion_is_own_words_in_an_opinion_piece(record):
    """Only what the author himself says in an opinion piece is opinion, not whom he quotes; claims about no event are in the timeline too."""
    record.claim("a-motive", "motive")
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "author", "", {"a-motive": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("quoted", "/dmitry-peskov", {"a-motive": "denies"}, "2024-11-15", source="column")
    assert record.rows("claim_timeline", "statement_id", "opinion", "organization", "event") == [
        ("author", 1, "none", None),
        ("quoted", 0, "none", None),
    ]


def test_timeline_reads_the_rendering_that_the_stance_rests_on(record):
    """Words, form and source are those of the rendering on which the stance is read; without words the passage stands there."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="indirect")
    record.quotation("a-other", "a", "direct", record.source("ria", "ria-novosti"))
    assert record.rows("claim_timeline", "words", "form", "source", "publisher") == [
        ("passage of a", "indirect", "page", "TASS")
    ]


def test_unstated_is_a_value(record):
    """What a source does not state is the words "not stated", so that facets count it."""
    record.statement("a", "kremlin", {"took-place": "denies"}, source=record.source("mirror"))
    assert record.rows("claim_timeline", "publisher", "year", "month") == [("not stated", "not stated", "not stated")]


def test_a_mere_year_has_no_month(record):
    """A date that names only a year has no month, and an open start neither."""
    record.statement("a", "kremlin", {"took-place": "denies"}, "2024")
    record.statement("b", "kremlin", {"took-place": "denies"}, "2024-11")
    record.statement("c", "kremlin", {"took-place": "denies"}, "../2024-12-31")
    assert record.rows("statements", "id", "year", "month", order="id") == [
        ("a", "2024", "not stated"),
        ("b", "2024", "2024-11"),
        ("c", "not stated", "not stated"),
    ]


# ---- positions


def test_a_later_stance_supersedes_an_earlier_one(record):
    """Of one voice's stances on a claim the latest in known order remains."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("positions", "voice", "stance") == [("Dmitry Peskov", "allows")]


def test_a_text_that_gives_the_order_supersedes(record):
    """On one day the later stance is the one that a text puts after the other; statements that it does not order both stay."""
    record.statement("z", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-11", after_id="z")
    record.statement("b", "bloomberg", {"took-place": "asserts"}, "2024-11-11")
    record.statement("c", "bloomberg", {"took-place": "doubts"}, "2024-11-11")
    assert record.rows("positions", "statement_id", order="statement_id") == [("a",), ("b",), ("c",)]


def test_a_person_supersedes_himself_across_offices(record):
    """A person's later stance supersedes his earlier one, also for another organization or for none."""
    record.statement("a", "trump-transition/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "/donald-trump", {"took-place": "doubts"}, "2024-12-11")
    record.statement("c", "white-house/donald-trump", {"took-place": "allows"}, "2025-02-09")
    record.statement("d", "white-house/steve-witkoff", {"took-place": "allows"}, "2024-11-10")
    assert record.rows("positions", "statement_id", "overtaken", order="statement_id") == [("c", 0), ("d", 1)]


def test_refusals_supersede_refusals(record):
    """Of several refusals to say the last remains, and any stance ends a refusal."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "declines"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "declines"}, "2024-11-12")
    assert record.rows("positions", "statement_id") == [("b",)]
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13")
    assert record.rows("positions", "statement_id") == [("c",)]


def test_uncertain_order_supersedes_nothing(record):
    """Where dates overlap and no text gives the order, both stances remain, and one voice splits no side."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-11/2024-11-12")
    assert record.rows("positions", "stance", "side_is_split") == [("denies", 0), ("allows", 0)]


def test_a_refusal_to_say_withdraws_nothing(record):
    """Who denies and then refuses to say still has his denial standing."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "declines"}, "2024-11-12")
    assert record.rows("positions", "stance", "side_is_split") == [("denies", 0), ("declines", 0)]


def test_a_colleague_overtakes_but_does_not_supersede(record):
    """A person keeps his own last word; that somebody else has since spoken for the same body is marked, and splits no side."""
    record.statement("a", "white-house/donald-trump", {"took-place": "denies"}, "2025-11-11")
    record.statement("b", "white-house/steve-witkoff", {"took-place": "confirms"}, "2025-11-12")
    assert record.rows("positions", "voice", "overtaken", "side_is_split") == [
        ("Donald Trump", 1, 0),
        ("Steve Witkoff", 0, 0),
    ]


def test_named_people_supersede_the_unnamed_line_of_their_organization(record):
    """An organization's unattributed line is superseded by a named person who speaks for it later."""
    record.statement("a", "kremlin", {"took-place": "denies"}, "2024-11-11", form="unattributed")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("positions", "voice", "stance") == [("Dmitry Peskov", "allows")]


def test_the_unnamed_never_supersedes_a_person(record):
    """What an unnamed voice or a narrator makes of the organization's line takes no person's own word away."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin", {"took-place": "allows"}, "2024-11-12", form="unattributed")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-13", form="narrated")
    assert record.rows("positions", "voice", "stance", "overtaken") == [
        ("Dmitry Peskov", "denies", 0),
        ("Kremlin", "allows", 0),
    ]


@pytest.mark.parametrize("later, overtaken", [("denies", 1), ("doubts", 0), ("downplays", 0), ("allows", 0)])
def test_a_firm_word_is_overtaken_by_a_firm_one(record, later, overtaken):
    """A joke or a hedge of one man takes nothing from what another announced for the same office; his denial does."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "asserts"}, "2025-03-17")
    record.statement("b", "kremlin/vladimir-putin", {"took-place": later}, "2025-03-18")
    assert record.rows("positions", "voice", "overtaken") == [("Dmitry Peskov", overtaken), ("Vladimir Putin", 0)]


def test_a_side_is_split_when_two_bodies_of_it_differ(record):
    """A side is split when different bodies of it end up pointing in different directions, leaving it open included."""
    leak(record)
    record.statement("a", "rdif/kirill-dmitriev", {"genuine": "denies"}, "2025-11-26", form="indirect")
    record.statement("b", "kremlin", {"genuine": "downplays"}, "2025-11-30", form="fragment")
    record.statement("c", "bloomberg", {"genuine": "asserts"}, "2025-11-25")
    assert record.rows("positions", "voice", "side_is_split", order="voice") == [
        ("Bloomberg", 0),
        ("Kirill Dmitriev", 1),
        ("Kremlin", 1),
    ]


def test_two_named_people_of_one_body_can_split_a_side(record):
    """Two named people of one body who contradict each other, in no known order, split their side."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "allows"}, "2024-11-11")
    assert record.rows("positions", "side_is_split") == [(1,), (1,)]


def test_one_person_in_two_offices_and_people_of_no_side_split_nothing(record):
    """A side is split between different voices, never within one person; those who stand for no side split none."""
    record.statement("a", "trump-transition/donald-trump", {"took-place": "denies"}, "2025")
    record.statement("b", "white-house/donald-trump", {"took-place": "allows"}, "2025")
    record.statement("c", "/steve-witkoff", {"took-place": "asserts"}, "2025")
    record.statement("d", "/kirill-dmitriev", {"took-place": "denies"}, "2025")
    assert {split for (split,) in record.rows("positions", "side_is_split")} == {0}


def test_an_unnamed_line_of_the_same_body_splits_nothing(record):
    """In no known order, a body's unnamed line and a named person who speaks for it are one body, not two."""
    record.statement("a", "kremlin", {"took-place": "allows"}, "2024-11-11", form="unattributed")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("positions", "side_is_split") == [(0,), (0,)]


def test_agreement_and_refusal_split_no_side(record):
    """Denying and doubting point in one direction, and a refusal to say points nowhere."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "rdif/kirill-dmitriev", {"took-place": "doubts"}, "2024-11-11")
    record.statement("c", "kremlin/yuri-ushakov", {"took-place": "declines"}, "2024-11-11")
    assert record.rows("positions", "side_is_split") == [(0,), (0,), (0,)]


def test_opinion_and_unnamed_speakers_for_nobody_hold_no_position(record):
    """Positions are held by people and organizations, not by opinion pieces or by labels without an organization."""
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "washington-post", {"took-place": "asserts"}, "2024-11-14", form="own", source="column")
    record.statement("b", "", {"took-place": "asserts"}, "2024-11-14", form="indirect", speaker_label="a diplomat")
    assert record.rows("positions", "voice") == []


# ---- shifts


@pytest.mark.parametrize(
    "earlier, later, shift",
    [
        ("denies", "asserts", "reversal"),
        ("denies", "confirms", "reversal"),
        ("doubts", "asserts", "reversal"),
        ("allows", "denies", "reversal"),
        ("denies", "allows", "softening"),
        ("denies", "downplays", "softening"),
        ("denies", "doubts", "softening"),
        ("asserts", "allows", "softening"),
        ("doubts", "denies", "hardening"),
        ("downplays", "denies", "hardening"),
        ("allows", "asserts", "hardening"),
        ("denies", "declines", "fell silent"),
        ("downplays", "declines", "fell silent"),
        ("declines", "denies", "spoke up"),
        ("declines", "allows", "spoke up"),
        ("denies", "denies", None),
        ("asserts", "confirms", None),
        ("confirms", "asserts", None),
        ("declines", "downplays", None),
        ("declines", "declines", None),
    ],
)
def test_shift_is_named_by_sign_and_strength(record, earlier, later, shift):
    """Reversal: the sign changes and the strength does not fall; softening: it falls; hardening: it grows; silence apart."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": earlier}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": later}, "2024-11-14")
    assert record.rows("shifts", "shift", "level", "speaker_id", "days_between") == (
        [(shift, "person", "dmitry-peskov", 3)] if shift else []
    )


def test_overlapping_dates_give_no_shift(record):
    """Where a reading of the dates could reverse the order, no shift is reported."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11/2024-11-14")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-14")
    assert record.rows("shifts", "shift") == []


def test_an_open_date_gives_no_shift(record):
    """An open end of a date is no order: after "from the 11th on" nothing is known to come."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11/..")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-20")
    assert record.rows("shifts", "shift") == []


def test_after_id_gives_the_order_on_one_day(record):
    """A text that says which came first gives the order on the same day, and without any date."""
    record.statement("z", "/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("a", "/donald-trump", {"took-place": "declines"}, "2024-11-11", after_id="z")
    assert record.rows("shifts", "earlier_statement_id", "later_statement_id", "shift", "days_between") == [
        ("z", "a", "fell silent", 0)
    ]


def test_days_between_needs_two_days(record):
    """Days between are counted only where both dates are days."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-12-01")
    assert record.rows("shifts", "shift", "days_between") == [("softening", None)]


def test_an_unattributed_line_shifts_for_the_organization_only(record):
    """The Kremlin's line softens from an unattributed denial to a fragment; Peskov as a person has no shift."""
    leak(record)
    record.statement("a", "kremlin", {"genuine": "denies"}, "2025-11-26", form="unattributed")
    record.statement("b", "kremlin", {"genuine": "downplays"}, form="fragment", after_id="a")
    record.statement("c", "kremlin/dmitry-peskov", {"genuine": "downplays"}, "2025-11-30")
    rows = record.rows("shifts", "shift", "level", "voice", "basis", order="basis")
    assert rows == [
        ("softening", "organization", "Kremlin", "unattributed -> direct"),
        ("softening", "organization", "Kremlin", "unattributed -> fragment"),
    ]


def test_a_narrated_line_shifts_for_the_organization_even_if_it_names_the_person(record):
    """A pair of which one end is only narrated is reported for the organization, not for the person named."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="narrated")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("shifts", "level", "voice", "speaker_id") == [("organization", "Kremlin", None)]


def test_a_shift_shows_the_note_behind_a_reading_of_ours(record):
    """Where a source names nobody or only judges the line, the note of that statement stands in the row, and only there."""
    record.claim("an-hour", "duration", "call")
    said = [
        ("a", "kremlin", "took-place", "denies", "2024-11-11", "unattributed", "Next to words of the Kremlin."),
        ("b", "kremlin", "took-place", "downplays", "2024-11-12", "fragment", "Of no concern here."),
        ("c", "kremlin/dmitry-peskov", "took-place", "denies", "2024-11-13", "narrated", "The line is judged."),
        ("d", "kremlin", "took-place", "allows", "2024-11-14", "unattributed", "Read as the Kremlin's."),
        ("e", "kremlin/dmitry-peskov", "an-hour", "denies", "2024-11-13", "narrated", ""),
        ("f", "kremlin/dmitry-peskov", "an-hour", "downplays", "2024-11-14", "direct", "Of no concern here."),
        ("g", "kremlin/dmitry-peskov", "an-hour", "denies", "2024-11-15", "indirect", "Of no concern here."),
    ]
    for id, who, claim, stance, date, form, note in said:
        record.statement(id, who, {claim: stance}, date, form=form, note=note)
    assert record.rows("shifts", "earlier_statement_id", "reading", order="earlier_statement_id") == [
        ("a", "earlier: Next to words of the Kremlin."),
        ("b", "later: The line is judged."),
        ("c", "earlier: The line is judged. later: Read as the Kremlin's."),
        ("e", "earlier: no note"),
        ("f", None),
    ]


def test_a_narrated_line_without_an_organization_shifts_for_nobody(record):
    """A narrated stance of a person who speaks for no organization counts for nobody."""
    record.statement("a", "/donald-trump", {"took-place": "denies"}, "2024-11-11", form="narrated")
    record.statement("b", "/donald-trump", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("shifts", "level") == []


def test_a_person_shifts_across_offices(record):
    """A person's line is followed when he changes the organization for which he speaks."""
    record.statement("a", "trump-transition/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "white-house/donald-trump", {"took-place": "allows"}, "2025-02-09")
    assert record.rows("shifts", "level", "voice") == [("person", "Donald Trump")]


def test_two_people_of_one_organization_shift_its_line(record):
    """When another speaks for the same organization, its line shifts, and nobody's own."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "allows"}, "2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13")
    assert record.rows("shifts", "shift", "level", "earlier_speaker", "later_speaker") == [
        ("softening", "organization", "Dmitry Peskov", "Yuri Ushakov"),
        ("reversal", "organization", "Yuri Ushakov", "Dmitry Peskov"),
    ]


def test_only_neighbours_in_time_are_compared(record):
    """A line that moves twice gives two shifts, not a third from the first to the last."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "doubts"}, "2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "downplays"}, "2024-11-13")
    assert record.rows("shifts", "earlier_statement_id", "later_statement_id") == [("a", "b"), ("b", "c")]


def test_plans_and_opinion_give_no_shift(record):
    """Plans may change without a change of account, and an author's opinion is no line."""
    record.claim("planned", "plan", "call")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "kremlin/dmitry-peskov", {"planned": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"planned": "asserts"}, "2024-11-12")
    record.statement("c", "washington-post", {"took-place": "doubts"}, "2024-11-11", form="own", source="column")
    record.statement("d", "washington-post", {"took-place": "asserts"}, "2024-11-12", form="own", source="column")
    assert record.rows("shifts", "shift") == []


# ---- contradictions


def test_contradiction_names_its_scope(record):
    """Above 0 against below 0 on one claim: within one organization, within one side, or between two sides."""
    record.claim("an-hour", "duration", "call")
    record.statement("asserts", "kremlin/yuri-ushakov", {"took-place": "asserts"}, "2024-11-11")
    record.statement("kremlin", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("rdif", "rdif/kirill-dmitriev", {"took-place": "doubts"}, "2024-11-11")
    record.statement("us", "white-house/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("nobody", "/steve-witkoff", {"took-place": "denies"}, "2024-11-11")
    record.statement("open", "ukraine", {"took-place": "downplays"}, "2024-11-11")
    record.statement("nobody-2", "/donald-trump", {"an-hour": "asserts"}, "2024-11-11")
    record.statement("nobody-3", "/steve-witkoff", {"an-hour": "denies"}, "2024-11-11")
    assert record.rows("contradictions", "denied_statement_id", "scope", order="denied_statement_id") == [
        ("kremlin", "within one organization"),
        ("nobody", "between two sides"),
        ("nobody-3", "between two sides"),
        ("rdif", "within one side"),
        ("us", "between two sides"),
    ]


def test_one_person_is_never_two_sides(record):
    """Who contradicts himself in his own name does so within one side."""
    record.statement("a", "/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "/donald-trump", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("contradictions", "scope") == [("within one side",)]


@pytest.mark.parametrize(
    "kind, date, pairs", [("plan", "2025-03-14", 0), ("plan", "2025-03-12", 1), ("content", "2025-03-14", 1)]
)
def test_a_changed_plan_is_no_contradiction(record, kind, date, pairs):
    """What one office denies to plan on one day and announces on another is a change; on one day it is a contradiction."""
    record.claim("open", kind, "call")
    record.statement("a", "kremlin/dmitry-peskov", {"open": "denies"}, "2025-03-12")
    record.statement("b", "kremlin/yuri-ushakov", {"open": "asserts"}, date)
    assert len(record.rows("contradictions", "claim_id")) == pairs


def test_two_offices_contradict_each_other_on_a_plan(record):
    """A plan that one side announces and another denies later is a contradiction between two sides."""
    record.claim("open", "plan", "call")
    record.statement("a", "white-house/donald-trump", {"open": "asserts"}, "2025-01-09")
    record.statement("b", "kremlin/dmitry-peskov", {"open": "denies"}, "2025-01-13")
    assert record.rows("contradictions", "scope") == [("between two sides",)]


def test_contradictions_leave_the_unattributed_out_and_flag_opinion(record):
    """What nobody named said contradicts nobody; an opinion does, and is flagged."""
    record.source("column", "washington-post", genre="opinion")
    record.statement("opinion", "washington-post", {"took-place": "asserts"}, "2024-11-14", form="own", source="column")
    record.statement("rumour", "white-house", {"took-place": "asserts"}, "2024-11-14", form="unattributed")
    record.statement("denial", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("contradictions", "affirmed_statement_id", "denied_statement_id", "opinion") == [
        ("opinion", "denial", 1)
    ]


# ---- standing of contacts


def test_press_against_one_party_is_a_denial(record):
    """An outlet is no party: a call that the press asserts and Russia denies is denied by a party, with nothing from the American side."""
    record.statement("a", "washington-post", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "parties", "russia", "united_states", "press", "ukraine") == [
        ("denied by a party", "russia, united-states", "denies", NOTHING_FOUND, "asserts", "not a party")
    ]


@pytest.mark.parametrize(
    "russian, american, expected",
    [
        ("asserts", "confirms", "acknowledged by all"),
        ("asserts", None, "acknowledged by one"),
        ("asserts", "declines", "acknowledged by one"),
        ("asserts", "denies", "disputed"),
        ("denies", "denies", "denied by a party"),
        ("denies", "allows", "denied by a party"),
        ("allows", None, "held possible"),
        ("doubts", None, "none"),
        ("downplays", "declines", "none"),
        (None, None, "none"),
    ],
)
def test_standing_compares_the_parties(record, russian, american, expected):
    """To affirm is to assert or confirm, to deny is to deny; to allow, doubt, downplay or decline is neither."""
    for id, who, stance in (("r", "kremlin/dmitry-peskov", russian), ("u", "trump-transition/donald-trump", american)):
        if stance:
            record.statement(id, who, {"took-place": stance}, "2024-11-11")
    assert standing(record) == expected


def test_of_three_parties_two_are_some(record):
    """Where two of three sides affirm a contact it is acknowledged by some, not by one and not by all."""
    record.event("talks", "meeting", "2025-08-18", ("kremlin", "white-house", "ukraine//host"))
    record.claim("talks-took-place", "occurrence", "talks")
    record.statement("a", "kremlin", {"talks-took-place": "asserts"}, "2025-08-19")
    record.statement("b", "ukraine", {"talks-took-place": "asserts"}, "2025-08-19")
    assert standing(record, "talks") == "acknowledged by some"


@pytest.mark.parametrize(
    "kind, rows", [("call", 1), ("meeting", 1), ("visit", 1), ("contact", 1), ("leak", 0), ("decision", 0)]
)
def test_four_kinds_of_events_are_contacts(kind, rows):
    """Calls, meetings, visits and contacts of no named kind have a standing, and a plan of one an outcome; leaks and decisions have none."""
    with Record() as record:
        record.event("one", kind, "2025-10", ("kremlin", "white-house"))
        record.claim("planned", "plan", "one")
        record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-09-30")
        assert (len(record.rows("contact_standing", "event_id")), len(record.rows("plan_outcomes", "event_id"))) == (
            rows,
            rows,
        )


@pytest.mark.parametrize(
    "parties", [("kremlin/yuri-ushakov", "rdif/kirill-dmitriev"), ("kremlin/vladimir-putin", "bloomberg")]
)
def test_a_contact_within_one_side_is_acknowledged_by_one(record, parties):
    """Where all who took part are of one side, its word alone makes nothing "acknowledged by all"."""
    record.event("talk", "call", "2025-10-29", parties)
    record.claim("talk-took-place", "occurrence", "talk")
    record.statement("a", "kremlin/yuri-ushakov", {"talk-took-place": "asserts"}, "2025-11-26")
    assert standing(record, "talk") == "acknowledged by one"


def test_two_people_of_one_side_are_one_party(record):
    """A party is a side, however many took part for it, and its people are each named once."""
    record.event(
        "talks",
        "meeting",
        "2025-02-18",
        ("kremlin/yuri-ushakov", "rdif/kirill-dmitriev", "rdif/yuri-ushakov", "white-house/steve-witkoff"),
    )
    record.claim("talks-took-place", "occurrence", "talks")
    record.statement("a", "kremlin/yuri-ushakov", {"talks-took-place": "asserts"}, "2025-02-18")
    assert record.rows("contact_standing", "standing", "participants", "parties", order="date DESC")[0] == (
        "acknowledged by one",
        "Kirill Dmitriev, Steve Witkoff, Yuri Ushakov",
        "russia, united-states",
    )


def test_a_contact_of_nobody_known_still_has_a_row(record):
    """A contact without participants has no parties, and is reported at most."""
    record.event("rumour", "contact", "", ())
    record.claim("rumour-took-place", "occurrence", "rumour")
    record.statement("a", "kremlin/dmitry-peskov", {"rumour-took-place": "asserts"}, "2025-02-18")
    assert record.rows("contact_standing", "event_id", "standing", "parties", "russia") == [
        ("call", "none", "russia, united-states", NOTHING_FOUND),
        ("rumour", "reported only", None, "asserts"),
    ]


def test_the_same_stance_is_shown_once(record):
    """A column names each stance of a side once, from asserting to denying."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-11-11")
    record.statement("c", "rdif/kirill-dmitriev", {"took-place": "declines"}, "2024-11-11")
    assert record.rows("contact_standing", "russia") == [("declines / denies",)]


@pytest.mark.parametrize(
    "stance, shown, expected",
    [
        ("asserts", "asserts", "acknowledged by one"),
        ("declines", "declines / describes it", "acknowledged by one"),
        ("denies", "denies / describes it", "disputed"),
    ],
)
def test_telling_of_its_course_shows_beside_a_stance_that_does_not_assert(record, stance, shown, expected):
    """Who tells of a contact's course acknowledges it whatever else he says; the column shows it where no stance says so; a plan changes nothing."""
    record.claim("an-hour", "duration", "call")
    record.claim("planned", "plan", "call")
    record.statement(
        "a", "kremlin/yuri-ushakov", {"an-hour": "asserts", "took-place": stance, "planned": "asserts"}, "2024-11-11"
    )
    assert record.rows("contact_standing", "russia", "standing", "claim_id") == [(shown, expected, "took-place")]


def test_one_announcing_voice_is_enough(record):
    """A party announces a plan if one of its voices does; what the press or an opinion adds changes nothing."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "white-house/donald-trump", {"summit-planned": "asserts"}, "2025-10-16")
    record.statement("b", "white-house/steve-witkoff", {"summit-planned": "allows"}, "2025-10-16")
    record.statement("c", "bloomberg", {"summit-planned": "asserts"}, "2025-10-16")
    record.statement(
        "d", "", {"summit-planned": "asserts"}, "2025-10-17", form="own", source="column", speaker_label="the author"
    )
    assert standing(record, "summit") == "announced"


def test_report_and_opinion_are_a_report(record):
    """A contact of which a report and an opinion tell is reported, not opinion only."""
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("b", "", {"took-place": "asserts"}, "2024-11-14", form="indirect", speaker_label="a diplomat")
    assert standing(record) == "reported only"


def test_an_outlet_and_a_subject_are_no_parties(record):
    """Parties are the sides of hosts, guests and participants; outlets and subjects are not among them."""
    record.event(
        "visit", "visit", "2025-04-02", ("rdif/kirill-dmitriev/guest", "white-house//host", "tass", "ukraine//subject")
    )
    assert record.rows("contact_standing", "parties", "participants", order="date DESC")[0] == (
        "russia, united-states",
        "Kirill Dmitriev, TASS, White House",
    )


def test_what_was_said_in_a_contact_acknowledges_it(record):
    """Who asserts how long a contact lasted, or what was said in it, says that it took place; who says who proposed it does not."""
    record.claim("an-hour", "duration", "call")
    record.claim("proposed", "initiative", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"an-hour": "asserts"}, "2024-11-11")
    record.statement("b", "trump-transition", {"proposed": "asserts"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia", "united_states") == [
        ("acknowledged by one", "describes it", SPEAKS)
    ]


@pytest.mark.parametrize(
    "said, shown",
    [
        ({"grain": "declines"}, "declines"),
        ({"grain": "declines", "good-news": "asserts"}, "declines"),
        ({"good-news": "asserts"}, SPEAKS),
        ({"proposed": "denies"}, SPEAKS),
        ({"took-place": "doubts", "grain": "declines"}, "doubts"),
        ({"planned": "denies", "grain": "declines"}, "plan: denies"),
    ],
)
@pytest.mark.parametrize(
    "who, cell", [("trump-transition", "united_states"), ("ukraine", "ukraine"), ("tass", "press")]
)
def test_who_speaks_of_a_contact_has_a_word_on_record(record, who, cell, said, shown):
    """A side that spoke of the contact shows its word on it; else that it refused to say, else that it spoke of something else about it; party or not."""
    for id, kind in (
        ("planned", "plan"),
        ("grain", "content"),
        ("proposed", "initiative"),
        ("good-news", "assessment"),
    ):
        record.claim(id, kind, "call")
    record.statement("a", who, said, "2024-11-11")
    assert record.rows("contact_standing", cell) == [(shown,)]


def test_a_side_that_only_comments_on_a_plan_has_a_word_on_record(record):
    """What is said of the agenda of a contact that was only planned is no word on the plan, and is not hidden."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.claim("agenda", "content", "summit")
    record.statement("a", "kremlin", {"agenda": "asserts"}, "2025-10-16")
    assert record.rows("contact_standing", "standing", "russia", "united_states", order="date DESC")[0] == (
        "none",
        SPEAKS,
        NOTHING_FOUND,
    )


def test_speakers_in_nobodys_name_have_a_column(record):
    """Who speaks for no organization is shown by name or description, with his last word; the unnamed as "unattributed", a narrated line as such; opinion not at all."""
    record.claim("grain", "content", "call")
    record.source("column", "washington-post", genre="opinion")
    assert record.rows("contact_standing", "in_nobodys_name") == [("none",)]
    said = [
        ("a", "", "the report", "took-place", "asserts", "2024-11-11", "own"),
        ("b", "", "media reports", "took-place", "asserts", "2024-11-11", "unattributed"),
        ("c", "/steve-witkoff", "", "took-place", "denies", "2024-11-11", "direct"),
        ("d", "/steve-witkoff", "", "took-place", "allows", "2024-11-12", "direct"),
        ("e", "/donald-trump", "", "took-place", "asserts", "2024-11-12", "narrated"),
        ("f", "", "a diplomat", "grain", "declines", "2024-11-12", "indirect"),
        ("g", "", "an adviser", "grain", "denies", "2024-11-12", "indirect"),
    ]
    for id, who, label, claim, stance, date, form in said:
        record.statement(id, who, {claim: stance}, date, form=form, speaker_label=label)
    record.statement(
        "h", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    assert record.rows("contact_standing", "standing", "in_nobodys_name") == [
        (
            "reported only",
            "Donald Trump (narrated): asserts; Steve Witkoff: allows; a diplomat: declines; "
            f"an adviser: {SPEAKS}; the report: asserts; unattributed: asserts",
        )
    ]


def test_every_report_shows_who_reports_it():
    """Whoever says that a contact took place or was planned, and makes it "reported only", is seen to say so in its row."""
    words = ("asserts", "confirms", "allows", "describes it")
    with Record() as record:
        voices = [
            ("bloomberg", {}),
            ("ukraine", {}),
            ("truth-social", {}),
            ("bloomberg", {"medium": "leaked-record", "speaker_label": "the materials"}),
            ("kremlin/yuri-ushakov", {"medium": "leaked-record"}),
            ("", {"medium": "leaked-record", "speaker_label": "the materials"}),
            ("", {"speaker_label": "the report"}),
            ("", {"form": "unattributed"}),
            ("/donald-trump", {"form": "narrated"}),
            ("/donald-trump", {}),
            ("kremlin/dmitry-peskov", {}),
        ]
        for number, (who, cells) in enumerate(voices):
            for kind in ("occurrence", "plan", "duration", "content"):
                for stance in ("asserts", "confirms", "allows", "declines", "doubts"):
                    event = record.event(f"{number}-{kind}-{stance}", "call", "2025-10-16")
                    record.claim(event, kind, event)
                    record.statement(event, who, {event: stance}, "2025-10-17", **cells)
        columns = "russia", "united_states", "ukraine", "europe", "press", "other", "in_nobodys_name"
        rows = record.rows("contact_standing", "event_id", "standing", *columns)
    reported = {event: cells for event, standing, *cells in rows if standing == "reported only"}
    assert len(reported) > 40
    assert [event for event, cells in reported.items() if not any(word in " ".join(cells) for word in words)] == []


def test_a_report_that_was_taken_back_is_none(record):
    """A contact that an outlet reported, and then denied, is reported by nobody."""
    record.statement("a", "bloomberg", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "bloomberg", {"took-place": "denies"}, "2024-11-12")
    assert record.rows("contact_standing", "standing", "press") == [("none", "denies")]


def test_denying_or_allowing_a_subject_acknowledges_nothing(record):
    """ "It was not discussed", or "it may have been", does not say that the contact took place."""
    record.claim("grain", "content", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"grain": "denies"}, "2024-11-11")
    record.statement("b", "trump-transition", {"grain": "allows"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia", "united_states") == [("none", SPEAKS, SPEAKS)]


def test_what_was_to_be_said_in_a_planned_contact_acknowledges_nothing(record):
    """A contact that was only planned is announced, whatever is said of its agenda."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.claim("agenda", "content", "summit")
    record.statement("a", "white-house/donald-trump", {"summit-planned": "asserts", "agenda": "asserts"}, "2025-10-16")
    assert record.rows("contact_standing", "standing", "united_states", order="date DESC")[0] == (
        "announced",
        "plan: asserts",
    )


def test_opinion_counts_in_no_standing(record):
    """An author's own words in an opinion piece never make a contact more than "opinion only"."""
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a", "white-house/steve-witkoff", {"took-place": "asserts"}, "2024-11-14", form="own", source="column"
    )
    assert record.rows("contact_standing", "standing", "united_states") == [("opinion only", NOTHING_FOUND)]


@pytest.mark.parametrize(
    "kind, stance, expected",
    [
        ("occurrence", "allows", "opinion only"),
        ("plan", "asserts", "opinion only"),
        ("duration", "asserts", "opinion only"),
        ("duration", "allows", "none"),
        ("initiative", "asserts", "none"),
        ("occurrence", "doubts", "none"),
    ],
)
def test_opinion_tells_of_a_contact_as_others_do(record, kind, stance, expected):
    """An author's opinion counts as one on the contact where the same stance of anybody else would count as a report."""
    record.claim("opined", kind, "call")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "", {"opined": stance}, "2024-11-14", form="own", source="column", speaker_label="the author")
    assert standing(record) == expected


def test_unattributed_and_narrated_count_for_the_side(record):
    """The unnamed and the narrated never count for a person, but a party's line they are."""
    record.statement("a", "kremlin", {"took-place": "asserts"}, "2024-11-11", form="unattributed")
    record.statement("b", "trump-transition/donald-trump", {"took-place": "asserts"}, "2024-11-11", form="narrated")
    assert standing(record) == "acknowledged by all"


def test_a_withdrawn_denial_no_longer_stands(record):
    """What counts is each side's last word, also when a colleague speaks it."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "confirms"}, "2024-11-12")
    assert record.rows("contact_standing", "standing", "russia") == [("acknowledged by one", "confirms")]


def test_a_split_party_is_disputed(record):
    """Where one body of a party affirms and another denies, the contact is disputed, and the column shows both."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "rdif/kirill-dmitriev", {"took-place": "asserts"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia") == [("disputed", "asserts / denies")]


@pytest.mark.parametrize(
    "said, expected",
    [
        ([("white-house", "asserts", "2025-10-16")], "announced"),
        ([("white-house", "asserts", "2025-10-16"), ("kremlin", "denies", "2025-10-16")], "plan disputed"),
        ([("kremlin", "denies", "2025-10-15")], "plan denied"),
        ([("white-house", "asserts", "2025-10-16"), ("white-house", "denies", "2025-10-21")], "cancelled"),
        ([("kremlin", "asserts", "2025-10-16"), ("white-house", "denies", "2025-10-21")], "plan disputed"),
        ([("kremlin", "denies", "2025-10-15"), ("kremlin", "confirms", "2025-10-16")], "announced"),
        ([("bloomberg", "asserts", "2025-10-16")], "plan reported"),
        ([("bloomberg", "asserts", "2025-10-16"), ("kremlin", "denies", "2025-10-21")], "plan denied"),
    ],
)
def test_plans_are_announced_denied_or_cancelled(record, said, expected):
    """Cancelled: a party takes back what it announced; where another denies it, the plan is disputed."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    for number, (who, stance, date) in enumerate(said):
        record.statement(f"s-{number}", who, {"summit-planned": stance}, date)
    assert standing(record, "summit") == expected


def test_a_plan_is_cancelled_on_one_day_only_if_a_text_says_so(record):
    """On one day a denial cancels an announcement only where a text puts it after."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.statement("z", "white-house", {"summit-planned": "asserts"}, "2025-10-21")
    record.statement("a", "white-house", {"summit-planned": "denies"}, "2025-10-21", after_id="z")
    record.event("call-back", "call", "2025-10", ("kremlin", "white-house"))
    record.claim("call-planned", "plan", "call-back")
    record.statement("y", "white-house", {"call-planned": "asserts"}, "2025-10-21")
    record.statement("b", "white-house", {"call-planned": "denies"}, "2025-10-21")
    assert (standing(record, "summit"), standing(record, "call-back")) == ("cancelled", "plan disputed")


def test_contacts_do_not_borrow_from_each_other(record):
    """Each contact stands by its own accounts, whatever the same voices say of others."""
    said = {
        "held": ("occurrence", [("kremlin", "asserts", "2025-03-02"), ("white-house", "confirms", "2025-03-03")]),
        "denied": ("occurrence", [("kremlin", "denies", "2025-03-02"), ("bloomberg", "asserts", "2025-03-01")]),
        "reported": ("occurrence", [("bloomberg", "asserts", "2025-03-01"), ("kremlin", "declines", "2025-03-02")]),
        "announced": ("plan", [("kremlin", "asserts", "2025-03-02")]),
        "cancelled": ("plan", [("white-house", "asserts", "2025-03-01"), ("white-house", "denies", "2025-03-04")]),
        "refused": ("plan", [("kremlin", "denies", "2025-03-02"), ("white-house", "declines", "2025-03-02")]),
    }
    for event, (kind, statements) in said.items():
        record.event(event, "call", "2025-03", ("kremlin", "white-house"))
        record.claim(f"{event}-claim", kind, event)
        for who, stance, date in statements:
            record.statement(f"{event}-{who}-{stance}", who, {f"{event}-claim": stance}, date)
    assert dict(record.rows("contact_standing", "event_id", "standing")) == {
        "call": "none",
        "held": "acknowledged by all",
        "denied": "denied by a party",
        "reported": "reported only",
        "announced": "announced",
        "cancelled": "cancelled",
        "refused": "plan denied",
    }


def test_a_confirmed_plan_is_no_acknowledgement(record):
    """Who confirmed only that a call was planned has not acknowledged it: the column shows the plan."""
    record.claim("planned", "plan", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"took-place": "asserts"}, "2024-11-11")
    record.statement("b", "trump-transition/donald-trump", {"planned": "confirms"}, "2024-11-06")
    assert record.rows("contact_standing", "standing", "united_states") == [("acknowledged by one", "plan: confirms")]


def test_a_leaked_record_flags_the_contact_and_acknowledges_nothing(record):
    """Words from a leaked record are reported, not said to the public, and mark the contact as leaked."""
    record.statement("a", "kremlin/yuri-ushakov", {"took-place": "asserts"}, "2025-11-25", medium="leaked-record")
    assert record.rows("contact_standing", "standing", "leaked", "russia", "press", "in_nobodys_name") == [
        ("reported only", 1, NOTHING_FOUND, "asserts (leaked record)", "none")
    ]


@pytest.mark.parametrize(
    "kind, outlet, shown",
    [
        ("occurrence", None, "asserts (leaked record)"),
        ("occurrence", "asserts", "asserts / asserts (leaked record)"),
        ("occurrence", "doubts", "doubts / asserts (leaked record)"),
        ("duration", "asserts", "asserts / describes it (leaked record)"),
        ("plan", None, "plan: asserts (leaked record)"),
        ("assessment", None, f"{SPEAKS} (leaked record)"),
    ],
)
def test_a_leaked_record_is_shown_with_the_press(record, kind, outlet, shown):
    """What a leaked record says stands in the column of the press, marked, after what outlets say themselves."""
    record.claim("leaked-claim", kind, "call")
    record.statement(
        "a",
        "bloomberg",
        {"leaked-claim": "asserts"},
        "2025-11-25",
        medium="leaked-record",
        speaker_label="the materials",
    )
    if outlet:
        record.statement("b", "tass", {"took-place": outlet}, "2025-11-25")
    assert record.rows("contact_standing", "press") == [(shown,)]


def test_leaked_records_are_one_voice_beside_the_outlets(record):
    """Several leaked records have one word, whoever published them; a refusal of an outlet is not theirs."""
    record.claim("grain", "content", "call")
    record.statement("a", "", {"grain": "denies"}, medium="leaked-record", speaker_label="the materials")
    record.statement("b", "bloomberg", {"grain": "denies"}, medium="leaked-record", speaker_label="the recording")
    record.statement("c", "tass", {"grain": "declines"})
    assert record.rows("contact_standing", "press") == [(f"declines / {SPEAKS} (leaked record)",)]


def test_a_plan_in_a_leaked_record_announces_nothing(record):
    """What was never announced in public cannot be cancelled: the plan that a leaked record tells of is only denied."""
    record.claim("planned", "plan", "call")
    record.statement("a", "kremlin", {"planned": "asserts"}, "2024-11-05", medium="leaked-record")
    record.statement("b", "trump-transition", {"planned": "denies"}, "2024-11-06")
    assert standing(record) == "plan denied"


def test_who_tells_of_a_leak_and_of_the_contact_in_it_flags_the_contact(record):
    """A statement that asserts a leak and a contact marks the contact as leaked; one that only speaks of the leak does not."""
    leak(record)
    record.event("other", "call", "2025-07-03", ("kremlin", "white-house"))
    record.claim("other-took-place", "occurrence", "other")
    record.statement("a", "bloomberg", {"genuine": "asserts", "took-place": "asserts"}, "2025-11-25")
    record.statement(
        "b", "kremlin/dmitry-peskov", {"genuine": "downplays", "other-took-place": "asserts"}, "2025-11-30"
    )
    assert record.rows("contact_standing", "event_id", "leaked", order="event_id") == [("call", 1), ("other", 0)]


def test_events_carry_their_standing(record):
    """An event of a contact shows its standing; a leak has none."""
    leak(record)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("events", "id", "standing", order="id") == [
        ("call", "denied by a party"),
        ("leak", "no contact"),
    ]


# ---- plans denied


def denied_plan(record: Record, meant: str, said: str = "2025-10-15") -> None:
    """A call between Putin and Trump whose plan Peskov denied."""
    record.event("planned-call", "call", meant, ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("planned", "plan", "planned-call")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, said)


def acknowledged_call(
    record: Record,
    id: str,
    date: str,
    parties: tuple[str, ...] = ("kremlin/vladimir-putin", "white-house/donald-trump"),
) -> None:
    record.event(id, "call", date, parties)
    record.claim(f"{id}-took-place", "occurrence", id)
    record.statement(f"{id}-readout", "kremlin/yuri-ushakov", {f"{id}-took-place": "asserts"}, "2026-01-01")


def test_a_call_in_the_time_meant_breaks_the_denial(record):
    """A plan denied, then a call of the same people in the time meant: the denial did not hold, and the days are counted."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    acknowledged_call(record, "next-call", "2025-10-16")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "next_contact_standing", "days_at_most") == [
        ("denial did not hold", "next-call", "acknowledged by one", 1)
    ]


def test_a_call_after_the_time_meant_leaves_the_denial_standing(record):
    """A call of the same people after the time meant is the next contact, and the denial held."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "days_at_most") == [
        ("denial held", "later-call", 74)
    ]


def test_a_call_before_the_denial_is_not_the_next(record):
    """A call that took place before the statement is not what followed it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "earlier-call", "2025-10-14")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial held", None)]


def test_a_call_on_the_day_of_the_denial_is_shown_and_settles_nothing(record):
    """Whether a call of the same day came before the denial or after it is not known: 0 days between, outcome not known."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "same-day-call", "2025-10-15")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "days_at_most") == [
        ("not known", "same-day-call", 0)
    ]


def test_the_next_contact_is_the_first_that_is_over(record):
    """Calls told of for a span of months are no answer to what came next, though the span begins earlier."""
    denied_plan(record, "2025-01-20/2025-01-27", "2025-01-15")
    acknowledged_call(record, "other-calls", "2025-01-20/2025-03-23")
    acknowledged_call(record, "known-call", "2025-02-12")
    assert record.rows("plan_outcomes", "next_event_id") == [("known-call",)]


@pytest.mark.parametrize(
    "meant, date, expected",
    [
        ("2025-10", "2025-10-10", ("denial held", None)),  # in the time meant, but before the denial
        ("2025-11", "2025-10-20", ("denial held", "some-call")),  # after the denial, but before the time meant
        ("../2025-10-22", "2025-10-16", ("denial did not hold", "some-call")),
    ],
)
def test_the_time_meant_is_what_counts(record, meant, date, expected):
    """Only a contact after the denial and within the time meant breaks it; an open start begins with the denial."""
    denied_plan(record, meant)
    acknowledged_call(record, "some-call", date)
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [expected]


def test_days_to_the_next_contact_need_two_days(record):
    """Days between are counted only where the statement and the contact are each of one day."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "some-call", "2025-12")
    acknowledged_call(record, "undated-call", "")
    assert record.rows("plan_outcomes", "next_event_id", "days_at_most") == [("some-call", None)]


def test_another_plan_is_no_contact(record):
    """A contact that was itself only planned leaves the denial standing."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.event("other-plan", "call", "2025-10-16", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("other-planned", "plan", "other-plan")
    record.statement("other-report", "bloomberg", {"other-planned": "asserts"}, "2025-12-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("not held", None), ("denial held", None)]


def test_guests_and_hosts_are_the_same_people(record):
    """Who took part as host or guest took part; a mere subject did not."""
    record.event(
        "planned-visit",
        "visit",
        "2025-10",
        ("kremlin/vladimir-putin/host", "white-house/steve-witkoff/guest", "ukraine//subject"),
    )
    record.claim("planned", "plan", "planned-visit")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-10-01")
    acknowledged_call(
        record, "not-with-him", "2025-10-10", ("kremlin/vladimir-putin", "white-house/steve-witkoff/subject")
    )
    record.tables["events"][-1]["kind"] = "visit"
    acknowledged_call(record, "visit", "2025-10-16", ("kremlin/vladimir-putin/host", "white-house/steve-witkoff/guest"))
    record.tables["events"][-1]["kind"] = "visit"
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "visit")]


def test_only_denials_of_plans_have_an_outcome(record):
    """To doubt or confirm a plan, or to deny a contact, is no denial of a plan; nor is opinion."""
    denied_plan(record, "2025-10")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "white-house", {"planned": "doubts"}, "2025-10-15")
    record.statement(
        "c", "", {"planned": "denies"}, "2025-10-15", form="own", source="column", speaker_label="the author"
    )
    assert record.rows("plan_outcomes", "statement_id") == [("no-plan",)]


def test_each_denial_has_its_own_outcome(record):
    """Two denials are each followed by the first contact after them, once; a contact acknowledged by all counts as one."""
    denied_plan(record, "2025-10-02/2025-10-31", "2025-10-01")
    record.event("other-call", "call", "2025-11-02/2025-11-09", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("other-planned", "plan", "other-call")
    record.statement("no-other-plan", "kremlin/dmitry-peskov", {"other-planned": "denies"}, "2025-11-01")
    acknowledged_call(record, "first-call", "2025-10-16")
    acknowledged_call(record, "second-call", "2025-12-28")
    record.statement("also", "white-house/donald-trump", {"first-call-took-place": "confirms"}, "2025-10-17")
    assert record.rows("plan_outcomes", "statement_id", "outcome", "next_event_id", "next_contact_standing") == [
        ("no-other-plan", "denial held", "second-call", "acknowledged by one"),
        ("no-plan", "denial did not hold", "first-call", "acknowledged by all"),
    ]


@pytest.mark.parametrize(
    "meant, date, outcome, spans",
    [
        ("2025-10-15/..", "2025-12-28", "no time meant", "none"),
        ("", "2025-12-28", "no time meant", "none"),
        ("2025-10-15/2025-10-22", "2025-10", "denial held", "some-call"),
        ("2025-10-15/2025-10-22", "2025-09/2025-12", "denial held", "some-call"),
        ("2027-01", "2025-12-28", "not coded", "none"),
    ],
)
def test_an_uncertain_time_settles_nothing_and_blocks_nothing(record, meant, date, outcome, spans):
    """An open time meant is tested by nothing; a span that overlaps it is named; beyond what was searched nothing is said."""
    denied_plan(record, meant)
    acknowledged_call(record, "some-call", date)
    assert record.rows("plan_outcomes", "outcome", "spans") == [(outcome, spans)]


@pytest.mark.parametrize(("said", "outcome"), [("denies", "denial held"), ("asserts", "not held")])
def test_what_is_not_coded_settles_no_plan(record, said, outcome):
    """Where the time meant is not complete for both sides, a plan without a contact is neither held nor not: it is not coded."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.tables["stances"][-1]["stance"] = said
    assert record.rows("plan_outcomes", "outcome") == [(outcome,)]
    record.add("ledger", id="open", kind="page", published="2025-10-20", decision="not-yet")
    assert record.rows("plan_outcomes", "outcome") == [("not coded",)]


def test_an_announced_call_is_held_or_postponed(record):
    """Announced, and a call of the two in the time meant: held. Announced again for later: postponed."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.tables["stances"][-1]["stance"] = "asserts"
    record.event("again", "call", "2025-12", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("zz-again-planned", "plan", "again")
    record.statement("again", "kremlin", {"zz-again-planned": "asserts"}, "2025-10-23")
    assert record.rows("plan_outcomes", "outcome") == [("postponed",), ("not held",)]
    acknowledged_call(record, "next-call", "2025-10-20")
    assert record.rows("plan_outcomes", "outcome") == [("held",), ("not held",)]


@pytest.mark.parametrize(
    ("planned", "found", "outcome"),
    [
        ("call", "meeting", "denial held"),
        ("meeting", "call", "denial held"),
        ("meeting", "visit", "denial did not hold"),
        ("contact", "call", "denial did not hold"),
        ("contact", "meeting", "denial did not hold"),
    ],
)
def test_contacts_a_call_and_meetings_are_kept_apart(record, planned, found, outcome):
    """Whoever said that no call was planned is not refuted by a meeting."""
    denied_plan(record, "2025-10-15/2025-10-22")
    next(row for row in record.tables["events"] if row["id"] == "planned-call")["kind"] = planned
    acknowledged_call(record, "next", "2025-10-20")
    record.tables["events"][-1]["kind"] = found
    assert record.rows("plan_outcomes", "outcome") == [(outcome,)]


def test_the_days_to_the_next_contact_are_an_upper_bound_across_a_gap(record):
    """Another contact may lie between, so the next is sure only if all months to it are complete."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    columns = "days_at_most", "next_is_sure"
    assert record.rows("plan_outcomes", *columns) == [(74, 1)]
    record.add("ledger", id="open", kind="page", published="2025-11-20", decision="not-yet")
    assert record.rows("plan_outcomes", *columns) == [(74, 0)]


@pytest.mark.parametrize(
    "russian, american, next_contact",
    [
        (None, None, ("alleged", "reported only")),
        ("denies", None, (None, None)),
        ("denies", "asserts", (None, None)),
    ],
)
def test_an_alleged_call_leaves_the_outcome_unknown(record, russian, american, next_contact):
    """A call of the same people in the time meant that is only alleged, denied or disputed neither breaks the denial nor lets it hold; undenied, it is the next contact."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.event("alleged", "call", "2025-10-16", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("alleged-took-place", "occurrence", "alleged")
    record.statement("alleged-report", "bloomberg", {"alleged-took-place": "asserts"}, "2025-12-01")
    for who, stance in (("kremlin", russian), ("white-house", american)):
        if stance:
            record.statement(who, who, {"alleged-took-place": stance}, "2025-12-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "next_contact_standing") == [
        ("only alleged", *next_contact)
    ]


def reported_call(record: Record, id: str, date: str, said: dict[str, str], who: str = "bloomberg", **cells) -> None:
    """A call between Putin and Trump of which no party speaks; `said` pairs a kind of claim with a stance."""
    record.event(id, "call", date, ("kremlin/vladimir-putin", "white-house/donald-trump"))
    for kind in ("occurrence", *(kind for kind in said if kind != "occurrence")):
        record.claim(f"{id}-{kind}", kind, id)
    record.statement(
        f"{id}-report", who, {f"{id}-{kind}": stance for kind, stance in said.items()}, "2026-01-01", **cells
    )


def test_the_next_contact_may_be_reported_only(record):
    """The next contact is the first that took place by anybody's account, if no party denies it; its standing is shown."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    reported_call(record, "reported-call", "2025-12-01", {"occurrence": "asserts"})
    columns = "outcome", "next_event_id", "next_contact_standing", "days_at_most"
    assert record.rows("plan_outcomes", *columns) == [("denial held", "reported-call", "reported only", 47)]


def test_a_report_before_it_takes_nothing_from_a_broken_denial(record):
    """A call that is only reported comes first as the next contact; the acknowledged one after it still breaks the denial."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "acknowledged", "2025-10-20")
    reported_call(record, "reported-call", "2025-10-17", {"occurrence": "asserts"})
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "reported-call")]


@pytest.mark.parametrize(
    "said, who, cells, expected",
    [
        ({"duration": "asserts"}, "bloomberg", {}, "some-call"),
        ({"occurrence": "asserts"}, "", {"speaker_label": "the report"}, "some-call"),
        ({"occurrence": "allows"}, "bloomberg", {}, None),
        ({"occurrence": "doubts", "plan": "asserts"}, "bloomberg", {}, None),
        ({"initiative": "asserts"}, "bloomberg", {}, None),
    ],
)
def test_a_contact_that_nobody_says_took_place_is_not_the_next(record, said, who, cells, expected):
    """To allow or plan a contact, or to say who proposed it, is no account that it took place; to tell its course is one."""
    denied_plan(record, "2025-10-15/2025-10-22")
    reported_call(record, "some-call", "2025-12-01", said, who, **cells)
    assert ("no-plan", expected) in record.rows("plan_outcomes", "statement_id", "next_event_id")


def test_opinion_tells_of_no_next_contact(record):
    """A call of which only an opinion piece says that it took place follows nothing, also where somebody allows it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.source("column", "washington-post", genre="opinion")
    opinion = {"form": "own", "source": "column", "speaker_label": "the author"}
    reported_call(record, "some-call", "2025-12-01", {"occurrence": "asserts"}, "", **opinion)
    record.statement("allowed", "bloomberg", {"some-call-occurrence": "allows"}, "2026-01-01")
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]


def test_an_account_that_was_taken_back_tells_of_no_next_contact(record):
    """A call that an outlet reported and then denied is no next contact, also where another will not rule it out."""
    denied_plan(record, "2025-10-15/2025-10-22")
    reported_call(record, "some-call", "2025-12-01", {"occurrence": "asserts"}, "ukraine")
    record.statement("colleague", "ukraine", {"some-call-occurrence": "denies"}, "2026-01-02")
    record.statement("allowed", "bloomberg", {"some-call-occurrence": "allows"}, "2026-01-01")
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]
    record.tables["statements"][-2]["speaker_id"] = "kirill-dmitriev"
    record.tables["statements"][-3]["speaker_id"] = "steve-witkoff"
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]


def test_a_call_of_other_people_is_no_outcome(record):
    """Only a contact in which everybody named for the plan took part follows it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "aides", "2025-10-16", ("kremlin/yuri-ushakov", "white-house/donald-trump"))
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial held", None)]


def test_a_plan_without_people_is_followed_by_organizations(record):
    """For an organization of which nobody is named anybody who took part for it counts."""
    record.event("planned-contact", "contact", "2025-10", ("kremlin", "white-house"))
    record.claim("planned", "plan", "planned-contact")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-10-01")
    acknowledged_call(record, "aides", "2025-10-16", ("kremlin/yuri-ushakov", "white-house/steve-witkoff"))
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "aides")]


def test_a_planned_contact_that_took_place_breaks_the_denial(record):
    """Where the record has the planned contact itself as acknowledged, the denial did not hold."""
    denied_plan(record, "2025-10")
    record.claim("planned-took-place", "occurrence", "planned-call")
    record.statement("readout", "kremlin/yuri-ushakov", {"planned-took-place": "asserts"}, "2025-11-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "planned-call")]


# ---- wordings, chains, corroboration


def test_one_remark_in_two_wordings(record):
    """One statement with two renderings stands in two rows, side by side; a statement with one rendering in none."""
    record.source("opinion", "bloomberg", published="2024-11-14", language="en")
    record.statement(
        "a",
        "kremlin/dmitry-peskov",
        {"took-place": "denies"},
        "2024-11-11",
        source=record.source("report", "tass", published="2024-11-11"),
    )
    record.quotation("a-fake", "a", source="opinion", via_id="ria-novosti", words="fake news")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("wordings", "rendering", "renderings", "wordings", "words", "via", "language") == [
        (1, 2, 2, "words of a", "none", "not stated"),
        (2, 2, 2, "fake news", "RIA Novosti", "en"),
    ]


def test_pieces_in_one_source_are_one_wording(record):
    """What one source prints in pieces is one wording; a second source that prints the same adds none, one that prints other words does."""
    for id in ("first", "copy", "other"):
        record.source(id)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="first")
    for id, source, words in (
        ("b", "first", "fiction"),
        ("c", "copy", "words of a"),
        ("d", "copy", "fiction"),
        ("e", "other", "fake"),
    ):
        record.quotation(id, "a", source=source, words=words)
    assert set(record.rows("wordings", "renderings", "wordings")) == {(5, 2)}


def test_renderings_without_his_words_are_no_wording(record):
    """Renderings that tell the content without the speaker's words are listed, with no wording."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="indirect")
    record.quotation("b", "a", "narrated")
    assert record.rows("wordings", "words", "wordings") == [("passage of a", 0), ("passage of b", 0)]


def test_chains_follow_every_hop(record):
    """A way through the sources has a row for each hop, and a branch for each source that is used."""
    for citing, cited, relation in (
        ("mirror", "paper", "republishes"),
        ("paper", "agency", "relies-on"),
        ("paper", "post", "relies-on"),
    ):
        for id in (citing, cited):
            if id not in [row["id"] for row in record.tables["sources"]]:
                record.source(id)
        record.add("source_citations", source_id=citing, cited_source_id=cited, relation=relation)
    assert [row for row in record.rows("chains", "id", "hop", "relation") if row[0].startswith("mirror")] == [
        ("mirror/paper", 1, "republishes"),
        ("mirror/paper/agency", 2, "relies-on"),
        ("mirror/paper/post", 2, "relies-on"),
    ]


def test_a_circle_of_citations_ends(record):
    """A way never returns to a source on it, and a circle is still one origin."""
    record.source("a")
    record.source("b")
    record.add("source_citations", source_id="a", cited_source_id="a", relation="relies-on")
    record.add("source_citations", source_id="a", cited_source_id="b", relation="relies-on")
    record.add("source_citations", source_id="b", cited_source_id="a", relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="a")
    record.quotation("s-b", "s", source="b")
    assert record.rows("chains", "id") == [("a/b",), ("b/a",)]
    assert record.rows("corroboration", "sources", "origins_at_most") == [(2, 1)]


def test_mirrors_fold_to_one_origin(record):
    """Copies of one text, and texts that rely on one source, are one origin; an unrelated text is a second."""
    for id in ("original", "mirror", "mirror-of-mirror", "other"):
        record.source(id)
    record.add("source_citations", source_id="mirror", cited_source_id="original", relation="republishes")
    record.add("source_citations", source_id="mirror-of-mirror", cited_source_id="mirror", relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="mirror")
    record.quotation("s-2", "s", source="mirror-of-mirror")
    record.quotation("s-3", "s", source="other")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources", "origins_at_most") == [
        ("denies", 1, 1, 3, 2)
    ]


def test_two_texts_that_use_one_unread_source_are_one_origin(record):
    """Two texts that rely on the same third text are one origin, also when the third is quoted nowhere."""
    for id in ("paper", "portal", "unread"):
        record.source(id)
    for id in ("paper", "portal"):
        record.add("source_citations", source_id=id, cited_source_id="unread", relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="paper")
    record.quotation("s-2", "s", source="portal")
    assert record.rows("corroboration", "origins_at_most") == [(1,)]


def test_agency_credits_fold_to_one_origin(record):
    """Renderings that credit one agency are one origin with each other and with the agency's own dispatch."""
    for id, publisher in (("paper", "washington-post"), ("portal", "bloomberg"), ("dispatch", "ria-novosti")):
        record.source(id, publisher)
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="dispatch")
    record.quotation("s-2", "s", source="paper", via_id="ria-novosti")
    record.quotation("s-3", "s", source="portal", via_id="ria-novosti")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 1)]


def test_a_source_older_than_the_words_is_not_their_origin(record):
    """Two texts that rely on a report which was out before the words were said do not have the words from it."""
    record.source("old", published="2024-11-10")
    for id in ("paper", "portal"):
        record.source(id, published="2024-11-11")
        record.add("source_citations", source_id=id, cited_source_id="old", relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="paper")
    record.quotation("s-2", "s", source="portal")
    assert record.rows("corroboration", "origins_at_most") == [(2,)]


def test_two_agencies_that_use_one_book_are_one_origin(record):
    """A rendering that credits an agency comes from what the agency's dispatch uses: two agencies with one book are one origin."""
    record.source("book", genre="book")
    record.statement("a", "/donald-trump", {"took-place": "asserts"}, "2024-11-11", source="book")
    for agency in ("tass", "ria-novosti"):
        record.source(f"{agency}-dispatch", agency)
        record.source(f"{agency}-page")
        record.add(
            "source_citations", source_id=f"{agency}-page", cited_source_id=f"{agency}-dispatch", relation="republishes"
        )
        record.quotation(f"a-{agency}", "a", "indirect", f"{agency}-page", via_id=agency)
    assert record.rows("corroboration", "origins_at_most") == [(3,)]
    for agency in ("tass", "ria-novosti"):
        record.add("source_citations", source_id=f"{agency}-dispatch", cited_source_id="book", relation="relies-on")
    assert record.rows("corroboration", "origins_at_most") == [(1,)]


def test_a_platform_is_no_origin(record):
    """Two posts on one platform are two origins: a platform publishes nobody's words as its own."""
    for id in ("post-1", "post-2"):
        record.source(id, "truth-social")
    record.statement("s", "/donald-trump", {"took-place": "denies"}, source="post-1")
    record.quotation("s-2", "s", source="post-2")
    assert record.rows("corroboration", "origins_at_most") == [(2,)]


def test_a_text_that_uses_two_others_joins_none(record):
    """A text that relies on two independent ones adds no origin and does not make the two into one."""
    for id in ("digest", "one", "two"):
        record.source(id)
    for id in ("one", "two"):
        record.add("source_citations", source_id="digest", cited_source_id=id, relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="digest")
    record.quotation("s-2", "s", source="one")
    record.quotation("s-3", "s", source="two")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 2)]


def test_voices_are_counted_once_and_opinion_apart(record):
    """One person twice is one voice, the narrated counts for the organization, nobody named for nobody is none; opinion stands apart, 0 nowhere."""
    record.claim("a-motive", "motive")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "doubts"}, "2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13", form="narrated")
    record.statement("d", "", {"took-place": "denies"}, "2024-11-13", form="unattributed")
    record.statement(
        "e", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("f", "rdif", {"took-place": "downplays", "a-motive": "declines"}, "2024-11-14")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources", "opinion_statements") == [
        ("affirms", 0, 0, 0, 1),
        ("denies", 4, 2, 1, 0),
    ]


def test_what_nobody_is_named_for_is_no_voice(record):
    """An unattributed rendering is no voice, whatever label or organization is read into it; its statement is counted."""
    record.statement("a", "washington-post", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "", {"took-place": "asserts"}, form="unattributed", speaker_label="US media")
    record.statement("c", "kremlin", {"took-place": "asserts"}, form="unattributed")
    record.statement("d", "kremlin", {"took-place": "denies"}, form="unattributed", speaker_label="officials")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources") == [
        ("affirms", 3, 1, 1),
        ("denies", 1, 0, 1),
    ]


def test_claims_about_no_event_are_counted(record):
    """A claim about no event has its row, and a label without an organization is a voice."""
    record.claim("a-motive", "motive")
    record.statement("a", "", {"a-motive": "asserts"}, form="indirect", speaker_label="a diplomat")
    record.statement("b", "", {"a-motive": "asserts"}, form="indirect", speaker_label="an adviser")
    assert record.rows("corroboration", "claim_id", "statements", "voices", "sources", "origins_at_most", "event") == [
        ("a-motive", 2, 2, 1, 1, None)
    ]


# ---- evidence, the flat table, search, reader columns


def test_evidence_shows_the_waivers_of_quotation_and_statement(record):
    """Each quotation shows its state and every waiver that concerns it or its statement, with the reason."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.add("waivers", rule="quote.marks", table="quotations", row_id="a", reason="The source lost its marks.")
    record.add("waivers", rule="date.weekday", table="statements", row_id="a", reason="The agency errs.")
    record.add("waivers", rule="date.weekday", table="events", row_id="call", reason="Of no concern here.")
    assert record.rows("evidence_status", "state", "waiver") == [
        ("not held", "date.weekday: The agency errs.; quote.marks: The source lost its marks."),
        ("not held", None),
    ]


def test_the_flat_table_has_a_row_for_each_claim_and_rendering(record):
    """The flat table names the office of that day and marks the rendering on which the stance rests."""
    record.add(
        "roles",
        id="r-1",
        person_id="donald-trump",
        organization_id="trump-transition",
        title="President-elect",
        start="2024-11-06",
        end="2025-01-19",
        source_id="page",
    )
    record.add(
        "roles",
        id="r-2",
        person_id="donald-trump",
        organization_id="trump-transition",
        title="Candidate",
        end="2024-11-05",
        source_id="page",
    )
    record.add(
        "roles",
        id="r-3",
        person_id="donald-trump",
        organization_id="white-house",
        title="President",
        start="2025-01-20",
        source_id="page",
    )
    record.claim("an-hour", "duration", "call")
    record.statement("a", "trump-transition/donald-trump", {"took-place": "denies", "an-hour": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", "indirect", record.source("ria", "ria-novosti", url="https://ria.ru/1"))
    rows = record.rows(
        "readouts",
        "claim_id",
        "quotation_id",
        "office",
        "rests_here",
        "words",
        "passage",
        "address",
        "permanent_address",
    )
    assert rows == [
        ("an-hour", "a", "President-elect", 1, "words of a", "passage of a", None, "/readouts/quotations/a"),
        (
            "an-hour",
            "a-2",
            "President-elect",
            0,
            None,
            "passage of a-2",
            "https://ria.ru/1",
            "/readouts/quotations/a-2",
        ),
        ("took-place", "a", "President-elect", 1, "words of a", "passage of a", None, "/readouts/quotations/a"),
        (
            "took-place",
            "a-2",
            "President-elect",
            0,
            None,
            "passage of a-2",
            "https://ria.ru/1",
            "/readouts/quotations/a-2",
        ),
    ]


def test_the_flat_table_keeps_rows_without_an_office(record):
    """Who holds no known office that day has an empty one; several offices stand side by side; a credit is named."""
    for id, person, start in (
        ("r-1", "dmitry-peskov", "2025-01-01"),
        ("r-2", "yuri-ushakov", ""),
        ("r-3", "yuri-ushakov", ""),
    ):
        record.add(
            "roles",
            id=id,
            person_id=person,
            organization_id="kremlin",
            title=f"Office {id}",
            start=start,
            source_id="page",
        )
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-11-12")
    record.quotation("c", "b", via_id="tass")
    assert record.rows("readouts", "quotation_id", "office", "via") == [
        ("a", None, "none"),
        ("b", "Office r-2; Office r-3", "none"),
        ("c", "Office r-2; Office r-3", "TASS"),
    ]


def found(record: Record, words: str) -> list[str]:
    query = "SELECT search.id FROM search_fts JOIN search ON search.rowid = search_fts.rowid WHERE search_fts MATCH ? ORDER BY search.id"
    return [row[0] for row in record.derive().execute(query, (words,))]


def test_a_speaker_and_a_word_find_his_statement_together(record):
    """A name and a word of any rendering find the statement, in any grammatical form and case."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", words="pure fiction, simply fake news")
    record.statement("b", "rdif/kirill-dmitriev", {"took-place": "denies"}, "2025-11-25", form="fragment")
    assert found(record, "peskov fake") == ["statement/a"]
    assert found(record, "Peskov denied fakes") == ["statement/a"]


def test_search_links_to_claim_event_and_source(record):
    """A statement that is found leads to its claim, the claim's event, its speaker, his organization and the source."""
    record.claim("a-motive", "motive")
    record.statement(
        "a", "kremlin/dmitry-peskov", {"took-place": "denies", "a-motive": "asserts"}, "2024-11-11", form="indirect"
    )
    record.quotation("a-2", "a", "direct", record.source("strong"))
    connection = record.derive()
    columns = "statement_id, claim_id, event_id, person_id, organization_id, source_id, year, side"
    row = connection.execute(f"SELECT {columns} FROM search WHERE kind = 'statement'").fetchone()
    assert row == ("a", "took-place", "call", "dmitry-peskov", "kremlin", "strong", "2024", "russia")
    assert {kind for (kind,) in connection.execute("SELECT kind FROM search")} == {
        "statement",
        "claim",
        "event",
        "person",
        "organization",
        "source",
    }


def test_search_finds_what_has_few_links(record):
    """A statement of nobody's on no event, from an unknown publisher, is found all the same, and so are its claim, its source and a leak."""
    leak(record)
    record.claim("a-motive", "motive")
    record.statement(
        "a", "", {"a-motive": "asserts"}, form="indirect", source=record.source("mirror"), speaker_label="a diplomat"
    )
    ids = {id for (id,) in record.rows("search", "id")}
    assert {"statement/a", "claim/a-motive", "source/mirror", "event/leak"} <= ids
    assert found(record, "diplomat") == ["statement/a"]


def test_a_person_of_two_sides_has_none_in_search(record):
    """A person is listed under the side of his offices, unless they are of two sides."""
    for id, person, organization in (
        ("r-1", "dmitry-peskov", "kremlin"),
        ("r-2", "dmitry-peskov", "rdif"),
        ("r-3", "steve-witkoff", "kremlin"),
        ("r-4", "steve-witkoff", "white-house"),
    ):
        record.add("roles", id=id, person_id=person, organization_id=organization, title="Envoy", source_id="page")
    sides = dict(record.rows("search", "person_id", "side"))
    assert (sides["dmitry-peskov"], sides["steve-witkoff"], sides["donald-trump"]) == ("russia", "none", "none")
    assert found(record, "envoy rdif") == ["person/dmitry-peskov"]


def test_statements_and_quotations_have_short_labels(record):
    """A label says who, when, what stance and the first words, in at most 90 characters, and ends with a whole word."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="indirect")
    record.quotation("a-2", "a", "direct", words=f"one, {'two three four ' * 5}five")
    record.claim("an-hour", "duration", "call")
    record.add("stances", statement_id="a", claim_id="an-hour", stance="denies", basis="words", quotation_id="a-2")
    record.statement("b", "kremlin", {"took-place": "denies"}, form="unattributed")
    labels = dict(record.rows("statements", "id", "label", order="id"))
    assert labels == {
        "a": "Dmitry Peskov, 2024-11-11: denies — one, two three four two three four two three four…",
        "b": "unattributed, undated: denies — passage of b",
    }
    assert all(len(label) <= 90 for (label,) in record.rows("quotations", "label"))


def test_a_label_shows_words_that_bear_its_stance(record):
    """A statement's form is that of its strongest rendering; its label takes words on which a stance rests, and names every stance."""
    record.claim("an-hour", "duration", "call")
    record.statement(
        "a", "kremlin/dmitry-peskov", {"an-hour": "declines", "took-place": "denies"}, "2024-11-11", form="narrated"
    )
    record.quotation("a-2", "a", "fragment")
    assert record.rows("statements", "form", "label") == [
        ("fragment", "Dmitry Peskov, 2024-11-11: declines / denies — passage of a")
    ]
    assert (
        record.rows("wordings", "statement") == [("Dmitry Peskov, 2024-11-11: declines / denies — passage of a",)] * 2
    )


def test_a_label_keeps_apart_what_other_words_bear(record):
    """Of several renderings that bear stances the strongest gives the words, of equal forms the one that bears most; what rests on others is named as such, once."""
    for id, kind in (
        ("an-hour", "duration"),
        ("grain", "content"),
        ("honest", "assessment"),
        ("proposed", "initiative"),
    ):
        record.claim(id, kind, "call")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "asserts"}, "2024-11-11", form="indirect")
    for number, form in ((1, "fragment"), (2, "fragment"), (3, "direct")):
        record.quotation(f"b-{number}", "a", form)
    for claim, stance, quotation in (
        ("an-hour", "doubts", "b-1"),
        ("grain", "denies", "b-2"),
        ("honest", "asserts", "b-2"),
        ("proposed", "declines", "a"),
    ):
        record.add("stances", statement_id="a", claim_id=claim, stance=stance, basis="words", quotation_id=quotation)
    assert record.rows("statements", "form", "label") == [
        ("direct", "Dmitry Peskov, 2024-11-11: asserts / denies (also declines / doubts) — words of b-2")
    ]


def test_quotations_carry_names(record):
    """A quotation shows speaker, side, publisher, year and evidence in words."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", "indirect", record.source("mirror"))
    assert record.rows("quotations", "speaker", "side", "publisher", "year", "evidence", order="id") == [
        ("Dmitry Peskov", "russia", "TASS", "2024", "not held"),
        ("Dmitry Peskov", "russia", "not stated", "2024", "not held"),
    ]


def test_an_unattributed_quotation_has_no_speaker(record):
    """A rendering that names nobody has the speaker "unattributed", beside one that does; a missing date is said."""
    record.statement("a", "kremlin", {"took-place": "denies"}, form="indirect", speaker_label="officials")
    record.quotation("b", "a", "unattributed")
    assert record.rows("quotations", "speaker", "label", order="id") == [
        ("officials", "officials, undated, indirect: passage of a"),
        ("unattributed", "unattributed, undated, unattributed: passage of b"),
    ]


def test_sources_and_events_have_years(record):
    """Sources and events show year and month of their date, or that none is stated."""
    record.source("dated", published="2024-11-11")
    record.source("year", published="2024~")
    record.event("undated", "leak")
    assert record.rows("sources", "id", "year", "month", order="id") == [
        ("dated", "2024", "2024-11"),
        ("page", "not stated", "not stated"),
        ("year", "2024", "not stated"),
    ]
    assert record.rows("events", "id", "year", "month", order="id") == [
        ("call", "2024", "2024-11"),
        ("undated", "not stated", "not stated"),
    ]


# ---- the canned questions


def answers(record: Record, name: str, **values: str) -> list[dict]:
    """The rows of a canned question, asked with its defaults unless a value is given."""
    question = next(one for one in QUESTIONS if one.name == name)
    found = record.derive().execute(question.sql, question.defaults | values)
    return [dict(zip([column[0] for column in found.description], row, strict=True)) for row in found]


def text_of(name: str) -> str:
    question = next(one for one in QUESTIONS if one.name == name)
    return f"{question.title} {question.description}"


def test_the_question_on_standing_knows_every_standing(record):
    """The list of standings to choose from is complete, every standing has its place in the order, and the row shows all who speak."""
    column = next(
        one
        for one in next(one for one in views(VOCABULARY) if one.name == "contact_standing").fields
        if one.name == "standing"
    )
    question = next(one for one in QUESTIONS if one.name == "which_contacts_are_acknowledged")
    assert question.choices["standing"].sql.startswith("SELECT DISTINCT standing FROM contact_standing")
    sql = question.sql
    assert [value for value in column.enum if f"'{value}' THEN" not in sql] == []
    record.statement("a", "", {"took-place": "asserts"}, form="indirect", speaker_label="the report")
    [row] = answers(record, "which_contacts_are_acknowledged")
    assert (row["standing"], row["in_nobodys_name"], row["other"]) == (
        "reported only",
        "the report: asserts",
        "not a party",
    )


def test_standings_are_sorted_from_all_to_none(record):
    """What some acknowledge stands between what all and what one acknowledges."""
    for event, who in (
        ("x-one", ("kremlin",)),
        ("y-some", ("kremlin", "ukraine")),
        ("z-all", ("kremlin", "ukraine", "white-house")),
    ):
        record.event(event, "meeting", "2025-08-18", ("kremlin", "white-house", "ukraine"))
        record.claim(f"{event}-claim", "occurrence", event)
        for one in who:
            record.statement(f"{event}-{one}", one, {f"{event}-claim": "asserts"}, "2025-08-19")
    assert [row["event_id"] for row in answers(record, "which_contacts_are_acknowledged")] == [
        "z-all",
        "y-some",
        "x-one",
        "call",
    ]


@pytest.mark.parametrize(
    "contact, events",
    [("2025-07-03", {"that-day"}), ("2025-07-03/..", {"from-then"}), ("that", {"that-day"}), ("2024", set())],
)
def test_a_call_is_found_by_its_exact_date_or_its_title(record, contact, events):
    """A date finds the contacts of that date, not every contact whose date begins with it; words find titles."""
    for event, date in (
        ("that-day", "2025-07-03"),
        ("from-then", "2025-07-03/.."),
        ("some-other", "2025-07-03/2025-07-04"),
    ):
        record.event(event, "call", date)
        record.claim(f"{event}-claim", "occurrence", event)
        record.statement(event, "kremlin", {f"{event}-claim": "asserts"}, "2025-07-05")
    rows = answers(record, "what_each_side_says_of_a_call", contact=contact)
    assert {row["event_id"] for row in rows} == events


def test_what_followed_gives_no_verdict(record):
    """The question on plans says what "held" means, and not that anything was true."""
    text = text_of("what_followed_no_call_is_planned")
    assert "true" not in text and "the record has no" in text


def test_questions_mark_opinion_and_readings(record):
    """Where an author's opinion may stand among the answers it is marked; a shift shows on what our reading rests."""
    record.claim("grain", "content", "call")
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a",
        "",
        {"took-place": "denies", "grain": "denies"},
        "2024-11-14",
        form="own",
        source="column",
        speaker_label="the author",
    )
    for name, values in (
        ("who_denied_what", {"side": "none"}),
        ("what_each_side_says_of_a_call", {"contact": "2024-11-07"}),
        ("what_was_not_discussed", {}),
    ):
        assert {row["opinion"] for row in answers(record, name, **values)} == {"opinion"}, name
    record.statement("b", "kremlin", {"took-place": "denies"}, "2024-11-11", form="unattributed", note="Our reading.")
    record.statement("c", "kremlin", {"took-place": "allows"}, "2024-11-12")
    assert [row["reading"] for row in answers(record, "whose_line_moved")] == ["earlier: Our reading."]


def test_not_discussed_counts_those_who_say_that_it_was(record):
    """Beside a subject that somebody says was not discussed stands how many say that it was, not how many will not rule it out."""
    record.claim("grain", "content", "call")
    record.statement("a", "kremlin/dmitry-peskov", {"grain": "denies"}, "2024-11-11")
    record.statement("b", "trump-transition", {"grain": "allows"}, "2024-11-11")
    record.statement("c", "bloomberg", {"grain": "asserts"}, "2024-11-11")
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "d", "", {"grain": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    assert [row["statements_that_it_was"] for row in answers(record, "what_was_not_discussed")] == [1]


def test_a_word_missing_in_a_piece_is_not_missing_in_its_source(record):
    """Without the word are the speaker's words in another source that has it nowhere; not a second piece of the same source, nor a paraphrase."""
    for id in ("first", "other", "third"):
        record.source(id)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="first")
    for id, source, form, words in (
        ("b", "first", "direct", "simply fake news"),
        ("c", "other", "direct", "pure fiction"),
        ("d", "third", "indirect", ""),
    ):
        record.quotation(id, "a", form, source, words=words)
    assert [(row["words"], row["other_wordings"]) for row in answers(record, "where_a_word_occurs", word="FAKE")] == [
        ("simply fake news", 1)
    ]


def test_whose_word_it_is(record):
    """A speaker's own word stands before a source's word for it, which is no word of the speaker's; both say of what."""
    say = {"took-place": "denies"}
    record.statement("a", "kremlin", say, "2024-11-11", form="indirect")
    record.quotation("a-2", "a", "indirect", passage="He called it fake.")
    record.statement("b", "kremlin/dmitry-peskov", say, "2024-11-12")
    record.quotation("b-2", "b", "direct", words="simply fake news", passage="a fake")
    record.statement("c", "kremlin", say, "2024-11-13", form="indirect", date_words="called it a fake")
    found = answers(record, "where_a_word_occurs", word="fake")
    assert [(row["statement_id"], bool(row["words"]), bool(row["passage"])) for row in found] == [
        ("b", True, False),
        ("a", False, True),
        ("c", False, True),
    ]
    whose = [row["whose_word"] for row in found]
    assert whose[:2] == ["the speaker’s own", "the source’s"] and "“called it a fake”" in whose[2]
    assert all(row["of_what"].startswith("Denies: “") for row in found)


def test_an_unknown_day_stands_last(record):
    """In the answers in time order a statement of which no day is known stands at the end, one with an open start by its latest day."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"})
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "../2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("d", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13")
    assert [row["statement_id"] for row in answers(record, "statements_of_one_person")] == ["c", "b", "d", "a"]
    assert [row["statement_id"] for row in answers(record, "who_denied_what")] == ["d", "b", "c", "a"]


def test_lists_count_what_is_there(record):
    """People, bodies and sources say how much of theirs is in the record, and between which days; nothing is 0, not empty."""
    record.source("wire", "bloomberg")
    record.add("source_citations", source_id="page", cited_source_id="wire", relation="relies-on")
    for id, day in (("a", "2024-11-11"), ("b", "2024-12-01/2024-12-03"), ("c", None)):
        record.statement(id, "kremlin/dmitry-peskov", {"took-place": "denies"}, day)
    record.quotation("a-2", "a", "direct")
    role = {"person_id": "dmitry-peskov", "organization_id": "kremlin", "source_id": "page"}
    record.add("roles", id="r-1", title="Spokesman", start="2012", **role)
    record.add("roles", id="r-2", title="Diplomat", **role)
    shown = ("statements", "first_said", "last_said")
    people = {row[0]: row[1:] for row in record.rows("people", "id", "offices", *shown)}
    assert people["dmitry-peskov"] == ("Diplomat; Spokesman", 3, "2024-11-11", "2024-12-03")
    assert people["donald-trump"] == (None, 0, None, None)
    bodies = {row[0]: row[1:] for row in record.rows("organizations", "id", "sources", *shown)}
    assert (bodies["kremlin"], bodies["bloomberg"]) == ((0, 3, "2024-11-11", "2024-12-03"), (1, 0, None, None))
    assert record.rows("sources", "id", "statements", "used_by", order="id") == [("page", 3, 0), ("wire", 0, 1)]
