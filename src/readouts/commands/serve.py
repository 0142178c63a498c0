"""Show the built record in a browser.

In: options. Out: pages, until the server is stopped, and an exit code.
"""

import argparse
import os
import socket
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.package.model import Package

TAKES = ("root", "port", "host", "base-path", "public")
EXTRA = "serve"


def run(options: argparse.Namespace) -> int:
    """Show the built record in a browser, until it is stopped."""
    from readouts.serve.server import serve
    from readouts.site.door.paths import stand

    database = options.root / "build" / "readouts.db"
    if options.public and not os.environ.get("READOUTS_BASE_URL"):
        return _refused(
            "--public needs the address by which strangers reach the record: it stands in citations, and no other host"
            " is answered. Set READOUTS_BASE_URL=https://example.org and run it again"
        )
    package, problem = _ready(options, database)
    if package is None:
        return _refused(problem)
    # Nobody's word is taken for where a request came from, unless whoever runs this names the proxies that may say it.
    os.environ.setdefault("FORWARDED_ALLOW_IPS", "")
    try:
        base_path = stand(options.base_path, os.environ.get("READOUTS_BASE_URL", ""))
        return serve(package, database, options.host, options.port, base_path, options.public)
    except ValueError as wrong:
        return _refused(str(wrong))
    except sqlite3.DatabaseError as wrong:
        return _refused(f"{database} is no built record ({wrong}). Run: make build (or readouts build {options.root})")


def _ready(options: argparse.Namespace, database: Path) -> "tuple[Package | None, str]":
    """The package to serve and no problem, or None and what is in the way, with the remedy."""
    from readouts.package.descriptor import load

    package, _ = load(options.root)
    if package is None:
        return None, f"{options.root} holds no sound package. Run: readouts validate {options.root}"
    if not database.is_file():
        return None, f"{database} does not exist. Run: make build (or readouts build {options.root})"
    if not _free(options.host, options.port):
        other = options.port % 65535 + 1
        return None, (
            f"cannot listen on {options.host}:{options.port}, which is taken or no address of this machine."
            f" Choose another port: make serve PORT={other} (or --port {other})"
        )
    return package, ""


def _refused(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
