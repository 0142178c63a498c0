"""Say what a change means: what is new, what turned, and what follows for claims, standings and proofs.

BASE and HEAD are revisions of git or folders that hold a state of the record; without HEAD it is the record as it
lies in its folder. In: options. Out: the difference, printed in the style that was asked for, and an exit code: 1
where the record has errors, or where a released row or a code turned and nothing in corrections says so.
"""

import argparse
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from readouts.commands.revisions import NoState, state_of
from readouts.commands.surroundings import display_of, folders, step

TAKES = ("base", "head", "within", "texts", "told", "all", "strict")
EXTRA = "build"
FORMATS = {"terminal": "in_terminal", "markdown": "in_markdown", "json": "in_json"}


def run(options: argparse.Namespace) -> int:
    """Compare two states and print what differs."""
    from importlib import import_module

    from readouts.compare.earlier import against
    from readouts.finding import Severity

    with ExitStack() as stack:
        scratch = Path(stack.enter_context(TemporaryDirectory()))
        try:
            base = state_of(options.base, options.root, scratch / "base")
            head = state_of(options.head, options.root, scratch / "head") if options.head else options.root
        except NoState as why:
            print(f"readouts: {why}", file=sys.stderr)
            return 2
        with step(f"comparing {options.base} with {options.head or options.root}"):
            report, difference = against(head, base, date.today(), folders(options))
    render = import_module(f"readouts.compare.{FORMATS[options.told]}").render
    named = options.head or "the record as it is"
    print(render(report, difference, options.base, named, display_of(options.all)))
    return int(report.count(Severity.ERROR) > 0 or (options.strict and bool(difference.fresh)))
