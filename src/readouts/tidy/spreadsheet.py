"""What a spreadsheet changed in cells that nobody touched.

Why: Excel and LibreOffice take "041" for a number, "2024-11" for a day and UTF-8 for
another encoding, and write back what they took; some of that breaks no rule of the
record. In: the rows of a table as they are, and as they were at an earlier state. Out: a
finding for every cell that changed as a spreadsheet changes cells. Nothing is put back:
only a person knows whether the change was meant.

An error is a change that nobody makes on purpose; a warning may have been meant.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from readouts.finding import Excerpt, Finding, Rule, Severity, shown
from readouts.package.model import Table
from readouts.read.misread import PAGES, read_back
from readouts.tidy.canonical import Sheet
from readouts.tidy.normal_form import normal

_NUMBER = re.compile(
    r"[-+]?(?=[.,]?\d)(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)?(?:[.,]\d+)?(?:e[-+]?\d{1,4})?", re.I | re.A
)
# What a spreadsheet takes for a date or a time of day: numbers and English names of months and weekdays, nothing else.
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+"
_WEEKDAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*+"
_DATE_TYPED = re.compile(rf"(?=.*\d)(?!\d+$)(?:[-/.:, \d]|{_MONTH}|{_WEEKDAY})++", re.I | re.A)
# How it shows one: with a name of a month in any language, and a time behind the day.
_DATE_SHOWN = re.compile(
    r"(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}[-/.]\d{1,2}|\d{1,2}[-.] ?[^\W\d]{3,}\.?(?:[-. ]\d{2,4})?"
    r"|[^\W\d]{3,}[-.]{1,2}\d{2,4})?\.?(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?",
    re.I,
)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.A)
_EPOCHS = (date(1899, 12, 30), date(1904, 1, 1))
_UNREAD = re.compile("[\ud800-\udfff]")
_ERROR_VALUE = re.compile(r"#{2,}|#[A-Z0-9/]+[!?]?|Err:\d{3}")


@dataclass(frozen=True)
class Change:
    """One way in which a spreadsheet changes a cell; `made` says whether it makes the second text of the first."""

    rule: Rule
    made: Callable[[str, str], bool]


def _misread(before: str, after: str) -> bool:
    if before.isascii():
        return False
    lost = len(before) == len(after) and all(
        old == new or (new in "?\ufffd" and not old.isascii()) for old, new in zip(before, after, strict=True)
    )
    return lost or any(read_back(after, page) == before for page in PAGES)


def _renumbered(before: str, after: str) -> bool:
    # Zeros come off in a spreadsheet, and are put back by hand.
    return not after.endswith(before) and any(
        _same(old, new, after) for old in _numbers(before) for new in _numbers(after)
    )


def _numbers(text: str) -> set[Decimal]:
    """What the text may mean as a number: a comma stands between thousands, or before the decimals."""
    if not _NUMBER.fullmatch(text):
        return set()
    plain = re.sub(r"\s", "", text)
    return {Decimal(plain.replace(",", ""))} | ({Decimal(plain.replace(",", "."))} if plain.count(",") == 1 else set())


def _same(old: Decimal, new: Decimal, after: str) -> bool:
    """Equal, as far as the number has digits: spreadsheets keep 15, and show three of a long number."""
    digits = len(new.normalize().as_tuple().digits)
    rounded = digits >= 3 and ("e" in after.lower() or new.adjusted() >= 15)
    return old == new or (rounded and abs(old - new) <= abs(old) * Decimal(10) ** (1 - digits))


def _redated(before: str, after: str) -> bool:
    iso = _ISO.fullmatch(before)
    if iso and (after == f"{before}-01" or _serial(iso, after)):
        return True
    if not _DATE_TYPED.fullmatch(before) or not _DATE_SHOWN.fullmatch(after):
        return False
    if (iso and _ISO.fullmatch(after)) or (_numbers(before) and _numbers(after)):
        return False
    # A year is added, or cut to two digits; "July 3" may come back as the first of July 2003.
    old, new = ({int(one) % 100 for one in re.findall(r"\d+", text)} for text in (before, after))
    return bool(old & new)


def _serial(iso: re.Match[str], after: str) -> bool:
    """Whether the text is the day as the number that a spreadsheet keeps for it."""
    try:
        day = date(int(iso[1]), int(iso[2]), int(iso[3] or 1))
    except ValueError:
        return False
    return after in {str((day - epoch).days) for epoch in _EPOCHS}


def _truth(before: str, after: str) -> bool:
    return before.lower() in ("true", "false") and after.isupper() and after.isalpha()


_BACK = "Put the earlier text back"
CHANGES = (
    Change(
        Rule(
            "format.misread",
            Severity.ERROR,
            'No cell was read in another encoding ("Ã¤" for "ä"), or lost the letters that one lacks ("?").',
            f"{_BACK}, and open the file as UTF-8 the next time.",
        ),
        _misread,
    ),
    Change(
        Rule(
            "format.number",
            Severity.ERROR,
            "No text was taken for a number and written in another way (041 as 41, 12e5 as 1200000).",
            f"{_BACK}, and open the file with every column as text the next time.",
        ),
        _renumbered,
    ),
    Change(
        Rule(
            "format.error-value",
            Severity.ERROR,
            "No cell became the error of a formula, or the marks of a column that is too narrow (#NAME?, ###).",
            f"{_BACK}.",
        ),
        lambda before, after: bool(_ERROR_VALUE.fullmatch(after)),
    ),
    Change(
        Rule(
            "format.date",
            Severity.WARNING,
            "No text was taken for a day and written in another way (2024-11 as 2024-11-01 or Nov-24).",
            f"{_BACK}, unless the source has the new one.",
        ),
        _redated,
    ),
    Change(
        Rule(
            "format.truth",
            Severity.WARNING,
            "No word was taken for a truth value and written in another way (true as TRUE).",
            f"{_BACK}, unless the source has the new one.",
        ),
        _truth,
    ),
)


def changed(sheet: Sheet, before: Iterable[Mapping[str, str]]) -> list[Finding]:
    """A finding for every cell that a spreadsheet seems to have changed since `before`, the rows as they were.

    `before` has rows by column name, in any order; a row is found again by its key, or by one of which a spreadsheet
    may have made it. Findings are sorted, on the line of the sheet, each with the rule of the change that was seen.
    """
    table = sheet.table
    earlier = {_key(table, row): row for row in map(_normal, before)}
    rows = [dict(zip(table.columns, row, strict=True)) for row in normal(sheet.rows)]
    gone = [earlier[key] for key in earlier.keys() - {_key(table, row) for row in rows}]
    findings = []
    for row, line in zip(rows, sheet.lines, strict=True):
        was = earlier.get(_key(table, row)) or next((old for old in gone if _same_row(table, old, row)), {})
        findings += [found for name in table.columns if (found := _cell(table, row, was, name, line))]
    return sorted(findings)


def _cell(table: Table, row: dict[str, Any], was: Mapping[str, str], name: str, line: int) -> Finding | None:
    change = _change(was.get(name, ""), row[name])
    if change is None:
        return None
    problem = f'"{shown(row[name])}" was "{shown(was[name])}", and looks like the work of a spreadsheet'
    rule, row_id = change.rule, shown(table.row_id(row))
    mark = Excerpt.whole(row[name])
    return Finding(table.path, line, name, rule.slug, row_id, problem, rule.fix, rule.severity, mark)


def _change(before: str, after: str) -> Change | None:
    # A cell with letters that cannot be read is named for that already.
    if before == after or not before or not after or _UNREAD.search(after):
        return None
    return next((change for change in CHANGES if change.made(before, after)), None)


def _same_row(table: Table, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    """Whether a row that lost its key may be this one: each part is the same, or a spreadsheet's."""
    return all(old.get(part) == new[part] or _change(old.get(part, ""), new[part]) for part in table.key)


def _key(table: Table, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(part, "") for part in table.key)


def _normal(row: Mapping[str, str]) -> dict[str, str]:
    return {name: unicodedata.normalize("NFC", cell) for name, cell in row.items()}
