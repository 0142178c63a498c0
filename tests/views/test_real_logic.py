"""The cases of the real record in which derived tables took a joke, a question or what was taken back for a position."""

from ..build.test_coverage import asked


def test_the_joke_of_18_march_2025_contradicts_nobody(served):
    """A joke about the spokesman was a contradiction within the Kremlin; it is shown, and none."""
    shown = asked(
        served, "SELECT register, stands FROM claim_timeline WHERE statement_id = '2025-03-18-putin-call-hours'"
    )
    assert shown == [("jest", 0)]
    assert asked(served, "SELECT * FROM contradictions WHERE claim_id = '2025-03-18-call-planned-hours'") == []


def test_four_questions_of_an_author_affirm_nothing(served):
    """What an author asks, and leaves open, counted as four affirmations; it counts as none."""
    asks = "SELECT claim_id FROM claim_timeline WHERE statement_id = '2024-11-author-reasons-for-denial'"
    assert len(asked(served, asks)) == 4
    assert asked(served, f"SELECT * FROM corroboration WHERE claim_id IN ({asks})") == []


def test_the_denial_of_8_december_2024_was_taken_back(served):
    """It filled three contradictions, though its speaker took it back when it was put to him again."""
    assert asked(served, "SELECT * FROM contradictions WHERE denied_statement_id = '2024-12-08-trump-nbc-denies'") == []
    lines = "SELECT shift, later_statement_id FROM shifts WHERE earlier_statement_id = '2024-12-08-trump-nbc-denies'"
    assert asked(served, lines) == [("fell silent", "2024-12-08-trump-nbc-declines")]
    spoke_up = "SELECT * FROM shifts WHERE later_statement_id = '2024-12-08-trump-nbc-denies'"
    assert asked(served, spoke_up) == []


def test_a_denial_by_logic_is_marked_in_each_pair(served):
    """Vladimir Putin names no call on 19 December 2024: each contradiction of it says that it is one by logic."""
    pairs = "SELECT DISTINCT by_logic FROM contradictions WHERE denied_statement_id = '2024-12-19-putin-four-years'"
    assert asked(served, pairs) == [(1,)]
