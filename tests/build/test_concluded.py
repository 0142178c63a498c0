"""What the derived tables say of twenty contacts and of every plan, and why: nothing is concluded from a hole."""

import pytest

from .test_coverage import asked

# Contact, standing, Russia, United States. Positive verdicts rest on words that are there; the others name the hole.
CONTACTS = """
2020-covid-tests-for-putin | acknowledged by one so far | confirms | speaks of it, not of whether it took place
2021-trump-putin-calls-after-office | denied by a party | denies | declines / doubts / denies
2024-11-07-trump-putin-call | denied by a party | denies | declines
2024-11-trump-putin-contact-before-inauguration | reported only | denies (by logic) | declines
2025-01-putin-trump-meeting-planned | announced | plan: denies | plan: asserts
2025-02-russia-us-departmental-contacts | acknowledged by one so far | confirms | not coded yet
2025-02-washington-moscow-contacts | acknowledged by all | asserts / confirms | asserts
2025-trump-putin-call-before-12-february | acknowledged by one | declines | asserts
2025-02-11-witkoff-putin-meeting | acknowledged by one | declines | asserts / confirms
2025-02-12-putin-trump-call | acknowledged by all | asserts | asserts
2025-03-13-putin-witkoff-meeting | acknowledged by all | asserts | asserts
2025-03-18-putin-trump-call | acknowledged by all | asserts | asserts
2025-putin-trump-undisclosed-calls | acknowledged by one | allows | asserts
2025-03-13-putin-trump-call | denied by a party | plan: denies | denies
2025-03-12-waltz-ushakov-call | acknowledged by one so far | asserts | not coded yet
2025-04-02-dmitriev-us-visit | acknowledged by one | asserts | declines
2025-06-14-putin-trump-call | acknowledged by all | asserts | asserts
2025-07-03-putin-trump-call | acknowledged by all | asserts | confirms
2025-russia-ukraine-talks-third-round | held possible | speaks of it, not of whether it took place | not a party
2025-ushakov-witkoff-call | acknowledged by all | asserts / leak: denies | asserts
"""

