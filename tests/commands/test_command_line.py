"""The command line: the words, the exit codes, and never a traceback."""

import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

from readouts.commands import main
from readouts.document.registry import explained
from readouts.export.files import PREFIX
from readouts.tidy.journal import JOURNAL
from readouts.tidy.lock import locked

from ..conftest import LONG, ROOT, TABLES
from ..kills import killed


def test_the_record_has_no_findings(run):
    """The released record: 0 errors, 0 warnings, and the report says what it checked.

    In the long form the referee is asked too, as .ci/run asks it before the tests.
    """
    code, out, _ = run("validate", ROOT, "--strict", *(["--referee"] if LONG else []))
    assert code == 0 and re.match(rf"checked: {TABLES} tables \([0-9]+ data, 3 seeds\), ", out)
    assert ("frictionless" in out) == LONG
    assert re.search(
        r"\n0 errors, 0 warnings; quotations: [0-9,]+ verified, [0-9,]+ fetched twice, [0-9,]+ fetched once, 0 not held\n$",
        out,
    )


def test_finding_and_exit_code_one(run, copy):
    """A finding begins with its place, shows its cell with the fault marked, and ends with the fix; the exit code is 1."""
    copy.change("statements", "peskov-denies", "date_words", "on Tuesday")
    code, out, _ = run("validate", copy.root)
    assert code == 1
    assert out.split("\n")[1:5] == [
        'data/statements.csv:2:date  error  date.weekday  "on Tuesday" names Tuesday, but 2024-11-11 is a Monday',
        "    row peskov-denies, date: 2024-11-11",
        "                             ^^^^^^^^^^",
        "    Fix: correct the date or its words; count the day again from a date that the source gives.",
    ]
    assert out.endswith("1 error, 0 warnings; quotations: 0 verified, 0 fetched twice, 0 fetched once, 2 not held\n")


def test_later_gates_are_said_to_wait(run, copy):
    """What was not checked is said, and not counted as passed."""
    copy.change("statements", "peskov-denies", "medium", "rumour")
    code, out, _ = run("validate", copy.root)
    told = r" (\d+) rules\. NOT RUN because cells above are wrong: (\d+) of (\d+) rules, evidence; expect more findings"
    run_, waiting, every = map(int, re.search(told, out).groups())
    assert code == 1 and run_ + waiting == every and run_ and waiting


def test_warnings_count_only_when_strict(run, copy):
    """A warning leaves the exit code at 0, unless the record is to be released."""
    copy.change("statements", "peskov-denies", "after_id", "")
    for column, value in (("date", "2024-11-12"), ("date_words", ""), ("date_basis", "stated")):
        copy.change("statements", "post-reports", column, value)
    copy.change("sources", "denial-report", "published", "2024-11-12")
    assert run("validate", copy.root)[0] == 0
    code, out, _ = run("validate", copy.root, "--strict")
    assert code == 1 and "\n0 errors, 1 warning; " in out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("publish",),
        ("validate", "--loud"),
        ("serve", "--port", "http"),
        ("serve", "--port", "70000"),
        ("validate", "/no/such/folder"),
    ],
)
def test_wrong_usage_is_two(run, arguments):
    """Wrong usage is said on standard error, with exit code 2."""
    code, out, err = run(*arguments)
    assert code == 2 and err and not out


def test_no_package(run, tmp_path):
    """A folder without datapackage.json gives a finding that says what to do."""
    code, out, _ = run("validate", tmp_path)
    assert code == 1 and out.split("\n")[1] == "datapackage.json  error  package.descriptor  the file does not exist"
    assert out.split("\n")[2].startswith("    Fix: Run the command in the folder")


def test_build(run, copy, tmp_path):
    """Build checks first, and says what it wrote."""
    code, out, _ = run("build", copy.root, "--output", tmp_path / "record.db")
    assert code == 0 and (tmp_path / "record.db").is_file() and (tmp_path / "record.csv").is_file() and "built: " in out


def test_build_refuses_bad_data(run, copy, tmp_path):
    """Data with errors is not built."""
    copy.change("statements", "peskov-denies", "medium", "rumour")
    code, _, _ = run("build", copy.root, "--output", tmp_path / "record.db")
    assert code == 1 and not (tmp_path / "record.db").exists()


def test_build_into_no_folder(run, copy, tmp_path):
    """A folder that does not exist is wrong usage."""
    code, _, err = run("build", copy.root, "--output", tmp_path / "none" / "record.db")
    assert code == 2 and "cannot be written" in err


def test_build_makes_its_folder(run, copy):
    """Without `--output` the folder is ROOT/build, and is made where it is not there."""
    code, out, _ = run("build", copy.root)
    assert code == 0 and (copy.root / "build" / "readouts.db").is_file() and "built: " in out


