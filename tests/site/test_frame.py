"""What every page of the reading room has: landmarks, names for ids, a citation, headers, no request elsewhere."""

import hashlib
import re
from importlib.resources import files

import pytest
from datasette.app import Datasette

from readouts.site.cite import citation
from readouts.site.dates_in_words import duration, in_words
from readouts.site.facts import Facts, base_address
from readouts.site.pages import PAGES, any_row

from ..conftest import LONG
from ..door import records

SITE = files("readouts.site")
CLAIM = "/readouts/claims/2024-11-07-call-took-place"
STATEMENT = "/readouts/statements/2024-11-11-peskov-no-call"
ROLE = "/readouts/roles/dmitry-peskov-kremlin"
KINDS = ("/", "/readouts", "/readouts/claims", "/readouts/who_denied_what?side=russia", CLAIM, STATEMENT, ROLE, "/nope")
FACTS = Facts("readouts", "Readouts", "", "1.2.0", "2026-11-22", "The curators", "CC-BY-4.0", "CC BY", "https://cc")


def test_stock_frame_is_the_one_ours_was_written_for():
    """base.html is written anew for the blocks of Datasette's own: when that changes, ours must be looked at."""
    stock = files("datasette").joinpath("templates/base.html").read_bytes()
    assert hashlib.sha256(stock).hexdigest() == "bb22df33caea147e1db3b238878f2716ab698c81be89a66d9dabd5649e899dc2"


def test_frame_has_every_block_of_the_stock_one():
    """Stock pages fill the blocks that they know."""
    stock = files("datasette").joinpath("templates/base.html").read_text(encoding="utf-8")
    ours = SITE.joinpath("templates/base.html").read_text(encoding="utf-8")
    assert set(re.findall(r"block (\w+)", stock)) <= set(re.findall(r"block (\w+)", ours))


@pytest.mark.parametrize("path", KINDS)
def test_landmarks(page, path):
    """Every page says its language, has one main part, a way past the navigation, and one heading above all."""
    text = page(path).text
    assert '<html lang="en">' in text and '<a class="skip" href="#content">' in text
    assert text.count("<main") == 1 and text.count("<h1") == 1
    assert text.count("<nav") >= 1 and text.count('role="search"') == 1


@pytest.mark.parametrize("path", [*KINDS, "/contacts", "/-/search?q=fake", "/-/rules", "/check", "/prove"])
def test_every_page_says_what_it_is_to_those_who_share_it(page, path):
    """Title, a description of its own words and an address, once each, as cards of a link show them."""
    head = page(path).raw.partition("</head>")[0]
    told = dict(re.findall(r'<meta (?:name|property)="((?:og:)?[a-z_:]+)" content="([^"]*)"', head))
    assert {"og:type", "og:title", "og:description", "og:site_name", "og:url"} <= set(told)
    assert len(re.findall('name="description"', head)) == 1 and told["description"] == told["og:description"]
    assert 20 < len(told["description"]) < 400 and told["og:title"] in head.partition("<title>")[2]
    assert told["og:url"].endswith(path.partition("?")[0])


def test_the_picture_of_a_page_is_named_where_there_is_one(page, built_file):
    """A claim, a contact and the contacts as a whole have a PNG that is one; a page without a drawing names none."""
    drawn = [name for (name,) in records(built_file, "SELECT name FROM pictures ORDER BY name")]
    contact = next(name for name in drawn if name.startswith("events/"))
    (bare,) = records(
        built_file, "SELECT id FROM claims WHERE 'claims/' || id NOT IN (SELECT name FROM pictures) LIMIT 1"
    )
    for path, name in (
        (CLAIM, f"claims/{CLAIM.rpartition('/')[2]}"),
        (f"/readouts/{contact}", contact),
        ("/", "contacts"),
        ("/contacts", "contacts"),
        (f"/readouts/claims/{bare['id']}", ""),
        (STATEMENT, ""),
    ):
        named = re.findall(r'property="og:image" content="https?://[^/"]*([^"]*)"', page(path).raw)
        assert named == ([f"/-/picture/{name}.png"] if name else []), path
        assert not name or page(named[0]).body.startswith(b"\x89PNG")


def test_descriptions_are_those_of_the_pages(page, built_file):
    """A claim is described by who says so, a source by our words for it, a quotation by its own; a table by its schema."""
    (claim,) = records(built_file, "SELECT said_by FROM claims WHERE id = :id", id=CLAIM.rpartition("/")[2])
    for path, words in (
        (CLAIM, "enied by Russia"),
        ("/readouts/sources/2024-11-11-guardian-pure-fiction", "Report on the denial of a call"),
        ("/readouts/quotations/2024-11-11-peskov-no-call-briefing", "“There was no conversation"),
        ("/readouts/claims", "One testable proposition"),
    ):
        assert words in re.findall(r'name="description" content="([^"]*)"', page(path).text)[0], claim["said_by"]


