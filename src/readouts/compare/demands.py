"""What the schemas no longer ask for, since an earlier state.

Why: a constraint that is dropped breaks no row, so no gate sees it; from then on every row may break it. In: both
packages as declared. Out: one finding on the schema of a table for each thing that it no longer asks for.
"""

from collections.abc import Iterator

from readouts.compare.rows import LOOSENED
from readouts.finding import Finding, shown
from readouts.package.model import Field, Package, Table


def loosened(then: Package, now: Package) -> list[Finding]:
    """What the tables of the earlier state had to keep and those of the same name need no more; sorted.

    A list may grow, since it is written from codes; a column or a table that is gone is told by its rows.
    """
    schemas = {one["name"]: str(one["schema"]) for one in now.descriptor.get("resources", ())}
    tables = {table.name: table for table in now.tables}
    return sorted(
        Finding(schemas[was.name], 0, column, LOOSENED.slug, "", shown(told, 300), LOOSENED.fix, LOOSENED.severity)
        for was in then.tables
        if was.name in tables
        for column, told in _of_table(was, tables[was.name])
    )


def _of_table(was: Table, table: Table) -> Iterator[tuple[str, str]]:
    """The column, empty for the table as a whole, and what is no longer asked, in words."""
    fields = {field.name: field for field in table.fields}
    for field in was.fields:
        if now := fields.get(field.name):
            yield from ((field.name, f"{table.name}.{field.name}: {told}") for told in _of_field(field, now))
    if was.key != table.key:
        yield "", f"{table.name}: the key was {', '.join(was.key)}, and is {', '.join(table.key)}"
    for names in sorted({*was.unique} - {*table.unique}):
        yield "", f"{table.name}: two rows may now share {' and '.join(names)}"
    for link in (one for one in was.links if one not in table.links and one.field in fields):
        yield link.field, f"{table.name}.{link.field}: it need no longer be a {link.target} of {link.table}"


def _of_field(was: Field, now: Field) -> Iterator[str]:
    if was.type != now.type:
        yield f"the type was {was.type}, and is {now.type}"
    if was.required and not now.required:
        yield "it may now be empty (required is gone)"
    if was.edtf and not now.edtf:
        yield "it need no longer be a date (rdfType is gone)"
    if was.enum and not now.enum:
        yield "any value will do now (enum is gone)"
    if was.pattern and was.pattern != now.pattern:
        yield f"the pattern was {was.pattern}, and {f'is {now.pattern}' if now.pattern else 'is gone'}"
    for name, limit, other, looser in _limits(was, now):
        if limit is not None and (other is None or looser):
            yield f"{name} was {limit}, and {'is gone' if other is None else f'is {other}'}"


def _limits(was: Field, now: Field) -> Iterator[tuple[str, int | None, int | None, bool]]:
    """Each limit with what it was and what it is, and whether the new one lets more through."""
    yield "maxLength", was.max_length, now.max_length, (now.max_length or 0) > (was.max_length or 0)
    yield "minimum", was.minimum, now.minimum, (now.minimum or 0) < (was.minimum or 0)
    yield "maximum", was.maximum, now.maximum, (now.maximum or 0) > (was.maximum or 0)
