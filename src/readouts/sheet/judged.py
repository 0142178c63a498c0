"""The record with a sheet in it, checked as `validate` checks it, before a byte of it is written.

In: the files as they would be, and where texts lie. Out: the report of the check on a copy of the package, each
finding at the line and the key of the sheet. What is found without the sheet too is left out.
"""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from readouts.check import check
from readouts.check.cells import check_cells
from readouts.check.excerpts import with_excerpts
from readouts.check.gone import Before
from readouts.check.report import Report
from readouts.finding import Finding
from readouts.package.json_objects import DESCRIPTOR
from readouts.package.model import Package
from readouts.read.csv_rows import RawTable
from readouts.sheet.blocks import Block, Sheet
from readouts.sheet.record import Record
from readouts.sheet.rows import Laid
from readouts.sheet.twice import by_name, named, twice


def judged(
    package: Package,
    files: Mapping[str, bytes],
    texts: Mapping[str, bytes],
    folders: Iterable[Path],
    today: date,
    before: Before,
) -> Report:
    """The report on the package with `files` in place of its own, by path; `texts` are at hand too, by their names."""
    with TemporaryDirectory() as scratch:
        root, held = Path(scratch) / "package", Path(scratch) / "texts"
        held.mkdir()
        for name, data in texts.items():
            (held / name).write_bytes(data)
        for path in _paths(package):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if path in files:
                target.write_bytes(files[path])
            else:
                shutil.copyfile(package.root / path, target)
        return check(root, today, [held, *folders], before)


def _paths(package: Package) -> list[str]:
    schemas = {str(resource["schema"]) for resource in package.descriptor["resources"]}
    return [DESCRIPTOR, *sorted(schemas), *(table.path for table in package.tables)]


def cells(sheet: Sheet, made: Laid, package: Package) -> list[Finding]:
    """What is wrong with the cells of a sheet whose names or words are not right yet, and does not wait for those."""
    tables = {}
    for name, rows in made.rows.items():
        table = package.table(name)
        tables[name] = RawTable(table, "", table.columns, tuple(tuple(row.values()) for row in rows.values()))
    names = {raw.table.path: name for name, raw in tables.items()}
    found = with_excerpts(check_cells(package, tables)[1], tables)
    blocks = [(one, made.blocks.get((names[one.path], one.row_id))) for one in found]
    return [_moved(one, sheet, block) for one, block in blocks if block and not _waits(one, block, made)]


def _waits(finding: Finding, block: Block, made: Laid) -> bool:
    """Whether a cell is empty since a name is not known yet, or a passage is not settled since words were not found."""
    if finding.column == "passage" and block in made.wrong:
        return True
    key = block.form.by_column.get(finding.column)
    worked_out = key is None or bool(key.link) or finding.column in ("id", "passage")
    return finding.rule == "cell.required" and worked_out


def on_the_sheet(report: Report, earlier: Report, sheet: Sheet, made: Laid, current: Record) -> Report:
    """The report with its findings at the lines of the sheet; those of the earlier report are left out.

    Each is there since the sheet is: one on a row that the sheet has not is told at the row of the sheet that it names.
    """
    tables = {table.path: table.name for table in current.package.tables}
    known = {_said(finding) for finding in earlier.findings}
    told = []
    for finding in report.findings:
        if _said(finding) in known:
            continue
        table = tables.get(finding.path, "")
        finding = by_name(finding, table, made, current)
        if block := made.blocks.get((table, finding.row_id)):
            told.append(_moved(twice(finding, table, finding.row_id, made, current), sheet, block))
        else:
            told.append(_of_another(finding, table, sheet, made, current))
    return replace(report, findings=tuple(sorted(told)))


def _of_another(finding: Finding, table: str, sheet: Sheet, made: Laid, current: Record) -> Finding:
    """A finding on a row of the record, at the row of the sheet that it names; else at the head of the sheet."""
    mine = next((one for one in named(finding.problem) if (table, one) in made.blocks), "")
    block = made.blocks.get((table, mine)) or _any_named(finding, made) or sheet.source
    row = f"{finding.path}, {finding.row_id}" if finding.row_id else finding.path
    finding = replace(finding, problem=f"{finding.problem} (found at the row that is there: {row})", excerpt=None)
    return _moved(twice(finding, table, mine, made, current), sheet, block)


def _any_named(finding: Finding, made: Laid) -> Block | None:
    """The block of any row of the sheet that the problem names."""
    told = set(named(finding.problem))
    return next((block for (_, row_id), block in made.blocks.items() if row_id in told), None)


def _said(finding: Finding) -> tuple[str, ...]:
    """A finding without the line, which rows before it move."""
    return finding.path, finding.column, finding.rule, finding.row_id, finding.problem


def _moved(finding: Finding, sheet: Sheet, block: Block | None) -> Finding:
    if block is None:
        return finding
    key = next((key.name for key in block.form.by_column.values() if key.column == finding.column), finding.column)
    key = key if key in block.form.words else ""
    return replace(finding, path=sheet.path, line=block.lines.get(key, block.line), column=key)
