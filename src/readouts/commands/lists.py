"""Write the closed lists of data/codes.csv into the schemas, and the schema of sheets with all ids.

In: options. Out: what was written or differs, printed, and an exit code.
"""

import argparse
import sys
from pathlib import Path
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
    changed = [path for path, text in new.items() if _put(options, path, schemas[path], new[path])]
    print(f"{len(schemas)} schemas: {f'{len(changed)} not' if changed else 'all'} as the codes have them")
    return int(_sheets(options) + len(changed) > 0 and options.check)


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
    return _put(options, FILE, was, schema(forms(package), record(package, tables)))


def _put(options: argparse.Namespace, path: str, was: str, text: str) -> bool:
    """Write a text, or with --check say that it differs; whether it does."""
    if text != was:
        if not options.check:
            _write(options.root / path, text)
        print(f"{'differs' if options.check else 'written'}: {path}")
    return text != was


def _schemas(descriptor: dict[str, Any]) -> list[str]:
    return [resource["schema"] for resource in descriptor["resources"]]


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
