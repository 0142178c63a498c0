"""Defects of the shape: columns, rows, quotation marks, files, and the descriptors that declare them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from mutate.kinds import descriptors
from mutate.kinds.files import line, whole
from mutate.record import FOLDER, PIPE, Content, Kind, Mutant, Record
from readouts.package.descriptor import DESCRIPTOR


def header(name: str, spoil: Callable[[list[bytes]], list[bytes]]) -> Kind:
    """Spoil the names in the header line; found on line 1."""
    return whole(
        name, lambda data: b"\n".join((b",".join(spoil(data.split(b"\n")[0].split(b","))), *data.split(b"\n")[1:])), 1
    )


def columns(name: str, order: Callable[[list[str]], list[str]]) -> Kind:
    """Write the columns, header and cells, as `order` has them; found on line 1."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            kept = order(list(table.columns))
            cells = [kept, *([row[column] for column in kept] for row in record.sheets[table.name])]
            data = "".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\n" for row in cells)
            yield Mutant({table.path: data.encode()}, table.path, 1, told=name)

    return Kind(name, plant)


def inserted(name: str, text: Callable[[list[bytes]], bytes]) -> Kind:
    """Put a line between two rows of each table."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            lines = record.lines(table)
            place = chance.randrange(1, len(lines) + 1)
            lines.insert(place, text(lines))
            yield Mutant({table.path: b"\n".join(lines) + b"\n"}, table.path, place + 1, told=name)

    return Kind(name, plant)


def instead(name: str, content: Callable[[Record, str], Content], schemas: bool = True) -> Kind:
    """Put something else where each file of the package stands."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for path in (table.path for table in record.package.tables):
            yield Mutant({path: content(record, path)}, path, told=name)
        for path in (DESCRIPTOR, *(path for path in record.files if path.startswith("schemas/"))) if schemas else ():
            yield Mutant({path: content(record, path)}, path, told=name)

    return Kind(name, plant)


def beside(name: str, path: str, content: bytes = b"id\none\n") -> Kind:
    """Put a file that nobody declared into each folder of tables."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for folder in sorted({table.path.rpartition("/")[0] for table in record.package.tables}):
            yield Mutant({f"{folder}/{path}": content}, f"{folder}/{path}", told=f"{folder}/{path}")

    return Kind(name, plant)


# fmt: off
KINDS = (
    columns("a column left out", lambda names: names[:-1]),
    columns("a column twice", lambda names: [*names, names[0]]),
    columns("columns in another order", lambda names: [names[-1], *names[:-1]]),
    whole("a further column", lambda data: data.replace(b"\n", b",\n"), 1),
    header("a misspelt column", lambda names: [names[0] + b"s", *names[1:]]),
    header("a column in capitals", lambda names: [names[0].upper(), *names[1:]]),
    header("a space behind a column's name", lambda names: [*names[:-1], names[-1] + b" "]),
    header("a column without a name", lambda names: [*names[:-1], b""]),
    header("a look-alike letter in a column's name", lambda names: [names[0].replace(b"e", "е".encode()).replace(b"i", "і".encode()), *names[1:]]),
    whole("no header line", lambda data: data.split(b"\n", 1)[1], None),
    inserted("the header line once more", lambda lines: lines[0]),
    line("a row too short", lambda one: one.rpartition(b",")[0]),
    line("a row too long", lambda one: one + b",more"),
    inserted("a blank line", lambda lines: b""),
    whole("a blank line at the end", lambda data: data + b"\n"),
    inserted("a line of spaces", lambda lines: b"   "),
    inserted("a row of empty cells", lambda lines: b"," * lines[0].count(b",")),
    inserted("a comment", lambda lines: b"# looked through until here"),
    line("a quotation mark that does not close", lambda one: b'"' + one),
    line("a quotation mark inside a bare cell", lambda one: one[:2] + b'"' + one[2:]),
    line("a mark escaped by a backslash", lambda one: b'"a \\" b' + one[1:]),
    line("a line break inside a cell", lambda one: b'"' + one.replace(b",", b'\n",', 1)),
    whole("semicolons between cells", lambda data: data.replace(b",", b";"), 1),
    whole("tabs between cells", lambda data: data.replace(b",", b"\t"), 1),
    whole("bars between cells", lambda data: data.replace(b",", b"|"), 1),
    whole("an empty file", lambda data: b""),
    instead("a file that is gone", lambda record, path: None),
    instead("a folder in place of a file", lambda record, path: FOLDER),
    instead("a pipe in place of a file", lambda record, path: PIPE),
    instead("a link out of the package", lambda record, path: Path("/etc/hostname")),
    instead("a link to a file that is not there", lambda record, path: Path("nowhere")),
    instead("a link to itself", lambda record, path: Path(path.rpartition("/")[2])),
    beside("an undeclared file", "rumours.csv"),
    beside("an undeclared file with its ending in capitals", "PEOPLE.CSV"),
    beside("an undeclared file in a folder below", "old/people.csv"),
    beside("a spreadsheet beside the tables", "people.xlsx", b"PK\x03\x04"),
    Kind("an undeclared schema", lambda record, chance: [Mutant({"schemas/rumours.json": b"{}\n"}, "schemas/rumours.json")]),
    *descriptors.KINDS,
)
# fmt: on
