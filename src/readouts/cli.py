"""The command line: parse, call one function, render, exit.

The only place that knows the clock, the current folder and exit codes: 0 clean,
1 findings, 2 wrong usage. Engines are imported by the command that needs them, since
start-up is the cost of small data.
"""

import argparse
import csv
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from readouts import __version__
from readouts.finding import Finding, shown
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
    if "root" in options and not options.root.is_dir():
        print(f"readouts: {options.root} is no folder. Name the folder that holds datapackage.json.", file=sys.stderr)
        return 2
    before = getattr(options, "before", None)
    if before and not (before / "seeds" / "anchors.csv").is_file():
        print(
            f"readouts: {before} holds no seeds/anchors.csv. Name the folder of an earlier state of the record.",
            file=sys.stderr,
        )
        return 2
    missing = [folder for folder in _folders(options)[:-1] if not folder.is_dir()] if "texts" in options else []
    if missing:
        print(f"readouts: {missing[0]} is no folder of texts. Correct --texts or READOUTS_TEXTS.", file=sys.stderr)
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


def _validate(options: argparse.Namespace) -> int:
    report = _checked(options)
    return int(report.checked is None or (options.strict and bool(report.findings)))


def _checked(options: argparse.Namespace):
    from readouts.check import check
    from readouts.report import REPORTS, github

    report = check(options.root, date.today(), _folders(options), _before(getattr(options, "before", None)))
    if getattr(options, "referee", False):
        from readouts.check.referee import hear

        report = hear(report, options.root)
    style = getattr(options, "format", "terminal")
    print(REPORTS[style](report))
    if style == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(file).open("a", encoding="utf-8") as steps:
            steps.write(github.summary(report))
    return report


def _before(before: Path | None):
    """What an earlier state of the record held: its ids, and the quotations that it had anchored."""
    from readouts.check import Before

    columns = {}
    for path in sorted(before.glob("*/*.csv")) if before else ():
        with path.open(encoding="utf-8", newline="", errors="replace") as file:
            rows = list(csv.DictReader(file))
        columns[path.relative_to(before).as_posix()] = rows
    ids = {path: frozenset(row["id"] for row in rows if row.get("id")) for path, rows in columns.items()}
    return Before(frozenset(row.get("quotation_id", "") for row in columns.get("seeds/anchors.csv", ())), ids)


def _format(options: argparse.Namespace) -> int:
    from readouts.descriptor import load
    from readouts.format import diff, look, replace

    package, findings = load(options.root)
    if package is None:
        _tell(findings, 0, 0)
        return 1
    before = _earlier(options, [table.path for table in package.tables])
    seen = look(package, before)
    if options.check:
        for path, (data, canonical) in seen.files.items():
            print("\n".join(diff(path, data, canonical)))
    elif seen.files and not seen.stopped:
        try:
            replace({options.root / path: canonical for path, (_, canonical) in seen.files.items()})
        except OSError as error:
            print(
                f"readouts: {error.filename} cannot be written ({error.strerror}). Make it writable.", file=sys.stderr
            )
            return 2
        print("\n".join(f"written: {path}" for path in seen.files))
        # What is found now has the lines of the files as they now are.
        seen = look(package, before)
    _tell(seen.findings, seen.tables, seen.rows)
    if not before:
        print(f"not compared with an earlier state: {options.root} is in no Git commit (or give --before FOLDER)")
    if seen.stopped and not options.check:
        print("nothing written: correct the errors first")
    elif not seen.stopped:
        print(f"{seen.tables} tables: {f'{len(seen.files)} not' if seen.files else 'all'} in canonical form")
    return int(seen.stopped or bool(seen.files))


def _tell(findings: Iterable[Finding], tables: int, rows: int) -> None:
    """Print the findings of the formatter, if there are any, as those of a check are printed."""
    if findings:
        from readouts.check import Report
        from readouts.format import RULES
        from readouts.report import REPORTS

        print(REPORTS["terminal"](Report(tuple(findings), tables, rows, len(RULES))))


def _earlier(options: argparse.Namespace, paths: list[str]) -> dict[str, bytes]:
    """The files of an earlier state, by path: of the folder that is named, else of the last commit, else none."""
    if options.before:
        return {path: (options.before / path).read_bytes() for path in paths if (options.before / path).is_file()}
    if not shutil.which("git"):
        return {}
    shows = {
        path: subprocess.run(["git", "-C", options.root, "show", f"HEAD:./{path}"], capture_output=True)
        for path in paths
    }
    return {path: show.stdout for path, show in shows.items() if show.returncode == 0}


