"""What the parties say in the end of each contact."""

import pytest

from .record import NOTHING_FOUND, Record, leak, standing

SPEAKS = "speaks of it, not of whether it took place"


def test_press_against_one_party_is_a_denial(record):
    """An outlet is no party: a call that the press asserts and Russia denies is denied by a party, with nothing from the American side."""
    record.statement("a", "washington-post", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "parties", "russia", "united_states", "press", "ukraine") == [
        ("denied by a party", "russia, united-states", "denies", NOTHING_FOUND, "asserts", "not a party")
    ]


@pytest.mark.parametrize(
    "russian, american, expected",
    [
        ("asserts", "confirms", "acknowledged by all"),
        ("asserts", None, "acknowledged by one"),
        ("asserts", "declines", "acknowledged by one"),
        ("asserts", "denies", "disputed"),
        ("denies", "denies", "denied by a party"),
        ("denies", "allows", "denied by a party"),
        ("allows", None, "held possible"),
        ("doubts", None, "none"),
        ("downplays", "declines", "none"),
        (None, None, "none"),
    ],
)
def test_standing_compares_the_parties(record, russian, american, expected):
    """To affirm is to assert or confirm, to deny is to deny; to allow, doubt, downplay or decline is neither."""
    for id, who, stance in (("r", "kremlin/dmitry-peskov", russian), ("u", "trump-transition/donald-trump", american)):
        if stance:
            record.statement(id, who, {"took-place": stance}, "2024-11-11")
    assert standing(record) == expected


def test_of_three_parties_two_are_some(record):
    """Where two of three sides affirm a contact it is acknowledged by some, not by one and not by all."""
    record.event("talks", "meeting", "2025-08-18", ("kremlin", "white-house", "ukraine//host"))
    record.claim("talks-took-place", "occurrence", "talks")
    record.statement("a", "kremlin", {"talks-took-place": "asserts"}, "2025-08-19")
    record.statement("b", "ukraine", {"talks-took-place": "asserts"}, "2025-08-19")
    assert standing(record, "talks") == "acknowledged by some"


@pytest.mark.parametrize(
    "kind, rows", [("call", 1), ("meeting", 1), ("visit", 1), ("contact", 1), ("leak", 0), ("decision", 0)]
)
def test_four_kinds_of_events_are_contacts(kind, rows):
    """Calls, meetings, visits and contacts of no named kind have a standing, and a plan of one an outcome; leaks and decisions have none."""
    with Record() as record:
        record.event("one", kind, "2025-10", ("kremlin", "white-house"))
        record.claim("planned", "plan", "one")
        record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-09-30")
        assert (len(record.rows("contact_standing", "event_id")), len(record.rows("plan_outcomes", "event_id"))) == (
            rows,
            rows,
        )


@pytest.mark.parametrize(
    "parties", [("kremlin/yuri-ushakov", "rdif/kirill-dmitriev"), ("kremlin/vladimir-putin", "bloomberg")]
)
def test_a_contact_within_one_side_is_acknowledged_by_one(record, parties):
    """Where all who took part are of one side, its word alone makes nothing "acknowledged by all"."""
    record.event("talk", "call", "2025-10-29", parties)
    record.claim("talk-took-place", "occurrence", "talk")
    record.statement("a", "kremlin/yuri-ushakov", {"talk-took-place": "asserts"}, "2025-11-26")
    assert standing(record, "talk") == "acknowledged by one"


def test_two_people_of_one_side_are_one_party(record):
    """A party is a side, however many took part for it, and its people are each named once."""
    record.event(
        "talks",
        "meeting",
        "2025-02-18",
        ("kremlin/yuri-ushakov", "rdif/kirill-dmitriev", "rdif/yuri-ushakov", "white-house/steve-witkoff"),
    )
    record.claim("talks-took-place", "occurrence", "talks")
    record.statement("a", "kremlin/yuri-ushakov", {"talks-took-place": "asserts"}, "2025-02-18")
    assert record.rows("contact_standing", "standing", "participants", "parties", order="date DESC")[0] == (
        "acknowledged by one",
        "Kirill Dmitriev, Steve Witkoff, Yuri Ushakov",
        "russia, united-states",
    )


