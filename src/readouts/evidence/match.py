"""Prove quoted words against their source, strictly, and say where they stand.

Why: a proof that forgives (parts in any order, half words, other punctuation) proves
nothing. In: a `Text` and the cells `words` and `passage` of a quotation. Out: a `Match`,
counted in words of the source, or a `Miss`, which shows the nearest place of the source
and what differs there. The two guards that need the text stand here as well.

A quotation is the TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4)
with `exact` only. From its first word to its last all must equal the source, punctuation
included; the punctuation around them may differ or be absent. `[…]` is our one cut and is
split off before anything is folded, so dots of the source stay text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from readouts.evidence.source_text import WORD, Place, Text, core, normalise, words_of

CUT = "[…]"
OTHER_CUT = re.compile(r"[\[(]\s*(?:\.(?:\s?\.){1,3}|…)\s*[\])]|(?<=\S\s)(?:\.{3}|…)(?=\s\S)")  # as others write one
MOST_WORDS_CUT = 60
NEGATIONS = frozenset(
    ["no", "not", "never", "nor", "neither", "none", "nothing", "cannot", "without", "denied", "rejected", "refused"]
)
NEGATION_REACH = 3  # words
LEAST_LIKE = 60  # per cent of rapidfuzz's partial ratio, below which a place is not worth showing
EDGE_MOVES = 3  # words by which the nearest place may begin or end elsewhere than rapidfuzz says

REASONS = {
    "empty": "no words stand on one side of a cut",
    "cuts": "a passage has one cut at most",
    "absent": "the words do not stand in the source",
    "order": "the last words do not stand behind the first words",
    "apart": f"the parts do not stand in this order in one paragraph, at most {MOST_WORDS_CUT} words apart",
    "outside": "the words stand in the file, but not in the article or place where they must stand",
    "many": "more than one place of the source fits",
}


@dataclass(frozen=True)
class Match:
    """Where words stand: one segment for each part around our cuts, in order."""

    segments: tuple[Place, ...]
    in_marks: bool

    @property
    def place(self) -> Place:
        """From the first word of the first segment to the last word of the last."""
        start = self.segments[0].start
        return Place(start, self.segments[-1].end - start)


@dataclass(frozen=True)
class Miss:
    """Why words do not stand: a key of REASONS, and the nearest place of the source.

    `nearest` is empty where nothing is like them. Words that differ are marked as GNU wdiff
    marks them: `[-ours-]{+the source's+}`.
    """

    reason: str
    nearest: str = ""

    @property
    def problem(self) -> str:
        """One sentence for a finding."""
        return REASONS[self.reason] + (f"; nearest: {self.nearest}" if self.nearest else "")


def parts(words: str) -> tuple[str, ...]:
    """The parts around our cuts, each folded, from its first word to its last."""
    return tuple(core(normalise(part)) for part in words.split(CUT))


def with_our_cut(words: str) -> str:
    """The words with `[…]` for every cut that is written in another way, single spaces around it."""
    return " ".join(OTHER_CUT.sub(lambda found: f" {CUT} ", words).split()) if CUT not in words else words


def find_words(text: Text, words: str, within: Place | None = None) -> Match | Miss:
    """Find a quotation's words within a place; without one, within the body.

    The parts stand in order in one paragraph, at most 60 words apart; a quotation without
    a cut may cross a paragraph. If they stand more than once, a place inside one pair of
    quotation marks goes first, then the earliest. `Match.in_marks` says whether one pair
    holds all parts, which the forms direct and fragment demand.
    """
    wanted = parts(words)
    if not all(wanted):
        return Miss("empty")
    found = [_places(text, part) for part in wanted]
    for part, places in zip(wanted, found, strict=True):
        if not places:
            return Miss("absent", _nearest(text, part))
    matches = [_match(text, chain) for chain in _chains(text, found)]
    fitting = [match for match in matches if (within or text.body).holds(match.place)]
    if fitting:
        return min(fitting, key=lambda match: (not match.in_marks, match.place))
    if matches:
        return Miss("outside", _shown(text, matches[0].segments))
    return Miss("apart", _shown(text, sorted(places[0] for places in found)))


def find_passage(text: Text, passage: str) -> Match | Miss:
    """Find the one span of the body that a passage `first words […] last words` names.

    The shortest span counts: from the last place of the first words before the last words
    to the first place of the last words behind them. Two such spans, neither inside the
    other, are a miss, for a reader could not tell which is meant. The segments of the match
    are the two ends; an uncut passage is one segment.
    """
    wanted = parts(passage)
    if not all(wanted) or len(wanted) > 2:
        return Miss("cuts" if len(wanted) > 2 else "empty")
    ends = [_places(text, part) for part in wanted]
    for part, places in zip(wanted, ends, strict=True):
        if not places:
            return Miss("absent", _nearest(text, part))
    inside = [[place for place in places if text.body.holds(place)] for places in ends]
    spans = _shortest(inside)
    if len(spans) == 1:
        return _match(text, spans[0])
    if spans:
        return Miss("many", "; ".join(_shown(text, span) for span in spans[:3]))
    return Miss("outside" if _shortest(ends) else "order", _shown(text, sorted(places[0] for places in ends)))


def negation_before(text: Text, match: Match) -> str:
    """The nearest word of NEGATIONS, or n't, within three words before any segment; empty if none.

    Words before the paragraph and those of the segment before are not looked at, but words
    that a cut leaves out are.
    """
    start = text.paragraph(match.place.start).start
    for segment in match.segments:
        first = max(start, segment.start - NEGATION_REACH)
        if found := [word for word in text.words(Place(first, segment.start - first)) if negates(word)]:
            return found[-1]
        start = segment.end
    return ""


def negates(word: str) -> bool:
    """Whether it is a word of NEGATIONS, or ends in n't."""
    return word.casefold() in NEGATIONS or word.casefold().endswith("n't")


