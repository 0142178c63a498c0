"""Write the closed lists of data/codes.csv into the schemas, and the schema of sheets with all ids.

In: options. Out: what was written or differs, printed, and an exit code.
"""

import argparse
import sys
from typing import Any

TAKES = ("root", "check")


def run(options: argparse.Namespace) -> int:
    """Write the values of every list into the schemas, or with --check say which schemas have others."""
    from readouts.package.descriptor import load
    from readouts.vocabulary import declared
    from readouts.vocabulary.enums import with_lists

    package, findings = load(options.root)
    if package is None:
        return _stop(f"{findings[0].path}: {findings[0].problem}. {findings[0].fix}")
    if "codes" not in {table.name for table in package.tables}:
        return _stop('datapackage.json declares no table "codes", from which the lists are written. Declare it.')
    try:
        vocabulary = declared(package)
        schemas = {path: (options.root / path).read_text(encoding="utf-8") for path in _schemas(package.descriptor)}
        new = {path: with_lists(text, vocabulary) for path, text in schemas.items()}
    except (OSError, ValueError) as wrong:
        return _stop(
            f"{package.table('codes').path}: {wrong}. Nothing was written. Run: readouts format, then validate."
        )
    changed = [path for path, text in new.items() if text != schemas[path]]
    _put(options, {path: new[path] for path in changed})
    print(f"{len(schemas)} schemas: {f'{len(changed)} not' if changed else 'all'} as the codes have them")
    another = _sheets(options)
    return int(options.check and (another or bool(changed)))


def _sheets(options: argparse.Namespace) -> bool:
    """Write the schema of sheets, if the tables are such that it can be made; whether it was another."""
    from readouts.check.structure import read_tables
    from readouts.package.descriptor import load
    from readouts.sheet.form import forms, missing
    from readouts.sheet.json_schema import FILE, schema
    from readouts.sheet.record import record

    package, _ = load(options.root)
    tables, wrong = read_tables(package) if package and not missing(package) else ({}, [])
    if package is None or wrong or not tables:
        print(f"{FILE} not written: not every table that a sheet is about can be read")
        return False
    path = options.root / FILE
    was = path.read_text(encoding="utf-8") if path.is_file() else ""
    text = schema(forms(package), record(package, tables))
    _put(options, {FILE: text} if text != was else {})
    return text != was


def _put(options: argparse.Namespace, files: dict[str, str]) -> None:
    """Write files that differ, by path, or with --check say that they do."""
    from readouts.tidy.all_or_none import replace_all

    if not options.check:
        replace_all(options.root, {path: text.encode() for path, text in files.items()}, "lists")
    for path in files:
        print(f"{'differs' if options.check else 'written'}: {path}")


def _schemas(descriptor: dict[str, Any]) -> list[str]:
    return [resource["schema"] for resource in descriptor["resources"]]


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
