"""Three questions of a reporter, asked of the real record: what must be among the answers, and what must not, with reasons.

The record grows: a test names rows that hold whatever is added, and holds that none is missing by working the answers
out of the base tables in another way.
"""

import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date

import pytest

from ..conftest import QUESTIONS, VOCABULARY

FIRM = {2: set(VOCABULARY.firm(2)), -2: set(VOCABULARY.firm(-2))}
PRESENT = set(VOCABULARY.names("part", "present"))
CONTACTS = set(VOCABULARY.names("event-kind", "contact"))
REPORTS = {*VOCABULARY.names("side", "reporter"), *VOCABULARY.names("side", "rest")}


@pytest.fixture(scope="module")
def connection(built_file):
    """The built record."""
    with closing(sqlite3.connect(built_file)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def ask(connection):
    """The rows of a question, asked with its defaults unless a value is given."""

    def answer(name: str, **values: str) -> list[dict]:
        question = next(one for one in QUESTIONS if one.name == name)
        return [dict(row) for row in connection.execute(question.sql, question.defaults | values)]

    return answer


@pytest.fixture(scope="module")
def said(connection):
    """Every plain firm stance of the base tables that somebody holds to, with its claim, event and the side of its body.

    Worked out with none of the derived tables: opinion is what an opinion page has in the author's own text.
    """
    taken_back = {
        row[0] for row in connection.execute("SELECT takes_back_id FROM statements WHERE takes_back_id IS NOT NULL")
    }
    rows = connection.execute(
        """SELECT stances.*, statements.speaker_id, statements.register, statements.medium, statements.date_earliest,
        claims.kind, claims.event_id, events.kind AS event_kind, organizations.side, sources.genre, quotations.form,
        CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END AS contact
        FROM stances JOIN statements ON statements.id = stances.statement_id JOIN claims ON claims.id = stances.claim_id
        JOIN events ON events.id = claims.event_id JOIN quotations ON quotations.id = stances.quotation_id
        JOIN sources ON sources.id = quotations.source_id
        LEFT JOIN organizations ON organizations.id = statements.organization_id"""
    )
    return [
        row
        for row in map(dict, rows)
        if row["basis"] != "logic"
        and row["register"] == "plain"
        and row["medium"] != "leaked-record"
        and row["statement_id"] not in taken_back
        and not (row["genre"] == "opinion" and row["form"] == "own")
    ]


@pytest.fixture(scope="module")
def took_part(connection):
    """For each contact, as its rows have it, the sides and the people that took part, hosts of no side's left out."""
    found: dict[str, tuple[set, set]] = defaultdict(lambda: (set(), set()))
    for row in connection.execute(
        """SELECT CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END AS contact, part, person_id, side
        FROM event_participants JOIN events ON events.id = event_id JOIN organizations ON organizations.id = organization_id"""
    ):
        if row["part"] in PRESENT:
            found[row["contact"]][0].update({row["side"]} - REPORTS)
            found[row["contact"]][1].update({row["person_id"]} - {None})
    return found


# ---- "Which denials by the Kremlin of a contact did it acknowledge later?"


MUST_BE_DENIALS = {
    # contact: why it is one of the answers
    "2024-11-07-trump-putin-call": "Peskov called the report of the call pure fiction, on 11 November 2024",
    "2021-trump-putin-calls-after-office": "Peskov: not true that they had telephoned, on 8 October 2024",
    "2022-putin-musk-contacts": "Peskov denied the contacts of Putin and Musk, on 25 October 2024",
    "2025-06-17-trump-putin-conversation": "Trump said “I spoke with him yesterday”, and Peskov that there was no call",
}
MUST_NOT_BE_DENIALS = {
    "2025-02-12-putin-trump-call": "both sides told of it on the same day",
    "2024-11-putin-trump-call-planned": "what was denied is a plan of a call, and no call",
    "2025-trump-putin-call-before-12-february": "the Kremlin neither confirmed nor denied it: a refusal is no denial",
}


def test_denials_by_the_kremlin(ask):
    """Every denial of a contact by Russia is there, and what is a refusal, or the denial of a plan, is not."""
    found = {row["event_id"] for row in ask("which_denials_were_followed", side="russia")}
    for contact, why in MUST_BE_DENIALS.items():
        assert contact in found, why
    for contact, why in MUST_NOT_BE_DENIALS.items():
        assert contact not in found, why


def test_a_fund_of_the_state_denied_what_the_kremlin_acknowledged(ask):
    """The fund said on 8 May 2025 that there were no talks on gas, Ushakov on the 9th that there were: marked as another body."""
    rows = ask("which_denials_were_followed", side="russia", followed="acknowledged later")
    [row] = [row for row in rows if row["event_id"] == "2025-05-us-russia-gas-talks"]
    assert (row["whose"], row["followed"], row["later_speaker"], row["days"]) == (
        "another body of the side",
        "acknowledged later",
        "Yuri Ushakov",
        1,
    )


def test_no_denial_of_a_contact_is_missing(ask, said, took_part):
    """All firm denials of a contact in the base tables by bodies of a side that took part are answers; no answer is another."""
    found = {(row["statement_id"], row["claim_id"]) for row in ask("which_denials_were_followed")}
    every = [
        row
        for row in said
        if row["kind"] == "occurrence" and row["stance"] in FIRM[-2] and row["event_kind"] in CONTACTS
    ]
    of_parties = {
        (row["statement_id"], row["claim_id"]) for row in every if row["side"] in took_part[row["contact"]][0]
    }
    assert len(of_parties) > 15 and of_parties <= found
    assert found <= {(row["statement_id"], row["claim_id"]) for row in every}


def test_what_followed_a_denial_is_an_acknowledgement_of_the_same_side(ask, said, took_part):
    """Each is followed just where the base tables have a later firm word of that side for the same contact."""
    tells = defaultdict(list)
    for row in said:
        if (
            row["stance"] in FIRM[2]
            and row["kind"] == "occurrence"
            and row["speaker_id"] in took_part[row["contact"]][1]
        ):
            tells[row["contact"], row["side"]].append(row["date_earliest"] or "")
    for row in ask("which_denials_were_followed"):
        later = [day for day in tells[row["event_id"], row["side"]] if day > row["date"].rstrip("?").split("/")[-1]]
        if row["followed"] == "no acknowledgement is coded":
            assert not later and row["later_statement_id"] is None, row["statement_id"]
        else:
            assert (row["later_statement_id"] and row["days"] is None) or row["days"] >= 0, row["statement_id"]


def test_the_finding_and_the_question_agree(ask, connection):
    """A contact that the finding counts as acknowledged later has a denial in the answers that says so, and the other way round."""
    rows = connection.execute(
        "SELECT event_id, side FROM finding_cases WHERE finding = 'denied_then_acknowledged' AND result = 'acknowledged later'"
    )
    counted = {tuple(row) for row in rows}
    answered = {
        (row["event_id"], row["side"])
        for row in ask("which_denials_were_followed", followed="acknowledged later")
        if not row["whose"]
    }
    assert counted == answered
    denied = "SELECT event_id, side FROM finding_cases WHERE finding = 'denied_then_acknowledged'"
    assert {tuple(row) for row in connection.execute(denied)} == {
        (row["event_id"], row["side"]) for row in ask("which_denials_were_followed")
    }


# ---- "Which contacts does one side alone acknowledge?"


MUST_BE_ALONE = {
    "2025-02-11-witkoff-putin-meeting": (
        "united-states",
        "the White House told of it, and the Kremlin declined to speak of it",
    ),
    "2025-trump-putin-call-before-12-february": (
        "united-states",
        "Trump told of a call, and the Kremlin neither confirmed nor denied",
    ),
    "2025-putin-trump-undisclosed-calls": (
        "united-states",
        "Trump spoke of other calls, and the Kremlin would not rule them out",
    ),
    "2025-03-11-ratcliffe-naryshkin-call": ("russia", "the SVR told of it, and the CIA declined to comment"),
}
MUST_NOT_BE_ALONE = {
    "2025-02-12-putin-trump-call": "both told of it",
    "2025-02-18-riyadh-talks": "both told of them",
    "2024-11-07-trump-putin-call": "the press told of it, Moscow denied it, and Washington declined to say",
    "2025-06-17-trump-putin-conversation": "Moscow denied what Washington told: it is disputed",
}


def test_contacts_that_one_side_alone_acknowledges(ask):
    """They are there with one choice, and under the side that acknowledges them; what both tell, or one denies, is not."""
    found = {row["event_id"] for row in ask("which_contacts_are_acknowledged", standing="acknowledged by one")}
    for contact, (side, why) in MUST_BE_ALONE.items():
        assert contact in found, why
        for other in ("russia", "united-states"):
            rows = ask("which_contacts_are_acknowledged", standing="acknowledged by one", side=other)
            assert (contact in {row["event_id"] for row in rows}) == (other == side), why
    for contact, why in MUST_NOT_BE_ALONE.items():
        assert contact not in found, why


def test_no_contact_of_one_side_is_missing(ask, said, took_part):
    """Where those who took part for one side say that it took place, and the base tables have no word of another, it is an answer."""
    found = {row["event_id"] for row in ask("which_contacts_are_acknowledged", standing="acknowledged by one")}
    sides, spoken = defaultdict(set), defaultdict(set)
    for row in said:
        if row["side"] in took_part[row["contact"]][0]:
            spoken[row["contact"]].add(row["side"])
            if (
                row["kind"] == "occurrence"
                and row["stance"] in FIRM[2]
                and row["speaker_id"] in took_part[row["contact"]][1]
            ):
                sides[row["contact"]].add(row["side"])
    alone = {contact for contact, some in sides.items() if len(some) == 1 and spoken[contact] == some}
    denied = {row["contact"] for row in said if row["kind"] == "occurrence" and row["stance"] in FIRM[-2]}
    assert len(alone - denied) > 5 and alone - denied <= found


def test_none_of_them_is_acknowledged_by_two(ask, said, took_part):
    """No answer has a firm word that it took place from people of two sides that took part in it."""
    sides = defaultdict(set)
    for row in said:
        if (
            row["kind"] == "occurrence"
            and row["stance"] in FIRM[2]
            and row["speaker_id"] in took_part[row["contact"]][1]
        ):
            sides[row["contact"]].add(row["side"])
    for row in ask("which_contacts_are_acknowledged", standing="acknowledged by one"):
        assert len(sides[row["event_id"]] & took_part[row["event_id"]][0]) < 2, row["event_id"]


# ---- "What followed "no call is planned"?"


MUST_FOLLOW = {
    # statement: the contact that followed, and in how many days at most
    "2025-04-04-peskov-no-call-planned": (
        "2025-05-19-putin-trump-call",
        45,
        "the call of 19 May 2025 is the next that both tell of",
    ),
    "2025-05-29-peskov-no-call-planned": ("2025-06-04-putin-trump-call", 6, "they telephoned on 4 June 2025"),
    "2024-11-11-peskov-no-concrete-plans": (
        "2025-02-12-putin-trump-call",
        93,
        "the call of 12 February 2025 is the first acknowledged",
    ),
    "2025-03-14-leavitt-no-call-scheduled": ("2025-03-18-putin-trump-call", 4, "they telephoned on 18 March 2025"),
}


def test_what_followed_no_call_is_planned(ask):
    """Each with the contact that came next, in days at most; what was announced, or is no plan, is not there."""
    found = {row["statement_id"]: row for row in ask("what_followed_no_call_is_planned")}
    for statement, (contact, days, why) in MUST_FOLLOW.items():
        row = found[statement]
        assert row["days_at_most"] <= days, why
        assert row["days_at_most"] < days or row["next_event_id"] == contact, why
        assert row["next_contact_standing"].startswith("acknowledged"), why
    assert "2024-11-11-peskov-no-call" not in found, "that denies a call, and no plan of one"


def test_no_denial_of_a_plan_is_missing(ask, said):
    """All firm denials of a plan of a contact in the base tables are answers, and no answer is another."""
    found = {(row["statement_id"], row["claim_id"]) for row in ask("what_followed_no_call_is_planned")}
    every = {
        (row["statement_id"], row["claim_id"])
        for row in said
        if row["kind"] == "plan" and row["stance"] in FIRM[-2] and row["event_kind"] in CONTACTS
    }
    assert len(every) > 20 and found == every


def test_no_call_of_the_two_presidents_was_passed_over(ask, connection):
    """Worked out anew for calls of Putin and Trump: the next is the first acknowledged call of the two from that day on."""
    both = {"vladimir-putin", "donald-trump"}
    people = defaultdict(set)
    for row in connection.execute("SELECT event_id, person_id FROM event_participants WHERE person_id IS NOT NULL"):
        people[row["event_id"]].add(row["person_id"])
    calls = sorted(
        (row["date_latest"], row["date_earliest"], row["id"])
        for row in connection.execute(
            """SELECT events.* FROM events JOIN contact_standing ON contact_standing.event_id = events.id
            WHERE events.kind = 'call' AND contact_standing.standing LIKE 'acknowledged%'
            AND events.date_latest IS NOT NULL AND events.date_earliest IS NOT NULL"""
        )
        if both <= people[row["id"]]
    )
    kinds = dict(
        connection.execute(
            "SELECT claims.id, events.kind || ' ' || events.id FROM claims JOIN events ON events.id = event_id"
        )
    )
    days = dict(connection.execute("SELECT id, date_latest FROM statements WHERE date_earliest = date_latest"))
    checked = 0
    for row in ask("what_followed_no_call_is_planned"):
        kind, planned = kinds[row["claim_id"]].split()
        if kind == "call" and people[planned] == both and row["statement_id"] in days and row["next_event_id"]:
            after = [call for call in calls if call[1] >= days[row["statement_id"]]]
            if not row["next_contact_standing"].startswith("acknowledged"):
                continue  # a call that reports alone tell of came before it
            assert after and row["next_event_id"] == after[0][2], row["statement_id"]
            if after[0][0] == after[0][1]:
                between = date.fromisoformat(after[0][1]) - date.fromisoformat(days[row["statement_id"]])
                assert row["days_at_most"] == between.days
            checked += 1
    assert checked > 5
