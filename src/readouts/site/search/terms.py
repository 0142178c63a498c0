"""What a reader looks for: words by their beginning, short words whole, phrases, days.

In: a word, or days. Out: `Term`s, each in the language of the full-text index (`match`), and
where it occurs in a text (`spans`), counted as the index counts: without capitals and accents.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from readouts.site.dates_in_words import MONTHS
from readouts.site.pages.differing_words import Piece

WORDS = 12  # more words than that are not looked for
SHORT = 4  # letters from which a word is found by its beginning: "no" is not November
_ENDINGS = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)$")
_AROUND = 14  # words of a long text that are shown on each side of the first word found


@dataclass(frozen=True)
class Term:
    """One thing looked for: any of the `ways`, each words that stand together; `goes_on` where the last may go on."""

    text: str
    ways: tuple[tuple[str, ...], ...]
    goes_on: bool = False

    @property
    def match(self) -> str:
        """It in the language of FTS5."""
        ways = ['"' + " ".join(way) + '"' + "*" * self.goes_on for way in self.ways]
        return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def beginning(word: str) -> Term:
    """What begins like the word without an English ending; "denied" begins like "deny", too; a short word is whole."""
    if len(word) < SHORT:
        plural = (word + "s",) if len(word) == SHORT - 1 and word.isalpha() else ()
        return Term(word, tuple((one,) for one in (word, *plural)))
    stem = _ENDINGS.sub("", word)
    if len(stem) > 3 and stem[-1] in "iy":
        return Term(word, ((f"{stem[:-1]}i",), (f"{stem[:-1]}y",)), True)
    return Term(word, ((stem,),), True)


def of_time(typed: str, days: tuple[str, ...]) -> Term:
    """Days or months, each as the record writes it and as English prose does."""
    return Term(typed, tuple(dict.fromkeys(way for day in days for way in _written(day))))


def of_span(text: str, values: tuple[str, ...]) -> Term:
    """A span of days, by its years, months and days as the record writes them, and months as English prose does."""
    ways: list[tuple[str, ...]] = []
    for value in values:
        year, *rest = value.split("-")
        ways += [(year, *rest)] + ([(MONTHS[int(rest[0]) - 1], year)] if len(rest) == 1 else [])
    return Term(text, tuple(ways))


def _written(day: str) -> tuple[tuple[str, ...], ...]:
    year, *parts = day.split("-")
    if not parts:
        return ((year,),)
    month, *rest = parts
    name = MONTHS[int(month) - 1]
    if not rest:
        return (year, month), (name,)
    number = str(int(rest[0]))
    return (year, month, rest[0]), (number, name, year), (name, number, year)


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word as the index has it: without capitals and accents."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
    return bare.casefold()


@lru_cache(maxsize=8192)  # the same texts are looked through for every word of every query
def _tokens(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((folded(one[0]), *one.span()) for one in re.finditer(r"\w+", text))


def spans(text: str, term: Term) -> tuple[tuple[int, int], ...]:
    """Where the term occurs in the text, from which character to which."""
    tokens = _tokens(text)
    ways = [tuple(map(folded, way)) for way in term.ways]
    begins = tuple(way[0] for way in ways)
    return tuple(
        (tokens[place][1], tokens[place + len(way) - 1][2])
        for place, (word, _, _) in enumerate(tokens)
        if word.startswith(begins)  # few words do, and the rest is dear
        for way in ways
        if _is(tuple(token[0] for token in tokens[place : place + len(way)]), way, term.goes_on)
    )


def _is(here: tuple[str, ...], way: tuple[str, ...], goes_on: bool) -> bool:
    if not goes_on:
        return here == way
    return here[:-1] == way[:-1] and len(here) == len(way) and here[-1].startswith(way[-1])


def together(text: str, found: tuple[Term, ...]) -> bool:
    """Whether all of it stands in the text in one piece, in the order asked for."""
    ends = {start: end for term in found[:1] for start, end in spans(text, term)}
    for term in found[1:]:
        places = spans(text, term)
        ends = {
            start: after
            for start, end in ends.items()
            for begin, after in places
            if end <= begin and not re.search(r"\w", text[end:begin])
        }
    return bool(ends)


def marked(text: str, found: tuple[Term, ...]) -> tuple[Piece, ...]:
    """The text in pieces, the words found marked; a long text is cut to what stands around the first of them."""
    places = sorted({place for term in found for place in spans(text, term)})
    tokens = [one.span() for one in re.finditer(r"\S+", text)]
    at = next((place for place, (_, end) in enumerate(tokens) if places and end > places[0][0]), 0)
    first, last = max(0, at - _AROUND), min(len(tokens), max(at + _AROUND, 2 * _AROUND))
    begin, end = (tokens[first][0], tokens[last - 1][1]) if tokens else (0, 0)
    pieces, here = [Piece("…", False)] if first else [], begin
    for start, stop in places:
        if start < here or stop > end:
            continue
        pieces += [Piece(text[here:start], False)] if start > here else []
        pieces.append(Piece(text[start:stop], True))
        here = stop
    rest = text[here:end] + ("…" if last < len(tokens) else "")
    return tuple([*pieces, Piece(rest, False)] if rest else pieces)
