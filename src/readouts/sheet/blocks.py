"""The tree of a sheet held to its form: which keys there are, and what stands under them.

In: the tree that `yaml_text` read, and the forms. Out: a `Sheet` of blocks, whose every text knows its
line and its key, or findings: a key that there is not (with the near one), a list where a text is meant.
Whether a value is good is judged as every cell is, when rows have been made of it.
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from readouts.check.excerpts import excerpt_of
from readouts.finding import Finding, Rule, Severity, shown
from readouts.sheet.form import LISTS, ROOT, TOP, Form
from readouts.sheet.yaml_text import Items, Keys, Node, Scalar

KEY = Rule(
    "sheet.key",
    Severity.ERROR,
    "A block of a sheet has the keys of its form, and under each what the form has there.",
    "Correct the key, or take it away: docs/codebook.md says which there are.",
)


@dataclass(frozen=True, eq=False)
class Block:
    """One block: a row to be, or the name of one.

    `texts` are its texts by key, `blocks` the blocks written out where a name could stand, `lists` those in it,
    `anchors` the lines of the key of that name. `lines` has the line of each key.
    """

    form: Form
    line: int
    texts: Mapping[str, str] = field(default_factory=dict)
    blocks: "Mapping[str, Block]" = field(default_factory=dict)
    lists: "Mapping[str, tuple[Block, ...]]" = field(default_factory=dict)
    anchors: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def inner(self) -> "Iterator[Block]":
        """The blocks that stand in this one, in the order of the sheet's form."""
        yield from self.blocks.values()
        for blocks in self.lists.values():
            yield from blocks


@dataclass(frozen=True)
class Sheet:
    """A whole sheet; `path` is what findings call it."""

    path: str
    source: Block
    text: Block | None
    lists: Mapping[str, tuple[Block, ...]]

    def finding(self, rule: Rule, block: Block, key: str, problem: str, fix: str = "") -> Finding:
        """A finding at a key of a block, at the block itself where it has no such key.

        What stands there is shown with it, unless the problem quotes it.
        """
        text = block.texts.get(key, "")
        return Finding(
            self.path,
            block.lines.get(key, block.line),
            key,
            rule.slug,
            block.texts.get("id", ""),
            problem,
            fix or rule.fix,
            excerpt=None if not text or f'"{shown(text, 120)}"' in problem else excerpt_of(text, problem),
        )


class _Reader:
    """Reads one tree and gathers what is wrong."""

    def __init__(self, path: str, forms: Mapping[str, Form]) -> None:
        self.path, self.forms = path, forms
        self.findings: list[Finding] = []

    def wrong(self, line: int, key: str, problem: str, fix: str = KEY.fix) -> None:
        self.findings.append(Finding(self.path, line, shown(key), KEY.slug, "", problem, fix))

    def known(self, keys: Keys, words: tuple[str, ...], where: str) -> Iterator[tuple[str, Node, int]]:
        """The keys that may stand there; of each other one it is told which is near."""
        for name, node in keys.entries.items():
            if name in words:
                yield name, node, keys.lines[name]
                continue
            near = difflib.get_close_matches(name, words, 1)
            fix = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(words)}."
            self.wrong(keys.lines[name], name, f'"{shown(name)}" is no key of {where}', fix)

    def block(self, form: Form, node: Node, where: str) -> Block:
        if not isinstance(node, Keys):
            self.wrong(node.line, where, f"{where} is {_kind(node)}, and not keys with values", _EXAMPLE.format(where))
            return Block(form, node.line)
        texts: dict[str, str] = {}
        blocks: dict[str, Block] = {}
        lists: dict[str, tuple[Block, ...]] = {}
        anchors: tuple[str, ...] = ()
        for name, value, line in self.known(node, form.words, where):
            if name in form.shape.inner:
                lists[name] = self.blocks(self.forms[form.shape.inner[name]], value, line, name)
            elif name == "anchors":
                anchors = self.anchors(value, line)
            elif isinstance(value, Keys) and form.keys[name].new:
                blocks[name] = self.block(self.forms[form.keys[name].new], value, name)
            elif isinstance(value, Scalar):
                texts |= {name: value.text} if value.text else {}
            else:
                self.wrong(line, name, f"{name} is {_kind(value)}, and not a text", "Write one text behind the key.")
        return Block(form, node.line, texts, blocks, lists, anchors, dict(node.lines))

    def blocks(self, form: Form, node: Node, line: int, name: str) -> tuple[Block, ...]:
        if isinstance(node, Scalar) and not node.text:
            return ()
        if not isinstance(node, Items):
            self.wrong(line, name, f"{name} is {_kind(node)}, and not a list", "Begin each entry with a hyphen.")
            return ()
        return tuple(self.block(form, one, name) for one in node.items)

    def anchors(self, node: Node, line: int) -> tuple[str, ...]:
        lines = node.items if isinstance(node, Items) else ()
        found = tuple(one.text for one in lines if isinstance(one, Scalar) and one.text)
        if not found or len(found) < len(lines):
            self.wrong(line, "anchors", "anchors is no list of lines", ANCHOR)
        return found


_EXAMPLE = "Write its keys below {}, one a line, each with a colon behind it."
ANCHOR = "Take anchors away and give the text, or put back the lines that readouts sheet wrote."


def read(path: str, node: Node, forms: Mapping[str, Form]) -> tuple[Sheet, list[Finding]]:
    """The sheet of a tree, and what is wrong with its keys; with findings the sheet is not whole."""
    reader = _Reader(path, forms)
    if not isinstance(node, Keys):
        reader.wrong(node.line, TOP, f"the sheet is {_kind(node)}, and not keys with values", "Begin it with source:")
        return Sheet(path, Block(forms["source"], 0), None, {}), reader.findings
    roots: dict[str, Block] = {}
    lists: dict[str, tuple[Block, ...]] = {}
    for name, value, line in reader.known(node, (*ROOT, *LISTS), "a sheet"):
        if name in ROOT:
            roots[name] = reader.block(forms[ROOT[name]], value, name)
        else:
            lists[name] = reader.blocks(forms[LISTS[name]], value, line, name)
    if "source" not in node.entries:
        reader.wrong(node.line, "source", "the sheet names no source", "Begin it with source: and its title.")
    source = roots.get("source", Block(forms["source"], node.line))
    return Sheet(path, source, roots.get("text"), lists), reader.findings


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return f'"{shown(node.text)}"' if node.text else "empty"
    return "a list" if isinstance(node, Items) else "keys with values"
