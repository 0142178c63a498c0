"""The public pandera schemas: complete, readable, the same on polars and pandas, and of one mind with gate and referee."""

import csv
import io
import json
import logging
import re
import sys
from dataclasses import replace

import frictionless
import pandas
import polars
import pytest
from mutate.kinds import GROUPS
from mutate.record import read
from mutate.run import planted
from pandera.errors import SchemaErrors

from readouts import schemas
from readouts.check.cell_checks import CELL_CHECKS
from readouts.check.cells import check_cells
from readouts.check.links import check_links
from readouts.check.soundness import Soundness
from readouts.check.sql_rules import rules
from readouts.document.registry import explained
from readouts.read import csv_rows

from .conftest import LONG, ROOT

READ = {
    "polars": lambda data: polars.read_csv(io.BytesIO(data), infer_schema=False),
    "pandas": lambda data: pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, na_values=[""]),
}
# What a Table Schema can say of one cell, so that frictionless judges it too.
TOLD = {"cell.required", "cell.range", "cell.pattern", "cell.not-in-list", "cell.too-long"}
ENGINES = pytest.mark.parametrize("engine", schemas.ENGINES)


@pytest.fixture(scope="module")
def record():
    return read(ROOT, None)


@pytest.fixture(scope="module")
def made():
    """Every schema, made once."""
    return {(name, engine): schemas.pandera(name, engine, ROOT) for name in schemas.tables(ROOT) for engine in READ}


