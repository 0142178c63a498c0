"""The threads of the real record: the moves of both sides on earlier conversations stand in one place, in time order."""

import pytest

from ..door import records

EARLIER = "2025-02-12-call-earlier-conversations"
OFFICE = "2021-trump-putin-calls-after-office"


@pytest.fixture(scope="module")
def steps(built_file):
    """The steps of a thread, as the table has them."""
    return lambda id: records(built_file, "SELECT * FROM thread_steps WHERE thread_id = :id", id=id)


def moves(rows, side: str) -> list[tuple[str, str, str, str]]:
    """What one side says: day, speaker, stance and claim, but for what only follows by logic."""
    return [
        (row["date"], row["speaker"], row["stance"], row["claim_id"])
        for row in rows
        if row["side"] == side and row["basis"] != "logic"
    ]


def test_the_moves_of_moscow(steps):
    """Denied; no contacts; none since the inauguration; neither confirmed nor denied, twice; none for long, and no word on whether the call was the first; one call; others not excluded."""
    assert moves(steps(EARLIER), "russia") == [
        ("2024-11-11", "Dmitry Peskov", "denies", "2024-11-07-call-took-place"),
        ("2024-12-09", "Dmitry Peskov", "denies", "2024-12-kremlin-trump-team-contact-took-place"),
        ("2024-12-19", "Vladimir Putin", "denies", "2024-12-putin-trump-spoke-in-four-years"),
        ("2025-01-31?", "Dmitry Peskov", "denies", "2025-01-trump-putin-spoke-since-inauguration"),
        ("2025-02-09", "Dmitry Peskov", "declines", "2025-trump-putin-call-before-12-february-took-place"),
        ("2025-02-10", "Dmitry Peskov", "declines", "2025-trump-putin-call-before-12-february-took-place"),
        ("2025-02-13", "Dmitry Peskov", "denies", "2025-02-12-call-earlier-high-level-contacts"),
        ("2025-02-13", "Dmitry Peskov", "declines", "2025-02-12-call-first-of-term"),
        ("2025-03-10?", "Dmitry Peskov", "asserts", "2025-putin-trump-calls-one-by-march"),
        ("2025-03-23", "Dmitry Peskov", "allows", "2025-putin-trump-undisclosed-calls-took-place"),
    ]


def test_the_moves_of_washington(steps):
    """Not yet spoken; "No, I have not", taken back; then he would not say; then he had; then there were others."""
    found = moves(steps(EARLIER), "united-states")
    said = {(date, speaker, stance) for date, speaker, stance, _ in found}
    for wanted in (
        ("2024-11-07", "Donald Trump", "denies"),
        ("2024-11-10", "Steven Cheung", "declines"),
        ("2024-11-05/2024-12-12", "Donald Trump", "declines"),
        ("2024-12-08", "Donald Trump", "denies"),
        ("2024-12-08", "Donald Trump", "declines"),
        ("2024-12-16", "Donald Trump", "declines"),
        ("2025-01-31", "Donald Trump", "declines"),
        ("2025-02-07", "Donald Trump", "asserts"),
        ("2025-02-09", "Mike Waltz", "declines"),
        ("2025-02-09", "Donald Trump", "asserts"),
        ("2025-03-18", "Donald Trump", "asserts"),
    ):
        assert wanted in said, wanted
    # The question of that day named no time: he refuses what was asked, and that carries over to neither time.
    refused = [(row["claim_id"], row["basis"]) for row in steps(EARLIER) if row["date"] == "2025-01-20/2025-01-26"]
    assert refused == [("2025-01-trump-putin-had-spoken", "words")]
    [back] = {row["words"] for row in steps(EARLIER) if row["taken_back"]}
    assert back == "No, I have not,"


def test_the_first_call_is_told_by_the_press(steps):
    """That a call was the first is said by three outlets, of two calls and two spans of time: three claims."""
    first = {row["claim_id"]: row["speaker"] for row in steps(EARLIER) if "first" in row["claim_id"]}
    assert first == {
        "2024-11-07-call-first-since-election": "The Washington Post",
        "2025-02-12-call-first-known-of-term": "Jang",
        "2025-02-12-call-first-of-term": "TASS",
    }


def test_what_was_said_in_one_interview_keeps_its_order(steps):
    """On 8 December 2024 he denied, and then would not repeat it: the texts tell the order, so it is known."""
    steps_of_that_day = {
        row["statement_id"]: (row["step"], row["order_open_with"])
        for row in steps(EARLIER)
        if row["date"] == "2024-12-08" and row["side"] == "united-states"
    }
    denied, declined = (steps_of_that_day[f"2024-12-08-trump-nbc-{how}"] for how in ("denies", "declines"))
    assert denied[0] < declined[0] and str(declined[0]) not in denied[1].split(", ")


def test_calls_while_he_was_out_of_office(steps):
    """Moscow denies five times in October 2024; Washington's one denial is followed by "I don't comment on that"."""
    plain = [row for row in steps(OFFICE) if row["basis"] != "logic" and row["claim_id"] == f"{OFFICE}-took-place"]
    moscow = [(row["speaker"], row["stance"]) for row in plain if row["side"] == "russia"]
    assert moscow == [("Dmitry Peskov", "denies")] * 5
    washington = [(row["date"], row["stance"]) for row in plain if row["speaker"] == "Donald Trump"]
    assert washington == [("2024-10-08", "denies"), ("2024-10-15", "declines")]
