"""Every rule has a reason, a case that breaks it and a twin, as like it as can be, that passes."""

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from readouts.check import RULES
from readouts.check.cell_checks import CELL_CHECKS
from readouts.check.sql_rules import SqlRule, rules
from readouts.commands import main
from readouts.compare import earlier
from readouts.compare.rows import RULES as CHANGE_RULES
from readouts.document.cases import cases
from readouts.document.registry import Explained, edit_told, explained
from readouts.finding import Finding, NotWhole, Rule, Severity
from readouts.package.descriptor import load
from readouts.tidy import canonical
from readouts.tidy.rewrite import RULES as FORMAT_RULES
from readouts.tidy.rewrite import outcome

from ..conftest import HERE, MEMORY, ROOT, TODAY, Copy, check
from ..sheet.adding import SHEET, adding
from .conftest import TEXT, anchored

CASES = [one for one in explained() if one.breaks]
BY_SLUG = {one.rule.slug: one for one in explained()}


class Bench:
    """A copy of the minimal package, its text at hand and an earlier state beside it if the case needs them."""

    def __init__(self, copy: Copy, folder: Path, case: Explained):
        self.copy, self.case, self.folders, self.before = copy, case, [folder] if case.held else [], None
        self.sheet_text = SHEET.read_text(encoding="utf-8")
        if case.held:
            (folder / "report.txt").write_text(TEXT, encoding="utf-8")
            body = "Kremlin denies call “There was […] with the Russian leader."
            copy.add("texts", source_id="denial-report", file="report.txt", extent="whole", body=body)
            self.anchor()
        if case.earlier is not None:
            self.edit(case.earlier)
            self.before = folder / "earlier"
            shutil.copytree(copy.root, self.before)

    def edit(self, edits: tuple[tuple, ...]) -> None:
        for do, *rest in edits:
            getattr(self, do)(*rest)

    def apply(self, edits: tuple[tuple, ...]) -> tuple[Finding, ...]:
        """What is found after the edits, by the formatter for its rules, else by the check."""
        self.edit(edits)
        if self.case.rule.slug.startswith("format."):
            package, _ = load(self.copy.root)
            paths = [table.path for table in package.tables] if self.before else []
            return outcome(package, {path: (self.before / path).read_bytes() for path in paths}).findings
        if self.case.rule.slug.startswith("sheet."):
            return adding(self.copy.root, self.sheet_text.encode(), TEXT).report.findings
        if self.before is None:
            return check(self.copy.root, TODAY, self.folders).findings
        return earlier.against(self.copy.root, self.before, TODAY, self.folders, MEMORY)[0].findings

    def change(self, *edit: str) -> None:
        self.copy.change(*edit)

    def add(self, table: str, cells: dict) -> None:
        self.copy.add(table, **cells)

    def drop(self, table: str, row: str) -> None:
        self.copy.drop(table, row)

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.copy.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        (self.copy.root / path).write_text(text.replace(old, new), encoding="utf-8", newline="")

    def prepend(self, path: str, text: str) -> None:
        file = self.copy.root / path
        file.write_bytes(text.encode() + file.read_bytes())

    def bytes(self, path: str, old: str, new: str) -> None:
        file = self.copy.root / path
        file.write_bytes(file.read_bytes().replace(old.encode(), bytes.fromhex(new)))

    def write(self, path: str, text: str) -> None:
        (self.copy.root / path).write_text(text, encoding="utf-8", newline="")

    def delete(self, path: str) -> None:
        (self.copy.root / path).unlink()

    def sheet(self, old: str, new: str) -> None:
        assert old in self.sheet_text, f"the sheet has no {old!r}"
        self.sheet_text = self.sheet_text.replace(old, new)

    def away(self) -> None:
        self.folders = []

    def anchor(self) -> None:
        anchored(self.copy, *self.folders)


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.rule.slug)
def test_breaking_case(copy, tmp_path_factory, one):
    """The breaking case is found by its rule and by no other; a place that has a line has one that exists."""
    findings = Bench(copy, tmp_path_factory.mktemp("texts"), one).apply(one.breaks)
    # A quotation that could not be found has no anchor either: the one finding brings the other.
    brought = {"quote.no-anchor", "quote.unlike-anchor", "quote.passage"} if one.held else set()
    assert one.rule.slug in {finding.rule for finding in findings} <= {one.rule.slug} | brought, findings
    assert {finding.severity for finding in findings if finding.rule == one.rule.slug} == {one.rule.severity}


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.rule.slug)
def test_twin_passes(copy, tmp_path_factory, one):
    """The twin, which differs as little as can be, passes every rule."""
    assert Bench(copy, tmp_path_factory.mktemp("texts"), one).apply(one.passes) == ()


