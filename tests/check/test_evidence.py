"""Quotations are held to their text, strictly; without the text, to their anchors; and the report says which."""

import pytest

from readouts.check import Before

from ..conftest import ROOT, TODAY, check
from .conftest import SOURCE, TEXT, anchored, his_own, quote


def found(copy, folder) -> dict[str, str]:
    return {finding.rule: finding.problem for finding in check(copy.root, TODAY, [folder]).findings}


def states(verified=0, twice=0, once=0, not_held=0) -> dict[str, int]:
    """How many quotations are in each state."""
    return {"verified": verified, "fetched twice": twice, "fetched once": once, "not held": not_held}


def test_verified_with_the_text_fetched_once_without(held):
    """The same record is verified where the text is, fetched once where it is not, not held where none ever was."""
    copy, folder = held
    report = check(copy.root, TODAY, [folder])
    assert report.findings == () and report.evidence == states(verified=2) and report.texts == (1, 1)
    report = check(copy.root, TODAY, [])
    assert report.findings == () and report.evidence == states(once=2) and report.texts == (0, 1)
    copy.write("texts", [])
    copy.write("anchors", [])
    assert check(copy.root, TODAY, [folder]).evidence == states(not_held=2)


FAILS = {
    "words in another order around a cut": (
        "it is pure fiction […] There was no call",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.not-in-source",
        "There was no call",
    ),
    "a denial quoted as a plan": (
        "contacts are planned in the coming days",
        "He said that no contacts […] in the coming days.",
        "indirect-own",
        "quote.negation",
        '"no"',
    ),
    "a clause without its not": (
        "reached this stage yet",
        "“We have not reached this […] stage yet,” he added",
        "direct",
        "quote.negation",
        '"not"',
    ),
    "half a word": (
        "desirable",
        'fiction,” Peskov said on Monday, […] Brandstätter’s "undesirable" remark.',
        "fragment",
        "quote.not-in-source",
        "undesirable",
    ),
    "a narrator's words and a speaker's in one": (
        "fiction […] said on Monday",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.outside-marks",
        "marks",
    ),
    "a place that is not in this text": (
        "nothing terrible",
        "described in the Kremlin as […] should not be overstated",
        "fragment",
        "quote.passage",
        "do not stand in the source",
    ),
    "one word changed": (
        "There was no talk",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.not-in-source",
        "[-talk-]{+call+}",
    ),
    "a quotation out of the fund-raising box": (
        "every contribution makes an impact",
        "SUPPORT US: every contribution makes […] impact.",
        "direct",
        "quote.passage",
        "not in the article",
    ),
    "a truncated last word": (
        "it is pure fict",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.not-in-source",
        "fiction",
    ),
    "words of another place": (
        "nor shall we",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.not-in-source",
        "nor shall we",
    ),
    "words outside marks": (
        "Peskov said on Monday",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
        "quote.outside-marks",
        "marks",
    ),
}


@pytest.mark.parametrize("case", FAILS)
def test_fails(held, case):
    """What is not the speaker's, not whole or not there is refused, with the rule and the nearest true place."""
    copy, folder = held
    words, passage, form, rule, shown = FAILS[case]
    quote(copy, words, passage, "own" if form == "indirect-own" else form)
    anchored(copy, folder)
    problems = found(copy, folder)
    assert set(problems) <= {rule, "quote.no-anchor", "quote.unlike-anchor"} and shown in problems[rule]
    assert check(copy.root, TODAY, [folder]).checked is None


PASSES = {
    "across a line break": (
        "it is pure fiction",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
    ),
    "straight marks for curly ones": (
        '"There was no call',
        '"There was no call by […] fiction," Peskov said on Monday',
        "direct",
    ),
    "an accent, and a soft hyphen in the source": (
        "undesirable",
        'as "simply" put as Brandstätter\'s […] "undesirable" remark.',
        "fragment",
    ),
    "one word": ("simply", 'fiction,” Peskov said on Monday, […] Brandstätter’s "undesirable" remark.', "fragment"),
    "the negation quoted too": (
        "not reached this stage yet",
        "“We have not reached this […] stage yet,” he added",
        "direct",
    ),
    "single marks": ("untrue", "He called it 'untrue'.", "fragment"),
    "a cut inside one pair of marks": (
        "There was no call […] pure fiction",
        "“There was no call by […] fiction,” Peskov said on Monday",
        "direct",
    ),
}


