"""The search page: what the record has for some words, each result leading straight to its page.

In: what a reader typed (`terms`), and the answers of QUESTIONS. Out: a `Search`. All words
must occur, in any order. A statement stands by whose words have them: the speaker's own, or
those in which a source tells of it (`hits`), never both in one breath.
"""

import re
from dataclasses import dataclass

from readouts.site.pages.card import Name
from readouts.site.pages.differ import Piece
from readouts.site.pages.hits import Hit
from readouts.site.pages.terms import Term, spans
from readouts.site.when import in_words

# Of statements four kinds: hits.py tells which is which.
KINDS = {
    "by": ("statements", "Statements by them"),
    "statement": ("statements", "In the speaker’s own words"),
    "told": ("statements", "In the source’s words about them"),
    "named": ("statements", "Found by our words: a claim, a contact, a date"),
    "claim": ("claims", "Claims"),
    "event": ("events", "Contacts and other events"),
    "person": ("people", "People"),
    "organization": ("organizations", "Organizations"),
    "source": ("sources", "Sources"),
}
STATEMENTS = ("by", "statement", "told", "named")
_CALLED = ("person", "organization", "event")
FEW, MANY = 6, 200  # results of a kind on the page of all kinds, and on its own
_START, _END = "\x02", "\x03"

# Lower scores are better. Whoever or whatever is called so stands before what is said of it.
# The index has words as they are printed; what the reader typed loses its ending: one form of a verb finds another.
QUESTIONS = {
    "found": f"""WITH hits AS (
    SELECT rowid, bm25(search_prefix, 8.0, 1.0) AS score,
    snippet(search_prefix, 1, '{_START}', '{_END}', '…', 26) AS snippet
    FROM search_prefix WHERE search_prefix MATCH :match)
SELECT search.*, hits.snippet
FROM hits JOIN search ON search.rowid = hits.rowid
ORDER BY hits.score * CASE kind WHEN 'person' THEN 4 WHEN 'organization' THEN 2 WHEN 'event' THEN 2 ELSE 1 END,
search.id""",
    # The words of a source by which a statement is dated are often those that tell it.
    "dated": """SELECT DISTINCT s.id, s.date_words FROM statements s
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
    "count": "SELECT count(*) AS rows FROM search_prefix WHERE search_prefix MATCH :match",
}


@dataclass(frozen=True)
class Result:
    """Something found: its name and page, where it stands, and the place at which the words occur.

    A statement has `hit` in the place of `snippet`: whose words stand there.
    """

    table: str
    name: Name
    date: str
    side: str
    snippet: tuple[Piece, ...]
    stances: tuple[tuple[str, Name], ...]
    hit: Hit | None = None


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `rows` is the number of all."""

    kind: str
    title: str
    rows: int
    results: tuple[Result, ...]


@dataclass(frozen=True)
class Search:
    """The page; `each` says how many things have each word alone, where none has them all."""

    query: str
    kind: str
    groups: tuple[Group, ...]
    each: tuple[tuple[Term, int], ...] = ()

    @property
    def rows(self) -> int:
        """How many things were found."""
        return sum(group.rows for group in self.groups)


def told_by_date(terms: int) -> str:
    """The statements that have each term in the index (`:match0` …) or in the words that date them (`:dated0` …)."""
    each = (
        f"(rowid IN (SELECT rowid FROM search_prefix WHERE search_prefix MATCH :match{place})"
        f" OR statement_id IN (SELECT value FROM json_each(:dated{place})))"
        for place in range(terms)
    )
    return f"SELECT *, '' AS snippet FROM search WHERE kind = 'statement' AND {' AND '.join(each)} ORDER BY id"


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


def sort(rows: tuple[dict, ...], hits: dict[str, Hit], terms: tuple[Term, ...], kind: str) -> tuple[dict, ...]:
    """The rows that the page shows, by kind: a few of each, or many of the one that was asked for.

    Whoever or whatever is called so stands first, then statements, of these their own words
    before all others, and sources, which are about statements, last.
    """
    rows = tuple(row | {"kind": hits[row["statement_id"]].kind} if row["kind"] == "statement" else row for row in rows)
    called = {row["kind"] for row in rows if row["kind"] in _CALLED and _is_called(row, terms)}
    kinds = [one for one in dict.fromkeys(row["kind"] for row in rows) if one not in STATEMENTS]
    first = [one for one in kinds if one in called]
    others = sorted((one for one in kinds if one not in called), key=lambda one: one == "source")
    shown = []
    for one in (*first, *STATEMENTS, *others):
        alike = [row for row in rows if row["kind"] == one]
        if one in STATEMENTS:
            alike.sort(key=lambda row: hits[row["statement_id"]].order)
        if one == kind or not kind:
            shown += [row | {"of_kind": len(alike)} for row in alike[: MANY if kind else FEW]]
    return tuple(shown)


def _is_called(row: dict, terms: tuple[Term, ...]) -> bool:
    return all(any(spans(text or "", term) for text in (row["title"], row["date"])) for term in terms)


def shape(query: str, kind: str, rows: tuple[dict, ...], stances: tuple[dict, ...], hits: dict[str, Hit]) -> Search:
    """The rows as groups, in the order of the rows."""
    groups = tuple(
        Group(
            one,
            KINDS[one][1],
            next(row["of_kind"] for row in rows if row["kind"] == one),
            tuple(_result(row, stances, hits) for row in rows if row["kind"] == one),
        )
        for one in dict.fromkeys(row["kind"] for row in rows)
    )
    return Search(query, kind, groups)


def _result(row: dict, stances: tuple[dict, ...], hits: dict[str, Hit]) -> Result:
    table = KINDS[row["kind"]][0]
    key, said = row["id"].partition("/")[2], row["kind"] in STATEMENTS
    taken = tuple((one["stance"], Name(one["claim"], one["claim_id"])) for one in stances if one["statement_id"] == key)
    hit = hits[key] if said else None
    return Result(
        table=table,
        name=Name(hit.title if hit else row["title"], key),
        date=in_words(row["date"]) if row["date"] and not said else "",
        side=row["side"] if row["side"] != "none" or said else "",
        snippet=() if said else pieces(row["snippet"]),
        stances=taken if said else (),
        hit=hit,
    )
