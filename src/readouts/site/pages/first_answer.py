"""What a page says first: one or two sentences, and the most telling words of each side.

Why: a reader with ten minutes asks who affirms, who denies, who refuses, of whom nothing was found, and in
which words. In: rows of `most_telling` (which words lead is decided there and nowhere else), the cells of
`contact_standing` or `accounts`, and the vocabulary. Out: an `Answer`, which the macro `answer` of
`_parts.html` shows. What is not coded is said to be that; nothing is concluded from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.pages.first_sentences import (
    COURSE,
    ELSE,
    NOBODY_SAYS,
    PLAN,
    beside,
    of_leak,
    order,
    sentences,
    silent,
    who_says,
)
from readouts.site.pages.no_side import shown_side
from readouts.site.pages.side_accounts import Quote, quote
from readouts.vocabulary import Vocabulary

LATEST = 3  # events on which the page of a voice shows its words first
SPOKEN = """SELECT count(*) AS statements, min(coalesce(date_earliest, date_latest)) AS first,
max(coalesce(date_latest, date_earliest)) AS last FROM statements WHERE"""
COLUMNS = """most_telling.*, sources.language, sources.genre,
claim_timeline.speaker_id, claim_timeline.register, claim_timeline.taken_back,
claim_timeline.stance_note, claim_timeline.claim, claim_timeline.organization, claim_timeline.source,
codes.phrase AS stance_phrase,
CASE most_telling.side WHEN 'beside' THEN 'side only' END AS voice"""
JOINS = """JOIN claim_timeline ON claim_timeline.claim_id = most_telling.claim_id
AND claim_timeline.statement_id = most_telling.statement_id
JOIN sources ON sources.id = claim_timeline.source_id
JOIN codes ON codes.list = 'stance' AND codes.code = most_telling.stance"""


@dataclass(frozen=True)
class Telling:
    """The most telling words of one side for one stance, and how many more of its statements carry it (`same`).

    `claim` is the one on which it is; `on_claim` says that a page names it.
    """

    side: str
    quote: Quote
    same: int
    claim: Name
    on_claim: bool


@dataclass(frozen=True)
class Answer:
    """The sentences, then the words, side by side in the order of the sides."""

    sentences: tuple[str, ...] = ()
    words: tuple[Telling, ...] = ()


NONE = Answer()


def question(where: str) -> str:
    """The rows of `most_telling` that the condition chooses, of each side the leading one first."""
    return f"SELECT {COLUMNS} FROM most_telling {JOINS} WHERE {where} ORDER BY most_telling.lead DESC, most_telling.id"


def ends_of_voice(column: str) -> str:
    """On how many claims the voice takes which stance in the end; of a body, also those who speak in its name."""
    theirs = "AND positions.voice_kind = 'person'" if column == "speaker_id" else ""
    return f"""SELECT codes.label, count(DISTINCT positions.claim_id) AS claims FROM positions
JOIN codes ON codes.list = 'stance' AND codes.code = positions.stance
WHERE positions.{column} = :id {theirs} GROUP BY codes.code ORDER BY codes.rank"""


def latest_of_voice(column: str) -> str:
    """The words of the voice that lead on a claim, of each event the most telling, of the latest events."""
    return question(f"""most_telling.id IN (SELECT id FROM (SELECT told.id, row_number() OVER (
PARTITION BY coalesce(claims.event_id, claims.id) ORDER BY told.stands DESC, told.basis = 'logic',
claims.kind <> 'occurrence',
NOT told.own, told.id) AS number, coalesce(statements.date_latest, statements.date_earliest) AS day
FROM most_telling AS told JOIN statements ON statements.id = told.statement_id JOIN claims ON claims.id = told.claim_id
WHERE told.about = 'claim' AND told.stands AND statements.{column} = :id)
WHERE number = 1 ORDER BY day DESC, id LIMIT {LATEST})""")


def on_event(rows: Iterable[Row], cells: Mapping[str, object], known: Vocabulary) -> Answer:
    """The answer of a contact, a leak or a decision; `cells` is the contact's row of `contact_standing`, if it is one.

    First who took part, with how their accounts stand and what is not known of them, then everybody else. Who took no
    part and speaks only of other things than whether it was so gives no account, and stands in no sentence.
    """
    parties = str(cells.get("parties") or "").split(", ")
    rows = [row for row in rows if row["subject"] != ELSE or row["side"] in parties or not cells]
    theirs = [row for row in rows if row["side"] in parties or not beside(row["side"], known)]
    standing = str(cells.get("standing") or "")
    standing = NOBODY_SAYS.get(standing, standing)
    told = "; ".join(filter(None, (who_says(theirs, known), *of_leak(cells, known), *silent(cells, known))))
    first = ": ".join(filter(None, (standing, told)))
    others = who_says((row for row in rows if row not in theirs), known)
    return Answer(sentences(first, f"By others: {others}" if others else ""), _words(rows, known))


def on_claim(rows: Iterable[Row], said_by: str, cells: Mapping[str, object], known: Vocabulary) -> Answer:
    """The answer of a claim: every stance ever taken (`said_by`), then the words of each side in the end."""
    return Answer(sentences(said_by, *silent(cells, known)), _words(rows, known))


def of_voice(spoken: Row, ends: Iterable[Row], rows: Iterable[Row], known: Vocabulary) -> Answer:
    """The answer of a person or a body: how much and when, the stances in the end, its latest words on an event.

    `spoken` has the number of statements and their first and last day, `ends` how many claims by stance.
    """
    if not spoken["statements"]:
        return NONE
    ends = tuple(ends)
    days = " to ".join(dict.fromkeys(in_words(spoken[end]) for end in ("first", "last") if spoken[end]))
    much = f"{spoken['statements']} statement{'' if spoken['statements'] == 1 else 's'}"
    last = f"on so many claims in the end: {_counts(ends)}" if ends else ""
    return Answer(sentences(f"{much}, {days}" if days else much, last), _words(rows, known, True))


def on_thread(ends: Iterable[Row], rows: Iterable[Row], known: Vocabulary) -> Answer:
    """The answer of a thread: on how many of its claims each side takes which stance in the end; words on the first."""
    found: dict[str, list[Row]] = {}
    for row in ends:
        found.setdefault(row["side"], []).append(row)
    told = [f"{_side(side, known)} {_counts(found[side])}" for side in order(known) if side in found]
    return Answer(sentences(f"Of these claims {'; '.join(told)}" if told else ""), _words(rows, known, True))


def _counts(ends: Iterable[Row]) -> str:
    return ", ".join(f"{row['label'][:1].lower()}{row['label'][1:]} {row['claims']}" for row in ends)


def _side(side: str, known: Vocabulary) -> str:
    return known.sides[side].phrase if side in known.sides else "who speaks for no side"


def _words(rows: Iterable[Row], known: Vocabulary, on_claim: bool = False) -> tuple[Telling, ...]:
    sides = order(known)
    ranked = sorted(rows, key=lambda row: (sides.index(row["side"]), not row["lead"]))
    return tuple(_telling(row, on_claim) for row in ranked)


def _telling(row: Row, on_claim: bool) -> Telling:
    # What is not on the event itself says on what it is, lest it be taken for that.
    named = on_claim or row["subject"] in (COURSE, PLAN, ELSE)
    return Telling(shown_side(row), quote(row), row["same"], Name(row["claim"], row["claim_id"]), named)
