"""How derived tables are declared, built and stored."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from datasette.utils import detect_fts

from readouts.build import derive, steps
from readouts.package.model import Field, Link

from ..conftest import CODES, VOCABULARY
from ..views.record import ROOT, SCHEMAS, Record

FOLDERS = ROOT / "src" / "readouts" / "build"
STEPS = [*derive.columns(VOCABULARY), *derive.views(VOCABULARY)]


def path_of(step: steps.Derived) -> str:
    return step.path


@contextmanager
def filled() -> Iterator[Record]:
    """A record with a row for every derived table."""
    with Record() as record:
        record.event("leak", "leak", "2025-11-25", ("kremlin/yuri-ushakov/subject",))
        record.claim("genuine", "authenticity", "leak")
        counted = {"counted_kind": "call", "counted_person_id": "vladimir-putin", "counted_with_id": "donald-trump"}
        record.claim("how-many", "count")
        record.tables["claims"][-1] |= counted | {"value": "1", "counted_period": "2024-11"}
        record.statement("tally", "kremlin", {"how-many": "asserts"}, "2024-12-01")
        for id, date in (("call", "2024-11-07"), ("summit", "2025-10")):
            record.event(id, "call", date, ("kremlin/vladimir-putin", "white-house/donald-trump"))
        record.claim("took-place", "occurrence", "call")
        record.claim("planned", "plan", "summit")
        record.add("threads", id="thread", question="Was there a call?")
        for place, claim in enumerate(("took-place", "planned"), 1):
            record.add("thread_claims", thread_id="thread", claim_id=claim, place=place, reason="It asks so.")
        record.source("mirror", published="2024-11-12")
        record.add("source_citations", source_id="mirror", cited_source_id="page", relation="republishes")
        record.statement("report", "washington-post", {"took-place": "asserts"}, "2024-11-10")
        record.statement("denial", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
        record.quotation("denial-mirror", "denial", source="mirror")
        record.statement("retreat", "kremlin/dmitry-peskov", {"took-place": "allows"}, "2024-11-12", after_id="denial")
        record.statement("no-plan", "kremlin/dmitry-peskov", {"planned": "denies"}, "2025-09-30")
        yield record


@pytest.fixture
def record() -> Iterator[Record]:
    """A record with a row for every derived table, of one test."""
    with filled() as record:
        yield record


@pytest.fixture(scope="module")
def both_ways() -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """The same record derived from its rows in their order, and from the last to the first."""
    with filled() as record:
        both = record.base(), record.base(reverse=True)
        for one in both:
            derive.derive(one)
        yield both


@pytest.fixture
def derived(both_ways: tuple[sqlite3.Connection, sqlite3.Connection]) -> sqlite3.Connection:
    """The derived record, for tests that only look."""
    return both_ways[0]


def query(connection: sqlite3.Connection, sql: str) -> list[tuple]:
    return connection.execute(sql).fetchall()


# ---- declared


def test_every_file_is_built_once():
    """ORDER names every pair of files, and each once."""
    files = sorted(
        f"{path.parent.name}/{path.stem}"
        for folder in ("columns", "views")
        for path in (FOLDERS / folder).glob("*.sql")
    )
    assert sorted(derive.ORDER) == files


def test_a_file_that_is_not_in_the_order_is_refused(monkeypatch):
    """A derived table that nobody builds is a mistake, not a leftover."""
    monkeypatch.setattr(derive, "ORDER", derive.ORDER[:-1])
    derive._steps.cache_clear()
    try:
        with pytest.raises(ValueError, match="search"):
            derive.views(VOCABULARY)
    finally:
        derive._steps.cache_clear()


@pytest.mark.parametrize("step", STEPS, ids=path_of)
def test_first_comment_says_what_one_row_is(step):
    """A researcher reads in the first line of each query what one row is, and finds that it orders its rows."""
    assert step.sql.startswith("-- One row is ") and "\nORDER BY " in step.sql


@pytest.mark.parametrize("step", STEPS, ids=path_of)
def test_every_value_of_a_closed_list_is_defined(step):
    """The description of a column with a closed list defines every value, or names the list of codes that does."""
    for field in step.fields:
        told = re.search(r"codes of the list ([a-z-]+)", field.description)
        defined = {row["label"].lower() for row in CODES if told and row["list"] == told[1] and row["definition"]}
        assert [
            value
            for value in (one.removesuffix(" so far") for one in field.enum)
            if f"{value}: " not in field.description and f"{value}, " not in field.description and value not in defined
        ] == [], field.name


@pytest.mark.parametrize("step", STEPS, ids=path_of)
def test_codes_are_lists_of_the_record(step):
    """A column that holds codes names a list that some base table uses."""
    lists = {field.get("codes") for schema in SCHEMAS.values() for field in schema["fields"]}
    assert {field.codes for field in step.fields if field.codes} <= lists


@pytest.mark.parametrize("view", derive.views(VOCABULARY), ids=path_of)
def test_ids_link_and_come_last(view):
    """Every id of another table links to it, and stands behind the columns that readers read first."""
    ids = [name for name in view.columns if name.endswith("_id")]
    assert [link.field for link in view.links] == ids == list(view.columns[len(view.columns) - len(ids) :])


@pytest.mark.parametrize("table", derive.columns(VOCABULARY), ids=path_of)
def test_reader_columns_are_new(table):
    """Reader columns stand beside the base table's own and replace none."""
    own = {field["name"] for field in SCHEMAS[table.name]["fields"]}
    assert own & set(table.columns) == set(table.key) == set(SCHEMAS[table.name]["primaryKey"])


