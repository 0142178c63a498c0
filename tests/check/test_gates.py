"""Spoil one thing of the minimal package and expect the finding on its file, line and column."""

import json
import os
import re

import pytest

from readouts.check import check
from readouts.commands import main
from readouts.evidence.match import Match, find_words
from readouts.evidence.source_text import index
from readouts.finding import Severity
from readouts.package.descriptor import load
from readouts.package.model import Field

from ..conftest import ROOT, TODAY

PACKAGE, _ = load(ROOT)
# A valid row for the tables that the minimal package leaves empty.
ROWS = {
    "floors": {"id": "people-there", "table": "people", "least_rows": "1", "why": "Somebody speaks."},
    "texts": {"source_id": "denial-report", "file": "report.txt", "extent": "whole"},
    "anchors": {
        "quotation_id": "peskov-fiction",
        "segment": "words-1",
        "start_word": "0",
        "word_count": "2",
        "digest": "0" * 64,
        "text_digest": "text-" + "0" * 16,
    },
    "witnesses": {
        "source_id": "denial-report",
        "day": "2026-11-30",
        "digest": "0" * 64,
        "same_copy": "yes",
        "same_team": "yes",
    },
    "agreement": {
        "table": "statements",
        "row_id": "peskov-denies",
        "unit": "peskov-denies",
        "column": "medium",
        "first": "briefing",
        "second": "remarks",
        "settled": "briefing",
        "reason": "To be spoilt.",
    },
    "second_reading": {
        "source_id": "denial-report",
        "unit": "statement",
        "row_id": "peskov-denies",
        "second_id": "no-row",
        "column": "row",
        "agree": "no",
    },
    "waivers": {"rule": "date.weekday", "table": "statements", "row_id": "peskov-denies", "reason": "To be spoilt."},
    "corrections": {
        "id": "one",
        "date": "2026-11-22",
        "table": "statements",
        "row_id": "peskov-denies",
        "was": "This.",
        "is": "That.",
    },
    "redirects": {"table": "statements", "old_id": "peskov-denial", "new_id": "peskov-denies", "reason": "Renamed."},
}


def spoilt(field: Field) -> str:
    """A value that the schema of the field forbids."""
    if field.enum:
        return "no-such-code"
    if field.edtf:
        return "2024-02-30"
    if field.type != "string":
        return "yesterday"
    return "not A slug!" if field.pattern and not re.fullmatch(field.pattern, "not A slug!") else " a space before"


@pytest.mark.parametrize("table", PACKAGE.tables, ids=lambda table: table.name)
def test_one_bad_cell_a_column(copy, table):
    """Changing one cell to what its column forbids gives a finding on that cell's file, line and column."""
    if not copy.rows(table.name):
        copy.add(table.name, **ROWS[table.name])
    rows = copy.rows(table.name)
    rows[0] = {field.name: spoilt(field) for field in table.fields}
    copy.write(table.name, rows)
    found = {(finding.path, finding.line, finding.column) for finding in copy.check().findings}
    assert found == {(table.path, 2, column) for column in table.columns}


@pytest.mark.parametrize("table", PACKAGE.tables, ids=lambda table: table.name)
def test_emptied_cells(copy, table):
    """An empty cell is a finding if and only if the column is required."""
    if not copy.rows(table.name):
        copy.add(table.name, **ROWS[table.name])
    rows = copy.rows(table.name)
    rows[-1] = {field.name: "" for field in table.fields}
    copy.write(table.name, rows)
    findings = copy.check().findings
    assert {finding.column for finding in findings} == {field.name for field in table.fields if field.required}
    assert {(finding.rule, finding.line) for finding in findings} == {("cell.required", len(rows) + 1)}


@pytest.mark.parametrize(
    ("table", "link"),
    [(table, link) for table in PACKAGE.tables for link in table.links],
    ids=lambda one: one.name if hasattr(one, "name") else f"{one.field}-{one.table}",
)
def test_broken_link(copy, table, link):
    """A cell that points to no row is a finding on that cell."""
    if not copy.rows(table.name):
        copy.add(table.name, **ROWS[table.name])
    rows = copy.rows(table.name)
    rows[0][link.field] = "nobody-at-all"
    copy.write(table.name, rows)
    found = [(finding.path, finding.line, finding.column, finding.rule) for finding in copy.check().findings]
    assert found == [(table.path, 2, link.field, "link.missing")]


