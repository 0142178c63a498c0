"""The page of a source: what it is, whom it quotes down to the first source, who quotes it, all that was read in it.

In: the answers of QUESTIONS for one source. Out: a `SourcePage`. The record knows only
the sources in it: what it calls first is the first that it knows.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import When, in_words, when
from readouts.site.iso_names import language
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.by_month_and_subject import Taken, position
from readouts.site.pages.card import COLUMNS, JOINS, Card, Name, card

_ENDS = """SELECT source_citations.source_id, source_citations.cited_source_id, source_citations.relation,
ends.id, ends.name, ends.name <> ends.title AS untitled, ends.publisher, ends.publisher_id, ends.published,
ends.retrieved, coalesce(ends.url, ends.archive_url) AS address FROM source_citations"""
_BY_DATE = "ORDER BY ends.published_earliest IS NULL, ends.published_earliest, ends.id"

QUESTIONS = {
    "source": """SELECT sources.*, organizations.name AS publisher_name, hosts.name AS host_name,
texts.extent, texts.body_count, texts.word_count, texts.lost,
(SELECT count(*) FROM witnesses WHERE witnesses.source_id = sources.id) AS further
FROM sources LEFT JOIN organizations ON organizations.id = sources.publisher_id
LEFT JOIN organizations AS hosts ON hosts.id = sources.host_id
LEFT JOIN texts ON texts.source_id = sources.id AND NOT EXISTS (SELECT 1 FROM witnesses
    WHERE witnesses.source_id = texts.source_id AND witnesses.digest = texts.digest AND witnesses.same_copy = 'no')
WHERE sources.id = :id ORDER BY texts.file LIMIT 1""",
    "cites": f"""{_ENDS} JOIN sources AS ends ON ends.id = source_citations.cited_source_id
WHERE source_citations.source_id = :id OR source_citations.source_id IN (
    SELECT cited_source_id FROM chains WHERE first_source_id = :id) {_BY_DATE}""",
    "cited_by": f"""WITH RECURSIVE users (id) AS (SELECT :id UNION
    SELECT source_citations.source_id FROM source_citations JOIN users ON users.id = source_citations.cited_source_id)
{_ENDS} JOIN sources AS ends ON ends.id = source_citations.source_id
WHERE source_citations.cited_source_id IN users {_BY_DATE}""",
    "credits": """SELECT organizations.id, organizations.name, count(*) AS quotations FROM quotations
JOIN organizations ON organizations.id = quotations.via_id WHERE quotations.source_id = :id
GROUP BY organizations.id ORDER BY count(*) DESC, organizations.name""",
    "read": f"""SELECT {COLUMNS} FROM quotations {JOINS} WHERE quotations.source_id = :id
ORDER BY evidence.start_word IS NULL, evidence.start_word, quotations.id""",
    "stances": """SELECT claim_timeline.quotation_id, claim_id, claim, stance, opinion, basis, register, taken_back
FROM claim_timeline
JOIN quotations ON quotations.id = claim_timeline.quotation_id WHERE quotations.source_id = :id
ORDER BY claim_timeline.scale DESC, claim""",
    "events": "SELECT id, name AS title FROM events WHERE source_id = :id ORDER BY date_earliest, id",
    "roles": """SELECT roles.id, people.name || ', ' || roles.title AS label FROM roles
