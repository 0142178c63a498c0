"""Reports on many bad rows: what is wrong is understood at once, and nothing that is advised destroys more."""

import json
import re
from dataclasses import replace

import pytest

from readouts.check import RULES, Report
from readouts.check.sql_rules import rules
from readouts.check.table_sizes import Column, TableSize
from readouts.commands import main
from readouts.finding import Excerpt, Finding, Severity
from readouts.report import REPORTS, github_summary
from readouts.report.display import Display

from ..conftest import TABLES

FAULTS = 12
EVERY = len(rules()) + len(RULES)
FILES = {"claims", "codes", "people", "roles", "sources", "stances", "statements", "topics"}


def multiply(copy, table, count, change):
    """The first row of a table `count` times, each with a key of its own and what `change` makes of its number."""
    row, key = copy.rows(table)[0], next(iter(copy.rows(table)[0]))
    copy.write(table, [row | {key: f"row-{i}"} | change(i) for i in range(count)])


def cells(copy):
    """The report on cells alone: rows that are written anew are also missed by those that link to them."""
    report = copy.check()
    return replace(report, findings=tuple(one for one in report.findings if one.rule.startswith("cell.")))


@pytest.fixture
def spoilt(copy):
    """A package as a script leaves it that went over it: eight files, twelve faults."""
    multiply(
        copy, "sources", 40, lambda i: {"published": "11/11/2024"} | ({} if i % 2 else {"published_basis": "asis"})
    )
    multiply(copy, "stances", 40, lambda i: {"stance": "assert" if i < 20 else "denys" if i < 35 else "maybe"})
    multiply(copy, "people", 30, lambda i: {"country": "Russia", "name": f"Name {i}" + " " * (i % 2)})
    multiply(copy, "roles", 30, lambda i: {"person_id": f"one_two_{i}" if i % 3 == 0 else "dmitry-peskov"})
    multiply(copy, "statements", 30, lambda i: {"speaker_id": f"Dmitry-Peskov-{i}" if i % 2 else ""})
    copy.change("claims", "call-took-place", "kind", "ocurrence")
    copy.change("topics", copy.rows("topics")[0]["id"], "id", "A!")
    copy.change("codes", "basis", "label", "")
    return copy


@pytest.fixture
def text(spoilt):
    return REPORTS["terminal"](cells(spoilt))


def block(text, place):
    """What is told of the finding that begins with that place."""
    _, found, rest = text.partition(f"\n{place}  ")
    assert found, f"{place} in {text}"
    return re.split(r"\n(?! )", found + rest)[1]


def row(text, *begin):
    """The row of the overview whose first cells are these."""
    [found] = [line for line in text.split("\n") if re.match(r"\s+".join(map(re.escape, begin)) + r"\s", line)]
    return re.split(r"  +", found)


def many(rule, texts, rows, filled, values=(), fix="Write it like x.", **mark):
    """A report on a column of a table, with one finding for each text."""
    findings = [
        Finding(
            "data/a.csv",
            line,
            "kind",
            rule,
            f"row-{line}",
            "it is wrong",
            fix,
            excerpt=Excerpt(one, 0, len(one), **mark),
        )
        for line, one in enumerate(texts, 2)
    ]
    return Report(
        tuple(findings), 1, rows, sizes={"data/a.csv": TableSize(rows, {"kind": Column(3, filled, frozenset(values))})}
    )


def test_the_verdict_comes_first(text, spoilt):
    """How much is wrong in how many tables stands in the first line, and which columns are wrong as a whole in the next."""
    verdict, whole, which, empty, *_ = text.split("\n")
    assert (
        verdict
        == f"{40 + 20 + 40 + 30 + 15 + 10 + 15 + 3} errors in 8 of {TABLES} tables ({40 + 40 + 30 + 10 + 15 + 3} rows); not yet run: {', '.join(cells(spoilt).waiting)}"
    )
    assert whole == (
        "4 whole columns are wrong: looks like a script or a spreadsheet."
        " Compare with, or restore, the last good version before replacing anything."
    )
    assert which == (
        "wrong as a whole: data/people.csv:country, data/sources.csv:published, data/stances.csv:stance,"
        " data/statements.csv:speaker_id"
    )
    assert empty == ""


