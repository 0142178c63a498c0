"""A text as words that can be compared: one letter for each word, so that looking for words is looking for letters.

Why: the same words with other capitals, hyphens or marks are the same words, and a search for a run of them, or for the
most similar run, is then one call of a fast library on short strings. In: a text, and the `Alphabet` of the record.
Out: `Words`. A cut is a word of its own: `[…]`, dots that stand alone, `<...>`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from readouts.evidence.match import CUT, OTHER_CUT
from readouts.evidence.sentences import sentence
from readouts.evidence.source_text import WORD, index, normalise, spaced

CUT_LETTER = "\x01"
BETWEEN = "\x02"  # between two texts that are searched as one
_FIRST, _SURROGATES, _SKIPPED = 0x100, 0xD800, 0x800
_CUT = rf"{re.escape(CUT)}|{OTHER_CUT.pattern}|<\s?(?:\.{{3}}|…)\s?>"
# "[W]e" is one word, of which the source changed a letter.
_TOKEN = re.compile(rf"(?P<cut>{_CUT})|\[\w\]\w+(?:'\w+)?|{WORD.pattern}")
BRACKETS = re.compile(r"\[[^\[\]]{2,}\]|\([^()]{2,}\)")  # "[W]e" is one word, whose first letter was another
_STOP = re.compile(r"[,;:\u2014\u2013，；]")
# Scripts that put no space between words are compared letter by letter.
_PART = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\-\u2010\u2011\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True)
class Words:
    """A text, its words as letters (`code`), as they are compared (`keys`), and the place of each in the text."""

    text: str
    code: str
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def said(self, start: int, end: int) -> str:
        """What stands from one word to before another."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The words in brackets, which a source put among the speaker's own."""
        runs = [found.span() for found in BRACKETS.finditer(self.text)]
        return frozenset(
            at
            for at, (first, last) in enumerate(self.spans)
            if any(start < first and last < end for start, end in runs)
        )

    def clause(self, word: int) -> int:
        """Behind the last word of the clause in which a word stands: up to a comma, or the end of the sentence."""
        last = next(end for start, end in self.sentences if start <= word < end)
        within = range(word, last - 1)
        return next(
            (at + 1 for at in within if _STOP.search(self.text[self.spans[at][1] : self.spans[at + 1][0]])), last
        )

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences, each from one word to before another."""
        text = index(self.text)
        found, at = [], 0
        starts = [start for start, _ in self.spans]
        while at < len(starts):
            word = min(max(bisect_right(text.starts, starts[at]) - 1, 0), len(text.starts) - 1)
            last = text.ends[sentence(text, word).end - 1]
            end = max(at + 1, bisect_left(starts, last))
            found.append((at, end))
            at = end
        return tuple(found)


@dataclass
class Alphabet:
    """A letter for each word of the record."""

    letters: dict[str, str] = field(default_factory=lambda: {CUT: CUT_LETTER})

    def learn(self, text: str) -> Words:
        """A text of the record, whose words get letters."""
        keys, spans = _tokens(text)
        for key in keys:
            self.letters.setdefault(key, _letter(len(self.letters)))
        return Words(spaced(text), "".join(self.letters[key] for key in keys), keys, spans)

    def read(self, text: str) -> Words:
        """A text of somebody else; words that the record does not have get letters for this text alone."""
        keys, spans = _tokens(text)
        strange: dict[str, str] = {}
        code = (
            self.letters.get(key) or strange.setdefault(key, _letter(len(self.letters) + len(strange))) for key in keys
        )
        return Words(spaced(text), "".join(code), keys, spans)


def folded(word: str) -> str:
    """A word as it is compared: without capitals, and ё as е."""
    return word.casefold().replace("ё", "е").replace("[", "").replace("]", "")


def _tokens(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The words of a text as they are compared, and where each stands in `spaced`, whose letters `normalise` keeps."""
    found = [one for match in _TOKEN.finditer(normalise(text)) for one in _parts(match)]
    return tuple(key for key, _ in found), tuple(span for _, span in found)


def _parts(match: re.Match[str]) -> Iterable[tuple[str, tuple[int, int]]]:
    if match["cut"]:
        return [(CUT, match.span())]
    at = match.start()
    return [(folded(part[0]), (at + part.start(), at + part.end())) for part in _PART.finditer(match[0])]


def _letter(number: int) -> str:
    place = _FIRST + number
    return chr(place if place < _SURROGATES else place + _SKIPPED)
