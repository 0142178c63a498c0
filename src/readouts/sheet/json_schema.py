"""The JSON Schema of a sheet, by which an editor completes ids and codes and shows what a key means.

In: the forms, the codes and the rows of the record. Out: the schema as text (draft 7, which editors of YAML read); an
id stands on a line of its own, so that two branches that add rows merge. The judge of a sheet is `readouts add`: a
name that is no id passes here, since every name of a row is welcome.
"""

import json
from collections.abc import Mapping
from typing import Any

from readouts.package.model import Field
from readouts.sheet.form import LISTS, NAMES, ROOT, Form, Key
from readouts.sheet.record import Record

Schema = dict[str, Any]
FILE = "sheet.schema.json"  # beside datapackage.json
DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {
    "type": ["string", "number", "boolean", "null"]
}  # an editor takes 2024 for a number, and NO for a truth
_WITHOUT_IDS = ("quotations",)  # in which only participants are read, by the place around them
_WORKED_OUT = ("id", "source_id", "date_basis", "published_basis", "passage", "file", "extent")
_MORE = {
    "about": "A word or a few that end the id, where it is not to be made of the first words.",
    "rendering_of": "The statement of the record that these words render, in place of all other keys but places.",
    "participants_of": "The event of the record in which they took part, in place of all other keys.",
    "anchors": "What was kept of the text where it is not at hand, as readouts sheet writes it.",
}


def schema(forms: Mapping[str, Form], record: Record) -> str:
    """The JSON Schema of the sheets of a record, as text."""
    inner = {kind: _block(form, record) for kind, form in forms.items()}
    ids = {f"id-of-{table}": {"enum": sorted(record.rows[table])} for table in NAMES if table not in _WITHOUT_IDS}
    whole = {
        "$schema": DRAFT,
        "title": "A sheet of readouts",
        "description": "One source: what a curator decides about its text. readouts add works out the rest.",
        "type": "object",
        "required": ["source"],
        "additionalProperties": False,
        "properties": {
            **{key: _ref(kind) for key, kind in ROOT.items()},
            **{key: _list(kind) for key, kind in LISTS.items()},
        },
        "definitions": inner | ids,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _block(form: Form, record: Record) -> Schema:
    codes = record.rows["codes"].values()
    defined: dict[str, dict[str, str]] = {}
    for row in codes:
        defined.setdefault(row["list"], {})[row["code"]] = row["definition"]
    keys = {key.name: _key(key, defined) for key in form.keys.values()}
    lists = {name: _list(kind) for name, kind in form.shape.inner.items()}
    needed = [
        key.name
        for key in form.by_column.values()
        if key.field and key.field.required and key.column not in (*_WORKED_OUT, *form.shape.usual)
    ]
    block: Schema = {
        "title": form.table.title,
        "description": form.table.description,
        "type": "object",
        "additionalProperties": False,
        "properties": keys | lists,
    }
    instead = [name for name in ("rendering_of", "participants_of") if name in form.keys]
    if needed and instead:
        return block | {"anyOf": [{"required": needed}, *({"required": [name]} for name in instead)]}
    return block | ({"required": needed} if needed else {})


def _key(key: Key, codes: Mapping[str, Mapping[str, str]]) -> Schema:
    if key.name == "anchors":
        return {"description": _MORE["anchors"], "type": "array", "items": {"type": "string"}}
    told: Schema = {"description": key.field.description if key.field else _MORE[key.name]}
    if key.link:
        ids = [] if key.link in _WITHOUT_IDS else [_ref(f"id-of-{key.link}")]
        new = [_ref(key.new)] if key.new else []
        return told | {"anyOf": [*ids, _TEXT, *new]}
    return told | (_cell(key.field, codes) if key.field else _TEXT)


def _cell(field: Field, codes: Mapping[str, Mapping[str, str]]) -> Schema:
    if field.enum:
        defined = codes.get(field.codes or "", {})
        return {"oneOf": [{"const": one, "description": defined.get(one, "")} for one in field.enum]}
    limits = {"maxLength": field.max_length, "pattern": f"^({field.pattern})$" if field.pattern else None}
    if field.name == "passage":
        limits = {}  # a passage may be given whole: it is cut to its ends
    return _TEXT | {name: limit for name, limit in limits.items() if limit}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _list(kind: str) -> Schema:
    return {"type": "array", "items": _ref(kind)}
