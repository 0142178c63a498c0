"""What varies is data: sides and stances stand in data/codes.csv, and no file of the code names one."""

import ast
import asyncio
import csv
import io
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from readouts.build import derive
from readouts.commands import main
from readouts.package.descriptor import load
from readouts.serve.metadata import metadata
from readouts.serve.questions import asked as asked_questions
from readouts.vocabulary import Code, Vocabulary
from readouts.vocabulary.colours import DARK, LIGHT, contrast, contrasts
from readouts.vocabulary.each import in_schema, in_sql
from readouts.vocabulary.enums import NoCodes, with_lists
from readouts.vocabulary.marks import MARKS
from readouts.vocabulary.styles import sheet

from ..conftest import CODES, QUESTIONS, ROOT, VOCABULARY, Copy
from ..door import free_port
from ..views.record import Record

SOURCE = ROOT / "src" / "readouts"
NEW = {
    "list": "stance",
    "code": "hints",
    "label": "Hints",
    "definition": "The speaker lets it be understood that the claim is so, and does not say it.",
    "rank": "3",
    "polarity": "for",
    "scale": "1",
    "phrase": "hinted at",
    "mark": "wedge",
    "colour_light": "#35556b",
    "colour_dark": "#9fc3da",
}


def run(root: Path, *command: str) -> subprocess.CompletedProcess:
    """`readouts COMMAND` in the package under `root`."""
    return subprocess.run(
        [sys.executable, "-m", "readouts", *command], cwd=root, capture_output=True, text=True, timeout=300
    )


def started(root: Path, command: str) -> int:
    """The exit code of a command in a process of its own."""
    done = run(root, command)
    print(done.stdout, done.stderr)
    return done.returncode


def called(root: Path, command: str) -> int:
    """The exit code of a command in this process, which has the engines already."""
    return main([command, str(root)])


def real(folder: Path) -> Copy:
    """A copy of the real record under the folder."""
    shutil.copy(ROOT / "datapackage.json", folder)
    for name in ("data", "schemas", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("texts"))
    (folder / "build").mkdir()
    return Copy(folder)


def made(copy: Copy, command: Callable[[Path, str], int] = called) -> Copy:
    """The copy with its lists, its canonical form and its built file, each by the command that a curator runs."""
    for name in ("lists", "format", "build"):
        # The formatter ends with 1 where it has written something.
        assert command(copy.root, name) in ((0, 1) if name == "format" else (0,)), name
    return copy


def rename_side(copy: Copy, old: str, new: str) -> None:
    """Give a side another code: in its row, and in the columns that have it."""
    for table, column in (("codes", "code"), ("organizations", "side"), ("ledger", "side"), ("search_scopes", "side")):
        rows = copy.rows(table)
        for row in rows:
            if row[column] == old and row.get("list", "side") == "side":
                row[column] = new
        copy.write(table, rows)


def use_new_stance(copy: Copy) -> tuple[str, str]:
    """Declare a stance, and let one statement take it on a claim that is drawn; returns statement and claim."""
    copy.write("codes", [*copy.rows("codes"), NEW])
    rows = copy.rows("stances")
    claims = [row["claim_id"] for row in rows]
    used = next(row for row in rows if row["stance"] == "allows" and claims.count(row["claim_id"]) > 2)
    used["stance"] = NEW["code"]
    copy.write("stances", rows)
    return used["statement_id"], used["claim_id"]


def asked(root: Path, sql: str, *values: str) -> list[tuple]:
    """The rows of a question to the built file under `root`."""
    with closing(sqlite3.connect(root / "build" / "readouts.db")) as connection:
        return connection.execute(sql, values).fetchall()


@pytest.fixture
def before(built_package) -> Path:
    """The real record as it is, built."""
    return built_package


@pytest.fixture(scope="module")
def renamed(tmp_path_factory) -> Path:
    """The real record in which the side ukraine is called china, by the steps of the codebook."""
    copy = real(tmp_path_factory.mktemp("renamed"))
    rename_side(copy, "ukraine", "china")
    return made(copy, started).root


@pytest.fixture(scope="module")
def hinted(tmp_path_factory) -> tuple[Path, str, str]:
    """The real record with one stance more, used once: where, by which statement, on which claim."""
    copy = real(tmp_path_factory.mktemp("hinted"))
    where = use_new_stance(copy)
    return made(copy).root, *where


SPEAKS = "SELECT count(*) FROM {table} WHERE {column} NOT IN ('not a party', 'not coded yet')"


