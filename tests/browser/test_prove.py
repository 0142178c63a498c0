"""The page /prove with what readers give it: by keyboard, wrong files, other encodings, without a script."""

import re

import pytest

from ..door import records
from .reader import Reader
from .watch import Watch

SOURCE = "2025-11-peskov-downplays-leak"


@pytest.fixture
def reader(tab, door):
    """A reader on the page for a source; what the page does wrong is found at the end."""
    tab.goto(f"/prove?source={SOURCE}")
    one = Reader(tab, Watch(tab, door))
    yield one
    assert one.watch.faults == []


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
        assert gives(reader, name, data).startswith("1 of ")
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
    reader.sees(reader.main.locator("#list > li:target"))


def test_what_differs_is_shown_and_nothing_is_concluded(reader, built_file):
    """A copy with one word changed: the words are not found, the place that is nearest is shown, with the word that stands there."""
    (row,) = records(
        built_file,
        "SELECT id, words FROM quotations WHERE source_id = :id AND words NOT LIKE '%[…]%' ORDER BY length(words) DESC LIMIT 1",
        id=SOURCE,
    )
    first, *middle, _last = row["words"].split(" ")
    assert len(middle) > 3
    copy = " ".join((first, *middle, "otherwise"))
    said = gives(reader, "copy.txt", f"“{copy}” they say.".encode())
    assert "in your copy" in said
    card = reader.main.locator("#list > li", has=reader.tab.locator(f"a[href$='/{row['id']}']"))
    reader.sees(card.get_by_text("Not found"))
    near = reader.sees(card.locator(".where", has_text="Its words: not in your copy. Nearest:"))
    assert near.locator("mark").inner_text() == " ".join((first, *middle))
    assert "otherwise" in near.inner_text()
    gives(reader, "copy.txt", row["words"].upper().encode())
    reader.sees(card.get_by_text("The same words, with other capital letters or punctuation"))


def test_a_place_alone_is_less(reader, built_file):
    """Of a quotation of which the record has neither words, only the ends of its place, the page says that its place is there."""
    (row,) = records(
        built_file,
        "SELECT id, passage FROM quotations WHERE source_id = :id AND words IS NULL AND proof IS NULL"
        " AND passage LIKE '%[…]%' ORDER BY length(passage) DESC LIMIT 1",
        id=SOURCE,
    )
    said = gives(reader, "copy.txt", row["passage"].replace("[…]", "as they say").encode())
    assert said.startswith("0 of ") and said.endswith("stand in your copy, and the place of 1 more")
    card = reader.main.locator("#list > li", has=reader.tab.locator(f"a[href$='/{row['id']}']"))
    reader.sees(card.get_by_text("Its place is there"))
    assert card.get_by_text("Stands in your copy").count() == 0


def test_words_that_prove_a_paraphrase(reader, built_file):
    """A quotation without words of the speaker's own stands by the source's words that prove it, which carry no marks."""
    (row,) = records(
        built_file,
        "SELECT id, proof FROM quotations WHERE source_id = :id AND proof <> '' ORDER BY length(proof) DESC LIMIT 1",
        id=SOURCE,
    )
    assert "in your copy" in gives(reader, "copy.txt", f"They {row['proof']}, it is said.".encode())
    card = reader.main.locator("#list > li", has=reader.tab.locator(f"a[href$='/{row['id']}']"))
    reader.sees(card.get_by_text("Stands in your copy"))
    reader.sees(card.get_by_text("The source's words that show it: found."))
    assert card.locator(".told").inner_text() == row["proof"] and card.locator(".words").count() == 0
    assert row["proof"] in reader.main.locator("#copy").inner_text()


def test_the_page_finds_the_source(tab, built_file):
    """Without a source the one of which most stands in the copy is taken, and others are offered; a stranger's text has none."""
    rows = records(
        built_file,
        "SELECT source_id, title, words FROM quotations JOIN sources ON sources.id = source_id"
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


def test_without_a_script(chromium, door):
    """Who runs no script is told how the same is proven, and sees no field that does nothing."""
    context = chromium.new_context(base_url=door, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/prove?source=no-such-source")
    assert tab.get_by_text("readouts validate --texts FOLDER").is_visible()
    assert tab.get_by_text("The record quotes no source with the id no-such-source").is_visible()
    assert tab.locator("#file").is_hidden() and tab.locator("#paste").is_hidden()
    tab.get_by_label("Of which source is your copy?").select_option(SOURCE)
    tab.get_by_role("button", name="Choose").click()
    assert tab.url.endswith(f"/prove?source={SOURCE}") and tab.get_by_role("link", name="Open it").count() == 1
    context.close()
