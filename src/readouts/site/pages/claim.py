"""The claim page: who says what on one proposition, in time order and side by side.

In: the answers of QUESTIONS for one claim. Out: a `Claim`. It counts voices and names
contradictions; it never says who is right.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import duration
from readouts.site.pages import counted_support, coverage_strip, first_answer
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.in_threads import OF_CLAIM, names
from readouts.site.pages.manner import PLAIN, Manner, manner
from readouts.site.pages.no_side import order
from readouts.site.pages.pairs import Pair, contradiction, own, shift
from readouts.site.pages.voices import Voice, scopes, voices
from readouts.vocabulary import QUESTION, Vocabulary, vocabulary

QUESTIONS = {
    "claim": """SELECT claims.*, events.name AS event, topics.label AS topic,
coalesce(organizations.name, people.name) AS value_name
FROM claims LEFT JOIN events ON events.id = claims.event_id JOIN topics ON topics.id = claims.topic_id
LEFT JOIN organizations ON organizations.id = claims.value LEFT JOIN people ON people.id = claims.value
WHERE claims.id = :id""",
    "timeline": f"""SELECT {COLUMNS}, claim_timeline.*
FROM claim_timeline JOIN quotations ON quotations.id = claim_timeline.quotation_id {JOINS}
WHERE claim_timeline.claim_id = :id ORDER BY claim_timeline.place""",
    "shifts": f"""SELECT shifts.*, 0 AS opinion, {own("earlier")}, {own("later")}
FROM shifts WHERE claim_id = :id ORDER BY later_date, voice, level, later_statement_id""",
    "contradictions": f"""SELECT contradictions.*, {own("affirmed")}, {own("denied")}
FROM contradictions WHERE claim_id = :id ORDER BY opinion, scope, affirmed_date, denied_date, affirmed_statement_id""",
    "corroboration": "SELECT * FROM corroboration WHERE claim_id = :id ORDER BY direction",
    "telling": first_answer.question("about = 'claim' AND most_telling.claim_id = :id"),
    "accounts": "SELECT * FROM accounts WHERE claim_id = :id",
    "codes": QUESTION,
    "threads": OF_CLAIM,
    "picture": "SELECT description FROM pictures WHERE name = 'claims/' || :id",
    # Of a claim about a contact its time and level, of any other the months in which something is said on it.
    "coverage": coverage_strip.question("""EXISTS (SELECT 1 FROM claims JOIN events ON events.id = claims.event_id
WHERE claims.id = :id AND coverage.level = events.level
AND coverage.month >= coalesce(substr(events.date_earliest, 1, 7), '0')
AND coverage.month <= coalesce(substr(events.date_latest, 1, 7), '9'))
OR (NOT EXISTS (SELECT 1 FROM claims JOIN events ON events.id = claims.event_id
    WHERE claims.id = :id AND events.level IS NOT NULL)
    AND EXISTS (SELECT 1 FROM claim_timeline WHERE claim_id = :id
        AND coverage.month >= substr(not_before, 1, 7) AND coverage.month <= substr(not_after, 1, 7)))"""),
    "levels": coverage_strip.LEVELS,
    "siblings": """SELECT other.id, other.text FROM claims AS other JOIN claims ON claims.event_id = other.event_id
WHERE claims.id = :id AND other.id <> :id ORDER BY other.text""",
}


@dataclass(frozen=True)
class Entry:
    """One statement's stance on the claim, on the card of the words it rests on; `place` counts in time order."""

    place: int
    stance: str
    opinion: bool
    card: Card
    manner: Manner = PLAIN


@dataclass(frozen=True)
class Lane:
    """What one side says, in time order."""

    side: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Claim:
    """The page; `picture` is what its picture shows, empty where none was drawn."""

    id: str
    text: str
    answer: first_answer.Answer
    kind: str
    value: str
    note: str
    event: Name
    topic: Name
    entries: tuple[Entry, ...]
    lanes: tuple[Lane, ...]
    shifts: tuple[Pair, ...]
    contradictions: tuple[Voice, ...]
    scopes: tuple[str, ...]
    support: tuple[counted_support.Support, ...]
    siblings: tuple[Name, ...]
    picture: str
    coverage: coverage_strip.Coverage
    threads: tuple[Name, ...] = ()


def shape(found: Answers) -> Claim:
    """The page of the one row of `claim`."""
    cell = {name: value or "" for name, value in found["claim"][0].items()}
    entries = tuple(_entry(row) for row in found["timeline"])
    known = vocabulary(found["codes"])
    against = voices(contradiction(row) for row in found["contradictions"])
    return Claim(
        id=cell["id"],
        text=cell["text"],
        answer=first_answer.on_claim(found["telling"], cell.get("said_by", ""), dict(*found["accounts"]), known),
        kind=cell["kind"],
        value=cell["value_name"] or duration(cell["value"]),
        note=cell["note"],
        event=Name(cell["event"], cell["event_id"]),
        topic=Name(cell["topic"], cell["topic_id"]),
        entries=entries,
        lanes=lanes(entries, known),
        shifts=tuple(shift(row) for row in found["shifts"]),
        contradictions=against,
        scopes=scopes(against),
        support=tuple(counted_support.support(row) for row in found["corroboration"]),
        siblings=tuple(Name(row["text"], row["id"]) for row in found["siblings"]),
        picture="".join(row["description"] for row in found["picture"]),
        threads=names(found["threads"]),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
    )


def lanes(entries: tuple[Entry, ...], known: Vocabulary) -> tuple[Lane, ...]:
    """The entries by side, in the order of the sides, then who speaks for none; sides that say nothing have no lane."""
    sides = dict.fromkeys((*order(known.sides), *(entry.card.side for entry in entries)))
    found = (Lane(side, tuple(entry for entry in entries if entry.card.side == side)) for side in sides)
    return tuple(lane for lane in found if lane.entries)


def _entry(row: Row) -> Entry:
    return Entry(row["place"], row["stance"], bool(row["opinion"]), card(row), manner(row))
