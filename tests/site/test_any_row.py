"""Any row: led to under its old id, called by names, its codes explained, its booleans words."""

import re

import pytest

from readouts.export.files import build
from readouts.site.facts import Glossary
from readouts.site.pages import any_row

from ..conftest import VOCABULARY, minimal
from ..door import Reader, serving


@pytest.fixture(scope="module")
def renamed(tmp_path_factory):
    """Ask a small record in which the person dmitry-peskov was once called old-name."""
    copy = minimal(tmp_path_factory.mktemp("renamed"))
    copy.add("redirects", table="people", old_id="old-name", new_id="dmitry-peskov", reason="Two rows were one.")
    copy.add("redirects", table="organizations", old_id="old-name", new_id="kremlin", reason="A typing error.")
    (copy.root / "build").mkdir()
    build(copy.check().checked, copy.root / "build" / "readouts.db")
    with serving(copy.root) as address, Reader(address) as reader:
        yield reader.ask


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/readouts/people/old-name", "/readouts/people/dmitry-peskov"),
        ("/readouts/people/old-name.json?_shape=array", "/readouts/people/dmitry-peskov.json?_shape=array"),
        ("/-/cite/people/old-name.bib", "/-/cite/people/dmitry-peskov.bib"),
    ],
)
def test_old_address_leads_on(renamed, old, new):
    """An address that was cited leads for good to the row under its new id, in the same format."""
    answer = renamed(old)
    assert (answer.status, answer.headers["location"]) == (301, new)
    assert "content-security-policy" in answer.headers


def test_only_the_renamed_row_leads_on(renamed):
    """The same id in another table is another row, and leads elsewhere or nowhere."""
    assert renamed("/readouts/organizations/old-name").headers["location"] == "/readouts/organizations/kremlin"
    assert renamed("/readouts/claims/old-name").status == 404


def test_row_says_what_it_was_called(renamed):
    """The row's page names the id that it had, and why it has another."""
    text = renamed("/readouts/people/dmitry-peskov").text
    assert "had the id <code>old-name</code> before: Two rows were one." in text
    assert "before:" not in renamed("/readouts/people/donald-trump").text


def test_row_without_a_label_is_called_by_names(page):
    """A stance is called by its statement and its claim, a part by event, body and person: no title is an id."""
    stance = page("/readouts/stances/2024-11-11-peskov-no-call,2024-11-07-call-took-place").text
    assert re.search(
        r"<h1>Stances: Dmitry Peskov, 11 November 2024: .+ / Claim: “Donald Trump and Vladimir Putin spoke by", stance
    )
    part = page("/readouts/event_participants/2024-11-07-trump-putin-call-putin").text
    title = re.search(r"<h1>(.+)</h1>", part)[1]
    assert title.count(" / ") >= 1 and "2024-11-07-trump-putin-call-putin" not in title


def test_part_of_a_key_that_leads_nowhere_stays(page):
    """Where only a part of the key leads to a row, the rest of it stands behind the name."""
    assert re.search(
        r"<h1>[^<]+: Claim: “Donald Trump and Vladimir Putin spoke [^<]+” / 1</h1>",
        page("/readouts/claim_timeline/2024-11-07-call-took-place,1").text,
    )


def test_booleans_are_words():
    """Yes or no stands where the table has 1 or 0; a number stays a number."""
    found = any_row.shape({"opinion": 1, "leaked": 0, "count": 1}, {}, {"booleans": ["opinion", "leaked"]})
    assert [one.text for one in found.items] == ["yes", "no", "1"]


def test_booleans_are_known_from_the_tables(page):
    """Which columns are booleans comes with the metadata, from the derived tables' own descriptions."""
    text = page("/readouts/positions").text
    assert text
    row = page("/readouts/claim_timeline/2024-11-07-call-took-place,1").text
    assert re.search(r"<dt[^>]*>Opinion</dt>\s*<dd>(yes|no)</dd>", row)


def test_glossary_remembers_what_was_asked():
    """Only the codes of a page are explained on it."""
    known = {("stance", code): VOCABULARY.stances[code] for code in ("denies", "asserts")}
    glossary = Glossary(known)
    assert glossary.get(("stance", "denies")).label == "Denies" and glossary.get(("stance", "x")) is None
    assert list(glossary.seen) == [("stance", "denies")]


def test_codes_are_explained_without_a_pointer(page):
    """Every code on a row's page is defined in its text: a title alone cannot be read by touch."""
    text = page("/readouts/claims/2024-11-07-call-took-place").text
    explained = text[text.index("What the words mean") :]
    for label, definition in re.findall(r'<abbr title="([^"]+)">([^<]+)</abbr>', text):
        assert f"<dt>{definition}</dt><dd>{label}</dd>" in explained
    assert "/readouts/codes" in explained
