"""Read the characters of a source once, so that words can be looked up in it.

Why: a quotation is proven word by word, and "one word", "one paragraph" and "inside one
pair of marks" must mean the same wherever it is asked. In: the characters of a source (no
file is opened here). Out: a `Text`, whose places are counted in words.

A word is a run of anything but white space and punctuation; a hyphen or an apostrophe
inside (`28-point`, `don't`), the dots of `U.S.` and a mark between digits (`1,000`) are
part of it. So "desirable" is no word of "undesirable", and "sentence.Next" is two.

A paragraph ends at a blank line. At other line breaks it depends on the file:
- hard-wrapped (no line over 120 characters, and most lines that another follows break off
  inside a sentence): a line break is white space, unless the line ends a sentence before
  half of the longest line;
- not hard-wrapped: a line is a paragraph, unless the next line begins in lower case or the
  line ends with dotted letters (`U.S.`), where a splitter of sentences took a wrong turn.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

NORMALISER = "1"  # stored beside digests: raise it whenever normalise() or WORD gives another result
LONGEST_WRAPPED = 120  # characters

_ZERO_WIDTH = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_DROPPED = re.compile(f"[{_ZERO_WIDTH}]")
_CURLY_SINGLE, _CURLY_DOUBLE = re.compile("[‘’‚‛ʼ]"), re.compile("[“”„‟]")

_DOTTED = r"(?:[^\W\d_]\.){2,}"
_RUN = r"""[^\s!"'()*,\-./:;<=>?\[\\\]^_`{|}~¡§«¶·»¿\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f]+"""
_JOIN = r"(?:['\-\u2010\u2011]|(?<=\d)[.,:/](?=\d))"
WORD = re.compile(f"(?:{_DOTTED}|{_RUN})(?:{_JOIN}(?:{_DOTTED}|{_RUN}))*")

_ENDS_SENTENCE = re.compile(r"""[.!?…:]["'”’)\]]*$""")
_ENDS_DOTTED = re.compile(f"{_DOTTED}$")

_MARK = re.compile("""["'“”„‟‘’‚«»‹›]""")
_OPENERS = {
    "”": '“"„”‟',
    '"': '"“„”‟',
    "“": "„",
    "»": "«",
    "›": "‹",
    "’": "‘'‚",
    "'": "'‘",
    "‘": "‚",
}  # by closing mark
_AMBIGUOUS = frozenset("\"”'’‘")  # may open, close or stand in a word: their neighbours decide
_BEFORE_OPENING = frozenset(["", *" ([{-–—/\"'“‘„«"])


@dataclass(frozen=True, order=True)
class Place:
    """A run of words of a text: `start` counts words from 0, `count` is how many."""

    start: int
    count: int

    @property
    def end(self) -> int:
        """The offset of the first word behind it."""
        return self.start + self.count

    def holds(self, other: "Place") -> bool:
        """Whether every word of `other` is a word of this place."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Text:
    """A source, read once.

    `normalised` is `normalise` of the whole file; word i is `normalised[starts[i]:ends[i]]`.
    `paragraphs` stand in order; `quoted` are the insides of pairs of quotation marks, nested
    pairs too; `body` is the article without what stands around it.
    """

    normalised: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[Place, ...]
    quoted: tuple[Place, ...]
    body: Place

    @property
    def whole(self) -> Place:
        """All words of the file, those around the article included."""
        return Place(0, len(self.starts))

    @cached_property
    def caseless(self) -> str:
        """All words in folded case, one space before and behind each: for runs of words."""
        return f" {' '.join(self.words(self.whole)).casefold()} "

    def words(self, place: Place) -> list[str]:
        """The words of a place, one by one."""
        return [self.normalised[self.starts[i] : self.ends[i]] for i in range(place.start, place.end)]

    def said(self, place: Place) -> str:
        """What stands at a place of one word or more, from its first word to its last."""
        return self.normalised[self.starts[place.start] : self.ends[place.end - 1]]

    def between(self, first: int, last: int) -> Place:
        """The words that lie whole between two character offsets of `normalised`."""
        start = bisect_left(self.starts, first)
        return Place(start, max(0, bisect_right(self.ends, last) - start))

    def paragraph(self, word: int) -> Place:
        """The paragraph in which a word of this text stands."""
        return self.paragraphs[bisect_right(self.paragraphs, word, key=lambda place: place.start) - 1]


def index(raw: str, body: Place | None = None) -> Text:
    """Read a source; without a body span, the whole file is the article.

    Raises ValueError when the body span reaches behind the last word.
    """
    blocks = _paragraphs(raw)
    normalised = _straight(" ".join(blocks))
    spans = [match.span() for match in WORD.finditer(normalised)]
    whole = Place(0, len(spans))
    if body and not whole.holds(body):
        raise ValueError(f"the body span ends at word {body.end}, the text has {whole.count}")
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    text = Text(normalised, starts, ends, (), (), body or whole)
    edges = list(accumulate((len(block) + 1 for block in blocks), initial=0))
    inside = [
        (edge + opening + 1, edge + closing)
        for edge, (block, following) in zip(edges, pairwise([*blocks, ""]), strict=False)
        for opening, closing in _pairs(block, following)
    ]
    return replace(text, paragraphs=_places(text, pairwise(edges)), quoted=_places(text, sorted(inside)))


def _places(text: Text, spans: Iterable[tuple[int, int]]) -> tuple[Place, ...]:
    """The words between each two character offsets; spans without a word are left out."""
    places = (text.between(first, last) for first, last in spans)
    return tuple(place for place in places if place.count)


def normalise(raw: str) -> str:
    """Fold what editions and web pages change about a text, and nothing else.

    Soft hyphens and zero-width characters are dropped, the rest is brought to NFC (Unicode
    UAX #15), a run of white space becomes one space, curly quotation marks and apostrophes
    become straight. Case, digits and all other punctuation stay. Folding again changes nothing.
    """
    return _straight(spaced(raw))


def spaced(raw: str) -> str:
    """Fold all but the curls of marks, which still tell a closing mark from an opening one; as many runs as folded."""
    return " ".join(unicodedata.normalize("NFC", _DROPPED.sub("", raw)).split())


def _straight(curly: str) -> str:
    """Fold the curls of marks, one character for one (five times faster here than str.translate)."""
    return _CURLY_DOUBLE.sub('"', _CURLY_SINGLE.sub("'", curly))


def words_of(folded: str) -> list[str]:
    """The words of a normalised string."""
    return WORD.findall(folded)


def core(folded: str) -> str:
    """A normalised string from its first word to its last; empty when it has no word."""
    spans = [match.span() for match in WORD.finditer(folded)]
    return folded[spans[0][0] : spans[-1][1]] if spans else ""


def _paragraphs(raw: str) -> list[str]:
    """Divide a file into paragraphs, as the module's docstring says; each is `spaced`."""
    lines = [spaced(line) for line in raw.splitlines()]
    width = _wrap_width(lines)
    paragraphs: list[list[str]] = [[]]
    for line, following in pairwise([*lines, ""]):
        paragraphs[-1].append(line)
        if _ends_paragraph(line, following, width):
            paragraphs.append([])
    return [block for block in map(" ".join, paragraphs) if block]


def _wrap_width(lines: Sequence[str]) -> int:
    """The longest line of a hard-wrapped file, in characters; 0 for any other file."""
    followed = [line for line, following in pairwise(lines) if line and following]
    broken = sum(not _ENDS_SENTENCE.search(line) for line in followed)
    longest = max(map(len, lines), default=0)
    return longest if longest <= LONGEST_WRAPPED and 2 * broken > len(followed) else 0


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if not line or not following:
        return True
    if width:
        return 2 * len(line) < width and bool(_ENDS_SENTENCE.search(line))
    return not (following[0].islower() or _ENDS_DOTTED.search(line))


def _pairs(paragraph: str, following: str) -> list[tuple[int, int]]:
    """The offsets of opening and closing marks that belong together, nested pairs too.

    A double mark that stays open counts to the end of its paragraph if it opens the
    paragraph, or if the next paragraph opens with a mark, as in speech that runs on; any
    other mark without a partner counts for nothing.
    """
    pairs: list[tuple[int, int]] = []
    still_open: list[int] = []
    for match in _MARK.finditer(paragraph):
        at, mark = match.start(), match.group()
        partner = _partner(paragraph, at, still_open)
        if partner is not None:
            pairs.append((still_open[partner], at))
            del still_open[partner:]
        elif _opens(paragraph, at, mark):
            still_open.append(at)
    runs_on = following[:1] in tuple('"“„«')
    pairs += [(at, len(paragraph)) for at in still_open if paragraph[at] in '"“„«' and (at == 0 or runs_on)]
    return pairs


def _partner(paragraph: str, at: int, still_open: Sequence[int]) -> int | None:
    """Which of the open marks the mark at `at` closes; None when it closes none."""
    mark, before, after = paragraph[at], paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    if mark in _AMBIGUOUS and before in ("", *" ([{"):
        return None
    if mark in "'’‘" and after.isalnum():
        return None
    fitting = [i for i, opening in enumerate(still_open) if paragraph[opening] in _OPENERS.get(mark, "")]
    return fitting[-1] if fitting else None


def _opens(paragraph: str, at: int, mark: str) -> bool:
    """Whether a mark that closes none opens a pair; `’90s` and a lost partner do not."""
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    if mark in "“„‟«‹":
        return True
    if mark in "»›" or after in ("", " "):
        return False
    if before in _BEFORE_OPENING:
        return not (mark in "'‘" and after.isdigit())
    return mark == '"' and after.isalnum()
