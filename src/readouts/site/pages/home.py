"""The home page: where to begin, what is new, and what the record covers and does not.

In: the answers of QUESTIONS and of `count_rows`, and the metadata. Out: a `Home`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.build.contact_calendar import CONTACTS, Calendar, calendar
from readouts.site.dates_in_words import When, in_words, when
from readouts.site.pages import coverage_strip, in_threads
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import Name
from readouts.site.pages.pairs import Pair, own, shift
from readouts.vocabulary import QUESTION, vocabulary

READER_VIEWS = ("claims", "claim_timeline", "contact_standing", "people", "statements", "shifts", "sources", "threads")
# What is kept so that all else can be checked: evidence, links between tables, the bookkeeping of changes.
BOOKKEEPING = (
    *(
        "evidence_status",
        "anchors",
        "texts",
        "witnesses",
        "codes",
        "corrections",
        "floors",
        "redirects",
        "waivers",
        "source_citations",
    ),
    *(
        "event_participants",
        "stances",
        "thread_claims",
        "known_order",
        "corroboration",
        "chains",
        "count_checks",
        "agreement",
        "second_reading",
        "search",
    ),
)

QUESTIONS = {
    "contacts": """SELECT contact_standing.event_id, contact_standing.event, contact_standing.standing, events.date,
events.date_basis, events.date_words
FROM contact_standing JOIN events ON events.id = contact_standing.event_id
WHERE contact_standing.standing IN ('disputed', 'denied by a party')
OR contact_standing.standing LIKE 'acknowledged by%' OR contact_standing.standing LIKE 'reported only%'
ORDER BY coalesce(events.date_earliest, events.date_latest) IS NULL,
coalesce(events.date_earliest, events.date_latest) DESC, events.id LIMIT 6""",
    "shifts": f"""SELECT shifts.*, 0 AS opinion, {own("earlier")}, {own("later")} FROM shifts
ORDER BY claim_id, level = 'person', voice, earlier_statement_id""",
    "threads": in_threads.EVERY,
    "coverage": coverage_strip.question("1"),
    "calendar": CONTACTS,
    "codes": QUESTION,
    "levels": coverage_strip.LEVELS,
    "evidence": "SELECT state, count(*) AS quotations FROM evidence GROUP BY state",
    "scope": """SELECT min(date_earliest) AS first, max(date_latest) AS last, count(*) AS statements,
count(DISTINCT speaker_id) AS people, (SELECT count(*) FROM sources) AS sources,
(SELECT count(DISTINCT source_id) FROM quotations) AS read_sources,
(SELECT count(DISTINCT language) FROM sources) AS languages FROM statements""",
}
STATES = ("verified", "fetched twice", "fetched once", "not held")
MOVED = 3  # lines that moved, each on another claim


@dataclass(frozen=True)
class Table:
    """A table with the one sentence that says what it is."""

    name: str
    title: str
    sentence: str
    rows: int


@dataclass(frozen=True)
class Contact:
    """A contact, when it was or was to be, and its standing among those who speak of it."""

    event: Name
    when: When
    standing: str


@dataclass(frozen=True)
class Moved:
    """A line that moved, and the claim on which."""

    claim: Name
    pair: Pair


@dataclass(frozen=True)
class Scope:
    """What the record holds, in numbers; `first` and `last` are the days between which everything was said."""

    first: str
    last: str
    statements: int
    people: int
    sources: int
    read_sources: int
    languages: int


@dataclass(frozen=True)
class Home:
    """The page; `evidence` pairs each state with the number of quotations in it."""

    examples: tuple[Mapping[str, Any], ...]
    threads: tuple[Name, ...]
    contacts: tuple[Contact, ...]
    moved: tuple[Moved, ...]
    coverage: coverage_strip.Coverage
    calendar: Calendar
    evidence: tuple[tuple[str, int], ...]
    scope: Scope
    views: tuple[Table, ...]
    others: tuple[Table, ...]
    bookkeeping: tuple[Table, ...]


def count_rows(names: Iterable[str]) -> str:
    """One question that counts the rows of all tables: a question for each would cost the page most of its time."""
    return " UNION ALL ".join(f"SELECT '{name}' AS name, (SELECT count(*) FROM \"{name}\") AS rows" for name in names)


def tables(counts: tuple[Row, ...], about: Mapping[str, Any]) -> tuple[Table, ...]:
    """The tables of the metadata with their rows: what a reader opens first, then the others, the hidden ones last."""
    first = {name: place for place, name in enumerate(READER_VIEWS)}
    found = [
        Table(row["name"], about[row["name"]]["title"], sentence(about[row["name"]]["description"]), row["rows"])
        for row in counts
    ]
    hidden = {name for name, page in about.items() if page.get("hidden")}
    return tuple(sorted(found, key=lambda one: (first.get(one.name, len(first)), one.name in hidden)))


def sentence(text: str) -> str:
    """The first sentence of a description."""
    return text.partition(". ")[0].rstrip(".") + "."


def shape(found: Answers, counts: tuple[Row, ...], about: Mapping[str, Any], questions: Mapping[str, Any]) -> Home:
    """The page; `about` are the tables of the metadata, `questions` its canned queries."""
    every = tables(counts, about)
    by_claim = {row["claim_id"]: row for row in sorted(found["shifts"], key=_later)}
    latest = sorted(by_claim.values(), key=_later, reverse=True)[:MOVED]
    states = {row["state"]: row["quotations"] for row in found["evidence"]}
    scope = found["scope"][0]
    kept = [name for name, page in about.items() if page.get("hidden")]
    return Home(
        examples=tuple({"name": name, **one} for name, one in questions.items() if one.get("example")),
        threads=in_threads.names(found["threads"]),
        contacts=tuple(
            Contact(Name(row["event"], row["event_id"]), when(row), row["standing"]) for row in found["contacts"]
        ),
        moved=tuple(Moved(Name(row["claim"], row["claim_id"]), shift(row)) for row in latest),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
        calendar=calendar(found["calendar"], found["coverage"], vocabulary(found["codes"])),
        evidence=tuple((state, states.get(state, 0)) for state in STATES),
        scope=Scope(**scope | {"first": in_words(scope["first"]), "last": in_words(scope["last"])}),
        views=tuple(one for one in every if one.name in READER_VIEWS),
        others=tuple(one for one in every if one.name not in (*READER_VIEWS, *kept, *BOOKKEEPING) and one.rows),
        bookkeeping=tuple(one for one in every if one.name in (*kept, *BOOKKEEPING) and one.rows),
    )


def _later(row: Row) -> str:
    return row["later_date"] or ""
