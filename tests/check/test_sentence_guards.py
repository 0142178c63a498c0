"""What stands around a quotation: negations and hedges of its clause, other voices, the end of the passage, the name."""

import pytest

from readouts.check.known_names import Names, names
from readouts.evidence.sentences import sentence
from readouts.evidence.source_text import index

from ..conftest import TODAY, check
from .conftest import SOURCE, TEXT, anchored, quote


def told(copy, folder, text, words, passage, form="fragment"):
    """The warnings on the quotation of the minimal package, with other sentences in its text."""
    (folder / "report.txt").write_text(text + "\n\n" + TEXT, encoding="utf-8")
    copy.write("texts", [])
    copy.write("anchors", [])
    copy.add("texts", source_id=SOURCE, file="report.txt", extent="whole", body="")
    quote(copy, words, passage, form)
    anchored(copy, folder)
    found = check(copy.root, TODAY, [folder]).findings
    return {one.rule: one.problem for one in found if one.row_id == "peskov-fiction"}


@pytest.mark.parametrize(
    ("text", "words", "rule", "what"),
    [
        ("Peskov never at any point confirmed the call by phone.", "the call by phone", "quote.negation-far", "never"),
        ("Peskov didn’t at any point confirm the call by phone.", "the call by phone", "quote.negation-far", "didn't"),
        ("Nobody sits. Peskov may confirm a call by phone.", "a call by phone", "quote.hedge", "may"),
        ("Peskov told of a supposedly long call by phone.", "call by phone", "quote.hedge", "supposedly"),
        ("Peskov spoke of a call that was not at all long or kind.", "a call […] or kind", "quote.negation-cut", "not"),
        ("Peskov spoke of a call that was perhaps long and kind.", "a call […] and kind", "quote.negation-cut", "perhaps"),
        # It belongs to something else:
        ("On 7 May Peskov told of a call by phone.", "a call by phone", None, ""),  # a month
        ("Peskov never spoke. He told of a call by phone.", "a call by phone", None, ""),  # another sentence
        ("Peskov never spoke of it, but he made a call by phone.", "a call by phone", None, ""),  # another clause
        ("Peskov was not at the talks; of late he made a call.", "a call", None, ""),
        ("Peskov called it “nothing terrible” after all in a call.", "a call", None, ""),  # another quotation
        ("Peskov was not one to call, nor will he ever call.", "nor will he ever call", None, ""),
        ("Peskov will not confirm that a call took place.", "will not confirm that a call", None, ""),  # it is quoted
    ],
)  # fmt: skip
def test_what_negates_or_hedges_the_words(held, text, words, rule, what):
    """A negation or a hedge of the clause that is left out is told with its word; one of another clause is not."""
    passage = " ".join(text.split(" […] ")[0].rstrip().split()[-10:])
    found = told(*held, text, words, passage, "own")
    assert set(found) == ({rule} if rule else set())
    assert not rule or f'"{what}" ' in found[rule]


@pytest.mark.parametrize(
    ("passage", "rule", "what"),
    [
        ("a call took place on Monday.", "passage.negation", '"denied"'),
        ("Peskov denied that on Friday […] call took place on Monday.", None, ""),
        ("Peskov denied that on Friday […] on Monday. The U.S. side", "passage.runs-on", '"is silent'),
        ("Peskov denied that on Friday […] The U.S. side is silent.", None, ""),
        ("Peskov denied that on Friday", None, ""),  # part of one sentence
    ],
)
def test_what_a_passage_leaves_out(held, passage, rule, what):
    """A passage begins with the negation of its sentence, and ends with a sentence if it holds more than one."""
    text = "Peskov denied that on Friday or later a call took place on Monday. The U.S. side is silent."
    found = told(*held, text, "", passage, "indirect")
    assert set(found) == ({rule} if rule else set())
    assert not rule or what.split()[0] in found[rule]


@pytest.mark.parametrize(
    ("text", "words", "form", "found"),
    [
        ("Trump called it “a hoax” at noon.", "a hoax", "fragment", "Donald Trump"),
        ("“It is a hoax. It stinks,” said Trump’s man.", "It is a hoax", "direct", "Donald Trump"),
        ("“It is a hoax,” Peskov said of Trump.", "It is a hoax", "direct", ""),
        ("“It is a hoax,” the Kremlin said of Trump.", "It is a hoax", "direct", ""),  # the body for which he speaks
        ("“It is a hoax,” he told Donald Trump.", "It is a hoax", "direct", ""),  # whom he told it
        ("“It is a hoax,” according to Donald Trump.", "It is a hoax", "direct", "Donald Trump"),
        ("“It is a hoax,” he said. Trump was silent.", "It is a hoax", "direct", ""),  # another sentence
        ("“It is a hoax,” he said of what Trump did.", "It is a hoax", "direct", ""),  # of whom, and not who
        ("“It is a hoax,” сказал он о Trump.", "It is a hoax", "direct", ""),
        ("“It is a hoax,” Trump said before he left.", "It is a hoax", "direct", "Donald Trump"),
        ("Trump spoke at noon: it was “a hoax” to him.", "Trump spoke at noon", "own", ""),
        ("“It is a hoax,” he said.", "It is a hoax", "own", "quotation marks"),
    ],
)
def test_words_of_another_voice(held, text, words, form, found):
    """Marks whose sentence names another and not the speaker; and own words have no marks around them."""
    assert ("quote.another-voice" in (rules := told(*held, text, words, text, form))) is bool(found)
    assert not found or found in rules["quote.another-voice"]


