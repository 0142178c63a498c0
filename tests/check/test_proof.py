"""Words of the source that carry a stance: proven in their text, held to their anchors, with ends as short as can be."""

import pytest

from readouts.commands import main

from ..conftest import TODAY, check
from .conftest import SOURCE, anchored

PLACE = "post-told"


def told(copy, proof: str, passage: str) -> None:
    """Give the quotation without words of the speaker's own another place, and a proof."""
    copy.change("quotations", PLACE, "passage", passage)
    copy.change("quotations", PLACE, "proof", proof)


def rules(copy, *folders) -> dict[str, str]:
    return {one.rule: one.problem for one in check(copy.root, TODAY, folders).findings}


@pytest.mark.parametrize(
    ("proof", "passage", "rule", "shown"),
    [
        ("reported early Sunday", "Washington Post […] Russian leader", "proof.not-in-source", "[-early-]{+late+}"),
        ("contacts are planned", "He said […] coming days.", "proof.negation", '"no"'),
        ("it is pure fiction", "Kremlin denies […] undesirable\" remark.", "proof.in-marks", "somebody's own words"),
        ("the two will meet", "Perhaps the […] he said.", "proof.left-out", '"Perhaps" stands before'),
        ("in the coming days", "He said […] coming days.", "proof.left-out", '"no" stands before'),
        ("reported late Sunday of", "Washington Post had […] Russian leader", "passage.ends", "5 words name the place, and 4 do"),
    ],
)  # fmt: skip
def test_fails(held, proof, passage, rule, shown):
    """What is not the source's, leaves a negation or a hedge out, or gives away a word too many, is found in the text."""
    copy, folder = held
    told(copy, proof, passage)
    anchored(copy, folder)
    found = rules(copy, folder)
    assert shown in found.pop(rule)
    assert set(found) <= {"quote.speaker", "quote.unlike-anchor", "quote.hedge", "passage.ends"}


@pytest.mark.parametrize(
    ("proof", "passage"),
    [
        ("no contacts are planned", "He said […] coming days."),
        ("Perhaps the two will meet", "Perhaps the […] he said."),
        ("had reported late Sunday of a", "Washington Post […] Russian leader"),
        ("He called it", "He called […] ‘untrue’."),
        ("in the coming days", "contacts are planned in the coming days."),
    ],
)
def test_passes(held, proof, passage):
    """A proof keeps what denies and what hedges; what stands before the passage is a matter of the passage."""
    copy, folder = held
    told(copy, proof, passage)
    anchored(copy, folder)
    found = rules(copy, folder)
    assert not any(rule.startswith("proof.") for rule in found), found


def test_a_denial_just_behind_a_proof(held):
    """What stands just behind a proof can deny it, behind a comma too if it is a verb; another's words cannot."""
    copy, folder = held
    text = (folder / "report.txt").read_text(encoding="utf-8")
    for behind, expected in (
        ("not at all", True), (", the Kremlin denied", True), (", not on Monday", False), ("but not on Monday", True),
        ("; nobody denied it", False), ("“not today”", False),
    ):  # fmt: skip
        (folder / "report.txt").write_text(
            text.replace("Russian leader.", f"Russian leader {behind}."), encoding="utf-8"
        )
        copy.change("texts", SOURCE, "body", "")
        told(copy, "talk with the Russian leader", "Washington Post had reported late […] with the Russian leader")
        anchored(copy, folder)
        found = rules(copy, folder)
        assert ("proof.left-out" in found) is expected, behind
        assert expected is False or "just behind" in found["proof.left-out"]


def test_a_proof_is_held_to_its_anchor_without_the_text(held):
    """A word of a proof that is changed, and a proof that is added or taken away, are found without any text."""
    copy, folder = held
    told(copy, "had reported late Sunday", "Washington Post […] Russian leader")
    anchored(copy, folder)
    assert rules(copy) == {} and rules(copy, folder) == {}
    assert {row["segment"] for row in copy.rows("anchors") if row["quotation_id"] == PLACE} == {
        *("passage-1", "passage-2", "proof-1"),
    }
    for other in ("had reported late Monday", "had reported late", ""):
        copy.change("quotations", PLACE, "proof", other)
        assert "proof" in rules(copy)["quote.unlike-anchor"]


def test_a_quotation_whose_proof_is_not_there_is_not_verified(held):
    """A proof that does not stand in the text makes its quotation one that is not held."""
    copy, folder = held
    told(copy, "had reported early Sunday", "Washington Post […] Russian leader")
    assert anchored(copy, folder) == [f"{PLACE}: proof: the words do not stand in the source; nearest: had reported [-early-]{{+late+}} Sunday"]  # fmt: skip
    assert check(copy.root, TODAY, [folder]).evidence["not held"] == 1


def test_shorten_cuts_beside_a_proof_and_leaves_the_rest(held, capsys):
    """The ends beside a proof are cut, and the anchors with them; a passage that nobody asked for stays as it was."""
    copy, folder = held
    before = {row["id"]: row["passage"] for row in copy.rows("quotations")}
    copy.change("quotations", PLACE, "proof", "had reported late Sunday")
    anchored(copy, folder)
    assert set(rules(copy, folder)) == {"passage.ends"}
    shorten = ["shorten", str(copy.root), "--texts", str(folder)]
    assert main([*shorten, "--dry-run"]) == 0 and "1 would be cut, from 9 words to 4" in capsys.readouterr().out
    assert {row["id"]: row["passage"] for row in copy.rows("quotations")} == before
    assert main(shorten) == 0
    after = {row["id"]: row["passage"] for row in copy.rows("quotations")}
    assert after == before | {PLACE: "Washington Post […] Russian leader"}
    assert rules(copy, folder) == {} and rules(copy) == {}
    assert main(shorten) == 0 and "0 cut" in capsys.readouterr().out.splitlines()[-1]


