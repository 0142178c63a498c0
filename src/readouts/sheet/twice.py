"""A row of the sheet that the record has already, under another id: what a curator does who wanted to correct it.

Why: a corrected date or title makes another id, and so another row beside the one that was to be corrected, which no
sheet changes. In: a finding of a rule that nothing stands twice, and the rows of the sheet. Out: the finding with what
to do: keep the id, and correct the row in its table.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from readouts.finding import Finding
from readouts.sheet.record import Record
from readouts.sheet.rows import Laid

SHARED = "key.shared"
_LINE = re.compile(r"stands on line \d+ too")
_OF_STATEMENT = {"quotations": "statement_id", "texts": "source_id"}  # whose row carries the id that was made anew
_OWNER = {"quotations": "statements", "texts": "sources"}


def named(problem: str) -> Iterator[str]:
    """The ids that the sentence of a finding may name, in its order."""
    yield from re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", problem)


def by_name(finding: Finding, table: str, made: Laid, current: Record) -> Finding:
    """A finding that says on which line of a file the same stands; the file as it would be, so the row is named."""
    rows = {**current.rows.get(table, {}), **made.rows.get(table, {})}
    if finding.rule != SHARED or finding.row_id not in rows:
        return finding
    shared = next(names for names in current.package.table(table).unique if names[0] == finding.column)
    values = [rows[finding.row_id][name] for name in shared]
    other = (one for one, row in rows.items() if one != finding.row_id and [row[name] for name in shared] == values)
    return replace(finding, problem=_LINE.sub(f"is that of {next(other, 'another')} too", finding.problem))


def twice(finding: Finding, table: str, mine: str, made: Laid, current: Record) -> Finding:
    """The finding, with what to do where the row `mine` of the sheet is one of the record under another id."""
    if (
        not (finding.rule.endswith(".twice") or finding.rule == SHARED)
        or current.has(table, mine)
        or (table, mine) not in made.blocks
    ):
        return finding
    there = finding.row_id if finding.row_id != mine else _first_there(finding.problem, table, current)
    if not there or not current.has(table, there):
        return finding
    owner, kept = table, there
    if column := _OF_STATEMENT.get(table):
        old, new = current.row(table, there)[column], made.rows[table][mine][column]
        if old != new:
            owner, kept = _OWNER[table], old
    fix = f"{keeping(kept, owner, current)} If it is another, {finding.fix[0].lower()}{finding.fix[1:]}"
    return replace(finding, fix=fix)


def keeping(kept: str, table: str, current: Record) -> str:
    """What to do to correct a row of a table under the id that it has."""
    path = current.package.table(table).path
    where = "the source" if table == "sources" else f"its block ({table})"
    told = f"To correct what the record has, write id: {kept} in {where}, and change the row in {path}"
    return f"{told}: a sheet changes no row that is there."


def _first_there(problem: str, table: str, current: Record) -> str:
    """The key of the first row that a problem names by its id, or, of a text, by its source."""
    keys = current.rows[table]
    return next((key for one in named(problem) for key in keys if key == one or key.startswith(f"{one}/")), "")
