"""Who contradicts whom, within what."""

import pytest


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
