"""Check the tables, and say what is wrong, where, and what to do.

The other commands that need a sound record begin with the same check. In: options. Out: the
report, printed in the style that was asked for, and an exit code.
"""

import argparse
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.commands.surroundings import display_of, folders

if TYPE_CHECKING:
    from readouts.check.report import Report

TAKES = ("root", "texts", "before", "format", "all", "referee", "strict")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Check the record and print the report."""
    report = checked(options)
    from readouts.finding import Severity

    return int(report.count(Severity.ERROR) > 0 or (options.strict and bool(report.findings)))


def checked(options: argparse.Namespace) -> "Report":
    """The report on the record, printed in the style that was asked for, for GitHub with the summary of the step."""
    from readouts.report import REPORTS

    style, report = getattr(options, "format", "terminal"), _report(options)
    print(REPORTS[style](report, display_of(getattr(options, "all", False))))
    if style == "github" and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from readouts.report.github_summary import summary

        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary(report))
    return report


def _report(options: argparse.Namespace) -> "Report":
    """What is found, by frictionless and in comparison with an earlier state too where these are asked for."""
    from readouts.check import check

    today, texts, folder = date.today(), folders(options), getattr(options, "before", None)
    if folder:
        from readouts.compare.earlier import against

        report, _ = against(options.root, folder, today, texts)
    else:
        report = check(options.root, today, texts)
    if getattr(options, "referee", False):
        from readouts.check.referee import hear

        report = hear(report, options.root)
    return report
