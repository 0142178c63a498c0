"""Read an earlier state of the record, with which the present one is compared.

In: a folder that has the tables where the record has them, as `git archive COMMIT data seeds`
writes it. Out: a `Before`. Nothing in it is judged: what was wrong then is not found now.
"""

import csv
from pathlib import Path

from readouts.check import Before


def read(folder: Path) -> Before:
    """The rows of every CSV file of the folder, as text, by path."""
    rows = {}
    for path in sorted(folder.glob("*/*.csv")):
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
            rows[path.relative_to(folder).as_posix()] = tuple(csv.DictReader(file, restkey="", restval=""))
    anchored = frozenset(row.get("quotation_id", "") for row in rows.get("seeds/anchors.csv", ()))
    ids = {path: frozenset(row["id"] for row in found if row.get("id")) for path, found in rows.items()}
    return Before(anchored, ids, rows)
