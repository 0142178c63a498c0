"""What CI runs: each command can fail it, and what is run before a commit is run there too."""

import re
from fnmatch import fnmatch

from .conftest import ROOT

RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")


def commands():
    """The lines of .ci/run that run something of ours."""
    return [line.strip() for line in RUN.split("\n") if re.match(r" *(\.venv/bin/|make |cmp )", line)]


def test_every_command_can_fail_the_run():
    """Under `set -e` a command before && or || fails nothing, so each stands on a line of its own."""
    assert "set -euo pipefail" in RUN
    assert [line for line in commands() if re.search(r"&&|\|", line)] == []


def test_a_commit_is_judged_as_in_ci():
    """Every command of a local hook is one of CI."""
    hooked = re.findall(r"(?:\.venv/bin/|make )[^&'\n]+", HOOKS.partition("repos:")[2])
    assert len(hooked) >= 4
    for command in hooked:
        assert any(line.startswith(command.strip()) for line in commands()), command


def test_data_is_judged_before_the_tests():
    """A bad record is annotated on its lines before a test fails for it."""
    order = [RUN.index(part) for part in ("readouts format --check", "readouts validate --referee", "make test")]
    assert order == sorted(order) and "--format github" in RUN[order[1] : order[2]]


def test_no_folder_of_tests_is_passed_over(pytestconfig):
    """pytest passes over folders called as what is built, unless told otherwise: every folder with tests is looked into."""
    folders = {file.parent.relative_to(ROOT) for file in (ROOT / "tests").rglob("test_*.py")}
    patterns = pytestconfig.getini("norecursedirs")
    assert [part for folder in folders for part in folder.parts if any(fnmatch(part, one) for one in patterns)] == []
    assert len(folders) > 10
