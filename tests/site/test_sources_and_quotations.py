"""The pages of sources and quotations: the way of the words, what was read, and what proves it."""

import re

import pytest

from readouts.site.pages import PAGES, quotation, source

from ..door import records
from .test_statement import rendering

ROW = {
    "id": "a",
    "title": "A",
    "name": "A",
    "genre": "report",
    "publisher_name": "P",
    "publisher_id": "p",
    "author": None,
}
ROW |= {"language": "en", "published": "2025-02", "published_basis": "stated", "url": None, "archive_url": None}
ROW |= {
    "host_name": None,
    "host_id": None,
    "retrieved": "2026-11-01",
    "note": None,
    "extent": "whole",
    "body_count": 1200,
    "word_count": 1300,
    "lost": None,
    "further": 0,
}


def edge(citing: str, cited: str, end: str) -> dict:
    row = {"source_id": citing, "cited_source_id": cited, "relation": "relies-on", "id": end, "name": end.upper()}
    return row | {
        "untitled": 0,
        "publisher": "P",
        "publisher_id": "p",
        "published": None,
        "retrieved": None,
        "address": None,
    }


def drawn(links: tuple[source.Link, ...]) -> list:
    return [(one.source.id, drawn(one.further)) for one in links]


def shaped(**answers: tuple[dict, ...]) -> source.SourcePage:
    return source.shape(dict.fromkeys(PAGES["sources"].questions, ()) | {"source": (ROW,)} | answers)


def test_way_to_the_first_source():
    """Who quotes whom, branch by branch, to the source that cites nobody."""
    edges = (edge("a", "b", "b"), edge("a", "d", "d"), edge("b", "c", "c"), edge("d", "c", "c"))
    found = shaped(cites=edges).cites
    assert drawn(found) == [("b", [("c", [])]), ("d", [("c", [])])]
    assert found[0].further[0].read is False


def test_a_source_without_a_title_is_called_what_it_is():
    """Our words for it stand below its name, without the brackets; on a way publisher and date are not said twice."""
    bare = ROW | {"title": "[Report on a call]", "name": "Report by P, 9 May 2025"}
    untitled = edge("a", "b", "b") | {"untitled": 1, "name": "Report by P, 9 May 2025", "published": "2025-05-09"}
    found = shaped(source=(bare,), cites=(untitled, edge("a", "c", "c") | {"published": "2025-05-09"}))
    assert (found.title, found.described) == ("Report by P, 9 May 2025", "Report on a call")
    assert shaped().described == ""
    assert [(one.publisher.text, one.date) for one in found.cites] == [("", ""), ("P", "9 May 2025")]


def test_no_source_is_called_by_a_description_of_ours(page, built_file):
    """On pages, in the search and in files a source without a printed title is called what it is, and nothing else."""
    (row,) = records(
        built_file,
        "SELECT sources.id, name, title, quotations.id AS quotation, claim_id FROM sources"
        " JOIN quotations ON source_id = sources.id JOIN stances ON quotation_id = quotations.id"
        " WHERE title LIKE '[%' ORDER BY 1, 4, 5 LIMIT 1",
    )
    own = page(f"/readouts/sources/{row['id']}").text
    assert f"<h1>{row['name']}</h1>" in own and f"In our words: {row['title'][1:-1]}." in own
    assert f"“{row['name']}”. <cite>" in own and f"title = {{{{{row['name']}}}}}" in own
    kinds = (f"sources/{row['id']}", f"quotations/{row['quotation']}", f"claims/{row['claim_id']}")
    for text in (
        own,
        *(page(f"/readouts/{one}").text for one in kinds),
        page(f"/readouts/sources?id={row['id']}").text,
    ):
        assert row["name"] in text and "[Report" not in text and "[Dispatch" not in text
    tables = ("readouts", "claim_timeline", "evidence_status", "wordings", "chains")
    asked = " UNION ".join(f"SELECT {'first_source' if one == 'chains' else 'source'} FROM {one}" for one in tables)
    names = {one for (one,) in records(built_file, f"{asked} UNION SELECT title FROM search WHERE kind = 'source'")}
    assert row["name"] in names and [one for one in names if one.startswith("[")] == []


def test_circle_ends():
    """Two sources that cite each other do not lead round for ever, and the page says that the way comes back."""
    found = shaped(cites=(edge("a", "b", "b"), edge("b", "a", "a"))).cites
    assert drawn(found) == [("b", [("a", [])])] and found[0].further[0].again


def test_users_are_counted_once():
    """Who uses a source, directly or through others: each source counts once, on however many ways it stands."""
    edges = (edge("b", "a", "b"), edge("c", "a", "c"), edge("c", "b", "c"))
    found = shaped(cited_by=edges)
    assert drawn(found.cited_by) == [("b", [("c", [])]), ("c", [])] and found.users == 2
    assert shaped(cited_by=(edge("b", "a", "b"), edge("a", "b", "a"))).users == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "The whole text was held when its quotations were anchored: 1,200 words."),
        (
            {"extent": "excerpt", "body_count": None},
            "A part of the text was held when its quotations were anchored: 1,300 words.",
        ),
        (
            {"lost": "2026-11-30", "further": 2},
            "The whole text was held when its quotations were anchored: 1,200 words; nobody has it any more."
            " It was fetched again twice, by somebody who had not seen that text.",
        ),
        ({"extent": None}, "Not held: we have read it, and keep no text."),
        ({"extent": None, "retrieved": None}, "Not held: nobody of us has had the text."),
    ],
)
def test_held(cells, words):
    """Whether the text was at hand is said in a sentence."""
    assert source.held(ROW | cells) == words


