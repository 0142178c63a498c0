"""Whose voice a stance is in a contact: who took part, the body in whose name he did, on that day, and who else."""

import pytest

from .record import NOTHING_FOUND, leak

CALL = ("kremlin/vladimir-putin", "trump-transition/donald-trump")


def office(record, person: str, body: str, start: str = "", end: str = "") -> None:
    record.add("roles", id=f"{person}-{body}", person_id=person, organization_id=body, title="x", start=start, end=end)


def body(record, id: str, kind: str = "office", side: str = "united-states", **cells: str) -> None:
    record.add("organizations", id=id, name=id, kind=kind, side=side, **cells)


def voice(record) -> list[tuple]:
    return record.rows("contact_voices", "voice", "side")


def shown(record, *columns: str) -> tuple:
    return record.rows("contact_standing", *columns)[0]


def test_another_administration_is_no_voice_of_a_private_call(record):
    """The White House of one President says nothing for the next: his side's column stays open, and its word stands beside."""
    body(record, "white-house-2021", end="2025-01-19")
    record.statement("a", "white-house-2021/steve-witkoff", {"took-place": "denies"}, "2024-11-08")
    assert voice(record) == [("side only", "united-states")]
    assert shown(record, "standing", "united_states", "others_of_the_sides", "in_nobodys_name") == (
        "none",
        NOTHING_FOUND,
        "Steve Witkoff, for white-house-2021: denies",
        "none",
    )
    assert record.rows("accounts", "told", "united_states", "others_of_the_sides") == [
        ("by nobody", NOTHING_FOUND, "Steve Witkoff, for white-house-2021: denies")
    ]


def test_a_word_beside_the_party_reports_the_contact(record):
    """Who is no voice of the party still says that it took place: it is reported, and acknowledged by nobody."""
    body(record, "white-house-2021", end="2025-01-19")
    record.statement("a", "white-house-2021", {"took-place": "asserts"}, "2024-11-08")
    assert shown(record, "standing", "united_states") == ("reported only", NOTHING_FOUND)
    assert record.rows("accounts", "told", "others_of_the_sides") == [("by others only", "white-house-2021: asserts")]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("trump-transition/steve-witkoff", "body"),
        ("white-house/donald-trump", "took part"),
        ("/donald-trump", "took part"),
        ("white-house/steve-witkoff", "side only"),
        ("/steve-witkoff", "nobody"),
        ("ukraine", "another side"),
        ("tass", "another side"),
    ],
)
def test_a_voice_is_of_who_took_part_or_of_the_body(record, who, expected):
    """Who took part speaks for his party in whoever's name, the body in which he did by anybody."""
    record.statement("a", who, {"took-place": "denies"}, "2025-03-01")
    assert [one for one, _ in voice(record)] == [expected]


def test_who_took_part_counts_for_the_side_for_which_he_did(record):
    """A participant who speaks for no organization is the party all the same."""
    record.statement("a", "/donald-trump", {"took-place": "denies"}, "2025-03-01")
    assert shown(record, "standing", "united_states", "in_nobodys_name") == ("denied by a party", "denies", "none")
    assert record.rows("accounts", "told", "united_states", "in_nobodys_name") == [("denied", "denies", "none")]


def test_a_judged_line_is_not_his_word(record):
    """What a source only judges counts for nobody who took part."""
    record.statement("a", "/donald-trump", {"took-place": "denies"}, "2025-03-01", form="narrated")
    assert voice(record) == [("nobody", "none")]
    assert shown(record, "standing", "united_states") == ("none", NOTHING_FOUND)


@pytest.mark.parametrize(("day", "expected"), [("2025-01-19", "side only"), ("2025-01-20", "body"), ("", "body")])
def test_the_body_is_that_of_the_day_of_the_words(record, day, expected):
    """Where a person who took part holds an office on that day, its body speaks for the party; an unknown day rules nothing out."""
    office(record, "donald-trump", "white-house", "2025-01-20")
    record.statement("a", "white-house/steve-witkoff", {"took-place": "denies"}, day)
    assert [one for one, _ in voice(record)] == [expected]


