"""Ways to spoil what rows say, and to say where that has to be found."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.record import Kind, Mutant, Record, few

Row = dict[str, str]


def spoilt(
    name: str,
    table: str,
    where: Callable[[Record, Row], object],
    cells: Callable[[Record, Row], Row | None],
    columns: tuple[str, ...] = (),
    reads_texts: bool = False,
) -> Kind:
    """Change some cells of each row for which `where` holds; found in `columns`, else in those that changed."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        rows = record.sheets[table]
        for place in few(chance, (place for place, row in enumerate(rows) if where(record, row))):
            if new := cells(record, rows[place]):
                yield record.changed(table, place, columns, **new)

    return Kind(name, plant, reads_texts)


def warned(kind: Kind) -> Kind:
    """The same mutants, told by a warning."""
    return replace(kind, warns=True)


def found_at(kind: Kind, table: str, of: Callable[[Record, Mutant], str], columns: tuple[str, ...]) -> Kind:
    """The same mutants, found on another row: that of `table` whose id `of` gives."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for mutant in kind.plant(record, chance):
            place = record.at(table, "id", of(record, mutant))[0]
            path = record.package.table(table).path
            yield replace(mutant, path=path, line=place + 2, columns=columns, row_id=record.sheets[table][place]["id"])

    return replace(kind, plant=plant)


def dropped(
    name: str, table: str, where: Callable[[Record, Row], object], at: str, column: str, key: Callable[[Row], str]
) -> Kind:
    """Delete each row for which `where` holds; found on the row of `at` that it leaves bare."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, row in few(chance, enumerate(record.sheets[table])):
            if where(record, row):
                left = next(
                    other
                    for other, cells in enumerate(record.sheets[at])
                    if record.package.table(at).row_id(cells) == key(row)
                )
                path = record.package.table(table).path
                line = left + 2 - (at == table and left > place)
                yield Mutant(
                    {path: record.without(table, place)}, record.package.table(at).path, line, (column,), key(row)
                )

    return Kind(name, plant)


def of(record: Record, table: str, row_id: str) -> Row:
    """The row of a table with that id."""
    return record.sheets[table][record.at(table, "id", row_id)[0]]


def held(record: Record, row: Row) -> bool:
    """Whether the quotation's source was held when it was anchored."""
    return bool(record.at("texts", "source_id", row["source_id"]))


def here(record: Record, row: Row) -> bool:
    """Whether the text of the quotation's source is at hand: some defects only the text shows."""
    places = record.at("texts", "source_id", row["source_id"])
    return any(record.sheets["texts"][place]["file"] in record.texts for place in places)


def quotes(record: Record, row: Row) -> bool:
    """Whether the row has words of a text that was held."""
    return bool(row["words"]) and held(record, row)


def alone(table: str, column: str) -> Callable[[Record, Row], bool]:
    """Whether no other row of the table has the same value in that column."""
    return lambda record, row: len(record.at(table, column, row[column])) == 1


def always(record: Record, row: Row) -> bool:
    """Every row."""
    return True


def has(column: str, *values: str) -> Callable[[Record, Row], bool]:
    """Whether the column holds one of the values; without values, anything."""
    return lambda record, row: row[column] in values if values else bool(row[column])
