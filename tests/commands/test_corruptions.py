"""`readouts format` of tables spoilt by chance, and commands that are killed: no value lost, nothing half done."""

import csv
import io
import os
import random
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from readouts.commands import main
from readouts.package.descriptor import load
from readouts.tidy.journal import JOURNAL

from ..conftest import LONG, ROOT
from ..corruptions import bytes_spoilt, saved_otherwise, without_links
from ..kills import Calls

SEED = 20241111
WHOLE = LONG or "READOUTS_FUZZ" in os.environ  # as `make fuzz` sets it
FORMATTED, KILLED = (1_000, 200) if WHOLE else (100, 20)


def values(table, data: bytes) -> list[list[str]]:
    """The rows of a file as an independent reader finds them, in the order of the schema, sorted, in normal form C."""
    encoding = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(data[:2], "utf-8-sig")
    text = data.decode(encoding)
    first, _, rest = text.partition("\n")
    text = rest if first.startswith("sep=") else text
    read = [list(csv.reader(io.StringIO(text, newline=""), delimiter=one)) for one in ",;\t"]
    rows = max(read, key=lambda rows: len({*next(filter(any, rows), ())} & {*table.columns}))
    header, *rows = filter(any, rows)
    order = [header.index(name) for name in table.columns]
    assert not any(cell for row in rows for cell in row[len([name for name in header if name]) :])
    return sorted([unicodedata.normalize("NFC", row[place]) for place in order] for row in rows)


def test_any_table_is_formatted_or_left(copy, capsys, tmp_path_factory):
    """What is written has every value that was there, and is canonical; what could only be guessed stays as it is."""
    without_links(copy.root)
    main(["format", str(copy.root)])
    old = tmp_path_factory.mktemp("old")
    shutil.copytree(copy.root, old, dirs_exist_ok=True)
    (old / "seeds").mkdir(exist_ok=True)
    shutil.copy(ROOT / "seeds" / "anchors.csv", old / "seeds")
    package, _ = load(copy.root)
    chance, written = random.Random(SEED), 0
    kept = {table: (copy.root / table.path).read_bytes() for table in package.tables}
    for number in range(FORMATTED):
        table = chance.choice(package.tables)
        path, whole = copy.root / table.path, kept[table]
        spoilt = chance.choice((bytes_spoilt, saved_otherwise))(chance, whole)
        path.write_bytes(spoilt)
        code = main(["format", "--before", str(old), str(copy.root)])
        told = "".join(capsys.readouterr())
        assert code in (0, 1) and told and "Traceback" not in told, number
        if f"written: {table.path}\n" in told:
            written += 1
            assert values(table, path.read_bytes()) == values(table, spoilt), number
            assert main(["format", "--check", "--before", str(old), str(copy.root)]) == 0, number
        else:
            assert path.read_bytes() == spoilt, number
        path.write_bytes(whole)
        assert all((copy.root / one.path).read_bytes() == data for one, data in kept.items()), number
    assert written > FORMATTED // 5


# Imports once, and lets each command run, and be killed, in a copy of itself: an import costs twenty times the run.
SERVER = """
import sys
from readouts.commands import main
import readouts.check, readouts.evidence.anchoring, readouts.report, readouts.tidy.rewrite
from tests.kills import calls, killed

for line in sys.stdin:
    instant, *arguments = line.rstrip("\\n").split("\\t")
    answer = killed(lambda: main(arguments), int(instant)) if instant else calls(lambda: main(arguments))
    print("answer", *(vars(answer).values() if not instant else [int(answer)]), file=sys.stderr, flush=True)
"""


@pytest.fixture(scope="module")
def server():
    """Runs a command in a process of its own, which is killed before its call number N, or counted."""
    running = subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )

    def ask(instant: object, *arguments: object) -> list[int]:
        print(instant, *arguments, sep="\t", file=running.stdin, flush=True)
        while line := running.stderr.readline():
            if line.startswith("answer "):
                return [int(number) for number in line.split()[1:]]
        raise AssertionError("the process that runs the commands has ended")

    yield ask
    running.stdin.close()
    running.wait()
    running.stderr.close()


def files(root: Path) -> dict[str, bytes]:
    """Everything that lies in the package."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def laid(root: Path, state: dict[str, bytes]) -> None:
    """Put the package into that state."""
    now = files(root)
    for path in now.keys() - state.keys():
        (root / path).unlink()
    for path, data in state.items():
        if now.get(path) != data:
            (root / path).write_bytes(data)


# Of anchor fewer, which checks the whole record before it writes.
@pytest.mark.parametrize(("command", "kills"), [("format", KILLED * 3 // 4), ("anchor", KILLED // 4)])
def test_killed_at_any_instant(copy, server, command, kills, tmp_path_factory, capsys):
    """Whole before or whole after, and nothing left once the next command has run, which says what it did."""
    texts = tmp_path_factory.mktemp("texts")
    (texts / "report.txt").write_text(
        "Washington Post had reported late Sunday on the talk with the Russian leader.", encoding="utf-8"
    )
    main(["format", str(copy.root)])
    main(["lists", str(copy.root)])
    copy.add("texts", source_id="denial-report", file="report.txt", extent="whole")
    arguments = [command, copy.root, *(["--texts", texts] if command == "anchor" else [])]
    if command == "format":
        for table in ("people", "roles", "claims"):
            path = copy.path(table)
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = files(copy.root)
    every = Calls(*server("", *arguments))
    after = files(copy.root)
    assert before != after
    seen = set()
    for instant in every.some(kills, SEED):
        laid(copy.root, before)
        server(instant, *arguments)
        cut_off = JOURNAL in files(copy.root)
        capsys.readouterr()
        main(["lists", str(copy.root)])  # the quickest command that settles what was cut off
        assert ("cut off" in capsys.readouterr().err) == cut_off, instant
        now = files(copy.root)
        assert now in (before, after), instant
        seen.add((cut_off, now == after))
    assert {(True, False), (True, True)} <= seen