def test_an_office_of_the_other_side_is_no_voice(record):
    """A body speaks for a party of its own side alone."""
    office(record, "donald-trump", "rdif")
    record.statement("a", "rdif/kirill-dmitriev", {"took-place": "denies"}, "2025-03-01")
    assert voice(record) == [("side only", "russia")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, "state"),
        ({"end": "2025-02-11"}, "side only"),
        ({"start": "2025-02-13"}, "side only"),
        ({"end": "2025-02-12", "start": "2025-02-12"}, "state"),
        ({"country": "RU"}, "side only"),
        ({"kind": "campaign"}, "side only"),
        ({"kind": "transition"}, "side only"),
    ],
)
def test_a_state_that_took_part_speaks_through_its_bodies_of_that_day(record, cells, expected):
    """The bodies of a state are those that were there on the day of the contact; a campaign is none."""
    body(record, "united-states", "state")
    body(record, "treasury", **{"kind": "state-body"} | cells)
    record.event("talks", "meeting", "2025-02-12", ("kremlin", "united-states"))
    record.claim("talks-held", "occurrence", "talks")
    record.statement("a", "treasury", {"talks-held": "asserts"}, "2025-02-12")
    assert [one for one, _ in voice(record)] == [expected]


@pytest.mark.parametrize(("day", "expected"), [("2025-03-01", "side only"), ("2024-11-30", "state")])
def test_a_state_speaks_for_its_body_while_that_is_there(record, day, expected):
    """What is put down to a capital counts for its body that took part, until another comes after it."""
    body(record, "united-states", "state")
    body(record, "office-2021", end="2025-01-19")
    record.event("talks", "call", "2024-11-12", ("kremlin", "office-2021"))
    record.claim("talks-held", "occurrence", "talks")
    record.statement("a", "united-states", {"talks-held": "denies"}, day)
    assert [one for one, _ in voice(record)] == [expected]


def test_an_outlet_is_never_a_party(record):
    """The side that reports has no voice of a party, even where an outlet took part."""
    record.event("talks", "meeting", "2025-02-12", ("kremlin", "tass"))
    record.claim("talks-held", "occurrence", "talks")
    record.statement("a", "tass", {"talks-held": "asserts"}, "2025-02-12")
    assert voice(record) == [("another side", "press")]


def test_a_plan_is_cancelled_by_a_voice_of_the_party_that_announced_it(record):
    """What another body of the side announced is not taken back by the party's denial."""
    record.event("summit", "meeting", "2025-10", CALL)
    record.claim("summit-planned", "plan", "summit")
    record.statement("a", "white-house/steve-witkoff", {"summit-planned": "asserts"}, "2024-11-10")
    record.statement("b", "trump-transition/donald-trump", {"summit-planned": "denies"}, "2024-11-11")
    assert ("plan denied",) in record.rows("contact_standing", "standing")
    record.statement("c", "trump-transition/donald-trump", {"summit-planned": "asserts"}, "2024-11-09")
    assert ("cancelled",) in record.rows("contact_standing", "standing")


@pytest.fixture
def leaked(record):
    """A leak of which the press tells together with the call."""
    leak(record)
    record.claim("behind-it", "responsibility", "leak")
    record.statement("told", "bloomberg", {"took-place": "asserts", "genuine": "asserts"}, "2025-11-25")
    return record


def test_a_participants_word_on_a_leak_shows_on_the_contact(leaked):
    """Who took part and calls the leak of it fake has not said nothing: the contact shows it, on each claim of it, too."""
    leaked.statement("fake", "rdif/vladimir-putin", {"genuine": "denies"}, "2025-11-26")
    assert shown(leaked, "standing", "russia", "united_states") == ("reported only", "leak: denies", NOTHING_FOUND)
    assert leaked.rows("accounts", "claim_id", "told", "russia") == [("took-place", "by others only", "leak: denies")]


