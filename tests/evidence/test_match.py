"""Quoted words are proven strictly: what is found, what is refused, and what a curator is told.

Small texts are made by hand. Where the five source texts are held (READOUTS_TEXTS, or
../shared/seeds beside the repository), the cases of the record are proven on them too.
"""

import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readouts.evidence.anchors import Anchor, anchors, digest, stands, text_digest, text_fragment, unlike
from readouts.evidence.match import Match, Miss, find_passage, find_words, negation_before, shared_run
from readouts.evidence.source_text import Place, core, index, normalise, words_of

HELD = Path(os.environ.get("READOUTS_TEXTS") or Path(__file__).parents[3] / "shared" / "seeds")
ARTICLES = {"003": "Russian President Vladimir Putin and […] in Ukraine as soon as possible."}


def source(number):
    """One of the five source texts, its body span set; skips where it is not held."""
    paths = sorted(HELD.glob(f"{number}_*.txt")) if HELD.is_dir() else []
    if not paths:
        pytest.skip(f"source text {number} is not held here: set READOUTS_TEXTS to the directory of the texts")
    raw = paths[0].read_text(encoding="utf-8")
    return index(raw, find_passage(index(raw), ARTICLES[number]).place) if number in ARTICLES else index(raw)


def found(text, words):
    """What stands at the match, its segments joined as a curator writes them; the reason of a miss."""
    match = find_words(text, words)
    return match.reason if isinstance(match, Miss) else " […] ".join(map(text.said, match.segments))


BRIEFING_RAW = (
    "The envoy dismissed the report. “There was no call... It is fiction,” he told reporters.\n\n"
    "He said no contacts are planned. “We have not reached this stage yet,” he added, and spoke of “cautious hope.”\n\n"
    "Buy our undesirable mugs today."
)
BRIEFING = index(BRIEFING_RAW)


# What normalising folds


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("“It’s ‘fake’,” he said", "\"It's 'fake',\" he said"),
        ("a\u00adb\u200bc\u2060d\ufeff", "abcd"),
        ("  one \t\r\n\u00a0\u2009two\n", "one two"),
        ("Brandsta\u0308tter", "Brandst\u00e4tter"),
        ("A 28-point PLAN… (1,000) – «да»", "A 28-point PLAN… (1,000) – «да»"),
        ("e\u200b\u0301", "\u00e9"),
    ],
)
def test_normalise_folds_marks_invisible_characters_spaces_and_composition_only(raw, folded):
    """Curls, soft hyphens, zero width, white space and NFC are folded; case, digits and punctuation stay."""
    assert normalise(raw) == folded


@given(st.text())
def test_normalising_again_changes_nothing(raw):
    """normalise(normalise(x)) == normalise(x), for any Unicode."""
    assert normalise(normalise(raw)) == normalise(raw)


@given(st.text(alphabet='aB é.’“”"\n\r\u2028\u200b\u0301U-1'))
def test_an_indexed_text_is_the_normalised_file_and_its_paragraphs_lose_no_word(raw):
    """Dividing a file into paragraphs changes neither its characters nor its words."""
    text = index(raw)
    assert text.normalised == normalise(raw)
    assert [word for place in text.paragraphs for word in text.words(place)] == words_of(text.normalised)


# What a word is


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("same wavelength.Putin first", ["same", "wavelength", "Putin", "first"]),
        ("the U.S. and the U.S.-led 28-point plan", ["the", "U.S.", "and", "the", "U.S.-led", "28-point", "plan"]),
        ("We don't, they'll: \"'fake'\"", ["We", "don't", "they'll", "fake"]),
        (
            "on 25.11.2025 at 10:30, $2.5bn, 1,000 or 5%",
            ["on", "25.11.2025", "at", "10:30", "$2.5bn", "1,000", "or", "5%"],
        ),
        ("July 4.We noted... (and) then", ["July", "4", "We", "noted", "and", "then"]),
        ("he\u0327\u0323llo — «да»", ["h" + unicodedata.normalize("NFC", "e\u0327\u0323") + "llo", "да"]),
    ],
)
def test_words_end_at_spaces_and_punctuation_but_not_inside_abbreviations_and_numbers(said, words):
    """A hyphen, an apostrophe, dotted letters and a mark between digits belong to a word."""
    assert words_of(normalise(said)) == words


