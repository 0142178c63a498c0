"""Add a sheet in this process, to a package and with a text of a test's."""

from pathlib import Path
from typing import Any

from readouts.check import check
from readouts.check.structure import read_tables
from readouts.compare.earlier import read
from readouts.package.descriptor import load
from readouts.sheet import blocks, yaml_text
from readouts.sheet.form import forms
from readouts.sheet.identified import identified
from readouts.sheet.places import Page
from readouts.sheet.record import Record, record
from readouts.sheet.rows import Laid, laid
from readouts.sheet.whole import Outcome, Surroundings, outcome

from ..conftest import MINIMAL, TODAY

SHEET = MINIMAL / "sheet.yaml"
NAME = "sheet.yaml"


def rows(root: Path) -> Record:
    """The rows of a package."""
    package, _ = load(root)
    return record(package, read_tables(package)[0])


def surroundings(root: Path) -> Surroundings:
    """A package as it is, with no text at hand but that which a sheet brings."""
    return Surroundings(rows(root), check(root, TODAY), read(root), (), TODAY)


def adding(root: Path, sheet: bytes, text: str | bytes | None) -> Outcome:
    """What adding the sheet to the package would do; packages with the same tables are checked once."""
    data = text.encode() if isinstance(text, str) else text
    return outcome(_known(root), NAME, sheet, lambda name: data)


_KNOWN: dict[tuple[bytes, ...], Surroundings] = {}


def _known(root: Path) -> Surroundings:
    tables = tuple(path.read_bytes() for path in sorted(root.glob("*/*.csv")))
    if tables not in _KNOWN:
        _KNOWN[tables] = surroundings(root)
    return _KNOWN[tables]


def made(sheet: str, current: Record, page: Page | None) -> Laid:
    """The rows of a sheet, against a record; a sheet that cannot be read fails."""
    node, findings = yaml_text.read(NAME, sheet.encode())
    assert node is not None, findings
    read_in, findings = blocks.read(NAME, node, forms(current.package))
    assert not findings, findings
    return laid(identified(read_in, current), page)


def plain(node: yaml_text.Node) -> Any:
    """A tree without its lines."""
    if isinstance(node, yaml_text.Scalar):
        return node.text
    if isinstance(node, yaml_text.Items):
        return [plain(one) for one in node.items]
    return {name: plain(one) for name, one in node.entries.items()}
