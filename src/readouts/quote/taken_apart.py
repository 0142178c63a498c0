"""A pasted text taken apart into the quotations in it.

In: the text as it was pasted. Out: `Pasted`: the quotations, and what stands around them. A text without quotation
marks is one quotation; so is one that is all in marks. Marks are read as the matcher reads those of a source, in pairs,
curly or straight, of any language; marks inside a quotation stay part of it.
"""

import re
from dataclasses import dataclass

from readouts.evidence.source_text import Place, index, normalise

MOST = 20  # quotations of one text that are answered
SENTENCE = 6  # words
CLAUSE = 2  # words: fewer are no clause
_SAID = r"(?:said|says|stated|added|noted|announced|claimed|confirmed|declared|explained|stressed|insisted|told)"
_SAID_RU = r"(?:сказал|заявил|сообщил|отметил|добавил|пояснил|подчеркнул|заверил)[аи]?"
# What goes before or behind a clause in which somebody's words are told, without quotation marks.
_TOLD = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?P<around>[^.?!]{{2,200}}?\b{_SAID}\b[^.?!]{{0,80}}?\bthat,?)\s(?P<clause>.+)",
        r"(?P<around>\s*(?:according to|по словам|как)\s[^,.?!]{2,100},)\s(?P<clause>.+)",
        rf"(?P<around>[^.?!]{{2,200}}?\b{_SAID_RU}\b[^.?!]{{0,80}}?, что)\s(?P<clause>.+)",
        rf"(?P<clause>.+?),\s(?P<around>(?:according to\s|[^,.?!]{{2,60}}\s{_SAID}\b|{_SAID_RU}\s)[^.?!]{{0,100}})\.?",
        rf"(?P<around>[^,.?!:]{{2,60}}?\s{_SAID}(?: (?:on|in) \w+(?: \d+)?)?[:,]?)\s(?P<clause>.+)",
        r"(?P<around>[^:.?!]{2,60}:)\s(?P<clause>.+)",
    )
)


@dataclass(frozen=True)
class Pasted:
    """The quotations of a pasted text, what stands around them, and how many more there are than are answered.

    `taken` says what was taken for the quotation where nothing stands in marks: the whole, or a clause.
    """

    quotations: tuple[str, ...]
    around: str = ""
    more: int = 0
    taken: str = ""


def taken_apart(text: str) -> Pasted:
    """The quotations of a text: what stands in its outermost pairs of marks, or all of it."""
    read = index(text)
    outer = [one for one in read.quoted if one.count and not any(_holds(other, one) for other in read.quoted)]
    pairs = sorted(set(outer), key=lambda one: one.start)
    if not pairs:
        return Pasted((" ".join(text.split()),), taken="whole")
    said = tuple(dict.fromkeys(_with_end(read.normalised, read.starts, read.ends, one) for one in pairs))
    around, at = [], 0
    for pair in pairs:
        around.append(read.normalised[at : read.starts[pair.start]])
        at = read.ends[pair.end - 1]
    return Pasted(said[:MOST], " ".join((*around, read.normalised[at:])), max(0, len(said) - MOST))


def clauses(text: str) -> list[Pasted]:
    """What may be somebody's words in a text without marks: clauses behind "said that", or before "he said"."""
    whole = " ".join(text.split())
    found = filter(None, (form.fullmatch(whole) for form in _TOLD))
    told = (Pasted((match["clause"],), match["around"], taken="clause") for match in found)
    return [one for one in told if len(index(one.quotations[0]).starts) >= CLAUSE]


def like_a_sentence(text: str) -> bool:
    """Whether a text looks like words that somebody said: three words in marks, or six in a row."""
    read = index(text)
    return len(read.starts) >= SENTENCE or any(one.count >= SENTENCE // 2 for one in read.quoted)


def unmarked(text: str) -> str:
    """A text without the marks around it."""
    return normalise(text).strip(" \"'«»‹›")


def _holds(other: Place, one: Place) -> bool:
    return other != one and other.holds(one)


def _with_end(text: str, starts: tuple[int, ...], ends: tuple[int, ...], pair: Place) -> str:
    """The words of a pair with the mark that ends their sentence: a question is told by it."""
    end = ends[pair.end - 1]
    while end < len(text) and text[end] in ".,!?…":
        end += 1
    return text[starts[pair.start] : end]
