"""The page on which a quotation is checked: each verdict with the whole quotations, and what must be said with it.

In: an `Answer` of `quote`, the cards of the quotations that it names, how far the time is covered. Out: a `Check`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from readouts.quote.cautions import QUIET, Caution
from readouts.quote.compared_words import Words
from readouts.quote.covered_time import Level
from readouts.quote.in_words import IN_PART, MEANS, TAKEN, TIMED, headline, silent, told, unknown
from readouts.quote.verdict import KINDS, LONGEST, Answer, Found, Verdict
from readouts.site.dates_in_words import in_words
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name
from readouts.site.pages.differing_words import Piece

# What tells the headings apart at a glance; a screen reader reads their words.
SIGNS = {
    "printed": "=",
    "part": "…",
    "otherwise": "≠",
    "joined": "+",
    "somebody": "≠",
    "paraphrase": "≈",
    "absent": "–",
}
LINES = 3  # verdicts that the search tells
QUESTIONS = {
    "cards": f"""SELECT {COLUMNS} FROM quotations {JOINS}
WHERE quotations.id IN (SELECT value FROM json_each(:ids)) ORDER BY quotations.id""",
}


@dataclass(frozen=True)
class Said:
    """Something to be said with an answer; `heavy` where it can turn the sense."""

    text: str
    heavy: bool


@dataclass(frozen=True)
class Shown:
    """A place: the card of its quotation, or the claim whose words are ours; what differs, as pasted and as printed."""

    card: Card | None
    claim: Name | None
    said: tuple[Said, ...]
    differences: tuple[tuple[str, str], ...]
    link: str


@dataclass(frozen=True)
class Block:
    """The answer to one quotation; `said` and `differences` hold of every place, `legend` says what is marked."""

    pasted: tuple[Piece, ...]
    words: str
    kind: str
    headline: str
    means: str
    said: tuple[Said, ...]
    differences: tuple[tuple[str, str], ...]
    legend: str
    shown: tuple[Shown, ...]
    more: int
    others: tuple[Card, ...]
    silent: str
    sign: str


@dataclass(frozen=True)
class Check:
    """The page; `times` are the days and months that were read, `covered` how far they are covered.

    `unread` says that what was typed of the time could not be read; `months` are the first and the last of those whose
    coverage is worked out, `voices` the names of all whose words the record has.
    """

    answer: Answer
    when: str
    unread: bool
    blocks: tuple[Block, ...]
    times: tuple[str, ...]
    covered: tuple[Level, ...]
    months: tuple[str, str]
    voices: tuple[str, ...]
    longest: int = LONGEST
    in_part: str = IN_PART

    kinds: tuple[tuple[str, str], ...] = tuple((KINDS[kind], MEANS[kind]) for kind in KINDS)

    @property
    def taken(self) -> str:
        """What was taken for the quotation, where nothing stands in marks and it matters."""
        return TAKEN[self.answer.taken]

    @property
    def unknown(self) -> str:
        """That nobody is called as was typed."""
        return unknown(self.answer.speaker)

    @property
    def asked(self) -> str:
        """Whose words, and of when, were asked for, as they are understood."""
        who, times = self.answer.speaker, " or ".join(self.times) if self.when and not self.unread else ""
        read = f"words of {' or '.join(who.names)}" if who.names else "words" if times else ""
        typed = f" (“{who.typed}”)" if who.names and who.typed.casefold() not in map(str.casefold, who.names) else ""
        return read + typed + (f"{',' if who.names else ''} of {times}" if times else "")


@dataclass(frozen=True)
class Line:
    """A verdict in a line: its headline, and what can turn the sense of the words at the first place.

    `pasted` are the words, where the text has several quotations.
    """

    pasted: str
    headline: str
    said: str


def lines(answer: Answer) -> tuple[Line, ...]:
    """The first verdicts in a line each, for a search that looks like a sentence."""
    several = len(answer.verdicts) > 1
    return tuple(_line(one, one.pasted.text if several else "") for one in answer.verdicts[:LINES])


def _line(verdict: Verdict, pasted: str) -> Line:
    first = verdict.found[0].cautions if verdict.found else ()
    said = [told(one, in_words) for one in first if one.kind not in (*QUIET, *TIMED)]
    return Line(
        pasted, headline(verdict, in_words), " ".join(said) or (MEANS[verdict.kind] if not verdict.plain else "")
    )


def wanted(answer: Answer) -> list[str]:
    """The quotations whose cards the page shows."""
    found = [one.quotation for verdict in answer.verdicts for one in verdict.found if one.quotation]
    return [one.quotation_id for one in (*found, *(other for one in answer.verdicts for other in one.others))]


def block(verdict: Verdict, cards: Mapping[str, Card]) -> Block:
    """The answer to one quotation, as it is shown."""
    each = [set(one.cautions) for one in verdict.found]
    everywhere = set.intersection(*each) if len(each) > 1 else set()
    differing = [_differences(one, verdict.pasted) for one in verdict.found]
    alike = len(differing) > 1 and len(set(differing)) == 1
    headed = {one for one in verdict.cautions if one.kind in TIMED}  # told by the headline
    return Block(
        pasted=_marked(verdict.pasted, [one.pasted for one in verdict.found[0].place.edits] if verdict.found else ()),
        words=verdict.pasted.text,
        kind=verdict.kind,
        headline=headline(verdict, in_words),
        means=MEANS[verdict.kind],
        said=_said(tuple(one for one in verdict.cautions if one in everywhere - headed)),
        differences=differing[0] if alike else (),
        legend=_legend(verdict),
        shown=tuple(_shown(one, verdict, cards, everywhere | headed, alike) for one in verdict.found),
        more=verdict.more,
        others=tuple(cards[one.quotation_id] for one in verdict.others),
        silent=silent(verdict) if verdict.kind == "absent" else "",
        sign=SIGNS[verdict.kind],
    )


def _shown(found: Found, verdict: Verdict, cards: Mapping[str, Card], everywhere: set[Caution], alike: bool) -> Shown:
    place, quotation, claim = found.place, found.quotation, found.place.printed.claim
    card = cards[quotation.quotation_id] if quotation else None
    return Shown(
        card=replace(card, pieces=_pieces(found)) if card and place.printed.voice == "own" else card,
        claim=Name(claim.text, claim.claim_id) if claim else None,
        said=_said(tuple(one for one in found.cautions if one not in everywhere)),
        differences=() if alike else _differences(found, verdict.pasted),
        link=quotation.quotation_id if quotation else "",
    )


def _said(some: tuple[Caution, ...]) -> tuple[Said, ...]:
    return tuple(Said(told(one, in_words), one.kind not in QUIET) for one in some)


def _pieces(found: Found) -> tuple[Piece, ...]:
    """The whole quotation in pieces: what differs is marked, or the pasted words where nothing differs.

    One piece where all of it was pasted.
    """
    words = found.place.printed.words
    if found.place.met == ((0, len(words.code)),):
        return ()
    differs = tuple(one.printed for one in found.place.edits)
    return _marked(words, differs or found.place.met)


def _marked(words: Words, runs: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """A text in pieces, those runs of its words marked."""
    pieces, at = list[Piece](), 0
    for first, last in runs:
        if first == last:
            continue
        start, end = words.spans[first][0], words.spans[last - 1][1]
        pieces += [Piece(words.text[at:start], False), Piece(words.text[start:end], True)]
        at = end
    return tuple(one for one in (*pieces, Piece(words.text[at:], False)) if one.text)


def _legend(verdict: Verdict) -> str:
    """What is marked in the quotations that are shown."""
    own = [one.place for one in verdict.found if one.place.printed.voice == "own"]
    if any(one.edits for one in own):
        return "Marked: the words that differ."
    parts = any(one.met != ((0, len(one.printed.words.code)),) for one in own)
    return "Marked: the pasted words." if parts else ""


def _differences(found: Found, pasted: Words) -> tuple[tuple[str, str], ...]:
    printed = found.place.printed.words
    return tuple((pasted.said(*one.pasted), printed.said(*one.printed)) for one in found.place.edits)
