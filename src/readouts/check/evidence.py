"""Fifth gate: do the quoted words stand in their source?

Why: a quotation that nobody can check settles no question, and the texts belong to their
publishers. In: the data set, its anchors, and those texts that the reader holds. Out: for
each quotation one of three honest states, and findings. *verified*: the text is here, and
the words were found in it where the anchors say. *attested*: the text is not here, and
the words are still those of the anchors. *not held*: nobody held the text.

A quotation that breaks a rule is never verified nor attested, whatever a waiver says of
the rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from readouts.anchors import Anchor, stands, text_digest, unlike
from readouts.finding import Finding, Rule, Severity, shown
from readouts.frames import Dataset
from readouts.package import Table
from readouts.rows import RawTable
from readouts.texts import Place, Text, index, words_of
from readouts.words import Match, Miss, find_passage, find_words, negation_before, shared_run

STATES = ("verified", "attested", "not held")
IN_MARKS = ("direct", "fragment")
LONGEST_SHARED = 8  # words: a run of ours this long that stands in a source is the source's


def _rule(slug: str, description: str, fix: str) -> Rule:
    return Rule(slug, Severity.ERROR, description, fix)


ANCHOR = "Run readouts anchor with the text at hand, and look at what it changes."
RULES = tuple(sorted((
    _rule("text.not-anchored", "A row of texts has the digests and counts of its file.", ANCHOR),
    _rule("text.changed", "A held text is the one from which the anchors were taken.",
          "Put the text back that was anchored; if the new one is right, run readouts anchor."),
    _rule("text.body", "The body of a held text is one span of it.", "Correct body: the article's first words […] its last words."),
    _rule("quote.passage", "A passage resolves to exactly one span of the article.", "Copy the first and the last words of the place from the source."),
    _rule("quote.not-in-source", "Quoted words stand in the passage, word for word, as whole words in order.", "Copy the words from the source; cut with […]."),
    _rule("quote.outside-marks", "Words quoted as direct speech or a fragment stand inside one pair of the source's quotation marks.",
          "Quote what stands inside the marks, correct the form, or waive the rule if the source lost its marks."),
    _rule("quote.negation", "A negation within three words before quoted words is quoted too.", "Begin the words with the negation, or waive the rule and say why."),
    _rule("quote.no-anchor", "Every quotation of a text that was held has its anchors.", ANCHOR),
    _rule("quote.unlike-anchor", "The quoted words are those that were anchored.", f"Undo the change; if it is right: {ANCHOR}"),
    _rule("quote.fell", "A quotation that was anchored stays anchored.", "Put the text's row back into texts, and anchor; or waive the rule and say why."),
    _rule("date.not-in-source", "The words that a date was counted from stand in the source.", "Copy the words from the source."),
    _rule("text.shared-run", f"No sentence of ours shares a run of {LONGEST_SHARED} words with a held source.", "Say it in other words."),
), key=lambda rule: rule.slug))
WITHOUT_TEXT = ("quote.fell", "quote.no-anchor", "quote.unlike-anchor", "text.not-anchored")
_BY_SLUG = {rule.slug: rule for rule in RULES}


@dataclass(frozen=True)
class Evidence:
    """What is known of one quotation: its state, and where its words (else its passage) stand, in words of the file from 0.

    `reason` says why it is not verified; None when it is.
    """

    quotation_id: str
    state: str
    start_word: int | None = None
    word_count: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class _Desk:
    """What the gate has before it: the rows by table, the texts that are here, the anchors, the line of each row."""

    rows: dict[str, list[dict]]
    texts: dict[str, Text]
    anchors: dict[str, list[Anchor]]
    tables: dict[str, RawTable]
    lines: dict[tuple[str, str], int]

    def finding(self, slug: str, table: str, row_id: str, column: str, problem: str) -> Finding:
        rule = _BY_SLUG[slug]
        return Finding(self.tables[table].table.path, self.lines[table, row_id], column, slug, row_id, shown(problem, 600), rule.fix, rule.severity)


def held_texts(dataset: Dataset, folders: Iterable[Path]) -> dict[str, bytes]:
    """The bytes of each text that is here, by source; the first folder that has its file counts."""
    folders = tuple(folders)
    places = ((source, next((folder / file for folder in folders if (folder / file).is_file()), None))
              for source, file in dataset.frames["texts"].select("source_id", "file").iter_rows())
    return {source: path.read_bytes() for source, path in places if path}


def check_evidence(dataset: Dataset, tables: dict[str, RawTable], held: dict[str, bytes],
                   before: Iterable[str] = ()) -> tuple[tuple[Evidence, ...], list[Finding]]:
    """Judge every quotation; `held` are the texts that are here, by source, `before` the quotations that were anchored earlier."""
    rows = {name: frame.rows(named=True) for name, frame in dataset.frames.items()}
    lines = {(name, raw.row_id(row)): raw.line(row) for name, raw in tables.items() for row in range(len(raw.rows))}
    anchors: dict[str, list[Anchor]] = {}
    for row in rows["anchors"]:
        anchors.setdefault(row["quotation_id"], []).append(Anchor(**{name: row[name] for name in Anchor.__dataclass_fields__}))
    desk = _Desk(rows, {}, anchors, tables, lines)
    findings = [found for row in rows["texts"] for found in _text(desk, row, held.get(row["source_id"]))]
    named = {row["source_id"] for row in rows["texts"]}
    findings += [desk.finding("quote.fell", "quotations", row["id"], "source_id", "the quotation was anchored before, and its text is no longer one that was held")
                 for row in rows["quotations"] if row["id"] in set(before) - anchors.keys() and row["source_id"] not in named]
    evidence = []
    for row in sorted(rows["quotations"], key=lambda row: row["id"]):
        state, found = _judge(desk, row) if row["source_id"] in named else (Evidence(row["id"], "not held", reason="nobody held the text"), [])
        evidence.append(state)
        findings += found
    return tuple(evidence), findings + list(_dates(desk)) + list(_ours(desk, dataset.package.tables))


def not_run(dataset: Dataset, held: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """The waivers (rule, table, row) whose rule could not run, since a text that it reads is not here."""
    source_of = dict(dataset.frames["quotations"].select("id", "source_id").iter_rows())
    missing = set(dataset.frames["texts"]["source_id"]) - held.keys()
    readers = {rule.slug for rule in RULES} - set(WITHOUT_TEXT)
    return [(rule, table, row_id) for rule, table, row_id in dataset.frames["waivers"].select("rule", "table", "row_id").iter_rows()
            if rule in readers and (source_of.get(row_id) in missing if table == "quotations" else missing)]


def _text(desk: _Desk, row: dict, data: bytes | None) -> Iterator[Finding]:
    """Read one held text onto the desk."""
    source = row["source_id"]
    if any(row[name] is None for name in ("sha256", "normaliser", "word_count", "body_start", "body_count", "digest")):
        yield desk.finding("text.not-anchored", "texts", source, "digest", "the text was never anchored")
        return
    if data is None:
        return
    whole = index(data.decode("utf-8", errors="replace"))
    if text_digest(whole) != row["digest"]:
        yield desk.finding("text.changed", "texts", source, "digest", f"the words of {row['file']} are not those that were anchored")
    body = find_passage(whole, row["body"]) if row["body"] else Match((whole.whole,), in_marks=False)
    if isinstance(body, Miss):
        yield desk.finding("text.body", "texts", source, "body", body.problem)
        return
    if body.place != Place(row["body_start"], row["body_count"]):
        yield desk.finding("text.changed", "texts", source, "body", "the body is not the span that was anchored")
    desk.texts[source] = replace(whole, body=body.place)


def _judge(desk: _Desk, row: dict) -> tuple[Evidence, list[Finding]]:
    """The state of one quotation of a text that was held, and what is wrong with it."""
    anchors, text = desk.anchors.get(row["id"], []), desk.texts.get(row["source_id"])
    findings = []
    place = next((anchor.place for anchor in sorted(anchors) if anchor.segment == ("words-1" if row["words"] else "passage-1")), None)
    if text:
        place, findings = _prove(desk, row, text)
    broken = any(finding.rule in ("quote.passage", "quote.not-in-source") for finding in findings)
    if not anchors:
        findings.append(desk.finding("quote.no-anchor", "quotations", row["id"], "id", "the text was held, but the quotation has no anchor"))
    elif changed := unlike(row["words"] or "", row["passage"], anchors):
        column = changed[0].rpartition("-")[0]
        findings.append(desk.finding("quote.unlike-anchor", "quotations", row["id"], column, f"the {column} are not those that were anchored ({', '.join(changed)})"))
    elif text and not broken and not all(stands(text, anchor) for anchor in anchors):
        findings.append(desk.finding("quote.unlike-anchor", "quotations", row["id"], "id", "the words stand in the text, but not where the anchors say"))
    sound = not broken and not any(finding.rule in ("quote.no-anchor", "quote.unlike-anchor") for finding in findings)
    state, reason = ("verified", None) if text else ("attested", "the text was not at hand; the words are those that were anchored in it")
    if not sound:
        state, reason = "not held", findings[0].problem
    return Evidence(row["id"], state, place.start if place else None, place.count if place else None, reason), findings


def _prove(desk: _Desk, row: dict, text: Text) -> tuple[Place | None, list[Finding]]:
    """Find a quotation in its text; where its words stand, and what is wrong."""
    passage = find_passage(text, row["passage"])
    if isinstance(passage, Miss):
        return None, [desk.finding("quote.passage", "quotations", row["id"], "passage", passage.problem)]
    if not row["words"]:
        return passage.place, []
    words = find_words(text, row["words"], passage.place)
    if isinstance(words, Miss):
        return None, [desk.finding("quote.not-in-source", "quotations", row["id"], "words", words.problem)]
    findings = []
    if row["form"] in IN_MARKS and not words.in_marks:
        findings.append(desk.finding("quote.outside-marks", "quotations", row["id"], "words", "the words do not stand inside one pair of quotation marks of the source"))
    if negation := negation_before(text, words):
        findings.append(desk.finding("quote.negation", "quotations", row["id"], "words", f'"{negation}" stands just before the words and is left out'))
    return words.place, findings


def _dates(desk: _Desk) -> Iterator[Finding]:
    """Date words of statements stand in a source that quotes them, those of events in theirs."""
    sources = defaultdict(set)
    for row in desk.rows["quotations"]:
        sources["statements", row["statement_id"]].add(row["source_id"])
    for row in desk.rows["events"]:
        sources["events", row["id"]].add(row["source_id"])
    for table in ("statements", "events"):
        for row in desk.rows[table]:
            read_in = sources[table, row["id"]]
            if row["date_words"] and read_in <= desk.texts.keys() and all(isinstance(find_words(desk.texts[one], row["date_words"]), Miss) for one in read_in):
                nearest = find_words(desk.texts[min(read_in)], row["date_words"])
                yield desk.finding("date.not-in-source", table, row["id"], "date_words", nearest.problem)


def _ours(desk: _Desk, tables: tuple[Table, ...]) -> Iterator[Finding]:
    """Our own sentences are ours: none repeats a run of words of a held text."""
    sentences = {("events", "title"), ("claims", "text"), ("statements", "summary"), *((table.name, "note") for table in tables if "note" in table.columns)}
    runs = defaultdict(list)
    for table, column in sorted(sentences):
        for row in desk.rows[table]:
            words = [word.casefold() for word in words_of(row[column] or "")]
            for start in range(len(words) - LONGEST_SHARED + 1):
                runs[tuple(words[start : start + LONGEST_SHARED])].append((table, row["row_key"], column, row[column]))
    for source, text in sorted(desk.texts.items()):
        words = [word.casefold() for word in text.words(text.whole)]
        shared = {hit for start in range(len(words)) for hit in runs.get(tuple(words[start : start + LONGEST_SHARED]), ())}
        for table, row_id, column, sentence in sorted(shared):
            yield desk.finding("text.shared-run", table, row_id, column, f'"{shared_run(sentence, text, LONGEST_SHARED)}" stands in {source} too')
