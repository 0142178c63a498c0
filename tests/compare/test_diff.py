"""`readouts diff`: every row that is new or gone by name, every cell that changed by what it means, and what follows."""

import csv
import json
import random
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace

import pytest

from readouts.build.database import fill, lay
from readouts.build.derive import ORDER, derive, steps_for
from readouts.commands import main
from readouts.compare import earlier, in_json, in_markdown, in_terminal
from readouts.compare.derived import KEYS
from readouts.compare.rows import TURNING
from readouts.compare.sections import sections
from readouts.document import readme
from readouts.report import REPORTS
from readouts.report.display import PLAIN

from ..check.test_corruptions import SEED, WHOLE
from ..check.test_evidence import SOURCE, TEXT, anchored
from ..conftest import MEMORY, ROOT, TODAY, VOCABULARY, Copy, check
from ..corruptions import bytes_spoilt

PARTS = ("data", "seeds", "schemas")


def laid(root, folder):
    """A state of the record of its own, without texts."""
    for part in PARTS:
        shutil.copytree(root / part, folder / part, ignore=shutil.ignore_patterns("texts"))
    shutil.copy(root / "datapackage.json", folder)
    return folder


@pytest.fixture
def before(copy, tmp_path_factory):
    """The state of the minimal package from which the test starts; `keep` makes what it is now that state."""
    folder = tmp_path_factory.mktemp("before")

    def keep():
        shutil.rmtree(folder)
        folder.mkdir()
        laid(copy.root, folder)
        if (copy.root / "releases").is_dir():
            shutil.copytree(copy.root / "releases", folder / "releases")

    keep()
    copy_of = Copy(folder)
    object.__setattr__(copy_of, "keep", keep)
    return copy_of


def compared(copy, before, texts=()):
    return earlier.against(copy.root, before.root, TODAY, texts, MEMORY)


def told(difference):
    return [f"{one.path}:{one.line} {one.told}" for one in difference.changes]


def heads(difference):
    return {one.head: one for one in sections(difference, "then", "now")}


def test_a_turned_stance_a_new_quotation_and_a_misquoted_word(copy, before, tmp_path_factory, capsys):
    """All three stand on their lines, the misquoted word as an error too, and what follows is worked out beside it."""
    texts = tmp_path_factory.mktemp("texts")
    (texts / "report.txt").write_text(TEXT, encoding="utf-8")
    body = "Kremlin denies call “There was […] with the Russian leader."
    copy.add("texts", source_id=SOURCE, file="report.txt", extent="whole", body=body)
    anchored(copy, texts)
    before.keep()
    stance = copy.change("stances", "peskov-denies", "stance", "confirms")
    words = copy.change("quotations", "peskov-fiction", "words", "pure friction")
    copy.add(
        "quotations",
        id="peskov-no-call",
        statement_id="peskov-denies",
        source_id=SOURCE,
        form="direct",
        words="There was no call by telephone at all",
        passage="“There was no call by telephone at all,",
    )
    command = ["diff", str(before.root), str(copy.root), "--root", str(copy.root), "--texts", str(texts)]
    assert main(command) == 1
    lines = capsys.readouterr().out.split("\n")
    for wanted in (
        f"- data/stances.csv:{stance}:stance peskov-denies no longer denies call-took-place: it now confirms it",
        f"- data/quotations.csv:{words}:words peskov-fiction: the words quoted: was "
        '"pure fiction", is "pure friction" (named in 1 of stances)',
        "- data/quotations.csv:4 new: quotation peskov-no-call: peskov-denies in denial-report, direct, "
        '"There was no call by telephone at all"',
        "- standing of call: was denied by a party, is acknowledged by one so far",
        "- gone: contradiction on call-took-place: post-reports asserts it, peskov-denies denies it",
        "- evidence of peskov-fiction: was verified, is not held",
        "- the record has 3 errors: what follows holds for the rows as they stand",
    ):
        assert any(line.strip().startswith(wanted) for line in lines), "\n".join([wanted, *lines])
    where = {line.split("  ")[0] for line in lines if "  error  " in line or "  warning  " in line}
    assert {f"data/stances.csv:{stance}:stance", f"data/quotations.csv:{words}:words"} <= where