@pytest.mark.parametrize("table", ["accounts", "contact_standing"])
def test_a_renamed_side_says_what_it_said(before, renamed, table):
    """A side under another code has as many accounts and standings as before, cell by cell, and none under the old."""
    assert asked(before, SPEAKS.format(table=table, column="ukraine"))[0][0] > 0
    old, new = (
        asked(root, f"SELECT {column}, event_id, claim_id FROM {table} ORDER BY event_id, claim_id")
        for root, column in ((before, "ukraine"), (renamed, "china"))
    )
    assert new == old
    assert "ukraine" not in [row[1] for row in asked(renamed, f"PRAGMA table_info({table})")]


def test_a_renamed_side_is_nowhere_lost(before, renamed):
    """Every derived table has as many rows for the side as before, and every other column is what it was."""
    for table in ("claim_timeline", "positions", "statements", "quotations", "search", "shifts", "readouts"):
        count = f"SELECT count(*) FROM {table} WHERE side = ?"
        assert asked(renamed, count, "china") == asked(before, count, "ukraine"), table
    for table in ("accounts", "contact_standing", "contradictions", "plan_outcomes", "corroboration"):
        assert asked(renamed, f"SELECT count(*) FROM {table}") == asked(before, f"SELECT count(*) FROM {table}"), table
    assert asked(before, "SELECT count(*) FROM claim_timeline WHERE side = ?", "ukraine")[0][0] > 5


def test_a_new_stance_is_drawn(hinted):
    """A stance that is declared and used is in every table that has stances, and in the drawing with its mark."""
    root, statement, claim = hinted
    assert asked(
        root, "SELECT stance, scale FROM claim_timeline WHERE statement_id = ? AND claim_id = ?", statement, claim
    ) == [("hints", 1)]
    [(svg, told)] = asked(root, "SELECT svg, description FROM pictures WHERE name = 'claims/' || ?", claim)
    assert "1 hints" in told and ">hints<" in svg and "#35556b" in svg and "#9fc3da" in svg
    [(said_by,)] = asked(root, "SELECT said_by FROM claims WHERE id = ?", claim)
    assert "hinted at by " in said_by


def test_a_new_stance_changes_nothing_else(before, hinted):
    """The stance of one statement is another of the same strength: the same accounts and standings, but for its name."""
    for table in ("accounts", "contact_standing", "positions", "corroboration", "shifts", "contradictions"):
        assert asked(hinted[0], f"SELECT count(*) FROM {table}") == asked(before, f"SELECT count(*) FROM {table}"), (
            table
        )
    both = "SELECT event_id, standing FROM contact_standing ORDER BY 1"
    assert asked(hinted[0], both) == asked(before, both)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"who_denied_what"', '"who_denied"', 'there is no question "who_denied"'),
        ('"name": "side"', '"name": "sides"', 'who_denied_what has no parameter "sides"'),
        ('"value": "russia"', '"value": "ruritania"', 'side "ruritania", which the record has not'),
    ],
)
def test_an_example_that_names_nothing_is_told(renamed, tmp_path, old, new, told):
    """An example of datapackage.json that asks for what is not there stops `readouts serve`, with the remedy."""
    root = shutil.copytree(renamed, tmp_path / "record")
    text = (root / "datapackage.json").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / "datapackage.json").write_text(text.replace(old, new), encoding="utf-8")
    done = run(root, "serve", "--port", str(free_port()))
    assert done.returncode == 2 and told in done.stderr and "Name one of: " in done.stderr and not done.stdout
    assert "Traceback" not in done.stderr


def test_without_an_example_nothing_is_asked_for():
    """A record that names no example is searched and asked without one."""
    bare = asked_questions({}, VOCABULARY)
    assert {value for one in bare for value in one.defaults.values()} == {""}
    assert len(bare) == len(QUESTIONS) and bare != QUESTIONS


def test_colours_are_served_where_the_record_is(before):
    """The style sheet of the codes is linked under the path at which the record is served, and kept by browsers."""
    package, _ = load(ROOT)
    site = Datasette(
        immutables=[str(before / "build" / "readouts.db")], metadata=metadata(package), settings={"base_url": "/below/"}
    )
    page = asyncio.run(site.client.get("/readouts/claims"))
    [link] = re.findall(r'<link rel="stylesheet" href="([^"]*colours[^"]*)">', page.text)
    assert link.startswith("/below/-/colours.css?")
    answer = asyncio.run(site.client.get(link.removeprefix("/below")))
    assert (answer.status_code, answer.text) == (200, sheet(VOCABULARY))
    assert answer.headers["content-type"].startswith("text/css") and "immutable" in answer.headers["cache-control"]


