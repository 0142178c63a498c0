"""Fourth gate: rules over several tables, one SQL file each, run by DuckDB.

Why SQL: a rule is a query that returns the offending rows, so that a researcher can
read it and run it. In: the typed data set and the day on which it is checked. Out:
findings on the line of each offending row, less those that a row of `waivers` switches
off.

A file `rules/<slug>.sql` begins with three comments: `-- error` or `-- warning`; what
must hold, in a sentence; `-- Fix: ...`. Its query returns `table_name`, `row_key`,
`column_name`, `problem`. It sees every table with `row_key` (the key, parts joined by a
slash), `_earliest`, `_latest` and `_weekdays` (those that it allows) for each EDTF column,
and beside them `today(day)`, `fields(table_name, column_name, list, code)` (the values that the
schemas allow), `contrasts(list, code, column_name, meets, contrast)` (how well the colours of
codes are read), `row_keys(table_name, row_key)` and the two tables of `floors`. Rules on waivers also see `found(rule,
table_name, row_id)`, which holds the places where a rule could not run too, and `rules(rule)`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import polars as pl

from readouts.check.memory import Memory
from readouts.check.rule_tables import RuleTables, Shelf
from readouts.check.soundness import Soundness
from readouts.finding import Finding, NotWhole, Rule, Severity, shown
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset

PLACE = "src/readouts/check/rules"
FOUND = dict.fromkeys(("rule", "table_name", "row_id"), pl.String)


@dataclass(frozen=True)
class SqlRule(Rule):
    """A rule over several tables, as its file states it."""

    sql: str

    @property
    def about_waivers(self) -> bool:
        """Whether the rule reads what the others found."""
        return self.slug.startswith("waiver.")


@cache
def rules() -> tuple[SqlRule, ...]:
    """Every rule that is a SQL file, by slug."""
    found = (
        _rule(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in files("readouts.check").joinpath("rules").iterdir()
        if file.name.endswith(".sql")
    )
    return tuple(sorted(found, key=lambda rule: rule.slug))


def _rule(slug: str, text: str) -> SqlRule:
    told = [line.removeprefix("-- ") for line in text.split("\n") if line.startswith("-- ")]
    if len(told) < 3 or told[0] not in {*Severity} or not told[-1].startswith("Fix: "):
        wanted = "-- error (or warning)\n  -- What must hold, in a sentence.\n  -- Fix: what to do."
        raise NotWhole(f"{PLACE}/{slug}.sql does not begin with the three comments\n  {wanted}")
    return SqlRule(slug, Severity(told[0]), " ".join(told[1:-1]), told[-1].removeprefix("Fix: "), text)


def check_rules(
    dataset: Dataset,
    tables: dict[str, RawTable],
    today: date,
    others: Iterable[Rule] = (),
    found: Iterable[Finding] = (),
    not_run: Iterable[tuple[str, str, str]] = (),
    sound: Soundness | None = None,
    memory: Memory | None = None,
    worked_out: Mapping[str, pl.DataFrame] = MappingProxyType({}),
) -> tuple[list[Finding], dict[str, int]]:
    """Run every rule that reads nothing that is not sound, and take out what waivers switch off.

    `others` are rules that are no SQL files, and `found` what they found: waivers hold for
    them alike. `not_run` are places (rule, table, row) where one of them could not run.
    A rule is not run again where all columns that it reads are as in an earlier check with this memory. `worked_out`
    are tables that are no part of the record, and that rules read.
    Returns what is left, with findings on waivers that nothing needed where all is sound; and of each rule that was run
    how many rows it looked at.
    """
    memory = memory or Memory()
    read = RuleTables(dataset, today, (*rules(), *others), worked_out, memory.of(("shelf",), (), Shelf))
    sound = sound or Soundness(dataset.package, frozenset(), {})
    run = [rule for rule in rules() if (sound.whole if rule.about_waivers else read.can_run(rule.sql, sound))]

    def tells(rule: SqlRule) -> tuple[list[tuple[Any, ...]], int]:
        return memory.of(("rule", rule.slug), read.given(rule.sql), partial(_told, read, rule.sql))

    told = {rule.slug: tells(rule) for rule in run if not rule.about_waivers}
    findings = [_finding(rule, row, tables) for rule in run if rule.slug in told for row in told[rule.slug][0]]
    findings += found
    names = {raw.table.path: name for name, raw in tables.items()}
    places = [(finding.rule, names.get(finding.path, ""), finding.row_id) for finding in findings]
    read.add("found", pl.DataFrame([*places, *not_run], schema=FOUND, orient="row"))
    waived = set(dataset.frames["waivers"].select("rule", "table", "row_id").iter_rows())
    kept = [finding for finding, place in zip(findings, places, strict=True) if place not in waived]
    told |= {rule.slug: tells(rule) for rule in run if rule.about_waivers}
    about = [_finding(rule, row, tables) for rule in run if rule.about_waivers for row in told[rule.slug][0]]
    return sorted(kept + about), {rule.slug: told[rule.slug][1] for rule in run}


def _told(read: RuleTables, sql: str) -> tuple[list[tuple[Any, ...]], int]:
    """What a rule returns, and how many rows it looked at."""
    return read.rows(sql), read.looked(sql)


def _finding(rule: SqlRule, row: tuple[Any, ...], tables: dict[str, RawTable]) -> Finding:
    table, row_id, column, problem = row
    return Finding(
        tables[table].table.path,
        tables[table].lines.get(row_id, 0),
        column,
        rule.slug,
        shown(row_id, 200),
        shown(problem, 300),
        rule.fix,
        rule.severity,
    )
