"""Where the words of a sheet stand in its text: the passage that was left to be worked out, or that was given whole.

In: the characters of a text, and what a sheet says of a place. Out: the cell `passage` of the record, the first
five words, our cut, the last five, as the text prints them; or why there is none.
"""

import re
from dataclasses import dataclass

from readouts.evidence.match import CUT, Match, Miss, find_passage, find_words
from readouts.evidence.source_text import Text, normalise, spaced

ENDS, UNCUT = 5, 10  # words at each end of a passage; words of one that stands uncut
_ENDS_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_SHORT_FORM = re.compile(
    r"""^["'“‘«(\[]*(?:(?:[^\W\d_]\.)+|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?$"""
)


@dataclass(frozen=True)
class Page:
    """A text at hand: its bytes, its words with the span of the article, its words as they are printed."""

    data: bytes
    text: Text

    @property
    def tokens(self) -> list[str]:
        """The runs between blanks as the text prints them; as many as `text.normalised` has."""
        return spaced(self.data.decode("utf-8", errors="replace")).split()


def cut(passage: str) -> str:
    """A passage as a cell holds it: its two ends where it is long, else as it is."""
    words = passage.split()
    if CUT in passage or len(words) <= UNCUT:
        return passage
    return " ".join([*words[:ENDS], CUT, *words[-ENDS:]])


def shortened(page: Page, passage: str) -> str | Miss:
    """A passage that was given whole, as a cell holds it; a Miss where its two ends would name another place."""
    short = cut(passage)
    if short == passage:
        return passage
    whole = find_passage(page.text, passage)
    if isinstance(whole, Miss):
        return whole
    ends = find_passage(page.text, short)
    if isinstance(ends, Miss):
        return ends
    return short if ends.place == whole.place else Miss("many")


def passage_of(page: Page, words: str) -> str | Miss:
    """The sentence in which words stand, or the sentences, as a cell holds it."""
    match = find_words(page.text, words)
    if isinstance(match, Miss):
        return match
    first, last = _sentence(page, match)
    return shortened(page, " ".join(page.tokens[first : last + 1]))


def _sentence(page: Page, match: Match) -> tuple[int, int]:
    """The first and the last token of the sentences that hold a match, inside its paragraphs."""
    text, tokens = page.text, page.tokens
    of = [text.normalised.count(" ", 0, start) for start in text.starts]
    start, end = match.place.start, match.place.end - 1
    first, last = of[text.paragraph(start).start], of[text.paragraph(end).end - 1]
    here, there = of[start], of[end]
    while here > first and not _ends(tokens[here - 1]):
        here -= 1
    while there < last and not _ends(tokens[there]):
        there += 1
    return here, there


def _ends(token: str) -> bool:
    """Whether a sentence ends with this token."""
    return bool(_ENDS_SENTENCE.search(token)) and not _SHORT_FORM.match(normalise(token))
