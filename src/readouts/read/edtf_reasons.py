"""Why a text is no date as the record writes it, and what to do: one sentence for each slip that people make.

Why: "no date of EDTF level 1" tells a curator who wrote 2024-13 or [2024-11-07] nothing. In: a
text that `edtf_dates` refused. Out: the `Reason`, which findings, `readouts explain` and docs/rules.md say.

Standard: Library of Congress, EDTF specification of 4 February 2019; forms of its level 2, and of level 1
what the record leaves out, are each named for what they are.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """What is wrong, after the text in quotation marks, what to do, and a text for which it is said."""

    problem: str
    fix: str
    example: str


_BEHIND = "Put ? (uncertain), ~ (about) or % (both) behind the whole date."
_SPAN = "Write the first and the last day, month or year that it can be: "
REASONS = {
    "order": Reason(
        "ends before it begins", "Put the earlier date first, or correct one of the two.", "2024-11-12/2024-11-10"
    ),
    "open": Reason("names no day: both ends are open", "Leave the cell empty, or give one end.", "../.."),
    "end": Reason("has an end that is left out", "Write .. for an end that is open: 2024-11-07/..", "2024-11-07/"),
    "strokes": Reason(
        "has more than one stroke",
        "Write a day as 2024-11-07, and a span as 2024-11-07/2024-11-10.",
        "2024/11/07",
    ),
    "older": Reason(
        "says in a word that an end is open or unknown, as EDTF did before 2019",
        "Write .. for an end that is open.",
        "2024-11-07/unknown",
    ),
    "month": Reason("has a month that no year has", "Write the month as 01 to 12.", "2024-13-07"),
    "season": Reason("names a season, a quarter or a half-year", f"{_SPAN}2024-03/2024-05.", "2024-21"),
    "day": Reason("has a day that the month does not have", "Correct the day or the month.", "2024-02-30"),
    "year": Reason("is before the year 0001", "Correct the year.", "0000-05-01"),
    "weekday": Reason(
        "names a weekday",
        "Write the date alone; the weekday stands in the words that the date was counted from.",
        "Monday 2024-11-11",
    ),
    "week": Reason("is a week of ISO 8601", f"{_SPAN}2024-11-04/2024-11-10.", "2024-W45-4"),
    "time": Reason("has a time of day", "Write the day alone.", "2024-11-07T10:00"),
    "digits": Reason("leaves digits open (X)", "Leave the part out: 2024-11 is a day in November 2024.", "2024-11-XX"),
    "set": Reason("is a set of dates, of EDTF level 2", f"{_SPAN}2024-11-07/2024-11-08.", "[2024-11-07,2024-11-08]"),
    "two": Reason("has two qualifiers", "Write one behind the date; % is uncertain and about.", "2024-11-07?~"),
    "inside": Reason("has a qualifier before or inside the date, of EDTF level 2", _BEHIND, "2024-11?-07"),
    "long": Reason("is a long, negative or rounded year", "Write a year of four digits.", "Y170000002"),
    "decade": Reason("is a decade, a century or a year cut short", f"{_SPAN}2010/2019.", "201"),
    "zero": Reason("leaves out a zero", "Write four digits for the year, and two for month and day.", "2024-1-5"),
    "dots": Reason(
        "has dots where no end of a span is", "Write an open end as 2024-11-07/.. or ../2024-11-07.", "2024-11-07.."
    ),
    "written": Reason(
        "is written in another order, with other marks or with the name of a month",
        "Write it as 2024-11-07.",
        "07.11.2024",
    ),
    "qualifier": Reason("has something behind the date that is no qualifier", _BEHIND, "2024-11-07!"),
    "form": Reason(
        "is not an EDTF date",
        "Write 2024-11-07, 2024-11 or 2024, with ?, ~ or % behind, or two of these with a stroke.",
        "last week",
    ),
}

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
# The first that is found in the text says why; each is looked for in one date, without the stroke of a span.
_SIGNS = tuple(
    (name, re.compile(sign, re.ASCII | re.IGNORECASE))
    for name, sign in (
        ("weekday", r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"),
        ("older", r"^(?:open|unknown)$"),
        ("week", r"^\d{4}-?W\d{2}"),
        ("time", r"\d[T ]\d{1,2}:?\d{2}|\d:\d{2}"),
        ("digits", r"^(?=.*[XU])[\dXU]{4}(?:-[\dXU]{2}){0,2}[?~%]?$"),
        ("set", r"[\[\]{},]"),
        ("dots", r"\.\."),
        ("two", rf"^{_DATE}[?~%]{{2,}}$"),
        ("inside", r"[?~%](?=.)"),
        ("long", r"^Y-?\d|^-\d{4}|^\d{4,}[SE]\d|^\d{5,7}(?:-|$)"),
        ("decade", r"^\d{1,3}[?~%]?$|^\d{3,4}s$"),
        ("zero", r"^\d{4}-\d{1,2}(?:-\d{1,2})?[?~%]?$"),
        ("written", r"^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$|^\d{8}$|^\d{1,2}[-./]\d{4}$"),
        ("written", r"^(?=.*\d).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
        ("qualifier", rf"^{_DATE}"),
    )
)


def unread(text: str) -> str:
    """The name of the reason for which one text, without a stroke, has not the form of a date."""
    return next((name for name, sign in _SIGNS if sign.search(text)), "form")


def beyond(year: int, month: int) -> str:
    """The name of the reason for which a date in the right form is none of the calendar."""
    if year == 0:
        return "year"
    if 21 <= month <= 41:  # of EDTF level 1 the seasons, of level 2 the rest
        return "season"
    return "day" if 1 <= month <= 12 else "month"