@pytest.mark.parametrize("case", PASSES)
def test_passes(held, case):
    """What differs only in how it is set is found."""
    copy, folder = held
    quote(copy, *PASSES[case])
    assert anchored(copy, folder) == [] and found(copy, folder) == {}


def test_lost_marks_need_a_waiver(held):
    """A source that lost its marks needs a waiver with its reason; the quotation is verified all the same."""
    copy, folder = held
    quote(copy, "a talk with the Russian leader", "Washington Post had reported late […] with the Russian leader.")
    anchored(copy, folder)
    assert set(found(copy, folder)) == {"quote.outside-marks"}
    copy.add(
        "waivers",
        rule="quote.outside-marks",
        table="quotations",
        row_id="peskov-fiction",
        reason="The page lost its quotation marks.",
    )
    report = check(copy.root, TODAY, [folder])
    assert report.findings == () and report.evidence["verified"] == 2
    assert check(copy.root, TODAY, []).findings == (), "a rule that could not run leaves its waiver needed"
    copy.change("quotations", "peskov-fiction", "form", "own")
    his_own(copy)
    assert set(found(copy, folder)) == {"waiver.unneeded"}


def test_a_changed_word_is_caught_without_the_text(held):
    """Without the text a later edit of a quoted word is still found, by its anchor."""
    copy, _ = held
    copy.change("quotations", "peskov-fiction", "words", "pure invention")
    report = check(copy.root, TODAY, [])
    assert [(finding.rule, finding.column, finding.row_id) for finding in report.findings] == [
        ("quote.unlike-anchor", "words", "peskov-fiction")
    ]
    assert report.evidence == states(once=1, not_held=1)


def test_a_quotation_without_an_anchor_is_an_error(held):
    """A quotation of a text that was held has its anchor, with or without the text at hand."""
    copy, folder = held
    copy.write("anchors", [row for row in copy.rows("anchors") if row["quotation_id"] != "post-told"])
    for folders in ([folder], []):
        assert [finding.rule for finding in check(copy.root, TODAY, folders).findings] == ["quote.no-anchor"]


def test_a_quotation_that_falls(held, tmp_path):
    """A quotation that was anchored and now is not held is an error, unless waived: "quote.fell"."""
    copy, _ = held
    before = Before(frozenset(row["quotation_id"] for row in copy.rows("anchors")))
    copy.write("texts", [])
    copy.write("anchors", [])
    findings = check(copy.root, TODAY, [], before).findings
    assert [(finding.rule, finding.row_id) for finding in findings] == [
        ("quote.fell", "peskov-fiction"),
        ("quote.fell", "post-told"),
    ]
    for quotation in sorted(before.anchored):
        copy.add(
            "waivers",
            rule="quote.fell",
            table="quotations",
            row_id=quotation,
            reason="The publisher took the text back.",
        )
    assert check(copy.root, TODAY, [], before).findings == ()
    assert check(copy.root, TODAY, []).findings == (), "without an earlier state to compare with, the waivers stay"


def test_a_quotation_that_falls_with_its_anchors_left(held):
    """A text's row that is taken out is found, even if the anchors stay."""
    copy, _ = held
    before = Before(frozenset(row["quotation_id"] for row in copy.rows("anchors")))
    copy.write("texts", [])
    assert {finding.rule for finding in check(copy.root, TODAY, [], before).findings} == {"quote.fell", "text.missing"}


