"""A checked record to the files that are given out: the database, and beside it what BESIDE names.

In: the receipt of a check. Out: files, all of them new or none: whoever looks while it is
built, or after it failed, finds those of before.
"""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from readouts.build.database import fill
from readouts.check.report import Checked
from readouts.export import flat_table

# What is written beside the database, by the ending of its name: each module makes its text of the built file.
BESIDE: Mapping[str, Callable[[sqlite3.Connection], str]] = {".csv": flat_table.render}


class ChangedSinceCheck(Exception):
    """A file is not the one that was checked."""


def build(checked: Checked, output: Path, base: str = "") -> tuple[Path, ...]:
    """Write the database to `output` and what is exported beside it; returns the files written.

    `base`, such as https://example.org, stands before the permanent addresses of the flat
    table; without it they are paths.
    Raises ChangedSinceCheck when a file of the package is no longer what was checked, and
    OSError when the folder of `output` cannot be written.
    """
    _refuse_changed(checked)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".build-") as folder:
        new = {path: Path(folder, path.name) for path in written(output)}
        with closing(sqlite3.connect(new[output])) as connection:
            fill(checked, connection, base.rstrip("/"))
            for ending, render in BESIDE.items():
                new[output.with_suffix(ending)].write_text(render(connection), encoding="utf-8", newline="")
        for path, made in new.items():
            made.replace(path)
    return tuple(new)


def written(output: Path) -> tuple[Path, ...]:
    """The files that a build to `output` writes."""
    return (output, *(output.with_suffix(ending) for ending in BESIDE))


def _refuse_changed(checked: Checked) -> None:
    for raw in checked.tables.values():
        path = checked.package.root / raw.table.path
        if hashlib.sha256(path.read_bytes()).hexdigest() != raw.digest:
            raise ChangedSinceCheck(f"{raw.table.path} changed while it was being built. Run the command again.")
