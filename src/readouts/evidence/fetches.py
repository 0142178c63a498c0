"""How often the words of a quotation were found in what was fetched of its source: who has seen the text.

Why: a digest that the coder took shows that nobody changed the words since, and nothing of how they came there; somebody
who fetched the page without having seen the coder's text shows that they stand on it. In: rows of texts, witnesses and
anchors, typed or as written. Out: numbers. A fetch counts for a quotation where it has anchors in the text that the fetch
brought.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from readouts.evidence.anchors import text_named

Row = Mapping[str, Any]
Named = tuple[str, str]  # a source, and how anchors name one of its texts
_NO_DIGEST = text_named("")


def brought(witnesses: Iterable[Row]) -> set[Named]:
    """The texts that a witness brought, since their words are not those of the coder's text."""
    return {_named(row) for row in witnesses if row["same_copy"] == "no"}


def times_fetched(
    texts: Iterable[Row], witnesses: Iterable[Row], counted: Iterable[Row] | None = None
) -> dict[Named, int]:
    """How often each text that has a digest was fetched: once by its coder, unless a witness brought it, and once by
    each witness whose copy has its words, or of these by each of `counted`."""
    witnesses = list(witnesses)
    seen, further = Counter(map(_named, witnesses if counted is None else counted)), brought(witnesses)
    return {one: seen[one] + (one not in further) for one in map(_named, texts) if one[1] != _NO_DIGEST}


def fetches(anchors: Iterable[Row], sources: Mapping[str, str], times: Mapping[Named, int]) -> dict[str, int]:
    """How many fetches have the words of each quotation that has anchors; `sources` are those of quotations by id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in anchors:
        found[row["quotation_id"]].add(row["text_digest"])
    return {
        quotation: sum(times.get((sources.get(quotation, ""), name), 0) for name in names)
        for quotation, names in found.items()
    }


def originals_first(texts: Iterable[Row], witnesses: Iterable[Row]) -> list[Row]:
    """Rows of texts by source, what its coder read before what a witness brought."""
    further = brought(witnesses)
    return sorted(texts, key=lambda row: (row["source_id"], _named(row) in further, row["file"]))


def _named(row: Row) -> Named:
    return row["source_id"], text_named(row["digest"] or "")