def test_changed_key_is_found_on_each_cell_that_pointed_at_it(copy):
    """Renaming a person gives a finding on every cell that named the person, with the new id as the suggestion."""
    copy.change("people", "dmitry-peskov", "id", "dmitri-peskov")
    findings = copy.check().findings
    assert [(finding.path, finding.column) for finding in findings] == [
        ("data/roles.csv", "person_id"),
        ("data/statements.csv", "speaker_id"),
    ]
    assert {finding.fix for finding in findings} == {"Did you mean dmitri-peskov?"}


def test_key_twice(copy):
    """The second row with a key is found, and the line of the first is named."""
    copy.add("people", **copy.rows("people")[0])
    [finding] = copy.check().findings
    assert (finding.rule, finding.line, finding.column) == ("key.twice", 5, "id") and "line 2" in finding.problem


BYTES = {
    "byte-order-mark": (lambda data: b"\xef\xbb\xbf" + data, 1),
    "encoding": (lambda data: data.replace("Дмитрий".encode(), b"\xff\xfe"), 2),
    "line-end": (lambda data: data.replace(b"\n", b"\r\n"), 1),
    "empty": (lambda data: b"", 0),
    "blank-line": (lambda data: data.replace(b"\ndonald", b"\n\ndonald"), 3),
    "quoting": (lambda data: data.replace(b"donald-trump,Donald", b'donald-trump,"Donald'), 3),
    "width": (lambda data: data.replace(b"donald-trump,", b"donald-trump,,"), 3),
    "header": (lambda data: data.replace(b"native_name", b"nativ_name", 1), 1),
}


@pytest.mark.parametrize("rule", BYTES)
def test_structure(copy, rule):
    """A file that is not the declared CSV gives findings of the structure gate alone, with the physical line."""
    spoil, line = BYTES[rule]
    path = copy.path("people")
    path.write_bytes(spoil(path.read_bytes()))
    report = copy.check()
    assert {finding.rule for finding in report.findings} == {f"structure.{rule}"}
    assert report.findings[0].path == "data/people.csv" and report.findings[0].line == line
    assert report.waiting[0] == "cells of 1 table" and report.waiting[-1] == "evidence" and report.checked is None


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda header: header[:-1], 'the column "note" is missing'),
        (lambda header: [*header, "nota"], '"nota" is no column'),
        (lambda header: [*header, "note"], 'the column "note" stands twice'),
        (lambda header: [header[1], header[0], *header[2:]], "another order"),
    ],
)
def test_header(copy, spoil, problem):
    """A missing, extra, doubled or displaced column is named."""
    path = copy.path("topics")
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[0] = ",".join(spoil(lines[0].split(",")))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert problem in copy.check().findings[0].problem


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("Dmitry\u202ePeskov", "cell.control-character"),
        ("Dmitry\u200bPeskov", "cell.control-character"),
        ("Dmitry\x07Peskov", "cell.control-character"),
        ("Dmitry\u061cPeskov", "cell.control-character"),
        ("Dmit\u200dry", "cell.control-character"),
        ("Dmitry\u3164", "cell.control-character"),
        ("Dmitry\u2009Peskov", "cell.white-space"),
        ("#REF!", "cell.formula"),
        ("Dmitry Pеskov", "cell.mixed-script"),
        ("Dmitry Peskοv", "cell.mixed-script"),
        ("Dmitry  Peskov", "cell.white-space"),
        ("Dmitry\u00a0Peskov", "cell.white-space"),
        ("Dmitry Peskov ", "cell.white-space"),
        ("=HYPERLINK(1)", "cell.formula"),
        ("@peskov", "cell.formula"),
        ("Ame\u0301lie", "cell.not-nfc"),
        ("x" * 201, "cell.too-long"),
        ("x" * 200_000, "cell.too-long"),
    ],
)
def test_text_hygiene(copy, value, rule):
    """Text that hides something, or that a spreadsheet would run, is refused and never printed raw."""
    copy.change("people", "dmitry-peskov", "name", value)
    [finding] = copy.check().findings
    assert (
        (finding.rule, finding.column) == (rule, "name")
        and finding.problem.isprintable()
        and len(finding.problem) < 250
    )