def test_the_overview_is_a_table(text):
    """Each fault has a row: file, column, what, cells hit, filled and all, an example and what to do; in that order."""
    _, table, *_ = text.split("\n\n")
    head, *rows = (re.split(r"  +", line) for line in table.split("\n"))
    assert head == ["file", "column", "fault", "cells hit / filled / rows", "example -> what to do"]
    assert len(rows) == FAULTS and [one[0] for one in rows] == sorted(one[0] for one in rows)
    assert [one[1] for one in rows if "people" in one[0]] == ["name", "country"]
    assert row(text, "data/roles.csv", "person_id")[2:] == [
        'cell.pattern: "_" for "-"',
        "10 / 30 / 30",
        '"one_two_0" -> "one-two-0"',
    ]


def test_few_findings_need_no_overview(copy):
    """Twenty findings are read one by one; from twenty-one on there is an overview."""
    multiply(copy, "people", 20, lambda i: {"country": "Russia"})
    assert REPORTS["terminal"](cells(copy)).startswith("data/people.csv: 20 errors")
    assert github_summary.summary(cells(copy)).startswith("| where |")
    multiply(copy, "people", 21, lambda i: {"country": "Russia"})
    verdict = rf"21 errors in 1 of {TABLES} tables \(21 rows\); not yet run: \d+ of {EVERY} rules, evidence\n+1 whole column is"
    assert re.match(verdict, REPORTS["terminal"](cells(copy)))
    assert re.match(f"### {verdict}", github_summary.summary(cells(copy)))


@pytest.mark.parametrize(
    ("hit", "rows", "filled", "whole"), [(40, 40, 40, 1), (38, 40, 40, 1), (37, 40, 40, 0), (25, 90, 25, 1)]
)
def test_a_whole_column(hit, rows, filled, whole):
    """A column is wrong as a whole where nearly every row is, or nearly every filled cell."""
    text = REPORTS["terminal"](many("cell.pattern", [f"x{i}" for i in range(hit)], rows, filled))
    assert text.count("1 whole column is wrong") == whole


def test_a_small_table_is_no_column(copy):
    """Three rows that are wrong are three slips, whatever else is wrong."""
    multiply(copy, "sources", 30, lambda i: {"published": f"{i}/11/2024"})
    multiply(copy, "people", 3, lambda i: {"country": "Russia"})
    assert "wrong as a whole: data/sources.csv:published\n" in REPORTS["terminal"](cells(copy))


def test_a_rule_on_many_rows_is_no_spreadsheet():
    """What rules over several tables find in every row was not done to a column."""
    assert "whole" not in REPORTS["terminal"](many("quote.no-anchor", ["x"] * 40, 40, 40))


@pytest.mark.parametrize(
    ("column", "values", "name", "cell", "carets"),
    [
        ("id", ["a_b", "c_d_e", "ff_g"], '"_" for "-"', "id: a_b", " ^"),
        ("id", ["A-b", "C-D", "fF"], "capital letters", "id: A-b", "^"),
        ("id", ["A_b", "C_D"], 'capital letters and "_" for "-"', "id: A_b", "^^"),
        ("country", ["ru", "us"], "small letters", "country: ru", "^^"),
        ("name", ["a ", "b c "], "last character a space", "name: a·", " ^"),
        ("name", [" a", " b c"], "first character a space", "name: ·a", "^"),
        ("name", ["a  b", "c d  e"], "two spaces in a row", "name: a··b", " ^^"),
        ("name", ["a\u00a0b", "c\u00a0d"], "U+00A0 no-break space for a space", "name: a\\xa0b", " ^^^^"),
        ("name", [" a ", " b "], "first character a space and last character a space", "name: ·a·", "^ ^"),
    ],
)
def test_a_deviation_has_a_name(copy, column, values, name, cell, carets):
    """What is wrong in the same mechanical way is one fault, and only the characters that deviate are marked."""
    multiply(copy, "people", len(values), lambda i: {column: values[i]})
    text = REPORTS["terminal"](cells(copy))
    heads = [line for line in text.split("\n") if line.startswith("data/people.csv:") and "  error  " in line]
    assert len(heads) == 1 and heads[0].endswith(f"  {name}")
    shown, marks = text.split("\n")[2:4]
    assert shown.endswith(cell) and marks == " " * (len(shown) - len(cell.split(": ")[1])) + carets
    assert f"\n    all {len(values)} rows: lines 2" in text


def test_a_deviation_of_dates(copy):
    """A day with other marks between its numbers is one fault; one whose order is not known is none with a name."""
    multiply(copy, "sources", 6, lambda i: {"published": f"2024/11/1{i}" if i < 3 else f"1{i}/11/2024"})
    first, *others = cells(copy).findings
    assert (first.excerpt.slip, first.excerpt.instead) == ('"/" for "-"', "2024-11-10")
    assert [one.excerpt.slip for one in others] == ['"/" for "-"'] * 2 + [""] * 3