def test_every_rule_is_explained():
    """A rule without a reason, a sentence, a fix, a breaking case or a twin is not trusted."""
    without_case = {slug for slug, one in BY_SLUG.items() if not (one.breaks and one.passes)}
    # What needs another program's mistake has its tests elsewhere.
    assert without_case == {"referee.disagrees"}
    assert all(one.why and one.rule.description.endswith(".") and one.rule.fix for one in explained())


def case(why="Because.", value="Dima"):
    return f'why = "{why}"\nbreaks = [["change", "people", "dmitry-peskov", "name", "{value}"]]\n'


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "a.rule.toml",
            None,
            "src/readouts/check/rules/a.rule.sql has no case. Add src/readouts/check/rules/a.rule.toml",
        ),
        (
            "b.rule.toml",
            case(),
            "rules/b.rule.toml: there is no rule b.rule. Write src/readouts/check/rules/b.rule.sql",
        ),
        ("a.rule.toml", case(why=""), "rules/a.rule.toml says not why the rule is there"),
        ("a.rule.toml", "why = Because", "rules/a.rule.toml is no TOML: Invalid value (at line 1, column 7)"),
        ("a.rule.toml", 'why = "Because."\nbreaks = [["spoil", "people"]]', "begins with one of change, add, drop"),
        ("a.rule.toml", 'why = "Because."\nbreaks = [["drop", "people"]]', "It takes: drop table row"),
        (
            "explained.toml",
            '["a.rule"]\n' + case(),
            "explained.toml has a section a.rule, and a.rule.toml stands beside it",
        ),
    ],
)
def test_a_case_that_is_not_whole_names_its_file(tmp_path, file, text, told):
    """A rule without a case, a case without a rule, and what is no edit are told with the file and what to write."""
    (tmp_path / "explained.toml").write_text("")
    (tmp_path / "a.rule.toml").write_text(case())
    rule = SqlRule("a.rule", Severity.ERROR, "It holds.", "Mend it.", "")
    assert cases([rule], tmp_path)["a.rule"]["why"] == "Because."
    (tmp_path / file).unlink(missing_ok=True) if text is None else (tmp_path / file).write_text(text)
    with pytest.raises(NotWhole, match=re.escape(told)):
        cases([rule], tmp_path)


@pytest.mark.parametrize(
    "text", ["", "SELECT 1", "-- fatal\n-- It holds.\n-- Fix: mend it.", "-- error\n-- Fix: mend it."]
)
def test_a_rule_that_does_not_say_what_it_is(monkeypatch, capsys, tmp_path, text):
    """A file of SQL without severity, sentence and fix stops every command with its name, and without a traceback."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.rule.sql").write_text(text)
    monkeypatch.setattr("readouts.check.sql_rules.files", lambda _: tmp_path)
    rules.cache_clear(), explained.cache_clear()
    try:
        assert main(["explain", "a.rule"]) == 2
    finally:
        rules.cache_clear(), explained.cache_clear()
    assert "src/readouts/check/rules/a.rule.sql does not begin with the three comments" in capsys.readouterr().err


@cache
def sources() -> dict[Path, ast.Module]:
    """The code as Python reads it."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "src" / "readouts").rglob("*.py")}


