"""Canonical form: one way to write a table, read from whatever a spreadsheet wrote, and never another value."""

import csv
import io
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.package.model import Field, Table
from readouts.read import csv_rows
from readouts.tidy import canonical

TABLE = Table(
    "things",
    "Things",
    "",
    "data/things.csv",
    tuple(Field(name, name, "string", "") for name in ("id", "part", "note")),
    ("id", "part"),
)
CANONICAL = 'id,part,note\na,1,"one, two"\nb,1,\nb,2,"a ""mark"""\n'

cells = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["", "041", " a ", '"', ",", ";", "\t", "2024-11", "e\u0301", "\u037e", "\u2028", "\ufeff"]
)
tables = st.lists(st.tuples(cells, cells, cells).filter(any), max_size=6)


@st.composite
def writings(draw) -> tuple[list[tuple], bytes]:
    """The rows of a table, and one of the many ways in which a spreadsheet may write them."""
    wanted = draw(tables)
    lines = [dict(zip(TABLE.columns, row, strict=True)) for row in draw(st.permutations(wanted))]
    lines += [{}] * draw(st.integers(0, 2))
    columns = draw(st.permutations(TABLE.columns))
    behind = [""] * draw(st.integers(0, 3))
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=draw(st.sampled_from(canonical.DELIMITERS)),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
    )
    writer.writerows(
        [
            [*columns, *behind],
            *([*(line.get(name, "") for name in columns), *behind] for line in draw(st.permutations(lines))),
        ]
    )
    return wanted, text.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))


def rewritten(data: bytes) -> str:
    sheet, findings = canonical.read(TABLE, data)
    assert findings == [] and sheet
    return sheet.text


def values(text: str) -> Counter:
    """The rows as Python's own reader of CSV sees them, each as its cells by column."""
    return Counter(tuple(sorted(row.items())) for row in csv.DictReader(io.StringIO(text, newline=""), strict=True))


@given(writings())
def test_once_is_enough(writing):
    """Formatting what was formatted changes nothing."""
    once = rewritten(writing[1])
    assert rewritten(once.encode()) == once


@given(writings())
def test_no_value_changes(writing):
    """The rows are the same before and after, up to normal form C; none is lost, and none comes in."""
    wanted, data = writing
    normal = [[unicodedata.normalize("NFC", cell) for cell in row] for row in wanted]
    assert values(rewritten(data)) == Counter(tuple(sorted(zip(TABLE.columns, row, strict=True))) for row in normal)


@given(writings())
def test_the_way_of_writing_does_not_matter(writing):
    """Order of rows and columns, byte order mark, encoding, line ends, delimiter, marks, empty rows and columns."""
    wanted, data = writing
    assert rewritten(data) == canonical.text(TABLE, wanted)


@given(tables)
def test_the_gate_reads_what_is_written(wanted):
    """Canonical text is what the first gate of validate takes, cell for cell."""
    raw, findings = csv_rows.read(TABLE, canonical.text(TABLE, wanted).encode())
    assert findings == [] and raw.header == TABLE.columns and len(raw.rows) == len(wanted)
    assert canonical.text(TABLE, raw.rows) == canonical.text(TABLE, wanted)


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda data: b"id,part,note\n" + data))
def test_any_bytes_give_a_sheet_or_findings(data):
    """Whatever the bytes are: either values, or at least one finding on a line that exists."""
    sheet, findings = canonical.read(TABLE, data)
    assert (sheet is None) == bool(findings)
    assert all(0 <= finding.line <= data.count(b"\n") + data.count(b"\r") + 1 for finding in findings)
    assert sheet is None or rewritten(sheet.text.encode()) == sheet.text


@pytest.mark.parametrize(
    "data",
    [
        CANONICAL.encode(),
        CANONICAL.encode("utf-8-sig"),
        CANONICAL.encode("utf-16"),
        b"\xfe\xff" + CANONICAL.encode("utf-16-be"),
        CANONICAL.replace("\n", "\r\n").encode(),
        CANONICAL.replace("\n", "\r").encode(),
        CANONICAL.removesuffix("\n").encode(),
        b'id;part;note\na;1;one, two\nb;1;\nb;2;"a ""mark"""\n',
        b'id\tpart\tnote\na\t1\tone, two\nb\t1\t\nb\t2\t"a ""mark"""\n',
        b'note,id,part\n"a ""mark""",b,2\n"one, two",a,1\n,b,1\n',
        b'"id","part","note"\n"a","1","one, two"\n"b","1",""\n"b","2","a ""mark"""\n',
        b'\n,,\nid,part,note,,\na,1,"one, two",,\n\n,,,,\nb,1,,,\nb,2,"a ""mark""",,\n,,,,\n',
    ],
    ids=[
        "canonical",
        "mark",
        "utf-16",
        "utf-16-be",
        "crlf",
        "cr",
        "no-end",
        "semicolon",
        "tab",
        "order",
        "marks",
        "empty",
    ],
)
def test_what_spreadsheets_write(data):
    """Each thing that a spreadsheet does to a file is undone."""
    assert rewritten(data) == CANONICAL


def test_the_header_tells_the_delimiter():
    """Cells full of semicolons do not make the semicolon a delimiter, nor does a lone one in a semicolon file."""
    assert rewritten(b"id,part,note\na,1,x;y;z;;;;\n") == "id,part,note\na,1,x;y;z;;;;\n"
    assert rewritten(b"id;part;note\na;1;x,y,,,,,\n") == 'id,part,note\na,1,"x,y,,,,,"\n'


