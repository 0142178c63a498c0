"""Cut passages to the fewest words that lead to their place: beside a proof, and in texts given away too far.

In: options. Out: data/quotations.csv and seeds/anchors.csv, what was cut and what could not be, printed, an exit code.
"""

import argparse

from readouts.commands.surroundings import checked_record, held_texts_of, step

TAKES = ("root", "texts", "dry-run")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Cut what a copy of its text is at hand for; its anchors follow, whether or not the copy is the one anchored."""
    from readouts.check.proof_guards import given_away
    from readouts.evidence.anchoring import write
    from readouts.evidence.shortening import shorten

    if not (record := checked_record(options)):
        return 1
    report, dataset = record
    if not (held := held_texts_of(options, dataset)):
        return 2
    with step("cutting passages"):
        done = shorten(dataset, held, given_away(dataset, report.findings))
    for problem in done.problems:
        print(f"not cut: {problem}")
    if done.cut and not options.dry_run:
        for path in write(dataset, done.rows, "shorten"):
            print(f"written: {path}")
    would = "would be cut" if options.dry_run else "cut"
    words = f", from {done.before:,} words to {done.after:,}" if done.cut else ""
    print(f"texts at hand: {len(held)}; passages: {len(done.cut):,} {would}{words}; {len(done.problems):,} not")
    return int(bool(done.problems))