def test_cells_of_the_real_record_turned_at_once(tmp_path):
    """Hundreds of cells are summed up by column and direction, each is in the JSON, and redefined codes fail the run."""
    copy = Copy(laid(ROOT, tmp_path))
    turn = {
        "quotations": lambda row: (
            ({"form": "fragment"} if row["form"] == "direct" else {}) | ({"via_id": "tass"} if row["via_id"] else {})
        ),
        "statements": lambda row: {"date_basis": "stated"},
        "sources": lambda row: {"genre": "report"} if row["genre"] == "opinion" else {},
        "codes": lambda row: {"definition": f"As we read it: {row['definition']}"},
        "roles": lambda row: {"title": f"Acting {row['title']}"},
    }
    turned = 0
    for table, cells in turn.items():
        rows = copy.rows(table)
        turned += sum(row[name] != value for row in rows for name, value in cells(row).items())
        copy.write(table, [row | cells(row) for row in rows])
    report, difference = earlier.against(copy.root, ROOT, TODAY, (), MEMORY)
    whole = json.loads(in_json.render(report, difference, "then", "now", PLAIN))
    assert len(whole["changes"]) == turned > 700
    assert whole["step"]["name"] == "major" and whole["errors"] >= len(copy.rows("codes"))
    changed = heads(difference)["what changed"].lines
    assert len(changed) < 30
    for part in ("quotations.csv:form", "quotations.csv:via_id", "statements.csv:date_basis", "codes.csv:definition"):
        assert any(f"data/{part} in " in line for line in changed), part
    assert any("2024-11-moscow-times-opinion: what kind of text it is: was opinion (" in line for line in changed)
    counted = sum(
        int(found[1].replace(",", "")) for line in changed if (found := re.search(r"^\S+ in ([\d,]+) rows", line))
    )
    single = sum(bool(re.search(r"^\S+:\d+:", line)) for line in changed)
    examples = 3 * sum("each in its own way; the first 3" in line for line in changed)
    assert examples and counted + single - examples == turned
    assert len(in_terminal.render(report, difference, "then", "now", PLAIN)) < 200_000
    assert len(in_markdown.render(report, difference, "then", "now", PLAIN)) < 400_000


def test_a_redirect_to_somebody_who_was_there(copy, before):
    """Statements given to another by a redirect are told with it, each on its line, and warned of."""
    copy.drop("people", "dmitry-peskov")
    copy.add("redirects", table="people", old_id="dmitry-peskov", new_id="donald-trump", reason="The same.")
    line = copy.change("statements", "peskov-denies", "speaker_id", "donald-trump")
    rows = [
        row | {"person_id": row["person_id"].replace("dmitry-peskov", "donald-trump")} for row in copy.rows("roles")
    ]
    copy.write("roles", rows)
    report, difference = compared(copy, before)
    [led] = [one for one in difference.changes if one.kind == "led"]
    assert (led.path, led.line) == ("data/redirects.csv", 2)
    assert led.told.startswith("people: dmitry-peskov (Dmitry Peskov) is led to donald-trump (Donald Trump), which was")
    assert led.told.endswith("rows that named it: 1 of statements, 1 of roles")
    [moved] = [one for one in difference.changes if one.table == "statements"]
    assert (moved.line, moved.rule) == (line, "change.statement-turned")
    assert "who said it: was dmitry-peskov (Dmitry Peskov), is donald-trump (Donald Trump)" in moved.told
    assert [one.line for one in report.findings if one.rule == "change.statement-turned"] == [line]
    copy.add(
        "corrections", id="one", date="2026-11-22", table="people", row_id="dmitry-peskov", was="Two.", **{"is": "One."}
    )
    report, _ = compared(copy, before)
    assert "change.statement-turned" not in {one.rule for one in report.findings}


