"""Which cases each finding counts, and what each of them shows: on small records by hand."""

import pytest

from readouts.findings import FINDINGS

from ..views.conftest import record
from ..views.record import Record, leak

__all__ = ["record"]  # the fixture
BOTH = ("kremlin/vladimir-putin", "white-house/donald-trump")


def found(record: Record, finding: str, *columns: str) -> list[tuple]:
    """The named columns of the cases of one finding."""
    rows = record.rows("finding_cases", "finding", *columns)
    return [row[1:] for row in rows if row[0] == finding]


def unsearched(record: Record) -> None:
    """Nothing was searched: of no month is anything complete."""
    record.tables["searches"].clear()
    record.tables["search_scopes"].clear()


def told(
    record: Record, id: str, who: str, date: str, claim: str = "took-place", stance: str = "asserts", **cells: object
) -> None:
    record.statement(id, who, {claim: stance}, date, **cells)


def held_call(record: Record) -> None:
    """A call between Putin and Trump with a claim that it took place and one on a subject of it."""
    record.event("held", "call", "2025-02-12", BOTH)
    record.claim("held-took-place", "occurrence", "held")
    record.claim("grain", "content", "held")


# ---- denied, and acknowledged later


def denied(record: Record) -> list[tuple]:
    return found(record, "denied_then_acknowledged", "part", "result", "days")


def test_a_denial_is_followed_by_an_acknowledgement_of_the_same_side(record):
    """Peskov denies it, Ushakov tells of it five days later; what the other side says acknowledges nothing for Russia."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "us", "trump-transition/donald-trump", "2024-11-12")
    assert denied(record) == [("Russia", "not acknowledged", None)]
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-16", stance="confirms")
    assert denied(record) == [("Russia", "acknowledged later", 5)]


def test_to_tell_what_was_said_in_it_acknowledges_the_contact(record):
    """Who tells of a subject of the call, outright, acknowledges the call; who allows it as possible does not."""
    record.claim("grain", "content", "call")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "maybe", "kremlin/yuri-ushakov", "2024-11-13", "grain", "allows")
    assert denied(record) == [("Russia", "not acknowledged", None)]
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-16", "grain")
    assert denied(record) == [("Russia", "acknowledged later", 5)]


def test_what_is_not_coded_is_not_unacknowledged(record):
    """Where nothing was searched, no acknowledgement is on record so far; only where all is complete there is none."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    unsearched(record)
    assert denied(record) == [("Russia", "not acknowledged so far", None)]
    assert found(record, "denied_then_acknowledged", "complete") == [(0,)]


@pytest.mark.parametrize("kind", ["denies by logic", "declines", "doubts"])
def test_no_firm_word_no_denial(record, kind):
    """What only follows by logic, a refusal and a doubt deny nothing; nor does a denial in jest, or that of a plan."""
    record.claim("planned", "plan", "call")
    told(record, "a", "kremlin/dmitry-peskov", "2024-11-11", stance=kind)
    told(record, "b", "kremlin/dmitry-peskov", "2024-11-11", "planned", "denies")
    told(record, "c", "kremlin/dmitry-peskov", "2024-11-11", stance="denies", register="jest")
    assert denied(record) == []


def test_an_acknowledgement_by_logic_is_none(record):
    """Words that only imply the contact do not acknowledge it."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-16", stance="asserts by logic")
    assert denied(record) == [("Russia", "not acknowledged", None)]


def test_the_order_must_be_known(record):
    """An acknowledgement whose date overlaps that of the denial did not surely come later; one before it came before."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "early", "kremlin/yuri-ushakov", "2024-11-09")
    assert denied(record) == [("Russia", "acknowledged before alone", None)]
    told(record, "some-time", "kremlin/yuri-ushakov", "2024-11")
    assert denied(record) == [("Russia", "acknowledged, order not known", None)]


