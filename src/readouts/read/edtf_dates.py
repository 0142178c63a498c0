"""Dates as the record writes them: a strict subset of EDTF level 1.

Why: a source says "by 25 November" or "last week" as often as it gives a day; a
plain ISO date would claim more than is known. In: the text of one cell. Out: a
`Span`, the first and the last day that the text allows, so that order in time is
asserted only where no reading of the dates could reverse it.

Subset (Library of Congress, EDTF specification of 4 February 2019, levels 0 and 1):
a year, a month or a day, each with at most one qualifier (`?` uncertain, `~`
approximate, `%` both), and intervals of two of these, where one end may be open
(`..`). Hours, seasons, unspecified digits, negative and long years are left out: no
source has needed them.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from readouts.read.edtf_reasons import REASONS, beyond, unread

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?", re.ASCII)


@dataclass(frozen=True)
class Span:
    """The first and the last day that an EDTF text allows; None where it is open."""

    earliest: date | None
    latest: date | None

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The weekdays that the span allows, in its order; none where an end is open or a week is full."""
        if self.earliest is None or self.latest is None or (self.latest - self.earliest).days >= 6:
            return ()
        days = range(self.earliest.toordinal(), self.latest.toordinal() + 1)
        return tuple(WEEKDAYS[date.fromordinal(day).weekday()] for day in days)


class NotADate(ValueError):
    """The text is no date as the record writes it; `reason` says why, and what to do."""

    def __init__(self, text: str, name: str) -> None:
        """`name` is that of the reason in REASONS."""
        self.reason = REASONS[name]
        super().__init__(f'"{text}" {self.reason.problem}')


def parse(text: str) -> Span:
    """Read one EDTF text of the subset above.

    Raises NotADate when the text is outside the subset, names a day that no calendar has, or
    ends before it begins.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _single(start)
    if "/" in end or not (start and end):
        raise NotADate(text, "strokes" if "/" in end else "end")
    if start == end == "..":
        raise NotADate(text, "open")
    earliest = None if start == ".." else _single(start).earliest
    latest = None if end == ".." else _single(end).latest
    if earliest and latest and earliest > latest:
        raise NotADate(text, "order")
    return Span(earliest, latest)


def _single(text: str) -> Span:
    match = _DATE.fullmatch(text)
    if not match:
        raise NotADate(text, unread(text))
    year, (month, day) = int(match[1]), (int(part) if part else None for part in match.group(2, 3))
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        return Span(first, date(year, last_month, monthrange(year, last_month)[1] if day is None else day))
    except ValueError:
        raise NotADate(text, beyond(year, 1 if month is None else month)) from None
