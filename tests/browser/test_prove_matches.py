"""The scripts of /prove read a text and find words in it just as the matcher does, word for word.

Each test asks Chromium once, for many cases: those of the five texts that are held, as text and as saved pages, and texts
drawn by chance, from a seed, of all that editions and pages change about words.
"""

import html
import random

import pytest

from readouts.evidence.match import Match, find_passage, find_words
from readouts.evidence.source_text import Place, index, normalise, spaced

from ..door import records

ASK = """async (cases) => {
    const [{Text, normalise}, {findPassage, findWords, span}, {htmlText}] = await Promise.all(
        ["source_text", "match", "page_text"].map(one => import(`/-/static-plugins/readouts/${one}.js`)));
    const spans = found => found.miss ?? [found.segments.map(({start, end}) => [start, end - start]), found.inMarks];
    const places = some => some.map(({start, end}) => [start, end - start]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return cases.map(({raw, html, body, cells}) => {
        const text = new Text(html ? htmlText(html) : raw);
        const article = body ? findPassage(text, body) : {};
        if (article.segments) text.body = span(article.segments);
        return {
            normalised: text.normalised,
            words: text.starts.map((start, number) => text.normalised.slice(start, text.ends[number])),
            paragraphs: places(text.paragraphs),
            quoted: places(text.quoted),
            cells: cells.map(([words, passage]) => {
                const there = findPassage(text, passage);
                return [normalise(words), spans(there), words && spans(findWords(text, words, there.segments && span(there.segments)))];
            }),
        };
    });
}"""


def told(case: dict) -> dict:
    """What the matcher makes of a case, in the shape of ASK."""
    text = index(case["raw"])
    if case.get("body"):
        text = index(case["raw"], find_passage(text, case["body"]).place)
    return {
        "normalised": text.normalised,
        "words": text.words(text.whole),
        "paragraphs": places(text.paragraphs),
        "quoted": places(text.quoted),
        "cells": [judged(text, *cell) for cell in case["cells"]],
    }


def judged(text, words: str, passage: str) -> list:
    there = find_passage(text, passage)
    within = there.place if isinstance(there, Match) else None
    return [normalise(words), spans(there), words and spans(find_words(text, words, within))]


def spans(found) -> object:
    return [places(found.segments), found.in_marks] if isinstance(found, Match) else found.reason


def places(some: tuple[Place, ...]) -> list[list[int]]:
    return sorted([place.start, place.count] for place in some)


@pytest.fixture
def ask(tab):
    """What the scripts of the page make of cases."""
    tab.goto("/prove")
    return lambda cases: tab.evaluate(ASK, cases)


def differing(cases: list[dict], answers: list[dict]) -> list[tuple]:
    """The first cases in which the two differ, and where: what a reader of the failure wants to see."""
    wanted = [told(case) for case in cases]
    return [
        (name, one[name], other[name], case["raw"])
        for case, one, other in zip(cases, wanted, answers, strict=True)
        for name in one
        if one[name] != other[name]
    ][:3]


# What a text can be made of: words of several alphabets, whole and in parts, marks, cuts, all kinds of white space.
WORDS = (
    *(
        "the",
        "call",
        "don't",
        "U.S.",
        "28-point",
        "1,000",
        "12:30",
        "Brandsta\u0308tter",
        "cafe\u0301",
        "e\u200b\u0301",
    ),
    *("Песков", "й", "и\u0306", "перегово\u00adры", "не", "ё", "«да»", "Sentence.Next", "a.m.", "Ⅷ", "x²", "½", "ﬁn"),
    *("𝐀𝐁", "😀", "가", "\u1112\u1161\u11ab", "한", "rock\u2011hard", "O’Brien", "’90s", "٣", "一", "ʼtwas", "No."),
    *("Ⅷ.Ⅸ.", "½.x.", "٣.٤.", "٣,٤"),
)
MARKS = (
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "‹",
    "›",
    "‚",
    "(",
    ")",
    "[",
    "…",
    ".",
    ",",
    "–",
    "—",
    "-",
    "!",
    "?",
)
GAPS = (
    *" " * 12,
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2009",
    "\u202f",
    "\u2028",
    "\x85",
    "\x1c",
    "\v",
    "\u3000",
)
NOTHING = ("\u200b", "\u00ad", "\ufeff", "\u2060", "\u200e", "\u180e", "\u202c", "\u206a", "")


