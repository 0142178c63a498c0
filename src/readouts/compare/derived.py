"""What a change means for what is derived: who now speaks, which shifts, contradictions and standings come and go.

In: the reports on two states, whose derived tables are built in memory, those that are read here and no others. Out:
sentences by what they are of. Rows are told apart by ids; where redirects rename one, both sides of the comparison
have the new id. A report with errors will do, as long as its tables can be laid together.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from readouts.build.database import lay
from readouts.build.derive import derive
from readouts.check.evidence import Evidence
from readouts.check.memory import Memory
from readouts.check.report import Report
from readouts.compare.wording import verb
from readouts.read.typed_frames import Dataset
from readouts.vocabulary import Vocabulary, stored

Rows = dict[tuple[str, ...], Mapping[str, object]]


@dataclass(frozen=True)
class Outcome:
    """One thing that follows: of claims, standings, plans, contradictions, shifts, evidence or coverage."""

    of: str
    told: str


@dataclass(frozen=True)
class Kind:
    """A derived table whose rows come and go: what tells them apart, how one is told, what of it may change."""

    of: str
    table: str
    key: tuple[str, ...]
    told: str
    value: str = ""


STANCES = ("stance", "earlier_stance", "later_stance", "affirmed_stance", "denied_stance")
KINDS = (
    Kind("standings", "contact_standing", ("event_id",), "standing of {event_id}", "standing"),
    Kind("plans", "plan_outcomes", ("claim_id", "statement_id"), "{statement_id} on {claim_id}, as a plan", "outcome"),
    Kind(
        "contradictions",
        "contradictions",
        ("claim_id", "affirmed_statement_id", "denied_statement_id"),
        "contradiction on {claim_id}: {affirmed_statement_id} {affirmed_stance} it, {denied_statement_id}"
        " {denied_stance} it",
    ),
    Kind(
        "shifts",
        "shifts",
        ("claim_id", "earlier_statement_id", "later_statement_id", "level"),
        "change of line on {claim_id}: {voice} {earlier_stance} it, then {later_stance} it",
        "shift",
    ),
    Kind("coverage", "coverage", ("month", "level", "side"), "coverage of {month}, {level}, {side}", "state"),
)
KEYS = {kind.table: kind.key for kind in KINDS} | {"claim_timeline": ("claim_id", "statement_id")}
CANNOT = (
    sqlite3.Error,
    ValueError,
    AssertionError,
    KeyError,
)  # what `derive` raises of tables that contradict one another


def outcomes(earlier: Report, now: Report, ids: Mapping[str, str], memory: Memory) -> list[Outcome]:
    """Every difference: first what is no longer so, then what is new, which may be very much.

    `ids` are the present names of what was renamed since. Builds what is compared of both states, in memory, unless
    the `memory` has it. Raises one of CANNOT where the tables of a state cannot be laid together.
    """
    old, new = _tables(earlier, ids, memory), _tables(now, {}, memory)
    return [
        *_differences(old, new),
        *_speakers(old["claim_timeline"], new["claim_timeline"]),
        *_evidence(earlier, now, ids),
        *_appeared(old, new),
        *_spoken(old["claim_timeline"], new["claim_timeline"]),
    ]


def _tables(report: Report, ids: Mapping[str, str], memory: Memory) -> dict[str, Rows]:
    """The derived tables that are compared, by key, their stances as verbs."""
    data, proven = report.dataset, report.proven
    assert data is not None and proven is not None
    digests = tuple((name, raw.digest) for name, raw in sorted(report.raw.items()))
    given = (digests, data.package.tables, proven)
    known, found = memory.of(("compare", "derived"), given, lambda: _built(data, proven))
    rows = {name: [_told_in(row, ids, known) for row in of_table] for name, of_table in found.items()}
    return {name: {tuple(str(row[part]) for part in KEYS[name]): row for row in rows[name]} for name in KEYS}


def _built(dataset: Dataset, proven: tuple[Evidence, ...]) -> tuple[Vocabulary, dict[str, list[dict[str, object]]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        lay(dataset, proven, connection)
        derive(connection, KEYS)
        known = stored(connection)
        connection.row_factory = sqlite3.Row
        return known, {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in KEYS}


def _evidence(earlier: Report, now: Report, ids: Mapping[str, str]) -> Iterator[Outcome]:
    """Quotations that are proven in another way than they were, and how the new ones are."""
    was = {ids.get(one.quotation_id, one.quotation_id): one.state for one in earlier.proven or ()}
    fresh = Counter(one.state for one in now.proven or () if one.quotation_id not in was)
    for one in now.proven or ():
        before = was.get(one.quotation_id, one.state)
        if before != one.state:
            why = f" ({one.reason})" if one.reason else ""
            yield Outcome("evidence", f"evidence of {one.quotation_id}: was {before}, is {one.state}{why}")
    yield from (Outcome("evidence", f"evidence of new quotations: {n:,} {state}") for state, n in sorted(fresh.items()))


def _told_in(row: Mapping[str, object], ids: Mapping[str, str], known: Vocabulary) -> dict[str, object]:
    now = {column: ids.get(cell, cell) if isinstance(cell, str) else cell for column, cell in row.items()}
    return {**now, **{column: verb(str(cell), known) for column, cell in now.items() if column in STANCES}}


def _spoken(old: Rows, new: Rows) -> Iterator[Outcome]:
    """Which claims have new statements."""
    fresh: dict[str, list[str]] = defaultdict(list)
    for claim, statement in sorted(new.keys() - old.keys()):
        fresh[claim].append(f"{statement} {new[claim, statement]['stance']} it")
    for claim, told in fresh.items():
        more = f" and {len(told) - 5} more" if len(told) > 5 else ""
        yield Outcome("claims", f"{claim} has {len(told)} new: {', '.join(told[:5])}{more}")


def _speakers(old: Rows, new: Rows) -> Iterator[Outcome]:
    """Which sides now speak of a claim that was there, or no longer do."""
    before, after = _sides(old), _sides(new)
    for claim in sorted(before):
        yield from (
            Outcome("claims", f"{claim}: {side} {does} of it")
            for does, sides in (
                ("now speaks", after[claim] - before[claim]),
                ("no longer speaks", before[claim] - after[claim]),
            )
            for side in sorted(sides)
        )


def _sides(rows: Rows) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for (claim, _), row in rows.items():
        if row["side"] and row["side"] != "none":
            found[claim].add(str(row["side"]))
    return found


def _differences(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[Outcome]:
    for kind in KINDS:
        before, after = old[kind.table], new[kind.table]
        for key, row in sorted(before.items()):
            if key not in after:
                yield Outcome(kind.of, f"gone: {_told(kind, row)}")
            elif kind.value and row[kind.value] != after[key][kind.value]:
                told = f"{_named(kind, after[key])}: was {row[kind.value]}, is {after[key][kind.value]}"
                yield Outcome(kind.of, told)


def _appeared(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[Outcome]:
    for kind in KINDS:
        for key in sorted(new[kind.table].keys() - old[kind.table].keys()):
            if new[kind.table][key].get("state") == "not coded":
                continue  # a month that nobody looked for yet says nothing
            yield Outcome(kind.of, f"new: {_told(kind, new[kind.table][key])}")


def _told(kind: Kind, row: Mapping[str, object]) -> str:
    return _named(kind, row) + (f": {row[kind.value]}" if kind.value else "")


def _named(kind: Kind, row: Mapping[str, object]) -> str:
    """What a row is of."""
    return kind.told.format(**row)