def test_base_tables_get_the_facets_that_they_declare():
    """A facet in a base table's schema is a column of it, or a reader column."""
    added: dict[str, set[str]] = {}
    for table in derive.columns(VOCABULARY):
        added[table.name] = added.get(table.name, set()) | set(table.columns)
    for name, schema in SCHEMAS.items():
        known = {field["name"] for field in schema["fields"]} | added.get(name, set())
        assert set(schema["datasette"].get("facets", [])) <= known, name
        assert set(schema["datasette"]["shown"]) <= known, name


def test_every_table_says_which_columns_answer():
    """A page begins with what a reader asks for: eight columns at most, each once, chosen by hand."""
    declared = {name: schema["datasette"]["shown"] for name, schema in SCHEMAS.items()}
    declared |= {view.name: list(view.shown) for view in derive.views(VOCABULARY)}
    assert {name: shown for name, shown in declared.items() if not 0 < len(set(shown)) == len(shown) <= 8} == {}


def test_values_are_frozen():
    """What is declared cannot be changed by who reads it."""
    with pytest.raises(AttributeError):
        derive.views(VOCABULARY)[0].name = "other"


# ---- built


@pytest.mark.parametrize("view", derive.views(VOCABULARY), ids=path_of)
def test_every_view_is_a_table_with_rows(derived, view):
    """Each derived table is a real table, and the small record fills it."""
    assert query(derived, f"SELECT type FROM sqlite_master WHERE name = '{view.name}'") == [("table",)]
    assert query(derived, f"SELECT count(*) FROM {view.name}") != [(0,)]


