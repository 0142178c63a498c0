"""What we say of a thing that was found, in words: where it is that, and no source, which has what was looked for.

In: the text under which a thing is found (`search.text`), or what we say of a statement, and
the terms. Out: the parts of it that have the terms, these marked, dates and codes in words.
Why: "agency-report, 2025-01-20/2025-01-21" is for programs.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.differing_words import Piece
from readouts.site.search.terms import Term, marked, spans

CODES = "SELECT list, code, label FROM codes"
# A claim never stands without how the statement takes it: a denial must not read as its claim.
# What stands in the columns of our own description of a statement, each with what it is.
OURS = """SELECT DISTINCT statement_id, 'on a claim' AS what,
stance_label || ': “' || claim || '”' AS text, 1 AS place FROM claim_timeline
WHERE statement_id IN (SELECT value FROM json_each(:ids))
UNION SELECT statement_id, 'contact or event', event, 2 FROM claim_timeline
WHERE event IS NOT NULL AND statement_id IN (SELECT value FROM json_each(:ids))
UNION SELECT id, 'our summary', summary, 0 FROM statements
WHERE summary IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))
UNION SELECT quotations.statement_id, 'published by', organizations.name, 4 FROM quotations
JOIN sources ON sources.id = quotations.source_id
JOIN organizations ON organizations.id IN (sources.publisher_id, quotations.via_id)
WHERE quotations.statement_id IN (SELECT value FROM json_each(:ids))
ORDER BY statement_id, place, text"""
_LISTS = {
    "source": ("genre",),
    "event": ("event-kind",),
    "claim": ("claim-kind",),
    "organization": ("organization-kind", "side"),
}
_DATE = re.compile(r"(?:\.\.|[0-9]{4}(?:-[0-9]{2}){0,2}[?~%]?)(?:/(?:\.\.|[0-9]{4}(?:-[0-9]{2}){0,2}[?~%]?))?")
_SHOWN = 2  # parts that are shown


@dataclass(frozen=True)
class Why:
    """Why a statement is here whose words do not have all that was looked for: what of our description has it."""

    what: str
    text: tuple[Piece, ...]


def part(
    kind: str, title: str, text: str, wanted: tuple[Term, ...], labels: Mapping[tuple[str, str], str]
) -> tuple[Piece, ...]:
    """The parts of a thing's text that have the terms, but for its title; in words, the terms marked."""
    parts = [_said(one, kind, labels) for one in text.split(" / ") if one != title]
    found = [one for one in parts if any(spans(one, term) for term in wanted)]
    return marked(" · ".join(found[:_SHOWN]), wanted) if found else ()


def why(rows: Iterable[Row], lacking: tuple[Term, ...]) -> tuple[Why, ...]:
    """Of what we say of a statement the first that has each term which its shown words lack."""
    rows, found, left = tuple(rows), [], list(lacking)
    while left:
        had = [[term for term in left if spans(row["text"], term)] for row in rows]
        has, best = max(zip(had, rows, strict=True), key=lambda two: len(two[0]), default=([], {}))
        if not has:
            break
        found.append(Why(best["what"], marked(best["text"], tuple(lacking))))
        left = [term for term in left if term not in has]
    return tuple(found[:_SHOWN])


def _said(text: str, kind: str, labels: Mapping[tuple[str, str], str]) -> str:
    """One part of a text, its codes and dates in words."""
    words = []
    for one in text.split(", "):
        label = next((labels[name, one] for name in _LISTS.get(kind, ()) if (name, one) in labels), "")
        words.append(label.lower() if label else in_words(one) if _DATE.fullmatch(one) else one)
    return ", ".join(words)
