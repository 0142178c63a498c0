"""Slips and strangers: every name of the record is found with one letter wrong, and no word that it lacks becomes another.

Measured over all names that stand for somebody by themselves, each with edits drawn by a fixed
seed, and over `not_in_record.txt`: names and words that the record does not have.
"""

import random
import string
from pathlib import Path

import pytest

from readouts.site.search import record_words, understood_query
from readouts.site.search.terms import beginning

from ..door import records
from .test_answers import as_json, page

SEED, EDITS = 7, 12
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыьэюя"
STRANGERS = tuple(Path(__file__).with_name("not_in_record.txt").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def record(built_file):
    """What the record knows of words."""
    asking = record_words.QUESTIONS.items()
    return record_words.record_words({name: tuple(map(dict, records(built_file, sql))) for name, sql in asking})


def slips(name, rng):
    """Words that are one edit from a name: a letter changed, left out, put in, two turned round."""
    letters = string.ascii_lowercase if name.isascii() else CYRILLIC
    for _ in range(EDITS):
        at = rng.randrange(len(name))
        one = rng.choice(letters)
        yield rng.choice(
            (
                name[:at] + one + name[at + 1 :],
                name[:at] + name[at + 1 :],
                name[:at] + one + name[at:],
                name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
            )
        )


def test_every_name_with_one_letter_wrong_is_found(record):
    """Read as the name where a hand slips so; where it could be another name, offered with one click."""
    rng, counted, lost = random.Random(SEED), 0, []
    for name in (one for one in sorted(record.proper) if len(one) >= 4):
        for typed in slips(name, rng):
            begins = any(record.occurs(way[0]) for way in beginning(typed).ways)
            known = begins or record.named(typed) or record.other((typed,)) or record_words.english(typed)
            if typed == name or len(typed) < 4 or known:
                continue  # what the record has is no slip to it
            counted += 1
            read = understood_query.understood(typed, record)
            near = [note.read.casefold() for note in read.misspelt] + [one.casefold() for _, one in read.like]
            if name not in near and not set(near) & set(record.proper):
                lost.append((name, typed, near))
    assert counted > 1000 and not lost, lost


def test_no_stranger_becomes_a_word_of_the_record(record):
    """Of two hundred names and words that the record does not have, none is read as something that it has.

    A word of another language may be: furniture is read as forniture, which an Italian page has, and the page says so.
    """
    absent = [word for word in STRANGERS if not record.occurs(word) and not record.named(word)]
    turned = {word: read.misspelt for word in absent if (read := understood_query.understood(word, record)).misspelt}
    assert len(absent) >= 200 and set(turned) <= {"furniture"}


@pytest.mark.parametrize("word", ["Vance", "Havana", "зачем", "Tusk", "Fico"])
def test_what_the_record_does_not_have_is_said(door, word):
    """A name that is not there finds nothing and is named, even if something looks like it."""
    answer = as_json(door, word)
    assert answer["results"] == [] and answer["absent"] == [word] and answer["understood_as"] == word
    assert f"Nothing in the record has “{word}”." in page(door, word)


def test_what_is_offered_finds_something(door):
    """What looks like an absent name is a link, where it finds something with the other words; else it is not offered."""
    assert as_json(door, "Tusk")["offered"] == "Musk" and "Did you mean <a" in page(door, "Tusk")
    answer = as_json(door, "Tusk xylophone")
    assert answer["offered"] == "" and "Did you mean" not in page(door, "Tusk xylophone")
    lost = page(door, "pescov xylophone")
    assert "Nothing found" in lost and "Did you mean" not in lost and "“pescov”" in lost


def test_the_rest_of_the_words_where_they_are_most(door):
    """Beside an absent name the other words find what has most of them, and the page says which word nothing has."""
    answer = as_json(door, "Vance Ukraine call")
    assert answer["absent"] == ["Vance"] and answer["results"]
    assert all("Vance" in one["lacks"] for one in answer["results"] if one["kind"] == "most")
    assert as_json(door, "Vance chance")["results"] == []


def test_a_slip_in_the_name_of_a_body_is_mended_by_its_other_words(door):
    """White Huose: what is no name alone is one beside its other word."""
    answer = as_json(door, "White Huose")
    assert [(one["how"], one["typed"], one["read"]) for one in answer["readings"]] == [("spelling", "Huose", "House")]
    assert any(one["address"].endswith("/organizations/white-house") for one in answer["results"][:3])
