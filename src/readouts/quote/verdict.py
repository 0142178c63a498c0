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
from readouts.quote.taken_apart import Pasted, clauses, taken_apart, unmarked
from readouts.quote.wanted import NO_TIME, Time, Wanted

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
    it was held against, and `of` how many the record has in all.
    """

    pasted: Words
    kind: str
    found: tuple[Found, ...] = ()
    more: int = 0
    others: tuple[Quotation, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    held: int = 0
    of: int = 0

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

    `more` are the quotations that were not checked, `problem` says why none was; `taken` is told where nothing
    stands in marks and what was taken for the quotation matters: a clause, or the whole, which is not in the record.
    """

    text: str
    speaker: Asked
    verdicts: tuple[Verdict, ...] = ()
    more: int = 0
    problem: str = ""
    taken: str = ""


def answer(record: Record, text: str, speaker: str = "", time: Time = NO_TIME) -> Answer:
    """The verdicts on a pasted text; a time that was read in the text counts where it stands around a quotation."""
    asked = record.speakers.asked(speaker)
    if len(text) > LONGEST:
        told = f"This is {len(text):,} letters long; {LONGEST:,} are checked at once. Paste a paragraph of it."
        return Answer(text, asked, problem=told)
    read = record.alphabet.read(unmarked(text))
    if not read.code.strip(CUT_LETTER):
        return Answer(text, asked, problem="There is no word in that. Paste the words of a quotation." if text else "")
    pasted = Pasted((unmarked(text),)) if exact(read, record, "own") else taken_apart(text)
    for clause in clauses(text) if pasted.taken else ():
        verdicts = _each(record, clause, asked, time)
        if any(one.kind != "absent" for one in verdicts):
            return Answer(text, asked, verdicts, taken=clause.taken)
    verdicts = _each(record, pasted, asked, time)
    absent = any(one.kind == "absent" for one in verdicts)
    return Answer(text, asked, verdicts, pasted.more, taken=pasted.taken if absent else "")


def _each(record: Record, pasted: Pasted, asked: Asked, time: Time) -> tuple[Verdict, ...]:
    wanted = _wanted(record, asked, time, pasted.around)
    each = (record.alphabet.read(one) for one in pasted.quotations)
    return tuple(_verdict(record, one, wanted) for one in each if one.code.strip(CUT_LETTER))


def _wanted(record: Record, asked: Asked, time: Time, around: str) -> Wanted:
    """Whose words are asked for: those of whoever was typed, or of the people whom the text around them names."""
    time = time if time.typed or around else NO_TIME
    named = record.speakers.mentioned(around) if not asked.typed else frozenset()
    people = tuple(sorted(record.speakers.called[one] for one in named & record.speakers.people))
    return Wanted(Asked(" and ".join(people), named, people), time, True) if people else Wanted(asked, time)


def _verdict(record: Record, pasted: Words, wanted: Wanted) -> Verdict:
    if same := exact(pasted, record, "own"):
        kinds = [(place, "printed" if whole(place) else "part") for place in same]
        best = "printed" if any(kind == "printed" for _, kind in kinds) else "part"
        return _told(record, pasted, best, kinds, wanted)
    near = nearest(pasted, record)
    own = [one for one in near if one.printed.voice == "own"]
    pieces = joined(pasted, record)
    if _are_joined(pasted, record, pieces, near):
        return _told(record, pasted, "joined", [(place, "joined") for place in pieces], wanted)
    held = max(pieces, key=_length, default=None)
    if not near and held and _length(held) >= min(BEGUN, max(PIECE + 1, SHARE * len(pasted.code))):
        return _told(record, pasted, "otherwise", [(alone(pasted, held), "otherwise")], wanted)
    if not near and (same := _elsewhere(pasted, record)):
        return _told(record, pasted, "paraphrase", [(one, "paraphrase") for one in same], wanted)
    if not near:
        return Verdict(pasted, "absent", held=record.in_letters_of(pasted), of=record.size)
    if not own or own[0].likeness < near[0].likeness:
        told = [(one, "paraphrase") for one in near if one.printed.voice != "own"]
        return _told(record, pasted, "paraphrase", _like(told), wanted)
    kinds = _like(_by_wanted([(place, _changed(place, pasted)) for place in own], wanted))
    return _told(record, pasted, kinds[0][1], kinds, wanted)


def _elsewhere(pasted: Words, record: Record) -> list[Place]:
    """The words of sources, or else ours, in which the pasted words stand as they are, though they are few."""
    if len(pasted.code) < PIECE:
        return []
    return exact(pasted, record, "told") or exact(pasted, record, "ours")


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


def _by_wanted(kinds: list[tuple[Place, str]], wanted: Wanted) -> list[tuple[Place, str]]:
    """Those of whoever is asked for alone, where there are any."""
    return [one for one in kinds if wanted.by(one[0].printed.quotation)] or kinds


def _like(kinds: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """The best, and those nearly as good."""
    return [one for one in kinds if one[0].likeness >= CLOSE * kinds[0][0].likeness]


def _told(record: Record, pasted: Words, kind: str, kinds: Iterable[tuple[Place, str]], wanted: Wanted) -> Verdict:
    """The verdict with its places: first whose words are asked for, those of that time, what is printed so, by day."""
    found = [Found(place, one, _all(pasted, place, wanted)) for place, one in kinds]
    if kind in ("printed", "part"):
        found.sort(key=lambda one: (*_aside(one, wanted), one.kind != "printed"))
    if wanted.time.periods and all(wanted.elsewhen(one.quotation) for one in found):
        timed = [(one, tuple(wanted.time_caution(one.quotation))) for one in found]
        found = [replace(one, cautions=more + one.cautions) for one, more in timed]
    if wanted.speaker.typed and kind != "paraphrase" and not any(wanted.by(one.quotation) for one in found):
        kind = "somebody"
    elif wanted.speaker.typed and kind == "printed":
        kind = found[0].kind
    keys = dict.fromkeys(one.quotation.statement_id for one in found[:SHOWN] if one.quotation and kind != "joined")
    shown = {one.quotation.quotation_id for one in found if one.quotation}
    others = [one for key in keys for one in record.statements[key] if one.quotation_id not in shown]
    places = tuple(Counter(one.kind for one in found).items())
    return Verdict(pasted, kind, tuple(found[:SHOWN]), max(0, len(found) - SHOWN), _voices(others), places)


def _aside(found: Found, wanted: Wanted) -> tuple[bool, bool]:
    """Whether it is another's than is asked for, and whether of another time."""
    return bool(wanted.speaker.typed) and not wanted.by(found.quotation), wanted.elsewhen(found.quotation)


def _voices(others: list[Quotation]) -> tuple[Quotation, ...]:
    """The other renderings with words of the speaker's own, one of each wording, or the rest where there are none."""
    own = {one.words: one for one in reversed(others) if one.words}
    return tuple(reversed(own.values()))[:SHOWN] or tuple(others[:SHOWN])


def _all(pasted: Words, place: Place, wanted: Wanted) -> tuple[Caution, ...]:
    """What is said of a place, whose words they are among it."""
    start, end = place.part
    some = (
        pasted
        if (start, end) == (0, len(pasted.code))
        else replace(pasted, code=pasted.code[start:end], keys=pasted.keys[start:end], spans=pasted.spans[start:end])
    )
    return (*wanted.speaker_caution(place.printed.quotation), *cautions(some, place))