def test_a_contact_of_nobody_known_still_has_a_row(record):
    """A contact without participants has no parties, and is reported at most."""
    record.event("rumour", "contact", "", ())
    record.claim("rumour-took-place", "occurrence", "rumour")
    record.statement("a", "kremlin/dmitry-peskov", {"rumour-took-place": "asserts"}, "2025-02-18")
    assert record.rows("contact_standing", "event_id", "standing", "parties", "russia") == [
        ("call", "none", "russia, united-states", NOTHING_FOUND),
        ("rumour", "reported only", None, "asserts"),
    ]


def test_the_same_stance_is_shown_once(record):
    """A column names each stance of a side once, from asserting to denying."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-11-11")
    record.statement("c", "kremlin/vladimir-putin", {"took-place": "declines"}, "2024-11-11")
    assert record.rows("contact_standing", "russia") == [("declines / denies",)]


@pytest.mark.parametrize(
    "stance, shown, expected",
    [
        ("asserts", "asserts", "acknowledged by one"),
        ("declines", "declines / describes it", "acknowledged by one"),
        ("denies", "denies / describes it", "disputed"),
    ],
)
def test_telling_of_its_course_shows_beside_a_stance_that_does_not_assert(record, stance, shown, expected):
    """Who tells of a contact's course acknowledges it whatever else he says; the column shows it where no stance says so; a plan changes nothing."""
    record.claim("an-hour", "duration", "call")
    record.claim("planned", "plan", "call")
    record.statement(
        "a", "kremlin/yuri-ushakov", {"an-hour": "asserts", "took-place": stance, "planned": "asserts"}, "2024-11-11"
    )
    assert record.rows("contact_standing", "russia", "standing", "claim_id") == [(shown, expected, "took-place")]


def test_one_announcing_voice_is_enough(record):
    """A party announces a plan if one of its voices does; what the press or an opinion adds changes nothing."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "white-house/donald-trump", {"summit-planned": "asserts"}, "2025-10-16")
    record.statement("b", "white-house/steve-witkoff", {"summit-planned": "allows"}, "2025-10-16")
    record.statement("c", "bloomberg", {"summit-planned": "asserts"}, "2025-10-16")
    record.statement(
        "d", "", {"summit-planned": "asserts"}, "2025-10-17", form="own", source="column", speaker_label="the author"
    )
    assert standing(record, "summit") == "announced"


def test_report_and_opinion_are_a_report(record):
    """A contact of which a report and an opinion tell is reported, not opinion only."""
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("b", "", {"took-place": "asserts"}, "2024-11-14", form="indirect", speaker_label="a diplomat")
    assert standing(record) == "reported only"


def test_an_outlet_and_a_subject_are_no_parties(record):
    """Parties are the sides of hosts, guests and participants; outlets and subjects are not among them."""
    record.event(
        "visit", "visit", "2025-04-02", ("rdif/kirill-dmitriev/guest", "white-house//host", "tass", "ukraine//subject")
    )
    assert record.rows("contact_standing", "parties", "participants", order="date DESC")[0] == (
        "russia, united-states",
        "Kirill Dmitriev, TASS, White House",
    )


def test_what_was_said_in_a_contact_acknowledges_it(record):
    """Who asserts how long a contact lasted, or what was said in it, says that it took place; who says who proposed it does not."""
    record.claim("an-hour", "duration", "call")
    record.claim("proposed", "initiative", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"an-hour": "asserts"}, "2024-11-11")
    record.statement("b", "trump-transition", {"proposed": "asserts"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia", "united_states") == [
        ("acknowledged by one", "describes it", SPEAKS)
    ]


@pytest.mark.parametrize(
    "said, shown",
    [
        ({"grain": "declines"}, "declines"),
        ({"grain": "declines", "good-news": "asserts"}, "declines"),
        ({"good-news": "asserts"}, SPEAKS),
        ({"proposed": "denies"}, SPEAKS),
        ({"took-place": "doubts", "grain": "declines"}, "doubts"),
        ({"planned": "denies", "grain": "declines"}, "plan: denies"),
    ],
)
@pytest.mark.parametrize(
    "who, cell", [("trump-transition", "united_states"), ("ukraine", "ukraine"), ("tass", "press")]
)
def test_who_speaks_of_a_contact_has_a_word_on_record(record, who, cell, said, shown):
    """A side that spoke of the contact shows its word on it; else that it refused to say, else that it spoke of something else about it; party or not."""
    for id, kind in (
        ("planned", "plan"),
        ("grain", "content"),
        ("proposed", "initiative"),
        ("good-news", "assessment"),
    ):
        record.claim(id, kind, "call")
    record.statement("a", who, said, "2024-11-11")
    assert record.rows("contact_standing", cell) == [(shown,)]


def test_a_side_that_only_comments_on_a_plan_has_a_word_on_record(record):
    """What is said of the agenda of a contact that was only planned is no word on the plan, and is not hidden."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.claim("agenda", "content", "summit")
    record.statement("a", "kremlin", {"agenda": "asserts"}, "2025-10-16")
    assert record.rows("contact_standing", "standing", "russia", "united_states", order="date DESC")[0] == (
        "none",
        SPEAKS,
        NOTHING_FOUND,
    )