def test_core_drops_the_punctuation_around_words_and_none_between_them():
    """The core of a string runs from its first word to its last; a string without words has none."""
    assert core('"pure (or) fiction," ...') == "pure (or) fiction"
    assert core('... "') == ""


# Paragraphs


def paragraphs(raw):
    text = index(raw)
    return [text.said(place) for place in text.paragraphs]


def test_a_hard_wrapped_line_break_is_white_space():
    """In a hard-wrapped file only a blank line, or a line that stops early at a sentence's end, ends a paragraph."""
    raw = "The long first line breaks off in the\nMiddle of what it says and then it\nstops.\n But then\nanother begins\n\nand ends"
    assert paragraphs(raw) == [
        "The long first line breaks off in the Middle of what it says and then it stops",
        "But then another begins",
        "and ends",
    ]


def test_a_line_is_a_paragraph_in_a_file_that_is_not_wrapped():
    """Lines that end sentences are paragraphs of their own."""
    assert paragraphs("He spoke first.\nShe said “no.”\nBoth left.") == ["He spoke first", 'She said "no', "Both left"]
    assert len(paragraphs(f"A title\n{'A long line of many words ' * 5}.\nMenu\nMusic\nSearch")) == 5


def test_a_line_break_inside_a_sentence_ends_no_paragraph():
    """Before a lower-case word, and behind dotted letters, a line break was put by a splitter of sentences."""
    long = "It was said at great length, " * 5
    assert len(paragraphs(f"{long}in the U.S.\nCongress and of the War...\nand then again.\nNext day.")) == 2


# Finding words


@pytest.mark.parametrize(
    "words",
    [
        "It is fiction",
        '"It is fiction,”',
        "There was no call... It is fiction,",
        "fiction",
        "no call […] fiction",
        "told reporters",
    ],
)
def test_words_are_found_whatever_marks_stand_around_them(words):
    """A quotation's outer punctuation may differ from the source's, or be absent."""
    assert isinstance(find_words(BRIEFING, words), Match)


def test_a_match_counts_words_of_the_whole_file_for_each_segment():
    """A match gives each segment's first word, from 0, and its count of words."""
    assert find_words(BRIEFING, "no call […] fiction").segments == (Place(7, 2), Place(11, 1))


@pytest.mark.parametrize(
    ("words", "reason", "nearest"),
    [
        ("desirable", "absent", "[-desirable-]{+undesirable+}"),
        ("We have not reached this stag", "absent", "We have not reached this [-stag-]{+stage+}"),
        ("We have not reached that stage yet", "absent", "We have not reached [-that-]{+this+} stage yet"),
        ("We have reached this stage yet", "absent", "We have {+not +}reached this stage yet"),
        ("There was no call. It is fiction", "absent", "There was no call[-. -]{+... +}It is fiction"),
        ("we have not reached this stage yet", "absent", "[-we-]{+We+} have not reached this stage yet"),
        ("It is fiction […] There was no call", "apart", "There was no call […] It is fiction (word 5)"),
        ("told reporters […] planned", "apart", "told reporters […] planned (word 13)"),
        ("mugs", "outside", "mugs (word 38)"),
        ("quantum chromodynamics", "absent", ""),
        ("[…] fiction", "empty", ""),
        ("…", "empty", ""),
    ],
)
def test_a_miss_says_why_and_shows_the_nearest_place_with_what_differs(words, reason, nearest):
    """Half words, changed, left-out or recased words, other inner dots, another order, two paragraphs: refused."""
    article = find_passage(BRIEFING, "The envoy dismissed […] “cautious hope.”").place
    assert find_words(index(BRIEFING_RAW, article), words) == Miss(reason, nearest)


def test_the_problem_of_a_miss_is_one_sentence_with_the_nearest_place():
    """What a curator reads names what is wrong and shows the source."""
    problem = find_words(BRIEFING, "desirable").problem
    assert problem == "the words do not stand in the source; nearest: [-desirable-]{+undesirable+}"


def test_dots_of_the_source_are_text_and_only_our_cut_cuts():
    """`...`, `…` and `[...]` are looked for as they stand; `[…]` is split off."""
    text = index("First this... then that [...] and so on […] to the end.")
    assert found(text, "this... then that [...] and") == "this... then that [...] and"
    assert found(text, "this [...] that") == "absent"
    assert found(text, "so on […] the end") == "so on […] the end"


