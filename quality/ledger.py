"""What became of the leads, counted.

In: docs/ledger.csv. Out: Markdown for docs/quality.md.
"""

import csv
from collections import Counter
from pathlib import Path


def rows(root: Path) -> list[dict[str, str]]:
    """The rows of the ledger."""
    with (root / "docs" / "ledger.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(root: Path) -> str:
    """Pages and statements by decision, then the words that were copied by hand."""
    ledger = rows(root)
    decisions = Counter((row["decision"], bool(row["statement"])) for row in ledger)
    lines = ["| decision | pages | statements |", "|---|---:|---:|"]
    for decision in ("taken", "merged", "left-out", "not-yet"):
        lines.append(f"| {decision.replace('-', ' ')} | {decisions[decision, False]} | {decisions[decision, True]} |")
    return "\n".join(["", *lines, "", _looked_up(ledger), ""])


def _looked_up(ledger: list[dict[str, str]]) -> str:
    pages = Counter(row["found"] for row in ledger if not row["statement"] and row["looked_up"])
    words = Counter(row["words"] for row in ledger if row["words"])
    return (
        f"Of {pages.total()} pages looked up again {pages['same-address']} were found at their address, "
        f"{pages['other-address']} at another, {pages['no']} not at all. Of {words.total()} quotations that had been "
        f"copied by hand and could be compared, {words['equal']} were equal, {words['corrected']} had to be corrected, "
        f"{words['absent']} stood nowhere in the page."
    )
