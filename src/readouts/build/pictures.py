"""The drawings of the record, made when the file is built: each in several forms, with its text alternative.

In: a connection on which the derived tables are filled. Out: the same connection with the table `pictures`: by its
name (`claims/<id>`, the timeline of a claim; `contacts`, the calendar; `events/<id>`, the accounts of a contact laid
apart; `findings/<id>`) what a picture shows in words, and as SVG to take away, for a wide page and for a narrow one.
Of what a page shows as a table there is only what is taken away.
"""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from readouts.build import apart_chart, calendar_chart, findings_chart, tables, timeline
from readouts.build.accounts_apart import ROWS, apart
from readouts.build.contact_calendar import CONTACTS, GROUND, calendar
from readouts.build.forms import FORMS, Credit
from readouts.build.palette import Palette, palette
from readouts.build.spans import Days
from readouts.findings.answer import CASES, answers
from readouts.vocabulary import Vocabulary, stored

COLUMNS = ("name", "description", *FORMS)


def draw(connection: sqlite3.Connection, base: str = "") -> None:
    """Fill the table `pictures`; `base` is put before the path of what a file is about, as in `build`."""
    tables.create(connection, "pictures", dict.fromkeys(COLUMNS, str), COLUMNS[:1], COLUMNS[1:3])
    known = stored(connection)
    looks = palette(known)
    (source,) = connection.execute("SELECT title || ', version ' || version || ', ' || licence FROM package").fetchone()
    credit = Credit(source, base)
    tables.insert(connection, "pictures", COLUMNS, timeline.pictures(connection, looks, credit))
    found = calendar(_rows(connection, CONTACTS), _rows(connection, GROUND), known)
    if found.number:
        picture = ("contacts", calendar_chart.description(found), calendar_chart.chart(found, credit.at("/contacts")))
        tables.insert(connection, "pictures", COLUMNS[:3], [picture])
    tables.insert(connection, "pictures", COLUMNS[:3], _apart(connection, looks, known, credit))
    tables.insert(connection, "pictures", COLUMNS, _findings(connection, looks, credit))


def _findings(connection: sqlite3.Connection, looks: Palette, credit: Credit) -> Iterator[tuple[str, ...]]:
    """Every finding that has cases."""
    for one in answers(_rows(connection, CASES)):
        if one.cases:
            about = credit.at(f"/-/findings#{one.finding.id}")
            drawn = (findings_chart.chart(one, looks.sides, form, about) for form in FORMS.values())
            yield (f"findings/{one.finding.id}", findings_chart.description(one), *drawn)


def _apart(
    connection: sqlite3.Connection, looks: Palette, known: Vocabulary, credit: Credit
) -> Iterator[tuple[str, str, str]]:
    """The accounts of each contact of which two sides give one."""
    for _, run in groupby(_rows(connection, ROWS), lambda row: row["event_id"]):
        rows = list(run)
        found = apart(rows, rows[0]["parties"] or "", known)
        if found.sides:
            days = Days.stored(*(rows[0][name] for name in ("date", "date_earliest", "date_latest")))
            name, about = f"events/{rows[0]['event_id']}", apart_chart.title(rows[0]["event"], days)
            drawn = apart_chart.chart(about, found, looks, credit.at(f"/readouts/{name}"))
            yield name, apart_chart.description(found), drawn


def _rows(connection: sqlite3.Connection, sql: str) -> list[dict[str, Any]]:
    """The answer to a question, by the names of its columns."""
    asked = connection.execute(sql)
    names = [column[0] for column in asked.description]
    return [dict(zip(names, row, strict=True)) for row in asked]
