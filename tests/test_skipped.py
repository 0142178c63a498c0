"""What was skipped and why, in one line at the end of a run."""

import ast
import subprocess
import sys

import pytest

from .conftest import ROOT
from .skipped import CAUSES, told


def test_each_cause_is_told_once_with_its_remedy():
    """Tests that wait for the same thing are counted together, and the line says what lets them run."""
    line = told(
        ["Skipped: the source texts are not here", "Skipped: source text 2 is not held", "Skipped: LibreOffice"]
    )
    assert (
        line.startswith("skipped: 2 without the source texts (READOUTS_TEXTS") and ", 1 without LibreOffice (" in line
    )
    assert "\n" not in line and told([]) == ""


def test_an_unknown_reason_is_told_as_it_stands():
    """No test is left out in silence for a reason that nobody listed."""
    assert told(["Skipped: the moon is full"]) == "skipped: 1 (the moon is full)"


def test_every_reason_in_the_tests_has_a_cause():
    """Whoever writes a new skip says in `CAUSES` what lets the test run."""
    reasons = [
        reason for path in (ROOT / "tests").rglob("*.py") for reason in _reasons(path.read_text(encoding="utf-8"))
    ]
    assert len(reasons) >= 4
    assert [reason for reason in reasons if not any(word in reason for word, *_ in CAUSES)] == []


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_line_ends_the_run(tmp_path, workers):
    """A run prints it once, with one worker and with several."""
    (tmp_path / "conftest.py").write_text("from tests.skipped import pytest_terminal_summary\n")
    (tmp_path / "test_one.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('turn', range(3))\n"
        "def test_one(turn):\n    pytest.skip('LibreOffice is not here')\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", workers, str(tmp_path)]
    run = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}
    )
    assert run.stdout.count("skipped: 3 without LibreOffice") == 1, run.stdout + run.stderr


def _reasons(source: str) -> list[str]:
    """The reasons of pytest.skip and pytest.mark.skipif in a file, and what a function that skips says."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith(("pytest.skip", "pytest.mark.skip")):
            continue
        if ast.unparse(node.func) == "pytest.skip.Exception":
            continue
        found.append(" ".join(ast.unparse(part) for part in (*node.args, *(one.value for one in node.keywords))))
    return [reason for reason in found if not reason.isidentifier()]
