"""The page of an organization: who speaks for it, what is said in its name, what it publishes and who carries it.

In: the answers of QUESTIONS for one organization. Out: an `Organization`.
"""

from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.iso_names import country
from readouts.site.pages import (
    by_month_and_subject,
    coverage_strip,
    first_answer,
    involvements,
    offices,
    shifts_and_contradictions,
)
from readouts.site.pages.answers import Answers, Row
from readouts.site.pages.card import Name
from readouts.site.pages.involvements import Told
from readouts.vocabulary import QUESTION, vocabulary

QUESTIONS = {
    "codes": QUESTION,
    "spoken": f"{first_answer.SPOKEN} organization_id = :id",
    "ends": first_answer.ends_of_voice("organization_id"),
    "telling": first_answer.latest_of_voice("organization_id"),
    "organization": "SELECT * FROM organizations WHERE id = :id",
    "roles": offices.question("roles.organization_id = :id"),
    "voices": """SELECT speaker, speaker_id, count(*) AS statements,
min(date_earliest) AS first, max(date_latest) AS last
FROM statements WHERE organization_id = :id GROUP BY speaker, speaker_id ORDER BY count(*) DESC, speaker""",
    **by_month_and_subject.questions("statements.organization_id = :id"),
    **shifts_and_contradictions.questions(
        "organization_id = :id", "affirmed_organization_id = :id OR denied_organization_id = :id"
    ),
    **involvements.questions("organization_id"),
    # From the first to the last word in its name.
    "coverage": coverage_strip.of_voice(
        "SELECT date_earliest AS first, date_latest AS last FROM statements WHERE organization_id = :id", ":id"
    ),
    "levels": coverage_strip.LEVELS,
    "published": """SELECT sources.*, coalesce(sources.host_id = :id, 0) AS hosted,
(SELECT count(*) FROM quotations WHERE quotations.source_id = sources.id) AS quotations,
(SELECT count(*) FROM source_citations WHERE source_citations.cited_source_id = sources.id) AS cited
FROM sources WHERE sources.publisher_id = :id OR sources.host_id = :id
ORDER BY sources.published_earliest IS NULL, sources.published_earliest, sources.name""",
    "carriers": """SELECT * FROM (
SELECT carrying.id, carrying.name, carrying.publisher, carrying.publisher_id, carrying.published,
carrying.published_earliest, source_citations.relation, cited.name AS cited, cited.id AS cited_id, 0 AS quotations
FROM source_citations JOIN sources AS cited ON cited.id = source_citations.cited_source_id
JOIN sources AS carrying ON carrying.id = source_citations.source_id
WHERE cited.publisher_id = :id AND coalesce(carrying.publisher_id, '') <> :id
UNION ALL SELECT sources.id, sources.name, sources.publisher, sources.publisher_id, sources.published,
sources.published_earliest, '', '', '', count(*) FROM quotations JOIN sources ON sources.id = quotations.source_id
WHERE quotations.via_id = :id GROUP BY sources.id)
ORDER BY published_earliest IS NULL, published_earliest, id, relation DESC, cited""",
}


@dataclass(frozen=True)
class Voice:
    """One who speaks for it: how often, and between which days. Somebody unnamed has no page."""

    name: Name
    statements: int
    span: str


@dataclass(frozen=True)
class Published:
    """A source that it published: what was read in it, and how many sources in the record use it."""

    source: Name
    date: str
    genre: str
    quotations: int
    cited: int


@dataclass(frozen=True)
class Carrier:
    """A source of somebody else that uses its sources (relation and source), or credits it for words."""

    source: Name
    publisher: Name
    date: str
    uses: tuple[tuple[str, Name], ...]
    credited: int


@dataclass(frozen=True)
class Organization:
    """The page; `published` has its own sources, `hosted` texts of unknown publishers at its address."""

    name: str
    native_name: str
    other_names: str
    kind: str
    side: str
    country: str
    wikidata: str
    note: str
    start: str
    end: str
    statements: int
    offices: tuple[offices.Office, ...]
    voices: tuple[Voice, ...]
    months: tuple[by_month_and_subject.Month, ...]
    subjects: tuple[by_month_and_subject.Subject, ...]
    shifts: tuple[shifts_and_contradictions.PairOnClaim, ...]
    contradictions: tuple[shifts_and_contradictions.VoicesOnClaim, ...]
    involvements: tuple[involvements.Involvement, ...]
    named: tuple[Told, ...]
    published: tuple[Published, ...]
    hosted: tuple[Published, ...]
    carriers: tuple[Carrier, ...]
    coverage: coverage_strip.Coverage
    answer: first_answer.Answer = first_answer.NONE


def shape(found: Answers) -> Organization:
    """The page of the one row of `organization`."""
    cell = {name: value or "" for name, value in found["organization"][0].items()}
    same = ("name", "native_name", "other_names", "kind", "side", "wikidata", "note")
    return Organization(
        **{name: cell[name] for name in same},
        country=country(cell["country"]),
        start=in_words(cell["start"]) if cell["start"] else "",
        end=in_words(cell["end"]) if cell["end"] else "",
        statements=len(found["statements"]),
        offices=tuple(offices.office(row) for row in found["roles"]),
        voices=tuple(_voice(row) for row in found["voices"]),
        months=by_month_and_subject.months(found),
        subjects=by_month_and_subject.subjects(found),
        shifts=shifts_and_contradictions.shifts(found),
        contradictions=shifts_and_contradictions.contradictions(found),
        involvements=involvements.involvements(found),
        named=involvements.told(found["named"]),
        published=tuple(_published(row) for row in found["published"] if not row["hosted"]),
        hosted=tuple(_published(row) for row in found["published"] if row["hosted"]),
        carriers=carriers(found["carriers"]),
        coverage=coverage_strip.coverage(found["levels"], found["coverage"]),
        answer=first_answer.of_voice(found["spoken"][0], found["ends"], found["telling"], vocabulary(found["codes"])),
    )


def carriers(rows: tuple[Row, ...]) -> tuple[Carrier, ...]:
    """One entry a carrying source, however many of its sources it uses and quotations it credits."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["id"], []).append(row)
    return tuple(
        Carrier(
            Name(run[0]["name"], run[0]["id"]),
            Name(run[0]["publisher"], run[0]["publisher_id"] or ""),
            in_words(run[0]["published"]),
            tuple((row["relation"], Name(row["cited"], row["cited_id"])) for row in run if row["relation"]),
            sum(row["quotations"] for row in run),
        )
        for run in grouped.values()
    )


def span(first: str | None, last: str | None) -> str:
    """From the first to the last day on which something can have been said."""
    if not first or not last or first == last:
        return in_words(first or last)
    return f"{in_words(first)} to {in_words(last)}"


def _voice(row: Row) -> Voice:
    name = Name(row["speaker"], row["speaker_id"] if row["speaker"] != "unattributed" else "")
    return Voice(name, row["statements"], span(row["first"], row["last"]))


def _published(row: Row) -> Published:
    date = in_words(row["published"])
    return Published(Name(row["name"], row["id"]), date, row["genre"], row["quotations"], row["cited"])
