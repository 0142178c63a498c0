"""The second dossier is served by the same code: other sides, other people, another alphabet, no text at hand."""

import re
import shutil

import pytest
from examples.keep_step import kept_in_step

from readouts.commands import main
from readouts.sheet import blocks, yaml_text
from readouts.sheet.form import forms
from readouts.sheet.identified import identified
from readouts.sheet.rows import laid

from .conftest import ROOT, check
from .door import Reader, records, second_dossier, serving
from .sheet.adding import rows

DOSSIER = ROOT / "examples" / "washington-beijing"
SHEETS = sorted((DOSSIER / "sheets").glob("*.yaml"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The dossier as a clone has it, without texts, and its built file."""
    return second_dossier(tmp_path_factory.mktemp("second"), "build")


@pytest.fixture(scope="module")
def ask(whole):
    with serving(whole) as address, Reader(address) as reader:
        yield reader.ask


def test_it_validates(capsys):
    """No errors and no warnings, no row that its text does not bear out, whether the texts are here or not."""
    assert main(["validate", str(DOSSIER), "--strict"]) == 0
    assert re.search(
        r"quotations: (36 verified, 0 fetched twice, 0|0 verified, 0 fetched twice, 36) fetched once, 0 not held",
        capsys.readouterr().out,
    )


def test_it_keeps_step_with_the_record():
    """Its schemas, codes and list of tables are those that a new dossier has, its rows and sides its own: make docs."""
    for path, data in kept_in_step(DOSSIER).items():
        assert (DOSSIER / path).read_bytes() == data, path


def test_what_one_capital_says_and_the_other_denies_is_disputed(whole):
    """The derived tables have its sides as columns, and find what the dossier is about."""
    found = records(
        whole / "build" / "readouts.db", "SELECT event_id, standing, china, united_states FROM contact_standing"
    )
    standing = {row["event_id"]: (row["standing"], row["china"], row["united_states"]) for row in found}
    assert standing["2025-04-us-china-tariff-talks"] == ("disputed", "denies", "asserts / denies")
    assert standing["2025-05-10-geneva-meeting"] == ("acknowledged by all", "asserts", "asserts")
    assert standing["2025-04-recent-trump-xi-call"][:2] == ("denied by a party", "denies")


def test_words_given_to_another_are_found_by_the_name_in_the_id(whole, tmp_path):
    """A family name that stands first is known as one, whoever has it."""
    shutil.copytree(whole, tmp_path / "spoilt", ignore=shutil.ignore_patterns("build"))
    path = tmp_path / "spoilt" / "data" / "statements.csv"
    spoilt = re.sub("(2025-04-30-guo-.*),guo-jiakun,", r"\1,lin-jian,", path.read_text(encoding="utf-8"))
    path.write_text(spoilt, encoding="utf-8")
    found = [one for one in check(tmp_path / "spoilt").findings if one.rule == "id.speaker"]
    assert [one.problem for one in found] == ['the id begins with "guo", and the speaker is "lin-jian"']


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", ("contacts between Washington and Beijing", 'placeholder="guo fake news"', "Meeting of Scott Bessent")),
        ("/contacts", ("China", "United States", "Disputed")),
        ("/readouts/claims/2025-04-in-talks-on-tariffs", ("Yeah, we're talking to China", "中美双方并没有就关税问题")),
        ("/readouts/threads/2025-spring-tariff-talks", ("not yet", "evaluating this")),
        (
            "/-/findings",
            ("China alone (<a", "United States for it, China against", "fewer than 5", "acknowledged later"),
        ),
        ("/-/search?q=guo+fake+news", ("Guo Jiakun",)),
        ("/-/search?q=郭嘉昆", ("Guo Jiakun",)),
    ],
)
def test_its_pages_are_its_own(ask, path, words):
    """Home, contacts, a claim, a thread, the findings and the search, with nothing of the other record on them."""
    page = ask(path, follow=True)
    assert page.status == 200
    assert [word for word in words if word not in page.text] == []
    assert re.findall(r"Moscow|Russia|Kremlin|Putin|Peskov|Ukraine", page.text) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_each_sheet_says_what_the_record_says(path):
    """A newcomer who reads a sheet reads how the rows came about: the same sheet again would change nothing."""
    node, findings = yaml_text.read(path.name, path.read_bytes())
    sheet, wrong = blocks.read(path.name, node, FORMS)
    assert not findings and not wrong
    made = laid(identified(sheet, RECORD), None)
    assert {one.column for one in made.findings} <= {"words", "passage"}  # the text is not here
    for table in made.rows.keys() - {"texts"}:
        for key, row in made.rows[table].items():
            differ = {name for name, cell in RECORD.row(table, key).items() if row[name] != cell}
            assert differ <= {"passage"}, (table, key, differ)


def test_the_sheets_are_all_of_it():
    """Every source of the dossier has its sheet, and the text of none is in the repository."""
    named = [re.search(r"^  url: .*|^  archive_url: .*", path.read_text("utf-8"), re.MULTILINE)[0] for path in SHEETS]
    addresses = {row["url"] or row["archive_url"] for row in RECORD.rows["sources"].values()}
    assert {line.split(": ", 1)[1] for line in named} == addresses and len(named) == len(addresses) == 17
    assert "/seeds/texts/" in (DOSSIER / ".gitignore").read_text("utf-8")


RECORD = rows(DOSSIER)
FORMS = forms(RECORD.package)
