"""The statement page: what one speaker said once, in all its renderings, and what it takes a stance on.

In: the answers of QUESTIONS for one statement. Out: a `Statement`.
"""

from dataclasses import dataclass, replace
from itertools import groupby

from readouts.site.dates_in_words import When, when
from readouts.site.pages import read_twice
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.differing_words import marked
from readouts.site.pages.manner import PLAIN, Manner, manner
from readouts.site.pages.no_side import UNNAMED

QUESTIONS = {
    "statement": """SELECT statements.*, organizations.name AS organization,
(SELECT label FROM statements AS earlier WHERE earlier.id = statements.takes_back_id) AS takes_back,
(SELECT office FROM readouts_wordings AS flat WHERE flat.statement_id = statements.id LIMIT 1) AS office
FROM statements LEFT JOIN organizations ON organizations.id = statements.organization_id
WHERE statements.id = :id""",
    "stances": """SELECT * FROM claim_timeline WHERE statement_id = :id
ORDER BY event IS NULL, event, scale DESC, claim""",
    "renderings": f"""SELECT {COLUMNS} FROM quotations {JOINS} WHERE quotations.statement_id = :id
ORDER BY sources.published_earliest IS NULL, sources.published_earliest, sources.id, quotations.id""",
    "order": """SELECT statements.id, statements.label, statements.date,
statements.id IN (SELECT earlier_statement_id FROM known_order WHERE later_statement_id = :id) AS earlier
FROM statements WHERE statements.id IN (
    SELECT earlier_statement_id FROM known_order WHERE later_statement_id = :id
    UNION SELECT later_statement_id FROM known_order WHERE earlier_statement_id = :id)
ORDER BY statements.date_earliest, statements.id""",
    "readings": read_twice.QUESTION,
}


@dataclass(frozen=True)
class Stance:
    """The position that the statement takes on one claim, and the words on which we read it."""

    claim: Name
    event: Name
    stance: str
    quotation_id: str
    words: str
    own_words: bool
    opinion: bool
    manner: Manner = PLAIN


@dataclass(frozen=True)
class Wording:
    """The speaker's own words as one source prints them: one card a place."""

    source: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Statement:
    """The page. `wordings` has the speaker's words by source, `told` the renderings in a source's own words."""

    speaker: Name
    organization: Name
    office: str
    side: str
    when: When
    medium: str
    audience: str
    language: str
    summary: str
    note: str
    register: str
    takes_back: Name
    stances: tuple[Stance, ...]
    wordings: tuple[Wording, ...]
    told: tuple[Card, ...]
    earlier: tuple[Name, ...]
    later: tuple[Name, ...]
    read_twice: read_twice.Readings


def shape(found: Answers) -> Statement:
    """The page of the one row of `statement`."""
    cell = {name: value or "" for name, value in found["statement"][0].items()}
    cards = tuple(card(row) for row in found["renderings"])
    return Statement(
        speaker=Name(cell["speaker"], cell["speaker_id"] if cell["speaker"] != "unattributed" else ""),
        organization=Name(cell["organization"], cell["organization_id"]),
        office=cell["office"],
        side=next((one.side for one in cards if one.side != UNNAMED), UNNAMED) if cards else cell["side"],
        when=when(cell),
        medium=cell["medium"],
        audience=cell["audience"],
        language=cell["language"],
        summary=cell["summary"],
        note=cell["note"],
        register=cell.get("register", ""),
        takes_back=Name(cell.get("takes_back", ""), cell.get("takes_back_id", "")),
        stances=tuple(_stance(row) for row in found["stances"]),
        wordings=wordings(tuple(one for one in cards if one.words)),
        told=tuple(one for one in cards if not one.words),
        earlier=tuple(Name(row["label"], row["id"]) for row in found["order"] if row["earlier"]),
        later=tuple(Name(row["label"], row["id"]) for row in found["order"] if not row["earlier"]),
        read_twice=read_twice.readings(found["readings"]),
    )


def wordings(cards: tuple[Card, ...]) -> tuple[Wording, ...]:
    """The cards of one statement by source, in their order, with the words marked that no other source prints."""
    compared = [
        replace(one, pieces=marked(one.words, [other.words for other in cards if other.source.id != one.source.id]))
        for one in cards
    ]
    return tuple(Wording(source, tuple(run)) for source, run in groupby(compared, lambda one: one.source.id))


def _stance(row: Row) -> Stance:
    return Stance(
        claim=Name(row["claim"], row["claim_id"]),
        event=Name(row["event"] or "", row["event_id"] or ""),
        stance=row["stance"],
        quotation_id=row["quotation_id"],
        words=row["words"],
        own_words=row["form"] in ("own", "direct", "fragment"),
        opinion=bool(row["opinion"]),
        manner=manner(row),
    )
