"""Plant defects into copies of the record, and see that each is found where it is.

Usage: python -m mutate [--limit N] [--only WORD] [--write FILE]. Which rows are spoilt is
drawn by a stated seed; no clock is read. Exit code: 0 when every defect was found and
located and nothing harmless was, else 1; 2 when the record has findings of its own.
"""

import argparse
import os
import sys
from pathlib import Path

from mutate import table
from mutate.kinds import GROUPS
from mutate.record import read
from mutate.run import SEED, judged, planted

LIMIT = 5  # mutants a kind
ROOT = Path(__file__).parent.parent


def texts_here() -> Path | None:
    """The folder of the held texts, if they are here."""
    folders = [os.environ.get("READOUTS_TEXTS"), ROOT / "seeds" / "texts", ROOT.parent / "shared" / "seeds"]
    return next((Path(one) for one in folders if one and any(Path(one).glob("*.txt"))), None)


def main() -> int:
    """Plant, judge, print the table."""
    parser = argparse.ArgumentParser(prog="python -m mutate", description=__doc__)
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"mutants a kind at most (default: {LIMIT})")
    parser.add_argument("--only", default="", metavar="WORD", help="only the kinds whose name holds this")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there too, as Markdown")
    options = parser.parse_args()
    try:
        record = read(ROOT, texts_here())
    except ValueError as error:
        print(f"mutate: {error}", file=sys.stderr)
        return 2
    kinds = [kind for kinds in GROUPS.values() for kind in kinds if options.only in kind.name]
    results = judged(record, planted(record, kinds, options.limit))
    print(table.terminal(results))
    for line in table.misses(results):
        print(line)
    if options.write:
        options.write.write_text(table.markdown(results, SEED, options.limit), encoding="utf-8")
    return int(any(table.misses(results)))


if __name__ == "__main__":
    sys.exit(main())
