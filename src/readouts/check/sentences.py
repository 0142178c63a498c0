"""The two guards that hold rows other than quotations to the texts: date words are the source's, our sentences ours.

In: the desk with the texts that are here. Out: findings.
"""

from collections import defaultdict
from collections.abc import Iterator

from readouts.check.desk import LONGEST_SHARED, Desk
from readouts.finding import Finding
from readouts.package import Table
from readouts.texts import normalise, words_of
from readouts.words import Miss, find_words, shared_run


def date_words(desk: Desk) -> Iterator[Finding]:
    """Date words of statements stand in a source that quotes them, those of events in theirs."""
    sources = defaultdict(set)
    for row in desk.rows["quotations"]:
        sources["statements", row["statement_id"]].add(row["source_id"])
    for row in desk.rows["events"]:
        sources["events", row["id"]].add(row["source_id"])
    for table in ("statements", "events"):
        for row in desk.rows[table]:
            read_in = sources[table, row["id"]]
            if (
                row["date_words"]
                and read_in
                and read_in <= desk.texts.keys()
                and all(isinstance(find_words(desk.texts[one], row["date_words"]), Miss) for one in read_in)
            ):
                nearest = find_words(desk.texts[min(read_in)], row["date_words"])
                yield desk.finding("date.not-in-source", table, row["id"], "date_words", nearest.problem)


def our_sentences(desk: Desk, tables: tuple[Table, ...]) -> Iterator[Finding]:
    """Our own sentences are ours: none repeats a run of words of a held text."""
    if not desk.texts:
        return  # nothing to hold them to, and cutting every sentence into runs takes its time
    sentences = {
        ("events", "title"),
        ("claims", "text"),
        ("statements", "summary"),
        *((table.name, "note") for table in tables if "note" in table.columns),
    }
    runs = defaultdict(list)
    for table, column in sorted(sentences):
        for row in desk.rows[table]:
            words = [word.casefold() for word in words_of(normalise(row[column] or ""))]
            for start in range(len(words) - LONGEST_SHARED + 1):
                runs[tuple(words[start : start + LONGEST_SHARED])].append((table, row["row_key"], column, row[column]))
    for source, text in sorted(desk.texts.items()):
        words = [word.casefold() for word in text.words(text.whole)]
        shared = {
            hit for start in range(len(words)) for hit in runs.get(tuple(words[start : start + LONGEST_SHARED]), ())
        }
        for table, row_id, column, sentence in sorted(shared):
            yield desk.finding(
                "text.shared-run",
                table,
                row_id,
                column,
                f'"{shared_run(sentence, text, LONGEST_SHARED)}" stands in {source} too',
            )