def test_a_redirect_that_only_renames(copy, before):
    """Rows that name somebody by his new id are what they were; only the redirect is new."""
    for table, column in (("people", "id"), ("statements", "speaker_id"), ("roles", "person_id")):
        copy.write(
            table, [row | {column: row[column].replace("dmitry-peskov", "d-s-peskov")} for row in copy.rows(table)]
        )
    copy.add("redirects", table="people", old_id="dmitry-peskov", new_id="d-s-peskov", reason="Another of that name.")
    assert [(one.kind, one.table) for one in compared(copy, before)[1].changes] == [("added", "redirects")]


def test_what_names_a_code_or_a_body_is_counted(copy, before):
    """A redefined stance and a body on another side are told with how many rows say another thing by it."""
    denies = copy.change("codes", "stance/denies", "definition", "Says that it may not be so.")
    kremlin = copy.change("organizations", "kremlin", "side", "other")
    _, difference = compared(copy, before)
    lines = told(difference)
    assert any(
        line.startswith(f"data/codes.csv:{denies} stance/denies: what the code means: was ")
        and line.endswith(', is "Says that it may not be so." (named in 1 of stances)')
        for line in lines
    )
    assert any(
        line.startswith(f"data/organizations.csv:{kremlin} kremlin: the side for which it speaks: was russia (")
        and "1 of statements" in line
        for line in lines
    )
    assert {one.rule for one in difference.changes} == {"change.code-redefined", "change.side-turned"}


def test_every_kind_of_row_is_named(copy, before):
    """A source, a statement, a quotation, a claim and a stance that are new each stand by name; so do those that go."""
    copy.add("claims", id="call-proposed", text="Moscow proposed the call.", kind="initiative", event_id="call")
    copy.add("sources", id="later-report", title="Later", genre="report", publisher_id="tass", published="2024-11-12")
    copy.add("statements", id="later", date="2024-11-12", speaker_label="an adviser", medium="briefing")
    copy.add(
        "quotations", id="later-told", statement_id="later", source_id="later-report", form="indirect", passage="a"
    )
    copy.add("stances", statement_id="later", claim_id="call-proposed", stance="doubts", quotation_id="later-told")
    copy.add("topics", id="trade", label="Trade", description="Of trade.")
    new = [one.told for one in compared(copy, before)[1].changes if one.kind == "added"]
    assert new == [
        "new: later doubts call-proposed",
        "new: statement later: an adviser, 2024-11-12, briefing",
        "new: quotation later-told: later in later-report, indirect, at a",
        "new: claim call-proposed: Moscow proposed the call.",
        'new: source later-report: "Later", TASS, 2024-11-12',
        "new: topics: trade (Trade)",
    ]
    gone = [one.told for one in earlier.against(before.root, copy.root, TODAY, (), MEMORY)[1].changes]
    assert "call-proposed is gone from claims (claim call-proposed: Moscow proposed the call.)" in gone
    assert "later no longer doubts call-proposed: the stance is gone" in gone


def test_a_released_row(copy, before, capsys):
    """What turns in a row that was released fails the run unless a correction tells of it; in another it is a warning."""
    assert main(["release", str(before.root)]) == 0
    listed = (before.root / "releases" / "0.1.0.csv").read_text(encoding="utf-8").split("\n")
    assert "stances,peskov-denies/call-took-place" in listed and "people,dmitry-peskov" not in listed
    assert {row.partition(",")[0] for row in listed} - {"table", ""} == {*TURNING, "stances"} - {"codes"}
    assert main(["release", str(before.root)]) == 2
    assert "0.1.0 was released. Raise version in datapackage.json first." in capsys.readouterr().err
    copy.change("stances", "peskov-denies", "stance", "confirms")
    assert main(["validate", str(copy.root), "--before", str(before.root)]) == 1
    out = capsys.readouterr().out
    assert "data/stances.csv:2:stance  error  change.stance-reversed" in out and "(released in 0.1.0)" in out
    report, _ = compared(copy, before)
    assert "::error file=data/stances.csv,line=2,title=change.stance-reversed::" in REPORTS["github"](report)
    row = {"table": "stances", "row_id": "peskov-denies/call-took-place", "was": "denies", "is": "confirms"}
    copy.add("corrections", id="one", date="2026-11-22", **row)
    report, _ = compared(copy, before)
    assert report.findings == () and "(released in 0.1.0) (correction one)" in report.change[0]


