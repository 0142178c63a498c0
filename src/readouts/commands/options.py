"""The options of the command line, once each: how they are written, read and explained.

In: nothing. Out: for each option the arguments of `ArgumentParser.add_argument`, so that a
command names its options and two commands with one option mean the same by it.
"""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readouts.begin.sides import Side


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")
    return int(text)


def _base_path(text: str) -> str:
    # Imported where it is needed: Datasette behind it takes its time.
    from readouts.site.door.paths import base_path

    try:
        return base_path(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _side(nature: str) -> Callable[[str], "Side"]:
    def read(text: str) -> "Side":
        # Imported where it is needed, as all that only one command asks for.
        from readouts.begin.sides import EXAMPLE, Side

        code, sign, name = (part.strip() for part in text.partition("="))
        if not (sign and name and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)):
            raise argparse.ArgumentTypeError(
                f"{text!r} is no side: give a code of lower-case words and hyphens, and a name, as in {EXAMPLE}"
            )
        return Side(code, name, nature)

    return read


OPTIONS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "root": (
        ["root"],
        {
            "nargs": "?",
            "default": Path(),
            "type": Path,
            "metavar": "ROOT",
            "help": "the folder of datapackage.json (default: the current one)",
        },
    ),
    "texts": (
        ["--texts"],
        {
            "action": "append",
            "default": [],
            "type": Path,
            "metavar": "FOLDER",
            "help": "a folder where source texts lie, beside READOUTS_TEXTS and ROOT/seeds/texts;"
            " can be given more than once",
        },
    ),
    "copies": (
        ["--texts"],
        {
            "action": "append",
            "required": True,
            "type": Path,
            "metavar": "FOLDER",
            "help": "a folder of further copies, fetched by somebody who had not seen the first, under the names that"
            " seeds/texts.csv has, or that the log has; can be given more than once",
        },
    ),
    "log": (
        ["--log"],
        {
            "action": "append",
            "default": [],
            "type": Path,
            "metavar": "FILE",
            "help": "what the fetchers wrote down, a JSON object a line: source_id, file, url, day;"
            " only what it names is read; can be given more than once",
        },
    ),
    "outside": (
        ["--outside"],
        {
            "action": "store_true",
            "help": "who fetched the copies is none of those who make the record (same_team is no)",
        },
    ),
    "before": (
        ["--before"],
        {
            "type": Path,
            "metavar": "FOLDER",
            "help": "an earlier state of the record: what was proven there must not fall, no id be gone,"
            " and what the change means for claims is told",
        },
    ),
    "format": (
        ["--format"],
        {
            "choices": ("terminal", "jsonl", "github"),
            "default": "terminal",
            "help": "how findings are written (default: terminal)",
        },
    ),
    "all": (["--all"], {"action": "store_true", "help": "show every finding, however many there are"}),
    "rules-run": (
        ["--rules-run"],
        {"action": "store_true", "help": "say of each rule how many rows it looked at"},
    ),
    "watch": (
        ["--watch"],
        {
            "action": "store_true",
            "help": "check again whenever a file is saved, until Ctrl-C",
        },
    ),
    "referee": (["--referee"], {"action": "store_true", "help": "ask frictionless and pandera too, as referees"}),
    "since": (
        ["--before"],
        {
            "type": Path,
            "metavar": "FOLDER",
            "help": "an earlier state of the record: what a spreadsheet changed since is found"
            " (default: the last commit)",
        },
    ),
    "check": (["--check"], {"action": "store_true", "help": "write nothing; show what would change"}),
    "strict": (["--strict"], {"action": "store_true", "help": "warnings count as errors (before a release)"}),
    "output": (
        ["--output"],
        {"type": Path, "metavar": "FILE", "help": "where to write it (default: ROOT/build/readouts.db)"},
    ),
    "public": (
        ["--public"],
        {
            "action": "store_true",
            "help": "serve strangers: no SQL of theirs, bounded pages, nothing of the server itself, answers that may"
            " be kept (docs/hosting.md); needs READOUTS_BASE_URL",
        },
    ),
    "base": (["base"], {"metavar": "BASE", "help": "the earlier state: a revision of git, or a folder"}),
    "head": (
        ["head"],
        {"nargs": "?", "metavar": "HEAD", "help": "the later state (default: the record as it lies in its folder)"},
    ),
    "within": (
        ["--root"],
        {
            "default": Path(),
            "type": Path,
            "metavar": "ROOT",
            "help": "the folder of datapackage.json, in whose repository revisions are looked up"
            " (default: the current one)",
        },
    ),
    "told": (
        ["--format"],
        {
            "choices": ("terminal", "markdown", "json"),
            "default": "terminal",
            "dest": "told",
            "help": "how it is written: for reading, for the summary of a job, whole for programs (default: terminal)",
        },
    ),
    "sheet": (["sheet"], {"type": Path, "metavar": "SHEET", "help": "the sheet of one source, a file of YAML"}),
    "first": (["first"], {"type": Path, "metavar": "A", "help": "the sheet of one reader"}),
    "second": (["second"], {"type": Path, "metavar": "B", "help": "the sheet of another reader of the same text"}),
    "blind": (
        ["--blind"],
        {
            "action": "store_true",
            "help": "leave out what was decided (stances, forms, dates, names), for a second reader",
        },
    ),
    "rows": (
        ["--rows"],
        {"action": "store_true", "help": "print rows of data/agreement.csv, to be settled and put there"},
    ),
    "source": (["source"], {"metavar": "SOURCE", "help": "the id of a source of the record"}),
    "text": (
        ["--text"],
        {"type": Path, "metavar": "FILE", "help": "the text of the sheet (default: the one that lies where texts lie)"},
    ),
    "folder": (["folder"], {"type": Path, "metavar": "FOLDER", "help": "the folder to be made"}),
    "side": (
        ["--side"],
        {
            "action": "append",
            "default": [],
            "type": _side("principal"),
            "metavar": "CODE=NAME",
            "help": 'a side whose contacts the dossier is about, with its article: first-side="the First Side";'
            " give two or more",
        },
    ),
    "party": (
        ["--party"],
        {
            "action": "append",
            "default": [],
            "type": _side("party"),
            "metavar": "CODE=NAME",
            "help": 'another side that can take part in a contact: switzerland="Switzerland"',
        },
    ),
    "title": (["--title"], {"default": "", "metavar": "TEXT", "help": "what the dossier is called"}),
    "dry-run": (["--dry-run"], {"action": "store_true", "help": "write nothing; say what would be written"}),
    "words": (
        ["words"],
        {"metavar": "WORDS", "help": "the words, or a paragraph with quotations in it; - reads it from standard input"},
    ),
    "speaker": (["--speaker"], {"default": "", "metavar": "NAME", "help": "who is said to have said it"}),
    "when": (["--when"], {"default": "", "metavar": "DAY", "help": "a day or a month: how far is that time covered?"}),
    "json": (["--json"], {"action": "store_true", "help": "the answer for programs, as /check.json gives it"}),
    "rule": (["rule"], {"metavar": "RULE", "help": "the rule, as a finding names it: date.weekday"}),
    "port": (
        ["--port"],
        {"type": _port, "default": 8001, "metavar": "PORT", "help": "port on this machine (default: 8001)"},
    ),
    "host": (
        ["--host"],
        {
            "default": "127.0.0.1",
            "metavar": "HOST",
            "help": "address to listen on (default: 127.0.0.1, this machine alone)",
        },
    ),
    "base-path": (
        ["--base-path"],
        {
            "type": _base_path,
            "metavar": "PATH",
            "help": "path under which readers find the record, behind a proxy that takes it away or leaves it:"
            " /record/ (default: that of READOUTS_BASE_URL, or /)",
        },
    ),
}