def test_speakers_in_nobodys_name_have_a_column(record):
    """Who speaks for no organization is shown by name or description, with his last word; the unnamed as "unattributed", a narrated line as such; opinion not at all."""
    record.claim("grain", "content", "call")
    record.source("column", "washington-post", genre="opinion")
    assert record.rows("contact_standing", "in_nobodys_name") == [("none",)]
    said = [
        ("a", "", "the report", "took-place", "asserts", "2024-11-11", "own"),
        ("b", "", "media reports", "took-place", "asserts", "2024-11-11", "unattributed"),
        ("c", "/steve-witkoff", "", "took-place", "denies", "2024-11-11", "direct"),
        ("d", "/steve-witkoff", "", "took-place", "allows", "2024-11-12", "direct"),
        ("e", "/donald-trump", "", "took-place", "asserts", "2024-11-12", "narrated"),
        ("f", "", "a diplomat", "grain", "declines", "2024-11-12", "indirect"),
        ("g", "", "an adviser", "grain", "denies", "2024-11-12", "indirect"),
    ]
    for id, who, label, claim, stance, date, form in said:
        record.statement(id, who, {claim: stance}, date, form=form, speaker_label=label)
    record.statement(
        "h", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    assert record.rows("contact_standing", "standing", "in_nobodys_name") == [
        (
            "reported only",
            "Donald Trump (narrated): asserts; Steve Witkoff: allows; a diplomat: declines; "
            f"an adviser: {SPEAKS}; the report: asserts; unattributed: asserts",
        )
    ]


def test_every_report_shows_who_reports_it():
    """Whoever says that a contact took place or was planned, and makes it "reported only", is seen to say so in its row."""
    words = ("asserts", "confirms", "allows", "describes it")
    with Record() as record:
        voices = [
            ("bloomberg", {}),
            ("ukraine", {}),
            ("truth-social", {}),
            ("bloomberg", {"medium": "leaked-record", "speaker_label": "the materials"}),
            ("kremlin/yuri-ushakov", {"medium": "leaked-record"}),
            ("", {"medium": "leaked-record", "speaker_label": "the materials"}),
            ("", {"speaker_label": "the report"}),
            ("", {"form": "unattributed"}),
            ("/donald-trump", {"form": "narrated"}),
            ("/donald-trump", {}),
            ("kremlin/dmitry-peskov", {}),
        ]
        for number, (who, cells) in enumerate(voices):
            for kind in ("occurrence", "plan", "duration", "content"):
                for stance in ("asserts", "confirms", "allows", "declines", "doubts"):
                    event = record.event(f"{number}-{kind}-{stance}", "call", "2025-10-16")
                    record.claim(event, kind, event)
                    record.statement(event, who, {event: stance}, "2025-10-17", **cells)
        columns = "russia", "united_states", "ukraine", "europe", "press", "other", "in_nobodys_name"
        rows = record.rows("contact_standing", "event_id", "standing", *columns)
    reported = {event: cells for event, standing, *cells in rows if standing == "reported only"}
    assert len(reported) > 40
    assert [event for event, cells in reported.items() if not any(word in " ".join(cells) for word in words)] == []


def test_a_report_that_was_taken_back_is_none(record):
    """A contact that an outlet reported, and then denied, is reported by nobody."""
    record.statement("a", "bloomberg", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "bloomberg", {"took-place": "denies"}, "2024-11-12")
    assert record.rows("contact_standing", "standing", "press") == [("none", "denies")]


def test_denying_or_allowing_a_subject_acknowledges_nothing(record):
    """ "It was not discussed", or "it may have been", does not say that the contact took place."""
    record.claim("grain", "content", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"grain": "denies"}, "2024-11-11")
    record.statement("b", "trump-transition", {"grain": "allows"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia", "united_states") == [("none", SPEAKS, SPEAKS)]


def test_what_was_to_be_said_in_a_planned_contact_acknowledges_nothing(record):
    """A contact that was only planned is announced, whatever is said of its agenda."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.claim("agenda", "content", "summit")
    record.statement("a", "white-house/donald-trump", {"summit-planned": "asserts", "agenda": "asserts"}, "2025-10-16")
    assert record.rows("contact_standing", "standing", "united_states", order="date DESC")[0] == (
        "announced",
        "plan: asserts",
    )


def test_opinion_counts_in_no_standing(record):
    """An author's own words in an opinion piece never make a contact more than "opinion only"."""
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a", "white-house/steve-witkoff", {"took-place": "asserts"}, "2024-11-14", form="own", source="column"
    )
    assert record.rows("contact_standing", "standing", "united_states") == [("opinion only", NOTHING_FOUND)]


@pytest.mark.parametrize(
    "kind, stance, expected",
    [
        ("occurrence", "allows", "opinion only"),
        ("plan", "asserts", "opinion only"),
        ("duration", "asserts", "opinion only"),
        ("duration", "allows", "none"),
        ("initiative", "asserts", "none"),
        ("occurrence", "doubts", "none"),
    ],
)
def test_opinion_tells_of_a_contact_as_others_do(record, kind, stance, expected):
    """An author's opinion counts as one on the contact where the same stance of anybody else would count as a report."""
    record.claim("opined", kind, "call")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "", {"opined": stance}, "2024-11-14", form="own", source="column", speaker_label="the author")
    assert standing(record) == expected


