"""Read datapackage.json and schemas/*.json into a `Package`.

In: the folder that holds datapackage.json. Out: the package, or the findings that say why
there is none.

Standards: Data Package v2 and Table Schema v2 (https://datapackage.org). Read from a
schema beyond them: `codes` on a field (the list in the table `codes` that defines its
values) and `datasette` on a schema (label column, order and facets of its page).
"""

import json
import re
from collections import Counter
from pathlib import Path, PurePosixPath

from readouts.finding import Finding, shown
from readouts.package import Field, Link, Package, Table

DESCRIPTOR = "datapackage.json"
_CONSTRAINTS = {
    "required": bool,
    "unique": bool,
    "pattern": str,
    "enum": list,
    "maxLength": int,
    "minimum": int,
    "maximum": int,
}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
TYPES = ("string", "integer", "date")
DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


class _Problem(Exception):
    """Stops the reading of one descriptor; carries the finding."""

    def __init__(
        self, path: str, problem: str, fix: str, line: int = 0, column: str = "", rule: str = "package.descriptor"
    ):
        self.finding = Finding(shown(path, 200), line, shown(column), rule, "", shown(problem, 300), fix)
        super().__init__(problem)


def load(root: Path) -> tuple[Package | None, list[Finding]]:
    """Read the descriptor and every schema under `root`; no package when anything is wrong."""
    try:
        descriptor = _json(root, DESCRIPTOR)
        resources = _resources(descriptor)
    except _Problem as stop:
        return None, [stop.finding]
    tables, findings = [], []
    for place, resource in enumerate(resources):
        try:
            tables.append(_table(root, resource, f"resources[{place}]"))
        except _Problem as stop:
            findings.append(stop.finding)
        except (TypeError, ValueError, AttributeError, KeyError, RuntimeError, OSError) as error:
            # A value of a type that the standard does not allow, somewhere below: the profiles name its place.
            told = f"{place_of(resource)} does not have the form of a table resource ({shown(str(error))})"
            fix = "Compare it and its schema with the profiles of the Data Package standard, in tests/profiles."
            findings.append(Finding(DESCRIPTOR, 0, f"resources[{place}]", "package.descriptor", "", told, fix))
    findings += _misplaced(root, {table.path for table in tables}) if not findings else []
    findings += _lost_links(tables) if not findings else []
    package = None if findings else Package(root, descriptor, tuple(tables))
    return package, sorted(findings)


def place_of(resource: dict) -> str:
    """What to call a resource in a sentence."""
    return f"the resource {shown(str(resource.get('name')))}"


