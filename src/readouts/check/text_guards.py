"""The two guards that hold rows other than quotations to the texts: date words are the source's, our sentences ours.

In: what is at hand, the texts that are here with it. Out: findings.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from readouts.check.evidence_rules import LONGEST_SHARED, AtHand
from readouts.evidence.match import Miss, find_words, shared_run
from readouts.evidence.source_text import Text, normalise, words_of
from readouts.finding import Finding
from readouts.package.model import Table


def date_words(at_hand: AtHand) -> Iterator[Finding]:
    """Date words of statements stand in a source that quotes them, those of events in theirs.

    They are looked for where every text of these sources is at hand: a copy may be shorter than another.
    """
    sources = defaultdict(set)
    for row in at_hand.rows["quotations"]:
        sources["statements", row["statement_id"]].add(row["source_id"])
    for row in at_hand.rows["events"]:
        sources["events", row["id"]].add(row["source_id"])
    for table in ("statements", "events"):
        for row in at_hand.rows[table]:
            read_in = sources[table, row["id"]]
            keys = [one["row_key"] for source in sorted(read_in) for one in at_hand.of_source.get(source, ())]
            named = all(source in at_hand.of_source for source in read_in)
            if not (row["date_words"] and keys and named and all(key in at_hand.texts for key in keys)):
                continue
            looked = [find_words(at_hand.texts[key], row["date_words"]) for key in keys]
            missed = [one for one in looked if isinstance(one, Miss)]
            if len(missed) == len(looked):
                yield at_hand.finding("date.not-in-source", table, row["id"], "date_words", missed[0].problem)


@lru_cache(maxsize=65536)  # more than the record has sentences of ours: who checks again after a change cuts one anew
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words_of(normalise(sentence)))


def our_sentences(at_hand: AtHand, tables: tuple[Table, ...]) -> Iterator[Finding]:
    """Our own sentences are ours: none repeats a run of words of a held text."""
    if not at_hand.texts:
        return  # nothing to hold them to, and cutting every sentence into runs takes its time
    sentences = {
        ("events", "title"),
        ("claims", "text"),
        ("statements", "summary"),
        *((table.name, "note") for table in tables if "note" in table.columns),
    }
    sentences = {one for one in sentences if one[0] in at_hand.rows}  # a table that could not be read waits
    runs = defaultdict(list)
    for table, column in sorted(sentences):
        for row in at_hand.rows[table]:
            words = _words(row[column] or "")
            for start in range(len(words) - LONGEST_SHARED + 1):
                runs[words[start : start + LONGEST_SHARED]].append((table, row["row_key"], column, row[column]))
    shared: dict[tuple[str, str, str, str], tuple[str, Text]] = {}
    for key, text in sorted(at_hand.texts.items()):
        read, source = tuple(word.casefold() for word in text.words(text.whole)), key.partition("/")[0]
        hits = {hit for start in range(len(read)) for hit in runs.get(read[start : start + LONGEST_SHARED], ())}
        for table, row_id, column, sentence in sorted(hits):
            shared.setdefault((source, table, row_id, column), (sentence, text))
    for (source, table, row_id, column), (sentence, text) in shared.items():
        run = shared_run(sentence, text, LONGEST_SHARED)
        yield at_hand.finding("text.shared-run", table, row_id, column, f'"{run}" stands in {source} too')