NAMES = ("readouts.db", "readouts.csv", "readouts_wordings.csv")


def test_build_on_a_full_disk(run, copy):
    """What SQLite finds no room for is said in a sentence; the files of before are there still, and nothing beside."""
    (copy.root / "build").mkdir()
    for name in NAMES:
        (copy.root / "build" / name).write_bytes(b"as before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        code, _, err = run("build", copy.root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code == 2 and re.fullmatch(
        r"readouts: .*/build/readouts.db was not written: (?:[^:]+: error [a-z_ ]+: )?(disk I/O error|database or disk is full)\."
        r" What was there before is there still\.\n",
        err,
    )
    assert {path.name: path.read_bytes() for path in (copy.root / "build").iterdir()} == dict.fromkeys(
        NAMES, b"as before"
    )


def test_build_clears_up_behind_builds_that_were_killed(run, copy):
    """What a killed build left beside the file is removed by the next; what another is working on is let be."""
    folder = copy.root / "build"
    for name in ("left", "at-work"):
        (folder / f"{PREFIX}{name}").mkdir(parents=True)
        (folder / f"{PREFIX}{name}" / "readouts.db").write_bytes(b"half")
    file = os.open(folder / f"{PREFIX}at-work", os.O_RDONLY)
    assert locked(file) and run("build", copy.root)[0] == 0
    os.close(file)
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{PREFIX}at-work",
        "readouts.csv",
        "readouts.db",
        "readouts_wordings.csv",
    ]


@pytest.mark.parametrize("output", ["data/claims.db", "data/claims.csv", "record.csv", "record"])
def test_build_never_writes_over_the_record(run, copy, output):
    """An output among the tables, or one that the flat table would overwrite, is refused."""
    before = copy.path("claims").read_bytes()
    code, _, err = run("build", copy.root, "--output", copy.root / output)
    assert code == 2 and "cannot be written" in err and copy.path("claims").read_bytes() == before


def test_build_that_cannot_write(run, copy):
    """A folder that takes no file is said in a sentence."""
    code, _, err = run("build", copy.root, "--output", "/proc/record.db")
    assert code == 2 and "was not written" in err


def test_a_folder_of_texts_that_is_not_there(run, copy, monkeypatch):
    """A mistyped folder would turn proof into attestation in silence."""
    code, _, err = run("validate", copy.root, "--texts", "/no/such/folder")
    assert code == 2 and "no folder of texts" in err
    monkeypatch.setenv("READOUTS_TEXTS", "/no/such/folder")
    assert run("validate", copy.root)[0] == 2


def test_anchor_without_texts(run, copy):
    """With no text at hand there is nothing to anchor."""
    code, _, err = run("anchor", copy.root)
    assert code == 2 and "--texts" in err


def test_a_reader_who_has_read_enough(copy):
    """Output into a pipe that closes ends without a traceback."""
    command = f"{sys.executable} -m readouts rules | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1 and "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [b"", b"words and no database", "cut"], ids=["empty", "foreign", "cut"])
def test_serve_of_no_built_record(run, copy, built_file, content):
    """An empty, a foreign and a cut file are told, with the command that makes a whole one."""
    file = copy.root / "build" / "readouts.db"
    file.parent.mkdir()
    file.write_bytes(built_file.read_bytes()[:200_000] if content == "cut" else content)
    code, _, err = run("serve", copy.root)
    assert code == 2 and "is no built record" in err and "make build" in err and "Traceback" not in err


def test_serve_without_a_build(run, copy):
    """Serve says which command comes first."""
    shutil.rmtree(copy.root / "build", ignore_errors=True)
    code, _, err = run("serve", copy.root)
    assert code == 2 and "readouts build" in err


def test_anchor(run, copy, tmp_path):
    """Anchor writes both files from the texts at hand, and says what it could not anchor."""
    (tmp_path / "report.txt").write_text(
        "Washington Post had reported late Sunday on the talk with the Russian leader.", encoding="utf-8"
    )
    copy.add("texts", source_id="denial-report", file="report.txt", extent="whole")
    code, out, _ = run("anchor", copy.root, "--texts", tmp_path)
    assert code == 1 and "not anchored: peskov-fiction: passage: the words do not stand in the source" in out
    assert "texts at hand: 1; quotations: 1 anchored, 1 not" in out
    assert [row["segment"] for row in copy.rows("anchors")] == ["passage-1", "passage-2"] and copy.rows("texts")[0][
        "word_count"
    ] == "13"


def test_before(run, copy, tmp_path):
    """The earlier state of the record is a folder with its anchors; without them it is wrong usage."""
    code, _, err = run("validate", copy.root, "--before", tmp_path / "none")
    assert code == 2 and "seeds/anchors.csv" in err
    (tmp_path / "old" / "seeds").mkdir(parents=True)
    shutil.copy(copy.path("anchors"), tmp_path / "old" / "seeds")
    with (tmp_path / "old" / "seeds" / "anchors.csv").open("a", encoding="utf-8") as file:
        file.write("peskov-fiction,words-1,3,2,00\n")
    code, out, _ = run("validate", copy.root, "--before", tmp_path / "old")
    assert code == 1 and "quote.fell" in out


