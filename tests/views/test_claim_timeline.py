"""The voices on a claim, in time order, with whom each counts for."""

import pytest


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
