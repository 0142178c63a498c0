"""Who contradicts whom, within what."""

import pytest


def test_contradiction_names_its_scope(record):
    """Above 0 against below 0 on one claim: within one organization or side, between two sides, or with a voice of none."""
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
        ("nobody", "with a voice of no side"),
        ("nobody-3", "with a voice of no side"),
        ("rdif", "within one side"),
        ("us", "between two sides"),
    ]


def test_one_person_is_never_two_sides(record):
    """Who contradicts himself in his own name does so within one side."""
    record.statement("a", "/donald-trump", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "/donald-trump", {"took-place": "allows"}, "2024-11-12")
    assert record.rows("contradictions", "scope") == [("within one side",)]


@pytest.mark.parametrize("kind, pairs", [("plan", 0), ("forecast", 1), ("occurrence", 1)])
@pytest.mark.parametrize("who", ["white-house/donald-trump", "kremlin/yuri-ushakov", "/steve-witkoff", "bloomberg"])
@pytest.mark.parametrize("date", ["2025-03-11", "2025-03-12"])
def test_i_will_and_not_yet_arranged_are_no_contradiction(record, kind, pairs, who, date):
    """A plan claim holds what is meant, expected and agreed at once, so who means it and who denies that it is agreed agree."""
    record.claim("planned", kind, "call")
    record.statement("will", who, {"planned": "asserts"}, date)
    record.statement("not-yet", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-03-12")
    assert len(record.rows("contradictions", "claim_id")) == pairs


def test_to_allow_and_to_doubt_agree(record):
    """What may be and is unlikely is no contradiction; either is one against a firm word."""
    record.statement("allows", "kremlin/yuri-ushakov", {"took-place": "allows"}, "2024-11-11")
    record.statement("doubts", "kremlin/dmitry-peskov", {"took-place": "doubts"}, "2024-11-11")
    assert record.rows("contradictions", "scope") == []
    record.statement("asserts", "white-house", {"took-place": "asserts"}, "2024-11-11")
    record.statement("denies", "rdif", {"took-place": "denies"}, "2024-11-11")
    columns = ("affirmed_statement_id", "denied_statement_id")
    found = [("allows", "denies"), ("asserts", "denies"), ("asserts", "doubts")]
    assert record.rows("contradictions", *columns, order="1, 2") == found


@pytest.mark.parametrize(
    "one, other, scope",
    [
        ("washington-post", "bloomberg", "between two sides"),
        ("washington-post", "washington-post", "within one organization"),
        ("belarus", "turkey", "between two sides"),
        ("belarus", "belarus", "within one organization"),
        ("belarus", "kremlin", "between two sides"),
        ("kremlin", "rdif", "within one side"),
        ("kremlin", "", "with a voice of no side"),
        ("", "bloomberg", "with a voice of no side"),
    ],
)
def test_an_outlet_and_a_body_of_any_other_side_speak_for_themselves(record, one, other, scope):
    """Two newspapers are not of one side, nor are two states that are of neither; nobody's voice has a scope of its own."""
    for state, name in (("belarus", "Belarus"), ("turkey", "Türkiye")):
        record.add("organizations", id=state, name=name, kind="state", side="other")
    record.statement("a", one, {"took-place": "asserts"}, "2024-11-11", speaker_label="" if one else "an aide")
    record.statement("b", other, {"took-place": "denies"}, "2024-11-11", speaker_label="" if other else "a diplomat")
    assert record.rows("contradictions", "scope") == [(scope,)]


def test_contradictions_leave_the_unattributed_out_and_flag_opinion(record):
    """What nobody named said contradicts nobody; an opinion does, and is flagged."""
    record.source("column", "washington-post", genre="opinion")
    record.statement("opinion", "washington-post", {"took-place": "asserts"}, "2024-11-14", form="own", source="column")
    record.statement("rumour", "white-house", {"took-place": "asserts"}, "2024-11-14", form="unattributed")
    record.statement("denial", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("contradictions", "affirmed_statement_id", "denied_statement_id", "opinion") == [
        ("opinion", "denial", 1)
    ]