def test_an_id_that_is_gone(run, copy, tmp_path):
    """Every id of an earlier state is still there, or a redirect says where it went: "id.gone"."""
    shutil.copytree(copy.root / "data", tmp_path / "old" / "data")
    shutil.copytree(copy.root / "seeds", tmp_path / "old" / "seeds")
    copy.change("roles", "dmitry-peskov-kremlin", "id", "dmitri-peskov-kremlin")
    code, out, _ = run("validate", copy.root, "--before", tmp_path / "old")
    assert code == 1 and "data/roles.csv:id  error  id.gone" in out and "\n    row dmitry-peskov-kremlin, id\n" in out
    assert "perhaps to dmitri-peskov-kremlin" in out
    copy.add(
        "redirects",
        table="roles",
        old_id="dmitry-peskov-kremlin",
        new_id="dmitri-peskov-kremlin",
        reason="As in Russian.",
    )
    assert run("validate", copy.root, "--before", tmp_path / "old")[0] == 0


def cut_off(copy):
    """Leave the package as a `format` that was killed between two files leaves it; what it would have written."""
    main(["format", str(copy.root)])
    paths = ("data/people.csv", "data/topics.csv")
    whole = {path: (copy.root / path).read_bytes() for path in paths}
    for path, data in whole.items():
        (copy.root / path).write_bytes(data + b"\r\n")
    real = Path.replace

    def work():
        Path.replace = lambda self, to: real(self, to) if "people" in self.name else os.kill(os.getpid(), SIGKILL)
        main(["format", str(copy.root)])

    assert killed(work, 10**9) and (copy.root / JOURNAL).is_file()
    assert (copy.root / paths[0]).read_bytes() == whole[paths[0]] != (copy.root / paths[1]).read_bytes()
    return whole


@pytest.mark.parametrize("command", ["validate", "format", "lists", "build", "anchor"])
def test_a_command_settles_what_was_cut_off(run, copy, command):
    """Whatever comes next finishes it, and says so on standard error; with `--check` it is told, and left."""
    whole = cut_off(copy)
    if command in ("format", "lists"):
        assert "format was cut off" in run(command, copy.root, "--check")[2] and (copy.root / JOURNAL).is_file()
    code, out, err = run(command, copy.root)
    assert err.startswith("readouts: readouts format was cut off, and is finished now") and "cut off" not in out
    assert code == (2 if command == "anchor" else 0)  # without a text there is nothing to anchor
    assert {path: (copy.root / path).read_bytes() for path in whole} == whole
    assert not [*copy.root.rglob(".*")]


def test_what_cannot_be_settled(run, copy):
    """`validate` judges what lies there, and says so; a command that would write or publish it stops."""
    cut_off(copy)
    copy.path("topics").write_bytes(copy.path("topics").read_bytes() + b"\r\n")
    before = {path: path.read_bytes() for path in copy.root.rglob("*") if path.is_file()}
    code, out, err = run("validate", copy.root)
    assert code == 1 and "data/topics.csv" in out and "data/topics.csv was changed" in err and "as they lie" in err
    for command in ("format", "lists", "build", "anchor"):
        code, out, err = run(command, copy.root)
        assert code == 2 and not out and "was cut off" in err and f"delete {copy.root / JOURNAL}" in err
    assert {path: path.read_bytes() for path in copy.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", [["lists", "--check"], ["rules"]], ids=["short", "long"])
def test_output_that_finds_no_room(command):
    """A full disk behind standard output is said in a sentence, however much was printed before."""
    with Path("/dev/full").open("w") as full:
        told = [sys.executable, "-m", "readouts", *command]
        done = subprocess.run(told, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr == (
        "readouts: the output cannot be written (No space left on device). Make room, or send it elsewhere.\n"
    )


def test_help_names_every_command(run):
    """Help names the commands and what they do."""
    code, out, _ = run("--help")
    assert code == 0 and all(command in out for command in ("validate", "build", "serve"))


def test_rules_and_explain(run):
    """Every rule is listed, and explained with its case; a near miss is suggested."""
    code, out, _ = run("rules")
    assert code == 0 and len(out.splitlines()) == len(explained()) and "date.weekday" in out
    code, out, _ = run("explain", "date.weekday")
    assert code == 0 and 'breaks it: statements, row peskov-denies: date_words = "on Tuesday"' in out
    code, _, err = run("explain", "date.weekdy")
    assert code == 2 and "Did you mean date.weekday?" in err
