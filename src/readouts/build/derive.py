"""Derived tables: what the record answers once its statements are laid side by side.

Why: nobody writes into a table who contradicts whom, or whose line moved; it is worked
out, by SQL that anyone can read. The published file never changes, so each derived table
is run once and stored: a live view can be neither linked, faceted nor searched. In: a
connection on which the base tables and `evidence` are filled. Out: the same connection,
with reader columns on the base tables and the derived tables beside them.

Each is a pair of files: NAME.sql, whose first comment says what one row is, and NAME.json,
a Table Schema (https://datapackage.org) with what the pages need under `datasette`. What
holds for every side stands once in both, and is written out for the vocabulary of the record.
"""

import json
import sqlite3
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from readouts.build import tables
from readouts.build.steps import Derived, needed
from readouts.finding import NotWhole
from readouts.findings import with_cases
from readouts.package.model import Field, Link
from readouts.package.schema import EDTF
from readouts.read.dates_in_words import in_words
from readouts.vocabulary import Vocabulary, stored
from readouts.vocabulary.each import in_schema, in_sql

# Each step finds only what steps before it have made: out of order, SQLite names the missing table or column.
ORDER = (
    "columns/events.name",
    "columns/people",
    "columns/organizations",
    "columns/sources",
    "columns/statements",
    "columns/quotations",
    "views/known_order",
    "views/claim_timeline",
    "columns/claims",
    "views/positions",
    "views/count_checks",
    "views/coverage",
    "views/covered",
    "views/shifts",
    "views/contradictions",
    "views/contact_voices",
    "views/contact_standing",
    "views/most_telling",
    "views/accounts",
    "columns/events",
    "views/plan_outcomes",
    "views/party_words",
    "views/finding_cases",
    "views/wordings",
    "views/chains",
    "views/corroboration",
    "views/evidence_status",
    "views/thread_steps",
    "columns/threads",
    "views/readouts",
    "views/readouts_wordings",
    "views/search",
)
# Steps that agree with their JSON files, and the tables of which they were asked: SQLite reads a query through for its
# columns alone, and who compares two states derives both.
_AGREED: set[tuple[Derived, str]] = set()


def views(vocabulary: Vocabulary) -> tuple[Derived, ...]:
    """The derived tables of a record with that vocabulary, in the order in which they are built.

    Each with its SQL and its Table Schema; read once. Raises ValueError when files and ORDER name different tables.
    """
    return _steps("views", vocabulary)


def columns(vocabulary: Vocabulary) -> tuple[Derived, ...]:
    """The reader columns of base tables: the key and the columns that are added, one value a table."""
    return _steps("columns", vocabulary)


def derive(connection: sqlite3.Connection, wanted: Iterable[str] = ()) -> None:
    """Add the reader columns to the base tables and store every derived table.

    Where tables are `wanted`, only those and what they read: a comparison reads a few, and search takes its time.
    Raises ValueError when a JSON file and its query disagree or a row gets no reader columns,
    sqlite3.Error when a query reads what is not there or breaks what its JSON file declares.
    """
    # SQLite chooses an order for its joins by what it knows of the tables; of one that was never counted it guesses.
    connection.execute("ANALYZE")
    connection.create_function("in_words", 1, in_words, deterministic=True)
    vocabulary = stored(connection)
    by_path = {one.path: one for one in (*columns(vocabulary), *views(vocabulary))}
    for name in steps_for(wanted, vocabulary) if wanted else ORDER:
        step = by_path[f"{name}.sql"]
        _agree(connection, step)
        (_add_columns if name.startswith("columns/") else _store)(connection, step)
        connection.execute(f'ANALYZE "{step.name}"')


