"""What is said of pasted words: one `Verdict` a quotation, of a closed list of kinds.

In: the `Record`, the pasted text, and whose words they are said to be. Out: an `Answer`. Never that words are false: a
verdict says where they are printed, how, and by whom, and what must be said with it (`cautions`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from readouts.quote.alignment import PIECE, Place, alone, exact, joined, nearest, whole
from readouts.quote.cautions import NOTES, Caution, cautions
from readouts.quote.compared_words import CUT_LETTER, Words
from readouts.quote.quotations import Quotation, Record
from readouts.quote.speakers import Asked
from readouts.quote.taken_apart import Pasted, taken_apart, unmarked

LONGEST = 4000  # letters that are checked at once
SHOWN = 6  # places that are shown of a verdict
CLOSE = 0.9  # of the likeness of the best place, from which another is shown beside it
SURE = 0.7  # likeness to one rendering from which words of others of the same statement are no join
BEGUN, SHARE = 6, 0.4  # words of one text, or what part of the pasted ones: held, though all else stands nowhere
MADE_OF = 0.6  # of what the words say, that must stand in the places that are joined

# In the order in which they are looked for.
KINDS = {
    "printed": "Printed so",
    "part": "Part of a sentence that says more",
    "otherwise": "Printed otherwise",
    "joined": "Two places joined",
    "somebody": "Said by somebody else",
    "paraphrase": "Only as a paraphrase",
    "absent": "Not in the record",
}


@dataclass(frozen=True)
class Found:
    """A place with what it is by itself (`kind`), and what must be said of it."""

    place: Place
    kind: str
    cautions: tuple[Caution, ...]

    @property
    def quotation(self) -> Quotation | None:
        """The quotation, where the words are not ours."""
        return self.place.printed.quotation


@dataclass(frozen=True)
class Verdict:
    """The answer to one quotation: `found` are its places, best first; `more` how many there are beside those shown.

    `places` is how many of them are of which kind; `others` are further renderings of the statements that were found,
    in other words or in another language; `held`, of what is not in the record, is how many quotations of its alphabet
    it was held against.
    """

    pasted: Words
    kind: str
    found: tuple[Found, ...] = ()
    more: int = 0
    others: tuple[Quotation, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    held: int = 0

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """All that is said of any of its places."""
        return tuple(dict.fromkeys(one for found in self.found for one in found.cautions))

    @property
    def plain(self) -> bool:
        """Whether the words are printed so, and no more is to be said than that a sentence goes on."""
        return self.kind == "printed" and all(one.kind in NOTES for one in self.cautions)


@dataclass(frozen=True)
class Answer:
    """What was pasted, whose words they are said to be, and a verdict a quotation.

    `more` are the quotations that were not checked, `problem` says why none was.
    """

    text: str
    speaker: Asked
    verdicts: tuple[Verdict, ...] = ()
    more: int = 0
    problem: str = ""


def answer(record: Record, text: str, speaker: str = "") -> Answer:
    """The verdicts on a pasted text."""
    asked = record.speakers.asked(speaker)
    if len(text) > LONGEST:
        told = f"This is {len(text):,} letters long; {LONGEST:,} are checked at once. Paste a paragraph of it."
        return Answer(text, asked, problem=told)
    read = record.alphabet.read(unmarked(text))
    if not read.code.strip(CUT_LETTER):
        return Answer(text, asked, problem="There is no word in that. Paste the words of a quotation." if text else "")
    pasted = Pasted((unmarked(text),)) if exact(read, record, "own") else taken_apart(text)
    named = record.speakers.mentioned(pasted.around) if not asked.typed else frozenset()
    each = (record.alphabet.read(one) for one in pasted.quotations)
    verdicts = tuple(_verdict(record, one, asked, named) for one in each if one.code.strip(CUT_LETTER))
    return Answer(text, asked, verdicts, pasted.more)


def _verdict(record: Record, pasted: Words, asked: Asked, named: frozenset[str]) -> Verdict:
    if same := exact(pasted, record, "own"):
        kinds = [(place, "printed" if whole(place) else "part") for place in same]
        best = "printed" if any(kind == "printed" for _, kind in kinds) else "part"
        return _told(record, pasted, best, kinds, asked, named)
    near = nearest(pasted, record)
    own = [one for one in near if one.printed.voice == "own"]
    pieces = joined(pasted, record)
    if _are_joined(pasted, record, pieces, near):
        return _told(record, pasted, "joined", [(place, "joined") for place in pieces], asked, named)
    held = max(pieces, key=_length, default=None)
    if not near and held and _length(held) >= min(BEGUN, max(PIECE + 1, SHARE * len(pasted.code))):
        return _told(record, pasted, "otherwise", [(alone(pasted, held), "otherwise")], asked, named)
    if not near:
        return Verdict(pasted, "absent", held=record.in_letters_of(pasted))
    if not own or own[0].likeness < near[0].likeness:
        told = [(one, "paraphrase") for one in near if one.printed.voice != "own"]
        return _told(record, pasted, "paraphrase", _like(told), asked, named)
    kinds = _like(_by_asked([(place, _changed(place, pasted)) for place in own], asked))
    return _told(record, pasted, kinds[0][1], kinds, asked, named)


def _changed(place: Place, pasted: Words) -> str:
    """What it is to run over what the record leaves out: a join; any other difference is another print."""
    code = place.printed.words.code
    cuts = all(one.pasted[0] == one.pasted[1] and set(code[slice(*one.printed)]) == {CUT_LETTER} for one in place.edits)
    return "joined" if cuts and place.edits and CUT_LETTER not in pasted.code else "otherwise"


def _length(piece: Place) -> int:
    return piece.part[1] - piece.part[0]


def _are_joined(pasted: Words, record: Record, pieces: list[Place], near: list[Place]) -> bool:
    """Whether one text alone leaves out words that stand together in another, and the pieces are most of the words.

    Two renderings of one remark are no join, if one of them is much like it.
    """
    own = next((one for one in near if one.printed.voice == "own"), None)
    held = sum(record.weights(pasted.code[slice(*one.part)]) for one in pieces) / (record.weights(pasted.code) or 1)
    if len(pieces) < 2 or held < MADE_OF or held <= max((one.likeness for one in near), default=0.0):
        return False
    known = (one.printed.quotation for one in (*pieces, own) if one)
    one_remark = len({one.statement_id for one in known if one}) == 1
    left = [slice(*one.pasted) for one in own.edits] if own else [slice(0, len(pasted.code))]
    return not (one_remark and own and own.likeness >= SURE) and any(len(pasted.code[some]) >= PIECE for some in left)


def _by_asked(kinds: list[tuple[Place, str]], asked: Asked) -> list[tuple[Place, str]]:
    """Those of whoever is asked for alone, where there are any."""
    theirs = [one for one in kinds if said_by(one[0].printed.quotation, asked)]
    return theirs or kinds


def _like(kinds: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """The best, and those nearly as good."""
    return [one for one in kinds if one[0].likeness >= CLOSE * kinds[0][0].likeness]


def said_by(quotation: Quotation | None, asked: Asked) -> bool:
    """Whether it is by whoever is asked for: a person, a body, or by the label of somebody who is not named."""
    if quotation is None:
        return False
    label = quotation.speaker.casefold()
    return bool(asked.ids & {quotation.speaker_id, quotation.organization_id} - {""}) or (
        bool(asked.typed) and asked.typed.casefold() == label
    )


def _told(
    record: Record,
    pasted: Words,
    kind: str,
    kinds: Iterable[tuple[Place, str]],
    asked: Asked,
    named: frozenset[str],
) -> Verdict:
    """The verdict with its places in order: whose words are asked for, what is printed so, then by form and day."""
    found = [Found(place, one, _all(record, pasted, place, asked, named)) for place, one in kinds]
    if kind in ("printed", "part"):
        found.sort(key=lambda one: (bool(asked.typed) and not said_by(one.quotation, asked), one.kind != "printed"))
    if asked.typed and kind != "paraphrase" and not any(said_by(one.quotation, asked) for one in found):
        kind = "somebody"
    elif asked.typed and kind == "printed":
        kind = found[0].kind
    keys = dict.fromkeys(one.quotation.statement_id for one in found[:SHOWN] if one.quotation and kind != "joined")
    shown = {one.quotation.quotation_id for one in found if one.quotation}
    others = [one for key in keys for one in record.statements[key] if one.quotation_id not in shown]
    places = tuple(Counter(one.kind for one in found).items())
    return Verdict(pasted, kind, tuple(found[:SHOWN]), max(0, len(found) - SHOWN), _voices(others), places)


def _voices(others: list[Quotation]) -> tuple[Quotation, ...]:
    """The other renderings with words of the speaker's own, one of each wording, or the rest where there are none."""
    own = {one.words: one for one in reversed(others) if one.words}
    return tuple(reversed(own.values()))[:SHOWN] or tuple(others[:SHOWN])


def _all(record: Record, pasted: Words, place: Place, asked: Asked, named: frozenset[str]) -> tuple[Caution, ...]:
    """What is said of a place, whose words they are among it."""
    quotation = place.printed.quotation
    start, end = place.part
    some = (
        pasted
        if (start, end) == (0, len(pasted.code))
        else replace(pasted, code=pasted.code[start:end], keys=pasted.keys[start:end], spans=pasted.spans[start:end])
    )
    found = list(cautions(some, place))
    if quotation and asked.typed and not said_by(quotation, asked):
        found.insert(0, Caution("speaker", (quotation.speaker,)))
    people = named & record.speakers.people
    if quotation and people and not named & {quotation.speaker_id, quotation.organization_id}:
        found.insert(0, Caution("named", tuple(sorted(record.speakers.called[one] for one in people))))
    return tuple(found)
