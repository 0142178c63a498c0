"""The command line: parse, call one function, render, exit.

The only place that knows the clock, the current folder and exit codes: 0 clean,
1 findings, 2 wrong usage. Engines are imported by the command that needs them, since
start-up is the cost of small data.
"""

import argparse
import os
import sys

from readouts import __version__
from readouts.cli import checking, explaining, formatting, publishing
from readouts.options import OPTIONS

EPILOG = "Exit code: 0 nothing wrong, 1 findings, 2 wrong usage."


def parser() -> argparse.ArgumentParser:
    """The commands and their options, with the words of the Makefile's targets."""
    about = "A checked, quotable record of the contacts between Washington and Moscow."
    top = argparse.ArgumentParser(prog="readouts", epilog=EPILOG, description=about)
    top.add_argument("--version", action="version", version=f"readouts {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (run, told, options) in COMMANDS.items():
        command = commands.add_parser(name, epilog=EPILOG, help=told, description=told)
        command.set_defaults(run=run)
        for option in options:
            command.add_argument(*OPTIONS[option][0], **OPTIONS[option][1])
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its escape; it is no reason to stop.
        stream.reconfigure(errors="backslashreplace") if hasattr(stream, "reconfigure") else None
    options = parser().parse_args(arguments)
    if wrong := _wrong(options):
        print(f"readouts: {wrong}", file=sys.stderr)
        return 2
    try:
        code = options.run(options)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has read enough; Python would complain once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _wrong(options: argparse.Namespace) -> str:
    """What is wrong with the folders that were named, with the remedy; empty if nothing is."""
    before = getattr(options, "before", None)
    if "root" in options and not options.root.is_dir():
        return f"{options.root} is no folder. Name the folder that holds datapackage.json."
    if before and not (before / "seeds" / "anchors.csv").is_file():
        return f"{before} holds no seeds/anchors.csv. Name the folder of an earlier state of the record."
    missing = [folder for folder in checking.folders(options)[:-1] if not folder.is_dir()] if "texts" in options else []
    return f"{missing[0]} is no folder of texts. Correct --texts or READOUTS_TEXTS." if missing else ""


COMMANDS = {
    "validate": (
        checking.validate,
        "check the tables, and say what is wrong, where, and what to do",
        ("root", "texts", "before", "format", "all", "referee", "strict"),
    ),
    "format": (
        formatting.write_canonical,
        "write the tables in canonical form, and say what a spreadsheet has changed in them",
        ("root", "check", "since"),
    ),
    "anchor": (
        publishing.anchor_quotations,
        "find every quotation in the texts at hand; write seeds/texts.csv and seeds/anchors.csv",
        ("root", "texts"),
    ),
    "build": (
        publishing.build_file,
        "check the tables and write the SQLite file, with the flat table beside it",
        ("root", "texts", "output"),
    ),
    "serve": (publishing.serve_pages, "show the built record in a browser", ("root", "port", "host", "base-path")),
    "rules": (explaining.list_rules, "list every rule by which data is judged", ()),
    "explain": (
        explaining.explain_rule,
        "say why a rule is there, with a case that breaks it and one that passes",
        ("rule",),
    ),
}
