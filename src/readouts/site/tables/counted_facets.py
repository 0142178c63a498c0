"""Facets whose numbers are right: they count blank cells, and all the rows that choosing a value finds.

Why: Datasette counts a facet over the rows behind the page that is open, leaves out blank
cells, and offers beside a chosen value nothing else. Here the number beside a value is the
number of rows that choosing it finds, whatever else is chosen and on whichever page.
In: Datasette's facets. Out: ours, in their place; every address of Datasette's keeps its meaning.
"""

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from datasette import Request
from datasette.database import QueryInterrupted
from datasette.facets import ColumnFacet
from datasette.utils import await_me_maybe, escape_sqlite
from datasette.views.base import ureg

from readouts.site.facts import DATABASE
from readouts.site.tables import chosen_filters
from readouts.site.tables.word_filters import WordFilters

if TYPE_CHECKING:
    from datasette.app import Datasette

# Values that say that something is not said: they are always among those shown.
UNSAID = ("not stated", "several possible", "unattributed")
_COUNT = """SELECT {column} AS value, count(*) AS count, count(*) OVER () AS kinds FROM {table} {where}
GROUP BY {column} ORDER BY coalesce(CAST({column} AS TEXT), '') IN ({pinned}) DESC, count DESC, value LIMIT {limit}"""


class CountedFacet(ColumnFacet):
    """Datasette's facet of a column, counted anew; in another database than the record's its own."""

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The facets, and the columns that could not be counted in time."""
        if self.database != DATABASE:
            return await super().facet_results()
        found: dict[str, dict[str, Any]] = {}
        late: list[str] = []
        for one in self.get_configs():
            column = one["config"].get("column") or one["config"].get("simple")
            if column in found or column in late:
                continue
            try:
                found[column] = await self._facet(column, one["source"] != "metadata")
            except QueryInterrupted:
                late.append(column)
        return list(found.values()), late

    async def _facet(self, column: str, added: bool) -> dict[str, Any]:
        pairs = self.get_querystring_pairs()
        picked = set(chosen_filters.picked(pairs, column))
        whole = ("_all", column) in pairs
        size = self.ds.setting("max_returned_rows") if whole else self.get_facet_size()
        rows = await self._counted(column, ("", *UNSAID, *sorted(picked)), size)
        filled = [row for row in rows if row["value"] not in (None, "")]
        blank = [row for row in rows if row["value"] in (None, "")]
        shown = sorted(filled[:size], key=lambda row: (-row["count"], str(row["value"])))
        labels = await self.ds.expand_foreign_keys(self.database, self.table, column, [row["value"] for row in shown])
        values = [(row["value"], labels.get((column, row["value"]), row["value"]), row["count"]) for row in shown]
        values += [(one, one, 0) for one in sorted(picked - {str(row["value"]) for row in rows})]
        if blank:
            values.append((None, None, sum(row["count"] for row in blank)))
        kinds = rows[0]["kinds"] - len(blank) if rows else 0
        return {
            "name": column,
            "type": self.type,
            "hideable": added,
            "toggle_url": self._address(urlencode([one for one in pairs if one != ("_facet", column)])),
            "results": [self._value(pairs, column, *value) for value in values],
            "truncated": kinds > len(shown),
            "kinds": kinds,
        }

    def _value(self, pairs: chosen_filters.Pairs, column: str, value: Any, label: Any, count: int) -> dict[str, Any]:
        blank = (f"{column}__isblank", "1") in pairs
        is_chosen = blank if value is None else str(value) in chosen_filters.picked(pairs, column)
        other = chosen_filters.without_value if is_chosen else chosen_filters.chosen_value
        address = self._address(other(pairs, column, value))
        return {"value": value, "label": label, "count": count, "toggle_url": address, "selected": is_chosen}

    def _address(self, query: str) -> str:
        path = self.request.path + (f"?{query}" if query else "")
        return self.ds.absolute_url(self.request, self.ds.urls.path(path))

    async def _counted(self, column: str, pinned: tuple[str, ...], size: int) -> list[Any]:
        """Rows by value: blank ones and those that must be seen first, then the most frequent."""
        where, params = await conditions(self.ds, self.request, self.table, column)
        names = {f"pinned_{place}": value for place, value in enumerate(pinned)}
        sql = _COUNT.format(
            column=escape_sqlite(column),
            table=escape_sqlite(self.table),
            where=f"WHERE {' AND '.join(where)}" if where else "",
            pinned=", ".join(f":{name}" for name in names),
            limit=size + len(pinned) + 1,
        )
        limit = self.ds.setting("facet_time_limit_ms")
        answer = await self.ds.execute(self.database, sql, params | names, truncate=False, custom_time_limit=limit)
        return list(answer.rows)


async def conditions(
    datasette: "Datasette", request: Request, table: str, but: str = ""
) -> tuple[list[str], dict[str, Any]]:
    """The conditions of the rows that the address asks for, on whichever page, but for what is chosen of one column."""
    # It loads every plugin, this one too: imported above, it would find ours half made and without hooks.
    from datasette.plugins import pm

    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    asked = [pair for pair in pairs if chosen_filters.is_filter(pair[0]) and not chosen_filters.chooses(pair[0], but)]
    units = datasette.table_metadata(DATABASE, table).get("units", {})
    where, params = WordFilters(sorted(asked), units, ureg).build_where_clauses(table)
    for hook in pm.hook.filters_from_request(request=request, table=table, database=DATABASE, datasette=datasette):
        more = await await_me_maybe(hook)
        if more:
            where, params = [*where, *more.where_clauses], params | more.params
    return where, params
