"""What may stand in datapackage.json and in a schema, and of which JSON type it is.

Why: a property that nobody reads, since it is misspelt or since this package enforces no such
thing, would look like a rule and be none; one of another type would break what reads it. In:
a parsed descriptor. Out: every place that is wrong, with what is wrong there.

A subset of Data Package v2 and Table Schema v2 (https://datapackage.org), with the
properties that are read here beyond them: `codes` and `datasette` of a schema, and of a package
what its readers are asked for example (`exampleSearch`, `exampleQuestions`). A shape is a type (`object`: what
stands there is judged elsewhere), a list of one shape, an object of shapes by name, or `Only` the values that are
listed. Where the standard allows more than is read here, the shape says so (`Unread`, `Needs`), and so does the
finding: a package of others is no wrong one.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal


@dataclass(frozen=True)
class Only:
    """One of these values and no other."""

    values: tuple[Any, ...]


@dataclass(frozen=True)
class Unread:
    """A property of the standard that is not read here; `instead` says what is needed in its place, if anything is."""

    instead: str = ""


@dataclass(frozen=True)
class Needs:
    """A shape where the standard allows others, of the types `also`; `words` name the one that is needed here."""

    shape: Any
    words: str
    also: tuple[type, ...]


@dataclass(frozen=True)
class Fault:
    """A place (`resources[3].path`) and what is wrong there, in words; whether what is right there can be read on."""

    place: str
    problem: str
    fix: str
    passable: bool = False


ALLOWED = "the standard allows"
_CORRECT = "Correct it as the standard has it, or take it out."
_ABOUT = {"name": str, "title": str, "description": str}
_STANDARD = "https://datapackage.org/profiles/2.0/{}.json"
RESOURCE = _ABOUT | {
    "name": object,
    "type": Only(("table",)),
    "path": object,
    "format": Needs(Only(("csv",)), '"csv"', (str,)),
    "mediatype": Needs(Only(("text/csv",)), '"text/csv"', (str,)),
    "encoding": object,
    "dialect": object,
    "schema": object,
    "data": Unread("the rows in a file of their own, and its path"),
    **dict.fromkeys(("$schema", "homepage", "sources", "licenses", "bytes", "hash", "profile"), Unread()),
}
PACKAGE = _ABOUT | {
    "$schema": Needs(Only((_STANDARD.format("datapackage"),)), "version 2.0 of the profile", (str,)),
    "id": str,
    "homepage": str,
    "version": str,
    "created": str,
    "keywords": [str],
    "exampleSearch": str,
    "exampleQuestions": [{"question": str, "words": str, "parameters": [{"name": str, "value": str}]}],
    "licenses": [{"name": str, "path": str, "title": str}],
    "contributors": [{"title": str, "path": str, "email": str, "roles": [str], "organization": str}],
    "sources": [{"title": str, "path": str, "email": str, "version": str}],
    "resources": [RESOURCE],
    **dict.fromkeys(("image", "profile"), Unread()),
}
FIELD = _ABOUT | {
    "type": str,
    "format": str,
    "example": str,
    "rdfType": str,
    "codes": str,
    "constraints": {
        "required": bool,
        "unique": bool,
        "pattern": str,
        "enum": Needs([str], "a list of texts", (list,)),
        "maxLength": int,
        "minimum": Needs(int, "a whole number", (str, float)),
        "maximum": Needs(int, "a whole number", (str, float)),
        **dict.fromkeys(("minLength", "exclusiveMinimum", "exclusiveMaximum", "jsonSchema"), Unread()),
    },
    "missingValues": Unread("an empty cell where no value is"),
    "categories": Unread("constraints.enum, or a list in the table codes"),
    **dict.fromkeys(("categoriesOrdered", "bareNumber", "groupChar", "decimalChar"), Unread()),
    **dict.fromkeys(("trueValues", "falseValues"), Unread()),
}
SCHEMA = {
    "$schema": Needs(Only((_STANDARD.format("tableschema"),)), "version 2.0 of the profile", (str,)),
    "title": str,
    "description": str,
    "fields": [FIELD],
    "primaryKey": Needs([str], "a list of names", (str,)),
    "uniqueKeys": [[str]],
    "foreignKeys": [
        {
            "fields": Needs([str], "a list of one name", (str,)),
            "reference": {"resource": str, "fields": Needs([str], "a list of one name", (str,))},
        }
    ],
    "missingValues": Needs(Only(([""],)), '[""] (a cell without a value is empty)', (list,)),
    "fieldsMatch": Unread(),
    "datasette": {
        "label_column": str,
        "sort": str,
        "sort_desc": str,
        "shown": [str],
        "facets": [str],
        "hidden": bool,
    },
}
Shape = Literal["package", "schema"]
SHAPES: dict[Shape, dict[str, Any]] = {"package": PACKAGE, "schema": SCHEMA}
_NAMES = {str: "text", bool: "true or false", int: "a whole number"}


def faults(value: object, shape: object, place: str = "") -> Iterator[Fault]:
    """Each place that has another shape.

    `shape` is a type, a list of one shape, `Only`, `Unread`, `Needs`, or a dictionary of shapes by key; see PACKAGE
    and SCHEMA.
    """
    if isinstance(shape, Unread):
        instead = f", which needs {shape.instead}" if shape.instead else ""
        problem = f"is a property that {ALLOWED}, and nothing in readouts reads or enforces{instead}"
        yield Fault(place, problem, "Take it out, or keep this package for other programs.", passable=True)
    elif isinstance(shape, Needs):
        wrong = list(faults(value, shape.shape, place))
        if wrong and isinstance(value, shape.also):
            problem = f"is {_told(value)}; readouts needs {shape.words} there; {ALLOWED} more"
            yield Fault(place, problem, f"Write {shape.words}.")
        else:
            yield from wrong
    elif isinstance(shape, Only):
        if value not in shape.values:
            yield Fault(place, f"is none of {', '.join(map(repr, shape.values))}", _CORRECT)
    elif isinstance(shape, dict):
        yield from _object(value, shape, place)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield Fault(place, "is not a list", _CORRECT)
        else:
            for number, one in enumerate(value):
                yield from faults(one, shape[0], f"{place}[{number}]")
    elif isinstance(shape, type):
        yield from _value(value, shape, place)


def _value(value: object, shape: type, place: str) -> Iterator[Fault]:
    if shape is not object and type(value) is not shape:
        yield Fault(place, f"is not {_NAMES[shape]}", _CORRECT)
    elif isinstance(value, str) and not (value.isprintable() or all(map(_prints, value))):
        yield Fault(place, "holds a character that does not print", _CORRECT)


def _object(value: object, shape: dict[str, Any], place: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(place, "is not an object", _CORRECT)
        return
    for name, one in value.items():
        inner = f"{place}.{name}" if place else name
        if name in shape:
            yield from faults(one, shape[name], inner)
        else:
            near = get_close_matches(name, shape, 1)
            fix = f"Did you mean {near[0]}?" if near else _CORRECT
            yield Fault(inner, "is a property that nothing here reads or enforces", fix, passable=True)


def _told(value: object) -> str:
    return json.dumps(value) if len(json.dumps(value)) < 60 else "another"


def _prints(one: str) -> bool:
    return one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
