"""Dates in words: "between 25 and 27 November 2025" for 2025-11-25/2025-11-27.

Why: a reader should not have to learn EDTF, and must see that a date is uncertain. In: a
cell in the subset of EDTF of `readouts.read.edtf_dates`, its basis and its words. Out: a `When`.
"""

import re
from dataclasses import dataclass
from typing import Any

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNKNOWN = "date not known"

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?", re.ASCII)
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?([?~%])?", re.ASCII)


@dataclass(frozen=True)
class When:
    """A date: as it stands in the record, in words, how it is known (a code of the list `basis`), counted from what."""

    edtf: str
    text: str
    basis: str
    words: str


def when(row: dict[str, Any], name: str = "date") -> When:
    """The date of a row whose columns are `name`, `name`_basis and `name`_words, each of which may lack."""
    edtf = row.get(name) or ""
    return When(edtf, in_words(edtf), row.get(f"{name}_basis") or "", row.get(f"{name}_words") or "")


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


def duration(text: str) -> str:
    """An ISO 8601 duration in words, "about" where `~` stands behind; any other text as it is.

    With one bound: PT90M/.. is 90 minutes or more, ../PT60M is 60 minutes at most.
    """
    start, slash, end = text.partition("/")
    known = [part for part in (start, end) if part not in ("", "..")]
    if slash and not all(_DURATION.fullmatch(part) for part in known):
        return text
    if slash and len(known) == 1:
        return f"{duration(start)} or more" if end == ".." else f"{duration(end)} at most"
    if slash and known:
        return f"between {duration(start)} and {duration(end)}"
    match = _DURATION.fullmatch(text)
    parts = [(match[1], "day"), (match[2], "hour"), (match[3], "minute")] if match else []
    words = " ".join(f"{int(count)} {unit}{'' if int(count) == 1 else 's'}" for count, unit in parts if count)
    return f"{'about ' if match and match[4] else ''}{words}" if words else text


def minutes(text: str) -> int:
    """How long a duration is, to put it in order; of one with bounds the first, of any other text nought."""
    match = next(filter(None, (_DURATION.fullmatch(part) for part in text.split("/"))), None)
    days, hours, rest = (int(match[place] or 0) for place in (1, 2, 3)) if match else (0, 0, 0)
    return (days * 24 + hours) * 60 + rest


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


def labelled(label: str) -> str:
    """The label of a statement or a quotation, "who, when: …", with its date in words."""
    who, comma, rest = label.partition(", ")
    date, mark, more = re.findall(r"\A([^\s:,]*)([:,]?)(.*)", rest, re.DOTALL)[0]
    words = in_words(date) if mark and _DATE.match(date.removeprefix("../")) else date
    return f"{who}{comma}{words}{mark}{more}"


def dated(text: str) -> str:
    """The text with days in English words as the record writes them: "3 July 2025", "July 3, 2025" to 2025-07-03."""
    months = "|".join(MONTHS)
    for form in (
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{months})",
        rf"\b(?P<m>{months}) (?P<d>\d{{1,2}})",
    ):
        text = re.sub(rf"{form}(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b", _day, text, flags=re.IGNORECASE)
    return text


def _day(match: re.Match[str]) -> str:
    return f"{match['y']}-{MONTHS.index(match['m'].capitalize()) + 1:02}-{int(match['d']):02}"
