"""Slips of the hand: which name, or which long word, somebody meant who typed what the record does not have.

In: a word, and the words to be near to. Out: the one that is meant for sure, or what may be
offered. Why with such care: a name that the record does not have must not become a word that
it has. So a slip is read as a name, or as a long word that is one letter off; in a short name
only what a hand does (a letter twice, left out, changed with its neighbour in the word or on
the keyboard, or with one that sounds like it). Anything else that is near is offered, and never looked for unasked.
"""

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from readouts.build.spelling import cyrillic, key
from readouts.site.search.terms import folded

NAME, LONG, OFFERED = 4, 7, 5  # letters from which a name, a word, is read as slipped; a word is offered
_SHORT, _LONG_NAME = 6, 8  # a name of so many letters or fewer is short; from so many on two may be wrong
_ALIKE = {frozenset(two) for two in ("ck", "fv", "vw", "sz", "iy", "ie")}  # letters that sound alike
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACES = {letter: (row, place + row / 2) for row, line in enumerate(_ROWS) for place, letter in enumerate(line)}


def name_meant(word: str, names: Mapping[str, str]) -> str:
    """The name of which the word is a slip, for sure; empty: of none. `names`: name -> its key."""
    if len(word) < NAME or not word.isalpha():
        return ""
    typed, wanted = folded(word), key(word)
    if typed in names:
        return ""
    near = [
        (distance, one)
        for one in _within(wanted, names, 2) | _within(typed, dict.fromkeys(names, ""), 2, literal=True)
        if len(one) >= NAME and (distance := _name_distance(typed, wanted, one, names[one])) is not None
    ]
    return min(near)[1] if near else ""


def word_meant(word: str, words: Iterable[str], rows: Mapping[str, int]) -> str:
    """The long word of the record from which it is one letter off; of several the one that most things have."""
    typed = folded(word)
    if len(typed) < LONG or not typed.isalpha():
        return ""
    near = [one for one in _one_off(typed, words) if len(one) >= LONG and one[0] == typed[0]]
    return min(near, key=lambda one: (-rows[one], one)) if near else ""


def offered(word: str, names: Iterable[str], words: Iterable[str], rows: Mapping[str, int]) -> tuple[str, ...]:
    """What is one letter off: names, then words with the same first letter, those first that most things have."""
    typed = folded(word)
    if len(typed) < NAME or not typed.isalpha():
        return ()
    called = sorted(one for one in _one_off(typed, names) if len(one) >= NAME)
    others = [one for one in _one_off(typed, words) if len(one) >= OFFERED and one[0] == typed[0] and one not in called]
    return (*called, *sorted(others, key=lambda one: (-rows[one], one)))


def _one_off(typed: str, words: Iterable[str]) -> list[str]:
    return [one for one, _, _ in process.extract(typed, list(words), scorer=OSA.distance, score_cutoff=1, limit=None)]


def _within(wanted: str, names: Mapping[str, str], most: int, literal: bool = False) -> set[str]:
    choices = {one: one for one in names} if literal else names
    found = process.extract(wanted, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return {one for _, _, one in found}


def _name_distance(typed: str, wanted: str, name: str, its_key: str) -> int | None:
    """How far a name is from what was typed, where that is near enough to be meant."""
    by_key = OSA.distance(wanted, its_key)
    # Letters of two alphabets are compared by their keys alone.
    distance = OSA.distance(typed, name) if cyrillic(typed) == cyrillic(name) else by_key
    if len(name) <= _SHORT:
        return distance if distance == 1 and typed[0] == name[0] and _slip(typed, name) else None
    if typed[0] != name[0] and cyrillic(typed) == cyrillic(name):
        # The first letter is rarely what slips: so near must be a long name, and all else right.
        return distance if distance == 1 and (len(name) >= LONG or sorted(typed) == sorted(name)) else None
    if distance <= 1 or (by_key <= 1 and distance <= 2 and len(name) >= LONG):
        return min(distance, by_key + 1)
    return distance if distance <= 2 and len(name) >= _LONG_NAME and len(typed) >= _LONG_NAME - 1 else None


def _slip(typed: str, word: str) -> bool:
    """Whether a hand does so: leaves out, doubles or adds a letter, turns two round, hits the key beside."""
    if len(typed) != len(word) or sorted(typed) == sorted(word):
        return True
    wrong = next(((one, other) for one, other in zip(typed, word, strict=True) if one != other), None)
    if wrong is None:
        return True
    if frozenset(wrong) in _ALIKE:
        return True
    (row, place), (other_row, other_place) = (_PLACES.get(one, (9, 9 * ord(one))) for one in wrong)
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1
