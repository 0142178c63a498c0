"""Check the tables and write the SQLite file, with the flat tables beside it.

In: options. Out: the files that were written, printed, and an exit code.
"""

import argparse
import os
import sys

from readouts.commands.surroundings import step
from readouts.commands.validate import checked

TAKES = ("root", "texts", "output")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Check the record and write the SQLite file."""
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
            files = build(report.checked, output, os.environ.get("READOUTS_BASE_URL", ""))
    except (OSError, ChangedSinceCheck) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        print(f"readouts: {output} was not written: {why}. What was there before is there still.", file=sys.stderr)
        return 2
    print(f"rows: {', '.join(f'{name} {len(raw.rows):,}' for name, raw in report.checked.tables.items())}")
    for path in files:
        print(f"built: {path} ({path.stat().st_size:,} bytes)")
    return 0
