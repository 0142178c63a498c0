"""The contacts that a query names: by a day, by a longer time, by who took part, or by words.

In: what was asked, all contacts as the page of contacts shapes them. Out: results for the
head of the search page. What each side says comes from the derived tables
alone; nothing is concluded from a query.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from readouts.site.dates_in_words import in_words
from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name
from readouts.site.pages.contacts import Contact, Told
from readouts.site.search.contact_kinds import asks_length
from readouts.site.search.result_page import Result
from readouts.site.search.terms import Term, beginning, spans
from readouts.site.search.understood_query import LONGER, Query, Wanted

MOST = 3  # contacts that are shown with what each side says; words that more share name none of them
_WEEK = 7  # days that the time of a contact may have, to be that of a day
QUESTIONS = {
    "times": "SELECT id, kind, place, date_earliest, date_latest FROM events",
    "accounts": """SELECT accounts.claim, accounts.claim_id, accounts.event_id, accounts.told, accounts.claim_kind,
codes.label AS kind
FROM accounts JOIN codes ON codes.list = 'claim-kind' AND codes.code = accounts.claim_kind
WHERE event_id IN (SELECT value FROM json_each(:ids)) AND claim_kind NOT IN ('occurrence', 'plan')""",
}


@dataclass(frozen=True)
class Place:
    """A contact with the words under which a query names it, its kind, its first and last day.

    `who` took part, and where.
    """

    contact: Contact
    text: str
    first: str
    last: str
    kind: str = ""
    who: tuple[str, ...] = ()


def places(contacts: Iterable[Contact], rows: tuple[Row, ...]) -> tuple[Place, ...]:
    """Every contact, the oldest first, with the words that name it: title, kind, day, place, who took part."""
    times = {row["id"]: row for row in rows}
    found = []
    for one in sorted(contacts, key=lambda one: _first_and_last(times[one.event.id])):
        row = times[one.event.id]
        day = row["date_earliest"] or ""
        who = tuple(filter(None, (*one.participants.split(", "), row["place"])))
        words = (one.event.text, row["kind"], one.when.edtf, in_words(day), row["place"] or "", one.participants)
        found.append(Place(one, " / ".join(words), day, row["date_latest"] or "", row["kind"], who))
    return tuple(found)


def _first_and_last(row: Row) -> tuple[str, str, str]:
    days = row["date_earliest"] or row["date_latest"] or "9", row["date_latest"] or "9"
    return (*days, row["id"])


def named(asked: Query, every: tuple[Place, ...]) -> tuple[Contact, ...]:
    """The contacts that the query names.

    By a day: whose day it is, or whose time, a week at most, has it in it; of several those first
    that have more of the other words. By a longer time: all that lie in it and have the other
    words. By two names and nothing but a kind of contact: all between these. By words: at most
    MOST contacts have all of them in title, kind, place and participants; a name beside two other
    words may be a speaker's. A name alone is that of a person or a body.
    """
    if asked.days:
        near = [one for one in every if any(_holds(one, day) for day in asked.days)]
        ranked = sorted(near, key=lambda one: (-_share(one, asked.wanted), one.first != one.last))
        return tuple(one.contact for one in ranked[:MOST])
    wanted = tuple(one for one in asked.wanted if not asks_length(one.term.text))
    if asked.periods:
        return _in_time(tuple(one for one in wanted if one.kind not in LONGER), asked.periods, every)
    others = tuple(one for one in wanted if one.kind != "name")
    if not others and len(wanted) < 2:
        return ()
    found = [one for one in every if _share(one, wanted) == len(wanted)]
    if len(wanted) - len(others) > 1 and all(one.kinds for one in others):
        between = [one for one in found if _between(one, wanted)]
        return tuple(one.contact for one in between)
    if not found and len(others) > 1:
        found = [one for one in every if _share(one, others) == len(others)]
    return tuple(one.contact for one in found) if len(found) <= MOST else ()


def _in_time(
    wanted: tuple[Wanted, ...], periods: tuple[tuple[str, str], ...], every: tuple[Place, ...]
) -> tuple[Contact, ...]:
    """The contacts of a time that have all the words, and most of the names; first those that lie in it whole."""
    near = [one for one in every if any(_begins(one, *period) for period in periods)]
    words = tuple(one for one in wanted if one.kind != "name")
    names = tuple(one for one in wanted if one.kind == "name")
    found = [one for one in near if _share(one, words) == len(words)]
    most = max((_share(one, names) for one in found), default=0)
    if names and not words and not most:
        return ()
    kept = [one for one in found if _share(one, names) == most]

    def order(one: Place) -> tuple[bool, str, str, str]:
        whole = any(first <= (one.first or "") and (one.last or "9") <= last for first, last in periods)
        return (bool(wanted) and not whole, one.first or one.last, one.last or "9", one.contact.event.id)

    return tuple(one.contact for one in sorted(kept, key=order))


def _between(place: Place, wanted: tuple[Wanted, ...]) -> bool:
    """Whether the names are of two who took part, or of one and the place; a name may be two words of one of them."""
    names = tuple(one.term for one in wanted if one.kind == "name")
    return sum(any(spans(one, term) for term in names) for one in place.who) > 1


def _begins(place: Place, first: str, last: str) -> bool:
    """Whether its first day lies in the time, or where there is none, its last."""
    return first <= (place.first or place.last or "") <= last


def _share(place: Place, wanted: tuple[Wanted, ...]) -> int:
    return sum(bool(spans(place.text, one.term)) or _is_kind(place, one.kinds) for one in wanted)


def _is_kind(place: Place, kinds: tuple[str, ...]) -> bool:
    """Whether it is of one of the kinds, or is called so."""
    return place.kind in kinds or any(spans(place.contact.event.text, beginning(kind)) for kind in kinds)


def _holds(place: Place, day: str) -> bool:
    if not place.first or not place.last or not place.first <= day <= place.last:
        return False
    return (date.fromisoformat(place.last) - date.fromisoformat(place.first)).days < _WEEK


def told(contacts: tuple[Contact, ...], rows: tuple[Row, ...], asked: Query) -> tuple[Result, ...]:
    """The contacts as results; each with the claims on it that have most of the other words of the query."""
    asking = tuple(one.term for one in asked.wanted if one.kind == "word")
    length = any(asks_length(term.text) for term in asking)
    found = []
    for one in contacts:
        counted = sorted(
            (
                (_about(row, asking) + (length and row["claim_kind"] == "duration"), row["claim_id"], row)
                for row in rows
                if row["event_id"] == one.event.id
            ),
            key=lambda item: (-item[0], item[1]),
        )
        best = [row for count, _, row in counted if count and count == counted[0][0]]
        about = best if len(best) <= MOST and len(contacts) <= MOST else ()
        claims = tuple((Name(row["claim"], row["claim_id"]), row["told"]) for row in about)
        found.append(Result("events", one.event, date=one.when.text, contact=Told(one, claims)))
    return tuple(found)


def _about(row: Row, asking: tuple[Term, ...]) -> int:
    return sum(bool(spans(f"{row['kind']} / {row['claim']}", term)) for term in asking)