def test_unattributed_and_narrated_count_for_the_side(record):
    """The unnamed and the narrated never count for a person, but a party's line they are."""
    record.statement("a", "kremlin", {"took-place": "asserts"}, "2024-11-11", form="unattributed")
    record.statement("b", "trump-transition/donald-trump", {"took-place": "asserts"}, "2024-11-11", form="narrated")
    assert standing(record) == "acknowledged by all"


def test_a_withdrawn_denial_no_longer_stands(record):
    """What counts is each side's last word, also when a colleague speaks it."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "confirms"}, "2024-11-12")
    assert record.rows("contact_standing", "standing", "russia") == [("acknowledged by one", "confirms")]


def test_a_split_party_is_disputed(record):
    """Where one voice of a party affirms and another denies, the contact is disputed, and the column shows both."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/vladimir-putin", {"took-place": "asserts"}, "2024-11-11")
    assert record.rows("contact_standing", "standing", "russia") == [("disputed", "asserts / denies")]


@pytest.mark.parametrize(
    "said, expected",
    [
        ([("white-house", "asserts", "2025-10-16")], "announced"),
        ([("white-house", "asserts", "2025-10-16"), ("kremlin", "denies", "2025-10-16")], "plan disputed"),
        ([("kremlin", "denies", "2025-10-15")], "plan denied"),
        ([("white-house", "asserts", "2025-10-16"), ("white-house", "denies", "2025-10-21")], "cancelled"),
        ([("kremlin", "asserts", "2025-10-16"), ("white-house", "denies", "2025-10-21")], "plan disputed"),
        ([("kremlin", "denies", "2025-10-15"), ("kremlin", "confirms", "2025-10-16")], "announced"),
        ([("bloomberg", "asserts", "2025-10-16")], "plan reported"),
        ([("bloomberg", "asserts", "2025-10-16"), ("kremlin", "denies", "2025-10-21")], "plan denied"),
    ],
)
def test_plans_are_announced_denied_or_cancelled(record, said, expected):
    """Cancelled: a party takes back what it announced; where another denies it, the plan is disputed."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    for number, (who, stance, date) in enumerate(said):
        record.statement(f"s-{number}", who, {"summit-planned": stance}, date)
    assert standing(record, "summit") == expected


@pytest.mark.parametrize(
    "kind, stance, standing, told",
    [
        ("position", "asserts", "announced", "by one party"),
        ("forecast", "allows", "announced", "by one party"),
        ("initiative", "denies", "announced", "by one party"),
        ("position", "denies", "plan disputed", "disputed"),
        ("forecast", "denies", "plan disputed", "disputed"),
        ("initiative", "asserts", "plan disputed", "disputed"),
        ("assessment", "asserts", "plan disputed", "disputed"),
    ],
)
def test_not_yet_disputes_no_announcement(record, kind, stance, standing, told):
    """ "I expect" and "not yet arranged" are both true: what else a party says of the contact shows which denial its own is."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    for id, of in (("summit-planned", "plan"), ("more", kind)):
        record.claim(id, of, "summit")
    record.statement("yes", "white-house", {"summit-planned": "asserts"}, "2025-10-16")
    record.statement("no", "kremlin/dmitry-peskov", {"summit-planned": "denies"}, "2025-10-17")
    found = "contact_standing", "standing", "russia", "united_states"
    where = "event_id <> 'summit', rowid"
    assert record.rows(*found, order=where)[0] == ("plan disputed", "plan: denies", "plan: asserts")
    record.statement("more", "kremlin/dmitry-peskov", {"more": stance}, "2025-10-17")
    assert record.rows(*found, order=where)[0] == (standing, "plan: denies", "plan: asserts")
    assert dict(record.rows("accounts", "claim_id", "told"))["summit-planned"] == told
    record.statement("white-house-no", "white-house", {"summit-planned": "denies"}, "2025-10-16")
    assert record.rows(*found, order=where)[0][0] == "plan disputed"


