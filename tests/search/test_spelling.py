"""One key for all usual spellings of a name: proven against the systems of transliteration of another library."""

import csv
import io
from itertools import combinations

import iuliia
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.build.spelling import cyrillic, key, keys

from ..conftest import ROOT

# The names of the record as Russian and Ukrainian write them, beside what the record calls them.
RUSSIAN = {
    "Дмитрий Песков": "Dmitry Peskov",
    "Владимир Путин": "Vladimir Putin",
    "Юрий Ушаков": "Yuri Ushakov",
    "Кирилл Дмитриев": "Kirill Dmitriev",
    "Мария Захарова": "Maria Zakharova",
    "Павел Зарубин": "Pavel Zarubin",
    "Ведомости": "Vedomosti",
    "Известия": "Izvestia",
}
UKRAINIAN = {
    "Володимир Зеленський": "Volodymyr Zelensky",
    "Георгій Тихий": "Heorhii Tykhyi",
    "Українська правда": "Ukrainska Pravda",
}
# They write х as x (which is ks elsewhere) or ю as û (which is u elsewhere); nobody's name is printed so in a newspaper.
SCHOLARLY = {"gost_7034", "gost_779", "gost_779_alt", "gost_16876", "scientific", "uz"}
FRENCH = {"mvd_310_fr"}  # its ch is sh: a slip of one letter to everybody else, which the search mends and says so
SYSTEMS = tuple(schema for name, schema in sorted(iuliia.schemas.items()) if name not in SCHOLARLY | FRENCH)


def same(one: str, other: str) -> bool:
    """Whether every word of one has a key of the word of the other."""
    pairs = zip(one.split(), other.split(), strict=True)
    return all(set(keys(first)) & set(keys(second)) for first, second in pairs)


def test_there_are_many_systems():
    """The proof is by many systems, not by a few."""
    assert len(SYSTEMS) > 20


@given(st.sampled_from(sorted(RUSSIAN)), st.sampled_from(SYSTEMS), st.booleans())
def test_a_russian_name_meets_every_usual_transliteration(name, system, small):
    """Whatever system a name was written with, in capitals or without, its key is that of the Cyrillic name."""
    written = system.translate(name)
    assert same(name, written.casefold() if small else written), (name, system.name, written)


@pytest.mark.parametrize(("native", "name"), [*RUSSIAN.items(), *UKRAINIAN.items()])
def test_a_name_in_cyrillic_meets_the_record_s(native, name):
    """The record's English spelling and the native one share a key, in Ukrainian with г as h."""
    assert same(native, name) and cyrillic(native) and not cyrillic(name)


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenski Зеленський Зеленский",
        "Dmitry Dmitri Dmitrij Dmitriy Dmitrii Дмитрий",
        "Ushakov Uschakow Ušakow Ушаков",
        "Dmitriev Dmitriyev Dmitrijew Дмитриев",
        "Zakharova Zaharova Захарова",
        "Yuri Yuriy Yury Iouri Jurij Iurii Юрий",
        "Heorhii Heorhiy Георгій",
    ],
)
def test_usual_spellings_meet(spellings):
    """English, German, French and passport spellings of a name are one name."""
    first, *others = spellings.split()
    assert all(same(first, other) for other in others), {one: keys(one) for one in spellings.split()}


def test_different_names_of_the_record_stay_apart():
    """No two words of people's names fall together but for spellings of one name."""
    rows = csv.DictReader(io.StringIO((ROOT / "data" / "people.csv").read_text(encoding="utf-8")))
    words = {word.casefold() for row in rows for word in row["name"].split()}
    together = {tuple(sorted(two)) for two in combinations(words, 2) if key(two[0]) == key(two[1])}
    assert together <= {("steve", "steven"), ("alexei", "alexey")}


@given(st.text())
def test_any_text_has_a_key_of_letters_and_digits(text):
    """A key is small letters and digits of ASCII, whatever the word."""
    assert all(one.isascii() and (one.islower() or one.isdigit()) for one in key(text))
