"""Anchor the quotations in the texts that the record was made from.

In: the data set and the texts that are here. Out: seeds/texts.csv and seeds/anchors.csv,
both or neither.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from readouts.evidence.anchors import anchors, read, text_digest, text_named
from readouts.evidence.match import Miss, find_passage, find_words
from readouts.evidence.plain_text import no_text
from readouts.evidence.source_text import NORMALISER, Text
from readouts.read.typed_frames import Dataset
from readouts.tidy import canonical
from readouts.tidy.all_or_none import replace_all


def anchor(dataset: Dataset, held: dict[str, bytes]) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """The rows of both tables as they should be, and what could not be anchored, in sentences.

    `held` are the texts that are here, by the keys of their rows. Rows of texts that are not here stay as they are;
    anchors of quotations that are gone go. A quotation that one text of its source has need not stand in the others,
    but where it was anchored it has to be found again.
    """
    texts, quotations = dataset.frames["texts"].rows(named=True), dataset.frames["quotations"].rows(named=True)
    before = dataset.frames["anchors"].rows(named=True)
    rows: dict[str, list[dict[str, Any]]] = {"texts": [], "anchors": []}
    missed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    problems, again = [], set[tuple[str, str]]()
    for row in texts:
        data = held.get(row["row_key"])
        fresh, text, wrong = measured(row, data) if data is not None else (row, None, [])
        rows["texts"].append(fresh)
        problems += wrong
        if text is None:
            continue
        again.add((row["source_id"], text_named(row["digest"] or "")))
        for quotation in quotations:
            if quotation["source_id"] == row["source_id"]:
                found, wrong = anchored(quotation, text)
                rows["anchors"] += found
                missed[quotation["id"]] += [(text_named(row["digest"] or ""), problem) for problem in wrong]
    rows["anchors"] += _kept(before, texts, quotations, again)
    return rows, [*problems, *_not_found(missed, before, rows["anchors"])]


def _kept(
    before: list[dict[str, Any]],
    texts: list[dict[str, Any]],
    quotations: list[dict[str, Any]],
    again: set[tuple[str, str]],
) -> Iterator[dict[str, Any]]:
    """The anchors that stay: of quotations that are there, of sources that texts names, in texts that are not here."""
    named, source_of = {row["source_id"] for row in texts}, {row["id"]: row["source_id"] for row in quotations}
    of_text = {(row["source_id"], text_named(row["digest"])) for row in texts if row["digest"]}
    for row in before:
        source = source_of.get(row["quotation_id"])
        text = (source, row["text_digest"])
        # Where every text of the source was read again, an anchor in a text that it has not is one of what it was.
        stays = text not in again if text in of_text else not any(one == source for one, _ in again)
        if source in named and stays:
            yield row


def _not_found(
    missed: dict[str, list[tuple[str, str]]], before: list[dict[str, Any]], anchors: list[dict[str, Any]]
) -> Iterator[str]:
    """What could not be anchored anywhere, and what no longer stands where it was anchored."""
    was, now = ({(row["quotation_id"], row["text_digest"]) for row in rows} for rows in (before, anchors))
    found = {quotation for quotation, _ in now}
    for quotation, texts in missed.items():
        for name, problem in texts:
            if quotation not in found or (quotation, name) in was:
                yield problem


def measured(row: dict[str, Any], data: bytes) -> tuple[dict[str, Any], Text | None, list[str]]:
    """A row of texts with the counts and digests of its bytes; the text; what is wrong, in sentences."""
    if wrong := no_text(data):
        return row, None, [f"{row['source_id']}: file: {row['file']} {wrong.problem}. {wrong.fix}"]
    whole, body = read(data, row["body"])
    if isinstance(body, Miss):
        return row, None, [f"{row['source_id']}: body: {body.problem}"]
    counted = {
        "sha256": sha256(data).hexdigest(),
        "normaliser": NORMALISER,
        "word_count": whole.whole.count,
        "body_start": body.place.start,
        "body_count": body.place.count,
        "digest": text_digest(whole),
        "lost": None,
    }
    return row | counted, replace(whole, body=body.place), []


def anchored(quotation: dict[str, Any], text: Text) -> tuple[list[dict[str, Any]], list[str]]:
    """The anchors of one quotation in its text as rows, and what could not be found, in sentences."""
    passage = find_passage(text, quotation["passage"])
    if isinstance(passage, Miss):
        return [], [f"{quotation['id']}: passage: {passage.problem}"]
    words = find_words(text, quotation["words"], passage.place) if quotation["words"] else None
    if isinstance(words, Miss):
        return [], [f"{quotation['id']}: words: {words.problem}"]
    proof = find_words(text, quotation["proof"], passage.place) if quotation["proof"] else None
    problems = [f"{quotation['id']}: proof: {proof.problem}"] if isinstance(proof, Miss) else []
    held = None if isinstance(proof, Miss) else proof  # another text of the source may hold it
    return [vars(one) for one in anchors(quotation["id"], text, words, passage, held)], problems


def write(dataset: Dataset, rows: dict[str, list[dict[str, Any]]], command: str = "anchor") -> list[str]:
    """Write the files in canonical form, all or none.

    `rows` are those of `anchor`, by the names of tables; `command` is the one that writes. Returns the paths; raises
    what `replace_all` raises.
    """
    files = {}
    for name, values in rows.items():
        table = dataset.package.table(name)
        text = canonical.text(table, (tuple(_cell(row.get(column)) for column in table.columns) for row in values))
        files[table.path] = text.encode()
    replace_all(dataset.package.root, files, command)
    return list(files)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
