"""The gates, one after the other: structure, cells, links, rules and evidence.

In: the folder of a package, the day on which it is checked, the folders where texts lie. Out: a `Report` of what
was found and what was checked, and, when no error was found, the receipt (`Checked`)
without which nothing is built. A later gate waits for the ones before it, so that one
typo gives one finding.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from readouts.check.cells import check_cells
from readouts.check.evidence import STATES, check_evidence, held_texts, not_run
from readouts.check.evidence_rules import RULES
from readouts.check.excerpts import with_excerpts
from readouts.check.gone import Before, gone
from readouts.check.links import check_links
from readouts.check.memory import Memory
from readouts.check.report import Checked, Report
from readouts.check.sql_rules import check_rules, rules
from readouts.check.structure import read_tables
from readouts.check.table_sizes import table_sizes
from readouts.finding import Finding, Severity
from readouts.package.descriptor import load
from readouts.package.json_objects import DESCRIPTOR
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset

NOTHING = Before()
NEEDED = (
    "anchors",
    "claims",
    "codes",
    "corrections",
    "event_participants",
    "events",
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
)
GATES = ("package", "structure", "cells", "links", "rules and evidence")


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
    if findings:
        return replace(_report(findings, tables), waiting=GATES[2:])
    dataset, findings = check_cells(package, tables, memory)
    if dataset is None:
        return replace(_report(findings, tables), waiting=GATES[3:])
    findings = check_links(dataset, tables, memory) or _not_there(dataset)
    if findings:
        return replace(_report(findings, tables), waiting=GATES[4:], dataset=dataset)
    held = held_texts(dataset, folders)
    evidence, found = check_evidence(dataset, tables, held, before.anchored)
    findings = check_rules(dataset, tables, today, RULES, found, not_run(dataset, held, before.anchored), memory)
    findings = sorted([*findings, *gone(dataset, before)])
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    states = {state: sum(one.state == state for one in evidence) for state in STATES}
    return replace(
        _report(findings, tables),
        rules=len(rules()) + len(RULES),
        texts=(len(held), len(dataset.frames["texts"])),
        evidence=states,
        proven=evidence,
        dataset=dataset,
        checked=None if errors else Checked(dataset, tables, evidence),
    )


def _not_there(dataset: Dataset) -> list[Finding]:
    """That rules cannot run where a table is not declared."""
    missing = ", ".join(name for name in NEEDED if name not in dataset.frames)
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
