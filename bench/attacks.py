"""What strangers may try, against Datasette as it comes and `readouts serve --public`, a reader asking meanwhile.

Usage: python -m bench.attacks [SECONDS]; SECONDS is 10, for each attack. Needs build/readouts.db. Prints a line an
attack: what was answered, the reader's page (median and slowest) while three clients ask without pause, and the most
memory the server took. At the end twenty clients ask for pages without pause for as long, and how many answers were
errors.
"""

import itertools
import os
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bench.pages import wait

ROOT = Path(__file__).resolve().parent.parent
DATABASE = ROOT / "build" / "readouts.db"
READER = "/readouts/statements/2024-11-11-peskov-no-call"
SQL = {
    "a question without end": "with recursive c(n) as (select 1 union all select n + 1 from c) select sum(n) from c",
    "memory in one call": "select hex(zeroblob(200000000)), hex(zeroblob(200000000)), hex(zeroblob(200000000))",
    "memory, padded": "select printf('%300000000d', 1)",
    "tables multiplied": "select count(*) from quotations a, quotations b, quotations c",
}
ATTACKS = {name: f"/readouts.json?sql={quote(sql)}" for name, sql in SQL.items()}
ATTACKS |= {
    "Excel of a question without end": f"/readouts.xlsx?sql={quote(SQL['a question without end'])}",
    "the longest page": "/readouts/readouts_wordings?_size=max",
    "every column counted": "/readouts/claim_timeline?"
    + "&".join(
        f"_facet={name}" for name in ("words", "claim", "speaker", "event", "date", "organization", "form", "id")
    )
    + "&_facet=medium&_facet=year&_facet=month&_facet=stance&_facet_size=max",
}
PAGES = ("/", "/contacts", "/readouts/claims", READER, "/-/search?q=peskov+fake", "/readouts/events", "/-/questions")
STOCK = (
    "from datasette.plugins import pm\n"
    "for one in pm.get_plugins():\n"
    "    if getattr(one, '__name__', '').startswith('readouts'): pm.unregister(one)\n"
    "from datasette.cli import cli\ncli()"
)


def main() -> int:
    """Measure both; returns the exit code."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    if not DATABASE.is_file():
        print(f"{DATABASE} does not exist. Run: make build", file=sys.stderr)
        return 2
    stock = [sys.executable, "-c", STOCK, "serve", str(DATABASE)]
    ours = [sys.executable, "-m", "readouts", "serve", str(ROOT), "--public"]
    for name, command in (("Datasette as it comes", stock), ("readouts serve --public", ours)):
        print(f"\n{name}")
        for attack, path in ATTACKS.items():
            with server(command) as (address, process):
                told, pages = attacked(address, path, seconds)
                memory = most_memory(process)
            print(
                f"  {attack:34}{told:22} reader: median {statistics.median(pages) * 1000:6.0f} ms,"
                f" slowest {max(pages) * 1000:6.0f} ms; {memory:5.0f} MB"
            )
    with server(ours) as (address, _):
        print(f"\n{twenty(address, seconds)}")
    return 0


@contextmanager
def server(command: list[str]) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server on a free port of the loopback, which is ended."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"READOUTS_BASE_URL": f"http://127.0.0.1:{port}"}
    process = subprocess.Popen(
        [*command, "--port", str(port)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait(f"http://127.0.0.1:{port}{READER}", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()


def ask(address: str) -> int:
    """The status of one answer, read whole; 0 where none came."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.read()
        return error.code
    except OSError:
        return 0


def attacked(address: str, path: str, seconds: float) -> tuple[str, list[float]]:
    """What three clients are answered who ask for the path without pause, and a reader's seconds a page meanwhile."""
    end, told, pages = time.monotonic() + seconds, Counter[int](), list[float]()

    def attack() -> None:
        while time.monotonic() < end:
            told[ask(address + path)] += 1

    clients = [threading.Thread(target=attack) for _ in range(3)]
    for client in clients:
        client.start()
    time.sleep(0.5)
    while time.monotonic() < end or not pages:
        begun = time.monotonic()
        ask(address + READER)
        pages.append(time.monotonic() - begun)
        time.sleep(0.1)
    for client in clients:
        client.join()
    return ", ".join(f"{status or 'none'} × {number}" for status, number in sorted(told.items())), pages


def twenty(address: str, seconds: float) -> str:
    """What twenty clients are answered who ask for pages without pause."""
    end, told, times = time.monotonic() + seconds, Counter[int](), list[float]()

    def read(first: int) -> None:
        for path in itertools.cycle((*PAGES[first:], *PAGES[:first])):
            if time.monotonic() > end:
                return
            begun = time.monotonic()
            told[ask(address + path)] += 1
            times.append(time.monotonic() - begun)

    clients = [threading.Thread(target=read, args=(one % len(PAGES),)) for one in range(20)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    wrong = sum(number for status, number in told.items() if status != 200)
    times.sort()
    return (
        f"twenty clients without pause: {len(times)} answers in {seconds:.0f} s, {wrong} of them errors;"
        f" median {statistics.median(times) * 1000:.0f} ms, 95 of 100 within"
        f" {times[int(len(times) * 0.95)] * 1000:.0f} ms"
    )


def most_memory(process: subprocess.Popen[bytes]) -> float:
    """The most memory that the process took so far, in MB, as Linux counts it (VmHWM)."""
    status = Path(f"/proc/{process.pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) / 1000 if found else float("nan")


if __name__ == "__main__":
    sys.exit(main())
