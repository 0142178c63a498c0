"""What a change means for claims: told in sentences, and a warning where something turned and nothing says so."""

import json
import shutil
from dataclasses import replace

import pytest

from readouts.commands import main
from readouts.compare import earlier
from readouts.compare.change import NOTHING
from readouts.report import REPORTS, github_summary

from ..conftest import MEMORY, TODAY

ROW = "peskov-denies/call-took-place"


@pytest.fixture
def compared(copy, tmp_path_factory):
    """The report in comparison with the minimal package as it was when the test began (or when `keep` was called)."""
    folder = tmp_path_factory.mktemp("earlier") / "state"

    def keep():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(copy.root, folder)

    def report():
        return earlier.against(copy.root, folder, TODAY, [], MEMORY)[0]

    keep()
    report.keep, report.folder = keep, folder
    return report


def slugs(report):
    return [(one.rule, one.severity.value) for one in report.findings]


def correct(copy, table, row_id):
    copy.add("corrections", id="one", date="2026-11-22", table=table, row_id=row_id, was="This.", **{"is": "That."})


def test_nothing_changed(compared):
    """Where nothing changed it is said, so that silence is not taken for a comparison."""
    report = compared()
    assert report.change == (NOTHING,) and report.findings == ()


def test_rows_in_another_order_change_nothing(copy, compared):
    """What a row says is compared, not where it stands."""
    for table in ("stances", "statements", "claims"):
        copy.write(table, copy.rows(table)[::-1])
    assert compared().change == (NOTHING,)


def test_a_stance_reversed(copy, compared):
    """A denial that becomes a confirmation is told as such, with its place, and what follows from it."""
    line = copy.change("stances", "peskov-denies", "stance", "confirms")
    report = compared()
    assert report.change == (
        f"data/stances.csv:{line}:stance peskov-denies no longer denies call-took-place: it now confirms it",
        "standing of call: was denied by a party, is acknowledged by one so far",
        "gone: contradiction on call-took-place: post-reports asserts it, peskov-denies denies it",
    )
    [finding] = report.findings
    assert (finding.rule, finding.line, finding.column, finding.row_id) == (
        "change.stance-reversed",
        line,
        "stance",
        ROW,
    )
    assert finding.excerpt.text == "confirms" and report.checked is not None


@pytest.mark.parametrize(
    ("stance", "ending"),
    [("doubts", "it now doubts it, which is weaker"), ("declines", "it now declines to speak of it, which is weaker")],
)
def test_a_stance_weakened(copy, compared, stance, ending):
    """A stance that grows weaker is told; it is a reading, and needs no correction."""
    copy.change("stances", "peskov-denies", "stance", stance)
    report = compared()
    assert report.change[0].endswith(ending) and report.findings == ()


def test_a_stance_strengthened(copy, compared):
    """So is one that grows stronger."""
    copy.change("stances", "peskov-denies", "stance", "doubts")
    compared.keep()
    copy.change("stances", "peskov-denies", "stance", "denies")
    report = compared()
    assert report.change[0].endswith("it now denies it, which is stronger") and report.findings == ()


@pytest.mark.parametrize(
    ("table", "row_id", "said"),
    [
        ("stances", ROW, True),
        ("statements", "peskov-denies", True),
        ("claims", "call-took-place", False),
        ("statements", "post-reports", False),
    ],
)
def test_a_correction_accounts(copy, compared, table, row_id, said):
    """A new correction that names the stance or its statement accounts for it; one of something else does not."""
    copy.change("stances", "peskov-denies", "stance", "confirms")
    correct(copy, table, row_id)
    report = compared()
    assert slugs(report) == ([] if said else [("change.stance-reversed", "warning")])
    assert report.change[0].endswith("(correction one)") is said


def test_an_old_correction_accounts_for_nothing_new(copy, compared):
    """A correction that was there before is of something else."""
    correct(copy, "stances", ROW)
    compared.keep()
    copy.change("stances", "peskov-denies", "stance", "confirms")
    assert slugs(compared()) == [("change.stance-reversed", "warning")]


