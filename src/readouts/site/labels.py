"""Names for ids: which table a column points to, and what the row there is called.

In: Datasette and one cell. Out: a name, or None when the column points nowhere.
"""

import weakref

from datasette.utils import urlsafe_components

# The served file does not change, so what was looked up once holds; a page repeats few rows many times.
_LABELS: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()
_TARGETS: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


async def label(datasette, database: str, table: str, column: str, value: str) -> str | None:
    """What the row is called whose `column` is the value; None when there is none."""
    served = datasette.get_database(database)
    known = _LABELS.setdefault(served, {})
    if (table, value) not in known:
        label_column = await served.label_column_for_table(table) or column
        rows = await datasette.execute(
            database, f'SELECT "{label_column}" FROM "{table}" WHERE "{column}" = ?', [value]
        )
        known[table, value] = rows.rows[0][0] if rows.rows else None
    return known[table, value]


async def row_label(datasette, database: str, table: str, key: str) -> str | None:
    """What a row is called, by its key as it stands in its address; None when there is no such row.

    A row of a table without a label column is called by the table's title and its key.
    """
    served = datasette.get_database(database)
    columns, values = await served.primary_keys(table) or ["rowid"], urlsafe_components(key)
    if len(columns) != len(values):
        return None
    explicit = datasette.table_metadata(database, table).get("label_column")
    where = " AND ".join(f'"{column}" = ?' for column in columns)
    chosen = f'"{explicit}"' if explicit else "NULL"
    rows = (await served.execute(f'SELECT {chosen} FROM "{table}" WHERE {where}', values)).rows
    if not rows:
        return None
    title = datasette.table_metadata(database, table).get("title", table)
    return rows[0][0] or f"{title}: {' / '.join(values)}"


async def targets(database) -> dict[tuple[str | None, str], tuple[str, str]]:
    """(table, column) -> (table, column) for every foreign key of the file.

    Under the table None stand the columns that point to one table wherever they occur: in
    the answer of a question only the column's name is known.
    """
    if database not in _TARGETS:
        found: dict = {}
        anywhere: dict[str, set] = {}
        for table in await database.table_names():
            for key in await database.foreign_keys_for_table(table):
                target = (key["other_table"], key["other_column"])
                found[table, key["column"]] = target
                anywhere.setdefault(key["column"], set()).add(target)
        found |= {(None, column): ends.pop() for column, ends in anywhere.items() if len(ends) == 1}
        _TARGETS[database] = found
    return _TARGETS[database]
