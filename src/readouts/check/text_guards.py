"""The two guards that hold rows other than quotations to the texts: date words are the source's, our sentences ours.

In: what is at hand, the texts that are here with it. Out: findings.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import polars as pl

from readouts.check.evidence_rules import LONGEST_SHARED, AtHand, found
from readouts.evidence.match import Miss, find_words, shared_run
from readouts.evidence.source_text import Text, normalise, words_of
from readouts.finding import Finding
from readouts.read.csv_rows import RawTable

_OURS = {"events": ("title",), "claims": ("text",), "statements": ("summary",)}  # beside the notes of every table


def date_words(at_hand: AtHand) -> Iterator[Finding]:
    """Date words of statements stand in a source that quotes them, those of events in theirs.

    They are looked for where the fullest text of each of these sources is at hand: another copy may be shorter.
    """
    sources = defaultdict(set)
    for row in at_hand.rows["quotations"]:
        sources["statements", row["statement_id"]].add(row["source_id"])
    for row in at_hand.rows["events"]:
        sources["events", row["id"]].add(row["source_id"])
    for table in ("statements", "events"):
        for row in at_hand.rows[table]:
            read_in = sources[table, row["id"]]
            if not (row["date_words"] and read_in and all(_fullest_here(at_hand, source) for source in read_in)):
                continue
            keys = [one["row_key"] for source in sorted(read_in) for one in at_hand.of_source[source]]
            looked = [find_words(at_hand.texts[key], row["date_words"]) for key in keys if key in at_hand.texts]
            missed = [one for one in looked if isinstance(one, Miss)]
            if len(missed) == len(looked):
                yield at_hand.finding("date.not-in-source", table, row["id"], "date_words", missed[0].problem)


def _fullest_here(at_hand: AtHand, source: str) -> bool:
    """Whether the text of the source that has the most words is at hand."""
    fullest = max(at_hand.of_source.get(source, ()), key=lambda row: row["word_count"] or 0, default=None)
    return fullest is not None and fullest["row_key"] in at_hand.texts


Run = tuple[str, ...]


@lru_cache(maxsize=65536)  # more than the record has sentences of ours: who checks again after a change cuts one anew
def _words(sentence: str) -> Run:
    return tuple(word.casefold() for word in words_of(normalise(sentence)))


def runs_of(texts: dict[str, Text]) -> dict[Run, set[str]]:
    """Each run of `LONGEST_SHARED` words of the texts, in folded case, and the keys of the texts that have it."""
    runs = defaultdict(set)
    for key, text in texts.items():
        read = tuple(word.casefold() for word in text.words(text.whole))
        for start in range(len(read) - LONGEST_SHARED + 1):
            runs[read[start : start + LONGEST_SHARED]].add(key)
    return dict(runs)


def our_sentences(
    raw: RawTable, frame: pl.DataFrame, texts: dict[str, Text], runs: dict[Run, set[str]]
) -> list[Finding]:
    """Our sentences in a table are ours: none repeats a run of words of a held text; `runs` are those of `texts`."""
    columns = [name for name in _OURS.get(raw.table.name, ()) if name in frame.columns]
    columns += ["note"] if "note" in raw.table.columns else []
    findings = []
    for column in columns:
        for row_id, sentence in frame.select("row_key", column).drop_nulls().iter_rows():
            words = _words(sentence)
            cut = (words[start : start + LONGEST_SHARED] for start in range(len(words) - LONGEST_SHARED + 1))
            keys = sorted({key for run in cut for key in runs.get(run, ())}, reverse=True)
            for source, key in sorted({key.partition("/")[0]: key for key in keys}.items()):
                shared = shared_run(sentence, texts[key], LONGEST_SHARED)
                problem = f'"{shared}" stands in {source} too'
                findings.append(found("text.shared-run", raw, row_id, column, problem))
    return findings
