"""Prove quotations from copies that somebody fetched who had not seen the texts that their coders read.

In: the data set, and the copies with the words of their fetchers' log. Out: the rows of witnesses, texts and anchors as
they should be, and what does not stand in a copy, quotation by quotation. A copy with the words of the coder's text is
a witness of that; one with other words is a text of its own, in which each quotation is looked up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from readouts.evidence.anchoring import anchored, measured
from readouts.evidence.anchors import read, text_named
from readouts.evidence.fetches import coders_first
from readouts.evidence.match import Miss
from readouts.evidence.source_text import Text
from readouts.read.typed_frames import Dataset

Rows = dict[str, list[dict[str, Any]]]
TABLES = ("texts", "anchors", "witnesses")


@dataclass(frozen=True)
class Copy:
    """One further copy of a source: its bytes, and what is known of the fetch; `body` are the ends of the article."""

    source_id: str
    data: bytes
    day: date
    address: str = ""
    body: str = ""
    whole: bool = False
    outside: bool = False  # fetched by somebody who is none of those who make the record


@dataclass
class Witnessed:
    """What the copies show: the rows of TABLES as they should be, and what to tell.

    `missed` are the quotations that do not stand in a copy, in sentences; `problems` what is wrong with a copy; `same`
    and `other` count copies by whether they have the words of the coder's text; `found` are the quotations that stand
    in one.
    """

    rows: Rows
    missed: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    same: int = 0
    other: int = 0
    found: set[str] = field(default_factory=set)


def witnessed(dataset: Dataset, copies: Iterable[Copy]) -> Witnessed:
    """Hear every copy; rows of an earlier witness stay, and the same fetch again changes nothing."""
    made = Witnessed({name: dataset.frames[name].rows(named=True) for name in TABLES})
    quotations = dataset.frames["quotations"].rows(named=True)
    for copy in copies:
        of_source = (row for row in made.rows["texts"] if row["source_id"] == copy.source_id)
        texts = coders_first(of_source, made.rows["witnesses"])
        if not texts:
            made.problems.append(
                f"{copy.source_id}: texts has no text of this source that a copy could be a witness of"
            )
            continue
        if not texts[0]["digest"]:
            made.problems.append(f"{copy.source_id}: its text was never anchored. Run readouts anchor with it first")
            continue
        _hear(made, copy, texts, [row for row in quotations if row["source_id"] == copy.source_id])
    return made


def _hear(made: Witnessed, copy: Copy, texts: list[dict[str, Any]], quotations: list[dict[str, Any]]) -> None:
    """Hear one copy of a source that has these texts, the coder's first."""
    first = texts[0]
    row, text, wrong = measured(_row(copy, texts), copy.data)
    if text is None:
        made.problems += wrong
        return
    known = next((one for one in texts if one["digest"] == row["digest"]), None)
    if known:
        row, text, wrong = measured(known, copy.data)
        made.rows["texts"].remove(known)
    if text is None:
        made.problems += wrong
        return
    made.rows["texts"].append(row)
    same = row["digest"] == first["digest"]
    made.same, made.other = made.same + same, made.other + (not same)
    witness = {"source_id": copy.source_id, "day": copy.day, "address": copy.address or None, "digest": row["digest"]}
    witness |= {"same_copy": "yes" if same else "no", "same_team": "no" if copy.outside else "yes"}
    made.rows["witnesses"] = [*(one for one in made.rows["witnesses"] if _key(one) != _key(witness)), witness]
    _prove(made, text, text_named(row["digest"]), quotations)


def _prove(made: Witnessed, text: Text, name: str, quotations: list[dict[str, Any]]) -> None:
    """Look each quotation up in the words of a copy; those that stand there are anchored in it."""
    fresh: list[dict[str, Any]] = []
    for quotation in quotations:
        rows, problems = anchored(quotation, text)
        fresh += rows
        made.missed += problems
    found = {row["quotation_id"] for row in fresh}
    made.found |= found
    others = (row for row in made.rows["anchors"] if row["text_digest"] != name or row["quotation_id"] not in found)
    made.rows["anchors"] = [*others, *fresh]


def _row(copy: Copy, texts: list[dict[str, Any]]) -> dict[str, Any]:
    """A row of texts for a copy with words of its own, under a name that no text of the source has.

    The article is what the log calls so; else what stands between the ends of the coder's, where the copy has these;
    else the whole file.
    """
    first, names = texts[0], {one["file"] for one in texts}
    stem, dot, ending = first["file"].rpartition(".")
    stem, ending = (stem, dot + ending) if dot else (first["file"], "")
    file = next(name for number in range(2, len(texts) + 3) if (name := f"{stem}_{number}{ending}") not in names)
    body = copy.body or first["body"]
    if body and not copy.body and isinstance(read(copy.data, body)[1], Miss):
        body = None
    extent = "whole" if copy.whole else "excerpt"
    return {"source_id": copy.source_id, "file": file, "extent": extent, "body": body, "lost": None}


def _key(witness: dict[str, Any]) -> tuple[object, ...]:
    return witness["source_id"], witness["day"], witness["digest"]
