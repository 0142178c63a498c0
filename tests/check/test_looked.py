"""A rule says how many rows it had to look at: what a query reads first, as DuckDB itself reads it."""

import json
from collections.abc import Iterator

import duckdb
import pytest

from readouts.check.evidence_rules import RULES, TEXT_READERS
from readouts.check.looked import looked, parts
from readouts.check.sql_rules import rules
from readouts.commands import main

from ..conftest import ROOT, TODAY, check

SIZES = {"claims": 5, "stances": 3, "codes": 7, "empty": 0}


def first_tables(sql: str) -> list[str]:
    """The tables that the SELECTs of a query read first, by DuckDB's own reading of it."""
    told = duckdb.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchone()[0]
    return sorted(_of_node(json.loads(told)["statements"][0]["node"], {}))


def _of_node(node: dict, known: dict) -> Iterator[str]:
    named = known | {one["key"]: one["value"]["query_node"] for one in node["cte_map"]["map"]}
    if node["type"] == "RECURSIVE_CTE_NODE":
        yield from _of_node(node["left"], known)
    elif node["type"] == "SET_OPERATION_NODE":
        for part in [node["left"], node["right"], *node.get("children", ())]:
            if part:
                yield from _of_node(part, named)
    else:
        yield from next(filter(None, (list(_of(one, named)) for one in _in_order(node["from_table"]))), ())


def _in_order(read: dict) -> list[dict]:
    return [*_in_order(read["left"]), *_in_order(read["right"])] if read["type"] == "JOIN" else [read]


def _of(read: dict, named: dict) -> Iterator[str]:
    if read["type"] == "SUBQUERY":
        yield from _of_node(read["subquery"]["node"], named)
    elif read["type"] == "BASE_TABLE" and read["table_name"] in named:
        others = {name: node for name, node in named.items() if name != read["table_name"]}
        yield from _of_node(named[read["table_name"]], others)
    elif read["type"] == "BASE_TABLE":
        yield read["table_name"]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.slug)
def test_a_rule_is_read_as_duckdb_reads_it(rule):
    """What every rule reads first is what DuckDB's own reading of its query says, and something."""
    assert sorted(one.first for one in parts(rule.sql)) == first_tables(rule.sql) != []


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT 1 FROM claims WHERE text = 'FROM codes' -- FROM codes", 5),
        ("SELECT 1 FROM claims JOIN stances ON true", 5),
        ("SELECT 1 FROM claims LEFT JOIN empty ON true", 5),
        ("SELECT 1 FROM claims JOIN empty ON true", 0),
        ("SELECT 1 FROM claims UNION ALL SELECT 1 FROM stances JOIN empty ON true UNION SELECT 2 FROM codes", 12),
        (
            "WITH said AS (SELECT 1 FROM stances WHERE EXISTS (SELECT 1 FROM empty)) SELECT 1 FROM said JOIN claims ON true",
            3,
        ),
        (
            "WITH a(x) AS (VALUES (1), (2)), b AS (SELECT 1 FROM a JOIN codes ON true) SELECT 1 FROM b, (SELECT 1 FROM claims)",
            7,
        ),
        ("SELECT 1 FROM (SELECT 1 FROM claims UNION SELECT 1 FROM codes) c WHERE c.x IS DISTINCT FROM 3", 12),
        ("WITH RECURSIVE r AS (SELECT 1 FROM stances UNION SELECT 1 FROM r JOIN claims ON true) SELECT 1 FROM r", 3),
    ],
)
def test_rows_that_a_query_looked_at(sql, rows):
    """Those of the table that stands first in FROM, of each part of a UNION; none where a table that it joins is empty."""
    assert looked(sql, SIZES.__getitem__) == rows


def test_every_rule_that_is_run_says_how_many(real_texts):
    """On the record each rule of the gates has its number: of rows, of texts that are here, of quotations in these."""
    report = check(ROOT, TODAY, [real_texts])
    frames = report.dataset.frames
    assert set(report.looked) == {one.slug for one in (*rules(), *RULES)} and report.rules == len(report.looked)
    assert report.looked["claim.event"] == len(frames["claims"]) > 300
    assert report.looked["text.body"] == report.texts[0] == 5
    assert report.looked["quote.not-in-source"] == report.evidence["verified"] > 100
    assert report.looked["quote.unlike-anchor"] == len(frames["quotations"])
    assert report.looked["correction.lost"] == len(frames["corrections"])
    without = check(ROOT, TODAY).looked
    assert {one for one, rows in without.items() if not rows} >= TEXT_READERS - {"text.changed"}


def test_a_rule_that_looked_at_none_says_so(copy, capsys):
    """The summary names rules over tables without a row; --rules-run says of each how many, and JSON has them all."""
    assert main(["validate", str(copy.root)]) == 0
    told = capsys.readouterr().out
    assert "no row to look at: " in told and "redirect.lost" in told and "claim.event" not in told
    copy.add("redirects", table="people", old_id="peskov", new_id="dmitry-peskov")
    main(["validate", str(copy.root), "--rules-run"])
    told = capsys.readouterr().out.split("\n")
    assert not any(line.startswith("no row to look at") and "redirect.lost" in line for line in told)
    assert [line.split() for line in told if line.startswith("redirect.lost")] == [["redirect.lost", "2", "rows"]]
    assert any(line.split() == ["correction.lost", "no", "row"] for line in told)
    main(["validate", str(copy.root), "--format", "jsonl"])
    summary = json.loads(capsys.readouterr().out.split("\n")[-2])
    assert summary["looked"]["redirect.lost"] == 2 and summary["looked"]["correction.lost"] == 0
