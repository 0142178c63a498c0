"""Pages on paper, printed by Chromium and read back: nothing is cut, and every address stands there in full."""

import sqlite3
from contextlib import closing

import pytest

from ..conftest import LONG
from .sheets import printed, wrong

# As many statements as the claim of the first record that has most of them: the heaviest that has no more.
MOST, SHEETS = 14, 5
KINDS = ("row-events", "row-sources", "row-statements", "row-people", "contacts") if LONG else ("row-sources",)


@pytest.fixture
def claim(record):
    """The claim with most statements, as far as 14, and the addresses at which they were read."""
    with closing(sqlite3.connect(record)) as connection:
        (found,) = connection.execute(
            "SELECT claim_id FROM claim_timeline GROUP BY 1 HAVING count(*) <= ? ORDER BY count(*) DESC, 1 LIMIT 1",
            (MOST,),
        ).fetchone()
        addresses = connection.execute(
            "SELECT coalesce(url, archive_url) FROM claim_timeline JOIN quotations ON quotations.id = quotation_id"
            " JOIN sources ON sources.id = quotations.source_id WHERE claim_id = ?",
            (found,),
        ).fetchall()
    return found, [address for (address,) in addresses if address]


def test_a_claim_with_fourteen_statements_takes_five_sheets(tab, claim, tmp_path):
    """Every word is on one of five sheets, none over another, and the list at the end has each address in full."""
    found, addresses = claim
    tab.goto(f"/readouts/claims/{found}")
    sheets = printed(tab, tmp_path / "claim.pdf")
    assert len(sheets) <= SHEETS
    assert wrong(tab, sheets) == []
    text = "".join(word.text for sheet in sheets for word in sheet.words)
    _, _, end = text.rpartition("Addresses")
    assert addresses and [one for one in addresses if one not in end] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_on_paper(room, kind, tmp_path):
    """A page of this kind has all its words on paper, each by itself."""
    with room.open(kind, 1280) as (tab, _):
        assert wrong(tab, printed(tab, tmp_path / "page.pdf")) == []