# Statement, claim, what was planned, outcome, the first later contact of these people and kind, days to it at most.
PLANS = """
2024-11-07-peskov-no-biden-call | 2024-11-putin-biden-call-planned | denied | no time meant | None | None
2024-11-07-peskov-no-meeting-prepared | 2024-11-putin-trump-meeting-prepared | denied | no time meant | 2025-08-15-putin-trump-anchorage | 281
2024-11-11-peskov-no-concrete-plans | 2024-11-putin-trump-call-planned | denied | not coded | 2025-02-12-putin-trump-call | 93
2024-12-11-peskov-no-call-prepared | 2024-11-putin-trump-call-planned | denied | not coded | 2025-02-12-putin-trump-call | 63
2025-01-09-trump-setting-it-up | 2025-01-putin-trump-meeting-planned | announced | no time meant | 2025-08-15-putin-trump-anchorage | 218
2025-01-10-peskov-no-specifics | 2025-01-putin-trump-meeting-planned | denied | no time meant | 2025-08-15-putin-trump-anchorage | 217
2025-01-12-waltz-expects-call | 2025-01-putin-trump-call-planned | announced | no time meant | 2025-02-12-putin-trump-call | 31
2025-01-12-waltz-expects-call | 2025-01-putin-trump-meeting-planned | announced | no time meant | 2025-08-15-putin-trump-anchorage | 215
2025-01-13-peskov-no-preparations | 2025-01-putin-trump-meeting-planned | denied | no time meant | 2025-08-15-putin-trump-anchorage | 214
2025-01-19-cnn-call-planned | 2025-01-putin-trump-call-planned | announced | no time meant | 2025-02-12-putin-trump-call | 24
2025-01-21-peskov-no-call-prepared | 2025-01-putin-trump-call-planned | denied | no time meant | 2025-02-12-putin-trump-call | 22
2025-02-11-peskov-no-contacts-planned | 2025-02-11-contacts-in-moscow-planned | denied | no time meant | 2025-02-11-witkoff-putin-meeting | 0
2025-02-12-trump-meeting-in-saudi-arabia | 2025-02-putin-trump-meeting-saudi-arabia-planned | announced | no time meant | 2025-08-15-putin-trump-anchorage | 184
2025-03-09-trump-big-meetings | 2025-03-us-russia-meeting-saudi-arabia-planned | announced | no time meant | 2025-03-13-witkoff-other-meetings | 4
2025-03-11-trump-big-meeting | 2025-03-12-us-russia-meeting-planned | announced | not coded | 2025-03-13-witkoff-other-meetings | 2
2025-03-11-trump-will-speak-to-putin | 2025-03-putin-trump-call-planned | announced | no time meant | 2025-03-18-putin-trump-call | 7
2025-03-12-peskov-awaits-americans | 2025-03-us-russia-contacts-planned | announced | no time meant | 2025-03-12-waltz-counterpart-call | 0
2025-03-12-peskov-no-call-agreed | 2025-03-putin-trump-call-planned | denied | no time meant | 2025-03-18-putin-trump-call | 6
2025-03-12-upi-witkoff-to-moscow | 2025-03-13-putin-witkoff-meeting-planned | announced | held | 2025-03-13-putin-witkoff-meeting | 1
2025-03-12-upi-witkoff-to-moscow | 2025-03-13-witkoff-moscow-journey-planned | announced | held | 2025-03-13-putin-witkoff-meeting | 1
2025-03-14-leavitt-no-call-scheduled | 2025-03-14-putin-trump-call-planned | denied | not coded | 2025-03-18-putin-trump-call | 4
2025-03-14-peskov-call-needed | 2025-03-putin-trump-call-planned | announced | no time meant | 2025-03-18-putin-trump-call | 4
2025-03-16-trump-announces-call | 2025-03-18-call-planned | announced | held | 2025-03-18-putin-trump-call | 2
2025-03-16-witkoff-call-this-week | 2025-03-18-call-planned-for-week | announced | held | 2025-03-18-putin-trump-call | 2
2025-03-17-peskov-call-planned | 2025-03-18-call-planned | announced | held | 2025-03-18-putin-trump-call | 1
2025-03-18-kremlin-call-account | 2025-03-18-call-expert-groups-planned | announced | no time meant | 2025-03-19-waltz-ushakov-call | 1
2025-03-18-peskov-call-hours | 2025-03-18-call-planned | announced | held | 2025-03-18-putin-trump-call | 0
2025-03-18-peskov-call-hours | 2025-03-18-call-planned-hours | announced | held | 2025-03-18-putin-trump-call | 0
2025-03-18-tass-second-call | 2025-03-18-call-planned | announced | held | 2025-03-18-putin-trump-call | 0
2025-03-axios-witkoff-to-moscow | 2025-03-13-witkoff-moscow-journey-planned | announced | held | 2025-03-13-putin-witkoff-meeting | 2
2025-03-kremlin-no-meeting-planned | 2025-03-us-russia-meeting-saudi-arabia-planned | denied | no time meant | 2025-03-13-witkoff-other-meetings | 3
2025-03-reports-of-impending-call | 2025-03-putin-trump-call-planned | announced | no time meant | 2025-03-18-putin-trump-call | None
2025-03-ushakov-no-call-on-13-march | 2025-03-13-putin-trump-call-planned | denied | not coded | 2025-03-18-putin-trump-call | None
2025-03-western-media-witkoff-to-meet-putin | 2025-03-13-putin-witkoff-meeting-planned | announced | held | 2025-03-13-putin-witkoff-meeting | 2
2025-03-western-media-witkoff-to-meet-putin | 2025-03-13-witkoff-moscow-journey-planned | announced | held | 2025-03-13-putin-witkoff-meeting | 2
2025-04-04-peskov-no-call-planned | 2025-04-putin-trump-call-planned | denied | not coded | 2025-05-19-putin-trump-call | 45
2025-04-media-call-soon | 2025-04-putin-trump-call-planned | announced | not coded | 2025-05-19-putin-trump-call | None
2025-07-03-tass-counts-calls | 2025-07-03-call-planned | announced | held | 2025-07-03-putin-trump-call | 0
2025-07-putin-announces-call | 2025-07-03-call-planned | announced | held | 2025-07-03-putin-trump-call | 0
2025-07-trump-confirms-planned-call | 2025-07-03-call-planned | announced | held | 2025-07-03-putin-trump-call | 0
"""
OPEN = ("so far", "held possible", "plan reported")


