"""Nine ways through the record as a person goes them: by what stands on the page, wide and narrow, light and dark.

What must be there comes from the built file by SQL, and what is asserted is seen: it has a box, is on the screen, and
nothing lies upon it.
"""

import csv
import html
import re
import sqlite3
from contextlib import closing
from itertools import product

import pytest

from readouts.evidence.match import Match, find_words
from readouts.evidence.source_text import index

from ..conftest import LONG
from .look import SCHEMES, accessible
from .pages import WIDTHS
from .reader import Reader
from .watch import Watch

ASKED = "Search people, words, claims, contacts and sources"


# A way is the same light and dark, but for what axe says where it ends; in the short form ways take turns (conftest.py).
SCREENS = [*product(WIDTHS, SCHEMES)] if LONG else [*zip(WIDTHS, SCHEMES, strict=True)]


@pytest.fixture(params=SCREENS, ids=lambda one: f"{one[0]}-{one[1]}")
def reader(request, windows, door):
    """A reader with a screen of this width, who likes it light or dark; where a way ends, axe finds nothing either."""
    width, scheme = request.param
    tab = windows.tab(door, width, scheme)
    with Watch(tab, door) as watch:
        yield (one := Reader(tab, watch))
        one.is_at_ease()
        assert accessible(tab, (scheme,), again=not LONG) == []  # the pages are asked as wholes in test_pages.py


@pytest.fixture
def told(record):
    """Rows of the built file: a function of SQL and its parameters."""

    def ask(sql: str, *given: str) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(record)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, given).fetchall()

    return ask


def test_from_a_word_to_the_evidence(reader, told):
    """Home's search finds a quotation; two clicks on, its page says how it is proven and leads to its place in the source."""
    reader.opens("/")
    reader.main.get_by_label(ASKED).fill("peskov fake")
    reader.sends("Search")
    reader.sees(reader.main.get_by_role("heading", level=1, name=re.compile("peskov fake")))
    reader.follows(re.compile("^Dmitry Peskov, "), reader.main.locator(".results"))
    quotation = reader.main.locator(".card", has_text=re.compile("fake", re.I)).first
    reader.sees(quotation.locator(".words"))
    key = quotation.get_attribute("id")
    (known,) = told("SELECT * FROM evidence_status WHERE quotation_id = ?", key)
    assert "Peskov" in known["speaker"]
    source = reader.sees(quotation.get_by_role("link", name="Read it at the source"))
    assert source.get_attribute("href") == known["place_address"]
    reader.follows(known["state"], quotation)
    reader.sees(known["reason"] or known["state"])
    reader.sees(known["words"][:30])


def test_the_denials_of_the_kremlin_in_2024(reader, told):
    """Three choices leave the Kremlin's denials of 2024, and the file that is then taken has just those rows."""
    reader.opens("/")
    reader.follows("Claim timeline")
    count(reader, "In the name of")
    for heading, value in (("In the name of", "The Kremlin"), ("Stance", "Denies"), ("Year", "2024")):
        narrow(reader, heading, value)
    wanted = told(
        "SELECT claim_id, quotation_id FROM claim_timeline WHERE stance = 'denies' AND year = '2024'"
        " AND organization = 'The Kremlin'"
    )
    reader.sees(f"{len(wanted)} rows")
    with reader.takes("CSV").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted((row["claim_id"], row["quotation_id"]) for row in rows) == sorted(map(tuple, wanted))


def narrow(reader: Reader, heading: str, value: str) -> None:
    """Choose one value of a facet, which stands beside the table, or under the button "Narrow down"."""
    facet = reader.main.locator(".facet-info").filter(
        has=reader.tab.get_by_role("heading", name=re.compile(f"^{heading}"))
    )
    open_facets(reader)
    reader.follows(re.compile(f"^{re.escape(value)}"), facet)


def count(reader: Reader, column: str) -> None:
    """Make a facet of another column."""
    open_facets(reader)
    reader.sees(reader.main.get_by_label("Count another column")).select_option(label=column)
    reader.sends("Count")


def open_facets(reader: Reader) -> None:
    """Where there is no room for the facets beside the table, a button opens them."""
    button = reader.main.get_by_role("button", name=re.compile("^Narrow down"))
    if button.is_visible():
        reader.sees(button).click()


