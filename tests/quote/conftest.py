"""The real record as it is held ready for pasted words, made once."""

import sqlite3
from contextlib import closing

import pytest

from readouts.quote.quotations import QUESTIONS, Record, record


def asked(file) -> dict[str, tuple[dict, ...]]:
    """The answers of a built file to the questions of the record."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return {name: tuple(map(dict, connection.execute(sql))) for name, sql in QUESTIONS.items()}


@pytest.fixture(scope="session")
def held(built_file) -> Record:
    """The record of the built file."""
    return record(asked(built_file))
