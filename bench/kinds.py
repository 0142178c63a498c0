"""The kinds of pages with an address each: of every kind of row the one that has most to show.

In: a built file. Out: keys and paths. What is measured and what the tests open in a browser is chosen here, so that
both meet the heaviest pages.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

from readouts.serve import questions
from readouts.vocabulary import Vocabulary

DESCRIPTOR = Path(__file__).parent.parent / "datapackage.json"

# The row of each table that has most to show.
HEAVIEST = {
    "claims": "SELECT claim_id FROM claim_timeline GROUP BY 1 ORDER BY count(*) DESC, 1",
    "statements": "SELECT statement_id FROM readouts_wordings GROUP BY 1 ORDER BY count(*) DESC, 1",
    "events": "SELECT event_id FROM readouts_wordings WHERE event_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1",
    "people": "SELECT speaker_id FROM readouts_wordings WHERE speaker_id IS NOT NULL"
    " GROUP BY 1 ORDER BY count(*) DESC, 1",
    "organizations": "SELECT organization_id FROM readouts_wordings WHERE organization_id IS NOT NULL"
    " GROUP BY 1 ORDER BY count(*) DESC, 1",
    "sources": "SELECT source_id FROM readouts_wordings GROUP BY 1 ORDER BY count(*) DESC, 1",
    "topics": "SELECT topic_id FROM claim_timeline GROUP BY 1 ORDER BY count(*) DESC, 1",
    "threads": "SELECT thread_id FROM thread_steps GROUP BY 1 ORDER BY count(*) DESC, 1",
    "quotations": "SELECT quotation_id FROM readouts_wordings GROUP BY 1 ORDER BY count(*) DESC, 1",
}


def rows(database: Path, queries: Mapping[str, str] = HEAVIEST) -> dict[str, str]:
    """For each table the path of the row whose key, of one part or of several, its query gives first."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        keys = {table: connection.execute(sql).fetchone() for table, sql in queries.items()}
    return {table: f"/readouts/{table}/{','.join(quote(part, safe='') for part in key)}" for table, key in keys.items()}


def asked() -> dict[str, str]:
    """For each question the path of its answer with its defaults filled in."""
    descriptor = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    found = questions.asked(descriptor, Vocabulary(()))  # of a question its address is wanted, and not its SQL
    return {one.name: f"/readouts/{one.name}?{urlencode(one.defaults)}".rstrip("?") for one in found}
