"""What is wrong with a cell, where that is mechanical and exact: one way back, and a name for it.

Why: two hundred cells with `_` for `-` are one fault, however many values they hold. In: a
cell that a rule refused, and its field. Out: the name of the slip, the characters
that deviate, and the cell without them; or the one allowed value that is clearly near.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from rapidfuzz import fuzz, process

from readouts.check.cell_checks import ISO_DAY, VERBATIM
from readouts.check.passage_form import unlike
from readouts.package.model import Field
from readouts.read import edtf_dates
from readouts.read.misread import meant

Span = tuple[int, int]
NEAR, CLEAR = 70, 10  # of a hundred: how like the nearest value is, and how much less like the next
_FORM = ("cell.type", "cell.edtf", "cell.pattern", "cell.not-in-list")
_CASES: dict[str, Callable[[str], str]] = {"": str, "capital letters": str.lower, "small letters": str.upper}
_CALENDAR = re.compile(r"[0-9]{4}-([0-9]{2})(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class Slip:
    """Its name, the places where it stands, and the cell without it."""

    name: str
    spans: tuple[Span, ...]
    instead: str


def slip(rule: str, cell: str, field: Field) -> Slip | None:
    """The slip for which the rule refused the cell; None where no mechanical change makes it good."""
    if rule == "cell.white-space":
        return _spaces(cell)
    if rule == "cell.misread":
        return _misread(cell)
    if rule == "cell.pattern" and field.name in VERBATIM:
        return _passage(cell, field)
    return next(_slips(cell, field), None) if rule in _FORM else None


def near(cell: str, field: Field) -> str:
    """The one value of the field's list that is clearly near, with the same first letter; else empty."""
    (best, score, _), *others = [*process.extract(cell, field.enum, scorer=fuzz.ratio, limit=2), ("", 0, 0)]
    clear = score >= NEAR and score - others[0][1] >= CLEAR
    return best if clear and best[0] == cell[:1] else ""


def calendar(cell: str, _: Field) -> Span:
    """The month that no year has, else the day that the month has not; the whole cell where it is no such date."""
    found = _CALENDAR.fullmatch(cell)
    if not found:
        return 0, len(cell)
    return found.span(2 if "01" <= found[1] <= "12" and found[2] else 1)


def _spaces(cell: str) -> Slip | None:
    """White space at either end, more than one in a row, or another than the plain one."""
    names, spans = [], []
    for found in re.finditer(r"\s+", cell):
        told = list(_told(found[0], found.start() == 0, found.end() == len(cell)))
        names += told
        spans += [found.span()] if told else []
    instead = " ".join(cell.split())
    return Slip(" and ".join(dict.fromkeys(names)), tuple(spans), instead) if instead and spans else None


def _misread(cell: str) -> Slip:
    """The words that were read in another encoding, and the cell as it was meant."""
    words = [found for found in re.finditer(r"\S+", cell) if meant(found[0]) != found[0]]
    return Slip("UTF-8 read in another encoding", tuple(found.span() for found in words), meant(cell))


def _passage(cell: str, field: Field) -> Slip | None:
    """What is wrong with the form of a passage, where there is one way to mend it."""
    found = unlike(cell, field.pattern or "")
    return Slip(found.name, found.spans or ((0, len(cell)),), found.instead) if found and found.instead else None


def _told(run: str, first: bool, last: bool) -> Iterator[str]:
    odd = next((one for one in run if one != " "), "")
    name = f"U+{ord(odd):04X} {unicodedata.name(odd, '').lower()}".strip() if odd else "a space"
    if first or last:
        yield f"{'first' if first else 'last'} character {name}"
    elif len(run) > 1:
        yield "two spaces in a row"
    if odd and not (first or last):
        yield f"{name} for a space"


def _slips(cell: str, field: Field) -> Iterator[Slip]:
    """Letters in the other case, another mark for a hyphen, or both."""
    for mark, (case, changed) in sorted(product(("", *"_./ "), _CASES.items()), key=_parts):
        instead = changed(cell).replace(mark, "-") if mark else changed(cell)
        other = [one != two for one, two in zip(cell, instead, strict=False)]
        if len(instead) == len(cell) and any(other) and _good(instead, field):
            names = [case] * bool(case) + [f'"{mark}" for "-"'] * bool(mark)
            yield Slip(" and ".join(names), _runs(other), instead)


def _parts(slip: tuple[str, tuple[Any, ...]]) -> int:
    mark, (case, _) = slip
    return bool(mark) + bool(case)


def _runs(marks: list[bool]) -> tuple[Span, ...]:
    return tuple(found.span() for found in re.finditer("x+", "".join("x" if one else " " for one in marks)))


def _good(cell: str, field: Field) -> bool:
    try:
        if field.edtf:
            return bool(edtf_dates.parse(cell))
        if field.type == "date":
            return bool(re.fullmatch(ISO_DAY, cell) and date.fromisoformat(cell))
    except ValueError:
        return False
    if field.enum:
        return cell in field.enum
    return bool(field.pattern and re.fullmatch(field.pattern, cell))
