"""Check the tables and write the SQLite file, with the flat tables beside it.

In: options. Out: the files that were written, printed, and an exit code.
"""

import argparse
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from readouts.commands.surroundings import step
from readouts.commands.validate import checked
from readouts.package.model import Package

if TYPE_CHECKING:
    from readouts.export.files import More

TAKES = ("root", "texts", "output")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Check the record and write the SQLite file."""
    return write(options)


def write(options: argparse.Namespace, more: Callable[[Package, str], "More"] | None = None) -> int:
    """Check the record and write the files of a build, and what `more` makes of its package and its address."""
    report = checked(options)
    if report.checked is None:
        return 1
    from readouts.export.files import ChangedSinceCheck, build, written

    output = options.output or options.root / "build" / "readouts.db"
    if options.output is None and not output.parent.exists():
        output.parent.mkdir()
    sources = {(options.root / table.path).resolve().parent for table in report.checked.package.tables}
    blocked = any(path.is_dir() for path in written(output))
    if output.suffix != ".db" or not output.parent.is_dir() or output.resolve().parent in sources or blocked:
        print(
            f"readouts: {output} cannot be written. Name a file *.db in a folder of its own that exists.",
            file=sys.stderr,
        )
        return 2
    try:
        with step("building"):
            base = os.environ.get("READOUTS_BASE_URL", "")
            files = build(report.checked, output, base, more(report.checked.package, base) if more else None)
    except (OSError, ChangedSinceCheck) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        print(f"readouts: {output} was not written: {why}. What was there before is there still.", file=sys.stderr)
        return 2
    print(f"rows: {', '.join(f'{name} {len(raw.rows):,}' for name, raw in report.checked.tables.items())}")
    for path in (one for one in files if one.parent == output.parent):
        print(f"built: {path} ({path.stat().st_size:,} bytes)")
    for folder in sorted({one.parent for one in files} - {output.parent}):
        below = [one.stat().st_size for one in files if one.parent == folder]
        print(f"built: {folder} ({len(below)} files, {sum(below):,} bytes)")
    return 0
