"""A question's page: its parameters with what they mean, what they are and what they can be.

In: the question in the metadata, the values that were asked for, and the choices. Out: an
`AskedQuestion`. For the pages of rows: which questions help there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from readouts.site.dates_in_words import dated, in_words


@dataclass(frozen=True)
class Option:
    """A value of a closed list, what it is called, and whether it is asked for."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Parameter:
    """A parameter; with a closed list there is nothing else to ask for, without one the options are proposals."""

    name: str
    meaning: str
    value: str
    closed: bool
    options: tuple[Option, ...]


@dataclass(frozen=True)
class AskedQuestion:
    """The question as it was asked."""

    title: str
    about: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True)
class Help:
    """A question that can be asked of a row, as a path below that of the database."""

    title: str
    name: str
    query: str


def shape(
    asked: Mapping[str, Any], given: Mapping[str, str], choices: Mapping[str, tuple[tuple[str, str], ...]]
) -> AskedQuestion:
    """The question with the values that were asked for; capitals do not matter in a value of a list."""
    return AskedQuestion(
        asked["title"],
        asked["about"],
        tuple(
            Parameter(
                name,
                asked["meanings"].get(name, ""),
                given[name],
                asked["choices"].get(name, {}).get("closed", False),
                tuple(
                    Option(value, label, _folded(given[name]) in (_folded(value), _folded(label)))
                    for value, label in choices.get(name, ())
                ),
            )
            for name in asked["params"]
        ),
    )


def helpful(questions: Mapping[str, Mapping[str, Any]], table: str, row: Mapping[str, Any]) -> tuple[Help, ...]:
    """The questions that can be asked of a row of the table, with their parameters filled in from it."""
    return tuple(
        Help(one["title"], name, urlencode({place["parameter"]: row[place["column"]]}))
        for name, one in questions.items()
        for place in one.get("places", ())
        if place["table"] == table and row.get(place["column"])
    )


def called(value: str, name: str = "", date: str | None = None) -> str:
    """What a value of a list is called; where the list has a date, with the date in words unless the name has it."""
    words = in_words(date) if date else ""
    return f"{name or value}, {words}" if words and words not in name else str(name or value)


def meant(text: str, choices: tuple[tuple[str, str], ...]) -> str:
    """The value that is called so, or where the choices have dates the day in the text; any other text as it is."""
    for value, label in choices:
        if text.strip().casefold() == label.casefold() and text != value:
            return value
    day = re.search(r"\d{4}-\d\d-\d\d", dated(text))
    return day[0] if day and dated(text) != text and any(value != label for value, label in choices) else text


def _folded(text: str) -> str:
    return text.strip().casefold().replace("-", " ")
