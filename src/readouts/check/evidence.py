"""Fifth gate: do the quoted words stand in their source?

Why: a quotation that nobody can check settles no question, and the texts belong to their
publishers. In: the data set, its anchors, and those texts that the reader holds. Out: for
each quotation one of four honest states, and findings. *verified*: a text of its source is
here, and the words were found in it where the anchors say. *fetched twice*, *fetched once*:
no such text is here, and the words are still those of the anchors, which two fetches of the
source have, or its coder's alone. *not held*: nobody held a text, or the words were not found
in it; no waiver changes that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from readouts.check.evidence_rules import COMPARED, TEXT_READERS, AtHand, gathered
from readouts.check.gone import Before
from readouts.check.memory import Memory
from readouts.check.proof_guards import proof_asked, proven
from readouts.check.seen_before import Earlier
from readouts.check.sentence_guards import around
from readouts.check.text_guards import date_words, our_sentences, runs_of
from readouts.check.texts_read import texts_read
from readouts.evidence.anchors import Anchor, stands, unlike
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
from readouts.evidence.source_text import Place, Text
from readouts.finding import Finding
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset

READS = (
    *("anchors", "events", "organizations", "people", "quotations", "redirects", "roles", "sources", "statements"),
    *("texts", "witnesses"),
)
STATES = ("verified", "fetched twice", "fetched once", "not held")
IN_MARKS = ("direct", "fragment")
_UNPROVEN = (
    "text.changed",
    "quote.passage",
    "quote.not-in-source",
    "proof.not-in-source",
    "quote.no-anchor",
    "quote.unlike-anchor",
)


@dataclass(frozen=True)
class Evidence:
    """What is known of one quotation.

    Its state, and where its words (else its passage) stand, in words of the file from 0, of the text that its coder
    read where it is anchored in that; `reason` says why it is not verified, and is None when it is; `fetches` in how
    many fetches of its source the words were found.
    """

    quotation_id: str
    state: str
    start_word: int | None = None
    word_count: int | None = None
    reason: str | None = None
    fetches: int = 0


def check_evidence(
    dataset: Dataset,
    tables: dict[str, RawTable],
    held: dict[str, bytes],
    before: Before,
    memory: Memory | None = None,
) -> tuple[tuple[Evidence, ...], list[Finding]]:
    """Judge every quotation, and whether our sentences are ours.

    `held` are the texts that are here, by the keys of their rows; `before` is an earlier state of the record.
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
    dataset: Dataset, tables: dict[str, RawTable], held: dict[str, bytes], before: Before
) -> tuple[tuple[Evidence, ...], tuple[Finding, ...], dict[str, Text]]:
    """The evidence, what is wrong with quotations, texts and words of dates, and the texts that could be read."""
    at_hand = gathered({name: dataset.frames[name].rows(named=True) for name in READS}, tables)
    findings = list(texts_read(at_hand, held))
    earlier, evidence = Earlier(at_hand, before), []
    for row in sorted(at_hand.rows["quotations"], key=lambda row: row["id"]):
        state, found = _judge(at_hand, row) if row["source_id"] in at_hand.of_source else _not_held(at_hand, row)
        evidence.append(state)
        findings += [*found, *earlier.findings(row, state.state)]
    return tuple(evidence), (*findings, *date_words(at_hand)), at_hand.texts


def not_run(dataset: Dataset, held: dict[str, bytes], before: Before) -> list[tuple[str, str, str]]:
    """The waivers (rule, table, row) whose rule could not run, since what it reads is not here."""
    source_of = dict(dataset.frames["quotations"].select("id", "source_id").iter_rows())
    texts = dataset.frames["texts"].select("row_key", "source_id").iter_rows()
    missing = {source for key, source in texts if key not in held}
    return [
        (rule, table, row_id)
        for rule, table, row_id in dataset.frames["waivers"].select("rule", "table", "row_id").iter_rows()
        if (rule in TEXT_READERS and (source_of.get(row_id) in missing if table == "quotations" else missing))
        or (rule in COMPARED and not before.anchored)
    ]


def _not_held(at_hand: AtHand, row: dict[str, Any]) -> tuple[Evidence, list[Finding]]:
    """A quotation whose source has no row in texts."""
    findings = []
    if row["id"] in at_hand.anchors:
        problem = "the quotation has anchors, and texts does not name its source"
        findings.append(at_hand.finding("text.missing", "quotations", row["id"], "source_id", problem))
    return Evidence(row["id"], "not held", reason="nobody held the text"), findings