def test_a_row_that_is_not_released(copy, before):
    """What turns in a draft is a warning on its line."""
    copy.change("stances", "peskov-denies", "stance", "confirms")
    report, _ = compared(copy, before)
    assert "::warning file=data/stances.csv,line=2,title=change.stance-reversed::" in REPORTS["github"](report)


def test_a_version_lists_what_no_earlier_one_has(before):
    """A second version has the rows that are new with it, and the record has no error by the list."""
    assert main(["release", str(before.root)]) == 0
    file = before.root / "datapackage.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"0.1.0"', '"0.2.0"'), encoding="utf-8")
    before.add("organizations", id="nato", name="NATO", kind="alliance", side="other", note="Kept.")
    assert main(["release", str(before.root)]) == 0
    with (before.root / "releases" / "0.2.0.csv").open(encoding="utf-8", newline="") as listed:
        assert list(csv.reader(listed)) == [["table", "row_id"], ["organizations", "nato"]]


def git(folder, *words):
    named = ["git", "-C", folder, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    return subprocess.run([*named, *words], check=True, capture_output=True)


@pytest.fixture
def repository(copy):
    """The minimal package in a repository of its own, committed."""
    git(copy.root, "init", "-q", "-b", "main")
    git(copy.root, "add", "-A")
    git(copy.root, "commit", "-q", "-m", "As it is")
    return copy


def test_revisions_of_git(repository, capsys):
    """Without HEAD a revision is compared with the files as they lie there; two revisions with one another."""
    root = ["--root", str(repository.root)]
    repository.change("people", "dmitry-peskov", "note", "Spokesman.")
    assert main(["diff", "main", *root]) == 0
    out = capsys.readouterr().out
    assert out.startswith("main compared with the record as it is\n") and 'note: was empty, is "Spokesman."' in out
    assert "- patch, since wordings and what the record is kept with: 0.1.0 becomes 0.1.1" in out
    git(repository.root, "commit", "-q", "-a", "-m", "A note")
    assert main(["diff", "HEAD", *root]) == 0
    assert "- nothing: no cell of any table is another" in capsys.readouterr().out
    assert main(["diff", "HEAD~1", "HEAD", *root, "--format", "json"]) == 0
    [change] = json.loads(capsys.readouterr().out)["changes"]
    assert (change["table"], change["column"], change["was"], change["now"]) == ("people", "note", "", "Spokesman.")


@pytest.mark.parametrize(
    ("base", "problem"),
    [
        ("mein", "mein is no folder, and no revision that git knows. Name a folder that holds a state of the record"),
        ("--help-me", ""),
        ("empty", "the revision empty has no datapackage.json where"),
    ],
)
def test_no_such_state(repository, capsys, base, problem):
    """What is neither a folder of the record nor a revision of it is told, with what to name."""
    git(repository.root, "checkout", "-q", "--orphan", "empty")
    git(repository.root, "rm", "-q", "-r", "--cached", ".")
    git(repository.root, "commit", "-q", "--allow-empty", "-m", "Nothing")
    if not problem:
        with pytest.raises(SystemExit) as stopped:
            main(["diff", base, "--root", str(repository.root)])
        assert stopped.value.code == 2
        return
    assert main(["diff", base, "--root", str(repository.root)]) == 2
    assert problem in capsys.readouterr().err


def test_a_folder_in_no_repository(before, tmp_path, capsys, monkeypatch):
    """A revision of a folder that is in no repository is told as that."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(before.root.parent))
    assert main(["diff", "main", "--root", str(before.root)]) == 2
    assert f"and {before.root} is in no Git repository" in capsys.readouterr().err


def test_an_unresolved_merge(copy, before):
    """A table with the marks of a merge is told once and compared in no cell; the others are."""
    path = copy.path("statements")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\npost", "\n<<<<<<< ours\npost", 1) + "=======\n>>>>>>> theirs\n", encoding="utf-8")
    copy.change("people", "dmitry-peskov", "note", "Spokesman.")
    report, difference = compared(copy, before)
    assert [one.table for one in difference.changes] == ["people"]
    assert [one for one in difference.notes if "merge" in one] == [
        "data/statements.csv is not compared: it has the marks of an unresolved merge conflict"
    ]
    assert [one.rule for one in report.findings] == ["structure.merge-conflict"]


@pytest.mark.parametrize(
    ("edits", "step", "due"),
    [
        ([], "none", "0.1.0"),
        ([("change", "claims", "call-duration", "text", "It lasted about an hour.")], "patch", "0.1.1"),
        ([("drop", "corrections", "nothing")], "none", "0.1.0"),
        ([("add", "topics", {"id": "trade", "label": "Trade", "description": "Of trade."})], "minor", "0.2.0"),
        ([("change", "quotations", "peskov-fiction", "form", "direct")], "major", "0.2.0"),
        ([("change", "quotations", "peskov-fiction", "words", "fiction")], "major", "0.2.0"),
        ([("drop", "stances", "peskov-denies/call-took-place")], "major", "0.2.0"),
    ],
)
def test_the_version_step(copy, before, edits, step, due):
    """Wording is a patch, what is added minor, what is removed or turned major, which below 1.0.0 raises the second."""
    for do, table, *cells in edits:
        getattr(copy, do)(table, **cells[0]) if do == "add" else getattr(copy, do)(table, *cells)
    _, difference = compared(copy, before)
    assert (difference.step.name, difference.step.due) == (step, due)


def test_what_is_declared(copy, before):
    """A column that is gone, one that is new and a list that grew are told, and the rows are compared all the same."""
    path = copy.root / "schemas" / "topics.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["fields"][2] |= {"name": "about"}
    path.write_text(json.dumps(schema), encoding="utf-8")
    rows = [
        {"about" if name == "description" else name: cell for name, cell in row.items()} for row in copy.rows("topics")
    ]
    copy.path("topics").write_text(",".join(rows[0]) + "\n", encoding="utf-8")
    copy.write("topics", rows)
    copy.change("people", "dmitry-peskov", "note", "Spokesman.")
    _, difference = compared(copy, before)
    assert [one.told for one in difference.declared] == [
        "topics.description: the column is gone",
        "topics.about: the column is new",
    ]
    assert [one.table for one in difference.changes] == ["people"] and difference.step.name == "major"
    assert difference.notes == ("what follows is not worked out: the earlier state has other tables or columns",)


def test_markdown_leaves_the_record_as_it_is(copy, before):
    """What of a cell Markdown or HTML would take for its own is escaped; the sections are headed, findings in a table."""
    copy.change("people", "dmitry-peskov", "note", "*a* | a@b ~c [d]")
    copy.change("stances", "peskov-denies", "stance", "confirms")
    report, difference = compared(copy, before)
    text = in_markdown.render(report, difference, "main", "the record as it is", PLAIN)
    assert text.startswith(
        "## main compared with the record as it is\n\n### What changed\n\n- data/stances.csv:2:stance"
    )
    assert "*a*" not in text and "&#42;a&#42; &#124; a&#64;b &#126;c &#91;d&#93;" in text
    assert "\n### What follows for standings\n\n- standing of call: was" in text
    assert "`change.stance-reversed`" in text


def test_only_what_is_new_is_found(copy, before):
    """A warning that the earlier state has too is none of the change."""
    for one in (copy, before):
        one.change("organizations", "tass", "note", "A note.")
        one.add("topics", id="trade", label="Trade", description="Of trade.")
    report, difference = compared(copy, before)
    assert report.findings and not difference.fresh and not difference.changes


def test_no_picture_is_drawn_and_no_table_built_that_is_not_read(copy):
    """The tables that are compared are those of a whole build, made by those steps alone that they need."""
    steps = steps_for(KEYS, VOCABULARY)
    assert steps == [one for one in ORDER if one in steps] and not {"views/search", "views/readouts"} & {*steps}
    report = check(copy.root)
    with closing(sqlite3.connect(":memory:")) as some, closing(sqlite3.connect(":memory:")) as whole:
        lay(report.dataset, report.proven, some)
        derive(some, KEYS)
        fill(report.checked, whole)
        for name in KEYS:
            question = f'SELECT * FROM "{name}" ORDER BY 1, 2, 3'
            names = [row[1] for row in some.execute(f'PRAGMA table_info("{name}")')]
            wide = [row[1] for row in whole.execute(f'PRAGMA table_info("{name}")')]
            assert {*names} <= {*wide}
            chosen = question.replace("*", ", ".join(f'"{one}"' for one in names))
            assert some.execute(question).fetchall() == whole.execute(chosen).fetchall()
        assert not some.execute(
            "SELECT 1 FROM sqlite_master WHERE name IN ('pictures', 'search', 'lexicon')"
        ).fetchall()


def test_every_column_that_turns_is_there():
    """A column that was renamed would turn in silence."""
    from readouts.package.descriptor import load

    package, _ = load(ROOT)
    for table, (_, columns) in TURNING.items():
        assert {*columns} <= {*package.table(table).columns}


def test_of_many_lines_the_first(copy, before):
    """A section of many lines says how many more there are, and --all shows every one."""
    for number in range(100):
        copy.add("topics", id=f"t-{number:03}", label=f"Topic {number}", description="Of it.")
    report, difference = compared(copy, before)
    text = in_terminal.render(report, difference, "then", "now", PLAIN)
    assert "topics: t-024 (Topic 24)" in text and "t-025 (Topic" not in text
    assert "data/topics.csv 75 more are new: t-025 (line" in text
    every = in_terminal.render(report, difference, "then", "now", replace(PLAIN, every=True))
    assert "topics: t-099 (Topic 99)" in every


def test_two_rows_with_one_key(copy, before):
    """Of rows that share a key the first is compared, and it is said; the others are no reason to stop."""
    copy.write("people", [row for row in copy.rows("people") for _ in range(2)])
    _, difference = compared(copy, before)
    assert not difference.changes
    assert (
        "data/people.csv: 2 rows have the key dmitry-peskov, of which the first alone is compared" in difference.notes
    )


def test_whatever_the_files_hold(copy, before):
    """Tables and descriptors spoilt by chance are compared as far as they can be read, either way round."""
    chance = random.Random(SEED)
    for number in range(500 if WHOLE else 6):
        path = chance.choice([*before.root.glob("*/*.csv"), before.root / "schemas" / "claims.json"])
        spoilt, sound = copy.root / path.relative_to(before.root), path.read_bytes()
        spoilt.write_bytes(bytes_spoilt(chance, sound))
        root, folder = (copy.root, before.root) if number % 2 else (before.root, copy.root)
        report, difference = earlier.against(root, folder, TODAY, (), MEMORY)
        for module in (in_terminal, in_markdown, in_json):
            assert module.render(report, difference, "then", "now", PLAIN)
        spoilt.write_bytes(sound)


def test_two_branches_that_add_rows(repository):
    """Two changes that add rows merge, and what is printed of tables and rules into documents is what it was."""
    where = repository.root
    printed = readme.tables(str(where))
    for branch, table, row in (
        ("one", "topics", {"id": "arms", "label": "Arms", "description": "Of arms.", "note": "Kept."}),
        ("two", "organizations", {"id": "nato", "name": "NATO", "kind": "alliance", "side": "other", "note": "Kept."}),
    ):
        git(where, "checkout", "-q", "-b", branch, "main")
        repository.add(table, **row)
        main(["format", str(where)])
        git(where, "commit", "-q", "-a", "-m", f"A row of {table}")
    git(where, "merge", "-q", "--no-edit", "one")
    assert {"arms"} < {row["id"] for row in repository.rows("topics")}
    assert readme.tables(str(where)) == printed
    assert not check(where).findings


def test_no_document_prints_a_count_of_rows():
    """What README and the documents print of the record is of tables, columns, codes and rules."""
    blocks = {
        path.name: re.findall(r"\[\[\[cog\n(.*?)\]\]\]", path.read_text(encoding="utf-8"), re.S)
        for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"))
    }
    assert not any("quality" in block for found in blocks.values() for block in found)
    assert "| rows |" not in (ROOT / "README.md").read_text(encoding="utf-8")
