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
from readouts.site.pages.no_side import BESIDE, shown_side
from readouts.site.pages.side_accounts import Quote, quote
from readouts.vocabulary import NOBODY, Vocabulary

EVENT, CLAIM, COURSE, PLAN, BY_LOGIC, ELSE = "event", "claim", "course", "plan", "by logic", "something else"
OPEN, SEARCHED, LEAK = "not coded yet", "nothing found", "leak: "
NOBODY_SAYS = {"none": "nobody says that it took place", "none so far": "nobody says so far that it took place"}
TELLS = {EVENT: "{stance} by", CLAIM: "{stance} by", COURSE: "told of by", PLAN: "the plan: {stance} by"} | {
    BY_LOGIC: "{stance}, as follows from other words, by",
    ELSE: "spoken of, but not whether it was so, by",
}
LATEST = 3  # events on which the page of a voice shows its words first
SPOKEN = """SELECT count(*) AS statements, min(coalesce(date_earliest, date_latest)) AS first,
max(coalesce(date_latest, date_earliest)) AS last FROM statements WHERE"""
COLUMNS = """most_telling.*, sources.language, sources.genre,
claim_timeline.speaker_id, claim_timeline.register, claim_timeline.taken_back,
claim_timeline.stance_note, claim_timeline.claim, claim_timeline.organization, codes.phrase AS stance_phrase,
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
    theirs = [row for row in rows if row["side"] in parties or not _beside(row["side"], known)]
    standing = str(cells.get("standing") or "")
    standing = NOBODY_SAYS.get(standing, standing)
    told = "; ".join(filter(None, (_sentence(theirs, known), *_of_leak(cells, known), *_silent(cells, known))))
    first = ": ".join(filter(None, (standing, told)))
    others = _sentence((row for row in rows if row not in theirs), known)
    return Answer(_sentences(first, f"By others: {others}" if others else ""), _words(rows, known))


def on_claim(rows: Iterable[Row], said_by: str, cells: Mapping[str, object], known: Vocabulary) -> Answer:
    """The answer of a claim: every stance ever taken (`said_by`), then the words of each side in the end."""
    return Answer(_sentences(said_by, *_silent(cells, known)), _words(rows, known))


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
    return Answer(_sentences(f"{much}, {days}" if days else much, last), _words(rows, known, True))


def on_thread(ends: Iterable[Row], rows: Iterable[Row], known: Vocabulary) -> Answer:
    """The answer of a thread: on how many of its claims each side takes which stance in the end; words on the first."""
    found: dict[str, list[Row]] = {}
    for row in ends:
        found.setdefault(row["side"], []).append(row)
    told = [f"{_side(side, known)} {_counts(found[side])}" for side in _order(known) if side in found]
    return Answer(_sentences("; ".join(told)), _words(rows, known, True))


def _counts(ends: Iterable[Row]) -> str:
    return ", ".join(f"{row['label'][:1].lower()}{row['label'][1:]} {row['claims']}" for row in ends)


def _side(side: str, known: Vocabulary) -> str:
    return known.sides[side].phrase if side in known.sides else "who speaks for no side"


def _sentences(*texts: str) -> tuple[str, ...]:
    return tuple(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in texts if text)


def _sentence(rows: Iterable[Row], known: Vocabulary) -> str:
    """Who takes which stance on what, refusals last, each side with the date of the first to say so."""
    found: dict[str, dict[str, Row]] = {}
    stances, sides = list(known.stances), _order(known)
    rows = [row for row in rows if row["stands"]]

    def place(row: Row) -> tuple[int, bool, int, int]:
        stance = row["stance"]
        return _rank(row), known.stances[stance].scale is None, stances.index(stance), sides.index(row["side"])

    for row in sorted(rows, key=place):
        named = found.setdefault(TELLS[row["subject"]].format(stance=row["stance_phrase"]), {})
        if row["side"] not in named or _earlier(row, named[row["side"]]):
            named[row["side"]] = row
    return "; ".join(f"{way} {_and(_since(row, known) for row in named.values())}" for way, named in found.items())


def _earlier(row: Row, other: Row) -> bool:
    """Whether a row of another stance that is told in the same words is older."""
    return bool(row["since"] and other["since"] and row["since_order"] < other["since_order"])


def _since(row: Row, known: Vocabulary) -> str:
    """Who says so, and since when; a voice of its own has the day of its words, and how many say the same."""
    day, since = _day(row["date"]), _day(row["since"])
    if _beside(row["side"], known) and row["same"] and since:
        return f"{_named(row, known)} ({f'{day}; ' if day else ''}{row['same']} more, the first {since})"
    return f"{_named(row, known)}{f' (first {since})' if since else ''}"


def _day(date: str | None) -> str:
    return in_words(date).replace(" (uncertain)", ", uncertain") if date else ""


def _of_leak(cells: Mapping[str, object], known: Vocabulary) -> tuple[str, ...]:
    """What a side says of a leak of the contact, where that is all it says of it."""
    found: dict[str, list[str]] = {}
    for side in known.sides.values():
        text = str(cells.get(side.column) or "")
        stance = next((one for one in known.stances if text == f"{LEAK}{one}"), "")
        if stance:
            found.setdefault(known.stances[stance].phrase, []).append(side.phrase)
    return tuple(f"the leak of it: {phrase} by {_and(sides)}" for phrase, sides in found.items())


def _rank(row: Row) -> int:
    return list(TELLS).index(row["subject"])


def _beside(side: str, known: Vocabulary) -> bool:
    """Whether it is nobody's account of the matter: of no side, beside a party, an outlet's, anybody else's."""
    return side in (NOBODY, BESIDE) or known.sides[side].nature in ("reporter", "rest")


def _named(row: Row, known: Vocabulary) -> str:
    """A side within a sentence; who gives no side's account has a name of his own."""
    if _beside(row["side"], known):
        return "somebody unnamed" if row["speaker"] == "unattributed" else str(row["speaker"])
    return known.sides[row["side"]].phrase


def _silent(cells: Mapping[str, object], known: Vocabulary) -> tuple[str, ...]:
    """Of which sides nothing is coded, and of which nothing was found where it was looked for."""
    found: dict[str, list[str]] = {}
    for side in known.sides.values():
        text = str(cells.get(side.column) or "")
        if text == OPEN or text.startswith(SEARCHED):
            found.setdefault(text, []).append(side.phrase)
    return tuple(
        f"what {_and(sides)} {'says' if len(sides) == 1 else 'say'} is not coded yet"
        if text == OPEN
        else f"{text} of {_and(sides)}"
        for text, sides in found.items()
    )


def _words(rows: Iterable[Row], known: Vocabulary, on_claim: bool = False) -> tuple[Telling, ...]:
    order = _order(known)
    ranked = sorted(rows, key=lambda row: (order.index(row["side"]), not row["lead"]))
    return tuple(_telling(row, on_claim) for row in ranked)


def _telling(row: Row, on_claim: bool) -> Telling:
    # What is not on the event itself says on what it is, lest it be taken for that.
    named = on_claim or row["subject"] in (COURSE, PLAN, ELSE)
    return Telling(shown_side(row), quote(row), row["same"], Name(row["claim"], row["claim_id"]), named)


def _order(known: Vocabulary) -> tuple[str, ...]:
    return (*known.sides, BESIDE, NOBODY)


def _and(texts: Iterable[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
