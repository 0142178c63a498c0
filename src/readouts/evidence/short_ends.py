"""The ends of a passage as short as they can be, and the anchors that follow without a text.

Why: ends tell where a place is, and what more they hold is the publisher's prose. In: a `Text`, or any copy of it, and
the cell of a passage; for anchors the cell before and after. Out: the cell with the fewest words that name the same
span, two at each end at least; anchors of the words that are left.

A run inside words that were proven letter for letter was proven with them: its start and its count follow by counting,
its digest is that of its own words. So an anchor can be cut where its text is no longer at hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readouts.evidence.anchors import Anchor, digest
from readouts.evidence.match import CUT, Match, Miss, find_passage, find_words, parts
from readouts.evidence.source_text import WORD, Place, Text, normalise, spaced, words_of

LEAST, MOST = 2, 5  # words at an end
LEAST_OF_BODY = 0.95  # of the words of the article


def short_ends(text: Text, passage: str) -> str:
    """The passage with the fewest words at its ends that lead to the same span; as it was where no fewer do.

    Who reads takes the first place that begins so, as a browser does: the beginning stands nowhere before it, where
    any is long enough for that. Of as many words those go first that are alike in number, then the longer beginning.
    """
    where = find_passage(text, passage)
    if isinstance(where, Miss):
        return passage
    leading = []
    for shorter in _shorter(passage):
        found = find_passage(text, shorter)
        if not isinstance(found, Miss) and found.place == where.place:
            if _stands_first(text, shorter, found):
                return shorter
            leading.append(shorter)
    return passage if _stands_first(text, passage, where) or not leading else leading[0]


def judge(rows: Sequence[Mapping[str, Any]], texts: Mapping[str, Text]) -> Text | None:
    """By which text of a source it is judged what leads to one place: the first that is at hand and whole enough.

    `rows` are those of the texts of the source, what its coder read first; `texts` by the keys of their rows. In a
    part of the article fewer words lead to one place than in all of it, so that a copy of a part is no judge.
    """
    longest = max((row["body_count"] or 0 for row in rows), default=0)
    here = (texts[row["row_key"]] for row in rows if row["row_key"] in texts)
    return next((text for text in here if text.whole.count >= LEAST_OF_BODY * longest), None)


def length(passage: str) -> int:
    """How many words of the source a passage gives."""
    return sum(len(words_of(part)) for part in parts(passage))


def cut_from(before: str, after: str) -> bool:
    """Whether a passage holds no word at its ends that the passage before it did not hold there."""
    was, now = parts(before), parts(after)
    first, last = words_of(now[0]), words_of(now[-1])
    return words_of(was[0])[: len(first)] == first and words_of(was[-1])[-len(last) :] == last


def shortened(before: str, after: str, held: tuple[Anchor, ...]) -> tuple[Anchor, ...] | None:
    """The anchors of a passage whose ends were cut from `before` to `after`; None where they do not follow.

    `held` are those of the passage as it was, one for each part. Each part of `after` begins the first part of
    `before`, or ends its last.
    """
    was, now = parts(before), parts(after)
    if len(was) != len(held) or any(digest(part) != one.digest for part, one in zip(was, held, strict=True)):
        return None
    if not cut_from(before, after):
        return None
    first, last = words_of(now[0]), words_of(now[-1])
    begin, end = held[0], held[-1]
    cut = [replace(begin, segment="passage-1", word_count=len(first), digest=digest(now[0]))]
    if len(now) > 1:
        start = end.place.end - len(last)
        cut.append(Anchor(end.quotation_id, "passage-2", start, len(last), digest(now[1]), end.text_digest))
    return tuple(cut)


def _stands_first(text: Text, passage: str, found: Match) -> bool:
    """Whether the beginning of a passage, which was found there, stands nowhere before it in the body."""
    before = Place(text.body.start, found.segments[0].end - 1 - text.body.start)
    return isinstance(find_words(text, parts(passage)[0], before), Miss)


def _shorter(passage: str) -> Iterator[str]:
    """Every passage with fewer words at its ends, the fewest first."""
    ends = [spaced(part) for part in passage.split(CUT)]
    whole = length(passage)
    firsts, lasts = (range(min(LEAST, n), min(MOST, n) + 1) for n in (len(_spans(ends[0])), len(_spans(ends[-1]))))
    sizes = sorted((a + b, abs(a - b), -a) for a in firsts for b in lasts if a + b < whole)
    for total, _, first in sizes:
        yield f"{_first(ends[0], -first)} {CUT} {_last(ends[-1], total + first)}"


def _spans(part: str) -> list[tuple[int, int]]:
    """Where the words of a part stand in it: folding curls changes no character's place."""
    return [found.span() for found in WORD.finditer(normalise(part))]


def _first(part: str, count: int) -> str:
    spans = _spans(part)
    return part if count == len(spans) else part[: spans[count - 1][1]]


def _last(part: str, count: int) -> str:
    spans = _spans(part)
    return part if count == len(spans) else part[spans[-count][0] :]
