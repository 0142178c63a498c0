"""What must be installed for what: a server needs little, each dependency has a reason, what lacks is named."""

import json
import os
import re
import subprocess
import sys
import venv

import pytest
from bench import installed

from .conftest import ROOT
from .door import Reader, serving

HEAVY = ("polars", "duckdb", "pandera", "frictionless", "sqlite_utils", "pandas", "numpy", "rich")


def without(*names: str, run: str, **environment: str) -> subprocess.CompletedProcess:
    """Run code in a process of its own in which these modules cannot be imported, as if they were not installed."""
    code = (
        "import sys\nclass Gone:\n"
        f" def find_spec(self, name, *_):\n  if name in {names!r}:\n"
        "   raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        f"sys.meta_path.insert(0, Gone())\n{run}"
    ).replace("\\\n", "\n")
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | environment)


def command(*arguments: str) -> str:
    return f"from readouts.commands import main\nsys.exit(main({[*map(str, arguments)]!r}))"


@pytest.mark.parametrize(
    ("gone", "arguments", "extra"),
    [
        ("polars", ("validate", ROOT), "build"),
        ("duckdb", ("rules",), "build"),
        ("sqlite_utils", ("build", ROOT, "--output", "FILE"), "build"),
        ("datasette", ("serve", "ROOT"), "serve"),
        ("datasette", ("serve", "ROOT", "--base-path", "/record/"), "serve"),
    ],
)
def test_what_a_command_lacks_is_named(built_package, tmp_path, gone, arguments, extra):
    """Where an extra is not installed its commands say so, with what to do, and no traceback."""
    places = {"FILE": tmp_path / "readouts.db", "ROOT": built_package}
    told = without(gone, run=command(*(places.get(one, one) for one in arguments)))
    expected = f"readouts: {arguments[0]} needs {gone}, which is not installed. Run: pip install 'readouts[{extra}]'\n"
    assert (told.returncode, told.stderr) == (2, expected)


def test_the_schemas_say_what_they_lack():
    """Who imports the schemas with nothing to read them by is told what to install."""
    told = without("pandera", run="from readouts import schemas")
    assert "readouts.schemas needs pandera, which is not installed. Run: pip install 'readouts[build]'" in told.stderr


def test_a_fault_of_our_own_is_not_blamed_on_an_extra():
    """A module of readouts that is not there is a broken tool: it is told as one."""
    told = without("readouts.check", run=command("validate", ROOT))
    assert told.returncode == 1 and "Traceback" in told.stderr and "pip install" not in told.stderr


def test_a_server_imports_nothing_that_only_a_build_needs():
    """All that is loaded to serve does without the engines that check and build."""
    load = (
        "import importlib, pkgutil, readouts.site, readouts.serve.server, readouts.package.descriptor\n"
        "[importlib.import_module(one.name) for one in pkgutil.walk_packages(readouts.site.__path__, 'readouts.site.')]"
    )
    assert without(*HEAVY[:-1], run=load).stderr == ""
    assert "polars" in without("polars", run="import readouts.check").stderr


def test_every_dependency_has_a_reason_and_a_size():
    """pyproject.toml, the reasons and what was measured name the same dependencies."""
    measured = json.loads(installed.MEASURED.read_text(encoding="utf-8"))
    assert set(installed.declared()) == set(installed.reasons()) == set(measured["dependencies"])
    assert all(reason.endswith((".", "?")) for reason in installed.reasons().values())


def test_a_server_brings_none_of_what_only_a_build_needs():
    """As the installed distributions declare it, readouts[serve] is small, and is part of what everything is."""
    serve, build = (installed.closure("readouts", (extra,)) for extra in ("serve", "build"))
    assert not serve & {"polars", "duckdb", "pandera", "frictionless", "sqlite-utils", "pandas", "numpy", "pyarrow"}
    assert {"polars", "duckdb", "pandera", "frictionless", "sqlite-utils"} <= build and "datasette" not in build


@pytest.mark.long
def test_a_fresh_environment_with_a_server_alone_serves(built_package, tmp_path):
    """With readouts[serve] from the lock file and nothing else, `readouts serve` answers, and `validate` says what lacks."""
    venv.create(tmp_path / "fresh", with_pip=True)
    python = tmp_path / "fresh" / "bin" / "python"
    names = installed.closure("readouts", ("serve",)) - {"readouts"}
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    wanted = [block for block in blocks if block.partition("==")[0] in names]
    assert {block.partition("==")[0] for block in wanted} >= names - {"pip", "setuptools"}
    (tmp_path / "serve.lock").write_text("\n".join(wanted) + "\n")
    pip = ["-m", "pip", "-q", "--disable-pip-version-check"]
    for arguments in (
        [sys.executable, *pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT)],
        [str(python), *pip, "install", "--no-deps", "--require-hashes", "-r", str(tmp_path / "serve.lock")],
        [str(python), *pip, "install", "--no-deps", "--no-index"],
    ):
        wheels = [str(one) for one in tmp_path.glob("*.whl")]
        run = subprocess.run(
            [*arguments, *(wheels if "--no-index" in arguments else [])], capture_output=True, text=True
        )
        assert run.returncode == 0, run.stdout + run.stderr
    with serving(built_package, python=str(python)) as address, Reader(address) as reader:
        for path in (
            "/",
            "/readouts/claims",
            "/-/search?q=putin",
            "/contacts",
            "/readouts/claims.xlsx",
            "/-/downloads",
        ):
            assert reader.ask(path, follow=True).status == 200, path
    told = subprocess.run([python, "-m", "readouts", "validate", ROOT], capture_output=True, text=True)
    assert told.returncode == 2 and "pip install 'readouts[build]'" in told.stderr