def test_shorten_works_with_another_copy_of_a_text_that_is_lost(held, tmp_path_factory, capsys):
    """Another copy shows whether fewer words lead to one place; the anchors follow in the text that nobody has."""
    copy, folder = held
    copy.change("quotations", PLACE, "proof", "had reported late Sunday")
    anchored(copy, folder)
    other = tmp_path_factory.mktemp("copies")
    text = (folder / "report.txt").read_text(encoding="utf-8")
    (other / "report.txt").write_text(
        "A line before.\n\n" + text + "\nThe Washington Post wrote this.\n", encoding="utf-8"
    )
    anchors = copy.rows("anchors")
    assert main(["shorten", str(copy.root), "--texts", str(other)]) == 0
    assert copy.rows("quotations")[1]["passage"] == "Washington Post […] Russian leader"
    assert copy.rows("anchors") != anchors and rules(copy, folder) == {}, "they hold in the text that was anchored"
    (other / "report.txt").write_text("Washington Post had reported late Sunday of a talk with the Russian leader.", encoding="utf-8")  # fmt: skip
    assert main(["shorten", str(copy.root), "--texts", str(other)]) == 1
    assert "only a part of the article is here" in capsys.readouterr().out


def test_shorten_without_a_text(copy, capsys):
    """Without any text there is nothing to judge by, and it says what to do."""
    assert main(["shorten", str(copy.root)]) == 2
    assert "Name their folder with --texts" in capsys.readouterr().err


def test_what_is_given_away_is_counted_once(held):
    """Words that two places share are counted once, a speaker's own words not at all, and the author's own all the same."""
    copy, folder = held
    long = "Washington Post had reported late Sunday of a talk with the Russian leader."
    for number in range(4):
        copy.add("quotations", id=f"again-{number}", statement_id="post-reports", source_id=SOURCE, form="own",
                 words=long[: -1 - number], passage="Washington Post had reported late […] with the Russian leader")  # fmt: skip
    anchored(copy, folder)
    assert "text.disclosed" not in rules(copy)
    words = "Offices in both capitals were closed for the day, traffic was light, and the evening news began"
    copy.add("quotations", id="more", statement_id="post-reports", source_id=SOURCE, form="own", words=words,
             passage="Offices in […] news began")  # fmt: skip
    anchored(copy, folder)
    body = int(copy.rows("texts")[0]["body_count"])
    assert rules(copy)["text.disclosed"].startswith(f"{13 + 17 + 2} of {body} words of the text are given away")
    copy.change("quotations", "more", "form", "direct")
    copy.change("quotations", "more", "statement_id", "peskov-denies")
    assert "text.disclosed" not in rules(copy)


def test_of_several_texts_of_a_source_the_longest_is_given_away(held):
    """A copy of a part is no text of its own to give away; what it alone has is counted with the longest."""
    copy, folder = held
    anchored(copy, folder)
    row, mine = copy.rows("texts")[0], [one for one in copy.rows("anchors") if one["quotation_id"] == PLACE]
    part = {"file": "report_2.txt", "digest": "a" * 64, "sha256": "b" * 64, "body_count": "12", "word_count": "12"}
    copy.add("texts", **row | part | {"body": "", "body_start": "0"})
    for one in mine:
        copy.add("anchors", **one | {"text_digest": "text-" + "a" * 16, "start_word": "0"})
    assert "text.disclosed" not in rules(copy), "ten of twelve words of a part, and few of the article"
    copy.add("anchors", **mine[0] | {"segment": "words-1", "text_digest": "text-" + "a" * 16, "word_count": "60"})
    copy.change("quotations", PLACE, "form", "own")
    assert " of the text are given away" in rules(copy)["text.disclosed"]


def test_a_shorter_copy_is_no_second_disclosure(held):
    """A source is judged by its fullest text; of what another copy has besides, each word is counted there."""
    copy, folder = held
    sentence = "Washington Post had reported late Sunday of a talk with the Russian leader."
    (folder / "report_2.txt").write_text(sentence + "\n", encoding="utf-8")
    copy.add("texts", source_id=SOURCE, file="report_2.txt", extent="excerpt", body="")
    copy.change("quotations", PLACE, "passage", "Washington Post […] Russian leader.")
    anchored(copy, folder)
    assert len({row["text_digest"] for row in copy.rows("anchors") if row["quotation_id"] == PLACE}) == 2
    assert "text.disclosed" not in rules(copy)
    texts = copy.rows("texts")
    copy.write("texts", [row for row in texts if row["file"] == "report_2.txt"])
    assert rules(copy)["text.disclosed"].startswith("4 of 13 words of the excerpt"), "alone it is given away too far"
    copy.write("texts", texts)
    words = "Nobody in either capital knew when the two would meet again, nor where, nor who would come, nor why"
    (folder / "report_2.txt").write_text(f"{sentence} {words}.\n", encoding="utf-8")
    copy.write("anchors", [])
    copy.change("texts", f"{SOURCE}/report_2.txt", "digest", "")
    copy.add("quotations", id="more", statement_id="post-reports", source_id=SOURCE, form="own", words=words,
             passage="Nobody in […] nor why")  # fmt: skip
    anchored(copy, folder)
    body = int(copy.rows("texts")[0]["body_count"])
    given = 4 + 2 + 19  # both places, and what the other copy has besides
    assert rules(copy)["text.disclosed"].startswith(f"{given} of {body} words of the text are given away")