def test_a_longer_text_turns_red(held):
    """A text with a paragraph more is not the anchored one: its quotations are not verified, waived or not."""
    copy, folder = held
    (folder / "report.txt").write_text(TEXT + "\nOne more paragraph.\n", encoding="utf-8")
    report = check(copy.root, TODAY, [folder])
    assert [finding.rule for finding in report.findings] == ["text.changed"] * 3 and report.evidence["verified"] == 0
    for table, row in (("texts", SOURCE), ("quotations", "peskov-fiction"), ("quotations", "post-told")):
        copy.add("waivers", rule="text.changed", table=table, row_id=row, reason="To see that it changes no state.")
    assert check(copy.root, TODAY, [folder]).evidence["verified"] == 0


def test_another_normaliser(held):
    """Digests of another folding are not compared: the text is to be anchored again."""
    copy, folder = held
    copy.change("texts", SOURCE, "normaliser", "7")
    assert "text.not-anchored" in found(copy, folder)
    copy.change("texts", SOURCE, "normaliser", "1")
    copy.change("texts", SOURCE, "word_count", "99999")
    assert "text.changed" in found(copy, folder)


def test_the_place_does_not_depend_on_the_text_at_hand(held):
    """Where the words stand is the same from the text and from the anchors."""
    copy, folder = held
    places = [
        [
            (one.quotation_id, one.start_word, one.word_count)
            for one in check(copy.root, TODAY, folders).checked.evidence
        ]
        for folders in ([folder], [])
    ]
    assert places[0] == places[1] and all(count for _, _, count in places[0])


def test_a_quotation_moved_to_a_source_that_was_not_held(held):
    """A quotation that has anchors names a source whose text was held: a wrong source is no way out."""
    copy, folder = held
    copy.change("quotations", "peskov-fiction", "source_id", "tass-remark")
    for folders in ([folder], []):
        findings = check(copy.root, TODAY, folders).findings
        assert [(one.rule, one.row_id, one.column) for one in findings] == [
            ("text.missing", "peskov-fiction", "source_id")
        ]


def test_a_changed_text_turns_red(held):
    """A text that is not the anchored one is found out; its quotations are judged, not skipped."""
    copy, folder = held
    (folder / "report.txt").write_text("A word before. " + TEXT.replace("pure", "sheer"), encoding="utf-8")
    problems = found(copy, folder)
    assert {"text.changed", "quote.passage", "quote.unlike-anchor"} <= set(problems)


