"""Words that turn what stands beside them: without them, or with one more, a sentence says something else.

Why: of sixty quotations that had lost one negation, a search by words found nearly all and said nothing of it. In: the
words of a text, as they are compared, and its language. Out: which of them turn it, and how: a negation; a word that
calls something untrue or refused ("pure fiction that they spoke"); one by which somebody else's words are told ("he
noted that"); one that puts it in doubt ("feigned willingness"), or makes it a condition or a guess; one that limits a
denial in time ("no plans yet"). The list is `turning_words.csv`, where * stands for any ending.
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
    "doubt": "a word that puts it in doubt",
    "time": "by which a denial is limited in time",
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
    for language, kind, phrase in _phrases():
        for place in range(len(keys) - len(phrase) + 1) if known == ("",) or language in known else ():
            if all(_is(key, word) for key, word in zip(keys[place:], phrase, strict=False)):
                found.update(dict.fromkeys(range(place, place + len(phrase)), kind))
    return {place: one for place, one in found.items() if one}


@cache
def nature(key: str, language: str = "") -> str:
    """How a word turns what stands beside it; empty where it does not."""
    known = [one for one in _words() if not language or one[0] == language]
    for _, kind, word in known:
        if _is(key, word):
            return kind
    return "negation" if language in ("", ENGLISH) and negates(key) else ""


def negations() -> dict[str, tuple[str, ...]]:
    """The negations of each language, of which a browser makes what `nature` says; words in n't are not among them."""
    found: dict[str, set[str]] = {ENGLISH: set(NEGATIONS)}
    for language, kind, word in _words():
        if kind == "negation":
            found.setdefault(language, set()).add(word)
    return {language: tuple(sorted(words)) for language, words in found.items()}


def _is(key: str, word: str) -> bool:
    return key.startswith(word[:-1]) if word.endswith("*") else key == word


@cache
def _phrases() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What is several words: "so called", "for now"."""
    return tuple((one, kind, tuple(words.split())) for one, kind, words in _words() if " " in words)


@cache
def _words() -> tuple[tuple[str, str, str], ...]:
    text = files("readouts.quote").joinpath("turning_words.csv").read_text(encoding="utf-8")
    return tuple((row["language"], row["nature"], row["word"]) for row in csv.DictReader(io.StringIO(text)))
