"""What changed in what is declared: tables, columns, what they ask for and how they are described.

In: both packages. Out: a sentence for each difference, and how much it weighs for whoever reads the tables by program.
What is no longer asked for is a finding beside (`demands`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from readouts.package.model import Field, Package, Table

_ASKED = ("type", "required", "pattern", "enum", "max_length", "minimum", "maximum", "edtf", "codes")


@dataclass(frozen=True)
class Declared:
    """A difference of two packages; `step` is the least by which a version that has it is raised."""

    path: str
    told: str
    step: str


def declared(then: Package | None, now: Package | None) -> list[Declared]:
    """Every difference, the package's own first, then by table and column; none where either cannot be read."""
    if then is None or now is None:
        return []
    before, after = ({table.name: table for table in package.tables} for package in (then, now))
    found = [*_of_package(then, now)]
    found += [
        Declared("datapackage.json", f"the table {name} is gone", "major") for name in before if name not in after
    ]
    found += [Declared("datapackage.json", f"the table {name} is new", "minor") for name in after if name not in before]
    paths = {one["name"]: str(one["schema"]) for one in now.descriptor.get("resources", ())}
    for name, table in after.items():
        if name in before:
            found += [Declared(paths[name], f"{name}{told}", step) for told, step in _of_table(before[name], table)]
    return found


def _of_package(then: Package, now: Package) -> Iterator[Declared]:
    own = {*then.descriptor, *now.descriptor} - {"resources"}
    for name in sorted(own):
        was, value = then.descriptor.get(name), now.descriptor.get(name)
        if was != value:
            told = f'{name} was "{was}", is "{value}"' if isinstance(was, str) and isinstance(value, str) else name
            changed = told if told != name else f"{name} is not what it was"
            yield Declared("datapackage.json", changed, "major" if name in ("name", "licenses") else "patch")


def _of_table(was: Table, now: Table) -> Iterator[tuple[str, str]]:
    """What of a table differs, behind its name, and the step."""
    before, after = ({field.name: field for field in table.fields} for table in (was, now))
    yield from ((f".{name}: the column is gone", "major") for name in before if name not in after)
    yield from ((f".{name}: the column is new", "minor") for name in after if name not in before)
    if [one for one in before if one in after] != [one for one in after if one in before]:
        yield ": the columns stand in another order", "major"
    if was.key != now.key:
        yield f": the key was {', '.join(was.key)}, is {', '.join(now.key)}", "major"
    if was.path != now.path:
        yield f": its file was {was.path}, is {now.path}", "major"
    if {*was.links} != {*now.links} or {*was.unique} != {*now.unique}:
        yield ": what its rows link to or share is declared in another way", "major"
    if (was.title, was.description) != (now.title, now.description):
        yield ": its title or description is worded in another way", "patch"
    for name, field in after.items():
        if name in before:
            yield from _of_field(before[name], field)


def _of_field(was: Field, now: Field) -> Iterator[tuple[str, str]]:
    for name in _ASKED:
        a, b = getattr(was, name), getattr(now, name)
        if a == b:
            continue
        if name == "enum":
            less, more = sorted({*a} - {*b}), sorted({*b} - {*a})
            told = "; ".join(
                f"{verb} {', '.join(codes)}"
                for verb, codes in (("no longer lists", less), ("also lists", more))
                if codes
            )
            yield f".{now.name} {told or 'lists its values in another order'}", "major" if less or not b else "minor"
        else:
            yield f".{now.name}: {name} was {_plain(a)}, is {_plain(b)}", "major"
    if (was.title, was.description, was.example) != (now.title, now.description, now.example):
        yield f".{now.name}: its title, description or example is worded in another way", "patch"


def _plain(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "yes" if value else "no" if value is False else "not set"
    return str(value)
