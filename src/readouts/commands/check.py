"""Check a quotation: is it printed so, by whom, and what stands around it.

Asks the built file, or the tables where none was built or they changed since. In: options. Out: the answer, and an exit
code: 0 where all words are printed so and no more is to be said than that a sentence goes on, 1 otherwise.
"""

import argparse
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.commands.surroundings import step

if TYPE_CHECKING:
    from readouts.quote.quotations import Record
    from readouts.quote.wanted import Time

TAKES = ("words", "root", "speaker", "when", "json")
EXTRA = "build"


def run(options: argparse.Namespace) -> int:
    """Check the words, and print what is said of them."""
    from readouts.quote.covered_time import levels
    from readouts.quote.in_json import as_json
    from readouts.quote.in_terminal import as_text
    from readouts.quote.verdict import answer

    text = (sys.stdin.read() if options.words == "-" else options.words).strip()
    record = _record(options.root)
    if isinstance(record, str):
        return _stop(record)
    time = _time(record, options.when, text)
    if isinstance(time, str):
        return _stop(time)
    found = answer(record, text, options.speaker, time)
    if found.problem or not found.verdicts:
        return _stop(found.problem or "there is no word in that. Give the words of a quotation.")
    absent = any(one.kind == "absent" for one in found.verdicts)
    covered = levels(record.covered, time.periods) if absent or options.when else ()
    if options.json:
        base = os.environ.get("READOUTS_BASE_URL", "").rstrip("/")
        body = as_json(found, covered, lambda table, key: f"{base}/readouts/{table}/{key}")
        print(json.dumps(body, ensure_ascii=False, indent=2))
    else:
        print(as_text(found, covered))
    return int(not all(one.plain for one in found.verdicts))


def _record(root: Path) -> "Record | str":
    """The record that is asked, or what is in the way, with the remedy."""
    from readouts.quote.quotations import QUESTIONS, record

    database = root / "build" / "readouts.db"
    fresh = database.is_file() and database.stat().st_mtime_ns >= _changed(root)
    try:
        connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True) if fresh else _laid(root)
        if isinstance(connection, str):
            return connection
        with closing(connection):
            connection.row_factory = sqlite3.Row
            return record({name: tuple(map(dict, connection.execute(sql))) for name, sql in QUESTIONS.items()})
    except sqlite3.DatabaseError as wrong:
        return f"{database} is no built record of this version ({wrong}). Run: make build (or readouts build {root})"


def _changed(root: Path) -> int:
    """When a table was last written, in nanoseconds."""
    tables = [path for name in ("data", "seeds") for path in (root / name).glob("*.csv")]
    return max((path.stat().st_mtime_ns for path in tables), default=0)


def _laid(root: Path) -> sqlite3.Connection | str:
    """The tables in memory, with what is derived of them for the answers."""
    from readouts.build.database import lay
    from readouts.build.derive import derive
    from readouts.check import check

    with step("reading the tables"):
        report = check(root, date.today())
        if report.checked is None:
            return f"the tables of {root} have errors. Run: readouts validate {root}"
        connection = sqlite3.connect(":memory:")
        lay(report.checked.dataset, report.checked.evidence, connection)
        derive(connection)
    return connection


def _time(record: "Record", when: str, text: str) -> "Time | str":
    """The time that was given or that the text names; none where none is, or none can be read.

    Days in any usual form are read by the search of the pages, which is there where Datasette is.
    """
    from readouts.quote.wanted import Time, time_of

    try:
        from readouts.site.search.times_in_text import times_in
    except ModuleNotFoundError as error:
        if error.name == "datasette" and not when:
            return Time()
        raise
    times = times_in(when or text, record.days)
    if when and not times:
        return f"“{when}” was not read as a day or a month. Write 2025-03-18, 18 March 2025 or March 2025."
    return time_of([one.text for one in times], [period for one in times for period in one.periods], bool(when))


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
