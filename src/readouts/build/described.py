"""Every table of the built file with all of its columns, as one `Table` each: what an export needs to know of it.

Why: the schema of a base table does not name the columns that the build adds to it (the days that a date spans, the
reader columns, the order of dates), and who takes a table away needs the meaning of each. In: the package. Out: its
tables and the derived ones; a test holds their columns to those of the file.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from readouts.build import in_time
from readouts.build.derive import columns, views
from readouts.package.model import Field, Package, Table
from readouts.vocabulary import declared

_ENDS = {"earliest": "First", "latest": "Last"}


def described(package: Package) -> tuple[Table, ...]:
    """The tables of the package, then the derived ones, their columns in the order in which the file has them."""
    vocabulary = declared(package)
    added: dict[str, list[Table]] = defaultdict(list)
    for one in columns(vocabulary):
        added[one.name].append(one)
    base = (_whole(table, added[table.name]) for table in package.tables)
    derived = (replace(table, fields=(*table.fields, *_order(table))) for table in views(vocabulary))
    return (*base, *derived)


def _whole(table: Table, added: list[Table]) -> Table:
    ends = tuple(
        Field(
            f"{field.name}_{end}",
            f"{field.title}, {which.lower()} day",
            "date",
            f"{which} day that {field.name} allows. Empty: open or unknown.",
        )
        for field in table.fields
        if field.edtf
        for end, which in _ENDS.items()
    )
    new = tuple(field for one in added for field in one.fields if field.name not in one.key)
    order = (field for one in (table, *added) for field in _order(one))
    return replace(table, fields=(*table.fields, *ends, *new, *order))


def _order(table: Table) -> Iterator[Field]:
    for name in in_time.ordered(table):
        title = next(field.title for field in table.fields if field.name == name)
        yield Field(f"{name}{in_time.ENDING}", f"{title}, in time order", "date", in_time.MEANING.format(name))
