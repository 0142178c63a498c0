"""Which statements are read a second time: one in five, drawn by a stated seed.

In: statements.csv and quotations.csv of a record. Out: the ids drawn.

A statement's place in the draw depends on the seed and its own id alone, so that a record that grows keeps
the statements already drawn, and anybody can draw them again.
"""

import csv
import hashlib
import math
from pathlib import Path

SEED = "20261122"
SHARE = 5
# The five texts were read twice as a whole (docs/second-reading.md).
READ_WHOLE = {
    "2024-11-11-kremlin-denies-call",
    "2024-11-moscow-times-opinion",
    "2025-04-04-peskov-briefing-report",
    "2025-07-03-putin-trump-call-report",
    "2025-11-peskov-downplays-leak",
}


def rows(root: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table as text, by column."""
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def population(root: Path) -> list[str]:
    """The ids of the statements that no text read twice as a whole holds, sorted."""
    read = {q["statement_id"] for q in rows(root, "quotations") if q["source_id"] in READ_WHOLE}
    return sorted(s["id"] for s in rows(root, "statements") if s["id"] not in read)


def drawn(ids: list[str], seed: str = SEED, share: int = SHARE) -> list[str]:
    """One in `share` of the ids, rounded up: those whose SHA-256 with the seed is lowest (FIPS 180-4)."""
    order = sorted(ids, key=lambda id: hashlib.sha256(f"{seed}:{id}".encode()).hexdigest())
    return sorted(order[: math.ceil(len(ids) / share)])
