"""What people type, and what must then be among the first three results: `queries.csv`, asked of the real server.

A quarter of the queries was written by somebody who did not write the search, all of them before it was changed.
"""

import csv
import io
from pathlib import Path

import pytest

from .results import results

HERE = Path(__file__).parent
QUERIES = tuple(csv.DictReader(io.StringIO((HERE / "queries.csv").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row["query"])
def test_what_people_type_finds_it(door, row):
    """One of the pages that answer the query is among the first three results."""
    first = results(door, row["query"])[:3]
    assert set(row["found"].split()) & set(first), f"{row['query']}: {first}; wanted because: {row['why']}"
