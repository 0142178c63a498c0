"""What a drawn timeline is made of: days to pixels, the days of the axis, how wide a word is.

In: days and texts. Out: numbers, days and texts.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Up to how many days a step of the axis serves: its unit and number.
_STEPS = (
    (5, "day", 1),
    (11, "day", 2),
    (45, "week", 1),
    (90, "week", 2),
    (200, "month", 1),
    (430, "month", 2),
    (800, "month", 3),
    (1600, "month", 6),
    (3650, "year", 1),
)
_MANY_YEARS = ("year", 5)
EDGE = 18  # pixels beside the days of the picture: what runs into them has no end there


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
        """From where to where the days are drawn; an open end reaches over the edge, where no day is."""
        return self.pixel(first) if first else -EDGE, self.pixel(last) if last else self.pixels + EDGE


def axis(bounds: Bounds) -> tuple[tuple[date, str], ...]:
    """The days that stand on the axis, whole days, Mondays, months or years, and what is written there."""
    days = (bounds.last - bounds.first).days
    unit, step = next((step[1:] for step in _STEPS if days <= step[0]), _MANY_YEARS)
    every = (bounds.first + timedelta(days=count) for count in range(days + 1))
    return tuple((day, _written(day, unit)) for day in every if _on(day, unit, step))


def labels(bounds: Bounds, size: int, before: float = 0) -> Iterator[tuple[float, str]]:
    """Where on the axis something is written, and what: nothing that would run into the one before, or off the edge.

    `before`: how many pixels there are to the left of the first day.
    """
    taken = -before
    for day, text in axis(bounds):
        at, half = bounds.pixel(day), width(text, size) / 2
        if at - half >= taken and at + half <= bounds.pixels:
            yield at, text
            taken = at + half + size


def _on(day: date, unit: str, step: int) -> bool:
    """Whether the axis has a step on that day."""
    if unit in ("day", "week"):
        length = step * {"day": 1, "week": 7}[unit]
        return (day.toordinal() - 1) % length == 0  # day 1 of the calendar is a Monday
    return day.day == 1 and (day.year % step == 0 and day.month == 1 if unit == "year" else (day.month - 1) % step == 0)


def _written(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if unit == "month" else f"{day.day} {month}"


def width(text: str, size: int) -> float:
    """How wide a text is at most, about, in pixels; which font a reader has nobody knows."""
    return _width(text) * size


def shortened(text: str, size: int, pixels: int) -> str:
    """The text, cut with an ellipsis where it would be wider."""
    if width(text, size) <= pixels:
        return text
    while text and width(f"{text}…", size) > pixels:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrapped(text: str, size: int, pixels: int) -> list[str]:
    """The text in lines, broken between words, none of them wider unless one word is."""
    lines: list[list[str]] = [[]]
    room = float(pixels)
    for word in text.split():
        need = width(word, size) + (width(" ", size) if lines[-1] else 0)
        if lines[-1] and need > room:
            lines.append([])
            room, need = float(pixels), width(word, size)
        lines[-1].append(word)
        room -= need
    return [" ".join(line) for line in lines]


@lru_cache(maxsize=20_000)
def _width(text: str) -> float:
    """How wide a text is in letters of one pixel; a drawing asks for the same words in each of its forms."""
    return sum(map(_letter, text))


@cache
def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in "MWmwШЩЮЖФшщюжф%@…—":
        return 0.96
    if letter.isupper() or letter in "мыъ":
        return 0.76
    if letter in "iljtfr .,;:'’|!()":
        return 0.42 if letter in "tr()" else 0.34
    return 0.62
