"""What is worked out for a curator: ids by the rule, passages from words."""

import pytest

from readouts.evidence.match import Miss
from readouts.sheet import ids
from readouts.sheet.places import cut, passage_of, shortened
from readouts.sheet.whole import page

from ..check.conftest import TEXT

PAGE = page(TEXT.encode(), "Kremlin denies call “There was […] with the Russian leader.")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2024-11-11", "2024-11-11"),
        ("2025-04-04?", "2025-04-04"),
        ("2025-11-25/2025-11-26", "2025-11"),
        ("2024-11-30/2025-01-02", ""),
        ("../2024-11-10", ""),
        ("2024-11-10/..", ""),
        ("2024-11-10/2025-11", ""),
        ("2024~", "2024"),
        ("", ""),
    ],
)
def test_the_day_of_an_id(date, day):
    """As much of the date as both of its ends share."""
    assert ids.day(date) == day


def test_the_rule_of_each_table():
    """Ids of the record that its rule gives."""
    assert ids.source("2024-10-09", "abc-news", "", "peskov") == "2024-10-09-abc-news-peskov"
    assert ids.source("2025-03-13", "", "news-pravda", "") == "2025-03-13-news-pravda"
    assert (
        ids.statement("2024-10-08", "trump", "", "", "“That’s false,” he said", "") == "2024-10-08-trump-thats-false-he"
    )
    assert ids.statement("2024-11-11", "", "", "the report", "", "Trump course") == "2024-11-11-report-trump-course"
    assert ids.statement("2025-01-19", "", "cnn", "", "", "call planned") == "2025-01-19-cnn-call-planned"
    assert ids.place("s", "moscow-times", "Это ложь, сказал он", True, "") == "s-moscow-times"
    assert ids.place("s", "moscow-times", "Это ложь, сказал он", False, "") == "s-moscow-times-eto-lozh-skazal"
    assert ids.event("2024-11-07", ["trump", "putin"], "call", "") == "2024-11-07-trump-putin-call"
    assert (
        ids.claim("2024-11-07-trump-putin-call", "x", "The call was held.", "call took place")
        == "2024-11-07-call-took-place"
    )
    assert (
        ids.claim("", "2025-04-04-peskov", "Tariffs were discussed in the call.", "")
        == "2025-04-04-tariffs-discussed-call"
    )
    assert ids.participant("e", "putin", "kremlin") == "e-putin" and ids.participant("e", "", "kremlin") == "e-kremlin"
    assert ids.slug("Helmut Brandstätter") == "helmut-brandstatter" and len(ids.slug("a" * 200)) == 80


def test_the_family_name():
    """Stands last in an id, first where it does so in English too; who is nobody has none."""
    assert ids.family_name("vladimir-putin", "RU") == "putin"
    assert ids.family_name("guo-jiakun", "CN") == "guo"
    assert ids.family_name("", "CN") == ids.family_name("", "") == ""


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("no contacts are planned", "He said that no contacts […] planned in the coming days."),
        ("pure fiction", '“There was no call by […] put as Brandstätter’s "undesirable" remark.'),
        (
            "We have not reached this stage yet […] nor shall we",
            "“We have not reached this […] he added, “nor shall we.”",
        ),
        ("in the coming days. “We have not", "He said that no contacts […] he added, “nor shall we.”"),
        ("denies", "Kremlin denies call"),
    ],
)
def test_the_passage_is_the_sentence(words, passage):
    """From the first to the last word of the sentences that hold the words, as the text prints them."""
    assert passage_of(PAGE, words) == passage


def test_a_passage_that_is_given_whole_is_cut():
    """To its ends, if they name that place and no other; ten words stand as they are."""
    whole = "“We have not reached this stage yet,” he added, “nor shall we.” He called it 'untrue'."
    assert shortened(PAGE, whole) == "“We have not reached this […] we.” He called it 'untrue'."
    assert cut("one two") == "one two" and cut("a […] b") == "a […] b"
    assert isinstance(shortened(PAGE, whole.replace("stage", "step")), Miss)
    words = "one two three four five six one two three four five seven eight nine ten eleven."
    assert isinstance(shortened(page(words.encode(), ""), words), Miss)  # its ends would name the shorter of two
    again = page(f"{TEXT}\n\n{whole}\n".encode(), "")
    assert isinstance(shortened(again, whole), Miss)


def test_words_that_stand_nowhere():
    """Are a miss, which shows the nearest place."""
    found = passage_of(PAGE, "no contacts were planned")
    assert isinstance(found, Miss) and "{+are+}" in found.problem