def test_lists_are_those_of_the_codes():
    """The schemas of the record have the lists that data/codes.csv has; CI runs the same command."""
    done = run(ROOT, "lists", "--check")
    assert (done.returncode, "all as the codes have them" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a_list_that_differs_is_told_and_written(copy):
    """A code without its place in the schema is a finding with the remedy; the command writes it, and says where."""
    copy.write("codes", [*copy.rows("codes"), NEW])
    [finding] = copy.check().findings
    assert finding.rule == "codes.unknown" and "readouts lists" in finding.fix
    done = run(copy.root, "lists", "--check")
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "differs: schemas/stances.json")
    assert run(copy.root, "lists").stdout.splitlines()[0] == "written: schemas/stances.json"
    assert run(copy.root, "lists", "--check").returncode == 0 and copy.check().findings == ()


def test_a_list_without_codes_is_refused(copy):
    """A column whose list is gone could hold nothing: the command says so, and writes nothing."""
    copy.write("codes", [row for row in copy.rows("codes") if row["list"] != "relation"])
    was = (copy.root / "schemas" / "source_citations.json").read_bytes()
    done = run(copy.root, "lists")
    assert done.returncode == 2 and '"relation"' in done.stderr and "Traceback" not in done.stderr
    assert (copy.root / "schemas" / "source_citations.json").read_bytes() == was
    with pytest.raises(NoCodes):
        with_lists(was.decode(), Vocabulary(()))


def test_one_refusal_after_another_is_no_shift():
    """A second stance of silence is as silent as the first: who refuses in another way has not fallen silent."""
    with Record() as record:
        record.tables["codes"].append(NEW | {"code": "evades", "label": "Evades", "polarity": "silent", "scale": ""})
        record.claim("took-place", event=record.event("call"))
        for day, stance in enumerate(("asserts", "declines", "evades", "asserts"), 1):
            record.statement(f"s{day}", "kremlin/dmitry-peskov", {"took-place": stance}, date=f"2024-11-0{day}")
        found = record.rows("shifts", "earlier_stance", "shift", "later_stance", order="later_date")
        assert found == [("asserts", "fell silent", "declines"), ("evades", "spoke up", "asserts")]
        standing = record.rows("contact_standing", "standing", "russia")
        assert standing == [("acknowledged by one", "asserts")], "a refusal supersedes no answer"


def test_what_stands_once_is_written_for_every_side():
    """An expression, a field and a facet that hold for each side are written out in the order of the sides."""
    two = Vocabulary(
        (Code("side", "b-c", "B", rank=2, nature="party"), Code("side", "a", "A", rank=1, nature="reporter"))
    )
    assert (
        in_sql("SELECT [[side: x.\"{column}\" = '{code}']] FROM x", two)
        == "SELECT x.\"a\" = 'a', x.\"b_c\" = 'b-c' FROM x"
    )
    field = {
        "each": "side",
        "name": "{column}",
        "title": "{label}",
        "description": "D",
        "descriptions": {"reporter": "R"},
    }
    schema = in_schema(
        {
            "fields": [field],
            "datasette": {
                "facets": ["x", {"each": "side", "nature": "party"}],
                "shown": [{"each": "side", "first": 1}, "x"],
            },
        },
        two,
    )
    assert [(one["name"], one["title"], one["description"]) for one in schema["fields"]] == [
        ("a", "A", "R"),
        ("b_c", "B", "D"),
    ]
    assert schema["datasette"] == {"facets": ["x", "b_c"], "shown": ["a", "x"]}


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"press": "party"}, "nature"),
        ({"europe": "reporter"}, "nature"),
        ({"europe": ""}, "nature"),
    ],
)
def test_one_side_reports(copy, change, column):
    """No reporter, two reporters, and a side of no nature are found: leaked words would stand nowhere, or twice."""
    for side, nature in change.items():
        copy.change("codes", f"side/{side}", column, nature)
    found = {(one.rule, one.column) for one in copy.check().findings}
    # The bodies of a side of another nature are told, too.
    assert {("codes.nature", column)} <= found <= {("codes.nature", column), ("organization.side", "side")}


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [
        ("stance/doubts", "polarity", "codes.scale"),
        ("stance/doubts", "colour_dark", "codes.look"),
        ("side/europe", "colour_light", "codes.look"),
        ("side/europe", "phrase", "codes.look"),
        ("side/europe", "rank", "codes.look"),
        ("form/own", "rank", "codes.look"),
        ("standing/announced", "mark", "codes.look"),
        ("standing/announced", "rank", "codes.look"),
    ],
)
def test_what_is_declared_and_not_handled_is_found(copy, row, column, rule):
    """A side or a stance that lacks what tables, pages or drawings ask of it is a finding on its cell."""
    copy.change("codes", row, column, "")
    assert [(one.row_id, one.column, one.rule) for one in copy.check().findings] == [(row, column, rule)]


