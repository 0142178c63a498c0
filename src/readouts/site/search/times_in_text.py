"""The days and months that a text names, and the months of the record in which they lie.

In: a text, and the days that the record has. Out: `Time`s, as the search reads them, and months (2025-03).
"""

from collections.abc import Collection, Iterable

from readouts.site.search.typed_days import Time, times
from readouts.site.search.typed_spans import ranges


def times_in(text: str, days: Collection[str]) -> tuple[Time, ...]:
    """The times, in the order of the text, each once."""
    _, found = ranges(*times(text, days), days)
    return tuple(dict.fromkeys(found))


def months(found: Iterable[Time]) -> frozenset[str]:
    """Every month in which one of the times may lie."""
    return frozenset(month for one in found for first, last in one.periods for month in _between(first, last))


def _between(first: str, last: str) -> Iterable[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (now := f"{year:04}-{month:02}") <= last[:7]:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
