"""A pasted text taken apart into the quotations in it.

In: the text as it was pasted. Out: `Pasted`: the quotations, and what stands around them. A text without quotation
marks is one quotation; so is one that is all in marks. Marks are read as the matcher reads those of a source, in pairs,
curly or straight, of any language; marks inside a quotation stay part of it.
"""

from dataclasses import dataclass

from readouts.evidence.source_text import Place, index, normalise

MOST = 20  # quotations of one text that are answered
SENTENCE = 6  # words


@dataclass(frozen=True)
class Pasted:
    """The quotations of a pasted text, what stands around them, and how many more there are than are answered."""

    quotations: tuple[str, ...]
    around: str = ""
    more: int = 0


def taken_apart(text: str) -> Pasted:
    """The quotations of a text: what stands in its outermost pairs of marks, or all of it."""
    read = index(text)
    outer = [one for one in read.quoted if one.count and not any(_holds(other, one) for other in read.quoted)]
    pairs = sorted(set(outer), key=lambda one: one.start)
    if not pairs:
        return Pasted((" ".join(text.split()),))
    said = tuple(dict.fromkeys(_with_end(read.normalised, read.starts, read.ends, one) for one in pairs))
    around, at = [], 0
    for pair in pairs:
        around.append(read.normalised[at : read.starts[pair.start]])
        at = read.ends[pair.end - 1]
    return Pasted(said[:MOST], " ".join((*around, read.normalised[at:])), max(0, len(said) - MOST))


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
