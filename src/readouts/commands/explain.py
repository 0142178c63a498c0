"""Say why a rule is there, with a case that breaks it and one that passes.

In: options. Out: text, and an exit code.
"""

import argparse
import sys

from readouts.finding import shown

TAKES = ("rule",)
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """One rule with its reason and its case; a near one is suggested where none has that name."""
    import difflib

    from readouts.document.registry import explained
    from readouts.document.rules_in_words import plain

    by_slug = {one.rule.slug: one for one in explained()}
    if options.rule not in by_slug:
        near = difflib.get_close_matches(options.rule, by_slug, 1)
        hint = f"Did you mean {near[0]}?" if near else "readouts rules lists them all."
        print(f"readouts: no rule is called {shown(options.rule)!r}. {hint}", file=sys.stderr)
        return 2
    print(plain(by_slug[options.rule]))
    return 0
