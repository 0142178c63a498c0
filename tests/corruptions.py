"""Files of the package spoilt by chance: what a disk, a program, a hand or a merge may make of them.

In: a source of chance, the bytes of a table or of a descriptor. Out: other bytes. The same
seed gives the same; nothing is drawn from anywhere else, so that a failure can be looked at again.
"""

import csv
import io
import json
import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from readouts.package.descriptor import load

# What has a meaning to some reader: of CSV, of text, of a terminal, of a spreadsheet, of git.
PIECES = (
    *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\n\n", b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0", b"\x1b[31m", b"\xe2\x80\xae", b"\xe2\x80\x8d", b"\xef\xbf\xbd"),
    *("🏴\U000e0067\U000e007f".encode(), "e\u0301".encode(), "\u0085\u2028".encode(), b"=1+1", b"#REF!", b"01.11.2024"),
    *(b"\n<<<<<<< HEAD\n", b"\n=======\n", b"\n>>>>>>> other\n", b"sep=;\n", b"0", b"-1", b"9" * 30, b" ", b"x" * 3000),
)
ODD = (
    "0",
    "-1",
    "9" * 30,
    "2024-02-30",
    "2024-11-07/..",
    "9999-12-31",
    "[...]",
    "https://",
    "#REF!",
    "x" * 3000,
    "\u202e",
)
VALUES = (None, True, 0, -1, 1.5, 10**30, "", "x", "../x", "\ud800", "\u202e", [], {}, [[]], [None], {"": None}, "id")


def bytes_spoilt(chance: random.Random, data: bytes) -> bytes:
    """The bytes after one to three accidents."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(ACCIDENTS)(chance, data)
    return data


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _piece(chance: random.Random, data: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + chance.choice(PIECES) + data[at:]


def _over(chance: random.Random, data: bytes) -> bytes:
    at, piece = _place(chance, data), chance.choice(PIECES)
    return data[:at] + piece + data[at + len(piece) :]


def _flipped(chance: random.Random, data: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: _place(chance, data)]


def _without(chance: random.Random, data: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + data[at + chance.choice((1, 2, 10, 100)) :]


def _lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            del lines[one]
        case _:
            lines[one] += b" " + lines[other]
    return b"\n".join(lines)


def _cell(chance: random.Random, data: bytes) -> bytes:
    """A cell of another row in place of one: what passes the first gates."""
    lines = [line.split(b",") for line in data.split(b"\n")]
    row, other = chance.choice(lines), chance.choice(lines)
    row[chance.randrange(len(row))] = chance.choice([*other, b"", chance.choice(PIECES)])
    return b"\n".join(b",".join(line) for line in lines)


def saved_otherwise(chance: random.Random, data: bytes) -> bytes:
    """As programs save it."""
    text = data.decode("utf-8", "replace")
    match chance.randrange(6):
        case 0:
            return text.replace("\n", "\r\n").encode("utf-8-sig")
        case 1:
            return text.encode("utf-16", "replace")
        case 2:
            return text.replace(",", chance.choice(";\t|")).encode()
        case 3:
            return text.encode("cp1252", "replace")
        case 4:
            return ("sep=;\n" + text.replace(",", ";")).encode()
        case _:
            return text.replace("\n", ",,\n").encode()


ACCIDENTS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *(_piece, _piece, _over, _flipped, _cut, _without, _lines, _cell, _cell, _cell, saved_otherwise),
)


def cells_spoilt(chance: random.Random, data: bytes) -> bytes:
    """One to three cells or rows other, gone or doubled, as sound CSV: what the first gate lets by."""
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    for _ in range(chance.choice((1, 1, 2, 3)) if rows else 0):
        at, place = chance.randrange(len(rows)), chance.randrange(len(header))
        match chance.randrange(8):
            case 0 if len(rows) > 1:
                del rows[at]
            case 1:
                rows.insert(at, [*rows[at]])
            case 2 | 3:
                rows[at][place] = chance.choice(rows)[place]
            case 4:
                rows[at][place] = chance.choice(chance.choice(rows))
            case 5:
                rows[at][place] = ""
            case 6:
                rows[at][place] += chance.choice(("?", " ", "x", "-1", "\u202e", "е", "\U0001f680", "~", "/.."))
            case _:
                rows[at][place] = chance.choice(ODD)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue().encode()


def object_spoilt(chance: random.Random, data: bytes) -> bytes:
    """A descriptor with one to three of its values other, gone, doubled or under another name; else bytes spoilt."""
    if chance.random() < 0.2:
        return bytes_spoilt(chance, data)
    value = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        inner = _some_inner(chance, value)
        if isinstance(inner, dict) and inner:
            key = chance.choice([*inner])
            new = chance.choice([*inner, "x", "", "profile", "data", "type", "\ud800"])
            match chance.randrange(3):
                case 0:
                    inner[key] = deepcopy(chance.choice(VALUES))
                case 1:
                    del inner[key]
                case _:
                    inner[new] = inner.pop(key)
        elif isinstance(inner, list) and inner:
            at = chance.randrange(len(inner))
            new = deepcopy(chance.choice([*VALUES, *inner]))
            inner[at : at + chance.randrange(2)] = [new, deepcopy(new)][chance.randrange(3) :]
    return json.dumps(value).encode()


def _some_inner(chance: random.Random, value: object) -> object:
    while True:
        inner = [one for one in (value.values() if isinstance(value, dict) else value) if isinstance(one, dict | list)]
        if not inner or chance.random() < 0.3:
            return value
        value = chance.choice(inner)


def without_links(root: Path) -> None:
    """Keep only the tables that link to no other: a few files are read faster than forty."""
    package, _ = load(root)
    alone = {table.name for table in package.tables if not table.links}
    for table, one in zip(package.tables, package.descriptor["resources"], strict=True):
        if table.name not in alone:
            (root / one["path"]).unlink()
            (root / one["schema"]).unlink()
    resources = [one for one in package.descriptor["resources"] if one["name"] in alone]
    (root / "datapackage.json").write_text(json.dumps(package.descriptor | {"resources": resources}), encoding="utf-8")
