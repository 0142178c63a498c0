"""A date of the record in words: "between 25 and 27 November 2025" for 2025-11-25/2025-11-27.

Why: a reader should not have to learn EDTF, and must see that a date is uncertain. In: a cell in the subset of EDTF of
`edtf_dates`. Out: English words; derived tables have them, too, by the SQL function `in_words`.
"""

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNKNOWN = "date not known"

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?", re.ASCII)


def in_words(edtf: str | None) -> str:
    """The date in English words; what is not in the subset comes back as it is."""
    if not edtf:
        return UNKNOWN
    start, slash, end = edtf.partition("/")
    if not all(part == ".." or _DATE.fullmatch(part) for part in (start, end or start)):
        return edtf
    if not slash:
        return _single(start)
    if start == "..":
        return f"by {_single(end)}"
    if end == "..":
        return f"from {_single(start)} on"
    return f"between {_short(start, end)} and {_single(end)}"


def _parts(text: str) -> tuple[str, ...]:
    """Year, month, day and doubt of what is known to be a date; what lacks is empty."""
    match = _DATE.fullmatch(text)
    return match.groups("") if match else ("", "", "", "")


def _single(text: str) -> str:
    year, month, day, doubt = _parts(text)
    words = " ".join(filter(None, (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)))
    words = f"about {words}" if doubt in ("~", "%") else words
    return f"{words} (uncertain)" if doubt in ("?", "%") else words


def _short(start: str, end: str) -> str:
    """The start of an interval without the month and the year that its end repeats."""
    (year, month, day, doubt), (last_year, last_month, last_day, last_doubt) = _parts(start), _parts(end)
    if doubt or last_doubt or year != last_year or bool(day) != bool(last_day) or not month:
        return _single(start)
    if day and month == last_month:
        return str(int(day))
    return _single(start).removesuffix(f" {year}")
