"""`readouts format`: all files or none, a diff that is safe to print, and a comparison with what was committed."""

import os
import re
import resource
import shutil
import subprocess
import sys

import pytest

from readouts.commands import main
from readouts.tidy.rewrite import RULES, diff

from ..conftest import ROOT, TABLES


@pytest.fixture
def run(capsys):
    def call(*arguments):
        code = main(["format", *map(str, arguments)])
        return code, capsys.readouterr().out

    return call


@pytest.fixture
def files(copy):
    """The bytes of every table of the minimal package, now."""
    return lambda: {path: path.read_bytes() for path in sorted(copy.root.glob("[ds]*/*.csv"))}


def commit(root):
    """Commit the package as it is."""
    told = ["git", "-C", root, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "As it was"]):
        subprocess.run([*told, *words], check=True)


def spoil(path):
    """What a German spreadsheet makes of a file without marks."""
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b",", b";").replace(b"\n", b"\r\n"))


def test_the_record_is_canonical(run):
    """The real record has nothing to format."""
    code, out = run(ROOT, "--check")
    assert code == 0 and out.endswith(f"{TABLES} tables: all in canonical form\n")


def test_files_are_written(run, copy, files):
    """Files that differ are written and named; the others are not touched."""
    assert run(copy.root)[0] == 0
    before, path = files(), copy.path("redirects")
    spoil(path)
    code, out = run(copy.root)
    assert code == 0 and re.findall("^written: .*", out, re.M) == ["written: data/redirects.csv"]
    assert out.endswith(f"{TABLES} tables: all in canonical form\n") and files() == before
    assert not [*copy.root.rglob("*.new"), *copy.root.rglob("*.old")]


def test_check_writes_nothing(run, copy, files):
    """`--check` prints a diff, says how many files, leaves them alone, and exits with 1."""
    run(copy.root)
    spoil(copy.path("redirects"))
    before = files()
    code, out = run(copy.root, "--check")
    assert code == 1 and files() == before and f"{TABLES} tables: 1 not in canonical form" in out
    assert out.startswith(
        "--- data/redirects.csv\n+++ data/redirects.csv (canonical)\n@@ -1 +1 @@\n"
        "-\\ufefftable;old_id;new_id;reason\\r\n+table,old_id,new_id,reason\n"
    )


def test_all_files_or_none(run, copy, files):
    """Nothing is written while any table has a finding: the others stay as they are, too."""
    spoil(copy.path("redirects"))
    copy.change("people", "donald-trump", "name", "Donald\nTrump")
    before = files()
    code, out = run(copy.root)
    assert code == 1 and files() == before and "nothing written" in out
    line, column = re.search(r"data/people\.csv:([0-9]+):([a-z]+)  error  format\.line-break", out).groups()
    assert column == "name" and copy.path("people").read_text().split("\n")[int(line) - 1].startswith("donald-trump")


def test_a_file_that_is_not_there(run, copy):
    """A table without its file is a finding."""
    copy.path("topics").unlink()
    code, out = run(copy.root)
    assert code == 1 and "data/topics.csv  error  format.file  the file cannot be read (No such file" in out


def test_no_package(run, tmp_path):
    """Without a package there is nothing to format."""
    code, out = run(tmp_path)
    assert code == 1 and "\ndatapackage.json  error  package.descriptor" in out


def test_a_folder_in_the_way(copy, files, capsys):
    """A file that cannot be written is wrong usage, said in a sentence; every table stays as it is."""
    spoil(copy.path("redirects"))
    spoil(copy.path("people"))
    copy.path("redirects").with_name(".redirects.csv.new").mkdir()
    before = files()
    code = main(["format", str(copy.root)])
    assert code == 2 and "data/redirects.csv cannot be read or written (File exists)" in capsys.readouterr().err
    assert files() == before and not [*copy.root.rglob(".people.csv.*")]


def test_a_byte_in_the_name_of_a_column(run, copy, files):
    """A byte of the header that is no UTF-8 is told at its column, also beside an earlier state; nothing is written."""
    run(copy.root)
    commit(copy.root)
    path = copy.path("topics")
    path.write_bytes(path.read_bytes().replace(b"label", b"lab\xe9l", 1))
    before = files()
    code, out = run(copy.root)
    assert (
        code == 1 and "data/topics.csv:1:lab\\udce9l  error  format.encoding  character 4" in out and files() == before
    )


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_no_file_in_place_of_a_table(run, copy, make):
    """A pipe would be waited for without end: it is told, as a folder is."""
    copy.path("topics").unlink()
    make(copy.path("topics"))
    code, out = run(copy.root)
    assert code == 1 and "data/topics.csv  error  format.file  the file cannot be read" in out


