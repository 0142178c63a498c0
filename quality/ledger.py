"""What became of the leads, counted.

In: data/ledger.csv. Out: Markdown for docs/quality.md.
"""

import csv
from collections import Counter
from pathlib import Path

KINDS = ("page", "statement", "contact", "account")
DECISIONS = ("taken", "merged", "left-out", "not-yet")


def rows(root: Path) -> list[dict[str, str]]:
    """The rows of the ledger."""
    with (root / "data" / "ledger.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(root: Path) -> str:
    """The leads of each kind by decision, then the reasons of those left out and the words copied by hand."""
    ledger = rows(root)
    decisions = Counter((row["decision"], row["kind"]) for row in ledger)
    lines = [f"| decision | {' | '.join(f'{kind}s' for kind in KINDS)} |", "|---|" + "---:|" * len(KINDS)]
    for decision in DECISIONS:
        numbers = " | ".join(str(decisions[decision, kind]) for kind in KINDS)
        lines.append(f"| {decision.replace('-', ' ')} | {numbers} |")
    return "\n".join(["", *lines, "", _judged(ledger), "", _reasons(ledger), "", _looked_up(ledger), ""])


def _judged(ledger: list[dict[str, str]]) -> str:
    judged = sum(row["decision"] != "not-yet" for row in ledger)
    return f"{judged} of {len(ledger)} leads are judged, {judged / len(ledger):.0%}."


def _reasons(ledger: list[dict[str, str]]) -> str:
    reasons = Counter(row["reason"] for row in ledger if row["reason"])
    listed = ", ".join(f"{reason} {number}" for reason, number in sorted(reasons.items()))
    return f"Left out, by the reasons that [the codebook](codebook.md#lead-reason) defines: {listed}."


def _looked_up(ledger: list[dict[str, str]]) -> str:
    pages = Counter(row["found"] for row in ledger if row["kind"] == "page" and row["looked_up"])
    words = Counter(row["words"] for row in ledger if row["words"])
    return (
        f"Of {pages.total()} pages looked up again {pages['same-address']} were found at their address, "
        f"{pages['other-address']} at another, {pages['no']} not at all. Of {words.total()} quotations that had been "
        f"copied by hand and could be compared, {words['equal']} were equal, {words['corrected']} had to be corrected, "
        f"{words['absent']} stood nowhere in the page."
    )