def drawn(chance: random.Random) -> dict:
    """A text, and cells that were taken out of it and changed as typography or a mistake changes them."""
    pieces = []
    for _ in range(chance.randint(1, 90)):
        before = chance.choice(MARKS) if chance.random() < 0.2 else ""
        behind = chance.choice(MARKS) if chance.random() < 0.3 else ""
        pieces += [before, chance.choice(WORDS), behind, chance.choice(GAPS), *chance.choices(NOTHING, (*[1] * 8, 30))]
    raw = "".join(pieces)
    bodies = (one for one in (cell(raw, chance) for _ in range(2)) if isinstance(find_passage(index(raw), one), Match))
    return {"raw": raw, "body": next(bodies, ""), "cells": [(cell(raw, chance), cell(raw, chance)) for _ in range(6)]}


def cell(raw: str, chance: random.Random) -> str:
    """A run of the text, or two with a cut between them; now and then with one letter wrong."""
    parts = []
    for _ in range(chance.choice((1, 1, 2, 2, 3))):
        start = chance.randrange(len(raw))
        parts.append(raw[start : start + chance.randint(1, 40)])
    if chance.random() < 0.8:
        parts.sort(key=raw.find)
    joined = " […] ".join(parts)
    if chance.random() < 0.3:
        joined = joined.translate(str.maketrans("“”’", '""\''))
    return joined.replace("a", "o", 1) if chance.random() < 0.1 else joined


def test_drawn_texts_are_read_alike(ask):
    """Six hundred texts drawn by chance: words, paragraphs, marks and places are those of the matcher."""
    chance = random.Random(15)
    cases = [drawn(chance) for _ in range(600)]
    assert differing(cases, ask(cases)) == []
    found = [one for case in cases for one in told(case)["cells"]]
    reasons = {one for _, passage, words in found for one in (passage, words) if isinstance(one, str)}
    # The draw holds what it is for: hits of both kinds, and every way to miss.
    assert sum(isinstance(words, list) for *_, words in found) > 250
    assert sum(isinstance(passage, list) for _, passage, _ in found) > 250
    assert reasons >= {"empty", "cuts", "absent", "order", "apart", "outside", "many"}


@pytest.fixture
def held(real_texts, built_file):
    """The texts that are held as cases, with all that the record quotes of them: words, or those that prove it, and places."""
    cases = []
    for row in records(built_file, "SELECT source_id, file, body FROM texts ORDER BY source_id"):
        if (real_texts / row["file"]).is_file():
            quoted = records(
                built_file,
                "SELECT coalesce(words, proof, '') AS words, passage FROM quotations WHERE source_id = :id ORDER BY id",
                id=row["source_id"],
            )
            raw = (real_texts / row["file"]).read_bytes().decode("utf-8")
            cells = [(one["words"], one["passage"]) for one in quoted]
            cases.append({"raw": raw, "body": row["body"] or "", "cells": cells})
    assert len(cases) >= 5 and sum(len(case["cells"]) for case in cases) > 50
    return cases


def test_held_texts_are_read_alike(ask, held):
    """The five texts, with every quotation that the record has of them."""
    assert differing(held, ask(held)) == []
    assert all(isinstance(passage, list) for case in held for _, passage, _ in told(case)["cells"])


