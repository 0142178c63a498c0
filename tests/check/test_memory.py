"""A check with a memory finds what a check without one finds, whatever was checked with it before."""

import polars as pl
import pytest

from readouts.check import check
from readouts.check.memory import KEPT, Memory
from readouts.package.descriptor import load

from ..conftest import ROOT, TODAY
from .test_gates import spoilt

TABLES = load(ROOT)[0].tables


@pytest.fixture
def remembering():
    """No check of this module has a memory that it was not given."""


def ways(table):
    """What can be done to the rows of a table, each a function of its rows: a cell spoilt, a row gone, one twice."""
    field = next(field for field in table.fields if field.enum or field.pattern or field.type != "string")
    yield "spoilt", lambda rows: [rows[0] | {field.name: spoilt(field)}, *rows[1:]]
    yield "gone", lambda rows: rows[1:]
    yield "twice", lambda rows: [*rows, rows[0]]
    yield "turned", lambda rows: rows[::-1]


EDITS = [(table, name, way) for table in TABLES for name, way in ways(table)]


@pytest.mark.parametrize("whole", [pytest.param(True, marks=pytest.mark.long), False])
def test_a_memory_changes_no_finding(copy, whole):
    """Edits of one table after another, some taken back: the same findings, evidence and frames with and without."""
    memory, kinds = Memory(), set()
    for place, (table, name, way) in enumerate(EDITS if whole else EDITS[::11]):
        before = copy.path(table.name).read_bytes()
        if rows := copy.rows(table.name):
            copy.write(table.name, way(rows))
        known, fresh = check(copy.root, TODAY, memory=memory), check(copy.root, TODAY)
        assert known.findings == fresh.findings, (table.name, name)
        assert (known.evidence, known.sizes, known.waiting) == (fresh.evidence, fresh.sizes, fresh.waiting)
        if fresh.dataset:
            pairs = [(known.dataset.frames[one], frame) for one, frame in fresh.dataset.frames.items()]
            assert all(one.equals(other) for one, other in pairs), (table.name, name)
        kinds |= {finding.rule for finding in fresh.findings}
        if place % 3 or fresh.checked is None:
            copy.path(table.name).write_bytes(before)
    assert len(kinds) >= 3, "the edits broke next to nothing"


def test_what_changed_is_judged_again(copy):
    """A cell, a schema, the day and a rule's other table: each is seen although the rest is remembered."""
    memory = Memory()
    assert check(copy.root, TODAY, memory=memory).findings == ()
    copy.change("people", "dmitry-peskov", "country", "Russia")
    assert [one.rule for one in check(copy.root, TODAY, memory=memory).findings] == ["cell.pattern"]
    copy.change("people", "dmitry-peskov", "country", "RU")
    assert check(copy.root, TODAY, memory=memory).findings == ()
    [late] = {one.rule for one in check(copy.root, TODAY.replace(year=2023), memory=memory).findings} & {"date.future"}
    assert late
    assert check(copy.root, TODAY, memory=memory).findings == ()


def test_a_memory_keeps_the_last_few():
    """The oldest answer of a name is worked out again once newer ones have come; no other name has its answers."""
    memory, worked = Memory(), []

    def answer(name, given):
        return memory.of((name,), given, lambda: worked.append(given) or len(worked))

    first = pl.DataFrame({"id": ["a"]})
    assert answer("cells", (first,)) == answer("cells", (first,)) == 1
    assert answer("cells", (first.clone(),)) == 2, "a frame that is equal is another frame"
    assert answer("links", (first,)) == 3
    for number in range(KEPT):
        answer("cells", (number,))
    assert answer("cells", (first,)) == 4 + KEPT
    with pytest.raises(ZeroDivisionError):
        memory.of(("cells",), ("broken",), lambda: 1 // 0)
    assert memory.of(("cells",), ("broken",), lambda: "mended") == "mended"
