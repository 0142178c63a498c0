"""`readouts anchor`, `build` and `serve`: what is made of a checked record.

In: options. Out: the files that were written, printed, and an exit code.
"""

import argparse
import os
import socket
import sys
from datetime import date

from readouts.cli.checking import checked, folders, look_of


def anchor_quotations(options: argparse.Namespace) -> int:
    """Find every quotation in the texts at hand and write their anchors."""
    from readouts.check import check
    from readouts.check.evidence import held_texts
    from readouts.report import REPORTS
    from readouts.seeds import anchor, write

    report = check(options.root, date.today(), folders(options))
    if report.dataset is None:
        print(REPORTS["terminal"](report, look_of(False)))
        return 1
    held = held_texts(report.dataset, folders(options))
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


def build_file(options: argparse.Namespace) -> int:
    """Check the record and write the SQLite file."""
    report = checked(options)
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


def serve_pages(options: argparse.Namespace) -> int:
    """Show the built record in a browser, until it is stopped."""
    from readouts.descriptor import load
    from readouts.serve import serve
    from readouts.site.paths import stand

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
    try:
        base_path = stand(options.base_path, os.environ.get("READOUTS_BASE_URL", ""))
    except ValueError as error:
        print(f"readouts: {error}", file=sys.stderr)
        return 2
    # Nobody's word is taken for where a request came from, unless whoever runs this names the proxies that may say it.
    os.environ.setdefault("FORWARDED_ALLOW_IPS", "")
    return serve(package, database, options.host, options.port, base_path)


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
