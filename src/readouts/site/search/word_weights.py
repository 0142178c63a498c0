"""Which things have which of the words: all of them, or most.

In: what is looked for, and the things that have each of it. Out: a `Weighed`. All words count
first; where few things have all, those that have more than half of the words follow, by what
the words weigh that they have: a word weighs the more, the fewer things have it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readouts.site.search.terms import Term


@dataclass(frozen=True)
class Part:
    """What a thing has of the words: their weight, and the others."""

    weight: float
    lacks: tuple[Term, ...]


@dataclass(frozen=True)
class Weighed:
    """The things that have all the words, and those that have most; `terms` are the words."""

    terms: tuple[Term, ...]
    whole: frozenset[int]
    most: Mapping[int, Part]

    def of(self, row: int) -> tuple[Term, ...]:
        """The words that a thing has."""
        lacks = self.most[row].lacks if row in self.most else ()
        return tuple(term for term in self.terms if term not in lacks)

    def weight(self, row: int) -> float:
        """What the words weigh that a thing has; without end for all of them, nothing for half of them or fewer."""
        if row in self.whole:
            return math.inf
        return self.most[row].weight if row in self.most else 0

    def lacks(self, row: int) -> tuple[str, ...]:
        """The words that a thing has not, as they are written."""
        return tuple(term.text for term in self.most[row].lacks) if row in self.most else ()


def weight(having: int, size: int) -> float:
    """What a word weighs that `having` of `size` things have."""
    return math.log(1 + size / max(having, 1))


def weigh(terms: tuple[Term, ...], having: Sequence[frozenset[int]], size: int, enough: int) -> Weighed:
    """The things that have all the terms, and where these are not `enough`, those that have more than half."""
    whole = frozenset.intersection(*having) if having else frozenset()
    if len(whole) >= enough:
        return Weighed(terms, whole, {})
    weights = [weight(len(rows), size) for rows in having]
    most = {}
    for row in frozenset().union(*having) - whole:
        has = [row in rows for rows in having]
        if sum(has) * 2 > len(has):
            lacks = tuple(term for term, there in zip(terms, has, strict=True) if not there)
            most[row] = Part(sum(one for one, there in zip(weights, has, strict=True) if there), lacks)
    return Weighed(terms, whole, most)