def inside(reader):
    """Whether what has the focus leads to a place of the page itself."""
    return reader.tab.evaluate("(document.activeElement.getAttribute('href') || '').startsWith('#at-')")


def test_a_timeline_by_keyboard(reader, told):
    """By keyboard alone: from the search at the top to a claim, into its timeline, and to a whole statement."""
    (claim,) = told(
        "SELECT claim_id AS id, claim AS text FROM claim_timeline GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    )
    reader.opens("/")
    reader.presses("Tab", lambda name, text: text == "Skip to the content")
    reader.presses("Tab", lambda name, text: name == "input")
    reader.tab.keyboard.type(claim["text"])
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url("**/-/search?*")
    reader.presses("Tab", lambda name, text: name == "a" and text == claim["text"])
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url(f"**/readouts/claims/{claim['id']}")
    first, *_ = told("SELECT * FROM claim_timeline WHERE claim_id = ? ORDER BY place", claim["id"])
    reader.presses(
        "Tab", lambda name, text: name == "a" and text.startswith(f"{first['speaker']}, ") and inside(reader)
    )
    reader.tab.keyboard.press("Enter")
    row = reader.tab.locator("tr:target")
    reader.sees(row.get_by_text(first["words"][:40]))
    reader.presses("Tab", lambda name, text: text == "the whole statement")
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url(f"**/readouts/statements/{first['statement_id']}*")
    reader.sees(reader.tab.locator(f"[id='{first['quotation_id']}']"))


@pytest.mark.every_screen
def test_two_wordings_are_compared(reader, told):
    """What two sources print of one remark stands side by side (one below the other on a narrow screen), what differs marked."""
    (most,) = told("SELECT statement_id, speaker FROM wordings GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
    reader.opens(f"/readouts/statements/{most['statement_id']}")
    reader.sees(reader.main.get_by_role("heading", name="The speaker’s words, as printed"))
    reader.sees("words that no other source in the record prints")
    first, second = (reader.main.locator(".beside > div").nth(place) for place in (0, 1))
    for one in (first, second):
        reader.sees(one.locator(".words"))
        reader.sees(one.get_by_role("link", name="Read it at the source"))
    left, right = first.bounding_box(), second.bounding_box()
    if reader.tab.viewport_size["width"] > 1000:
        assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
    else:
        assert left["x"] == right["x"] and left["y"] + left["height"] <= right["y"]
    mark = reader.sees(reader.main.locator(".words mark"))
    look = mark.evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e.parentElement).backgroundColor]"
    )
    assert look[0] != look[1]


def test_a_contact_its_accounts_and_their_sources(reader, told):
    """A contact of the list: each side's account with its words, then a source and the chain down to where it has them from."""
    (event,) = told(
        "SELECT event_id AS id, event AS title, date FROM accounts WHERE claim_kind = 'occurrence'"
        " AND russia = 'asserts' AND united_states = 'asserts' AND length(date) = 10 AND event_id IN ("
        "SELECT r.event_id FROM readouts r JOIN chains c ON c.first_source_id = r.source_id WHERE c.hop > 1)"
        " ORDER BY date DESC LIMIT 1"
    )
    reader.opens("/")
    reader.goes_to("Contacts")
    day = f"{int(event['date'][8:])} {MONTHS[int(event['date'][5:7]) - 1]} {event['date'][:4]}"
    listed, pages = reader.main.locator(".contact").filter(has_text=day).filter(has_text=event["title"]), 1
    while not listed.count():
        pages += 1
        reader.follows(str(pages), reader.main.get_by_role("navigation", name="Pages of the contacts"))
    reader.follows(event["title"], listed)
    reader.sees(reader.main.get_by_role("heading", name="What each side says, side by side"))
    for side in ("russia", "united-states"):
        cells = reader.main.locator(".accounts td", has=reader.tab.locator(f".account-of .side-{side}"))
        reader.sees(cells.first.locator(".stance"))
        reader.sees(cells.locator(".quote .more"))
    chains = told(
        "SELECT DISTINCT c.first_source AS title, c.cited FROM chains c JOIN readouts r ON r.source_id = c.first_source_id"
        " WHERE r.event_id = ? AND c.hop > 1 ORDER BY c.hop DESC, c.id",
        event["id"],
    )
    links = [(one, reader.main.get_by_role("link", name=one["title"], exact=True).first) for one in chains]
    deep, _ = next((one, link) for one, link in links if link.is_visible())
    reader.follows(deep["title"])
    reader.sees(reader.main.get_by_role("heading", name="From whom it has its words"))
    reader.sees(reader.main.locator(".chain").get_by_text(deep["cited"]))


