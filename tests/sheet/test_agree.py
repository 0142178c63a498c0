"""A second reader's sheet without the first coding, and how far two sheets of one text agree."""

import pytest

from readouts.commands import main
from readouts.sheet import yaml_text
from readouts.sheet.blind import at_issue, blind
from readouts.sheet.form import forms
from readouts.sheet.owned import owners
from readouts.sheet.written import tree

from ..conftest import ROOT
from .adding import rows
from .test_round_trip import FORMS, OWNERS, RECORD

SOURCE = "2025-03-12-dagens-talks"


def sheet(edit=lambda told: None):
    told = tree(RECORD, FORMS, OWNERS, SOURCE, None)
    edit(told)
    return yaml_text.written(told)


def agree(tmp_path, capsys, one, other):
    """What is told of two sheets, and the exit code."""
    for name, text in (("a.yaml", one), ("b.yaml", other)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code = main(["agree", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), str(ROOT)])
    return code, capsys.readouterr().out


def test_a_blind_sheet_tells_nothing_that_was_decided():
    """No stance, form, date, name, note, words or id of any statement, claim or place; every passage, and the claims at issue."""
    told = blind(RECORD, SOURCE)
    text = yaml_text.written(told)
    quotations = [row for row in RECORD.rows["quotations"].values() if row["source_id"] == SOURCE]
    statements = {row["statement_id"] for row in quotations}
    hidden = {row["id"] for row in quotations} | statements | {row["words"] for row in quotations} - {""}
    hidden |= {RECORD.row("statements", one)["date"] for one in statements} - {"2025-03-12"}
    assert not {one for one in hidden if one in text}
    keys = [(one, place) for one in told["statements"] for place in one["places"]]
    assert {key for _, place in keys for key in place} == {"passage", "form", "via", "stances"}
    assert all(one["date"] == one["speaker"] == place["form"] == "" for one, place in keys)
    assert {place["passage"] for _, place in keys} == {row["passage"] for row in quotations}
    asked = {one["claim"] for _, place in keys for one in place.get("stances", ())}
    assert {claim for statement in statements for claim in at_issue(RECORD, statement)} == asked
    taken = [row["claim_id"] for row in RECORD.rows["stances"].values() if row["statement_id"] in statements]
    assert {RECORD.row("claims", one)["text"] for one in taken} < asked


def test_a_sheet_agrees_with_itself(tmp_path, capsys):
    """Nothing to settle, alpha 1 where anything varies, exit code 0."""
    code, told = agree(tmp_path, capsys, sheet(), sheet(lambda told: told["statements"].reverse()))
    assert code == 0 and told.endswith("nothing to settle\n") and "stance                3      3   1.00" in told


def test_each_difference_is_told(tmp_path, capsys):
    """Column by column, with both codings; a statement that one has alone, with its line; exit code 1."""

    def other(told):
        statement = told["statements"][1]
        statement["speaker"], statement["medium"] = "Sergey Lavrov", "briefing"
        statement["places"][0]["form"] = "fragment"
        statement["places"][0]["stances"][0]["stance"] = "asserts"
        del told["statements"][2]

    code, told = agree(tmp_path, capsys, sheet(), sheet(other))
    row = "2025-03-11-zakharova-contacts-not-ruled-out"
    assert code == 1 and f"{row}  speaker: maria-zakharova / sergei-lavrov" in told
    assert f"{row}  medium: not-stated / briefing" in told and "form: direct / fragment" in told
    assert f"{row} (2025-03-us-russia-contacts-planned)  stance: allows / asserts" in told
    assert "of the first sheet: a statement that the other has not" in told and told.count(" / ") == 4


def test_a_blind_sheet_that_is_filled_in_is_put_together_by_its_places(tmp_path, capsys):
    """Names in any form, claims by their texts: the second reader need not know an id."""
    told = blind(RECORD, SOURCE)
    second = told["statements"][1]
    second |= {"speaker": "Maria Zakharova", "organization": "foreign-ministry-russia", "date": "2025-03-11"}
    second |= {"date_basis": "stated", "medium": "not-stated", "register": "plain"}
    second["places"][0] |= {"form": "direct"}
    for one in second["places"][0]["stances"]:
        one["stance"] = "allows" if one["claim"].startswith("Contacts of Russia") else ""
    code, said = agree(tmp_path, capsys, sheet(), yaml_text.written(told))
    assert code == 1 and "zakharova" not in said.replace("2025-03-11-trump", "")
    assert "stance                1      1   one value only" in said


def test_rows_for_the_table(tmp_path, capsys):
    """With --rows the units of both readings are rows of data/agreement.csv; what the readers share is settled."""

    def other(told):
        told["statements"][1]["medium"] = "briefing"

    for name, text in (("a.yaml", sheet()), ("b.yaml", sheet(other))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["agree", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), str(ROOT), "--rows"]) == 1
    rows = capsys.readouterr().out.splitlines()
    row = "2025-03-11-zakharova-contacts-not-ruled-out"
    assert rows[0] == (ROOT / "data" / "agreement.csv").read_text(encoding="utf-8").splitlines()[0]
    assert f"statements,{row},{row},medium,not-stated,briefing,," in rows
    assert f"statements,{row},{row}-dagens,form,direct,direct,direct," in rows
    assert f"statements,{row},2025-03-us-russia-contacts-planned,stance,allows,allows,allows," in rows


def test_two_places_in_one_sentence_are_each_their_own(tmp_path, capsys):
    """A blind sheet has no words, and tells them by their order alone: the second is not taken for the first again."""
    dossier = ROOT / "examples" / "washington-beijing"
    record = rows(dossier)
    told = tree(record, forms(record.package), owners(record), "2025-04-24-reuters", None)
    places = told["statements"][1]["places"]
    assert [place["form"] for place in places] == ["direct", "fragment"] and len(
        {one["passage"] for one in places}
    ) == 1
    whole = yaml_text.written(told)
    for place in places:
        del place["words"]
    for name, text in (("a.yaml", whole), ("b.yaml", yaml_text.written(told))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code = main(["agree", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), str(dossier)])
    assert code == 0 and capsys.readouterr().out.endswith("nothing to settle\n")


@pytest.mark.parametrize("text", ["a: [b", "sorce:\n  id: x\n", "- a\n"])
def test_a_sheet_that_cannot_be_read_is_told(tmp_path, capsys, text):
    """With its line, and no traceback."""
    code, told = agree(tmp_path, capsys, sheet(), text)
    assert code == 1 and "b.yaml:1" in told
