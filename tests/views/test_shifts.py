"""Whose line moved, how, and in how many days."""

import pytest

from .record import leak


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


KREMLIN, PESKOV, USHAKOV = "kremlin", "kremlin/dmitry-peskov", "kremlin/yuri-ushakov"


@pytest.mark.parametrize("first, then", [("denies", "allows"), ("denies", "declines"), ("declines", "asserts")])
@pytest.mark.parametrize("form", ["direct", "narrated"])
@pytest.mark.parametrize("date", ["2024-11-12", "2025-02-12"])
def test_two_people_of_one_organization_are_two_voices_of_one_house(record, first, then, form, date):
    """What one says and another does not is no turn of the house, whatever the time between, also if it is only narrated."""
    record.statement("a", PESKOV, {"took-place": first}, "2024-11-11", form=form)
    record.statement("b", USHAKOV, {"took-place": then}, date, form=form)
    assert record.rows("shifts", "shift") == []


def test_an_adviser_does_not_silence_the_house(record):
    """The case of February 2025: the president says it, an adviser will not, the president says it again."""
    trump = "white-house/donald-trump"
    record.statement("a", trump, {"took-place": "asserts"}, "2025-02-07")
    record.statement("b", "white-house/steve-witkoff", {"took-place": "declines"}, "2025-02-08")
    record.statement("c", trump, {"took-place": "asserts"}, "2025-02-09")
    assert record.rows("shifts", "shift") == []


def test_a_person_moves_while_the_house_speaks(record):
    """What another of the house says between hides no move of the person's own."""
    record.statement("a", PESKOV, {"took-place": "denies"}, "2024-11-11")
    record.statement("b", USHAKOV, {"took-place": "downplays"}, "2024-11-12")
    record.statement("c", PESKOV, {"took-place": "allows"}, "2024-11-13")
    assert record.rows("shifts", "level", "earlier_statement_id", "later_statement_id") == [("person", "a", "c")]


@pytest.mark.parametrize(
    "first, then, shift",
    [
        ("denies", "allows", "softening"),
        ("denies", "asserts", "reversal"),
        ("denies", "declines", None),
        ("declines", "denies", None),
    ],
)
@pytest.mark.parametrize("who", [(KREMLIN, PESKOV), (PESKOV, KREMLIN)])
def test_a_person_may_move_what_the_house_has_said_and_not_silence_it(record, first, then, shift, who):
    """Between the body's own words and a person's its line moves; who refuses speaks for himself."""
    record.statement("a", who[0], {"took-place": first}, "2024-11-11")
    record.statement("b", who[1], {"took-place": then}, "2024-11-12")
    assert record.rows("shifts", "shift", "level") == ([(shift, "organization")] if shift else [])


def test_a_house_may_fall_silent_in_its_own_words(record):
    """The twin: where nobody is named for either, the body refuses to say what it has said."""
    record.statement("a", KREMLIN, {"took-place": "denies"}, "2024-11-11")
    record.statement("b", KREMLIN, {"took-place": "declines"}, "2024-11-12")
    assert record.rows("shifts", "shift", "level") == [("fell silent", "organization")]


@pytest.mark.parametrize("labels", [("", "an official"), ("an official", ""), ("an official", "an official")])
def test_somebody_unnamed_is_not_the_house(record, labels):
    """An official whom nobody names is one more voice, and nobody knows whether it is the same one twice."""
    record.statement("a", KREMLIN, {"took-place": "denies"}, "2024-11-11", speaker_label=labels[0])
    record.statement("b", KREMLIN, {"took-place": "allows"}, "2024-11-12", speaker_label=labels[1])
    assert record.rows("shifts", "shift") == []


BETWEEN = ["2024-11-12", "2024-11-11", "2024-11-14", "../2024-11-12", "2024-11-12/..", "", "2024-11"]


@pytest.mark.parametrize("date", BETWEEN)
@pytest.mark.parametrize("form", ["direct", "narrated"])
def test_a_shift_skips_nothing_that_may_lie_between(record, date, form):
    """A third stance that may have been taken between the two, and is neither's, leaves open what moved into what."""
    record.statement("a", PESKOV, {"took-place": "doubts"}, "2024-11-11")
    record.statement("b", PESKOV, {"took-place": "declines"}, "2024-11-14")
    assert record.rows("shifts", "earlier_statement_id", "later_statement_id") == [("a", "b")]
    record.statement("t", PESKOV, {"took-place": "denies"}, date, form=form)
    assert ("a", "b") not in record.rows("shifts", "earlier_statement_id", "later_statement_id")


@pytest.mark.parametrize("date", ["2024-11-10", "2024-11-15", "../2024-11-10", "2024-11-15/.."])
def test_what_surely_lies_outside_hides_no_shift(record, date):
    """The twin: a stance that was taken before the first or after the second is not between them."""
    record.statement("a", PESKOV, {"took-place": "doubts"}, "2024-11-11")
    record.statement("b", PESKOV, {"took-place": "declines"}, "2024-11-14")
    record.statement("t", PESKOV, {"took-place": "denies"}, date)
    assert ("a", "b") in record.rows("shifts", "earlier_statement_id", "later_statement_id")


@pytest.mark.parametrize("stance", ["doubts", "declines"])
def test_the_same_stance_again_hides_no_shift(record, stance):
    """Who takes one of the two stances twice, in whatever order, has still moved from the one to the other."""
    record.statement("a", PESKOV, {"took-place": "doubts"}, "2024-11-11")
    record.statement("b", PESKOV, {"took-place": "declines"}, "2024-11-14")
    record.statement("t", PESKOV, {"took-place": stance}, "2024-11")
    assert ("a", "b") in record.rows("shifts", "earlier_statement_id", "later_statement_id")


def test_another_of_the_house_may_lie_between(record):
    """Of the body's own two words nobody can say that the one became the other if a person of it may have spoken between.

    Who refuses to say does so for himself: the body's line goes on over it.
    """
    record.statement("a", KREMLIN, {"took-place": "denies"}, "2024-11-11")
    record.statement("b", KREMLIN, {"took-place": "asserts"}, "2024-11-14")
    assert record.rows("shifts", "shift") == [("reversal",)]
    record.statement("r", PESKOV, {"took-place": "declines"}, "2024-11")
    assert record.rows("shifts", "shift") == [("reversal",)]
    record.statement("t", PESKOV, {"took-place": "doubts"}, "2024-11")
    assert record.rows("shifts", "shift") == []


def test_the_order_that_a_text_gives_puts_a_stance_outside(record):
    """What a text says came first is not between, though its date would allow it."""
    record.statement("t", PESKOV, {"took-place": "denies"}, "2024-11")
    record.statement("a", PESKOV, {"took-place": "doubts"}, "2024-11-11", after_id="t")
    record.statement("b", PESKOV, {"took-place": "declines"}, "2024-11-14")
    rows = record.rows("shifts", "earlier_statement_id", "later_statement_id", order="later_date")
    assert rows == [("t", "a"), ("a", "b")]


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
