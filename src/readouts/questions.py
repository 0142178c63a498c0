"""The canned questions: queries in plain words, each with an answer at the first click.

In: `queries/<name>.sql`. A file begins with comments: the question; what the answer
shows, in a sentence; then `-- :parameter = default  what it means`, one line a
parameter. Out: frozen `Question`s.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PARAMETER = re.compile(r":([a-z_]+) = (.*?)(?:  +(.*))?")


@dataclass(frozen=True)
class Question:
    """One question; `defaults` fill its parameters until the reader changes them."""

    name: str
    title: str
    description: str
    defaults: dict[str, str]
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """Every question, by name. Raises ValueError when a file does not say what it asks."""
    found = (
        (file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in files("readouts").joinpath("queries").iterdir()
        if file.name.endswith(".sql")
    )
    return tuple(_question(name, text) for name, text in sorted(found))


def _question(name: str, text: str) -> Question:
    lines = text.split("\n")
    head = [
        line.removeprefix("-- ")
        for line in lines[: next(place for place, line in enumerate(lines) if not line.startswith("-- "))]
    ]
    parameters = [match for line in head if (match := _PARAMETER.fullmatch(line))]
    sentences = [line for line in head if not _PARAMETER.fullmatch(line)]
    if len(sentences) < 2:
        raise ValueError(f"queries/{name}.sql does not begin with a question and a sentence on its answer")
    meanings = [f"{match[1]}: {match[3]}" for match in parameters if match[3]]
    return Question(
        name,
        sentences[0],
        " ".join([*sentences[1:], *meanings]),
        {match[1]: match[2] for match in parameters},
        "\n".join(lines[len(head) :]).strip(),
    )
