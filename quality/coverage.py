"""How far the record covers what each side told, month by month: built from the record as it is.

In: the package. Out: Markdown for docs/coverage.md. The table `coverage` is derived when the file is built, so it is
built here too, into a folder that goes again.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from readouts.build.database import lay
from readouts.build.derive import derive
from readouts.document import readme

MARKS = {"complete": "●", "partial": "◐", "not coded": "○"}


@cache
def _built(root: Path) -> sqlite3.Connection:
    """The record with the derived tables that are asked here, in memory; built once."""
    record, connection = readme.checked(str(root)), sqlite3.connect(":memory:")
    lay(record.dataset, record.evidence, connection)
    derive(connection, ("coverage", "count_checks", "statements"))
    return connection


def answers(root: Path, sql: str) -> tuple[tuple, ...]:
    """The rows of an answer of the built record."""
    return tuple(_built(root).execute(sql).fetchall())


def strip(root: Path) -> str:
    """A row a month, a column a level and side."""
    rows = answers(root, "SELECT month, level, side, state FROM coverage")
    states = {row[:3]: row[3] for row in rows}
    labels = dict(answers(root, "SELECT code, label FROM codes WHERE list IN ('level', 'side')"))
    order = answers(root, "SELECT code FROM codes WHERE list = 'level' ORDER BY rank")
    levels = [code for (code,) in order]
    sides = sorted({side for _, _, side in states})
    columns = [(level, side) for level in levels for side in sides]
    head = "| month | " + " | ".join(f"{labels[level]}, {labels[side]}" for level, side in columns) + " |"
    lines = [head, "|---|" + ":---:|" * len(columns)]
    for month in sorted({month for month, _, _ in states}):
        marks = " | ".join(MARKS[states[month, level, side]] for level, side in columns)
        lines.append(f"| {month} | {marks} |")
    return "\n".join(["", *lines, ""])


def holes(root: Path) -> str:
    """Why no more is complete: in how many cells each condition fails."""
    sql = """SELECT count(*), sum(state = 'complete'), sum(state = 'partial'), sum(open_leads > 0),
    sum(known_missing > 0), sum(searches < 4), sum(own_language = 0), sum(official = 0), sum(counts_exceeded > 0)
    FROM coverage"""
    [(cells, complete, partial, *failing)] = answers(root, sql)
    names = (
        "a lead is not judged",
        "a lead is known to be missing",
        "a day has fewer than four searches",
        "a day has none in the side's own language",
        "a day has none for its official texts",
        "a count is above what the record has",
    )
    lines = [f"| {name} | {number} |" for name, number in zip(names, failing, strict=True)]
    told = f"Of {cells} cells {complete} are complete and {partial} partial. In so many cells"
    return "\n".join(["", told + ":", "", "| | cells |", "|---|---:|", *lines, ""])


def missing(root: Path) -> str:
    """What no page that we could read holds, or a machine alone."""
    sql = """SELECT DISTINCT coalesce(whole.title || ': ', ledger.publisher || ': ', '') || ledger.note, ledger.side
    FROM ledger LEFT JOIN ledger AS whole ON whole.id = ledger.part_of_id AND whole.kind = 'contact'
    WHERE ledger.reason IN ('no-page', 'machine') ORDER BY coalesce(ledger.date, ledger.published), 1"""
    return "\n".join(["", *(_lines(answers(root, sql))), ""])


def counts(root: Path) -> str:
    """What sources count, beside what the record has."""
    sql = "SELECT claim, told_by, source_counts, record_has, result FROM count_checks"
    lines = [f"| {' | '.join(str(cell) for cell in row)} |" for row in answers(root, sql)]
    return "\n".join(["", "| claim | told by | source counts | record has | |", "|---|---|---:|---:|---|", *lines, ""])


def searches(root: Path) -> str:
    """How many searches were made, when, in which languages, and what they reach."""
    sql = "SELECT day, language, count(*), min(first), max(last), sum(hits) FROM searches GROUP BY day, language"
    lines = [f"| {' | '.join(str(cell) for cell in row)} |" for row in answers(root, sql)]
    head = ["| day | language | searches | from | to | results |", "|---|---|---:|---|---|---:|"]
    return "\n".join(["", *head, *lines, ""])


def _lines(rows: Iterable[tuple]) -> Iterable[str]:
    for text, side in rows:
        yield f"- {text}{f' ({side})' if side else ''}"
