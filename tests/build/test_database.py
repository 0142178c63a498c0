"""The built file: typed, linked, indexed, the same bytes twice, and nothing lost."""

import csv
import sqlite3
from contextlib import closing

import pytest

from readouts.build.database import in_link_order
from readouts.export.files import ChangedSinceCheck, build
from readouts.export.flat_table import table_csv

from ..conftest import ROOT, check


@pytest.fixture(scope="module")
def built(built_file):
    """The real record, checked, and its built file."""
    with closing(sqlite3.connect(built_file)) as connection:
        yield check(ROOT).checked, built_file, connection


def test_round_trip_loses_nothing(built):
    """CSV to SQLite to CSV gives back the same cells of every table."""
    checked, _, connection = built
    for table in checked.package.tables:
        text = table_csv(connection, table.name, table.columns, table.key)
        rows = sorted(tuple(row) for row in csv.reader(text.splitlines()[1:]))
        assert rows == sorted(checked.tables[table.name].rows), table.name


def test_same_bytes_twice(built, tmp_path):
    """The same record gives the same file."""
    checked, path, _ = built
    made = build(checked, tmp_path / "readouts.db")
    assert [one.name for one in made] == ["readouts.db", "readouts.csv", "readouts_wordings.csv"]
    assert [one.read_bytes() for one in made] == [path.with_name(one.name).read_bytes() for one in made]


def test_row_order_gives_the_same_bytes(copy, tmp_path):
    """The order of rows in the CSV files does not change the build."""
    one, *_ = build(copy.check().checked, tmp_path / "one.db")
    for raw in copy.check().checked.tables:
        copy.write(raw, copy.rows(raw)[::-1])
    two, *_ = build(copy.check().checked, tmp_path / "two.db")
    assert one.read_bytes() == two.read_bytes()


def test_links_are_declared_and_whole(built):
    """Every foreign key of the schemas is one of the file, and every one leads somewhere."""
    checked, _, connection = built
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for table in checked.package.tables:
        declared = {(row[3], row[2], row[4]) for row in connection.execute(f'PRAGMA foreign_key_list("{table.name}")')}
        assert declared == {(link.field, link.table, link.target) for link in table.links}


def test_types_and_keys(built):
    """Columns have the types and the keys of their schemas."""
    checked, _, connection = built
    for table in checked.package.tables:
        found = {row[1]: row for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
        assert {name for name, row in found.items() if row[5]} == set(table.key)
        for field in table.fields:
            assert found[field.name][2] == ("INTEGER" if field.type == "integer" else "TEXT")
            assert bool(found[field.name][3]) == field.required


def test_links_and_facets_have_indexes(built):
    """A page that filters by a link or a facet reads an index."""
    checked, _, connection = built
    for table in checked.package.tables:
        first = {
            connection.execute(f'PRAGMA index_info("{row[1]}")').fetchone()[2]
            for row in connection.execute(f'PRAGMA index_list("{table.name}")')
        }
        facets = {facet for facet in table.facets if facet in table.columns}
        assert {link.field for link in table.links} | facets <= first, table.name


def test_refused_when_a_file_changed_since_the_check(copy, tmp_path):
    """What was not checked is not built, and nothing is left behind."""
    checked = copy.check().checked
    copy.change("people", "dmitry-peskov", "name", "Somebody Else")
    with pytest.raises(ChangedSinceCheck, match=r"data/people\.csv"):
        build(checked, tmp_path / "readouts.db")
    assert not list(tmp_path.glob("readouts.*"))


def test_a_failed_build_leaves_the_old_file(copy, tmp_path, monkeypatch):
    """The file is written beside and renamed: a build that fails half-way changes nothing."""
    checked = copy.check().checked
    path, *_ = build(checked, tmp_path / "readouts.db")
    before = path.read_bytes()

    def fail(connection):
        raise sqlite3.OperationalError("no room")

    monkeypatch.setattr("readouts.build.database.derive", fail)
    with pytest.raises(sqlite3.OperationalError):
        build(checked, path)
    assert path.read_bytes() == before and not list(tmp_path.glob(".readouts-build-*"))


def test_link_order(built):
    """A table comes after every table that it links to."""
    names = [table.name for table in in_link_order(built[0].package)]
    assert all(
        names.index(link.table) <= names.index(table.name) for table in built[0].package.tables for link in table.links
    )


@pytest.mark.parametrize("name", ["readouts", "readouts_wordings"])
def test_flat_tables_are_the_views(built, name):
    """build/readouts.csv is the table readouts, whole; every wording likewise."""
    _, path, connection = built
    text = path.with_name(f"{name}.csv").read_text(encoding="utf-8")
    assert text == table_csv(connection, name)
    assert text.count("\n") == connection.execute(f"SELECT count(*) + 1 FROM {name}").fetchone()[0]
