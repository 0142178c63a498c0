"""Find every quotation in the texts at hand; write seeds/texts.csv and seeds/anchors.csv.

In: options. Out: the files that were written and what could not be anchored, printed, and an exit code.
"""

import argparse
import sys
from datetime import date

from readouts.commands.surroundings import display_of, folders, step

TAKES = ("root", "texts")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Find every quotation in the texts at hand and write their anchors."""
    from readouts.check import check
    from readouts.check.held_texts import held_texts
    from readouts.evidence.anchoring import anchor, write
    from readouts.report import REPORTS

    with step("checking the record"):
        report = check(options.root, date.today(), folders(options))
    if report.dataset is None:
        print(REPORTS["terminal"](report, display_of(False)))
        return 1
    held = held_texts(report.dataset, folders(options))
    if not held:
        print("readouts: no text that seeds/texts.csv names is here. Name their folder with --texts.", file=sys.stderr)
        return 2
    with step("looking for the quotations"):
        rows, problems = anchor(report.dataset, held)
    for problem in problems:
        print(f"not anchored: {problem}")
    for path in write(report.dataset, rows):
        print(f"written: {path}")
    anchored = {row["quotation_id"] for row in rows["anchors"]}
    print(f"texts at hand: {len(held)}; quotations: {len(anchored):,} anchored, {len(problems):,} not")
    return int(bool(problems))
