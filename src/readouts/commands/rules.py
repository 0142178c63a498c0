"""List every rule by which data is judged.

In: nothing. Out: text, and an exit code.
"""

import argparse

TAKES = ()
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Every rule, one line each."""
    from readouts.document.registry import explained

    for one in explained():
        print(f"{one.rule.slug:28} {one.rule.severity:8} {one.rule.description}")
    return 0
