"""Read datapackage.json into a `Package`; `schema` reads what each table is.

In: the folder that holds datapackage.json. Out: the package, or the findings that say why
there is none.

Standard: Data Package v2 (https://datapackage.org). What else may stand there says `profile`.
"""

import json
import re
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Any

from readouts.finding import Finding, shown
from readouts.package.json_objects import DESCRIPTOR, Problem, inside, read_object
from readouts.package.model import Package, Table
from readouts.package.profile import PACKAGE
from readouts.package.schema import read_table

LIKE_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")  # by which a file beside the tables is taken for one
LONGEST_PATH = 200  # characters
DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def load(root: Path) -> tuple[Package | None, list[Finding]]:
    """Read the descriptor and every schema under `root`; no package when anything is wrong.

    Package and findings exclude each other: the findings are empty exactly when there is a package. They
    carry the file and the place in it (`resources[3].path`), and all that is wrong with one schema counts as one.
    Raises nothing for what the files hold. Data Package v2, https://datapackage.org/standard/data-package/.
    """
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


def _resources(descriptor: dict[str, Any]) -> list[dict[str, Any]]:
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


def _table(root: Path, resource: dict[str, Any], place: str) -> Table:
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
    return read_table(root, schema_path, name, path)


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


def _declared(resource: dict[str, Any], place: str) -> None:
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
