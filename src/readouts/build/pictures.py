"""The drawings of the record, made when the file is built: each in several forms, with its text alternative.

In: a connection on which the derived tables are filled. Out: the same connection with the table `pictures`: by its
name (of a claim's timeline `claims/<id>`) what a picture shows in words, and as SVG to take away, for a wide page and
for a narrow one.
"""

import sqlite3

from readouts.build import tables, timeline
from readouts.build.forms import FORMS
from readouts.build.palette import palette
from readouts.vocabulary import stored

COLUMNS = ("name", "description", *FORMS)


def draw(connection: sqlite3.Connection) -> None:
    """Fill the table `pictures`."""
    tables.create(connection, "pictures", dict.fromkeys(COLUMNS, str), COLUMNS[:1], COLUMNS[1:3])
    looks = palette(stored(connection))
    (credit,) = connection.execute("SELECT title || ', version ' || version || ', ' || licence FROM package").fetchone()
    tables.insert(connection, "pictures", COLUMNS, timeline.pictures(connection, looks, credit))
