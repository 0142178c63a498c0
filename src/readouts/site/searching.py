"""The search: asks the served file what a query finds, and answers as a page or as JSON.

In: Datasette with the served file, and a request. Out: the page, or the same results for
programs (docs/pages.md has the shape). What does not depend on the query is read once for
each served file, which does not change.
"""

import json
import weakref
from dataclasses import dataclass, replace

from datasette import NotFound, Response

from readouts.site.facts import DATABASE, ask, base_address, served
from readouts.site.pages import (
    answers,
    asked,
    contact,
    contacts,
    found,
    hits,
    known,
    order,
    ours,
    search,
    terms,
    weigh,
)
from readouts.site.reading import answer

_ONCE: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class _Record:
    """What the record is to every query: its words, its contacts, how many things it has, which are dated, labels."""

    known: known.Known
    places: tuple[contact.Place, ...]
    size: int
    dated: tuple[dict, ...]
    labels: dict[tuple[str, str], str]


async def search_page(datasette, request):
    """The route of the search, as a page or as JSON: by its ending, or by what the program accepts."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    query, kind = (request.args.get("q") or "").strip(), request.args.get("kind") or ""
    kind = kind if kind in search.KINDS else ""
    wants = request.headers.get("accept", "")
    if request.url_vars.get("format") or ("application/json" in wants and "text/html" not in wants):
        await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
        page = await _search(datasette, query, kind, search.MANY)
        base = base_address(datasette, request)
        body = found.as_json(page, lambda table, key: base + datasette.urls.path(found.path(table, key)))
        return Response.json(body, headers={"vary": "accept"})
    page = await answer(datasette, request, "search.html", page=await _search(datasette, query, kind, search.FEW))
    page.headers["vary"] = "accept"
    return page


async def _search(datasette, query: str, kind: str, most: int) -> search.Search:
    record = await _record(datasette)
    wanted = asked.asked(query, record.known)
    if not wanted.wanted:
        return search.Search(wanted, kind)
    having = await _having(datasette, wanted.terms, record)
    weighed = weigh.weigh(wanted.terms, having, record.size, search.FEW)
    named = contact.named(wanted, record.places)
    times = json.dumps(wanted.times)
    at_time = frozenset(row["row"] for row in await ask(datasette, search.QUESTIONS["at_time"], times=times))
    rows = await _rows(datasette, wanted.terms, weighed, at_time, frozenset(one.event.id for one in named))
    said = json.dumps([row["statement_id"] for row in rows if row["kind"] == "statement"])
    of = {row["statement_id"]: weighed.of(row["row"]) for row in rows if row["kind"] == "statement"}
    whose = hits.hits(await ask(datasette, search.QUESTIONS["renderings"], ids=said), of.__getitem__)
    kinds = order.sort(rows, weighed, whose, wanted, at_time)
    shown = search.few(kinds, kind, most)
    stand = await _beside(datasette, shown, whose, record)
    groups = search.groups(shown, kinds, stand, weighed, wanted.words)
    groups = await _headed(datasette, wanted, named, groups, kind)
    each = tuple((term, len(rows)) for term, rows in zip(wanted.terms, having, strict=True)) if not groups else ()
    absent = tuple(
        one.term.text
        for one, rows in zip(wanted.wanted, having, strict=True)
        if not rows and one.kind in ("word", "name", "phrase")
    )
    return search.Search(wanted, kind, groups, each, absent, await _offered(datasette, wanted, record))


async def _offered(datasette, wanted: asked.Asked, record: _Record) -> str:
    """The query with what looks like the words that the record does not have, if something has all of it."""
    instead = asked.asked(wanted.offered, record.known)
    if not instead.wanted:
        return ""
    having = await _having(datasette, instead.terms, record)
    return wanted.offered if frozenset.intersection(*having) else ""


async def _headed(datasette, wanted: asked.Asked, named: tuple, groups: tuple, kind: str) -> tuple[search.Group, ...]:
    """The groups with the contacts that the query names before them; questions stand below what answers."""
    few = named if kind else named[: search.LINES]
    ids = json.dumps([one.event.id for one in few])
    told = contact.told(few, await ask(datasette, contact.QUESTIONS["accounts"], ids=ids), wanted)
    title = search.KINDS["contact"][1] if len(told) <= contact.MOST else search.IN_TIME
    contacts_told = (search.Group("contact", title, len(named), told),) if told and kind in ("", "contact") else ()
    offered = answers.answers(wanted, datasette.metadata("databases")[DATABASE]["queries"])
    first, middle, last = (
        (search.Group("question", title, len(some), some),) if some and kind in ("", "question") else ()
        for title, some in (
            (search.KINDS["question"][1], offered.typed),
            (search.KINDS["question"][1], offered.asked),
            (search.OTHERS, offered.others),
        )
    )
    if first:
        middle = (replace(first[0], rows=len(offered.typed + offered.asked), results=offered.typed + offered.asked),)
        return (*middle, *contacts_told, *groups)
    # Who names nobody asks of the record as a whole, as a question does.
    names = any(one.kind == "name" for one in wanted.wanted)
    whole = tuple(one for one in groups if names and not any(result.lacks for result in one.results))
    rest = tuple(one for one in groups if one not in whole)
    return (*contacts_told, *whole, *middle, *rest, *last)


async def _record(datasette) -> _Record:
    """What every query needs, read once."""
    database = datasette.get_database(DATABASE)
    if database not in _ONCE:
        read = {name: await ask(datasette, sql) for name, sql in known.QUESTIONS.items()}
        rows = {name: await ask(datasette, sql) for name, sql in contacts.QUESTIONS.items()}
        every = [one for year in contacts.shape(rows, {}).years for one in year.contacts]
        _ONCE[database] = _Record(
            known.known(read),
            contact.places(every, await ask(datasette, contact.QUESTIONS["times"])),
            (await ask(datasette, search.QUESTIONS["size"]))[0]["rows"],
            await ask(datasette, search.QUESTIONS["dated"]),
            {(row["list"], row["code"]): row["label"] for row in await ask(datasette, ours.CODES)},
        )
    return _ONCE[database]


async def _having(datasette, wanted: tuple[terms.Term, ...], record: _Record) -> list[frozenset[int]]:
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


async def _rows(datasette, wanted, weighed: weigh.Found, at_time: frozenset[int], named: frozenset[str]):
    """The things found, but for contacts that stand at the head of the page anyhow."""
    best = sorted(weighed.most, key=lambda row: (-weighed.most[row].weight, row))[: search.MANY]
    rows = json.dumps(sorted({*weighed.whole, *at_time, *best}))
    found = await ask(datasette, search.QUESTIONS["found"], match=_any(wanted), rows=rows)
    return tuple(row for row in found if not (row["kind"] == "event" and row["event_id"] in named))


async def _beside(datasette, shown, whose, record: _Record) -> search.Beside:
    """What stands beside the results that are shown."""
    rows = [row for some in shown.values() for row in some]
    said = json.dumps([row["statement_id"] for row in rows if row["kind"] == "statement"])
    others = json.dumps([row["row"] for row in rows if row["kind"] != "statement"])
    stances = await ask(datasette, search.QUESTIONS["stances"], ids=said)
    texts = await ask(datasette, search.QUESTIONS["texts"], rows=others)
    return search.beside(whose, stances, texts, await ask(datasette, search.QUESTIONS["ours"], ids=said), record.labels)


def _any(wanted: tuple[terms.Term, ...]) -> str:
    return " OR ".join(term.match for term in wanted)
