"""Which rows were released, and in which version: from then on others may have cited what they say.

Why: what turns in a row that nobody has seen is a correction of a draft; what turns in one that was released needs a
line in corrections, and a record without git has to know the difference too. In: the tables of a record, what was
released of it before. Out: the list of a version, a CSV file in RELEASES that is written once and never changed.
"""

import csv
import io
from collections.abc import Mapping

from readouts.compare.rows import TURNING
from readouts.read.csv_rows import RawTable

RELEASES = "releases"
# Codes count as released from the beginning: what is coded with them is in every draft.
LISTED = tuple(sorted({*TURNING, "stances"} - {"codes"}))


def listing(tables: Mapping[str, RawTable], released: Mapping[tuple[str, str], str]) -> tuple[int, bytes]:
    """The rows that no earlier version has, how many, and the file; by table and key."""
    rows = [
        (name, raw.row_id(row))
        for name, raw in sorted(tables.items())
        if name in LISTED
        for row in range(len(raw.rows))
    ]
    fresh = sorted(row for row in rows if row not in released)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("table", "row_id"), *fresh])
    return len(fresh), text.getvalue().encode()
