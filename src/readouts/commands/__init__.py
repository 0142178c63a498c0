"""The command line: parse, call one function, render, exit.

A command is a module of its name: its docstring begins with the help, `TAKES` names its
options, `EXTRA` what must be installed for it, `run` does it. Nothing else knows the clock,
the current folder and exit codes: 0 clean, 1 findings, 2 wrong usage. Engines are imported
by the command that needs them, since start-up is the cost of small data.
"""

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

from readouts import __version__
from readouts.commands.options import OPTIONS
from readouts.commands.surroundings import folders
from readouts.finding import NotWhole
from readouts.tidy.all_or_none import pending, settle
from readouts.tidy.journal import Unsettled

COMMANDS = {  # in the order in which the help has them
    name: import_module(f"readouts.commands.{name}")
    for name in (
        *("validate", "diff", "add", "sheet", "agree", "format", "lists", "anchor", "shorten", "witness"),
        *("release", "build", "export", "serve", "check", "new", "rules", "explain"),
    )
}
JUDGES = ("validate", "diff")  # these go on where a change that was cut off cannot be settled
BESIDE = ("serve",)  # these read no table
EPILOG = "Exit code: 0 nothing wrong, 1 findings, 2 wrong usage."


def parser() -> argparse.ArgumentParser:
    """The commands and their options, with the words of the Makefile's targets."""
    about = "A checked, quotable record of contacts between states: who said what of them, and where it is read."
    top = argparse.ArgumentParser(prog="readouts", epilog=EPILOG, description=about)
    top.add_argument("--version", action="version", version=f"readouts {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        told = help_of(module)
        command = commands.add_parser(name, epilog=EPILOG, help=told, description=told)
        command.set_defaults(run=module.run)
        for option in module.TAKES:
            command.add_argument(*OPTIONS[option][0], **OPTIONS[option][1])
    return top


def help_of(module: ModuleType) -> str:
    """The first line of a command's docstring, as it stands in a list."""
    line = (module.__doc__ or "").partition("\n")[0].removesuffix(".")
    return line[:1].lower() + line[1:]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its escape; it is no reason to stop.
        stream.reconfigure(errors="backslashreplace") if hasattr(stream, "reconfigure") else None
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given)
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "readouts":
            raise
        extra = COMMANDS[given[0]].EXTRA
        print(
            f"readouts: {given[0]} needs {error.name}, which is not installed. Run: pip install 'readouts[{extra}]'",
            file=sys.stderr,
        )
        return 2
    except NotWhole as wrong:
        print(f"readouts: {wrong}", file=sys.stderr)
        return 2
    except Unsettled as why:
        print(f"readouts: {why}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has read enough; Python would complain once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        print(f"readouts: {_refused(error)}", file=sys.stderr)
        return 2


def _run(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    if wrong := _wrong(options):
        print(f"readouts: {wrong}", file=sys.stderr)
        return 2
    if "root" in options and options.command not in BESIDE and (wrong := _unsettled(options)):
        print(f"readouts: {wrong}", file=sys.stderr)
        return 2
    code: int = options.run(options)
    sys.stdout.flush()
    return code


def _unsettled(options: argparse.Namespace) -> str:
    """Settle a change that was cut off, and say so; or what keeps it from being settled, for who must not go on.

    Who only judges goes on, and judges the files as they lie; who was told to write nothing settles nothing.
    """
    told, stop = "", ""
    try:
        if dry := "--check" * getattr(options, "check", False) or "--dry-run" * getattr(options, "dry_run", False):
            told = pending(options.root)
            told += told and f"; with {dry} it is left so, and files are judged as they lie"
        else:
            told = settle(options.root)
    except Unsettled as why:
        stop = str(why)
    if stop and (options.command in JUDGES or getattr(options, "check", False)):
        told, stop = f"{stop} Files are judged as they lie.", ""
    if told:
        print(f"readouts: {told}", file=sys.stderr)
    return stop


def _refused(error: OSError) -> str:
    """What the system refused, in words; whatever writes a file names it, so that what has no name is our output."""
    if error.filename:
        return f"{error.filename} cannot be read or written ({error.strerror}). Nothing was changed."
    with suppress(OSError):
        # Python would complain once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"the output cannot be written ({error.strerror}). Make room, or send it elsewhere."


def _wrong(options: argparse.Namespace) -> str:
    """What is wrong with the folders that were named, with the remedy; empty if nothing is."""
    before = getattr(options, "before", None)
    if "root" in options and not options.root.is_dir():
        return f"{options.root} is no folder. Name the folder that holds datapackage.json."
    if before and not (before / "seeds" / "anchors.csv").is_file():
        return f"{before} holds no seeds/anchors.csv. Name the folder of an earlier state of the record."
    missing = [folder for folder in folders(options)[:-1] if not folder.is_dir()] if "texts" in options else []
    return f"{missing[0]} is no folder of texts. Correct --texts or READOUTS_TEXTS." if missing else ""
