"""What is wrong with the form of a passage or a body: the words of a place, with one cut of ours between its two ends.

Why: "does not have the form", with the place of another quotation as the example, sends a curator astray. In:
the cell that its column's pattern refused. Out: what is wrong in words, what to do, the characters that
are wrong, and the cell without the fault where only one is possible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readouts.evidence.match import CUT, OTHER_CUT, with_our_cut

Span = tuple[int, int]
ENDS, WHOLE = f"{{0}} {CUT} {{0}}", "{0}"  # a cut place, and an uncut one
_MOST = 60  # words: no pattern of ours allows as many


@dataclass(frozen=True)
class Unlike:
    """Why a cell is no passage: the problem, what to do, where, and the cell mended if there is one way to do it.

    `name` is what the fault is called where many cells have it.
    """

    name: str
    problem: str
    fix: str
    spans: tuple[Span, ...] = ()
    instead: str = ""


def unlike(cell: str, pattern: str) -> Unlike | None:
    """The first fault of the cell; None where the pattern is not one of a passage, or the fault is of another kind."""
    if not most(pattern, ENDS) or not cell.strip():
        return None
    return next(_faults(cell, pattern), None)


@cache
def most(pattern: str, shape: str) -> int:
    """How many words the pattern allows at each place of a shape: the schema says it, and nobody else."""
    fits = (n for n in range(_MOST, 0, -1) if re.fullmatch(pattern, shape.format(" ".join(["x"] * n))))
    return next(fits, 0)


def _faults(cell: str, pattern: str) -> Iterator[Unlike]:
    cuts = cell.count(CUT)
    if not cuts and (other := OTHER_CUT.search(cell)):
        spans = tuple(found.span() for found in OTHER_CUT.finditer(cell))
        fix = f"Write {CUT} for it: the one character … between square brackets."
        yield Unlike(
            f'"{other[0]}" for "{CUT}"', f'cuts with "{other[0]}"', fix, spans, _good(with_our_cut(cell), pattern)
        )
    if cuts > 1:
        fix = "Keep the first words of the place and the last, and one cut between them."
        yield Unlike("more than one cut", f"has {cuts} cuts, and a passage one at most", fix)
    if cuts == 1:
        yield from _cut(cell, pattern)
    if not cuts:
        yield from _uncut(cell, pattern)


def _cut(cell: str, pattern: str) -> Iterator[Unlike]:
    before, behind = cell.split(CUT)
    limit = most(pattern, ENDS)
    for side, words in (("before", before.split()), ("behind", behind.split())):
        if not words:
            fix = f"Copy the {_end(side)} words of the place from the source."
            yield Unlike("a cut at the end", f"has no words {side} the cut", fix)
        if len(words) > limit:
            kept = words[:limit] if side == "before" else words[-limit:]
            ends = (kept, behind.split()) if side == "before" else (before.split(), kept)
            fix = f"Leave out those next to the cut: the {_end(side)} {limit} words of the place stay."
            problem = f"has {len(words)} words {side} the cut, and {limit} are the most"
            spans = (_surplus(cell, side, len(words) - limit),)
            yield Unlike("too many words beside the cut", problem, fix, spans, _good(_joined(*ends), pattern))
    fix = "Set one space on either side of the cut."
    problem, mended = "has no single space on either side of the cut", _good(_joined(*_sides(cell)), pattern)
    yield Unlike("no space beside the cut", problem, fix, (), mended)


def _uncut(cell: str, pattern: str) -> Iterator[Unlike]:
    words, limit, end = cell.split(), most(pattern, WHOLE), most(pattern, ENDS)
    told = f"has {len(words)} word{'s' * (len(words) != 1)} and no cut" + (
        f", and {limit} are the most" if limit else ""
    )
    fix = f"Cut it: its first words {CUT} its last words, up to {end} at each end."
    if len(words) > max(limit, 1):
        half = min(end, len(words) // 2)
        yield Unlike("no cut", told, fix, (), _good(_joined(words[:half], words[-half:]), pattern))
    yield Unlike("no cut", told, fix)


def _sides(cell: str) -> tuple[list[str], list[str]]:
    before, behind = cell.split(CUT)
    return before.split(), behind.split()


def _surplus(cell: str, side: str, count: int) -> Span:
    """Where the words that are too many stand: those next to the cut."""
    at = cell.index(CUT)
    words = [found.span() for found in re.finditer(r"\S+", cell)]
    there = [one for one in words if (one[1] <= at if side == "before" else one[0] >= at + len(CUT))]
    there = there[-count:] if side == "before" else there[:count]
    return there[0][0], there[-1][1]


def _joined(before: list[str], behind: list[str]) -> str:
    return f"{' '.join(before)} {CUT} {' '.join(behind)}"


def _good(cell: str, pattern: str) -> str:
    return cell if re.fullmatch(pattern, cell) else ""


def _end(side: str) -> str:
    return "first" if side == "before" else "last"
