"""The search page: what the record has for some words, each result leading straight to its page.

In: what was asked (`understood_query`), which things have which of its words (`word_weights`), and the answers
of QUESTIONS. Out: a `Search`. A statement stands by whose words have what was asked for: the
speaker's own, or those in which a source tells of it (`whose_words`), never both in one breath.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from readouts.quote.taken_apart import like_a_sentence
from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.pages.contacts import Told
from readouts.site.pages.differing_words import Piece
from readouts.site.pages.manner import Manner, manner
from readouts.site.search.our_description import OURS, Why, part, why
from readouts.site.search.terms import Term, spans
from readouts.site.search.understood_query import Query
from readouts.site.search.whose_words import Hit
from readouts.site.search.word_weights import Weighed

# Of statements five kinds: hits.py tells which is which; `day` are those of a day or a month that was asked for.
KINDS = {
    "contact": ("events", "What each side says"),
    "question": ("questions", "Questions that answer it"),
    "day": ("statements", "Said at that time"),
    "by": ("statements", "Statements by them"),
    "statement": ("statements", "In the speaker’s own words"),
    "told": ("statements", "In the source’s words about them"),
    "named": ("statements", "Statements on what you look for, in other words"),
    "claim": ("claims", "Claims"),
    "event": ("events", "Contacts and other events"),
    "person": ("people", "People"),
    "organization": ("organizations", "Organizations"),
    "source": ("sources", "Sources"),
    "most": ("", "With most of the words"),
}
STATEMENTS = ("day", "by", "statement", "told", "named")
TABLES = {"statement": "statements"} | {
    kind: KINDS[kind][0] for kind in ("claim", "event", "person", "organization", "source")
}
IN_TIME = "The contacts that you ask for, in time order"
OTHERS = "Questions with these words"
LINES = 20  # contacts on the page of all kinds
FEW, MANY = 6, 200  # results of a kind on the page of all kinds, and on its own

# Lower scores are better. Whoever or whatever is called so stands before what is said of it.
# The index has words as they are printed; what the reader typed loses its ending: one form of a verb finds another.
QUESTIONS = {
    "found": """WITH hits AS MATERIALIZED (
    SELECT rowid, bm25(search_prefix, 8.0, 1.0) AS score FROM search_prefix WHERE search_prefix MATCH :match)
SELECT search.kind, search.id, search.title, search.date, search.side, search.statement_id, search.event_id,
search.rowid AS row
FROM search LEFT JOIN hits ON search.rowid = hits.rowid WHERE search.rowid IN (SELECT value FROM json_each(:rows))
ORDER BY coalesce(hits.score, 0) * CASE kind WHEN 'person' THEN 4 WHEN 'organization' THEN 2 WHEN 'event' THEN 2
ELSE 1 END, search.id""",
    "texts": "SELECT rowid AS row, text FROM search WHERE rowid IN (SELECT value FROM json_each(:rows))",
    "ours": OURS,
    # The words of a source by which a statement is dated are often those that tell it.
    "dated": """SELECT DISTINCT search.rowid AS row, s.date_words FROM statements s
JOIN search ON search.statement_id = s.id AND search.kind = 'statement'
JOIN quotations q ON q.statement_id = s.id AND q.words IS NULL WHERE s.date_words IS NOT NULL""",
    "renderings": """SELECT q.id, q.statement_id, q.form, q.words, q.proof, q.passage, q.speaker, q.side, s.speaker_id,
s.date, s.date_words, sources.publisher, sources.genre, sources.language,
organizations.name AS organization, s.speaker_label, people.native_name, people.other_names,
coalesce(stances.quotation_id IS NOT NULL, 0) AS bears
FROM quotations q JOIN statements s ON s.id = q.statement_id JOIN sources ON sources.id = q.source_id
LEFT JOIN organizations ON organizations.id = s.organization_id LEFT JOIN people ON people.id = s.speaker_id
LEFT JOIN (SELECT DISTINCT quotation_id FROM stances) stances ON stances.quotation_id = q.id
WHERE q.statement_id IN (SELECT value FROM json_each(:ids)) ORDER BY q.statement_id, q.id""",
    "stances": """SELECT statement_id, stance, claim_id, claim, basis, register, taken_back FROM claim_timeline
WHERE statement_id IN (SELECT value FROM json_each(:ids)) ORDER BY basis = 'logic', scale DESC, claim""",
    # What was said between the first and the last day of each time.
    "at_time": """SELECT DISTINCT search.rowid AS row FROM search JOIN statements s ON s.id = search.statement_id
