"""What followed when a plan was denied or announced."""

import pytest

from .record import Record


def denied_plan(record: Record, meant: str, said: str = "2025-10-15") -> None:
    """A call between Putin and Trump whose plan Peskov denied."""
    record.event("planned-call", "call", meant, ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("planned", "plan", "planned-call")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, said)


def acknowledged_call(
    record: Record,
    id: str,
    date: str,
    parties: tuple[str, ...] = ("kremlin/vladimir-putin", "white-house/donald-trump"),
) -> None:
    record.event(id, "call", date, parties)
    record.claim(f"{id}-took-place", "occurrence", id)
    record.statement(f"{id}-readout", "kremlin/yuri-ushakov", {f"{id}-took-place": "asserts"}, "2026-01-01")


def test_a_call_in_the_time_meant_breaks_the_denial(record):
    """A plan denied, then a call of the same people in the time meant: the denial did not hold, and the days are counted."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    acknowledged_call(record, "next-call", "2025-10-16")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "next_contact_standing", "days_at_most") == [
        ("denial did not hold", "next-call", "acknowledged by one", 1)
    ]


def test_a_call_after_the_time_meant_leaves_the_denial_standing(record):
    """A call of the same people after the time meant is the next contact, and the denial held."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "days_at_most") == [
        ("denial held", "later-call", 74)
    ]


def test_a_call_before_the_denial_is_not_the_next(record):
    """A call that took place before the statement is not what followed it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "earlier-call", "2025-10-14")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial held", None)]


def test_a_call_on_the_day_of_the_denial_is_shown_and_settles_nothing(record):
    """Whether a call of the same day came before the denial or after it is not known: 0 days between, outcome not known."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "same-day-call", "2025-10-15")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "days_at_most") == [
        ("not known", "same-day-call", 0)
    ]


def test_the_next_contact_is_the_first_that_is_over(record):
    """Calls told of for a span of months are no answer to what came next, though the span begins earlier."""
    denied_plan(record, "2025-01-20/2025-01-27", "2025-01-15")
    acknowledged_call(record, "other-calls", "2025-01-20/2025-03-23")
    acknowledged_call(record, "known-call", "2025-02-12")
    assert record.rows("plan_outcomes", "next_event_id") == [("known-call",)]


@pytest.mark.parametrize(
    "meant, date, expected",
    [
        ("2025-10", "2025-10-10", ("denial held", None)),  # in the time meant, but before the denial
        ("2025-11", "2025-10-20", ("denial held", "some-call")),  # after the denial, but before the time meant
        ("../2025-10-22", "2025-10-16", ("denial did not hold", "some-call")),
    ],
)
def test_the_time_meant_is_what_counts(record, meant, date, expected):
    """Only a contact after the denial and within the time meant breaks it; an open start begins with the denial."""
    denied_plan(record, meant)
    acknowledged_call(record, "some-call", date)
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [expected]


def test_days_to_the_next_contact_need_two_days(record):
    """Days between are counted only where the statement and the contact are each of one day."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "some-call", "2025-12")
    acknowledged_call(record, "undated-call", "")
    assert record.rows("plan_outcomes", "next_event_id", "days_at_most") == [("some-call", None)]


def test_another_plan_is_no_contact(record):
    """A contact that was itself only planned leaves the denial standing."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.event("other-plan", "call", "2025-10-16", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("other-planned", "plan", "other-plan")
    record.statement("other-report", "bloomberg", {"other-planned": "asserts"}, "2025-12-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("not held", None), ("denial held", None)]


def test_guests_and_hosts_are_the_same_people(record):
    """Who took part as host or guest took part; a mere subject did not."""
    record.event(
        "planned-visit",
        "visit",
        "2025-10",
        ("kremlin/vladimir-putin/host", "white-house/steve-witkoff/guest", "ukraine//subject"),
    )
    record.claim("planned", "plan", "planned-visit")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-10-01")
    acknowledged_call(
        record, "not-with-him", "2025-10-10", ("kremlin/vladimir-putin", "white-house/steve-witkoff/subject")
    )
    record.tables["events"][-1]["kind"] = "visit"
    acknowledged_call(record, "visit", "2025-10-16", ("kremlin/vladimir-putin/host", "white-house/steve-witkoff/guest"))
    record.tables["events"][-1]["kind"] = "visit"
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "visit")]