def test_a_row_that_is_gone(copy, compared):
    """A statement that is gone is an error of its own (id.gone); its stances do not say it again."""
    copy.change("people", "dmitry-peskov", "note", "Kept.")
    copy.add(
        "quotations",
        id="other",
        statement_id="other",
        source_id="denial-report",
        form="indirect",
        passage="it is pure fiction,”",
    )
    copy.add(
        "statements",
        id="other",
        date="2024-11-11",
        date_basis="stated",
        speaker_id="dmitry-peskov",
        organization_id="kremlin",
        medium="briefing",
    )
    copy.add(
        "stances",
        statement_id="other",
        claim_id="call-duration",
        stance="declines",
        basis="words",
        quotation_id="other",
    )
    compared.keep()
    for table, row in (("quotations", "other"), ("statements", "other"), ("stances", "other/call-duration")):
        copy.drop(table, row)
    assert {one.rule for one in compared().findings} == {"id.gone"}
    for table in ("quotations", "statements"):
        copy.add(
            "redirects",
            table=table,
            old_id="other",
            new_id={"quotations": "peskov-fiction"}.get(table, "peskov-denies"),
            reason="The same.",
        )
    report = compared()
    assert slugs(report) == [("change.stance-gone", "warning")]
    assert (
        "data/stances.csv peskov-denies no longer declines to speak of call-duration: the stance is gone"
        in report.change
    )


def test_a_renamed_statement(copy, compared):
    """A statement whose id redirects rename is compared with what it is called now: nothing changed."""
    for table, column in (
        ("statements", "id"),
        ("stances", "statement_id"),
        ("quotations", "statement_id"),
        ("ledger", "statement_id"),
    ):
        copy.write(
            table, [row | {column: row[column].replace("peskov-denies", "2024-peskov")} for row in copy.rows(table)]
        )
    copy.add("redirects", table="statements", old_id="peskov-denies", new_id="2024-peskov", reason="Dated.")
    report = compared()
    assert report.findings == ()
    assert report.change == ("data/redirects.csv:2 new: statements: peskov-denies is now called 2024-peskov",)


@pytest.mark.parametrize(
    ("table", "row_id", "column", "value", "slug", "told"),
    [
        (
            "statements",
            "post-reports",
            "date",
            "2024-11-03",
            "change.statement-turned",
            'the day on which it was said: was "2024-11-10", is "2024-11-03"',
        ),
        (
            "statements",
            "peskov-denies",
            "organization_id",
            "",
            "change.statement-turned",
            "in whose name it was said: was kremlin (The Kremlin), is nobody",
        ),
        (
            "quotations",
            "peskov-fiction",
            "words",
            "fiction",
            "change.quotation-turned",
            'the words quoted: was "pure fiction", is "fiction"',
        ),
        (
            "claims",
            "call-duration",
            "value",
            "PT30M~",
            "change.claim-turned",
            'the length, number or body that is claimed: was "PT60M~", is "PT30M~"',
        ),
        (
            "claims",
            "call-duration",
            "text",
            "The call lasted for about an hour.",
            None,
            'our words for it: was "The call lasted about an hour.", is "The call lasted for about an hour."',
        ),
        ("statements", "post-reports", "note", "A note.", None, 'note: was empty, is "A note."'),
        (
            "quotations",
            "peskov-fiction",
            "form",
            "direct",
            None,
            "how far the words are the speaker's own: was fragment (The source quotes less than a clause of the"
            " speaker's words.), is direct (The source quotes at least one whole clause of the speaker's words.)",
        ),
    ],
)
def test_a_cell_turned(copy, compared, table, row_id, column, value, slug, told):
    """Every cell is told by what it means; speaker, day, body, words and what a claim is about do not turn unsaid."""
    line = copy.change(table, row_id, column, value)
    report = compared()
    assert slugs(report) == ([(slug, "warning")] if slug else [])
    [change] = [one for one in report.change if one.startswith("data/")]
    assert change.startswith(f"data/{table}.csv:{line}:{column} {row_id}: {told}")


def test_a_new_statement(copy, compared):
    """A claim of which somebody else now speaks is told with who, and which side."""
    copy.add(
        "quotations",
        id="new",
        statement_id="new",
        source_id="denial-report",
        form="indirect",
        passage="it is pure fiction,”",
    )
    copy.add(
        "statements",
        id="new",
        date="2024-11-11",
        date_basis="stated",
        speaker_id="dmitry-peskov",
        organization_id="kremlin",
        medium="briefing",
        register="plain",
    )
    copy.add(
        "stances", statement_id="new", claim_id="call-duration", stance="denies", basis="words", quotation_id="new"
    )
    report = compared()
    assert [one.partition(" new: ")[2] for one in report.change[:3]] == [
        "new denies call-duration",
        "statement new: Dmitry Peskov, in the name of The Kremlin, 2024-11-11, briefing",
        "quotation new: new in denial-report, indirect, at it is pure fiction,”",
    ]
    assert report.change[3] == "call-duration: russia now speaks of it"
    assert report.change[-1] == "call-duration has 1 new: new denies it"
    assert any(line.startswith("new: contradiction on call-duration") for line in report.change)
    assert [(one.rule, one.row_id) for one in report.findings] == [("quote.fetched-once", "new")]


