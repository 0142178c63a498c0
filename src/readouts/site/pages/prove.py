"""The page /prove: what a browser needs to look the record's quotations up in the reader's own copy of their source.

In: the answers of QUESTIONS, and the source that was asked for. Out: a `Prove`. The looking up itself is done in the
browser (static/prove.js), which sends nothing.
"""

from collections import defaultdict
from dataclasses import dataclass

from readouts.quote.turning_words import negations
from readouts.site.dates_in_words import when
from readouts.site.pages.answers import Answers, Row

PARTS = ("words", "proof", "passage")  # what of a quotation is looked up: static/proven.js says how

QUESTIONS = {
    "sources": """SELECT sources.id, sources.name, sources.title, sources.publisher, sources.publisher_id,
sources.published, sources.published_basis, sources.language, coalesce(sources.url, sources.archive_url) AS address
FROM sources
WHERE sources.id IN (SELECT source_id FROM quotations)
ORDER BY sources.published_earliest DESC, sources.name, sources.id""",
    "bodies": "SELECT source_id, body FROM texts WHERE body IS NOT NULL ORDER BY source_id, file",
    "quotations": f"""SELECT quotations.id, quotations.source_id, quotations.form, quotations.speaker,
{", ".join(f"quotations.{part}" for part in PARTS)}, statements.date, statements.date_basis, statements.date_words
FROM quotations JOIN statements ON statements.id = quotations.statement_id
JOIN evidence ON evidence.quotation_id = quotations.id
ORDER BY evidence.start_word IS NULL, evidence.start_word, quotations.id""",
}


@dataclass(frozen=True)
class Choice:
    """A source that can be chosen: what it is called, where it stands, and how many quotations the record has of it."""

    id: str
    title: str
    told: str
    address: str
    quotations: int


@dataclass(frozen=True)
class Record:
    """Every source of which something is quoted, and what the browser has to know of each, by its id."""

    choices: tuple[Choice, ...]
    sources: dict[str, dict[str, object]]
    quotations: dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Prove:
    """The page; `chosen` is None where the browser is to find the source; `unknown` was asked for, and is not there.

    `record` is what the browser has to know: sources by their ids, quotations, and the negations of each language.
    """

    choices: tuple[Choice, ...]
    chosen: Choice | None
    unknown: str
    record: dict[str, object]


def read(found: Answers) -> Record:
    """All that can be asked for, in the order in which it is offered."""
    quotations = defaultdict(list)
    for row in found["quotations"]:
        quotations[row["source_id"]].append(_quotation(row))
    choices = tuple(
        Choice(row["id"], row["name"], _told(row), row["address"] or "", len(quotations[row["id"]]))
        for row in found["sources"]
    )
    bodies = defaultdict(list)
    for row in found["bodies"]:
        bodies[row["source_id"]].append(row["body"])
    return Record(choices, {row["id"]: _source(row, bodies[row["id"]]) for row in found["sources"]}, dict(quotations))


def shape(record: Record, asked: str) -> Prove:
    """The page for the source that was asked for; without one, or with one that nobody quotes, for all of them."""
    chosen = next((one for one in record.choices if one.id == asked), None)
    wanted = [chosen.id] if chosen else [one.id for one in record.choices]
    return Prove(
        choices=record.choices,
        chosen=chosen,
        unknown="" if chosen else asked,
        record={
            "negations": negations(),
            "sources": {one: record.sources[one] for one in wanted},
            "quotations": [row for one in wanted for row in record.quotations[one]],
        },
    )


def _told(row: Row) -> str:
    """Who published it, and when; of what is called so, having no title, our words for it."""
    described = row["title"][1:-1]
    if row["name"] != row["title"] and described not in row["name"]:
        return str(described)
    date = when({name: value or "" for name, value in row.items()}, "published").text
    publisher = row["publisher"] if row["publisher_id"] else "publisher not known"
    return ", ".join(filter(None, (publisher, date)))


def _source(row: Row, bodies: list[str]) -> dict[str, object]:
    """What the browser has to know of a source; `bodies` are the ends of the article in each text of it."""
    return {"title": row["name"], "told": _told(row), "language": row["language"] or "", "bodies": bodies}


def _quotation(row: Row) -> dict[str, str]:
    """What the browser looks up, and by what it tells the reader whose words they are."""
    date = when({name: value or "" for name, value in row.items()}).text
    told = ", ".join(filter(None, (row["speaker"], date)))
    cells = {name: row[name] or "" for name in ("id", "form", *PARTS)}
    return cells | {"source": row["source_id"], "told": told}
