"""Comparing words whatever their typography: case of any alphabet, curls of marks, outer quotation marks.

Why: who copies “fake” from a page, types don't with a straight apostrophe or НЕ ПОСТУПАЛО in
capitals means the words that stand there; SQLite's LIKE knows none of it. In: text. Out: text
folded as the matcher of quotations folds it, and without case; Datasette's `contains`,
`startswith` and `endswith` compared so.
"""

from functools import lru_cache

from datasette.filters import Filters, TemplatedFilter

from readouts.evidence.source_text import normalise
from readouts.site.when import in_words

_MARKS = " \"'«»‹›"
_WORDS = {
    "contains": "instr(plainly({c}), plainly_asked(:{p})) > 0",
    "startswith": "instr(ltrim(plainly({c}), '\"'' '), plainly_asked(:{p})) = 1",
    "endswith": "substr(rtrim(plainly({c}), '\"'' .'), -length(plainly_asked(:{p}))) = rtrim(plainly_asked(:{p}), '.')",
}


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


def teach() -> None:
    """Put our comparisons of words in the place of Datasette's, which know ASCII alone."""
    for key, sql in _WORDS.items():
        old = Filters._filters_by_key[key]
        new = TemplatedFilter(key, old.display, sql, old.human_template)
        Filters._filters[Filters._filters.index(old)] = Filters._filters_by_key[key] = new