def test_two_parts_of_one_journey_name_each_other(record):
    """Contacts that are tied to one third are tied to each other, and to nothing beyond."""
    for id in ("journey", "meeting", "talks", "other"):
        record.event(id, "meeting", "2025-02-11")
        record.claim(f"{id}-held", "occurrence", id)
    for part in ("meeting", "talks"):
        record.tables["events"][[row["id"] for row in record.tables["events"]].index(part)]["part_of_id"] = "journey"
    ties = {"journey": "meeting; talks", "meeting": "journey; talks", "talks": "journey; meeting", "other": "none"}
    for table in ("contact_standing", "accounts"):
        assert ties.items() <= dict(record.rows(table, "event_id", "perhaps_with")).items(), table


def test_a_plan_is_cancelled_on_one_day_only_if_a_text_says_so(record):
    """On one day a denial cancels an announcement only where a text puts it after."""
    record.event("summit", "meeting", "2025-10", ("kremlin", "white-house"))
    record.claim("summit-planned", "plan", "summit")
    record.statement("z", "white-house", {"summit-planned": "asserts"}, "2025-10-21")
    record.statement("a", "white-house", {"summit-planned": "denies"}, "2025-10-21", after_id="z")
    record.event("call-back", "call", "2025-10", ("kremlin", "white-house"))
    record.claim("call-planned", "plan", "call-back")
    record.statement("y", "white-house", {"call-planned": "asserts"}, "2025-10-21")
    record.statement("b", "white-house", {"call-planned": "denies"}, "2025-10-21")
    assert (standing(record, "summit"), standing(record, "call-back")) == ("cancelled", "plan disputed")


def test_contacts_do_not_borrow_from_each_other(record):
    """Each contact stands by its own accounts, whatever the same voices say of others."""
    said = {
        "held": ("occurrence", [("kremlin", "asserts", "2025-03-02"), ("white-house", "confirms", "2025-03-03")]),
        "denied": ("occurrence", [("kremlin", "denies", "2025-03-02"), ("bloomberg", "asserts", "2025-03-01")]),
        "reported": ("occurrence", [("bloomberg", "asserts", "2025-03-01"), ("kremlin", "declines", "2025-03-02")]),
        "announced": ("plan", [("kremlin", "asserts", "2025-03-02")]),
        "cancelled": ("plan", [("white-house", "asserts", "2025-03-01"), ("white-house", "denies", "2025-03-04")]),
        "refused": ("plan", [("kremlin", "denies", "2025-03-02"), ("white-house", "declines", "2025-03-02")]),
    }
    for event, (kind, statements) in said.items():
        record.event(event, "call", "2025-03", ("kremlin", "white-house"))
        record.claim(f"{event}-claim", kind, event)
        for who, stance, date in statements:
            record.statement(f"{event}-{who}-{stance}", who, {f"{event}-claim": stance}, date)
    assert dict(record.rows("contact_standing", "event_id", "standing")) == {
        "call": "none",
        "held": "acknowledged by all",
        "denied": "denied by a party",
        "reported": "reported only",
        "announced": "announced",
        "cancelled": "cancelled",
        "refused": "plan denied",
    }


def test_a_confirmed_plan_is_no_acknowledgement(record):
    """Who confirmed only that a call was planned has not acknowledged it: the column shows the plan."""
    record.claim("planned", "plan", "call")
    record.statement("a", "kremlin/yuri-ushakov", {"took-place": "asserts"}, "2024-11-11")
    record.statement("b", "trump-transition/donald-trump", {"planned": "confirms"}, "2024-11-06")
    assert record.rows("contact_standing", "standing", "united_states") == [("acknowledged by one", "plan: confirms")]


