"""Reports, against golden texts: what a curator, a program and GitHub read."""

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from rich.text import Text

from readouts.check import Report
from readouts.check.table_sizes import Column, TableSize
from readouts.commands import main
from readouts.finding import Excerpt, Finding, Severity, shown
from readouts.report import REPORTS, github_summary
from readouts.report.clip import clip
from readouts.report.display import Display

from ..conftest import HERE, TABLES

LONG = (
    "He said that "
    + "the talks went on and on, " * 40
    + "and that no call to\u202eok place, "
    + "as he put it, " * 40
    + "ever."
)
REPORT = Report(
    findings=(
        Finding(
            "data/people.csv",
            0,
            "",
            "structure.file",
            "",
            "the file does not exist: 100%\nreally",
            "Restore it.",
            Severity.WARNING,
        ),
        *(
            Finding(
                "data/roles.csv",
                line,
                "person_id",
                "link.missing",
                f"role-{line}",
                '"dmitri-peskov" is no id of people',
                "Did you mean dmitry-peskov?",
                excerpt=Excerpt.whole("dmitri-peskov"),
            )
            for line in range(2, 12)
        ),
        *(
            Finding(
                "data/roles.csv",
                line,
                "title",
                "cell.too-long",
                f"role-{line}",
                f"{line} is more than enough",
                "Shorten it.",
                excerpt=Excerpt("Press secretary | of the | Kremlin", 16, 34),
            )
            for line in range(2, 12)
        ),
        Finding(
            "data/statements.csv",
            42,
            "summary",
            "cell.control-character",
            "peskov-denies",
            "holds a character that does not print",
            "Delete that character.",
            excerpt=Excerpt(LONG, LONG.index("\u202e"), LONG.index("\u202e") + 1),
        ),
        Finding(
            "data/statements.csv",
            43,
            "summary",
            "cell.required",
            "zelensky-in-warsaw-at-length-" + "x" * 60,
            "the cell is empty, and the column needs a value",
            "Fill it in.",
            excerpt=Excerpt.whole(""),
        ),
        *(
            Finding(
                "data/statements.csv",
                line,
                "speaker_id",
                "cell.pattern",
                f"said-{line}",
                f'"{name}" does not have the form of a cell of this column',
                "Write it like dmitry-peskov.",
                excerpt=Excerpt(
                    name, 0, 1, ((6, 8),), 'capital letters and "_" for "-"', name.lower().replace("_", "-")
                ),
            )
            for line, name in ((50, "Dmitry_Peskov"), (51, "Donald_Trump"))
        ),
        Finding(
            "datapackage.json",
            7,
            "",
            "package.descriptor",
            "",
            "the file is not JSON: Expecting ',' delimiter at character 3",
            "Correct the JSON there.",
            excerpt=Excerpt('  "name": "readouts"', 2, 3),
        ),
    ),
    tables=18,
    rows=1050,
    rules=43,
    texts=(1, 5),
    evidence={"verified": 3, "fetched twice": 0, "fetched once": 1, "not held": 0},
    waiting=("links",),
    sizes={"data/statements.csv": TableSize(300, {"speaker_id": Column(5, 2)}), "seeds/texts.csv": TableSize(5)},
    referee="frictionless 5.21.0: 18 of 18 tables valid",
)
RENDERED = {
    "terminal.txt": lambda report: REPORTS["terminal"](report),
    "terminal-80.txt": lambda report: REPORTS["terminal"](report, Display(width=80)),
    "terminal-200-colour.txt": lambda report: REPORTS["terminal"](report, Display(width=200, colour=True)).replace(
        "\x1b", "<esc>"
    ),
    "jsonlines.txt": lambda report: REPORTS["jsonl"](report),
    "github.txt": lambda report: REPORTS["github"](report),
    "github-summary.md": github_summary.summary,
}


