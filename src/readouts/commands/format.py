"""Write the tables in canonical form, and say what a spreadsheet has changed in them.

In: options. Out: what was written or would change, printed, and an exit code.
"""

import argparse
import io
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from readouts.commands.surroundings import display_of
from readouts.finding import Finding

TAKES = ("root", "check", "since")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Write the tables in canonical form, or with --check show what would change."""
    from readouts.package.descriptor import load
    from readouts.tidy.all_or_none import replace_all
    from readouts.tidy.rewrite import diff, outcome

    package, findings = load(options.root)
    if package is None:
        _tell(findings, 0, 0)
        return 1
    before = _earlier(options, [table.path for table in package.tables])
    seen = outcome(package, before)
    if options.check:
        for path, (data, canonical) in seen.files.items():
            print("\n".join(diff(path, data, canonical)))
    elif seen.files and not seen.stopped:
        replace_all(options.root, {path: canonical.encode() for path, (_, canonical) in seen.files.items()}, "format")
        print("\n".join(f"written: {path}" for path in seen.files))
        # What is found now has the lines of the files as they now are.
        seen = outcome(package, before)
    _tell(seen.findings, seen.tables, seen.rows)
    if not before:
        print(f"not compared with an earlier state: {options.root} is in no Git commit (or give --before FOLDER)")
    if seen.stopped and not options.check:
        print("nothing written: correct the errors first")
    elif not seen.stopped:
        print(f"{seen.tables} tables: {f'{len(seen.files)} not' if seen.files else 'all'} in canonical form")
    return int(seen.stopped or bool(seen.files))


def _tell(findings: Iterable[Finding], tables: int, rows: int) -> None:
    """Print the findings of the formatter, if there are any, as those of a check are printed."""
    if findings:
        from readouts.check.report import Report
        from readouts.report import REPORTS
        from readouts.tidy.rewrite import RULES

        print(REPORTS["terminal"](Report(tuple(findings), tables, rows, len(RULES)), display_of(False)))


def _earlier(options: argparse.Namespace, paths: list[str]) -> dict[str, bytes]:
    """The files of an earlier state, by path: of the folder that is named, else of the last commit, else none."""
    if options.before:
        return {path: (options.before / path).read_bytes() for path in paths if (options.before / path).is_file()}
    if not shutil.which("git"):
        return {}
    return _committed(options.root, paths)


def _committed(root: Path, paths: list[str]) -> dict[str, bytes]:
    """Those files that the last commit holds, asked for in one process (git-cat-file, BATCH OUTPUT)."""
    asked = "".join(f"HEAD:./{path}\n" for path in paths)
    answer = subprocess.run(["git", "-C", root, "cat-file", "--batch"], input=asked.encode(), capture_output=True)
    files: dict[str, bytes] = {}
    output = io.BytesIO(answer.stdout)
    for path in paths:
        match output.readline().split():
            case [_, kind, size] if size.isdigit():
                content = output.read(int(size))
                output.readline()
                files |= {path: content} if kind == b"blob" else {}
    return files
