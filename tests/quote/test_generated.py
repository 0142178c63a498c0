"""Drawn from the record by chance, with a seed, and spoilt: no answer says "printed so" of what is not printed so.

What is really printed somewhere is told by the fixture `printed`, which knows nothing of the code: the words of the
cells in small letters, one space between two.
"""

import random
import re
from functools import partial

import pytest

from readouts.quote.cautions import NOTES
from readouts.quote.in_words import headline, silent
from readouts.quote.verdict import answer
from readouts.quote.wanted import Time

from ..conftest import LONG, ROOT

SEED = 20261130
MANY = 2000 if LONG else 240  # of each kind
NEGATIONS = {"no", "not", "never", "none", "nor", "neither", "nothing", "cannot", "without", "не", "нет", "ни"}
WORD = re.compile(r"\S*\w\S*")
PROSE = (*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md"), *ROOT.glob("LICENSE*"))


def plain(text):
    """The words in small letters, one space between two and around all."""
    words = re.findall(r"\w+", straight(text).replace("'", "").replace("ё", "е"))
    return f" {' '.join(words)} "


def straight(text):
    return text.casefold().replace("’", "'")


def bare(word):
    return straight(word).strip(".,;:!?…\"'()[]«»<>")


def negates(word):
    return bare(word) in NEGATIONS or bare(word).endswith("n't")


def part(text, words, first, last):
    """A text from one of its words to before another."""
    return text[words[first].start() : words[last - 1].end()] if first < last else ""


@pytest.fixture(scope="module")
def cells(held):
    """The quotations with words of the speaker's own."""
    return held.own


@pytest.fixture(scope="module")
def printed(cells):
    """Whether words stand together in a cell, of one speaker if he is named."""
    known = [(plain(one.words), {one.speaker_id, one.organization_id}) for one in cells]

    def ask(text, speaker=""):
        return any(plain(text) in words and (not speaker or speaker in who) for words, who in known)

    return ask


@pytest.fixture(scope="module")
def judged(held):
    """The one verdict on words that are pasted in marks."""

    def ask(text, speaker=""):
        (verdict, *_) = answer(held, f"“{text}”", speaker).verdicts
        return verdict

    return ask


def drawn(cells, make, number):
    """What `make` makes of quotations drawn by chance, that many of them, no two alike."""
    dice, made = random.Random(f"{SEED} {make.__name__}"), {}
    for _ in range(100 * number):
        case = make(dice, dice.choice(cells))
        if case and case[0] not in made:
            made[case[0]] = case
            if len(made) == number:
                return [*made.values()]
    raise AssertionError(f"{len(made)} cases of {number}")


def named(verdict, kinds):
    """The words that cautions of these kinds name."""
    return {straight(word) for one in verdict.cautions if one.kind in kinds for word in one.words}


def warned(verdict):
    """Whether more is said than that a sentence goes on."""
    return any(one.kind not in NOTES for one in verdict.cautions)


def test_every_quoted_cell_is_printed_so(held, cells):
    """Each cell, as it stands, is answered "printed so", and of its own place nothing is said but that a sentence goes on."""
    for one in cells:
        (verdict,) = answer(held, one.words).verdicts
        assert verdict.kind == "printed", one.quotation_id
        mine = [found for found in verdict.found if found.quotation.quotation_id == one.quotation_id]
        assert (mine and mine[0].kind == "printed") or verdict.more, one.quotation_id
        assert all(caution.kind in NOTES for found in mine for caution in found.cautions), one.quotation_id


def one_negation_lost(dice, one):
    words = list(WORD.finditer(one.words))
    places = [place for place, word in enumerate(words) if negates(word[0])]
    if not places or len(words) < 3:
        return None
    gone = words[dice.choice(places)]
    return " ".join((one.words[: gone.start()] + one.words[gone.end() :]).split()), gone[0]


def test_one_negation_lost(judged, cells, printed):
    """Without one of its negations it is not printed so, and the negation is named: as lost, or outside what was pasted."""
    for text, gone in drawn(cells, one_negation_lost, 200):  # there are not many more
        if len(text.split()) < 3:
            continue  # "There was", of "There was none,", stands in too many others
        verdict = judged(text)
        assert verdict.kind not in ("printed", "part") or printed(text), text
        told = named(verdict, ("lost", "outside", "beside"))
        assert bare(gone) in told, (text, gone)
        assert warned(verdict) and verdict.kind != "absent", text


def test_one_negation_lost_and_told_without_marks(held, cells, judged):
    """In indirect speech without marks it is answered as the clause alone in marks is, and the negation is named."""
    for text, gone in drawn(cells, one_negation_lost, 100):
        if re.search(r"[\"“”«»]|\B'", text) or len(text.split()) < 3:
            continue
        (verdict,) = answer(held, f"A spokesman of theirs told reporters on Monday that {text}").verdicts
        alone = judged(text)
        assert verdict.kind == alone.kind or alone.kind in ("printed", "part"), text
        assert bare(gone) in named(verdict, ("lost", "outside", "beside")), (text, gone)


def test_brackets_of_a_source_left_out(judged, cells, printed):
    """Without what a source put in brackets, no word that turns it is called lost, added or moved but those in them."""
    cases = [
        (one, " ".join(re.sub(r"\[[^\[\]]{2,}\]", "", one.words).split()))
        for one in cells
        if re.search(r"\[\w{2,}", one.words)
    ]
    cases = [(one, text) for one, text in cases if len(text.split()) > 5]
    assert len(cases) > 2
    for one, text in cases:
        verdict = judged(text)
        within = {bare(word) for some in re.findall(r"\[([^\[\]]*)\]", one.words) for word in re.split(r"[\s-]+", some)}
        assert named(verdict, ("lost", "added", "moved")) <= within, one.quotation_id


def one_negation_added(dice, one):
    words = list(WORD.finditer(one.words))
    added = dice.choice(("не", "ни") if one.language == "ru" else ("not", "never", "no", "nothing"))
    at = words[dice.randrange(len(words))].start()
    return (f"{one.words[:at]}{added} {one.words[at:]}", added) if len(words) > 3 else None


def test_one_negation_added(judged, cells, printed):
    """With a negation more it is not printed so, and the negation is named."""
    for text, added in drawn(cells, one_negation_added, MANY):
        verdict = judged(text)
        assert verdict.kind not in ("printed", "part") or printed(text), text
        assert added in named(verdict, ("added",)) or printed(text), (text, added)
        assert verdict.kind != "absent", text


def one_word_swapped(vocabulary, dice, one):
    words = list(WORD.finditer(one.words))
    gone, new = dice.choice(words), dice.choice(vocabulary)
    return (f"{one.words[: gone.start()]}{new}{one.words[gone.end() :]}",) if plain(new) != plain(gone[0]) else None


one_word_swapped.__name__ = "one_word_swapped"


def test_one_word_swapped(judged, cells, printed):
    """With another word of the record in the place of one it is not printed so; what differs is shown."""
    vocabulary = sorted({word for one in cells for word in WORD.findall(one.words)})
    make = partial(one_word_swapped, vocabulary)
    make.__name__ = "one_word_swapped"
    for (text,) in drawn(cells, make, MANY):
        verdict = judged(text)
        assert verdict.kind not in ("printed", "part") or printed(text), text
        assert verdict.kind != "otherwise" or all(found.place.edits for found in verdict.found), text


def test_the_speaker_swapped(judged, held, cells, printed):
    """Asked as another's, it is said by somebody else, and the answer names who said it."""
    people = {one.speaker_id: one.speaker for one in cells if one.speaker_id}

    def another_speaker(dice, one):
        other = dice.choice([key for key in sorted(people) if key != one.speaker_id])
        return (f"{one.words}\n{other}", one, other) if one.speaker_id else None

    for _, one, other in drawn(cells, another_speaker, MANY):
        verdict = judged(one.words, people[other])
        if not printed(one.words, other):
            assert verdict.kind == "somebody", (one.quotation_id, other)
            assert straight(one.speaker) in named(verdict, ("speaker",)) or verdict.more, (one.quotation_id, other)


def test_another_day(held, cells, printed):
    """Asked for a month in which nobody has the words, the headline says of which day the record has them."""
    months = sorted({one.date_earliest[:7] for one in cells if one.date_earliest})

    def another_month(dice, one):
        month = dice.choice([each for each in months if each != one.date_earliest[:7]])
        return (f"{month}\n{one.words}", one, month) if one.date_earliest else None

    def then(other, month):
        first, last = other.date_earliest[:7], other.date_latest[:7]
        return not other.date or (first or "0") <= month <= (last or "9")

    for _, one, month in drawn(cells, another_month, MANY):
        (verdict,) = answer(held, one.words, time=Time(month, ((f"{month}-01", f"{month}-31"),))).verdicts
        same = [other for other in cells if plain(one.words) in plain(other.words)]
        if not any(then(other, month) for other in same):
            told = headline(verdict)
            assert f"of another time: asked for {month}, the record has the words of" in told and not verdict.plain
            assert one.date in told or " more days" in told, (one.quotation_id, month)


def test_two_places_stitched(judged, cells, printed):
    """The beginning of one and the end of another are not printed so; nearly all are answered as joined."""

    def two_places_stitched(dice, one):
        other = dice.choice(cells)
        mine, theirs = (list(WORD.finditer(each.words)) for each in (one, other))
        if min(len(mine), len(theirs)) < 5:
            return None
        first = part(one.words, mine, 0, dice.randrange(4, len(mine) + 1))
        return (f"{first} {part(other.words, theirs, dice.randrange(len(theirs) - 3), len(theirs))}",)

    kinds = []
    for (text,) in drawn(cells, two_places_stitched, MANY):
        verdict = judged(text)
        assert verdict.kind not in ("printed", "part") or printed(text), text
        kinds.append(verdict.kind)
    assert kinds.count("joined") >= 0.8 * len(kinds)


def test_a_clause_cut_out_of_a_denial(judged, cells):
    """Cut out of words that deny, without the denial: each place that has the denial outside names it."""

    def a_clause_cut_out(dice, one):
        words = list(WORD.finditer(one.words))
        first = dice.randrange(len(words))
        last = dice.randrange(first, len(words)) + 1
        outside = [word[0] for place, word in enumerate(words) if not first <= place < last and negates(word[0])]
        inside = any(negates(word[0]) for word in words[first:last])
        return (
            (part(one.words, words, first, last), one, outside) if outside and not inside and last - first > 2 else None
        )

    for text, one, outside in drawn(cells, a_clause_cut_out, MANY):
        verdict = judged(text)
        assert verdict.kind in ("printed", "part"), text
        mine = [found for found in verdict.found if found.quotation.quotation_id == one.quotation_id]
        assert warned(verdict) or (verdict.more and not mine), text  # a name that many say without a denial
        said = {straight(word) for found in mine for each in found.cautions for word in each.words}
        assert {bare(word) for word in outside} <= said or not mine, (text, outside, said)


def sentences():
    """The sentences of documents and licences that quote nobody."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(PROSE))
    paragraphs = re.split(r"\n\s*\n|\n(?=[|\-#])", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    every = {each for one in paragraphs for each in re.split(r"(?<=[.!?])\s+", " ".join(one.split()))}
    return sorted(one for one in every if len(WORD.findall(one)) > 5 and not re.search(r"[\"“”«»…`|]", one))


def test_sentences_from_elsewhere_are_not_in_the_record(judged, held, cells):
    """Five hundred sentences of documents and licences: none is in the record, or like anything in it."""
    some = random.Random(SEED).sample(sentences(), 500)
    wrong = [one for one in some if judged(one).kind != "absent"]
    assert wrong == []
    latin = sum(not re.search("[а-я]", one.words.casefold()) for one in cells)
    total = len({one.quotation_id for some in held.statements.values() for one in some})
    told = f"They were held against the {latin:,} of the record’s {total:,} quotations that have the speaker’s own"
    assert silent(judged(some[0])).startswith(told)


def test_words_of_the_record_by_chance_are_not_in_it(judged, cells):
    """Made of the record's own words in an order of chance: what nobody said is not like anything that is held."""
    dice, words = (
        random.Random(SEED),
        [word for one in cells if one.language == "en" for word in WORD.findall(one.words)],
    )
    some = [" ".join(dice.choices(words, k=dice.randrange(5, 13))) for _ in range(MANY)]
    # A rare name that is held in few words (Soyuz-Apollo) is told, as what it is not.
    found = [text for text in some if judged(text).kind != "absent"]
    assert len(found) <= MANY // 50 and not [text for text in found if judged(text).kind == "printed"]


def test_what_we_say_is_a_paraphrase(judged, held):
    """The text of a claim, which is ours, is never answered as somebody's words; those that quote a word in it apart.

    In the short form every fifth is asked.
    """
    ours = [one.claim.text for one in held.texts if one.voice == "ours" and '"' not in one.claim.text]
    assert len(ours) > 200
    assert {judged(text).kind for text in ours[:: 1 if LONG else 5]} == {"paraphrase"}
