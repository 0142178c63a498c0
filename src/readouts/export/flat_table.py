"""The flat table as CSV, one row a stance, for whoever opens one file in a spreadsheet or a program; and every wording.

In: the built file. Out: text in the dialect of the package.
"""

import csv
import io
import sqlite3


def render(connection: sqlite3.Connection) -> str:
    """The table `readouts` of the built file, whole."""
    return table_csv(connection, "readouts")


def wordings(connection: sqlite3.Connection) -> str:
    """The table `readouts_wordings` of the built file, whole."""
    return table_csv(connection, "readouts_wordings")


def table_csv(
    connection: sqlite3.Connection, name: str, columns: tuple[str, ...] = (), order: tuple[str, ...] = ()
) -> str:
    """A table of the built file as CSV text in the dialect of the package; all columns in stored order by default."""
    chosen = ", ".join(f'"{column}"' for column in columns) or "*"
    by = ", ".join(f'"{column}"' for column in order) or "rowid"
    cursor = connection.execute(f'SELECT {chosen} FROM "{name}" ORDER BY {by}')
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column[0] for column in cursor.description])
    writer.writerows(cursor)
    return text.getvalue()
