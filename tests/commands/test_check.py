"""readouts check: a quotation held against the built file, or against the tables where none is built."""

import io
import json
import os
import sys

import pytest

from ..door import records

LONGEST = """SELECT quotations.id, quotations.words, statements.date, sources.publisher FROM quotations
JOIN statements ON statements.id = quotations.statement_id JOIN sources ON sources.id = quotations.source_id
WHERE quotations.form = 'direct' AND substr(quotations.words, 1, 1) BETWEEN 'A' AND 'Z' AND quotations.words LIKE '%.'
ORDER BY length(quotations.words) DESC LIMIT 1"""


def test_words_that_are_printed_so(run, built_package, built_file):
    """The whole quotation with who, when, where and its id; the exit code is 0."""
    (row,) = records(built_file, LONGEST)
    code, told, wrong = run("check", row["words"], built_package)
    assert (code, wrong) == (0, "")
    assert told.split("\n")[1].startswith("Printed so")
    for shown in (f"“{row['words']}”", row["date"], row["publisher"], f"quotation {row['id']}"):
        assert shown in told


def test_words_that_are_printed_otherwise(run, built_package):
    """A negation that was lost is said in words; the exit code is 1."""
    code, told, _ = run("check", "we have reached this stage", built_package, "--speaker", "Песков")
    assert code == 1 and "\nPrinted otherwise. " in told
    assert "! The record’s words have “not”, a negation, which the pasted words have not." in told
    assert "pasted nothing, printed “not”" in told


def test_words_that_are_not_in_the_record(run, built_package):
    """How far the time that is named is covered, in words that conclude nothing; a time that cannot be read is refused."""
    told = run("check", "The envoy drank his tea by candlelight", built_package, "--when", "March 2025")[1]
    assert (
        "Not in the record." in told
        and "2025-03 covered" in told
        and "2025-04" not in told
        and "nothing follows" in told
    )
    code, told, wrong = run("check", "The envoy drank his tea", built_package, "--when", "soon")
    assert (code, told) == (2, "") and wrong.startswith("readouts: “soon” was not read as a day or a month. Write ")


def test_as_json(run, built_package, monkeypatch):
    """The answer for programs, from standard input, with addresses of the public host where one is named."""
    monkeypatch.setenv("READOUTS_BASE_URL", "https://example.org/")
    monkeypatch.setattr(
        sys, "stdin", io.StringIO("He said “There was no conversation.” and “we have reached this stage”.")
    )
    code, told, _ = run("check", "-", built_package, "--json")
    first, second = json.loads(told)["quotations"]
    assert code == 1 and (first["verdict"], second["verdict"]) == ("printed", "otherwise")
    assert second["places"][0]["differences"] == [{"pasted": "", "printed": "not"}]
    assert second["places"][0]["link"].startswith("https://example.org/readouts/quotations/")


def test_the_tables_are_asked_where_nothing_newer_is_built(run, copy):
    """The minimal package, of which only something older than its tables is built: words of its own, and ours."""
    (row, *_) = [one for one in copy.rows("quotations") if one["words"]]
    copy.change("claims", copy.rows("claims")[0]["id"], "text", "Somebody was told of a telephone call by an envoy.")
    (copy.root / "build").mkdir()
    (copy.root / "build" / "readouts.db").write_text("not to be read")
    os.utime(copy.root / "build" / "readouts.db", ns=(0, 0))
    told = run("check", f"“{row['words']}” and “Somebody was told of a telephone call by an envoy”", copy.root)[1]
    assert "\nPrinted so" in told and f"quotation {row['id']}" in told
    assert "\nOnly as a paraphrase. " in told and "Claim (our words): Somebody was told" in told


@pytest.mark.parametrize("words", ["", "“…”", "x" * 4001])
def test_what_cannot_be_checked_is_refused(run, built_package, words):
    """Nothing, no word, or too much: a sentence says what to do."""
    code, told, wrong = run("check", words, built_package)
    assert (code, told) == (2, "") and wrong.startswith("readouts: ") and wrong.count("\n") == 1


def test_a_folder_without_a_record_is_refused(run, tmp_path, copy):
    """No package, tables with errors, a file that is no built record: each with its remedy."""
    (tmp_path / "empty").mkdir()
    assert "readouts validate" in run("check", "words", tmp_path / "empty")[2]
    copy.change("statements", copy.rows("statements")[0]["id"], "medium", "rumour")
    assert "have errors. Run: readouts validate" in run("check", "words", copy.root)[2]
    (copy.root / "build").mkdir()
    (copy.root / "build" / "readouts.db").write_text("no database")
    code, _, wrong = run("check", "words", copy.root)
    assert code == 2 and "no built record of this version" in wrong and "Run: make build" in wrong
