"""CI's log cannot be spoken to by a cell: nothing of the record stands first on a line of what .ci/run prints.

The runner trims the blanks before a line, and takes what begins with `::` for a command; the
old form, `##[`, is one wherever it stands. So no cell, id, name of a column or of a file may
come first, however it is wrong. Source: "Workflow commands for GitHub Actions".
"""

import json
import re
import subprocess

import pytest

from readouts.commands import main

from ..conftest import ROOT

COMMANDS = ("::stop-commands::x", "::warning file=a::b", "##[add-mask]x")
# One column of each kind: key, link, closed list, date, free text, text with quotations, address, number, boolean.
CELLS = {
    "statements": ("id", "speaker_id", "medium", "date", "summary", "date_basis"),
    "quotations": ("id", "words", "passage", "form", "statement_id"),
    "claims": ("id", "text", "event_id", "kind"),
    "sources": ("id", "title", "url", "language", "published"),
    "people": ("id", "name", "country"),
    "stances": ("statement_id", "claim_id", "stance", "note"),
    "codes": ("list", "code", "label", "definition"),
}
BLANKS = ("", "  ", "\t", "\u00a0", "\x0b", "\u2028", "\r", "x\u2028", "x\x0b", "x\r", "x\x85")


def spoken(text: str) -> list[str]:
    """The lines with which something of the record could speak to CI: all that it takes for commands but our own."""
    lines = re.split(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    own = re.compile(r"::(error|warning) file=[^:]*::[^\n]*")
    return [line for line in lines if "##[" in line or (line.strip().startswith("::") and not own.fullmatch(line))]


def first_words(text: str) -> list[str]:
    """What each line begins with, but for the annotations, which begin with a word of ours."""
    return [line.strip().split(" ")[0] for line in text.split("\n") if not line.startswith("::")]


@pytest.fixture
def said(copy, capsys, monkeypatch):
    """What each command of .ci/run prints on the copy, whatever it exits with."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (copy.root / "build").mkdir()
    paths = {
        "validate": ["validate", str(copy.root), "--format", "github"],
        "strict": ["validate", str(copy.root), "--strict"],
        "format": ["format", str(copy.root), "--check"],
        "build": ["build", str(copy.root), "--output", str(copy.root / "build" / "x.db")],
    }

    def every(*before: str) -> str:
        told = []
        for name, command in paths.items():
            main([*command, *(before if name in ("validate", "format") else ())])
            out, err = capsys.readouterr()
            told += [out, err]
        return "\n".join(told)

    return every


@pytest.mark.parametrize("turn", [0, 1])
@pytest.mark.parametrize("table", CELLS)
def test_no_cell_speaks_to_ci(copy, said, table, turn):
    """A command in any kind of column, whatever blank or line end stands before it, is no command in the log."""
    rows = copy.rows(table)
    columns = [column for column in CELLS[table] if column in rows[0]]
    spoilt = list(rows)
    for place, column in enumerate(columns):
        # At first bare, so that the cells are read; then behind blanks and line ends, which may spoil the whole file.
        blank = BLANKS[1 + place % (len(BLANKS) - 1)] if turn else ""
        row = rows[place % len(rows)] | {column: blank + COMMANDS[(place + turn) % len(COMMANDS)]}
        spoilt = [*spoilt, row] if place >= len(rows) else [*spoilt[:place], row, *spoilt[place + 1 :]]
    copy.write(table, spoilt)
    text = said()
    assert spoken(text) == []
    assert columns and re.search(r"stop-commands|warning file=a|add-mask", text), "nothing planted is in the log"


@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_beside_a_change_speaks_to_ci(copy, said, command):
    """A diff shows lines that do not change; they are no commands either, in rows, headers and names of files."""
    rows = copy.rows("people")
    copy.write("people", [rows[0] | {"id": command, "name": command}, *rows[1:]])
    text = copy.path("people").read_text(encoding="utf-8")
    copy.path("people").write_text(text + text.split("\n")[2] + "\n", encoding="utf-8", newline="")
    copy.path("people").write_bytes(copy.path("people").read_bytes().rstrip(b"\n") + b"\r\n")
    told = said()
    assert spoken(told) == [] and "(canonical)" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_no_name_speaks_to_ci(copy, said, command):
    """The names of columns and files are the record's, too."""
    path = copy.path("topics")
    head, rest = path.read_text(encoding="utf-8").split("\n", 1)
    path.write_text(f"{command},{head}\n{rest}", encoding="utf-8", newline="")
    assert spoken(said()) == []
    descriptor = json.loads((copy.root / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"][0]["path"] = f"{command}.csv"
    descriptor["resources"][1]["name"] = command
    (copy.root / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert spoken(said()) == []


def test_what_a_change_means_does_not_speak_to_ci(copy, said, tmp_path_factory):
    """What is told of a change begins with a sign of ours, whichever row is gone or new."""
    before = tmp_path_factory.mktemp("before")
    for name in ("data", "schemas", "seeds"):
        subprocess.run(["cp", "-r", copy.root / name, before / name], check=True)
    subprocess.run(["cp", copy.root / "datapackage.json", before], check=True)
    copy.change("claims", copy.rows("claims")[0]["id"], "text", "Something else entirely took place.")
    text = said("--before", str(before))
    told = text[text.index("what this change means for claims") :].split("\n")[1:2]
    assert told and told[0].startswith("    - ")


def test_nothing_of_the_record_stands_first(copy, said):
    """Not even what is no command: each line begins with a word of ours, or with the name of a file."""
    own = re.compile(
        r"(\./)?(data|seeds|schemas)/[a-z_]+\.(csv|json):?.*|datapackage\.json.*|[+|@-].*|[A-Za-z]+:?,?|\d[\d,]*|\^+|"
    )
    for table, column in (("statements", "medium"), ("people", "id"), ("claims", "kind"), ("stances", "claim_id")):
        rows = copy.rows(table)
        copy.write(table, [row | {column: f"QQQ-{number}"} for number, row in enumerate(rows)])
    text = said()
    assert "QQQ-0" in text
    wrong = [word for word in first_words(text) if not own.fullmatch(word) or word.startswith("QQQ")]
    assert wrong == []


def test_the_judge_hears_what_speaks():
    """What CI would take for a command is seen, with blanks before it, behind any line end, in the old form."""
    assert (
        spoken("  ::warning::x") and spoken("a\u2028::x") and spoken("a ##[error]b") and spoken("\t::stop-commands::x")
    )
    assert spoken("::error file=a.csv,line=3,title=x::problem") == [] and spoken("a ::warning::b") == []
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").count("readouts ") >= 4
