"""The page on which a quotation is checked: each verdict with the whole quotations, and what must be said with it.

In: an `Answer` of `quote`, the cards of the quotations that it names, how far the time is covered. Out: a `Check`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from readouts.quote.cautions import NOTES, Caution
from readouts.quote.covered_time import Level
from readouts.quote.in_words import MEANS, TIMED, headline, silent, told
from readouts.quote.verdict import KINDS, LONGEST, Answer, Found, Verdict
from readouts.site.dates_in_words import in_words
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name
from readouts.site.pages.differing_words import Piece

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
    """The answer to one quotation; `said` holds of every place that is shown."""

    pasted: str
    kind: str
    headline: str
    means: str
    said: tuple[Said, ...]
    shown: tuple[Shown, ...]
    more: int
    others: tuple[Card, ...]
    silent: str


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
    kinds: tuple[tuple[str, str], ...] = tuple((KINDS[kind], MEANS[kind]) for kind in KINDS)


def wanted(answer: Answer) -> list[str]:
    """The quotations whose cards the page shows."""
    found = [one.quotation for verdict in answer.verdicts for one in verdict.found if one.quotation]
    return [one.quotation_id for one in (*found, *(other for one in answer.verdicts for other in one.others))]


def block(verdict: Verdict, cards: Mapping[str, Card]) -> Block:
    """The answer to one quotation, as it is shown."""
    each = [set(one.cautions) for one in verdict.found]
    everywhere = set.intersection(*each) if len(each) > 1 else set()
    headed = {one for one in verdict.cautions if one.kind in TIMED}  # told by the headline
    return Block(
        pasted=verdict.pasted.text,
        kind=verdict.kind,
        headline=headline(verdict, in_words),
        means=MEANS[verdict.kind],
        said=_said(tuple(one for one in verdict.cautions if one in everywhere - headed)),
        shown=tuple(_shown(one, verdict, cards, everywhere | headed) for one in verdict.found),
        more=verdict.more,
        others=tuple(cards[one.quotation_id] for one in verdict.others),
        silent=silent(verdict) if verdict.kind == "absent" else "",
    )


def _shown(found: Found, verdict: Verdict, cards: Mapping[str, Card], everywhere: set[Caution]) -> Shown:
    place, quotation, claim = found.place, found.quotation, found.place.printed.claim
    card = cards[quotation.quotation_id] if quotation else None
    return Shown(
        card=replace(card, pieces=_pieces(found)) if card and place.printed.voice == "own" else card,
        claim=Name(claim.text, claim.claim_id) if claim else None,
        said=_said(tuple(one for one in found.cautions if one not in everywhere)),
        differences=tuple(
            (verdict.pasted.said(*one.pasted), place.printed.words.said(*one.printed)) for one in place.edits
        ),
        link=quotation.quotation_id if quotation else "",
    )


def _said(some: tuple[Caution, ...]) -> tuple[Said, ...]:
    return tuple(Said(told(one, in_words), one.kind not in NOTES) for one in some)


def _pieces(found: Found) -> tuple[Piece, ...]:
    """The whole quotation in pieces, the pasted words marked; one piece where it has no others."""
    words, pieces, at = found.place.printed.words, list[Piece](), 0
    if found.place.met == ((0, len(words.code)),):
        return ()
    for first, last in found.place.met:
        start, end = words.spans[first][0], words.spans[last - 1][1]
        pieces += [Piece(words.text[at:start], False), Piece(words.text[start:end], True)]
        at = end
    return tuple(one for one in (*pieces, Piece(words.text[at:], False)) if one.text)
