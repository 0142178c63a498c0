"""The order of a search page: which kinds of results stand first, and what stands first of a kind.

In: the rows found, which words each has, whose words they are. Out: the rows by kind. The
rule stands in docs/pages.md.
"""

import math
from collections.abc import Mapping

from readouts.site.pages.answers import Row
from readouts.site.search.result_page import STATEMENTS
from readouts.site.search.terms import Term, spans
from readouts.site.search.understood_query import Query
from readouts.site.search.whose_words import Hit
from readouts.site.search.word_weights import Weighed

_CALLED = ("person", "organization", "event")


def sort(
    rows: tuple[Row, ...], found: Weighed, hits: Mapping[str, Hit], asked: Query, at_time: frozenset[int]
) -> dict[str, list[Row]]:
    """The rows by kind, in the order of the page.

    First what was said on the day that was asked for, if any of it has all the words; then
    whoever or whatever is called so; then statements, of these their own words before all others;
    then claims and events; then sources, which are about statements; then what has most of the
    words, of that the statements of whoever was named first and sources last, and what else was
    said on the day, first that of which the best has more. What was said in a time stands in its order.
    """
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        kinds.setdefault(_kind(row, found, hits, at_time), []).append(row)
    for kind, alike in kinds.items():
        if kind in STATEMENTS:
            alike.sort(key=lambda row: (-found.weight(row["row"]), hits[row["statement_id"]].order))
    kinds.get("most", []).sort(
        key=lambda row: (row["kind"] == "source", not _is_by(row, hits, asked.speaker), -found.weight(row["row"]))
    )
    if not asked.days:
        kinds.get("day", []).sort(key=lambda row: (-found.weight(row["row"]), row["date"] or ""))
    called = [one for one in kinds if one in _CALLED and any(_is_called(row, asked.terms) for row in kinds[one])]
    others = sorted((one for one in kinds if one not in (*STATEMENTS, "most")), key=lambda one: one == "source")
    best = {kind: max((found.weight(row["row"]) for row in kinds.get(kind, ())), default=0) for kind in ("most", "day")}
    last = ("most", "day") if best["most"] > best["day"] else ("day", "most")
    first = ("day",) if best["day"] == math.inf else ()
    order = dict.fromkeys((*first, *called, *STATEMENTS[1:], *others, *last))
    return {kind: kinds[kind] for kind in order if kind in kinds}


def _kind(row: Row, found: Weighed, hits: Mapping[str, Hit], at_time: frozenset[int]) -> str:
    if row["row"] in at_time:
        return "day"
    if row["row"] not in found.whole:
        return "most"
    return hits[row["statement_id"]].kind if row["kind"] == "statement" else row["kind"]


def _is_by(row: Row, hits: Mapping[str, Hit], speaker: Term | None) -> bool:
    """Whether it is a statement of whoever was named."""
    return speaker is not None and row["kind"] == "statement" and bool(spans(hits[row["statement_id"]].names, speaker))


def _is_called(row: Row, terms: tuple[Term, ...]) -> bool:
    return all(any(spans(text or "", term) for text in (row["title"], row["date"])) for term in terms)
