"""The claim page: who says what on one proposition, in time order and side by side.

In: the answers of QUESTIONS for one claim. Out: a `Claim`. It counts voices and names
contradictions; it never says who is right.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import duration, in_words
from readouts.site.pages import counted_support, coverage_strip, first_answer
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.in_threads import OF_CLAIM, names
from readouts.site.pages.manner import PLAIN, Manner, manner
from readouts.vocabulary import NOBODY, QUESTION, Vocabulary, vocabulary

SHIFTS = {"fell silent": "then declined to say", "spoke up": "then spoke of it"}  # in words that judge nobody
UNNAMED = "unattributed"
OURS = {
    "unattributed": "unattributed: that it is {0} is our reading",
    "narrated": "in the source’s own words, which judge what was said: that it is the line of {0} is our reading",
}


def own(end: str) -> str:
    """Columns of one end of a pair: are the words the speaker's own, their form and language, our note on them."""
    rendering = f"FROM quotations JOIN sources ON sources.id = source_id WHERE quotations.id = {end}_quotation_id"
    return f"""(SELECT words IS NOT NULL {rendering}) AS {end}_own, (SELECT quotations.form {rendering}) AS {end}_form,
(SELECT language {rendering}) AS {end}_language,
(SELECT note FROM statements WHERE statements.id = {end}_statement_id) AS {end}_note"""


QUESTIONS = {
    "claim": """SELECT claims.*, events.title AS event, topics.label AS topic,
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
class Words:
    """One end of a shift or a contradiction.

    `ours` says what is our reading: that a line which the source gives to nobody, or only judges, is this voice's.
    """

    statement_id: str
    quotation_id: str
    speaker: str
    side: str
    stance: str
    words: str
    own_words: bool
    date: str
    language: str = ""
    ours: str = ""
    note: str = ""


@dataclass(frozen=True)
class Pair:
    """Two statements side by side: a shift, or a contradiction (`kind` is its scope).

    `voice`: whose line moved, and through whom; empty for a contradiction.

    `opinion`: one of the two is an author's own opinion; `by_logic`: one of the two only follows from its words.
    """

    kind: str
    opinion: bool
    voice: str
    first: Words
    second: Words
    by_logic: bool = False


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
    contradictions: tuple[Pair, ...]
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
        contradictions=tuple(contradiction(row) for row in found["contradictions"]),
        support=tuple(counted_support.support(row) for row in found["corroboration"]),
        siblings=tuple(Name(row["text"], row["id"]) for row in found["siblings"]),
        picture="".join(row["description"] for row in found["picture"]),
        threads=names(found["threads"]),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
    )


def lanes(entries: tuple[Entry, ...], known: Vocabulary) -> tuple[Lane, ...]:
    """The entries by side, in the order of the sides, then nobody's; sides that say nothing have no lane."""
    sides = dict.fromkeys((*known.sides, NOBODY, *(entry.card.side for entry in entries)))
    found = (Lane(side, tuple(entry for entry in entries if entry.card.side == side)) for side in sides)
    return tuple(lane for lane in found if lane.entries)


def shift(row: Row) -> Pair:
    """A row of the derived table `shifts`."""
    side = {"earlier_side": row["side"], "later_side": row["side"]}
    first, second = (_words(row | side, end, _inside(row["voice"])) for end in ("earlier", "later"))
    kind = SHIFTS.get(str(row["shift"]), str(row["shift"]))
    return Pair(kind, bool(row["opinion"]), _voice(row["voice"], first, second), first, second)


def contradiction(row: Row) -> Pair:
    """A row of the derived table `contradictions`."""
    first, second = (_words(row, end) for end in ("affirmed", "denied"))
    return Pair(row["scope"], bool(row["opinion"]), "", first, second, bool(row.get("by_logic")))


def _entry(row: Row) -> Entry:
    return Entry(row["place"], row["stance"], bool(row["opinion"]), card(row), manner(row))


def _voice(voice: str, first: Words, second: Words) -> str:
    """Whose line moved; where a body's moved, through whom."""
    names = [
        f"unattributed (read by us as {_inside(voice)})" if one.speaker == UNNAMED else one.speaker
        for one in (first, second)
    ]
    if set(names) == {voice}:
        return voice
    through = ", then ".join(_inside(name) if place else name for place, name in enumerate(dict.fromkeys(names)))
    return through if voice in names else f"{through}, for {_inside(voice)}"


def _inside(name: str) -> str:
    """A name as it stands within a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _words(row: Row, end: str, whose: str = "") -> Words:
    form = row.get(f"{end}_form") or ""
    ours = OURS.get(form, "").format(whose or "this voice")
    return Words(
        statement_id=row[f"{end}_statement_id"],
        quotation_id=row[f"{end}_quotation_id"],
        speaker=row.get(f"{end}_by") or row.get(f"{end}_speaker") or "",
        side=row[f"{end}_side"],
        stance=row[f"{end}_stance"],
        words=row[f"{end}_words"],
        own_words=bool(row[f"{end}_own"]),
        date=in_words(row[f"{end}_date"]),
        language=row.get(f"{end}_language") or "",
        ours=ours,
        note=(row.get(f"{end}_note") or "") if ours else "",
    )