JOIN people ON people.id = roles.person_id WHERE roles.source_id = :id ORDER BY people.name, roles.id""",
}


@dataclass(frozen=True)
class Link:
    """One source on a way through the sources, how it is tied to the one before it, and what lies behind it.

    Of one that is called by publisher and date these do not stand beside it again.
    `read`: we have read it ourselves; `again`: it stands on this way already, which ends here.
    """

    source: Name
    publisher: Name
    date: str
    relation: str
    address: str
    read: bool
    again: bool
    further: tuple["Link", ...]


@dataclass(frozen=True)
class Read:
    """One quotation in it, and the stances that rest on it."""

    card: Card
    stances: tuple[Taken, ...]


@dataclass(frozen=True)
class SourcePage:
    """The page. `host` is at whose address it stands, where nobody says who published it.

    `archived` is where a copy of that time may be found, made from address and day; nobody has looked for it.
    `title` is what it is called; `described` are our words for it, where no title is printed or known. `held` says
    whether its text was at hand; `evidence` counts quotations by state.
    """

    id: str
    title: str
    described: str
    genre: str
    publisher: Name
    host: Name
    author: str
    language: str
    published: When
    url: str
    archive_url: str
    archived: str
    retrieved: str
    note: str
    held: str
    evidence: tuple[tuple[str, int], ...]
    cites: tuple[Link, ...]
    cited_by: tuple[Link, ...]
    users: int
    credits: tuple[tuple[Name, int], ...]
    read: tuple[Read, ...]
    events: tuple[Name, ...]
    roles: tuple[Name, ...]


def shape(found: Answers) -> SourcePage:
    """The page of the one row of `source`."""
    row = found["source"][0]
    cell = {name: value or "" for name, value in row.items()}
    states = [one["state"] for one in found["read"]]
    return SourcePage(
        id=cell["id"],
        title=cell["name"],
        described=cell["title"][1:-1] if cell["name"] != cell["title"] else "",
        genre=cell["genre"],
        publisher=Name(cell["publisher_name"], cell["publisher_id"]),
        host=Name(cell["host_name"], cell["host_id"]),
        author=cell["author"],
        language=language(cell["language"]),
        published=when(cell, "published"),
        url=cell["url"],
        archive_url=cell["archive_url"],
        archived=archived(cell["url"], cell.get("published_latest") or cell["retrieved"]),
        retrieved=in_words(cell["retrieved"]) if cell["retrieved"] else "",
        note=cell["note"],
        held=held(row),
        evidence=tuple((state, states.count(state)) for state in dict.fromkeys(states)),
        cites=ways(found["cites"], cell["id"], "source_id"),
        cited_by=ways(found["cited_by"], cell["id"], "cited_source_id"),
        users=len({one["source_id"] for one in found["cited_by"]} - {cell["id"]}),
        credits=tuple((Name(one["name"], one["id"]), one["quotations"]) for one in found["credits"]),
        read=_read(found),
        events=tuple(Name(one["title"], one["id"]) for one in found["events"]),
        roles=tuple(Name(one["label"], one["id"]) for one in found["roles"]),
    )


def ways(edges: tuple[Row, ...], start: str, column: str, on_the_way: tuple[str, ...] = ()) -> tuple[Link, ...]:
    """What follows `start` along the citations, whose `column` names the end where a way comes from; circles end."""
    passed = (*on_the_way, start)
    return tuple(
        Link(
            source=Name(edge["name"], edge["id"]),
            publisher=Name("") if edge["untitled"] else Name(edge["publisher"], edge["publisher_id"] or ""),
            date=in_words(edge["published"]) if edge["published"] and not edge["untitled"] else "",
            relation=edge["relation"],
            address=edge["address"] or "",
            read=bool(edge["retrieved"]),
            again=edge["id"] in passed,
            further=() if edge["id"] in passed else ways(edges, edge["id"], column, passed),
        )
        for edge in edges
        if edge[column] == start
    )


def archived(address: str, day: str) -> str:
    """Where the Internet Archive shows the copy nearest to that day, if it has one; without a day all that it has.

    https://archive.org/help/wayback_api.php
    """
    return f"https://web.archive.org/web/{day.replace('-', '') or '*'}/{address}" if address else ""


def held(row: Row) -> str:
    """Whether its text was at hand when its quotations were anchored, as a sentence."""
    if row["extent"] is None:
        return (
            "Not held: nobody of us has had the text."
            if not row["retrieved"]
            else "Not held: we have read it, and keep no text."
        )
    words = row["body_count"] or row["word_count"]
    part = "The whole text was" if row["extent"] == "whole" else "A part of the text was"
    count = f": {words:,} words" if words else ""
    lost = "; nobody has it any more" if row["lost"] else ""
    times = {0: "", 1: " once", 2: " twice"}.get(row["further"], f" {row['further']} times")
    further = f" It was fetched again{times}, by somebody who had not seen that text." if times else ""
    return f"{part} held when its quotations were anchored{count}{lost}.{further}"


def _read(found: Answers) -> tuple[Read, ...]:
    return tuple(
        Read(
            card(row),
            tuple(position(one) for one in found["stances"] if one["quotation_id"] == row["quotation_id"]),
        )
        for row in found["read"]
    )
