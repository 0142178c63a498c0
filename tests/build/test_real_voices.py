"""Who speaks for whom, on the real record: each case was once told otherwise."""

import csv

from ..conftest import ROOT
from .test_coverage import asked


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_bidens_white_house_is_no_party_to_trumps_private_calls(served):
    """Haines and Simons speak beside the party, each with the body, and Trump's own answers stay."""
    sql = "SELECT united_states, others_of_the_sides FROM {} WHERE {} = '2021-trump-putin-calls-after-office{}'"
    beside = (
        "Avril Haines, for Office of the Director of National Intelligence under Joe Biden: declines; "
        "Emilie Simons, for The White House under Joe Biden: declines"
    )
    assert asked(served, sql.format("contact_standing", "event_id", "")) == [("declines / doubts / denies", beside)]
    assert asked(served, sql.format("accounts", "claim_id", "-took-place"))[0][1] == beside


def test_no_voice_of_a_party_belongs_to_another_administration(served):
    """Of the American side nobody speaks for a party in the name of a body that was over on that day, or not there yet."""
    sql = """SELECT contact_voices.statement_id FROM contact_voices
JOIN statements ON statements.id = contact_voices.statement_id
JOIN organizations ON organizations.id = statements.organization_id
WHERE statements.date_earliest > organizations.end_latest OR statements.date_latest < organizations.start_earliest"""
    assert asked(served, sql) == []
    beside = {
        one for (one,) in asked(served, "SELECT DISTINCT organization FROM contact_voices WHERE voice = 'side only'")
    }
    assert beside >= {
        "Office of the Director of National Intelligence under Joe Biden",
        "Russia's Foreign Ministry",
        "Russian Direct Investment Fund",
        "The White House under Joe Biden",
    }


def test_her_title_is_that_of_the_white_house(served):
    """The Russian text calls her the press secretary; she was a deputy."""
    sql = "SELECT DISTINCT office FROM readouts WHERE speaker = 'Emilie Simons'"
    assert asked(served, sql) == [("White House Senior Deputy Press Secretary",)]


def test_waltz_speaks_for_the_team_in_which_trump_was_on_that_day(served):
    """Of a call meant for the time in office he spoke before it began."""
    sql = "SELECT DISTINCT voice FROM contact_voices WHERE statement_id = '2025-01-12-waltz-expects-call'"
    assert asked(served, sql) == [("body",)]


def test_the_kremlin_speaks_for_russia(served):
    """Where a text names the states alone their offices speak for them."""
    sql = "SELECT DISTINCT voice FROM contact_voices WHERE event_id = '2025-02-washington-moscow-contacts'"
    assert asked(served, sql) == [("state",)]


def test_dmitrievs_fake_shows_on_his_conversation(served):
    """He called the publication of it fake; on the call of Witkoff Ushakov takes it for granted, and denies a part in the leak."""
    sql = "SELECT event_id, standing, russia FROM contact_standing WHERE leaked AND event_id LIKE '2025-ushakov%' ORDER BY 1"
    assert asked(served, sql) == [
        ("2025-ushakov-dmitriev-conversation", "reported only so far", "leak: denies"),
        ("2025-ushakov-witkoff-call", "acknowledged by all", "asserts / leak: denies"),
    ]


def test_no_office_stands_twice(served):
    """Neither in the flat table nor among the offices of a person."""
    offices = asked(served, "SELECT office FROM readouts WHERE office LIKE '%;%' UNION SELECT offices FROM people")
    parts = [one.split("; ") for (one,) in offices if one]
    assert parts and all(len(one) == len(set(one)) for one in parts)
    sql = "SELECT DISTINCT office FROM readouts WHERE statement_id = '2025-07-trump-confirms-planned-call'"
    assert asked(served, sql) == [("US President",)]


def test_accounts_of_13_march_stand_with_one_contact(served):
    """The discussions of which Trump told are the meeting with Witkoff, by the White House."""
    sql = "SELECT event_id FROM accounts WHERE claim_id = '2025-03-13-us-putin-discussions-took-place'"
    assert asked(served, sql) == [("2025-03-13-putin-witkoff-meeting",)]
    folded = "SELECT count(*) FROM accounts JOIN events ON events.id = accounts.event_id WHERE same_as_basis = 'stated'"
    assert asked(served, folded) == [(0,)]


def test_a_host_speaks_nowhere():
    """Where the publisher is not known, the host says nothing, and the text of November 2024 is told as a report."""
    hosts = {row["host_id"] for row in rows("sources")} - {""}
    assert "zee-news" in hosts and len(hosts) > 10
    assert not [row["id"] for row in rows("statements") if row["organization_id"] in hosts]
    reports = [row for row in rows("statements") if row["id"].startswith("2024-11-11-report-")]
    assert len(reports) == 3 and {row["speaker_label"] for row in reports} == {"the report"}
