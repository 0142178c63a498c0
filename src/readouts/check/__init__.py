"""The gates, one after the other: structure, cells, links, rules and evidence.

In: the folder of a package, the day on which it is checked, the folders where texts lie. Out: a `Report` of what
was found and what was checked, and, when no error was found, the receipt (`Checked`)
without which nothing is built. A later gate waits for the ones before it, so that one
typo gives one finding.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import polars as pl

from readouts.check.cells import check_cells
from readouts.check.evidence import READS, STATES, Evidence, check_evidence, not_run
from readouts.check.evidence_rules import RULES
from readouts.check.excerpts import with_excerpts
from readouts.check.floors import floor_tables
from readouts.check.gone import Before, gone
from readouts.check.held_texts import held_texts
from readouts.check.links import check_links
from readouts.check.looked import evidence_looked
from readouts.check.memory import Memory
from readouts.check.report import Checked, Report
from readouts.check.soundness import Soundness
from readouts.check.sql_rules import check_rules, rules
from readouts.check.structure import read_tables
from readouts.check.table_sizes import table_sizes
from readouts.finding import Finding, Severity
from readouts.package.descriptor import load
from readouts.package.json_objects import DESCRIPTOR
from readouts.package.model import Package
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset
from readouts.tidy.canonical import text

NOTHING = Before()
NEEDED = (
    "anchors",
    "claims",
    "codes",
    "corrections",
    "event_participants",
    "events",
    "floors",
    "organizations",
    "people",
    "quotations",
    "redirects",
    "roles",
    "source_citations",
    "sources",
    "stances",
    "statements",
    "texts",
    "topics",
    "waivers",
    "witnesses",
)
GATES = ("package", "structure", "cells", "links", "rules", "evidence")


def check(
    root: Path,
    today: date,
    folders: Iterable[Path] = (),
    before: Before = NOTHING,
    memory: Memory | None = None,
) -> Report:
    """Check the package under `root` as of `today`, with the texts that lie in `folders`.

    `before` is what an earlier state of the record held: it must not fall, and not be gone. With the `memory` of
    earlier checks, what depends on nothing that changed since is not worked out again, and the report is the same.
    """
    memory = memory or Memory()
    package, findings = load(root)
    if package is None:
        return Report(tuple(findings), waiting=GATES[1:])
    tables, findings = read_tables(package, memory)
    dataset, cells = check_cells(package, tables, memory)
    sound = Soundness.of(package, tables, [*findings, *cells])
    unfollowed = sum(not sound.column(link.table, link.target) for table in package.tables for link in table.links)
    findings += [*cells, *check_links(dataset, tables, sound, memory), *_not_there(package)]
    readable, sound = sound.whole, Soundness.of(package, tables, findings)
    held = held_texts(dataset, folders) if sound.table("texts") else {}
    evidence, further, run = _further(dataset, tables, today, held, before, sound, memory)
    findings = sorted([*findings, *further])
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    return replace(
        _report(findings, tables),
        rules=len(run),
        looked=run,
        texts=(0, 0) if evidence is None else (len(held), len(dataset.frames["texts"])),
        evidence=_states(evidence),
        proven=evidence,
        not_canonical=tuple(raw.table.path for raw in tables.values() if not _canonical(raw, memory)),
        waiting=_waiting(sound, unfollowed, len(run), evidence is None),
        dataset=dataset if readable else None,
        checked=None if errors or evidence is None else Checked(dataset, tables, evidence),
    )


def _further(
    dataset: Dataset,
    tables: dict[str, RawTable],
    today: date,
    held: dict[str, bytes],
    before: Before,
    sound: Soundness,
    memory: Memory,
) -> tuple[tuple[Evidence, ...] | None, list[Finding], dict[str, int]]:
    """The last gates, as far as what they read is sound: evidence, or None; what is found; at how many rows each rule
    that was run looked.

    Without the waivers nothing can be told: what they switch off would be found.
    """
    if not sound.table("waivers") or any(name not in sound.names for name in NEEDED):
        return None, gone(dataset, before, sound), {}
    evidence, found = None, list[Finding]()
    if sound.table(*READS):
        evidence, found = check_evidence(dataset, tables, held, before, memory)
    not_run_places = not_run(dataset, held, before) if sound.table("quotations", "texts") else []
    counts = {} if evidence is None else _floors(dataset, evidence, before, sound)
    findings, run = check_rules(dataset, tables, today, RULES, found, not_run_places, sound, memory, counts)
    if evidence is not None:
        run |= evidence_looked(dataset, held.keys(), before.anchored)
    return evidence, [*findings, *gone(dataset, before, sound)], dict(sorted(run.items()))


def _floors(
    dataset: Dataset, evidence: tuple[Evidence, ...], before: Before, sound: Soundness
) -> dict[str, pl.DataFrame]:
    """The tables of the rules on floors, where nothing is wrong in what the floors count."""
    if not sound.table("floors"):
        return {}
    counted = sound.names.intersection(dataset.frames["floors"]["table"])
    return floor_tables(dataset, evidence, before) if sound.table(*counted) else {}


def _canonical(raw: RawTable, memory: Memory) -> bool:
    """Whether a file is as the formatter would write it."""
    given = (raw.table, raw.digest)
    form = memory.of(("form", raw.table.name), given, lambda: sha256(text(raw.table, raw.rows).encode()).hexdigest())
    return form == raw.digest


def _states(evidence: tuple[Evidence, ...] | None) -> dict[str, int]:
    return {} if evidence is None else {state: sum(one.state == state for one in evidence) for state in STATES}


def _waiting(sound: Soundness, unfollowed: int, run: int, unproven: bool) -> tuple[str, ...]:
    """What could not be judged since it reads what is wrong, in words."""
    every = len(rules()) + len(RULES)
    told = {
        f"cells of {_many(len(sound.unread), 'table')}": len(sound.unread),
        _many(unfollowed, "column") + " of links": unfollowed,
        f"{every - run} of {every} rules": every - run,
        "evidence": unproven,
    }
    return tuple(words for words, number in told.items() if number)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _not_there(package: Package) -> list[Finding]:
    """That rules cannot run where a table is not declared."""
    declared = {table.name for table in package.tables}
    missing = ", ".join(name for name in NEEDED if name not in declared)
    problem, fix = f"no table is called {missing}, which rules read", "Declare the table as a resource."
    return [Finding(DESCRIPTOR, 0, "resources", "package.descriptor", "", problem, fix)] if missing else []


def _report(findings: Iterable[Finding], tables: dict[str, RawTable]) -> Report:
    """A report on tables that were read; each finding with what stands where it points."""
    return Report(
        tuple(with_excerpts(findings, tables)),
        tables=len(tables),
        rows=sum(len(raw.rows) for raw in tables.values()),
        sizes=table_sizes(findings, tables),
        raw=tables,
    )
