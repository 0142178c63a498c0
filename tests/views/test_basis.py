"""A stance that words only imply stands in the record, marked, and is never taken for words on the claim itself."""

import pytest

from readouts.site.pages import by_month_and_subject, involvements
from readouts.site.pages.side_accounts import side_account

from ..conftest import VOCABULARY
from .record import Record

PUTIN, TRUMP = "kremlin/vladimir-putin", "white-house/donald-trump"


@pytest.fixture
def record():
    """One call, and a claim on all of four years."""
    with Record() as record:
        record.event("call", date="2024-11-07")
        record.claim("took-place", event="call")
        record.claim("spoke-in-years", "assessment")
        yield record


def test_the_basis_stands_beside_the_stance(record):
    """Whoever reads the timeline or the last word of a voice sees how the stance comes about."""
    record.statement("a", PUTIN, {"took-place": "denies by logic", "spoke-in-years": "denies"}, "2024-12-19")
    expected = [("spoke-in-years", "denies", "words"), ("took-place", "denies", "logic")]
    for table in ("claim_timeline", "positions", "readouts"):
        assert record.rows(table, "claim_id", "stance", "basis", order="claim_id") == expected, table


@pytest.mark.parametrize("first, then", [("denies", "declines by logic"), ("declines by logic", "denies")])
def test_logic_moves_no_line(record, first, then):
    """What follows from words on another matter is no change of line on this one, before nor after."""
    record.statement("a", PUTIN, {"took-place": first}, "2024-11-11")
    record.statement("b", PUTIN, {"took-place": then}, "2024-12-19")
    assert record.rows("shifts", "shift") == []


def test_what_is_taken_for_granted_moves_a_line(record):
    """Who described the call has said that it was held: a denial after that is a reversal."""
    record.statement("a", PUTIN, {"took-place": "asserts by presupposed"}, "2024-11-11")
    record.statement("b", PUTIN, {"took-place": "denies"}, "2024-12-19")
    assert record.rows("shifts", "shift", "level") == [("reversal", "person")]


@pytest.mark.parametrize(
    "stance, standing, told",
    [
        ("asserts", "acknowledged by one", "by one party"),
        ("asserts by presupposed", "acknowledged by one", "by one party"),
        ("asserts by logic", "held possible", "by others only"),
        ("denies", "denied by a party", "denied"),
        ("denies by logic", "none", "by nobody"),
    ],
)
def test_logic_acknowledges_and_denies_nothing(record, stance, standing, told):
    """A side acknowledges or denies a contact in words: not in four years reaches to its own day (decision 0008)."""
    record.statement("a", PUTIN, {"took-place": stance}, "2024-12-19")
    assert record.rows("contact_standing", "standing") == [(standing,)]
    assert record.rows("accounts", "told") == [(told,)]


def test_a_contradiction_stands_at_the_most_specific_claim(record):
    """Two statements that meet on the part, by logic, and on the whole, in words, meet once: on the part."""
    record.statement("a", PUTIN, {"took-place": "denies by logic", "spoke-in-years": "denies"}, "2024-12-19")
    record.statement("b", TRUMP, {"took-place": "asserts", "spoke-in-years": "asserts"}, "2024-12-20")
    record.statement("c", TRUMP, {"spoke-in-years": "asserts"}, "2024-12-21")
    columns = ("claim_id", "affirmed_statement_id", "by_logic")
    found = [("spoke-in-years", "c", 0), ("took-place", "b", 1)]
    assert record.rows("contradictions", *columns, order="claim_id") == found


def test_a_contradiction_does_not_stand_at_the_wider_claim_either(record):
    """Who tells of a part has by logic told of the whole: denied in words, both meet on the part alone."""
    record.statement("a", TRUMP, {"took-place": "asserts", "spoke-in-years": "asserts by logic"}, "2024-12-18")
    record.statement("b", PUTIN, {"took-place": "denies", "spoke-in-years": "denies"}, "2024-12-19")
    assert record.rows("contradictions", "claim_id", "by_logic") == [("took-place", 0)]


def test_in_words_on_two_claims_two_contradict_each_other_on_both(record):
    """Two propositions that the same words contest apart are two contradictions: which holds the other nobody coded."""
    record.statement("a", TRUMP, {"took-place": "asserts", "spoke-in-years": "asserts"}, "2024-12-18")
    record.statement("b", PUTIN, {"took-place": "denies", "spoke-in-years": "denies"}, "2024-12-19")
    assert record.rows("contradictions", "by_logic", "claim_id", order="claim_id") == [
        (0, "spoke-in-years"),
        (0, "took-place"),
    ]


