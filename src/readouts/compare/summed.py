"""Changes in so many lines as a reviewer reads: what turned in many rows in the same way is one line.

In: changes, in their order. Out: lines. A few of a table and column stand by themselves; of many those that turned
from one value to the same other are counted together, with the first of them by name; the rest of the column, too.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from readouts.compare.rows import Change
from readouts.finding import shown

FEW = 6  # of one table and column, that stand by themselves
SHOWN = 3  # examples of many
NAMED = 25  # rows of a table that are new or gone, by name
_WORDS = {"added": "more are new", "gone": "more are gone", "led": "more are led to others", "changed": "more"}


def lines(changes: Sequence[Change], every: bool = False) -> list[str]:
    """One line for each change or for many of a kind; each for itself where `every` one is asked for."""
    if every:
        return [line(one) for one in changes]
    told: list[str] = []
    for _, same in groupby(changes, lambda one: (one.kind, one.table)):
        for group in _by(list(same), lambda one: (one.column,)).values():
            told += _column(group)
    return told


def line(change: Change) -> str:
    """A change with its place, and what accounts for it."""
    place = ":".join(filter(None, (change.path, str(change.line or ""), change.column)))
    told = f"{place} {change.told}"
    if change.released:
        told += f" (released in {change.released})"
    return shown(told, 600) + (f" ({change.said})" if change.said else "")


def _column(group: list[Change]) -> Iterator[str]:
    """The lines of one table and column; rows that are new or gone are named, more of them than of turned cells."""
    few = FEW if group[0].kind == "changed" else NAMED
    if len(group) <= few:
        yield from map(line, group)
        return
    if group[0].kind != "changed":
        yield from map(line, group[:few])
        yield _rest(group[few:])
        return
    yield from _turned(group)


def _turned(group: list[Change]) -> Iterator[str]:
    """Many cells of one column, by what they became: from one value to one, from several to one, each to its own."""
    ways = _by(group, lambda one: (one.was, one.now))
    if len(ways) > FEW:
        ways = _by(group, lambda one: (one.now,))
    single = [one for some in ways.values() if len(some) == 1 for one in some]
    for some in ways.values():
        if len(some) > 1:
            yield _same(some)
    if len(single) <= FEW:
        yield from map(line, single)
    else:
        yield f"{single[0].path}:{single[0].column} in {len(single):,} rows, each in its own way; the first {SHOWN}:"
        yield from map(line, single[:SHOWN])


def _by(group: list[Change], key: Callable[[Change], tuple[str, ...]]) -> dict[tuple[str, ...], list[Change]]:
    found: dict[tuple[str, ...], list[Change]] = {}
    for one in group:
        found.setdefault(key(one), []).append(one)
    return found


def _same(some: list[Change]) -> str:
    """Rows in which one value, or several, became the same other: what it means once, then which."""
    first, olds = some[0], list(dict.fromkeys(one.was for one in some))
    own = f"{first.row_id}: "
    what = first.told.removeprefix(own) if first.told.startswith(own) else f"{first.was} became {first.now}"
    what = what.rpartition(" (named in ")[0] or what
    others = f"; in others it was {', '.join(shown(one, 40) or 'empty' for one in olds[1:FEW])}" if olds[1:] else ""
    more = f" and {len(olds) - FEW:,} values more" if len(olds) > FEW else ""
    told = f"{first.path}:{first.column} in {len(some):,} rows {what}{others}{more}: {_named(some)}"
    return shown(told, 900)


def _named(some: Sequence[Change]) -> str:
    told = [f"{one.row_id} (line {one.line})" if one.line else one.row_id for one in some[:SHOWN]]
    return ", ".join(told) + (f" and {len(some) - SHOWN:,} more" if len(some) > SHOWN else "")


def _rest(some: Sequence[Change]) -> str:
    return f"{some[0].path} {len(some):,} {_WORDS[some[0].kind]}: {_named(some)}"
