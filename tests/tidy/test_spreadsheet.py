"""What a spreadsheet changed is named, cell for cell: as told, and as LibreOffice does it to the real record."""

import csv
import io
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.finding import Severity
from readouts.package.descriptor import load
from readouts.package.model import Field, Table
from readouts.tidy import canonical
from readouts.tidy.rewrite import outcome
from readouts.tidy.spreadsheet import changed

from ..conftest import LONG, ROOT

COLUMNS = ("id", "value", "note")
TABLE = Table("t", "T", "", "data/t.csv", tuple(Field(name, name, "string", "") for name in COLUMNS), ("id",))

SOFFICE = shutil.which("soffice")
# The other languages are asked for by `make long`: LibreOffice takes seconds to start.
long = partial(pytest.param, marks=pytest.mark.long)
with_libreoffice = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not here (no soffice on the PATH)")
# The filter's options: delimiter, mark, encoding, first line, columns, language, all marked, special numbers or as shown.
UTF_8 = "44,34,76,1"
GERMAN = "44,34,76,1,,1031,false,true"
ENGLISH = "44,34,76,1,,1033,false,true"
WESTERN = "44,34,1,1"
COMMAS = "44,34,76,1,,0,false,true"
SEMICOLONS = "59,34,76,1,,0,true,false"


def found(before: str, after: str) -> list:
    def sheet(value):
        return canonical.Sheet(TABLE, (("a", value, "left as it is"),), (7,))

    return changed(sheet(after), [dict(zip(COLUMNS, sheet(before).rows[0], strict=True))])


CHANGED = [
    ("misread", "Brandstätter", "BrandstÃ¤tter"),
    ("misread", "late […] over", "late [â€¦] over"),
    ("misread", "“fake”", "â€œfakeâ€\u009d"),
    ("misread", "“fake”", "â€œfakeâ€\uf19d"),
    ("misread", "Brandstätter", "Brandst√§tter"),
    ("misread", "Песков", "РџРµСЃРєРѕРІ"),
    ("misread", "Дмитрий Песков", "??????? ??????"),
    ("misread", "Brandstätter", "Brandst\ufffdtter"),
    ("misread", "Brandsta\u0308tter", "BrandstÃ¤tter"),
    ("number", "041", "41"),
    ("number", "000", "0"),
    ("number", "1.50", "1.5"),
    ("number", "1,000", "1000"),
    ("number", "1,000", "1"),
    ("number", "0000000012e5", "1200000"),
    ("number", "12345678901234567890", "1.23456789012346E+019"),
    ("number", "12345678901234567890", "1.23E+19"),
    ("number", "12345678901234567890", "12345678901234500000"),
    ("number", "1234e5678", "1.234E+5681"),
    ("number", "0.0000123456", "1.23E-05"),
    ("error-value", "-talks", "#NAME?"),
    ("error-value", "2024-11-07", "########"),
    ("error-value", "=talks", "Err:509"),
    ("date", "2024-11", "2024-11-01"),
    ("date", "2024-11", "Nov-24"),
    ("date", "2024-11", "ноя.24"),
    ("date", "2024-11", "45597"),
    ("date", "2024-11-07", "11/7/2024"),
    ("date", "2024-11-07", "07.11.2024"),
    ("date", "2024-11-07", "7-Nov-24"),
    ("date", "2024-11-07", "2024-11-07 00:00:00"),
    ("date", "2024-11-07", "45603"),
    ("date", "2024-11-07", "44141"),
    ("date", "November 2024", "11/01/2024"),
    ("date", "Nov. 7", "11/07/2026"),
    ("date", "July 3", "07/01/2003"),
    ("date", "July 3", "3-Jul"),
    ("date", "7/3", "2026-07-03"),
    ("date", "10:30", "10:30:00 AM"),
    ("truth", "true", "TRUE"),
    ("truth", "false", "FALSCH"),
]


@pytest.mark.parametrize("kind, before, after", CHANGED)
def test_a_spreadsheet_s_change_is_named(kind, before, after):
    """Each thing that a spreadsheet does to a cell is one finding, on the cell, with both texts."""
    (one,) = found(before, after)
    assert (one.path, one.line, one.column, one.rule, one.row_id) == ("data/t.csv", 7, "value", f"format.{kind}", "a")
    assert one.severity is (Severity.WARNING if kind in ("date", "truth") else Severity.ERROR)
    assert "earlier text back" in one.fix and "spreadsheet" in one.problem


