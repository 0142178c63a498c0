"""The page of one row: asked, shaped, and ready to be cited.

In: Datasette, the table and the row's key as it stands in its address. Out: what the
templates need: `page` (a frozen dataclass of `pages`), `kind` (which template shows it),
`citation`, `former` (the ids that the row had before), `linked` (the row in terms that
machines know), and `helpful` (questions to ask of it).
"""

from typing import TYPE_CHECKING, Any

from datasette.utils import urlsafe_components

from readouts.export import linked
from readouts.site import labels
from readouts.site.cite import cite
from readouts.site.facts import DATABASE, ask, renamed
from readouts.site.pages import PAGES, any_row, question

if TYPE_CHECKING:
    from datasette.app import Datasette


async def row_page(datasette: "Datasette", table: str, key: str, base: str) -> dict[str, Any]:
    """The variables of a row's page: those of PAGES where it has the table, a list of named values otherwise."""
    row, row_id = await _row(datasette, table, key), urlsafe_components(key)[0]
    around = {
        "citation": await cite(datasette, table, key, base),
        "former": tuple(one for one in await renamed(datasette) if (one.table, one.new_id) == (table, row_id)),
        "linked": await _linked(datasette, table, row_id, base),
        "helpful": question.helpful(datasette.metadata("databases")[DATABASE]["queries"], table, row),
    }
    if table not in PAGES:
        return around | {"kind": "any_row", "page": await _any_row(datasette, table, row)}
    kind = PAGES[table]
    found = {name: await ask(datasette, sql, id=row_id) for name, sql in kind.questions.items()}
    return around | {"kind": table, "page": kind.shape(found)}


async def _linked(datasette: "Datasette", table: str, row_id: str, base: str) -> str:
    """The row as linked data, for machines that read the page; empty for a table that has none."""
    found = {kind: await ask(datasette, sql, id=row_id) for kind, sql in linked.page_questions(table).items()}
    return linked.document(found, base + datasette.urls.instance().rstrip("/")) if found else ""


async def _row(datasette: "Datasette", table: str, key: str) -> dict[str, Any]:
    database = datasette.get_database(DATABASE)
    columns = await database.primary_keys(table) or ["rowid"]
    where = " AND ".join(f'"{column}" = ?' for column in columns)
    return dict((await database.execute(f'SELECT * FROM "{table}" WHERE {where}', urlsafe_components(key))).rows[0])


async def _any_row(datasette: "Datasette", table: str, row: dict[str, Any]) -> any_row.AnyRow:
    database = datasette.get_database(DATABASE)
    links = {}
    for (at, column), (other, other_column) in (await labels.targets(database)).items():
        if at == table and row.get(column):
            name = await labels.label(datasette, DATABASE, other, other_column, row[column])
            links[column] = any_row.Link(other, row[column], name or row[column])
    return any_row.shape(row, links, datasette.table_metadata(DATABASE, table))