def test_of_one_day_the_order_is_not_known(record):
    """A denial and an acknowledgement of one day: no text says which came first."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-11")
    assert denied(record) == [("Russia", "acknowledged, order not known", None)]


@pytest.mark.parametrize("cells", [{"medium": "leaked-record"}, {"form": "own", "source": "column"}])
def test_leaked_words_and_opinion_acknowledge_nothing(record, cells):
    """What a leaked record has of Ushakov, and what he writes as his opinion, is no account that Russia gives."""
    record.source("column", "washington-post", genre="opinion")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-16", **cells)
    assert denied(record) == [("Russia", "not acknowledged", None)]


def test_a_text_may_say_the_order(record):
    """Of one day, the acknowledgement that a text puts behind the denial comes later, after no days."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-11", after_id="no")
    assert denied(record) == [("Russia", "acknowledged later", 0)]


def test_another_body_of_the_side_stands_apart(record):
    """A fund that had no part in the call is no voice of Russia there: its denial is no denial by Russia."""
    told(record, "no", "rdif", "2024-11-11", stance="denies")
    assert denied(record) == [("Russia, another body", "not acknowledged by the side so far", None)]
    told(record, "yes", "kremlin/yuri-ushakov", "2024-11-12")
    assert denied(record) == [("Russia, another body", "acknowledged by the side later", 1)]


def test_a_contact_counts_once_a_side(record):
    """Two denials by one side are one case, which says that there are two."""
    for day in ("11", "12"):
        told(record, f"no-{day}", "kremlin/dmitry-peskov", f"2024-11-{day}", stance="denies")
    told(record, "us", "trump-transition/donald-trump", "2024-11-12", stance="denies")
    assert found(record, "denied_then_acknowledged", "part", "beside", "statement_id") == [
        ("Russia", "denied 2 times", "no-11"),
        ("United States", "denied once", "us"),
    ]


# ---- after "no plan"


def test_days_run_to_the_next_contact_that_a_side_acknowledges(record):
    """From "no call is planned" to the next call; of an announcement no days are counted."""
    record.event("planned", "call", "2025-02-10/2025-02-20", BOTH)
    record.claim("plan", "plan", "planned")
    held_call(record)
    told(record, "readout", "kremlin/yuri-ushakov", "2025-02-13", "held-took-place")
    told(record, "no", "kremlin/dmitry-peskov", "2025-02-09", "plan", "denies")
    told(record, "yes", "white-house/donald-trump", "2025-02-09", "plan")
    told(record, "report", "bloomberg", "2025-02-09", "plan")
    assert sorted(found(record, "after_no_plan", "part", "result", "days", "statement_id"), key=str) == [
        ("A plan", "held", None, "yes"),
        ("No plan", "denial did not hold", 3, "no"),
    ]


def test_a_contact_that_is_only_reported_ends_no_days(record):
    """The next contact must be acknowledged: to one that the press alone tells of no days are counted."""
    record.event("planned", "call", "2025-02-10/2025-02-20", BOTH)
    record.claim("plan", "plan", "planned")
    held_call(record)
    told(record, "report", "bloomberg", "2025-02-13", "held-took-place")
    told(record, "no", "kremlin/dmitry-peskov", "2025-02-09", "plan", "denies")
    assert found(record, "after_no_plan", "part", "days") == [("No plan", None)]


def test_days_are_complete_only_where_the_months_between_are(record):
    """Where nothing was searched another contact may lie between, and the case says that it is not complete."""
    record.event("planned", "call", "2025-02-10/2025-02-20", BOTH)
    record.claim("plan", "plan", "planned")
    held_call(record)
    told(record, "readout", "kremlin/yuri-ushakov", "2025-02-13", "held-took-place")
    told(record, "no", "kremlin/dmitry-peskov", "2025-02-09", "plan", "denies")
    assert found(record, "after_no_plan", "days", "complete") == [(3, 1)]
    unsearched(record)
    assert found(record, "after_no_plan", "days", "complete") == [(3, 0)]


