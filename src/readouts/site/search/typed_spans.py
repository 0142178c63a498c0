"""Spans of days as people type them: "between 10 and 20 March 2025", "since March 2025", "spring 2025".

In: a text with a mark in the place of each time, and these (`typed_days`). Out: the same, with one
mark for what is one span. A span has its values, years and months where they are whole and
days where not, so that it is looked for as the record writes dates, and its first and last day.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, timedelta

from readouts.site.dates_in_words import in_words
from readouts.site.search.typed_days import MARK, MONTH, Time, bounds, month, number_of

FIRST, LAST = "0001-01-01", "9999-12-31"  # of a span with an open end
_SANE = ("1900", "2101")  # years that somebody means
_SEASONS = {"spring|весн[ауоы]й?": 3, "summer|лето|лета|летом": 6, "autumn|fall|осень|осени|осенью": 9} | {
    "winter|зима|зимы|зимой": 12
}
_PARTS = {"early|beginning of|start of|начало|начале": 0, "mid|middle of|середина|середине": 1} | {
    "late|end of|конец|конце": 2
}
_TO = r"(?:-|–|—|to\b|until\b|till\b|through\b|по\b|до\b)"
_DAY = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_SINCE = r"(?P<since>since|after|starting|с|со|после|від|після)"
_FORMS = {
    "ends": re.compile(
        rf"(?<!\w)(?:(?:from|с|від)\s+)?(?:{MARK}|{_DAY}(?!\w)|(?P<name>{MONTH})(?!\w))\s*{_TO}\s*{MARK}"
        rf"|(?<!\w)(?:between|между|між)\s+(?:the )?"
        rf"(?:{MARK}|(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?!\w)|(?P<name2>{MONTH})(?!\w))"
        rf"\s*(?:and|и|і|та|{_TO})\s*(?:the )?{MARK}",
        re.IGNORECASE,
    ),
    "until": re.compile(rf"{MARK}\s*{_TO}\s*{_DAY}(?!\w)(?:,?\s*(?P<y>(?:19|20)[0-9]{{2}})(?!\w))?", re.IGNORECASE),
    "open": re.compile(
        rf"(?<!\w)(?:{_SINCE}|before|until|till|up to|до|перед)\s+(?:the )?(?:{MARK}|(?P<name>{MONTH})(?!\w))",
        re.IGNORECASE,
    ),
    "season": re.compile(
        rf"(?<!\w)(?:{'|'.join(f'(?P<n{number}>{form})' for form, number in _SEASONS.items())})\s+(?:of\s+)?{MARK}",
        re.IGNORECASE,
    ),
    "part": re.compile(
        rf"(?<!\w)(?:the )?(?:{'|'.join(f'(?P<p{third}>{form})' for form, third in _PARTS.items())})[ -]\s*{MARK}",
        re.IGNORECASE,
    ),
}


def ranges(text: str, found: tuple[Time, ...], known: Collection[str]) -> tuple[str, tuple[Time, ...]]:
    """The text with one mark for each time, spans of days among them, and these in the order of the marks."""
    for name, form in _FORMS.items():
        place = 0
        while match := form.search(text, place):
            before, marks = text[: match.start()].count(MARK), match[0].count(MARK)
            read = _READ[name](match, found[before : before + marks], known)
            place = match.end()
            if read:
                text = f"{text[: match.start()]} {MARK} {text[match.end() :]}"
                found = (*found[:before], read, *found[before + marks :])
                place = match.start() + 3
    return text, found


def _ends(match: re.Match[str], found: tuple[Time, ...], known: Collection[str]) -> Time | None:
    """From one end to the other; the first takes what it lacks, month or year, from the other."""
    last = found[-1].periods[-1][1]
    day, name = match["d"] or match["d2"], match["name"] or match["name2"]
    if day:
        first = f"{last[:8]}{int(day):02}" if found[-1].kind == "day" else ""
    elif name:
        first = _before(f"{number_of(name):02}-01", last)
    elif found[0].sure:
        first = found[0].periods[0][0]
    else:
        first = _before(found[0].periods[0][0][5:], last)
    typed = _typed(match, found)
    return span(typed, first, last, known) if first and _is_day(first) and first <= last else None


def _until(match: re.Match[str], found: tuple[Time, ...], known: Collection[str]) -> Time | None:
    """From a day to another of the same month: March 10 to 20, 2025."""
    if found[0].kind != "day":
        return None
    year = match["y"] or found[0].days[-1][:4]
    first = f"{year}{found[0].days[-1][4:]}"
    last = f"{first[:8]}{int(match['d']):02}"
    return (
        span(_typed(match, found), first, last, known) if _is_day(last) and _is_day(first) and first <= last else None
    )


def _open(match: re.Match[str], found: tuple[Time, ...], known: Collection[str]) -> Time | None:
    """What has one end."""
    time = found[0] if found else month(match["name"], known)
    if not time or time.kind == "range":
        return None
    first, last = time.periods[0]
    if not _SANE[0] < first <= last < _SANE[1]:
        return None
    word = match[0].split()[0].casefold()
    ends = {
        word: (FIRST, last),
        (match["since"] or "").casefold(): (first, LAST),
        "after": (_next(last), LAST),
        "после": (_next(last), LAST),
        "після": (_next(last), LAST),
        "before": (FIRST, _next(first, -1)),
        "перед": (FIRST, _next(first, -1)),
    }
    return span(_typed(match, found), *ends[word], known)


def _season(match: re.Match[str], found: tuple[Time, ...], known: Collection[str]) -> Time | None:
    """Three months; a winter is that which ends in the year."""
    if found[0].kind != "year":
        return None
    number = next(number for number in _SEASONS.values() if match[f"n{number}"])
    year = int(found[0].days[0])
    first = f"{year - (number == 12)}-{number:02}-01"
    last = bounds(f"{year}-{(number + 1) % 12 + 1:02}")[1]
    return span(_typed(match, found), first, last, known)


def _part(match: re.Match[str], found: tuple[Time, ...], known: Collection[str]) -> Time | None:
    """The first ten days of a month, the next ten, the rest."""
    if found[0].kind != "month":
        return None
    third = next(third for third in _PARTS.values() if match[f"p{third}"])
    day, end = bounds(found[0].days[-1])
    first = f"{day[:8]}{third * 10 + 1:02}"
    return span(_typed(match, found), first, end if third == 2 else f"{day[:8]}{third * 10 + 10:02}", known)


_READ: dict[str, Callable[[re.Match[str], tuple[Time, ...], Collection[str]], Time | None]] = {
    "ends": _ends,
    "until": _until,
    "open": _open,
    "season": _season,
    "part": _part,
}


def span(typed: str, first: str, last: str, known: Collection[str]) -> Time | None:
    """A span of days as a time; an open end goes as far as the record does."""
    if not known or not all(one in (FIRST, LAST) or _SANE[0] < one < _SANE[1] for one in (first, last)):
        return None
    from_day = f"{min(known)[:4]}-01-01" if first == FIRST else first
    to_day = f"{max(known)[:4]}-12-31" if last == LAST else last
    values = _values(from_day, to_day)
    if not values:
        return None
    if first == FIRST:
        words = f"until {in_words(last)}"
    else:
        words = f"from {in_words(first)} on" if last == LAST else in_words(f"{first}/{last}")
    return Time(typed, values, sure=False, first=first, last=last, words=words)


def _values(first: str, last: str) -> tuple[str, ...]:
    """The years that are whole in it, of the rest the months, of the rest the days."""
    found: list[str] = []
    here = first
    while here <= last:
        value = next(one for one in (here[:4], here[:7], here) if bounds(one)[0] == here and bounds(one)[1] <= last)
        found.append(value)
        here = _next(bounds(value)[1])
    return tuple(found)


def _next(day: str, days: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _before(day: str, last: str) -> str:
    """The day of the year, 03-10, that is the last before another: of its year, or of the one before."""
    same = f"{last[:4]}-{day}"
    return same if same <= last else f"{int(last[:4]) - 1:04}-{day}"


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _typed(match: re.Match[str], found: tuple[Time, ...]) -> str:
    """What was typed, with the times in the places of their marks."""
    times = iter(found)
    text = " ".join(re.sub(MARK, lambda _: next(times).typed, match[0]).split())
    return re.sub(r" ?([-–—]) ?", r"\1", text)
