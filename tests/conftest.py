"""A minimal valid package, and the means to spoil one thing in a copy of it."""

import csv
import fcntl
import gc
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import readouts.check
import readouts.compare.earlier
from readouts.check import NOTHING, Before, Report
from readouts.check.memory import Memory
from readouts.document.registry import explained
from readouts.finding import Finding
from readouts.serve.questions import asked
from readouts.vocabulary import vocabulary

from .skipped import pytest_terminal_summary
from .workers import pytest_xdist_make_scheduler

__all__ = ["pytest_terminal_summary", "pytest_xdist_make_scheduler"]  # what pytest asks for by name

HERE = Path(__file__).parent
ROOT = HERE.parent
CODES = tuple(csv.DictReader(io.StringIO((ROOT / "data" / "codes.csv").read_text(encoding="utf-8"))))
VOCABULARY = vocabulary(CODES)
DESCRIPTOR = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
TABLES = len(DESCRIPTOR["resources"])
QUESTIONS = asked(DESCRIPTOR, VOCABULARY)
TODAY = date(2026, 12, 1)
MINIMAL = HERE / "package"
MEMORY = Memory()  # of this process: most tests spoil one table of a package whose others were judged before

LONG = bool(os.environ.get("READOUTS_LONG"))  # as `make long` sets it

# A property holds or it does not, however busy the machine is: neither an example nor its drawing has a time limit.
settings.register_profile("short", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("short"), max_examples=2000)
settings.load_profile("long" if LONG else "short")


def pytest_collection_modifyitems(config, items) -> None:
    """Leave out the long forms, unless they are asked for."""
    if not LONG:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_collection_finish() -> None:
    """What was imported stays: whoever looks for what can be thrown away passes over it from now on."""
    gc.freeze()


def pytest_sessionfinish() -> None:
    """At the end everything can be thrown away again."""
    gc.unfreeze()


def check(root: Path, today: date = TODAY, folders: Iterable[Path] = (), before: Before = NOTHING) -> Report:
    """The report on a package; test_memory.py holds that it is the one that a check without a memory gives."""
    return readouts.check.check(root, today, folders, before, MEMORY)


@dataclass(frozen=True)
class Copy:
    """A copy of the minimal package under `root`, to be spoilt."""

    root: Path

    def path(self, table: str) -> Path:
        return self.root / ("seeds" if table in ("texts", "anchors", "witnesses") else "data") / f"{table}.csv"

    def rows(self, table: str) -> list[dict]:
        return list(csv.DictReader(io.StringIO(self.path(table).read_text(encoding="utf-8"))))

    def write(self, table: str, rows: list[dict]) -> None:
        header = self.path(table).read_text(encoding="utf-8").split("\n")[0].split(",")
        text = io.StringIO()
        writer = csv.DictWriter(text, header, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)
        self.path(table).write_text(text.getvalue(), encoding="utf-8", newline="")

    def change(self, table: str, row_id: str, column: str, value: str) -> int:
        """Put `value` into one cell; returns the line of the file on which it stands."""
        rows = self.rows(table)
        place = next(place for place, row in enumerate(rows) if row_id in names(row))
        rows[place][column] = value
        self.write(table, rows)
        return place + 2

    def add(self, table: str, /, **cells: str) -> None:
        self.write(table, self.rows(table) + [cells])

    def drop(self, table: str, row_id: str) -> None:
        self.write(table, [row for row in self.rows(table) if row_id not in names(row)])

    def check(self) -> Report:
        return check(self.root)


def names(row: dict) -> tuple[str, ...]:
    """What a test may call a row: its id, its first cell, or its first two joined by a slash."""
    first, second = list(row.values())[:2]
    return (row["id"],) if "id" in row else (first, f"{first}/{second}")


@pytest.fixture(autouse=True)
def remembering(monkeypatch):
    """A command that a test calls in this process judges what no test has changed once, like `check` above."""
    for place in (readouts.check, readouts.check.memory, readouts.compare.earlier):
        monkeypatch.setattr(place, "Memory", lambda: MEMORY)


