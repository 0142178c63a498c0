"""Kill a piece of work at a chosen instant, in a process of its own.

Why: what is whole before or whole after must be so at every instant, and a timer meets few of
them. In: the work, and before which of its calls into C it ends. Out: whether it was killed. A
call into C is whatever reaches the system, and much else; so every instant that matters is one.
The process is a copy of this one, so that nothing is imported anew; only threads do not come along.
"""

import os
import random
import signal
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Calls:
    """How many calls into C a piece of work makes, and which of them are the first and the last that write to disk."""

    total: int
    first: int
    last: int

    def some(self, count: int, seed: int = 1) -> list[int]:
        """Instants at which to kill it: all, where they are no more than `count`; else three of four while it writes."""
        if count >= self.total:
            return [*range(self.total)]
        chance, margin = random.Random(seed), 25
        writing = range(max(0, self.first - margin), min(self.total, self.last + margin))
        within = chance.sample(writing, min(len(writing), count - count // 4))
        return [*within, *(chance.randrange(self.total) for _ in range(count - len(within)))]


def killed(work: Callable[[], object], instant: int) -> bool:
    """Run `work` in a process of its own that is killed before its call number `instant`; whether it was."""

    def count(number: int, called: object) -> None:
        if number >= instant:
            os.kill(os.getpid(), signal.SIGKILL)

    child = _forked(work, count)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def calls(work: Callable[[], object]) -> Calls:
    """Run `work` in a process of its own, to its end, and count."""
    reader, writer = os.pipe()
    numbers, written = [0], []

    def count(number: int, called: object) -> None:
        numbers[0] = number
        if getattr(called, "__name__", "") == "fsync":
            written.append(number)

    def counted() -> None:
        work()
        sys.setprofile(None)
        told = (numbers[0], min(written, default=numbers[0]), max(written, default=0))
        os.write(writer, " ".join(map(str, told)).encode())

    child = _forked(counted, count)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as told:
        return Calls(*map(int, told.read().split()))


def _forked(work: Callable[[], object], count: Callable[[int, object], None]) -> int:
    with warnings.catch_warnings():  # of threads, none of which is asked for anything
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    number = -1

    def seen(frame, event, called) -> None:
        nonlocal number
        if event == "c_call":
            number += 1
            count(number, called)

    sys.setprofile(seen)
    try:
        work()
    finally:
        os._exit(0)
