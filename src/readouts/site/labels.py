"""Names for ids: which table a column points to, and what the row there is called.

In: Datasette and one cell. Out: a name, or None when the column points nowhere.
"""

import weakref
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from datasette.database import Database
from datasette.utils import urlsafe_components

from readouts.site.dates_in_words import labelled
from readouts.site.plainly import plainly_asked

if TYPE_CHECKING:
    from datasette.app import Datasette

# (table, column) -> (table, column); the table None stands for all.
Targets = dict[tuple[str | None, str], tuple[str, str]]
# The served file does not change, so what was looked up once holds; a page repeats few rows many times.
_LABELS: weakref.WeakKeyDictionary[Database, dict[tuple[str, str], str | None]] = weakref.WeakKeyDictionary()
_TARGETS: weakref.WeakKeyDictionary[Database, Targets] = weakref.WeakKeyDictionary()


async def label(datasette: "Datasette", database: str, table: str, column: str, value: str) -> str | None:
    """What the row is called whose `column` is the value; None when there is none."""
    served = datasette.get_database(database)
    known = _LABELS.setdefault(served, {})
    if (table, value) not in known:
        label_column = await served.label_column_for_table(table) or column
        rows = await datasette.execute(
            database, f'SELECT "{label_column}" FROM "{table}" WHERE "{column}" = ?', [value]
        )
        known[table, value] = _in_words(table, rows.rows[0][0]) if rows.rows else None
    return known[table, value]


async def named(datasette: "Datasette", database: str, table: str, column: str, name: str) -> str | None:
    """The value of `column` in the row that is called so, whatever the case of letters; None where there is none."""
    label_column = await datasette.get_database(database).label_column_for_table(table) or column
    sql = f'SELECT "{column}", "{label_column}" FROM "{table}"'
    rows = (await datasette.execute(database, sql)).rows
    return next((key for key, called in rows if plainly_asked(called) == plainly_asked(name)), None)


def _in_words(table: str, name: str) -> str:
    return labelled(name) if table in ("statements", "quotations") else name


async def row_label(datasette: "Datasette", database: str, table: str, key: str) -> str | None:
    """What a row is called, by its key as it stands in its address; None when there is no such row.

    A row of a table without a label column is called by the table's title and the names of
    the rows that its key leads to, or else of those that its other columns lead to.
    """
    served = datasette.get_database(database)
    columns, values = await served.primary_keys(table) or ["rowid"], urlsafe_components(key)
    if len(columns) != len(values):
        return None
    about = datasette.table_metadata(database, table)
    where = " AND ".join(f'"{column}" = ?' for column in columns)
    rows = (await served.execute(f'SELECT * FROM "{table}" WHERE {where}', values)).rows
    if not rows:
        return None
    row = dict(rows[0])
    if about.get("label_column"):
        return _in_words(table, row[about["label_column"]])
    names = await _names(datasette, database, table, row, columns)
    return f"{about.get('title', table)}: {' / '.join(names or values)}"


async def _names(
    datasette: "Datasette", database: str, table: str, row: Mapping[str, Any], key: list[str]
) -> list[str]:
    """What the rows are called that the key leads to; where it leads nowhere, those that the other columns lead to."""
    ends = await targets(datasette.get_database(database))
    leading = [column for column in row if (table, column) in ends and row[column]]
    chosen = [column for column in key if column in leading] or leading
    found = []
    for column in chosen:
        name = await label(datasette, database, *ends[table, column], row[column])
        found.append(f"Claim: “{name}”" if name and ends[table, column][0] == "claims" else name)
    rest = [str(row[column]) for column in key if column not in leading] if set(key) & set(leading) else []
    return [*dict.fromkeys(filter(None, found)), *rest]


async def targets(database: Database) -> Targets:
    """(table, column) -> (table, column) for every foreign key of the file.

    Under the table None stand the columns that point to one table wherever they occur: in
    the answer of a question only the column's name is known.
    """
    if database not in _TARGETS:
        found: Targets = {}
        anywhere: dict[str, set[tuple[str, str]]] = {}
        for table in await database.table_names():
            for key in await database.foreign_keys_for_table(table):
                target = (key["other_table"], key["other_column"])
                found[table, key["column"]] = target
                anywhere.setdefault(key["column"], set()).add(target)
        found |= {(None, column): ends.pop() for column, ends in anywhere.items() if len(ends) == 1}
        _TARGETS[database] = found
    return _TARGETS[database]
