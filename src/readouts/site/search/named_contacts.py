"""The contacts that a query names, and the questions that answer it.

In: what was asked, all contacts as the page of contacts shapes them, all questions. Out:
results for the head of the search page. What each side says comes from the derived tables
alone; nothing is concluded from a query.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from readouts.site.dates_in_words import in_words
from readouts.site.pages.card import Name
from readouts.site.pages.contacts import Contact
from readouts.site.search.result_page import Result
from readouts.site.search.terms import spans
from readouts.site.search.understood_query import Query, Wanted

MOST = 3  # contacts or questions at the head of the page; what more contacts share names none of them
_WORD = re.compile(r"\w+")
_WEEK = 7  # days that the time of a contact may have, to be that of a day
QUESTIONS = {
    "times": "SELECT id, kind, place, date_earliest, date_latest FROM events",
    "accounts": """SELECT accounts.claim, accounts.claim_id, accounts.event_id, accounts.told, codes.label AS kind
FROM accounts JOIN codes ON codes.list = 'claim-kind' AND codes.code = accounts.claim_kind
WHERE event_id IN (SELECT value FROM json_each(:ids)) AND claim_kind NOT IN ('occurrence', 'plan')""",
}


@dataclass(frozen=True)
class Told:
    """A contact with its account, and what is claimed of it that has words of the query: claim, how it is told."""

    contact: Contact
    claims: tuple[tuple[Name, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """A contact with the words under which a query names it, and its first and last day."""

    contact: Contact
    text: str
    first: str
    last: str


def places(contacts: Iterable[Contact], rows: tuple[dict, ...]) -> tuple[Place, ...]:
    """Every contact with the words that name it: title, kind, day, place, who took part."""
    times = {row["id"]: row for row in rows}
    found = []
    for one in contacts:
        row = times[one.event.id]
        day = row["date_earliest"] or ""
        words = (one.event.text, row["kind"], one.when.edtf, in_words(day), row["place"] or "", one.participants)
        found.append(Place(one, " / ".join(words), day, row["date_latest"] or ""))
    return tuple(found)


def named(asked: Query, every: tuple[Place, ...]) -> tuple[Contact, ...]:
    """The contacts that the query names: by a day, or by words that few contacts have.

    By a day: whose day it is, or whose time, a week at most, has it in it; of several those first
    that have more of the other words. By words: at most MOST contacts have all of them in title,
    kind, place and participants; a name beside two other words may be a speaker's. A name alone
    is that of a person or a body.
    """
    if asked.days:
        near = [one for one in every if any(_holds(one, day) for day in asked.days)]
        ranked = sorted(near, key=lambda one: (-_share(one, asked.wanted), one.first != one.last))
        return tuple(one.contact for one in ranked[:MOST])
    others = tuple(one for one in asked.wanted if one.kind != "name")
    if not others and len(asked.wanted) < 2:
        return ()
    found = [one for one in every if _share(one, asked.wanted) == len(asked.wanted)]
    if not found and len(others) > 1:
        found = [one for one in every if _share(one, others) == len(others)]
    return tuple(one.contact for one in found) if len(found) <= MOST else ()


def _share(place: Place, wanted: tuple[Wanted, ...]) -> int:
    return sum(bool(spans(place.text, one.term)) for one in wanted)


def _holds(place: Place, day: str) -> bool:
    if not place.first or not place.last or not place.first <= day <= place.last:
        return False
    return (date.fromisoformat(place.last) - date.fromisoformat(place.first)).days < _WEEK


def told(contacts: tuple[Contact, ...], rows: tuple[dict, ...], asked: Query) -> tuple[Result, ...]:
    """The contacts as results; each with the claims on it that have most of the other words of the query."""
    asking = tuple(one.term for one in asked.wanted if one.kind == "word")
    found = []
    for one in contacts:
        counted = sorted(
            (
                (sum(bool(spans(f"{row['kind']} / {row['claim']}", term)) for term in asking), row["claim_id"], row)
                for row in rows
                if row["event_id"] == one.event.id
            ),
            key=lambda item: (-item[0], item[1]),
        )
        best = [row for count, _, row in counted if count and count == counted[0][0]]
        about = best if len(best) <= MOST else ()
        claims = tuple((Name(row["claim"], row["claim_id"]), row["told"]) for row in about)
        found.append(Result("events", one.event, date=one.when.text, contact=Told(one, claims)))
    return tuple(found)


def answering(asked: Query, questions: Mapping[str, dict]) -> tuple[tuple[Result, ...], tuple[Result, ...]]:
    """The questions that answer the query: those for the head of the page, and those for its end.

    At the head stands a question whose title the query is, and, where the query is asked as a
    question, one that has more than half of its words, names and days apart, which a question
    takes as parameters. At the end stands what has all of these words.
    """
    asking = tuple(one.term for one in asked.wanted if one.kind in ("word", "phrase"))
    head, end = [], []
    for name, one in questions.items():
        text = f"{one['title']} / {one.get('description', '')} / {one.get('example', '')}"
        typed, title = _plain(asked.query), _plain(one["title"])
        share = sum(bool(spans(text, term)) for term in asking) / len(asking) if asking else 0
        result = Result("questions", Name(one["title"], name), about=one.get("example") or "")
        if len(typed.split()) > 1 and typed in title:
            head.append((-2.0, name, result))
        elif asked.question and share > 0.5:
            head.append((-share, name, result))
        elif share == 1:
            end.append((-share, name, result))
    ranked = sorted(head, key=lambda item: item[:2])
    return (
        tuple(result for _, _, result in ranked[:2]),
        tuple(result for _, _, result in sorted(end, key=lambda item: item[:2])[:2]),
    )


def _plain(text: str) -> str:
    """Its words alone, between blanks, so that one text can be looked for in another."""
    return f" {' '.join(re.findall(_WORD, text.casefold()))} "