def test_saved_pages_of_them_have_the_same_words(ask, held):
    """The same texts as pages, with menus, scripts, references, soft hyphens, other marks: the same places stand in them."""
    chance = random.Random(15)
    pages = [{**case, "html": saved(case["raw"], chance)} for case in held]
    for case, answer in zip(held, ask(pages), strict=True):
        text, wanted = index(case["raw"]), told(case)
        blocks = {tuple(answer["words"][start : start + count]) for start, count in answer["paragraphs"]}
        assert {tuple(text.words(place)) for place in text.paragraphs} <= blocks
        for (_, passage, words), (_, passage_there, words_there), cells in zip(
            wanted["cells"], answer["cells"], case["cells"], strict=True
        ):
            for here, there in ((passage, passage_there), (words, words_there)):
                assert said(text.words(text.whole), here) == said(answer["words"], there), cells


def said(words: list[str], found: object) -> object:
    """The words of each segment; whether marks hold them is that of the page."""
    return [words[start : start + count] for start, count in found[0]] if isinstance(found, list) else found


def saved(raw: str, chance: random.Random) -> str:
    """A page as a browser saves it, made around the paragraphs of a text."""
    text = index(raw)
    blocks, behind = [], [*(text.starts[place.start] for place in text.paragraphs[1:]), len(text.normalised)]
    for place, end in zip(text.paragraphs, behind, strict=True):
        blocks.append(_dressed(text.normalised[text.starts[place.start] : end].rstrip(), chance))
    menu = "<nav><ul><li><a href='/'>Home</a><li><a href='/world'>World</a></ul></nav>"
    inside = "\n".join(
        f"<{tag}>{block}</{tag}>" for block in blocks for tag in [chance.choice(("p", "div", "h2", "li"))]
    )
    return (
        f"<!doctype html><html><head><title>Page</title><style>p {{ color: red }}</style></head><body>{menu}"
        f"<script>document.body.textContent = 'gone'</script><main>{inside}</main><footer>Buy our mugs</footer></body></html>"
    )


def _dressed(paragraph: str, chance: random.Random) -> str:
    """The words of a paragraph in other clothes: references, line breaks, tags inside, hyphens that are not seen."""
    words = []
    for word in paragraph.split(" "):
        if len(word) > 8 and word.isalpha() and chance.random() < 0.5:
            word = f"{word[:4]}\0shy{word[4:]}"
        told = html.escape(word).replace("\0shy", "&shy;").replace("-", "&#45;")
        words.append(f"<b>{told}</b>" if chance.random() < 0.05 else told)
    return "".join(word + chance.choice((*" " * 8, "&nbsp;", "\n   ", "<!-- break --> ", "&#8239;")) for word in words)


def test_a_page_is_read_without_loading_anything(tab, door):
    """Scripts and pictures of the page that is given are neither run nor asked for, even where the policy would allow it."""
    asked = []
    tab.goto("/-/downloads")  # a page that may ask its own host for pictures and styles
    tab.on("request", lambda request: asked.append(request.url))
    page = (
        f'<img src="{door}/seen.png" onerror="document.title = \'run\'"><script>document.title = "run"</script>'
        f'<link rel="stylesheet" href="{door}/seen.css"><p hidden>Unseen</p>'
        "<pre>two\nlines</pre><p>One <q>said</q> this<br>and\n that</p><table><tr><td>cell<td>by cell</table>"
    )
    read = "async page => (await import('/-/static-plugins/readouts/page_text.js')).htmlText(page)"
    text = tab.evaluate(read, page)
    # What is put on a page itself is asked for: so would the others have been.
    with tab.expect_request("**/control.png"):
        tab.evaluate("() => document.body.append(Object.assign(new Image(), {src: '/control.png'}))")
    assert not [one for one in asked if "seen" in one] and tab.title() != "run"
    lines = [spaced(line) for line in text.split("\n") if line.strip()]
    assert lines == ["two", "lines", "One “said” this", "and that", "cell", "by cell"]
