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
codes are read) and `row_keys(table_name, row_key)`. Rules on waivers also see `found(rule,
table_name, row_id)`, which holds the places where a rule could not run too, and `rules(rule)`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import polars as pl

from readouts.finding import Finding, NotWhole, Rule, Severity, shown
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset
from readouts.vocabulary import vocabulary
from readouts.vocabulary.colours import contrasts

PLACE = "src/readouts/check/rules"
CONTRASTS = dict.fromkeys(("list", "code", "column_name", "meets"), pl.String) | {"contrast": pl.Float64}


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
) -> list[Finding]:
    """Run every rule, and take out what waivers switch off.

    `others` are rules that are no SQL files, and `found` what they found: waivers hold for
    them alike. `not_run` are places (rule, table, row) where one of them could not run.
    Returns what is left, with findings on waivers that nothing needed.
    """
    connection = _connect(dataset, today, others)
    findings = [
        _finding(rule, row, tables)
        for rule in rules()
        if not rule.about_waivers
        for row in connection.execute(rule.sql).fetchall()
    ]
    findings += found
    names = {raw.table.path: name for name, raw in tables.items()}
    places = [(finding.rule, names.get(finding.path, ""), finding.row_id) for finding in findings]
    _register(connection, "found", ("rule", "table_name", "row_id"), [*places, *not_run])
    waived = set(dataset.frames["waivers"].select("rule", "table", "row_id").iter_rows())
    kept = [finding for finding, place in zip(findings, places, strict=True) if place not in waived]
    return sorted(
        kept
        + [
            _finding(rule, row, tables)
            for rule in rules()
            if rule.about_waivers
            for row in connection.execute(rule.sql).fetchall()
        ]
    )


def _connect(dataset: Dataset, today: date, others: Iterable[Rule]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name, frame in dataset.frames.items():
        _take(connection, name, frame)
    _take(connection, "today", pl.DataFrame({"day": [today]}))
    contrasted = contrasts(vocabulary(dataset.frames["codes"].iter_rows(named=True)))
    _take(connection, "contrasts", pl.DataFrame(list(contrasted), schema=CONTRASTS, orient="row"))
    keys = [frame.select(pl.lit(name).alias("table_name"), "row_key") for name, frame in dataset.frames.items()]
    _take(connection, "row_keys", pl.concat(keys))
    _register(
        connection,
        "fields",
        ("table_name", "column_name", "list", "code"),
        [
            (table.name, field.name, field.codes, code)
            for table in dataset.package.tables
            for field in table.fields
            if field.codes
            for code in field.enum
        ],
    )
    _register(connection, "rules", ("rule",), [(rule.slug,) for rule in (*rules(), *others)])
    return connection


def _register(
    connection: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    _take(connection, name, pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row"))


def _take(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """Copy a frame into a table of the connection."""
    connection.register("arriving", _Stream(frame))
    connection.execute(f'CREATE TEMP TABLE "{name}" AS FROM arriving')
    connection.unregister("arriving")


@dataclass(frozen=True)
class _Stream:
    """A frame, of which DuckDB sees only that it can be streamed: of a polars frame it asks for pyarrow (176 MB)."""

    frame: pl.DataFrame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


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