@pytest.mark.parametrize(
    ("date", "fault"), [("2024-13-01", "13"), ("2024-13", "13"), ("2023-02-29", "29"), ("June", "June")]
)
def test_what_the_calendar_has_not(break_one, date, fault):
    """Of a date the month or the day is marked that does not exist."""
    [finding] = break_one("sources", "denial-report", "published", date)[0].findings
    assert finding.excerpt.text[finding.excerpt.start : finding.excerpt.end] == fault


def test_one_value_is_one_fault(text):
    """A value that stands in many cells is told once, with its cells."""
    assert [line for line in text.split("\n") if re.match("data/stances.csv:[0-9]", line)] == [
        f'data/stances.csv:{line}:stance  error  cell.not-in-list  "{value}" is none of'
        " asserts, confirms, allows, downplays, declines, doubts, denies"
        for line, value in ((2, "assert"), (22, "denys"), (37, "maybe"))
    ]


def test_many_values_are_one_fault():
    """Where six values stand in many cells each, they are one fault, of which five are shown."""
    text = REPORTS["terminal"](many("cell.pattern", [f"x{i % 6}" for i in range(60)], 90, 80))
    assert "\ndata/a.csv  kind    cell.pattern  60 / 80 / 90" in text and text.count("data/a.csv:") == 6
    assert '"x0" and 5 others -> ' in text
    assert "\ndata/a.csv  error  cell.pattern  10 more cells in kind, lines 7, 13, 19, 25, …, 61\n" in text


def test_nobody_is_told_to_replace_what_may_have_differed(text):
    """One wrong value in all rows, or in many, was not one value before: restore, and no example to write instead."""
    assert block(text, "data/sources.csv:2:published").endswith(
        'Fix: one value, "11/11/2024", stands in all 40 rows; the originals may have differed: restore them.'
    )
    assert block(text, "data/sources.csv:2:published_basis").endswith(
        'Fix: one value, "asis", stands in 20 of 40 cells; the originals may have differed: restore them.'
    )
    assert "Write it like 2024" not in text
    assert row(text, "data/sources.csv", "published")[-1] == (
        '"11/11/2024" -> the same in all 40 rows, as if overwritten: restore, do not convert'
    )


def test_examples_are_for_single_cells(text):
    """An example of what may stand in a cell is given for one empty cell, not for a column of them."""
    assert re.search(r"Fix: Fill it in, for example .+\.$", block(text, "data/codes.csv:4:label"))
    empties = REPORTS["terminal"](many("cell.required", [""] * 3, 9, 6, fix="Fill it in, for example x."))
    assert "for example" not in empties and "Fix: If something stood in these cells, restore it from" in empties


def test_a_near_value_is_named_where_it_is_clear(text):
    """For one cell, or where a value of the list is gone from the column and one that is near stands in its place."""
    assert block(text, "data/claims.csv:3:kind").endswith("Fix: Did you mean occurrence?")
    assert 'Perhaps "assert" was "asserts", which no cell of the column holds any more' in block(
        text, "data/stances.csv:2:stance"
    )
    assert 'Perhaps "denys" was "denies", which' in block(text, "data/stances.csv:22:stance")
    assert 'one value, "maybe", stands in 5 of 40 cells' in block(text, "data/stances.csv:37:stance")


@pytest.mark.parametrize(
    ("hit", "filled", "values", "told"),
    [
        (4, 40, {"drect", "direct"}, "Did you mean direct?"),
        (20, 40, {"drect", "own"}, 'Perhaps "drect" was "direct", which'),
        (20, 40, {"drect", "direct"}, "the originals may have differed"),
        (20, 20, {"drect"}, "the originals may have differed"),
    ],
)
def test_a_near_value_is_no_proof(hit, filled, values, told):
    """Many cells with one value are not told a near one that still stands in others, nor where all hold that value."""
    report = many("cell.not-in-list", ["drect"] * hit, 40, filled, values, instead="direct")
    for text in (REPORTS["terminal"](report), json.loads(REPORTS["jsonl"](report).split("\n")[0])["fix"]):
        assert told in text and "Write it like" not in text


