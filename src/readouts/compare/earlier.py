"""Read an earlier state of the record, with which the present one is compared.

In: a folder that has the files where the record has them, as `git archive COMMIT` writes
it. Out: a `Before`, of which the gates need the ids and what was anchored, and an `Earlier`,
by which a change is told. What was wrong then is not found now.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from readouts.check import check
from readouts.check.gone import Before
from readouts.check.report import Report
from readouts.compare.change import Earlier
from readouts.package.descriptor import load
from readouts.package.json_objects import DESCRIPTOR, read_file
from readouts.package.model import Package


def read(folder: Path) -> Before:
    """The rows of every CSV file of the folder, as text, by path.

    Paths are relative to the folder, with strokes. Reads what can be read and raises OSError for the rest: what was
    wrong then is not found now.
    """
    rows = {}
    for path in sorted(folder.glob("*/*.csv")):
        text = io.StringIO(read_file(path).decode("utf-8-sig", "replace"), newline="")
        rows[path.relative_to(folder).as_posix()] = tuple(csv.DictReader(text, restkey="", restval=""))
    anchored = frozenset(row.get("quotation_id", "") for row in rows.get("seeds/anchors.csv", ()))
    ids = {path: frozenset(row["id"] for row in found if row.get("id")) for path, found in rows.items()}
    return Before(anchored, ids, rows)


def state(folder: Path, before: Before, report: Report, today: date, texts: Iterable[Path]) -> Earlier:
    """The earlier state with what derived tables are built from; or why there is none, in words.

    An earlier state of other columns is not built: today's queries could not read it.
    """
    if report.checked is None or not (folder / DESCRIPTOR).is_file():
        return Earlier(before, why_not="the earlier state has no datapackage.json")
    package, _ = load(folder)
    if package is None or _columns(package) != _columns(report.checked.package):
        return Earlier(before, why_not="the earlier state has other tables or columns")
    then = check(folder, today, texts)
    if then.checked is None:
        return Earlier(before, why_not="the earlier state has errors by the rules of today")
    return Earlier(before, then.checked)


def _columns(package: Package) -> list[tuple[Any, ...]]:
    return [(table.name, table.columns, table.key) for table in package.tables]