def _rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split(" | ")) for line in text.strip().split("\n")]


@pytest.mark.parametrize("wanted", _rows(CONTACTS), ids=lambda row: row[0])
def test_a_named_contact(served, wanted):
    """What stands is what words carry; where a side's accounts are not coded, the label says so."""
    found = asked(
        served, f"SELECT event_id, standing, russia, united_states FROM contact_standing WHERE event_id = '{wanted[0]}'"
    )
    assert found == [wanted]


def test_twelve_and_more_keep_a_verdict():
    """To call everything not coded would be no mending."""
    assert len(_rows(CONTACTS)) == 20
    assert len([row for row in _rows(CONTACTS) if not any(word in row[1] for word in OPEN)]) >= 12


def test_every_plan(served):
    """Each plan that is announced or denied, and what became of the contact: those that were read row by row."""
    found = asked(
        served, "SELECT statement_id, claim_id, said, outcome, next_event_id, days_at_most FROM plan_outcomes"
    )
    told = {tuple(str(cell) for cell in row) for row in found}
    assert not set(_rows(PLANS)) - told and len(_rows(PLANS)) >= 40


def test_no_denial_is_said_to_hold_across_a_hole(served):
    """No month is complete, so no denial held and nothing is said not to have been."""
    assert asked(
        served, "SELECT count(*) FROM plan_outcomes WHERE outcome IN ('denial held', 'not held', 'postponed')"
    ) == [(0,)]
    assert asked(served, "SELECT count(*) FROM contact_standing WHERE russia LIKE 'nothing found%'") == [(0,)]


def test_one_contact_is_one_row(served):
    """The discussions of 13 March are the meeting with Witkoff, by the White House; the alleged call keeps its row, beside it."""
    sql = "SELECT event_id, perhaps_with FROM contact_standing WHERE date LIKE '2025-03-13%' ORDER BY event_id"
    assert asked(served, sql) == [
        ("2025-03-13-putin-trump-call", "Meeting of Putin and Witkoff in Moscow, 13 March 2025"),
        ("2025-03-13-putin-witkoff-meeting", "Alleged talk between Putin and Trump on 13 March 2025"),
        ("2025-03-13-witkoff-other-meetings", "none"),
    ]


def test_a_source_counts_more_calls_than_the_record_has(served):
    """All ten calls of 2025 are here, one of them in the night from 18 to 19 August; the one with Musk has no day."""
    sql = "SELECT told_by, source_counts, record_has FROM count_checks WHERE result = 'record has fewer' ORDER BY 1, 2"
    assert asked(served, sql) == [("Dmitry Peskov; Dmitry Peskov", "1", 0)]
    sql = "SELECT source_counts, record_has FROM count_checks WHERE claim_id = '2025-putin-trump-calls-ten-in-2025'"
    assert asked(served, sql) == [("10", 10)]


def test_a_count_with_a_hedge_is_compared_with_nothing(served):
    """What the report of 7 November calls "supposedly" the first is held possible: no newspaper is compared with itself."""
    sql = "SELECT count(*) FROM count_checks WHERE claim_id = '2024-11-07-call-first-since-election'"
    assert asked(served, sql) == [(0,)]
