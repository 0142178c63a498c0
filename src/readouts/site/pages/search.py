"""The search page: what the record has for some words, each result leading straight to its page.

In: what a reader typed, and the answers of QUESTIONS. Out: a `Search`. All words must
occur, in any order, each as the beginning of a word; words in quotation marks must
stand together. The speaker's name and the words said are one text for this, so that a
name and a word find the statement.
"""

import re
from dataclasses import dataclass

from readouts.site.pages.card import Name
from readouts.site.pages.differ import Piece
from readouts.site.when import in_words

KINDS = {
    "statement": ("statements", "Statements"),
    "claim": ("claims", "Claims"),
    "event": ("events", "Contacts and other events"),
    "person": ("people", "People"),
    "organization": ("organizations", "Organizations"),
    "source": ("sources", "Sources"),
}
FEW, MANY = 6, 200  # results of a kind on the page of all kinds, and on its own
WORDS = 12  # more words than that are not looked for
_START, _END = "\x02", "\x03"
_ENDINGS = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)$")

# Lower scores are better. Whoever or whatever is called so stands before what is said of it.
# The index has words as they are printed; what the reader typed loses its ending, so that "denied" finds "denies".
QUESTIONS = {
    "found": f"""WITH hits AS (
    SELECT rowid, bm25(search_prefix, 8.0, 1.0) AS score,
    snippet(search_prefix, 1, '{_START}', '{_END}', '…', 26) AS snippet
    FROM search_prefix WHERE search_prefix MATCH :match)
SELECT search.*, hits.snippet, row_number() OVER (PARTITION BY kind ORDER BY hits.score, search.id) AS place,
count(*) OVER (PARTITION BY kind) AS of_kind
FROM hits JOIN search ON search.rowid = hits.rowid
ORDER BY hits.score * CASE kind WHEN 'person' THEN 4 WHEN 'organization' THEN 2 WHEN 'event' THEN 2 ELSE 1 END,
search.id""",
    "stances": """SELECT statement_id, stance, claim_id, claim FROM claim_timeline
WHERE statement_id IN (SELECT value FROM json_each(:ids)) ORDER BY scale DESC, claim""",
    "count": "SELECT count(*) AS rows FROM search_prefix WHERE search_prefix MATCH :match",
}


@dataclass(frozen=True)
class Term:
    """One word that was looked for, or several in quotation marks; `match` is it in the language of FTS5."""

    text: str
    match: str


@dataclass(frozen=True)
class Result:
    """Something found: its name and page, where it stands, and the place at which the words occur."""

    table: str
    name: Name
    date: str
    side: str
    snippet: tuple[Piece, ...]
    stances: tuple[tuple[str, Name], ...]


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


def terms(query: str) -> tuple[Term, ...]:
    """What to look for: words by their beginning, words in quotation marks together."""
    found = []
    for phrase, word in re.findall(r'["“„«]([^"“”„«»]*)["”“»]|([^\s"“”„«»]+)', query):
        words = re.findall(r"\w+", phrase or word)
        if phrase and words:
            found.append(Term(f"“{phrase}”", '"' + " ".join(words) + '"'))
        else:
            found += [Term(one, beginning(one)) for one in words]
    return tuple(dict.fromkeys(found))[:WORDS]


def beginning(word: str) -> str:
    """What begins like the word without an English ending, in FTS5; "denied" begins like "deny", too."""
    stem = _ENDINGS.sub("", word)
    if len(stem) > 3 and stem[-1] in "iy":
        return f'("{stem[:-1]}i"* OR "{stem[:-1]}y"*)'
    return f'"{stem}"*'


def match(found: tuple[Term, ...]) -> str:
    """All of it, in the language of FTS5."""
    return " AND ".join(term.match for term in found)


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


def shown(rows: tuple[dict, ...], kind: str) -> tuple[dict, ...]:
    """The rows that the page shows: a few of each kind, or many of the one that was asked for."""
    return tuple(row for row in rows if (row["kind"] == kind or not kind) and row["place"] <= (MANY if kind else FEW))


def shape(query: str, kind: str, rows: tuple[dict, ...], stances: tuple[dict, ...]) -> Search:
    """The rows as groups; the kind with the best result stands first."""
    groups = tuple(
        Group(
            one,
            KINDS[one][1],
            next(row["of_kind"] for row in rows if row["kind"] == one),
            tuple(_result(row, stances) for row in rows if row["kind"] == one),
        )
        for one in dict.fromkeys(row["kind"] for row in rows)
    )
    return Search(query, kind, groups)


def _result(row: dict, stances: tuple[dict, ...]) -> Result:
    table = KINDS[row["kind"]][0]
    name = Name(row["title"], row["id"].partition("/")[2])
    taken = tuple(
        (one["stance"], Name(one["claim"], one["claim_id"])) for one in stances if one["statement_id"] == name.id
    )
    return Result(
        table=table,
        name=name,
        date=in_words(row["date"]) if row["date"] and row["kind"] != "statement" else "",
        side=row["side"] if row["side"] != "none" or row["kind"] == "statement" else "",
        snippet=pieces(row["snippet"]),
        stances=taken if row["kind"] == "statement" else (),
    )