def test_who_took_no_part_does_not_speak_of_his_own_conversation(leaked):
    """Another of the side who calls it fake says nothing of a conversation of his own."""
    leaked.statement("fake", "kremlin/dmitry-peskov", {"genuine": "denies"}, "2025-11-26")
    assert shown(leaked, "russia") == (NOTHING_FOUND,)
    assert leaked.rows("accounts", "russia") == [(NOTHING_FOUND,)]


def test_a_word_on_the_contact_stands_before_one_on_the_leak(leaked):
    """Both are shown."""
    leaked.statement("fake", "kremlin/vladimir-putin", {"genuine": "denies", "took-place": "declines"}, "2025-11-26")
    assert shown(leaked, "russia") == ("declines / leak: denies",)
    assert leaked.rows("accounts", "russia") == [("declines",)]


def test_a_word_on_who_leaked_is_none_on_whether_it_is_genuine(leaked):
    """It is said that he speaks of the leak alone."""
    leaked.statement("who", "kremlin/vladimir-putin", {"behind-it": "denies"}, "2025-11-26")
    assert shown(leaked, "russia") == ("speaks of the leak alone",)


def test_a_leak_of_another_contact_is_none_of_this(record):
    """Nobody tells of both in one statement: a word on the leak shows on no contact."""
    leak(record)
    record.statement("told", "bloomberg", {"genuine": "asserts"}, "2025-11-25")
    record.statement("reported", "washington-post", {"took-place": "asserts"}, "2025-11-25")
    record.statement("fake", "kremlin/vladimir-putin", {"genuine": "denies"}, "2025-11-26")
    assert shown(record, "russia") == (NOTHING_FOUND,)


@pytest.mark.parametrize(("basis", "events"), [("stated", {"call"}), ("inferred", {"call", "talk"})])
def test_what_a_text_says_is_one_is_folded_and_what_is_inferred_is_not(record, basis, events):
    """Accounts of a contact that is stated to be another stand with that; where it is inferred each keeps its own, and names the other."""
    record.event("talk", "contact", "2024-11-07", ("kremlin", "trump-transition"))
    record.tables["events"][-1] |= {"same_as_id": "call", "same_as_basis": basis}
    record.claim("talk-held", "occurrence", "talk")
    record.statement("a", "kremlin/vladimir-putin", {"talk-held": "asserts"}, "2024-11-08")
    found = record.rows("accounts", "event_id", "claim_id", "perhaps_with")
    assert {one for one, *_ in found} == events and len(found) == 2
    told = dict(record.rows("accounts", "claim_id", "told"))
    # Who says of one of two that are one that it took place says so of both.
    assert told == {
        "talk-held": "by one party",
        "took-place": {"stated": "by one party", "inferred": "by nobody"}[basis],
    }
    standings = {"stated": [("acknowledged by one",)], "inferred": [("none",), ("acknowledged by one",)]}[basis]
    assert record.rows("contact_standing", "standing", order="event_id") == standings
    tie = {"stated": {"none"}, "inferred": {"talk", "call"}}[basis]
    assert {one for *_, one in found} == tie
    # A person of the side who is named in one of the two stands for its body in the other.
    assert shown(record, "participants") == ("Donald Trump, Vladimir Putin",)


def test_an_office_is_never_told_twice(record):
    """Two terms with one title are one office, where the day of the words may lie in both."""
    for start, end in (("2017-01-20", "2021-01-19"), ("2025-01-20", "")):
        given = {"person_id": "donald-trump", "organization_id": "white-house", "title": "US President"}
        record.add("roles", id=f"r-{start}", start=start, end=end, **given)
    record.statement("a", "white-house/donald-trump", {"took-place": "denies"}, "../2025-07-03")
    assert record.rows("readouts", "office") == [("US President",)]
