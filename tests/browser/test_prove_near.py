"""What /prove makes of copies in which a word of a quotation was changed, drawn from a seed over the whole record.

Chromium is asked once for all cases of a test, through the modules of the page.
"""

import random
import re

import pytest

from readouts.evidence.source_text import index
from readouts.quote.turning_words import nature, negations

from ..door import records

WEIGH = """async (cases) => {
    const {judge, negating, read, weighed} = await import("/-/static-plugins/readouts/proven.js");
    const {negations} = JSON.parse(document.getElementById("record").textContent);
    return cases.map(([copy, words, language]) => {
        const text = read(copy), one = {words, proof: "", passage: words, form: "direct"};
        const {kind, before} = weighed(text, judge(text, one), negating(negations, language));
        return before ? `${kind} behind ${before}` : kind;
    });
}"""
LEAST = 4  # words, of which one is changed


@pytest.fixture
def weigh(tab):
    """The kind of each case: a copy, the words of a quotation, the language of its source."""
    tab.goto("/prove")
    return lambda cases: tab.evaluate(WEIGH, cases)


@pytest.fixture
def quoted(built_file):
    """Words of each quotation, in one piece, and their language."""
    rows = records(
        built_file,
        "SELECT DISTINCT words, language FROM quotations JOIN sources ON sources.id = source_id"
        " WHERE words NOT LIKE '%[…]%' ORDER BY words, language",
    )
    return [(one["words"], one["language"] or "") for one in rows]


def places(words: str) -> list[tuple[int, int]]:
    """Where each word begins and ends, in words that are normalised."""
    text = index(words)
    return list(zip(text.starts, text.ends, strict=True))


def drawn(quoted, chance, changed) -> list[tuple[str, str, str]]:
    """Copies that lack, have more or have other words, each between two sentences of its own."""
    cases = []
    for words, language in quoted:
        normal = index(words).normalised
        if len(places(normal)) >= LEAST and (other := changed(normal, places(normal), language, chance)):
            cases.append((f"It was on a Tuesday: {other.strip()}\n\nThen rain fell.", words, language))
    return cases


def without_a_negation(words, found, language, chance):
    """The words less one negation, unless they have none."""
    denied = [
        (start, end)
        for start, end in found
        if nature(words[start:end].casefold(), language.split("-")[0]) == "negation"
    ]
    if not denied:
        return None
    start, end = chance.choice(denied)
    return words[:start] + words[end:].lstrip()


def with_a_negation(words, found, language, chance):
    """The words with a negation more, behind the first of them."""
    known = negations().get(language.split("-")[0])
    if not known:
        return None
    start, _ = chance.choice(found[1:])
    return words[:start] + chance.choice([one for one in known if "*" not in one]) + " " + words[start:]


def with_another_word(words, found, language, chance):
    """The words with one of them, no negation, another that is none."""
    free = [(start, end) for start, end in found if nature(words[start:end].casefold(), "") != "negation"]
    if not free:
        return None
    start, end = chance.choice(free)
    return words[:start] + "xylophone" + words[end:]


def test_no_negation_is_lost_unseen(weigh, quoted):
    """Of each quotation that denies, in its copy one negation is gone: the page says that a negation differs."""
    cases = drawn(quoted, random.Random(15), without_a_negation)
    assert len(cases) > 80
    assert [case for case, kind in zip(cases, weigh(cases), strict=True) if kind != "turned"] == []


def test_no_negation_comes_in_unseen(weigh, quoted):
    """Each quotation, in its copy with one negation more: the page says that a negation differs."""
    cases = drawn(quoted, random.Random(15), with_a_negation)
    # A negation that is said twice over ("Non non so") leaves the words as they were.
    cases = [case for case in cases if not re.search(r"\b(\w+)\W+\1\b", case[0], re.IGNORECASE)]
    assert len(cases) > 200
    assert [case for case, kind in zip(cases, weigh(cases), strict=True) if kind != "turned"] == []


def test_no_other_word_stands(weigh, quoted):
    """Each quotation, in its copy with one word another: near, and no negation is said to differ."""
    cases = drawn(quoted, random.Random(15), with_another_word)
    assert len(cases) > 200
    assert set(weigh(cases)) == {"near"}


def test_a_word_behind_a_shortened_quotation_is_not_ours(tab):
    """Of a copy that breaks off before the last word of a quotation, the word behind it is no difference."""
    tab.goto("/prove")
    lost, more, turned = tab.evaluate(
        """async () => {
            const [{near}, {Text}] = await Promise.all(
                ["near", "source_text"].map(one => import(`/-/static-plugins/readouts/${one}.js`)));
            const found = near(new Text("“We have reached this stage,” he said."), "we have not reached this stage yet", one => one === "not");
            return [found.lost, found.more, found.turned];
        }"""
    )
    assert (lost, more, turned) == ([2, 6], [], True)


def test_what_is_elsewhere_is_not_near(weigh, quoted):
    """A quotation in a copy of words of another source is not told as near, but for a few that are like each other."""
    chance = random.Random(15)
    others = [
        (f"{' '.join(one for one, _ in chance.sample(quoted, 20))}", words, language) for words, language in quoted
    ]
    strangers = [(copy, words, language) for copy, words, language in others if not held(copy, words)]
    kinds = weigh(strangers)
    assert len(strangers) > 200
    assert sum(kind != "absent" for kind in kinds) < len(kinds) / 20, [
        case for case, kind in zip(strangers, kinds, strict=True) if kind != "absent"
    ]


def held(copy: str, words: str) -> bool:
    """Whether the words, letters alone, stand in the copy."""
    bare = lambda one: re.sub(r"\W+", " ", one.casefold()).strip()  # noqa: E731
    return bare(words) in bare(copy)