FAMILIES = {slug.partition(".")[0] for slug in BY_SLUG}
# Where a slug is put together, by file: the prefix, the function that does it, the place of the name among its arguments.
BUILT = {
    "read/csv_rows.py": ("structure.", "_bad", 2),
    "tidy/canonical.py": ("format.", "_rule", 0),
    "compare/rows.py": ("change.", "_rule", 0),
}


def place_of(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "readouts").as_posix()


def slug_texts():
    """Every text in the code that looks like a slug, with the file."""
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"[a-z]+\.[a-z-]+", node.value)
            ):
                yield path.name, node.value


def test_every_slug_in_the_code_is_a_rule():
    """Every slug that the code writes out is a rule of the registry; a file's name or an address is none."""
    endings = (".csv", ".json", ".md", ".sql", ".toml", ".db", ".html", ".css", ".js", ".txt")
    assert [
        (path, text)
        for path, text in slug_texts()
        if text not in BY_SLUG and not text.endswith(endings) and text.partition(".")[0] in FAMILIES
    ] == []


def test_every_slug_that_is_put_together_is_a_rule():
    """Three files put slugs together from a prefix and a name; every name that they use gives a rule, and no fourth does it."""
    found = set()
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.JoinedStr)
                and isinstance(node.values[0], ast.Constant)
                and node.values[0].value.removesuffix(".") in FAMILIES
                and node.values[0].value.endswith(".")
            ):
                assert BUILT[place_of(path)][0] == node.values[0].value, f"{path}:{node.lineno}"
        if place_of(path) in BUILT:
            prefix, function, place = BUILT[place_of(path)]
            calls = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function
            ]
            found |= {prefix + ast.literal_eval(call.args[place]) for call in calls}
    assert len(found) >= 18 and found <= BY_SLUG.keys()


def test_every_finding_names_its_rule_openly():
    """Whoever makes a finding writes the slug out, takes it from a rule, or is handed it; nothing else makes one."""
    allowed = (ast.Constant, ast.Attribute, ast.JoinedStr)
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "Finding"
                and len(node.args) > 3
                and not any(isinstance(one, ast.Starred) for one in node.args)
            ):
                slug = node.args[3]
                assert isinstance(slug, allowed) or slug.id in ("rule", "slug"), f"{path}:{node.lineno}"


def test_every_rule_of_the_code_is_in_the_registry():
    """The lists of rules that the gates, the formatter and the comparison work by are in the registry, all of them."""
    lists = {check.rule for check in CELL_CHECKS} | {
        rule.slug for rule in (*rules(), *RULES, *FORMAT_RULES, *CHANGE_RULES)
    }
    assert lists <= BY_SLUG.keys()


def test_a_slug_that_the_registry_does_not_know_fails(copy, monkeypatch):
    """The guard over all tests (see conftest) sees a finding of ours that names no rule."""
    with pytest.raises(AssertionError, match="no-such-rule"):
        package, _ = load(copy.root)
        monkeypatch.setitem(canonical._BY_NAME, "gone", Rule("format.no-such-rule", Severity.ERROR, "", ""))
        canonical._found(package.tables[0], 1, "", "gone", "")


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.rule.slug)
def test_cases_are_told_in_words(one):
    """`readouts explain` can tell every edit."""
    assert all(edit_told(edit) for edit in (*one.breaks, *one.passes))


def test_minimal_package_passes(copy):
    """The package that the cases spoil has nothing wrong."""
    report = copy.check()
    assert report.findings == () and report.rules == len(rules()) + len(RULES) and report.waiting == ()


def test_the_minimal_codes_are_the_record_s():
    """The minimal package judges by the same codes."""
    assert (HERE / "package" / "data" / "codes.csv").read_bytes() == (ROOT / "data" / "codes.csv").read_bytes()
