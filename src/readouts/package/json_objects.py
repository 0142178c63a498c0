"""Read one descriptor: a file of the package that holds one JSON object of a known shape.

In: the package's folder, the path, the shape. Out: the object; or a `Problem`, which carries
the finding that says why there is none.
"""

import errno
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from readouts.finding import Excerpt, Finding, shown
from readouts.package.merge_marks import FIX, unresolved
from readouts.package.profile import SHAPES, Fault, Shape, faults

DESCRIPTOR = "datapackage.json"


class Problem(Exception):
    """Stops the reading of one descriptor, or of a part of it; carries the findings."""

    def __init__(
        self, path: str, problem: str, fix: str, line: int = 0, column: str = "", excerpt: Excerpt | None = None
    ):
        place = (shown(path, 200), line, shown(column, 200), "package.descriptor", "")
        self.findings = [Finding(*place, shown(problem, 300), fix, excerpt=excerpt)]
        super().__init__(problem)

    @classmethod
    def of(cls, findings: list[Finding]) -> "Problem":
        """A problem that carries these findings."""
        made = cls("", "", "")
        made.findings = findings
        return made


@contextmanager
def collected(findings: list[Finding]) -> Iterator[None]:
    """Go on behind this block where a Problem stops it, with its findings."""
    try:
        yield
    except Problem as stop:
        findings += stop.findings


def read_object(root: Path, path: str, shape: Shape) -> tuple[dict[str, Any], list[Fault]]:
    """The object in a descriptor, and everything in it that has another shape.

    `shape` is the name of one of `profile`. Raises Problem, with its finding, for a file that is not there, lies
    outside `root`, is not UTF-8, not JSON, no object, or has a key twice.
    """
    inside(root, path)
    return parsed(path, text_of(root, path), shape)


def text_of(root: Path, path: str) -> str:
    """What a descriptor that lies in the package says; raises Problem for a file that is not there or not UTF-8."""
    try:
        return read_file(root / path).decode("utf-8")
    except FileNotFoundError:
        fix = "Restore the file, or correct the path in datapackage.json."
        if path == DESCRIPTOR:
            fix = "Run the command in the folder that holds datapackage.json, or name that folder."
        raise Problem(path, "the file does not exist", fix) from None
    except OSError as error:
        raise Problem(path, f"the file cannot be read ({error.strerror})", "Put a readable file there.") from None
    except UnicodeDecodeError:
        raise Problem(path, "the file is not UTF-8", "Save it as UTF-8 without a byte order mark.") from None


def parsed(path: str, text: str, shape: Shape) -> tuple[dict[str, Any], list[Fault]]:
    """The object that the text of a descriptor is, and everything in it that has another shape, as `read_object`."""
    if conflict := unresolved(text):
        number, problem, mark = conflict
        raise Problem(path, problem, FIX, number, excerpt=mark)
    try:
        value = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        problem = f"the file is not JSON: {error.msg} at character {error.colno}"
        line = error.doc.split("\n")[error.lineno - 1]
        mark = Excerpt(line, error.colno - 1, min(error.colno, len(line)))
        raise Problem(path, problem, "Correct the JSON there.", error.lineno, excerpt=mark) from None
    except RecursionError:
        raise Problem(path, "the file nests too deep", "Write a descriptor as the standard has it.") from None
    except _Twice as twice:
        name = shown(str(twice))
        problem = f'the key "{name}" stands twice in one object'
        raise Problem(path, problem, "Delete one of the two.", column=name) from None
    if not isinstance(value, dict):
        raise Problem(path, "the file does not hold a JSON object", "Write a descriptor in braces.")
    return value, list(_wrong(text, shape))


@lru_cache(maxsize=128)  # who checks again after a change has all descriptors but one as they were
def _wrong(text: str, shape: Shape) -> tuple[Fault, ...]:
    return tuple(faults(json.loads(text), SHAPES[shape]))


def as_findings(path: str, wrong: Iterable[Fault]) -> list[Finding]:
    """What has another shape in the descriptor at that path, as findings."""
    return [
        found
        for one in wrong
        for found in Problem(path, f"{shown(one.place, 200)} {one.problem}", one.fix, column=one.place).findings
    ]


def inside(root: Path, path: str) -> None:
    """A file of the package lies in the package, links followed; else stops."""
    try:
        stays = (root / path).resolve().is_relative_to(root.resolve())
    except (RuntimeError, OSError):
        stays = None
    if not stays:
        where = "to itself" if stays is None else "out of the package"
        raise Problem(path, f"the file is a link that leads {where}", "Put the file itself there.")


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises OSError also for a pipe or a device, which might never end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return path.read_bytes()


class _Twice(Exception):
    """A key that stands twice in one JSON object: one of its values would be lost unseen."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, Any]:
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1:
            raise _Twice(name)
    return dict(pairs)
