"""The one row that a question is asked of, or that its answer is about, to whose page the answer leads.

Why: who asks of one contact what each side says of it is better served by the page of that contact than by a table.
In: Datasette, the question in the metadata, what was asked, and the rows of the answer. Out: an `AskedRow`, or None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.site import labels
from readouts.site.facts import DATABASE, ask
from readouts.site.pages.source import QUESTIONS, Link, ways
from readouts.site.tables.typed_values import choices

if TYPE_CHECKING:
    from datasette.app import Datasette


@dataclass(frozen=True)
class AskedRow:
    """A row by table, id and name; of a source, from whom it has its words (`cites`), and who uses it (`cited_by`)."""

    table: str
    id: str
    name: str
    cites: tuple[Link, ...] = ()
    cited_by: tuple[Link, ...] = ()


async def asked_row(
    datasette: "Datasette", asked: dict[str, Any], given: Mapping[str, str], rows: Sequence[Any]
) -> AskedRow | None:
    """The row by the place at which the question helps: its value is asked for, or all rows of the answer name it."""
    proposed = await choices(datasette, asked)
    for place in asked.get("places", ()):
        table = place["table"]
        id = await _by_value(datasette, place, given[place["parameter"]]) or await _by_rows(datasette, table, rows)
        called = dict(proposed.get(place["parameter"], ())).get(id)
        if id and (name := called or await labels.label(datasette, DATABASE, table, "id", id)):
            found = AskedRow(table, id, name)
            return await _with_ways(datasette, found) if table == "sources" else found
    return None


async def _by_value(datasette: "Datasette", place: Mapping[str, str], value: str) -> str:
    sql = f'SELECT id FROM "{place["table"]}" WHERE id = :value OR "{place["column"]}" = :value LIMIT 2'
    found = await ask(datasette, sql, value=value) if value else ()
    return str(found[0]["id"]) if len(found) == 1 else ""


async def _by_rows(datasette: "Datasette", table: str, rows: Sequence[Any]) -> str:
    """The one id to which the one column that leads to the table has in every row."""
    ends = await labels.targets(datasette.get_database(DATABASE))
    names = rows[0].keys() if rows else ()
    leading = [name for name in names if ends.get((None, name), ("", ""))[0] == table]
    ids = {row[leading[0]] for row in rows} if len(leading) == 1 else set()
    return str(ids.pop() or "") if len(ids) == 1 else ""


async def _with_ways(datasette: "Datasette", source: AskedRow) -> AskedRow:
    cites, cited_by = [await ask(datasette, QUESTIONS[name], id=source.id) for name in ("cites", "cited_by")]
    return AskedRow(
        source.table,
        source.id,
        source.name,
        ways(cites, source.id, "source_id"),
        ways(cited_by, source.id, "cited_source_id"),
    )
