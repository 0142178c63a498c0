"""Write the closed lists of data/codes.csv into the schemas.

In: options. Out: what was written or differs, printed, and an exit code.
"""

import argparse
import sys
from typing import Any

TAKES = ("root", "check")


def run(options: argparse.Namespace) -> int:
    """Write the values of every list into the schemas, or with --check say which schemas have others."""
    from readouts.package.descriptor import load
    from readouts.tidy.all_or_none import replace_all
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
    if not options.check:
        replace_all(options.root, {path: new[path].encode() for path in changed}, "lists")
    for path in changed:
        print(f"{'differs' if options.check else 'written'}: {path}")
    print(f"{len(schemas)} schemas: {f'{len(changed)} not' if changed else 'all'} as the codes have them")
    return int(options.check and bool(changed))


def _schemas(descriptor: dict[str, Any]) -> list[str]:
    return [resource["schema"] for resource in descriptor["resources"]]


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
