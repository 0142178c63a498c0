"""Findings to text: one module a format, `render(report, root) -> str`."""

from readouts.report import terminal

REPORTS = {"terminal": terminal.render}
