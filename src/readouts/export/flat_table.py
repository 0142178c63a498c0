"""The flat table as CSV, one row a stance, for whoever opens one file in a spreadsheet or a program; and every wording.

In: the built file. Out: text in the dialect of the package.
"""

import csv
import io
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path


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


# What is written beside the database, by what stands behind its name: each makes its text of the built file.
BESIDE: Mapping[str, Callable[[sqlite3.Connection], str]] = {".csv": render, "_wordings.csv": wordings}


def beside(output: Path, ending: str) -> Path:
    """The file of that ending beside a database."""
    return output.with_name(f"{output.stem}{ending}")
