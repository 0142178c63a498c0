"""`readouts add` and `readouts sheet`: from a file that a curator wrote to rows in every table, or to nothing at all."""

import pytest

from readouts.commands import main

from ..check.conftest import TEXT
from .adding import SHEET

TABLES = ("data/*.csv", "seeds/*.csv")


@pytest.fixture
def desk(copy, tmp_path_factory, monkeypatch):
    """The minimal package, a sheet and its text beside it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "sheet.yaml").write_bytes(SHEET.read_bytes())
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.delenv("READOUTS_TEXTS", raising=False)
    return copy.root, folder


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for pattern in TABLES for path in root.glob(pattern)}


def add(desk, *more):
    root, folder = desk
    return main(["add", str(folder / "sheet.yaml"), str(root), "--text", str(folder / "text.txt"), *more])


def test_one_sheet_adds_rows_to_every_table(desk, capsys):
    """Ids, links, anchors, the body and defaults are worked out; what was added, and what it does to claims, is said."""
    root, _ = desk
    before = files(root)
    assert add(desk) == 0
    told = capsys.readouterr().out
    after = files(root)
    new = {path: set(after[path].decode().split("\n")) - set(before[path].decode().split("\n")) for path in after}
    (place,) = (line for line in new["data/quotations.csv"] if line.startswith("2024-"))
    assert place.startswith(
        "2024-11-11-peskov-no-contacts-tass,2024-11-11-peskov-no-contacts,2024-11-11-tass-remark,,indirect"
    )
    assert {len(new[f"data/{table}.csv"]) for table in ("sources", "statements", "claims", "events", "stances")} == {1}
    assert len(new["data/event_participants.csv"]) == 2 and len(new["seeds/anchors.csv"]) == 5
    assert "2024-11-12-contact-planned,2024" not in told and "    2024-11-11-peskov-no-contacts\n" in told
    assert "quotations: 2 more" in told and "new: " in told
    assert (
        'peskov-denies-tass,peskov-denies,2024-11-11-tass-remark,,direct,"There was no call by telephone at all,"'
        in (after["data/quotations.csv"].decode())
    )
    assert main(["validate", str(root)]) == 0


def test_the_same_sheet_again_changes_nothing(desk, capsys):
    """Neither with the text nor, once it has been kept, without one on the command line."""
    root, _ = desk
    assert add(desk) == 0
    once = files(root)
    capsys.readouterr()
    assert add(desk) == 0 and files(root) == once
    assert "nothing to add: the record has all that the sheet says of 2024-11-11-tass-remark" in capsys.readouterr().out


def test_dry_run_writes_nothing(desk, capsys):
    """It says what would be added, checked as if it were."""
    root, _ = desk
    before = files(root)
    assert add(desk, "--dry-run") == 0 and files(root) == before
    told = capsys.readouterr().out
    assert "quotations: 2 more" in told and "nothing written (--dry-run)" in told and "0 errors" in told


def test_the_sheet_comes_back(desk, capsys):
    """What `sheet` prints of a source that was added is what was decided, and adds nothing new."""
    root, folder = desk
    assert add(desk) == 0
    once = files(root)
    capsys.readouterr()
    assert main(["sheet", "2024-11-11-tass-remark", str(root)]) == 0
    (folder / "sheet.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    sheet = (folder / "sheet.yaml").read_text(encoding="utf-8")
    assert "rendering_of: peskov-denies" in sheet and "about: no-contacts" in sheet
    assert main(["add", str(folder / "sheet.yaml"), str(root)]) == 0 and files(root) == once
    assert "nothing to add" in capsys.readouterr().out


WRONG = {
    "a name that is nearly one": (
        "speaker: Dmitry Peskov",
        "speaker: Dimitri Peskov",
        '20:speaker  error  sheet.name  "Dimitri Peskov" is no name in people',
        "Did you mean Dmitry Peskov?",
    ),
    "a key that is nearly one": (
        "date_words: on",
        "dates_words: on",
        '24:dates_words  error  sheet.key  "dates_words"',
        "Did you mean date_words?",
    ),
    "words that the text has otherwise": (
        "words: There was no call by",
        "words: There was no phone call by",
        "18:words  error  sheet.text  the words do not stand in the source; nearest: There was no [-phone -]call",
        "Correct it after the text",
    ),
    "a code that is none": (
        "medium: briefing",
        "medium: briefng",
        '25:medium  error  cell.not-in-list  "briefng"',
        "Did you mean briefing?",
    ),
    "a weekday that the date is not": (
        "date: 2024-11-11\n",
        "date: 2024-11-12\n",
        "date.weekday",
        "sheet.yaml:22:date",
    ),
    "what a column needs": ("    medium: briefing\n", "", "19:medium  error  cell.required", "medium"),
    "a new person whom the record has": (
        "    speaker: Dmitry Peskov",
        "    speaker:\n      id: peskov\n      name: Dmitry Peskov",
        '22:name  error  sheet.name  "Dmitry Peskov" is in the record',
        "Write dmitry-peskov in its place.",
    ),
    "no place for a stance that needs one": (
        "stance: denies",
        "stance: no",
        '48:stance  error  cell.not-in-list  "no" is none of',
        "Use one of the values",
    ),
}


@pytest.mark.parametrize(("old", "new", "told", "fix"), WRONG.values(), ids=WRONG)
def test_a_finding_points_at_the_sheet(desk, capsys, old, new, told, fix):
    """File, line and key of the sheet, what is wrong and what to do; nothing is written."""
    root, folder = desk
    sheet, before = (folder / "sheet.yaml").read_text(encoding="utf-8"), files(root)
    assert old in sheet
    (folder / "sheet.yaml").write_text(sheet.replace(old, new, 1), encoding="utf-8")
    assert add(desk) == 1 and files(root) == before
    said = capsys.readouterr().out
    assert told in said and fix in said and "nothing added: correct the sheet first" in said
    assert "data/" not in said.replace("24 data,", "")


def test_several_mistakes_are_told_at_once(desk, capsys):
    """Names that mean nobody and words that stand nowhere, each at its line."""
    _, folder = desk
    sheet = SHEET.read_text(encoding="utf-8")
    for old, new in (
        ("speaker: Dmitry", "speaker: Dimitri"),
        ("no call by", "no talk by"),
        ("topic: Contacts", "topic: Contracts"),
    ):
        sheet = sheet.replace(old, new, 1)
    (folder / "sheet.yaml").write_text(sheet, encoding="utf-8")
    assert add(desk) == 1
    said = capsys.readouterr().out
    assert said.count("sheet.name") == 2 and said.count("sheet.text") == 1


def test_files_that_are_not_there(desk, capsys):
    """Wrong usage, not a traceback."""
    root, folder = desk
    assert main(["add", str(folder / "none.yaml"), str(root)]) == 2
    assert main(["sheet", "tass-remrak", str(root)]) == 2
    said = capsys.readouterr().err
    assert "none.yaml cannot be read" in said and "Did you mean tass-remark?" in said


def test_without_its_text_a_new_place_is_not_proven(desk, capsys):
    """Where no text is given and none is kept, the sheet is refused at the places, not taken on trust."""
    root, folder = desk
    assert main(["add", str(folder / "sheet.yaml"), str(root)]) == 1
    assert "Give the text" in capsys.readouterr().out


def test_new_ones_are_written_where_they_are_first_used(desk, capsys):
    """A person, bodies, a cited source and an office in one sheet, each once, and used by its name after that and before."""
    root, folder = desk
    sheet = SHEET.read_text(encoding="utf-8")
    edits = {
        "published_basis: stated\n": "published_basis: stated\n  cites:\n    - relation: relies-on\n      source:\n"
        "        title: '[Dispatch of Interfax]'\n        genre: agency-report\n        publisher: Interfax\n"
        "        published: 2024-11-11\n        published_basis: resolved\n        note: Known through the report alone.\n",
        "      - form: direct\n": "      - form: direct\n        via:\n          name: Interfax\n          kind: outlet\n"
        "          country: RU\n          side: press\n",
        "    organization: the kremlin\n": "    organization: the kremlin\n    summary: On contacts.\n",
        "                  - person: Donald Trump\n                    organization: trump-transition\n": "                  - person:\n"
        "                      name: Mike Waltz\n                      country: US\n                    organization:"
        " President-elect Trump’s team\n",
    }
    for old, new in edits.items():
        assert old in sheet
        sheet = sheet.replace(old, new, 1)
    sheet += (
        "roles:\n  - person: Mike Waltz\n    organization: trump-transition\n    title: National Security Adviser\n"
    )
    (folder / "sheet.yaml").write_text(sheet, encoding="utf-8")
    assert add(desk) == 0, capsys.readouterr().out
    after = {path: data.decode() for path, data in files(root).items()}
    assert "\nmike-waltz,Mike Waltz,,,US,,\n" in after["data/people.csv"]
    assert "\ninterfax,Interfax," in after["data/organizations.csv"]
    assert "\n2024-11-11-interfax,[Dispatch of Interfax],agency-report,interfax," in after["data/sources.csv"]
    assert "\n2024-11-11-tass-remark,2024-11-11-interfax,relies-on\n" in after["data/source_citations.csv"]
    assert "\nmike-waltz-trump-transition,mike-waltz,trump-transition,National" in after["data/roles.csv"]
    assert ",peskov-denies,2024-11-11-tass-remark,interfax,direct," in after["data/quotations.csv"]
    once = files(root)
    assert add(desk) == 0 and files(root) == once


def test_without_the_text_words_are_held_to_the_digests_that_were_kept(desk, capsys):
    """A sheet taken where the text is not carries its anchors: the same rows again, a changed word and another text found."""
    root, folder = desk
    before = files(root)
    assert add(desk) == 0
    after = files(root)
    (root / "seeds" / "texts" / "remark.txt").unlink()
    capsys.readouterr()
    assert main(["sheet", "2024-11-11-tass-remark", str(root)]) == 0
    kept = capsys.readouterr().out
    assert "anchors:" in kept and "digest: " in kept
    for path, data in before.items():
        (root / path).write_bytes(data)

    def again(sheet, *more):
        (folder / "kept.yaml").write_text(sheet, encoding="utf-8")
        code = main(["add", str(folder / "kept.yaml"), str(root), *more])
        return code, capsys.readouterr().out

    code, told = again(kept.replace("There was no call by telephone", "There was a call by telephone"))
    assert code == 1 and files(root) == before and "quote.unlike-anchor" in told and "kept.yaml:" in told
    (folder / "other.txt").write_text(TEXT.replace("late Sunday", "late on Sunday"), encoding="utf-8")
    code, told = again(kept, "--text", str(folder / "other.txt"))
    assert code == 1 and files(root) == before and "the text has another sha256 than the sheet has kept" in told
    code, told = again(kept)
    assert code == 0 and files(root) == after
    assert (
        "the text is not here: its words are held to the digests that the sheet has kept, and to nothing else" in told
    )
