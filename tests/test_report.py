"""Reports, against golden texts: what a curator, a program and GitHub read."""

import json

import pytest

from readouts.check import Report
from readouts.cli import main
from readouts.finding import Finding, Severity, shown
from readouts.report import REPORTS, github

REPORT = Report(
    findings=(
        Finding(
            "data/statements.csv",
            42,
            "date",
            "date.weekday",
            "peskov-denies",
            '"on Friday" names Friday, but 2025-04-03 is a Thursday',
            "correct the date.",
        ),
        Finding(
            "data/people.csv",
            0,
            "",
            "structure.file",
            "",
            "the file does not exist: 100%\nreally",
            "Restore it.",
            Severity.WARNING,
        ),
    ),
    tables=18,
    rows=1050,
    rules=43,
    texts=(1, 5),
    evidence={"verified": 3, "attested": 1, "not held": 0},
    waiting=("links",),
    referee="frictionless 5.21.0: 18 of 18 tables valid",
)
COUNTS = """checked: 18 tables, 1,050 rows, 43 rules
frictionless 5.21.0: 18 of 18 tables valid
not checked: 4 texts of 5 not here, their quotations held to the anchors alone
not checked yet: links (correct the errors above first)
1 error, 1 warning; quotations: 3 verified, 1 attested, 0 not held"""
GOLDEN = {
    "terminal": """data/statements.csv:42:date  error  date.weekday  "on Friday" names Friday, but 2025-04-03 is a Thursday (peskov-denies). Fix: correct the date.
data/people.csv  warning  structure.file  the file does not exist: 100%
really. Fix: Restore it.
"""
    + COUNTS,
    "github": """::error file=data/statements.csv,line=42,title=date.weekday::date: "on Friday" names Friday, but 2025-04-03 is a Thursday (peskov-denies). Fix: correct the date.
::warning file=data/people.csv,title=structure.file::the file does not exist: 100%25%0Areally. Fix: Restore it.
"""
    + COUNTS,
}


@pytest.mark.parametrize("style", GOLDEN)
def test_golden(style):
    """Each format is what its readers were promised, to the letter."""
    assert REPORTS[style](REPORT) == GOLDEN[style]


def test_json_lines():
    """Every line is an object: the findings, then the summary with what was and was not checked."""
    first, _, summary = map(json.loads, REPORTS["jsonl"](REPORT).split("\n"))
    assert first == {
        "path": "data/statements.csv",
        "line": 42,
        "column": "date",
        "rule": "date.weekday",
        "row_id": "peskov-denies",
        "problem": '"on Friday" names Friday, but 2025-04-03 is a Thursday',
        "fix": "correct the date.",
        "severity": "error",
    }
    assert summary == {
        "checked": {"tables": 18, "rows": 1050, "rules": 43},
        "texts": {"here": 1, "named": 5},
        "evidence": {"verified": 3, "attested": 1, "not held": 0},
        "waiting": ["links"],
        "referee": "frictionless 5.21.0: 18 of 18 tables valid",
        "errors": 1,
        "warnings": 1,
    }


def test_step_summary(copy, tmp_path, monkeypatch, capsys):
    """GitHub shows ten annotations of a kind; the summary of the step has all findings."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    rows = copy.rows("codes")
    copy.write("codes", [row | {"label": " x"} for row in rows])
    assert main(["validate", str(copy.root), "--format", "github"]) == 1
    assert capsys.readouterr().out.count("::error ") == len(rows)
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("`cell.white-space`") == len(rows)


def test_summary_is_a_table():
    """A bar in a finding does not break the table."""
    assert "a \\| b" in github.summary(Report((Finding("data/people.csv", 1, "", "x", "", "a | b", "c"),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пешков", "Пешков"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\nb"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_shown(text, expected):
    """Text from a file is printed so that it moves no cursor and turns no line."""
    assert shown(text) == expected


def test_two_thousand_bad_rows(copy):
    """Of a rule in a file ten are shown and the rest counted: a page, not a flood; JSON Lines has them all."""
    row = copy.rows("people")[0]
    copy.write("people", [row | {"id": f"person-{i}", "country": "Russia", "name": f" N {i}"} for i in range(2000)])
    report = copy.check()
    text = REPORTS["terminal"](report)
    assert len(report.findings) == 4000 and len(text) < 200_000 and len(text.split("\n")) < 30
    assert "data/people.csv  error  cell.pattern  and 1,990 more, down to line 2001 (--format jsonl lists all)" in text
    assert text.split("\n")[-1].startswith("4,000 errors") and len(REPORTS["jsonl"](report).split("\n")) == 4001


def test_ten_findings_are_all_shown(copy):
    """Nothing is said of more where there is no more."""
    row = copy.rows("people")[0]
    copy.write("people", [row | {"id": f"person-{i}", "country": "Russia"} for i in range(10)])
    assert " more" not in REPORTS["terminal"](copy.check())
