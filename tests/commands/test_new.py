"""readouts new: a whole dossier that validates, or nothing; and what to do next."""

import pytest

from ..conftest import TABLES

SIDES = ("--side", "china=China", "--side", "united-states=the United States")


def test_an_empty_dossier_validates_and_takes_a_first_sheet(run, tmp_path):
    """Every step that it names can be taken: validate, a topic, a sheet whose bodies and people are all new, lists."""
    folder = tmp_path / "a dossier"
    code, told, _ = run("new", folder, *SIDES)
    assert code == 0 and told.startswith(f"laid out: {folder} ({TABLES} tables")
    assert f"readouts add my.yaml {folder} --text my.txt" in told
    assert "/seeds/texts/" in (folder / ".gitignore").read_text()
    assert run("validate", folder, "--strict", "--referee")[0] == 0
    assert run("lists", folder, "--check")[0] == run("format", folder, "--check")[0] == 0
    (folder / "data" / "topics.csv").write_text("id,label,description,note\ntalks,Talks,Whether there were any.,\n")
    (tmp_path / "my.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "my.txt").write_text(TEXT, encoding="utf-8")
    code, told, _ = run("add", tmp_path / "my.yaml", folder, "--text", tmp_path / "my.txt")
    assert code == 0 and "2025-04-24-guo-china-and-the" in told, told
    assert run("validate", folder, "--strict")[0] == 0


def test_a_folder_that_is_not_empty_is_let_be(run, tmp_path):
    """So is a file; an empty folder is filled."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    for taken in ("full", "full/mine.txt"):
        code, _, wrong = run("new", tmp_path / taken, *SIDES)
        assert code == 2 and "is there, and not empty. Name a folder that is not there yet." in wrong
    assert [one.name for one in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert run("new", tmp_path / "empty", *SIDES)[0] == 0 and (tmp_path / "empty" / "datapackage.json").is_file()


@pytest.mark.parametrize(
    ("sides", "code", "told"),
    [
        ((), 2, "two sides or more"),
        (("--side", "China"), 2, "is no side: give a code"),
        (("--side", "Great Britain=Great Britain"), 2, "is no side: give a code"),
        ((*SIDES, "--side", "month=The month"), 1, 'derived tables mean something else by "month"'),
    ],
)
def test_what_can_be_no_side_leaves_nothing_behind(run, tmp_path, sides, code, told):
    """It is told with what to do, and neither the folder nor anything beside it is there."""
    got, out, wrong = run("new", tmp_path / "dossier", *sides)
    assert got == code and told in out + wrong
    assert list(tmp_path.iterdir()) == []


SHEET = """source:
  title: "[Report]"
  genre: report
  publisher: {name}
  language: en
  published: 2025-04-24
  published_basis: stated
text:
  extent: whole
statements:
  - speaker:
      name: Guo Jiakun
      country: CN
    organization:
      name: China
      kind: state
      country: CN
      side: china
    date: 2025-04-24
    date_basis: resolved
    date_words: On Thursday
    medium: not-stated
    places:
      - form: direct
        words: China and the United States have not conducted consultations or negotiations on tariffs
        stances:
          - stance: denies
            claim:
              about: talks held
              text: China and the United States held talks in April 2025.
              kind: occurrence
              topic: talks
              event:
                about: talks
                title: Talks in April 2025
                kind: contact
                level: officials
                date: 2025-04
                date_basis: inferred
                note: The month is that of the report.
                participants:
                  - organization: China
                  - organization:
                      name: United States
                      kind: state
                      country: US
                      side: united-states
roles:
  - person: Guo Jiakun
    organization: China
    title: spokesperson
""".replace("{name}", "\n    name: Reuters\n    kind: outlet\n    side: press")
TEXT = (
    "On Thursday Guo Jiakun said: “China and the United States have not conducted consultations or negotiations on tariffs”.\n"
    + "He spoke at the ministry’s regular briefing. " * 4
    + "\n"
)