def test_a_claim_names_first_who_speaks_of_it(record):
    """Who denies a claim only by logic stands behind those whose words deny it, and is marked."""
    record.statement("a", PUTIN, {"took-place": "denies by logic"}, "2024-11-10")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    denied_by = "SELECT denied_by FROM claims WHERE id = 'took-place'"
    assert record.derive().execute(denied_by).fetchall() == [("Russia (Dmitry Peskov, Vladimir Putin by logic)",)]


def asked(record, sql: str, id: str) -> list[dict]:
    """What a page asks of the small record."""
    cursor = record.derive().execute(sql, {"id": id})
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def test_a_card_leads_with_words_that_say_it(record):
    """Of two renderings of one form a page of a person leads with the one that says something, not with more that follows."""
    record.claim("other", "assessment")
    record.statement("a", PUTIN, {"took-place": "denies by logic", "spoke-in-years": "denies by logic"}, "2024-12-19")
    record.quotation("b", "a")
    record.add("stances", statement_id="a", claim_id="other", stance="denies", basis="words", quotation_id="b")
    questions = by_month_and_subject.questions("statements.speaker_id = :id")
    assert [one["quotation_id"] for one in asked(record, questions["statements"], "vladimir-putin")] == ["b"]
    assert asked(record, questions["taken"], "vladimir-putin")[0]["claim_id"] == "other"


def test_who_tells_of_a_contact_by_logic_stands_behind_and_is_marked(record):
    """In the list of who says what on a contact: first whose words say it, then whose do not plainly."""
    record.statement("a", PUTIN, {"took-place": "denies by logic"}, "2024-12-19")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-12-19")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-12-19", register="jest")
    record.statement("d", "rdif/kirill-dmitriev", {"took-place": "denies"}, "2024-12-19")
    record.statement("e", "rdif/kirill-dmitriev", {"spoke-in-years": "declines"}, "2024-12-20", takes_back_id="d")
    found = asked(record, involvements.questions("organization_id")["told"], "white-house")
    assert [one["speaker"] for one in found] == [
        "Yuri Ushakov",
        "Dmitry Peskov (takes no position)",
        "Kirill Dmitriev, taken back",
        "Vladimir Putin by logic",
    ]


def row(statement: str, stance: str, basis: str = "words") -> dict:
    """A row of claim_timeline as a page has it."""
    who = {"speaker": "Vladimir Putin", "date": "2024-12-19", "form": "direct"}
    return who | {
        "statement_id": statement,
        "quotation_id": statement,
        "words": statement,
        "stance": stance,
        "basis": basis,
    }


def test_logic_leads_no_cell():
    """The words of a side are those that speak of the claim; what only follows from words stands behind them."""
    rows = [row("a", "denies"), row("b", "declines"), row("c", "denies", "logic"), row("d", "doubts", "logic")]
    shown = side_account("russia", "denies / doubts / declines", rows, 2, VOCABULARY)
    assert ([one.statement_id for one in shown.quotes], shown.more) == (["a", "b", "d"], 1)


@pytest.mark.parametrize(
    "said, shown",
    [
        (["denies by logic"], "denies (by logic)"),
        (["denies", "denies by logic"], "denies"),
        (["declines by logic"], "declines (by logic)"),
    ],
)
def test_the_column_of_a_side_marks_what_is_logic_alone(record, said, shown):
    """A stance that somebody of the side also says in words is no longer one by logic."""
    for number, stance in enumerate(said):
        record.statement(f"s-{number}", PUTIN, {"took-place": stance}, f"2024-12-1{number}")
    for table in ("contact_standing", "accounts"):
        assert record.rows(table, "russia") == [(shown,)], table


@pytest.mark.parametrize("who", [PUTIN, "kremlin/dmitry-peskov"])
def test_logic_supersedes_nobodys_words(record, who):
    """A denial in words stays the last word when words on something wider follow, his own or a colleague's."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", who, {"took-place": "denies by logic"}, "2024-12-19")
    assert record.rows("positions", "statement_id", "overtaken", order="statement_id") == [("a", 0), ("b", 0)]
    assert record.rows("contact_standing", "standing", "russia") == [("denied by a party", "denies")]
    record.statement("c", who, {"took-place": "declines by logic"}, "2024-12-20")
    record.statement("d", who, {"took-place": "declines by logic"}, "2024-12-21")
    assert [one for (one,) in record.rows("positions", "statement_id", order="statement_id")] == ["a", "b", "d"]