@pytest.mark.parametrize(
    ("value", "near"), [("denys", "denies"), ("assert", "asserts"), ("maybe", ""), ("asks", ""), ("loubts", "")]
)
def test_what_is_clearly_near(break_one, value, near):
    """A near value is like the cell, begins with the same letter, and is nearer than any other."""
    [finding] = break_one("stances", "peskov-denies", "stance", value)[0].findings
    assert finding.excerpt.instead == near


def test_two_near_values_are_none(break_one):
    """Where two values are as near as each other, none is suggested."""
    [finding] = break_one("stances", "peskov-denies", "stance", "decies")[0].findings
    assert finding.excerpt.instead == ""


def test_a_link_from_every_row(copy):
    """An id that leads nowhere from some rows has a near one; from all rows of a column it is one value like others."""
    found = many("link.missing", ["peskow"] * 20, 40, 20, fix="Did you mean peskov?")
    assert "the originals may have differed" in REPORTS["terminal"](found)
    assert "Did you mean peskov?" in REPORTS["terminal"](
        many("link.missing", ["peskow"] * 20, 40, 30, fix="Did you mean peskov?")
    )


def test_all_is_said_to_be_all(text):
    """That all rows were hit is said, or every filled cell, else how many of how many."""
    assert "\n    all 30 rows: lines 2 to 31\n" in block(text, "data/people.csv:2:country")
    assert "\n    every filled cell, 15 of 15: lines 3, 5, 7, 9, …, 31\n" in block(
        text, "data/statements.csv:3:speaker_id"
    )
    assert "\n    10 of 30 cells: lines 2, 5, 8, 11, …, 29\n" in block(text, "data/roles.csv:2:person_id")
    some = REPORTS["terminal"](many("cell.pattern", ["x"] * 4, 90, 20))
    assert "\n    4 of 20 filled cells: lines 2 to 5\n" in some
    assert "\n    3 of 9 rows: lines 2 to 4\n" in REPORTS["terminal"](many("cell.required", [""] * 3, 9, 6))


def test_one_line_is_a_line():
    """One line is not called lines, and what is left out is said to be cells."""
    text = REPORTS["terminal"](many("cell.pattern", [f"x{i}" for i in range(6)], 90, 20))
    assert "\ndata/a.csv  error  cell.pattern  1 more cell in kind, line 7\n" in text
    twice = REPORTS["terminal"](many("cell.pattern", ["x", "x"], 90, 20))
    assert "\n    2 of 20 filled cells: lines 2, 3\n" in twice


def test_what_was_not_run(text, copy):
    """The last lines say which tables were read, what was not judged, why, and what that means."""
    *_, checked, loose, counts = text.split("\n")
    assert loose.startswith("not in canonical form: ") and loose.endswith("Run: readouts format")
    found = re.fullmatch(
        rf"checked: {TABLES} tables \([0-9]+ data, 3 seeds\), [0-9]+ rows, (\d+) rules\. NOT RUN because cells above are wrong:"
        r" \d+ columns? of links, (\d+) of (\d+) rules, evidence; expect more findings after the repair\.",
        checked,
    )
    run, waiting, every = map(int, found.groups())
    assert counts == "173 errors, 0 warnings" and run + waiting == every == EVERY and 0 < run < waiting


@pytest.mark.parametrize(
    ("path", "old", "new", "why", "waits"),
    [
        ("datapackage.json", "{", "[", "datapackage.json or a schema is wrong", "structure, cells, links, rules, "),
        ("data/people.csv", "id,name", "id;name", "files above are not the tables declared", "cells of 1 table, "),
        (
            "data/roles.csv",
            ",dmitry-peskov,",
            ",nobody,",
            "keys, links or tables above are wrong",
            "[0-9]+ of [0-9]+ r",
        ),
    ],
)
def test_why_gates_wait(copy, path, old, new, why, waits):
    """What was not judged is told, with what kept it from being judged."""
    file = copy.root / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    text = REPORTS["terminal"](copy.check())
    assert re.search(f"NOT RUN because {why}: {waits}.*evidence; expect more", text)


def test_nothing_is_no_text(break_one):
    """An empty cell is told, not shown as if words stood in it."""
    report, _ = break_one("codes", "basis", "label", "")
    assert "\n    row basis/bounded, label (empty)\n    Fix: " in REPORTS["terminal"](report)
    assert "%0Anothing there (the cell is empty)%0A" in REPORTS["github"](report)
    assert json.loads(REPORTS["jsonl"](report).split("\n")[0])["excerpt"] == {"before": "", "fault": "", "behind": ""}


