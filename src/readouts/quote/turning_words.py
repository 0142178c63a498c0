"""Words that turn what stands beside them: without them, or with one more, a sentence says something else.

Why: of sixty quotations that had lost one negation, a search by words found nearly all and said nothing of it. In: the
words of a text, as they are compared, and its language. Out: which of them turn it, and how: a negation; a word that
calls something untrue or refused ("pure fiction that they spoke"); one by which somebody else's words are told ("he
noted that"); one that makes it a condition or a guess. The list is `turning_words.csv`, where * stands for any ending.
The negations of the guards on quotations (`evidence.match`) are among them, whatever the list says.
"""

import csv
import io
from functools import cache
from importlib.resources import files

from readouts.evidence.match import NEGATIONS, negates

NATURES = {
    "negation": "a negation",
    "untruth": "a word that calls something untrue",
    "report": "a word by which something is told as said",
    "condition": "a word that makes it a condition or a guess",
    "number": "a number",
}
ENGLISH = "en"


def turning(keys: tuple[str, ...], *languages: str) -> dict[int, str]:
    """Place of a word -> its nature, for the words that turn what stands beside them.

    `languages` are tags as sources have them; without one, every language counts.
    """
    known = tuple(one.partition("-")[0] for one in languages) or ("",)
    found = {place: next(filter(None, (nature(key, one) for one in known)), "") for place, key in enumerate(keys)}
    return {place: one for place, one in found.items() if one}


@cache
def nature(key: str, language: str = "") -> str:
    """How a word turns what stands beside it; empty where it does not."""
    known = [one for one in _words() if not language or one[0] == language]
    for _, kind, word in known:
        if key.startswith(word[:-1]) if word.endswith("*") else key == word:
            return kind
    return "negation" if language in ("", ENGLISH) and negates(key) else ""


def negations() -> dict[str, tuple[str, ...]]:
    """The negations of each language, of which a browser makes what `nature` says; words in n't are not among them."""
    found: dict[str, set[str]] = {ENGLISH: set(NEGATIONS)}
    for language, kind, word in _words():
        if kind == "negation":
            found.setdefault(language, set()).add(word)
    return {language: tuple(sorted(words)) for language, words in found.items()}


@cache
def _words() -> tuple[tuple[str, str, str], ...]:
    text = files("readouts.quote").joinpath("turning_words.csv").read_text(encoding="utf-8")
    return tuple((row["language"], row["nature"], row["word"]) for row in csv.DictReader(io.StringIO(text)))
