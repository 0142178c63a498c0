"""Print the figures of the record as it is: leads, proofs, coverage.

Why: these change with every row that is added. In a document that two changes touch, each would write its own, and
that of both together would stand in neither; so they are worked out when somebody asks. In: the record in the current
folder. Out: Markdown, to the terminal; `make figures`.
"""

from pathlib import Path

from quality import agreement, coverage, first_hands, ledger, proven, scope

PARTS = (
    ("What became of the leads", (ledger.table,)),
    ("How much is proven from texts", (proven.table,)),
    ("What statements rest on", (first_hands.table,)),
    ("How far two readers agree on statements", (agreement.draws,)),
    ("How far two readers agree on contacts and counts", (lambda root: agreement.table(root, agreement.CONTACTS),)),
    ("Where the readers differ", (agreement.differences,)),
    ("Of what the record is made", (scope.period, scope.publishers)),
    ("Which sides have readouts", (scope.readouts,)),
    ("How far the record covers what each side told", (coverage.strip, coverage.holes)),
    ("What is known to be missing", (coverage.missing,)),
    ("What sources count", (coverage.counts,)),
    ("What was searched", (coverage.searches,)),
    ("What was searched in vain", (scope.in_vain,)),
)


def figures(root: Path) -> str:
    """Every part under its heading."""
    told = (f"## {head}\n{''.join(part(root) for part in parts).rstrip()}\n" for head, parts in PARTS)
    return "\n".join(told)


if __name__ == "__main__":
    print(figures(Path().resolve()))
