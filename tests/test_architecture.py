"""The house's plan (see stages), checked: imports point to earlier stages, functions stay short, only the edges touch the outside."""

import ast
import re

import pytest

from readouts.commands import COMMANDS, help_of, parser

from .stages import ORDER, SOURCE, backward, drawn, imports, modules, name_of, room

MODULES = modules()


def test_imports_point_back_to_earlier_stages():
    """A module imports from its own folder and from the stages before it."""
    found = list(backward())
    assert not found, "\n".join([*found, "", drawn()])


def test_every_folder_is_a_stage():
    """A new folder, or a module beside the folders, gets its place in the order."""
    assert {room(path) for path in MODULES} <= {*ORDER}, drawn()


@pytest.mark.parametrize(
    "code",
    [
        "from readouts.check.report import Report",
        "from readouts.check import report",
        "from readouts import check",
        "import readouts.check.report",
        "from ..check import report",
        "def late():\n    from readouts.check import check",
        "from importlib.resources import files\nrules = files('readouts.check') / 'rules'",
    ],
)
def test_an_import_that_runs_back_is_seen(tmp_path, code):
    """However it is written, an import from a later stage is named; one from an earlier stage is let be."""
    for folder in ("read", "check", "report"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").write_text('"""A room."""')
    (tmp_path / "report" / "terminal.py").write_text(code)
    assert list(backward(tmp_path)) == []
    (tmp_path / "read" / "csv_rows.py").write_text(code)
    assert list(backward(tmp_path)) == ["read/csv_rows.py imports from check, which comes after read"]


def test_a_command_is_a_file():
    """Each command is a module of its name, which has the help, and each module but those that serve them a command."""
    assert {path.stem for path in (SOURCE / "commands").glob("*.py")} == {
        *COMMANDS,
        "__init__",
        "options",
        "revisions",
        "surroundings",
    }
    for name, module in COMMANDS.items():
        assert f"{name} " in parser().format_help() and help_of(module) in " ".join(parser().format_help().split()), (
            name
        )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_stay_short(path):
    """A function does one thing: forty lines are the most it needs."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 40, f"{path}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_say_what_they_do(path):
    """Every module and every public function, class and method has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), path
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}:{node.lineno} {node.name}"


# What reaches outside the process, by what it reaches: names of functions and methods, with their module where one
# name is used for other things too; and modules whose import says enough.
OUTSIDE = {
    "clock": {
        "datetime.now",
        "datetime.utcnow",
        "date.today",
        "time.time",
        "time.time_ns",
        "time.monotonic",
        "time.localtime",
        "perf_counter",
    },
    "chance": {"uuid4", "uuid1", "urandom", "import random", "import secrets"},
    "environment": {
        "os.environ",
        "os.getenv",
        "environ",
        "getenv",
        "Path.cwd",
        "Path.home",
        "getcwd",
        "get_terminal_size",
        "expanduser",
        "isatty",
    },
    "files": {
        "open",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "iterdir",
        "glob",
        "rglob",
        "is_file",
        "is_dir",
        "exists",
        "stat",
        "unlink",
        "mkdir",
        "resolve",
        "copymode",
        "import tempfile",
    },
    "processes": {"import subprocess", "import socket", "import urllib.request", "import multiprocessing"},
}
# The modules that may, and what: the command line, and those whose work is to read or write files.
ALLOWED = {
    "commands": {"clock", "environment", "files", "processes"},
    "package.json_objects": {"files"},
    "package.descriptor": {"files"},
    "vocabulary": {"files"},
    "tidy.journal": {"files"},
    "tidy.all_or_none": {"files"},
    "compare.earlier": {"files"},
    "check.held_texts": {"files"},
    "sheet.judged": {"files"},
    "export.files": {"files"},
    "export.everything": {"files"},
    "site.door.whole_files": {"files"},
    "serve.server": {"files"},
    "serve.newest": {"files"},
}


def reached(tree):
    """What a module reaches of OUTSIDE, as pairs of kind and name; a name counts with its last owner, and alone.

    A module that reads only files of the package itself (importlib.resources, no pathlib) reaches no others.
    """
    used = {f"import {one}" for one in imports(tree)} | {f"import {one.rpartition('.')[0]}" for one in imports(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            used |= {node.attr, f"{owner}.{node.attr}"}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            used.add(node.func.id)
    own_files = any(one.startswith("importlib.resources") for one in imports(tree)) and not any(
        one.startswith("pathlib") for one in imports(tree)
    )
    kinds = {kind: names for kind, names in OUTSIDE.items() if not (kind == "files" and own_files)}
    return {(kind, name) for kind, names in kinds.items() for name in names & used}


def allowed(name):
    """What a module may reach: what is allowed to it or to the part that it belongs to."""
    inner = name.removeprefix("readouts.")
    return ALLOWED.get(inner, set()) | ALLOWED.get(inner.partition(".")[0], set())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edges_touch_the_outside(path):
    """Clock, chance, environment, files and processes are for the modules that are named for it; the rest is pure."""
    found = reached(ast.parse(path.read_text(encoding="utf-8")))
    assert {(kind, name) for kind, name in found if kind not in allowed(name_of(path))} == set()


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed_is_needed(name):
    """A module that no longer reaches outside is no longer allowed to."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in MODULES
        if f"{name_of(path)}.".startswith(f"readouts.{name}.")
    ]
    assert {kind for tree in trees for kind, _ in reached(tree)} >= ALLOWED[name]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("from datetime import datetime\ndef f(): return datetime.now()", "clock"),
        ("import datetime\nx = datetime.date.today()", "clock"),
        ("import datetime\nnow = datetime.datetime.now", "clock"),
        ("import time\nx = time.time()", "clock"),
        ("from random import choice", "chance"),
        ("import random as r", "chance"),
        ("from uuid import uuid4\nx = uuid4()", "chance"),
        ("import os\nx = os.environ['A']", "environment"),
        ("from os import environ, getenv\nx = getenv('A')", "environment"),
        ("from pathlib import Path\nx = Path.cwd()", "environment"),
        ("x = open('a')", "files"),
        ("from pathlib import Path\nx = Path('a').read_text()", "files"),
        ("import importlib.resources\nfrom pathlib import Path\nx = Path('a').read_bytes()", "files"),
        ("import subprocess", "processes"),
        ("from urllib.request import urlopen", "processes"),
    ],
)
def test_the_outside_is_seen(code, kind):
    """However it is written, a call that reaches outside is seen."""
    assert kind in {found for found, _ in reached(ast.parse(code))}


