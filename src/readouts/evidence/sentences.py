"""Where a sentence of a text begins and ends.

Why: who negates, hedges or says something does so in the sentence of the words or just beside it. In: a `Text`, a word
of it. Out: the sentence in which the word stands, within its paragraph.

A sentence ends at a full stop, a question or exclamation mark or dots with what closes behind them, if a capital, a
digit or a letter without case begins what follows, with a space or (where a page lost it) without one, behind a mark
that opens (French sets a space behind it). No end are
the dots of initials (`U.S.`) and of the usual short forms (`Nov.`, `Mr.`).
"""

import re
from bisect import bisect_right
from functools import lru_cache

from readouts.evidence.source_text import Place, Text

_END = re.compile(r"""[.!?…]+["')\]»]*(?=(\s*)(?:["'(\[]|« ?)*(\w))""")
_NO_END = re.compile(
    r"(?:^|[\s(\"'«])(?:(?:[^\W\d_]\.)+|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mrs?|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|No|vs)\.)$"
)


def sentence(text: Text, word: int) -> Place:
    """The sentence of a word of this text."""
    ends = _ends(text.normalised)
    place = bisect_right(ends, text.starts[word])
    first = ends[place - 1] if place else 0
    last = ends[place] if place < len(ends) else len(text.normalised)
    there, paragraph = text.between(first, last), text.paragraph(word)
    start, end = max(there.start, paragraph.start), min(there.end, paragraph.end)
    return Place(start, end - start)


def sentences(text: Text, place: Place) -> Place:
    """From the beginning of the sentence of its first word to the end of that of its last."""
    start, end = sentence(text, place.start).start, sentence(text, place.end - 1).end
    return Place(start, end - start)


@lru_cache(maxsize=512)  # more than a record has texts at hand: each is cut once in a process
def _ends(normalised: str) -> tuple[int, ...]:
    """The offsets behind the ends of sentences."""
    return tuple(found.end() for found in _END.finditer(normalised) if _is_end(normalised, found))


def _is_end(normalised: str, found: re.Match[str]) -> bool:
    gap, following = found.groups()
    begins = not following.islower() if gap else following.isupper()
    dot = found[0].startswith(".")
    return begins and not (dot and _NO_END.search(normalised, max(0, found.start() - 20), found.start() + 1))
