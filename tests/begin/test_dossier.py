"""What an empty dossier is made of: the record's own declarations, and sides that can be read and told apart."""

import csv
import io
import json
import tarfile
import zipfile
from importlib.resources import files

import pytest
from flit_core import buildapi

from readouts.begin.dossier import dossier, name_of, title_of
from readouts.begin.sides import COLOURS, NEEDED, NoSides, Side, rows
from readouts.vocabulary import vocabulary
from readouts.vocabulary.colours import contrasts

from ..conftest import CODES, ROOT, TODAY, VOCABULARY

SIDES = (Side("china", "China"), Side("united-states", "the United States"))
SHIPPED = {
    "datapackage.json": ROOT / "datapackage.json",
    "codes.csv": ROOT / "data" / "codes.csv",
    **{f"schemas/{path.name}": path for path in (ROOT / "schemas").glob("*.json")},
}
MANY = tuple(Side(f"side-{number}", f"Side {number}") for number in range(len(COLOURS)))


def test_what_is_shipped_is_the_records_own():
    """A link a file, so that nothing is said twice; of a new schema: ln -s in src/readouts/begin/declared/schemas."""
    declared = files("readouts.begin").joinpath("declared")
    for name, own in SHIPPED.items():
        assert declared.joinpath(*name.split("/")).read_bytes() == own.read_bytes(), name


def test_a_wheel_holds_the_files_and_not_links(tmp_path, monkeypatch):
    """Whoever installs readouts has them, from a wheel and from the sources alike."""
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / buildapi.build_wheel(str(tmp_path))) as wheel:
        for name, own in SHIPPED.items():
            assert wheel.read(f"readouts/begin/declared/{name}") == own.read_bytes(), name
    with tarfile.open(tmp_path / buildapi.build_sdist(str(tmp_path))) as sources:
        top = sources.getnames()[0].partition("/")[0]
        for name, own in SHIPPED.items():
            member = sources.extractfile(f"{top}/src/readouts/begin/declared/{name}")  # follows the link
            assert member is not None and member.read() == own.read_bytes(), name


def test_every_colour_can_be_read_and_is_no_stances():
    """On light and dark paper, for as many sides as can be asked for; no side looks like another, nor like a stance."""
    asked = vocabulary(rows(MANY, CODES))
    assert len(asked.sides) == len(COLOURS) + len(NEEDED)
    assert min(contrast for *_, contrast in contrasts(asked)) >= 4.5
    for scheme in ("colour_light", "colour_dark"):
        colours = [getattr(one, scheme) for one in asked.sides.values()]
        assert len(set(colours)) == len(colours)
        taken = {getattr(one, scheme) for one in VOCABULARY.stances.values() if one.polarity != "silent"}
        taken -= {getattr(one, scheme) for one in VOCABULARY.stances.values() if one.polarity == "open"}
        assert not taken & set(colours)


def test_sides_stand_in_the_order_asked_for():
    """Those whose contacts it is about first, then others that take part, then who reports and the rest."""
    made = rows((Side("switzerland", "Switzerland", "party"), *SIDES), CODES)
    assert [(row["code"], row["nature"]) for row in sorted(made, key=lambda row: int(row["rank"]))] == [
        ("china", "principal"),
        ("united-states", "principal"),
        ("switzerland", "party"),
        ("press", "reporter"),
        ("other", "rest"),
    ]
    states = next(row for row in made if row["code"] == "united-states")
    assert (states["label"], states["phrase"]) == ("United States", "the United States")


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (SIDES[:1], "two sides or more"),
        ((*SIDES[:1], Side("switzerland", "Switzerland", "party")), "two sides or more"),
        ((*SIDES, SIDES[0]), 'two sides are called "china"'),
        ((*SIDES, Side("press", "The press")), "press, other are there anyway"),
        ((*MANY, SIDES[0]), f"{len(COLOURS) + 1} sides are asked for"),
    ],
)
def test_sides_of_no_record_are_refused(sides, told):
    """With the reason and what to do."""
    with pytest.raises(NoSides, match=told):
        rows(sides, CODES)


def test_nothing_of_what_the_record_is_about_is_in_it():
    """No row but codes, no example, no question; the same tables under the same names; the sides in the schemas."""
    made = dossier("name", "", SIDES, TODAY)
    record, own = json.loads((ROOT / "datapackage.json").read_text("utf-8")), json.loads(made["datapackage.json"])
    assert own["resources"] == record["resources"] and own["title"] == title_of(SIDES)
    assert not {"exampleSearch", "exampleQuestions", "keywords"} & own.keys()
    assert own["title"] == "Readouts: contacts between China and the United States, as each side told them"
    for resource in own["resources"]:
        held = list(csv.DictReader(io.StringIO(made[resource["path"]].decode())))
        assert bool(held) == (resource["name"] == "codes"), resource["name"]
        fields = json.loads(made[resource["schema"]])["fields"]
        assert not [field for field in fields if "example" in field], resource["name"]
    side = next(field for field in json.loads(made["schemas/organizations.json"])["fields"] if field["name"] == "side")
    assert side["constraints"]["enum"] == ["china", "united-states", "press", "other"]
    told = b"".join(data for path, data in made.items() if path != "data/codes.csv").decode()
    assert not [word for word in ("Moscow", "Russia", "Putin", "Peskov", "Kyiv", "five texts") if word in told]


def test_the_name_of_a_package_is_made_of_its_folder():
    """In lower case and hyphens, as the standard has it."""
    assert name_of("Washington & Beijing") == "washington-beijing" and name_of("北京") == "dossier"
