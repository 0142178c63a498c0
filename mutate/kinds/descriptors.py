"""Defects of the descriptors: datapackage.json and the schemas."""

import json
from collections.abc import Callable, Iterator
from random import Random

from mutate.record import Kind, Mutant, Record, few
from readouts.package.descriptor import DESCRIPTOR


def json_text(name: str, spoil: Callable[[bytes], tuple[bytes, int | None]]) -> Kind:
    """Spoil the text of each descriptor; found in that file, on that line."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for path in record.files:
            if path.endswith(".json"):
                data, place = spoil(record.files[path])
                yield Mutant({path: data}, path, place, told=name)

    return Kind(name, plant)


def declared(name: str, spoil: Callable[[dict], object], at: str = DESCRIPTOR) -> Kind:
    """Spoil one resource of datapackage.json at a time; `at` may name the resource: `schemas/{name}.json`."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for place, table in enumerate(record.package.tables):
            descriptor = record.descriptor()
            spoil(descriptor["resources"][place])
            yield Mutant({DESCRIPTOR: dumped(descriptor)}, at.format(name=table.name), told=f"resources[{place}]")

    return Kind(name, plant)


def package(name: str, spoil: Callable[[dict], object], at: str = DESCRIPTOR) -> Kind:
    """Spoil datapackage.json as a whole."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        descriptor = record.descriptor()
        spoil(descriptor)
        yield Mutant({DESCRIPTOR: dumped(descriptor)}, at, told=name)

    return Kind(name, plant)


def schema(name: str, spoil: Callable[[dict], object], where: Callable[[dict], object] = bool, at: str = "") -> Kind:
    """Spoil each schema for which `where` holds."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        for path in record.files:
            if path.startswith("schemas/") and where(record.descriptor(path)):
                descriptor = record.descriptor(path)
                spoil(descriptor)
                yield Mutant({path: dumped(descriptor)}, at or path, told=name)

    return Kind(name, plant)


def each_property(name: str, spoil: Callable[[object, object], object]) -> Kind:
    """Spoil each property of each descriptor, however deep."""

    def plant(record: Record, chance: Random) -> Iterator[Mutant]:
        paths = [path for path in record.files if path.endswith(".json")]
        places = ((one, steps) for one in paths for steps in _properties(record.descriptor(one)))
        for path, steps in few(chance, places):
            descriptor = holder = record.descriptor(path)
            for step in steps[:-1]:
                holder = holder[step]
            spoil(holder, steps[-1])
            yield Mutant({path: dumped(descriptor)}, path, told="/".join(map(str, steps)))

    return Kind(name, plant)


def _properties(value: object, steps: tuple = ()) -> Iterator[tuple]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        if isinstance(step, str):
            yield (*steps, step)
        yield from _properties(inner, (*steps, step))


def other_type(holder: dict, key: str) -> None:
    """A value of another JSON type."""
    holder[key] = {str: 7, int: "seven", bool: "false", list: {"a": 1}, dict: ["a"]}[type(holder[key])]


def misspelt(holder: dict, key: str) -> None:
    """The same value under a name that nobody reads."""
    holder[key + "x"] = holder.pop(key)


def key_twice(data: bytes) -> tuple[bytes, None]:
    """The first key of the object once more, with another value."""
    key = data.split(b'"')[1]
    return b'{"' + key + b'": "other",' + data[1:], None


def comma_lost(data: bytes) -> tuple[bytes, int]:
    """The comma of the second line."""
    lines = data.split(b"\n")
    lines[1] = lines[1].removesuffix(b",")
    return b"\n".join(lines), 3