@pytest.mark.parametrize(
    "before, after",
    [
        ("2024-11-07", "2024-11-07"),
        ("2024-11-07", "2024-11-08"),
        ("2024-11", "2024-11-07"),
        ("2024-11-07", "2024-11"),
        ("2024-11-07", "2024-11-07?"),
        ("2024-11-07", "2024-11-07/2024-11-09"),
        ("2024-13", "45597"),
        ("", "2024-11-01"),
        ("", "#NAME?"),
        ("2024-11", ""),
        ("41", "42"),
        ("12345", "12346"),
        ("41", "041"),
        ("1.5", "15.5"),
        ("12345", "1.9E+19"),
        ("BrandstÃ¤tter", "Brandstätter"),
        ("Brandstätter", "Brandstaetter"),
        ("Brandstätter", "Brandstetter"),
        ("Why", "Why?"),
        ("on Friday", "on Monday"),
        ("on Nov. 7", "on 7 November"),
        ("21 weeks", "7-Nov"),
        ("7 November", "2025-04-04"),
        ("true", "not true"),
        ("true", "false"),
        ("e\u0301", "\u00e9"),
        ("left", "right"),
    ],
)
def test_a_person_s_change_is_not(before, after):
    """What a curator changes is not held to be a spreadsheet's work; nor is the way back."""
    assert found(before, after) == []


def test_a_key_that_changed_is_still_the_row_s():
    """A row whose key a spreadsheet changed is compared with the row that it was."""
    sheet = canonical.Sheet(TABLE, (("41", "new", "TRUE"), ("b", "x", "")), (2, 3))
    before = [{"id": "041", "value": "old", "note": "true"}, {"id": "b", "value": "x", "note": ""}]
    assert [(one.line, one.column, one.rule) for one in changed(sheet, before)] == [
        (2, "id", "format.number"),
        (2, "note", "format.truth"),
    ]


def test_new_rows_and_new_columns_have_no_earlier_text():
    """A row or a column that was not there before is nobody's change, and a table may have had another key."""
    sheet = canonical.Sheet(TABLE, (("a", "41", "TRUE"), ("c", "41", "")), (2, 3))
    assert changed(sheet, [{"id": "a", "note": "x"}, {"id": "b", "value": "041", "note": ""}]) == []
    assert changed(sheet, [{"other": "041"}]) == [] and changed(sheet, []) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_change_is_judged(before, after):
    """Whatever the texts: at most one finding, and none where nothing changed."""
    assert len(found(before, after)) <= 1 and found(before, before) == []


@pytest.mark.parametrize("before", ["1" * 4000 + "a", "jan" * 2000 + "!", "1,000" * 900 + "!", "ж" * 4000, "9e9999"])
def test_long_texts_take_no_time(before):
    """No text makes the judging slow: a pattern that tries every way to cut it would never end."""
    assert len(found(before, "?" * len(before))) <= 1 and len(found("2024-11", before)) <= 1
    assert len(found(before, before + "1")) <= 1


class Trip:
    """A package that goes through LibreOffice: from CSV to a workbook and back."""

    def __init__(self, root: Path, scratch: Path):
        self.root, self.scratch = root, scratch
        self.package = load(root)[0]
        self.before = {table.path: (root / table.path).read_bytes() for table in self.package.tables}

    def go(self, there: str, back: str) -> None:
        """Read every table with one set of options, and write it with another."""
        files = [str(self.root / path) for path in self.before]
        self._convert(files, "xlsx", f"--infilter=Text - txt - csv (StarCalc):{there}")
        books = [str(book) for book in sorted(self.scratch.glob("*.xlsx"))]
        self._convert(books, f"csv:Text - txt - csv (StarCalc):{back}")
        for path in self.before:
            shutil.copy(self.scratch / Path(path).name, self.root / path)

    def _convert(self, files: list[str], to: str, *more: str) -> None:
        profile = f"-env:UserInstallation=file://{self.scratch}/profile"
        command = [SOFFICE, profile, "--headless", *more, "--convert-to", to, "--outdir", str(self.scratch), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)

    def outcome(self):
        return outcome(self.package, self.before)

    def canonical(self) -> dict[str, bytes]:
        """The bytes that formatting would leave."""
        seen = self.outcome()
        assert not seen.stopped
        return {path: (self.root / path).read_bytes() for path in self.before} | {
            path: text.encode() for path, (_, text) in seen.files.items()
        }

    def differing(self, now: dict[str, bytes] | None = None) -> set[tuple[str, int, str]]:
        """The cells that are not what they were, by a plain comparison that knows nothing of spreadsheets."""
        cells, now = set(), now or {path: (self.root / path).read_bytes() for path in self.before}
        for path, data in self.before.items():
            (columns, *old), (_, *new) = (
                list(csv.reader(io.StringIO(one, newline=""))) for one in (data.decode(), now[path].decode())
            )
            for place, (row, other) in enumerate(zip(old, new, strict=True), 2):
                pairs = zip(columns, row, other, strict=True)
                cells |= {(path, place, column) for column, one, two in pairs if one != two}
        return cells

    def named(self) -> set[tuple[str, int, str]]:
        """The cells that findings name."""
        return {(one.path, one.line, one.column) for one in self.outcome().findings}


