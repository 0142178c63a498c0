"""The canned questions: queries in plain words, each with an answer at the first click.

In: `queries/<name>.sql`. A file begins with comments, one a line: the question; what the
answer shows, in a sentence; then at will

    Example: the question in other words, for the home page
    In short: what the answer shows, in one line
    Shown: column, column + what stands with it in one cell, ...    the columns on the page; files have all
    :parameter = default  what it means
    :parameter one of SELECT ...    a closed list: value, and at will what it is called
    :parameter any of SELECT ...    proposals: any other value will do, too
    on TABLE: :parameter = COLUMN   rows of the table lead to the question, asked of themselves

Whom and what a reader is asked of for example says datapackage.json (`exampleQuestions`): a
name is the record's and never the code's. Out: frozen `Question`s.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from readouts.vocabulary import Vocabulary
from readouts.vocabulary.each import in_sql

_PARAMETER = re.compile(r":([a-z_]+) = (.*?)(?:  +(.*))?")
_CHOICES = re.compile(r":([a-z_]+) (one|any) of (SELECT .*)")
_PLACE = re.compile(r"on ([a-z_]+): :([a-z_]+) = ([a-z_]+)")
_EXAMPLE = re.compile(r"Example: (.*)")
_SHORT = re.compile(r"In short: (.*)")
_SHOWN = re.compile(r"Shown: (.*)")


@dataclass(frozen=True)
class Choices:
    """What a parameter can be: the first column of a query, the second what it is called; `closed`: nothing else."""

    closed: bool
    sql: str


@dataclass(frozen=True)
class Place:
    """Where a question helps: on the rows of `table`, with `parameter` filled from `column`."""

    table: str
    parameter: str
    column: str


@dataclass(frozen=True)
class Question:
    """One question; `defaults` fill its parameters until the reader changes them.

    `shown` are the columns on the page, each with those whose values stand in its cells; where it is empty, all are.
    """

    name: str
    title: str
    about: str
    defaults: dict[str, str]
    sql: str
    meanings: dict[str, str] = field(default_factory=dict)
    choices: dict[str, Choices] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    example: str = ""
    short: str = ""
    shown: tuple[tuple[str, ...], ...] = ()

    @property
    def description(self) -> str:
        """What the answer shows, and what the parameters mean."""
        return " ".join([self.about, *(f"{name}: {meaning}" for name, meaning in self.meanings.items())])


@cache
def questions() -> tuple[Question, ...]:
    """Every question, by name. Raises ValueError when a file does not say what it asks."""
    found = (
        (file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in files("readouts.serve").joinpath("queries").iterdir()
        if file.name.endswith(".sql")
    )
    return tuple(question(name, text) for name, text in sorted(found))


def asked(descriptor: Mapping[str, Any], vocabulary: Vocabulary) -> tuple[Question, ...]:
    """Every question as this record asks it: its SQL for its sides, its defaults and words from `exampleQuestions`.

    Raises ValueError when an example names a question or a parameter that there is not.
    """
    examples = {one.get("question", ""): one for one in descriptor.get("exampleQuestions", ())}
    if unknown := sorted(examples.keys() - {one.name for one in questions()}):
        raise ValueError(_wrong(f'there is no question "{unknown[0]}"', (one.name for one in questions())))
    return tuple(_asked(one, examples.get(one.name, {}), vocabulary) for one in questions())


def lost_defaults(asked_for: Iterable[Question], connection: sqlite3.Connection) -> str:
    """The first default that its closed list does not have, in words with the remedy; "" when each has its own.

    A reader who opens the question would be shown an answer to something else.
    """
    for one in asked_for:
        for name, choices in one.choices.items():
            if not (choices.closed and one.defaults[name]):
                continue
            values = [str(row[0]) for row in connection.execute(choices.sql)]
            if one.defaults[name] not in values:
                return _wrong(
                    f'{one.name} is asked with {name} "{one.defaults[name]}", which the record has not', values
                )
    return ""


def _asked(one: Question, example: Mapping[str, Any], vocabulary: Vocabulary) -> Question:
    values = {given["name"]: given["value"] for given in example.get("parameters", ())}
    if unknown := sorted(values.keys() - one.defaults.keys()):
        raise ValueError(_wrong(f'{one.name} has no parameter "{unknown[0]}"', one.defaults))
    words = example.get("words", one.example)
    return replace(one, sql=in_sql(one.sql, vocabulary), defaults=one.defaults | values, example=words)


def _wrong(problem: str, known: Iterable[str]) -> str:
    return f"exampleQuestions in datapackage.json: {problem}. Name one of: {', '.join(known) or 'none'}."


def question(name: str, text: str) -> Question:
    """One question from the text of its file.

    Raises ValueError when the text does not begin with a question and a sentence on its answer, or speaks of a
    parameter that it does not have.
    """
    lines = text.split("\n")
    head = [
        line.removeprefix("-- ")
        for line in lines[: next(place for place, line in enumerate(lines) if not line.startswith("-- "))]
    ]
    forms = (_PARAMETER, _CHOICES, _PLACE, _EXAMPLE, _SHORT, _SHOWN)
    parameters, choices, places, examples, shorts, shown = (_all(form, head) for form in forms)
    taken = {match[0] for match in (*parameters, *choices, *places, *examples, *shorts, *shown)}
    sentences = [line for line in head if line not in taken]
    if len(sentences) < 2:
        raise ValueError(f"queries/{name}.sql does not begin with a question and a sentence on its answer")
    defaults = {match[1]: match[2] for match in parameters}
    odd = {match[1] for match in choices} | {match[2] for match in places}
    if odd - set(defaults):
        raise ValueError(f"queries/{name}.sql has no parameter {', '.join(sorted(odd - set(defaults)))}")
    return Question(
        name,
        sentences[0],
        " ".join(sentences[1:]),
        defaults,
        "\n".join(lines[len(head) :]).strip(),
        {match[1]: match[3] for match in parameters if match[3]},
        {match[1]: Choices(match[2] == "one", match[3]) for match in choices},
        tuple(Place(match[1], match[2], match[3]) for match in places),
        examples[0][1] if examples else "",
        shorts[0][1] if shorts else "",
        tuple(tuple(cell.split(" + ")) for cell in shown[0][1].split(", ")) if shown else (),
    )


def _all(form: re.Pattern[str], head: list[str]) -> list[re.Match[str]]:
    return [match for line in head if (match := form.fullmatch(line))]
