"""The record through its real door: `readouts serve` in a process of its own, as readers and programs meet it."""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from readouts.build.database import build
from readouts.check import check

from .conftest import ROOT, TODAY

START = 60  # seconds: three processes of a busy machine may start at once


def built(folder: Path) -> Path:
    """A copy of the real package under `folder` with its built file, as `make build` leaves it."""
    shutil.copy(ROOT / "datapackage.json", folder)
    for name in ("data", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "build").mkdir()
    build(check(ROOT, TODAY).checked, folder / "build" / "readouts.db")
    return folder


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(root: Path, *options: str) -> Iterator[str]:
    """`readouts serve` of the built package under `root`; yields its address without a slash behind, and ends it."""
    port = free_port()
    log = root / f"serve-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "readouts", "serve", str(root), "--port", str(port), *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, f"http://127.0.0.1:{port}/-/versions.json", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen, address: str, log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # it answers, whatever it says
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer within {START} seconds:\n{log.read_text('utf-8', 'replace')}")
