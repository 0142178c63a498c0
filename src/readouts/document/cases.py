"""The case of each rule: why it is there, the edits of the minimal package that break it, those that do not.

In: the rules. A rule that is `check/rules/<slug>.sql` has its case beside it, in `<slug>.toml`; a rule that is
Python has a section of `explained.toml` there. Out: what these files say, by slug. Raises NotWhole, which names the
file and what to add, where a rule has no case, a case no rule, or a case is not whole.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from inspect import signature
from typing import Any

from readouts.check.sql_rules import PLACE, SqlRule
from readouts.finding import NotWhole, Rule

OTHERS = "explained.toml"
_NEEDED = """ with
  why = "Why the rule is there."
  breaks = [["change", "TABLE", "ROW", "COLUMN", "VALUE"]]  # edits of tests/package that it finds
  passes = [["change", "TABLE", "ROW", "COLUMN", "VALUE"]]  # edits as like them as can be that it lets pass"""
# What an edit does, in words, by its name; tests/check/test_rules.py does it.
EDITS: Mapping[str, Callable[..., str]] = {
    "change": lambda table, row, column, value: f'{table}, row {row}: {column} = "{value}"',
    "add": lambda table, cells: f"{table}: a row " + ", ".join(f'{name} = "{value}"' for name, value in cells.items()),
    "drop": lambda table, row: f"{table}: without the row {row}",
    "replace": lambda path, old, new: f"{path}: {old!r} becomes {new!r}",
    "prepend": lambda path, text: f"{path}: begins with {text!a}",
    "bytes": lambda path, old, new: f"{path}: {old} becomes the bytes {new}",
    "write": lambda path, text: f"{path}: holds {text!r} alone",
    "delete": lambda path: f"{path}: deleted",
    "anchor": lambda: "the quotations are anchored again",
    "away": lambda: "the text is no longer at hand",
    "sheet": lambda old, new: f"the sheet of tests/package: {old!r} becomes {new!r}",
}


def cases(every: Iterable[Rule], folder: Traversable | None = None) -> dict[str, dict[str, Any]]:
    """What the files say of each rule, by slug; `folder` is another place of rules than our own."""
    folder = folder or files("readouts.check").joinpath("rules")
    found = _read(folder / OTHERS)
    where = dict.fromkeys(found, OTHERS)
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        slug, dot, ending = file.name.rpartition(".")
        if dot and ending == "toml" and file.name != OTHERS:
            if slug in found:
                raise NotWhole(f"{PLACE}/{OTHERS} has a section {slug}, and {file.name} stands beside it: delete one.")
            found[slug], where[slug] = _read(file), file.name
    rules = {rule.slug: rule for rule in every}
    for slug, rule in rules.items():
        if slug not in found:
            raise NotWhole(_missing(rule))
    for slug, name in where.items():
        if slug not in rules:
            raise NotWhole(f"{PLACE}/{name}: there is no rule {slug}. Write {PLACE}/{slug}.sql, or delete the case.")
        _whole(name, found[slug])
    return found


def _missing(rule: Rule) -> str:
    if isinstance(rule, SqlRule):
        return f"{PLACE}/{rule.slug}.sql has no case. Add {PLACE}/{rule.slug}.toml{_NEEDED}"
    return f'the rule {rule.slug} has no case. Add a section ["{rule.slug}"] to {PLACE}/{OTHERS}{_NEEDED}'


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise NotWhole(f"{PLACE}/{file.name} is no TOML: {wrong}.") from None


def _whole(name: str, case: dict[str, Any]) -> None:
    """Raise NotWhole where the case lacks its reason, or an edit is none."""
    if not isinstance(case, dict) or not case.get("why"):
        raise NotWhole(f"{PLACE}/{name} says not why the rule is there. Begin it{_NEEDED}")
    for edit in (one for part in ("breaks", "passes", "earlier") for one in case.get(part, ())):
        known = EDITS.get(edit[0]) if edit else None
        if known is None:
            raise NotWhole(f"{PLACE}/{name}: {edit} is no edit. An edit begins with one of {', '.join(EDITS)}.")
        if len(edit) != 1 + len(takes := signature(known).parameters):
            raise NotWhole(f"{PLACE}/{name}: {edit} is not whole. It takes: {' '.join((edit[0], *takes))}.")
