"""Cut passages to the fewest words that lead to their place: beside a proof, and in texts given away too far.

In: options. Out: data/quotations.csv and seeds/anchors.csv, what was cut and what could not be, printed, an exit code.
"""

import argparse
import sys
from datetime import date

from readouts.commands.surroundings import display_of, folders, step

TAKES = ("root", "texts", "dry-run")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Cut what a copy of its text is at hand for; its anchors follow, whether or not the copy is the one anchored."""
    from readouts.check import check
    from readouts.check.held_texts import held_texts
    from readouts.check.proof_guards import given_away
    from readouts.evidence.anchoring import write
    from readouts.evidence.shortening import shorten
    from readouts.report import REPORTS

    with step("checking the record"):
        report = check(options.root, date.today())
    if report.dataset is None:
        print(REPORTS["terminal"](report, display_of(False)))
        return 1
    held = held_texts(report.dataset, folders(options))
    if not held:
        print("readouts: no text that seeds/texts.csv names is here. Name their folder with --texts.", file=sys.stderr)
        return 2
    with step("cutting passages"):
        done = shorten(report.dataset, held, given_away(report.dataset, report.findings))
    for problem in done.problems:
        print(f"not cut: {problem}")
    if done.cut and not options.dry_run:
        for path in write(report.dataset, done.rows, "shorten"):
            print(f"written: {path}")
    would = "would be cut" if options.dry_run else "cut"
    words = f", from {done.before:,} words to {done.after:,}" if done.cut else ""
    print(f"texts at hand: {len(held)}; passages: {len(done.cut):,} {would}{words}; {len(done.problems):,} not")
    return int(bool(done.problems))
