"""What words are held against: the quotations of the record, and what it has beside them in other voices.

In: the answers of QUESTIONS to the built file. Out: a `Record`: texts as words, and for each word the texts that have
it. Words of the speaker's own, a source's words and ours stay apart: `voice` is own, told or ours.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from readouts.build.spelling import cyrillic
from readouts.quote.compared_words import BETWEEN, CUT_LETTER, Alphabet, Words
from readouts.quote.covered_time import QUESTIONS as COVERED
from readouts.quote.covered_time import Cell, cells
from readouts.quote.speakers import QUESTIONS as NAMES
from readouts.quote.speakers import Speakers
from readouts.quote.turning_words import nature

Row = Mapping[str, Any]
STRANGE = ""  # stands for a word that no text of the record has
LIGHT = (
    0.3  # what a negation says of which text is meant: with it and without it, it is the same text that is asked for
)
Answers = Mapping[str, tuple[Row, ...]]

_QUOTATIONS = """SELECT quotations.id AS quotation_id, quotations.statement_id, quotations.form, quotations.words,
quotations.proof, quotations.passage, quotations.speaker, statements.speaker_id, statements.organization_id,
organizations.name AS organization, statements.date, statements.date_earliest, statements.date_latest,
quotations.source_id, sources.name AS source, sources.publisher,
sources.published, sources.language, via.name AS via, evidence.state,
coalesce(evidence.link, sources.url, sources.archive_url) AS address
FROM quotations JOIN statements ON statements.id = quotations.statement_id
JOIN sources ON sources.id = quotations.source_id
JOIN evidence ON evidence.quotation_id = quotations.id
JOIN codes AS forms ON forms.list = 'form' AND forms.code = quotations.form
LEFT JOIN organizations ON organizations.id = statements.organization_id
LEFT JOIN organizations AS via ON via.id = quotations.via_id
ORDER BY forms.rank, statements.date_earliest IS NULL, statements.date_earliest, quotations.id"""
_CLAIMS = "SELECT id AS claim_id, text, said_by FROM claims ORDER BY id"
QUESTIONS = {"quotations": _QUOTATIONS, "claims": _CLAIMS} | COVERED | NAMES


@dataclass(frozen=True)
class Quotation:
    """A quotation with who said it, when, and where it is printed; `words` are empty where no words are his own.

    `proof` are then words of the source, where the record has them, and `passage` is the place.
    """

    quotation_id: str
    statement_id: str
    form: str
    words: str
    proof: str
    passage: str
    speaker: str
    speaker_id: str
    organization_id: str
    organization: str
    date: str
    date_earliest: str
    date_latest: str
    source_id: str
    source: str
    publisher: str
    published: str
    language: str
    via: str
    address: str
    state: str


@dataclass(frozen=True)
class Claim:
    """A claim: words of ours, and who says so."""

    claim_id: str
    text: str
    said_by: str


@dataclass(frozen=True)
class Printed:
    """A text of the record: `voice` says whose words they are: own (the speaker's), told (a source's), ours."""

    words: Words
    voice: str
    quotation: Quotation | None = None
    claim: Claim | None = None


@dataclass(frozen=True)
class Record:
    """All that is held ready for every question: made once for a built file."""

    alphabet: Alphabet
    texts: tuple[Printed, ...]
    having: Mapping[str, frozenset[int]]
    statements: Mapping[str, tuple[Quotation, ...]]
    speakers: Speakers
    covered: tuple[Cell, ...]
    days: frozenset[str]
    weight: Mapping[str, float]
    whole: str = field(repr=False, default="")

    def weights(self, code: str) -> float:
        """How much the words of a run say together: each the more the fewer texts have it."""
        return sum(self.weight.get(letter, self.weight[STRANGE]) for letter in code)

    def in_letters_of(self, words: Words) -> int:
        """How many quotations have the speaker's own words in the alphabet of these."""
        wanted = cyrillic(words.text)
        return sum(cyrillic(one.words) == wanted for one in self.own)

    @property
    def size(self) -> int:
        """How many quotations the record has, those without the speaker's own words among them."""
        return sum(map(len, self.statements.values()))

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of all whose words, or whose body's words, the record has, by name."""
        ids = {
            key for some in self.statements.values() for one in some for key in (one.speaker_id, one.organization_id)
        }
        return tuple(sorted({self.speakers.called[key] for key in ids if key}))

    @property
    def own(self) -> tuple[Quotation, ...]:
        """The quotations with words of the speaker's own."""
        return tuple(one.quotation for one in self.texts if one.voice == "own" and one.quotation)


def record(found: Answers) -> Record:
    """The record, of the answers of QUESTIONS."""
    alphabet, texts = Alphabet(), list[Printed]()
    quotations = [_quotation(row) for row in found["quotations"]]
    for one in quotations:
        texts += [Printed(alphabet.learn(one.words), "own", one)] if one.words else []
    for one in quotations:
        told = filter(None, (one.proof, one.passage))
        texts += [Printed(alphabet.learn(text), "told", one) for text in told]
    for row in found["claims"]:
        claim = Claim(row["claim_id"], row["text"], row["said_by"] or "")
        texts.append(Printed(alphabet.learn(claim.text), "ours", claim=claim))
    having, statements = defaultdict(set), defaultdict(list)
    for place, text in enumerate(texts):
        for letter in set(text.words.code):
            having[letter].add(place)
    for one in quotations:
        statements[one.statement_id].append(one)
    weight = {letter: math.log((len(texts) + 1) / (len(places) + 0.5)) for letter, places in having.items()}
    light = {letter: LIGHT for key, letter in alphabet.letters.items() if nature(key) == "negation"}
    return Record(
        alphabet,
        tuple(texts),
        {letter: frozenset(places) for letter, places in having.items()},
        {key: tuple(some) for key, some in statements.items()},
        Speakers.of(found),
        cells(found["covered"]),
        frozenset(row["day"] for row in found["days"]),
        weight | light | {CUT_LETTER: 0.0, STRANGE: math.log(2 * len(texts) + 2)},
        BETWEEN.join(one.words.code for one in texts if one.voice == "own"),
    )


def _quotation(row: Row) -> Quotation:
    return Quotation(**{name: row[name] or "" for name in Quotation.__dataclass_fields__})


def likely(code: str, record: Record, most: int) -> list[int]:
    """The texts that have most of what the words of a run say, best first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for letter in sorted(set(code)):
        for place in record.having.get(letter, ()):
            scores[place] += record.weight[letter]
    return nsmallest(most, scores, key=lambda place: (-scores[place], place))