@pytest.mark.parametrize(
    "value", ["Дмитрий Песков", "Πεσκόφ (Peskov)", "RT/Россия 1", "می\u200cخواهم", "क्\u200dष", "#1"]
)
def test_text_that_is_welcome(copy, value):
    """A name in another script, and joiners where letters join, are what they should be."""
    copy.change("people", "dmitry-peskov", "name", value)
    assert copy.check().findings == ()


@pytest.mark.parametrize("value", ["9" * 30, "-1", "1.0", "+1"])
def test_numbers(copy, value):
    """A number that the column, or any integer of the database, cannot hold is a finding and no traceback."""
    copy.add("anchors", **ROWS["anchors"] | {"start_word": value})
    assert [finding.column for finding in copy.check().findings] == ["start_word"]


def test_year_nought(copy):
    """There is no year nought in the calendar."""
    copy.change("sources", "denial-report", "retrieved", "0000-01-01")
    assert [finding.rule for finding in copy.check().findings] == ["cell.type"]


@pytest.mark.parametrize(
    "value", ["https:///page", "https://a:b@example.org/", "ftp://example.org/", "https://krеmlin.ru/"]
)
def test_addresses(copy, value):
    """An address has a host, no password, and no letter that only looks right."""
    copy.change("sources", "denial-report", "url", value)
    assert {finding.column for finding in copy.check().findings} == {"url"}


def test_javascript_address(copy):
    """An address is http or https: anything else would run in a reader's browser."""
    copy.change("sources", "denial-report", "url", "javascript:alert(1)")
    assert [finding.rule for finding in copy.check().findings] == ["cell.pattern"]


def edit(copy, change) -> None:
    path = copy.root / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda package: package.pop("resources"),
        lambda package: package["resources"][0].update(path="../claims.csv"),
        lambda package: package["resources"][0].update(path="/etc/passwd"),
        lambda package: package["resources"][0].update(path="https://example.org/claims.csv"),
        lambda package: package["resources"][0].update(schema="schemas/none.json"),
        lambda package: package["resources"][0].update(name="statements"),
        lambda package: package["resources"][0].pop("encoding"),
        lambda package: package["resources"][0].update(dialect={"delimiter": ";"}),
        lambda package: package["resources"][0].update(schema=7),
        lambda package: package["resources"].pop(1),
        lambda package: package["resources"][0].update(path="data/claims\0.csv"),
        lambda package: package["resources"][0].update(path="data/" + "x" * 10_000 + ".csv"),
        lambda package: package["resources"][0].update(path="data"),
        lambda package: package["resources"][0].update(data=[]),
        lambda package: package.update(profile="https://example.org/profile.json"),
        lambda package: package.update(title=7),
        lambda package: package.update(title="half a character: \ud800"),
    ],
)
def test_descriptor(copy, change):
    """A descriptor that leads nowhere, or out of the package, gives a finding and never a traceback."""
    edit(copy, change)
    report = copy.check()
    assert (
        report.findings
        and report.checked is None
        and {finding.rule for finding in report.findings} <= {"package.descriptor", "package.undeclared-file"}
    )


def test_link_out_of_the_package(copy):
    """A file that is a link to somewhere else is refused."""
    copy.path("people").unlink()
    copy.path("people").symlink_to(ROOT / "data" / "people.csv")
    [finding] = copy.check().findings
    assert "leads out of the package" in finding.problem


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: schema["fields"][0]["constraints"].pop("required"),
        lambda schema: schema["fields"][0]["constraints"].update(maxLength="80"),
        lambda schema: schema["fields"][1]["constraints"].update(requierd=True),
        lambda schema: schema["fields"][0]["constraints"].update(pattern="(?=a)a"),
        lambda schema: schema.update(uniqueKeys=[["nothing"]]),
        lambda schema: schema.update(missingValues=["", "NA"]),
        lambda schema: schema.update(primaryKey=7),
    ],
)
def test_schema(copy, change):
    """What a schema says is read and enforced, or refused: nothing looks like a rule and is none."""
    path = copy.root / "schemas" / "people.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    change(schema)
    path.write_text(json.dumps(schema), encoding="utf-8")
    [finding] = copy.check().findings
    assert (finding.path, finding.rule) == ("schemas/people.json", "package.descriptor") and finding.column