def test_every_needed_code_is_named_in_the_rule():
    """Whatever code a rule, a derived table or a question asks for by name, codes.needed asks for too."""
    needed = set(
        re.findall(r"\('([a-z-]+)', '([a-z-]+)'\)", (SOURCE / "check/rules/codes.needed.sql").read_text("utf-8"))
    )
    known = {(row["list"], row["code"]) for row in CODES}
    assert needed <= known
    compared = re.compile(
        r"\b(form|medium|genre|kind|part|basis|relation|extent)\b (?:=|<>|IN|NOT IN) (\([^)]*\)|'[a-z-]+')"
    )
    case = re.compile(r"CASE [a-z_.]*\b(form|medium|genre|kind|part|basis|relation) ((?:WHEN '[a-z-]+' THEN [^W]*)+)")
    found = set()
    for path in SOURCE.rglob("*.sql"):
        text = re.sub(r"nature = '[a-z]+'", "", path.read_text(encoding="utf-8"))
        for pattern in (compared, case):
            for column, values in pattern.findall(text):
                codes = {code for _, code in known}
                names = [one for one in re.findall(r"'([a-z-]+)'", values) if one in codes]
                found |= {(column, one) for one in names}
    # Where columns of one name have several lists (kind, basis) any of them will do.
    missing = {(column, one) for column, one in found if one not in {code for _, code in needed}}
    assert len(found) > 15 and missing == set()


def test_reserved_names_are_the_columns_of_the_wide_tables():
    """codes.reserved knows every column that accounts and contact_standing have beside those of the sides."""
    text = (SOURCE / "check/rules/codes.reserved.sql").read_text(encoding="utf-8")
    taken = set(re.findall(r"\('([a-z_]+)'\)", text))
    wide = [one for one in derive.views(VOCABULARY) if one.name in ("accounts", "contact_standing")]
    columns = {name for one in wide for name in one.columns} - {one.column for one in VOCABULARY.sides.values()}
    assert taken == columns | {"none"}


def test_marks_are_those_of_the_schema():
    """The shapes that the schema of codes allows are those that there are, no two alike."""
    schema = (ROOT / "schemas" / "codes.json").read_text(encoding="utf-8")
    listed = re.search(r'"name": "mark".*?"enum": \[(.*?)\]', schema, re.DOTALL)[1]
    assert re.findall(r'"([a-z-]+)"', listed) == list(MARKS) and len(set(MARKS.values())) == len(MARKS)


