"""Findings to text: one module a format, each with `render(report, display) -> str`."""

from collections.abc import Callable
from importlib import import_module

from readouts.check.report import Report
from readouts.report.display import PLAIN, Display


def _render(module: str) -> Callable[..., str]:
    """The renderer of a module, which is imported when it first writes: rich is for the terminal alone."""

    def render(report: Report, display: Display = PLAIN) -> str:
        return str(import_module(f"readouts.report.{module}").render(report, display))

    return render


REPORTS = {"terminal": _render("terminal"), "jsonl": _render("jsonlines"), "github": _render("github")}
