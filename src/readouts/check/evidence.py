"""Fifth gate: do the quoted words stand in their source?

Why: a quotation that nobody can check settles no question, and the texts belong to their
publishers. In: the data set, its anchors, and those texts that the reader holds. Out: for
each quotation one of three honest states, and findings. *verified*: the text is here, and
the words were found in it where the anchors say. *attested*: the text is not here, and
the words are still those of the anchors. *not held*: nobody held the text, or the words
were not found in it; no waiver changes that.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from readouts.check.evidence_rules import COMPARED, TEXT_READERS, AtHand, gathered
from readouts.check.memory import Memory
from readouts.check.sentence_guards import around
from readouts.check.text_guards import date_words, our_sentences, runs_of
from readouts.evidence.anchors import read, stands, text_digest, unlike
from readouts.evidence.match import (
    CUT,
    OTHER_CUT,
    Match,
    Miss,
    find_passage,
    find_words,
    negation_before,
    with_our_cut,
)
from readouts.evidence.source_text import NORMALISER, Place, Text
from readouts.finding import Finding
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset

READS = ("anchors", "events", "organizations", "people", "quotations", "roles", "sources", "statements", "texts")
STATES = ("verified", "attested", "not held")
IN_MARKS = ("direct", "fragment")
_WRITTEN = ("sha256", "normaliser", "word_count", "body_start", "body_count", "digest")
_UNPROVEN = ("text.changed", "quote.passage", "quote.not-in-source", "quote.no-anchor", "quote.unlike-anchor")


@dataclass(frozen=True)
class Evidence:
    """What is known of one quotation.

    Its state, and where its words (else its passage) stand, in words of the file from 0;
    `reason` says why it is not verified, and is None when it is.
    """

    quotation_id: str
    state: str
    start_word: int | None = None
    word_count: int | None = None
    reason: str | None = None


def held_texts(dataset: Dataset, folders: Iterable[Path]) -> dict[str, bytes]:
    """The bytes of each text that is here, by source; the first folder that has its file counts.

    A file is looked up in the folders themselves, not below them. Raises OSError when one that is there cannot be read.
    """
    folders = tuple(folders)
    places = (
        (source, next((folder / file for folder in folders if (folder / file).is_file()), None))
        for source, file in dataset.frames["texts"].select("source_id", "file").iter_rows()
    )
    return {source: path.read_bytes() for source, path in places if path}


def check_evidence(
    dataset: Dataset,
    tables: dict[str, RawTable],
    held: dict[str, bytes],
    before: Collection[str] = (),
    memory: Memory | None = None,
) -> tuple[tuple[Evidence, ...], list[Finding]]:
    """Judge every quotation, and whether our sentences are ours.

    `held` are the texts that are here, by source; `before` are the quotations that were
    anchored in an earlier state of the record.
    """
    memory = memory or Memory()
    given = (*(dataset.frames[name] for name in READS), held, before)
    evidence, findings, texts = memory.of(("evidence",), given, lambda: _judged(dataset, tables, held, before))
    if not texts:
        return evidence, list(findings)  # nothing to hold our sentences to, and cutting each takes its time
    read = (dataset.frames["texts"], held)
    runs = memory.of(("runs",), read, lambda: runs_of(texts))
    ours = [
        one
        for name, frame in dataset.frames.items()
        for one in memory.of(("ours", name), (frame, *read), partial(our_sentences, tables[name], frame, texts, runs))
    ]
    return evidence, [*findings, *ours]


def _judged(
    dataset: Dataset, tables: dict[str, RawTable], held: dict[str, bytes], before: Collection[str]
) -> tuple[tuple[Evidence, ...], tuple[Finding, ...], dict[str, Text]]:
    """The evidence, what is wrong with quotations, texts and words of dates, and the texts that could be read."""
    at_hand = gathered({name: dataset.frames[name].rows(named=True) for name in READS}, tables)
    findings = [found for row in at_hand.rows["texts"] for found in _text(at_hand, row, held.get(row["source_id"]))]
    named = {row["source_id"] for row in at_hand.rows["texts"]}
    evidence = []
    for row in sorted(at_hand.rows["quotations"], key=lambda row: row["id"]):
        state, found = _judge(at_hand, row) if row["source_id"] in named else _not_held(at_hand, row, before)
        evidence.append(state)
        findings += found
    return tuple(evidence), (*findings, *date_words(at_hand)), at_hand.texts


def not_run(dataset: Dataset, held: dict[str, bytes], before: Collection[str]) -> list[tuple[str, str, str]]:
    """The waivers (rule, table, row) whose rule could not run, since what it reads is not here."""
    source_of = dict(dataset.frames["quotations"].select("id", "source_id").iter_rows())
    missing = set(dataset.frames["texts"]["source_id"]) - held.keys()
    return [
        (rule, table, row_id)
        for rule, table, row_id in dataset.frames["waivers"].select("rule", "table", "row_id").iter_rows()
        if (rule in TEXT_READERS and (source_of.get(row_id) in missing if table == "quotations" else missing))
        or (rule in COMPARED and not before)
    ]


def _text(at_hand: AtHand, row: dict[str, Any], data: bytes | None) -> Iterator[Finding]:
    """Read one held text in."""
    source = row["source_id"]
    if any(row[name] is None for name in _WRITTEN):
        yield at_hand.finding("text.not-anchored", "texts", source, "digest", "the text was never anchored")
        return
    if row["normaliser"] != NORMALISER:
        problem = f"the text was anchored by normaliser {row['normaliser']}, and this is {NORMALISER}"
        yield at_hand.finding("text.not-anchored", "texts", source, "normaliser", problem)
        return
    if elsewhere := _all_anchored_elsewhere(at_hand, source):
        at_hand.changed.add(source)
        problem = f"all its quotations were anchored in {elsewhere}, by the digest"
        yield at_hand.finding("text.changed", "texts", source, "digest", problem)
    if data is None:
        return
    whole, body = read(data, row["body"])
    differs = text_digest(whole) != row["digest"] or whole.whole.count != row["word_count"]
    if differs and source not in at_hand.changed:
        at_hand.changed.add(source)
        problem = f"the words of {row['file']} are not those that were anchored"
        yield at_hand.finding("text.changed", "texts", source, "digest", problem)
    if isinstance(body, Miss):
        yield at_hand.finding("text.body", "texts", source, "body", body.problem)
        return
    if body.place != Place(row["body_start"], row["body_count"]):
        at_hand.changed.add(source)
        yield at_hand.finding("text.changed", "texts", source, "body", "the body is not the span that was anchored")
    at_hand.texts[source] = replace(whole, body=body.place)


def _all_anchored_elsewhere(at_hand: AtHand, source: str) -> str:
    """In which text all quotations of a source that has some were anchored, where it is another than its own."""
    places = {at_hand.anchored_elsewhere(row) for row in at_hand.quoted[source]}
    return "" if "" in places else ", ".join(sorted(places))


def _not_held(at_hand: AtHand, row: dict[str, Any], before: Collection[str]) -> tuple[Evidence, list[Finding]]:
    """A quotation whose source has no row in texts; it may have had one earlier."""
    findings = []
    if row["id"] in before:
        problem = "the quotation was anchored before, and its text is no longer one that was held"
        findings.append(at_hand.finding("quote.fell", "quotations", row["id"], "source_id", problem))
    if row["id"] in at_hand.anchors:
        problem = "the quotation has anchors, and texts does not name its source"
        findings.append(at_hand.finding("text.missing", "quotations", row["id"], "source_id", problem))
    return Evidence(row["id"], "not held", reason="nobody held the text"), findings


def _judge(at_hand: AtHand, row: dict[str, Any]) -> tuple[Evidence, list[Finding]]:
    """The state of one quotation of a text that was held, and what is wrong with it."""
    text = at_hand.texts.get(row["source_id"])
    place, findings = _prove(at_hand, row, text) if text else (_anchored_at(at_hand, row), [])
    findings += _against_anchors(at_hand, row, text)
    if row["source_id"] in at_hand.changed:
        problem = "its text is not the one that was anchored"
        findings.append(at_hand.finding("text.changed", "quotations", row["id"], "source_id", problem))
    reason = next((finding.problem for finding in findings if finding.rule in _UNPROVEN), None)
    if reason:
        state = "not held"
    elif text:
        state = "verified"
    else:
        state, reason = "attested", "the text was not at hand; the words are those that were anchored in it"
    start, count = (place.start, place.count) if place else (None, None)
    return Evidence(row["id"], state, start, count, reason), findings


def _anchored_at(at_hand: AtHand, row: dict[str, Any]) -> Place | None:
    """From the first to the last word of the words, or of the passage where there are none."""
    column = "words" if row["words"] else "passage"
    places = [one.place for one in at_hand.anchors.get(row["id"], ()) if one.segment.startswith(column)]
    if not places:
        return None
    start = min(place.start for place in places)
    return Place(start, max(place.end for place in places) - start)


def _against_anchors(at_hand: AtHand, row: dict[str, Any], text: Text | None) -> list[Finding]:
    """Whether the cells are those that were anchored, and stand where the anchors say."""
    anchors = at_hand.anchors.get(row["id"], [])
    if not anchors:
        problem = "the text was held, but the quotation has no anchor"
        return [at_hand.finding("quote.no-anchor", "quotations", row["id"], "id", problem)]
    if (elsewhere := at_hand.anchored_elsewhere(row)) and row["source_id"] not in at_hand.changed:
        problem = f'the quotation was anchored in {elsewhere}, and its source is "{row["source_id"]}"'
        return [at_hand.finding("quote.unlike-anchor", "quotations", row["id"], "source_id", problem)]
    if changed := unlike(row["words"] or "", row["passage"], anchors):
        column = changed[0].rpartition("-")[0]
        words, passage = (with_our_cut(row[name] or "") for name in ("words", "passage"))
        cut = "" if unlike(words, passage, anchors) else _cut_otherwise(row[column])
        problem = cut or f"the {column} are not those that were anchored ({', '.join(changed)})"
        return [at_hand.finding("quote.unlike-anchor", "quotations", row["id"], column, problem)]
    if text and not all(stands(text, anchor) for anchor in anchors):
        problem = "the text does not have these words where the anchors say"
        return [at_hand.finding("quote.unlike-anchor", "quotations", row["id"], "id", problem)]
    return []


def _cut_otherwise(cell: str) -> str:
    """What is wrong with a cell that is right but for the sign of its cuts."""
    found = OTHER_CUT.search(cell)
    return f'"{found[0]}" is no cut of ours; with {CUT} in its place the cell is right' if found else ""


def _prove(at_hand: AtHand, row: dict[str, Any], text: Text) -> tuple[Place | None, list[Finding]]:
    """Find a quotation in its text; where its words stand, and what is wrong."""
    passage = find_passage(text, row["passage"])
    if isinstance(passage, Miss):
        cut = isinstance(find_passage(text, with_our_cut(row["passage"])), Match)
        problem = (cut and _cut_otherwise(row["passage"])) or passage.problem
        return None, [at_hand.finding("quote.passage", "quotations", row["id"], "passage", problem)]
    if not row["words"]:
        return passage.place, list(around(at_hand, row, text, passage, None))
    words = find_words(text, row["words"], passage.place)
    if isinstance(words, Miss):
        cut = isinstance(find_words(text, with_our_cut(row["words"]), passage.place), Match)
        problem = (cut and _cut_otherwise(row["words"])) or words.problem
        return None, [at_hand.finding("quote.not-in-source", "quotations", row["id"], "words", problem)]
    findings = []
    if row["form"] in IN_MARKS and not words.in_marks:
        problem = "the words do not stand inside one pair of quotation marks of the source"
        findings.append(at_hand.finding("quote.outside-marks", "quotations", row["id"], "words", problem))
    if negation := negation_before(text, words):
        problem = f'"{negation}" stands just before the words and is left out'
        findings.append(at_hand.finding("quote.negation", "quotations", row["id"], "words", problem))
    return words.place, [*findings, *around(at_hand, row, text, passage, words)]
