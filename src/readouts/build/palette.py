"""What sides and stances look like in a drawing: colours in light and dark, a shape for each stance.

In: the labels of the sides. Out: a `Palette`, which a drawing asks for everything that it shows of a code; it names
none itself. The colours are those of the pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

NOBODY = "none"
SIDES = ("russia", "united-states", "ukraine", "europe", "press", "other", NOBODY)
LIGHT = {
    "ink": "#1b1f24",
    "soft": "#57606a",
    "paper": "#ffffff",
    "shade": "#f3f4f6",
    "line": "#d0d5da",
    "russia": "#b0442a",
    "united-states": "#2458a6",
    "ukraine": "#826100",
    "europe": "#39762a",
    "press": "#6b4a9c",
    "other": "#5c6670",
    "for": "#0a6a80",
    "against": "#a3325c",
    "open": "#5c6670",
}
DARK = {
    "ink": "#e4e7ea",
    "soft": "#a3abb4",
    "paper": "#15181c",
    "shade": "#1f242a",
    "line": "#3a424b",
    "russia": "#ee8f77",
    "united-states": "#8bb4f2",
    "ukraine": "#d9b44a",
    "europe": "#8ecb7d",
    "press": "#bfa2ea",
    "other": "#a9b2bb",
    "for": "#5cc2da",
    "against": "#f08fb2",
    "open": "#a9b2bb",
}
_DISC, _DIAMOND = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z", "M0,-1.1L1.1,0L0,1.1L-1.1,0Z"
_HOLE, _DOT = "M-.7,0A.7,.7,0,1,0,.7,0A.7,.7,0,1,0,-.7,0Z", "M-.45,0A.45,.45,0,1,1,.45,0A.45,.45,0,1,1,-.45,0Z"
# Shapes around the origin, as on the pages: filled is strong, hollow (cut out the other way round) is weak.
MARKS = {
    "disc": _DISC,
    "target": _DISC + _HOLE + _DOT,
    "ring": _DISC + _HOLE,
    "triangle": "M-1.1,-.9H1.1L0,1.1ZM-.6,-.6L0,.5L.6,-.6Z",
    "bar": "M-1.1,-.4H1.1V.4H-1.1Z",
    "hollow-diamond": f"{_DIAMOND}M0,-.65L-.65,0L0,.65L.65,0Z",
    "diamond": _DIAMOND,
}
STANCES = {
    "asserts": ("for", "disc"),
    "confirms": ("for", "target"),
    "allows": ("for", "ring"),
    "downplays": ("open", "triangle"),
    "declines": ("open", "bar"),
    "doubts": ("against", "hollow-diamond"),
    "denies": ("against", "diamond"),
}


@dataclass(frozen=True)
class Look:
    """How a side or a stance is shown: its label, its colours, and of a stance its mark, a name in MARKS."""

    label: str
    colour_light: str
    colour_dark: str
    mark: str = ""


@dataclass(frozen=True)
class Palette:
    """The looks of the sides and the stances by code, the sides in the order of their lanes."""

    sides: Mapping[str, Look]
    stances: Mapping[str, Look]


def palette(labels: Mapping[str, str]) -> Palette:
    """The palette of the record, with these labels of its sides."""
    named = {NOBODY: "In nobody’s name", **labels}
    sides = {side: _look(named.get(side, side), side if side in LIGHT else "other") for side in SIDES}
    return Palette(sides, {code: _look(code, tone, mark) for code, (tone, mark) in STANCES.items()})


def _look(label: str, tone: str, mark: str = "") -> Look:
    return Look(label, LIGHT[tone], DARK[tone], mark)