@pytest.fixture
def record(tmp_path) -> Trip:
    """A copy of the real record, ready to go; in the short form each tenth row of its tables."""
    shutil.copytree(ROOT / "schemas", tmp_path / "record" / "schemas")
    for file in (*(ROOT / "data").glob("*.csv"), *(ROOT / "seeds").glob("*.csv")):
        path = tmp_path / "record" / file.relative_to(ROOT)
        path.parent.mkdir(exist_ok=True)
        header, *lines = file.read_bytes().splitlines(keepends=True)  # no cell has a line break
        path.write_bytes(b"".join((header, *lines[:: 1 if LONG else 10])))
    shutil.copy(ROOT / "datapackage.json", tmp_path / "record")
    (tmp_path / "trip").mkdir()
    return Trip(tmp_path / "record", tmp_path / "trip")


@with_libreoffice
@pytest.mark.parametrize("there, back", [long(UTF_8, COMMAS), long(ENGLISH, COMMAS), (GERMAN, SEMICOLONS)])
def test_the_record_comes_back_from_libreoffice(record, there, back):
    """Read as UTF-8, in English or German, written with commas or with semicolons: the same bytes, or the cell is named.

    Days in words ("October 9, 2024") are what LibreOffice takes for something else; they are put back by hand.
    """
    record.go(there, back)
    assert record.named() == record.differing(record.canonical())
    assert {one.rule for one in record.outcome().findings} <= {"format.date"}


@with_libreoffice
def test_read_in_another_encoding(record):
    """Read as Windows-1252, as LibreOffice without a window does by itself: exactly the cells that changed are named.

    Some of them nothing else finds: a wrong letter in a name breaks no rule.
    """
    record.go(WESTERN, COMMAS)
    assert record.named() == record.differing() != set()
    assert {one.rule for one in record.outcome().findings} == {"format.misread", "format.date"}


@pytest.mark.long
@with_libreoffice
def test_written_in_another_encoding(record):
    """Written as Windows-1252: exactly the cells that are no longer UTF-8, or have ? for letters that it lacks, are named."""
    record.go(UTF_8, WESTERN)
    expected = {
        (path, line, column)
        for path, data in record.before.items()
        for line, row in enumerate(csv.DictReader(io.StringIO(data.decode(), newline="")), 2)
        for column, cell in row.items()
        if not cell.isascii()
    }
    as_written = {path: (record.root / path).read_bytes().decode("cp1252").encode() for path in record.before}
    assert record.named() == expected | record.differing(as_written) and expected
    assert {one.rule for one in record.outcome().findings} == {"format.encoding", "format.misread", "format.date"}


@with_libreoffice
@pytest.mark.parametrize("there", [long(UTF_8), ENGLISH, long(GERMAN)])
def test_cells_that_libreoffice_takes_for_something_else(copy, tmp_path, there):
    """Codes with zeros, long numbers and dates in words: exactly the cells that changed are named."""
    values = ["041", "12e5", "1.50", "12345678901234567890", "Nov. 7", "July 3", "November 2024", "7/3/2025", "10:30"]
    values += [
        "on Friday",
        "2024-11",
        "2024-11-07",
        "2024-11-07?",
        "../2024-11-07",
        "Дмитрий […]",
        "true",
        "1,000",
        "-2",
    ]
    for place, value in enumerate(values):
        copy.add("topics", id=f"topic-{place:02}", label=f"Topic {place}", description="One of many.", note=value)
    copy.add("topics", id="007", label="Seven", description="A code that is a number.")
    (tmp_path / "trip").mkdir()
    trip = Trip(copy.root, tmp_path / "trip")
    trip.go(there, COMMAS)
    assert trip.named() == trip.differing()
    assert {column for _, _, column in trip.named()} == {"id", "note"} and len(trip.named()) >= 6
