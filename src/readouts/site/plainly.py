"""Comparing words whatever their typography: case of any alphabet, curls of marks, outer quotation marks.

Why: who copies “fake” from a page, types don't with a straight apostrophe or НЕ ПОСТУПАЛО in
capitals means the words that stand there; SQLite's LIKE knows none of it. In: text. Out: text
folded as the matcher of quotations folds it, and without case.
"""

from functools import lru_cache

from readouts.evidence.source_text import normalise
from readouts.site.dates_in_words import in_words

_MARKS = " \"'«»‹›"


@lru_cache(maxsize=16384)
def plainly(text: object) -> str | None:
    """A cell for comparing; a date as the record writes it has its words beside it."""
    if text is None:
        return None
    words = in_words(str(text))
    return normalise(f"{text} {words}" if words != text else words).casefold()


@lru_cache(maxsize=1024)
def plainly_asked(text: object) -> str:
    """What somebody asks for, for comparing, without the marks around it."""
    return normalise(str(text)).strip(_MARKS).casefold()
