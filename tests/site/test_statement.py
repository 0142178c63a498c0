"""The statement page: all renderings of what was said once, with the words that only one source prints."""

import re

from readouts.site.pages import statement
from readouts.site.pages.differing_words import Piece, marked

PATH = "/readouts/statements/2024-11-11-peskov-no-call"
ROW = {"id": "s", "speaker": "A", "speaker_id": "a", "organization": None, "organization_id": None, "side": "russia"}
ROW |= {"office": None, "date": "2024-11-11", "date_basis": "stated", "date_words": None, "medium": "briefing"}
ROW |= {"audience": None, "language": None, "summary": None, "note": None}


def rendering(source: str, words: str | None, number: int = 1, form: str = "direct") -> dict:
    cells = {
        "quotation_id": f"{source}-{number}",
        "statement_id": "s",
        "form": form,
        "words": words,
        "passage": "the […] place",
    }
    cells |= {
        "note": None,
        "via_id": None,
        "via": None,
        "source_id": source,
        "source": source.upper(),
        "genre": "report",
    }
    cells |= {"publisher": "P", "publisher_id": "p", "published": "2024", "published_basis": "stated", "address": None}
    return ROW | cells | {"state": "fetched once", "reason": None, "link": None}


def shaped(*renderings: dict, order: tuple[dict, ...] = ()) -> statement.Statement:
    return statement.shape(
        {"statement": (ROW,), "stances": (), "renderings": renderings, "order": order, "readings": ()}
    )


def test_differing_words_are_marked():
    """What no other source prints is marked; case, punctuation and the order of the parts do not count."""
    assert marked("It is pure fiction, simply fake news.", ["Pure fiction!", "It is what it is"]) == (
        Piece("It is pure fiction,", False),
        Piece(" ", False),
        Piece("simply fake news.", True),
    )


def test_a_short_word_alone_is_not_the_same():
    """An article in both is no likeness; a long word is."""
    assert [piece.text for piece in marked("the report", ["report of the day"]) if piece.only_here] == ["the"]


def test_words_are_kept_whole():
    """The pieces together are the words."""
    words = "There was no conversation... This is completely untrue,"
    assert "".join(piece.text for piece in marked(words, ["This is untrue"])) == words


def test_one_source_has_no_marks():
    """Where one source alone prints the words there is nothing to differ from."""
    found = shaped(rendering("a", "fake"), rendering("a", "fiction", 2))
    assert [len(one.cards) for one in found.wordings] == [2]
    assert not any(piece.only_here for card in found.wordings[0].cards for piece in card.pieces)


def test_wordings_stand_by_source():
    """The speaker's words stand by source, and apart from what a source tells in words of its own."""
    found = shaped(rendering("a", "pure fiction"), rendering("a", None, 2, "indirect"), rendering("b", "pure fantasy"))
    assert [one.source for one in found.wordings] == ["a", "b"] and len(found.told) == 1
    assert [piece.text for piece in found.wordings[1].cards[0].pieces if piece.only_here] == ["fantasy"]


def test_nobody_named_leads_to_nobody():
    """A rendering that names nobody is not linked to the person of other renderings."""
    found = shaped(rendering("a", None, 1, "unattributed"))
    assert found.told[0].speaker.id == "" and found.speaker.id == "a"


def test_order():
    """What is known to have been said before and after stands apart."""
    rows = tuple({"id": name, "label": name, "date": "", "earlier": first} for name, first in (("x", 1), ("y", 0)))
    found = shaped(rendering("a", "fake"), order=rows)
    assert [one.id for one in found.earlier] == ["x"] and [one.id for one in found.later] == ["y"]


def test_page(page):
    """The page has who, for whom, when and how that is known, every stance, every rendering, and the evidence."""
    text = page(PATH).text
    assert "<h1>Dmitry Peskov, 11 November 2024</h1>" in text
    assert '<a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a></strong>, Kremlin spokesman' in text
    assert "counted from</abbr> “on Sunday”" in page("/readouts/statements/2024-11-10-tykhyi-not-informed").text
    assert '<a href="/readouts/claims/2024-11-07-call-took-place">' in text and "Denies</abbr>" in text
    assert re.search(r"<mark>[^<]+</mark>", text)
    assert len(re.findall('<div class="card ', text)) > 30
    assert "#:~:text=" in text
    assert "no address held" in page("/readouts/statements/2025-03-russia-matters-accounts").text
    assert '<a href="/readouts/statements/2024-11-us-media-call-reported">' in text


def test_both_readings_are_shown(page):
    """Of a statement that was read twice: how many codings are the same, and each difference with what settled it."""
    drawn = plain(page("/readouts/statements/2024-10-09-peskov-rbc-no-calls"))
    assert "Read twice" in drawn and re.search(r"\b\d+ of \d+ codings are the same", drawn)
    assert (
        "medium: interview by one reader, not-stated by the other, settled as interview" in drawn
        and "The page of RBC itself" in drawn
    )
    assert re.search(
        r"takes a stance: yes by one reader, no by the other, settled as yes , on Claim: There were as many", drawn
    )
    whole = plain(page(PATH))
    assert "Read twice" in whole and "codings are the same" in whole
    assert "Read twice" not in plain(page("/readouts/statements/2025-03-18-rt-call-length"))


def plain(page) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())
