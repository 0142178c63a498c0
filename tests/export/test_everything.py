"""The files that people take away, each read by what its users use: nothing lost, nothing changed, the same each time.

In the short form they are those of the second dossier, which is small; in the long form those of the record.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import warnings
import zipfile
from contextlib import closing
from pathlib import Path

import duckdb
import pandas
import polars as pl
import pytest
import rdflib
from frictionless import Package as Referee
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pybtex.database import parse_string

from readouts.build.described import described
from readouts.commands import main
from readouts.export import workbook
from readouts.export.offered import OFFERED
from readouts.package.descriptor import load

from ..conftest import ROOT

WHICH = ROOT if os.environ.get("READOUTS_LONG") else ROOT / "examples" / "washington-beijing"
SDO, PROV = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/prov#")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """All files, as `readouts export` writes them."""
    made = tmp_path_factory.mktemp("exported")
    assert main(["export", str(WHICH), "--output", str(made / "readouts.db")]) == 0
    return made


@pytest.fixture(scope="module")
def package():
    return load(WHICH)[0]


@pytest.fixture(scope="module")
def ask(folder):
    with closing(sqlite3.connect(folder / "readouts.db")) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def unpacked(folder, tmp_path_factory) -> Path:
    """The one folder in the zip."""
    place = tmp_path_factory.mktemp("zip")
    with zipfile.ZipFile(folder / "readouts.zip") as file:
        file.extractall(place)
    (inside,) = place.iterdir()
    return inside


def columns(table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns)


def test_what_is_offered_is_written(folder):
    """Each file that the page names is there, with a Parquet file a table, and the digests are theirs."""
    told = json.loads((folder / "exports.json").read_text())
    assert {one.name for one in OFFERED} <= told["files"].keys()
    assert told["database"] == hashlib.sha256((folder / "readouts.db").read_bytes()).hexdigest()
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - {"readouts.db", "readouts.csv", "readouts_wordings.csv", "exports.json"} == told["files"].keys()
    for name, held in told["files"].items():
        content = (folder / name).read_bytes()
        assert held == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}, name


def test_the_same_record_gives_the_same_bytes(folder, tmp_path):
    """Written again, every file is the same, byte for byte."""
    assert main(["export", str(WHICH), "--output", str(tmp_path / "readouts.db")]) == 0
    assert (tmp_path / "exports.json").read_bytes() == (folder / "exports.json").read_bytes()


def test_every_column_of_the_built_file_is_described(package, ask):
    """The tables that exports name have the columns of the file, in its order, each with a meaning."""
    for table in described(package):
        assert tuple(name for (name,) in ask(f"SELECT name FROM pragma_table_info('{table.name}')")) == table.columns
        assert all(field.description and field.title for field in table.fields), table.name


def test_the_zip_is_a_data_package(unpacked):
    """frictionless reads it whole, sizes, digests, keys and links among it, and finds nothing."""
    report = Referee(str(unpacked / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resource", "type", "note"])[:5]


def test_the_descriptor_says_what_lies_in_the_zip(unpacked, ask):
    """Size and digest of each file, and of what time and from what the record is."""
    told = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    for one in told["resources"]:
        content = (unpacked / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert {"version", "created", "licenses", "contributors", "keywords"} <= told.keys()
    assert (told["temporal"]["start"],) == ask("SELECT min(date_earliest) FROM statements")[0]
    assert told["sources"][0]["title"].startswith(f"{ask('SELECT count(*) FROM sources')[0][0]:,} pages")
    assert (unpacked / "LICENSE-DATA").is_file() == (WHICH / "LICENSE-DATA").is_file()


def test_the_tables_in_the_zip_are_those_that_were_checked(unpacked, package):
    """Each file of the package is there as it lies in the folder."""
    for table in package.tables:
        assert (unpacked / table.path).read_bytes() == (WHICH / table.path).read_bytes()


def test_pandas_counts_with_the_flat_table(unpacked, ask):
    """One row a stance; both days of a date are days to pandas, and what is empty stays empty."""
    frame = pandas.read_csv(unpacked / "flat" / "readouts.csv")
    assert len(frame) == ask("SELECT count(*) FROM stances")[0][0]
    for name in ("date_first", "date_last"):
        days = pandas.to_datetime(frame[name], format="%Y-%m-%d")
        assert days.isna().sum() == ask(f"SELECT count(*) FROM readouts WHERE {name} IS NULL")[0][0]
    assert dict(frame["side"].value_counts()) == dict(
        ask("SELECT side, count(*) FROM readouts WHERE side IS NOT NULL GROUP BY side")
    )


def test_parquet_has_each_cell_of_each_table(folder, package, ask):
    """polars reads numbers as numbers, days as days, yes and no as such, and everything else as the text that it is."""
    read = 0
    for table in described(package):
        path = folder / "parquet" / f"{table.name}.parquet"
        if not path.is_file():
            assert table.name == "search"
            continue
        frame = pl.read_parquet(path)
        types = {"integer": pl.Int64, "boolean": pl.Boolean, "string": pl.String, "date": pl.Date}
        assert dict(frame.schema) == {field.name: types[field.type] for field in table.fields}
        plain = frame.with_columns(pl.col(pl.Date).dt.to_string("%Y-%m-%d"), pl.col(pl.Boolean).cast(pl.Int64))
        assert plain.rows() == ask(f'SELECT {columns(table)} FROM "{table.name}" ORDER BY rowid'), table.name
        read += 1
    assert read > 40


def test_duckdb_asks_parquet_what_sqlite_answers(folder, ask):
    """The same question to both, over three tables that are joined."""
    sql = (
        "SELECT claims.text, stances.stance, count(*) FROM {}stances{} AS stances"
        " JOIN {}claims{} AS claims ON claims.id = stances.claim_id GROUP BY 1, 2 ORDER BY 1, 2"
    )
    found = duckdb.sql(sql.format(*[f"'{folder}/parquet/", ".parquet'"] * 2)).fetchall()
    assert found == ask(sql.format("", "", "", "")) and len(found) > 20


def test_what_parquet_says_of_its_columns(folder, ask):
    """The file itself has the meaning of each column, and of which version it is."""
    told = json.loads(pl.read_parquet_metadata(folder / "parquet" / "readouts.parquet")["readouts"])
    assert told["version"] == ask("SELECT version FROM package")[0][0]
    assert {name for (name,) in ask("SELECT name FROM pragma_table_info('readouts')")} == told["columns"].keys()
    assert all(one["description"] for one in told["columns"].values())


def test_the_workbook_has_every_row_as_text(folder, package, ask):
    """The flat table stands first; each table is whole, no cell is a formula, and a date in EDTF is text."""
    book = load_workbook(folder / "readouts.xlsx")
    assert book.sheetnames[:2] == ["readouts", "readouts_wordings"]
    assert book.sheetnames[-2:] == ["What the columns mean", "How to cite"]
    tables = {table.name: table for table in (*described(package)[-3:], *package.tables)}
    for name in book.sheetnames[:-2]:
        sheet, asked = book[name], columns(tables[name])
        rows = list(sheet.iter_rows(min_row=2))
        assert [tuple(cell.value for cell in row) for row in rows] == ask(
            f'SELECT {asked} FROM "{name}" ORDER BY rowid'
        )
        assert not {cell.data_type for row in rows for cell in row} - {"s", "n"}
        assert sheet.freeze_panes == "A2" and [one.ref for one in sheet.tables.values()] == [reach(sheet, len(rows))]


def reach(sheet, rows: int) -> str:
    """Where the table of a sheet lies: below its head Excel wants a row, be it empty."""
    return f"A1:{get_column_letter(sheet.max_column)}{max(rows, 1) + 1}"


def test_the_workbook_says_what_it_is(folder, package):
    """What each column and code means, how it is cited, and nothing that a spreadsheet runs."""
    book = load_workbook(folder / "readouts.xlsx", read_only=True)
    meanings = list(book["What the columns mean"].iter_rows(values_only=True))
    assert {(row[0], row[1]) for row in meanings[1:]} >= {
        (table.name, field.name) for table in package.tables for field in table.fields
    }
    assert all(row[4] for row in meanings)
    cited = dict(book["How to cite"].iter_rows(values_only=True))
    assert package.version in cited["Cite as"] and cited["Licence"]
    with zipfile.ZipFile(folder / "readouts.xlsx") as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "externalLink" in name]


def test_libreoffice_opens_the_workbook(folder, tmp_path, ask):
    """The program that many open it with reads the flat table as it is."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not here")
    where = [f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to"]
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    subprocess.run(
        [office, *where, form, "--outdir", tmp_path, folder / "readouts.xlsx"],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (made,) = tmp_path.glob("*.csv")
    frame = pl.read_csv(made, infer_schema=False)
    asked = "speaker, date, date_first, stance, claim, words, claim_id, statement_id"
    kept = frame.select(asked.split(", ")).with_columns(pl.all().replace("", None))
    assert kept.rows() == ask(f"SELECT {asked} FROM readouts ORDER BY rowid")


def test_croissant_reads_every_table(folder, ask):
    """mlcroissant, by the makers of the standard, finds nothing amiss and reads each row through the zip."""
    code = (
        "import json, sys, mlcroissant\n"
        "data = mlcroissant.Dataset(sys.argv[1])\n"
        "told = [*data.metadata.ctx.issues.errors, *data.metadata.ctx.issues.warnings]\n"
        "sets = {one.id: sum(1 for _ in data.records(one.id)) for one in data.metadata.record_sets}\n"
        "print(json.dumps([[str(one) for one in told], sets]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, folder / "croissant.json"],
        capture_output=True,
        text=True,
        env={**os.environ, "CROISSANT_CACHE": str(folder.parent / "croissant")},
    )
    assert run.returncode == 0, run.stderr[-2000:]
    told, sets = json.loads(run.stdout.splitlines()[-1])
    assert told == []
    assert sets == {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in sets} and len(sets) > 20


def test_references_are_read_back(folder, ask):
    """pybtex and JSON have an entry a source, with its title, its day in EDTF, its address."""
    sources = ask("SELECT id, coalesce(title, name), published, coalesce(url, archive_url) FROM sources ORDER BY id")
    entries = parse_string((folder / "sources.bib").read_text(encoding="utf-8"), "bibtex").entries
    read = [
        (key, plain(one.fields["title"]), one.fields.get("date"), one.fields.get("url")) for key, one in entries.items()
    ]
    assert read == sources
    items = json.loads((folder / "sources.csl.json").read_text(encoding="utf-8"))
    assert [(one["id"], one["title"], day(one.get("issued")), one.get("URL")) for one in items] == sources


def plain(text: str) -> str:
    """What TeX would print."""
    text = text.removeprefix("{").removesuffix("}")
    for name, mark in ((r"\textasciitilde ", "~"), (r"\textasciicircum ", "^"), (r"\textbackslash ", "\\")):
        text = text.replace(name, mark)
    return text.replace("\\", "")


def day(issued) -> str | None:
    if issued is None or "literal" in issued:
        return issued and issued["literal"]
    (parts,) = issued["date-parts"]
    return "-".join(f"{part:02}" for part in parts)


@pytest.fixture(scope="module")
def graph(folder):
    """The linked data, as rdflib reads it from a host that serves it."""
    found = rdflib.Graph()
    with warnings.catch_warnings(action="ignore"):
        found.parse(
            folder / "readouts.jsonld", format="json-ld", publicID="https://example.org/-/files/readouts.jsonld"
        )
    return found


def test_linked_data_has_each_row(graph, ask):
    """A node a claim, statement, quotation, source, stance; every link leads to a node of the file."""
    for kind, table in (
        (SDO.Claim, "claims"),
        (SDO.Statement, "statements"),
        (SDO.Quotation, "quotations"),
        (SDO.CreativeWork, "sources"),
        (SDO.Person, "people"),
    ):
        assert {str(one).rpartition("/")[2] for one in graph.subjects(rdflib.RDF.type, kind)} == {
            key for (key,) in ask(f"SELECT id FROM {table}")
        }
    acts = [len(set(graph.subjects(rdflib.RDF.type, SDO[f"{kind}Action"]))) for kind in ("Agree", "Disagree", "React")]
    asked = "SELECT sum(scale > 0), sum(scale < 0), sum(coalesce(scale, 0) = 0) FROM stances JOIN codes ON list = 'stance' AND code = stance"
    assert [tuple(acts)] == ask(asked)
    inside = {one for one in graph.objects() if str(one).startswith("https://example.org/readouts/")}
    assert {one for one in inside - set(graph.subjects()) if "/topics/" not in str(one)} == set()


def test_linked_data_answers_who_denies(graph, ask):
    """Asked in SPARQL who denies what, and where it is read, it answers as the record does."""
    found = graph.query(
        "PREFIX s: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>"
        " SELECT ?who ?what ?where { ?act a s:DisagreeAction; s:agent/s:name ?who; s:object/s:text ?what;"
        " s:result/(prov:wasQuotedFrom|prov:wasDerivedFrom)/s:name ?where }"
    )
    asked = ask(
        "SELECT coalesce(people.name, organizations.name), claims.text, sources.name FROM stances"
        " JOIN codes ON list = 'stance' AND code = stance AND scale < 0 JOIN claims ON claims.id = stances.claim_id"
        " JOIN statements ON statements.id = stances.statement_id JOIN quotations ON quotations.id = stances.quotation_id"
        " JOIN sources ON sources.id = quotations.source_id LEFT JOIN people ON people.id = speaker_id"
        " LEFT JOIN organizations ON organizations.id = organization_id"
        " WHERE statements.form <> 'unattributed' AND coalesce(speaker_id, organization_id) IS NOT NULL"
    )
    assert {tuple(map(str, row)) for row in found} == set(asked) and asked


def test_what_nobody_is_named_for_is_nobodys(graph, ask):
    """A statement that its source puts in nobody's mouth has no creator, and its stances no agent."""
    nobody = {
        f"https://example.org/readouts/statements/{key}"
        for (key,) in ask("SELECT id FROM statements WHERE form = 'unattributed'")
    }
    named = {str(one) for one in (*graph.subjects(SDO.creator), *graph.subjects(PROV.wasAttributedTo))}
    assert not nobody & named and len(named) > 5
    acts = {str(graph.value(one, SDO.instrument)) for one in graph.subjects(SDO.agent)}
    assert not nobody & acts


def test_a_table_that_no_sheet_holds_is_told(folder, monkeypatch, capsys):
    """More rows than Excel has: what to take instead, and all files are those of before."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    assert main(["export", str(WHICH), "--output", str(folder / "readouts.db")]) == 2
    told = capsys.readouterr().err
    assert "nothing was written: readouts has" in told and "a sheet of Excel holds 10. Take CSV or Parquet" in told
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