def test_key_twice_in_json(copy):
    """Of a key that stands twice, one value would be lost unseen."""
    (copy.root / "schemas" / "people.json").write_text('{"fields": [], "fields": []}', encoding="utf-8")
    [finding] = copy.check().findings
    assert (finding.path, finding.column) == ("schemas/people.json", "fields")


def test_json_without_end(copy):
    """A descriptor that nests too deep for any reader is a finding."""
    (copy.root / "schemas" / "people.json").write_text("[" * 100_000, encoding="utf-8")
    assert [finding.path for finding in copy.check().findings] == ["schemas/people.json"]


@pytest.mark.parametrize("path", ["data/people.csv", "schemas/people.json", "datapackage.json"])
def test_pipes_and_circles(copy, path):
    """A pipe would be waited for without end, and a link to itself followed without end: both are findings."""
    file = copy.root / path
    file.unlink()
    os.mkfifo(file)
    assert [finding.path for finding in copy.check().findings] == [path]
    file.unlink()
    file.symlink_to(file.name)
    assert [finding.path for finding in copy.check().findings] == [path]


@pytest.mark.parametrize("path", ["data/PEOPLE.CSV", "data/old/people.csv", "data/people.xlsx", "schemas/rumours.json"])
def test_beside_the_tables(copy, path):
    """Whatever looks like a table or a schema, and is none that is declared, would go unchecked."""
    (copy.root / path).parent.mkdir(exist_ok=True)
    (copy.root / path).write_text("{}\n", encoding="utf-8")
    assert [(finding.path, finding.rule) for finding in copy.check().findings] == [(path, "package.undeclared-file")]


def test_header_once_more(copy):
    """A header between rows, as where two files were joined, is found where every cell would pass."""
    copy.add("topics", id="id", label="label", description="description", note="note")
    assert [(finding.rule, finding.line) for finding in copy.check().findings] == [("structure.header", 3)]


def test_long_ids_are_told_whole(copy):
    """A program that reads the report gets the id, and not the beginning of it."""
    copy.change("people", "donald-trump", "id", "d" * 80)
    copy.change("people", "d" * 80, "country", "Russia")
    found = [one.row_id for one in copy.check().findings if one.path == "data/people.csv"]
    assert found == ["d" * 80]


def test_broken_json_names_the_line(copy):
    """A slip in a schema is found on its line."""
    (copy.root / "schemas" / "people.json").write_text('{\n "fields": [,]\n}', encoding="utf-8")
    [finding] = copy.check().findings
    assert (finding.path, finding.line) == ("schemas/people.json", 2)


def test_missing_file_and_folder(copy):
    """A file that is gone, or a folder in its place, is said plainly."""
    copy.path("people").unlink()
    copy.path("topics").unlink()
    copy.path("topics").mkdir()
    assert [(finding.path, finding.rule) for finding in copy.check().findings] == [
        ("data/people.csv", "structure.file"),
        ("data/topics.csv", "structure.file"),
    ]


def test_undeclared_file(copy):
    """A CSV file that no resource names would go unchecked."""
    (copy.root / "data" / "rumours.csv").write_text("id\n", encoding="utf-8")
    assert [finding.rule for finding in copy.check().findings] == ["package.undeclared-file"]


def test_a_mistyped_path(copy):
    """A resource whose file is not there is said, and so is the file that nobody names."""
    edit(copy, lambda package: package["resources"][0].update(path="data/clams.csv"))
    found = {(finding.path, finding.rule) for finding in copy.check().findings}
    assert found == {("data/claims.csv", "package.undeclared-file"), ("data/clams.csv", "structure.file")}


def test_crlf_is_one_finding(copy):
    """Line ends are the one thing wrong with a file that a spreadsheet saved, quoted cells or not."""
    path = copy.path("roles")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [finding.rule for finding in copy.check().findings] == ["structure.line-end"]


def test_a_far_miss_is_not_suggested(copy):
    """Only a slip of the hand is answered with "did you mean"; another id would lead astray."""
    copy.change("stances", "peskov-denies/call-took-place", "quotation_id", "peskov-remark")
    [finding] = copy.check().findings
    assert "Did you mean" not in finding.fix


