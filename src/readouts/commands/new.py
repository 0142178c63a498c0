"""Lay out an empty dossier with the sides asked for, and say what to do next.

In: options. Out: a folder that validates, or none; what to do, printed, and an exit code.
"""

import argparse
import shutil
import sys
from datetime import date
from pathlib import Path

from readouts.commands.surroundings import display_of

TAKES = ("folder", "side", "party", "title")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Lay out an empty dossier."""
    from readouts.begin.dossier import dossier, name_of
    from readouts.begin.sides import NoSides

    folder = options.folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _stop(f"{options.folder} is there, and not empty. Name a folder that is not there yet.")
    sides = (*options.side, *options.party)
    try:
        made = dossier(name_of(folder.name), options.title, sides, date.today())
    except NoSides as wrong:
        return _stop(str(wrong))
    # Laid out beside, and checked there, so that a folder of this name is a whole dossier or is not there.
    beside = folder.parent / f".{folder.name}.new"
    shutil.rmtree(beside, ignore_errors=True)
    try:
        if not _laid(beside, made):
            return 1
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    print("\n".join(_next(options.folder, len([path for path in made if path.endswith(".csv")]))))
    return 0


def _laid(beside: Path, made: dict[str, bytes]) -> bool:
    """Write the files, the schema of sheets with them; False, and the findings printed, where they do not validate."""
    from readouts.check import check
    from readouts.check.structure import read_tables
    from readouts.package.descriptor import load
    from readouts.report import REPORTS
    from readouts.sheet.form import forms
    from readouts.sheet.json_schema import FILE, schema
    from readouts.sheet.record import record

    for path, data in made.items():
        (beside / path).parent.mkdir(parents=True, exist_ok=True)
        (beside / path).write_bytes(data)
    report = check(beside, date.today())
    package, _ = load(beside)
    if package is None or report.findings:
        print(REPORTS["terminal"](report, display_of(False)))
        print("nothing laid out: ask for other sides")
        return False
    sheets = schema(forms(package), record(package, read_tables(package)[0]))
    (beside / FILE).write_text(sheets, encoding="utf-8")
    return True


def _next(folder: Path, tables: int) -> list[str]:
    return [
        f"laid out: {folder} ({tables} tables, of which codes has rows)",
        "",
        "What to do next:",
        f"1. {folder}/datapackage.json: say what the dossier is about (title, description, keywords, contributors),"
        " what readers are asked for example, and under which licence; CC-BY-4.0 stands there now.",
        f"2. {folder}/data/codes.csv: read the rows of the list side, mend the definitions, and give the language of a"
        f" side's official texts (zh). After a change: readouts lists {folder}",
        f"3. {folder}/data/topics.csv: write a row for each subject heading: id,label,description,note",
        f"4. Write the sheet of a first text, and add it: readouts add my.yaml {folder} --text my.txt",
        f"   An editor completes its keys by {folder}/sheet.schema.json; texts are kept in {folder}/seeds/texts, which"
        " git passes over.",
        f"5. See it: readouts build {folder}, then readouts serve {folder}",
    ]


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
