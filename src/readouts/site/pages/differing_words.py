"""Which words only one source prints.

Why: two translations of one remark can differ in the one word that matters. In: a
rendering's words and those of other renderings. Out: the same words in pieces, each
marked when no other rendering has it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

LONG = 4  # letters from which one word alone can be the same; "the" and "is" are the same everywhere


@dataclass(frozen=True)
class Piece:
    """A run of words, or the space between two; `only_here` when no other rendering has them."""

    text: str
    only_here: bool


def marked(words: str, others: Sequence[str]) -> tuple[Piece, ...]:
    """The words in pieces, marked where none of the others has them; one unmarked piece when there are no others.

    Case and punctuation do not count. The order of the parts does not count either, as one
    source may print first what another prints last.
    """
    if not others:
        return (Piece(words, False),)
    tokens = words.split()
    ours = [_folded(token) for token in tokens]
    same = {place for other in others for place in _same(ours, [_folded(token) for token in other.split()])}
    places = groupby(range(len(tokens)), lambda place: bool(ours[place]) and place not in same)
    runs = [Piece(" ".join(tokens[place] for place in run), only) for only, run in places]
    return tuple(piece for run in runs for piece in (Piece(" ", False), run))[1:]


def _same(ours: list[str], theirs: list[str]) -> set[int]:
    """The places of our words that the others have too: two in a row, or a long one alone."""
    words, pairs = set(theirs), set(pairwise(theirs))
    together = {place for start, pair in enumerate(pairwise(ours)) if pair in pairs for place in (start, start + 1)}
    return together | {place for place, word in enumerate(ours) if len(word) >= LONG and word in words}


def _folded(token: str) -> str:
    return re.sub(r"[^\w]+", "", token.casefold())
