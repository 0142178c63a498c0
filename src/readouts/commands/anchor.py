"""Find every quotation in the texts at hand; write seeds/texts.csv and seeds/anchors.csv.

In: options. Out: the files that were written and what could not be anchored, printed, and an exit code.
"""

import argparse

from readouts.commands.surroundings import checked_record, folders, held_texts_of, step

TAKES = ("root", "texts")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Find every quotation in the texts at hand and write their anchors."""
    from readouts.evidence.anchoring import anchor, write

    if not (record := checked_record(options, folders(options))):
        return 1
    _, dataset = record
    if not (held := held_texts_of(options, dataset)):
        return 2
    with step("looking for the quotations"):
        rows, problems = anchor(dataset, held)
    for problem in problems:
        print(f"not anchored: {problem}")
    for path in write(dataset, rows):
        print(f"written: {path}")
    anchored = {row["quotation_id"] for row in rows["anchors"]}
    print(f"texts at hand: {len(held)}; quotations: {len(anchored):,} anchored, {len(problems):,} not")
    return int(bool(problems))
