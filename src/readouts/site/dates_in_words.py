"""Dates and durations as pages show them, and as readers type them.

In: a cell in the subset of EDTF of `readouts.read.edtf_dates`, its basis and its words. Out: a `When`, which has the
date in the words of `readouts.read.dates_in_words`.
"""

import re
from dataclasses import dataclass
from typing import Any

from readouts.read.dates_in_words import MONTHS, in_words

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
