"""How a query is understood: what counts, what is left out, what is read as something else."""

import pytest

from readouts.site.search import record_words, understood_query
from readouts.site.search.understood_query import Note


def called(name, native="", other="", kind="outlet"):
    return {"name": name, "native_name": native, "other_names": other, "kind": kind}


WORDS = {"peskov": 90, "zelensky": 40, "call": 300, "calls": 20, "fake": 8, "fall": 30, "meeting": 70, "setting": 2}
RECORD = record_words.record_words(
    {
        "lexicon": tuple(
            {"word": word, "key": record_words.key(word), "rows": rows} for word, rows in sorted(WORDS.items())
        ),
        "people": (
            called("Dmitry Peskov", "Дмитрий Песков", kind="person"),
            called("Volodymyr Zelensky", kind="person"),
        ),
        "organizations": (
            called("The Washington Post", other="Washington Post; WaPo"),
            called("Russia", other="Moscow", kind="state"),
            called("United States", other="Washington; U.S.; US", kind="state"),
            called("Ministry of Things", other="MoT; Things Ministry", kind="state-body"),
        ),
        "days": ({"day": "2025-07-03"},),
    }
)


def understood(query):
    return understood_query.understood(query, RECORD)


@pytest.mark.parametrize(
    ("query", "words", "empty"),
    [
        ("did the Kremlin confirm the call?", ("Kremlin", "confirm", "call"), ("did", "the")),
        ("who said fake", ("fake",), ("who", "said")),
        ("кто сказал fake", ("fake",), ("кто", "сказал")),
        ("it's Peskov's call, isn't it", ("Peskov", "call"), ("it's", "isn't", "it")),
        ("what did they say", ("what", "did", "they", "say"), ()),
        ("“what did they say” call", ("“what did they say”", "call"), ()),
        ("no call", ("no", "call"), ()),
        ("the call of 3 July 2025", ("call", "3 July 2025"), ("the", "of")),
        ("the 3.7.2025", ("3.7.2025",), ("the",)),
        ("", (), ()),
    ],
)
def test_words_that_carry_nothing_are_left_out(query, words, empty):
    """Small words are dropped and named, but where there are no others, and never inside quotation marks."""
    found = understood(query)
    assert (tuple(term.text for term in found.terms), found.empty) == (words, empty)


@pytest.mark.parametrize(
    ("query", "note", "match"),
    [
        ("pescov", Note("spelling", "pescov", "Peskov"), '"Peskov"*'),
        ("peksov", Note("spelling", "peksov", "Peskov"), '"Peskov"*'),
        ("metting", Note("spelling", "metting", "meeting"), '"meet"*'),
        ("Zelenskyy", Note("name", "Zelenskyy", "Zelensky"), '("zelensky"* OR "Zelenskyi"* OR "Zelenskyy"*)'),
        ("Песков", Note("name", "Песков", "Peskov"), '("Песков"* OR "peskov"*)'),
        ("Пескову", Note("name", "Пескову", "Peskov"), '("Пескову"* OR "peskov"*)'),
        ("WaPo", Note("name", "WaPo", "Washington Post"), '("WaPo" OR "Washington Post")'),
        (
            "things ministry",
            Note("name", "things ministry", "Ministry of Things"),
            '("things ministry" OR "Ministry of Things")',
        ),
        ("U.S.", Note("name", "US", "United States"), '("US" OR "United States")'),
        ("фейк", Note("russian", "фейк", "fake"), '("фейк"* OR "fake"*)'),
        ("July 3", Note("day", "July 3", "3 July 2025"), '("2025 07 03" OR "3 July 2025" OR "July 3 2025")'),
        ("July", Note("month", "July", "July 2025"), '("2025 07" OR "July")'),
        (
            "03/07/2025",
            Note("open", "03/07/2025", "3 July 2025", "7 March 2025"),
            '("2025 07 03" OR "3 July 2025" OR "July 3 2025")',
        ),
    ],
)
def test_what_is_read_as_something_else_is_said(query, note, match):
    """A slip, another spelling, another name, a Russian word, an open day: each is looked for, and noted."""
    found = understood(query)
    assert found.notes == (note,)
    assert sorted(found.terms[0].match.strip("()").split(" OR ")) == sorted(match.strip("()").split(" OR "))


@pytest.mark.parametrize(
    "query", ["peskov", "Peskov", "calls", "fall", "moscow", "xylophone", "mall", "2025", "pure fiction"]
)
def test_what_is_known_or_like_nothing_stays(query):
    """A word that something has is never mended, nor is one that is near nothing, a short word, or a capital."""
    assert understood(query).notes == ()


def test_no_word_of_nothing_is_mended_by_nothing():
    """Without a record there is nothing to be near to."""
    assert understood_query.understood("pescov Песков WaPo", record_words.RecordWords()).notes == ()


@pytest.mark.parametrize(
    ("query", "question"), [("who denied it", True), ("peskov fake?", True), ("peskov fake", False), ("кто", True)]
)
def test_whether_it_is_asked_as_a_question(query, question):
    """A query that opens like a question or ends like one is one."""
    assert understood(query).question is question


def test_kinds_of_what_is_wanted():
    """Days, months, names and words are told apart."""
    kinds = [one.kind for one in understood('peskov call 3 July, February "pure fiction"').wanted]
    assert kinds == ["name", "word", "day", "month", "phrase"]
    assert understood("July 3").times == (("2025-07-03", "2025-07-03"),)
    assert understood("July").times == (("2025-07-01", "2025-07-31"),)
    assert understood("peskov July").times == ()


def test_the_lists_are_in_order():
    """Every Russian word of the list is of a kind and in small letters; function words are words."""
    assert all(word == word.casefold() and english for word, english in record_words._russian())
    assert all(" " not in word for word in understood_query.function_words())
