"""The search page: what the record has for some words, each result leading straight to its page.

In: what was asked (`understood_query`), which things have which of its words (`word_weights`), and the answers
of QUESTIONS. Out: a `Search`. A statement stands by whose words have what was asked for: the
speaker's own, or those in which a source tells of it (`whose_words`), never both in one breath.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from readouts.site.dates_in_words import in_words
from readouts.site.pages.card import Name
from readouts.site.pages.differing_words import Piece
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
    "named": ("statements", "Found by our words: a claim, a contact, a date"),
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
_CALLED = ("person", "organization", "event")
FEW, MANY = 6, 200  # results of a kind on the page of all kinds, and on its own
_START, _END = "\x02", "\x03"

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
    # The plus keeps SQLite from matching each row by itself.
    "snippets": f"""SELECT rowid AS row, snippet(search_prefix, 1, '{_START}', '{_END}', '…', 26) AS snippet
FROM search_prefix WHERE search_prefix MATCH :match AND +rowid IN (SELECT value FROM json_each(:rows))""",
    # The words of a source by which a statement is dated are often those that tell it.
    "dated": """SELECT DISTINCT search.rowid AS row, s.date_words FROM statements s
JOIN search ON search.statement_id = s.id AND search.kind = 'statement'
JOIN quotations q ON q.statement_id = s.id AND q.words IS NULL WHERE s.date_words IS NOT NULL""",
    "renderings": """SELECT q.id, q.statement_id, q.form, q.words, q.passage, q.speaker, s.date, s.date_words,
sources.publisher, sources.language, organizations.name AS organization, s.speaker_label, people.native_name,
people.other_names, coalesce(stances.quotation_id IS NOT NULL, 0) AS bears
FROM quotations q JOIN statements s ON s.id = q.statement_id JOIN sources ON sources.id = q.source_id
LEFT JOIN organizations ON organizations.id = s.organization_id LEFT JOIN people ON people.id = s.speaker_id
LEFT JOIN (SELECT DISTINCT quotation_id FROM stances) stances ON stances.quotation_id = q.id
WHERE q.statement_id IN (SELECT value FROM json_each(:ids)) ORDER BY q.statement_id, q.id""",
    "stances": """SELECT statement_id, stance, claim_id, claim FROM claim_timeline
WHERE statement_id IN (SELECT value FROM json_each(:ids)) ORDER BY scale DESC, claim""",
    # 2025-07-03 is a day, 2025-07 a month: what was said in it, from its first day to its last.
    "at_time": """SELECT DISTINCT search.rowid AS row FROM search JOIN statements s ON s.id = search.statement_id
JOIN json_each(:times) ON substr(s.date_earliest, 1, length(value)) = value
AND substr(s.date_latest, 1, length(value)) = value WHERE search.kind = 'statement'""",
    "size": "SELECT count(*) AS rows FROM search",
}


@dataclass(frozen=True)
class Result:
    """Something found: its name and page, where it stands, and the place at which the words occur.

    A statement has `hit` in the place of `snippet`: whose words stand there. `about` says what
    a question answers, `lacks` which words it does not have, `contact` is what each side says.
    """

    table: str
    name: Name
    date: str = ""
    side: str = ""
    snippet: tuple[Piece, ...] = ()
    stances: tuple[tuple[str, Name], ...] = ()
    hit: Hit | None = None
    about: str = ""
    lacks: tuple[str, ...] = ()
    contact: object = None


@dataclass(frozen=True)
class Beside:
    """What stands beside results: statement -> its hit and its stances, row -> the place at which the words occur."""

    hits: Mapping[str, Hit]
    stances: Mapping[str, tuple[tuple[str, Name], ...]]
    snippets: Mapping[int, str]


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `rows` is the number of all."""

    kind: str
    title: str
    rows: int
    results: tuple[Result, ...]


