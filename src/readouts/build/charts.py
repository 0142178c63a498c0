"""What a drawn timeline is made of: days to pixels, the axis, how wide a word is.

In: days and texts. Out: numbers and parts of a Vega-Lite specification.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# Up to how many days a step of the axis serves: its unit and number (of d3-time), and how its day is written.
_STEPS = (
    (5, "day", 1, "%-d %b %Y"),
    (11, "day", 2, "%-d %b %Y"),
    (45, "week", 1, "%-d %b %Y"),
    (90, "week", 2, "%-d %b %Y"),
    (200, "month", 1, "%b %Y"),
    (430, "month", 2, "%b %Y"),
    (800, "month", 3, "%b %Y"),
    (1600, "month", 6, "%b %Y"),
    (3650, "year", 1, "%Y"),
)
_MANY_YEARS = ("year", 5, "%Y")


@dataclass(frozen=True)
class Bounds:
    """The days from one edge of the picture to the other, and how many pixels lie between."""

    first: date
    last: date
    pixels: int

    @classmethod
    def of(cls, days: Sequence[date], pixels: int) -> "Bounds":
        """Bounds with some room around the days; of no day, any bounds."""
        first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1))
        room = timedelta(days=max(2, (last - first).days // 16))
        return cls(first - room, last + room, pixels)

    def pixel(self, day: date) -> float:
        """How far from the left edge the day stands."""
        return round((day - self.first).days / (self.last - self.first).days * self.pixels, 1)

    def span(self, first: date | None, last: date | None) -> tuple[float, float]:
        """From where to where the days are drawn; an open end reaches the edge."""
        return self.pixel(first or self.first), self.pixel(last or self.last)


def axis(bounds: Bounds, colours: dict[str, str]) -> dict:
    """The layer that draws the axis: a scale in time with whole days, months or years on it."""
    days = (bounds.last - bounds.first).days
    unit, step, form = next((step[1:] for step in _STEPS if days <= step[0]), _MANY_YEARS)
    style = {"orient": "top", "title": None, "format": form, "labelOverlap": "greedy", "labelFontSize": 11}
    style |= {
        "labelColor": colours["soft"],
        "gridColor": colours["line"],
        "tickColor": colours["line"],
        "domain": False,
    }
    scale = {"type": "utc", "domain": [_milliseconds(bounds.first), _milliseconds(bounds.last)], "nice": False}
    place = {"field": "day", "type": "temporal", "scale": scale}
    return {
        "data": {"values": [{"day": _milliseconds(bounds.first)}]},
        "mark": {"type": "point", "opacity": 0},
        "encoding": {"x": place | {"axis": style | {"tickCount": {"interval": unit, "step": step}}}},
    }


def between(mark: dict, rows: list[dict], x: dict, x2: dict | None = None, colour: str = "", **fields: str) -> dict:
    """A layer of marks at the `y` of each row, from `x` (to `x2`), in its `colour` or in the one given."""
    place = {"x": x, "y": {"field": "y", "type": "quantitative", "scale": None}}
    place |= {"x2": {name: value for name, value in x2.items() if name in ("field", "value")}} if x2 else {}
    place["color"] = {"value": colour} if colour else {"field": "colour", "type": "nominal", "scale": None}
    place |= {
        name: {"field": field, "type": "nominal", "scale": None} for name, field in fields.items() if name == "shape"
    }
    place |= {name: {"field": field, "type": "nominal"} for name, field in fields.items() if name == "text"}
    return {"data": {"values": rows}, "mark": mark, "encoding": place}


def width(text: str, size: int) -> float:
    """How wide a text is at most, about, in pixels; which font a reader has nobody knows."""
    return sum(_width(letter) for letter in text) * size


def shortened(text: str, size: int, pixels: int) -> str:
    """The text, cut with an ellipsis where it would be wider."""
    if width(text, size) <= pixels:
        return text
    while text and width(f"{text}…", size) > pixels:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in "MWmwШЩЮЖФшщюжф%@…—":
        return 0.96
    if letter.isupper() or letter in "мыъ":
        return 0.76
    return 0.32 if letter in "iljtfr .,;:'’|!()" else 0.58


def _milliseconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000
