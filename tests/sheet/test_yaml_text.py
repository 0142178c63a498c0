"""The YAML of a sheet: every value is the text that stands there, and what can be read in two ways is refused."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readouts.sheet import yaml_text

from .adding import plain

TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\u2028\u2029"), max_size=60
)


def found(sheet):
    """The line and the problem of what is wrong with a sheet."""
    node, findings = yaml_text.read("s.yaml", sheet if isinstance(sheet, bytes) else sheet.encode())
    assert node is None and len(findings) == 1 and findings[0].fix
    return findings[0].line, findings[0].problem


@given(
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    )
)
def test_what_is_written_is_read(tree):
    """Any tree of texts comes back as it was: marks, blanks, colons, other scripts, words that look like others."""
    sheet = yaml_text.written({"top": tree})
    node, findings = yaml_text.read("s.yaml", sheet.encode())
    assert not findings and plain(node) == {"top": tree}


@pytest.mark.parametrize(
    "text", ["NO", "2024", "2024-11-11", "null", "~", "1e3", "0x1f", "true", "", "- x", "a: b", "a # b", "[…]", "it's"]
)
def test_another_reader_of_yaml_finds_the_same_texts(text):
    """What is written is a text to YAML 1.2 too, so that an editor does not take a country for a truth."""
    assert yaml.load(yaml_text.written({"a": text}), Loader=yaml.BaseLoader) == {"a": text}
    core = yaml.compose(yaml_text.written({"a": text}))
    quoted = core.value[0][1].style is not None
    assert quoted or text in ("2024-11-11", "it's", "[…]", "") or core.value[0][1].tag.endswith(":str")


@pytest.mark.parametrize(
    ("sheet", "line", "told"),
    [
        ("a: b\nc: d # e", 2, '"# e" stands behind the text'),
        ("a: 1\nb: 2\na: 3", 3, '"a" stands on line 1 too'),
        ("a: b\nc: [x, y]", 2, "begins with [ or {"),
        ("a: b\nc: {x: y}", 2, "begins with [ or {"),
        ("a: &x b\nc: *x", 1, "repeats another place"),
        ("a: b\nc: !!int 3", 2, "stands before a value"),
        ('a: b\nc: "fake" he said', 2, "quotation marks stand around a part of the text"),
        ("a: b\nc: he said: no", 2, "the text has a colon in it"),
        (b"a: b\nc: \xff", 2, "is not UTF-8"),
        ("a: b\nc: d\u2028e", 2, "\\u2028 ends a line here"),
        ("", 0, "the sheet is empty"),
        ("a: b\n---\nc: d", 2, "no YAML"),
        ("? [a]\n: b", 1, "begins with ["),
        ("a:\n" + "".join(f"{' ' * i}- \n" for i in range(1, 2000)), 0, "too deep"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(sheet, line, told):
    """With the line, and what to do."""
    at, problem = found(sheet)
    assert told in problem and at == line


def test_words_need_no_marks_below_a_fold():
    """Behind >- any words may stand as the text prints them; every key knows its line."""
    node, _ = yaml_text.read("s.yaml", b'a: >-\n  "fake": he\n  said #1 [..] it\'s\nb: x\n')
    assert plain(node) == {"a": '"fake": he said #1 [..] it\'s', "b": "x"}
    assert node.lines == {"a": 1, "b": 4} and node.entries["b"].line == 4


@pytest.mark.parametrize(
    ("sheet", "line", "key", "fix"),
    [
        ("source:\n  title: [Report on a remark]\n", 2, "title", "Put the text in quotation marks"),
        ("source:\n  title: [Report] on a remark\n", 2, "title", "Put the text in quotation marks"),
        ("source:\n  title: [Report on a remark\n  genre: report\n", 2, "title", "Put the text in quotation marks"),
        ("source:\n  note: He said: no\n  genre: report\n", 2, "note", "Put the text in quotation marks"),
        ("source:\n  note: He said\n    twice: no\n", 2, "note", "Put the text in quotation marks"),
        ("statements:\n  - places:\n      - words: so: it is\n", 3, "words", "Put the text in quotation marks"),
        ("source:\n  note: Item #1 # of two\n", 2, "note", "Put the text in quotation marks"),
        ("source:\n  author: @kremlin\n", 2, "author", "Put the text in quotation marks"),
        ('source:\n  title: "never closed\n  genre: report\n', 2, "title", "Write >- behind the key"),
        ("source:\n  genre: report\n   title: x\n", 2, "genre", "begin it as far in as this one"),
        ("source:\n  cites:\n    - a: b\n   title: x\n", 4, "", "Write one key a line"),
    ],
)
def test_a_text_that_is_taken_for_something_else_is_named_by_its_key(sheet, line, key, fix):
    """At the line of the key, with what is most likely to be meant first; a key that stands wrong is no text."""
    _, (finding,) = yaml_text.read("s.yaml", sheet.encode())
    assert (finding.line, finding.column) == (line, key) and fix in finding.fix