@dataclass(frozen=True)
class Search:
    """The page; `each` says how many things have each word alone, where nothing was found."""

    asked: Query
    kind: str = ""
    groups: tuple[Group, ...] = ()
    each: tuple[tuple[Term, int], ...] = ()

    @property
    def query(self) -> str:
        """What was typed."""
        return self.asked.query

    @property
    def rows(self) -> int:
        """How many things were found."""
        return sum(group.rows for group in self.groups)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What the best result has not, where nothing has all the words."""
        whole = any(group.kind not in ("most", "question", "contact") for group in self.groups)
        best = next((group.results[0] for group in self.groups if group.kind == "most" and not whole), None)
        return best.lacks if best else ()


def beside(hits: Mapping[str, Hit], stances: tuple[dict, ...], snippets: tuple[dict, ...]) -> Beside:
    """The answers of the questions `stances` and `snippets`, by what they belong to."""
    taken: dict[str, list[tuple[str, Name]]] = {}
    for one in stances:
        taken.setdefault(one["statement_id"], []).append((one["stance"], Name(one["claim"], one["claim_id"])))
    return Beside(
        hits, {key: tuple(some) for key, some in taken.items()}, {one["row"]: one["snippet"] for one in snippets}
    )


def pieces(snippet: str) -> tuple[Piece, ...]:
    """A snippet in pieces, the words that were found marked."""
    parts = re.split(f"([{_START}{_END}])", snippet)
    marked, found = False, []
    for part in parts:
        if part in (_START, _END):
            marked = part == _START
        elif part:
            found.append(Piece(part, marked))
    return tuple(found)


def sort(
    rows: tuple[dict, ...], found: Weighed, hits: Mapping[str, Hit], asked: Query, at_time: frozenset[int]
) -> dict[str, list[dict]]:
    """The rows by kind, in the order of the page.

    First what was said on the day that was asked for, if any of it has all the words; then
    whoever or whatever is called so; then statements, of these their own words before all others;
    then claims and events; then sources, which are about statements; then what has most of the
    words, and what else was said on the day, first that of which the best has more.
    """
    kinds: dict[str, list[dict]] = {}
    for row in rows:
        kinds.setdefault(_kind(row, found, hits, at_time), []).append(row)
    for kind, alike in kinds.items():
        if kind in STATEMENTS:
            alike.sort(key=lambda row: (-found.weight(row["row"]), hits[row["statement_id"]].order))
    kinds.get("most", []).sort(key=lambda row: -found.weight(row["row"]))
    called = [one for one in kinds if one in _CALLED and any(_is_called(row, asked.terms) for row in kinds[one])]
    others = sorted((one for one in kinds if one not in (*STATEMENTS, "most")), key=lambda one: one == "source")
    best = {kind: max((found.weight(row["row"]) for row in kinds.get(kind, ())), default=0) for kind in ("most", "day")}
    last = ("most", "day") if best["most"] > best["day"] else ("day", "most")
    first = ("day",) if best["day"] == math.inf else ()
    order = dict.fromkeys((*first, *called, *STATEMENTS[1:], *others, *last))
    return {kind: kinds[kind] for kind in order if kind in kinds}


def _kind(row: dict, found: Weighed, hits: Mapping[str, Hit], at_time: frozenset[int]) -> str:
    if row["row"] in at_time:
        return "day"
    if row["row"] not in found.whole:
        return "most"
    return hits[row["statement_id"]].kind if row["kind"] == "statement" else row["kind"]


def _is_called(row: dict, terms: tuple[Term, ...]) -> bool:
    return all(any(spans(text or "", term) for text in (row["title"], row["date"])) for term in terms)


def few(kinds: Mapping[str, list[dict]], kind: str, most: int) -> dict[str, list[dict]]:
    """The rows that the page shows: a few of each kind, or many of the one that was asked for."""
    return {one: rows[: MANY if kind else most] for one, rows in kinds.items() if not kind or one == kind}


def groups(
    shown: Mapping[str, list[dict]],
    kinds: Mapping[str, list[dict]],
    beside: Beside,
    found: Weighed,
) -> tuple[Group, ...]:
    """The rows that are shown, as groups of results."""
    return tuple(
        Group(
            kind,
            KINDS[kind][1],
            len(kinds[kind]),
            tuple(replace(_result(row, beside), lacks=found.lacks(row["row"])) for row in rows),
        )
        for kind, rows in shown.items()
    )


def _result(row: dict, beside: Beside) -> Result:
    key, said = row["id"].partition("/")[2], row["kind"] == "statement"
    hit = beside.hits[key] if said else None
    return Result(
        table=TABLES[row["kind"]],
        name=Name(hit.title if hit else row["title"], key),
        date=in_words(row["date"]) if row["date"] and not said else "",
        side=row["side"] if row["side"] != "none" or said else "",
        snippet=() if said else pieces(beside.snippets.get(row["row"], "")),
        stances=beside.stances.get(key, ()) if said else (),
        hit=hit,
    )