@pytest.mark.parametrize(("between", "result"), [(60, "begin […] finish"), (61, "apart")])
def test_parts_stand_at_most_sixty_words_apart(between, result):
    """Sixty words may be cut out between two parts, sixty-one may not."""
    assert found(index(f"begin {'x ' * between}finish"), "begin […] finish") == result


def test_of_several_ways_around_a_cut_the_nearest_pair_is_taken():
    """A part that stands twice counts where it leaves the least out, and where a later part still follows."""
    text = index("a call, a call was planned, a call was denied")
    assert find_words(text, "a call […] planned […] denied").segments == (Place(2, 2), Place(5, 1), Place(9, 1))


def test_parts_may_not_share_words():
    """The words behind a cut stand behind the words before it."""
    assert found(index("one two three"), "one two […] two three") == "apart"


# Inside marks


@pytest.mark.parametrize(
    ("raw", "inside"),
    [
        ("He said: “It is fake news.” So he left.", True),
        ('He said: "It is fake news." So he left.', True),
        ("He said: „It is fake news.“ So he left.", True),
        ("Он сказал: «It is fake news.» So he left.", True),
        ("‘It is fake news,’ he said of the leaders’ call.", True),
        ("He said it is fake news, the leaders’ ’90s word.", False),
        ("He said “it is” fake news “again.”", False),
        ("It said.” It is fake news, he said.", False),
        ("He called “it is fake news and left.", False),
        ('He said."This" It is fake news."And that."', False),
        ("“He says ‘it is fake news’ too,” she said.", True),
        ("“He calls it ‘a call,’ it is fake news,” she said.", True),
        ("“We go on. It is fake news.\n\n“And on,” he said.", True),
        ("He said: “It is fake news.\n\n“And on,” he said.", True),
        ("He said: “It is fake news.\n\nAnd on,” he said.", False),
        ('It said "one","two" and it is fake news "three".', False),
        ('"We "deny" it is fake news," he said.', True),
        ("‘I don’t say it is fake news,’ he said.", True),
        ("“It is fake news.\n\nHe left.", True),
        ('He says:"It is fake news."Then he left.', True),
        ("’Twas said it is fake news in the leaders’ call.", False),
        ("In the '90s it is fake news in the leaders' call.", False),
        ('He left " and it is fake news," he said.', False),
        ('It said", it is fake news." He left.', False),
        ('A "foreign agent."It is fake news, "they" said.', False),
    ],
)
def test_words_count_as_direct_speech_only_inside_one_pair_of_marks(raw, inside):
    """Closing marks, apostrophes and lost partners open nothing; speech that runs on ends with its paragraph."""
    assert find_words(index(raw), "fake news").in_marks is inside


def test_two_pairs_of_marks_are_not_one():
    """Words stitched from two pairs, or from a speaker and a narrator, are found but not inside marks."""
    assert find_words(BRIEFING, "reached this stage […] cautious hope").in_marks is False
    assert find_words(BRIEFING, "reached this stage […] he added").in_marks is False
    assert found(BRIEFING, "reached this stage yet, he added") == "absent"


def test_words_that_stand_twice_are_taken_from_inside_the_marks():
    """A place inside marks goes before an earlier one outside; among equals the earliest."""
    assert find_words(index("A fake, a “fake” and a “fake”."), "fake") == Match((Place(3, 1),), in_marks=True)


def test_words_are_looked_for_within_a_given_place():
    """With a place given, only words inside it are found; elsewhere they are `outside`."""
    text = index("fake one. fake two. fake three.")
    assert find_words(text, "fake", Place(2, 2)).segments == (Place(2, 1),)
    assert find_words(text, "three", Place(2, 2)) == Miss("outside", "three (word 5)")


# Passages


PLAIN = index("He said a. He said b. Then he left. He said c. Then he slept.")


@pytest.mark.parametrize(
    ("passage", "place"),
    [
        ("“He said b. […] he left.”", Place(3, 6)),
        ("Then he slept.", Place(12, 3)),
        ("He said […] left", Place(3, 6)),
        ("said a […] Then", Place(1, 6)),
    ],
)
def test_a_passage_is_the_shortest_span_between_its_ends(passage, place):
    """First words as late, last words as early as can be; an uncut passage is itself."""
    assert find_passage(PLAIN, passage).place == place


