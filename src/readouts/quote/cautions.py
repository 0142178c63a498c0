"""What must be said with an answer, though the words stand there: what turns them stands outside, or was lost or added.

In: pasted words and a `Place`. Out: `Caution`s: a kind and the words that it names. They are facts about words beside
words; whether the sense is another, the reader judges by the whole quotation, which stands beside them.
"""

import re
from dataclasses import dataclass

from readouts.evidence.match import CUT
from readouts.quote.alignment import Place
from readouts.quote.compared_words import BRACKETS, CUT_LETTER, Words
from readouts.quote.quotations import Quotation
from readouts.quote.turning_words import ENGLISH, turning

KINDS = (
    "lost",
    "added",
    "moved",
    "outside",
    "beside",
    "cut",
    "brackets",
    "question",
    "no-question",
    "speaker",
    "named",
    "time",
    "time-named",
    "begins",
    "ends",
)
QUIET = ("beside", "begins", "ends")  # said less loudly: another sentence seldom turns this one
NOTES = ("begins", "ends")  # true of most quotations: the record has part of a sentence, and says so
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟")


@dataclass(frozen=True)
class Caution:
    """One thing to be said; `nature` is that of the words that turn what stands beside them."""

    kind: str
    words: tuple[str, ...] = ()
    nature: str = ""


def cautions(pasted: Words, place: Place) -> tuple[Caution, ...]:
    """All that is to be said of pasted words at one place, the heaviest first."""
    quotation = place.printed.quotation
    found = [*_turned(pasted, place), *_cut(pasted, place), *_bracketed(pasted, place)]
    if quotation and place.printed.voice == "own":
        found += [*_asked(pasted, place), *_unheld(place, quotation)]
    places = [at for at, one in enumerate(found) if one.kind not in NOTES]
    at = places[-1] + 1 if places else 0
    return (*found[:at], *_beside(place), *found[at:])


def _turned(pasted: Words, place: Place) -> list[Caution]:
    """Words that turn a sentence: in the record's words alone, in the pasted ones alone, or outside of both."""
    words, quotation = place.printed.words, place.printed.quotation
    language = quotation.language if quotation else ENGLISH
    theirs, mine = _turning(words, language), _turning(pasted, language, ENGLISH)
    changed = {at for one in place.edits for at in range(*one.printed)}
    added = {at for one in place.edits for at in range(*one.pasted)}
    met = {at for run in place.met for at in range(*run)}
    both = {words.keys[at] for at in changed if at in theirs} & {pasted.keys[at] for at in added if at in mine}
    first, last = place.span
    near = {at for start, end in words.sentences if start < last and first < end for at in range(start, end)}
    return [
        *_named("moved", words, theirs, {at for at in changed if words.keys[at] in both}),
        *_named("lost", words, theirs | _numbers(words), {at for at in changed if words.keys[at] not in both}),
        *_named("added", pasted, mine | _numbers(pasted), {at for at in added if pasted.keys[at] not in both}),
        *_named("outside", words, theirs, near - met - changed),
    ]


def _beside(place: Place) -> list[Caution]:
    """What turns other sentences of the same quotation, all in one."""
    words, (first, last) = place.printed.words, place.span
    language = place.printed.quotation.language if place.printed.quotation else ENGLISH
    far = {at for start, end in words.sentences if start >= last or first >= end for at in range(start, end)}
    some = [word for one in _named("beside", words, _turning(words, language), far) for word in one.words]
    return [Caution("beside", tuple(some))] if some else []


def _turning(words: Words, *languages: str) -> dict[int, str]:
    """The words that turn it; with a capital "may" is a month, and "yet" limits what is denied."""
    found = turning(words.keys, *languages)
    denied = {
        at
        for start, end in words.sentences
        if any(found.get(at) in ("negation", "untruth") for at in range(start, end))
        for at in range(start, end)
    }
    return {
        at: one
        for at, one in found.items()
        if words.said(at, at + 1) != "May" and (one != "time" or (at in denied and words.said(at, at + 1) != "Yet"))
    }


def _named(kind: str, words: Words, turned: dict[int, str], places: set[int]) -> list[Caution]:
    """One caution a nature, which names its words as they stand."""
    by_nature: dict[str, list[str]] = {}
    for first, last in _together(sorted(places & turned.keys()), turned):
        by_nature.setdefault(turned[first], []).append(words.said(first, last))
    return [Caution(kind, tuple(dict.fromkeys(some)), nature) for nature, some in by_nature.items()]


def _together(places: list[int], turned: dict[int, str]) -> list[tuple[int, int]]:
    """Runs of places: the words of a phrase ("so far") are one, any others are each by itself."""
    runs: list[tuple[int, int]] = []
    for at in places:
        whole = turned[at] in ("time", "doubt") and runs and runs[-1][1] == at and turned[runs[-1][0]] == turned[at]
        runs[-1:] = [(runs[-1][0], at + 1)] if whole else [*runs[-1:], (at, at + 1)]
    return runs


def _numbers(words: Words) -> dict[int, str]:
    """The numbers, which turn a sentence where they are others, and not where they stand beside it."""
    return {at: "number" for at, key in enumerate(words.keys) if any(letter.isdigit() for letter in key)}


def _cut(pasted: Words, place: Place) -> list[Caution]:
    """Where the record shows that something is left out, and the pasted words run on."""
    code = place.printed.words.code
    lost = any(CUT_LETTER in code[slice(*one.printed)] for one in place.edits)
    return [Caution("cut")] if lost and CUT_LETTER not in pasted.code else []


def _bracketed(pasted: Words, place: Place) -> list[Caution]:
    """Words that the source put in brackets among the speaker's, and that are pasted without."""
    words, (first, last) = place.printed.words, place.span
    there = words.text[max(0, words.spans[first][0] - 1) : words.spans[last - 1][1] + 1]
    found = tuple(one for one in BRACKETS.findall(there) if one != CUT)
    return [Caution("brackets", found)] if found and not re.search(r"[\[(]", pasted.text) else []


def _asked(pasted: Words, place: Place) -> list[Caution]:
    """A question that is pasted as none, or the other way round."""
    words, last = place.printed.words, place.span[1]
    end = next(end for start, end in words.sentences if start < last <= end)
    asks = "?" in words.text[words.spans[end - 1][1] : words.spans[end][0] if end < len(words.spans) else None]
    wants = "?" in pasted.text[pasted.spans[-1][1] :] if pasted.spans else False
    if asks and "?" not in pasted.text:
        return [Caution("question")]
    return [Caution("no-question")] if wants and not asks and place.part[1] == len(pasted.code) else []


def _unheld(place: Place, quotation: Quotation) -> list[Caution]:
    """Where the words that are held begin or end inside a sentence, in which the pasted words stand."""
    words, (first, last) = place.printed.words, place.span
    sentences = words.sentences
    begins = first < sentences[0][1] and (quotation.form == "fragment" or _lower(words.text))
    ends = last > sentences[-1][0] and not words.text.rstrip(" \"'”’»)]").endswith(_ENDS)
    return [Caution("begins")] * begins + [Caution("ends")] * ends


def _lower(text: str) -> bool:
    return next((one.islower() for one in text if one.isalpha()), False)
