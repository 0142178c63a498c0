"""Where one gate finds errors, whatever reads nothing of them goes on: a mistake hides no other, and none is made up."""

import pytest

from readouts.check import NOTHING
from readouts.check.floors import floor_tables
from readouts.check.rule_tables import RuleTables, Shelf
from readouts.check.soundness import Soundness
from readouts.check.sql_rules import rules
from readouts.finding import Finding, Severity

from ..conftest import TODAY


def wrong(path, column, rule="cell.pattern"):
    return Finding(path, 2, column, rule, "", "It is wrong.", "Mend it.", Severity.ERROR)


def test_five_mistakes_are_told_at_once(copy):
    """A comma too many, a code that is none, a link to nothing, a bad cell and a weekday: one round, one finding each."""
    topics = copy.path("topics").read_text(encoding="utf-8").split("\n")
    copy.path("topics").write_text("\n".join([topics[0], topics[1] + ",", *topics[2:]]), encoding="utf-8")
    copy.change("stances", "peskov-denies/call-took-place", "stance", "denied")
    first, *rest = copy.rows("event_participants")
    copy.write("event_participants", [first | {"person_id": "nobody"}, *rest])
    copy.change("statements", "peskov-denies", "date_words", "on Tuesday")
    copy.change("sources", "denial-report", "language", "English")
    assert [(one.path, one.line, one.rule) for one in copy.check().findings] == [
        ("data/event_participants.csv", 2, "link.missing"),
        ("data/sources.csv", 2, "cell.pattern"),
        ("data/stances.csv", 2, "cell.not-in-list"),
        ("data/statements.csv", 2, "date.weekday"),
        ("data/topics.csv", 2, "structure.width"),
    ]


@pytest.fixture
def read(copy):
    """The rules' tables of the minimal package, and its package."""
    dataset = copy.check().dataset
    return RuleTables(dataset, TODAY, rules(), floor_tables(dataset, (), NOTHING), Shelf()), dataset.package


def left_out(read, *findings, unread=()):
    """The rules that these findings leave out."""
    tables, package = read
    sound = Soundness.of(package, [table.name for table in package.tables if table.name not in unread], findings)
    return {rule.slug for rule in rules() if not tables.can_run(rule.sql, sound)}


def test_a_rule_waits_for_what_it_reads_and_no_other(read):
    """A wrong column leaves out the rules that name it, a wrong key or file every rule of its table, and nothing else."""
    assert left_out(read) == set()
    column, key, file = (
        left_out(read, wrong("data/people.csv", "country")),
        left_out(read, wrong("data/people.csv", "id")),
        left_out(read, unread=("people",)),
    )
    assert column < key <= file < {rule.slug for rule in rules()}
    reads = {rule.slug for rule in rules() if "people" in tables_of(read, rule)}
    assert file == reads | {rule.slug for rule in rules() if "row_keys" in tables_of(read, rule)}


def tables_of(read, rule):
    return read[0]._names(rule.sql)


def test_a_date_is_read_by_its_days(read):
    """Whoever reads the first or the last day of a date waits for the date."""
    [days] = {rule.slug for rule in rules() if rule.slug == "date.weekday"}
    assert days in left_out(read, wrong("data/statements.csv", "date"))


def test_without_waivers_nothing_is_found_that_they_switch_off(copy):
    """A waived finding does not come back where the waivers cannot be read."""
    copy.change("statements", "peskov-denies", "date_words", "on Tuesday")
    waiver = {"rule": "date.weekday", "table": "statements", "row_id": "peskov-denies", "reason": "The source says so."}
    copy.add("waivers", **waiver)
    assert copy.check().findings == ()
    copy.path("waivers").write_text(copy.path("waivers").read_text(encoding="utf-8")[:-1] + ",\n", encoding="utf-8")
    assert {one.rule for one in copy.check().findings} == {"structure.width"}


def test_what_waits_is_told(copy):
    """How many links and rules were left out, and the evidence where it reads what is wrong."""
    copy.change("quotations", "peskov-fiction", "form", "no-such-code")
    report = copy.check()
    assert [words.split()[-1] for words in report.waiting] == ["rules", "evidence"] and report.rules > 0
    assert report.evidence == {} and report.checked is None
    copy.change("quotations", "peskov-fiction", "form", "direct")
    assert copy.check().waiting == ()
