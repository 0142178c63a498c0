"""A difference as its readers go through it: what changed, what follows, what is declared, the version, the sizes.

In: a `Difference` and the names of both states. Out: headed lines, which `in_terminal` and `in_markdown` write.
"""

from dataclasses import dataclass

from readouts.compare.change import NOTHING, Difference
from readouts.compare.summed import lines
from readouts.finding import visible

HEADS = {
    "changed": "what changed",
    "gone": "what is gone",
    "led": "what redirects lead to a row that was there",
    "added": "what is new",
}
MOST = 60  # lines of a section, unless every one is asked for


@dataclass(frozen=True)
class Section:
    """A heading with its lines, and how many more there are."""

    head: str
    lines: tuple[str, ...]
    more: int = 0


def sections(difference: Difference, base: str, head: str, every: bool = False) -> list[Section]:
    """Every part of the difference that has something in it; the first says what was compared."""
    told = [Section(f"{base} compared with {head}", (NOTHING,) if difference.nothing else ())]
    for kind, heading in HEADS.items():
        told.append(_section(heading, lines([one for one in difference.changes if one.kind == kind], every), every))
    for area in dict.fromkeys(one.of for one in difference.follows):
        follows = [one.told for one in difference.follows if one.of == area]
        told.append(_section(f"what follows for {area}", follows, every))
    told.append(_section("what is declared", [f"{one.path} {one.told}" for one in difference.declared], every))
    told.append(_section("on the comparison", list(difference.notes), every))
    told.append(_section("version step", [difference.step.told, *_because(difference)], every))
    told.append(_section("rows", _sizes(difference), every))
    return [one for one in told if one.lines or one is told[0]]


def _because(difference: Difference) -> list[str]:
    """What asks for the step, where it is more than an addition: the first of it."""
    return [f"such as: {one}" for one in difference.step.because] if difference.step.name == "major" else []


def _sizes(difference: Difference) -> list[str]:
    """Tables that have another number of rows than they had."""
    return [f"{name}: {then:,}, now {now:,}" for name, then, now in difference.rows if then != now]


def _section(head: str, told: list[str], every: bool) -> Section:
    shown = told if every else told[:MOST]
    return Section(head, tuple(map(visible, shown)), len(told) - len(shown))