def test_the_step_summary_is_folded(spoilt):
    """Verdict and table first, then a file at a time folded up, at most five findings of a fault, the totals last."""
    multiply(spoilt, "codes", 30, lambda i: {"label": "x" * (400 + i)})
    told = github_summary.summary(cells(spoilt))
    verdict = rf"### 202 errors in 8 of {TABLES} tables \(167 rows\); not yet run: [^\n]*evidence\n\n5 whole columns are wrong"
    assert re.match(verdict, told)
    order = [
        told.index(part) for part in ("| file | column |", "<details>", "\n- readouts validate --all", "\n- checked: ")
    ]
    assert order == sorted(order)
    assert told.count("<details>") == told.count("</details>") == len(FILES)
    assert told.count("<summary>data/codes.csv: 30 findings</summary>\n\n| where |") == 1
    assert told.count("`cell.too-long`") == 5 and "25 more cells in label, lines 7 to 31\n" in told
    assert len(told.encode()) < 12_000


def test_every_file_is_annotated(spoilt):
    """One annotation for every file, then for other columns; the last says how many faults have none."""
    lines = [line for line in REPORTS["github"](cells(spoilt)).split("\n") if line.startswith("::error ")]
    assert {re.match(r"::error file=data/([a-z]+)\.csv", line)[1] for line in lines[:8]} == FILES
    assert len({(line.split("file=")[1].split(",")[0], line.split("::")[2].split(":")[0]) for line in lines}) == 10
    assert f"%0A10 of {FAULTS} faults shown; all in the step summary%0AFix: " in lines[-1]
    assert not [line for line in lines[:-1] if "faults shown" in line]


def test_all_faults_are_annotated(spoilt):
    """Where every fault has its annotation, nothing is said of others."""
    multiply(spoilt, "stances", 3, lambda i: {})
    assert "faults shown" not in REPORTS["github"](cells(spoilt))


def test_the_log_says_that_it_repeats(spoilt, copy):
    """Between the annotations and the report it is said that the second holds the first; with none there is no such line."""
    said = (
        f"\n\n10 annotations above; the same and the rest as a terminal shows it:\n\n173 errors in 8 of {TABLES} tables"
    )
    assert said in REPORTS["github"](cells(spoilt))
    assert "annotation" not in REPORTS["github"](Report(()))


@pytest.mark.parametrize("width", [None, 80, 200])
def test_the_overview_fits(spoilt, width):
    """Where the table is too wide for the terminal, what to do stands below the rest of its row."""
    text = REPORTS["terminal"](cells(spoilt), Display(width=width))
    if width:
        assert all(len(line) <= width or "is none of" in line for line in text.split("\n"))
    below = '\ndata/roles.csv  person_id  cell.pattern: "_" for "-"  10 / 30 / 30\n    "one_two_0" -> "one-two-0"\n'
    assert (below in text) is (width == 80)


def test_all_shows_every_finding_by_itself(spoilt, capsys):
    """With --all each finding has its place and cell, and is told what to do about all; a mechanical one its own way back."""
    assert main(["validate", str(spoilt.root), "--all"]) == 1
    text = capsys.readouterr().out
    assert len(re.findall(r"(?m)^data/.*  error  cell\.", text)) == 173
    assert "readouts validate --all" not in text
    assert "stands in all 40 rows" in block(text, "data/sources.csv:9:published")
    assert 'Fix: Write "one-two-27".' in block(text, "data/roles.csv:29:person_id")


def test_programs_are_told_the_same(spoilt):
    """JSON Lines name the deviation, and advise no program to write one value into forty cells."""
    *findings, _ = map(json.loads, REPORTS["jsonl"](cells(spoilt)).split("\n"))
    by_column = {(one["path"], one["column"]): one for one in findings}
    assert len(findings) == 173 and "restore them" in by_column["data/sources.csv", "published"]["fix"]
    role = by_column["data/roles.csv", "person_id"]
    assert role["excerpt"]["deviation"] == '"_" for "-"' and role["fix"] == 'Write "one-two-27".'


def test_a_warning_is_no_error():
    """The verdict counts both, and a report without tables speaks of files."""
    findings = [
        Finding("a.json", line, "", "x.y", "", f"no {line}", "Fix.", Severity.WARNING if line > 20 else Severity.ERROR)
        for line in range(1, 31)
    ]
    assert REPORTS["terminal"](Report(tuple(findings))).startswith("20 errors and 10 warnings in 1 file\n")