def test_every_page_says_how_it_is_known(page):
    """Its end leads to the evidence of what stands there, to the coverage, and to the rules that made it."""
    for path, ways in (
        (
            CLAIM,
            (
                "/readouts/readouts_wordings?claim_id=",
                "/readouts/coverage",
                "/-/rules/claim_timeline",
                "/-/rules/shifts",
            ),
        ),
        ("/readouts/contact_standing", ("/readouts/evidence_status", "/-/rules/contact_standing")),
        ("/readouts/who_denied_what?side=russia", ("/readouts/evidence_status", "/-/rules/claim_timeline")),
        ("/contacts", ("/readouts/evidence_status", "/readouts/coverage", "/-/rules/contact_standing")),
        ("/", ("/-/rules",)),
    ):
        (end,) = re.findall(r'<nav aria-label="How do we know\?">.*?</nav>', page(path).text, re.DOTALL)
        links = re.findall(r'href="([^"]*)"', end)
        assert "/-/rules" in links and all(any(link.startswith(way) for link in links) for way in ways), path
        assert {page(link).status for link in links} == {200}, path


@pytest.mark.parametrize("path", KINDS)
def test_headers(page, path):
    """Every answer forbids scripts from elsewhere, frames and guessing of types."""
    headers = page(path).headers
    assert "default-src 'none'; script-src 'self' 'sha256-" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_fetched_from_another_host(page, path):
    """Styles, scripts and pictures come from here."""
    assert not re.findall(r'(?:src|<link[^>]*rel="stylesheet"[^>]*href)="(?:https?:)?//', page(path).text)


@pytest.mark.parametrize(("sheet", "most"), [("site.css", 20_000), ("print.css", 4_000)])
def test_stylesheets_are_small(sheet, most):
    """The stylesheet stays under 20 kB, and what paper needs beyond it under 4."""
    assert len(SITE.joinpath("static", sheet).read_bytes()) < most


@pytest.mark.parametrize("sheet", ["site.css", "print.css"])
def test_stylesheet_has_one_rule_a_line(sheet):
    """A second rule at the end of a line is read over: so a label's style once hid every facet."""
    lines = SITE.joinpath("static", sheet).read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if line.count("{") > 1 or line.count("}") > 1 or re.search(r"\}.*\S", line)] == []