def test_only_denials_of_plans_have_an_outcome(record):
    """To doubt or confirm a plan, or to deny a contact, is no denial of a plan; nor is opinion."""
    denied_plan(record, "2025-10")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "white-house", {"planned": "doubts"}, "2025-10-15")
    record.statement(
        "c", "", {"planned": "denies"}, "2025-10-15", form="own", source="column", speaker_label="the author"
    )
    assert record.rows("plan_outcomes", "statement_id") == [("no-plan",)]


def test_each_denial_has_its_own_outcome(record):
    """Two denials are each followed by the first contact after them, once; a contact acknowledged by all counts as one."""
    denied_plan(record, "2025-10-02/2025-10-31", "2025-10-01")
    record.event("other-call", "call", "2025-11-02/2025-11-09", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("other-planned", "plan", "other-call")
    record.statement("no-other-plan", "kremlin/dmitry-peskov", {"other-planned": "denies"}, "2025-11-01")
    acknowledged_call(record, "first-call", "2025-10-16")
    acknowledged_call(record, "second-call", "2025-12-28")
    record.statement("also", "white-house/donald-trump", {"first-call-took-place": "confirms"}, "2025-10-17")
    assert record.rows("plan_outcomes", "statement_id", "outcome", "next_event_id", "next_contact_standing") == [
        ("no-other-plan", "denial held", "second-call", "acknowledged by one"),
        ("no-plan", "denial did not hold", "first-call", "acknowledged by all"),
    ]


@pytest.mark.parametrize(
    "meant, date, outcome, spans",
    [
        ("2025-10-15/..", "2025-12-28", "no time meant", "none"),
        ("2025-10-15/..", "2025-12", "no time meant", "none"),
        ("2025-10-15/..", "2025-10/2025-12", "no time meant", "some-call"),
        ("", "2025-12-28", "no time meant", "none"),
        ("2025-10-15/2025-10-22", "2025-10", "denial held", "some-call"),
        ("2025-10-15/2025-10-22", "2025-09/2025-12", "denial held", "some-call"),
        ("2027-01", "2025-12-28", "not coded", "none"),
    ],
)
def test_an_uncertain_time_settles_nothing_and_blocks_nothing(record, meant, date, outcome, spans):
    """An open time meant is tested by nothing; a span that overlaps it is named; beyond what was searched nothing is said."""
    denied_plan(record, meant)
    acknowledged_call(record, "some-call", date)
    assert record.rows("plan_outcomes", "outcome", "spans") == [(outcome, spans)]


@pytest.mark.parametrize(("span", "spans"), [("2025-10-16/2025-12-20", "span"), ("2025-11-01/2025-12-20", "none")])
def test_a_span_in_an_open_time_is_named_if_it_may_come_first(record, span, spans):
    """Other calls of October to December may have been before the next one on record; those from November on were not."""
    denied_plan(record, "2025-10-15/..")
    acknowledged_call(record, "next", "2025-10-28")
    acknowledged_call(record, "span", span)
    assert record.rows("plan_outcomes", "next_event_id", "spans") == [("next", spans)]


@pytest.mark.parametrize(("said", "outcome"), [("denies", "denial held"), ("asserts", "not held")])
def test_what_is_not_coded_settles_no_plan(record, said, outcome):
    """Where the time meant is not complete for both sides, a plan without a contact is neither held nor not: it is not coded."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.tables["stances"][-1]["stance"] = said
    assert record.rows("plan_outcomes", "outcome") == [(outcome,)]
    record.add("ledger", id="open", kind="page", published="2025-10-20", decision="not-yet")
    assert record.rows("plan_outcomes", "outcome") == [("not coded",)]


def test_an_announced_call_is_held_or_postponed(record):
    """Announced, and a call of the two in the time meant: held. Announced again for later: postponed."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.tables["stances"][-1]["stance"] = "asserts"
    record.event("again", "call", "2025-12", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("zz-again-planned", "plan", "again")
    record.statement("again", "kremlin", {"zz-again-planned": "asserts"}, "2025-10-23")
    assert record.rows("plan_outcomes", "outcome") == [("postponed",), ("not held",)]
    acknowledged_call(record, "next-call", "2025-10-20")
    assert record.rows("plan_outcomes", "outcome") == [("held",), ("not held",)]


@pytest.mark.parametrize(
    ("planned", "found", "outcome"),
    [
        ("call", "meeting", "denial held"),
        ("meeting", "call", "denial held"),
        ("meeting", "visit", "denial did not hold"),
        ("contact", "call", "denial did not hold"),
        ("contact", "meeting", "denial did not hold"),
    ],
)
def test_contacts_a_call_and_meetings_are_kept_apart(record, planned, found, outcome):
    """Whoever said that no call was planned is not refuted by a meeting."""
    denied_plan(record, "2025-10-15/2025-10-22")
    next(row for row in record.tables["events"] if row["id"] == "planned-call")["kind"] = planned
    acknowledged_call(record, "next", "2025-10-20")
    record.tables["events"][-1]["kind"] = found
    assert record.rows("plan_outcomes", "outcome") == [(outcome,)]


def test_the_days_to_the_next_contact_are_an_upper_bound_across_a_gap(record):
    """Another contact may lie between, so the next is sure only if all months to it are complete."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    columns = "days_at_most", "next_is_sure"
    assert record.rows("plan_outcomes", *columns) == [(74, 1)]
    record.add("ledger", id="open", kind="page", published="2025-11-20", decision="not-yet")
    assert record.rows("plan_outcomes", *columns) == [(74, 0)]


@pytest.mark.parametrize(
    "russian, american, next_contact",
    [
        (None, None, ("alleged", "reported only")),
        ("denies", None, (None, None)),
        ("denies", "asserts", (None, None)),
    ],
)
def test_an_alleged_call_leaves_the_outcome_unknown(record, russian, american, next_contact):
    """A call of the same people in the time meant that is only alleged, denied or disputed neither breaks the denial nor lets it hold; undenied, it is the next contact."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.event("alleged", "call", "2025-10-16", ("kremlin/vladimir-putin", "white-house/donald-trump"))
    record.claim("alleged-took-place", "occurrence", "alleged")
    record.statement("alleged-report", "bloomberg", {"alleged-took-place": "asserts"}, "2025-12-01")
    for who, stance in (("kremlin", russian), ("white-house", american)):
        if stance:
            record.statement(who, who, {"alleged-took-place": stance}, "2025-12-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "next_contact_standing") == [
        ("only alleged", *next_contact)
    ]


def reported_call(record: Record, id: str, date: str, said: dict[str, str], who: str = "bloomberg", **cells) -> None:
    """A call between Putin and Trump of which no party speaks; `said` pairs a kind of claim with a stance."""
    record.event(id, "call", date, ("kremlin/vladimir-putin", "white-house/donald-trump"))
    for kind in ("occurrence", *(kind for kind in said if kind != "occurrence")):
        record.claim(f"{id}-{kind}", kind, id)
    record.statement(
        f"{id}-report", who, {f"{id}-{kind}": stance for kind, stance in said.items()}, "2026-01-01", **cells
    )


def test_the_next_contact_may_be_reported_only(record):
    """The next contact is the first that took place by anybody's account, if no party denies it; its standing is shown."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "later-call", "2025-12-28")
    reported_call(record, "reported-call", "2025-12-01", {"occurrence": "asserts"})
    columns = "outcome", "next_event_id", "next_contact_standing", "days_at_most"
    assert record.rows("plan_outcomes", *columns) == [("denial held", "reported-call", "reported only", 47)]


def test_a_report_before_it_takes_nothing_from_a_broken_denial(record):
    """A call that is only reported comes first as the next contact; the acknowledged one after it still breaks the denial."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "acknowledged", "2025-10-20")
    reported_call(record, "reported-call", "2025-10-17", {"occurrence": "asserts"})
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "reported-call")]


