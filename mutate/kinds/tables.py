"""Defects of rows among rows: keys and links, derived from the schemas."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.one_cell import everywhere
from mutate.record import Kind, Mutant, Record, written
from readouts.package.model import Link, Table


def linked(name: str, value: Callable[[Record, Table, Link, str], str]) -> Kind:
    """Put another value into a filled cell of each foreign key."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            for link in table.links:
                field = next(field for field in table.fields if field.name == link.field)
                row = chance.choice(record.filled(table, field))
                old = record.sheets[table.name][row][link.field]
                yield record.changed(table.name, row, **{link.field: value(record, table, link, old)})

    return Kind(name, plant)


def of_another_table(record: Record, table: Table, link: Link, old: str) -> str:
    """An id that exists, in a table to which the link does not lead."""
    other = next(name for name in ("topics", "people") if name != link.table)
    known = {row["id"] for row in record.sheets[link.table]}
    return next(row["id"] for row in record.sheets[other] if row["id"] not in known)


def copied(name: str, change: Callable[[Record, Table, dict], dict | None]) -> Kind:
    """Copy a row of each table to its end; None where the change is not possible."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            rows = record.sheets[table.name]
            if rows and (row := change(record, table, chance.choice(rows))):
                yield record.added(table.name, (), **row)

    return Kind(name, plant)


def other_cells(record: Record, table: Table, row: dict) -> dict | None:
    """The same key with another cell changed."""
    free = [field.name for field in table.fields if field.name not in table.key and not (field.enum or field.pattern)]
    number = {field.name for field in table.fields if field.type != "string"}
    free = [name for name in free if name not in number]
    return row | {free[0]: "Something else"} if free else None


def other_key(record: Record, table: Table, row: dict) -> dict | None:
    """The same row under another id."""
    return row | {"id": row["id"] + "-again"} if table.key == ("id",) else None


def in_capitals(record: Record, table: Table, row: dict) -> dict | None:
    """The same row, its id in capitals."""
    return row | {"id": row["id"].upper()} if table.key == ("id",) else None


def target(name: str, spoil: Callable[[Record, Table, int], bytes]) -> Kind:
    """Spoil a row to which others lead; found on the first cell that leads to it."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        links = [(table, link) for table in record.package.tables for link in table.links]
        for table, link in links:
            goal = record.package.table(link.table)
            used = [row[link.field] for row in record.sheets[table.name] if row[link.field]]
            lost = chance.choice(used)
            data = {goal.path: spoil(record, goal, record.at(goal.name, link.target, lost)[0])}
            row = next(
                row
                for row in record.at(table.name, link.field, lost)
                if record.sheets[table.name][row].get("id") != lost
            )
            row_id = table.row_id(record.sheets[table.name][row])
            line = row + 2
            if table.name == goal.name and name.startswith("a row"):
                line -= row > record.at(goal.name, link.target, lost)[0]
            yield Mutant(data, table.path, line, (link.field,), row_id, told=f"{lost} of {goal.name}")

    return Kind(name, plant)


def renamed(record: Record, table: Table, row: int) -> bytes:
    """Another id for one row."""
    rows = [dict(cells) for cells in record.sheets[table.name]]
    rows[row]["id"] += "-new"
    return written(table, rows)


def leading(name: str, table: str, /, **cells: str) -> Kind:
    """A row that names a table and a row of it by text, leading nowhere."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        filled = {"date": str(record.today)} if table == "corrections" else {}
        mutant = record.added(table, (), **(filled | cells))
        yield replace(mutant, told=name)

    return Kind(name, plant)


def gone(name: str, plant_one: Callable[[Record, Table, int], Mutant]) -> Kind:
    """Compared with the unspoilt record as the earlier state; one mutant for each table with ids."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            if table.key == ("id",) and (rows := loose(record, table)):
                yield plant_one(record, table, chance.choice(rows))

    return Kind(name, plant, after=True)


def loose(record: Record, table: Table) -> list[int]:
    """The rows to which no link leads, so that only the earlier state tells that they are gone."""
    links = [(other.name, link) for other in record.package.tables for link in other.links if link.table == table.name]
    used = {row[link.field] for other, link in links for row in record.sheets[other]}
    return [place for place, row in enumerate(record.sheets[table.name]) if row["id"] not in used]


def row_gone(record: Record, table: Table, row: int) -> Mutant:
    """A row deleted without a redirect."""
    lost = record.sheets[table.name][row]["id"]
    return Mutant({table.path: record.without(table.name, row)}, table.path, None, ("id",), lost, told=lost)


def id_changed(record: Record, table: Table, row: int) -> Mutant:
    """A row renamed without a redirect."""
    lost = record.sheets[table.name][row]["id"]
    return Mutant({table.path: renamed(record, table, row)}, table.path, None, ("id",), lost, told=lost)


TO = {"reason": "Renamed."}


# fmt: off
KINDS = (
    everywhere(linked("a link to nothing", lambda record, table, link, old: "nothing-at-all")),
    linked("a link to a row of another table", of_another_table),
    linked("a link with a letter too many", lambda record, table, link, old: old + "x"),
    linked("a link with the word null", lambda record, table, link, old: "null"),
    linked("a link in capitals", lambda record, table, link, old: old.upper()),
    everywhere(copied("a row twice", lambda record, table, row: row)),
    everywhere(copied("a key twice with other cells", other_cells)),
    copied("a row twice under another id", other_key),
    copied("two ids that differ in case", in_capitals),
    target("an id renamed in its own table alone", renamed),
    target("a row deleted that others need", lambda record, table, row: record.without(table.name, row)),
    leading("a redirect to nothing", "redirects", table="people", old_id="one-gone", new_id="nobody-at-all", **TO),
    leading("a redirect in no table", "redirects", table="persons", old_id="one-gone", new_id="donald-trump", **TO),
    leading("a redirect of a row that is there", "redirects", table="people", old_id="dmitry-peskov", new_id="donald-trump", **TO),
    leading("a correction of nothing", "corrections", id="two", table="people", row_id="nobody-at-all", was="This.", **{"is": "That."}),
    leading("a correction in no table", "corrections", id="two", table="persons", row_id="donald-trump", was="This.", **{"is": "That."}),
    leading("a waiver of no rule", "waivers", rule="date.week", table="people", row_id="donald-trump", reason="None."),
    leading("a waiver in no table", "waivers", rule="date.weekday", table="persons", row_id="donald-trump", reason="None."),
    leading("a waiver on a row that is not there", "waivers", rule="date.weekday", table="people", row_id="nobody-at-all", reason="None."),
    gone("a row gone since the last state", row_gone),
    gone("an id renamed since the last state", id_changed),
)
# fmt: on
