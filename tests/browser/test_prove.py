"""The page /prove with what readers give it: by keyboard, wrong files, other encodings, without a script."""

import re

import pytest

from ..door import records
from .reader import Reader
from .watch import Watch

SOURCE = "2025-11-peskov-downplays-leak"
DENIALS = "2025-04-04-peskov-briefing-report"  # with denials, and words without a negation
NEGATIONS = r"\b(not?|never|nor|none|nothing|cannot|without)\b|n[’']t\b"


@pytest.fixture
def reader(tab, door):
    """A reader on the page for a source; what the page does wrong is found at the end."""
    tab.goto(f"/prove?source={SOURCE}")
    with Watch(tab, door) as watch:
        yield Reader(tab, watch)
        assert watch.faults == []


def gives(reader: Reader, name: str, data: bytes) -> str:
    """Choose a file of these bytes; what the page then says."""
    was = reader.main.locator("#said, #verdict").all_inner_texts()
    reader.main.locator("#file").set_input_files({"name": name, "mimeType": "", "buffer": data})
    reader.tab.wait_for_function(
        "was => [...document.querySelectorAll('#said, #verdict')].some((e, i) => e.innerText !== was[i])", arg=was
    )
    return reader.sees(reader.main.locator("#said:not(:empty), #verdict:visible")).inner_text()


def test_what_is_no_text_gets_a_clear_word(reader, tmp_path):
    """A PDF, an empty file, a picture, bytes, a page in one file, a page that a script writes: what it is, what to do."""
    mhtml = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x"
    files = {
        "a.pdf": (b"%PDF-1.7 words", "This is a PDF, and no page or text. Copy its words"),
        "b.txt": (b"", "The file is empty."),
        "c.html": (b"\x89PNG\r\n", "This is a picture"),
        "d.docx": (b"PK\x03\x04words", "This is a packed file"),
        "e.txt": (b"words \x00\x01 words", "This is no text"),
        "f.mht": (mhtml, "a page in one file (MHTML). Save it as"),
        "g.html": (b"<html><script>document.write('words')</script>", "The page has no words of its own"),
        "h.txt": (b" \n...", "There is no word in it."),
        "i.txt": ("\u201cfake\u201d".encode("windows-1252"), "The file is not in UTF-8, and does not say"),
        "j.txt": (b"word " * 400_001, "more than 2 million characters"),
    }
    for name, (data, wanted) in files.items():
        assert wanted in gives(reader, name, data), name
        assert reader.main.locator("#found").is_hidden()
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    reader.drops(large)
    reader.sees("The file has more than 20 MB")


