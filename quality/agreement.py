"""Agreement of two readers, column by column: Krippendorff's alpha, and every disagreement.

In: docs/agreement.csv and docs/agreement-contacts.csv, a row for each unit and column that both readers coded: of the
statements drawn, and of all contacts and counts. Out: Markdown for docs/quality.md.

How alpha is worked out stands in readouts/sheet/agreement.py, which `readouts agree` uses too.
"""

import csv
from pathlib import Path

from quality import draw
from readouts.sheet.agreement import Reading, agreements

ENOUGH = 0.8


def readings(root: Path, name: str = "agreement") -> list[Reading]:
    """All rows of docs/agreement.csv, or of another such file; its first column names the row that was read."""
    with (root / "docs" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Reading(*row.values()) for row in csv.DictReader(file)]


def scale(root: Path) -> dict[str, int]:
    """The strength of each stance, from codes.csv; a refusal, which has no place on the scale, stands amid it."""
    return {row["code"]: int(row["scale"] or 0) for row in draw.rows(root, "codes") if row["list"] == "stance"}


def table(root: Path, name: str = "agreement") -> str:
    """The agreement of each column, as a Markdown table."""
    lines = ["| column | units | the same | Krippendorff's alpha |", "|---|---:|---:|---:|"]
    for found in agreements(readings(root, name), scale(root)):
        lines.append(f"| {found.column} | {found.units} | {found.same} | {found.told} |")
    return "\n".join(["", *lines, "", ""])


def _cell(text: str) -> str:
    return (text or "(empty)").replace("|", "\\|")


def differences(root: Path) -> str:
    """Every disagreement and how it was settled, as a Markdown table."""
    lines = ["| statement | unit | column | first | second | settled | why |", "|---|---|---|---|---|---|---|"]
    for r in readings(root):
        if not r.agree:
            cells = (r.row_id, r.unit if r.unit != r.row_id else "", r.column, r.first, r.second, r.settled)
            lines.append("| " + " | ".join([*map(_cell, cells), _cell(r.reason)]) + " |")
    return "\n".join(["", *lines, "", ""])


def drawn(root: Path) -> str:
    """How many statements there were to draw from, and how many were drawn."""
    among = draw.population(root)
    return f"{len(draw.drawn(among))} of {len(among)} statements, seed {draw.SEED}"