def _rules(options: argparse.Namespace) -> int:
    from readouts.check.registry import explained

    for one in explained():
        print(f"{one.rule.slug:28} {one.rule.severity:8} {one.rule.description}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    import difflib

    from readouts.check.registry import explained
    from readouts.export.rules import plain

    by_slug = {one.rule.slug: one for one in explained()}
    if options.rule not in by_slug:
        near = difflib.get_close_matches(options.rule, by_slug, 1)
        hint = f"Did you mean {near[0]}?" if near else "readouts rules lists them all."
        print(f"readouts: no rule is called {shown(options.rule)!r}. {hint}", file=sys.stderr)
        return 2
    print(plain(by_slug[options.rule]))
    return 0


def _folders(options: argparse.Namespace) -> list[Path]:
    """Where texts are looked for: as the command line says, as the environment says, in the package."""
    environment = os.environ.get("READOUTS_TEXTS")
    return [*options.texts, *([Path(environment)] if environment else []), options.root / "seeds" / "texts"]


def _anchor(options: argparse.Namespace) -> int:
    from readouts.check import check
    from readouts.check.evidence import held_texts
    from readouts.report import REPORTS
    from readouts.seeds import anchor, write

    report = check(options.root, date.today(), _folders(options))
    if report.dataset is None:
        print(REPORTS["terminal"](report))
        return 1
    held = held_texts(report.dataset, _folders(options))
    if not held:
        print("readouts: no text that seeds/texts.csv names is here. Name their folder with --texts.", file=sys.stderr)
        return 2
    rows, problems = anchor(report.dataset, held)
    for problem in problems:
        print(f"not anchored: {problem}")
    for path in write(report.dataset, rows):
        print(f"written: {path}")
    anchored = {row["quotation_id"] for row in rows["anchors"]}
    print(f"texts at hand: {len(held)}; quotations: {len(anchored):,} anchored, {len(problems):,} not")
    return int(bool(problems))


def _build(options: argparse.Namespace) -> int:
    report = _checked(options)
    if report.checked is None:
        return 1
    from readouts.database import ChangedSinceCheck, build

    output = options.output or options.root / "build" / "readouts.db"
    sources = {(options.root / table.path).resolve().parent for table in report.checked.package.tables}
    blocked = any(path.is_dir() for path in (output, output.with_suffix(".csv")))
    if output.suffix != ".db" or not output.parent.is_dir() or output.resolve().parent in sources or blocked:
        print(
            f"readouts: {output} cannot be written. Name a file *.db in a folder of its own that exists.",
            file=sys.stderr,
        )
        return 2
    try:
        written = build(report.checked, output, os.environ.get("READOUTS_BASE_URL", ""))
    except (OSError, ChangedSinceCheck) as error:
        print(f"readouts: {output} was not written: {error}", file=sys.stderr)
        return 2
    for path in written:
        print(f"built: {path} ({path.stat().st_size:,} bytes)")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from readouts.descriptor import load
    from readouts.serve import serve

    database = options.root / "build" / "readouts.db"
    package, _ = load(options.root)
    if package is None:
        print(
            f"readouts: {options.root} holds no sound package. Run: readouts validate {options.root}", file=sys.stderr
        )
        return 2
    if not database.is_file():
        print(
            f"readouts: {database} does not exist. Run: make build (or readouts build {options.root})", file=sys.stderr
        )
        return 2
    if not _free(options.host, options.port):
        other = options.port % 65535 + 1
        print(
            f"readouts: cannot listen on {options.host}:{options.port}, which is taken or no address of this machine."
            f" Choose another port: make serve PORT={other} (or --port {other})",
            file=sys.stderr,
        )
        return 2
    return serve(package, database, options.host, options.port)


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


COMMANDS = {
    "validate": (
        _validate,
        "check the tables, and say what is wrong, where, and what to do",
        ("root", "texts", "before", "format", "referee", "strict"),
    ),
    "format": (
        _format,
        "write the tables in canonical form, and say what a spreadsheet has changed in them",
        ("root", "check", "since"),
    ),
    "anchor": (
        _anchor,
        "find every quotation in the texts at hand; write seeds/texts.csv and seeds/anchors.csv",
        ("root", "texts"),
    ),
    "build": (
        _build,
        "check the tables and write the SQLite file, with the flat table beside it",
        ("root", "texts", "output"),
    ),
    "serve": (_serve, "show the built record in a browser", ("root", "port", "host")),
    "rules": (_rules, "list every rule by which data is judged", ()),
    "explain": (_explain, "say why a rule is there, with a case that breaks it and one that passes", ("rule",)),
}