@pytest.mark.parametrize(
    ("passage", "reason", "nearest"),
    [
        ("He said […] Then he", "many", "He said […] Then he (word 3); He said […] Then he (word 9)"),
        ("Then he", "many", "Then he (word 6); Then he (word 12)"),
        ("Then he slept […] said b", "order", "said b […] Then he slept (word 4)"),
        ("He slid c", "absent", "He [-slid-]{+said+} c"),
        ("He […] c […] slept", "cuts", ""),
        ("He […]", "empty", ""),
    ],
)
def test_a_passage_that_names_no_place_or_two_is_refused(passage, reason, nearest):
    """A reader must be able to tell the one place that is meant."""
    assert find_passage(PLAIN, passage) == Miss(reason, nearest)


def test_a_passage_outside_the_body_is_refused_and_a_body_makes_it_unique():
    """Only the article counts: what stands around it neither proves nor confuses."""
    text = index(PLAIN.normalised, Place(0, 9))
    assert find_passage(text, "Then he slept") == Miss("outside", "Then he slept (word 12)")
    assert find_passage(text, "Then he").place == Place(6, 2)


def test_nothing_is_found_in_an_empty_text():
    """A file without words has neither words nor passages, and that is no crash."""
    assert find_words(index(" \n"), "call") == find_passage(index(""), "a call") == Miss("absent")


def test_a_body_span_beyond_the_text_is_an_error():
    """A body span is given in words of its text."""
    with pytest.raises(ValueError, match="ends at word 4, the text has 3"):
        index("one two three", Place(1, 3))


# Guards


@pytest.mark.parametrize(
    ("raw", "words", "negation"),
    [
        ("He said no contacts are planned.", "contacts are planned", "no"),
        ("“We have not reached this stage.”", "reached this stage", "not"),
        ("They didn’t at all talk.", "talk", "didn't"),
        ("They Cannot at all talk.", "talk", "Cannot"),
        ("They never said they would talk.", "talk", ""),
        ("They do not in any way talk.", "talk", ""),
        ("No, not now.\n\nWe talk at length.", "We talk", ""),
        ("“We do not want to talk.”", "We do […] talk", "not"),
        ("“We do not yet want to talk.”", "We do […] talk", ""),
        ("“Not this, but we talk.”", "Not this […] we talk", ""),
        ("They note a knot.", "knot", ""),
    ],
)
def test_a_negation_within_three_words_before_any_segment_is_seen(raw, words, negation):
    """What was negated is not quoted as if it were not, also where our own cut took the negation out."""
    text = index(raw)
    assert negation_before(text, find_words(text, words)) == negation


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "not",
        "never",
        "nor",
        "neither",
        "none",
        "nothing",
        "cannot",
        "can't",
        "without",
        "denied",
        "rejected",
        "refused",
    ],
)
def test_every_negation_of_the_rule_is_seen(word):
    """The list of the negation guard is complete."""
    text = index(f"It was {word} a call")
    assert negation_before(text, find_words(text, "call")) == word


def test_our_sentence_shares_no_run_of_eight_words_with_a_source():
    """Eight words in a row are a copy, whatever their case and commas; seven are not."""
    text = index("The two leaders, it said, spoke at length about peace.")
    assert shared_run("It was said: two leaders it said spoke at length", text) == ""
    assert (
        shared_run("The TWO leaders it said; spoke at length about war", text)
        == "the two leaders it said spoke at length about"
    )
    assert shared_run("wo leaders it said spoke at length abou", text) == ""
    assert shared_run("it said spoke", text, length=3) == "it said spoke"


# Anchors


def anchored():
    words = find_words(BRIEFING, "no call […] fiction")
    return anchors("q", BRIEFING, words, find_passage(BRIEFING, "There was no call... […] told reporters."))


def test_anchors_hold_the_parts_of_the_words_and_both_ends_of_the_passage():
    """A segment is named by its column and number, and placed in words of the whole file."""
    assert [(anchor.segment, anchor.start_word, anchor.word_count) for anchor in anchored()] == [
        ("words-1", 7, 2),
        ("words-2", 11, 1),
        ("passage-1", 5, 4),
        ("passage-2", 13, 2),
    ]


