"""What may stand in datapackage.json and in a schema, and of which JSON type it is.

Why: a property that nobody reads, since it is misspelt or since this package enforces no such
thing, would look like a rule and be none; one of another type would break what reads it. In:
a parsed descriptor. Out: the first place that is wrong, with what is wrong there.

A subset of Data Package v2 and Table Schema v2 (https://datapackage.org), with the
properties that are read here beyond them: `codes` and `datasette` of a schema, and of a package
what its readers are asked for example (`exampleSearch`, `exampleQuestions`). A shape is a type, a list of one shape, an
object of shapes by name, or `Only` the values that are listed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Only:
    """One of these values and no other."""

    values: tuple[Any, ...]


_ABOUT = {"name": str, "title": str, "description": str}
_STANDARD = "https://datapackage.org/profiles/2.0/{}.json"
RESOURCE = _ABOUT | {
    "type": Only(("table",)),
    "path": str,
    "format": Only(("csv",)),
    "mediatype": Only(("text/csv",)),
    "encoding": str,
    "dialect": {
        "header": bool,
        "delimiter": str,
        "lineTerminator": str,
        "quoteChar": str,
        "doubleQuote": bool,
        "skipInitialSpace": bool,
    },
    "schema": str,
}
PACKAGE = _ABOUT | {
    "$schema": Only((_STANDARD.format("datapackage"),)),
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
        "enum": [str],
        "maxLength": int,
        "minimum": int,
        "maximum": int,
    },
}
SCHEMA = {
    "$schema": Only((_STANDARD.format("tableschema"),)),
    "title": str,
    "description": str,
    "fields": [FIELD],
    "primaryKey": [str],
    "uniqueKeys": [[str]],
    "foreignKeys": [{"fields": [str], "reference": {"resource": str, "fields": [str]}}],
    "missingValues": Only(([""],)),
    "datasette": {
        "label_column": str,
        "sort": str,
        "sort_desc": str,
        "shown": [str],
        "facets": [str],
        "hidden": bool,
    },
}
_NAMES = {str: "text", bool: "true or false", int: "a whole number"}


def faults(value: object, shape: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Each place (`resources[3].path`) that has another shape, and what is wrong there, in words.

    `shape` is a type, a list of one shape, an `Only`, or a dictionary of shapes by key; see PACKAGE and SCHEMA.
    """
    if isinstance(shape, Only):
        if value not in shape.values:
            yield place, f"is none of {', '.join(map(repr, shape.values))}"
    elif isinstance(shape, dict):
        yield from _object(value, shape, place)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield place, "is not a list"
        else:
            for number, one in enumerate(value):
                yield from faults(one, shape[0], f"{place}[{number}]")
    elif isinstance(shape, type) and type(value) is not shape:
        yield place, f"is not {_NAMES[shape]}"
    elif isinstance(value, str) and not all(map(_prints, value)):
        yield place, "holds a character that does not print"


def _object(value: object, shape: dict[str, Any], place: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict):
        yield place, "is not an object"
        return
    for name, one in value.items():
        inner = f"{place}.{name}" if place else name
        if name in shape:
            yield from faults(one, shape[name], inner)
        else:
            yield inner, "is a property that nothing here reads or enforces"


def _prints(one: str) -> bool:
    return one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
