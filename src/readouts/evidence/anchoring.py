"""Anchor the quotations in the texts that the record was made from.

In: the data set and the texts that are here. Out: seeds/texts.csv and seeds/anchors.csv,
both or neither.
"""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from readouts.evidence.anchors import anchors, read, text_digest
from readouts.evidence.match import Miss, find_passage, find_words
from readouts.evidence.plain_text import no_text
from readouts.evidence.source_text import NORMALISER, Text
from readouts.read.typed_frames import Dataset
from readouts.tidy import canonical
from readouts.tidy.all_or_none import replace_all


def anchor(dataset: Dataset, held: dict[str, bytes]) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """The rows of both tables as they should be, and what could not be anchored, in sentences.

    Rows of texts that are not here stay as they are; anchors of quotations that are gone go.
    """
    texts, quotations = dataset.frames["texts"].rows(named=True), dataset.frames["quotations"].rows(named=True)
    named = {row["source_id"] for row in texts}
    kept = {quotation["id"] for quotation in quotations if quotation["source_id"] in named}
    rows: dict[str, list[dict[str, Any]]] = {"texts": [], "anchors": []}
    problems: list[str] = []
    for row in texts:
        if row["source_id"] not in held:
            rows["texts"].append(row)
            continue
        fresh, text, problem = measured(row, held[row["source_id"]])
        rows["texts"].append(fresh)
        problems += problem
        for quotation in quotations:
            if text and quotation["source_id"] == row["source_id"]:
                found, problem = anchored(quotation, text)
                rows["anchors"] += found
                problems += problem
                kept.discard(quotation["id"])
    rows["anchors"] += [row for row in dataset.frames["anchors"].iter_rows(named=True) if row["quotation_id"] in kept]
    return rows, problems


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
    if isinstance(proof, Miss):
        return [], [f"{quotation['id']}: proof: {proof.problem}"]
    return [vars(one) for one in anchors(quotation["id"], text, words, passage, proof)], []


def write(dataset: Dataset, rows: dict[str, list[dict[str, Any]]], command: str = "anchor") -> list[str]:
    """Write the files in canonical form, all or none.

    `rows` are those of `anchor`, or of `shorten`, by the names of their tables; `command` is who writes them.
    Returns the paths; raises what `replace_all` raises.
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
