"""Which id was meant where one leads nowhere: named only if that is all but certain.

Why: whoever follows a guess links to another statement of the same voice and day, and no check finds it
any more. In: the id that leads nowhere, those that there are, and those of them that nothing else points to or that are
new. Out: the one that was meant, or what to look for.
"""

import re
from collections.abc import Collection

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

LIKE = 85  # of a hundred: how like another a renamed id is at least where its day or its voice changed too
LEAST_LETTERS = 4  # of a word in which one letter may be a slip: "us" and "uk" are two bodies
_DATED = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})-([a-z]+)")


def meant(lost: str, there: Collection[str], free: Collection[str]) -> str:
    """The one id that is a letter off, else the one free id that the lost one was renamed to; empty where unsure.

    `free` are the ids that nothing points to, or that were not there before: who renames a row makes one of them.
    """
    for near in ([one for one in there if _slipped(lost, one)], [one for one in free if _renamed(lost, one)]):
        if len(near) == 1:
            return near[0]
    return ""


def look_for(lost: str, table: str) -> str:
    """What to do where no id is certain."""
    dated = _DATED.match(lost)
    where = f"Look among the {table} of {dated[1]}: correct the id, or" if dated else "Correct the id, or"
    return f"{where} add the row to {table}; if the row was renamed, give it its id back or rename it everywhere."


def _slipped(lost: str, other: str) -> bool:
    """Whether one letter of a word, or one hyphen, makes the difference: never a digit, which makes another day."""
    if OSA.distance(lost, other, score_cutoff=1) > 1 or _digits(lost) != _digits(other):
        return False
    words = zip(lost.split("-"), other.split("-"), strict=False)
    joined = lost.count("-") != other.count("-")
    return joined or all(one == two or min(len(one), len(two)) >= LEAST_LETTERS for one, two in words)


def _renamed(lost: str, other: str) -> bool:
    one, two = _DATED.match(lost), _DATED.match(other)
    return bool(one and two and one[0] == two[0]) or fuzz.ratio(lost, other) >= LIKE


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
