"""`readouts validate`, and the check that other commands begin with.

In: options. Out: the report, printed in the style that was asked for, and an exit code.
"""

import argparse
import os
import shutil
import sys
from datetime import date
from pathlib import Path


def validate(options: argparse.Namespace) -> int:
    """Check the record and print the report."""
    report = checked(options)
    return int(report.checked is None or (options.strict and bool(report.findings)))


def checked(options: argparse.Namespace):
    """The report on the record, printed in the style that was asked for, for GitHub with the summary of the step."""
    from readouts.report import REPORTS

    style, report = getattr(options, "format", "terminal"), _report(options)
    print(REPORTS[style](report, display_of(getattr(options, "all", False))))
    if style == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        from readouts.report.github_summary import summary

        with Path(file).open("a", encoding="utf-8") as steps:
            steps.write(summary(report))
    return report


def _report(options: argparse.Namespace):
    """What is found, by frictionless and in comparison with an earlier state too where these are asked for."""
    from readouts.check import check

    today, texts, folder = date.today(), folders(options), getattr(options, "before", None)
    if folder:
        from readouts.compare.change import compare
        from readouts.compare.earlier import read, state

        before = read(folder)
        report = check(options.root, today, texts, before)
        report = compare(report, state(folder, before, report, today, texts))
    else:
        report = check(options.root, today, texts)
    if getattr(options, "referee", False):
        from readouts.check.referee import hear

        report = hear(report, options.root)
    return report


def display_of(every: bool):
    """What the terminal can show; into a pipe or a file nothing is coloured or wrapped."""
    from readouts.report.display import Display

    if not sys.stdout.isatty():
        return Display(every=every)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Display(shutil.get_terminal_size().columns, not plain, every)


def folders(options: argparse.Namespace) -> list[Path]:
    """Where texts are looked for: as the command line says, as the environment says, in the package."""
    environment = os.environ.get("READOUTS_TEXTS")
    return [*options.texts, *([Path(environment)] if environment else []), options.root / "seeds" / "texts"]