def dumped(value: object) -> bytes:
    """JSON as bytes."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def _key(one: dict) -> dict:
    return next(field for field in one["fields"] if field["name"] == one["primaryKey"][-1])


def _linked(one: dict) -> bool:
    return bool(one.get("foreignKeys"))


# fmt: off
KINDS = (
    json_text("JSON without a comma", comma_lost),
    json_text("JSON cut in the middle", lambda data: (data[: len(data) // 2], None)),
    json_text("an empty descriptor", lambda data: (b"", None)),
    json_text("a descriptor that is a list", lambda data: (b"[" + data + b"]", None)),
    json_text("a key twice in JSON", key_twice),
    json_text("JSON a hundred thousand brackets deep", lambda data: (b"[" * 100_000 + b"]" * 100_000, None)),
    json_text("JSON in UTF-16", lambda data: (data.decode().encode("utf-16"), None)),
    json_text("JSON with a byte order mark", lambda data: (b"\xef\xbb\xbf" + data, None)),
    json_text("half a character in JSON", lambda data: (data.replace(b'"title": "', b'"title": "\\ud800', 1), None)),
    json_text("a control character in JSON", lambda data: (data.replace(b'"title": "', b'"title": "\\u001b[2J', 1), None)),
    each_property("a property of another JSON type", other_type),
    each_property("a misspelt property", misspelt),
    package("no resources", lambda one: one.pop("resources")),
    package("a resource left out", lambda one: one["resources"].pop(), "data/redirects.csv"),
    package("another version of the standard", lambda one: one.update({"$schema": "https://example.org/profile.json"})),
    package("a profile at an address", lambda one: one.update(profile="https://example.org/profile.json")),
    declared("two resources of one name", lambda one: one.update(name="people" if one["name"] != "people" else "topics")),
    declared("two resources of one path", lambda one: one.update(path="data/people.csv" if one["name"] != "people" else "data/topics.csv")),
    declared("a path with ..", lambda one: one.update(path="../" + one["path"])),
    declared("an absolute path", lambda one: one.update(path="/etc/hostname")),
    declared("a path with backslashes", lambda one: one.update(path=one["path"].replace("/", "\\"))),
    declared("a path at an address", lambda one: one.update(path="https://example.org/" + one["path"])),
    declared("a path with a NUL", lambda one: one.update(path=one["path"] + "\0")),
    declared("a path of ten thousand characters", lambda one: one.update(path="data/" + "x" * 10_000)),
    declared("a path to the folder", lambda one: one.update(path="data")),
    declared("a list of paths", lambda one: one.update(path=[one["path"]])),
    declared("rows inside the descriptor", lambda one: one.update(data=[])),
    declared("a schema at an address", lambda one: one.update(schema="https://example.org/" + one["schema"])),
    declared("a schema with ..", lambda one: one.update(schema="../" + one["schema"])),
    declared("no schema", lambda one: one.pop("schema")),
    declared("the schema of another table", lambda one: one.update(schema="schemas/topics.json" if one["name"] != "topics" else "schemas/people.json"), "schemas/{name}.json"),
    declared("no encoding", lambda one: one.pop("encoding")),
    declared("another encoding", lambda one: one.update(encoding="latin-1")),
    declared("no dialect", lambda one: one.pop("dialect")),
    declared("another delimiter", lambda one: one["dialect"].update(delimiter=";")),
    schema("a type that is none", lambda one: one["fields"][0].update(type="txt")),
    schema("two fields of one name", lambda one: one["fields"][1].update(name=one["fields"][0]["name"])),
    schema("a pattern that is none", lambda one: one["fields"][0]["constraints"].update(pattern="[")),
    schema("a pattern that looks ahead", lambda one: one["fields"][0]["constraints"].update(pattern="(?=a)a.*")),
    schema("no key", lambda one: one.pop("primaryKey")),
    schema("a key of no field", lambda one: one.update(primaryKey=["nothing"])),
    schema("a part of a key that may be empty", lambda one: _key(one)["constraints"].pop("required")),
    schema("a key of a list that should be unique and names no field", lambda one: one.update(uniqueKeys=[["nothing"]])),
    schema("a link to no table", lambda one: one["foreignKeys"][0]["reference"].update(resource="nothing"), _linked, DESCRIPTOR),
    schema("a link to no column", lambda one: one["foreignKeys"][0]["reference"].update(fields=["nothing"]), _linked, DESCRIPTOR),
    schema("a link from no column", lambda one: one["foreignKeys"][0].update(fields=["nothing"]), _linked),
    schema("other words for an empty cell", lambda one: one.update(missingValues=["", "NA"])),
)
# fmt: on
