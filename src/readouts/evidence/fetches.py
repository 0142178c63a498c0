"""In how many fetches of its source the words of a quotation were found: who has seen the text.

Why: a digest that the coder took shows that nobody changed the words since, and nothing of how they came there;
somebody who fetched the page without having seen the coder's text shows that they stand on it. In: rows of texts and
witnesses, typed or as written. Out: `Seen`, which counts. A fetch counts for a quotation where it has anchors in the
text that the fetch brought; what the coder has counts once, however many copies it is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from readouts.evidence.anchors import text_named

Row = Mapping[str, Any]
AnyRow = TypeVar("AnyRow", bound=Row)
Named = tuple[str, str]  # a source, and how anchors name one of its texts


@dataclass(frozen=True)
class Seen:
    """The texts that coders read, and how many witnesses have the words of each text."""

    coders: frozenset[Named]
    further: Mapping[Named, int]

    def fetches(self, source: str, names: Iterable[str]) -> int:
        """In how many fetches of a source words stand that are anchored in these of its texts."""
        texts = {(source, name) for name in names}
        return bool(texts & self.coders) + sum(self.further.get(text, 0) for text in texts)


def seen(texts: Iterable[Row], witnesses: Iterable[Row], counted: Iterable[Row] | None = None) -> Seen:
    """Who has seen the texts; of the witnesses count all, or those of `counted` alone."""
    witnesses = list(witnesses)
    known = {_named(row) for row in texts if row["digest"]}
    further = Counter(_named(row) for row in (witnesses if counted is None else counted))
    return Seen(frozenset(known - brought(witnesses)), {text: further[text] for text in known})


def brought(witnesses: Iterable[Row]) -> set[Named]:
    """The texts that a witness brought, since their words are not those of the coder's text."""
    return {_named(row) for row in witnesses if row["same_copy"] == "no"}


def coders_first(texts: Iterable[AnyRow], witnesses: Iterable[Row]) -> list[AnyRow]:
    """Rows of texts by source, what its coder read before what a witness brought."""
    further = brought(witnesses)
    return sorted(texts, key=lambda row: (row["source_id"], _named(row) in further, row["file"]))


def names_by_quotation(anchors: Iterable[Row]) -> dict[str, set[str]]:
    """How the texts are named in which each quotation is anchored."""
    found: dict[str, set[str]] = {}
    for row in anchors:
        found.setdefault(row["quotation_id"], set()).add(row["text_digest"])
    return found


def _named(row: Row) -> Named:
    return row["source_id"], text_named(row["digest"] or "")
