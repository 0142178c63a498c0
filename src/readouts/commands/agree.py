"""Compare two sheets of one text, as two readers coded it: how far they agree, and what is to be settled.

In: options. Out: alpha of each column and every difference, printed; 0 where they agree in all, else 1.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.commands.surroundings import display_of, text_finder

if TYPE_CHECKING:
    from readouts.package.model import Package
    from readouts.sheet.blocks import Sheet
    from readouts.sheet.compared import Compared

TAKES = ("first", "second", "root", "texts", "rows")
EXTRA = "develop"


def run(options: argparse.Namespace) -> int:
    """Print how far two sheets agree, and where they do not."""
    from readouts.check.structure import read_tables
    from readouts.package.descriptor import load
    from readouts.sheet.agreement import agreements
    from readouts.sheet.compared import compared
    from readouts.sheet.record import record
    from readouts.sheet.whole import page_of
    from readouts.vocabulary import declared

    package, findings = load(options.root)
    tables, findings = read_tables(package) if package else ({}, findings)
    if package is None or findings:
        return _stop(f"{findings[0].path}: {findings[0].problem}. {findings[0].fix}")
    try:
        sheets = [_sheet(package, path) for path in (options.first, options.second)]
    except OSError as error:
        return _stop(f"{error.filename} cannot be read ({error.strerror}). Name a file that is there.")
    first, second = sheets
    if first is None or second is None:
        return 1
    current = record(package, tables)
    source_id = first.source.texts.get("id", "") or second.source.texts.get("id", "")
    found = compared(first, second, current, page_of(current, source_id, text_finder(options)))
    if options.rows:
        print(_rows(package, found), end="")
        return int(any(not one.agree for one in found.readings))
    scale = {code: one.scale or 0 for code, one in declared(package).stances.items()}
    lines = list(_differences(found))
    print("column            units   same   Krippendorff's alpha")
    for one in agreements(found.readings, scale):
        print(f"{one.column:<16} {one.units:>6} {one.same:>6}   {one.told}")
    print("\n".join(["", "to settle:", *lines] if lines else ["", "nothing to settle"]))
    return int(bool(lines))


def _sheet(package: "Package", path: Path) -> "Sheet | None":
    """A sheet as it stands; None, and what is wrong with it printed, where it cannot be read."""
    from readouts.check.report import Report
    from readouts.report import REPORTS
    from readouts.sheet import blocks, yaml_text
    from readouts.sheet.form import forms

    node, findings = yaml_text.read(path.as_posix(), path.read_bytes())
    if node is not None:
        sheet, findings = blocks.read(path.as_posix(), node, forms(package))
    if node is None or findings:
        print(REPORTS["terminal"](Report(tuple(sorted(findings))), display_of(False)))
        return None
    return sheet


def _rows(package: "Package", found: "Compared") -> str:
    """The rows of the table agreement: where the readers differ, what is settled is left to be filled in."""
    from readouts.tidy import canonical

    table = package.table("agreement")
    rows = ({**vars(one), "settled": one.first if one.agree else ""} for one in found.readings)
    return canonical.text(table, (tuple(row[column] for column in table.columns) for row in rows))


def _differences(found: "Compared") -> Iterator[str]:
    from readouts.finding import shown

    for one in found.readings:
        if not one.agree:
            unit = "" if one.unit == one.row_id else f" ({shown(one.unit, 70)})"
            told = " / ".join(shown(cell) or "nothing" for cell in (one.first, one.second))
            yield f"  {one.row_id}{unit}  {one.column}: {told}"
    for which, alone in (("first", found.first_alone), ("second", found.second_alone)):
        for coded in alone:
            yield f"  line {coded.line} of the {which} sheet: a statement that the other has not"


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
