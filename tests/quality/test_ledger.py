"""data/ledger.csv: what became of every lead. Nothing that was gathered is forgotten."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from quality import ledger

ROOT = Path(__file__).parents[2]
LEADS = Path(os.environ.get("READOUTS_LEADS", ROOT.parent / "shared" / "leads"))
# The pages of the part of the record that is decided whole: everything published before this day.
DECIDED_BEFORE = "2025-04"
# Decided once and opened again by a second reader: it has words of the White House that the record has not.
REOPENED: list[str] = []

LEDGER = ledger.rows(ROOT)
BY_ID = {row["id"]: row for row in LEDGER}
ACCOUNTS = {"russian_account": "russia", "us_account": "united-states", "other_accounts": "other"}


def _gathered(name: str) -> list[dict]:
    """The leads as they were gathered, one a line; they are not part of the record."""
    path = LEADS / name
    if not path.exists():
        pytest.skip(f"the leads are not here ({name}); READOUTS_LEADS names their folder")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _of(kind: str) -> list[dict[str, str]]:
    return [row for row in LEDGER if row["kind"] == kind]


def test_every_page_and_statement_is_accounted_for():
    """386 pages with 504 statements were gathered; each stands here once."""
    pages = [row["id"] for row in _of("page") if row["id"].startswith("lead-")]
    assert pages == [f"lead-{number:03d}" for number in range(1, 387)]
    assert len([row for row in _of("statement") if row["part_of_id"].startswith("lead-")]) == 504


def test_every_contact_and_account_is_accounted_for():
    """183 contacts with 619 accounts were gathered; each stands here once, beside those that no page is known to hold."""
    assert len(_of("contact")) == 183
    accounts = _of("account")
    assert len([row for row in accounts if row["url"]]) == 619
    assert {row["reason"] for row in accounts if not row["url"]} == {"no-page"}


def test_no_page_before_april_2025_is_undecided():
    """The pages of the first part of the long record are decided one by one; what a search has brought since is not."""
    first = [row for row in _of("page") + _of("statement") if not row["id"].startswith("found-")]
    early = [row for row in first if row["published"] and row["published"] < DECIDED_BEFORE]
    assert len(early) > 100
    assert [row["id"] for row in early if row["decision"] == "not-yet"] == REOPENED


def test_a_page_that_nobody_could_read_is_known_to_be_missing():
    """That it adds no voice and no words cannot be said of a page that was not found: it is left out as such, and is missing."""
    unread = [row for row in _of("page") if row["found"] == "no" and row["decision"] == "left-out"]
    assert len(unread) >= 8
    assert [row["id"] for row in unread if row["reason"] != "no-page"] == []


def test_a_contact_of_the_record_is_no_open_lead():
    """The contacts that the record holds by name, day and people are decided: the six that both sides acknowledge, and more."""
    taken = Counter(row["decision"] for row in _of("contact"))
    assert taken["taken"] >= 14
    assert BY_ID["contact-2025-03-18-trump-putin-call"]["event_id"] == "2025-03-18-putin-trump-call"


def test_the_ledger_names_the_pages_as_they_were_gathered():
    """Address and speaker of every page and statement, against the leads themselves."""
    wanted = {}
    for number, lead in enumerate(_gathered("leads.jsonl"), 1):
        wanted[f"lead-{number:03d}"] = (lead["url"], "")
        wanted |= {
            f"lead-{number:03d}-{n}": (lead["url"], one["speaker"]) for n, one in enumerate(lead["statements"], 1)
        }
    assert {row["id"]: (row["url"], row["speaker"]) for row in LEDGER if row["id"].startswith("lead-")} == wanted


def test_the_ledger_names_the_contacts_as_they_were_gathered():
    """Date, level and the addresses of each side's accounts, against the leads themselves."""
    for contact in _gathered("contacts.jsonl"):
        row = BY_ID[f"contact-{contact['id']}"]
        assert (row["date"], row["level"]) == (contact["date"], contact["level"])
        wanted = Counter((side, one["url"]) for key, side in ACCOUNTS.items() for one in contact[key])
        parts = [one for one in LEDGER if one["part_of_id"] == row["id"] and one["url"]]
        assert Counter((one["side"], one["url"]) for one in parts) == wanted


def test_the_ledger_holds_no_words_of_a_lead():
    """The words that were copied from the pages belong to their publishers: no cell holds a run of eight of them."""
    cells = [f" {row['title']} {row['note']} ".lower() for row in LEDGER]
    runs = set()
    for contact in _gathered("contacts.jsonl"):
        for key in ACCOUNTS:
            for one in contact[key]:
                words = (one["quote"] or "").lower().split()
                runs |= {" ".join(words[at : at + 8]) for at in range(len(words) - 7)}
    assert runs and [run for run in runs if any(run in cell for cell in cells)] == []
