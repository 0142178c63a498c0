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
LOOKS_AROUND = re.compile(r"\(\?<?[=!]|\(\?P=|\(\?>|\\[1-9]")
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
    fields = tuple(_field(schema_path, field) for field in _listed(schema_path, schema, "fields"))
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
    """The key, then what else no two rows may share: uniqueKeys, and the fields that are unique."""
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
    return [key, *others, *((field.name,) for field in fields if field.unique and key != (field.name,))]


def _path(root: Path, path: object, place: str, ending: str) -> str:
    """A path inside the package, as text; the standard forbids absolute paths and `..`."""
    if not isinstance(path, str) or not path or len(path) > LONGEST_PATH or not path.isprintable():
        raise Problem(DESCRIPTOR, f"{place} is not a path", "Give the path of one file of the package.", column=place)
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or re.match(r"[A-Za-z]+:", path):
        raise Problem(
            DESCRIPTOR,
            f'{place} is "{shown(path)}", which leads out of the package',
            "Give a relative path inside the package.",
            column=place,
        )
    if parts.suffix != ending:
        problem = f'{place} is "{shown(path)}", and not a file *{ending}'
        raise Problem(DESCRIPTOR, problem, f"Give the path of one file *{ending}.", column=place)
    inside(root, path)
    return path


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


def _field(path: str, field: dict) -> Field:
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
    return Field(
        name,
        field.get("title", name),
        field["type"],
        field.get("description", ""),
        bool(constraints.get("required")),
        bool(constraints.get("unique")),
        _pattern(path, name, constraints.get("pattern")),
        tuple(constraints.get("enum", ())),
        constraints.get("maxLength"),
        constraints.get("minimum"),
        constraints.get("maximum"),
        field.get("rdfType") == EDTF,
        field.get("codes"),
        str(field.get("example", "")),
    )


def _pattern(path: str, name: str, pattern: str | None) -> str | None:
    """A pattern that every reader of the package understands in the same way."""
    try:
        re.compile(pattern or "")
    except re.error as error:
        problem = f"the pattern of {name} is no regular expression: {error}"
        raise Problem(path, problem, "Correct the pattern.", column=name) from None
    if pattern and LOOKS_AROUND.search(pattern):
        problem = f"the pattern of {name} looks around or refers back, which not every reader of the package can"
        raise Problem(path, problem, "Write the pattern without.", column=name)
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
    known = {(table.name, column) for table in tables for column in table.columns}
    return [
        Finding(
            DESCRIPTOR,
            0,
            "resources",
            "package.descriptor",
            "",
            f"{table.name}.{link.field} links to {link.table}.{link.target}, which no resource declares",
            "Declare that table, or correct the foreign key.",
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
    nobody, missing = "no resource of datapackage.json names this file", "the file does not exist"
    declare = "Declare it as a resource, or move it out of the folder."
    restore = "Restore it, or correct its path in datapackage.json."
    undeclared = [Finding(path, 0, "", "package.undeclared-file", "", nobody, declare) for path in found - declared]
    return undeclared + [Finding(path, 0, "", "structure.file", "", missing, restore) for path in declared - found]