@pytest.fixture(autouse=True)
def every_finding_has_a_rule(monkeypatch):
    """Whatever a test makes the code say, is said by a rule that the registry knows."""
    known, make = {one.rule.slug for one in explained()}, Finding.__init__

    def named(finding: Finding, *cells, **named_cells) -> None:
        make(finding, *cells, **named_cells)
        # A test may make up findings, the code may not.
        if sys._getframe(1).f_globals["__name__"].startswith("readouts."):
            assert finding.rule in known, f"no rule is called {finding.rule}"

    monkeypatch.setattr(Finding, "__init__", named)


def minimal(folder: Path) -> Copy:
    """The minimal package with the real descriptor and schemas, written into the folder."""
    shutil.copy(ROOT / "datapackage.json", folder)
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    shutil.copytree(MINIMAL / "data", folder / "data")
    shutil.copytree(MINIMAL / "seeds", folder / "seeds")
    return Copy(folder)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A fresh copy of the minimal package."""
    return minimal(tmp_path)


@pytest.fixture
def break_one(copy: Copy) -> Callable:
    """Spoil one cell of the minimal package; returns the report and the line of the cell."""

    def spoil(table: str, row_id: str, column: str, value: str) -> tuple[Report, int]:
        line = copy.change(table, row_id, column, value)
        return copy.check(), line

    return spoil


@pytest.fixture
def real_texts() -> Path:
    """The folder of the five source texts; they belong to their publishers and are elsewhere, or nowhere."""
    folders = [Path(os.environ["READOUTS_TEXTS"])] if "READOUTS_TEXTS" in os.environ else []
    for folder in [*folders, ROOT / "seeds" / "texts", ROOT.parent / "shared" / "seeds"]:
        if (folder / "000_50ceac601c4d3b79.txt").is_file():
            return folder
    pytest.skip("the source texts are not here (READOUTS_TEXTS, seeds/texts, ../shared/seeds)")


@pytest.fixture(scope="session")
def built_package(tmp_path_factory) -> Path:
    """The folder of the real package with its built file, as `make build` leaves it.

    Nobody writes into it, and all workers have the same: the first that asks makes it, and the others wait.
    """
    from .door import built

    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "door"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            part = folder.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)  # what a build that failed has left
            part.mkdir()
            built(part).replace(folder)
    return folder


@pytest.fixture(scope="session")
def built_file(built_package: Path) -> Path:
    """The built file, for what is asked of it in SQL."""
    return built_package / "build" / "readouts.db"


@pytest.fixture(scope="session")
def door(built_package: Path) -> Iterator[str]:
    """The address of the real record, served by `readouts serve`."""
    from .door import serving

    with serving(built_package) as address:
        yield address


@pytest.fixture(scope="session")
def at_the_root(door: str) -> Iterator[Callable]:
    """Ask the served record for one path."""
    from .door import Reader

    with Reader(door, keeps=True) as reader:
        yield reader.ask


@pytest.fixture(scope="session")
def page(at_the_root: Callable) -> Callable:
    """Ask the served record for one path; a module may mean it to be asked elsewhere."""
    return at_the_root


@pytest.fixture(scope="session")
def door_under_a_path(built_package: Path) -> Iterator[str]:
    """The address of the real record, served under the path /record/."""
    from .door import serving

    with serving(built_package, "--base-path", "/record/") as address:
        yield address


@pytest.fixture(scope="session")
def under_a_path(door_under_a_path: str) -> Iterator[Callable]:
    """Ask the record that is served under a path, whose pages are read as those of the root."""
    from .door import Reader

    with Reader(door_under_a_path, "/record/", keeps=True) as reader:
        yield reader.ask


@pytest.fixture(scope="session", params=["at_the_root", "under_a_path"], ids=lambda name: name.replace("_", " "))
def anywhere(request) -> Callable:
    """Ask the served record for one path, at the root and under another."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def served(built_package: Path, built_file: Path):
    """The real record in a Datasette of this process: only for what no page shows."""
    from datasette.app import Datasette

    from readouts.package.descriptor import load
    from readouts.serve.metadata import metadata
    from readouts.serve.server import settings

    package, _ = load(built_package)
    return Datasette(immutables=[str(built_file)], metadata=metadata(package), settings=settings(built_file))