def test_values_stay():
    """Nothing is trimmed, rewritten or taken for a number; only accents join their letters."""
    text = "id,part,note\n 041 ,2024-11,1e5\ne\u0301,TRUE,  \n"
    assert rewritten(text.encode()) == unicodedata.normalize("NFC", text)


def test_rows_with_one_key_have_one_order():
    """Rows that share a key are wrong, and still stand in an order that does not depend on where they stood."""
    one, other = b"a,1,x\n", b"a,1,y\n"
    assert rewritten(b"id,part,note\n" + one + other) == rewritten(b"id,part,note\n" + other + one)


def test_rows_stand_by_key_and_not_by_first_column():
    """The key orders the rows, part by part as the schema names them, wherever its columns stand."""
    table = replace(TABLE, key=("note", "part"))
    assert (
        canonical.text(table, [("a", "2", "y"), ("b", "1", "y"), ("c", "3", "x")])
        == "id,part,note\nc,3,x\nb,1,y\na,2,y\n"
    )


def test_lines_are_those_of_the_file():
    """A sheet knows the line of each row, past empty rows and in any line ends."""
    sheet, _ = canonical.read(TABLE, b"\r\nid,part,note\r\n\r\na,1,\r\n,,\r\nb,1,\r\n")
    assert sheet.lines == (4, 6)


@pytest.mark.parametrize(
    "data, found",
    [
        (b"", [(0, "", "empty", "")]),
        (b"\xef\xbb\xbf", [(0, "", "empty", "")]),
        (b"\r\n,,\r\n", [(0, "", "empty", "")]),
        (b"Kremlin,call\n", [(1, "", "header", "")]),
        (b"id|part|note\na|1|\n", [(1, "", "header", "")]),
        ("id,part,note\na,1,\n".encode("utf-16-le"), [(1, "", "header", "")]),
        (b"id,part\na,1\n", [(1, "note", "header", "")]),
        (b"id,part,note,nota\na,1,,\n", [(1, "nota", "header", "")]),
        (b"id,part,,note\na,1,,\n", [(1, "", "header", "")]),
        (b"id,part,note,id\na,1,,a\n", [(1, "id", "header", "")]),
        (b"id,part,Note\na,1,\n", [(1, "Note", "header", ""), (1, "note", "header", "")]),
        (b'id,part,"no\nte"\na,1,\n', [(1, "no\\nte", "line-break", "")]),
        (b'id,part,note\na,1,"x\ny"\nb,1,"z"\n', [(2, "note", "line-break", "a/1")]),
        (
            b'id,part,note\r\na,"1\r\n\r\n",\r\nb,1,"x\ny"\r\n',
            [(2, "part", "line-break", "a/1\\r\\n\\r\\n"), (5, "note", "line-break", "b/1")],
        ),
        (b'note,id,part\n"x\ry",a,1\n', [(2, "note", "line-break", "a/1")]),
        (b'id,part,note\na,1,x"y\nb,1,\n', [(2, "note", "quoting", "a/1")]),
        (b'id,part,note\na,1,"x"y\nb,1\n', [(2, "note", "quoting", "a/1"), (3, "", "width", "b/1")]),
        (b'id,part,note\na,1,\nb,"1,x\nc,1,\n', [(3, "part", "quoting", "b/")]),
        (b"id,part,note\na,1,\nb,1\n", [(3, "", "width", "b/1")]),
        (b"id,part,note\na,1,one, two\n", [(2, "", "width", "a/1")]),
        (
            b"id,part,note\na,1,\xe4\nb,\xff,b\xfc\n",
            [
                (2, "note", "encoding", "a/1"),
                (3, "note", "encoding", "b/\\udcff"),
                (3, "part", "encoding", "b/\\udcff"),
            ],
        ),
        (b"id,part,n\xf6te\na,1,\n", [(1, "n\\udcf6te", "encoding", "")]),
        ("id,part,note\na,1,x".encode("utf-16") + b"y", [(2, "note", "encoding", "a/1")]),
        ("id,part,note\na,1,".encode("utf-16") + b"\x00\xd8", [(2, "note", "encoding", "a/1")]),
    ],
)
def test_what_could_only_be_guessed_is_found(data, found):
    """Each case is a finding with its line, its column where it has one, its rule, its row and a fix; nothing is read."""
    sheet, findings = canonical.read(TABLE, data)
    assert sheet is None
    assert [(one.line, one.column, one.rule, one.row_id) for one in findings] == [
        (line, column, f"format.{rule}", row_id) for line, column, rule, row_id in found
    ]
    assert all(one.path == TABLE.path and one.problem and one.fix.endswith((".", "?")) for one in findings)


def test_a_byte_that_cannot_be_read_is_named():
    """Latin-1 saved over UTF-8: the finding names the byte and its place in the cell."""
    _, (found,) = canonical.read(TABLE, "id,part,note\na,1,Brandstätter\n".encode("latin-1"))
    assert found.problem == "character 8 of the cell cannot be read (byte 0xe4)"


def test_a_near_name_is_suggested():
    """A column whose name is nearly right gets the right one as its fix."""
    _, findings = canonical.read(TABLE, b"id,part,notes\n")
    assert "Did you mean note?" in [one.fix for one in findings]