def test_a_digest_is_sha256_of_the_normalised_words():
    """Anyone can repeat a digest: `printf 'no call' | sha256sum`."""
    assert (
        anchored()[0].digest == digest("no call") == "d255dab79307ebaf871c924cac2fdb71650ac841e2d1b6ede29db5b13c5e1896"
    )


def test_unedited_cells_are_those_that_were_anchored():
    """Curls and outer marks may change; the digests of the words stay."""
    assert unlike("“no call […] fiction,”", "There was no call […] told reporters", anchored()) == ()


def test_a_quotation_without_words_is_anchored_by_its_passage():
    """The forms that quote no words have a passage, and its two ends are held."""
    held = anchors("q", BRIEFING, None, find_passage(BRIEFING, "The envoy dismissed the report."))
    assert [anchor.segment for anchor in held] == ["passage-1"]
    assert unlike("", "The envoy dismissed the report.", held) == ()


@pytest.mark.parametrize(
    ("words", "passage", "segments"),
    [
        ("no calls […] fiction", "There was no call […] told reporters", ("words-1",)),
        ("no call", "There was no call […] told reporters", ("words-2",)),
        ("no call […] fiction […] it", "There was no call […] told reporters", ("words-3",)),
        ("fiction […] no call", "There was no call […] told reporters", ("words-1", "words-2")),
        ("no call […] fiction", "There was no call told reporters", ("passage-1", "passage-2")),
        ("", "There was no call […] told reporters", ("words-1", "words-2")),
    ],
)
def test_every_edit_of_a_quoted_word_differs_from_its_anchor(words, passage, segments):
    """Without the text, a changed, added, dropped or moved part is still caught, and named."""
    assert unlike(words, passage, anchored()) == segments


def test_an_anchor_stands_only_where_it_says():
    """With the text, the anchored words are at the anchored place, or the anchor is wrong."""
    anchor = anchored()[0]
    assert stands(BRIEFING, anchor)
    assert not stands(BRIEFING, Anchor("q", "words-1", 8, 2, anchor.digest, anchor.text_digest))
    assert not stands(BRIEFING, Anchor("q", "words-1", 7, 3, anchor.digest, anchor.text_digest))
    assert not stands(BRIEFING, Anchor("q", "words-1", 700, 2, anchor.digest, anchor.text_digest))
    assert not stands(BRIEFING, Anchor("q", "words-1", 0, 0, digest(core(BRIEFING.normalised)), anchor.text_digest))


def test_the_digest_of_a_text_follows_its_words_and_not_its_line_breaks():
    """Another edition's white space and curls are the same text; another word is another text."""
    assert text_digest(index("“No\ncall”")) == text_digest(index('"No call"\n'))
    assert text_digest(index("No call")) != text_digest(index("No calls"))


@pytest.mark.parametrize(
    ("passage", "fragment"),
    [
        ("first words […] last words", "#:~:text=first%20words,last%20words"),
        ("“The 28-point, A&B plan.”", "#:~:text=The%2028%2Dpoint%2C%20A%26B%20plan"),
        ("The Kremlin’s […] Brandstätter.", "#:~:text=The%20Kremlin%E2%80%99s,Brandst%C3%A4tter"),
    ],
)
def test_a_text_fragment_encodes_the_ends_of_the_passage(passage, fragment):
    """The dash, the comma and the ampersand are syntax of the directive, so they are percent-encoded."""
    assert text_fragment(passage) == fragment


# Properties


SPEECH = st.text(alphabet='abU é.,-’“”"1\n', max_size=60)


@given(SPEECH, st.data())
def test_a_quotation_cut_at_word_boundaries_is_found_at_its_place(raw, data):
    """Any run of words of a text stands in it, exactly there."""
    text = index(raw)
    assume(text.whole.count)
    start = data.draw(st.integers(0, text.whole.count - 1))
    place = Place(start, data.draw(st.integers(1, text.whole.count - start)))
    assert find_words(text, text.said(place), place).place == place
    assert text.said(find_words(text, text.said(place)).place) == text.said(place)


@given(SPEECH, st.data())
def test_a_quotation_with_one_word_changed_is_never_found(raw, data):
    """One letter more in one word, and the quotation is refused; the correction shown stands in the source."""
    text = index(raw)
    assume(text.whole.count)
    at = data.draw(st.integers(0, text.whole.count - 1))
    said = text.normalised[: text.starts[at]] + "z" + text.normalised[text.starts[at] :]
    miss = find_words(text, said)
    assert isinstance(miss, Miss)
    assert re.sub(r"\[-.*?-\]|\{\+|\+\}", "", miss.nearest) in text.normalised


