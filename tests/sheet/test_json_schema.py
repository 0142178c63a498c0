"""The JSON Schema of sheets: what the record gives passes it, what an editor should mark does not."""

import json

import jsonschema
import pytest
import yaml

from readouts.sheet import yaml_text
from readouts.sheet.json_schema import schema
from readouts.sheet.written import tree

from ..conftest import ROOT
from .adding import SHEET
from .test_round_trip import FORMS, OWNERS, RECORD, SOURCES

SCHEMA = json.loads(schema(FORMS, RECORD))
JUDGE = jsonschema.Draft7Validator(SCHEMA)


def wrong(sheet):
    """Where an editor would mark a sheet."""
    return sorted({"/".join(map(str, one.absolute_path)) for one in JUDGE.iter_errors(yaml.safe_load(sheet))})


def test_the_file_is_the_one_that_is_generated():
    """`readouts lists` wrote it of these tables; CI asks the same."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert (ROOT / "sheet.schema.json").read_text(encoding="utf-8") == schema(FORMS, RECORD)


def test_sheets_of_the_record_pass():
    """Whatever `readouts sheet` prints an editor lets be, as it reads YAML: days, numbers and all."""
    for source_id in SOURCES[::25]:
        sheet = yaml_text.written(tree(RECORD, FORMS, OWNERS, source_id, None))
        assert (source_id, list(JUDGE.iter_errors(yaml.load(sheet, Loader=yaml.BaseLoader)))) == (source_id, [])


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("medium: briefing", "medium: briefng", "statements/1/medium"),
        ("    medium: briefing\n", "", "statements/1"),
        ("date_words:", "dates_words:", "statements/1"),
        ("rendering_of: peskov-denies", "audience: nobody", "statements/0"),
    ],
)
def test_what_an_editor_marks(old, new, where):
    """A code that is none, a key that is missing or none."""
    sheet = SHEET.read_text(encoding="utf-8").replace("2024-11-11", '"2024-11-11"')
    assert wrong(sheet) == [] and old in sheet
    assert where in wrong(sheet.replace(old, new))


def test_ids_and_codes_are_offered():
    """People, claims and media, each as the key under which it is written offers them."""
    offered = SCHEMA["definitions"]
    assert (
        "dmitry-peskov" in offered["id-of-people"]["enum"]
        and "2024-11-07-call-took-place" in offered["id-of-claims"]["enum"]
    )
    assert {"$ref": "#/definitions/id-of-people"} in offered["statements"]["properties"]["speaker"]["anyOf"]
    assert {"const": "briefing"}.items() <= offered["statements"]["properties"]["medium"]["oneOf"][0].items()
    assert all(one["description"] for one in offered["stances"]["properties"]["stance"]["oneOf"])
