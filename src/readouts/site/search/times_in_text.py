"""The days, months and spans of days that a text names.

In: a text, and the days that the record has. Out: `Time`s, as the search reads them. What stands in quotation marks is
passed over: a day in it is a word of the speaker's.
"""

from collections.abc import Collection

from readouts.site.search.typed_days import Time, times
from readouts.site.search.typed_spans import ranges


def times_in(text: str, days: Collection[str]) -> tuple[Time, ...]:
    """The times, in the order of the text, each once."""
    _, found = ranges(*times(text, days), days)
    return tuple(dict.fromkeys(found))