@pytest.mark.parametrize(
    "said, who, cells, expected",
    [
        ({"duration": "asserts"}, "bloomberg", {}, "some-call"),
        ({"occurrence": "asserts"}, "", {"speaker_label": "the report"}, "some-call"),
        ({"occurrence": "allows"}, "bloomberg", {}, None),
        ({"occurrence": "doubts", "plan": "asserts"}, "bloomberg", {}, None),
        ({"initiative": "asserts"}, "bloomberg", {}, None),
    ],
)
def test_a_contact_that_nobody_says_took_place_is_not_the_next(record, said, who, cells, expected):
    """To allow or plan a contact, or to say who proposed it, is no account that it took place; to tell its course is one."""
    denied_plan(record, "2025-10-15/2025-10-22")
    reported_call(record, "some-call", "2025-12-01", said, who, **cells)
    assert ("no-plan", expected) in record.rows("plan_outcomes", "statement_id", "next_event_id")


def test_opinion_tells_of_no_next_contact(record):
    """A call of which only an opinion piece says that it took place follows nothing, also where somebody allows it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    record.source("column", "washington-post", genre="opinion")
    opinion = {"form": "own", "source": "column", "speaker_label": "the author"}
    reported_call(record, "some-call", "2025-12-01", {"occurrence": "asserts"}, "", **opinion)
    record.statement("allowed", "bloomberg", {"some-call-occurrence": "allows"}, "2026-01-01")
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]


def test_an_account_that_was_taken_back_tells_of_no_next_contact(record):
    """A call that an outlet reported and then denied is no next contact, also where another will not rule it out."""
    denied_plan(record, "2025-10-15/2025-10-22")
    reported_call(record, "some-call", "2025-12-01", {"occurrence": "asserts"}, "ukraine")
    record.statement("colleague", "ukraine", {"some-call-occurrence": "denies"}, "2026-01-02")
    record.statement("allowed", "bloomberg", {"some-call-occurrence": "allows"}, "2026-01-01")
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]
    record.tables["statements"][-2]["speaker_id"] = "kirill-dmitriev"
    record.tables["statements"][-3]["speaker_id"] = "steve-witkoff"
    assert record.rows("plan_outcomes", "next_event_id") == [(None,)]


def test_a_call_of_other_people_is_no_outcome(record):
    """Only a contact in which everybody named for the plan took part follows it."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "aides", "2025-10-16", ("kremlin/yuri-ushakov", "white-house/donald-trump"))
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial held", None)]