def test_one_month_of_one_person(reader, told):
    """A person of the list, one month unfolded: every statement of that month, and how many it says there are."""
    month, count = told(
        "SELECT month, count(DISTINCT statement_id) FROM readouts WHERE speaker_id = 'dmitry-peskov'"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    )[0]
    reader.opens("/")
    reader.goes_to("People")
    reader.follows("Dmitry Peskov")
    reader.sees(reader.main.get_by_role("heading", level=1, name="Dmitry Peskov"))
    name = MONTHS[int(month[5:]) - 1]
    fold = reader.unfolds(re.compile(rf"^{name} {month[:4]} {count} statements"))
    cards = fold.locator(":scope > .card")
    assert cards.count() == count
    for place in (0, count - 1):
        reader.sees(cards.nth(place).locator(".how"))
        reader.sees(cards.nth(place).get_by_role("link", name=re.compile("the whole statement")))


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def test_a_record_is_cited(reader, told):
    """A record's page says how to cite it, in text and in BibTeX; a button copies it with the day; the file is what stands there."""
    (claim,) = told("SELECT id, text FROM claims ORDER BY id LIMIT 1")
    reader.opens("/")
    reader.goes_to("Claims")
    reader.follows(claim["text"])
    cite = reader.tab.get_by_role("region", name="Cite this record")
    address = reader.sees(cite.locator(".address")).inner_text()
    assert address.endswith(f"/readouts/claims/{claim['id']}")
    assert "accessed: add your date" in cite.inner_text() and claim["text"].rstrip(".") in cite.inner_text()
    shown = reader.sees(cite.locator(".citation")).inner_text()
    reader.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.sees(cite.get_by_role("button", name="Copy it with today’s date")).click()
    reader.sees(re.compile("^Copied: accessed"))
    day = reader.tab.evaluate("() => new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })")
    copied = reader.tab.evaluate("() => navigator.clipboard.readText()")
    assert copied == " ".join(shown.split()).replace("accessed: add your date", f"accessed {day}")
    fold = reader.unfolds("BibTeX", cite)
    shown = reader.sees(fold.locator("pre")).inner_text()
    assert shown.startswith("@") and address in shown
    assert reader.takes("as a file", fold).read_text(encoding="utf-8").strip() == shown.strip()


def test_nothing_found_and_then_something(reader, told):
    """Who opens a wrong address can search from there; who then finds nothing is told so, and led to something."""
    assert told("SELECT count(*) AS n FROM search WHERE text LIKE '%xylophone%'")[0]["n"] == 0
    reader.opens("/readouts/claims/no-such-claim")
    reader.sees(reader.main.get_by_role("heading", level=1, name="There is no such page"))
    reader.main.get_by_role("searchbox").fill("xylophone")
    reader.sends("Search")
    reader.sees(reader.main.get_by_role("heading", level=1, name="Nothing found for xylophone"))
    reader.sees(reader.main.get_by_role("heading", name="How to search"))
    reader.follows("peskov fake")
    reader.sees(reader.main.get_by_role("heading", level=1, name=re.compile(r"^[\d,]+ results? for peskov fake")))
    reader.sees(reader.main.locator(".results").get_by_role("link", name=re.compile("^Dmitry Peskov, ")))


