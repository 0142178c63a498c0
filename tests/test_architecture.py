"""The house's plan, checked: imports point down, functions stay short, only the edges touch the outside."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "readouts"
RANKS = {
    "finding": 0,
    "dates": 0,
    "texts": 0,
    "profile": 0,
    "objects": 1,
    "words": 1,
    "anchors": 2,
    "package": 1,
    "questions": 1,
    "descriptor": 2,
    "rows": 2,
    "canon": 3,
    "spreadsheet": 4,
    "format": 5,
    "frames": 3,
    "check": 4,
    "report": 5,
    "derive": 4,
    "charts": 3,
    "pictures": 4,
    "database": 5,
    "seeds": 6,
    "export": 6,
    "serve": 7,
    "site": 7,
    "options": 8,
    "cli": 9,
    "__main__": 10,
    "__init__": 0,
}
MODULES = sorted(SOURCE.rglob("*.py"))


def rank(module: str) -> int:
    return RANKS[module.split(".")[1] if "." in module else "__init__"]


def name_of(path: Path) -> str:
    return ".".join(("readouts", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path):
    """A module imports only from lower ranks, or from its own part of the house."""
    name = name_of(path)
    part = name.split(".")[1:2]
    for imported in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if imported.startswith("readouts.") and imported.split(".")[1] in RANKS and imported.split(".")[1:2] != part:
            assert rank(imported) < rank(name), f"{name} imports {imported}"


def test_every_module_has_a_rank():
    """A new part of the house gets its place in the plan."""
    assert {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in MODULES} <= set(RANKS)


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


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_knows_clock_and_folder(path):
    """Below `cli` nothing asks for the time, chance, the environment or the current folder."""
    if name_of(path) == "readouts.cli":
        return
    text = path.read_text(encoding="utf-8")
    assert not [
        word
        for word in (".today()", ".now()", "import random", "os.environ", "getcwd", "Path.cwd", "uuid")
        if word in text
    ]