JOIN json_each(:times) ON s.date_earliest >= json_extract(value, '$[0]')
AND s.date_latest <= json_extract(value, '$[1]') WHERE search.kind = 'statement'""",
    "size": "SELECT count(*) AS rows FROM search",
}


@dataclass(frozen=True)
class Result:
    """Something found: its name and page, where it stands, and the place at which the words occur.

    A statement has `hit` in the place of `snippet`: whose words stand there. `about` says what
    a question answers, `lacks` which words it does not have, `contact` is what each side says,
    `why` what we say of a statement that has words which it has not.
    """

    table: str
    name: Name
    date: str = ""
    side: str = ""
    snippet: tuple[Piece, ...] = ()
    stances: tuple[tuple[str, Name, Manner], ...] = ()
    hit: Hit | None = None
    about: str = ""
    lacks: tuple[str, ...] = ()
    contact: Told | None = None
    why: tuple[Why, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What stands beside results: statement -> its hit, its stances, what we say of it; row -> its text."""

    hits: Mapping[str, Hit]
    stances: Mapping[str, tuple[tuple[str, Name, Manner], ...]]
    texts: Mapping[int, str]
    ours: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `rows` is the number of all."""

    kind: str
    title: str
    rows: int
    results: tuple[Result, ...]


@dataclass(frozen=True)
class Search:
    """The page; `each` says how many things have each word alone, where nothing was found.

    `absent` are the words that nothing has; `offered` is the query with what looks like
    them, where that finds something.
    """

    asked: Query
    kind: str = ""
    groups: tuple[Group, ...] = ()
    each: tuple[tuple[Term, int], ...] = ()
    absent: tuple[str, ...] = ()
    offered: str = ""

    @property
    def query(self) -> str:
        """What was typed."""
        return self.asked.query

    @property
    def rows(self) -> int:
        """How many things were found."""
        return sum(group.rows for group in self.groups)

    @property
    def answered(self) -> bool:
        """Whether the page begins with contacts that the query names."""
        return bool(self.groups) and self.groups[0].kind == "contact"

    @property
    def others(self) -> int:
        """How many things were found beside what the page begins with."""
        return self.rows - (self.groups[0].rows if self.answered else 0)

    @property
    def quoted(self) -> bool:
        """Whether the query looks like words of somebody's that are to be checked."""
        return not self.asked.question and like_a_sentence(self.query)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What the best result has not, where nothing has all the words."""
        whole = any(group.kind not in ("most", "question", "contact") for group in self.groups)
        best = next((group.results[0] for group in self.groups if group.kind == "most" and not whole), None)
        return best.lacks if best else ()


def beside(
    hits: Mapping[str, Hit],
    stances: tuple[Row, ...],
    texts: tuple[Row, ...],
    ours: tuple[Row, ...] = (),
    labels: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Beside:
    """The answers of the questions `stances`, `texts` and `ours`, by what they belong to."""
    taken: dict[str, list[tuple[str, Name, Manner]]] = {}
    for one in stances:
        position = (one["stance"], Name(one["claim"], one["claim_id"]), manner(one))
        taken.setdefault(one["statement_id"], []).append(position)
    said: dict[str, list[Row]] = {}
    for one in ours:
        said.setdefault(one["statement_id"], []).append(one)
    return Beside(
        hits,
        {key: tuple(some) for key, some in taken.items()},
        {one["row"]: one["text"] for one in texts},
        {key: tuple(some) for key, some in said.items()},
        labels,
    )


def few(kinds: Mapping[str, list[Row]], kind: str, most: int) -> dict[str, list[Row]]:
    """The rows that the page shows: a few of each kind, or many of the one that was asked for."""
    return {one: rows[: MANY if kind else most] for one, rows in kinds.items() if not kind or one == kind}


def groups(
    shown: Mapping[str, list[Row]],
    kinds: Mapping[str, list[Row]],
    beside: Beside,
    found: Weighed,
    words: tuple[Term, ...],
) -> tuple[Group, ...]:
    """The rows that are shown, as groups of results."""
    return tuple(
        Group(
            kind,
            KINDS[kind][1],
            len(kinds[kind]),
            tuple(replace(_result(row, beside, words), lacks=found.lacks(row["row"])) for row in rows),
        )
        for kind, rows in shown.items()
    )


def _result(row: Row, beside: Beside, words: tuple[Term, ...]) -> Result:
    key, said = row["id"].partition("/")[2], row["kind"] == "statement"
    hit = beside.hits[key] if said else None
    return Result(
        table=TABLES[row["kind"]],
        name=Name(hit.title if hit else row["title"], key),
        date=in_words(row["date"]) if row["date"] and not said else "",
        side=row["side"] if row["side"] != "none" or said else "",
        snippet=() if said else part(row["kind"], row["title"], beside.texts.get(row["row"], ""), words, beside.labels),
        stances=beside.stances.get(key, ()) if said else (),
        hit=hit,
        why=why(beside.ours.get(key, ()), _unseen(hit, words)) if hit else (),
    )


def _unseen(hit: Hit, words: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words that nothing which is shown of a statement has."""
    shown = ["".join(piece.text for piece in some) for some in (hit.own, hit.told, hit.dated)]
    return tuple(term for term in words if not any(spans(text, term) for text in (*shown, hit.title, hit.names)))
