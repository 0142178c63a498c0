"""Show the built record in a browser.

In: options. Out: pages, until the server is stopped, and an exit code.
"""

import argparse
import os
import socket
import sys

TAKES = ("root", "port", "host", "base-path")
EXTRA = "serve"


def run(options: argparse.Namespace) -> int:
    """Show the built record in a browser, until it is stopped."""
    from readouts.package.descriptor import load
    from readouts.serve.server import serve
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
