"""Words that name a kind of contact, and words that ask how long one was.

In: a word of a query. Out: the kinds of `codes` that it names, and words for them in titles, by
the table `contact_kinds.csv`: who went to a place made a visit, or met somebody there. The words of the table are of
kinds, and never of one contact or one query.
"""

import csv
import io
from functools import cache
from importlib.resources import files

from readouts.site.search.terms import folded

_LONG = 4  # letters from which a word of the table is found by its beginning
_LENGTH = (
    "long",
    "last",
    "lasted",
    "lasting",
    "length",
    "duration",
    "hours",
    "minutes",
    "длил",
    "длит",
    "длин",
    "длительн",
    "минут",
    "часов",
    "тривал",
)


@cache
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("readouts.site.search").joinpath("contact_kinds.csv").read_text(encoding="utf-8")
    return tuple((row["word"], tuple(row["kinds"].split(" / "))) for row in csv.DictReader(io.StringIO(text)))


def kinds(word: str) -> tuple[str, ...]:
    """The kinds of contacts that a word names; empty: none."""
    plain = folded(word)
    return next((kinds for one, kinds in _table() if _is(plain, one)), ())


def asks_length(word: str) -> bool:
    """Whether a word asks how long something was."""
    plain = folded(word)
    return any(plain == one or (plain.startswith(one) and not one.isascii()) for one in _LENGTH)


def _is(word: str, one: str) -> bool:
    return word == one or (len(one) >= _LONG and word.startswith(one) and word not in _OTHERS)


_OTHERS = frozenset(("spokesman", "spokesmen", "spokesperson", "spokeswoman", "speaker", "speakers"))
