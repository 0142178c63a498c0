"""Defects of the bytes of a table's file."""

import gzip
from collections.abc import Callable, Iterator
from random import Random

from mutate.record import Kind, Mutant, Record

Spoil = Callable[[bytes], bytes]


def whole(name: str, spoil: Spoil, line: int | None = None) -> Kind:
    """Spoil the whole file of each table; one that the change leaves as it was is no mutant."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            data = record.files[table.path]
            if (spoilt := spoil(data)) != data:
                yield Mutant({table.path: spoilt}, table.path, line, told=name)

    return Kind(name, plant)


def line(name: str, spoil: Spoil) -> Kind:
    """Spoil one line of each table, of those that the change can spoil; found on that line."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            lines = record.lines(table)
            places = [place for place, one in enumerate(lines) if place and spoil(one) != one]
            if places:
                place = chance.choice(places)
                lines[place] = spoil(lines[place])
                yield Mutant({table.path: b"\n".join(lines) + b"\n"}, table.path, place + 1, told=name)

    return Kind(name, plant)


def within(one: bytes) -> Spoil:
    """Put something behind the first cell's third byte."""
    return lambda data: data[:3] + one + data[3:]


def first_not_ascii(name: str, encoding: str) -> Kind:
    """Write the file in an old encoding; found on the first line that shows it."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for table in record.package.tables:
            lines = record.lines(table)
            places = [place for place, one in enumerate(lines, 1) if not one.isascii()]
            if places:
                data = record.files[table.path].decode().encode(encoding, "replace")
                if b"?" * len(places) != data and not data.isascii():
                    first = next(place for place, one in enumerate(data.split(b"\n"), 1) if not one.isascii())
                    yield Mutant({table.path: data}, table.path, first, told=name)

    return Kind(name, plant)


# fmt: off
KINDS = (
    whole("a byte order mark", lambda data: b"\xef\xbb\xbf" + data, 1),
    whole("UTF-16 with its mark", lambda data: data.decode().encode("utf-16"), 1),
    whole("UTF-16, big end first, without a mark", lambda data: data.decode().encode("utf-16-be")),
    whole("UTF-32", lambda data: data.decode().encode("utf-32")),
    first_not_ascii("Latin-1", "latin-1"),
    first_not_ascii("Windows-1251", "cp1251"),
    whole("CRLF line ends", lambda data: data.replace(b"\n", b"\r\n"), 1),
    whole("CR line ends", lambda data: data.replace(b"\n", b"\r"), 1),
    line("CRLF at the end of one line", lambda data: data + b"\r"),
    line("a lone CR inside a line", within(b"\r")),
    line("a byte that is not UTF-8", within(b"\xff")),
    line("a surrogate in UTF-8", within(b"\xed\xa0\x80")),
    line("an overlong form in UTF-8", within(b"\xc0\xaf")),
    line("a character cut in the middle", within(b"\xd0")),
    line("a NUL byte", within(b"\x00")),
    line("an escape that moves the cursor", within(b"\x1b[2J")),
    line("a control character of the second block", within("\u0085".encode())),
    line("a form feed", within(b"\x0c")),
    line("a separator of lines", within("\u2028".encode())),
    line("a byte order mark inside a line", within(b"\xef\xbb\xbf")),
    whole("an end-of-file mark of DOS", lambda data: data + b"\x1a\n"),
    whole("no line end at the end", lambda data: data.removesuffix(b"\n")),
    whole("a compressed file under the plain name", lambda data: gzip.compress(data, mtime=0)),
    whole("a file of NUL bytes", lambda data: bytes(len(data)), 1),
)
# fmt: on
