"""The sheet that CONTRIBUTING.md shows is that of the record: what a newcomer copies is right."""

import re

from readouts.sheet import blocks, yaml_text
from readouts.sheet.identified import identified
from readouts.sheet.owned import rows_of
from readouts.sheet.rows import laid

from ..conftest import ROOT
from .test_round_trip import FORMS, OWNERS, RECORD

SHEET = re.search(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)[1]


def test_the_example_says_what_the_record_says():
    """Names mean whom they mean, ids are made as they are: only what the text gives is not there without it."""
    node, findings = yaml_text.read("example", SHEET.encode())
    sheet, wrong = blocks.read("example", node, FORMS)
    assert not findings and not wrong
    source_id = sheet.source.texts["id"]
    mine = [row for row in rows_of(source_id, OWNERS) if row[0] not in ("anchors", "texts")]
    made = laid(identified(sheet, RECORD.without(mine)), None)
    assert {finding.column for finding in made.findings} == {"words", "passage"}  # the text is not here
    assert {(table, key) for table, rows in made.rows.items() for key in rows} == {*mine, ("texts", source_id)}
    for table, key in mine:
        differ = {name for name, cell in RECORD.row(table, key).items() if made.rows[table][key][name] != cell}
        assert differ <= {"passage"}, (table, key, differ)
