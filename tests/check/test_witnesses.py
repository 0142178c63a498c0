"""What somebody found who had not seen the coder's text: witnesses, further texts, four states, and comparisons."""

import json
import shutil

import pytest

from readouts.check.held_texts import held_texts
from readouts.commands import main
from readouts.compare.earlier import against

from ..conftest import TODAY, check
from .conftest import SOURCE, TEXT, anchored

# As another fetch of the page would have it: another menu, and the last paragraphs are not there.
OTHER = "Home News Sport\n\n" + TEXT.partition("Washington Post")[0]
ADDRESS = "https://www.example.org/denied"


@pytest.fixture
def witness(held, tmp_path, capsys):
    """Run the command on a copy with these words, as a log has it; the exit code and what it printed."""
    copy, _ = held
    folder = tmp_path / "copies"
    folder.mkdir()

    def heard(words=OTHER, *more, **line):
        (folder / "report.txt").write_text(words, encoding="utf-8")
        told = {"source_id": SOURCE, "file": "report.txt", "url": ADDRESS, "day": "2026-11-29"} | line
        (tmp_path / "log.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
        wanted = ["witness", copy.root, "--texts", folder, "--log", tmp_path / "log.jsonl", *more]
        code = main([str(one) for one in wanted])
        return code, capsys.readouterr()

    heard.folder, heard.log = folder, tmp_path / "log.jsonl"
    return heard


def states(copy, *folders) -> dict[str, str]:
    report = check(copy.root, TODAY, folders)
    assert report.findings == ()
    return {one.quotation_id: one.state for one in report.proven}


def reason(copy, quotation) -> str:
    return next(one.reason for one in check(copy.root, TODAY).proven if one.quotation_id == quotation)


def test_the_same_copy(held, witness):
    """A copy with the coder's very words is a witness of every quotation, and brings no text of its own."""
    copy, _ = held
    before = copy.rows("anchors")
    code, told = witness(TEXT)
    assert code == 0 and "1 with the words of the first text, 0 with others" in told.out
    [row] = copy.rows("witnesses")
    assert row | {"digest": ""} == {
        "source_id": SOURCE,
        "day": "2026-11-29",
        "address": ADDRESS,
        "digest": "",
        "same_copy": "yes",
        "same_team": "yes",
    }
    assert row["digest"] == copy.rows("texts")[0]["digest"] and len(copy.rows("texts")) == 1
    assert copy.rows("anchors") == before
    assert states(copy) == dict.fromkeys(("peskov-fiction", "post-told"), "fetched twice")
    assert "two fetches of the source have them" in reason(copy, "post-told")


def test_another_copy(held, witness):
    """A copy with other words is a text of its own: what stands in it was fetched twice, the rest is told."""
    copy, _ = held
    code, told = witness()
    assert code == 1 and "not in the copy: post-told: passage: the words do not stand in the source" in told.out
    assert "1 of 2 are fetched twice" in told.out
    first, second = copy.rows("texts")
    assert (first["file"], second["file"], second["extent"]) == ("report.txt", "report_2.txt", "excerpt")
    assert second["body"] == "", "the coder's last words do not stand in it, so it is all article"
    assert {row["text_digest"] for row in copy.rows("anchors") if row["quotation_id"] == "peskov-fiction"} == {
        f"text-{one['digest'][:16]}" for one in (first, second)
    }
    assert states(copy) == {"peskov-fiction": "fetched twice", "post-told": "fetched once"}
    assert copy.rows("witnesses")[0]["same_copy"] == "no"


def test_the_same_again_changes_nothing(held, witness):
    """A log that is read once more, or with a copy more, adds what is new."""
    copy, _ = held
    witness()
    once = [copy.rows(table) for table in ("texts", "anchors", "witnesses")]
    witness()
    assert [copy.rows(table) for table in ("texts", "anchors", "witnesses")] == once
    witness(day="2026-11-30")
    assert len(copy.rows("witnesses")) == 2 and copy.rows("texts") == once[0]


def test_a_dry_run_writes_nothing(held, witness):
    """What would be written is told."""
    copy, _ = held
    code, told = witness(OTHER, "--dry-run")
    assert code == 1 and "nothing written" in told.out and not copy.rows("witnesses")


def test_somebody_outside(held, witness):
    """Who is none of the makers says so; nobody is taken for one."""
    copy, _ = held
    witness(TEXT, "--outside")
    assert copy.rows("witnesses")[0]["same_team"] == "no"


def test_the_article_of_a_copy(held, witness):
    """The log may name the ends of the article; a quotation outside of them is not in the copy."""
    copy, _ = held
    witness(body="“We have not reached this […] in a post.")
    assert copy.rows("texts")[1]["body"].startswith("“We have")
    assert states(copy)["peskov-fiction"] == "fetched once"


def test_a_wrong_log(held, witness, capsys):
    """A line that says not what it should is named, and nothing is written."""
    copy, _ = held
    witness.log.write_text('{"source_id": "x", "found": false}\nno json\n', encoding="utf-8")
    code = main([str(one) for one in ("witness", copy.root, "--texts", copy.root, "--log", witness.log)])
    assert code == 2 and f"{witness.log}:2: it is no JSON" in capsys.readouterr().err and not copy.rows("witnesses")


def test_what_cannot_be_heard_is_told(held, witness):
    """A copy of a source that texts does not name, and one that is no text."""
    copy, _ = held
    code, told = witness(TEXT, source_id="tass-remark")
    assert code == 1 and "not read: tass-remark: texts has no text of this source" in told.out
    (witness.folder / "report.txt").write_bytes(b"%PDF-1.7")
    code = main(["witness", str(copy.root), "--texts", str(witness.folder)])
    assert code == 1 and not copy.rows("witnesses")


def test_no_copies(held, tmp_path, capsys):
    """A folder without any of the files is wrong usage."""
    assert main(["witness", str(held[0].root), "--texts", str(tmp_path)]) == 2
    assert "Name the folder of further copies" in capsys.readouterr().err


def test_which_text_a_file_holds_its_words_decide(held, witness):
    """Both copies lie under one name in two folders, in either order: each is the text of its row."""
    copy, folder = held
    witness()
    for folders in ([folder, witness.folder], [witness.folder, folder]):
        report = check(copy.root, TODAY, folders)
        assert report.findings == () and report.texts == (2, 2) and report.evidence["verified"] == 2
    assert states(copy, witness.folder) == {"peskov-fiction": "verified", "post-told": "fetched once"}
    (witness.folder / "report.txt").write_bytes(OTHER.replace("\n", "\r\n").encode())
    assert states(copy, witness.folder)["peskov-fiction"] == "verified", "other line ends make no other text"


def test_a_file_that_is_none_of_the_texts(held, witness):
    """It is taken for the text whose name it has, and that text is red."""
    copy, _ = held
    witness()
    (witness.folder / "report.txt").write_text("Something else.", encoding="utf-8")
    report = check(copy.root, TODAY, [witness.folder])
    assert {(one.rule, one.row_id) for one in report.findings if one.path == "seeds/texts.csv"} >= {
        ("text.changed", f"{SOURCE}/report.txt")
    }


def test_anchoring_again_keeps_both(held, witness):
    """Anchors in a text that is not at hand stay; one that no longer stands where it was anchored is told."""
    copy, folder = held
    witness()
    before = copy.rows("anchors")
    assert anchored(copy, folder) == [] and copy.rows("anchors") == before
    assert anchored(copy, witness.folder) == [] and copy.rows("anchors") == before
    copy.change("quotations", "peskov-fiction", "words", "pure invention")
    assert "peskov-fiction" in anchored(copy, witness.folder)[0]


def test_a_lost_text_says_so(held, witness):
    """Where nobody has any text of a quotation any more, it is told; the text found again is no longer lost."""
    copy, _ = held
    copy.change("texts", SOURCE, "lost", "2026-11-28")
    assert reason(copy, "post-told").startswith("nobody has the text any more")
    witness()
    assert reason(copy, "post-told").startswith("nobody has the text any more")
    assert reason(copy, "peskov-fiction").startswith("the text was not at hand"), "of it there is a copy"
    witness(TEXT)
    assert copy.rows("texts")[0]["lost"] == ""


def test_every_text_of_a_source_is_held_to_its_anchors(held, witness):
    """A changed word is found, and so is a digest of the further copy that nobody took."""
    copy, _ = held
    witness()
    good = copy.rows("texts")
    copy.change("texts", f"{SOURCE}/report_2.txt", "digest", "e" * 64)
    found = {(one.rule, one.row_id) for one in check(copy.root, TODAY).findings}
    assert ("text.changed", f"{SOURCE}/report_2.txt") in found and "witness.text" in {rule for rule, _ in found}
    copy.write("texts", good)
    copy.write("witnesses", [])
    assert states(copy)["peskov-fiction"] == "fetched once", "a further text without a witness is its coder's"


@pytest.fixture
def since(held, tmp_path):
    """What is found since the record was as it is now: rule and row of the findings that compare."""
    copy, _ = held

    def kept() -> None:
        shutil.rmtree(tmp_path / "before", ignore_errors=True)
        shutil.copytree(copy.root, tmp_path / "before")

    def found(*folders) -> dict[str, str]:
        report, _ = against(copy.root, tmp_path / "before", TODAY, folders)
        return {one.row_id: one.problem for one in report.findings if one.rule in ("quote.fetched-once", "quote.fell")}

    kept()
    found.kept = kept
    return found


def add(copy, folder) -> None:
    """A quotation more, that stands in both copies, anchored in the text in this folder."""
    copy.add(
        "quotations",
        id="peskov-untrue",
        statement_id="peskov-denies",
        source_id=SOURCE,
        form="fragment",
        words="untrue",
        passage="He called it 'untrue'.",
    )
    anchored(copy, folder)


def test_an_added_quotation_is_warned_of(held, since, witness):
    """Its coder alone has seen it, until a witness has; with the text at hand there is nothing to warn of."""
    copy, folder = held
    add(copy, folder)
    assert since() == {"peskov-untrue": "the quotation is new, and its coder alone has seen the text"}
    assert since(folder) == {}
    witness()
    assert since() == {}, "a witness that comes with it has seen it"
    since.kept()
    assert since() == {}, "it is no longer new"


def test_a_witness_of_before_has_not_seen_what_is_new(held, since, witness):
    """Anchors in a copy that was there before were written by whoever adds the quotation."""
    copy, folder = held
    witness()
    since.kept()
    add(copy, folder)
    anchored(copy, witness.folder)
    assert states(copy)["peskov-untrue"] == "fetched twice"
    copy.write("witnesses", [row | {"day": "2026-11-30"} for row in copy.rows("witnesses")])  # it is the same fetch
    assert "nobody beside its coder has fetched the source" in since()["peskov-untrue"]


def test_other_words_are_new_words(held, since):
    """A quotation that is put otherwise is new in what it is held by; under another name it is not."""
    copy, folder = held
    copy.change("quotations", "post-told", "passage", "reported late Sunday of a […] with the Russian leader.")
    anchored(copy, folder)
    assert since() == {"post-told": "the passage changed, and its coder alone has seen the text"}


def test_fewer_of_the_same_words_are_not_new(held, since):
    """Ends of a passage that were cut shorter hold no word that was not proven; a word that was cut out is told."""
    copy, folder = held
    copy.change("quotations", "post-told", "passage", "had reported late […] the Russian leader.")
    copy.change("quotations", "peskov-fiction", "words", "fiction")
    anchored(copy, folder)
    assert since() == {}
    copy.change(
        "quotations", "post-told", "passage", "Washington Post had reported late Sunday […] the Russian leader."
    )
    anchored(copy, folder)
    assert list(since()) == ["post-told"]


def test_a_renamed_quotation_is_not_new(held, since):
    """A redirect says what it was called; with other words it is new all the same."""
    copy, folder = held
    for table, column in (("quotations", "id"), ("stances", "quotation_id"), ("event_participants", "quotation_id")):
        rows = [row | ({column: "post-said"} if row.get(column) == "post-told" else {}) for row in copy.rows(table)]
        copy.write(table, rows)
    copy.add("redirects", table="quotations", old_id="post-told", new_id="post-said", reason="Renamed.")
    anchored(copy, folder)
    assert since() == {}
    copy.change("quotations", "post-said", "passage", "reported late Sunday of a […] with the Russian leader.")
    anchored(copy, folder)
    assert list(since()) == ["post-said"]


def test_a_quotation_of_a_text_that_nobody_held(held, since):
    """Without a text it is warned of alike: silence would be the way out."""
    copy, _ = held
    copy.add(
        "quotations",
        id="elsewhere",
        statement_id="peskov-denies",
        source_id="tass-remark",
        form="direct",
        words="no such thing",
        passage="“no such thing” he said",
    )
    assert since() == {"elsewhere": "the quotation is new, and nobody of us held its text"}


def test_a_witness_taken_away(held, since, witness):
    """What was fetched twice stays so."""
    copy, _ = held
    witness()
    since.kept()
    copy.write("witnesses", [])
    assert since() == {"peskov-fiction": "the words were found in two fetches of the source, and now in one alone"}


def test_held_texts_are_those_of_their_rows(held, witness):
    """By the key of the row; one that is not there is not among them."""
    copy, folder = held
    witness()
    dataset = check(copy.root, TODAY).dataset
    assert set(held_texts(dataset, [folder])) == {f"{SOURCE}/report.txt"}
    assert set(held_texts(dataset, [witness.folder])) == {f"{SOURCE}/report_2.txt"}