@pytest.mark.parametrize(
    ("cells", "address"),
    [
        ({"published_latest": "2025-02-28"}, "https://web.archive.org/web/20250228/https://a.example/b?c"),
        ({"published_latest": None}, "https://web.archive.org/web/20261101/https://a.example/b?c"),
        ({"published_latest": None, "retrieved": None}, "https://web.archive.org/web/*/https://a.example/b?c"),
        ({"url": None}, ""),
    ],
)
def test_where_an_archived_copy_may_be(cells, address):
    """Made from the address and the last day of its date, else the day on which it was read; nothing says that there is one."""
    assert shaped(source=(ROW | {"url": "https://a.example/b?c"} | cells,)).archived == address


def test_everything_read_in_it():
    """Each quotation has the stances that rest on it, and the evidence is counted by state."""
    read = (rendering("a", "fake"), rendering("a", None, 2, "indirect") | {"state": "not held"})
    stances = ({"quotation_id": "a-2", "claim_id": "c", "claim": "C", "stance": "denies", "opinion": 0},)
    found = shaped(read=read, stances=stances)
    assert [len(one.stances) for one in found.read] == [0, 1]
    assert found.evidence == (("fetched once", 1), ("not held", 1))


def test_source_without_anything():
    """A source known only through others has a page without chains."""
    found = shaped()
    assert (found.cites, found.cited_by, found.users, found.evidence) == ((), (), 0, ())


@pytest.mark.parametrize(
    ("state", "reason", "start", "count", "words"),
    [
        (
            "verified",
            None,
            145,
            11,
            "the text was at hand when this file was built, and the words were found in it (words 146 to 156 of the text)",
        ),
        (
            "verified",
            None,
            0,
            1,
            "the text was at hand when this file was built, and the words were found in it (word 1 of the text)",
        ),
        (
            "fetched twice",
            "the text was not at hand; two fetches have the words",
            2,
            3,
            "the text was not at hand; two fetches have the words (words 3 to 5 of the text)",
        ),
        (
            "not held",
            "nobody held the text",
            None,
            None,
            "nobody held the text; the address of the source is the reader’s proof",
        ),
    ],
)
def test_proof(state, reason, start, count, words):
    """The state of the evidence is told in one sentence, its place counted from 1."""
    assert quotation.proof(state, reason, start, count) == words


def quoted(*others: dict) -> quotation.Quotation:
    extra = {
        "label": "A, 2024",
        "summary": None,
        "start_word": None,
        "word_count": None,
        "waiver": None,
        "proof_state": "not asked",
        "language": "en",
    }
    row = {"stance": "denies", "opinion": 0}
    stances = tuple(row | {"claim_id": id, "claim": id.upper(), "here": here} for id, here in (("c", 0), ("d", 1)))
    return quotation.shape(
        {"quotation": (rendering("a", "pure fiction") | extra,), "stances": stances, "others": others, "witnesses": ()}
    )


@pytest.mark.parametrize(
    ("same_copy", "same_team", "told"),
    [
        ("yes", "no", "on 30 November 2026 by somebody who is none of us: the very words of the coder’s text"),
        ("no", "yes", "on 30 November 2026 by one of us: another copy, with these words"),
    ],
)
def test_who_else_has_seen_it(same_copy, same_team, told):
    """A witness is told by day, by whose it is and by what it had; one of us is never called anything else."""
    row = {"day": "2026-11-30", "address": None, "same_copy": same_copy, "same_team": same_team}
    assert quotation.witness(row) == quotation.Witness(told, "")


def test_quotation_stands_beside_the_other_renderings():
    """Its words are marked where no other source prints them; other places in the same source are no other source."""
    found = quoted(rendering("b", "pure fantasy"), rendering("a", "fiction", 2))
    assert [piece.text for piece in found.card.pieces if piece.only_here] == ["fiction"]
    assert [piece.text for piece in found.others[0].pieces if piece.only_here] == ["fantasy"]


def test_stances_on_other_words_stand_apart():
    """What the statement says elsewhere is not read on these words."""
    found = quoted()
    assert ([one.claim.id for one in found.here], [one.claim.id for one in found.elsewhere]) == (["d"], ["c"])


def test_source_page(page):
    """The chain, what was read with its passage and stances, the text and its evidence, a link to each place."""
    text = page("/readouts/sources/2025-07-03-putin-trump-call-report").text
    assert "The whole text was held" in text or "A part of the text was held" in text
    assert re.search(r'<ul class="way"><li>(relies on|republishes) <strong><a href="/readouts/sources/', text)
    assert "Everything read in it" in text and "Where it stands</summary>" in text and "#:~:text=" in text


def test_a_text_with_many_quotations_unfolds(page, built_file):
    """Of the text in which most was read the first twelve stand open, and all the others unfold; none is lost."""
    sql = "SELECT source_id AS id, count(*) AS number FROM quotations GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    (most,) = records(built_file, sql)
    shown, _, folded = page(f"/readouts/sources/{most['id']}").text.partition("<summary>All the others <small>")
    assert shown.count('<div class="card side-') == 12 and most["number"] > 20
    assert (
        folded.startswith(f"{most['number'] - 12} quotations")
        and folded.count('<div class="card side-') == most["number"] - 12
    )
    assert "All the others" not in page("/readouts/sources/2025-07-03-putin-trump-call-report").text


def test_quotation_page(page):
    """Words, place, the sentence on the evidence, the statement, the other renderings, and a citation that names it."""
    text = page("/readouts/quotations/2024-11-11-peskov-no-call-moscow-times").text
    told = r"<strong>Fetched (once|twice)</strong>: (nobody has the text any more|the text was not at hand); "
    assert re.search(told, text) and "Its place" in text
    assert "The other renderings" in text and 'href="/readouts/statements/2024-11-11-peskov-no-call"' in text
    assert "“Dmitry Peskov, 11 November 2024, direct: " in text
