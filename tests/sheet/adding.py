"""Add a sheet in this process, to a package and with a text of a test's."""

from pathlib import Path

from readouts.check import check
from readouts.check.structure import read_tables
from readouts.compare.earlier import read
from readouts.package.descriptor import load
from readouts.sheet.record import Record, record
from readouts.sheet.whole import Outcome, Surroundings, outcome

from ..conftest import MINIMAL, TODAY

SHEET = MINIMAL / "sheet.yaml"


def adding(root: Path, sheet: bytes, text: str | None) -> Outcome:
    """What adding the sheet to the package would do; the text is at hand, if there is one."""
    data = None if text is None else text.encode()
    here = Surroundings(rows(root), check(root, TODAY), read(root), (), TODAY)
    return outcome(here, "sheet.yaml", sheet, lambda name: data)


def rows(root: Path) -> Record:
    """The rows of a package."""
    package, _ = load(root)
    return record(package, read_tables(package)[0])