@pytest.mark.parametrize(
    "code", ["x = 'open the file now()'", "x = table.replace('a', 'b')", "def f(today): return today.year"]
)
def test_what_reaches_nothing_is_let_be(code):
    """Words in texts and other names are no calls."""
    assert reached(ast.parse(code)) == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_small(path):
    """A module is one stage: two hundred and fifty lines are the most it needs."""
    assert len(path.read_text(encoding="utf-8").split("\n")) <= 251


def private(source: str) -> list[str]:
    """What code takes from other packages under a name that begins with an underscore: `line name`."""
    tree, found, theirs = ast.parse(source), [], set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = [getattr(node, "module", None) or ""] if isinstance(node, ast.ImportFrom) else []
            if getattr(node, "level", 0) or any(name.split(".")[0] == "readouts" for name in module):
                continue
            paths = [".".join([*module, one.name]) for one in node.names]
            found += [f"{node.lineno} {path}" for path in paths if hidden(path) and path != "__future__.annotations"]
            theirs |= {one.asname or one.name.split(".")[0] for one in node.names} - {"readouts"}
    for node in ast.walk(tree):
        base = node.value if isinstance(node, ast.Attribute) and hidden(node.attr) else None
        while isinstance(base, ast.Attribute):
            base = base.value
        if isinstance(base, ast.Name) and base.id in theirs:
            found.append(f"{node.lineno} {ast.unparse(node)}")
    return found


def hidden(path: str) -> bool:
    """Whether a part of a dotted name is private; a name between double underscores is public."""
    return any(part.startswith("_") and not part.endswith("__") for part in path.split("."))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_private_name_of_another_package(path):
    """What a package keeps to itself, its next release may take away."""
    assert private(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        "from datasette._internal import x",
        "from datasette.app import _x",
        "import datasette._internal",
        "import datasette.app\ndatasette.app._x",
        "from datasette import app as one\ndef f():\n    return one.Datasette._get()",
    ],
)
def test_a_private_name_of_another_package_is_seen(code):
    """However it is reached; one of our own, or of an object of ours, is let be."""
    assert private(code)
    assert private("from readouts.site import _x\nfrom . import _y\nimport sys\nsys.__stdout__\nself._x\ny._z") == []


def test_tables_are_made_in_one_way():
    """Only `build/tables.py` declares tables, indexes and columns: what it does not do is done nowhere."""
    declares = re.compile(r"(CREATE (VIRTUAL )?TABLE|CREATE INDEX|ALTER TABLE)(?! temp\.)")
    found = {name_of(path) for path in MODULES if declares.search(path.read_text(encoding="utf-8"))}
    assert found == {"readouts.build.tables"}
