"""A text of a sheet that YAML takes for something else, since no quotation marks stand around it: which key it is of.

Why: a parser says "mapping values are not allowed here" where a curator wrote a colon in a note. In: the lines
of a sheet, and the line at which the parser stopped. Out: the key, its line, and what to do; or None.
"""

import re
from dataclasses import dataclass

QUOTED = "Put the text in quotation marks, or write >- behind the key and the text below it."
ENTRIES = " Of a list, write one entry a line, begun by a hyphen."
BRACKET = "the value begins with [ or {, which in YAML begins a list"
COLON = "the text has a colon in it, which in YAML ends a key"
_KEY = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?: +(?P<value>\S.*))?$")
_FOLDED = re.compile(r"[|>][-+0-9]*$")


@dataclass(frozen=True)
class Unquoted:
    """The key whose text is the fault, the line of the key, what is wrong and what to do."""

    key: str
    line: int
    problem: str
    fix: str


def unquoted(lines: list[str], at: int) -> Unquoted | None:
    """The key whose text stands at a line (from 0), on that line or above, if the text is such a fault."""
    above = range(min(at, len(lines) - 1), -1, -1)
    indent = len(lines[at]) - len(lines[at].lstrip()) if at < len(lines) else 0
    for place in above:
        found = _KEY.match(lines[place])
        value = found["value"] if found else None
        if found and value and (place == at or len(found["before"]) < indent):
            if told := _wrong(value, place < at):
                return Unquoted(found["key"], place + 1, *told)
            if place < at:
                return None
        elif found and place < at and len(found["before"]) < indent:
            return None  # a key with keys below it: what stands below is no text
    return None


def _wrong(value: str, goes_on: bool) -> tuple[str, str] | None:
    """What is wrong with a text and what to do; `goes_on` says that the parser stopped on a later line of it."""
    if _FOLDED.match(value):
        return None
    if value[0] in "[{":
        return BRACKET, QUOTED + ENTRIES
    if value[0] in "\"'":
        return (
            "quotation marks stand around a part of the text, or are not closed",
            "Write >- behind the key and the text, with its marks, below it; or put the other kind of marks around it.",
        )
    if value[0] in "&*!%@`|>":
        return f'the text begins with "{value[0]}", which is a sign of YAML', QUOTED
    if ": " in value or value.endswith(":"):
        return COLON, QUOTED
    return (COLON, f"{QUOTED} If the line below it is a key, begin it as far in as this one.") if goes_on else None
