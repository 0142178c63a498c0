"""Which findings a report shows, and how many more there are.

Why: a page that does not open helps nobody. In: faults, and how a report writes a unit of
one. Out: the units that are shown with their texts, fault by fault, and of each fault how
many findings more. Every fault gets its first unit before any gets its second.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readouts.finding import Severity
from readouts.report.advice import advice
from readouts.report.display import Display
from readouts.report.faults import Fault, Unit, joined

MOST = 5  # units of one fault
MOST_KINDS = 60  # faults of which it is said how many more there are
BUDGET = 100_000  # bytes of findings in a report, which leaves room for the rest below 200,000


@dataclass(frozen=True)
class Bounded:
    """What a report shows, each unit with its text; what it only counts; and of how many faults not even that."""

    shown: tuple[tuple[Unit, str], ...]
    more: tuple[Unit, ...]
    left: int = 0


def apart(faults: Iterable[Fault]) -> list[Fault]:
    """The same faults, each finding a unit by itself that is told what to do about all that look like it."""
    return [Fault(tuple(one for unit in fault.units for one in _apart(unit))) for fault in faults]


def _apart(unit: Unit) -> list[Unit]:
    # The way back from a slip is exact, and each cell has its own.
    told = "" if unit.slip else advice(unit)
    return [Unit((one,), unit.size, told) for one in unit.findings]


def in_turn(faults: list[Fault]) -> list[Unit]:
    """The first unit of each fault, errors before warnings, then the second of each, and so on."""
    order = [
        (turn, fault.first.severity is not Severity.ERROR, place, unit)
        for place, fault in enumerate(faults)
        for turn, unit in enumerate(fault.units)
    ]
    return [unit for *_, unit in sorted(order, key=lambda row: row[:3])]


def bounded(faults: list[Fault], told: Callable[[Unit], str], display: Display, most: int | None = MOST) -> Bounded:
    """At most `most` units of a fault, and as many in all as the budget allows; `told` writes one."""
    texts, size = {}, 0
    few = faults if display.every else [Fault(fault.units[:most]) for fault in faults]
    for unit in in_turn(few):
        text = told(unit)
        size += len(text.encode(errors="replace"))
        if not display.every and size > BUDGET:
            break
        texts[id(unit)] = text
    shown = tuple((unit, texts[id(unit)]) for fault in faults for unit in fault.units if id(unit) in texts)
    hidden = [[unit for unit in fault.units if id(unit) not in texts] for fault in faults]
    more = tuple(joined(units) for units in hidden if units)
    return Bounded(shown, more[:MOST_KINDS], len(more[MOST_KINDS:]))
