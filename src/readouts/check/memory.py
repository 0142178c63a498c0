"""What a check has worked out and need not work out again, in a process that checks more than once.

Why: somebody who saves one table asks again for all of them, and what is known of the others still holds. Every
answer that is kept here is a function of what it is kept under and of nothing else, so a check with a memory finds what
a check without one finds. In: a name, what the answer depends on, and how it is worked out. Out: the answer.
"""

from collections.abc import Callable
from typing import TypeVar

import polars as pl

KEPT = 4  # answers of one name: a file as it is, as it was, and what another package has there
Answer = TypeVar("Answer")


class Memory:
    """The last few answers of each name, the latest first."""

    def __init__(self) -> None:
        """Nothing is known."""
        self._known: dict[tuple[str, ...], list[tuple[tuple[object, ...], object]]] = {}

    def of(self, name: tuple[str, ...], given: tuple[object, ...], work: Callable[[], Answer]) -> Answer:
        """The answer of this name for what is given: as it was worked out before, else as `work` gives it now.

        What is given is the same when it is equal; a frame only when it is the very frame. What `work` raises is
        passed on, and nothing is kept of it.
        """
        known = self._known.setdefault(name, [])
        for place, (before, answer) in enumerate(known):
            if same(before, given):
                known.insert(0, known.pop(place))
                return answer  # type: ignore[return-value]  # a name has answers of one kind
        answer = work()
        known.insert(0, (given, answer))
        del known[KEPT:]
        return answer


def same(before: tuple[object, ...], given: tuple[object, ...]) -> bool:
    """Whether the same is given as before, part by part."""
    return len(before) == len(given) and all(map(_same, before, given))


def _same(one: object, other: object) -> bool:
    return one is other or (not isinstance(one, pl.DataFrame) and not isinstance(other, pl.DataFrame) and one == other)
