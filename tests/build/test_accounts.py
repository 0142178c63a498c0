"""What the view accounts says of small records: who tells, leaves out or denies what of a contact."""

from collections.abc import Iterator

import pytest

from ..views.record import NOTHING_FOUND, Record

KREMLIN, TRUMP = "kremlin/dmitry-peskov", "white-house/donald-trump"


@pytest.fixture
def record() -> Iterator[Record]:
    """The call of 12 February 2025 with a claim on one subject of it."""
    with Record() as record:
        record.event("call", "call", "2025-02-12", ("kremlin/vladimir-putin", "white-house/donald-trump"))
        record.claim("subject", "content", "call")
        yield record


@pytest.mark.parametrize(
    "said, expected",
    [
        ([(KREMLIN, "asserts"), (TRUMP, "asserts")], "by all parties"),
        ([(KREMLIN, "asserts"), (TRUMP, "confirms"), ("bloomberg", "denies")], "by all parties"),
        ([(KREMLIN, "asserts")], "by one party"),
        ([(KREMLIN, "asserts"), (TRUMP, "allows")], "by one party"),
        ([(KREMLIN, "asserts"), (TRUMP, "denies")], "disputed"),
        ([(KREMLIN, "denies"), ("bloomberg", "asserts")], "denied"),
        ([(KREMLIN, "declines"), ("bloomberg", "asserts")], "by others only"),
        ([(KREMLIN, "allows")], "by others only"),
        ([(KREMLIN, "declines")], "by nobody"),
        ([("ukraine", "asserts")], "by others only"),
        ([("/kirill-dmitriev", "asserts")], "by others only"),
    ],
)
def test_told_is_decided_by_the_parties(record, said, expected):
    """Who took part decides how a subject is told; press, other sides and speakers of no side come after."""
    for number, (who, stance) in enumerate(said):
        record.statement(f"s-{number}", who, {"subject": stance}, "2025-02-12")
    assert record.rows("accounts", "told") == [(expected,)]


def test_a_claim_without_a_word_is_told_by_nobody(record):
    """A claim on which nobody has spoken stands with empty sides: a party says nothing, another is no party."""
    assert record.rows("accounts", "told", "russia", "ukraine", "in_nobodys_name") == [
        ("by nobody", NOTHING_FOUND, "not a party", "none")
    ]


def test_lengths_that_differ_stand_side_by_side(record):
    """Two lengths of one call are two rows, in order of their values, each with the side that tells it."""
    for length in ("PT90M", "PT150M"):
        record.claim(length, "duration", "call")
        record.tables["claims"][-1]["value"] = length
    record.statement("a", KREMLIN, {"PT90M": "asserts"}, "2025-02-12")
    record.statement("b", TRUMP, {"PT150M": "asserts"}, "2025-02-12")
    assert record.rows("accounts", "value", "russia", "united_states")[:2] == [
        ("PT150M", NOTHING_FOUND, "asserts"),
        ("PT90M", "asserts", NOTHING_FOUND),
    ]


def test_the_last_word_counts(record):
    """A stance that its own voice has replaced is not the account in the end."""
    record.statement("a", KREMLIN, {"subject": "denies"}, "2025-02-12")
    record.statement("b", KREMLIN, {"subject": "confirms"}, "2025-02-14")
    assert record.rows("accounts", "told", "russia") == [("by one party", "confirms")]


@pytest.mark.parametrize(
    "stance, register, told",
    [
        ("asserts", "plain", "opinion only"),
        ("allows", "plain", "opinion only"),
        ("denies", "plain", "by nobody"),
        ("doubts", "plain", "by nobody"),
        ("allows", "question", "by nobody"),
    ],
)
def test_opinion_is_told_apart(record, stance, register, told):
    """The author of an opinion piece is no account of a contact, and is not nobody."""
    record.source("piece", "bloomberg", genre="opinion")
    record.statement("a", "bloomberg", {"subject": stance}, "2025-02-12", form="own", source="piece", register=register)
    assert record.rows("accounts", "told", "press") == [(told, "not a party")]


def test_a_side_that_tells_it_beats_an_opinion(record):
    """What a party tells too is that party's."""
    record.source("piece", "bloomberg", genre="opinion")
    record.statement("a", "bloomberg", {"subject": "asserts"}, "2025-02-12", form="own", source="piece")
    record.statement("b", KREMLIN, {"subject": "asserts"}, "2025-02-12")
    assert record.rows("accounts", "told") == [("by one party",)]


def test_a_report_beside_an_opinion_is_a_report(record):
    """What somebody else tells, too, is told by others."""
    record.source("piece", "bloomberg", genre="opinion")
    record.statement("a", "bloomberg", {"subject": "asserts"}, "2025-02-12", form="own", source="piece")
    record.statement("b", "tass", {"subject": "asserts"}, "2025-02-12")
    assert record.rows("accounts", "told") == [("by others only",)]


def test_a_leaked_record_is_the_presss(record):
    """Words from a leaked record are reported, whoever's they are."""
    record.statement("a", KREMLIN, {"subject": "asserts"}, "2025-02-12", medium="leaked-record")
    assert record.rows("accounts", "told", "russia", "press") == [
        ("by others only", NOTHING_FOUND, "asserts (leaked record)")
    ]


def test_a_speaker_in_nobodys_name_is_named(record):
    """Who stands for no organization has no side, and is shown with his stance."""
    record.statement("a", "/kirill-dmitriev", {"subject": "asserts"}, "2025-02-12")
    assert record.rows("accounts", "in_nobodys_name") == [("Kirill Dmitriev: asserts",)]


def test_a_leak_has_no_accounts(record):
    """Claims about a leak or a decision are no claims about a contact."""
    record.event("leak", "leak", "2025-11-25")
    record.claim("genuine", "authenticity", "leak")
    assert record.rows("accounts", "claim_id") == [("subject",)]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("content", "of other parts: declines"),
        ("duration", "of other parts: declines"),
        ("occurrence", "of other parts: declines"),
        ("plan", NOTHING_FOUND),
        ("assessment", NOTHING_FOUND),
    ],
)
def test_a_refusal_is_no_hole(record, kind, cell):
    """Of a party that does nothing but refuse, the refusal stands where its account would; who also speaks has left out the rest."""
    record.claim("other", kind, "call")
    record.statement("a", KREMLIN, {"subject": "declines"}, "2025-02-12")
    cells = dict(record.rows("accounts", "claim_id", "russia"))
    assert cells == {"subject": "declines", "other": cell}
    record.claim("third", "content", "call")
    record.statement("b", KREMLIN, {"third": "asserts"}, "2025-02-12")
    assert dict(record.rows("accounts", "claim_id", "russia"))["other"] == NOTHING_FOUND
