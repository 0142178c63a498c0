"""A source taken out of the record and put back by its sheet: the tables are the same, byte for byte."""

import pytest

from readouts.sheet import yaml_text
from readouts.sheet.form import SHAPES, forms
from readouts.sheet.owned import owners, rows_of
from readouts.sheet.whole import page_of
from readouts.sheet.written import tree

from ..conftest import ROOT
from .adding import made, rows

RECORD = rows(ROOT)
FORMS, OWNERS = forms(RECORD.package), owners(RECORD)
SOURCES = sorted(RECORD.rows["sources"])
WHERE = {table.name: ROOT / table.path for table in RECORD.package.tables}


def back(source_id, page=None):
    """The tables that differ when a source was taken out and its sheet added, and how many rows were out."""
    mine = rows_of(source_id, OWNERS)
    sheet = yaml_text.written(tree(RECORD, FORMS, OWNERS, source_id, page))
    without = RECORD.without(mine)
    again = made(sheet, without, page)
    assert not again.findings, (source_id, again.findings[0])
    put = without.with_rows(again.rows)
    return {
        name
        for name in {table for table, _ in mine} | {*again.rows}
        if put.file(name).encode() != WHERE[name].read_bytes()
    }, mine


def test_some_sources_without_their_texts():
    """One source in thirty, those that share most among them: each sheet gives its rows again, ids and anchors too."""
    shared = {
        row["source_id"]
        for row in RECORD.rows["quotations"].values()
        if OWNERS.get(("statements", row["statement_id"])) is None
    }
    most = sorted(shared, key=lambda one: -len(rows_of(one, OWNERS)))[:5]
    for source_id in {*SOURCES[::30], *most}:
        differ, mine = back(source_id)
        assert (source_id, differ) == (source_id, set()) and mine


@pytest.mark.long
def test_every_source_without_its_text():
    """Every source of the record; with them every row that a sheet can hold and one source alone has."""
    held = 0
    for source_id in SOURCES:
        differ, mine = back(source_id)
        assert (source_id, differ) == (source_id, set())
        held += len(mine)
    assert held == len(OWNERS) > 4000


def test_the_texts_that_are_here(real_texts):
    """With its text a sheet carries no anchor and no digest, and they are worked out again as they were."""
    find = lambda name: (real_texts / name).read_bytes() if (real_texts / name).is_file() else None  # noqa: E731
    held = 0
    for source_id in SOURCES:
        if page := page_of(RECORD, source_id, find):
            sheet = yaml_text.written(tree(RECORD, FORMS, OWNERS, source_id, page))
            assert "anchors:" not in sheet and "sha256:" not in sheet
            assert (source_id, back(source_id, page)[0]) == (source_id, set())
            held += 1
    assert held >= 5


def test_each_row_has_one_owner_or_is_shared():
    """What a source says is its own: no place, stance, citation, event or office is left over."""
    for table in ("quotations", "stances", "source_citations", "events", "event_participants"):
        assert {key for of, key in OWNERS if of == table} == set(RECORD.rows[table]), table
    brought = {
        (row["source_id"], row["digest"]) for row in RECORD.rows["witnesses"].values() if row["same_copy"] == "no"
    }
    texts = {key: (row["source_id"], row["digest"]) for key, row in RECORD.rows["texts"].items()}
    read = {key for key, text in texts.items() if text not in brought}
    assert {key for of, key in OWNERS if of == "texts"} == read, "and what witnesses brought is nobody's"
    names = {f"text-{texts[key][1][:16]}" for key in read}
    anchors = {key for key, row in RECORD.rows["anchors"].items() if row["text_digest"] in names}
    assert {key for of, key in OWNERS if of == "anchors"} == anchors
    assert {table for table, _ in OWNERS} == {shape.table for shape in SHAPES.values()} | {"anchors"}
    statements = {key for table, key in OWNERS if table == "statements"}
    assert 100 < len(statements) < len(RECORD.rows["statements"])
