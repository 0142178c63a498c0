"""Check the tables, and say what is wrong, where, and what to do.

The other commands that need a sound record begin with the same check. In: options. Out: the
report, printed in the style that was asked for, and an exit code.
"""

import argparse
import os
import sys
import time
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.commands.surroundings import display_of, folders, step

if TYPE_CHECKING:
    from readouts.check.memory import Memory
    from readouts.check.report import Report

TAKES = ("root", "texts", "before", "format", "all", "rules-run", "referee", "strict", "watch")
EXTRA = "build"
PAUSE = 0.2  # seconds between two looks at the files


def run(options: argparse.Namespace) -> int:
    """Check the record and print the report; with --watch again after each change of a file."""
    from readouts.check.memory import Memory

    memory = Memory()
    if not options.watch:
        return _code(options, checked(options, memory))
    code, seen = 0, dict[str, tuple[int, int]]()
    with suppress(KeyboardInterrupt):
        while True:
            if (now := _files(options)) != seen:
                changed = sorted(path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path))
                if seen:
                    print(f"\n== {datetime.now():%H:%M:%S} changed: {', '.join(changed)}")
                code, seen = _code(options, checked(options, memory)), now
                print("watching for changes; Ctrl-C ends it", file=sys.stderr, flush=True)
            time.sleep(PAUSE)
    return code


def _code(options: argparse.Namespace, report: "Report") -> int:
    from readouts.finding import Severity

    return int(report.count(Severity.ERROR) > 0 or (options.strict and bool(report.findings)))


def _files(options: argparse.Namespace) -> dict[str, tuple[int, int]]:
    """When each file that a check reads was written, and its size, by its path."""
    places = [options.root, *(options.root / name for name in ("data", "schemas", "seeds")), *folders(options)]
    found = {}
    for place in places:
        for path in place.iterdir() if place.is_dir() else ():
            with suppress(OSError):
                if path.suffix in (".csv", ".json", ".txt") and not path.name.startswith("."):
                    state = path.stat()
                    found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found


def checked(options: argparse.Namespace, memory: "Memory | None" = None) -> "Report":
    """The report on the record, printed in the style that was asked for, for GitHub with the summary of the step."""
    from readouts.report import REPORTS

    style, report = getattr(options, "format", "terminal"), _report(options, memory)
    print(REPORTS[style](report, display_of(getattr(options, "all", False), getattr(options, "rules_run", False))))
    if style == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from readouts.report.github_summary import summary

        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary(report))
    return report


def _report(options: argparse.Namespace, memory: "Memory | None") -> "Report":
    """What is found, by frictionless and in comparison with an earlier state too where these are asked for."""
    from readouts.check import check

    today, texts, folder = date.today(), folders(options), getattr(options, "before", None)
    if folder:
        from readouts.compare.earlier import against

        with step(f"checking the record and comparing it with {folder}"):
            report, _ = against(options.root, folder, today, texts, memory)
    else:
        with step("checking the record"):
            report = check(options.root, today, texts, memory=memory)
    if getattr(options, "referee", False):
        from readouts.check.referee import hear

        with step("asking frictionless and pandera"):
            report = hear(report, options.root)
    return report