def shared_run(ours: str, text: Text, length: int = 8) -> str:
    """The first run of `length` words or more that our sentence shares with a source; empty if none.

    Case and punctuation do not count: a sentence copied with other commas is copied.
    """
    mine = [word.casefold() for word in words_of(normalise(ours))]
    for start in range(len(mine) - length + 1):
        end = start + length
        if f" {' '.join(mine[start:end])} " not in text.caseless:
            continue
        while end < len(mine) and f" {' '.join(mine[start : end + 1])} " in text.caseless:
            end += 1
        return " ".join(mine[start:end])
    return ""


def _places(text: Text, part: str) -> list[Place]:
    """Every place where a part stands as whole words."""
    places = []
    at = text.normalised.find(part)
    while at >= 0:
        place = text.between(at, at + len(part))
        if place.count and text.said(place) == part:
            places.append(place)
        at = text.normalised.find(part, at + 1)
    return places


def _chains(text: Text, found: Sequence[Sequence[Place]]) -> list[tuple[Place, ...]]:
    """The ways to take one place for each part, in order, near, and in one paragraph.

    For each place only the nearest one before it is kept: it leaves the least out.
    """
    chains: list[tuple[Place, ...]] = [(place,) for place in found[0]]
    for places in found[1:]:
        ends = [chain[-1].end for chain in chains]
        behind = [(place, bisect_right(ends, place.start) - 1) for place in places]
        chains = [
            (*chains[before], place)
            for place, before in behind
            if before >= 0 and place.start - ends[before] <= MOST_WORDS_CUT
        ]
    return [chain for chain in chains if len(chain) == 1 or text.paragraph(chain[0].start).holds(chain[-1])]


def _match(text: Text, segments: tuple[Place, ...]) -> Match:
    place = Match(segments, in_marks=False).place
    return Match(segments, any(pair.holds(place) for pair in text.quoted))


def _shortest(ends: Sequence[Sequence[Place]]) -> list[tuple[Place, ...]]:
    """The spans from a first end to a last end that hold no other such span."""
    if len(ends) == 1:
        return [(place,) for place in ends[0]]
    firsts = [place.end for place in ends[0]]
    spans: dict[int, tuple[Place, ...]] = {}
    for last in ends[1]:
        before = bisect_right(firsts, last.start) - 1
        if before >= 0:
            spans.setdefault(before, (ends[0][before], last))
    return list(spans.values())


def _nearest(text: Text, part: str) -> str:
    """The place of the source most like a part, differing words marked; empty if none is like it."""
    hit = fuzz.partial_ratio_alignment(part, text.normalised, score_cutoff=LEAST_LIKE)
    if not hit:
        return ""
    first, last = bisect_right(text.ends, hit.dest_start), bisect_left(text.starts, hit.dest_end)
    near = range(-EDGE_MOVES, EDGE_MOVES + 1)
    places = [Place(first + i, last + j - first - i) for i in near for j in near if first + i < last + j]
    said = [text.said(place) for place in places if text.whole.holds(place)]
    return _marked(part, min(said, key=lambda there: Levenshtein.distance(part, there), default=""))


def _marked(ours: str, theirs: str) -> str:
    """Two runs of words in one, word for word and gap for gap, as GNU wdiff prints them."""
    mine, there = _tokens(ours), _tokens(theirs)
    shown = []
    for step in Levenshtein.opcodes(mine, there):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal":
            shown += there[c:d]
            continue
        shown += [f"[-{''.join(mine[a:b])}-]"] * (a < b)
        shown += [f"{{+{''.join(there[c:d])}+}}"] * (c < d)
    return "".join(shown)


def _tokens(folded: str) -> list[str]:
    """The words and what stands between them, nothing lost."""
    return [token for token in re.split(f"({WORD.pattern})", folded) if token]


def _shown(text: Text, segments: Sequence[Place]) -> str:
    """Segments as they stand in the source, our cut between them, and the word where they begin."""
    return f"{f' {CUT} '.join(text.said(place) for place in segments)} (word {segments[0].start})"
