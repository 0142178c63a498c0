"""/check: a quotation held against the record, as a page or as JSON.

In: Datasette with the served file, and a request with the pasted words (`q`), whose they are said to be (`speaker`) and
when (`when`), both as somebody types them. Out: the page, or the same answer for programs; docs/pages.md has its shape.
"""

import json
from dataclasses import dataclass
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
from readouts.site.pages.check import QUESTIONS, Check, Line, block, lines, wanted
from readouts.site.routes.record_page import answer, for_programs, once
from readouts.site.search.json_results import path
from readouts.site.search.times_in_text import times_in
from readouts.site.search.typed_days import Time

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


async def in_lines(datasette: "Datasette", text: str) -> tuple[Line, ...]:
    """The verdicts on a text in a line each, for other pages."""
    return lines((await _answered(datasette, text, "", "")).answer)


@dataclass(frozen=True)
class _Answered:
    """The answer, the record that gave it, the times that were read, and whether they were typed as such."""

    answer: verdict.Answer
    record: Record
    times: tuple[Time, ...]
    periods: tuple[tuple[str, str], ...]
    typed: bool


async def _answered(datasette: "Datasette", text: str, speaker: str, when: str) -> _Answered:
    record = await once(datasette, "check", _record)
    assert record is not None
    told = times_in(when, record.days)
    times = told or times_in(text[: verdict.LONGEST], record.days)
    periods = tuple(period for one in times for period in one.periods)
    time = time_of([one.text for one in times], periods, bool(told))
    return _Answered(verdict.answer(record, text, speaker, time), record, times, periods, bool(told))


async def _check(datasette: "Datasette", text: str, speaker: str, when: str) -> Check:
    found = await _answered(datasette, text, speaker, when)
    rows = await ask(datasette, QUESTIONS["cards"], ids=json.dumps(wanted(found.answer)))
    cards = {row["quotation_id"]: card(row) for row in rows}
    every = [one.month for one in found.record.covered]
    return Check(
        answer=found.answer,
        when=when,
        unread=bool(when and not found.typed),
        blocks=tuple(block(one, cards) for one in found.answer.verdicts),
        times=tuple(one.text for one in found.times),
        covered=levels(found.record.covered, found.periods),
        months=(min(every, default=""), max(every, default="")),
        voices=found.record.voices,
    )


async def _record(datasette: "Datasette") -> Record:
    return quotations.record({name: await ask(datasette, sql) for name, sql in quotations.QUESTIONS.items()})
