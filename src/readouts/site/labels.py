"""Names for ids: which table a column points to, and what the row there is called.

In: Datasette and one cell. Out: a link, or None when the column points nowhere.
"""

import weakref

from markupsafe import Markup

# The served file does not change, so what was looked up once holds; a page repeats few rows many times.
_LABELS: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()
_TARGETS: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


async def link(datasette, database: str, table: str | None, column: str, value: str) -> Markup | None:
    """A link to the row that the cell points to, with its label; None lets Datasette show the cell as it is."""
    target = (await _targets(datasette.get_database(database))).get((table, column))
    if target is None:
        return None
    other, other_column = target
    label = await _label(datasette, datasette.get_database(database), other, other_column, value)
    return label and Markup('<a href="{}">{}</a>').format(datasette.urls.row(database, other, value), label)


async def _label(datasette, database, table: str, column: str, value: str) -> str | None:
    known = _LABELS.setdefault(database, {})
    if (table, value) not in known:
        label_column = await database.label_column_for_table(table) or column
        rows = await datasette.execute(
            database.name, f'SELECT "{label_column}" FROM "{table}" WHERE "{column}" = ?', [value]
        )
        known[table, value] = rows.rows[0][0] if rows.rows else None
    return known[table, value]


async def _targets(database) -> dict[tuple[str | None, str], tuple[str, str]]:
    """(table, column) -> (table, column) for every foreign key of the file.

    Under the table None stand the columns that point to one table wherever they occur: in
    the answer of a question only the column's name is known.
    """
    if database not in _TARGETS:
        targets: dict = {}
        anywhere: dict[str, set] = {}
        for table in await database.table_names():
            for key in await database.foreign_keys_for_table(table):
                target = (key["other_table"], key["other_column"])
                targets[table, key["column"]] = target
                anywhere.setdefault(key["column"], set()).add(target)
        targets |= {(None, column): found.pop() for column, found in anywhere.items() if len(found) == 1}
        _TARGETS[database] = targets
    return _TARGETS[database]
