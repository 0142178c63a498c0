"""Where pasted words stand in a text of the record, or what there is most like them.

In: two `Words`. Out: a `Place`: which words of the text are met, what differs, how like they are. Exact places may
leave out what the pasted text marks as left out; what is nearly the same is found by the edit distance over words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from readouts.quote.compared_words import CUT_LETTER, Words
from readouts.quote.quotations import STRANGE, Printed, Record, likely

LOOKED_AT = 12  # texts that have most of the words, and are compared word by word
LEAST_LIKE = 0.55  # of what the words say, below which something else was said
PARAPHRASED = 0.8  # the same of a source's words or ours, in which a day or a name more makes another sentence
ALIKE = 80  # per cent of rapidfuzz's ratio, from which words are the same in another spelling or with another ending
SPELT = 0.3  # of what a word says, that another spelling of it, or another place, takes away
RUNS = 8  # runs of a text, of which the one is taken that is most like
PASSED_OVER = 0.5  # of what words say that stand between those pasted
EDGE = 2  # words by which the most similar run may begin or end elsewhere than it is first found
MET = 0.6  # of the number of pasted words, unless all that is held is among them
SHORT = 4  # words: a shorter run of a source's words or ours is no paraphrase
PIECE = 3  # words of one text that stand together among words of another, for a join to be seen
TELLING = 1.75  # as much as so many words that no text has; "between the presidents" stands everywhere by itself


@dataclass(frozen=True)
class Edit:
    """Pasted words and the words of the record in their place; one of them may be empty."""

    pasted: tuple[int, int]
    printed: tuple[int, int]


@dataclass(frozen=True)
class Place:
    """Where pasted words stand: `met` are runs of words of the text, `edits` what differs.

    `likeness` is 1 where nothing differs; `part` are the pasted words that it is about, where it is one of several;
    `moved` is how many words stand in both, and not at the same place.
    """

    printed: Printed
    met: tuple[tuple[int, int], ...]
    edits: tuple[Edit, ...] = ()
    likeness: float = 1.0
    part: tuple[int, int] = (0, 0)
    moved: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """From the first word that is met to behind the last."""
        return self.met[0][0], self.met[-1][1]

    @property
    def exact(self) -> bool:
        """Whether all pasted words stand there, one after the other but for what they mark as left out."""
        return not self.edits


def exact(pasted: Words, record: Record, voice: str) -> list[Place]:
    """Every text of that voice in which the pasted words stand; where a text has them twice, the first place."""
    segments = [part for part in pasted.code.split(CUT_LETTER) if part]
    found = []
    rarest = min(set(pasted.code) - {CUT_LETTER}, key=lambda letter: len(record.having.get(letter, ())), default="")
    for number in sorted(record.having.get(rarest, ())):
        printed = record.texts[number]
        if printed.voice != voice:
            continue
        at = printed.words.code.find(pasted.code)
        met = ((at, at + len(pasted.code)),) if at >= 0 else _in_order(segments, printed.words.code)
        found += [Place(printed, met, part=(0, len(pasted.code)))] if met else []
    return found


def _in_order(segments: list[str], code: str) -> tuple[tuple[int, int], ...]:
    """The first places of the segments, one behind the other; none where one is missing, or there is but one.

    None either where a cut of the record's own was pasted without a word or two beside it: "[…] one has" of "[…] no one
    has" is another print, since the mark stands for what the record leaves out.
    """
    met, at = list[tuple[int, int]](), 0
    for segment in segments if len(segments) > 1 else ():
        at = code.find(segment, at)
        if at < 0 or (met and _beside_a_cut(code[met[-1][1] : at])):
            return ()
        met.append((at, at + len(segment)))
        at += len(segment)
    return tuple(met)


def _beside_a_cut(gap: str) -> bool:
    return CUT_LETTER in gap and 1 < len(gap) <= 1 + EDGE


def nearest(pasted: Words, record: Record) -> list[Place]:
    """The texts of any voice that are like the pasted words, best first."""
    places = (_near(pasted, record.texts[number], record) for number in likely(pasted.code, record, LOOKED_AT))
    found = [one for one in places if one and _like(one, pasted)]
    return sorted(found, key=lambda one: -one.likeness)


def _like(place: Place, pasted: Words) -> bool:
    """Whether enough is met: of what the words say, and of their number."""
    met = sum(last - first for first, last in place.met) + place.moved
    across = len(set(range(*place.span)) - place.printed.words.bracketed)
    near = met >= MET * len(pasted.code) and 2 * met >= across
    least, like = (2, LEAST_LIKE) if place.printed.voice == "own" else (SHORT, PARAPHRASED)
    whole = place.met == ((0, len(place.printed.words.code)),)
    return place.likeness >= like and met >= least and (near or whole)


def _near(pasted: Words, printed: Printed, record: Record) -> Place | None:
    """The run of a text that is most like the pasted words, with what differs; None where too few words are shared."""
    shared = (Counter(pasted.code) & Counter(printed.words.code)).total()
    if shared < min(MET * len(pasted.code), len(printed.words.code)):
        return None
    places = [_compared(pasted, printed, run, record) for run in _windows(pasted.code, printed.words)]
    best = max((one for one in places if one), key=lambda one: (one.likeness, -one.span[0]), default=None)
    return _to_the_end(best, pasted) if best else None


def _to_the_end(place: Place, pasted: Words) -> Place:
    """The place where pasted words that end otherwise stand against the rest of the clause: a "not" in it is theirs."""
    words, last = place.printed.words, place.edits[-1] if place.edits else None
    behind = place.span[1]
    if last is None or last.printed[0] < behind or last.pasted[0] == last.pasted[1] or behind == len(words.code):
        return place
    if last.pasted[1] < len(pasted.code) or behind in {end for _, end in words.sentences}:
        return place
    end = min(words.clause(behind), behind + last.pasted[1] - last.pasted[0] + EDGE)
    return replace(place, edits=(*place.edits[:-1], Edit(last.pasted, (behind, max(end, last.printed[1])))))


def _compared(pasted: Words, printed: Printed, run: tuple[int, int], record: Record) -> Place | None:
    """The pasted words against one run of a text."""
    code, (start, end) = printed.words.code, run
    met, edits, mine, theirs = list[tuple[int, int]](), list[Edit](), 0, start
    for block in LCSseq.opcodes(pasted.code, code[start:end]).as_matching_blocks():
        if mine < block.a or theirs < start + block.b:
            edits.append(Edit((mine, block.a), (theirs, start + block.b)))
        mine, theirs = block.a + block.size, start + block.b + block.size
        met += [(start + block.b, theirs)] if block.size else []
    gone = Counter("".join(pasted.code[slice(*one.pasted)] for one in edits))
    moved = "".join((gone & Counter("".join(code[slice(*one.printed)] for one in edits))).elements())
    edits = [one for one in edits if not _beside(one, met, code, moved)]
    same = sum(record.weights(code[first:last]) for first, last in met) + record.weights(moved)
    apart = sum(_apart(one, pasted, printed.words, record, moved) for one in edits) + SPELT * record.weights(moved)
    likeness = same / (same + apart or 1)
    return Place(printed, tuple(met), tuple(edits), likeness, (0, len(pasted.code)), len(moved)) if met else None


def _beside(edit: Edit, met: list[tuple[int, int]], code: str, moved: str) -> bool:
    """Whether it is words of the text before or behind all that is met, to which no pasted word answers."""
    outer = not met or edit.printed[1] <= met[0][0] or edit.printed[0] >= met[-1][1]
    return outer and edit.pasted[0] == edit.pasted[1] and not set(code[slice(*edit.printed)]) & set(moved)


def _apart(edit: Edit, pasted: Words, printed: Words, record: Record, moved: str) -> float:
    """How much is said otherwise, by words that do not stand elsewhere; little by another spelling or ending of one."""
    mine, theirs = pasted.code[slice(*edit.pasted)], printed.code[slice(*edit.printed)]
    mine, theirs = ("".join(letter for letter in some if letter not in moved) for some in (mine, theirs))
    if edit.pasted[0] == edit.pasted[1] and printed.bracketed.issuperset(range(*edit.printed)):
        return 0.0  # the source put it there, and whoever copies the speaker's words may leave it out
    weight = max(record.weights(mine), record.weights(theirs)) * (1 if edit.pasted[0] < edit.pasted[1] else PASSED_OVER)
    keys = (pasted.keys[slice(*edit.pasted)], printed.keys[slice(*edit.printed)])
    alike = fuzz.ratio(*map(" ".join, keys)) if mine and theirs else 0
    return weight * SPELT if alike >= ALIKE else weight


def _windows(pasted: str, words: Words) -> list[tuple[int, int]]:
    """Runs of the text: those nearest in edits, and one that has room for words which are not among the pasted ones.

    All of the text where it is no longer than what was pasted.
    """
    code = words.code
    hit = fuzz.partial_ratio_alignment(pasted, code) if len(code) > len(pasted) else None
    if hit is None:
        return [(0, len(code))]
    near = range(-EDGE, EDGE + 1)
    runs = {(max(0, hit.dest_start + i), min(len(code), hit.dest_end + j)) for i in near for j in near}
    apart = {run: Levenshtein.distance(pasted, code[slice(*run)]) for run in sorted(runs) if run[0] < run[1]}
    room = EDGE + len(pasted) + len(words.bracketed)
    wide = range(max(0, hit.dest_start - room), min(len(code), hit.dest_end + room))
    shared = [at for at in wide if code[at] in pasted]
    return [*sorted(apart, key=lambda run: (apart[run], run))[:RUNS], (shared[0], shared[-1] + 1)]


def joined(pasted: Words, record: Record) -> list[Place]:
    """The runs of the speakers' own words of which the pasted words are made, in order, each as long as can be.

    What of the pasted words stands nowhere is left between; so are runs that say too little.
    """
    found = [_piece(pasted, run, record) for run in _runs(pasted.code, record.whole)]
    return [one for one in found if one]


def alone(pasted: Words, piece: Place) -> Place:
    """The one run of which words are held, as a place of all the pasted words."""
    (first, last), (start, end), whole_end = piece.part, piece.span, len(pasted.code)
    edits = (Edit((0, first), (start, start)), Edit((last, whole_end), (end, end)))
    kept = tuple(one for one in edits if one.pasted[0] < one.pasted[1])
    return replace(piece, edits=kept, part=(0, whole_end))


def _piece(pasted: Words, run: tuple[int, int], record: Record) -> Place | None:
    """The place of a run, in a text of which it is whole sentences if there is one; None where it says too little."""
    code, places = pasted.code[slice(*run)], list[Place]()
    for text in record.texts:
        at = text.words.code.find(code) if text.voice == "own" else -1
        places += [Place(text, ((at, at + len(code)),), part=run)] if at >= 0 else []
    best = max(places, key=whole)
    return best if whole(best) or record.weights(code) >= TELLING * record.weight[STRANGE] else None


def whole(place: Place) -> bool:
    """Whether the words that are met are whole sentences of what is held."""
    if len(place.met) > 1:
        return False
    (first, last), sentences = place.span, place.printed.words.sentences
    return first in {start for start, _ in sentences} and last in {end for _, end in sentences}


def _runs(code: str, whole: str) -> Iterator[tuple[int, int]]:
    """The longest runs from left to right that stand together in some text."""
    at = 0
    while at < len(code):
        end = at + PIECE
        if end > len(code) or code[at:end] not in whole:
            at += 1
            continue
        while end < len(code) and code[at : end + 1] in whole:
            end += 1
        yield at, end
        at = end
