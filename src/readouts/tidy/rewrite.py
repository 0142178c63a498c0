"""What the files of a package are in canonical form, all of them or none.

Why: Git compares lines, so a table has one way to be written. In: a package, and its
files at an earlier state. Out: for each file that is not canonical what it should be, and
the findings: what cannot be read for sure (`canonical`), and what a spreadsheet changed
(`spreadsheet`). `all_or_none` writes them, when nothing was wrong with any.
"""

import csv
import difflib
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readouts.finding import Finding, Rule, Severity, quiet, shown
from readouts.package.json_objects import read_file
from readouts.package.model import Package, Table
from readouts.tidy import canonical
from readouts.tidy.canonical import MARKS, Sheet, decoded, legible, read
from readouts.tidy.spreadsheet import CHANGES, changed

_FILE = Rule(
    "format.file", Severity.ERROR, "Every declared file is there and can be read.", "Put a readable file there."
)
RULES = tuple(sorted((_FILE, *canonical.RULES, *(change.rule for change in CHANGES)), key=lambda rule: rule.slug))
NO_LINE_END = "\\ No line end at the end of the file"


@dataclass(frozen=True)
class Outcome:
    """What formatting would do: `files` are the paths that change, each as it is and as it should be."""

    files: dict[str, tuple[bytes, str]]
    findings: tuple[Finding, ...]
    tables: int
    rows: int

    @property
    def stopped(self) -> bool:
        """Whether anything is wrong that keeps every file as it is."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def outcome(package: Package, before: Mapping[str, bytes]) -> Outcome:
    """What formatting the package would do; `before` are its files at an earlier state, by path.

    Reads the files, writes none. The paths in `files` are those of datapackage.json; a file that is
    canonical already is not among them. Warnings, on cells that look like a spreadsheet's work, stop nothing.
    """
    files, findings, rows = {}, [], 0
    for table in package.tables:
        try:
            data = read_file(package.root / table.path)
        except OSError as error:
            findings.append(_unread(table, error))
            continue
        sheet, wrong = read(table, data)
        findings += wrong
        if data != before.get(table.path) and (readable := sheet or legible(table, data, wrong)):
            findings += _since(readable, before.get(table.path))
        if sheet:
            rows, canonical = rows + len(sheet.rows), sheet.text
            if canonical.encode() != data:
                files[table.path] = data, canonical
    return Outcome(files, tuple(sorted(findings)), len(package.tables), rows)


def _unread(table: Table, error: OSError) -> Finding:
    problem = f"the file cannot be read ({error.strerror})"
    return Finding(table.path, 0, "", _FILE.slug, "", problem, _FILE.fix)


def _since(sheet: Sheet, before: bytes | None) -> list[Finding]:
    """What a spreadsheet changed since; columns that the earlier state did not have, have no earlier text."""
    if before is None:
        return []
    rows = csv.DictReader(io.StringIO(before.decode("utf-8-sig", "replace"), newline=""), restkey="", restval="")
    return changed(sheet, ({name: cell for name, cell in row.items() if name} for row in rows))


def diff(path: str, data: bytes, wanted: str) -> Iterator[str]:
    """A unified diff from the file to its canonical form, with nothing in it that moves a cursor.

    What is the same in both has a bar before it in place of a blank, which CI would trim and
    take a cell that begins like a command for one.
    """
    mark = "\ufeff" if data.startswith(tuple(MARKS)) else ""
    old, new = _lines(mark + decoded(data)), _lines(wanted)
    for line in difflib.unified_diff(old, new, path, f"{path} (canonical)", lineterm=""):
        yield quiet(_visible(f"|{line[1:]}" if line.startswith(" ") else line))


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*lines, *([last, NO_LINE_END] if last else [])]


def _visible(line: str) -> str:
    """The line with escapes for what does not print, and for accents that stand apart from their letters."""
    apart = not unicodedata.is_normalized("NFC", line)
    return "".join(
        one.encode("unicode_escape").decode("ascii") if apart and not one.isascii() else shown(one) for one in line
    )