def _judge(at_hand: AtHand, row: dict[str, Any]) -> tuple[Evidence, list[Finding]]:
    """The state of one quotation of a text that was held, and what is wrong with it."""
    anchored, texts = at_hand.anchors.get(row["id"], {}), at_hand.texts_of(row)
    tried = texts if anchored else at_hand.of_source[row["source_id"]]
    here = [at_hand.texts[one["row_key"]] for one in tried if one["row_key"] in at_hand.texts]
    proofs = [_prove(at_hand, row, text) for text in here]
    findings = _first_of_each(found for _, of_one in proofs for found in of_one)
    findings += _against_anchors(at_hand, row)
    if any(one["row_key"] in at_hand.changed for one in at_hand.of_source[row["source_id"]]):
        problem = "its text is not the one that was anchored"
        findings.append(at_hand.finding("text.changed", "quotations", row["id"], "source_id", problem))
    reason = next((finding.problem for finding in findings if finding.rule in _UNPROVEN), None)
    fetches, state = at_hand.fetches(row), "not held"
    if not reason and here:
        state = "verified"
    elif not reason:
        state = "fetched twice" if fetches > 1 else "fetched once"
        reason = _not_here(texts, fetches)
    place = _anchored_at(row, anchored[at_hand.named[texts[0]["row_key"]]]) if texts else None
    place = place or next((there for there, _ in proofs), None)
    start, count = (place.start, place.count) if place else (None, None)
    return Evidence(row["id"], state, start, count, reason, fetches if state != "not held" else 0), findings


def _first_of_each(findings: Iterator[Finding]) -> list[Finding]:
    """The first finding of each rule: what two copies of a text show of a quotation is said once."""
    return list({found.rule: found for found in reversed(list(findings))}.values())[::-1]


def _not_here(texts: Sequence[dict[str, Any]], fetches: int) -> str:
    """Why a quotation whose words are those of its anchors is not verified."""
    known = "the words are those that were anchored in it"
    many = {2: "two", 3: "three"}.get(fetches, str(fetches))
    seen = f"{many} fetches of the source have them" if fetches > 1 else "its coder alone has seen it"
    gone = "nobody has the text any more" if all(one["lost"] for one in texts) else "the text was not at hand"
    return f"{gone}; {known}, and {seen}"


def _anchored_at(row: dict[str, Any], anchors: Sequence[Anchor]) -> Place | None:
    """From the first to the last word of the words, or of the passage where there are none."""
    column = "words" if row["words"] else "passage"
    places = [one.place for one in anchors if one.segment.startswith(column)]
    if not places:
        return None
    start = min(place.start for place in places)
    return Place(start, max(place.end for place in places) - start)


def _against_anchors(at_hand: AtHand, row: dict[str, Any]) -> list[Finding]:
    """Whether the cells are those that were anchored, and stand where the anchors say; the first text of which that
    is not so."""
    anchored = at_hand.anchors.get(row["id"], {})
    if not anchored:
        problem = "the text was held, but the quotation has no anchor"
        return [at_hand.finding("quote.no-anchor", "quotations", row["id"], "id", problem)]
    sources_texts = at_hand.of_source[row["source_id"]]
    if (elsewhere := at_hand.anchored_elsewhere(row)) and not any(
        one["row_key"] in at_hand.changed for one in sources_texts
    ):
        problem = f'the quotation was anchored in {elsewhere}, and its source is "{row["source_id"]}"'
        return [at_hand.finding("quote.unlike-anchor", "quotations", row["id"], "source_id", problem)]
    texts = {at_hand.named.get(one["row_key"]): at_hand.texts.get(one["row_key"]) for one in sources_texts}
    found = (_unlike(at_hand, row, anchors, texts.get(name)) for name, anchors in anchored.items())
    return next(filter(None, found), [])


def _unlike(at_hand: AtHand, row: dict[str, Any], anchors: Sequence[Anchor], text: Text | None) -> list[Finding]:
    """In what a quotation differs from its anchors in one text."""
    proof = proof_asked(at_hand, row, anchors)
    if changed := unlike(row["words"] or "", row["passage"], anchors, proof):
        column = changed[0].rpartition("-")[0]
        words, passage = (with_our_cut(row[name] or "") for name in ("words", "passage"))
        cut = "" if unlike(words, passage, anchors, proof) else _cut_otherwise(row[column])
        others = "are not those that were anchored" if column == "words" else "is not the one that was anchored"
        problem = cut or f"the {column} {others} ({', '.join(changed)})"
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
        return passage.place, [*around(at_hand, row, text, passage, None), *proven(at_hand, row, text, passage)]
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
