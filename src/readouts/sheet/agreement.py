"""How far two readings agree, column by column: Krippendorff's alpha, and every difference.

In: what two readers coded of each unit. Out: an `Agreement` a column. Stances are ordinal, by the scale of the codes,
a refusal, which has no place on it, amid it; every other column is nominal.

Krippendorff (2019), Content Analysis, 4th ed., ch. 12.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import krippendorff


@dataclass(frozen=True)
class Reading:
    """One unit of one column as two readers coded it; `settled` is what the record says, where that is known.

    `row_id` is the row that was read, most often a statement; `unit` is the row itself, or a place or claim of it.
    """

    row_id: str
    unit: str
    column: str
    first: str
    second: str
    settled: str = ""
    reason: str = ""
    table: str = "statements"

    @property
    def agree(self) -> bool:
        """Whether both say the same."""
        return self.first == self.second


@dataclass(frozen=True)
class Agreement:
    """A column: how many units, on how many the readers agree, and alpha (None: all units have one value)."""

    column: str
    units: int
    same: int
    alpha: float | None

    @property
    def told(self) -> str:
        """Alpha in words."""
        return "one value only" if self.alpha is None else f"{self.alpha:.2f}"


def agreements(readings: Iterable[Reading], scale: Mapping[str, int]) -> Iterator[Agreement]:
    """Each column's agreement, in the order in which the columns first stand; `scale`: the strength of each stance."""
    by_column: dict[str, list[Reading]] = {}
    for reading in readings:
        by_column.setdefault(reading.column, []).append(reading)
    for column, mine in by_column.items():
        pairs = [(reading.first, reading.second) for reading in mine]
        yield Agreement(column, len(mine), sum(one.agree for one in mine), alpha(column, pairs, scale))


def alpha(column: str, pairs: list[tuple[str, str]], scale: Mapping[str, int]) -> float | None:
    """Krippendorff's alpha of what two readers coded; None where all is one value, so that nothing is measured."""
    values = sorted({value for pair in pairs for value in pair})
    ordinal = column == "stance"
    numbers = {value: scale[value] if ordinal else place for place, value in enumerate(values)}
    if len(set(numbers.values())) < 2:
        return None
    coded = [[numbers[first] for first, _ in pairs], [numbers[second] for _, second in pairs]]
    return float(krippendorff.alpha(reliability_data=coded, level_of_measurement="ordinal" if ordinal else "nominal"))
