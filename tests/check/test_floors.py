"""A floor says how much of something there must be, and a change may not take from it unseen."""

import shutil

import pytest

from readouts.compare import earlier

from ..conftest import MEMORY, ROOT, TODAY, check


@pytest.fixture
def floor(copy):
    """Add one floor to the minimal package; returns what is found."""

    def add(**cells: str):
        copy.add("floors", **({"id": "one-floor", "why": "It is needed."} | cells))
        return [(one.rule, one.path, one.line, one.column, one.problem) for one in copy.check().findings]

    return add


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"table": "people", "least_rows": "5"}, "{} of {} rows, and the floor is 5"),
        ({"table": "people", "column": "wikidata", "least_percent": "1"}, "0 of {} rows, fewer than 1 of a hundred"),
        ({"table": "redirects", "column": "new_id", "least_percent": "1"}, "0 of 0 rows, fewer than 1 of a hundred"),
        ({"table": "evidence_status", "column": "state", "value": "verified", "least_rows": "1"}, "0 of {} rows, and the floor is 1"),
    ],
)  # fmt: skip
def test_what_falls_below(floor, copy, cells, problem):
    """Too few rows, cells filled or values are an error on the line of the floor, with both numbers; no rows are no rate."""
    size = len(copy.rows({"evidence_status": "quotations"}.get(cells["table"], cells["table"])))
    assert floor(**cells) == [
        ("floor.below", "data/floors.csv", 2, next(one for one in cells if one.startswith("least")), problem.format(*[size] * 2))
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        {"table": "people", "least_rows": "1"},
        {"table": "people", "column": "name", "least_percent": "100"},
        {"table": "redirects", "column": "new_id", "least_percent": "0"},
        {"table": "statements", "column": "date_basis", "value": "stated; resolved", "least_percent": "100"},
        {"table": "evidence_status", "column": "state", "value": "verified; not held", "least_percent": "100"},
    ],
)
def test_what_does_not(floor, cells):
    """As many as the floor says are enough; any of several values will do."""
    assert floor(**cells) == []


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"table": "persons"}, "table"),
        ({"table": "people", "column": "wikipedia"}, "column"),
        ({"table": "people", "value": "Q1"}, "column"),
        ({"table": "statements", "column": "date_basis", "value": "stated; said"}, "value"),
        ({"table": "evidence_status", "column": "status"}, "column"),
    ],
)
def test_what_counts_nothing(floor, cells, column):
    """A floor on a table, column or value that the record does not have says so, and does not pass."""
    (found,) = floor(least_rows="0", **cells)
    assert (found[0], found[3]) == ("floor.unknown", column)


def compared(copy, folder, change):
    """What is found by floors after a change, against the state before it."""
    shutil.copytree(copy.root, folder / "before")
    change()
    report, _ = earlier.against(copy.root, folder / "before", TODAY, (), MEMORY)
    return [
        (one.rule, str(one.severity), one.row_id, one.problem)
        for one in report.findings
        if one.rule.startswith("floor.")
    ]


def test_a_rate_falls_by_whole_hundredths(copy, tmp_path_factory):
    """A rate is told in whole hundredths: one row more without the cell, among many, is not yet a loss."""
    people = copy.rows("people")
    many = [people[0] | {"id": f"person-{n}", "name": f"Person {n}", "wikidata": f"Q{n}"} for n in range(1, 171)]
    copy.write("people", [*people, *many, people[0] | {"id": "person-a", "name": "Person A"}])
    copy.add("floors", id="named-elsewhere", table="people", column="wikidata", least_percent="90", why="So.")
    one_more = people[0] | {"id": "person-b", "name": "Person B"}
    found = compared(
        copy, tmp_path_factory.mktemp("rate"), lambda: copy.write("people", [*copy.rows("people"), one_more])
    )
    assert found == []
    three = [people[0] | {"id": f"person-{n}", "name": f"Person {n}"} for n in "cde"]
    found = compared(
        copy, tmp_path_factory.mktemp("more"), lambda: copy.write("people", [*copy.rows("people"), *three])
    )
    assert [(rule, severity) for rule, severity, *_ in found] == [("floor.fell", "warning")]


def test_a_floor_that_is_lowered_is_told_beside_the_fall(copy, tmp_path):
    """Who takes rows away and lowers the floor in one change is told of both."""
    copy.add("floors", id="people-there", table="people", least_rows=str(len(copy.rows("people")) + 1), why="So.")
    copy.add("people", id="nobody", name="Nobody")

    def change():
        copy.drop("people", "nobody")
        copy.change("floors", "people-there", "least_rows", "1")

    assert [one[:3] for one in compared(copy, tmp_path, change)] == [
        ("floor.fell", "warning", "people-there"),
        ("floor.lowered", "warning", "people-there"),
    ]


def test_a_lowered_floor_of_the_states_of_evidence_is_told(copy, tmp_path):
    """How many quotations were proven then is not known; what the floor was, is."""
    floor = {"table": "evidence_status", "column": "state", "value": "not held", "least_rows": "1", "why": "So."}
    copy.add("floors", id="some-quotations", **floor)
    found = compared(copy, tmp_path, lambda: copy.change("floors", "some-quotations", "least_rows", "0"))
    assert [one[:3] for one in found] == [("floor.lowered", "warning", "some-quotations")]


def test_floors_of_the_record_hold_what_it_has():
    """The record stands on its floors: each table that it is made of has one, and none lies at more than it has."""
    report = check(ROOT, TODAY)
    assert [one for one in report.findings if one.rule.startswith("floor.")] == []
    floors = report.dataset.frames["floors"].rows(named=True)
    assert {"claims", "quotations", "sources", "stances", "statements", "texts"} <= {one["table"] for one in floors}
    assert ("people", "wikidata") in {(one["table"], one["column"]) for one in floors}
