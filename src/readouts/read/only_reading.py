"""The one day that a text in another order can mean, so that it can be offered.

Why: 14.03.2025 is a day whoever reads it, and 07.11.2024 is two. In: a text that `edtf_dates` refused. Out: the day as
the record writes it, or nothing where there are two readings or none.
"""

import re
from datetime import date
from itertools import permutations

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})", re.ASCII
)
_NUMBERS = re.compile(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})", re.ASCII)


def only_reading(text: str) -> str:
    """The day that the text means in every order in which it is one; empty where there is no such day."""
    found = {day for day in (_numbers(text) or _named(text)) if day}
    return found.pop() if len(found) == 1 else ""


def _numbers(text: str) -> list[str]:
    """The days of three numbers, of which the one of four digits is the year."""
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        return [_day(text[:4], text[4:6], text[6:])]
    match = _NUMBERS.fullmatch(text)
    parts = match.groups() if match else ()
    years = [part for part in parts if len(part) == 4]
    if len(years) != 1 or len(parts[1]) == 4:
        return []
    others = [part for part in parts if part is not years[0]]
    if parts[0] == years[0]:
        return [_day(years[0], *others)]
    return [_day(years[0], month, day) for month, day in permutations(others)]


def _named(text: str) -> list[str]:
    """The day of a text with the English name of a month."""
    match = _NAMED.fullmatch(text.casefold())
    if not match or match[2][:3] not in _MONTHS or bool(match[1]) == bool(match[3]):
        return []
    return [_day(match[4], str(_MONTHS.index(match[2][:3]) + 1), match[1] or match[3])]


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
