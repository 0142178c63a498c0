"""The search: asks the served file what a query finds, and answers as a page or as JSON.

In: Datasette with the served file, and a request. Out: the page, or the same results for
programs (docs/pages.md has the shape). What does not depend on the query is read once for
each served file, which does not change.
"""

import json
import weakref
from dataclasses import dataclass

from datasette import NotFound, Response

from readouts.site.facts import DATABASE, ask, base_address, served
from readouts.site.pages import contacts
from readouts.site.routes.record_page import answer
from readouts.site.search import (
    json_results,
    named_contacts,
    record_words,
    result_page,
    terms,
    understood_query,
    whose_words,
    word_weights,
)

_ONCE: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class _Record:
    """What the record is to every query: its words, its contacts, how many things it has, which are dated in words."""

    known: record_words.RecordWords
    places: tuple[named_contacts.Place, ...]
    size: int
    dated: tuple[dict, ...]


async def search_page(datasette, request):
    """The route of the search, as a page or as JSON: by its ending, or by what the program accepts."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    query, kind = (request.args.get("q") or "").strip(), request.args.get("kind") or ""
    kind = kind if kind in result_page.KINDS else ""
    wants = request.headers.get("accept", "")
    if request.url_vars.get("format") or ("application/json" in wants and "text/html" not in wants):
        await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
        page = await _search(datasette, query, kind, result_page.MANY)
        base = base_address(datasette, request)
        body = json_results.as_json(page, lambda table, key: base + datasette.urls.path(json_results.path(table, key)))
        return Response.json(body, headers={"vary": "accept"})
    page = await answer(datasette, request, "search.html", page=await _search(datasette, query, kind, result_page.FEW))
    page.headers["vary"] = "accept"
    return page


async def _search(datasette, query: str, kind: str, most: int) -> result_page.Search:
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
    kinds = result_page.sort(rows, weighed, whose, wanted, at_time)
    shown = result_page.few(kinds, kind, most)
    stand = await _beside(datasette, shown, whose, wanted.terms)
    groups = result_page.groups(shown, kinds, stand, weighed)
    groups = await _headed(datasette, wanted, named, groups, kind)
    each = tuple((term, len(rows)) for term, rows in zip(wanted.terms, having, strict=True)) if not groups else ()
    return result_page.Search(wanted, kind, groups, each)


async def _headed(
    datasette, wanted: understood_query.Query, named: tuple, groups: tuple, kind: str
) -> tuple[result_page.Group, ...]:
    """The groups with the contacts and the questions that the query names before them, other questions behind."""
    ids = json.dumps([one.event.id for one in named])
    contacts_told = named_contacts.told(
        named, await ask(datasette, named_contacts.QUESTIONS["accounts"], ids=ids), wanted
    )
    first, last = named_contacts.answering(wanted, datasette.metadata("databases")[DATABASE]["queries"])
    made = {
        one: result_page.Group(one, result_page.KINDS[one][1], len(results), results)
        for one, results in (("contact", contacts_told), ("question", first))
        if results and kind in ("", one)
    }
    end = result_page.Group("question", "Questions", len(last), last)
    return (*made.values(), *groups, *((end,) if last and kind in ("", "question") and not first else ()))


async def _record(datasette) -> _Record:
    """What every query needs, read once."""
    database = datasette.get_database(DATABASE)
    if database not in _ONCE:
        read = {name: await ask(datasette, sql) for name, sql in record_words.QUESTIONS.items()}
        rows = {name: await ask(datasette, sql) for name, sql in contacts.QUESTIONS.items()}
        every = [one for year in contacts.shape(rows, {}).years for one in year.contacts]
        _ONCE[database] = _Record(
            record_words.record_words(read),
            named_contacts.places(every, await ask(datasette, named_contacts.QUESTIONS["times"])),
            (await ask(datasette, result_page.QUESTIONS["size"]))[0]["rows"],
            await ask(datasette, result_page.QUESTIONS["dated"]),
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


async def _rows(datasette, wanted, weighed: word_weights.Weighed, at_time: frozenset[int], named: frozenset[str]):
    """The things found, but for contacts that stand at the head of the page anyhow."""
    best = sorted(weighed.most, key=lambda row: (-weighed.most[row].weight, row))[: result_page.MANY]
    rows = json.dumps(sorted({*weighed.whole, *at_time, *best}))
    found = await ask(datasette, result_page.QUESTIONS["found"], match=_any(wanted), rows=rows)
    return tuple(row for row in found if not (row["kind"] == "event" and row["event_id"] in named))


async def _beside(datasette, shown, whose, wanted: tuple[terms.Term, ...]) -> result_page.Beside:
    """What stands beside the results that are shown."""
    rows = [row for some in shown.values() for row in some]
    said = json.dumps([row["statement_id"] for row in rows if row["kind"] == "statement"])
    others = json.dumps([row["row"] for row in rows if row["kind"] != "statement"])
    stances = await ask(datasette, result_page.QUESTIONS["stances"], ids=said)
    return result_page.beside(
        whose, stances, await ask(datasette, result_page.QUESTIONS["snippets"], match=_any(wanted), rows=others)
    )


def _any(wanted: tuple[terms.Term, ...]) -> str:
    return " OR ".join(term.match for term in wanted)