def test_a_quotation_is_checked(reader, told):
    """From home: a true quotation, the same with a "not" less, a clause cut out of it, and one that is nobody's."""
    (row,) = told(
        "SELECT quotations.id, words, speaker FROM quotations JOIN sources ON sources.id = source_id WHERE language = 'en'"
        " AND words LIKE '% not %_______________' AND words NOT LIKE '%[%' ORDER BY length(words) DESC, 1 LIMIT 1"
    )
    before, _, after = row["words"].rpartition(" not ")
    reader.opens("/")
    reader.follows("Check a quotation")
    for words, verdict, caution in (
        (row["words"], "Printed so", ""),
        (f"{before} {after}", "Printed otherwise", "The record’s words have “not”, a negation, which the pasted words"),
        (after, "Part of a sentence that says more", "Outside the pasted words the same sentence has"),
    ):
        reader.sees(reader.main.get_by_label("The words, or a paragraph")).fill(words)
        reader.sends("Check")
        assert reader.main.get_by_role("heading", level=2).first.bounding_box()["y"] < 400
        reader.sees(reader.main.get_by_role("heading", level=2, name=verdict))
        reader.sees(re.compile(f"^{caution}")) if caution else None
        whole = reader.main.locator(".card", has_text=row["words"][:40]).first
        reader.sees(whole.locator(".words"))
        reader.unfolds("Check other words")
    reader.main.get_by_label("The words, or a paragraph").fill("“The envoy drank his tea by candlelight”")
    reader.main.get_by_label("Who is said to have said it").fill(row["speaker"])
    reader.main.get_by_label("When: a day or a month").fill("March 2025")
    reader.sends("Check")
    reader.sees(reader.main.get_by_role("heading", level=2, name="Not in the record"))
    reader.sees("Of March 2025 the record covers the accounts of contacts so, by who met or spoke:")
    reader.sees(reader.main.get_by_role("listitem").filter(has_text="March 2025"))


def test_proof_in_ones_own_hands(reader, told, tmp_path):
    """From a source to /prove: a saved page is dropped, without a network, and each quotation is found in it or not."""
    (source,) = told(
        "SELECT source_id AS id FROM quotations WHERE words IS NOT NULL GROUP BY 1 HAVING count(*) > 5 ORDER BY 1 LIMIT 1"
    )
    quoted = told("SELECT id, words, proof, passage FROM quotations WHERE source_id = ?", source["id"])
    paragraphs = [f"“{one['words'].replace('[…]', 'or so,')}” she heard." for one in quoted[::2] if one["words"]]
    copy = tmp_path / "saved.html"
    copy.write_text("<ul><li>Menu</ul>" + "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs), encoding="utf-8")
    text = index("Menu\n\n" + "\n\n".join(paragraphs))
    exact = {one["id"]: one["words"] or one["proof"] for one in quoted}
    standing = [key for key, words in exact.items() if words and isinstance(find_words(text, words), Match)]
    assert 2 < len(standing) < len(quoted)

    reader.opens(f"/readouts/sources/{source['id']}")
    reader.follows("Prove it on your own copy")
    reader.sees("The page goes from the record to your copy")
    reader.sees("Nothing that you give is sent anywhere")
    asked = []
    reader.tab.on("request", lambda request: asked.append(request.url))
    reader.tab.context.set_offline(True)
    reader.drops(copy)
    heading = reader.sees(reader.main.get_by_role("heading", name=re.compile("in your copy")))
    assert heading.inner_text().startswith(
        f"Of the record’s {len(quoted)} quotations, {len(standing)} stand in your copy"
    )
    cards = reader.main.locator("#list li.card", has_text="Stands in your copy")
    linked = [one.get_attribute("href") for one in cards.get_by_role("link", name="The quotation in the record").all()]
    assert sorted(linked) == sorted(f"/readouts/quotations/{one}" for one in standing)
    reader.sees("What is not found is not refuted by that")
    first = cards.filter(has_text="Its words: found, inside quotation marks").first
    words = first.locator(".words").inner_text().strip("“”,. ").split(" […] ")[0]
    reader.sees(first.get_by_role("link", name="See it in your copy")).click()
    reader.sees(reader.main.locator("#copy p", has_text=words).locator("mark"))
    number = reader.sees(reader.main.locator("#copy .number:target"))
    assert number.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    number.click()
    reader.sees(reader.main.locator("#list li:target").get_by_text(words))
    assert asked == []
    reader.tab.context.set_offline(False)
