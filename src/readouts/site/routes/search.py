"""The search: asks the served file what a query finds, and answers as a page or as JSON.

In: Datasette with the served file, and a request. Out: the page, or the same results for
programs (docs/pages.md has the shape). What does not depend on the query is read once for
each served file, which does not change.
"""

import json
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from datasette import NotFound, Request, Response
from datasette.database import Database

from readouts.findings import FINDINGS
from readouts.site.facts import DATABASE, ask, base_address, served
from readouts.site.pages import contacts, in_threads
from readouts.site.pages.answers import Row
from readouts.site.routes.check import in_lines
from readouts.site.routes.record_page import answer, for_programs
from readouts.site.search import (
    answering_questions,
    json_results,
    named_contacts,
    our_description,
    record_words,
    result_order,
    result_page,
    terms,
    understood_query,
    whose_words,
    word_weights,
)

if TYPE_CHECKING:
    from datasette.app import Datasette

_ONCE: weakref.WeakKeyDictionary[Database, "_Record"] = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class _Record:
    """What the record is to every query: its words, its contacts, how many things it has, which are dated, labels."""

    known: record_words.RecordWords
    places: tuple[named_contacts.Place, ...]
    size: int
    dated: tuple[dict[str, Any], ...]
    labels: dict[tuple[str, str], str]


async def search_page(datasette: "Datasette", request: Request) -> Response:
    """The route of the search, as a page or as JSON: by its ending, or by what the program accepts."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    query, kind = (request.args.get("q") or "").strip(), request.args.get("kind") or ""
    kind = kind if kind in result_page.KINDS else ""
    if for_programs(request):
        await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
        page = await _search(datasette, query, kind, result_page.MANY)
        base = base_address(datasette, request)
        body = json_results.as_json(page, lambda table, key: base + datasette.urls.path(json_results.path(table, key)))
        return Response.json(body, headers={"vary": "accept"})
    page = await _search(datasette, query, kind, result_page.FEW)
    checked = await in_lines(datasette, query) if page.quoted else ()
    shown = await answer(datasette, request, "search.html", page=page, checked=checked)
    shown.headers["vary"] = "accept"
    return shown


async def _search(datasette: "Datasette", query: str, kind: str, most: int) -> result_page.Search:
    record = await _record(datasette)
    wanted = understood_query.understood(query, record.known)
    if not wanted.wanted:
        return result_page.Search(wanted, kind)
    having = await _having(datasette, wanted.terms, record)
    weighed = word_weights.weigh(wanted.terms, having, record.size, result_page.FEW)
    named = named_contacts.named(wanted, record.places)
    times = json.dumps(wanted.times)
    at_time = frozenset(row["row"] for row in await ask(datasette, result_page.QUESTIONS["at_time"], times=times))
    rows = await _rows(datasette, wanted.terms, weighed, at_time, frozenset(one.event.id for one in named))
    said = json.dumps([row["statement_id"] for row in rows if row["kind"] == "statement"])
    of = {row["statement_id"]: weighed.of(row["row"]) for row in rows if row["kind"] == "statement"}
    whose = whose_words.hits(await ask(datasette, result_page.QUESTIONS["renderings"], ids=said), of.__getitem__)
    kinds = result_order.sort(rows, weighed, whose, wanted, at_time)
    shown = result_page.few(kinds, kind, most)
    stand = await _beside(datasette, shown, whose, record)
    groups = result_page.groups(shown, kinds, stand, weighed, wanted.words)
    groups = await _headed(datasette, wanted, named, groups, kind)
    each = tuple((term, len(rows)) for term, rows in zip(wanted.terms, having, strict=True)) if not groups else ()
    absent = tuple(
        one.term.text
        for one, rows in zip(wanted.wanted, having, strict=True)
        if not rows and one.kind in ("word", "name", "phrase")
    )
    return result_page.Search(wanted, kind, groups, each, absent, await _offered(datasette, wanted, record))


async def _offered(datasette: "Datasette", wanted: understood_query.Query, record: _Record) -> str:
    """The query with what looks like the words that the record does not have, if something has all of it."""
    instead = understood_query.understood(wanted.offered, record.known)
    if not instead.wanted:
        return ""
    having = await _having(datasette, instead.terms, record)
    return wanted.offered if frozenset.intersection(*having) else ""


async def _headed(
    datasette: "Datasette", wanted: understood_query.Query, named: tuple[Any, ...], groups: tuple[Any, ...], kind: str
) -> tuple[result_page.Group, ...]:
    """The groups with the contacts that the query names before them; questions stand below what answers."""
    few = named if kind else named[: result_page.LINES]
    ids = json.dumps([one.event.id for one in few])
    told = named_contacts.told(few, await ask(datasette, named_contacts.QUESTIONS["accounts"], ids=ids), wanted)
    title = result_page.KINDS["contact"][1] if len(told) <= named_contacts.MOST else result_page.IN_TIME
    contacts_told = (result_page.Group("contact", title, len(named), told),) if told and kind in ("", "contact") else ()
    queries = datasette.metadata("databases")[DATABASE]["queries"]
    threads = await ask(datasette, in_threads.EVERY)
    offered = answering_questions.answers(wanted, queries, threads, FINDINGS)
    first, middle, last = (
        (result_page.Group("question", title, len(some), some),) if some and kind in ("", "question") else ()
        for title, some in (
            (result_page.KINDS["question"][1], offered.typed),
            (result_page.KINDS["question"][1], offered.asked),
            (result_page.OTHERS, offered.others),
        )
    )
    if first:
        middle = (replace(first[0], rows=len(offered.typed + offered.asked), results=offered.typed + offered.asked),)
        return (*middle, *contacts_told, *groups)
    # Who names nobody asks of the record as a whole, as a question does; whom a thread names is what it is about.
    about = any(one.table == "threads" for one in offered.asked)
    names = any(one.kind == "name" for one in wanted.wanted) and not about
    whole = tuple(one for one in groups if names and not any(result.lacks for result in one.results))
    rest = tuple(one for one in groups if one not in whole)
    return (*contacts_told, *whole, *middle, *rest, *last)


async def _record(datasette: "Datasette") -> _Record:
    """What every query needs, read once."""
    database = datasette.get_database(DATABASE)
    if database not in _ONCE:
        read = {name: await ask(datasette, sql) for name, sql in record_words.QUESTIONS.items()}
        rows = {name: await ask(datasette, sql) for name, sql in contacts.QUESTIONS.items()}
        every = contacts.every(rows, rows["contacts"])
        _ONCE[database] = _Record(
            record_words.record_words(read),
            named_contacts.places(every, await ask(datasette, named_contacts.QUESTIONS["times"])),
            (await ask(datasette, result_page.QUESTIONS["size"]))[0]["rows"],
            await ask(datasette, result_page.QUESTIONS["dated"]),
            {(row["list"], row["code"]): row["label"] for row in await ask(datasette, our_description.CODES)},
        )
    return _ONCE[database]


async def _having(datasette: "Datasette", wanted: tuple[terms.Term, ...], record: _Record) -> list[frozenset[int]]:
    """For each term the things that have it: in the index, or in a source's words that date a statement."""
    sql = " UNION ALL ".join(
        f"SELECT {place} AS term, rowid AS row FROM search_prefix WHERE search_prefix MATCH :match{place}"
        for place in range(len(wanted))
    )
    matches = {f"match{place}": term.match for place, term in enumerate(wanted)}
    having: list[set[int]] = [
        {row["row"] for row in record.dated if terms.spans(row["date_words"], term)} for term in wanted
    ]
    for row in await ask(datasette, sql, **matches):
        having[row["term"]].add(row["row"])
    return [frozenset(rows) for rows in having]


