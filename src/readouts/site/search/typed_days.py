"""Days and months as people type them: "3 July 2025", "Nov. 7th", "03.07.2025", "18 марта", "February".

In: what was typed, and which days and years the record has. Out: the text with a mark in the
place of each, and what each mark stands for. A year alone is a time as well; spans of days,
"10 to 20 March 2025", are read by `typed_spans`. A day without a year is that day of any year of
the record, of those that the record has if it has one. 03/07/2025 has the day first, unless
the record has only the other day; either way the other reading is kept, so that the page can offer it.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from readouts.read.edtf_dates import parse
from readouts.site.dates_in_words import MONTHS, in_words

MARK = "\ue000"  # no letter of any language: it stands where a day stood
_RUSSIAN = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября"),
    "декабря",
)
_RUSSIAN_ALONE = (
    *("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь"),
    "декабрь",
)
_UKRAINIAN = (
    *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня"),
    *("листопада", "грудня"),
)
_NAMES = {
    name.casefold(): place
    for names in (MONTHS, tuple(name[:3] for name in MONTHS), _RUSSIAN, _RUSSIAN_ALONE, _UKRAINIAN)
    for place, name in enumerate(names, 1)
} | {"sept": 9}
# What is a word as well ("may"), or a part of one ("Mar-a-Lago"), is no month by itself.
_CUT = ("feb", "aug", "oct", "nov", "dec")
_ALONE = {name for name in _NAMES if len(name) > 4} | {
    "june",
    "july",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "март",
}
MONTH = "|".join(sorted(_NAMES, key=len, reverse=True))
_YEAR = r"(?P<y>[0-9]{4})(?![0-9])(?: ?(?:года|г\.|року))?"
_FORMS = tuple(
    re.compile(rf"(?<![\w.]){form}", re.IGNORECASE)
    for form in (
        r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})(?!\w)",
        r"(?P<d>[0-9]{1,2})(?P<mark>[./-])(?P<m>[0-9]{1,2})(?P=mark)(?P<y>[0-9]{4}|[0-9]{2})(?!\w)",
        r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?!\w)",
        rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|-?го|-?е)?[ -]?(?:of )?(?P<name>{MONTH})(?!\w)\.?(?:,?[ -]{_YEAR})?",
        rf"(?P<name>{MONTH})\.?[ -](?:the )?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,? {_YEAR})?",
        rf"(?P<name>{MONTH})\.?,? (?:of )?{_YEAR}",
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})(?![\w-])",
        # Not what is left of a day that is in no calendar: 30 February 2025, 13/13/2025.
        r"(?<![/-])(?<![0-9] )(?<![0-9], )(?P<y>(?:19|20)[0-9]{2})(?![\w/-])(?: (?:года|году|г\.|року|році)(?!\w))?",
    )
)
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"“”»]")  # what stands in quotation marks is looked for as it is


@dataclass(frozen=True)
class Time:
    """A time that was typed: the `days` (2025-07-03), months (2025-07) or years it is read as, and could be.

    Of a span of days `first` and `last` are its ends, and `words` what it is in words.
    """

    typed: str
    days: tuple[str, ...]
    other: tuple[str, ...] = ()
    sure: bool = True
    first: str = ""
    last: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """What it is read as, in words."""
        return self.words or " or ".join(map(in_words, self.days))

    @property
    def otherwise(self) -> str:
        """What else it could be, in words."""
        return " or ".join(map(in_words, self.other))

    @property
    def kind(self) -> str:
        """What it is: a day, month, year or range."""
        return "range" if self.first else {4: "year", 7: "month"}.get(len(self.days[0]), "day")

    @property
    def whole(self) -> bool:
        """Whether it is a day, and nothing longer."""
        return self.kind == "day"

    @property
    def periods(self) -> tuple[tuple[str, str], ...]:
        """The first and the last day of each time that it is."""
        return ((self.first, self.last),) if self.first else tuple(map(bounds, self.days))


def bounds(value: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    year, *rest = value.split("-")
    if len(rest) == 2:
        return value, value
    if not rest:
        return f"{year}-01-01", f"{year}-12-31"
    return f"{value}-01", f"{value}-{monthrange(int(year), int(rest[0]))[1]:02}"


def times(text: str, known: Collection[str]) -> tuple[str, tuple[Time, ...]]:
    """The text with a MARK for each day and month in it, and these, in the order of the marks.

    `known` are the days that the record has.
    """
    text = text.replace(MARK, " ")
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[tuple[int, int, Time]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            read = _time(match, known)
            taken = (*quoted, *(one[:2] for one in found))
            if read and not any(start < match.end() and match.start() < end for start, end in taken):
                found.append((*match.span(), read))
    parts, here = [], 0
    for start, end, _ in sorted(found, key=lambda one: one[:2]):
        parts += [text[here:start], f" {MARK} "]
        here = end
    return "".join([*parts, text[here:]]), tuple(one[2] for one in sorted(found, key=lambda one: one[:2]))


def written(text: str, known: Collection[str] = ()) -> str | None:
    """The one day, month or span that a text means, as the record writes it; None where it means none.

    As printed ("between 25 and 27 November 2025") it is looked for among the dates of a column
    (`work.py`), here it is any form in which days and months are typed.
    """
    text = text.strip()
    try:
        parse(text)
    except ValueError:
        pass
    else:
        return text
    rest, found = times(text, known)
    alone = len(found) == 1 and rest.strip() == MARK and bool(found[0].days)
    return found[0].days[0] if alone and len(set(found[0].days)) == 1 else None


def number_of(name: str) -> int:
    """Which month of the year a name is."""
    return _NAMES[name.casefold()]


def month(word: str, known: Collection[str]) -> Time | None:
    """The month that a word is by itself, of every year in which the record has a day of it."""
    if word.casefold() not in _ALONE:
        return None
    every = tuple(f"{year}-{_NAMES[word.casefold()]:02}" for year in _years(known))
    had = {day[:7] for day in known}
    return Time(word, tuple(one for one in every if one in had) or every, sure=False) if every else None


def _time(match: re.Match[str], known: Collection[str]) -> Time | None:
    given = match.groupdict()
    year, typed = given.get("y"), match[0].strip()
    years = [f"20{year}" if len(year) == 2 else year] if year else _years(known)
    if not given.get("name") and not given.get("m"):
        return Time(typed, (years[0],)) if int(years[0]) else None
    number = _NAMES[given["name"].casefold()] if given.get("name") else int(given["m"])
    if not given.get("d"):
        return Time(typed, (f"{years[0]}-{number:02}",)) if 1 <= number <= 12 and int(years[0]) else None
    first = _days(years, number, int(given["d"]))
    # Points have the day first wherever they are written, but where that is no day; others leave it open.
    marks = ("/", "-") if first else ("/", "-", ".")
    turned = _days(years, int(given["d"]), number) if given.get("mark") in marks else ()
    if turned == first or not first or not turned:
        sure = bool(year) and (bool(first) or given.get("mark") != ".")
        return Time(typed, _had(first or turned, known), sure=sure) if first or turned else None
    if turned[0] in known and first[0] not in known:
        first, turned = turned, first
    return Time(typed, first, turned, False)


def _days(years: Iterable[str], number: int, day: int) -> tuple[str, ...]:
    """The days of that name that there are."""
    found = []
    for year in years:
        try:
            found.append(date(int(year), number, day).isoformat())
        except ValueError:
            continue
    return tuple(found)


def _had(days: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(day for day in days if day in known) or days


def _years(known: Collection[str]) -> list[str]:
    return sorted({day[:4] for day in known})
