"""Write down which rows the version that is declared releases: what they say then turns no more in silence.

In: options. Out: releases/VERSION.csv, and an exit code.
"""

import argparse
import re
import sys
from datetime import date

TAKES = ("root",)
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """List the rows that no earlier version has; a version is released once, and with no error in it."""
    from readouts.check import check
    from readouts.commands.surroundings import display_of
    from readouts.compare.earlier import read
    from readouts.compare.release import RELEASES, listing
    from readouts.report import REPORTS
    from readouts.tidy.all_or_none import replace_all

    report = check(options.root, date.today())
    if report.checked is None:
        print(REPORTS["terminal"](report, display_of(False)))
        return 1
    version = report.checked.package.version
    if not re.fullmatch(r"\d+(?:\.\d+){2}[\w.+-]*", version):
        print(f'readouts: the version "{version}" in datapackage.json is none: write it as 1.0.0.', file=sys.stderr)
        return 2
    path = f"{RELEASES}/{version}.csv"
    if (options.root / path).exists():
        told = f"{path} is there: {version} was released. Raise version in datapackage.json first."
        print(f"readouts: {told}", file=sys.stderr)
        return 2
    number, data = listing(report.raw, read(options.root).released)
    (options.root / RELEASES).mkdir(exist_ok=True)
    replace_all(options.root, {path: data}, "release")
    print(f"written: {path} ({number:,} rows that no earlier version has)")
    return 0
