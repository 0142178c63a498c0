"""The search page: a name and a word together, beginnings of words, Cyrillic, and help where nothing is found."""

import re

import pytest

from readouts.site.pages import search
from readouts.site.pages.card import Name
from readouts.site.pages.differ import Piece


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("peskov fake", '"peskov"* AND "fake"*'),
        ("denied", '("deni"* OR "deny"*)'),
        ("deny", '("deni"* OR "deny"*)'),
        ("conversations", '"conversation"*'),
        ("Песков", '"Песков"*'),
        ('he said "pure fiction"', '"he"* AND "said"* AND "pure fiction"'),
        ("“pure fiction”", '"pure fiction"'),
        ('x" OR (NEAR*', '"x"* AND "OR"* AND "NEAR"*'),
        ("2025-07-03", '"2025"* AND "07"* AND "03"*'),
        ("fake fake", '"fake"*'),
        ('"', ""),
    ],
)
def test_what_is_looked_for(query, match):
    """Words by their beginning and without their ending, a phrase as it is, and nothing of the index's own language."""
    assert search.match(search.terms(query)) == match


def test_too_many_words_are_cut():
    """A page of text is no search."""
    assert len(search.terms(" ".join(f"word{number}" for number in range(99)))) == search.WORDS


def test_snippet_in_pieces():
    """The words that were found are marked."""
    assert search.pieces("…so \x02fake\x03 news") == (Piece("…so ", False), Piece("fake", True), Piece(" news", False))


def row(kind, key, place=1, of_kind=1, **more):
    return {
        "kind": kind,
        "id": f"{kind}/{key}",
        "title": key,
        "date": "2025-07-03",
        "side": "none",
        "snippet": "",
        "place": place,
        "of_kind": of_kind,
        "statement_id": key if kind == "statement" else None,
    } | more


def test_groups_stand_by_their_best_result():
    """The kind that has the best result comes first; a result leads to its own page, with date, side and stances."""
    rows = (row("person", "a", side="russia"), row("statement", "s", of_kind=9), row("person", "b"))
    stances = ({"statement_id": "s", "stance": "denies", "claim_id": "c", "claim": "It was so."},)
    page = search.shape("x", "", rows, stances)
    assert [(group.kind, group.rows, [one.name.id for one in group.results]) for group in page.groups] == [
        ("person", 1, ["a", "b"]),
        ("statement", 9, ["s"]),
    ]
    person, statement = page.groups[0].results[0], page.groups[1].results[0]
    assert (person.table, person.side, person.stances) == ("people", "russia", ())
    assert (statement.side, statement.stances) == ("none", (("denies", Name("It was so.", "c")),))
    assert page.rows == 10


def test_a_few_of_each_kind_or_many_of_one():
    """The page of all kinds shows a few of each; the page of one kind shows more of it and nothing else."""
    rows = tuple(row("claim", str(place), place) for place in range(1, 20)) + (row("person", "a"),)
    assert len(search.shown(rows, "")) == search.FEW + 1
    assert len(search.shown(rows, "claim")) == 19


def links(text, table):
    return re.findall(rf'<a href="/readouts/{table}/([^"]+)">', text)


def test_a_speaker_and_a_word_find_the_statement(page):
    """“peskov fake” leads straight to what Peskov called fake, with side, stance and the words marked."""
    text = page("/-/search?q=peskov+fake").text
    assert "2024-11-11-peskov-no-call" in links(text, "statements")
    assert "<mark>fake</mark>" in text and 'class="stance stance-denies"' in text and "side-russia" in text
    assert "/readouts/search/" not in text


@pytest.mark.parametrize(
    "query", ["usha", "deny", "denied", "conversa", "Péskov", "pure+fiction", "%22pure+fiction%22"]
)
def test_what_is_found(page, query):
    """The beginning of a name, another ending, accents, a phrase."""
    assert " result" in re.search(r"<h1>(.*?)</h1>", page(f"/-/search?q={query}").text)[1]


def test_cyrillic_is_found_where_the_record_has_it():
    """The index folds capitals of any alphabet, and finds the beginning of a name in Cyrillic."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search_prefix USING fts5(title, text, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO search_prefix VALUES ('Dmitry Peskov', 'Dmitry Peskov, Дмитрий Песков')")
    for query in ("песк", "ДМИТРИЙ Песков"):
        (count,) = connection.execute(
            search.QUESTIONS["count"], {"match": search.match(search.terms(query))}
        ).fetchone()
        assert count == 1, query


def test_a_name_leads_to_the_person_first(page):
    """Who looks for a person finds the person before what that person said."""
    text = page("/-/search?q=dmitry+peskov").text
    assert text.index('id="person"') < text.index('id="statement"') and "dmitry-peskov" in links(text, "people")


def test_a_kind_can_be_seen_whole(page):
    """The results of one kind have a page; a kind that does not exist is none."""
    text = page("/-/search?q=putin&kind=claim").text
    assert 'id="claim"' in text and 'id="statement"' not in text
    assert 'id="statement"' in page("/-/search?q=putin&kind=x").text


@pytest.mark.parametrize("query", ["", "?q=", "?q=%22", "?q=+*", "?q=%00"])
def test_an_empty_search_says_what_to_do(page, query):
    """Nothing to look for is no error."""
    answer = page(f"/-/search{query}")
    assert answer.status == 200 and "How to search" in answer.text


def test_a_hopeless_search_says_what_each_word_finds(page):
    """Where nothing has all words, each is counted alone, and those that are found are links."""
    text = page("/-/search?q=peskov+xylophone").text
    assert "Nothing found for peskov xylophone" in text and "xylophone: nothing" in text
    assert re.search(r'<a href="[^"]*q=peskov">peskov</a>: \d+ results', text)


def test_a_search_is_shown_as_text(served):
    """Nothing that was typed becomes part of the page's own language."""
    import asyncio

    raw = asyncio.run(served.client.get("/-/search?q=%3Cscript%3Ealert(1)")).text
    assert "&lt;script&gt;alert(1)" in raw and "<script>alert" not in raw
