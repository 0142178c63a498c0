"""How heavy is each kind of page, and how long does it take? A real Datasette server, one client, on this machine.

Usage: python -m bench.pages [FILE.db] [TIMES] [--write]; FILE.db is build/readouts.db, TIMES is 20. Each page is asked
for once before it is measured, so that what is read once for a served file is read. Prints a line a kind of page: the
heaviest of its rows, its weight as sent (gzip) and unpacked, the median and the slowest of TIMES answers. Ends with 1
when a median is LIMIT or more. With --write the table goes into docs/performance.md.
"""

import gzip
import os
import platform
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from bench.kinds import asked, rows

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 200  # milliseconds
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"


def pages(database: Path) -> dict[str, str]:
    """A name for each kind of page, and the path of the page that is measured for it."""
    found = {
        "home": "/",
        "timeline of contacts": "/contacts",
        "search, two words": "/-/search?q=peskov+fake",
        "search, one word for everything": "/-/search?q=putin",
        "search, a whole question": "/-/search?q=was+military+aid+discussed+in+the+March+18+call",
        "search, most of ten words": "/-/search?q=leavitt+trump+didnt+talk+to+putin+himself+thursday+it+was+witkoff",
        "search, a slip": "/-/search?q=pescov+fake",
        "search, nothing found": "/-/search?q=peskov+xylophone",
        "check, a sentence": "/check?q=we+have+reached+this+stage",
        "check, a paragraph of 20": "/check?" + urlencode({"q": " and ".join(f"“{one}”" for one in quoted(database))}),
        "questions": "/-/questions",
        "downloads": "/-/downloads",
    }
    found |= {f"row of {table}": path for table, path in rows(database).items()}
    found |= {
        "table, eleven facets": "/readouts/claim_timeline",
        "table, narrowed down twice": "/readouts/claim_timeline?side=russia&stance=denies",
    }
    found |= {f"table of {name}": f"/readouts/{name}" for name in ("claims", "contact_standing", "people", "sources")}
    found |= {f"question {name}": path for name, path in asked().items()}
    return found


def quoted(database: Path) -> list[str]:
    """Quotations of twenty sources, longest first, as long as a text may be that is checked."""
    sql = (
        "SELECT max(words) FROM quotations WHERE words IS NOT NULL GROUP BY source_id ORDER BY length(max(words)) DESC"
    )
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return [row[0][:180] for row in connection.execute(sql)][:20]


def measured(address: str, times: int) -> tuple[int, int, list[float]]:
    """Weight as sent, weight unpacked, and the time of each answer in milliseconds."""
    request = urllib.request.Request(address, headers={"accept-encoding": "gzip"})
    taken, sent = [], b""
    for turn in range(times + 1):
        start = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:
            sent, packed = answer.read(), answer.headers.get("content-encoding") == "gzip"
        if turn:
            taken.append((time.perf_counter() - start) * 1000)
    return len(sent), len(gzip.decompress(sent) if packed else sent), taken


def serve(database: Path, folder: Path, port: int) -> subprocess.Popen:
    """The command line's own server, on a package made in the folder whose build is the file."""
    shutil.copy(ROOT / "datapackage.json", folder)
    for name in ("schemas", "data"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "build").mkdir()
    shutil.copy(database, folder / "build" / "readouts.db")
    command = [sys.executable, "-m", "readouts", "serve", str(folder), "--port", str(port)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait(address: str, server: subprocess.Popen) -> None:
    """Until the server answers; raises TimeoutError after a minute, and at once when it has ended."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None:
                break
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} does not answer")


def table(database: Path, times: int) -> tuple[str, float]:
    """The measurements as a table, and the slowest median."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{probe.getsockname()[1]}"
    folder = tempfile.TemporaryDirectory(prefix="readouts-bench-")
    server = serve(database, Path(folder.name), int(base.rpartition(":")[2]))
    lines = ["| page | sent, kB | unpacked, kB | median, ms | slowest, ms |", "|---|---:|---:|---:|---:|"]
    slowest = 0.0
    try:
        wait(base, server)
        style = measured(f"{base}/-/static-plugins/readouts/site.css", 1)
        for name, path in pages(database).items():
            sent, whole, taken = measured(base + path, times)
            median = statistics.median(taken)
            slowest = max(slowest, median)
            lines.append(f"| {name} | {sent / 1000:.1f} | {whole / 1000:.1f} | {median:.0f} | {max(taken):.0f} |")
            print(lines[-1], flush=True)
    finally:
        server.terminate()
        server.wait(timeout=20)
        folder.cleanup()
    about = (
        f"{times} answers each, one client, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} processors; the file has {database.stat().st_size / 1e6:.1f} MB. "
        f"The stylesheet, asked for once, has {style[0] / 1000:.1f} kB ({style[1] / 1000:.1f} unpacked)."
    )
    return f"{about}\n\n" + "\n".join(lines) + "\n", slowest


def main(arguments: list[str]) -> int:
    """Measure, print, and say whether every page keeps the limit."""
    plain = [one for one in arguments if one != "--write"]
    database = Path(plain[0]) if plain else ROOT / "build" / "readouts.db"
    if not database.is_file():
        print(f"{database} is not there: run readouts build", file=sys.stderr)
        return 2
    text, slowest = table(database, int(plain[1]) if len(plain) > 1 else 20)
    print(text.partition("\n")[0])
    print(f"slowest median: {slowest:.0f} ms, limit {LIMIT} ms")
    if "--write" in arguments:
        page = ROOT / "docs" / "performance.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        page.write_text(before + BEGIN + text + END + rest.partition(END)[2], encoding="utf-8")
    return int(slowest >= LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