def test_a_text_with_other_line_breaks_is_the_same(held):
    """Line ends do not make another text."""
    copy, folder = held
    (folder / "report.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert found(copy, folder) == {}


def test_a_text_that_was_never_anchored(copy):
    """A row of texts without digests says what to run."""
    copy.add("texts", source_id=SOURCE, file="report.txt", extent="whole")
    assert {finding.rule for finding in check(copy.root, TODAY, []).findings} == {
        "text.not-anchored",
        "quote.no-anchor",
    }


def test_a_body_that_is_no_span(held):
    """A body that cannot be found is said."""
    copy, folder = held
    copy.change("texts", SOURCE, "body", "No such words […] at all")
    assert "text.body" in found(copy, folder)


def test_anchors_of_a_quotation_that_is_gone(held):
    """Anchor takes away what no quotation needs any more."""
    copy, folder = held
    copy.drop("stances", "post-reports/call-duration")
    copy.drop("claims", "call-duration")
    copy.drop("quotations", "post-told")
    assert {one.rule for one in check(copy.root, TODAY, [folder]).findings} == {"link.missing", "statement.bare"}
    anchored(copy, folder)
    assert {row["quotation_id"] for row in copy.rows("anchors")} == {"peskov-fiction"}


def test_date_words_stand_in_the_source(held):
    """The words that a date was counted from are the source's."""
    copy, folder = held
    copy.change("statements", "peskov-denies", "date_words", "early on Monday")
    assert set(found(copy, folder)) == {"date.not-in-source"}
    copy.change("statements", "peskov-denies", "date_words", "said on Monday")
    assert found(copy, folder) == {}


def test_date_words_that_nothing_quotes(held):
    """A statement that no source renders is said to be bare; its date words are looked for nowhere."""
    copy, folder = held
    copy.drop("quotations", "peskov-fiction")
    copy.drop("stances", "peskov-denies/call-took-place")
    copy.write("anchors", [row for row in copy.rows("anchors") if row["quotation_id"] != "peskov-fiction"])
    assert "statement.bare" in found(copy, folder)


def test_our_sentences_are_ours(held):
    """Seven words in a row may be chance; eight are the source's sentence."""
    copy, folder = held
    copy.change("statements", "peskov-denies", "summary", "He said that no contacts are planned in.")
    assert set(found(copy, folder)) == {"text.shared-run"}
    copy.change("statements", "peskov-denies", "summary", "“We have not reached this stage yet,” he added, “nor")
    assert set(found(copy, folder)) == {"text.shared-run"}
    copy.change("statements", "peskov-denies", "summary", "He said that no contacts are planned.")
    assert found(copy, folder) == {}


def test_the_real_record(real_texts):
    """With a text at hand its quotations are verified."""
    verified = check(ROOT, TODAY, [real_texts])
    assert (
        verified.findings == ()
        and verified.evidence["verified"] >= 146
        and verified.evidence["not held"] == 0
        and verified.texts[0] >= 5
    )


def test_the_real_record_without_texts():
    """Without any text every quotation was seen by its coder at least, and nothing is found."""
    report = check(ROOT, TODAY, [])
    assert report.findings == () and report.evidence["verified"] == report.evidence["not held"] == 0
    assert report.evidence["fetched once"] + report.evidence["fetched twice"] > 600


def test_our_sentences_are_not_cut_where_no_text_is(copy, monkeypatch):
    """Where no text is at hand there is nothing to hold our sentences to, and they are let alone."""

    def cut(sentence):
        raise AssertionError(f"{sentence} was cut into words")

    monkeypatch.setattr("readouts.check.text_guards.words_of", cut)
    assert copy.check().findings == ()


def moved(copy, source: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Put the denial under another source; what is found without any text: rule and what is said, by row and column."""
    copy.change("quotations", "peskov-fiction", "source_id", source)
    return {(one.row_id, one.column): (one.rule, one.problem) for one in check(copy.root, TODAY).findings}


def test_a_moved_quotation_is_refused_without_a_text(held):
    """An anchor names its text, so a quotation that was moved to another held one is refused, whatever its words are."""
    copy, _ = held
    row = copy.rows("texts")[0]
    copy.add("texts", **row | {"source_id": "tass-remark", "file": "remark.txt", "digest": "f" * 64})
    assert moved(copy, "tass-remark")["peskov-fiction", "source_id"][0] == "text.changed"
    copy.change("quotations", "peskov-fiction", "source_id", SOURCE)
    copy.add(
        "quotations", id="other", statement_id="post-reports", source_id="tass-remark", form="narrated", passage="x"
    )
    copy.add(
        "anchors",
        quotation_id="other",
        segment="passage-1",
        start_word="1",
        word_count="1",
        digest="0" * 64,
        text_digest="text-" + "f" * 16,
    )
    rule, problem = moved(copy, "tass-remark")["peskov-fiction", "source_id"]
    assert rule == "quote.unlike-anchor"
    assert problem == f'the quotation was anchored in the text of "{SOURCE}", and its source is "tass-remark"'


def test_exchanged_digests_are_found_without_a_text(held):
    """A digest that is another than the one of the anchors is told on its row of texts, with the text that they name."""
    copy, _ = held
    copy.change("texts", SOURCE, "digest", "e" * 64)
    [finding] = [one for one in check(copy.root, TODAY).findings if one.path == "seeds/texts.csv"]
    assert (finding.rule, finding.column) == ("text.changed", "digest")
    assert finding.problem.startswith(
        "none of its quotations was anchored in it, but in a text that texts does not name ("
    )