async def _rows(
    datasette: "Datasette",
    wanted: tuple[terms.Term, ...],
    weighed: word_weights.Weighed,
    at_time: frozenset[int],
    named: frozenset[str],
) -> tuple[Row, ...]:
    """The things found, but for contacts that stand at the head of the page anyhow."""
    best = sorted(weighed.most, key=lambda row: (-weighed.most[row].weight, row))[: result_page.MANY]
    rows = json.dumps(sorted({*weighed.whole, *at_time, *best}))
    found = await ask(datasette, result_page.QUESTIONS["found"], match=_any(wanted), rows=rows)
    return tuple(row for row in found if not (row["kind"] == "event" and row["event_id"] in named))


async def _beside(
    datasette: "Datasette",
    shown: Mapping[str, Sequence[Row]],
    whose: Mapping[str, whose_words.Hit],
    record: _Record,
) -> result_page.Beside:
    """What stands beside the results that are shown."""
    rows = [row for some in shown.values() for row in some]
    said = json.dumps([row["statement_id"] for row in rows if row["kind"] == "statement"])
    others = json.dumps([row["row"] for row in rows if row["kind"] != "statement"])
    stances = await ask(datasette, result_page.QUESTIONS["stances"], ids=said)
    texts = await ask(datasette, result_page.QUESTIONS["texts"], rows=others)
    return result_page.beside(
        whose, stances, texts, await ask(datasette, result_page.QUESTIONS["ours"], ids=said), record.labels
    )


def _any(wanted: tuple[terms.Term, ...]) -> str:
    return " OR ".join(term.match for term in wanted)