def test_a_plan_without_a_last_day_cannot_fail(record):
    """What has no last day is neither held nor broken, and that is said."""
    record.event("planned", "call", "2025-02-10/..", BOTH)
    record.claim("plan", "plan", "planned")
    told(record, "yes", "white-house/donald-trump", "2025-02-09", "plan")
    assert found(record, "after_no_plan", "result") == [("its time has no last day",)]


# ---- who tells first


def first(record: Record) -> list[tuple]:
    return found(record, "first_to_tell", "part", "result", "days", "side")


def test_the_earlier_day_tells_first(record):
    """Washington tells of it a day before Moscow does; a denial and a plan tell of nothing."""
    record.claim("planned", "plan", "call")
    told(record, "plan", "kremlin/yuri-ushakov", "2024-11-01", "planned")
    told(record, "us", "trump-transition/donald-trump", "2024-11-08")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-09")
    assert first(record) == [("Both tell of it", "United States first", 1, "united-states")]


def test_one_day_is_a_tie(record):
    """Of one day nobody is first."""
    told(record, "us", "trump-transition/donald-trump", "2024-11-08")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-08")
    assert first(record) == [("Both tell of it", "on one day", 0, None)]


def test_a_telling_that_may_lie_before_makes_the_first_unknown(record):
    """A later telling whose date is open may be the first of all: who came first is not known, nor in how many days."""
    told(record, "us", "trump-transition/donald-trump", "2024-11-08")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-09")
    told(record, "ru-some-time", "kremlin/dmitry-peskov", "../2024-11-20")
    assert first(record) == [("Both tell of it", "which came first is not known", None, None)]


def test_dates_that_do_not_overlap_order_without_days(record):
    """By November and in December: the first is first, and the days between are not known."""
    told(record, "us", "trump-transition/donald-trump", "2024-11")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-12-01")
    assert first(record) == [("Both tell of it", "United States first", None, "united-states")]


@pytest.mark.parametrize(
    ("stance", "searched", "result"),
    [
        ("", True, "nothing was found of the other"),
        ("", False, "nothing of the other is coded yet"),
        ("denies", True, "the other denies it"),
        ("declines", True, "the other speaks of it, and does not tell it"),
    ],
)
def test_one_alone_stands_apart(record, stance, searched, result):
    """A contact of which one side tells is no case of who tells first; what is not coded of the other is not its silence."""
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-09")
    if stance:
        told(record, "us", "trump-transition/donald-trump", "2024-11-10", stance=stance)
    if not searched:
        unsearched(record)
    assert first(record) == [("Russia alone", result, None, "russia")]


def test_what_was_to_be_said_tells_of_no_contact(record):
    """Of a call that was only planned, and never said to have taken place, a subject for it tells of nothing held."""
    record.event("planned", "call", "2025-02-10/2025-02-20", BOTH)
    record.claim("plan", "plan", "planned")
    record.claim("agenda", "content", "planned")
    told(record, "ru", "kremlin/yuri-ushakov", "2025-02-09", "agenda")
    assert first(record) == []


def test_a_contact_within_one_side_is_none(record):
    """Of a meeting of two bodies of one side there is no first of two."""
    record.event("inner", "meeting", "2025-02-01", ("kremlin/dmitry-peskov", "rdif/kirill-dmitriev"))
    record.claim("inner-held", "occurrence", "inner")
    told(record, "ru", "kremlin/dmitry-peskov", "2025-02-02", "inner-held")
    assert first(record) == []


# ---- subjects


def subjects(record: Record) -> list[tuple]:
    return found(record, "told_by_one_side", "claim_id", "part", "result")


def test_subjects_count_only_where_both_give_an_account(record):
    """What Moscow tells is told by it alone only once Washington, too, gives an account of the call."""
    held_call(record)
    told(record, "ru", "kremlin/yuri-ushakov", "2025-02-12", "grain")
    assert subjects(record) == []
    told(record, "us", "white-house/donald-trump", "2025-02-12", "held-took-place")
    assert subjects(record) == [("grain", "Russia alone", "nothing was found of the other")]
    unsearched(record)
    assert subjects(record) == [("grain", "Russia alone", "nothing of the other is coded yet")]


