"""Print the sheet of a source in the record, as a curator would write it.

In: options. Out: YAML, and an exit code.
"""

import argparse
import difflib
import sys

from readouts.commands.surroundings import text_finder

TAKES = ("source", "root", "texts", "blind")
EXTRA = "build"
# By this an editor completes ids and codes in a sheet that lies in the folder sheets/.
HEAD = "# yaml-language-server: $schema=../sheet.schema.json\n"


def run(options: argparse.Namespace) -> int:
    """Print the sheet of one source."""
    from readouts.check.structure import read_tables
    from readouts.finding import shown
    from readouts.package.descriptor import load
    from readouts.sheet import yaml_text
    from readouts.sheet.blind import blind
    from readouts.sheet.form import forms, missing
    from readouts.sheet.owned import owners
    from readouts.sheet.record import record
    from readouts.sheet.whole import page_of
    from readouts.sheet.written import tree

    package, findings = load(options.root)
    if package and missing(package):
        return _stop(
            f"datapackage.json declares no table {', '.join(missing(package))}. Declare what a sheet is about."
        )
    tables, findings = read_tables(package) if package else ({}, findings)
    if package is None or findings:
        return _stop(f"{findings[0].path}: {findings[0].problem}. {findings[0].fix}")
    current = record(package, tables)
    if not current.has("sources", options.source):
        near = difflib.get_close_matches(options.source, current.rows["sources"], 1)
        hint = f"Did you mean {near[0]}?" if near else "data/sources.csv has them all."
        return _stop(f"no source has the id {shown(options.source)!r}. {hint}")
    if options.blind:
        print(HEAD + yaml_text.written(blind(current, options.source)), end="")
        return 0
    page = page_of(current, options.source, text_finder(options))
    print(HEAD + yaml_text.written(tree(current, forms(package), owners(current), options.source, page)), end="")
    return 0


def _stop(problem: str) -> int:
    print(f"readouts: {problem}", file=sys.stderr)
    return 2