def test_a_full_disk(copy, files, capsys):
    """The file that finds no room is named, every table stays as it is, and nothing lies beside."""
    copy.change("people", "donald-trump", "note", "x" * 5000)
    for table in ("topics", "people", "statements"):
        spoil(copy.path(table))
    before = files()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, hard))
    try:
        code = main(["format", str(copy.root)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code == 2 and capsys.readouterr().err == (
        "readouts: data/people.csv cannot be read or written (File too large). Nothing was changed.\n"
    )
    assert files() == before and not [*copy.root.rglob(".*")]


def test_compared_with_the_last_commit(run, copy):
    """What a spreadsheet changed since the last commit is told: an error keeps all files, a warning does not."""
    copy.change("statements", "peskov-denies", "date_words", "Nov. 11")
    copy.change("people", "donald-trump", "name", "Dönald Trump")
    run(copy.root)
    commit(copy.root)
    line = copy.change("statements", "peskov-denies", "date_words", "11/11/2026")
    spoil(copy.path("redirects"))
    code, out = run(copy.root)
    assert code == 0 and "written: data/redirects.csv" in out and "not compared" not in out
    assert f'data/statements.csv:{line}:date_words  warning  format.date  "11/11/2026" was "Nov. 11"' in out
    line = copy.change("people", "donald-trump", "name", "DÃ¶nald Trump")
    code, out = run(copy.root)
    assert code == 1 and f"data/people.csv:{line}:name  error  format.misread" in out and "nothing written" in out


def test_lines_are_those_of_the_files_as_they_are_now(run, copy):
    """After files were written, a warning has the line that the cell has in the written file."""
    run(copy.root)
    copy.change("statements", "peskov-denies", "date_words", "Nov. 11")
    commit(copy.root)
    line = copy.change("statements", "peskov-denies", "date_words", "11/11/2026")
    path = copy.path("statements")
    path.write_bytes(b"\n\n\n" + path.read_bytes())
    assert f"statements.csv:{line + 3}:date_words" in run(copy.root, "--check")[1]
    assert f"statements.csv:{line}:date_words" in run(copy.root)[1]


def test_compared_with_a_folder(run, copy, tmp_path_factory):
    """`--before` names another earlier state; without either it is said that nothing was compared."""
    run(copy.root)
    old = tmp_path_factory.mktemp("old")
    for folder in ("data", "seeds"):
        (old / folder).mkdir()
    for table in ("people", "anchors"):
        path = copy.path(table)
        (old / path.relative_to(copy.root)).write_bytes(
            path.read_bytes().replace(b"Donald Trump", "Dönald Trump".encode())
        )
    assert "not compared with an earlier state" in run(copy.root, "--check")[1]
    copy.change("people", "donald-trump", "name", "D?nald Trump")
    code, out = run(copy.root, "--check", "--before", old)
    assert code == 1 and "format.misread" in out and "not compared" not in out


def test_a_diff_prints_safely():
    """Control and bidirectional characters, bytes and lone accents are escapes; a missing last line end is told."""
    data = "id\n\x1b[31m\u202e e\u0301".encode() + b"\xff\r"
    told = "\n".join(diff("data/t.csv", data, "id\n\u00e9\n"))
    assert "-\\x1b[31m\\u202e e\\u0301\\udcff\\r\n" in told and "-\\ No line end at the end of the file" in told
    assert all(line.isprintable() for line in told.split("\n")) and "+\u00e9" in told


def test_clean_files_need_no_engines():
    """Formatting a record that needs none is as quick as reading it: it loads no engine."""
    code = (
        "import sys; from readouts.commands import main; main(['format', '--check', sys.argv[1]]);"
        "print([one for one in ('polars', 'pandera', 'duckdb') if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code, ROOT], capture_output=True, text=True, check=True).stdout
    assert told.endswith("[]\n")


def test_every_rule_is_told():
    """Every rule of the formatter stands in the codebook, with its severity and its sentence."""
    book = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert all(f"| `{rule.slug}` | {rule.severity} | {rule.description} |" in book for rule in RULES)


def test_git_is_asked_once(run, copy, tmp_path_factory, monkeypatch):
    """However many tables there are, one process of git gives their earlier state; a file in no commit has none."""
    run(copy.root)
    path, text = copy.path("redirects"), copy.path("redirects").read_bytes()
    path.unlink()
    commit(copy.root)
    path.write_bytes(text)
    copy.change("organizations", "kremlin", "name", "1 Nov")
    subprocess.run(
        ["git", "-C", copy.root, "-c", "user.name=N", "-c", "user.email=n@n", "commit", "-qam", "x"], check=True
    )
    copy.change("organizations", "kremlin", "name", "01.11.2024")
    folder, git = tmp_path_factory.mktemp("bin"), shutil.which("git")
    (folder / "git").write_text(f'#!/bin/sh\necho asked >> {folder}/log\nexec {git} "$@"\n')
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    _, out = run(copy.root, "--check")
    assert (folder / "log").read_text() == "asked\n"
    assert "data/organizations.csv" in out and '"01.11.2024" was "1 Nov"' in out
