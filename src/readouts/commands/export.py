"""Build, and write every file that people take away: a workbook, a zip, Parquet, references, linked data.

In: options. Out: the files of a build and those that `export.offered` names, printed, and an exit code.
"""

import argparse
import sys

from readouts.commands.build import write

TAKES = ("root", "texts", "output")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Check the record, build it, and write all exports beside the SQLite file."""
    from readouts.export.everything import everything
    from readouts.export.whole_workbook import TooLong

    try:
        return write(options, everything)
    except TooLong as why:
        print(f"readouts: nothing was written: {why}", file=sys.stderr)
        return 2
