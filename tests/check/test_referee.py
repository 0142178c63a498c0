"""Frictionless is the independent referee: on the same packages it agrees, but where we are stricter on purpose."""

import contextlib
import io
import warnings
from dataclasses import replace

import pytest

from readouts.check import Report
from readouts.check.referee import hear
from readouts.package.descriptor import load

from ..conftest import ROOT, TABLES
from .test_gates import BYTES, ROWS, spoilt

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import frictionless

PACKAGE, _ = load(ROOT)


def refused(copy, table: str = "") -> bool:
    """Whether frictionless finds the package invalid, or this table of it, with those that it links to."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        package = str(copy.root / "datapackage.json")
        judged = frictionless.Package(package).get_resource(table) if table else frictionless.Package(package)
        return not judged.validate().valid


def test_the_referee_is_heard(copy):
    """Where frictionless refuses what we let pass, its word is a finding; where both agree, the report says so."""
    frictionless_, pandera = hear(copy.check(), copy.root).referee.split("; ")
    every = f": {TABLES} of {TABLES} tables valid"
    assert frictionless_.endswith(every) and pandera.endswith(every)
    copy.change("people", "dmitry-peskov", "country", "Russia")
    report = hear(Report((), tables=18), copy.root)
    assert [finding.rule for finding in report.findings] == ["referee.disagrees"] and report.checked is None


def test_pandera_is_heard(copy):
    """A cell that our gate had let pass is a finding on its line and column, by the whole schema of its table."""
    report = copy.check()
    raw = report.checked.tables["people"]
    spoilt_ = replace(
        raw, rows=(raw.rows[0], tuple("Russia" if one == "US" else one for one in raw.rows[1]), *raw.rows[2:])
    )
    passed = replace(report, checked=replace(report.checked, tables=report.checked.tables | {"people": spoilt_}))
    heard = hear(passed, copy.root)
    assert [(one.rule, one.line, one.column) for one in heard.findings] == [("referee.disagrees", 3, "country")]
    assert "cell.pattern" in heard.findings[0].problem and heard.checked is None
    assert heard.referee.endswith(f": {TABLES - 1} of {TABLES} tables valid")


def test_both_accept_the_minimal_package(copy):
    """The package that the cases spoil is valid for both."""
    assert not refused(copy) and copy.check().findings == ()


@pytest.mark.parametrize(
    "table", [table for table in PACKAGE.tables if table.name not in ROWS], ids=lambda table: table.name
)
def test_both_refuse_a_cell_outside_its_column(copy, table):
    """Both refuse a bad code, pattern or type in the first column that has one besides EDTF, whose calendar frictionless does not know."""
    field = next(
        field for field in table.fields if not field.edtf and (field.enum or field.pattern or field.type != "string")
    )
    rows = copy.rows(table.name)
    rows[0][field.name] = spoilt(field)
    copy.write(table.name, rows)
    assert refused(copy, table.name) and copy.check().checked is None


@pytest.mark.parametrize(
    "table", [table for table in PACKAGE.tables if table.links and table.name not in ROWS], ids=lambda table: table.name
)
def test_both_refuse_a_broken_link(copy, table):
    """Both refuse a link that leads nowhere."""
    copy.write(table.name, [row | {table.links[0].field: "nobody-at-all"} for row in copy.rows(table.name)])
    assert refused(copy, table.name) and copy.check().checked is None


def test_both_refuse_a_key_twice(copy):
    """Both refuse two rows with one key."""
    copy.add("people", **copy.rows("people")[0])
    assert refused(copy, "people") and copy.check().checked is None


def change(table, row_id, column, value):
    return table, lambda copy: copy.change(table, row_id, column, value)


def bytes_of(rule):
    def spoil(copy):
        path = copy.path("people")
        path.write_bytes(BYTES[rule][0](path.read_bytes()))

    return "people", spoil


STRICTER = {
    "a byte order mark": bytes_of("byte-order-mark"),
    "CRLF line ends": bytes_of("line-end"),
    "a day that no calendar has": change("events", "call", "date", "2024-02-30"),
    "a space before the text": change("people", "dmitry-peskov", "name", " Dmitry Peskov"),
    "a formula": change("people", "dmitry-peskov", "name", "=1+1"),
    "a mark that turns the line": change("people", "dmitry-peskov", "name", "Dmitry \u202ePeskov"),
    "a letter and its accent apart": change("people", "dmitry-peskov", "name", "Ame\u0301lie"),
    "a weekday that is another": change("statements", "peskov-denies", "date_words", "on Tuesday"),
}


@pytest.mark.parametrize("case", STRICTER)
def test_we_are_stricter_on_purpose(copy, case):
    """What frictionless passes and we refuse is listed; when it learns one, the list shrinks."""
    table, spoil = STRICTER[case]
    spoil(copy)
    assert copy.check().checked is None
    assert not refused(copy, table)
