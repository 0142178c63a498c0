"""A sheet carries the words of the source that carry a stance, and its passage is cut to the fewest words."""

import csv
import io

import pytest

from ..check.conftest import TEXT
from .adding import SHEET, Outcome, adding

PLACE = "passage: He said that no contacts are planned in the coming days."


def added(root, proof: str) -> Outcome:
    """What adding the sheet would do with a proof for its place that is told in words of the source."""
    sheet = SHEET.read_text(encoding="utf-8")
    assert PLACE in sheet
    return adding(root, sheet.replace(PLACE, f"{PLACE}\n        proof: {proof}").encode(), TEXT)


def rows(done: Outcome, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.files[path].decode())))


def test_a_proof_of_a_sheet(copy):
    """The proof is anchored with its place, whose ends are two words."""
    done = added(copy.root, "no contacts are planned")
    assert done.report.findings == ()
    [row] = [row for row in rows(done, "data/quotations.csv") if row["proof"]]
    assert (row["proof"], row["passage"]) == ("no contacts are planned", "He said […] coming days.")
    segments = [one["segment"] for one in rows(done, "seeds/anchors.csv") if one["quotation_id"] == row["id"]]
    assert sorted(segments) == ["passage-1", "passage-2", "proof-1"]


@pytest.mark.parametrize(
    ("proof", "rule", "told"),
    [
        ("no contact is planned", "sheet.text", "no [-contact-]{+contacts+} [-is-]{+are+} planned"),
        ("contacts are planned", "proof.negation", '"no" stands just before the proof'),
        ("no contacts are planned in the coming", "proof.too-long", "the proof has 7 words"),
    ],
)
def test_a_proof_that_does_not_hold(copy, proof, rule, told):
    """What is wrong with a proof is told on its line of the sheet."""
    findings = [one for one in added(copy.root, proof).report.findings if one.column == "proof"]
    assert [(one.path, one.line, one.rule) for one in findings] == [("sheet.yaml", 29, rule)]
    assert told in findings[0].problem