def speakers(copy, folder, text, **cells):
    """Whether the text names who speaks, with other cells in the statement."""
    for column, value in cells.items():
        copy.change("statements", "peskov-denies", column, value)
    copy.change("statements", "peskov-denies", "date_words", "")
    (folder / "report.txt").write_text(text + "\n\n" + TEXT.split("\n\n")[-2], encoding="utf-8")
    copy.write("anchors", [])
    copy.write("texts", [])
    copy.add("texts", source_id=SOURCE, file="report.txt", extent="whole", body="")
    quote(copy, "pure fiction", "it “pure fiction” at noon.")
    anchored(copy, folder)
    return [one.problem for one in check(copy.root, TODAY, [folder]).findings if one.rule == "quote.speaker"]


PESKOV = "Peskov called it “pure fiction” at noon."


@pytest.mark.parametrize(
    ("text", "cells", "found"),
    [
        (PESKOV, {}, False),
        (PESKOV, {"speaker_id": "vladimir-putin"}, True),
        ("Peskow called it “pure fiction” at noon.", {}, False),  # as German spells him
        ("Песков, от имени Пескова: it “pure fiction” at noon.", {}, False),
        ("Сегодня утром он сказал Дмитрию Пескову it “pure fiction” at noon.", {}, False),
        ("The Kremlin called it “pure fiction” at noon.", {}, False),  # the body, in the same sentence
        ("The Kremlin is silent. He called it “pure fiction” at noon.", {}, True),
        ("هو قال هذا اليوم في موسكو " * 5 + "it “pure fiction” at noon.", {}, False),  # no form of him in these letters
        ("An aide called it “pure fiction” at noon.", {"speaker_id": "", "speaker_label": "an aide to Trump"}, False),
        ("A friend called it “pure fiction” at noon.", {"speaker_id": "", "speaker_label": "an aide to Trump"}, True),
        ("Tass called it “pure fiction” at noon.", {"speaker_id": ""}, True),
    ],
)
def test_the_text_names_who_speaks(held, text, cells, found):
    """By a surname in any of its spellings and cases, by a title, a label, or by the body in the sentence."""
    assert bool(speakers(*held, text, **cells)) is found


def test_a_title_names_its_person(held):
    """A title of two words or more stands for the name; one word names too many."""
    copy, folder = held
    text = "The press secretary is silent. Asked again, the man called it “pure fiction” at noon."
    for title, found in (("press secretary", False), ("secretary", True)):
        copy.change("roles", "dmitry-peskov-kremlin", "title", title)
        assert bool(speakers(copy, folder, text)) is found


@pytest.mark.parametrize(
    ("raw", "word", "found"),
    [
        ("One is. Two are.", 2, "Two are"),
        ("He met U.S. President Trump. Then he left.", 2, "He met U.S. President Trump"),
        ("It was on Nov. 7 with Mr. Smith. So it was.", 0, "It was on Nov. 7 with Mr. Smith"),
        ("on the same wavelength.Putin first announced it.", 4, "Putin first announced it"),
        ("“Is it so?” he asked. “It is.” He left.", 0, "Is it so?\" he asked"),
        ("“It is. It was.” He left.", 0, "It is"),
        ("It rose 3.5 per cent. Good.", 0, "It rose 3.5 per cent"),
        ("A line.\n\nanother paragraph", 2, "another paragraph"),
        ("Он сказал. Она молчит.", 2, "Она молчит"),
        ("Il parle. « Nous voici », dit-il.", 2, "Nous voici », dit-il"),
    ],
)  # fmt: skip
def test_where_a_sentence_ends(raw, word, found):
    """At a mark before a capital, not behind initials and short forms, and never over a paragraph."""
    text = index(raw)
    assert text.said(sentence(text, word)) == found


def test_forms_of_names():
    """A surname in every spelling; a body without its article; a phrase stands as a whole."""
    rows = {
        "people": [{"id": "p", "name": "Yuri Ushakov", "native_name": "Юрий Ушаков", "other_names": "Ouchakov; Yuri"}],
        "roles": [{"person_id": "p", "title": "Kremlin aide"}, {"person_id": "p", "title": "Aide"}],
        "organizations": [{"id": "o", "name": "The White House (2021)", "native_name": None, "other_names": None}],
    }
    known = Names(rows)
    assert set(known.people["p"]) == {("ushakov",), ("ушаков",), ("ouchakov",), ("yuri",)}
    assert known.titles["p"] == (("kremlin", "aide"),) and known.bodies["o"] == (("white", "house"),)
    text = index("A white man in the house. The White House’s man.")
    assert names(text, ("white", "house")) and not names(text, ("house", "white"))