def _json(root: Path, path: str) -> dict:
    try:
        value = json.loads((root / path).read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise _Problem(
            path,
            "the file does not exist",
            "Run the command in the folder that holds datapackage.json, or name that folder."
            if path == DESCRIPTOR
            else "Restore the file, or correct the path in datapackage.json.",
        ) from None
    except OSError as error:
        raise _Problem(path, f"the file cannot be read ({error.strerror})", "Put a readable file there.") from None
    except UnicodeDecodeError:
        raise _Problem(path, "the file is not UTF-8", "Save it as UTF-8 without a byte order mark.") from None
    except RecursionError:
        raise _Problem(path, "the JSON is nested too deeply", "Write a descriptor.") from None
    except json.JSONDecodeError as error:
        raise _Problem(
            path,
            f"the file is not JSON: {error.msg} at character {error.colno}",
            "Correct the JSON there.",
            error.lineno,
        ) from None
    if not isinstance(value, dict):
        raise _Problem(path, "the file does not hold a JSON object", "Write a descriptor in braces.")
    return value


def _resources(descriptor: dict) -> list[dict]:
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources or not all(isinstance(one, dict) for one in resources):
        raise _Problem(
            DESCRIPTOR, "resources is not a list of objects", "List one resource for each table.", column="resources"
        )
    for value, what in (("name", "name"), ("path", "path")):
        twice = [name for name, count in Counter(str(one.get(value)) for one in resources).items() if count > 1]
        if twice:
            raise _Problem(
                DESCRIPTOR,
                f'{len(twice)} resource {what}s stand twice, the first is "{twice[0]}"',
                f"Give every resource a {what} of its own.",
                column="resources",
            )
    return resources


def _table(root: Path, resource: dict, place: str) -> Table:
    name = resource.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise _Problem(
            DESCRIPTOR,
            f"{place} has the name {name!r}",
            "Name it in lower-case words joined by underscores.",
            column=f"{place}.name",
        )
    path = _path(root, resource.get("path"), f"{place}.path")
    _declared(resource, place)
    schema_path = _path(root, resource.get("schema"), f"{place}.schema")
    schema = _json(root, schema_path)
    key = schema.get("primaryKey") or []
    key = (key,) if isinstance(key, str) else tuple(key)
    fields = tuple(_field(schema_path, field, key) for field in _listed(schema_path, schema, "fields"))
    columns = [field.name for field in fields]
    unknown = [part for part in key if part not in columns] or ([] if key else ["(none)"])
    if unknown or len(set(columns)) < len(columns):
        raise _Problem(
            schema_path,
            f"primaryKey names {unknown[0]!r}, which is no field" if unknown else "two fields have one name",
            "Correct the schema.",
            column="primaryKey" if unknown else "fields",
        )
    page = schema.get("datasette", {})
    return Table(
        name,
        str(schema.get("title", name)),
        str(schema.get("description", "")),
        path,
        fields,
        key,
        _links(schema_path, schema, name, columns),
        page.get("label_column"),
        page.get("sort"),
        page.get("sort_desc"),
        tuple(page.get("facets", ())),
        bool(page.get("hidden")),
    )


def _path(root: Path, path: object, place: str) -> str:
    """A path inside the package, as text; the standard forbids absolute paths and `..`."""
    if not isinstance(path, str) or not path:
        raise _Problem(DESCRIPTOR, f"{place} is not a path", "Give the path of one file of the package.", column=place)
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or not re.fullmatch(r"[A-Za-z0-9._/-]+", path):
        raise _Problem(
            DESCRIPTOR,
            f'{place} is "{path}", which leads out of the package',
            "Give a relative path inside the package.",
            column=place,
        )
    if not (root / path).resolve().is_relative_to(root.resolve()):
        raise _Problem(path, "the file is a link that leads out of the package", "Put the file itself there.")
    return PurePosixPath(path).as_posix()


def _declared(resource: dict, place: str) -> None:
    """Encoding and dialect are stated, since readers guess them otherwise."""
    wanted = {"encoding": "utf-8", "dialect": DIALECT}
    for name, value in wanted.items():
        if resource.get(name) != value:
            raise _Problem(
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
        raise _Problem(path, f"{name} is not a list of objects", "Correct the schema.", column=name)
    return values


def _field(path: str, field: dict, key: tuple[str, ...]) -> Field:
    name, constraints = field.get("name"), field.get("constraints", {})
    if (
        not isinstance(name, str)
        or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)
        or not isinstance(constraints, dict)
    ):
        raise _Problem(
            path,
            f"a field has the name {name!r}",
            "Name it in lower-case words joined by underscores.",
            column="fields",
        )
    if field.get("type") not in TYPES:
        raise _Problem(
            path, f"the field {name} has the type {field.get('type')!r}", f"Use one of {', '.join(TYPES)}.", column=name
        )
    constraints = _constraints(path, field, key)
    return Field(
        name,
        str(field.get("title", name)),
        field["type"],
        str(field.get("description", "")),
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


def _pattern(path: str, name: str, pattern: str | None) -> str | None:
    """A pattern that every checker reads alike: Python, Rust, and whoever reads Table Schema."""
    try:
        re.compile(pattern or "")
    except re.error as error:
        problem = f"the pattern of {name} is no regular expression: {error}"
        raise _Problem(path, problem, "Correct the pattern.", column=name) from None
    if "(?" in (pattern or ""):
        problem = f"the pattern of {name} uses (?...), which not every checker reads alike"
        raise _Problem(path, problem, "Use plain groups.", column=name)
    return pattern


def _constraints(path: str, field: dict, key: tuple[str, ...]) -> dict:
    """The constraints of a field; one that nothing here enforces is refused rather than read past."""
    constraints, name = field.get("constraints", {}), field.get("name")
    for constraint, value in constraints.items():
        known = constraint in _CONSTRAINTS and isinstance(value, _CONSTRAINTS[constraint])
        words = constraint != "enum" or (value and all(isinstance(one, str) for one in value))
        alone = constraint == "maximum" and "minimum" not in constraints
        if not known or not words or alone or (constraint == "unique" and key != (name,)):
            fix = f"Use {', '.join(_CONSTRAINTS)}; unique only on the key, maximum only with minimum."
            raise _Problem(
                path, f"the constraint {constraint} of {name} is not one that is checked here", fix, column=str(name)
            )
    return constraints


def _links(path: str, schema: dict, table: str, columns: list[str]) -> tuple[Link, ...]:
    links = []
    for key in _listed(path, schema, "foreignKeys"):
        reference = key.get("reference", {})
        source, target = (
            value if isinstance(value, list) else [value] for value in (key.get("fields"), reference.get("fields"))
        )
        if len(source) != 1 or len(target) != 1 or source[0] not in columns:
            raise _Problem(
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
    folders = {str(PurePosixPath(path).parent) for path in declared}
    found = {file.relative_to(root).as_posix() for folder in folders for file in (root / folder).glob("*.csv")}
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
