"""Second gate: does each cell hold what its column allows? Judged by polars, all columns of a table at once.

The checks are those of the pandera schemas (`pandera_schemas`), which the referee runs whole: loading pandera takes
longer than judging every cell of the record, and a curator waits for it.

In: the raw tables. Out: typed frames when every cell passed, and the findings, each on
the line and the column of its cell.
"""

from functools import partial

import polars as pl

from readouts.check.cell_checks import verdict
from readouts.check.cell_words import filled, told
from readouts.check.memory import Memory
from readouts.finding import Finding, shown
from readouts.package.model import Field, Package
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset, text_frame, typed_frame


def check_cells(
    package: Package, tables: dict[str, RawTable], memory: Memory | None = None
) -> tuple[Dataset, list[Finding]]:
    """Judge every cell of every table; in the frames of the data set a cell that failed is empty.

    Findings are sorted, one a cell: that it is empty, or the first check that it fails (`cell_checks` has their
    order). A cell that fails hides no other.
    """
    memory = memory or Memory()
    frames, findings = {}, []
    for name, raw in tables.items():
        frames[name], wrong = memory.of(("cells", name), (raw.table, raw.digest), partial(_judged, raw))
        findings += wrong
    return Dataset(package, frames), sorted(findings)


def _judged(raw: RawTable) -> tuple[pl.DataFrame, list[Finding]]:
    text, fields = text_frame(raw), {field.name: field for field in raw.table.fields}
    failed = text.select(verdict(field).alias(name) for name, field in fields.items())
    findings = [
        _finding(raw, row, fields[column.name], column[row])
        for column in failed
        for row in column.is_not_null().arg_true()
    ]
    passed = text.with_columns(
        pl.when(column.is_null()).then(text[column.name]).alias(column.name)
        for column in failed
        if column.null_count() < len(column)
    )
    return typed_frame(raw.table, passed), findings


def _finding(raw: RawTable, row: int, field: Field, rule: str) -> Finding:
    if rule == "cell.required":
        problem, fix = "the cell is empty, and the column needs a value", filled(field)
    else:
        cell = raw.rows[row][raw.header.index(field.name)]
        problem, fix = told(rule, cell, field)
        problem = f'"{shown(cell)}" {problem}'
    return Finding(raw.table.path, raw.line(row), field.name, rule, shown(raw.row_id(row), 200), problem, fix)
