"""`contains`, `startswith` and `endswith` compared plainly, in the place of Datasette's, which know ASCII alone.

In: the filters of an address. Out: conditions in SQL with the functions `plainly` and
`plainly_asked`; every other comparison is Datasette's own.
"""

from typing import Any

from datasette.filters import Filters
from datasette.utils import escape_sqlite

from readouts.site.tables import chosen_filters

_WORDS = {
    "contains": "instr(plainly({column}), plainly_asked({asked})) > 0",
    "startswith": "instr(ltrim(plainly({column}), '\"'' '), plainly_asked({asked})) = 1",
    "endswith": "substr(rtrim(plainly({column}), '\"'' .'), -length(plainly_asked({asked})))"
    " = rtrim(plainly_asked({asked}), '.')",
}


class WordFilters(Filters):
    """Datasette's filters, with comparisons of words as readers mean them."""

    def build_where_clauses(self, table: str) -> tuple[list[str], dict[str, Any]]:
        """The conditions and their parameters."""
        words = [pair for pair in self.pairs if chosen_filters.parts(pair[0])[1] in _WORDS]
        rest = Filters([pair for pair in self.pairs if pair not in words], self.units, self.ureg)
        where, params = rest.build_where_clauses(table)
        for number, (name, value) in enumerate(words):
            column, lookup = chosen_filters.parts(name)
            asked = f"words_{number}"
            where.append(_WORDS[lookup].format(column=escape_sqlite(column), asked=f":{asked}"))
            params[asked] = value
        return where, params