@pytest.mark.parametrize(
    ("stance", "part", "result"),
    [
        ("confirms", "Both tell it", "told by both"),
        ("denies", "Russia alone", "the other denies it"),
        ("declines", "Russia alone", "the other speaks to it otherwise"),
        ("asserts by logic", "Russia alone", "the other speaks to it otherwise"),
    ],
)
def test_what_the_other_says_of_a_subject(record, stance, part, result):
    """Told by both, denied by the other, or spoken to otherwise, as by words that only imply it."""
    held_call(record)
    told(record, "ru", "kremlin/yuri-ushakov", "2025-02-12", "grain")
    record.statement("us", "white-house/donald-trump", {"held-took-place": "asserts", "grain": stance}, "2025-02-12")
    assert subjects(record) == [("grain", part, result)]


# ---- who asked


def asked_claim(record: Record, id: str, body: str) -> None:
    record.add(
        "claims", id=id, text=f"Claim {id}.", kind="initiative", value=body, event_id="call", topic_id="contacts"
    )


def test_each_side_says_who_asked(record):
    """Both say that Washington asked; a denial that Moscow did names nobody and contradicts nothing of that."""
    asked_claim(record, "by-us", "white-house")
    asked_claim(record, "by-ru", "kremlin")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-08", "by-us")
    told(record, "us", "trump-transition/donald-trump", "2024-11-08", "by-us", "confirms")
    told(record, "ru-not", "kremlin/dmitry-peskov", "2024-11-09", "by-ru", "denies")
    columns = ("part", "result", "beside")
    assert sorted(found(record, "who_asked", *columns)) == [
        ("Russia", "Russia did not ask", "nothing of the other is coded"),
        ("Russia", "United States asked", "the other says the same"),
        ("United States", "United States asked", "the other says the same"),
    ]


@pytest.mark.parametrize(("claim", "stance"), [("by-ru", "asserts"), ("by-us", "denies")])
def test_two_sides_differ_on_who_asked(record, claim, stance):
    """They differ where each names the other, and where one denies what the other says."""
    asked_claim(record, "by-us", "white-house")
    asked_claim(record, "by-ru", "kremlin")
    told(record, "ru", "kremlin/yuri-ushakov", "2024-11-08", "by-us")
    told(record, "us", "trump-transition/donald-trump", "2024-11-08", claim, stance)
    assert {row[0] for row in found(record, "who_asked", "beside")} == {"the other says otherwise"}


# ---- own text


def test_a_statement_counts_once_with_its_nearest_text(record):
    """A statement on two claims is one case; read on an official page, it rests on the side's own text; the press is no side."""
    record.claim("grain", "content", "call")
    record.source("official", "kremlin", genre="official")
    record.statement("ru", "kremlin", {"took-place": "denies", "grain": "denies"}, "2024-11-11", source="official")
    told(record, "us", "trump-transition/donald-trump", "2024-11-12")
    told(record, "press", "bloomberg", "2024-11-12")
    assert sorted(found(record, "own_text", "part", "result", "statement_id")) == [
        ("Russia", "its own text", "ru"),
        ("United States", "another report", "us"),
    ]


# ---- against each other


def test_two_sides_contradict_each_other_once_a_claim(record):
    """However many pairs of words there are, one claim and two sides are one case; a press report is no side."""
    for day in ("11", "12"):
        told(record, f"no-{day}", "kremlin/dmitry-peskov", f"2024-11-{day}", stance="denies")
        told(record, f"yes-{day}", "trump-transition/donald-trump", f"2024-11-{day}")
    told(record, "press", "bloomberg", "2024-11-10")
    assert found(record, "against_each_other", "part", "result") == [
        ("United States for it, Russia against", "occurrence")
    ]


