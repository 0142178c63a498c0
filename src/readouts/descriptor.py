"""Read datapackage.json and schemas/*.json into a `Package`.

In: the folder that holds datapackage.json. Out: the package, or the findings that say why
there is none.

Standards: Data Package v2 and Table Schema v2 (https://datapackage.org). Read from a
schema beyond them: `codes` on a field (the list in the table `codes` that defines its
values) and `datasette` on a schema (label column, order and facets of its page). What else
may stand there says `profile`.
"""

import json
import re
from collections import Counter
from pathlib import Path, PurePosixPath

from readouts.finding import Finding, shown
from readouts.objects import DESCRIPTOR, Problem, inside, read_object
from readouts.package import Field, Link, Package, Table
from readouts.profile import PACKAGE, SCHEMA

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
LIKE_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")  # by which a file beside the tables is taken for one
LONGEST_PATH = 200  # characters
OTHERWISE_READ = re.compile(r"\(\?|\\[1-9]")
TYPES = ("string", "integer", "date")
DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def load(root: Path) -> tuple[Package | None, list[Finding]]:
    """Read the descriptor and every schema under `root`; no package when anything is wrong."""
    try:
        descriptor = read_object(root, DESCRIPTOR, PACKAGE)
        resources = _resources(descriptor)
    except Problem as stop:
        return None, [stop.finding]
    tables, findings = [], []
    declared = {str(resource.get(name)) for resource in resources for name in ("path", "schema")}
    for place, resource in enumerate(resources):
        try:
            tables.append(_table(root, resource, f"resources[{place}]"))
        except Problem as stop:
            findings.append(stop.finding)
    findings += _misplaced(root, declared) if not findings else []
    findings += _lost_links(tables) if not findings else []
    package = None if findings else Package(root, descriptor, tuple(tables))
    return package, sorted(findings)


def _resources(descriptor: dict) -> list[dict]:
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources or not all(isinstance(one, dict) for one in resources):
        raise Problem(
            DESCRIPTOR, "resources is not a list of objects", "List one resource for each table.", column="resources"
        )
    for value, what in (("name", "name"), ("path", "path")):
        twice = [name for name, count in Counter(str(one.get(value)) for one in resources).items() if count > 1]
        if twice:
            raise Problem(
                DESCRIPTOR,
                f'{len(twice)} resource {what}s stand twice, the first is "{twice[0]}"',
                f"Give every resource a {what} of its own.",
                column="resources",
            )
    return resources


def _table(root: Path, resource: dict, place: str) -> Table:
    name = resource.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise Problem(
            DESCRIPTOR,
            f"{place} has the name {name!r}",
            "Name it in lower-case words joined by underscores.",
            column=f"{place}.name",
        )
    path = _path(root, resource.get("path"), f"{place}.path", ".csv")
    _declared(resource, place)
    schema_path = _path(root, resource.get("schema"), f"{place}.schema", ".json")
    schema = read_object(root, schema_path, SCHEMA)
    declared, named = _listed(schema_path, schema, "fields"), schema.get("primaryKey", [])
    fields = tuple(_field(schema_path, field, named) for field in declared)
    columns = [field.name for field in fields]
    key, *others = _keys(schema_path, schema, fields)
    page = schema.get("datasette", {})
    return Table(
        name,
        schema.get("title", name),
        schema.get("description", ""),
        path,
        fields,
        key,
        _links(schema_path, schema, name, columns),
        page.get("label_column"),
        page.get("sort"),
        page.get("sort_desc"),
        tuple(page.get("facets", ())),
        bool(page.get("hidden")),
        tuple(others),
    )


def _keys(path: str, schema: dict, fields: tuple[Field, ...]) -> list[tuple[str, ...]]:
    """The key, then what else no two rows may share."""
    key, columns = tuple(schema.get("primaryKey", ())), {field.name for field in fields}
    unknown = [part for part in key if part not in columns] or ([] if key else ["(none)"])
    if unknown or len(columns) < len(fields):
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


def _path(root: Path, path: object, place: str, ending: str) -> str:
    """A path inside the package, as text; the standard forbids absolute paths and `..`."""
    if not isinstance(path, str) or not path or len(path) > LONGEST_PATH:
        raise Problem(DESCRIPTOR, f"{place} is not a path", "Give the path of one file of the package.", column=place)
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or not re.fullmatch(r"[A-Za-z0-9._/-]+", path):
        problem = f'{place} is "{path}", which leads out of the package'
        raise Problem(DESCRIPTOR, problem, "Give a relative path inside the package.", column=place)
    if parts.suffix != ending:
        problem = f'{place} is "{shown(path)}", and not a file *{ending}'
        raise Problem(DESCRIPTOR, problem, f"Give the path of one file *{ending}.", column=place)
    inside(root, path)
    return parts.as_posix()


