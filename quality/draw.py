"""Which statements are read a second time: one in five, drawn by a stated seed.

In: quotations.csv, sources.csv and redirects.csv of a record. Out: the ids drawn.

A statement's place in the draw depends on the seed and on the first id that it had, so that a record that grows
or renames keeps the statements already drawn, and anybody can draw them again. Each part of the record has draws of
its own: a statement is of the part in which the first of its texts was fetched.
"""

import csv
import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SHARE = 5
# The five texts were read twice as a whole (docs/second-reading.md).
READ_WHOLE = {
    "2024-11-11-kremlin-denies-call",
    "2024-11-moscow-times-opinion",
    "2025-04-04-peskov-briefing-report",
    "2025-07-03-putin-trump-call-report",
    "2025-11-peskov-downplays-leak",
}


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw: its seed, and its part of the record by the days on which the first text of a statement was fetched.

    `not_found`: statements that were drawn and not read again, since their page did not come up a second time.
    """

    seed: str
    since: str
    until: str
    not_found: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """The draw as the heads of its tables name it."""
        return f"seed {self.seed}, statements whose first text was fetched {self._days}"

    @property
    def _days(self) -> str:
        return f"by {self.until}" if not self.since else f"from {self.since} to {self.until}"


# In the order in which they were made; a later one of the same part was made after a rule was sharpened.
DRAWS = (
    Draw("20261122", "", "2026-11-29"),
    Draw("20261130", "2026-11-30", "2026-11-30"),
    Draw("20261130-2", "2026-11-30", "2026-11-30"),
    Draw(
        "20261130-3",
        "2026-11-30",
        "2026-11-30",
        frozenset({"2024-12-05-gazeta-tema-lavrov-blinken-meet", "white-house-witkoff-spokesperson-declines"}),
    ),
)


def rows(root: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table as text, by column."""
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def population(root: Path, draw: Draw = DRAWS[0]) -> list[str]:
    """The ids of the statements of a draw's part that no text read twice as a whole holds, sorted."""
    fetched = {source["id"]: source["retrieved"] for source in rows(root, "sources")}
    first: dict[str, str] = {}
    whole: set[str] = set()
    for quotation in rows(root, "quotations"):
        id, source = quotation["statement_id"], quotation["source_id"]
        first[id] = min(first.get(id, fetched[source]), fetched[source])
        if source in READ_WHOLE:
            whole.add(id)
    return sorted(id for id, day in first.items() if id not in whole and draw.since <= day <= draw.until)


def first_ids(root: Path) -> dict[str, str]:
    """The first id of each statement that was renamed, by the id that it has."""
    was = {row["new_id"]: row["old_id"] for row in rows(root, "redirects") if row["table"] == "statements"}

    def first(id: str) -> str:
        return first(was[id]) if id in was else id

    return {id: first(id) for id in was}


def drawn(
    ids: list[str], seed: str = DRAWS[0].seed, number: int = 0, first: Mapping[str, str] | None = None
) -> list[str]:
    """So many of the ids (one in SHARE, rounded up): those whose SHA-256 with the seed is lowest (FIPS 180-4).

    `first` has the first id of those that were renamed; by that they are drawn.
    """
    was = first or {}
    order = sorted(ids, key=lambda id: hashlib.sha256(f"{seed}:{was.get(id, id)}".encode()).hexdigest())
    return sorted(order[: number or math.ceil(len(ids) / SHARE)])


def of(root: Path, draw: Draw) -> list[str]:
    """The ids that a draw takes of its part: one in five, and none that an earlier draw of the part has taken."""
    among = population(root, draw)
    earlier = [one for one in DRAWS[: DRAWS.index(draw)] if (one.since, one.until) == (draw.since, draw.until)]
    taken = {id for one in earlier for id in of(root, one)}
    left = [id for id in among if id not in taken]
    return drawn(left, draw.seed, math.ceil(len(among) / SHARE), first_ids(root))
