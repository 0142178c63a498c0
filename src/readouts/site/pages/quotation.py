"""The page of a quotation: its words, their place, what proves them, and the other renderings of the same statement.

In: the answers of QUESTIONS for one quotation. Out: a `Quotation`.
"""

from dataclasses import dataclass, replace

from readouts.site.dates_in_words import in_words
from readouts.site.iso_names import language
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.by_month_and_subject import Taken, position
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card
from readouts.site.pages.differing_words import marked

QUESTIONS = {
    "quotation": f"""SELECT {COLUMNS}, statements.label, statements.summary, evidence.start_word, evidence.word_count,
evidence_status.waiver, quotations.proof_state FROM quotations {JOINS}
JOIN evidence_status ON evidence_status.quotation_id = quotations.id
WHERE quotations.id = :id""",
    "stances": """SELECT claim_id, claim, stance, opinion, basis, register, taken_back,
quotation_id = :id AS here FROM claim_timeline
WHERE statement_id = (SELECT statement_id FROM quotations WHERE id = :id) ORDER BY scale DESC, claim""",
    "witnesses": """SELECT DISTINCT witnesses.day, witnesses.address, witnesses.same_copy, witnesses.same_team
FROM anchors JOIN quotations ON quotations.id = anchors.quotation_id
JOIN witnesses ON witnesses.source_id = quotations.source_id
AND 'text-' || substr(witnesses.digest, 1, 16) = anchors.text_digest
WHERE quotations.id = :id ORDER BY witnesses.day, witnesses.digest""",
    "others": f"""SELECT {COLUMNS} FROM quotations {JOINS}
WHERE quotations.statement_id = (SELECT statement_id FROM quotations WHERE id = :id) AND quotations.id <> :id
ORDER BY sources.published_earliest IS NULL, sources.published_earliest, sources.id, quotations.id""",
}

_PROOF = {
    "verified": "the text was at hand when this file was built, and the words were found in it{place}",
    "fetched twice": "{reason}{place}",
    "fetched once": "{reason}{place}",
    "not held": "{reason}; the address of the source is the reader’s proof",
}


_UNPROVEN = {
    "six words cannot keep it": "None: no six words of the source keep what denies, hedges or attributes what it says",
    "proof not held": "Proof not held: the text was looked for again and not found, and nothing is written from memory",
    "not coded yet": "Not coded yet",
}


@dataclass(frozen=True)
class Witness:
    """A further fetch of the source in which the words stand, in words, and where it was fetched."""

    told: str
    address: str


@dataclass(frozen=True)
class Quotation:
    """The page. `unproven` is why no words of the source are shown where a stance rests on them.

    `here` are the stances read on these words, `elsewhere` those on other words of the statement."""

    card: Card
    statement: Name
    summary: str
    language: str
    proof: str
    witnesses: tuple[Witness, ...]
    waiver: str
    unproven: str
    here: tuple[Taken, ...]
    elsewhere: tuple[Taken, ...]
    others: tuple[Card, ...]


def shape(found: Answers) -> Quotation:
    """The page of the one row of `quotation`; each wording is marked where the other sources print other words."""
    row = found["quotation"][0]
    cards = [card(row), *(card(one) for one in found["others"])]
    first, *others = (_compared(one, cards) for one in cards)
    return Quotation(
        card=first,
        statement=Name(row["label"], row["statement_id"]),
        summary=row["summary"] or "",
        language=language(row["language"]),
        proof=proof(row["state"], row["reason"], row["start_word"], row["word_count"]),
        witnesses=tuple(witness(one) for one in found["witnesses"]),
        waiver=row["waiver"] or "",
        unproven=_UNPROVEN.get(row["proof_state"], ""),
        here=tuple(position(one) for one in found["stances"] if one["here"]),
        elsewhere=tuple(position(one) for one in found["stances"] if not one["here"]),
        others=tuple(others),
    )


def proof(state: str, reason: str | None, start: int | None, count: int | None) -> str:
    """What the state of the evidence means, and where in the text the words stand, in one sentence."""
    place = ""
    if start is not None:
        # Words are counted from 0 in the record and from 1 by readers.
        place = (
            f" (word {start + 1:,} of the text)"
            if count in (None, 1)
            else f" (words {start + 1:,} to {start + count:,} of the text)"
        )
    return _PROOF.get(state, "").format(place=place, reason=reason or "nobody held the text")


def witness(row: Row) -> Witness:
    """One row of `witnesses`."""
    who = "one of us" if row["same_team"] == "yes" else "somebody who is none of us"
    copy = "the very words of the coder’s text" if row["same_copy"] == "yes" else "another copy, with these words"
    return Witness(f"on {in_words(row['day'])} by {who}: {copy}", row["address"] or "")


def _compared(one: Card, cards: list[Card]) -> Card:
    theirs = [other.words for other in cards if other.words and other.source.id != one.source.id]
    return replace(one, pieces=marked(one.words, theirs)) if one.words else one
