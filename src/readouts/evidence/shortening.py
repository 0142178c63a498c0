"""Shorten the ends of passages, and their anchors with them.

Why: beside a proof, and where a text is given away by more than its share, a passage needs no more words than lead to
its place. In: the data set, texts at hand or other copies of them, and which quotations are asked for. Out: the rows
of quotations and anchors as they should be, and what could not be done, in sentences.

Another copy of a text serves as well as the one that was anchored: it shows whether fewer words still lead to one
place, and the anchors follow, in every text, from the words that were proven there (`short_ends`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from readouts.evidence.anchors import Anchor, read
from readouts.evidence.fetches import coders_first
from readouts.evidence.match import Miss, find_passage
from readouts.evidence.short_ends import judge, length, short_ends, shortened
from readouts.evidence.source_text import Text
from readouts.read.typed_frames import Dataset

Row = dict[str, Any]


@dataclass
class Shortened:
    """Rows by table; the quotations that were cut, and how many words of their passages are left of how many."""

    rows: dict[str, list[Row]]
    cut: list[str] = field(default_factory=list)
    before: int = 0
    after: int = 0
    problems: list[str] = field(default_factory=list)


def shorten(dataset: Dataset, held: Mapping[str, bytes], asked: Collection[str]) -> Shortened:
    """Cut the passages of the quotations that are asked for, as far as a copy of their text is in `held`.

    `held` are the texts that are here, by the keys of their rows.
    """
    done = Shortened({"quotations": [], "anchors": []})
    judges = _judges(dataset, held, done)
    anchors: dict[str, dict[str, list[Row]]] = {}
    for row in dataset.frames["anchors"].rows(named=True):
        anchors.setdefault(row["quotation_id"], {}).setdefault(row["text_digest"], []).append(row)
    for row in dataset.frames["quotations"].rows(named=True):
        mine, text = anchors.get(row["id"], {}), judges.get(row["source_id"])
        passage = _cut(row, text, mine, done) if row["id"] in asked and text else row["passage"]
        done.rows["quotations"].append(row | {"passage": passage})
        done.rows["anchors"] += [one for of_text in mine.values() for one in of_text]
    return done


def _judges(dataset: Dataset, held: Mapping[str, bytes], done: Shortened) -> dict[str, Text]:
    """By source the text by which its passages are judged; a source of which only a part is here is told."""
    frames = dataset.frames
    of_source: dict[str, list[Row]] = {}
    for row in coders_first(frames["texts"].rows(named=True), frames["witnesses"].rows(named=True)):
        of_source.setdefault(row["source_id"], []).append(dict(row))
    found = {}
    for source, rows in sorted(of_source.items()):
        texts = {one["row_key"]: _copy(held[one["row_key"]], one["body"]) for one in rows if one["row_key"] in held}
        if text := judge(rows, texts):
            found[source] = text
        elif texts:
            done.problems.append(f"{source}: only a part of the article is here, too little to judge by")
    return found


def _copy(data: bytes, body: str | None) -> Text:
    """A copy of a text; all of it is its article where the ends of the article do not stand in it."""
    whole, found = read(data, body)
    return whole if isinstance(found, Miss) else replace(whole, body=found.place)


def _cut(row: Row, text: Text, mine: dict[str, list[Row]], done: Shortened) -> str:
    """The passage with short ends; its anchors in `mine` are cut with it. As it was where anything is in the way."""
    was: str = row["passage"]
    found = find_passage(text, was)
    if isinstance(found, Miss):
        done.problems.append(f"{row['id']}: passage: {found.problem}")
        return was
    now = short_ends(text, was)
    if now == was:
        return was
    fresh = {name: _anchors(was, now, rows) for name, rows in mine.items()}
    if not all(fresh.values()):
        done.problems.append(f"{row['id']}: passage: its anchors are not of these words; run readouts anchor")
        return was
    mine |= {name: rows for name, rows in fresh.items() if rows}
    done.cut.append(row["id"])
    done.before, done.after = done.before + length(was), done.after + length(now)
    return now


def _anchors(was: str, now: str, rows: list[Row]) -> list[Row]:
    """The anchors of a quotation in one text with those of its passage cut; none where they do not follow."""
    every = [Anchor(**{name: one[name] for name in Anchor.__dataclass_fields__}) for one in rows]
    ends = tuple(sorted((one for one in every if one.segment.startswith("passage")), key=lambda one: one.segment))
    fresh = shortened(was, now, ends)
    return [vars(one) for one in every if one not in ends] + [vars(one) for one in fresh] if fresh else []
