"""CONTRIBUTING.md: what it names is there, and what a recipe says is held together is so."""

import json
import re
import tomllib

from readouts import __version__
from readouts.commands.options import OPTIONS
from readouts.report import REPORTS

from .conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = TEXT.partition("## Recipes")[2]


def test_every_file_that_is_named_is_there():
    """A path between back ticks leads to a file or folder; where a part is to be chosen (<name>), its folder does."""
    made = (".venv/", "build/", "sheets/my.", "seeds/texts/")  # by who works here: git does not have them
    named = [one for one in re.findall(r"`([^`\s]+/[^`\s]*)`", TEXT) if not re.fullmatch(r"[\d/-]+", one)]
    named = [one for one in named if not one.startswith(made)]
    named += re.findall(r"`([A-Za-z]+\.(?:md|json|toml))`", RECIPES)
    paths = {one.rpartition("/")[0] if "<" in one else one for one in named}
    lost = sorted(one for one in paths if not any((root / one).exists() for root in (ROOT, ROOT / "src" / "readouts")))
    folders = {part for name in lost for part in (ROOT / "src" / "readouts").rglob(name.rstrip("/"))}
    assert len(paths) > 25 and {one for one in lost if not any(f.match(one.rstrip("/")) for f in folders)} == set()


def test_there_are_nine_recipes():
    """What people come to add has a recipe each."""
    wanted = ["column", "rule", "stance", "question", "derived table", "page", "export", "report", "release"]
    assert re.findall(r"^\*\*An? ([a-z ]+)\.\*\*", RECIPES, re.MULTILINE) == wanted


def test_a_release_has_one_version():
    """Package, record and code have the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    record = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    assert project["version"] == record["version"] == __version__


def test_every_report_can_be_chosen():
    """The choices of --format are the reports, which are imported only when one is written."""
    assert OPTIONS["format"][1]["choices"] == tuple(REPORTS)
