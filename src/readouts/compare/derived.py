"""What a change means for what is derived: who now speaks, which shifts, contradictions and standings come and go.

In: two checked states, whose derived tables are built in memory. Out: sentences. Rows are
told apart by ids; where redirects rename one, both sides of the comparison have the new id.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from readouts.build.database import fill
from readouts.check.report import Checked
from readouts.compare.rows import renamed, verb
from readouts.vocabulary import Vocabulary, stored

Rows = dict[tuple[str, ...], Mapping[str, object]]


@dataclass(frozen=True)
class Kind:
    """A derived table whose rows come and go: what tells them apart, how one is told, what of it may change."""

    table: str
    key: tuple[str, ...]
    told: str
    value: str = ""


STANCES = ("stance", "earlier_stance", "later_stance", "affirmed_stance", "denied_stance")
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


def outcomes(earlier: Checked, now: Checked) -> list[str]:
    """Sentences on every difference: first what is no longer so, then what is new, which may be very much.

    Builds both states in memory, which takes as long as two builds; ids that were renamed since count as the same.
    """
    ids = _new_ids(now)
    old, new = _tables(earlier, ids), _tables(now, {})
    sides = _speakers(old["claim_timeline"], new["claim_timeline"])
    return [
        *_differences(old, new),
        *sides,
        *_appeared(old, new),
        *_spoken(old["claim_timeline"], new["claim_timeline"]),
    ]


def _new_ids(now: Checked) -> dict[str, str]:
    return {old: new for (_, old), new in renamed(now).items()}


def _tables(checked: Checked, ids: Mapping[str, str]) -> dict[str, Rows]:
    """The derived tables that are compared, by key, their stances as verbs."""
    keys = {kind.table: kind.key for kind in KINDS} | {"claim_timeline": ("claim_id", "statement_id")}
    with closing(sqlite3.connect(":memory:")) as connection:
        fill(checked, connection)
        known = stored(connection)
        connection.row_factory = sqlite3.Row
        found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in keys}
    rows = {name: [_told_in(dict(row), ids, known) for row in of_table] for name, of_table in found.items()}
    return {name: {tuple(str(row[part]) for part in keys[name]): row for row in rows[name]} for name in keys}


def _told_in(row: Mapping[str, object], ids: Mapping[str, str], known: Vocabulary) -> dict[str, object]:
    now = {column: ids.get(cell, cell) if isinstance(cell, str) else cell for column, cell in row.items()}
    return now | {column: verb(str(cell), known) for column, cell in now.items() if column in STANCES}


def _spoken(old: Rows, new: Rows) -> Iterator[str]:
    """Which claims have new statements."""
    fresh: dict[str, list[str]] = defaultdict(list)
    for claim, statement in sorted(new.keys() - old.keys()):
        fresh[claim].append(f"{statement} {new[claim, statement]['stance']} it")
    for claim, told in fresh.items():
        more = f" and {len(told) - 5} more" if len(told) > 5 else ""
        yield f"{claim} has {len(told)} new: {', '.join(told[:5])}{more}"


def _speakers(old: Rows, new: Rows) -> Iterator[str]:
    """Which sides now speak of a claim that was there, or no longer do."""
    before, after = _sides(old), _sides(new)
    for claim in sorted(before):
        yield from (f"{claim}: {side} now speaks of it" for side in sorted(after[claim] - before[claim]))
        yield from (f"{claim}: {side} no longer speaks of it" for side in sorted(before[claim] - after[claim]))


def _sides(rows: Rows) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (claim, _), row in rows.items():
        if row["side"] and row["side"] != "none":
            found[claim].add(str(row["side"]))
    return found


def _differences(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[str]:
    for kind in KINDS:
        before, after = old[kind.table], new[kind.table]
        for key, row in sorted(before.items()):
            if key not in after:
                yield f"gone: {_told(kind, row)}"
            elif kind.value and row[kind.value] != after[key][kind.value]:
                yield f"{_named(kind, after[key])}: was {row[kind.value]}, is {after[key][kind.value]}"


def _appeared(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[str]:
    for kind in KINDS:
        for key in sorted(new[kind.table].keys() - old[kind.table].keys()):
            yield f"new: {_told(kind, new[kind.table][key])}"


def _told(kind: Kind, row: Mapping[str, object]) -> str:
    return _named(kind, row) + (f": {row[kind.value]}" if kind.value else "")


def _named(kind: Kind, row: Mapping[str, object]) -> str:
    """What a row is of."""
    return kind.told.format(**row)