@pytest.mark.parametrize("view", derive.views(VOCABULARY), ids=path_of)
def test_stored_as_declared(derived, view):
    """The stored table has the declared columns, types, key and links, and an index on every link and facet."""
    types = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
    stored = query(derived, f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{view.name}')")
    key = {name: place for place, name in enumerate(view.key, 1)}
    assert stored == [
        (field.name, types[field.type], int(field.required), key.get(field.name, 0)) for field in view.fields
    ]
    links = query(derived, f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{view.name}\')')
    assert sorted(links) == sorted((link.field, link.table, link.target) for link in view.links)
    indexed = query(
        derived,
        f"SELECT info.name FROM pragma_index_list('{view.name}') AS list, pragma_index_info(list.name) AS info WHERE list.origin = 'c'",
    )
    assert {name for (name,) in indexed} == {link.field for link in view.links} | set(view.facets)


@pytest.mark.parametrize("table", derive.columns(VOCABULARY), ids=path_of)
def test_reader_columns_are_indexed(derived, table):
    """A reader column that readers sort by has an index on its base table."""
    indexed = query(
        derived,
        f"SELECT info.name FROM pragma_index_list('{table.name}') AS list, pragma_index_info(list.name) AS info",
    )
    assert set(table.facets) <= {name for (name,) in indexed}


def test_links_lead_somewhere(derived):
    """No derived table links to a row that is not there."""
    assert query(derived, "PRAGMA foreign_key_check") == []


def test_search_is_what_datasette_looks_for(record):
    """The full-text index is found by Datasette, and the file may be vacuumed without losing its rows."""
    connection = record.derive()
    connection.commit()
    connection.execute("VACUUM")
    assert detect_fts(connection, "search") == "search_fts"
    found = "SELECT search.id FROM search_fts JOIN search ON search.rowid = search_fts.rowid WHERE search_fts MATCH 'peskov allows'"
    assert query(connection, found) == [("statement/retreat",)]


def test_same_input_same_bytes(record):
    """Two builds of one record are the same, byte for byte."""
    assert record.derive().serialize() == record.derive().serialize()


@pytest.mark.parametrize("step", STEPS, ids=path_of)
def test_order_of_rows_does_not_matter(both_ways, step):
    """The rows of a derived table, and their order, do not depend on the order of the base tables' rows."""
    forwards, backwards = both_ways
    order = ", ".join(step.key) if step in derive.columns(VOCABULARY) else "rowid"
    columns = ", ".join(step.columns)
    assert query(forwards, f"SELECT {columns} FROM {step.name} ORDER BY {order}") == query(
        backwards, f"SELECT {columns} FROM {step.name} ORDER BY {order}"
    )


def test_an_empty_record_is_derived():
    """A record without rows has derived tables without rows."""
    with Record() as empty:
        empty.tables["searches"].clear()
        empty.tables["search_scopes"].clear()
        for name in ("people", "organizations", "sources", "topics"):
            empty.tables[name].clear()
        connection = empty.derive()
        assert [query(connection, f"SELECT count(*) FROM {view.name}") for view in derive.views(VOCABULARY)] == [
            [(0,)]
        ] * len(derive.views(VOCABULARY))


# ---- what fails loudly


def test_a_wrong_order_fails(record, monkeypatch):
    """A step that runs before what it reads stops the build with the missing name."""
    derive.views(VOCABULARY), derive.columns(VOCABULARY)
    monkeypatch.setattr(
        derive, "ORDER", ("columns/sources", "columns/statements", "columns/quotations", "views/claim_timeline")
    )
    with pytest.raises(sqlite3.OperationalError, match="known_order"):
        derive.derive(record.base())


@pytest.mark.parametrize("step", STEPS, ids=path_of)
def test_no_step_can_run_before_those_that_it_needs(record, derived, step):
    """Moved to the front, a step either needs none before it or names what is missing; none gives another answer in silence."""
    connection = record.base()
    try:
        derive._agree(connection, step)
        (derive._add_columns if step in derive.columns(VOCABULARY) else derive._store)(connection, step)
    except sqlite3.OperationalError as error:
        assert "no such" in str(error)
        return
    sql = f"SELECT {', '.join(step.columns)} FROM {step.name} ORDER BY {', '.join(step.key)}"
    assert query(connection, sql) == query(derived, sql)


VIEW = steps.Derived(
    name="kinds",
    title="Kinds",
    description="Kinds of events.",
    path="views/kinds.sql",
    fields=(Field("id", "Id", "string", "The event.", required=True), Field("kind", "Kind", "string", "The kind.")),
    key=("id",),
    sql="SELECT id, kind FROM events ORDER BY id",
)


def store(record: Record, view: steps.Derived) -> None:
    connection = record.base()
    derive._agree(connection, view)
    derive._store(connection, view)


def test_a_well_declared_table_is_stored(record):
    """The table that the next tests spoil is sound."""
    store(record, VIEW)


@pytest.mark.parametrize(
    "sql, told",
    [
        ("SELECT id FROM events", "kind"),
        ("SELECT id, kind, place FROM events", "place"),
        ("SELECT id, title FROM events", "title, kind"),
        ("SELECT kind, id FROM events", "another order"),
    ],
)
def test_columns_that_differ_are_named(record, sql, told):
    """Where the query's columns are not those of the JSON file, the message names them."""
    with pytest.raises(ValueError, match=told):
        store(record, replace(VIEW, sql=sql))


@pytest.mark.parametrize(
    "change",
    [
        {"key": ("place",)},
        {"facets": ("place",)},
        {"shown": ("place",)},
        {"label": "place"},
        {"sort": "place"},
        {"sort_desc": "place"},
        {"search": ("place",)},
        {"units": (("place", "day"),)},
        {"links": (Link("place", "events", "id"),)},
    ],
)
def test_a_column_that_is_not_there_is_named(record, change):
    """A key, facet, label, order, unit, link or index on a column that the table does not have is refused."""
    with pytest.raises(ValueError, match="place"):
        store(record, replace(VIEW, **change))


@pytest.mark.parametrize(
    "sql, change",
    [
        ("SELECT id, kind FROM events UNION ALL SELECT id, kind FROM events", {}),
        ("SELECT NULL AS id, kind FROM events LIMIT 1", {}),
        ("SELECT 'nowhere' AS id, 'call' AS kind", {"links": (Link("id", "events", "id"),)}),
        ("SELECT id, kind FROM events", {"fields": (VIEW.fields[0], replace(VIEW.fields[1], enum=("call",)))}),
    ],
)
def test_what_breaks_the_declaration_is_refused(record, sql, change):
    """A double key, an empty required cell, a link that leads nowhere, a value outside the closed list: none is stored."""
    with pytest.raises(sqlite3.IntegrityError):
        store(record, replace(VIEW, sql=sql, **change))


def test_reader_columns_keep_to_their_lists(record):
    """A value of a reader column that is not in its closed list stops the build, and is named."""
    kind = replace(VIEW.fields[1], name="sort", enum=("call",))
    step = replace(VIEW, name="events", fields=(VIEW.fields[0], kind), sql="SELECT id, kind AS sort FROM events")
    with pytest.raises(sqlite3.IntegrityError, match='sort has "leak"'):
        derive._add_columns(record.base(), step)


def test_a_row_without_reader_columns_is_refused(record):
    """Reader columns must reach every row of the base table."""
    record.statement("bare", "kremlin/dmitry-peskov", {}, "2025-01-01")
    with pytest.raises(ValueError, match="bare"):
        record.derive()


def test_descriptors_are_in_canonical_form():
    """The JSON files are written as the schemas are: two spaces, no escapes, one final newline."""
    for folder in ("columns", "views"):
        for path in (FOLDERS / folder).glob("*.json"):
            text = path.read_text(encoding="utf-8")
            assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n", path.name


def test_what_is_joined_was_counted(record):
    """The base tables are counted before the first step, and each step's table right after it: SQLite guesses no sizes."""
    said: list[str] = []
    connection = record.base()
    connection.set_trace_callback(said.append)
    derive.derive(connection)
    counted = [sql for sql in said if sql.startswith("ANALYZE")]
    assert counted == ["ANALYZE", *(f'ANALYZE "{name.partition("/")[2].partition(".")[0]}"' for name in derive.ORDER)]
    later = said.index('ANALYZE "known_order"')
    assert [sql.startswith('CREATE TABLE "known_order"') for sql in said[:later]].count(True) == 1
    assert said.index("ANALYZE") < next(place for place, sql in enumerate(said) if sql.startswith("ALTER TABLE"))
