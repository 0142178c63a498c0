"""/check: a quotation held against the record, as a page or as JSON.

In: Datasette with the served file, and a request with the pasted words (`q`), whose they are said to be (`speaker`) and
when (`when`), both as somebody types them. Out: the page, or the same answer for programs; docs/pages.md has its shape.
"""

import json
from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response

from readouts.quote import quotations, verdict
from readouts.quote.covered_time import levels
from readouts.quote.in_json import as_json
from readouts.quote.in_words import covered
from readouts.quote.quotations import Record
from readouts.quote.wanted import time_of
from readouts.site.dates_in_words import in_words
from readouts.site.facts import DATABASE, ask, base_address, served
from readouts.site.pages.card import card
from readouts.site.pages.check import QUESTIONS, Check, block, wanted
from readouts.site.routes.record_page import answer, for_programs, once
from readouts.site.search.json_results import path
from readouts.site.search.times_in_text import times_in

if TYPE_CHECKING:
    from datasette.app import Datasette


async def check_page(datasette: "Datasette", request: Request) -> Response:
    """The route."""
    if not served(datasette):
        raise NotFound("This file is not the record")
    text, speaker, when = ((request.args.get(name) or "").strip() for name in ("q", "speaker", "when"))
    if for_programs(request):
        await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
        page, base = await _check(datasette, text, speaker, when), base_address(datasette, request)
        body = as_json(page.answer, page.covered, lambda table, key: base + datasette.urls.path(path(table, key)))
        return Response.json(body, headers={"vary": "accept"})
    page = await _check(datasette, text, speaker, when)
    shown = await answer(datasette, request, "check.html", page=page, covered=covered, in_words=in_words)
    shown.headers["vary"] = "accept"
    return shown


async def _check(datasette: "Datasette", text: str, speaker: str, when: str) -> Check:
    record = await once(datasette, "check", _record)
    assert record is not None
    told = times_in(when, record.days)
    times = told or times_in(text[: verdict.LONGEST], record.days)
    periods = [period for one in times for period in one.periods]
    found = verdict.answer(record, text, speaker, time_of([one.text for one in times], periods, bool(told)))
    rows = await ask(datasette, QUESTIONS["cards"], ids=json.dumps(wanted(found)))
    cards = {row["quotation_id"]: card(row) for row in rows}
    every = [one.month for one in record.covered]
    return Check(
        answer=found,
        when=when,
        unread=bool(when and not told),
        blocks=tuple(block(one, cards) for one in found.verdicts),
        times=tuple(one.text for one in times),
        covered=levels(record.covered, periods),
        months=(min(every, default=""), max(every, default="")),
        voices=record.voices,
    )


async def _record(datasette: "Datasette") -> Record:
    return quotations.record({name: await ask(datasette, sql) for name, sql in quotations.QUESTIONS.items()})