def test_files_in_other_encodings(reader):
    """A page that says its encoding, and a text in UTF-16, are read as what they say."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Заявил: “nothing terrible”'
    for name, data in (("a.html", page.encode("windows-1251")), ("b.txt", "“nothing terrible”".encode("utf-16"))):
        assert ", 1 stands in your copy, " in gives(reader, name, data)
        assert "nothing terrible" in reader.main.locator("#copy mark").all_inner_texts()
        gives(reader, "empty.txt", b"")


def test_by_keyboard_alone(reader):
    """Words are typed, looked up and reached without a mouse; the answer is said where the reader is."""
    reader.presses("Tab", lambda name, text: name == "textarea")
    reader.tab.keyboard.type("Now “nothing terrible,” they say.")
    reader.presses("Tab", lambda name, text: text == "Look in it", 1)
    reader.tab.keyboard.press("Enter")
    heading = reader.main.locator("#verdict:focus")
    reader.sees(heading)
    reader.presses("Tab", lambda name, text: text == "See it in your copy")
    reader.tab.keyboard.press("Enter")
    reader.sees(reader.main.locator("#copy .number:target:focus"))
    reader.tab.keyboard.press("Enter")
    reader.sees(reader.main.locator("#list li:target"))


def card_of(reader: Reader, quotation: str):
    """The card of a quotation in the answer."""
    return reader.main.locator("#list li.card", has=reader.tab.locator(f"a[href$='/{quotation}']"))


def test_what_differs_is_shown_and_nothing_is_concluded(reader, built_file):
    """A copy with one word changed: it is told as near, both sides are shown, and what differs is marked in each."""
    (row,) = records(
        built_file,
        "SELECT id, words FROM quotations WHERE source_id = :id AND words NOT LIKE '%[…]%' ORDER BY length(words) DESC LIMIT 1",
        id=SOURCE,
    )
    first, *middle, last = row["words"].split(" ")
    assert len(middle) > 3
    copy = " ".join((first, "otherwise", *middle[1:], last))
    assert re.search(r"\d differs? in some words", gives(reader, "copy.txt", f"“{copy}” they say.".encode()))
    card = card_of(reader, row["id"])
    reader.sees(card.get_by_text("Differs in some words"))
    ours, theirs = card.locator(".note", has_text="The record:"), card.locator(".note", has_text="Your copy:")
    assert reader.sees(ours).locator("mark").all_inner_texts() == [middle[0].strip(".,")]
    assert reader.sees(theirs).locator("mark").all_inner_texts() == ["otherwise"]
    gives(reader, "empty.txt", b"")
    gives(reader, "copy.txt", row["words"].upper().encode())
    reader.sees(card.get_by_text("The same words, with other capital letters or punctuation"))


def test_a_negation_that_differs_is_named(reader, built_file):
    """Found first, then what lost or has a negation, in words; what is not found comes last, folded with its number."""
    quoted = records(built_file, "SELECT id, words FROM quotations WHERE source_id = :id ORDER BY id", id=DENIALS)
    whole = [one for one in quoted if one["words"] and "[…]" not in one["words"] and len(one["words"].split()) > 4]
    denied = next(one for one in whole if " not " in one["words"])
    free = [one for one in whole if not re.search(NEGATIONS, one["words"], re.IGNORECASE)]
    added = " ".join(("not", *free[1]["words"].split()[1:]))
    copy = [free[0]["words"], denied["words"].replace(" not ", " ", 1), f"{free[1]['words'].split()[0]} {added}"]
    reader.opens(f"/prove?source={DENIALS}")
    said = gives(reader, "copy.txt", "\n\n".join(f"“{one}” they said." for one in copy).encode())
    assert ", 1 stands in your copy, 2 differ by a negation, " in said and said.endswith(" not found"), said
    headings = reader.main.locator("#list :is(h3, summary)").all_inner_texts()
    assert [one.split(":")[0] for one in headings] == [
        "Stand in your copy",
        "Near, but a negation differs",
        "Not found",
    ]
    reader.sees(card_of(reader, denied["id"]).get_by_text("Your copy lacks “not”, which the record has."))
    reader.sees(card_of(reader, free[1]["id"]).get_by_text("Your copy has “not”, which the record lacks."))
    missed = [one for one in quoted if one["id"] not in (free[0]["id"], denied["id"], free[1]["id"])]
    assert card_of(reader, missed[0]["id"]).is_hidden()
    reader.unfolds(f"Not found: {len(missed)}")
    reader.sees(card_of(reader, missed[0]["id"]))
    # A negation put before words that stand turns them, too.
    gives(reader, "copy.txt", f"They did not say “{free[0]['words']}”".encode())
    reader.sees(card_of(reader, free[0]["id"]).get_by_text("In your copy “not” stands just before these words."))


def test_a_place_alone_is_less(reader, built_file):
    """Ends of a place with an invented sentence between them never stand: nobody compared what is between, and that is said."""
    (row,) = records(
        built_file,
        "SELECT id, passage FROM quotations WHERE source_id = :id AND words IS NULL AND proof IS NULL"
        " AND passage LIKE '%[…]%' ORDER BY length(passage) DESC LIMIT 1",
        id=SOURCE,
    )
    said = gives(reader, "copy.txt", row["passage"].replace("[…]", "agreed to all that was asked of him").encode())
    assert ", 0 stand in your copy, of 1 only the place is there, " in said
    card = card_of(reader, row["id"])
    reader.sees(card.get_by_text("Only its ends are there, and nobody compared the words between"))
    reader.sees(card.get_by_text("found. The words between were not compared."))
    assert "stand" not in card.inner_text().casefold()


def test_a_place_without_its_words_is_less(reader, built_file):
    """Of a quotation with words, of which a copy has the ends of the place alone, nothing stands, in part or otherwise."""
    row = next(
        one
        for one in records(
            built_file,
            "SELECT id, words, passage FROM quotations WHERE source_id = :id AND words <> '' ORDER BY id",
            id=SOURCE,
        )
        if "[…]" in one["passage"] and one["words"] not in one["passage"]
    )
    gives(reader, "copy.txt", row["passage"].replace("[…]", "agreed to all that was asked of him").encode())
    card = card_of(reader, row["id"])
    reader.sees(card.get_by_text("Only its ends are there, and nobody compared the words between"))
    assert "stands" not in card.inner_text().casefold()


def test_a_copy_of_another_source(reader):
    """A saved page of a source that was not chosen: nothing stands, and the reader is asked whether it is the right one."""
    page = "<!doctype html><title>Soup</title><h1>Soup</h1><p>Cook the beans, and do not stir. “It is good,” said a cook.</p>"
    assert ", 0 stand in your copy, " in gives(reader, "soup.html", page.encode())
    reader.sees("Is it a copy of this source?")
    reader.follows("let the page find it")
    assert "None of the" in gives(reader, "soup.html", page.encode())


def test_each_quotation_is_counted_once(tab, door, built_file):
    """The page knows each quotation and offers each source once, and its numbers are those of home."""
    tab.goto("/prove")
    known = tab.evaluate("JSON.parse(document.getElementById('record').textContent).quotations.map(one => one.id)")
    rows = records(built_file, "SELECT source_id AS id, count(*) AS quotations FROM quotations GROUP BY 1")
    counted = {one["id"]: one["quotations"] for one in rows}
    assert len(known) == len(set(known)) == sum(counted.values())
    offered = tab.locator("#source option:not([value=''])").evaluate_all(
        "some => some.map(one => [one.value, one.text])"
    )
    assert {key: int(re.search(r"(\d+)\)$", text)[1]) for key, text in offered} == counted and len(offered) == len(
        counted
    )
    tab.goto("/")
    home = tab.locator("dl.facts dd", has_text=re.compile("^[0-9,]+ quotations?:")).all_inner_texts()
    assert sum(int(one.split(" ")[0].replace(",", "")) for one in home) == len(known)
    tab.locator("main").get_by_role("link", name="Prove the record on your own copy").click()
    tab.get_by_role("heading", level=1, name="Prove it on your own copy").wait_for(state="visible")
    tab.locator("main").get_by_role("link", name="check a quotation").click()
    tab.get_by_role("heading", level=1, name="Check a quotation").wait_for(state="visible")


def test_words_that_prove_a_paraphrase(reader, built_file):
    """A quotation without words of the speaker's own stands by the source's words that prove it, which carry no marks."""
    (row,) = records(
        built_file,
        "SELECT id, proof FROM quotations WHERE source_id = :id AND proof <> '' ORDER BY length(proof) DESC LIMIT 1",
        id=SOURCE,
    )
    assert "in your copy" in gives(reader, "copy.txt", f"They {row['proof']}, it is said.".encode())
    card = card_of(reader, row["id"])
    reader.sees(card.get_by_text("Stands in your copy"))
    reader.sees(card.get_by_text("The source's words that show it: found."))
    assert card.locator(".told").inner_text() == row["proof"] and card.locator(".words").count() == 0
    assert row["proof"] in reader.main.locator("#copy").inner_text()


def test_the_page_finds_the_source(tab, built_file):
    """Without a source the one of which most stands in the copy is taken, and others are offered; a stranger's text has none."""
    rows = records(
        built_file,
        "SELECT source_id, name AS title, words FROM quotations JOIN sources ON sources.id = source_id"
        " WHERE length(words) > 60 AND words NOT LIKE '%[…]%' GROUP BY words HAVING count(*) = 1 ORDER BY source_id, quotations.id",
    )
    many = next(one for one in rows if sum(one["source_id"] == other["source_id"] for other in rows) > 1)
    other = next(one for one in rows if one["source_id"] != many["source_id"])
    words = [one["words"] for one in rows if one["source_id"] == many["source_id"]] + [other["words"]]
    tab.goto("/prove")
    tab.locator("#paste").fill("\n\n".join(words))
    tab.get_by_role("button", name="Look in it").click()
    tab.locator("#which", has_text=many["title"]).wait_for(state="visible")
    tab.locator("#which").get_by_role("button", name=re.compile(re.escape(other["title"]))).click()
    tab.locator("#which a", has_text=other["title"]).wait_for(state="visible")
    tab.locator("#paste").fill("A recipe for soup.")
    tab.get_by_role("button", name="Look in it").click()
    tab.get_by_role("status").filter(has_text="That proves nothing").wait_for(state="visible")
    assert tab.locator("#found").is_hidden()


def test_without_a_script(windows, door):
    """Who runs no script is told how the same is proven, and sees no field that does nothing."""
    tab = windows.tab(door, scripts=False)
    tab.goto("/prove?source=no-such-source")
    assert tab.get_by_text("allow scripts here, or open the page in another browser").is_visible()
    assert "readouts validate" not in tab.locator("main").inner_text()
    assert tab.get_by_text("The record quotes no source with the id no-such-source").is_visible()
    assert tab.locator("#file").is_hidden() and tab.locator("#paste").is_hidden()
    tab.get_by_label("Of which source is your copy?").select_option(SOURCE)
    tab.get_by_role("button", name="Choose").click()
    tab.get_by_role("link", name="Open it").wait_for()  # the click leads to a page that is still on its way
    assert tab.url.endswith(f"/prove?source={SOURCE}")
