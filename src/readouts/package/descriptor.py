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
from readouts.package.json_objects import DESCRIPTOR, Problem, as_findings, collected, inside, read_object
from readouts.package.model import Package, Table
from readouts.package.profile import ALLOWED
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
    carry the file and the place in it (`resources[3].path`); all that is wrong in the descriptors is told at once.
    Raises nothing for what the files hold. Data Package v2, https://datapackage.org/standard/data-package/.
    """
    try:
        descriptor, wrong = read_object(root, DESCRIPTOR, "package")
    except Problem as stop:
        return None, stop.findings
    findings, tables = as_findings(DESCRIPTOR, wrong), []
    resources = _resources(descriptor, findings)
    for place, resource in resources.items():
        with collected(findings):
            tables.append(_table(root, resource, place))
    if findings:
        return None, sorted({*findings})
    declared = {str(resource[name]) for resource in resources.values() for name in ("path", "schema")}
    findings = _misplaced(root, declared) or _lost_links(tables)
    return None if findings else Package(root, descriptor, tuple(tables)), sorted(findings)


def _resources(descriptor: dict[str, Any], findings: list[Finding]) -> dict[str, dict[str, Any]]:
    """The resources by their place; that there are none, or one twice, goes to the findings."""
    listed = descriptor.get("resources")
    resources = {
        f"resources[{place}]": one
        for place, one in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(one, dict)
    }
    if listed is None or listed == []:
        fix = "List one resource for each table."
        findings += Problem(DESCRIPTOR, "there is no list of resources", fix, column="resources").findings
    for what in ("name", "path"):
        counted = Counter(str(one[what]) for one in resources.values() if what in one)
        if twice := [value for value, count in counted.items() if count > 1]:
            problem = f'{len(twice)} resource {what}s stand twice, the first is "{twice[0]}"'
            fix = f"Give every resource a {what} of its own."
            findings += Problem(DESCRIPTOR, problem, fix, column="resources").findings
    return resources


def _table(root: Path, resource: dict[str, Any], place: str) -> Table:
    """The table of a resource; raises Problem with all that is wrong with the resource and its schema."""
    findings: list[Finding] = []
    name, path, schema_path = resource.get("name"), "", ""
    if not isinstance(name, str) or not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        findings += _needs(f"{place}.name", name, "a name in lower-case words joined by underscores", "other names")
    with collected(findings):
        path = _path(root, resource.get("path"), f"{place}.path", ".csv")
    findings += _declared(resource, place)
    with collected(findings):
        schema_path = _path(root, resource.get("schema"), f"{place}.schema", ".json")
        table = read_table(root, schema_path, str(name), path)
    if findings:
        raise Problem.of(findings)
    return table


def _needs(place: str, value: object, needed: str, allowed: str) -> list[Finding]:
    """That readouts needs something where the standard allows more."""
    found = "missing" if value is None else "an object" if isinstance(value, dict) else json.dumps(value)
    problem = f"{place} is {shown(found)}; readouts needs {needed} there; {ALLOWED} {allowed}"
    return Problem(DESCRIPTOR, problem, f"Write {needed}.", column=place).findings


def _path(root: Path, path: object, place: str, ending: str) -> str:
    """A path inside the package, as text; the standard forbids absolute paths and `..`."""
    if ending == ".json" and isinstance(path, dict):
        needed = "the schema in a file of its own, such as schemas/NAME.json, and its path"
        raise Problem.of(_needs(place, path, needed, "it inline"))
    if ending == ".json" and path is None:
        raise Problem.of(_needs(place, path, "the path of a schema", "none"))
    if ending == ".csv" and isinstance(path, list):
        raise Problem.of(_needs(place, path, "the path of one file", "a table in several"))
    if not isinstance(path, str) or not path or len(path) > LONGEST_PATH:
        raise Problem(DESCRIPTOR, f"{place} is not a path", "Give the path of one file of the package.", column=place)
    if re.match("(https?|ftp)://", path):
        raise Problem.of(_needs(place, path, "the path of a file of the package", "addresses"))
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        problem = f'{place} is "{path}", which leads out of the package'
        raise Problem(DESCRIPTOR, problem, "Give a relative path inside the package.", column=place)
    if not re.fullmatch(r"[A-Za-z0-9._/-]+", path):
        needed = "a path of the letters A to Z, digits, dots, hyphens, underscores and strokes"
        raise Problem.of(_needs(place, path, needed, "others"))
    if parts.suffix != ending:
        raise Problem.of(_needs(place, path, f"the path of a file *{ending}", "others"))
    inside(root, path)
    return parts.as_posix()


def _declared(resource: dict[str, Any], place: str) -> list[Finding]:
    """Encoding and dialect are stated, since readers guess them otherwise."""
    wanted = {"encoding": "utf-8", "dialect": DIALECT}
    return [
        found
        for name, value in wanted.items()
        if resource.get(name) != value
        for found in _needs(f"{place}.{name}", resource.get(name), json.dumps(value), "others, or none")
    ]


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
