"""Tables and descriptors spoilt by chance: whatever they hold, findings that can be printed, and no value misread."""

import csv
import io
import os
import random
import shutil

import pytest

from readouts.check.report import Report
from readouts.check.structure import read_tables
from readouts.commands import main
from readouts.package.descriptor import load
from readouts.package.model import Package
from readouts.report import REPORTS
from readouts.report.display import Display

from ..conftest import LONG
from ..corruptions import bytes_spoilt, cells_spoilt, object_spoilt, without_links

SEED = 20241111
WHOLE = LONG or "READOUTS_FUZZ" in os.environ  # as `make fuzz` sets it
READ, CHECKED = (10_000, 500) if WHOLE else (500, 40)


def printed(findings) -> str:
    """The report on findings, as a terminal and a program get it, each of which a stream can take."""
    report = Report(tuple(findings))
    told = "\n".join(REPORTS[name](report, Display(every=True)) for name in ("terminal", "jsonl", "github"))
    assert told.replace("\n", "").isprintable()
    return told


def test_any_table_is_read_or_told(copy):
    """Bytes of any kind give the rows that an independent reader finds in them, or findings; never a failure."""
    package, _ = load(copy.root)
    chance, clean = random.Random(SEED), 0
    for number in range(READ * 7 // 10):
        table = chance.choice(package.tables)
        path = copy.root / table.path
        whole = path.read_bytes()
        path.write_bytes(spoilt := bytes_spoilt(chance, whole))
        tables, findings = read_tables(Package(copy.root, package.descriptor, (table,)))
        path.write_bytes(whole)
        assert bool(findings) != bool(tables), number
        if findings:
            assert all(found.path == table.path for found in findings) and printed(findings), number
            continue
        clean += 1
        read = csv.reader(io.StringIO(spoilt.decode("utf-8"), newline=""), strict=True)
        assert [list(tables[table.name].header), *map(list, tables[table.name].rows)] == list(read), number
    assert clean > READ // 20  # of what is spoilt within cells


def test_any_descriptor_is_read_or_told(copy):
    """A descriptor and schemas of any content give a package or findings; never a failure."""
    without_links(copy.root)
    chance, sound = random.Random(SEED), 0
    paths = [copy.root / "datapackage.json", *(copy.root / "schemas").iterdir()]
    for number in range(READ * 3 // 10):
        path = paths[0] if chance.random() < 0.5 else chance.choice(paths)
        whole = path.read_bytes()
        path.write_bytes(object_spoilt(chance, whole))
        package, findings = load(copy.root)
        path.write_bytes(whole)
        assert (package is None) == bool(findings), number
        sound += not findings
        assert not findings or printed(findings), number
    assert sound > READ // 100


@pytest.fixture
def run(capsys):
    def call(*arguments):
        code = main([str(one) for one in arguments])
        out = capsys.readouterr()
        return code, out.out + out.err

    return call


def test_any_package_is_checked(copy, run):
    """`validate` of any package ends with 0, 1 or 2, and a report."""
    chance, judged = random.Random(SEED), 0
    files = sorted([*copy.root.glob("[ds]*/*.csv"), *copy.root.glob("schemas/*.json"), copy.root / "datapackage.json"])
    tables = [file for file in files if file.suffix == ".csv" and file.read_bytes().count(b"\n") > 1]
    kept = {file: file.read_bytes() for file in files}
    for number in range(CHECKED):
        if number % 10 == 0:
            file = chance.choice(files)
            spoil = bytes_spoilt if file.suffix == ".csv" else object_spoilt
            file.write_bytes(spoil(chance, kept[file]))
        for file in chance.sample(tables, chance.choice((1, 1, 2))):
            file.write_bytes(cells_spoilt(chance, kept[file]))
        spoilt = {file: file.read_bytes() for file in files}
        code, told = run("validate", copy.root)
        assert code in (0, 1, 2) and told and "Traceback" not in told, number
        judged += "NOT RUN" not in told
        assert {file: file.read_bytes() for file in files} == spoilt, number
        for file in files:
            file.write_bytes(kept[file]) if spoilt[file] != kept[file] else None
    assert judged > CHECKED // 5  # by every gate


def test_pipes_and_folders_in_place_of_tables(copy, run):
    """What is no file is told by every command, and nobody waits for it."""
    path = copy.path("redirects")
    path.unlink()
    for make in (os.mkfifo, os.mkdir):
        make(path)
        for command in ("validate", "format", "anchor", "build"):
            code, told = run(command, copy.root)
            assert code == 1 and "data/redirects.csv" in told and "cannot be read" in told
        shutil.rmtree(path) if path.is_dir() else path.unlink()
