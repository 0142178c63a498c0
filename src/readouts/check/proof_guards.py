"""What must hold of the words of a source that carry a stance, read beside their text.

Why: six words cut out of a sentence can say what the sentence denies, or what somebody else says in it. In: a
quotation with a proof, its text, where its passage stands. Out: findings. And which passages are to be short: those
beside a proof, and those of texts that are given away too far.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from readouts.check.evidence_rules import AtHand
from readouts.check.sentence_guards import CLAUSE, clause_word, hedges
from readouts.evidence.anchors import Anchor, text_digest, text_named
from readouts.evidence.match import NEGATION_REACH, Match, Miss, find_words, negates
from readouts.evidence.sentences import sentence
from readouts.evidence.short_ends import judge, length, short_ends
from readouts.evidence.source_text import Place, Text
from readouts.finding import Finding
from readouts.read.typed_frames import Dataset

DISCLOSED = "text.disclosed"
DENIES = ("denied", "rejected", "refused")


def proven(at_hand: AtHand, row: dict[str, Any], text: Text, passage: Match) -> Iterator[Finding]:
    """What is wrong with the proof of one quotation whose passage was found, and with the ends beside it."""
    if not row["proof"] or not proof_asked(at_hand, row, _anchors_in(at_hand, row, text)):
        return
    proof = find_words(text, row["proof"], passage.place)
    if isinstance(proof, Miss):
        yield at_hand.finding("proof.not-in-source", "quotations", row["id"], "proof", proof.problem)
        return
    if proof.in_marks:
        problem = "the proof stands inside quotation marks of the source, which give it as somebody's own words"
        yield at_hand.finding("proof.in-marks", "quotations", row["id"], "proof", problem)
    if negation := _just_before(text, proof.place):
        problem = f'"{negation}" stands just before the proof and is left out'
        yield at_hand.finding("proof.negation", "quotations", row["id"], "proof", problem)
    for problem in _left_out(text, proof.place, passage.place):
        yield at_hand.finding("proof.left-out", "quotations", row["id"], "proof", problem)
    sources_texts = at_hand.of_source[row["source_id"]]
    if text is judge(sources_texts, at_hand.texts) and (shorter := short_ends(text, row["passage"])) != row["passage"]:
        problem = f'{length(row["passage"])} words name the place, and {length(shorter)} do: "{shorter}"'
        yield at_hand.finding("passage.ends", "quotations", row["id"], "passage", problem)


def proof_asked(at_hand: AtHand, row: dict[str, Any], anchors: Iterable[Anchor]) -> str:
    """The proof where it has to be one of these anchors of one text: unless another text of the source holds it.

    A proof can be written from a copy that was fetched later than the text in which the rest was anchored.
    """
    elsewhere = any(_holds_proof(others) for others in at_hand.anchors.get(row["id"], {}).values())
    return (row["proof"] or "") if _holds_proof(anchors) or not elsewhere else ""


def _holds_proof(anchors: Iterable[Anchor]) -> bool:
    return any(one.segment.startswith("proof") for one in anchors)


def _anchors_in(at_hand: AtHand, row: dict[str, Any], text: Text) -> list[Anchor]:
    return at_hand.anchors.get(row["id"], {}).get(text_named(text_digest(text)), [])


def _just_before(text: Text, proof: Place) -> str:
    """The nearest negation within three words before a proof, in its sentence."""
    start = max(sentence(text, proof.start).start, proof.start - NEGATION_REACH)
    return next((word for word in reversed(text.words(Place(start, proof.start - start))) if negates(word)), "")


def _left_out(text: Text, proof: Place, passage: Place) -> Iterator[str]:
    """A negation or a hedge of the clause that a proof leaves out: before it, or in the words just behind it.

    Of what stands before the passage its own guards ask.
    """
    start = max(sentence(text, proof.start).start, passage.start)
    before = Place(start, proof.start - start)
    far = Place(start, max(0, before.count - NEGATION_REACH))
    if not negates(text.words(proof)[0]) and (word := clause_word(text, far, proof, negates)):
        yield f'"{word}" stands before the proof in the sentence and is left out'
    if not hedges(text.words(proof)[0]) and (word := clause_word(text, before, proof, hedges)):
        yield f'"{word}" stands before the proof in the sentence and is left out'
    if word := _behind(text, proof):
        yield f'"{word}" stands just behind the proof and is left out'


def _behind(text: Text, proof: Place) -> str:
    """The first negation or hedge within three words behind a proof, in its clause and in no other's marks."""
    others = [pair for pair in text.quoted if not pair.holds(proof)]
    last = min(proof.end + NEGATION_REACH, sentence(text, proof.end - 1).end)
    for at in range(proof.end, last):
        word = text.said(Place(at, 1))
        # A verb denies across a comma ("they spoke, it was denied"); a "not" behind one denies what follows it.
        further = "," in text.normalised[text.ends[proof.end - 1] : text.starts[at]] and word.casefold() not in DENIES
        if CLAUSE.search(text.normalised, text.ends[proof.end - 1], text.ends[at]):
            return ""
        if not further and (negates(word) or hedges(word)) and not any(pair.holds(Place(at, 1)) for pair in others):
            return word
    return ""


def given_away(dataset: Dataset, findings: Iterable[Finding]) -> frozenset[str]:
    """The quotations whose passages are to be short: with a proof, or of a text that is given away too far."""
    over = {finding.row_id.partition("/")[0] for finding in findings if finding.rule == DISCLOSED}
    rows = dataset.frames["quotations"].select("id", "source_id", "proof").iter_rows()
    return frozenset(one for one, source, proof in rows if proof or source in over)
