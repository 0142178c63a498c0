"""The guards that read what stands around a quotation: who says it, and what is left out of its sentence.

Why: words that stand in the source letter for letter can still be another's, or the half of a sentence that denied
them. In: a quotation, its text, where its passage and its words stand. Out: warnings, for a true row can look so.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from readouts.check.evidence_rules import AtHand
from readouts.check.known_names import Form, folded, names
from readouts.evidence.match import NEGATION_REACH, Match, negates
from readouts.evidence.sentences import sentence, sentences
from readouts.evidence.source_text import Place, Text
from readouts.finding import Finding

# fmt: off
HEDGES = frozenset([
    "alleged", "allegedly", "apparently", "maybe", "may", "might", "perhaps", "possibly", "probably", "purported",
    "purportedly", "reportedly", "rumored", "rumoured", "supposed", "supposedly", "unconfirmed", "unlikely", "якобы",
])
# fmt: on
# Behind a comma and one of these another clause begins, to which what was said before does not reach.
CLAUSE = re.compile(
    r"[;:—–]|,['\"]* ['\"]*(?:but|he|I|including|it|she|that|there|they|this|we|which|who)\b", re.IGNORECASE
)
IN_MARKS = ("direct", "fragment")
OF_NOBODY = ("own", "unattributed")  # the text need not name who wrote it, and names nobody for what it says by itself
TO = frozenset(["told", "tell", "tells", "telling", "asked", "with"])  # before the name of one who is spoken to
TO_REACH = 3  # words
HE = frozenset(["he", "she", "он", "она"])
HE_REACH = 2  # words behind the marks: "he said", "сказал он"


def around(at_hand: AtHand, row: dict[str, Any], text: Text, passage: Match, words: Match | None) -> Iterator[Finding]:
    """What is odd about the place of one quotation that was found in its text."""
    statement = at_hand.statements[row["statement_id"]]
    found = [
        *_left_out(text, passage, words),
        ("passage.runs-on", "passage", _runs_on(text, passage.place)),
        ("quote.another-voice", "words", _another_voice(at_hand, row, statement, text, words)),
        ("quote.speaker", "statement_id", _unnamed(at_hand, row, statement, text, passage.place)),
    ]
    for rule, column, problem in found:
        if problem:
            yield at_hand.finding(rule, "quotations", row["id"], column, problem)


def _left_out(text: Text, passage: Match, words: Match | None) -> Iterator[tuple[str, str, str]]:
    """A negation or a hedge of the sentence that stands before what is quoted, or in a cut."""
    column, place = ("words", words.place) if words else ("passage", passage.place)
    before = Place(start := sentence(text, place.start).start, place.start - start)
    far = Place(start, max(0, before.count - NEGATION_REACH)) if words else before
    rule = "quote.negation-far" if words else "passage.negation"
    left_out = f'"{{}}" stands before the {column} in the sentence and is left out'
    # Words that begin with the negation go on with it, as "nor" does.
    if not negates(text.words(place)[0]) and (word := clause_word(text, far, place, negates)):
        yield rule, column, left_out.format(word)
    if word := clause_word(text, before, place, hedges):
        yield "quote.hedge", column, left_out.format(word)
    segments = words.segments if words else ()
    for one, two in pairwise(segments):
        cut = Place(one.end, two.start - one.end)
        if word := next((each for each in text.words(cut) if negates(each) or hedges(each)), ""):
            yield "quote.negation-cut", "words", f'"{word}" is cut out of the words'


def clause_word(text: Text, before: Place, what: Place, asked: Callable[[str], bool]) -> str:
    """The nearest of the words asked for in the clause; what other quotation marks hold belongs to another."""
    others = [pair for pair in text.quoted if not pair.holds(what)]
    clause = text.normalised[: text.ends[what.start]]  # what is quoted may begin with the word that begins the clause
    for at in range(before.end - 1, before.start - 1, -1):
        word = text.said(Place(at, 1))
        if asked(word) and not any(pair.holds(Place(at, 1)) for pair in others):
            return "" if CLAUSE.search(clause, text.ends[at]) else word
    return ""


def hedges(word: str) -> bool:
    """Whether the word leaves open whether it is so."""
    return word != "May" and word.casefold() in HEDGES  # with a capital it is a month


def _runs_on(text: Text, passage: Place) -> str:
    last = sentence(text, passage.end - 1)
    if last.start <= passage.start or passage.end == last.end:
        return ""
    return f'it ends inside the next sentence, which goes on with "{text.words(last)[passage.end - last.start]}"'


def _another_voice(
    at_hand: AtHand, row: dict[str, Any], statement: dict[str, Any], text: Text, words: Match | None
) -> str:
    pairs = [pair for pair in text.quoted if words and pair.holds(words.place)]
    if not pairs:
        return ""
    if row["form"] == "own":
        return "they stand inside quotation marks, so that the text gives them as another's"
    marks = max(pairs, key=lambda pair: pair.count)
    whole = sentences(text, marks)
    beside = (Place(whole.start, marks.start - whole.start), Place(marks.end, whole.end - marks.end))
    forms = (*at_hand.names.of(statement), *at_hand.names.office(statement))
    mine = any(names(text, form, place) for form in forms for place in beside)
    # Who is "he" stands in a sentence before; whom else this one names, it does not name as speaking.
    he = any(word.casefold() in HE for word in text.words(Place(marks.end, min(HE_REACH, beside[1].count))))
    if row["form"] not in IN_MARKS or mine or he:
        return ""
    others = {
        person["name"]
        for person in at_hand.rows["people"]
        if person["id"] != statement["speaker_id"]
        and any(_says(text, form, place) for form in at_hand.names.people[person["id"]] for place in beside)
    }
    told = "the sentence around the quotation marks names {}, and not who is said to speak"
    return told.format(" and ".join(sorted(others))) if others else ""


def _says(text: Text, form: Form, place: Place) -> bool:
    """Whether the place names somebody to whom nothing is told there."""
    if not names(text, form, place):
        return False
    words = folded(text.words(place))
    at = next((at for at, word in enumerate(words) if word == form[0]), 0)
    return not TO.intersection(words[max(0, at - TO_REACH) : at])


def _unnamed(at_hand: AtHand, row: dict[str, Any], statement: dict[str, Any], text: Text, passage: Place) -> str:
    forms = at_hand.names.of(statement)
    exempt = row["form"] in OF_NOBODY and not statement["speaker_id"]
    if exempt or not at_hand.names.asked(text, forms) or any(names(text, form) for form in forms):
        return ""
    around = sentences(text, passage)
    if any(names(text, form, around) for form in at_hand.names.office(statement)):
        return ""
    who = statement["speaker_id"] or statement["speaker_label"] or statement["organization_id"]
    return f'no known name, title or label of "{who}" stands in the text, and no name of the body in its sentence'
