"""Read one Table Schema into a `Table`.

In: the package's folder and the path of a schema. Out: the table, or a `Problem`. Whatever a
schema may say that is not checked here, is refused: nothing is read past.

Standard: Table Schema v2 (https://datapackage.org). Read beyond it: `codes` on a field (the
list in the table `codes` that defines its values) and `datasette` on a schema (label column,
order, columns and facets of its page). What else may stand there says `profile`.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from readouts.package.json_objects import Problem, as_findings, collected, parsed, text_of
from readouts.package.model import Field, Link, Table
from readouts.package.profile import ALLOWED

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
OTHERWISE_READ = re.compile(r"\(\?|\\[1-9]")
TYPES = ("string", "integer", "date")


def read_table(root: Path, schema_path: str, name: str, path: str) -> Table:
    """The table of that name as its schema has it, its rows in the file at `path`.

    Both paths are relative to `root`, with strokes, and lead out of it nowhere. Raises Problem when the schema is not
    one that is read here. Table Schema v2, https://datapackage.org/standard/table-schema/.
    """
    return _read(schema_path, text_of(root, schema_path), name, path)


@lru_cache(maxsize=128)  # who checks again after a change has all schemas as they were
def _read(schema_path: str, text: str, name: str, path: str) -> Table:
    schema, wrong = parsed(schema_path, text, "schema")
    findings = as_findings(schema_path, wrong)
    blocked = {one.place for one in wrong if not one.passable}
    declared, fields = schema.get("fields", []), []
    keys: list[tuple[str, ...]] = []
    links: tuple[Link, ...] = ()
    if not declared:
        findings += Problem(
            schema_path, "fields is not a list of fields", "Correct the schema.", column="fields"
        ).findings
    for place, field in enumerate(declared if isinstance(declared, list) else []):
        if not any(one.startswith(f"fields[{place}]") for one in blocked):
            with collected(findings):
                fields.append(
                    _field(schema_path, field, None if "primaryKey" in blocked else schema.get("primaryKey", []))
                )
    if blocked:
        raise Problem.of(findings)
    columns = [str(field.get("name")) for field in declared]
    with collected(findings):
        keys = _keys(schema_path, schema, columns, fields)
    with collected(findings):
        links = _links(schema_path, schema, name, columns)
    if findings:
        raise Problem.of(findings)
    about = (name, schema.get("title", name), schema.get("description", ""), path)
    return Table(*about, tuple(fields), keys[0], links, unique=tuple(keys[1:]), **_page(schema.get("datasette", {})))


def _page(page: dict[str, Any]) -> dict[str, Any]:
    """What is declared of the table's page."""
    return {
        "label": page.get("label_column"),
        "sort": page.get("sort"),
        "sort_desc": page.get("sort_desc"),
        "facets": tuple(page.get("facets", ())),
        "hidden": bool(page.get("hidden")),
        "shown": tuple(page.get("shown", ())),
    }


def _keys(path: str, schema: dict[str, Any], columns: list[str], fields: list[Field]) -> list[tuple[str, ...]]:
    """The key, then what else no two rows may share."""
    key = tuple(schema.get("primaryKey", ()))
    if not key:
        problem = f"there is no primaryKey; readouts needs one; {ALLOWED} none"
        raise Problem(path, problem, "Name the fields that no two rows share.", column="primaryKey")
    unknown = [part for part in key if part not in columns]
    if unknown or len({*columns}) < len(columns):
        raise Problem(
            path,
            f"primaryKey names {unknown[0]!r}, which is no field" if unknown else "two fields have one name",
            "Correct the schema.",
            column="primaryKey" if unknown else "fields",
        )
    if open_parts := [field.name for field in fields if field.name in key and not field.required]:
        problem = f"{open_parts[0]} is part of the key and may be empty"
        raise Problem(path, problem, 'Add "required": true to its constraints.', column=open_parts[0])
    others = [tuple(names) for names in schema.get("uniqueKeys", ())]
    if lost := [name for names in others for name in (names or ["(none)"]) if name not in columns]:
        problem = f"uniqueKeys names {lost[0]!r}, which is no field"
        raise Problem(path, problem, "Correct the schema.", column="uniqueKeys")
    return [key, *others]


def _field(path: str, field: dict[str, Any], key: list[str] | None) -> Field:
    name, constraints = field.get("name"), field.get("constraints", {})
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        needed = "names in lower-case words joined by underscores"
        problem = f"a field has the name {name!r}; readouts needs {needed}; {ALLOWED} others"
        raise Problem(path, problem, f"Write {needed}.", column="fields")
    if field.get("type") not in TYPES:
        needed = f"one of {', '.join(TYPES)}"
        problem = f"the field {name} has the type {field.get('type')!r}; readouts needs {needed}; {ALLOWED} more"
        raise Problem(path, problem, f"Use {needed}.", column=name)
    _enforced(path, field, key)
    return Field(
        name,
        field.get("title", name),
        field["type"],
        field.get("description", ""),
        bool(constraints.get("required")),
        _pattern(path, name, constraints.get("pattern")),
        tuple(constraints.get("enum", ())),
        constraints.get("maxLength"),
        constraints.get("minimum"),
        constraints.get("maximum"),
        field.get("rdfType") == EDTF,
        field.get("codes"),
        str(field.get("example", "")),
    )


def _enforced(path: str, field: dict[str, Any], key: list[str] | None) -> None:
    """Every constraint of a field is one that is checked on its type; none is read past."""
    constraints, name = field.get("constraints", {}), field["name"]
    wrong = {
        "unique": "unique" in constraints and key not in (None, [name]),
        "maximum": "maximum" in constraints and "minimum" not in constraints,
        "minimum": "minimum" in constraints and field["type"] != "integer",
        "maxLength": constraints.get("maxLength", 1) < 1,
        "enum": constraints.get("enum") == [],
    }
    if found := [constraint for constraint, is_wrong in wrong.items() if is_wrong]:
        problem = f"the constraint {found[0]} of {name} is not one that is checked here, though {ALLOWED} it"
        fix = "unique is for the key alone (else uniqueKeys), minimum for integers, maximum goes with minimum."
        raise Problem(path, problem, fix, column=name)


def _pattern(path: str, name: str, pattern: str | None) -> str | None:
    """A pattern that every reader of the package understands in the same way."""
    try:
        re.compile(pattern or "")
    except re.error as error:
        problem = f"the pattern of {name} is no regular expression: {error}"
        raise Problem(path, problem, "Correct the pattern.", column=name) from None
    if OTHERWISE_READ.search(pattern or ""):
        problem = f"the pattern of {name} uses (?...) or refers back, which not every checker reads alike"
        raise Problem(path, problem, "Use plain groups.", column=name)
    return pattern


def _links(path: str, schema: dict[str, Any], table: str, columns: list[str]) -> tuple[Link, ...]:
    links = []
    for key in schema.get("foreignKeys", ()):
        reference = key.get("reference", {})
        source, target = (
            value if isinstance(value, list) else [value] for value in (key.get("fields"), reference.get("fields"))
        )
        if len(source) != 1 or len(target) != 1 or source[0] not in columns or target[0] is None:
            raise Problem(
                path,
                f"a foreign key from {source} to {target} is not from one field of the table to one field",
                f"Correct the schema; {ALLOWED} several fields, and readouts does not.",
                column="foreignKeys",
            )
        links.append(Link(source[0], reference.get("resource") or table, target[0]))
    return tuple(links)
