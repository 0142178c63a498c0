"""Only plain words that stand take a position: the others are shown, marked, and counted nowhere."""

import pytest

from .record import Record

PUTIN, PESKOV, TRUMP = "kremlin/vladimir-putin", "kremlin/dmitry-peskov", "white-house/donald-trump"
COUNTING = ("positions", "contradictions", "corroboration")
UNPLAIN = ("jest", "question", "hypothetical", "figurative")


@pytest.fixture
def record():
    """One call of which the Kremlin's spokesman tells."""
    with Record() as record:
        record.event("call", date="2024-11-07")
        record.claim("took-place", event="call")
        record.statement("told", PESKOV, {"took-place": "asserts"}, "2024-11-11")
        yield record


def counted(record: Record) -> dict[str, list]:
    """What the tables that count positions have."""
    record.wants(*COUNTING, "contact_standing", "accounts", "shifts")
    rows = {table: record.rows(table, "*") for table in COUNTING}
    return rows | {
        "standing": record.rows("contact_standing", "standing", "russia"),
        "told": record.rows("accounts", "told"),
        "shifts": record.rows("shifts", "shift"),
    }


@pytest.mark.parametrize("register", UNPLAIN)
@pytest.mark.parametrize("who", [PUTIN, PESKOV, TRUMP, "/steve-witkoff"])
def test_what_is_not_plain_counts_nowhere(record, register, who):
    """A joke contradicts nobody, a question affirms nothing: every table is as if it had not been said."""
    before = counted(record)
    record.statement("other", who, {"took-place": "denies"}, "2024-11-12", register=register)
    assert counted(record) == before
    shown = record.rows("claim_timeline", "statement_id", "register", "stands", order="place")
    assert shown == [("told", "plain", 1), ("other", register, 0)]


def test_a_side_that_jests_is_not_silent(record):
    """Of a party whose words take no position it is said that it speaks, and neither that nothing was found nor a stance."""
    record.statement("other", TRUMP, {"took-place": "denies"}, "2024-11-12", register="jest")
    for table in ("contact_standing", "accounts"):
        assert record.rows(table, "united_states") == [("speaks of it, takes no position",)], table


def test_plain_words_count(record):
    """The twin: the same words, said plainly, do."""
    before = counted(record)
    record.statement("other", TRUMP, {"took-place": "denies"}, "2024-11-12")
    assert all(counted(record)[table] != before[table] for table in COUNTING)


def test_a_claim_names_a_speaker_once(record):
    """Whose words say it in one statement and only by logic in another stands once, without a mark."""
    record.statement("again", PESKOV, {"took-place": "asserts by logic"}, "2024-11-12")
    found = record.derive("claims").execute("SELECT affirmed_by FROM claims").fetchall()
    assert found == [("Russia (Dmitry Peskov)",)]


def test_a_claim_names_nobody_who_jests(record):
    """Who says it and who denies it are those who say so plainly."""
    record.statement("other", TRUMP, {"took-place": "denies"}, "2024-11-12", register="jest")
    record.claim("sensible", "assessment")
    record.statement("if", TRUMP, {"sensible": "asserts"}, "2024-11-12", register="hypothetical")
    found = record.derive("claims").execute("SELECT affirmed_by, denied_by, said_by FROM claims ORDER BY id").fetchall()
    assert found == [
        ("nobody", "nobody", "nobody takes a position on it in plain words"),
        ("Russia (Dmitry Peskov)", "nobody", "asserted by Russia (Dmitry Peskov)"),
    ]


def test_what_is_taken_back_stands_no_more(record):
    """A denial that its speaker takes back contradicts nobody; that he took it back is a change of his line."""
    before = counted(record)
    record.statement("no", TRUMP, {"took-place": "denies"}, "2024-12-08")
    assert record.rows("contradictions", "denied_statement_id") == [("no",)]
    record.claim("other", "assessment")
    record.statement("won't-say", TRUMP, {"other": "declines"}, "2024-12-08", after_id="no", takes_back_id="no")
    now = counted(record)
    assert now["standing"] == before["standing"] and now["contradictions"] == []
    assert [row for row in record.rows("positions", "statement_id") if row == ("no",)] == []
    shown = record.rows("claim_timeline", "statement_id", "taken_back", "stands", order="claim_id, place")
    assert shown == [("won't-say", 0, 1), ("told", 0, 1), ("no", 1, 0)]


def test_to_take_back_is_a_change_of_line(record):
    """A denial, and then the refusal to repeat it, stand in the table of lines that moved."""
    record.statement("no", TRUMP, {"took-place": "denies"}, "2024-12-08")
    record.statement("wont-say", TRUMP, {"took-place": "declines"}, "2024-12-08", after_id="no", takes_back_id="no")
    assert record.rows("shifts", "shift", "earlier_statement_id") == [("fell silent", "no")]
    assert record.rows("positions", "statement_id", "stance", order="statement_id") == [
        ("told", "asserts"),
        ("wont-say", "declines"),
    ]


def test_what_was_taken_back_moves_nothing_else(record):
    """Who refuses, denies and takes the denial back at once has not spoken up; nor does a word that does not take it back follow it."""
    record.statement("first", TRUMP, {"took-place": "declines"}, "2024-11-25")
    record.statement("no", TRUMP, {"took-place": "denies"}, "2024-12-08")
    moves = ("shift", "earlier_statement_id", "later_statement_id")
    assert record.rows("shifts", *moves) == [("spoke up", "first", "no")]
    record.claim("other", "assessment")
    record.statement("back", TRUMP, {"other": "declines"}, "2024-12-08", after_id="no", takes_back_id="no")
    assert record.rows("shifts", *moves) == []
    record.statement("later", TRUMP, {"took-place": "asserts"}, "2024-12-20")
    assert ("reversal", "no", "later") not in record.rows("shifts", *moves)
    record.stance("back", "took-place", "declines")
    assert record.rows("shifts", *moves) == [("fell silent", "no", "back"), ("spoke up", "back", "later")]
