"""The descriptors are what the Data Package standard v2 says, by its own profiles."""

import json
from pathlib import Path

import jsonschema
import pytest

from readouts.build import derive

from ..conftest import HERE, ROOT

DERIVED = Path(derive.__file__).parent
SCHEMAS = sorted(
    [*(ROOT / "schemas").glob("*.json"), *(DERIVED / "views").glob("*.json"), *(DERIVED / "columns").glob("*.json")]
)


def errors(profile: str, path: Path) -> list[str]:
    rules = json.loads((HERE / "package" / "profiles" / f"{profile}.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(rules)(rules)
    return [
        f"{error.json_path}: {error.message[:200]}"
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
    ]


def test_package_profile():
    """datapackage.json is valid against the package profile."""
    assert errors("datapackage", ROOT / "datapackage.json") == []


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_schema_profile(path):
    """Every schema is valid against the table-schema profile; a descriptor that points to schemas is accepted whatever they say."""
    assert errors("tableschema", path) == []


def test_profile_refuses_a_broken_schema(tmp_path):
    """The profile is no rubber stamp: an unknown type is refused."""
    (tmp_path / "bad.json").write_text('{"fields": [{"name": "id", "type": "text"}]}', encoding="utf-8")
    assert errors("tableschema", tmp_path / "bad.json")


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_columns_are_described(path):
    """A stranger understands every column: it has a title and a sentence."""
    for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
        assert (
            field.get("title")
            and field.get("description", "").rstrip().endswith((".", ")"))
            and len(field["description"]) > 10
        ), field["name"]
