"""docs/ledger.csv: what became of every lead. Nothing that was gathered is forgotten."""

import csv
import json
import os
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEADS = Path(os.environ.get("READOUTS_LEADS", ROOT.parent / "shared" / "leads")) / "leads.jsonl"
DECISIONS = {"taken", "merged", "left-out", "not-yet"}
# The part of the record that is decided whole: everything published before this day.
DECIDED_BEFORE = "2025-04"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LEDGER = _rows(ROOT / "docs" / "ledger.csv")
PAGES = [row for row in LEDGER if not row["statement"]]
STATEMENTS = [row for row in LEDGER if row["statement"]]
DECIDED = [row for row in LEDGER if row["decision"] != "not-yet"]
IDS = {table: {row["id"] for row in _rows(ROOT / "data" / f"{table}.csv")} for table in ("sources", "statements")}


def _name(row: dict[str, str]) -> str:
    return f"lead {row['lead'] or row['url']}" + (f", statement {row['statement']}" if row["statement"] else "")


def test_every_lead_is_accounted_for():
    """386 pages with 504 statements were gathered; each stands here once."""
    assert sorted(int(row["lead"]) for row in PAGES if row["lead"]) == list(range(1, 387))
    assert len([row for row in STATEMENTS if row["lead"]]) == 504


def test_no_row_stands_twice():
    """A lead page, and a statement of one, has one row."""
    keys = Counter((row["lead"] or row["url"], row["statement"]) for row in LEDGER)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_decisions_are_those_of_the_list():
    """A row is taken, merged, left out, or not yet decided."""
    assert {row["decision"] for row in LEDGER} <= DECISIONS


def test_nothing_before_april_2025_is_undecided():
    """The first part of the long record is decided page by page; a page without a date (..) sorts before all."""
    early = [row for row in LEDGER if row["published"][:1] == "2" and row["published"] < DECIDED_BEFORE]
    assert early
    assert [_name(row) for row in early if row["decision"] == "not-yet"] == []


def test_a_row_taken_or_merged_leads_to_the_record():
    """What became of a lead can be opened: a page's row is a source, a statement's a statement."""
    lost = [
        _name(row)
        for row in LEDGER
        if row["decision"] in {"taken", "merged"}
        and row["row_id"] not in IDS["statements" if row["statement"] else "sources"]
    ]
    assert lost == []


def test_what_is_left_out_or_merged_says_why():
    """No page vanishes without a reason."""
    assert [_name(row) for row in LEDGER if row["decision"] in {"left-out", "merged"} and not row["reason"]] == []


def test_a_decided_row_was_looked_up_again():
    """Leads were copied by hand: no decision rests on the lead alone."""
    assert [_name(row) for row in DECIDED if not row["looked_up"] or not row["found"]] == []


def test_a_page_found_elsewhere_says_where():
    """An address other than the lead's is given."""
    assert [_name(row) for row in LEDGER if (row["found"] == "other-address") != bool(row["found_url"])] == []


def test_the_ledger_names_the_leads_as_they_are():
    """Against the leads themselves, where they are at hand."""
    if not LEADS.exists():
        pytest.skip(f"the leads are not here ({LEADS.name}); READOUTS_LEADS names their folder")
    leads = [json.loads(line) for line in LEADS.read_text(encoding="utf-8").splitlines()]
    pages = {int(row["lead"]): row["url"] for row in PAGES if row["lead"]}
    speakers = {(int(row["lead"]), int(row["statement"])): row["speaker"] for row in STATEMENTS if row["lead"]}
    assert pages == {number: lead["url"] for number, lead in enumerate(leads, 1)}
    assert speakers == {
        (number, place): statement["speaker"]
        for number, lead in enumerate(leads, 1)
        for place, statement in enumerate(lead["statements"], 1)
    }
