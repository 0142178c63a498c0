"""What the evidence gate has before it, and the rules by which it judges.

In: the rows, the texts that are here, the anchors. Out: findings on the line of a row.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from readouts.check.known_names import Names
from readouts.evidence.anchors import Anchor, text_named
from readouts.evidence.fetches import Seen, coders_first, seen
from readouts.evidence.source_text import Text
from readouts.finding import Finding, Rule, Severity, shown
from readouts.read.csv_rows import RawTable

LONGEST_SHARED = 8  # words: a run of ours this long that stands in a source is the source's


def _rule(slug: str, description: str, fix: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(slug, severity, description, fix)


def _odd(slug: str, description: str, fix: str) -> Rule:
    return _rule(slug, description, f"{fix} or waive the rule and say why.", Severity.WARNING)


ANCHOR = "Run readouts anchor with the text at hand, and look at what it changes."
RULES = tuple(
    sorted(
        (
            _rule("text.not-anchored", "A row of texts has the digests and counts of its file.", ANCHOR),
            _rule(
                "text.changed",
                "A held text is the one from which the anchors were taken.",
                "Put the text back that was anchored; if the new one is right, run readouts anchor.",
            ),
            _rule(
                "text.body",
                "The body of a held text is one span of it.",
                "Correct body: the article's first words […] its last words.",
            ),
            _rule(
                "quote.passage",
                "A passage resolves to exactly one span of the article.",
                "Copy the first and the last words of the place from the source.",
            ),
            _rule(
                "quote.not-in-source",
                "Quoted words stand in the passage, word for word, as whole words in order.",
                "Copy the words from the source; cut with […].",
            ),
            _rule(
                "quote.outside-marks",
                "Words quoted as direct speech or a fragment stand inside one pair of the source's quotation marks.",
                "Quote what stands inside the marks, correct the form, or waive the rule if the source lost its marks.",
            ),
            _rule(
                "quote.negation",
                "A negation within three words before quoted words is quoted too.",
                "Begin the words with the negation, or waive the rule and say why.",
            ),
            _odd(
                "quote.negation-far",
                "A negation of the same clause, more than three words before quoted words, is looked at.",
                "Read the sentence: begin the words with the negation if it is theirs,",
            ),
            _odd(
                "quote.negation-cut",
                "No negation and no hedge (may, allegedly) is cut out of quoted words.",
                "Quote what the cut left out,",
            ),
            _odd(
                "quote.hedge",
                "A hedge (may, allegedly) of the same clause before quoted words or a passage is looked at.",
                "Read the sentence: begin with the hedge if it is theirs,",
            ),
            _odd(
                "passage.negation",
                "A negation of the same clause before a passage is looked at.",
                "Read the sentence: begin the passage with the negation if it is its own,",
            ),
            _odd(
                "passage.runs-on",
                "A passage of several sentences ends where a sentence ends.",
                "End the passage at the end of the sentence,",
            ),
            _rule(
                "passage.ends",
                "Beside a proof each end of the passage is two words, or the fewest that leave one place.",
                "Run readouts shorten with the text at hand.",
            ),
            _rule(
                "proof.not-in-source",
                "A proof stands in its passage, word for word, in one run.",
                "Copy the words from the source; where it has none that fit, empty the cell.",
            ),
            _rule(
                "proof.in-marks",
                "A proof stands outside the quotation marks of the source.",
                "Quote what stands in the marks as words, if they are the speaker's; or take other words.",
            ),
            _rule(
                "proof.negation",
                "A negation within three words before a proof is part of it.",
                "Begin the proof with the negation; where six words cannot keep it, give no_proof.",
            ),
            _odd(
                "proof.left-out",
                "A negation or a hedge of the same clause before a proof, or just behind it, is looked at.",
                "Read the sentence: take it into the proof, give no_proof where six words cannot keep it,",
            ),
            _odd(
                "quote.another-voice",
                "Quoted words do not stand inside quotation marks that the text gives to somebody else.",
                "Correct the statement, its speaker or the form,",
            ),
            _odd(
                "quote.speaker",
                "The text names who speaks: by a known name, a title or the label, or the body in the same sentence.",
                "Correct the speaker, add the spelling of the text to other_names,",
            ),
            _rule("quote.no-anchor", "Every quotation of a text that was held has its anchors.", ANCHOR),
            _rule(
                "quote.unlike-anchor",
                "The quoted words are those that were anchored, and in the text in which they were.",
                f"Undo the change; if it is right: {ANCHOR}",
            ),
            _rule(
                "text.missing",
                "A quotation that has anchors is of a source that texts names.",
                "Put the source's row back into texts; or run readouts anchor, which drops the anchors.",
            ),
            _rule(
                "quote.fell",
                "A quotation that was anchored stays anchored, and one that was fetched twice stays so.",
                "Put the rows back into texts, anchors and witnesses; or waive the rule and say why.",
            ),
            _rule(
                "quote.fetched-once",
                "Somebody beside its coder has seen the words of a quotation that is added or put otherwise.",
                "Have somebody who has not seen the text fetch the source again, and run readouts witness.",
                Severity.WARNING,
            ),
            _rule(
                "text.lost",
                "A text that is at hand is not said to be lost.",
                "Run readouts anchor with the text at hand, which takes the day away.",
                Severity.WARNING,
            ),
            _rule(
                "date.not-in-source",
                "The words that a date was counted from stand in the source.",
                "Copy the words from the source.",
            ),
            _rule(
                "text.shared-run",
                f"No sentence of ours shares a run of {LONGEST_SHARED} words with a held source.",
                "Say it in other words.",
            ),
        ),
        key=lambda rule: rule.slug,
    )
)
# These are asked only beside an earlier state.
COMPARED = ("quote.fell", "quote.fetched-once", "floor.fell", "floor.lowered")
WITHOUT_TEXT = (
    *("quote.fell", "quote.fetched-once", "quote.no-anchor", "quote.unlike-anchor"),
    *("text.missing", "text.not-anchored"),
)
TEXT_READERS = frozenset(rule.slug for rule in RULES if rule.slug not in WITHOUT_TEXT)
_BY_SLUG = {rule.slug: rule for rule in RULES}


@dataclass(frozen=True)
class AtHand:
    """The rows by table, the texts by the keys of their rows, the changed texts by theirs, the tables as written.

    `anchors` are those of each quotation by text; `of_source` the rows of the texts of each source, what its coder read
    first, `quoted` those of its quotations; `named` is how anchors name each text, by the key of its row, `seen` who
    has seen them; `statements` the rows of these by id, `names` how the record names who speaks.
    """

    rows: dict[str, list[dict[str, Any]]]
    texts: dict[str, Text]
    anchors: dict[str, dict[str, list[Anchor]]]
    changed: set[str]
    tables: dict[str, RawTable]
    of_source: Mapping[str, list[dict[str, Any]]]
    named: dict[str, str]
    seen: Seen
    quoted: Mapping[str, list[dict[str, Any]]]
    statements: dict[str, dict[str, Any]]
    names: Names

    def texts_of(self, quotation: dict[str, Any]) -> list[dict[str, Any]]:
        """The rows of the texts of its source in which a quotation is anchored, what its coder read first."""
        found = self.anchors.get(quotation["id"], {})
        return [
            row for row in self.of_source.get(quotation["source_id"], ()) if self.named.get(row["row_key"]) in found
        ]

    def fetches(self, quotation: dict[str, Any]) -> int:
        """In how many fetches of its source the words of a quotation were found."""
        return self.seen.fetches(quotation["source_id"], self.anchors.get(quotation["id"], ()))

    def anchored_elsewhere(self, quotation: dict[str, Any]) -> str:
        """In which text that is none of its source a quotation was anchored, in words; empty where there is none."""
        here = {self.named.get(row["row_key"], "") for row in self.of_source.get(quotation["source_id"], ())} - {""}
        name = next((one for one in self.anchors.get(quotation["id"], ()) if here and one not in here), "")
        if not name:
            return ""
        source = next((key.partition("/")[0] for key, other in self.named.items() if other == name), "")
        return f'the text of "{source}"' if source else f"a text that texts does not name ({name})"

    def finding(self, slug: str, table: str, row_id: str, column: str, problem: str) -> Finding:
        """A finding of one of RULES on one row."""
        return found(slug, self.tables[table], row_id, column, problem)


def found(slug: str, raw: RawTable, row_id: str, column: str, problem: str) -> Finding:
    """A finding of one of RULES on one row of a table."""
    rule = _BY_SLUG[slug]
    line = raw.lines[row_id]
    return Finding(raw.table.path, line, column, slug, row_id, shown(problem, 600), rule.fix, rule.severity)


def gathered(rows: dict[str, list[dict[str, Any]]], tables: dict[str, RawTable]) -> AtHand:
    """All that is at hand but the texts."""
    anchors: dict[str, dict[str, list[Anchor]]] = {}
    for row in rows["anchors"]:
        one = Anchor(**{name: row[name] for name in Anchor.__dataclass_fields__})
        anchors.setdefault(one.quotation_id, {}).setdefault(one.text_digest, []).append(one)
    named = {row["row_key"]: text_named(row["digest"]) for row in rows["texts"] if row["digest"]}
    of_source: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in coders_first(rows["texts"], rows["witnesses"]):
        of_source[row["source_id"]].append(row)
    quoted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows["quotations"]:
        quoted[row["source_id"]].append(row)
    who = seen(rows["texts"], rows["witnesses"])
    statements = {row["id"]: row for row in rows["statements"]}
    return AtHand(rows, {}, anchors, set(), tables, of_source, named, who, quoted, statements, Names(rows))
