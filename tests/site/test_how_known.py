"""How do we know? Each page leads to its evidence and its rules, and each rule says itself in words and as SQL."""

import pytest

from readouts.build.steps import Derived
from readouts.site.pages import PAGES, how_known
from readouts.site.pages.card import Name

from ..door import records


def step(path: str, sql: str, title: str = "") -> Derived:
    name = path.partition("/")[2].removesuffix(".sql").partition(".")[0]
    return Derived(name=name, title=title or name, description="A row is a row.", path=path, sql=sql, fields=(), key=())


KNOWN = how_known.rules(
    (
        step(
            "views/shifts.sql",
            "-- One row is a change.\n-- Kinds, by the first of these:\n--   one\n--   two\nSELECT 1",
        ),
        step(
            "views/answers.sql", "-- A line that is broken\n-- goes on.\n-- Another.\nSELECT * FROM shifts JOIN people"
        ),
        step("columns/events.name.sql", "-- One row is one event.\nSELECT id FROM events", "Names"),
    )
)


def test_a_rule_is_told_in_words_and_as_sql():
    """The words above the query are its rule: sentences, and a list where they have one; the query stands without them."""
    assert KNOWN["shifts"].words == (("One row is a change.", ()), ("Kinds, by the first of these:", ("one", "two")))
    assert KNOWN["answers"].words == (("A line that is broken goes on.", ()), ("Another.", ()))
    assert KNOWN["answers"].sql == "SELECT * FROM shifts JOIN people"
    assert KNOWN["answers"].reads == (Name("shifts", "shifts"),)
    assert (KNOWN["events.name"].table, KNOWN["events.name"].columns) == ("events", True)


@pytest.mark.parametrize(
    ("kind", "row", "sql", "query", "rules"),
    [
        ("claims", "a", "", "claim_id=a&", ("shifts",)),
        ("claims", "", "", "", ()),
        ("shifts", "", "", "", ("shifts",)),
        ("roles", "a", "", "", ()),
        ("/readouts/asked", "", "SELECT * FROM answers, events", "", ("answers",)),
    ],
)
def test_where_the_end_of_a_page_leads(monkeypatch, kind, row, sql, query, rules):
    """A row's page to the quotations behind it, any other to all evidence; to the rules of its kind, table or question."""
    monkeypatch.setitem(how_known.RULES, "claims", ("shifts",))
    found = how_known.ways(KNOWN, kind, row, sql)
    assert found.query.startswith(query) and bool(found.query) == bool(query) == found.own
    assert found.table == ("readouts_wordings" if query else "evidence_status")
    assert tuple(rule.id for rule in found.rules) == rules


def test_every_rule_that_a_page_names_is_there(page, built_file):
    """Each kind of page has rules; each rule has a page with its words, and leads to what it made."""
    assert set(PAGES) <= set(how_known.RULES)
    named = {rule for some in how_known.RULES.values() for rule in some}
    every = page("/-/rules").text
    for rule in sorted(named):
        text = page(f"/-/rules/{rule}").text
        assert f'href="/-/rules/{rule}"' in every and "<h2>In words</h2>\n<p>One row is" in text and "SELECT" in text
    assert page("/-/rules/no-such-rule").status == page("/-/rules/nothing").status == 404
    (row,) = records(built_file, "SELECT claim_id, count(*) AS n FROM readouts GROUP BY 1 ORDER BY 2, 1 LIMIT 1")
    evidence = page(f"/readouts/readouts?claim_id={row['claim_id']}&_show=evidence").text
    assert f"{row['n']} row" in evidence
