"""Who contradicts whom on one claim: every voice once, with its words, and those who say the contrary.

Why: three who affirm and six who deny are eighteen pairs, in which everybody's words stand again and again. In: the
pairs of the derived table `contradictions` (claim.py). Out: a `Voice` for each speaker and stance.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from readouts.site.pages.pairs import Pair, Words


@dataclass(frozen=True)
class Against:
    """One who says the contrary: `number` is his place in the table, `scope` how far the two stand apart.

    `opinion`, `by_logic`: so in every pair of the two.
    """

    number: int
    speaker: str
    scope: str
    opinion: bool
    by_logic: bool


@dataclass(frozen=True)
class Voice:
    """One speaker with one stance: everything that he said so, in time order, and who says the contrary."""

    number: int
    side: str
    speaker: str
    stance: str
    said: tuple[Words, ...]
    against: tuple[Against, ...]


def voices(pairs: Iterable[Pair]) -> tuple[Voice, ...]:
    """Those who affirm, then those who deny, each in the order of the pairs."""
    pairs = tuple(pairs)
    ends = [(one.first, one.second, one) for one in pairs] + [(one.second, one.first, one) for one in pairs]
    numbers = {key: place for place, key in enumerate(dict.fromkeys(_key(own) for own, _, _ in ends), 1)}
    return tuple(
        _voice(number, [(own, other, pair) for own, other, pair in ends if _key(own) == key], numbers)
        for key, number in numbers.items()
    )


def scopes(found: Iterable[Voice]) -> tuple[str, ...]:
    """How far those who contradict each other stand apart, each kind once."""
    return tuple(dict.fromkeys(other.scope for one in found for other in one.against))


_Key = tuple[str, str, str]


def _key(one: Words) -> _Key:
    return one.side, one.speaker, one.stance


def _voice(number: int, ends: list[tuple[Words, Words, Pair]], numbers: dict[_Key, int]) -> Voice:
    side, speaker, stance = _key(ends[0][0])
    others: dict[tuple[int, str, str], list[Pair]] = {}
    for _, other, pair in ends:
        others.setdefault((numbers[_key(other)], other.speaker, pair.kind), []).append(pair)
    against = (
        Against(*key, all(one.opinion for one in met), all(one.by_logic for one in met)) for key, met in others.items()
    )
    said = {own.statement_id: own for own, _, _ in ends}
    return Voice(number, side, speaker, stance, tuple(said.values()), tuple(against))
