"""What a change means for what is derived: who now speaks, which shifts, contradictions and standings come and go.

In: two checked states, whose derived tables are built in memory. Out: sentences. Rows are
told apart by ids; where redirects rename one, both sides of the comparison have the new id.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from readouts.change.rows import renamed
from readouts.check import Before, Checked
from readouts.database import fill

Rows = dict[tuple[str, ...], Mapping[str, object]]


@dataclass(frozen=True)
class Kind:
    """A derived table whose rows come and go: what tells them apart, how one is told, what of it may change."""

    table: str
    key: tuple[str, ...]
    told: str
    value: str = ""


KINDS = (
    Kind("contact_standing", ("event_id",), "standing of {event_id}", "standing"),
    Kind("plan_outcomes", ("claim_id", "statement_id"), "{statement_id} on {claim_id}, as a plan", "outcome"),
    Kind(
        "contradictions",
        ("claim_id", "affirmed_statement_id", "denied_statement_id"),
        "contradiction on {claim_id}: {affirmed_statement_id} {affirmed_stance} it, {denied_statement_id}"
        " {denied_stance} it",
    ),
    Kind(
        "shifts",
        ("claim_id", "earlier_statement_id", "later_statement_id", "level"),
        "change of line on {claim_id}: {voice} {earlier_stance} it, then {later_stance} it",
        "shift",
    ),
)


def outcomes(earlier: Checked, now: Checked, before: Before) -> list[str]:
    """Sentences on every difference, claims first, then by kind and key."""
    ids = _new_ids(now)
    old, new = _tables(earlier, ids), _tables(now, {})
    return [*_speakers(old["claim_timeline"], new["claim_timeline"]), *_differences(old, new)]


def _new_ids(now: Checked) -> dict[str, str]:
    return {old: new for (_, old), new in renamed(now).items()}


def _tables(checked: Checked, ids: Mapping[str, str]) -> dict[str, Rows]:
    """The derived tables that are compared, by key."""
    keys = {kind.table: kind.key for kind in KINDS} | {"claim_timeline": ("claim_id", "statement_id")}
    with closing(sqlite3.connect(":memory:")) as connection:
        fill(checked, connection)
        connection.row_factory = sqlite3.Row
        found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in keys}
    rows = {
        name: [{column: ids.get(row[column], row[column]) for column in row.keys()} for row in of_table]  # noqa: SIM118
        for name, of_table in found.items()
    }
    return {name: {tuple(str(row[part]) for part in keys[name]): row for row in rows[name]} for name in keys}


def _speakers(old: Rows, new: Rows) -> Iterator[str]:
    """Which claims have new statements, and which sides now speak of a claim, or no longer do."""
    sides = [_sides(rows) for rows in (old, new)]
    fresh: dict[str, list[str]] = defaultdict(list)
    for claim, statement in sorted(new.keys() - old.keys()):
        fresh[claim].append(f"{statement} {new[claim, statement]['stance']} it")
    for claim in sorted({*fresh, *sides[0], *sides[1]}):
        if claim in fresh:
            more = f" and {len(fresh[claim]) - 5} more" if len(fresh[claim]) > 5 else ""
            yield f"{claim} has {len(fresh[claim])} new: {', '.join(fresh[claim][:5])}{more}"
        before, after = (one.get(claim, set()) for one in sides)
        if claim in sides[0]:
            yield from (f"{claim}: {side} now speaks of it" for side in sorted(after - before))
        yield from (f"{claim}: {side} no longer speaks of it" for side in sorted(before - after))


def _sides(rows: Rows) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (claim, _), row in rows.items():
        if row["side"] and row["side"] != "none":
            found[claim].add(str(row["side"]))
    return found


def _differences(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[str]:
    for kind in KINDS:
        before, after = old[kind.table], new[kind.table]
        for key in sorted(before.keys() | after.keys()):
            if key not in before:
                yield f"new: {_told(kind, after[key])}"
            elif key not in after:
                yield f"gone: {_told(kind, before[key])}"
            elif kind.value and before[key][kind.value] != after[key][kind.value]:
                told = kind.told.format(**after[key])
                yield f"{told}: was {before[key][kind.value]}, is {after[key][kind.value]}"


def _told(kind: Kind, row: Mapping[str, object]) -> str:
    return kind.told.format(**row) + (f": {row[kind.value]}" if kind.value else "")
