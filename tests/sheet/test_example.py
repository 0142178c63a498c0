"""The sheets that CONTRIBUTING.md shows are those of the record: what a newcomer copies is right."""

import re

import pytest

from readouts.commands.sheet import HEAD
from readouts.sheet import blocks, yaml_text
from readouts.sheet.identified import identified
from readouts.sheet.owned import rows_of
from readouts.sheet.rows import laid

from ..conftest import ROOT
from .test_round_trip import FORMS, OWNERS, RECORD

SHEETS = re.findall(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)


def test_there_are_two_the_shortest_first():
    """One report, one statement, one quotation, one stance; then one that writes out what the record has not."""
    assert len(SHEETS) == 2 and SHEETS[0].count("\n") < SHEETS[1].count("\n")
    assert [SHEETS[0].count(f"{key}:") for key in ("form", "stance", "speaker")] == [1, 1, 1]


@pytest.mark.parametrize("text", SHEETS, ids=["shortest", "rich"])
def test_an_editor_finds_the_schema_from_the_folder_of_sheets(text):
    """Which is there, and over whose files git passes."""
    assert (ROOT / "sheets" / re.search(r"\$schema=(\S+)", text)[1]).is_file()
    assert text.startswith(HEAD)


@pytest.mark.parametrize("text", SHEETS, ids=["shortest", "rich"])
def test_the_example_says_what_the_record_says(text):
    """Names mean whom they mean, ids are made as they are: only what the text gives is not there without it."""
    node, findings = yaml_text.read("example", text.encode())
    sheet, wrong = blocks.read("example", node, FORMS)
    assert not findings and not wrong
    source_id = identified(sheet, RECORD).source
    mine = [row for row in rows_of(source_id, OWNERS) if row[0] not in ("anchors", "texts")]
    made = laid(identified(sheet, RECORD.without(mine)), None)
    missed = {finding.column for finding in made.findings}
    assert "words" in missed and missed <= {"words", "passage"}  # the text is not here
    told = {(table, key) for table, rows in made.rows.items() for key in rows}
    assert told >= {*mine, ("texts", f"{source_id}/{source_id}.txt")}
    # A body that the example writes out may by now be first named by an earlier text.
    since = told - {*mine, ("texts", f"{source_id}/{source_id}.txt")}
    assert all(made.rows[table][key] == RECORD.row(table, key) for table, key in since)
    for table, key in mine:
        differ = {name for name, cell in RECORD.row(table, key).items() if made.rows[table][key][name] != cell}
        assert differ <= {"passage"}, (table, key, differ)
