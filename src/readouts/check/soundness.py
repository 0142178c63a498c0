"""What later gates may stand on where earlier ones found errors: whatever reads nothing that is wrong goes on.

Why: one typo should give one finding, and not hide the next mistake either. In: the package, the tables that could be
read, and the findings so far. Out: which tables and columns are sound. A rule is SQL, and what it reads stands in it:
the tables that DuckDB finds in it, and of these the columns whose names it has, or all where it has a star.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from readouts.check.columns_read import reads
from readouts.finding import Finding
from readouts.package.model import Package


@dataclass(frozen=True)
class Soundness:
    """By table the columns in which something is wrong; a table that could not be read is wrong as a whole."""

    package: Package
    unread: frozenset[str]
    wrong: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, package: Package, read: Collection[str], findings: Iterable[Finding]) -> "Soundness":
        """What is left after these findings, of which `read` are the tables whose files could be read."""
        names = {table.path: table.name for table in package.tables}
        wrong = defaultdict(set)
        for one in findings:
            wrong[names.get(one.path, "")].add(one.column)
        unread = frozenset(table.name for table in package.tables) - set(read)
        return cls(package, unread, {name: frozenset(columns) for name, columns in wrong.items()})

    @property
    def whole(self) -> bool:
        """Nothing is wrong anywhere."""
        return not self.unread and not self.wrong

    @property
    def names(self) -> set[str]:
        """The tables that are declared."""
        return {table.name for table in self.package.tables}

    def table(self, *names: str) -> bool:
        """All of these tables were read, and nothing is wrong in them."""
        return not any(name in self.unread or name in self.wrong for name in names)

    def column(self, table: str, *columns: str) -> bool:
        """The table was read, and nothing is wrong in these columns of it."""
        return table not in self.unread and self.wrong.get(table, frozenset()).isdisjoint(columns)

    def keys(self) -> bool:
        """Every row of every table can be named."""
        return all(self.column(table.name, *table.key) for table in self.package.tables)

    def query(self, sql: str, tables: Iterable[str]) -> bool:
        """Nothing is wrong in what a query reads, which names these tables; a key is read wherever its table is."""
        return all(self._reads(sql, name) for name in tables)

    def _reads(self, sql: str, table: str) -> bool:
        if table in self.unread:
            return False
        wrong = self.wrong.get(table, frozenset())
        if not wrong:
            return True
        keys = self.package.table(table).key
        return wrong.isdisjoint(("", *keys)) and not any(reads(sql, column) for column in wrong)
