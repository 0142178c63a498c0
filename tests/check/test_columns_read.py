"""A rule is run again when a column that it reads has changed, and a rule reads no column that it does not name."""

import json
from dataclasses import replace

import duckdb
import polars as pl
import pytest

from readouts.check import NOTHING, check
from readouts.check.columns_read import KEPT, Columns, reads
from readouts.check.floors import floor_tables
from readouts.check.memory import Memory
from readouts.check.rule_tables import RuleTables, Shelf
from readouts.check.sql_rules import rules

from .. import conftest
from ..conftest import TODAY


@pytest.fixture
def remembering():
    """No check of this module has a memory that it was not given."""


@pytest.fixture
def tables(copy):
    """The rules' tables of the minimal package, as a function of its data set; the data set."""
    dataset, shelf = conftest.check(copy.root).dataset, Shelf()
    floors = floor_tables(dataset, (), NOTHING)
    return lambda of: RuleTables(of, TODAY, rules(), floors | FOUND, shelf), dataset


FOUND = {"found": pl.DataFrame(schema=dict.fromkeys(("rule", "table_name", "row_id"), pl.String))}


def test_no_rule_needs_a_column_that_it_is_not_known_to_read(tables):
    """With these columns alone each rule can be run."""
    laid, dataset = tables
    whole, left_out = laid(dataset), 0
    for rule in rules():
        frames = {
            name: frame.select(one for one in frame.columns if one == "row_key" or reads(rule.sql, one))
            for name, frame in dataset.frames.items()
        }
        left_out += sum(frame.width for frame in dataset.frames.values()) - sum(one.width for one in frames.values())
        few = laid(replace(dataset, frames=frames))
        few._sources |= {"row_keys": whole._sources["row_keys"], "contrasts": whole._sources["contrasts"]}
        assert few.rows(rule.sql) == [], rule.slug
    assert left_out > 100 * len(rules())


def nodes(tree):
    """Every node of a query as DuckDB reads it."""
    if isinstance(tree, dict):
        yield tree
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(one)


def whole_rows(connection, sql):
    """The names by which a query takes a table's row as one value: it reads columns that it does not name."""
    tree = json.loads(connection.execute("SELECT json_serialize_sql(?)", [sql]).fetchone()[0])
    assert not tree["error"], tree
    known = list(nodes(tree))
    tables = {one[name] for one in known if one.get("type") == "BASE_TABLE" for name in ("table_name", "alias")}
    named = {
        one["column_names"][0] for one in known if one.get("class") == "COLUMN_REF" and len(one["column_names"]) == 1
    }
    joined = {one["ref_type"] for one in known if "ref_type" in one}
    return (named & tables) | (joined - {"REGULAR", "CROSS", "DEPENDENT"})


def test_no_rule_takes_a_row_as_one_value():
    """A table's name in place of a column, and a join by whatever is named alike, would read what is not named."""
    connection = duckdb.connect()
    assert whole_rows(connection, "SELECT count(DISTINCT p) FROM people p") == {"p"}
    assert whole_rows(connection, "SELECT a FROM people NATURAL JOIN roles") == {"NATURAL"}
    assert {rule.slug: found for rule in rules() if (found := whole_rows(connection, rule.sql))} == {}


def test_a_star_reads_all_and_a_name_itself_and_its_days():
    """What a query reads by its words: a column, its days beside it, everything under a star; a count of rows is none."""
    assert reads("SELECT id, date FROM events", "date") and not reads("SELECT id FROM events", "date")
    assert reads("SELECT date_latest FROM events", "date") and not reads("SELECT date_words FROM events", "date")
    assert reads("SELECT Date FROM events", "date")
    assert reads("SELECT e.* FROM events e", "title") and not reads("SELECT count(*) FROM events", "title")


def test_a_column_keeps_its_mark_as_long_as_it_is_the_same():
    """Other cells, other rows, another type or another order: another mark; a column that comes back has its old one."""
    columns, first = Columns(), pl.DataFrame({"id": ["a", "b"], "note": ["x", None]})
    marks = columns.marks("t", first)
    assert columns.marks("t", first) == marks and marks["id"] != marks["note"]
    other = columns.marks("t", first.with_columns(note=pl.Series(["y", None])))
    assert other["id"] == marks["id"] and other["note"] != marks["note"]
    for changed in (first.reverse(), first.head(1), first.with_columns(id=pl.lit(1))):
        assert columns.marks("t", changed)["id"] != marks["id"]
    assert columns.marks("u", first)["id"] != marks["id"], "another table"
    assert columns.marks("t", first.clone()) == marks
    for number in range(KEPT):
        columns.marks("t", pl.DataFrame({"id": [str(number)]}))
    assert columns.marks("t", first)["id"] != marks["id"], "too long ago"


def test_only_what_reads_a_changed_column_is_run_again(tables, copy, monkeypatch):
    """After a change of one cell the rules that read its column are run, and no others; what they then find is found."""
    memory, run = Memory(), []
    rows = RuleTables.rows
    monkeypatch.setattr(RuleTables, "rows", lambda self, sql: run.append(sql) or rows(self, sql))
    assert check(copy.root, TODAY, memory=memory).findings == () and len(run) == len(rules())
    run.clear()
    copy.change("statements", "peskov-denies", "date_words", "on Tuesday")
    found = {one.rule for one in check(copy.root, TODAY, memory=memory).findings}
    assert found == {"date.weekday"}
    named = {rule.sql: tables[0](tables[1])._names(rule.sql) for rule in rules()}
    touched = {sql for sql, of in named.items() if "statements" in of and reads(sql, "date_words")}
    on_waivers = {sql for sql, of in named.items() if "found" in of}
    assert touched and on_waivers and {*run} == touched | on_waivers
    run.clear()
    assert {one.rule for one in check(copy.root, TODAY, memory=memory).findings} == found and run == []
