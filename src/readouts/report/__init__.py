"""Findings to text: one module a format, `render(report) -> str`."""

from readouts.report import github, jsonlines, terminal

REPORTS = {"terminal": terminal.render, "jsonl": jsonlines.render, "github": github.render}
