"""Add a sheet, a text with what is said in it, to the record: checked first, and then wholly or not at all.

In: options. Out: what was found, what was added and what it does to claims, printed, and an exit code.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from readouts.commands.surroundings import display_of, folders, step, text_finder

if TYPE_CHECKING:
    from readouts.check.report import Report
    from readouts.sheet.whole import Outcome, Surroundings

TAKES = ("sheet", "root", "text", "texts", "dry-run")
EXTRA = "build"
SERVED = "http://127.0.0.1:8001"  # where `make serve` shows the record
KEPT = "seeds/texts"  # where a text is kept that lies nowhere else; git passes it over


def run(options: argparse.Namespace) -> int:
    """Add a sheet to the record, or with --dry-run say what would be added."""
    from readouts.sheet.whole import outcome

    try:
        data, given = options.sheet.read_bytes(), options.text.read_bytes() if options.text else None
    except OSError as error:
        return _stop(f"{error.filename} cannot be read ({error.strerror}). Name a file that is there.")
    here = _surroundings(options)
    if here is None:
        return 1
    finder = text_finder(options)
    named = options.text.as_posix() if options.text else ""
    with step("reading the sheet, and checking the record with it"):
        path = options.sheet.as_posix()
        found = outcome(here, path, data, lambda name: finder(name) if given is None else given, named)
    if found.stopped:
        _print(found.report)
        print("nothing added: correct the sheet first")
        return 1
    print("\n".join(_added(found)), end="\n\n" if found.new else "\n")
    if found.new:
        _print(found.report)
        print(_counted(found.report, here.report.checked is not None))
        _write(options, found)
    return 0


def _surroundings(options: argparse.Namespace) -> "Surroundings | None":
    """The record as it is; None, and what is wrong printed, where its tables cannot be read."""
    from readouts.check import check
    from readouts.compare.earlier import read
    from readouts.package.descriptor import load
    from readouts.sheet.form import missing
    from readouts.sheet.record import record
    from readouts.sheet.whole import Surroundings

    today, texts = date.today(), folders(options)
    with step("checking the record"):
        report = check(options.root, today, texts)
    package, _ = load(options.root)
    if package is None or len(report.raw) < len(package.tables) or missing(package):
        _print(report)
        print("nothing added: correct the record first")
        return None
    return Surroundings(record(package, dict(report.raw)), report, read(options.root), tuple(texts), today)


def _print(report: "Report") -> None:
    from readouts.report import REPORTS

    print(REPORTS["terminal"](report, display_of(False)))


def _added(found: "Outcome") -> Iterator[str]:
    """What is new, table by table and row by row."""
    if not found.new:
        yield f"nothing to add: the record has all that the sheet says of {found.source_id}"
        return
    for table, keys in found.new.items():
        told = [] if table == "anchors" else [f"    {key}" for key in keys]
        yield "\n".join([f"{table}: {len(keys)} more", *told])
    if found.text is None:
        kept = "held to the digests that the sheet has kept, and to nothing else"
        yield f"the text is not here: its words are {kept if 'anchors' in found.new else 'proven by nothing'}"


def _counted(report: "Report", compared: bool) -> str:
    """Why more rules were run than `validate` runs."""
    from readouts.compare.rows import RULES as OF_CHANGES
    from readouts.sheet.whole import RULES as OF_SHEETS

    of_changes = len(OF_CHANGES) if compared else 0
    told = f"rules: {report.rules - of_changes} that validate runs"
    more = f", {of_changes} on what the sheet changes (those of validate --before)" if of_changes else ""
    return f"{told}{more}; before them {len(OF_SHEETS)} on the sheet itself"


def _next(found: "Outcome", files: Iterable[str]) -> Iterator[str]:
    """Where to see what was added, and what to commit."""
    statements = (found.new or {}).get("statements", ())
    pages = [f"statements/{one}" for one in statements] or [f"sources/{found.source_id}"]
    yield "see it: make serve, then"
    yield from (f"    {SERVED}/readouts/{page}" for page in pages)
    kept = [path for path in files if not path.startswith(f"{KEPT}/")]
    yield f"to commit: {' '.join(kept)}, and what make docs writes; the sheet is not kept (readouts sheet prints it)"


def _write(options: argparse.Namespace, found: "Outcome") -> None:
    """Write the tables, and a copy of the text where none lies where texts are looked for; with --dry-run say so."""
    from readouts.tidy.all_or_none import replace_all

    if options.dry_run:
        print("nothing written (--dry-run)")
        return
    files = dict(found.files or {})
    if found.text and text_finder(options)(found.text[0]) is None:
        (options.root / KEPT).mkdir(exist_ok=True)
        files[f"{KEPT}/{found.text[0]}"] = found.text[1]
    replace_all(options.root, files, "add")
    print("\n".join([*(f"written: {path}" for path in files), *_next(found, files)]))


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
