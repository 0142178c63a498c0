"""A strict YAML: keys, lists and texts, each with the line on which it stands.

Why: YAML reads `no` as a truth and 2024-11-11 as a day, drops what stands behind a blank and `#`,
and lets one name stand for another place of the file. Here every value is the text that stands
there, and whatever a reader could take in two ways is a finding. In: the bytes of a file, or a
tree. Out: a tree with lines, or findings; or a text that gives the same tree when it is read.

PyYAML is used up to its nodes, which know their lines; nothing is ever constructed from a tag. YAML 1.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.representer import SafeRepresenter

from readouts.finding import Finding, Rule, Severity, shown, visible
from readouts.sheet.unquoted import BRACKET, ENTRIES, QUOTED, unquoted

WIDTH = 100  # characters of a line that is written
YAML = Rule(
    "sheet.yaml",
    Severity.ERROR,
    "A sheet is YAML of keys, lists and texts, each key once, and nothing in it can be read in two ways.",
    "Write one key a line; where a text has marks in it, write >- behind its key, and the text on the next line.",
)
_MARKS = f'{QUOTED} "#" begins a comment.'
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")  # YAML counts a line there, and editors do not
_BREAK = "Take the sign away: a blank stands between words, and a line ends by itself."
_LIKE_OTHERS = (  # what another reader of YAML takes for a number, a truth or nothing: quoted when written
    ("bool", r"true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N", "tTfFyYnNoO"),
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("float", r"[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", None),
    ("int", r"0[xo][0-9a-fA-F]+", "0"),
)


@dataclass(frozen=True)
class Scalar:
    """A text, and its line."""

    text: str
    line: int


@dataclass(frozen=True)
class Items:
    """A list, and its line."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True)
class Keys:
    """Keys with what stands under each; `lines` has the line of each key."""

    entries: "dict[str, Node]"
    lines: dict[str, int]
    line: int


Node = Scalar | Items | Keys


class _Refused(Exception):
    """Something that this YAML does not have, at a line."""

    def __init__(self, line: int, problem: str, fix: str = YAML.fix, key: str = "") -> None:
        super().__init__(problem)
        self.line, self.problem, self.fix, self.key = line, problem, fix, key


def read(path: str, data: bytes) -> tuple[Node | None, list[Finding]]:
    """The tree of a sheet, or the one finding that says why there is none; `path` is what findings call it."""
    try:
        text = data.decode("utf-8-sig")
        if odd := _ODD_BREAK.search(text):
            raise _Refused(text.count("\n", 0, odd.start()) + 1, f"{visible(odd[0])} ends a line here", _BREAK)
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            raise _Refused(0, "the sheet is empty", "Begin it with source: and its title, genre and publisher.")
        return _node(root, text.splitlines(), set()), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [_found(path, line, f"byte 0x{data[error.start]:02x} is not UTF-8", "Save the file as UTF-8.")]
    except _Refused as refused:
        return None, [_found(path, refused.line, refused.problem, refused.fix, refused.key)]
    except RecursionError:
        return None, [_found(path, 0, "lists and keys stand in one another too deep", YAML.fix)]
    except yaml.YAMLError as error:
        return None, [_no_yaml(path, error, data.decode("utf-8-sig").splitlines())]


def written(tree: dict[str, Any]) -> str:
    """A tree of dicts, lists and texts as a sheet; `read` gives the same texts for it."""
    return str(yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH))


def _found(path: str, line: int, problem: str, fix: str = YAML.fix, key: str = "") -> Finding:
    return Finding(path, line, shown(key), YAML.slug, "", problem, fix)


def _no_yaml(path: str, error: yaml.YAMLError, lines: list[str]) -> Finding:
    """What the parser has against a sheet: at the key whose text it took for something else, where that is seen."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context", "") or ""
    if "flow" in context or "quoted" in context:
        mark = getattr(error, "context_mark", None) or mark  # where what was never closed begins
    if mark is None:
        return _found(path, 0, f"no YAML: {shown(' '.join(str(error).split()), 200)}")
    if fault := unquoted(lines, mark.line):
        return _found(path, fault.line, fault.problem, fault.fix, fault.key)
    problem = " ".join(filter(None, (context, getattr(error, "problem", ""))))
    return _found(path, mark.line + 1, f"no YAML: {shown(' '.join(problem.split()), 200)}")


def _node(node: Any, lines: list[str], seen: set[int], key: str = "") -> Node:
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise _Refused(line, "a * repeats another place of the file", "Write it out.", key)
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rpartition(":")[2] not in ("str", "seq", "map"):
        raise _Refused(line, f"{shown(node.tag)} stands before a value", "Take the tag away.", key)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(_text(node, lines, key), line)
    if node.flow_style and node.value:
        raise _Refused(line, BRACKET, QUOTED + ENTRIES, key)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(one, lines, seen, key) for one in node.value), line)
    return _keys(node, lines, seen)


def _keys(node: Any, lines: list[str], seen: set[int]) -> Keys:
    entries: dict[str, Node] = {}
    places: dict[str, int] = {}
    for key, value in node.value:
        name = _node(key, lines, seen)
        if not isinstance(name, Scalar):
            raise _Refused(key.start_mark.line + 1, "a key is no word")
        if name.text in entries:
            raise _Refused(name.line, f'"{shown(name.text)}" stands on line {places[name.text]} too', "Keep one.")
        entries[name.text], places[name.text] = _node(value, lines, seen, name.text), name.line
    return Keys(entries, places, node.start_mark.line + 1)


def _text(node: Any, lines: list[str], key: str) -> str:
    """The text of a scalar; a comment behind plain words may be a part of them."""
    if node.style is None and node.end_mark.line < len(lines):
        behind = lines[node.end_mark.line][node.end_mark.column :]
        if re.match(r"\s+#", behind):
            raise _Refused(node.end_mark.line + 1, f'"{shown(behind.strip())}" stands behind the text', _MARKS, key)
    return str(node.value).rstrip("\n") if node.style in ("|", ">") else str(node.value)


class _Loader(yaml.BaseLoader):
    """What reads a file up to its nodes."""


class _Dumper(SafeRepresenter, yaml.BaseDumper):
    """What writes texts: plain where every reader of YAML takes them for texts."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent a list below its key."""
        super().increase_indent(flow, False)


def _like_others() -> Iterator[tuple[str, re.Pattern[str], list[str]]]:
    for name, pattern, first in _LIKE_OTHERS:
        yield f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first or "-+.0123456789")


for _tag, _pattern, _first in _like_others():
    _Dumper.add_implicit_resolver(_tag, _pattern, _first)
