"""The statement card: one rendering of what somebody said, with everything a reader needs to judge it.

In: a row of `SELECT {COLUMNS} FROM quotations {JOINS}`, to which a page adds its WHERE
and columns of its own. Out: a `Card`, which the macro `card` of `_parts.html` shows.
"""

from dataclasses import dataclass
from typing import Any

from readouts.site.dates_in_words import When, when
from readouts.site.pages.answers import Row
from readouts.site.pages.differing_words import Piece
from readouts.site.pages.no_side import shown_side

COLUMNS = """quotations.id AS quotation_id, quotations.statement_id, quotations.form, quotations.words,
quotations.proof, quotations.passage, quotations.note, quotations.speaker, quotations.side,
quotations.via_id, via.name AS via,
statements.speaker_id, statements.organization_id, speaking_for.name AS organization,
(SELECT office FROM readouts_wordings AS flat WHERE flat.quotation_id = quotations.id LIMIT 1) AS office,
statements.date, statements.date_basis, statements.date_words, statements.medium, statements.audience,
quotations.source_id, sources.name AS source, sources.name <> sources.title AS untitled,
sources.genre, sources.publisher, sources.publisher_id,
sources.host_id, hosts.name AS host, sources.published, sources.published_basis, sources.language,
coalesce(sources.url, sources.archive_url) AS address,
evidence.state, evidence.reason, evidence.link"""

JOINS = """JOIN statements ON statements.id = quotations.statement_id
JOIN sources ON sources.id = quotations.source_id
JOIN evidence ON evidence.quotation_id = quotations.id
LEFT JOIN organizations AS speaking_for ON speaking_for.id = statements.organization_id
LEFT JOIN organizations AS via ON via.id = quotations.via_id
LEFT JOIN organizations AS hosts ON hosts.id = sources.host_id"""


@dataclass(frozen=True)
class Name:
    """Something with a page of its own: what it is called, and its id where it has one."""

    text: str
    id: str = ""


@dataclass(frozen=True)
class Source:
    """Where a rendering was read; `host` is at whose address, where nobody says who published it.

    `title` is what the source is called: `untitled`, where none is printed or known, it has publisher and date.
    """

    title: str
    id: str
    genre: str
    publisher: Name
    published: When
    address: str
    host: Name = Name("")
    untitled: bool = False


@dataclass(frozen=True)
class Evidence:
    """What is known of a quotation's words (the state is one of `check.evidence`), and the address of their place."""

    quotation_id: str
    state: str
    reason: str
    link: str


@dataclass(frozen=True)
class Card:
    """One rendering of a statement. `words` are the speaker's own; empty where the source tells it in words of its own.

    `proof` are words of the source then, those that carry the stance, where the record has them.

    `passage` is the place in the source, its first words […] its last; `pieces` are the
    words again, marked where other sources have other words, when a page compares them.
    `language` is that of the source.
    """

    statement_id: str
    speaker: Name
    organization: Name
    office: str
    side: str
    when: When
    medium: str
    audience: str
    form: str
    words: str
    passage: str
    note: str
    via: Name
    source: Source
    evidence: Evidence
    language: str = ""
    proof: str = ""
    pieces: tuple[Piece, ...] = ()


def card(row: Row) -> Card:
    """The card of one row of COLUMNS. A rendering that names nobody has a speaker without a page."""
    cell = {name: value or "" for name, value in row.items()}
    named = cell["form"] != "unattributed"
    return Card(
        statement_id=cell["statement_id"],
        speaker=Name(cell["speaker"], cell["speaker_id"] if named else ""),
        organization=Name(cell["organization"], cell["organization_id"]),
        office=cell["office"] if named else "",
        side=shown_side(cell),
        when=when(cell),
        medium=cell["medium"],
        audience=cell["audience"],
        form=cell["form"],
        words=cell["words"],
        passage=cell["passage"],
        note=cell["note"],
        via=Name(cell["via"], cell["via_id"]),
        source=source(cell),
        evidence=Evidence(cell["quotation_id"], cell["state"], cell["reason"], cell["link"]),
        language=cell.get("language", ""),
        proof=cell.get("proof", ""),
    )


def source(cell: dict[str, Any]) -> Source:
    """The source of a row of COLUMNS."""
    publisher = Name(cell["publisher"], cell["publisher_id"])
    host = Name(cell.get("host", ""), cell.get("host_id", ""))
    date = when(cell, "published")
    known = (cell["source"], cell["source_id"], cell["genre"], publisher, date, cell["address"], host)
    return Source(*known, untitled=bool(cell.get("untitled")))