def test_a_plan_without_people_is_followed_by_organizations(record):
    """For an organization of which nobody is named anybody who took part for it counts."""
    record.event("planned-contact", "contact", "2025-10", ("kremlin", "white-house"))
    record.claim("planned", "plan", "planned-contact")
    record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-10-01")
    acknowledged_call(record, "aides", "2025-10-16", ("kremlin/yuri-ushakov", "white-house/steve-witkoff"))
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "aides")]


@pytest.mark.parametrize(
    ("kind", "parties", "expected"),
    [
        ("meeting", ("russia", "united-states"), ("delegations", 19)),
        ("contact", ("russia", "united-states"), ("envoy", 15)),
        ("meeting", ("kremlin", "white-house"), ("envoy", 15)),
    ],
)
def test_a_plan_of_states_is_not_followed_by_a_meeting_of_another_level(record, kind, parties, expected):
    """Delegations were to meet again: that an envoy saw the president first is no answer to it. Bodies, or any contact, are."""
    for state in ("russia", "united-states"):
        record.add("organizations", id=state, name=state, kind="state", side=state)
    record.event("planned-contact", kind, "2025-10-02/..", parties, "officials")
    record.claim("planned", "plan", "planned-contact")
    record.statement("plan", "kremlin/dmitry-peskov", {"planned": "asserts"}, "2025-10-01")
    both = ("kremlin/vladimir-putin", "white-house/steve-witkoff")
    for id, level, day in (("envoy", "envoys", "2025-10-16"), ("delegations", "officials", "2025-10-20")):
        record.event(id, "meeting", day, both, level)
        record.claim(f"{id}-met", "occurrence", id)
        record.statement(f"{id}-account", "kremlin/yuri-ushakov", {f"{id}-met": "asserts"}, "2025-10-21")
    assert record.rows("plan_outcomes", "next_event_id", "days_at_most") == [expected]


def test_a_planned_contact_that_took_place_breaks_the_denial(record):
    """Where the record has the planned contact itself as acknowledged, the denial did not hold."""
    denied_plan(record, "2025-10")
    record.claim("planned-took-place", "occurrence", "planned-call")
    record.statement("readout", "kremlin/yuri-ushakov", {"planned-took-place": "asserts"}, "2025-11-01")
    assert record.rows("plan_outcomes", "outcome", "next_event_id") == [("denial did not hold", "planned-call")]


def test_a_contact_of_which_the_statement_itself_tells_came_before_it(record):
    """An account of today's call that denies the next one: the call it tells of is not what followed."""
    denied_plan(record, "2025-10-15/2025-10-22")
    acknowledged_call(record, "told-call", "2025-10-15")
    record.stance("no-plan", "told-call-took-place", "asserts")
    assert record.rows("plan_outcomes", "outcome", "next_event_id", "days_at_most") == [("denial held", None, None)]