SCHEMAS = {
    "primaryKey": 7,
    "datasette": None,
    "foreignKeys": [{"fields": ["publisher_id"], "reference": None}],
    "fields": [{"name": "id", "type": "string", "constraints": {"enum": None}}],
}
CONSTRAINTS = {"enum": [1, 2], "maxLength": "200", "minLength": 3, "maximum": 3, "unique": True, "pattern": "(?=x)"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_of_odd_types(copy, name):
    """A value of a type that the standard does not allow is a finding and never a traceback."""
    path = copy.root / "schemas" / "sources.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {name: SCHEMAS[name]}), encoding="utf-8")
    assert {finding.rule for finding in copy.check().findings} == {"package.descriptor"}


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_constraint_that_is_not_enforced_is_refused(copy, name):
    """A constraint is enforced, or said to be none of ours: it is never read past."""
    path = copy.root / "schemas" / "sources.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["fields"][1]["constraints"] = {name: CONSTRAINTS[name]}
    path.write_text(json.dumps(schema), encoding="utf-8")
    assert {finding.rule for finding in copy.check().findings} == {"package.descriptor"}


def test_a_package_without_a_table_that_rules_read(copy):
    """A table that is gone is named."""
    edit(
        copy,
        lambda package: package.update(resources=[one for one in package["resources"] if one["name"] != "waivers"]),
    )
    copy.path("waivers").unlink()
    (copy.root / "schemas" / "waivers.json").unlink()
    [finding] = copy.check().findings
    assert finding.rule == "package.descriptor" and "waivers" in finding.problem


@pytest.mark.parametrize("number", ["9" * 25, "-" + "9" * 25])
def test_a_number_beyond_64_bits(copy, number):
    """A number that no program holds is a finding and never a traceback."""
    copy.change("codes", "stance/denies", "scale", number)
    assert [finding.column for finding in copy.check().findings] == ["scale"]


@pytest.mark.parametrize(("date", "words", "good"), [
    ("2024-11-06/2024-11-08", "on Thursday", True), ("2024-11-06/2024-11-08", "on Sunday", False),
    ("2024-11", "on Thursday", True), ("2024-11-07/..", "on Sunday", True), ("2024-11-07", "on Thursday", True),
])  # fmt: skip
def test_weekdays_of_intervals(copy, date, words, good):
    """A weekday is wrong only if no day that the date allows has it."""
    copy.change("events", "call", "date", date)
    copy.change("events", "call", "date_basis", "resolved")
    copy.change("events", "call", "date_words", words)
    assert [finding.rule for finding in copy.check().findings] == ([] if good else ["date.weekday"])


def test_a_cut_is_no_word(copy):
    """What our cut leaves out does not count against the sixty words."""
    copy.change("quotations", "peskov-fiction", "words", "fiction " * 30 + "[…] " + "fiction " * 28 + "fiction")
    assert copy.check().findings == ()


def test_no_package(tmp_path):
    """A folder without a descriptor gives one finding that says what to do."""
    [finding] = check(tmp_path, TODAY).findings
    assert finding.path == "datapackage.json" and "folder" in finding.fix


def test_row_order_does_not_matter(copy):
    """Rows in another order are the same record."""
    for table in PACKAGE.tables:
        copy.write(table.name, copy.rows(table.name)[::-1])
    assert copy.check().findings == ()


def test_waived_finding_is_silent(copy):
    """A waiver with a reason switches a rule off for one row."""
    copy.change("statements", "peskov-denies", "date_words", "on Tuesday")
    assert [finding.rule for finding in copy.check().findings] == ["date.weekday"]
    copy.add(
        "waivers",
        rule="date.weekday",
        table="statements",
        row_id="peskov-denies",
        reason="The source names the wrong day.",
    )
    assert copy.check().findings == ()


def test_a_warning_does_not_stop_the_build(copy):
    """A warning is counted apart and leaves the receipt."""
    copy.change("statements", "peskov-denies", "after_id", "")
    copy.change("statements", "post-reports", "date", "2024-11-12")
    copy.change("statements", "post-reports", "date_words", "")
    copy.change("statements", "post-reports", "date_basis", "stated")
    copy.change("sources", "denial-report", "published", "2024-11-12")
    report = copy.check()
    assert [(finding.rule, finding.severity) for finding in report.findings] == [
        ("statement.denial-first", Severity.WARNING)
    ]
    assert report.count(Severity.ERROR) == 0 and report.checked is not None


MARKS = "<<<<<<< HEAD\n{}\n||||||| base\n{}\n=======\n{}\n>>>>>>> other\n"


def test_a_merge_that_nobody_resolved(copy, capsys):
    """Marks that git left are told once a file, on their line, by `validate` and `format`, and nothing else is."""
    path = copy.path("people")
    header, one, *rest = path.read_text(encoding="utf-8").split("\n")
    spoilt = "\n".join([header, MARKS.format(one, one, one), *rest])
    path.write_text(spoilt, encoding="utf-8")
    copy.path("topics").write_text(copy.path("topics").read_text(encoding="utf-8") + ">>>>>>> x\r\n", encoding="utf-8")
    lines = spoilt.split("\n")
    told = [(one.rule, one.path, one.line, one.problem) for one in copy.check().findings]
    assert told == [
        (
            "structure.merge-conflict",
            "data/people.csv",
            2,
            "a mark of an unresolved merge conflict, and 3 more up to line 8",
        ),
        ("structure.merge-conflict", "data/topics.csv", 3, "a mark of an unresolved merge conflict"),
    ]
    assert lines[1].startswith("<<<<<<<") and lines[7].startswith(">>>>>>>")
    assert main(["format", str(copy.root)]) == 1
    out = capsys.readouterr().out
    assert out.count("format.merge-conflict") == 2 and "2 errors" in out and "data/people.csv:2" in out
    assert path.read_text(encoding="utf-8") == spoilt


@pytest.mark.parametrize("name", ["datapackage.json", "schemas/people.json"])
def test_a_merge_of_descriptors_that_nobody_resolved(copy, name):
    """In a descriptor the marks are told in the same way, and not as JSON that is none."""
    text = (copy.root / name).read_text(encoding="utf-8")
    (copy.root / name).write_text(text.replace("\n", "\n<<<<<<< HEAD\n", 1), encoding="utf-8")
    [finding] = copy.check().findings
    assert (finding.path, finding.line) == (name, 2) and "unresolved merge conflict" in finding.problem


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;;;;"])
def test_a_line_for_spreadsheets(copy, first, capsys):
    """`sep=;` before the header is told as that, once, and taken out by `format` with nothing else lost."""
    main(["format", str(copy.root)])
    path = copy.path("topics")
    whole = path.read_text(encoding="utf-8")
    path.write_text(f"{first}\n{whole}".replace(",", ";"), encoding="utf-8")
    [finding] = copy.check().findings
    assert (finding.rule, finding.line) == ("structure.delimiter", 1) and "tells a spreadsheet" in finding.problem
    assert "readouts format" in finding.fix
    assert main(["format", str(copy.root)]) == 0 and path.read_text(encoding="utf-8") == whole


def test_a_line_for_spreadsheets_does_not_move_lines(copy, capsys):
    """What `format` finds behind `sep=;` has the line on which it stands."""
    path = copy.path("people")
    text = path.read_text(encoding="utf-8").replace("Donald Trump", '"Donald\nTrump"')
    path.write_text("sep=,\n" + text, encoding="utf-8")
    line = ("sep=,\n" + text).split("\n").index('donald-trump,"Donald') + 1
    assert main(["format", str(copy.root)]) == 1
    assert f"data/people.csv:{line}:name  error  format.line-break" in capsys.readouterr().out


EMOJI = {
    "joined": "\U0001f469\u200d\U0001f680",  # a woman, joined to a rocket
    "joined, as a picture": "\u2764\ufe0f\u200d\U0001f525",
    "a skin, joined": "\U0001f9d1\U0001f3fd\u200d\U0001f91d\u200d\U0001f9d1\U0001f3fb",
    "a flag of a country": "\U0001f1fa\U0001f1f8",
    "a flag in tags": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a key": "1\ufe0f\u20e3",
    "as a letter": "\u2603\ufe0e",
    "a flag, joined": "\U0001f3f3\ufe0f\u200d\u26a7\ufe0f",
}
NO_EMOJI = {
    "a joiner behind a letter": "a\u200d\U0001f680",
    "a joiner before a letter": "\U0001f469\u200da",
    "a joiner at the end": "\U0001f469\u200d",
    "a joiner at the beginning": "\u200d\U0001f469",
    "two joiners": "\U0001f469\u200d\u200d\U0001f680",
    "the other joiner": "\U0001f469\u200c\U0001f680",
    "a picture of a letter": "a\ufe0f",
    "a picture of a digit": "1\ufe0f",
    "a picture of nothing": "\ufe0f",
    "another variant": "a\ufe01",
    "a variant of the supplement": "a\U000e0101",
    "tags behind a letter": "a\U000e0067\U000e0062\U000e007f",
    "tags without an end": "\U0001f3f4\U000e0067\U000e0062\U000e0065",
    "tags without a place": "\U0001f3f4\U000e007f",
    "a text in tags": "\U0001f3f4" + "".join(chr(0xE0000 + ord(one)) for one in "attack") + "\U000e0020\U000e007f",
    "a long text in tags": "\U0001f3f4" + "".join(chr(0xE0000 + ord(one)) for one in "attacks") + "\U000e007f",
    "the tag of a language": "\U000e0001",
}


def test_an_emoji_is_quoted_letter_for_letter(copy):
    """The unseen parts of an emoji pass where they are parts of one, and are found in the text of the source."""
    words = " ".join(f"so {one} it" for one in EMOJI.values())
    assert isinstance(find_words(index(f"He wrote: “{words}”."), words), Match)
    copy.change("people", "dmitry-peskov", "native_name", words)
    assert copy.check().findings == ()


def test_what_nobody_sees_is_refused_elsewhere(copy):
    """A joiner, a tag or a choice of variant that is part of no emoji is refused, each on its cell."""
    rows = copy.rows("people")
    copy.write(
        "people",
        [
            *rows,
            *({**rows[0], "id": f"one-{place}", "note": f"so {one}"} for place, one in enumerate(NO_EMOJI.values())),
        ],
    )
    found = [(one.rule, one.column, one.line) for one in copy.check().findings if one.column == "note"]
    assert found == [("cell.control-character", "note", 2 + len(rows) + place) for place in range(len(NO_EMOJI))]


FOREIGN = {
    "profile": "tabular-data-package",
    "nmae": "gdp",
    "resources": [
        {
            "name": "GDP Table",
            "path": "data/gdp.csv",
            "hash": "abc",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": "Country", "type": "string"}]},
        },
        {"name": "years", "path": ["data/a.csv", "data/b.csv"], "schema": "schemas/years.json"},
    ],
}
FOREIGN_SCHEMA = {
    "fields": [
        {"name": "year", "type": "year", "constraints": {"minLength": 4}},
        {"name": "Value", "type": "number"},
        {"name": "id", "type": "string"},
    ],
    "primaryKey": "id",
    "missingValues": ["", "NA"],
}


def test_a_package_of_others(tmp_path):
    """All that readouts needs of a package is told at once, and what the standard allows is not called wrong."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "datapackage.json").write_text(json.dumps(FOREIGN), encoding="utf-8")
    (tmp_path / "schemas" / "years.json").write_text(json.dumps(FOREIGN_SCHEMA), encoding="utf-8")
    _, findings = load(tmp_path)
    assert [(one.path, one.column) for one in findings] == [
        *(("datapackage.json", place) for place in ("nmae", "profile", "resources[0].dialect", "resources[0].hash")),
        *(("datapackage.json", f"resources[0].{name}") for name in ("name", "schema")),
        *(("datapackage.json", f"resources[1].{name}") for name in ("dialect", "encoding", "path")),
        *(("schemas/years.json", place) for place in ("fields", "fields[0].constraints.minLength")),
        *(("schemas/years.json", place) for place in ("missingValues", "primaryKey", "year")),
    ]
    assert [one.column for one in findings if "the standard allows" not in one.problem] == ["nmae"]
    [inline] = [one for one in findings if one.column == "resources[0].schema"]
    assert inline.problem == (
        "resources[0].schema is an object; readouts needs the schema in a file of its own, such as schemas/NAME.json,"
        " and its path there; the standard allows it inline"
    )
