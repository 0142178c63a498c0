"""Draw the mutants and have them judged, by processes that each hold a copy of the record.

In: the record. Out: the verdict on each mutant, by kind.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutate.judge import Bench, Verdict
from mutate.record import Kind, Mutant, Record

SEED = 20261122
PROCESSES = 2
_bench: list[Bench] = []


def planted(record: Record, kinds: Iterable[Kind], limit: int) -> dict[Kind, list[Mutant]]:
    """At most `limit` mutants of each kind, drawn by the seed; a kind whose texts are not here has none.

    A kind for every place has them all, unless the limit is 1, as for a quick run.
    """
    drawn = {}
    for kind in kinds:
        chance = Random(f"{SEED} {kind.name}")
        every = [] if kind.reads_texts and not record.texts else list(kind.plant(record, chance))
        drawn[kind] = every if kind.every and limit > 1 else chance.sample(every, min(limit, len(every)))
    return drawn


def judged(
    record: Record, drawn: dict[Kind, list[Mutant]], processes: int = PROCESSES, referee: bool = True
) -> dict[Kind, list[tuple[Mutant, Verdict]]]:
    """The verdict on each mutant, worked out by some processes, each with a copy of its own."""
    jobs = [(mutant, kind.after, referee, kind.warns) for kind, mutants in drawn.items() for mutant in mutants]
    started = get_context("spawn"), _start
    with TemporaryDirectory() as base, ProcessPoolExecutor(processes, *started, (base, record)) as pool:
        verdicts = iter(list(pool.map(_judge, jobs, chunksize=8)))
    return {kind: [(mutant, next(verdicts)) for mutant in mutants] for kind, mutants in drawn.items()}


def _start(base: str, record: Record) -> None:
    _bench[:] = [Bench(Path(base) / str(os.getpid()), record)]


def _judge(job: tuple[Mutant, bool, bool, bool]) -> Verdict:
    return _bench[0].judge(*job)