def steps_for(wanted: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """Those of ORDER that make the `wanted` tables, or something that one of these reads, in that order."""
    every = {one.path.removesuffix(".sql"): one for one in (*columns(vocabulary), *views(vocabulary))}
    return needed(wanted, ORDER, every)


@cache
def _steps(folder: str, vocabulary: Vocabulary) -> tuple[Derived, ...]:
    here = files("readouts.build").joinpath(folder)
    found = {file.name.rpartition(".")[0] for file in here.iterdir() if file.name.endswith((".sql", ".json"))}
    listed = [name.partition("/")[2] for name in ORDER if name.startswith(f"{folder}/")]
    for name in sorted(found | {*listed}):
        if listed.count(name) != 1 or not all((here / f"{name}.{one}").is_file() for one in ("sql", "json")):
            place, order = f"src/readouts/build/{folder}/{name}", "ORDER in src/readouts/build/derive.py"
            raise NotWhole(f"{name} needs {place}.sql, {place}.json and one line of {order}.")
    return tuple(
        _read(
            folder,
            name,
            in_schema(json.loads(here.joinpath(f"{name}.json").read_text(encoding="utf-8")), vocabulary),
            in_sql(with_cases(here.joinpath(f"{name}.sql").read_text(encoding="utf-8")), vocabulary),
        )
        for name in listed
    )


def _read(folder: str, name: str, schema: dict[str, Any], sql: str) -> Derived:
    page = schema.get("datasette", {})
    links = tuple(
        Link(one["fields"][0], one["reference"]["resource"], one["reference"]["fields"][0])
        for one in schema.get("foreignKeys", [])
    )
    return Derived(
        # A second file of columns for one table, TABLE.WHAT, is for what others read before the first can be made.
        name=name.partition(".")[0],
        title=schema["title"],
        description=schema["description"],
        path=f"{folder}/{name}.sql",
        sql=sql,
        fields=tuple(_field(one) for one in schema["fields"]),
        key=tuple(schema["primaryKey"]),
        links=links,
        label=page.get("label_column"),
        sort=page.get("sort"),
        sort_desc=page.get("sort_desc"),
        facets=tuple(page.get("facets", ())),
        shown=tuple(page.get("shown", ())),
        units=tuple(page.get("units", {}).items()),
        search=tuple(page.get("fts", ())),
        hidden=bool(page.get("hidden")),
    )


def _field(field: dict[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        field["name"],
        field["title"],
        field["type"],
        field["description"],
        required=bool(constraints.get("required")),
        enum=tuple(constraints.get("enum", ())),
        edtf=field.get("rdfType") == EDTF,
        codes=field.get("codes"),
        example=field.get("example", ""),
    )


def _agree(connection: sqlite3.Connection, step: Derived) -> None:
    """The columns of the query are those of the JSON file, in the same order; asked once of the same tables."""
    tables_there = connection.execute("SELECT group_concat(sql) FROM sqlite_schema WHERE type = 'table'").fetchone()[0]
    if (step, tables_there) not in _AGREED:
        _compare(connection, step)
        _AGREED.add((step, tables_there))


def _compare(connection: sqlite3.Connection, step: Derived) -> None:
    selected = tuple(column[0] for column in connection.execute(f"SELECT * FROM ({step.sql}) LIMIT 0").description)
    if selected != step.columns:
        odd = [name for name in (*selected, *step.columns) if name not in selected or name not in step.columns]
        raise ValueError(
            f"{step.path} and its JSON file name different columns: {', '.join(odd) or 'the same in another order'}"
        )
    unknown = {
        *step.key,
        *step.facets,
        *step.shown,
        *step.search,
        *(link.field for link in step.links),
        *dict(step.units),
        *filter(None, (step.label, step.sort, step.sort_desc)),
    } - set(selected)
    if unknown:
        raise ValueError(
            f"the JSON file of {step.path} uses columns that it does not have: {', '.join(sorted(unknown))}"
        )


def _store(connection: sqlite3.Connection, step: Derived) -> None:
    """Run the query once into a table of its own, with key, links, indexes and full-text index."""
    required = [field.name for field in step.fields if field.required]
    tables.create(connection, step.name, _types(step.fields), step.key, required, step.links)
    connection.execute(f'INSERT INTO "{step.name}" ({tables.quoted(step.columns)})\n{step.sql}')
    lost = connection.execute(f'PRAGMA foreign_key_check("{step.name}")').fetchall()
    if lost:
        raise sqlite3.IntegrityError(f"{step.path}: {len(lost)} links lead nowhere, the first to {lost[0][2]}")
    _refuse_unlisted(connection, step)
    _index(connection, step)
    if step.search:
        tables.index_words(connection, step.name, step.search)


def _types(fields: Iterable[Field]) -> dict[str, type]:
    return {field.name: tables.TYPES[field.type] for field in fields}


def _refuse_unlisted(connection: sqlite3.Connection, step: Derived) -> None:
    """A column with a closed list of its own holds nothing else."""
    for field in (one for one in step.fields if one.enum):
        odd = f'"{field.name}" NOT IN ({", ".join("?" * len(field.enum))})'
        found = connection.execute(
            f'SELECT "{field.name}" FROM "{step.name}" WHERE {odd} LIMIT 1', field.enum
        ).fetchone()
        if found:
            raise sqlite3.IntegrityError(f'{step.path}: {field.name} has "{found[0]}", which is not in its list')


def _add_columns(connection: sqlite3.Connection, step: Derived) -> None:
    """Add the columns of the query that are not its key to the base table, and fill them by key."""
    new = [field for field in step.fields if field.name not in step.key]
    # The rows that are there have no value yet, so SQLite would refuse NOT NULL: it is proven below instead.
    tables.add_columns(connection, step.name, _types(new))
    values = ", ".join(f'"{field.name}" = reader."{field.name}"' for field in new)
    same_row = " AND ".join(f'reader."{part}" = "{step.name}"."{part}"' for part in step.key)
    connection.execute(f'UPDATE "{step.name}" SET {values} FROM (\n{step.sql}) AS reader WHERE {same_row}')
    empty = " OR ".join(f'"{field.name}" IS NULL' for field in new if field.required)
    key = tables.quoted(step.key)
    bare = connection.execute(f'SELECT {key} FROM "{step.name}" WHERE {empty or 0} LIMIT 1').fetchone()
    if bare:
        raise ValueError(f"{step.path} leaves a row without reader columns: {'/'.join(bare)}")
    _refuse_unlisted(connection, step)
    _index(connection, step)


def _index(connection: sqlite3.Connection, step: Derived) -> None:
    tables.index(connection, step.name, {link.field for link in step.links} | set(step.facets))