def test_a_leaked_record_flags_the_contact_and_acknowledges_nothing(record):
    """Words from a leaked record are reported, not said to the public, and mark the contact as leaked."""
    record.statement("a", "kremlin/yuri-ushakov", {"took-place": "asserts"}, "2025-11-25", medium="leaked-record")
    assert record.rows("contact_standing", "standing", "leaked", "russia", "press", "in_nobodys_name") == [
        ("reported only", 1, NOTHING_FOUND, "asserts (leaked record)", "none")
    ]


@pytest.mark.parametrize(
    "kind, outlet, shown",
    [
        ("occurrence", None, "asserts (leaked record)"),
        ("occurrence", "asserts", "asserts / asserts (leaked record)"),
        ("occurrence", "doubts", "doubts / asserts (leaked record)"),
        ("duration", "asserts", "asserts / describes it (leaked record)"),
        ("plan", None, "plan: asserts (leaked record)"),
        ("assessment", None, f"{SPEAKS} (leaked record)"),
    ],
)
def test_a_leaked_record_is_shown_with_the_press(record, kind, outlet, shown):
    """What a leaked record says stands in the column of the press, marked, after what outlets say themselves."""
    record.claim("leaked-claim", kind, "call")
    record.statement(
        "a",
        "bloomberg",
        {"leaked-claim": "asserts"},
        "2025-11-25",
        medium="leaked-record",
        speaker_label="the materials",
    )
    if outlet:
        record.statement("b", "tass", {"took-place": outlet}, "2025-11-25")
    assert record.rows("contact_standing", "press") == [(shown,)]


def test_leaked_records_are_one_voice_beside_the_outlets(record):
    """Several leaked records have one word, whoever published them; a refusal of an outlet is not theirs."""
    record.claim("grain", "content", "call")
    record.statement("a", "", {"grain": "denies"}, medium="leaked-record", speaker_label="the materials")
    record.statement("b", "bloomberg", {"grain": "denies"}, medium="leaked-record", speaker_label="the recording")
    record.statement("c", "tass", {"grain": "declines"})
    assert record.rows("contact_standing", "press") == [(f"declines / {SPEAKS} (leaked record)",)]


def test_a_plan_in_a_leaked_record_announces_nothing(record):
    """What was never announced in public cannot be cancelled: the plan that a leaked record tells of is only denied."""
    record.claim("planned", "plan", "call")
    record.statement("a", "kremlin", {"planned": "asserts"}, "2024-11-05", medium="leaked-record")
    record.statement("b", "trump-transition", {"planned": "denies"}, "2024-11-06")
    assert standing(record) == "plan denied"


def test_who_tells_of_a_leak_and_of_the_contact_in_it_flags_the_contact(record):
    """A statement that asserts a leak and a contact marks the contact as leaked; one that only speaks of the leak does not."""
    leak(record)
    record.event("other", "call", "2025-07-03", ("kremlin", "white-house"))
    record.claim("other-took-place", "occurrence", "other")
    record.statement("a", "bloomberg", {"genuine": "asserts", "took-place": "asserts"}, "2025-11-25")
    record.statement(
        "b", "kremlin/dmitry-peskov", {"genuine": "downplays", "other-took-place": "asserts"}, "2025-11-30"
    )
    assert record.rows("contact_standing", "event_id", "leaked", order="event_id") == [("call", 1), ("other", 0)]


def test_a_host_of_no_side_lends_the_place(record):
    """Riyadh: who hosts and is of none of the sides with an account of their own is no party; as a participant he is one."""
    record.add("organizations", id="saudi-arabia", name="Saudi Arabia", kind="state", side="other", country="SA")
    record.event("talks", "meeting", "2025-02-18", ("kremlin", "white-house", "saudi-arabia//host"))
    record.claim("talks-held", "occurrence", "talks")
    record.statement("a", "kremlin", {"talks-held": "asserts"}, "2025-02-18")
    record.statement("b", "white-house", {"talks-held": "asserts"}, "2025-02-18")
    assert standing(record, "talks") == "acknowledged by all"
    record.tables["event_participants"][-1]["part"] = "participant"
    assert standing(record, "talks") == "acknowledged by some so far"
