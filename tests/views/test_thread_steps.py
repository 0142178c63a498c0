"""The steps of a thread: what was said on the claims under one question, in time, each step with its own claim."""

import pytest

from readouts.build.derive import derive


@pytest.fixture
def thread(record):
    """The question whether there was contact, with two claims under it: that a call took place, that there was any."""
    record.claim("any-contact", "assessment", "call")
    record.add("threads", id="contact", question="Was there contact?")
    for place, claim in enumerate(("took-place", "any-contact"), 1):
        record.add("thread_claims", thread_id="contact", claim_id=claim, place=place, reason="It asks so.")
    return record


def steps(record, *columns: str) -> list[tuple]:
    return record.rows("thread_steps", "step", "statement_id", *columns)


def test_a_side_moves_from_claim_to_claim(thread):
    """Each step keeps its own claim and stance: no shift is made of two claims, and the claim of each stays as it is."""
    thread.statement("denied", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    thread.statement("would-not-say", "kremlin/dmitry-peskov", {"any-contact": "declines"}, "2025-02-09")
    assert steps(thread, "claim_id", "stance", "side", "words") == [
        (1, "denied", "took-place", "denies", "russia", "words of denied"),
        (2, "would-not-say", "any-contact", "declines", "russia", "words of would-not-say"),
    ]
    assert thread.rows("shifts", "claim_id") == []


def test_one_statement_is_one_step(thread):
    """What one statement says on several claims is one step, its claims in the place that the curator gave them."""
    thread.statement(
        "both", "white-house/donald-trump", {"any-contact": "asserts", "took-place": "declines"}, "2025-02-07"
    )
    thread.statement("later", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2025-02-09")
    assert steps(thread, "claim_id", "claim_place") == [
        (1, "both", "took-place", 1),
        (1, "both", "any-contact", 2),
        (2, "later", "took-place", 1),
    ]


def test_other_claims_are_no_steps(thread):
    """What is said on a claim that nobody put under the question is no step."""
    thread.claim("content", "content", "call")
    thread.statement("beside", "kremlin/dmitry-peskov", {"content": "denies"}, "2024-11-11")
    assert steps(thread) == []


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        ("2024-11-10", "2024-11-11", True),
        ("2024-11-10", "2024-11-10", False),
        ("2024-11-10", "2024-11-10/2024-11-12", False),
        ("../2024-11-10", "2024-11-11", True),
        ("../2024-11-10", "2024-11-10", False),
        ("2024-11-10", "2024-11-10/..", False),
        ("2024-11-10", "2024-11-11/..", True),
        ("2024-11", "2024-11-30", False),
        ("2024-11-10", "", False),
        ("", "", False),
    ],
)
def test_an_order_that_dates_do_not_tell_is_open(thread, first, second, known):
    """Two steps are in known order only if the last day of the one lies before the first of the other."""
    thread.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, first)
    thread.statement("b", "white-house/donald-trump", {"any-contact": "declines"}, second)
    open_with = ("none", "none") if known else ("2", "1")
    assert steps(thread, "order_open_with") == [(1, "a", open_with[0]), (2, "b", open_with[1])]


