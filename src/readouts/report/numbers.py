"""Numbers in words: how many cells of how many, on which lines.

In: units and numbers. Out: words.
"""

from collections.abc import Sequence

from readouts.report.faults import Unit

MOST_LINES = 5  # of those on which the same was found


def count(number: int, what: str) -> str:
    """A number with its word, in the plural where it is not one."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def reach(unit: Unit) -> str:
    """How many cells were hit, and whether these are all that there are."""
    hit, rows, column = unit.cells, unit.size.rows, unit.column
    if not column or not unit.first.column or hit > rows:
        return count(hit, thing(unit))
    if hit == rows:
        return f"all {rows:,} rows" if rows > 1 else "the only row"
    if unit.text == "":
        return f"{hit:,} of {rows:,} rows"
    if hit == column.filled:
        return f"every filled cell, {hit:,} of {hit:,}"
    return f"{hit:,} of {column.filled:,} {'' if column.filled == rows else 'filled '}cells"


def thing(unit: Unit) -> str:
    """What was hit: cells, or rows where no column is to blame."""
    return "cell" if unit.first.column else "row"


def lines(numbers: Sequence[int]) -> str:
    """On which lines, the first of them and the last."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"lines {numbers[0]} to {numbers[-1]}"
    told = [str(one) for one in numbers]
    if len(told) > MOST_LINES:
        told = [*told[: MOST_LINES - 1], "…", told[-1]]
    return f"lines {', '.join(told)}"