# The five source texts


def test_words_in_another_order_around_a_cut_are_refused():
    """000: the parts of a remark keep the remark's order."""
    text = source("000")
    assert found(text, "no conversation... This […] pure fiction,") == "no conversation... This […] pure fiction"
    assert found(text, "pure fiction […] There was no conversation") == "apart"


def test_contacts_that_the_source_denies_are_not_quoted_as_planned():
    """002: "contacts are planned" stands behind "no", and is the narrator's."""
    text = source("002")
    match = find_words(text, "contacts are planned in the coming days")
    assert (negation_before(text, match), match.in_marks) == ("no", False)
    assert negation_before(text, find_words(text, "no contacts are planned in the coming days")) == ""


def test_a_quotation_is_refused_without_its_not():
    """002: "reached this stage yet" begins behind "not"."""
    text = source("002")
    assert negation_before(text, find_words(text, "reached this stage yet")) == "not"
    assert negation_before(text, find_words(text, "we have not reached this stage yet,")) == ""


def test_half_a_word_is_refused():
    """003: "desirable" does not stand in "undesirable"; 002: a last word may not be truncated."""
    assert find_words(source("003"), "desirable") == Miss("absent", "[-desirable-]{+undesirable+}")
    assert find_words(source("002"), "not reached this stag") == Miss("absent", "not reached this [-stag-]{+stage+}")


def test_a_narrator_and_a_speaker_are_not_stitched_into_one():
    """002: across marks the words are not direct speech, across paragraphs they are none at all."""
    text = source("002")
    assert find_words(text, "The work is ongoing").in_marks
    assert not find_words(text, "The work is ongoing […] so far").in_marks
    assert found(text, "discussing these nuances […] denied media reports") == "apart"


def test_a_true_quotation_is_refused_in_the_other_text():
    """000 and 001: each wording of one remark stands in its own source only."""
    assert find_words(source("000"), "There was no conversation").in_marks
    assert found(source("001"), "There was no conversation") == "absent"
    assert found(source("000"), "simply fake news") == "absent"
    assert find_words(source("001"), "simply fake news,").in_marks


def test_one_changed_word_is_refused_and_shown():
    """004: the nearest place of the source shows the word to correct."""
    assert find_words(source("004"), "There is a process under review") == Miss(
        "absent", "There is a process under [-review-]{+way+}"
    )


def test_words_of_the_fund_raising_box_are_refused():
    """003: words around the article are in the file, and outside its body."""
    assert find_words(source("003"), "refuse to be silenced").reason == "outside"
    assert find_passage(source("003"), "But to continue […] your help.").reason == "outside"


def test_a_quotation_runs_across_a_line_break():
    """001 is hard-wrapped, 003 broken inside sentences: a line break is white space."""
    assert find_words(source("001"), "published these days, even in quite reputable").in_marks
    assert found(source("003"), "War of Independence... and then") == "War of Independence... and then"


def test_curly_and_straight_marks_and_accents_match():
    """000 mixes straight and curly marks; 001 has an accent that may come decomposed."""
    assert find_words(source("000"), "“This (shows) the most obvious example”").in_marks
    assert found(source("001"), "Helmut Brandsta\u0308tter") == "Helmut Brandst\u00e4tter"
    assert find_words(source("004"), "I wouldn't overstate").in_marks


def test_a_one_word_fragment_is_found_inside_its_marks():
    """004: the one quoted word of a speaker."""
    assert find_words(source("004"), "sell").in_marks


def test_speech_that_lost_its_marks_is_found_outside_them():
    """003: the words stand, the marks do not; the rule then asks for a waiver."""
    match = find_words(source("003"), "We noted that Russia played a role")
    assert (match.place.count, match.in_marks) == (7, False)


def test_passages_of_the_five_texts_lead_back_to_their_words():
    """001: "fake news" stands twice; the passage says which."""
    text = source("001")
    passage = find_passage(text, "“This is a particularly vivid […] during a media briefing.")
    assert passage.place.holds(find_words(text, "fake news", passage.place).place)
    assert not passage.place.holds(find_words(text, "fake news").place)