@pytest.mark.parametrize("name", RENDERED)
def test_golden(name):
    """Each report is what its readers were promised, to the letter; READOUTS_GOLDEN=1 writes the files anew."""
    golden, text = HERE / "report" / "golden" / name, RENDERED[name](REPORT)
    if os.environ.get("READOUTS_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_text(encoding="utf-8")


def test_json_lines():
    """Every line is an object: the findings with the fault in its cell, then the summary of what was and was not checked."""
    *findings, summary = map(json.loads, REPORTS["jsonl"](REPORT).split("\n"))
    assert findings[1] == {
        "path": "data/roles.csv",
        "line": 2,
        "column": "person_id",
        "rule": "link.missing",
        "row_id": "role-2",
        "problem": '"dmitri-peskov" is no id of people',
        "fix": "Did you mean dmitry-peskov?",
        "severity": "error",
        "excerpt": {"before": "", "fault": "dmitri-peskov", "behind": ""},
    }
    assert summary == {
        "checked": {"tables": 18, "rows": 1050, "rules": 43},
        "looked": {},
        "texts": {"here": 1, "named": 5},
        "evidence": {"verified": 3, "fetched twice": 0, "fetched once": 1, "not held": 0},
        "waiting": ["links"],
        "not_canonical": [],
        "referee": "frictionless 5.21.0: 18 of 18 tables valid",
        "change": [],
        "errors": 25,
        "warnings": 1,
    }


@pytest.mark.parametrize("width", [20, 80, 200])
def test_colour_says_the_same(width):
    """Colour marks the fault, and changes nothing else: the words are those of the plain report."""
    plain = REPORTS["terminal"](REPORT, Display(width=width)).split("\n")
    coloured = Text.from_ansi(REPORTS["terminal"](REPORT, Display(width=width, colour=True))).plain.split("\n")
    without_carets = [line.rstrip() for line in plain if not (line.strip() and set(line) <= {" ", "^"})]
    assert [line.rstrip() for line in coloured] == without_carets


def test_at_eighty_columns():
    """On a terminal nothing but the place itself is wider than the terminal, and no line of the data is."""
    for line in REPORTS["terminal"](REPORT, Display(width=80)).split("\n"):
        assert len(line) <= 80 or ("zelensky" in line and line.endswith(", summary (empty)"))


@pytest.mark.parametrize("name", RENDERED)
def test_nothing_of_the_data_is_raw(name):
    """Whatever stands in a finding, a report holds no character that moves a cursor or turns the direction."""
    nasty = "a\x1b[31m\r\u202e\u2028\x85b\ud800"
    finding = Finding(nasty, 1, nasty, "x.y", nasty, nasty, nasty, excerpt=Excerpt(nasty * 40, 3, 9))
    text = RENDERED[name](replace(REPORT, findings=(finding,) * 3)).replace("<esc>", "")
    assert all(one.isprintable() or one == "\n" for one in text)


@pytest.mark.parametrize(
    ("excerpt", "room", "expected"),
    [
        (Excerpt("abc", 1, 2), 10, ("a", "b", "c")),
        (Excerpt("", 0, 0), 10, ("", "", "")),
        (Excerpt("a,b", 3, 3), 10, ("a,b", " ", "")),
        (Excerpt("a  b", 1, 3), 10, ("a", "··", "b")),
        (Excerpt("a_b_c", 1, 2, ((3, 4),)), 10, ("a", "_", "b_c")),
        (Excerpt("a_" + "b" * 90, 1, 2), 30, ("a", "_", "b" * 27 + "…")),
        (Excerpt("x" * 99 + "!" + "y" * 99, 99, 100), 11, ("…xxxx", "!", "yyyy…")),
        (Excerpt("x" * 300, 10, 300), 12, ("", "x" * 11 + "…", "")),
        (Excerpt("電話電話電話!", 6, 7), 8, ("…話電話", "!", "")),
        (Excerpt("Ame\u0301lie", 2, 4), 30, ("Am", "e\\u0301", "lie")),
        (Excerpt("a\u202eb\tc", 1, 2), 30, ("a", "\\u202e", "b\\tc")),
    ],
)
def test_window(excerpt, room, expected):
    """A long cell is cut around its fault, a wide letter counts two, and what cannot be seen is an escape."""
    seen = clip(excerpt, room)
    assert (seen.before, seen.fault, seen.behind) == expected


def test_annotations_differ_as_much_as_they_can():
    """GitHub shows ten errors and ten warnings of a step: the first of every rule goes before the second of any."""
    many = [Finding("data/a.csv", line, "x", "a.many", str(line), f"no {line}", "Fix.") for line in range(2, 40)]
    few = [Finding("data/z.csv", 2, "x", f"z.rule-{number}", "r", "no", "Fix.") for number in range(4)]
    mild = [replace(one, severity=Severity.WARNING, rule="a.mild") for one in many]
    lines = REPORTS["github"](Report((*many, *few, *mild))).split("\n")
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10 and sum(line.startswith("::warning ") for line in lines) == 10
    assert [line.split("title=")[1].split("::")[0] for line in errors[:5]] == [
        "a.many",
        *(f"z.rule-{i}" for i in range(4)),
    ]


def test_annotations_escape_what_commands_mean():
    """A colon or a comma in a property, a line break or a percent sign anywhere, is not taken for the command's own."""
    finding = Finding("data/a,b:c%.csv", 3, "d", "x.y", "r:1", "50%, so: no", "Do::this,\nthen.")
    assert REPORTS["github"](Report((finding,))).split("\n")[0] == (
        "::error file=data/a%2Cb%3Ac%25.csv,line=3,title=x.y::d: 50%25, so: no (r:1)%0AFix: Do::this,\\nthen."
    )


@pytest.mark.parametrize("cell", ["::add-mask::x", "##[add-mask]x", "::error ::x"])
def test_no_cell_becomes_a_command(cell):
    """The log repeats cells; none of them begins a line, or is the old form of a command."""
    findings = [
        Finding("data/a.csv", 3, name, "x.y", row, cell, cell, excerpt=Excerpt.whole(cell))
        for row in ("", "r" * 200)
        for name in ("", "d")
    ]
    _, *log = REPORTS["github"](Report(tuple(findings))).split("data/a.csv: 4 errors")
    assert "##[" not in log[0] and not [line for line in log[0].split("\n") if line.lstrip().startswith("::")]


def test_step_summary(copy, tmp_path, monkeypatch, capsys):
    """GitHub shows ten annotations of a kind; the summary of the step has five of each fault, and says how many more."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    rows = copy.rows("codes")
    copy.write("codes", [row | {"label": row["list"] + row["code"] + "x" * 300} for row in rows])
    assert main(["validate", str(copy.root), "--format", "github"]) == 1
    assert capsys.readouterr().out.count("::error ") == 10
    told = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert told.count("`cell.too-long`") == 5 and f" {len(rows) - 5} more cells in label, lines 7 to " in told


def test_summary_is_a_table():
    """Nothing in a finding breaks the table, or is read as Markdown or HTML."""
    told = github_summary.summary(Report((Finding("data/people.csv", 1, "", "x", "", "a | <b> `c` @d [e](f)", "g"),)))
    assert "| a &#124; &#60;b&#62; &#96;c&#96; &#64;d &#91;e&#93;(f) | g |" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пешков", "Пешков"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\nb"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_shown(text, expected):
    """Text from a file is printed so that it moves no cursor and turns no line."""
    assert shown(text) == expected


def flood(copy, count=2000):
    """Rows that are each wrong in two ways: one the same in all, one in each row another."""
    row, long = copy.rows("people")[0], "N" * 300
    copy.write("people", [row | {"id": f"row-{i}", "country": "Russia", "name": f"{i}{long}"} for i in range(count)])
    report = copy.check()
    # Whoever links to the rows that were there finds them gone, and that is told elsewhere.
    return replace(report, findings=tuple(one for one in report.findings if one.rule.startswith("cell.")))


def test_two_thousand_bad_rows(copy):
    """The same fault is told once with its lines, different ones five times; then how many more: one screen."""
    report = flood(copy)
    text = REPORTS["terminal"](report)
    assert len(report.findings) == 4000 and len(text.split("\n")) <= 41
    verdict = (
        rf"4,000 errors in 1 of {TABLES} tables \(2,000 rows\); not yet run: .*evidence\n2 whole columns are wrong: "
    )
    assert re.match(verdict, text)
    assert "\ndata/people.csv: 4,000 errors\n" in text
    assert text.count("    all 2,000 rows: lines 2 to 2001\n") == 1
    assert "\ndata/people.csv  error  cell.too-long  1,995 more cells in name, lines 7 to 2001\n" in text
    assert text.split("\n")[-1].startswith("4,000 errors")


@pytest.mark.parametrize("name", RENDERED)
def test_every_report_is_bounded(copy, name):
    """Whatever is wrong with two thousand rows, a report has less than 200 kB, and says of each rule how many more."""
    report = flood(copy)
    nasty = "\u202e" * 500
    worst = tuple(
        Finding(
            f"data/{'x' * 150}{i % 400}.csv",
            i,
            "c" * 200,
            f"rule.{i % 7}",
            "r" * 200,
            f"{nasty[:300]}{i}",
            nasty[:300],
            excerpt=Excerpt(nasty, 7, 400),
        )
        for i in range(4000)
    )
    for findings in (report.findings, worst):
        text = RENDERED[name](replace(report, findings=findings))
        assert len(text.encode()) < 200_000 and " more" in text.replace('"more"', " more")


def test_every_finding_on_demand(copy, capsys):
    """`--all` leaves nothing out, in JSON Lines as on a terminal."""
    flood(copy, 2000)
    assert main(["validate", str(copy.root), "--format", "jsonl"]) == 1
    told = [one for one in map(json.loads, capsys.readouterr().out.splitlines()) if "cell." in one.get("rule", "")]
    *findings, one, other = told
    assert {(more["path"], more["rule"], more["lines"][1]) for more in (one, other)} == {
        ("data/people.csv", "cell.pattern", 2001),
        ("data/people.csv", "cell.too-long", 2001),
    }
    assert len(findings) + one["more"] + other["more"] == 4000
    assert main(["validate", str(copy.root), "--format", "jsonl", "--all"]) == 1
    assert sum('"rule": "cell.' in line for line in capsys.readouterr().out.splitlines()) == 4000
    assert main(["validate", str(copy.root), "--all"]) == 1
    assert capsys.readouterr().out.count("\ndata/people.csv:") == 4001


def test_five_findings_are_all_shown(copy):
    """Nothing is said of more where there is no more."""
    text = REPORTS["terminal"](flood(copy, 5))
    assert text.count("cell.too-long") == 5 and " more cell" not in text and "--all" not in text


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal(copy, environment, coloured):
    """A terminal gets colour, unless it or its user wants none; a pipe never does."""
    copy.change("statements", "peskov-denies", "medium", "rumour")
    command = [sys.executable, "-m", "readouts", "validate", str(copy.root)]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    ours, theirs = pty.openpty()
    told = subprocess.run(command, stdout=theirs, env=plain | {"TERM": "xterm"} | environment)
    os.close(theirs)
    text = os.read(ours, 100_000).decode()
    os.close(ours)
    assert told.returncode == 1 and ("\x1b[" in text) is coloured and ("^^^" in text) is not coloured
    piped = subprocess.run(command, capture_output=True, text=True, env=plain | {"FORCE_COLOR": "1", "COLUMNS": "30"})
    assert (
        "\x1b" not in piped.stdout
        and "is none of briefing, press-conference, interview, remarks, readout" in piped.stdout
    )


def test_rich_is_for_the_terminal_alone(copy):
    """A report for programs does not load what only a terminal needs."""
    code = (
        "import sys; from readouts.commands import main; main(['validate', sys.argv[1], '--format', 'jsonl']);"
        "print('rich.console' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code, copy.root], capture_output=True, text=True, check=True).stdout
    assert told.endswith("False\n")