def test_what_is_no_longer_so_comes_first(copy, compared):
    """What turned and what it undid stands before what is new, of which there may be pages."""
    copy.change("stances", "peskov-denies", "stance", "declines")
    copy.add(
        "stances",
        statement_id="peskov-denies",
        claim_id="call-duration",
        stance="declines",
        basis="words",
        quotation_id="peskov-fiction",
    )
    change = compared().change
    assert [line.split(" ")[0] for line in change] == [
        "data/stances.csv:2:stance",
        "data/stances.csv:5",
        "standing",
        "gone:",
        "call-duration:",
        "call-duration",
    ]
    assert change[-1] == "call-duration has 1 new: peskov-denies declines to speak of it"


def test_the_earlier_state_has_only_rows(copy, compared):
    """Without its descriptor the rows are compared, and it is said that nothing derived was."""
    (compared.folder / "datapackage.json").unlink()
    copy.change("stances", "peskov-denies", "stance", "confirms")
    report = compared()
    assert slugs(report) == [("change.stance-reversed", "warning")] and len(report.change) == 2
    assert report.change[-1] == "what follows is not worked out: the earlier state has no datapackage.json"


@pytest.mark.parametrize(
    ("path", "old", "new", "why"),
    [
        ("schemas/topics.json", '"label"', '"title_of_it"', "no sound package|other tables or columns"),
        ("data/stances.csv", "denies", "denys", "errors by the rules of today"),
        ("datapackage.json", "{", "", "other tables or columns"),
    ],
)
def test_an_earlier_state_that_is_not_sound(compared, path, old, new, why):
    """What was wrong then, or of another form, is no finding now: it is said that it was not compared."""
    file = compared.folder / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    report = compared()
    assert {one.rule for one in report.findings} <= {"change.stance-reversed"}
    assert any(one in report.change[-1] for one in why.split("|")), report.change


def test_beside_errors(copy, compared):
    """Rows are compared beside errors; what follows from them is not worked out from cells that cannot be read."""
    copy.change("stances", "peskov-denies", "stance", "denys")
    copy.change("stances", "post-reports", "stance", "denies")
    report = compared()
    assert report.change == (
        "data/stances.csv:2:stance peskov-denies no longer denies call-took-place: it now denys it",
        "data/stances.csv:3:stance post-reports no longer asserts call-duration: it now denies it",
        "what follows is not worked out: the tables have errors that must be corrected first",
    )
    assert slugs(report) == [("cell.not-in-list", "error"), ("change.stance-reversed", "warning")]


def test_warnings_fail_when_strict_alone(copy, compared, capsys):
    """Outside --strict a change of which nothing is said is a warning: it is seen, and stops nobody."""
    copy.change("stances", "peskov-denies", "stance", "confirms")
    arguments = ["validate", str(copy.root), "--before", str(compared.folder)]
    assert main(arguments) == 0
    assert (
        "\nwhat this change means for claims:\n    - data/stances.csv:2:stance peskov-denies no longer"
        in capsys.readouterr().out
    )
    assert main([*arguments, "--strict"]) == 1


def test_every_report_tells_it(copy, compared):
    """The section stands in every report, at most sixty lines of it."""
    copy.change("stances", "peskov-denies", "stance", "confirms")
    report = compared()
    assert (
        "### What this change means for claims\n\n- data/stances.csv:2:stance peskov-denies no longer"
        in github_summary.summary(report)
    )
    assert json.loads(REPORTS["jsonl"](report).split("\n")[-1])["change"] == list(report.change)
    many = replace(report, change=tuple(f"line {number}" for number in range(2000)))
    for text in (
        REPORTS["terminal"](many),
        REPORTS["jsonl"](many),
        REPORTS["github"](many),
        github_summary.summary(many),
    ):
        assert "line 59" in text and "line 60" not in text and "and 1,940 more" in text


def turned(report) -> list[str]:
    """The rules on what turned; that nobody has seen a text beside its coder is another matter."""
    return [one.rule for one in report.findings if one.rule.startswith("change.")]


def test_a_proof_that_is_found_turns_nothing_and_one_that_is_changed_does(copy, compared):
    """A proof fills a cell that waited for it, which is something added; another, or none, is told as a turn."""
    copy.change("quotations", "post-told", "proof", "had reported late Sunday")
    report = compared()
    assert "the words of the source that prove it: was empty, is" in report.change[0] and turned(report) == []
    assert main(["diff", str(compared.folder), str(copy.root)]) == 0
    compared.keep()
    for other in ("reported late Sunday", ""):
        copy.change("quotations", "post-told", "proof", other)
        assert turned(compared()) == ["change.quotation-turned"]
