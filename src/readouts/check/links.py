"""Third gate: is every key there once, and does every link lead to a row?

In: the data set. Out: findings; for a missing target, one on each cell that points at
it, with the id that was meant where that is all but certain.
"""

from functools import partial

import polars as pl

from readouts.check.memory import Memory
from readouts.check.near_ids import look_for, meant
from readouts.check.soundness import Soundness
from readouts.finding import Finding, shown
from readouts.package.model import Link, Table
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset

Lost = tuple[RawTable, int, str, Link, str]  # the table, the row and its key, the link, and the id that leads nowhere


def check_links(
    dataset: Dataset, tables: dict[str, RawTable], sound: Soundness, memory: Memory | None = None
) -> list[Finding]:
    """Keys first, then links, over all tables that were read.

    A link is followed where what it leads to is sound: else one wrong id would be told in every row that has it.

    Findings are sorted: `key.twice` and `key.shared` on the later line, `link.missing` on each cell that points
    nowhere, with the id that was meant where `near_ids` is sure of one.
    """
    memory, frames = memory or Memory(), dataset.frames
    findings: list[Finding] = []
    lost: list[Lost] = []
    for name, raw in tables.items():
        table = dataset.package.table(name)
        links = tuple(link for link in table.links if sound.column(link.table, link.target))
        given = (table, raw.digest, frames[name], links, *(frames[link.table] for link in links))
        keys, nowhere = memory.of(("links", name), given, partial(_judged, dataset, table, raw, links))
        findings += keys
        lost += nowhere
    return sorted([*findings, *_missing(dataset, lost, sound)])


def _judged(dataset: Dataset, table: Table, raw: RawTable, links: tuple[Link, ...]) -> tuple[list[Finding], list[Lost]]:
    findings = _twice(raw, dataset.frames[table.name])
    findings += [found for names in table.unique for found in _shared(raw, names)]
    return findings, [lost for link in links for lost in _lost(dataset, raw, link)]


def _twice(raw: RawTable, frame: pl.DataFrame) -> list[Finding]:
    """Rows whose key stands on an earlier line too."""
    first: dict[str, int] = {}
    findings = []
    whole = frame.select(pl.all_horizontal(pl.col(raw.table.key).is_not_null())).to_series()
    for row, row_id in enumerate(frame["row_key"]):
        if not whole[row]:
            continue  # the key itself is wrong, and told
        line = first.setdefault(row_id, raw.line(row))
        if line != raw.line(row):
            findings.append(
                Finding(
                    raw.table.path,
                    raw.line(row),
                    raw.table.key[0],
                    "key.twice",
                    row_id,
                    f'the key "{shown(row_id)}" stands on line {line} too',
                    "Give the row a key of its own, or delete one of the two.",
                )
            )
    return findings


def _shared(raw: RawTable, names: tuple[str, ...]) -> list[Finding]:
    """Rows that share with an earlier one what uniqueKeys says they may not; an empty cell is a value like others.

    Table Schema v2, unique keys.
    """
    first: dict[tuple[str, ...], int] = {}
    places, findings = [raw.header.index(name) for name in names], []
    for row, cells in enumerate(raw.rows):
        values, row_id = tuple(cells[place] for place in places), raw.row_id(row)
        earlier = first.setdefault(values, row)
        # The same key is key.twice: one slip, one finding.
        if earlier != row and any(values) and raw.row_id(earlier) != row_id:
            what = f'"{shown(" / ".join(values), 120)}" as {" and ".join(names)}'
            problem = f"{what} stands on line {raw.line(earlier)} too"
            fix = "Make one row of the two, or tell them apart."
            place = (raw.table.path, raw.line(row), names[0], "key.shared", shown(row_id, 200))
            findings.append(Finding(*place, problem, fix))
    return findings


def _lost(dataset: Dataset, raw: RawTable, link: Link) -> list[Lost]:
    frame, targets = dataset.frames[raw.table.name], dataset.frames[link.table][link.target]
    lost = frame.with_row_index("row").filter(
        pl.col(link.field).is_not_null() & ~pl.col(link.field).is_in(targets.drop_nulls().implode())
    )
    return [
        (raw, row, row_id, link, value) for row, row_id, value in lost.select("row", "row_key", link.field).iter_rows()
    ]


def _missing(dataset: Dataset, lost: list[Lost], sound: Soundness) -> list[Finding]:
    """The findings: what an id may have meant depends on every table that points there, so it is asked anew."""
    targets = {(link.table, link.target) for _, _, _, link, _ in lost}
    known = {one: set(dataset.frames[one[0]][one[1]].drop_nulls()) for one in targets}
    # Where a table is not sound, what points to a row may stand there.
    free = {one: ids - _pointed(dataset, *one) if sound.whole else set() for one, ids in known.items()}
    fixes: dict[tuple[str, str, str], str] = {}
    findings = []
    for raw, row, row_id, link, value in lost:
        to = (link.table, link.target)
        if (*to, value) not in fixes:
            near = meant(value, sorted(known[to]), sorted(free[to]))
            fixes[*to, value] = f"Did you mean {near}?" if near else look_for(value, link.table)
        problem = f'"{shown(value)}" is no {link.target} of {link.table}'
        place = (raw.table.path, raw.line(row), link.field, "link.missing", row_id)
        findings.append(Finding(*place, problem, fixes[*to, value]))
    return findings


def _pointed(dataset: Dataset, table: str, target: str) -> set[str]:
    """All that any cell of the package gives as an id of that table."""
    links = ((one.name, link) for one in dataset.package.tables for link in one.links)
    return {
        value
        for name, link in links
        if (link.table, link.target) == (table, target)
        for value in dataset.frames[name][link.field].drop_nulls()
    }
