"""The one way to say that something is wrong with the data.

Why: a curator, a terminal, GitHub and a test all read the same findings; an
exception is kept for a broken tool or wrong usage. In: what a check saw. Out: frozen
values, sorted by place, that the modules of `report/` turn into text.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """Something that must hold: its slug, how much a break weighs, the sentence, and what to do about a break."""

    slug: str
    severity: Severity
    description: str
    fix: str


class NotWhole(ValueError):
    """Files of a rule or of a derived table of ours that are not whole: which, and what to add."""


@dataclass(frozen=True)
class Excerpt:
    """The cell, else the line, in which a fault stands, as it is written; the fault is `text[start:end]`.

    `also` are further places of the same fault. `slip` names it where it is mechanical
    and exact (`"_" for "-"`), and `instead` is then the text without it; where there is no
    such name, `instead` is the one value allowed there that is clearly near, if there is one.
    """

    text: str
    start: int
    end: int
    also: tuple[tuple[int, int], ...] = ()
    slip: str = ""
    instead: str = ""

    @classmethod
    def whole(cls, text: str) -> "Excerpt":
        """An excerpt in which everything is the fault."""
        return cls(text, 0, len(text))


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong at one place.

    `path` is relative to the package's root, with forward slashes. `line` is the
    physical line of the file, from 1; 0 stands for the file as a whole. `column` is the
    name of the column, `row_id` the row's key, and either is empty where none applies.
    `excerpt` is what stands there, raw: a report escapes it; None where nothing does.
    """

    path: str
    line: int
    column: str
    rule: str
    row_id: str
    problem: str
    fix: str
    severity: Severity = Severity.ERROR
    excerpt: Excerpt | None = field(default=None, compare=False, repr=False)


def shown(text: str, limit: int = 60) -> str:
    """The text as a report may print it: shortened, with nothing that moves a cursor or turns the line."""
    return visible(text if len(text) <= limit else text[: limit - 1] + "…")


def at(path: str) -> str:
    """The path as it may begin a line: as it was given, unless it could be taken for a command.

    It cannot if a letter, a digit, a dot or a slash begins it.
    """
    shown_path = visible(path)
    return shown_path if shown_path[:1].isalnum() or shown_path[:1] in (".", "/") else f"./{shown_path}"


def quiet(text: str) -> str:
    """The text without what the old form of a command of GitHub's begins with, which is one wherever it stands."""
    return text.replace("##[", "##\\[")


def visible(text: str) -> str:
    """The text with `\\u202e`-like escapes for control, format (bidirectional, zero-width) and surrogate characters."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)
