"""Changes that harm nothing: whatever the validator finds in them is a false alarm."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutate.kinds.descriptors import dumped
from mutate.record import Kind, Mutant, Record, few, written

Row = dict[str, str]


def cells(name: str, table: str, new: Callable[[Row], Row], where: Callable[[Row], object] = bool) -> Kind:
    """Change cells of each row for which `where` holds."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, row in few(chance, enumerate(record.sheets[table])):
            if where(row):
                yield record.changed(table, place, **new(row))

    return Kind(name, plant, harmless=True)


def file(name: str, spoil: Callable[[Record, str, Random], bytes], ending: str) -> Kind:
    """Write each file with that ending otherwise."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for path in record.files:
            if path.endswith(ending) and (data := spoil(record, path, chance)) != record.files[path]:
                yield Mutant({path: data}, path, told=name)

    return Kind(name, plant, harmless=True)


def turned(value: object) -> object:
    """The keys of every object in the opposite order; lists as they are."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(one) for one in value] if isinstance(value, list) else value


def table_of(record: Record, path: str):
    """The table of a file."""
    return next(table for table in record.package.tables if table.path == path)


def shuffled(record: Record, path: str, chance: Random) -> bytes:
    """The rows of a table in another order."""
    table = table_of(record, path)
    return written(table, chance.sample(record.sheets[table.name], len(record.sheets[table.name])))


def in_marks(record: Record, path: str, chance: Random) -> bytes:
    """Every cell in quotation marks."""
    table = table_of(record, path)
    rows = [table.columns, *(row.values() for row in record.sheets[table.name])]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows).encode()


def resources_turned(record: Record, chance: Random) -> Iterator[Mutant]:
    """The resources in another order."""
    descriptor = record.descriptor()
    descriptor["resources"].reverse()
    yield Mutant({"datapackage.json": dumped(descriptor)}, "datapackage.json", told="resources")


def told_otherwise(record: Record, chance: Random) -> Iterator[Mutant]:
    """Another description in a descriptor."""
    for path in record.files:
        if path.endswith(".json"):
            yield Mutant({path: dumped(record.descriptor(path) | {"description": "Told in other words."})}, path)


def kept_for_later(record: Record, chance: Random) -> Iterator[Mutant]:
    """A row that nothing uses, with a note that says why."""
    for table in ("people", "topics"):
        free = {"name": "Somebody Else"} if table == "people" else {"label": "Else", "description": "Something else."}
        yield record.added(table, (), id="somebody-else", note="Kept for the next text.", **free)


def renamed_with_redirect(record: Record, chance: Random) -> Iterator[Mutant]:
    """A row renamed, with its redirect, against the earlier state."""
    table, redirects = record.package.table("event_participants"), record.package.table("redirects")
    for place, row in enumerate(record.sheets[table.name]):
        mutant = record.changed(table.name, place, id=row["id"] + "-new")
        moved = {"table": table.name, "old_id": row["id"], "new_id": row["id"] + "-new", "reason": "Renamed."}
        yield replace(
            mutant, files=mutant.files | {redirects.path: written(redirects, [*record.sheets["redirects"], moved])}
        )


# fmt: off
KINDS = (
    cells("a longer title of an event", "events", lambda row: {"title": row["title"] + ", told at length"}),
    cells("a longer title of a source", "sources", lambda row: {"title": row["title"] + " (second edition)"}),
    cells("a changed summary", "statements", lambda row: {"summary": "Told in other words of ours."}),
    cells("a changed note", "statements", lambda row: {"note": "Said otherwise, by us."}, lambda row: row["note"]),
    cells("a name in another script", "people", lambda row: {"native_name": "Дмитрий Сергеевич Песков"}),
    cells("a name wholly in another script", "organizations", lambda row: {"name": row["name"] + " (Кремль)"}),
    cells("names in four scripts", "people", lambda row: {"other_names": "Песков; Πεσκόφ; 佩斯科夫; بيسكوف; D'Arcy-O’Neill; Brandstätter"}),
    cells("letters that do join", "people", lambda row: {"native_name": "می\u200cخواهم; क्\u200dष"}),
    cells("a name with a digit and a sign", "organizations", lambda row: {"other_names": "5-й канал; RT/Россия 1; TASS–ТАСС"}),
    cells("a less certain day", "events", lambda row: {"date": row["date"] + "?"}, lambda row: row["date_basis"] not in ("stated", "unknown") and row["date"][-1].isdigit() and "/" not in row["date"]),
    cells("an address with a query", "sources", lambda row: {"url": "https://www.example.org:8080/a,b;c?q=%D0%9A&r=1#top"}),
    cells("an address in another script", "sources", lambda row: {"archive_url": "https://кремль.рф/новости"}),
    cells("a changed definition", "codes", lambda row: {"definition": "Defined in other words."}),
    Kind("a row kept for later, with its note", kept_for_later, harmless=True),
    Kind("a row renamed, with its redirect", renamed_with_redirect, harmless=True, after=True),
    file("rows in another order", shuffled, ".csv"),
    file("every cell in quotation marks", in_marks, ".csv"),
    file("keys of JSON in another order", lambda record, path, chance: dumped(turned(record.descriptor(path))), ".json"),
    file("JSON on one line", lambda record, path, chance: json.dumps(record.descriptor(path)).encode(), ".json"),
    Kind("resources in another order", resources_turned, harmless=True),
    Kind("another description", told_otherwise, harmless=True),
)
# fmt: on
