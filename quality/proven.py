"""How much of the record is proven from texts, by the year and month of the source.

In: a record. Out: Markdown for docs/quality.md. A quotation is held if its text was at hand when it was anchored.
"""

from collections import Counter
from pathlib import Path

from quality import draw


def counts(root: Path) -> dict[str, Counter[bool]]:
    """For each month of publication how many quotations are of a text that was held (True) and not (False)."""
    with (root / "seeds" / "texts.csv").open(encoding="utf-8") as file:
        held = {line.split(",", 1)[0] for line in file}
    month = {source["id"]: source["published"].lstrip("./")[:7] for source in draw.rows(root, "sources")}
    found: dict[str, Counter[bool]] = {}
    for quotation in draw.rows(root, "quotations"):
        source = quotation["source_id"]
        found.setdefault(month[source] or "unknown", Counter())[source in held] += 1
    return dict(sorted(found.items()))


def table(root: Path) -> str:
    """Quotations by month of their source: held, not held, share."""
    lines = ["| source published | quotations | of a held text | share |", "|---|---:|---:|---:|"]
    total: Counter[bool] = Counter()
    for month, found in counts(root).items():
        total += found
        lines.append(_line(month, found))
    return "\n".join(["", *lines, _line("all", total), "", ""])


def _line(name: str, found: Counter[bool]) -> str:
    return f"| {name} | {found.total()} | {found[True]} | {found[True] / found.total():.0%} |"