def _declared(resource: dict, place: str) -> None:
    """Encoding and dialect are stated, since readers guess them otherwise."""
    wanted = {"encoding": "utf-8", "dialect": DIALECT}
    for name, value in wanted.items():
        if resource.get(name) != value:
            raise Problem(
                DESCRIPTOR,
                f"{place}.{name} is {json.dumps(resource.get(name))}",
                f"Write {json.dumps(value)}.",
                column=f"{place}.{name}",
            )


def _listed(path: str, schema: dict, name: str) -> list[dict]:
    values = schema.get(name, [])
    if (
        not isinstance(values, list)
        or (name == "fields" and not values)
        or not all(isinstance(one, dict) for one in values)
    ):
        raise Problem(path, f"{name} is not a list of objects", "Correct the schema.", column=name)
    return values


def _field(path: str, field: dict, key: list[str]) -> Field:
    name, constraints = field.get("name"), field.get("constraints", {})
    if (
        not isinstance(name, str)
        or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)
        or not isinstance(constraints, dict)
    ):
        raise Problem(
            path,
            f"a field has the name {name!r}",
            "Name it in lower-case words joined by underscores.",
            column="fields",
        )
    if field.get("type") not in TYPES:
        raise Problem(
            path, f"the field {name} has the type {field.get('type')!r}", f"Use one of {', '.join(TYPES)}.", column=name
        )
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


def _enforced(path: str, field: dict, key: list[str]) -> None:
    """Every constraint of a field is one that is checked on its type; none is read past."""
    constraints, name = field.get("constraints", {}), field["name"]
    wrong = {
        "unique": "unique" in constraints and key != [name],
        "maximum": "maximum" in constraints and "minimum" not in constraints,
        "minimum": "minimum" in constraints and field["type"] != "integer",
        "maxLength": constraints.get("maxLength", 1) < 1,
        "enum": constraints.get("enum") == [],
    }
    if found := [constraint for constraint, is_wrong in wrong.items() if is_wrong]:
        problem = f"the constraint {found[0]} of {name} is not one that is checked here"
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


def _links(path: str, schema: dict, table: str, columns: list[str]) -> tuple[Link, ...]:
    links = []
    for key in _listed(path, schema, "foreignKeys"):
        reference = key.get("reference", {})
        source, target = (
            value if isinstance(value, list) else [value] for value in (key.get("fields"), reference.get("fields"))
        )
        if len(source) != 1 or len(target) != 1 or source[0] not in columns:
            raise Problem(
                path,
                f"a foreign key from {source} to {target} is not from one field to one field",
                "Correct the schema.",
                column="foreignKeys",
            )
        links.append(Link(source[0], reference.get("resource") or table, target[0]))
    return tuple(links)


def _lost_links(tables: list[Table]) -> list[Finding]:
    known = {(table.name, table.key[0]) for table in tables if len(table.key) == 1}
    return [
        Finding(
            DESCRIPTOR,
            0,
            "resources",
            "package.descriptor",
            "",
            f"{table.name}.{link.field} links to {link.table}.{link.target}, which is the key of no table",
            "Declare that table with that key, or correct the foreign key.",
        )
        for table in tables
        for link in table.links
        if (link.table, link.target) not in known
    ]


def _misplaced(root: Path, declared: set[str]) -> list[Finding]:
    """Files beside the tables that no resource names: nobody would check them.

    With them the declared files that are not there, since a path may have been mistyped.
    """
    folders = {str(PurePosixPath(path).parent) for path in declared if path.endswith(".csv")}
    beside = {file for folder in folders for file in (root / folder).rglob("*") if file.suffix.lower() in LIKE_TABLES}
    schemas = {str(PurePosixPath(path).parent) for path in declared if path.endswith(".json")}
    beside |= {file for folder in schemas for file in (root / folder).glob("*.json")}
    found = {file.relative_to(root).as_posix() for file in beside}
    if found <= declared:
        return []
    absent = sorted(path for path in declared if not (root / path).exists())
    nobody, missing = "no resource of datapackage.json names this file", "the file does not exist"
    declare = "Declare it as a resource, or move it out of the folder."
    restore = "Restore it, or correct its path in datapackage.json."
    undeclared = [
        Finding(path, 0, "", "package.undeclared-file", "", nobody, declare) for path in sorted(found - declared)
    ]
    return undeclared + [Finding(path, 0, "", "structure.file", "", missing, restore) for path in absent]
