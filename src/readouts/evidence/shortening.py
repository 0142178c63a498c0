"""Shorten the ends of passages, and their anchors with them.

Why: beside a proof, and where a text is given away by more than its share, a passage needs no more words than lead to
its place. In: the data set, texts at hand or other copies of them, and which quotations are asked for. Out: the rows
of quotations and anchors as they should be, and what could not be done, in sentences.

Another copy of a text serves as well as the one that was anchored: it shows whether fewer words still lead to one
place, and the anchors follow from the words that were proven (`short_ends`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from readouts.evidence.anchors import Anchor, read
from readouts.evidence.match import Miss, find_passage
from readouts.evidence.short_ends import length, short_ends, shortened
from readouts.evidence.source_text import Text
from readouts.read.typed_frames import Dataset

Row = dict[str, Any]
LEAST_OF_BODY = 0.95  # of the words of the article: in a part of it fewer words lead to one place than in all of it


@dataclass
class Shortened:
    """Rows by table; the quotations that were cut, and how many words of their passages are left of how many."""

    rows: dict[str, list[Row]]
    cut: list[str] = field(default_factory=list)
    before: int = 0
    after: int = 0
    problems: list[str] = field(default_factory=list)


def shorten(dataset: Dataset, held: Mapping[str, bytes], asked: Collection[str]) -> Shortened:
    """Cut the passages of the quotations that are asked for, as far as a copy of their text is in `held`."""
    quotations = dataset.frames["quotations"].rows(named=True)
    anchors: dict[str, dict[str, Row]] = {}
    for row in dataset.frames["anchors"].rows(named=True):
        anchors.setdefault(row["quotation_id"], {})[row["segment"]] = row
    done = Shortened({"quotations": [], "anchors": []})
    texts = {}
    for row in dataset.frames["texts"].rows(named=True):
        text = _copy(held[row["source_id"]], row["body"]) if row["source_id"] in held else None
        if text and text.whole.count < LEAST_OF_BODY * (row["body_count"] or 0):
            problem = f"the copy has {text.whole.count} words, and the article {row['body_count']}: too few to judge by"
            done.problems.append(f"{row['source_id']}: {problem}")
        elif text:
            texts[row["source_id"]] = text
    for row in quotations:
        mine, text = anchors.get(row["id"], {}), texts.get(row["source_id"])
        passage = _cut(row, text, mine, done) if row["id"] in asked and text else row["passage"]
        done.rows["quotations"].append(row | {"passage": passage})
    known = {row["id"] for row in quotations}
    done.rows["anchors"] = [row for one, mine in anchors.items() if one in known for row in mine.values()]
    return done


def _copy(data: bytes, body: str | None) -> Text:
    """A copy of a text; all of it is its article where the ends of the article do not stand in it."""
    whole, found = read(data, body)
    return whole if isinstance(found, Miss) else replace(whole, body=found.place)


def _cut(row: Row, text: Text, mine: dict[str, Row], done: Shortened) -> str:
    """The passage with short ends; its anchors in `mine` are cut with it. As it was where anything is in the way."""
    was: str = row["passage"]
    found = find_passage(text, was)
    if isinstance(found, Miss):
        done.problems.append(f"{row['id']}: passage: {found.problem}")
        return was
    now = short_ends(text, was)
    if now == was:
        return was
    held = [mine[name] for name in ("passage-1", "passage-2") if name in mine]
    fresh = shortened(was, now, tuple(Anchor(**{name: one[name] for name in _COLUMNS}) for one in held))
    if held and fresh is None:
        done.problems.append(f"{row['id']}: passage: its anchors are not of these words; run readouts anchor")
        return was
    for one in fresh or ():
        mine[one.segment] = held[0] | vars(one)
    done.cut.append(row["id"])
    done.before, done.after = done.before + length(was), done.after + length(now)
    return now


_COLUMNS = tuple(Anchor.__dataclass_fields__)
