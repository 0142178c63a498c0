"""What sides and stances look like in a drawing: the vocabulary of the record, and who speaks for no side.

In: the vocabulary. Out: a `Palette`, which a drawing asks for everything that it shows of a code; it names none itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readouts.vocabulary import NOBODY, OF_NO_SIDE, Code, Vocabulary
from readouts.vocabulary.colours import DARK, LIGHT


@dataclass(frozen=True)
class Palette:
    """The sides and the stances by code, the sides in the order of their lanes."""

    sides: Mapping[str, Code]
    stances: Mapping[str, Code]


def palette(vocabulary: Vocabulary) -> Palette:
    """The palette of the record; those who speak for no side have the last lane."""
    return Palette({**vocabulary.sides, NOBODY: soft(NOBODY, OF_NO_SIDE)}, vocabulary.stances)


def soft(code: str, label: str) -> Code:
    """A side that no list has, in the colour of small print."""
    return Code("side", code, label, colour_light=LIGHT["soft"], colour_dark=DARK["soft"])


def dark(coloured: Iterable[Code]) -> dict[str, str]:
    """The dark colour in the place of each light one: of the tones of every drawing, and of the codes in this one."""
    return {LIGHT[tone]: DARK[tone] for tone in LIGHT} | {one.colour_light: one.colour_dark for one in coloured}
