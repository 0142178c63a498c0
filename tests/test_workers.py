"""How workers share the tests."""

import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

from .browser.conftest import other_screens
from .conftest import ROOT
from .workers import part


def test_browser_tests_are_in_two_parts_and_others_by_themselves():
    """A worker keeps its browser for a whole part; what needs none goes to whoever is free."""
    assert part("tests/browser/test_pages.py::test_one[home-390]") == part("tests/browser/test_unseen.py::test_two")
    assert part("tests/browser/test_table.py::test_one") == part("tests/browser/test_look.py::test_two") == "ways"
    assert part("tests/test_cli.py::test_one") != part("tests/test_cli.py::test_two")


def test_what_shares_a_server_or_its_answers_stays_together():
    """A file that asks for pages is given out as a whole; all files that ask a server under a path as one."""
    assert part("tests/site/test_table.py::test_one[a]") == part("tests/site/test_table.py::test_two")
    assert part("tests/site/test_table.py::test_one") != part("tests/site/test_claim.py::test_one")
    under = {
        part(f"{file.relative_to(ROOT)}::test_one")
        for file in (ROOT / "tests").rglob("test_*.py")
        if asks_anywhere(file)
    }
    assert under == {"anywhere"}


def asks_anywhere(file):
    """Whether a file has tests that are asked under a path."""
    return bool(
        re.search(r"^def .*\b(anywhere|(door_)?under_a_path)\b[,)]", file.read_text(encoding="utf-8"), re.MULTILINE)
    )


@pytest.mark.parametrize(("folder", "workers"), [("browser", 1), ("other", 2)])
def test_a_part_runs_in_one_worker(tmp_path, folder, workers):
    """As pytest runs it: tests in a browser stay together, and others do not."""
    (tmp_path / "conftest.py").write_text("from tests.workers import pytest_xdist_make_scheduler\n")
    file = tmp_path / "tests" / folder / "test_one.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "import pytest, time\n@pytest.mark.parametrize('turn', range(12))\ndef test_one(turn):\n    time.sleep(0.05)\n"
    )
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-n", "2", str(tmp_path)]
    run = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}
    )
    seen = {line.partition("]")[0] for line in run.stdout.splitlines() if line.startswith("[gw")}
    assert "12 passed" in run.stdout and len(seen) == workers, run.stdout + run.stderr


class Going:
    """A test of a file as pytest collects it, on a screen of its reader or on none."""

    def __init__(self, file: str, name: str, screen: int | None, mark: str = ""):
        self.path, self.originalname, self.screen, self._mark = file, name, screen, mark
        if screen is not None:
            self.callspec = SimpleNamespace(params={"reader": screen})

    def get_closest_marker(self, name: str) -> str | None:
        return name if name == self._mark else None


def test_ways_take_turns_with_screens():
    """In the short form every test runs, on one screen, and each screen has its turn in each file; who needs all has all."""
    ways = [Going(file, way, screen) for file in "ab" for way in "xyz" for screen in (0, 1)]
    every = [Going("a", "both", screen, "every_screen") for screen in (0, 1)] + [Going("a", "plain", None)]
    left = other_screens([*ways, *every])
    assert [(one.path, one.originalname, one.screen) for one in ways if one not in left] == [
        (file, way, screen) for file in "ab" for way, screen in (("x", 0), ("y", 1), ("z", 0))
    ]
    assert left.isdisjoint(every)
