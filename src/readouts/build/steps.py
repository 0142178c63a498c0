"""The steps of a build: what is declared of a derived table, and which steps one needs of those before it.

Why: a comparison of two states reads a few derived tables, and the others take their time. In: the steps, in order.
Out: those that make the tables that are wanted.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readouts.package.model import Table

_WORD, _COMMENT = re.compile(r"\w+"), re.compile(r"--.*")


@dataclass(frozen=True)
class Derived(Table):
    """A derived table, or the reader columns of a base table; `path` is its SQL file, `sql` the query in it.

    `search` names the columns of a full-text index, `units` pairs a column with its unit.
    """

    sql: str = ""
    sort_desc: str | None = None
    units: tuple[tuple[str, str], ...] = ()
    search: tuple[str, ...] = ()


def needed(wanted: Iterable[str], order: Iterable[str], every: Mapping[str, Derived]) -> list[str]:
    """Those steps of the order that make the `wanted` tables or their columns, or something that one of these reads.

    What a step reads is seen in the names in its query: rather a step too many than one too few.
    """
    wanted, found, order = set(wanted), set[str](), tuple(order)
    left = [name for name in order if every[name].name in wanted]
    while left:
        name = left.pop()
        found.add(name)
        words = {*_WORD.findall(_COMMENT.sub("", every[name].sql))}
        left += [other for other in order if other not in found and _gives(every[other], words)]
    return [name for name in order if name in found]


def _gives(step: Derived, words: set[str]) -> bool:
    """Whether a query with those words reads what the step makes: its table, or a column that it adds to one."""
    new = set(step.columns) - set(step.key)
    return step.name in words and (step.path.startswith("views/") or bool(new & words))