def test_contrast_is_that_of_wcag():
    """Black on white is 21, equal colours 1; the two greys are those of WCAG's own examples."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21) and contrast("#123456", "#123456") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_can_be_read():
    """Each colour of each code of the record is legible on paper and shade, and under ink, in light and dark."""
    found = list(contrasts(VOCABULARY))
    coloured = [one for one in VOCABULARY.codes if one.colour_light]
    assert len(found) == 6 * len(coloured) and {one.list for one in coloured} == {"side", "stance", "standing"}
    assert [one.code for one in VOCABULARY.of("standing").values() if not one.colour_light] == ["so-far"]
    assert [one for one in found if one[4] < 4.5] == []
    assert contrast(LIGHT["ink"], LIGHT["paper"]) > 7 and contrast(DARK["ink"], DARK["paper"]) > 7


def test_style_sheet_has_every_code():
    """Each side, stance and standing has its colour in both schemes, the dark one only where it is asked for."""
    light, dark = sheet(VOCABULARY).split("@media (prefers-color-scheme: dark)")
    for name in ("side", "stance", "standing"):
        for code, one in VOCABULARY.of(name).items():
            if code == "so-far":  # stands behind another, and has the look of that
                continue
            assert f".{name}-{code} {{ --{name}: {one.colour_light}; }}" in light
            assert f".{name}-{code} {{ --{name}: {one.colour_dark}; }}" in dark


# ---- nothing in src/ names the record


def strings(tree: ast.AST) -> list[str]:
    """Every text of a module, docstrings left in, with constants that are joined by + or .join put together."""
    return [text for node in ast.walk(tree) if isinstance(node, ast.expr) and (text := _folded(node))]


def _folded(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [_folded(node.left), _folded(node.right)]
    elif isinstance(node, ast.JoinedStr):
        parts = [_folded(one.value if isinstance(one, ast.FormattedValue) else one) or "\0" for one in node.values]
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "join" and node.args:
        listed = [_folded(one) for one in getattr(node.args[0], "elts", ())]
        glue = _folded(node.func.value)
        return glue.join(listed) if listed and glue is not None and None not in listed else None
    else:
        return None
    return None if None in parts else "".join(parts)


def rows(table: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO((ROOT / "data" / f"{table}.csv").read_text(encoding="utf-8"))))


# Words that are no code there: values of a derived column that say of a whole claim what a stance says of a statement;
# "and 3 others" in a report.
ALLOWED = {(f"build/views/corroboration.{ending}", "denies") for ending in ("sql", "json")} | {
    ("site/pages/counted_support.py", "denies"),
    ("report/overview.py", "other"),
}
# Cases of rules (.toml) are edits of the minimal package in tests/package, and not looked at; iso_names.py has the names of every country (ISO 3166).
COUNTRIES = "site/iso_names.py"
LITERAL = re.compile(r"""['"]([a-z][a-z_-]*)['"]|(?:side-|stance-|--)([a-z]+(?:-[a-z]+)*)(?=['": {;,)])""")


def named(path: str, text: str) -> set[str]:
    """Which sides, stances, capitals, people and bodies of the record the text of a file names."""
    codes = {one.code for one in (*VOCABULARY.sides.values(), *VOCABULARY.stances.values())}
    codes |= {one.column for one in VOCABULARY.sides.values()}
    folded = strings(ast.parse(text)) if path.endswith(".py") else []
    literals = {one for pair in LITERAL.findall(text) for one in pair} | set(folded)
    found = {one for one in codes & literals if (path, one) not in ALLOWED}
    whole = "\n".join([text, *folded])
    return found | {name for name in NAMES if name in whole and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", whole)}


def _names() -> set[str]:
    """Names with a capital letter, of people also the last, and ids that are no plain word."""
    people, bodies = rows("people"), rows("organizations")
    whole = {row["name"] for row in people} | {row["name"].split()[-1] for row in people}
    whole |= {row["name"].removeprefix("The ") for row in bodies} | {"Washington", "Moscow"}
    whole |= {
        one.label for one in VOCABULARY.sides.values() if one.label.lower() == one.phrase.lower().removeprefix("the ")
    }
    ids = {row["id"] for row in (*people, *bodies) if "-" in row["id"]}
    # "Press" and "Time" are words of the language before they are a side and a magazine.
    return {name for name in whole if name[:1].isupper() and len(name) > 2} - {"Press", "Time"} | ids


NAMES = _names()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SIDES = ('russia', 'ukraine')", "russia"),
        ("PLACE = 'rus' + 'sia'", "russia"),
        ("PLACE = '-'.join(('united', 'states'))", "united-states"),
        ('"""What the Kremlin says."""', "Kremlin"),
        ("# as Peskov put it", "Peskov"),
        ("HEAD = f'{\"Mos\"}cow'", "Moscow"),
        ("kind = 'downplays'", "downplays"),
    ],
)
def test_a_name_is_seen(text, name):
    """A name is seen in a list, behind a constant, in a text put together, in a comment."""
    assert name in named("x.py", text)


def test_a_name_is_seen_in_a_style_a_template_and_a_query():
    """A name is seen in a class, a token, a column, a value."""
    assert "russia" in named("x.css", ".side-russia { --side: red; }") and "europe" in named("x.css", "--europe: red;")
    assert "denies" in named("x.sql", "WHERE stance = 'denies'") and "press" in named(
        "x.html", '{% if side == "press" %}'
    )


@pytest.mark.parametrize(
    "path",
    [
        one
        for one in sorted(SOURCE.rglob("*"))
        if one.suffix in (".py", ".sql", ".json", ".html", ".css", ".js")
        and one.relative_to(SOURCE).as_posix() != COUNTRIES
        and "begin/declared/"
        not in one.as_posix()  # links to what the record declares, which a new dossier begins with
    ],
    ids=lambda one: one.relative_to(SOURCE).as_posix(),
)
def test_no_file_names_the_record(path):
    """No side, stance, capital, person or body of the record stands in the code: another record needs no line of it."""
    assert named(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")) == set()
