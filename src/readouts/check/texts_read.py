"""Read in the texts that are here, and say of each whether it is the one that was anchored.

In: what is at hand, and the bytes of texts. Out: findings on rows of texts; `AtHand.texts` has the texts that could be
read, `AtHand.changed` those that are not what they were.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from readouts.check.evidence_rules import AtHand
from readouts.evidence.anchors import read, text_digest
from readouts.evidence.match import Miss
from readouts.evidence.source_text import NORMALISER, Place
from readouts.finding import Finding

_WRITTEN = ("sha256", "normaliser", "word_count", "body_start", "body_count", "digest")


def texts_read(at_hand: AtHand, held: Mapping[str, bytes]) -> Iterator[Finding]:
    """Read every text that is here; `held` has them by the keys of their rows."""
    for row in at_hand.rows["texts"]:
        yield from _text(at_hand, row, held.get(row["row_key"]))


def _text(at_hand: AtHand, row: dict[str, Any], data: bytes | None) -> Iterator[Finding]:
    """What is wrong with the row of one text, and with its words where they are here."""
    key = row["row_key"]
    if any(row[name] is None for name in _WRITTEN):
        yield at_hand.finding("text.not-anchored", "texts", key, "digest", "the text was never anchored")
        return
    if row["normaliser"] != NORMALISER:
        problem = f"the text was anchored by normaliser {row['normaliser']}, and this is {NORMALISER}"
        yield at_hand.finding("text.not-anchored", "texts", key, "normaliser", problem)
        return
    if elsewhere := _none_anchored_in(at_hand, row):
        at_hand.changed.add(key)
        problem = f"none of its quotations was anchored in it, but in {elsewhere}, by the digest"
        yield at_hand.finding("text.changed", "texts", key, "digest", problem)
    if data is not None:
        yield from _at_hand(at_hand, row, data)


def _at_hand(at_hand: AtHand, row: dict[str, Any], data: bytes) -> Iterator[Finding]:
    """Read the words of a text that is here."""
    key = row["row_key"]
    whole, body = read(data, row["body"])
    differs = text_digest(whole) != row["digest"] or whole.whole.count != row["word_count"]
    if differs and key not in at_hand.changed:
        at_hand.changed.add(key)
        problem = f"the words of {row['file']} are not those that were anchored"
        yield at_hand.finding("text.changed", "texts", key, "digest", problem)
    if row["lost"] and not differs:
        yield at_hand.finding("text.lost", "texts", key, "lost", f"{row['file']} is at hand")
    if isinstance(body, Miss):
        yield at_hand.finding("text.body", "texts", key, "body", body.problem)
        return
    if body.place != Place(row["body_start"], row["body_count"]):
        at_hand.changed.add(key)
        yield at_hand.finding("text.changed", "texts", key, "body", "the body is not the span that was anchored")
    at_hand.texts[key] = replace(whole, body=body.place)


def _none_anchored_in(at_hand: AtHand, row: dict[str, Any]) -> str:
    """In which texts the quotations of a source were anchored, where none is anchored in this text and all are, or some
    of them, in one that is none of the source's."""
    quoted = at_hand.quoted[row["source_id"]]
    names = [at_hand.anchors.get(one["id"], {}) for one in quoted]
    if not all(names) or any(at_hand.named[row["row_key"]] in one for one in names):
        return ""
    return ", ".join(sorted({at_hand.anchored_elsewhere(one) for one in quoted} - {""}))
