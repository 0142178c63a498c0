"""Add a sheet (a text with what is said in it) to the record: work out what follows, check it, write it all or not at all.

In: options. Out: what was found, what was added and what it does to claims, printed, and an exit code.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from readouts.commands.surroundings import display_of, folders, text_finder

if TYPE_CHECKING:
    from readouts.check.report import Report
    from readouts.sheet.whole import Outcome, Surroundings

TAKES = ("sheet", "root", "text", "texts", "dry-run")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Add a sheet to the record, or with --dry-run say what would be added."""
    from readouts.sheet.whole import outcome

    try:
        data, given = options.sheet.read_bytes(), options.text.read_bytes() if options.text else None
    except OSError as error:
        return _stop(f"{error.filename} cannot be read ({error.strerror}). Name a file that is there.")
    here = _surroundings(options)
    if here is None:
        print("nothing added: the record has errors without the sheet; correct them first")
        return 1
    finder = text_finder(options)
    found = outcome(here, options.sheet.as_posix(), data, lambda name: finder(name) if given is None else given)
    if found.report.findings or found.report.tables:
        _print(found.report)
    if found.stopped:
        print("nothing added: correct the sheet first")
        return 1
    print("\n".join(_added(found, finder)))
    if found.files and not options.dry_run:
        _write(options, found)
    elif found.files:
        print("nothing written: --dry-run")
    return 0


def _surroundings(options: argparse.Namespace) -> "Surroundings | None":
    """The record as it is, checked; None, and its report printed, where it has errors."""
    from readouts.check import check
    from readouts.compare.earlier import read
    from readouts.sheet.whole import Surroundings

    today, texts = date.today(), folders(options)
    report = check(options.root, today, texts)
    if report.checked is None:
        _print(report)
        return None
    return Surroundings(report.checked, report, read(options.root), tuple(texts), today)


def _print(report: "Report") -> None:
    from readouts.report import REPORTS

    print(REPORTS["terminal"](report, display_of(False)))


def _added(found: "Outcome", finder) -> Iterator[str]:
    """What was added, table by table and row by row."""
    if not found.new:
        yield f"nothing to add: the record has all that the sheet says of {found.source_id}"
        return
    for table, keys in found.new.items():
        yield f"{table}: {len(keys)} added" + ("" if table == "anchors" else f": {', '.join(keys)}")
    if found.text is None:
        yield "the text is not here: its words are held to the digests that the sheet has kept"


def _write(options: argparse.Namespace, found: "Outcome") -> None:
    from readouts.tidy.all_or_none import replace_all

    files = dict(found.files or {})
    if found.text and text_finder(options)(found.text[0]) is None:
        kept = options.root / "seeds" / "texts"
        kept.mkdir(exist_ok=True)
        files[f"seeds/texts/{found.text[0]}"] = found.text[1]
    replace_all(options.root, files, "add")
    print("\n".join(f"written: {path}" for path in files))


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
