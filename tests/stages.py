"""The plan of the house: its rooms in the order in which the data goes through them, and who reads whom.

Why: a module imports from its own folder and from the stages before it, so that a reader can
follow the data one way. In: the source. Out: the imports that run back, in sentences, and the
map, which CONTRIBUTING.md shows and `python -m tests.stages` prints, with nothing imported:
an import that runs in a circle stops the tests before they begin.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "readouts"
# What is read is tidied, matched with its texts, checked, told; what is counted of it is said, it is built; what was built is compared with what was
# built before; a sheet is checked and compared before it is added, and an empty dossier awaits its first; what was
# built is exported and served, words are held against it, it is shown and documented; the command line stands over all.
STAGES = (
    "package",
    "vocabulary",
    "read",
    "tidy",
    "evidence",
    "check",
    "report",
    "findings",
    "build",
    "compare",
    "sheet",
    "begin",
    "export",
    "serve",
    "quote",
    "site",
    "document",
    "commands",
)
ORDER = ("__init__", "finding", *STAGES, "schemas", "__main__")
_NAMED = re.compile(r"readouts((?:\.[a-z_]+)+)")


def modules(source: Path = SOURCE) -> list[Path]:
    """Every module of the package."""
    return sorted(source.rglob("*.py"))


def room(path: Path, source: Path = SOURCE) -> str:
    """The folder in which a module lies, or the module itself where it lies beside them."""
    return path.relative_to(source).parts[0].removesuffix(".py")


def name_of(path: Path, source: Path = SOURCE) -> str:
    """A module as an import names it."""
    return ".".join(("readouts", *path.relative_to(source).with_suffix("").parts)).removesuffix(".__init__")


def imports(tree: ast.AST, package: str = "") -> list[str]:
    """What a module imports, each as one dotted name; `package` is where it lies, for imports that begin with a dot."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            found += [f"{start}.{alias.name}" for alias in node.names]
    return found


def reads(path: Path, source: Path = SOURCE) -> set[str]:
    """The rooms that a module imports from, or whose files it opens by the name of their folder."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = name_of(path, source) if path.stem == "__init__" else name_of(path, source).rpartition(".")[0]
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    named = [*imports(tree, package), *(text for text in texts if _NAMED.fullmatch(text.removesuffix(".")))]
    found = {"__init__" if one == "readouts" else one.split(".")[1] for one in named if one.split(".")[0] == "readouts"}
    return (found & {*ORDER}) - {room(path, source)}


def backward(source: Path = SOURCE) -> Iterator[str]:
    """A sentence for each import from a later stage."""
    for path in modules(source):
        mine = room(path, source)
        for other in sorted(reads(path, source)):
            if ORDER.index(other) > ORDER.index(mine):
                yield f"{path.relative_to(source).as_posix()} imports from {other}, which comes after {mine}"


def drawn(source: Path = SOURCE) -> str:
    """The map in Markdown: for each room in order what it is, what is in it, and which rooms it reads."""
    others = defaultdict(set)
    for path in modules(source):
        others[room(path, source)] |= reads(path, source)
    rows = [_row(source / one, others[one]) for one in STAGES if (source / one / "__init__.py").is_file()]
    return "\n".join(["| folder | what it is | in it | reads |", "|---|---|---|---|", *rows])


def _row(folder: Path, others: set[str]) -> str:
    about = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    sentence = about.partition("\n\n")[0].replace("\n", " ")
    files = [f"`{path.stem}`" for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    inner = [path for path in sorted(folder.iterdir()) if path.is_dir() and path.name != "__pycache__"]
    folders = [f"`{path.name}/`" for path in inner if any(one.is_file() for one in path.iterdir())]
    known = ", ".join(one for one in ORDER if one in others and one != "__init__")
    return f"| `{folder.name}/` | {sentence} | {', '.join([*files, *folders])} | {known} |"


if __name__ == "__main__":
    print(drawn())
    sys.exit("\n".join(backward()) or None)
