"""Who holds what in the end, and what superseded it."""

import pytest

from .record import leak


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
