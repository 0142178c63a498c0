"""What misled a newcomer: each is told where he can mend it, in what stands before him, with what he has to do."""

import pytest

from readouts.commands import main

from ..check.test_evidence import TEXT
from .adding import NAME, SHEET, adding
from .test_add import add, desk, files

__all__ = ["desk"]
WHOLE = SHEET.read_text(encoding="utf-8").replace(
    "  genre: report\n", "  genre: report\n  url: https://example.org/denial\n", 1
)


def found(root, text, *edits):
    """What is found in the sheet with these edits: rule -> finding."""
    sheet = WHOLE
    for old, new in edits:
        assert old in sheet
        sheet = sheet.replace(old, new)
    return {one.rule: one for one in adding(root, sheet.encode(), text).report.findings}


NO_TEXTS = {
    "windows-1252": (TEXT.replace("ä", "ae").encode("windows-1252"), "byte 21, 0x93", 3, "windows-1252"),
    "UTF-16": (TEXT.encode("utf-16-le").join([b"\xff\xfe", b""]), "byte 0, 0xff); it looks like UTF-16", 1, "utf-16"),
    "UTF-16 without its mark": ("Kremlin".encode("utf-16-le"), "byte 1, 0x00); it looks like UTF-16", 1, "utf-16"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "byte 0, 0x89); it looks like a picture", 1, "the words of the page"),
    "a page of PDF": (b"%PDF-1.7 There was no call", "byte 0, 0x25); it looks like a PDF", 1, "the words of the page"),
}


@pytest.mark.parametrize(("data", "problem", "line", "fix"), NO_TEXTS.values(), ids=NO_TEXTS)
def test_a_text_that_is_no_utf_8_is_refused_first(copy, data, problem, line, fix):
    """Before a word is sought in it: one finding, at the text, with the byte and what to do."""
    (finding,) = found(copy.root, data, ("speaker: Dmitry", "speaker: Dimitri")).values()
    assert (finding.path, finding.line) == ("remark.txt", line)
    assert finding.problem.startswith(f"remark.txt is not UTF-8 ({problem}") and fix in finding.fix


def test_a_text_is_called_as_it_was_given(desk, capsys):
    """The path of the command line, absolute or not, without a sign before it that would make it another."""
    root, folder = desk
    (folder / "text.txt").write_bytes(TEXT.encode("utf-16"))
    before = files(root)
    assert add(desk) == 1 and files(root) == before
    told = capsys.readouterr().out
    assert f"\n{folder / 'text.txt'}:1  error  sheet.text  {folder / 'text.txt'} is not UTF-8 (byte 0" in told


def test_the_text_of_another_source(copy):
    """Where nothing in it is like the words, it is asked whether it is the text; each place shows its own words."""
    other = "Quite another story.\n\nNot a word of it stands here.\n"
    findings = adding(copy.root, SHEET.read_bytes(), other).report.findings
    assert {one.column for one in findings} == {"body", "words", "passage"}
    assert all(one.rule == "sheet.text" and one.fix.startswith("Is this the text of this source?") for one in findings)
    shown = {one.excerpt.text for one in findings}
    assert (
        "There was no call by telephone at all," in shown
        and "“There was no call by […] with the Russian leader." in shown
    )


def test_a_body_that_does_not_fit(copy):
    """It may be another text, or another body."""
    finding = found(copy.root, TEXT, ("with the Russian leader.", "with the Chinese leader."))["sheet.text"]
    assert finding.column == "body" and "Is this the text of this source?" in finding.fix and "last five" in finding.fix


def test_a_medium_left_out_is_not_guessed(copy):
    """The list is offered, and what to write where the source says nothing of it."""
    finding = found(copy.root, TEXT, ("    medium: briefing\n", ""))["cell.required"]
    assert finding.fix.startswith("Fill in what the source says: briefing, press-conference, ")
    assert finding.fix.endswith("; not-stated where it does not say.")


def test_a_date_in_another_order(copy):
    """The one day that it can be."""
    finding = found(copy.root, TEXT, ("date: 2024-11-11\n", "date: 14.11.2024\n"))["cell.edtf"]
    assert (finding.line, finding.column, finding.fix) == (23, "date", "Write it as 2024-11-14.")


@pytest.fixture
def with_it(copy):
    """The minimal package with the sheet in it."""
    for path, data in adding(copy.root, WHOLE.encode(), TEXT).files.items():
        (copy.root / path).write_bytes(data)
    return copy.root


@pytest.mark.parametrize("day", ["10", "12"])
def test_a_corrected_date_is_told_in_the_sheet(with_it, day):
    """Whichever of the two rows the rule blames, the sheet's is shown, and how to correct the one that is there."""
    told = found(with_it, TEXT, ("    date: 2024-11-11\n", f"    date: 2024-11-{day}\n"))
    assert {one.path for one in told.values()} == {NAME}
    place, claim = told["quotation.twice"], told["key.shared"]
    assert (place.line, place.column) == (29, "passage") and (claim.line, claim.column) == (33, "text")
    assert "write id: 2024-11-11-peskov-no-contacts in its block (statements)" in place.fix
    assert "data/statements.csv" in place.fix and "If it is another, delete one of the two" in place.fix
    assert "stands on line" not in claim.problem and "write id: 2024-11-11-contact-planned in" in claim.fix


@pytest.mark.parametrize("about", ["a-remark", "remarks"])
def test_the_same_text_under_a_second_id(with_it, about):
    """The address and the text are those of a source that is there: told at the sheet, whichever id comes first."""
    stances = WHOLE.index("        stances:")
    sheet = WHOLE[:stances].replace("about: remark", f"about: {about}").replace("remark.txt", "other.txt")
    sheet = sheet.replace("[Report on a remark", "[Another report on a remark")
    findings = adding(with_it, sheet.encode(), TEXT).report.findings
    told = {one.rule: one for one in findings}
    assert {one.path for one in findings} == {NAME}
    assert (
        told["source.twice"].line == 6 and "write id: 2024-11-11-tass-remark in the source" in told["source.twice"].fix
    )
    assert told["text.twice"].severity == "warning" and "2024-11-11-tass-" in told["text.twice"].problem


def test_own_text_in_the_report_of_another(copy):
    """A spokesman quoted by an agency wrote nothing of it."""
    told = found(copy.root, TEXT, ("form: direct", "form: own"))
    assert told["quotation.own"].path == NAME and (told["quotation.own"].line, told["quotation.own"].column) == (
        18,
        "form",
    )


def test_what_comes_next_is_said(desk, capsys):
    """The page of each new statement, the files to commit without the text, and which rules were counted."""
    assert add(desk) == 0
    told = capsys.readouterr().out
    assert "\n    http://127.0.0.1:8001/readouts/statements/2024-11-11-peskov-no-contacts\n" in told
    commit = next(line for line in told.splitlines() if line.startswith("to commit: "))
    assert "data/statements.csv" in commit and "seeds/anchors.csv" in commit and "seeds/texts/" not in commit
    (whole,) = [line for line in told.splitlines() if line.startswith("rules: ")]
    both = [int(word) for word in whole.split() if word.isdigit()]
    assert f", {both[0] + both[1]} rules" in told
    assert main(["validate", str(desk[0])]) == 0
    assert f", {both[0]} rules" in capsys.readouterr().out