def test_templates_have_no_inline_script():
    """No template of ours has a script in the page."""
    for folder in (SITE.joinpath("templates"), SITE.joinpath("templates/pages")):
        for file in folder.iterdir():
            if file.name.endswith(".html"):
                assert not re.search(r"<script>|\son\w+=", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("table", PAGES)
def test_every_row_of_a_page_kind_answers(page, built_file, table):
    """No row of a table with pages of its own is too odd for its page; in the short form every twelfth is asked for."""
    for (row_id,) in records(built_file, f"SELECT id FROM {table} ORDER BY id")[:: 1 if LONG else 12]:
        answer = page(f"/readouts/{table}/{row_id}")
        assert answer.status == 200 and "Cite this record" in answer.text, row_id
        assert f"/-/cite/{table}/{row_id}.bib" in answer.text


def test_title_is_the_name_of_the_row(page):
    """A bookmark of a row says what it is."""
    assert "<title>Claim: “Donald Trump and Vladimir Putin spoke by telephone" in page(CLAIM).text


def test_row_without_a_page_of_its_own(page):
    """Any row is a list of names and values: names for ids, labels for codes, no empty cell, relations both ways."""
    text = page(ROLE).text
    assert re.search(
        r'<dt[^>]*>Person</dt>\s*<dd><a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a></dd>', text
    )
    assert "None" not in text and "<td" not in text
    people = page("/readouts/people/dmitry-peskov").text
    assert re.search(r'<a href="[^"]*roles\?person_id=dmitry-peskov">Roles: \d+ row', people) and not re.search(
        r"\b0 rows", people
    )


def test_row_of_a_derived_table(page):
    """A key of two columns leads to a page too, and is cited."""
    text = page(f"/readouts/readouts_wordings/{CLAIM.rpartition('/')[2]},2024-11-11-peskov-no-call-briefing").text
    assert '<abbr title="The statement says that the claim is not so.">Denies</abbr>' in text
    assert "-briefing.bib" in text


def test_plain_leaves_out_what_is_empty_or_said_twice():
    """A name and its id become one entry, and the days that a date spans none; dates stand in words."""
    row = {
        "date": "2025-11-25/2025-11-27",
        "date_earliest": "2025-11-25",
        "source": "A",
        "source_id": "a",
        "note": None,
    }
    found = any_row.shape(row, {"source_id": any_row.Link("sources", "a", "A")}, {"titles": {"source": "Source"}})
    assert [(one.title, one.text) for one in found.items] == [
        ("Date", "between 25 and 27 November 2025"),
        ("Source", "A"),
    ]
    assert found.items[1].link.id == "a"


def test_configured_address_stands_before_that_of_the_request(served):
    """Permanent addresses carry the configured host, and that of the request where none is configured."""
    named = Datasette([], metadata={"plugins": {"readouts": {"base_url": "https://example.org/"}}})
    assert base_address(named, None) == "https://example.org"
    assert base_address(served, None) == ""


def test_base_address_can_come_from_the_environment(served, monkeypatch):
    """The generated metadata leave the host to READOUTS_BASE_URL."""
    monkeypatch.setenv("READOUTS_BASE_URL", "https://readouts.example")
    assert base_address(served, None) == "https://readouts.example"


def test_bibtex_file(page, door):
    """A reference manager gets one entry with version, date, licence and a whole address."""
    answer = page("/-/cite/claims/2024-11-07-call-took-place.bib")
    assert answer.status == 200 and answer.headers["content-type"].startswith("application/x-bibtex")
    assert answer.text.startswith("@misc{readouts-claims-2024-11-07-call-took-place,\n")
    assert f"url = {{{door}/readouts/claims/2024-11-07-call-took-place}}" in answer.text


@pytest.mark.parametrize("path", ["/-/cite/claims/none.bib", "/-/cite/nothing/x.bib", "/-/cite/stances/one.bib"])
def test_no_citation_of_what_is_not_there(page, path):
    """There is no citation of a row that does not exist."""
    assert page(path).status == 404


def test_bibtex_is_literal():
    """What TeX takes for a command is quoted, in the label as in the title; the address stays as it is."""
    cited = citation(FACTS, "events", "a_b", r"50 % of {A} & \B", "https://x.org", "/readouts/claims/a_b", "/")
    assert r"title = {{50 \% of \{A\} \& \textbackslash B}}" in cited.bibtex
    assert "url = {https://x.org/readouts/claims/a_b}" in cited.bibtex and cited.year == "2026"


def test_a_cited_claim_is_no_finding():
    """A claim is cited as one, in quotation marks, with who says so; anything else by its name."""
    cited = citation(FACTS, "claims", "a", "It was so.", "", "/readouts/claims/a", "/", "denied by Russia (A)")
    assert cited.quoted == "Claim: “It was so” (denied by Russia (A))"
    assert (
        "title = {{Claim: “It was so.”}}" in cited.bibtex and "note = {denied by Russia (A). 2026-11-22" in cited.bibtex
    )
    assert citation(FACTS, "events", "a", "Call", "", "", "/").quoted == "“Call”"


def test_claims_are_marked_wherever_they_stand(page):
    """No page has a claim's text as a heading, a link of a list or a citation without the mark of a claim before it."""
    paths = ("/", CLAIM, STATEMENT, "/contacts", "/readouts/people/donald-trump", "/readouts/topics/reports")
    paths += (
        "/readouts/events/2024-11-07-trump-putin-call",
        "/-/search?q=deceived",
        "/readouts/shifts",
        "/readouts/claims",
    )
    for path in paths:
        text = page(path).text
        links = re.findall(
            r'(.{40})<a href="/readouts/claims/[a-z0-9-]+"(?: title="[^"]*")?>(?!all rows|\d+ earlier|\d+ more)',
            text,
            re.S,
        )
        assert all(before.endswith('<span class="tag">Claim:</span> ') for before in links), path


def test_menu_names_the_section(page):
    """The current section stands out, and no other."""
    for path, name in (("/", "Home"), (CLAIM, "Claims"), ("/readouts/events/2025-11-25-bloomberg-leak", "Contacts")):
        assert re.findall(r'aria-current="\w+">(\w+)</a>', page(path).text) == [name]
    assert re.findall(r'aria-current="\w+">(\w+)</a>', page("/readouts/who_denied_what?side=russia").text) == [
        "Questions"
    ]
    assert "aria-current" not in page("/-/search?q=fake").text


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-07", "7 November 2024"),
        ("2024-11", "November 2024"),
        ("2025-04-04?", "4 April 2025 (uncertain)"),
        ("2025-11-25~", "about 25 November 2025"),
        ("2025-11~/2026-01", "between about November 2025 and January 2026"),
        ("2025-11-25/2025-11-27", "between 25 and 27 November 2025"),
        ("2024-11-06/2024-12-30", "between 6 November and 30 December 2024"),
        ("2024-11/2024-12", "between November and December 2024"),
        ("2024-11-11/2025-01-19", "between 11 November 2024 and 19 January 2025"),
        ("../2025-11-25", "by 25 November 2025"),
        ("2025-11-25/..", "from 25 November 2025 on"),
        ("", "date not known"),
        (None, "date not known"),
        ("next week", "next week"),
    ],
)
def test_dates_in_words(edtf, words):
    """A reader needs no EDTF, and sees what is uncertain."""
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PT60M~", "about 60 minutes"),
        ("PT1H30M", "1 hour 30 minutes"),
        ("PT90M/..", "90 minutes or more"),
        ("../PT1H", "1 hour at most"),
        ("PT1H/PT2H", "between 1 hour and 2 hours"),
        ("P1DT2H", "1 day 2 hours"),
        ("a/b", "a/b"),
        ("PT", "PT"),
        ("kremlin", "kremlin"),
        ("", ""),
    ],
)
def test_durations_in_words(value, words):
    """A claimed duration stands in words; what is none stays as it is."""
    assert duration(value) == words