def test_what_a_text_tells_is_known(thread):
    """On one day the order is known if the text tells it; who spoke after another never stands before him."""
    thread.statement("b-first", "white-house/donald-trump", {"took-place": "denies"}, "2024-12-08")
    thread.statement(
        "a-then", "white-house/donald-trump", {"any-contact": "declines"}, "2024-12-08", after_id="b-first"
    )
    thread.statement("c-beside", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-12-08")
    assert steps(thread, "order_open_with") == [(1, "b-first", "2"), (2, "c-beside", "1, 3"), (3, "a-then", "2")]


def test_who_spoke_after_an_open_span_stands_behind_it(thread):
    """A statement that a text puts after another stands behind it, though its own first day is the earlier one."""
    thread.statement("b-first", "kremlin/dmitry-peskov", {"took-place": "denies"}, "")
    thread.statement(
        "a-then", "white-house/donald-trump", {"any-contact": "declines"}, "2024-11-01/2024-11-05", after_id="b-first"
    )
    assert steps(thread, "order_open_with") == [(1, "b-first", "none"), (2, "a-then", "none")]


def test_a_wide_span_is_open_against_all_that_it_reaches(thread):
    """A step between two days is named by every step within them, and by none beyond."""
    for day in ("2024-11-10", "2024-11-20", "2024-12-10"):
        thread.statement(f"on-{day}", "kremlin/dmitry-peskov", {"took-place": "denies"}, day)
    thread.statement("wide", "washington-post/", {"any-contact": "asserts"}, "2024-11-11/2024-11-30")
    assert [(row[1], row[2]) for row in steps(thread, "order_open_with")] == [
        ("on-2024-11-10", "none"),
        ("wide", "3"),
        ("on-2024-11-20", "2"),
        ("on-2024-12-10", "none"),
    ]


def test_what_is_not_plain_is_marked(thread):
    """A joke, what follows by logic, what was taken back: it is a step, and says what it is."""
    thread.statement("joke", "kremlin/vladimir-putin", {"took-place": "denies"}, "2025-03-18", register="jest")
    thread.statement("said", "white-house/donald-trump", {"took-place": "denies"}, "2024-12-08")
    thread.statement(
        "back", "white-house/donald-trump", {"any-contact": "declines"}, "2024-12-09", takes_back_id="said"
    )
    thread.statement("logic", "kremlin/vladimir-putin", {"took-place": "denies"}, "2024-12-19")
    next(one for one in thread.tables["stances"] if one["statement_id"] == "logic")["basis"] = "logic"
    assert steps(thread, "basis", "register", "taken_back", "stands") == [
        (1, "said", "words", "plain", 1, 0),
        (2, "back", "words", "plain", 0, 1),
        (3, "logic", "logic", "plain", 0, 1),
        (4, "joke", "words", "jest", 0, 0),
    ]


def test_each_thread_counts_its_own_steps(thread):
    """A claim may stand in several threads; the steps and what their order is open against are those of each."""
    thread.add("threads", id="alone", question="Was there a call?")
    thread.add("thread_claims", thread_id="alone", claim_id="took-place", place=1, reason="It asks so.")
    thread.statement("a", "kremlin/dmitry-peskov", {"any-contact": "denies"}, "2024-11-11")
    thread.statement("b", "washington-post/", {"took-place": "asserts"}, "2024-11-11")
    assert thread.rows("thread_steps", "thread_id", "step", "statement_id", "order_open_with") == [
        ("alone", 1, "b", "none"),
        ("contact", 1, "a", "2"),
        ("contact", 2, "b", "1"),
    ]
    assert thread.rows("threads", "id", "claims", "steps", "sides", order="id") == [
        ("alone", 1, 1, "Press"),
        ("contact", 2, 2, "Russia, Press"),
    ]


def test_a_thread_on_which_nobody_speaks_has_no_side(thread):
    """Who speaks for no organization is on no side, and a thread without a step has none."""
    assert thread.rows("threads", "claims", "steps", "sides") == [(2, 0, "none")]
    thread.statement("nobody", "/donald-trump", {"took-place": "denies"}, "2024-11-11")
    assert thread.rows("threads", "claims", "steps", "sides") == [(2, 1, "none")]


def test_the_order_of_rows_does_not_matter(thread):
    """The same steps come of the same rows in another order."""
    thread.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies", "any-contact": "denies"}, "2024-11-11")
    thread.statement("b", "washington-post/", {"took-place": "asserts"}, "2024-11-10/2024-11-12")

    def told(reverse: bool) -> list[tuple]:
        connection = thread.base(reverse)
        derive(connection)
        return connection.execute("SELECT * FROM thread_steps").fetchall()

    assert told(False) == told(True) != []
