"""A checked record to the files that are given out: the database, and beside it what BESIDE names.

In: the receipt of a check. Out: files, all of them new or none: whoever looks while it is
built, or after it failed, finds those of before.
"""

import errno
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from readouts.build.database import fill
from readouts.check.report import Checked
from readouts.export.flat_table import BESIDE, beside
from readouts.tidy.lock import locked

PREFIX = ".readouts-build-"
# Writes files into the first path, of the database at the second, and says which.
More = Callable[[Path, Path], Iterable[Path]]
# What SQLite says when the system refuses it: a full disk, and what stands in the way of reading or writing.
REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


class ChangedSinceCheck(Exception):
    """A file is not the one that was checked."""


def build(checked: Checked, output: Path, base: str = "", more: More | None = None) -> tuple[Path, ...]:
    """Write the database to `output` and the flat tables beside it; returns the files written.

    `more` is asked, once these are there, to write further files into their folder, and returns their paths below it.

    `base`, such as https://example.org, stands before the permanent addresses of the flat
    table; without it they are paths.
    Raises ChangedSinceCheck when a file of the package is no longer what was checked, and
    OSError when the files cannot be written.
    """
    _refuse_changed(checked)
    with _beside(output) as folder:
        new = {path: Path(folder, path.name) for path in written(output)}
        try:
            _make(checked, output, new, base)
            if more:
                new |= {output.parent / path: Path(folder, path) for path in more(folder, new[output])}
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in REFUSED:  # one that Python raised has no code
                raise
            raise OSError(errno.EIO, str(error), str(output)) from error
        for path, made in new.items():
            path.parent.mkdir(exist_ok=True)
            made.replace(path)
    return tuple(new)


def _make(checked: Checked, output: Path, new: Mapping[Path, Path], base: str) -> None:
    with closing(sqlite3.connect(new[output])) as connection:
        fill(checked, connection, base.rstrip("/"))
        for ending, render in BESIDE.items():
            new[beside(output, ending)].write_text(render(connection), encoding="utf-8", newline="")


@contextmanager
def _beside(output: Path) -> Iterator[Path]:
    """A folder beside the output, for as long as the build takes; those of builds that were killed are removed."""
    for left in output.parent.glob(f"{PREFIX}*"):
        with _opened(left) as file:
            if locked(file):
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=PREFIX) as folder, _opened(Path(folder)) as file:
        locked(file)
        yield Path(folder)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    file = os.open(folder, os.O_RDONLY)
    try:
        yield file
    finally:
        os.close(file)


def written(output: Path) -> tuple[Path, ...]:
    """The files that a build to `output` writes."""
    return (output, *(beside(output, ending) for ending in BESIDE))


def _refuse_changed(checked: Checked) -> None:
    for raw in checked.tables.values():
        path = checked.package.root / raw.table.path
        if hashlib.sha256(path.read_bytes()).hexdigest() != raw.digest:
            raise ChangedSinceCheck(f"{raw.table.path} changed while it was being built. Run the command again.")
