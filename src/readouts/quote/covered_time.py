"""How far the record covers a time: said of what is not in it, so that nobody concludes from its silence.

In: rows of the derived table `coverage` (the worse of the sides decides) and the labels of the levels. Out: for each
level its months in runs of one state. Nothing is concluded from them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

QUESTIONS = {
    "covered": """SELECT levels.code AS level, levels.label, coverage.month,
CASE WHEN min(coverage.state = 'complete') THEN 'complete'
WHEN max(coverage.state <> 'not coded') THEN 'partial' ELSE 'not coded' END AS state
FROM coverage JOIN codes AS levels ON levels.list = 'level' AND levels.code = coverage.level
GROUP BY coverage.level, coverage.month ORDER BY levels.rank, coverage.month""",
    "days": """SELECT date_earliest AS day FROM events WHERE date_earliest = date_latest
UNION SELECT date_earliest FROM statements WHERE date_earliest = date_latest""",
}
TOLD = {"complete": "covered", "partial": "covered in part", "not coded": "not covered"}


@dataclass(frozen=True)
class Cell:
    """One month at one level: complete, partial or not coded."""

    level: str
    label: str
    month: str
    state: str


@dataclass(frozen=True)
class Level:
    """How far one level is covered: for each state its months, in runs from a first to a last."""

    level: str
    label: str
    states: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def cells(rows: Iterable[Mapping[str, Any]]) -> tuple[Cell, ...]:
    """The rows of the question `covered`."""
    return tuple(Cell(**{name: row[name] for name in Cell.__dataclass_fields__}) for row in rows)


def levels(covered: Iterable[Cell], periods: Collection[tuple[str, str]] = ()) -> tuple[Level, ...]:
    """The months of the periods, each from a first day to a last, or all, level by level; none outside the coverage."""
    within = [(first[:7], last[:7]) for first, last in periods]
    wanted = [one for one in covered if not within or any(first <= one.month <= last for first, last in within)]
    found = []
    for (level, label), some in groupby(wanted, key=lambda one: (one.level, one.label)):
        runs: dict[str, list[tuple[str, str]]] = {state: [] for state in TOLD}
        for state, these in groupby(some, key=lambda one: one.state):
            run = [one.month for one in these]
            runs[state].append((run[0], run[-1]))
        found.append(Level(level, label, tuple((state, tuple(one)) for state, one in runs.items() if one)))
    return tuple(found)