def failures(schema, frame) -> list[tuple]:
    """What pandera refuses: row, column and name of the check; no column where rows are judged."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = polars.DataFrame(
            [
                {name: None if one[name] != one[name] else one[name] for name in ("index", "column", "check")}
                for one in (
                    errors.failure_cases.to_dicts()
                    if isinstance(errors.failure_cases, polars.DataFrame)
                    else errors.failure_cases.astype(object).to_dict("records")
                )
            ],
            schema={"index": polars.Int64, "column": polars.String, "check": polars.String},
        ).rows()
        return [
            (row, None if check.startswith("key.") else column, check.partition(":")[0]) for row, column, check in cases
        ]
    return []


def gate(record, table, data) -> dict[tuple, str]:
    """What the gate refuses: the rule by row and column."""
    raw, wrong = csv_rows.read(table, data)
    assert not wrong
    _, findings = check_cells(record.package, {table.name: raw})
    return {(one.line - 2, one.column): one.rule for one in findings}


def referee(table, data, folder) -> set[tuple]:
    """The cells that frictionless refuses, judging the table alone."""
    schema = json.loads((ROOT / f"schemas/{table.name}.json").read_text(encoding="utf-8"))
    schema.pop("foreignKeys", None)
    (folder / "table.csv").write_bytes(data)
    logging.disable(logging.WARNING)
    try:
        resource = frictionless.Resource(
            path="table.csv",
            basepath=str(folder),
            encoding="utf-8",
            schema=frictionless.Schema.from_descriptor(schema),
        )
        errors = resource.validate().flatten(["rowNumber", "fieldName", "type"])
    finally:
        logging.disable(logging.NOTSET)
    return {(row - 2, field) for row, field, _ in errors if field}


@ENGINES
def test_the_record_passes(record, made, engine):
    """Every table of the record, as it is downloaded, passes its schema on either engine."""
    for table in record.package.tables:
        assert failures(made[table.name, engine], READ[engine](record.files[table.path])) == [], table.name


def test_planted_cells_are_the_same_everywhere(record, made, tmp_path):
    """Each defect of a cell is found in the same cells by polars, by pandas, by the gate, and by frictionless where it can.

    Of a long table the first rows are judged: a cell is judged by itself. In the short form every fifth kind is tried.
    """
    record = record if LONG else replace(record, files={path: _first(data) for path, data in record.files.items()})
    seen, paths = set(), {table.path: table for table in record.package.tables}
    for kind, mutants in planted(record, GROUPS["cells"][:: 1 if LONG else 5], 1).items():
        for mutant in mutants:
            ((path, data),) = mutant.files.items()
            table = paths[path]
            expected = gate(record, table, data)
            for engine, read_csv in READ.items():
                found = [one for one in failures(made[table.name, engine], read_csv(data)) if one[1]]
                told = f"{engine}, {kind.name}: {mutant.told or path}"
                assert {(row, column) for row, column, _ in found} == set(expected), told
                names = {
                    (row, column, "cell.required" if name == "not_nullable" else name) for row, column, name in found
                }
                assert {(*cell, rule) for cell, rule in expected.items()} <= names, told
            heard = referee(table, data, tmp_path)
            assert heard <= set(expected), kind.name
            assert heard >= {cell for cell, rule in expected.items() if rule in TOLD}, kind.name
            seen |= set(expected.values())
    assert len(seen) > 5 and seen <= (every := {check.rule for check in CELL_CHECKS} | {"cell.required"})
    assert seen == every or not LONG


def _first(data: bytes) -> bytes:
    """The header and the first rows of a table, which has no line break in a cell."""
    return b"".join(data.splitlines(keepends=True)[:61])


@ENGINES
def test_what_no_two_rows_share(record, made, engine):
    """A row that stands twice, or shares what is unique, is found in the rows where the gate finds it."""
    for table in record.package.tables:
        header, *lines = record.files[table.path].decode().splitlines(keepends=True)
        others = [column for names in table.unique for column in names]
        if not lines or not (set(others) - set(table.key)):
            continue
        again = dict(
            zip(table.columns, next(iter(csv_rows.read(table, record.files[table.path])[0].rows)), strict=True)
        )
        again[next(part for part in table.key if part not in others)] += "-again"
        data = (header + "".join([*lines, lines[-1]])).encode() + written_row(table, again)
        raw, _ = csv_rows.read(table, data)
        dataset, findings = check_cells(record.package, {table.name: raw})
        assert findings == []
        expected = {(one.line - 2, one.rule) for one in check_links_of(record, dataset, table, raw)}
        assert {rule for _, rule in expected} == {"key.twice", "key.shared"}, table.name
        found = {(row, name) for row, _, name in failures(made[table.name, engine], READ[engine](data))}
        # The row that stands twice shares everything: our report tells one slip once.
        assert expected <= found and {row for row, _ in found} == {row for row, _ in expected}, table.name


def written_row(table, row) -> bytes:
    text = io.StringIO()
    csv.DictWriter(text, table.columns, lineterminator="\n").writerow(row)
    return text.getvalue().encode()


def check_links_of(record, dataset, table, raw):
    """What the gate says of keys in that table alone."""
    alone = replace(table, links=())
    package = replace(record.package, tables=(alone,))
    dataset = replace(dataset, package=package)
    return check_links(dataset, {table.name: raw}, Soundness.of(package, [table.name], []))


@ENGINES
def test_a_schema_can_be_read(made, engine):
    """The schema says by name what a column must be: its type, that it is required, its list, its limits."""
    codes, statements = made["codes", engine], made["statements", engine]
    medium = statements.columns["medium"]
    assert not medium.nullable and statements.columns["note"].nullable and "str" in str(medium.dtype).lower()
    told = {check.name: check.error for check in (*medium.checks, *codes.columns["scale"].checks)}
    assert told["cell.not-in-list"].startswith("cell.not-in-list: is none of briefing, press-conference")
    assert told["cell.range"] == "cell.range: lies outside -2 to 2" and "cell.type" in told
    assert "[a-z0-9]+" in {check.name: check.error for check in statements.columns["id"].checks}["cell.pattern"]
    assert [check.name for check in codes.checks] == ["key.twice", "key.shared"]
    assert codes.checks[1].error == "key.shared: list, label: an earlier row has the same"
    assert statements.name == "statements" and statements.title == "Statements" and medium.description


def test_every_check_is_a_rule(made):
    """Each named check has an entry in the rules, but the one on how the file was read."""
    known = {one.rule.slug for one in explained()} | {rule.slug for rule in rules()} | {"empty-text"}
    for schema in made.values():
        checks = [check for column in schema.columns.values() for check in column.checks]
        assert {check.name for check in (*checks, *schema.checks)} <= known


@ENGINES
def test_columns_beside_those_of_the_table(record, made, engine):
    """What the site adds to a downloaded table is let be; a column that is missing is not."""
    frame = READ[engine](record.files["data/people.csv"])
    more = frame.with_columns(label=polars.lit("x")) if engine == "polars" else frame.assign(label="x")
    assert failures(made["people", engine], more) == []
    less = frame.drop("name") if engine == "polars" else frame.drop(columns="name")
    assert {name for _, _, name in failures(made["people", engine], less)} == {"column_in_dataframe"}


@ENGINES
def test_a_file_that_was_read_otherwise(record, made, engine):
    """Numbers that are no text are refused for their type alone; an empty text is told to be null."""
    data = record.files["data/codes.csv"]
    typed = (
        polars.read_csv(io.BytesIO(data), infer_schema_length=None)
        if engine == "polars"
        else pandas.read_csv(io.BytesIO(data), keep_default_na=False, na_values=[""])
    )
    found = failures(made["codes", engine], typed)
    assert {name.partition("(")[0] for _, _, name in found} == {"dtype"}
    assert "rank" in {column for _, column, _ in found}
    kept = READ[engine](data)
    kept = kept.fill_null("") if engine == "polars" else kept.fillna("")
    assert {name for _, column, name in failures(made["codes", engine], kept) if column == "same_as"} >= {"empty-text"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("statement", "polars", ROOT), "has no table 'statement'. Did you mean statements?"),
        (("xylophones", "polars", ROOT), "It has "),
        (("statements", "spark", ROOT), "no engine is called 'spark'. Use one of polars, pandas."),
        (("statements", "polars", ROOT / "src"), "holds no sound package (datapackage.json: the file does not exist)"),
    ],
)
def test_what_there_is_no_schema_for(arguments, told):
    """A wrong name or folder says what was wrong, and what to do."""
    with pytest.raises(schemas.NoSchema) as raised:
        schemas.pandera(*arguments)
    assert told in str(raised.value)


def test_the_current_folder_is_the_package_by_default(monkeypatch, tmp_path):
    """Without a folder the schemas are those of the package in which one works."""
    monkeypatch.chdir(ROOT)
    assert "statements" in schemas.tables() and schemas.pandera("statements").name == "statements"
    monkeypatch.chdir(tmp_path)
    with pytest.raises(schemas.NoSchema, match="Name the folder that holds"):
        schemas.tables()


def test_pandas_is_needed_only_for_pandas(monkeypatch):
    """Without pandas the schemas for polars are there, and those for pandas say what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert schemas.pandera("statements", root=ROOT).name == "statements"
    with pytest.raises(schemas.NoSchema, match=r"pandas is not installed .* Run: pip install pandas"):
        schemas.pandera("statements", "pandas", ROOT)


def test_the_documented_example_runs(monkeypatch, capsys):
    """The code in docs/frames.md runs in the folder of the package, and prints what stands under it."""
    monkeypatch.chdir(ROOT)
    text, names = (ROOT / "docs/frames.md").read_text(encoding="utf-8"), {}
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", text, re.DOTALL)
    assert len(examples) == text.count("```python") == 3
    for code, printed in examples:
        exec(code, names)
        assert [line.strip() for line in capsys.readouterr().out.splitlines()] == printed.splitlines()
