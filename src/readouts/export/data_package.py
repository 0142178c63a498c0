"""The record as one zip: a Data Package that is whole by itself.

In: a built file and the package of which it was built. Out: datapackage.json with the size and the SHA-256 of each
file, the tables as they are kept, their schemas, the flat tables with theirs, the codebook and the licence.

Standard: Data Package v2, Data Resource v2 (https://datapackage.org). `temporal` and `spatial` are not of the
standard, which lets a descriptor say more; they are named and written as DCAT version 3 has them (6.6.6, 6.6.7).
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from readouts.build.derive import views
from readouts.export import archive
from readouts.export.built import DAYS, FLAT, Built
from readouts.package.model import Package, Table
from readouts.package.schema import EDTF
from readouts.vocabulary import declared

# What says what the tables mean and how they may be used, where the folder has it.
_BESIDE = ("LICENSE-DATA", "docs/codebook.md", "docs/evidence.md", "docs/coverage.md", "CITATION.cff")


def made(built: Built) -> bytes:
    """The zip; everything in it lies in one folder, NAME-VERSION."""
    content = dict(_content(built))
    about = built.fact
    folder = f"{about['name']}-{about['version']}"
    entries = {"datapackage.json": _json(_descriptor(built, content)), **content}
    return archive.packed(((f"{folder}/{name}", one) for name, one in entries.items()), about["created"])


def _content(built: Built) -> Iterator[tuple[str, bytes]]:
    declared_files = [name for one in built.package.descriptor["resources"] for name in (one["path"], one["schema"])]
    for name in (*sorted(declared_files), *_BESIDE):
        content = built.kept_file(name)
        if content is not None:
            yield name, content
    for table in built.flat:
        yield _path(table.name), built.made[f"{table.name}.csv"]
        yield _schema_path(table.name), _json(flat_schema(built.package, table))


def _descriptor(built: Built, content: dict[str, bytes]) -> dict[str, Any]:
    """That of the package, with what is known of it once it is built; the flat tables come first."""
    given = built.package.descriptor
    resources = [*(_flat(built.table(name)) for name in FLAT), *given["resources"]]
    held = [one | _held(content[one["path"]]) for one in resources]
    return {**given, **_known(built), "resources": held}


def _held(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _known(built: Built) -> dict[str, Any]:
    """What the descriptor does not say by itself: of what time and which places the record speaks, and from what."""
    ask = built.connection.execute
    first, last = ask(DAYS).fetchone()
    (pages,) = ask("SELECT count(*) FROM sources").fetchone()
    sides = ask("SELECT label FROM codes WHERE list = 'side' AND nature = 'principal' ORDER BY rank").fetchall()
    known: dict[str, Any] = {
        "sources": [
            {"title": f"{pages:,} pages, posts and texts, each a row of the table sources", "path": "data/sources.csv"}
        ],
        "temporal": {"start": first, "end": last},
        "spatial": [side for (side,) in sides],
    }
    return known | ({"homepage": built.base} if built.base else {})


def _flat(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": _path(table.name),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema_path(table.name),
    }


def flat_schema(package: Package, table: Table) -> dict[str, Any]:
    """The Table Schema of a flat table: its columns as they are stored, 1 and 0 for yes and no."""
    derived = next(one for one in views(declared(package)) if one.name == table.name)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": table.title,
        "description": table.description,
        "fields": [_field(table, name) for name in table.columns],
        "primaryKey": list(derived.key),
    }


def _field(table: Table, name: str) -> dict[str, Any]:
    field = next(one for one in table.fields if one.name == name)
    said: dict[str, Any] = {"name": name, "title": field.title, "type": field.type, "description": field.description}
    if field.type == "boolean":
        said |= {"trueValues": ["1"], "falseValues": ["0"]}
    if field.edtf:
        said |= {"rdfType": EDTF}
    return said | ({"constraints": {"required": True}} if field.required else {})


def _path(name: str) -> str:
    return f"flat/{name}.csv"


def _schema_path(name: str) -> str:
    return f"flat/{name}.schema.json"


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