@pytest.mark.parametrize(("denied", "affirmed"), [("denies by logic", "asserts"), ("denies", "asserts by logic")])
def test_what_follows_by_logic_contradicts_nothing(record, denied, affirmed):
    """A contradiction is one of words: what a reader concludes is put into nobody's mouth."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance=denied)
    told(record, "yes", "trump-transition/donald-trump", "2024-11-12", stance=affirmed)
    assert found(record, "against_each_other", "part") == []


def test_a_refusal_contradicts_nothing(record):
    """Who declines to say does not stand against who tells."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="declines")
    told(record, "yes", "trump-transition/donald-trump", "2024-11-11")
    assert found(record, "against_each_other", "part") == []


# ---- after a report


def reactions(record: Record) -> list[tuple]:
    return found(record, "after_a_report", "part", "result", "days", "statement_id")


def test_the_first_words_after_a_report_count(record):
    """A denial a day after the report, and not the one after; a refusal is a reaction too."""
    told(record, "report", "washington-post", "2024-11-10")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    told(record, "again", "kremlin/dmitry-peskov", "2024-11-12", stance="denies")
    told(record, "us", "trump-transition/donald-trump", "2024-11-13", stance="declines")
    assert reactions(record) == [("Russia", "denies", 1, "no"), ("United States", "declines to say", 3, "us")]


def test_another_body_of_the_side_may_have_spoken_between(record):
    """The Fund, no party to the call, answers on the day: how long Moscow took is not 1 day, and not known."""
    told(record, "report", "washington-post", "2024-11-10")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    assert reactions(record) == [("Russia", "denies", 1, "no")]
    told(record, "fund", "rdif/kirill-dmitriev", "2024-11-10", stance="declines")
    assert reactions(record) == [("Russia", "denies", None, "no")]


def test_who_reported_it_first_is_not_chosen_by_the_alphabet(record):
    """Of two reports of one day the one that tells it stands before one that confirms it, and that there are two is said."""
    told(record, "a", "bloomberg", "2024-11-10", stance="confirms")
    told(record, "b", "washington-post", "2024-11-10")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    assert found(record, "after_a_report", "beside", "other_statement_id") == [
        ("reported by Washington Post, and others on that day", "b")
    ]


@pytest.mark.parametrize("day", ["2024-11-09", "2024-11-10", "../2024-11-30"])
def test_a_contact_that_a_side_told_of_before_is_none(record, day):
    """Where a side told of it before the report, on its day, or perhaps before, nothing reacts to the report."""
    told(record, "report", "washington-post", "2024-11-10")
    told(record, "us", "trump-transition/donald-trump", day)
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    assert reactions(record) == []


def test_a_leaked_record_is_a_report(record):
    """The words of Ushakov in a leaked record are a report of the call, and no telling by Russia."""
    told(record, "leaked", "kremlin/yuri-ushakov", "2024-11-10", medium="leaked-record")
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-12", stance="denies")
    assert reactions(record) == [("Russia", "denies", 2, "no")]


def test_words_on_the_leak_are_a_reaction(record):
    """Words from a leaked record tell of the call; the first that a side says of the leak is its reaction."""
    leak(record)
    record.statement(
        "leaked", "bloomberg", {"took-place": "asserts", "genuine": "asserts"}, "2025-11-25", medium="leaked-record"
    )
    told(record, "fake", "kremlin/yuri-ushakov", "2025-11-26", "genuine", "denies")
    record.tables["event_participants"].append(
        {
            "id": "call-ushakov",
            "event_id": "call",
            "organization_id": "kremlin",
            "person_id": "yuri-ushakov",
            "part": "participant",
        }
    )
    assert reactions(record) == [("Russia", "denies, of the leak", 1, "fake")]


# ---- all of them


def test_every_finding_has_a_query_that_stands_alone(record):
    """Each query runs by itself on a built file, and says in its first line what a case is."""
    told(record, "no", "kremlin/dmitry-peskov", "2024-11-11", stance="denies")
    connection = record.derive()
    for one in FINDINGS:
        assert one.sql.startswith("-- One row is one "), one.id
        names = [column[0] for column in connection.execute(one.sql).description]
        assert names[:5] == ["case_key", "part", "result", "beside", "days"], one.id
