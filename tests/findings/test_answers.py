"""What a finding says: every number is the number of its rows, and a share stands only where the rule lets it."""

import sqlite3
from contextlib import closing

import pytest

from readouts.document import found as documented
from readouts.findings import FINDINGS
from readouts.findings.answer import Answer, answers
from readouts.findings.counted import DAYS, Number, plain

from ..conftest import ROOT

ROW = {
    "part": "Both tell of it",
    "result": "on one day",
    "beside": "Leaders",
    "days": 0,
    "event": "A call",
    "side": "",
    "date": "2025-02-12",
    "complete": 1,
    "event_id": "call",
    "claim_id": "held",
    "statement_id": "s",
    "other_statement_id": None,
    "statement": "Words",
    "other_statement": None,
}


def rows(finding: str, *given: dict) -> list[dict]:
    return [ROW | {"finding": finding, "case_key": f"{place}"} | one for place, one in enumerate(given)]


def of(finding: str, *given: dict) -> Answer:
    return next(one for one in answers(rows(finding, *given)) if one.finding.id == finding)


@pytest.fixture(scope="module")
def real(built_file):
    """The built record, and its findings."""
    with closing(sqlite3.connect(built_file)) as connection:
        yield connection, documented.asked(connection)


def numbers(one: Answer) -> list[Number]:
    said = [number for words in (one.sentence, one.coverage) for number in words if isinstance(number, Number)]
    parts = [number for part in one.parts for number in (part.number, part.with_days)]
    return [*said, *parts, *(result.number for part in one.parts for result in part.results)]


def test_every_number_is_that_of_its_rows(real):
    """Whatever stands in a sentence, a table or a drawing is the number of the rows that its filter brings."""
    connection, found = real
    for one in found:
        assert numbers(one)
        for number in numbers(one):
            where = " AND ".join("days IS NOT NULL" if pair == DAYS else f"{pair[0]} = ?" for pair in number.filters)
            values = [pair[1] for pair in number.filters if pair != DAYS]
            counted = connection.execute(f"SELECT count(*) FROM finding_cases WHERE {where}", values).fetchone()
            assert counted == (number.value,), (one.finding.id, number)


def test_parts_and_results_leave_no_case_out(real):
    """The results of a part are its cases, and the parts are all cases, each once."""
    for one in real[1]:
        drawn = [case.case_key for part in one.parts for result in part.results for case in result.cases]
        assert sorted(drawn) == sorted(case.case_key for case in one.cases), one.finding.id
        assert len(drawn) == len(set(drawn))


def test_every_finding_is_answered(real):
    """Six to eight findings, each with cases in the record, in the order in which they are declared."""
    found = real[1]
    assert [one.finding for one in found] == list(FINDINGS) and 6 <= len(FINDINGS) <= 8
    assert [one.finding.id for one in found if not one.cases] == []


def test_the_document_is_that_of_the_database(real):
    """docs/findings.md says what the built record says; `make docs` writes it again."""
    text = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert documented.document(real[1]).strip() in text


def test_a_record_without_a_case_says_so():
    """A record in which nothing was denied has no finding on denials, no number, and no share."""
    for one in answers([]):
        assert (one.plain, one.parts) == (f"No {one.finding.unit} is on record so far.", ())
        assert "fewer than 5" in one.no_rate


@pytest.mark.parametrize("finding", [one.id for one in FINDINGS])
def test_shares_stand_where_they_may(finding):
    """Of five complete cases a share is said, and a middle value where there are days; of five of which one is not, neither."""
    part = {one.id: one.first[0] for one in FINDINGS if one.first}.get(finding, "Russia")
    others = {"after_no_plan": "A plan", "told_by_one_side": "Russia alone"}
    cases = [{"part": part, "days": day} for day in range(5)] + [{"part": others.get(finding, part), "days": 9}] * 5
    whole = of(finding, *cases)
    assert "in a hundred" in whole.plain and whole.no_rate == ""
    holed = of(finding, *(one | {"complete": 0} for one in cases))
    assert "hundred" not in holed.plain and "in the middle" not in holed.plain
    assert "10 of the 10" in holed.no_rate and all(part.middle is None for part in holed.parts)
    assert {result.share for part in holed.parts for result in part.results} == {None}


def test_a_side_that_denied_is_told_with_what_it_acknowledged():
    """How many each side denied, how many of these it acknowledges later, and in how many days; another body apart."""
    found = of(
        "denied_then_acknowledged",
        {"part": "Russia", "result": "acknowledged later", "days": 5, "complete": 0},
        {"part": "Russia", "result": "not acknowledged so far", "days": None, "complete": 0},
        {"part": "Russia, another body", "result": "acknowledged by the side later", "days": 1, "complete": 0},
    )
    assert found.plain == (
        "So far as it is coded: Russia denied 2 contacts, and later acknowledged 1 of them, after 5 days (in the 1 case "
        "where days are known). Another body of Russia denied 1 contact, and Russia later acknowledged 1, after 1 day (in "
        "the 1 case where days are known)."
    )


def test_what_was_acknowledged_before_is_told_too():
    """A contact that a side told of and then denied is no later acknowledgement, and is not passed over."""
    before = {"part": "Russia", "result": "acknowledged before alone", "days": None, "complete": 0}
    assert of("denied_then_acknowledged", before).plain == (
        "So far as it is coded: Russia denied 1 contact, and later acknowledged 0; 1 acknowledged before alone."
    )


def test_who_tells_first_and_who_alone():
    """Ties and unknown orders are told, and contacts that one side alone tells of stand apart from both."""
    alone = {"part": "Russia alone", "result": "nothing of the other is coded yet", "days": None}
    found = of("first_to_tell", alone, {}, {"result": "Russia first", "days": 2}, {})
    assert found.plain == (
        "Both sides tell of 3 contacts: on one day (2) and Russia first (1); between the two lie 0 to 2 days (in the 3 cases where days are known). "
        "Others are told so far by Russia alone (1)."
    )
    assert [part.name for part in found.parts] == ["Both tell of it", "Russia alone"]


def test_a_text_that_nobody_read_is_told_too():
    """How many statements rest on the side's own text is said, also where none does."""
    found = of("own_text", {"part": "Russia", "result": "an agency report", "days": None, "complete": 0})
    assert found.plain == "Russia, 1 statement: its own text (0) and an agency report (1)."
    assert plain(found.coverage).startswith("0 of 1 lie in months")
