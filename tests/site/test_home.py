"""The home page: one search box, questions with answers, what is new, what is covered, every table with its rows."""

import html
import re
from urllib.parse import urlsplit

import pytest

from readouts.site.pages import coverage_strip, home

from ..conftest import CODES, LONG, ROOT
from ..door import records


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


PAIR = {
    "claim": "It was so.",
    "claim_id": "c",
    "shift": "reversal",
    "voice": "A",
    "side": "russia",
    "reading": None,
    "opinion": 0,
} | {
    f"{end}_{name}": "x"
    for end in ("earlier", "later")
    for name in ("statement_id", "quotation_id", "stance", "words", "own")
}
ABOUT = {
    "texts": {"title": "Texts", "description": "Plumbing.", "hidden": True},
    "events": {"title": "Events", "description": "What claims are about."},
    "topics": {"title": "Topics", "description": "A heading. And more."},
    "claims": {"title": "Claims", "description": "One proposition"},
}
FOUND = {
    "levels": ({"code": "leaders", "label": "Leaders"}, {"code": "military", "label": "Military"}),
    "coverage": (
        {"month": "2025-02", "level": "leaders", "state": "partial", "missing": 1},
        {"month": "2025-03", "level": "leaders", "state": "complete", "missing": 0},
        {"month": "2025-02", "level": "military", "state": "not coded", "missing": 0},
    ),
    "calendar": (
        {"id": "call", "title": "Call", "level": "leaders", "standing": "disputed"}
        | {"date": "2025-02-03", "date_earliest": "2025-02-03", "date_latest": "2025-02-03"},
    ),
    "codes": CODES,
    "threads": ({"id": "t", "question": "Was there a call?"},),
    "contacts": ({"event": "Call", "event_id": "call", "date": "2025-07-03", "standing": "disputed"},),
    "shifts": (
        PAIR | {"earlier_date": "2024-11-08", "later_date": "2024-11-11"},
        PAIR | {"earlier_date": "2025-01-01", "later_date": "2025-01-02"},
        PAIR | {"claim_id": "d", "earlier_date": "2024-01-01", "later_date": "2024-02-02"},
    ),
    "evidence": ({"state": "fetched once", "quotations": 3},),
    "scope": (
        {
            "first": "2024-10-08",
            "last": None,
            "statements": 2,
            "people": 1,
            "sources": 1,
            "read_sources": 1,
            "languages": 1,
        },
    ),
}


QUERIES = ROOT / "src" / "readouts" / "serve" / "queries"


def shaped():
    counts = tuple(
        {"name": name, "rows": rows} for name, rows in (("texts", 5), ("events", 2), ("topics", 0), ("claims", 7))
    )
    questions = {"one": {"title": "Who?", "example": "Who said fake?"}, "two": {"title": "What?", "example": ""}}
    return home.shape(FOUND, counts, ABOUT, questions)


def test_what_a_reader_opens_comes_first_and_plumbing_last():
    """Tables to read stand apart from the rest; a hidden one is named, an empty one is not."""
    page = shaped()
    assert [(one.name, one.rows) for one in page.views] == [("claims", 7)]
    assert [one.name for one in page.others] == ["events"] and [one.name for one in page.bookkeeping] == ["texts"]


def test_a_table_has_one_sentence():
    """The first sentence of the description, with its full stop."""
    assert home.sentence("A heading. And more.") == "A heading." and shaped().views[0].sentence == "One proposition."


def test_lines_that_moved_are_the_latest_of_each_claim():
    """One line of a claim, the latest, and the latest claims first."""
    assert [(one.claim.id, one.pair.second.date) for one in shaped().moved] == [
        ("c", "2 January 2025"),
        ("d", "2 February 2024"),
    ]


def test_every_state_of_evidence_is_counted():
    """A state that no quotation has is shown as nought, not left out."""
    assert shaped().evidence == (("verified", 0), ("fetched twice", 0), ("fetched once", 3), ("not held", 0))


def test_only_questions_in_plain_words_are_examples():
    """A question with its defaults in words is an example."""
    assert [one["name"] for one in shaped().examples] == ["one"]


def test_threads_are_questions_too(page):
    """What is followed over time stands below the questions, each by its question; so it does on the list of all."""
    assert [(one.text, one.id) for one in shaped().threads] == [("Was there a call?", "t")]
    for path in ("/", "/-/questions"):
        heading = page(path).text.index("Followed over time")
        assert heading < page(path).text.index('href="/readouts/threads/2025-02-12-call-earlier-conversations"'), path


def test_home_has_what_a_reader_needs_first(page):
    """Search box, four questions, contacts, lines that moved, scope, evidence, downloads, citation, tables with rows."""
    text = page("/").text
    assert 'action="/-/search"' in text and len(shaped().views) < 7
    for words in (
        "The newest contacts",
        "Lines that moved",
        "covers, and what not",
        "fetched twice",
        "How to cite",
        "readouts.db",
    ):
        assert words in text, words
    assert len(re.findall(r"href=\"/readouts/[a-z_]+\">(What|Who|Which)", text)) == 4
    assert re.search(r'href="/readouts/anchors">[^<]+</a> <small>[\d,]+ rows', text), "plumbing is reachable"


def parts_of(text: str) -> tuple[str, str, str]:
    """The home page: before the calendar, the calendar, behind it."""
    before, _, rest = text.partition('<section aria-labelledby="calendar">')
    calendar, _, after = rest.partition("</section>")
    return before, calendar, after


def test_every_contact_is_a_mark_of_the_calendar(page, built_file):
    """Each contact is there once, says what it is, how its accounts stand and when it was, and leads to its page."""
    calendar = parts_of(page("/").raw)[1]
    found = re.findall(r'<a class="standing-([a-z-]+)" href="(/readouts/events/[^"]+)" title="([^"]+)">', calendar)
    rows = records(
        built_file, "SELECT event_id, s.standing, title FROM contact_standing s JOIN events ON id = event_id ORDER BY 1"
    )
    assert sorted((href.rpartition("/")[2], code) for code, href, _ in found) == [
        (id, standing.removesuffix(" so far").replace(" ", "-")) for id, standing, _ in rows
    ]
    told = {href.rpartition("/")[2]: html.unescape(title) for _, href, title in found}
    assert all(told[id].startswith(f"{title}: {standing}, ") for id, standing, title in rows)
    assert page(found[0][1]).status == 200 and len(rows) > 100


def test_the_calendar_says_what_nobody_coded(page, built_file):
    """Each month of each level says how far it is coded, as the table of coverage has it for the worse side."""
    calendar = parts_of(page("/").text)[1]
    cells = re.findall(r'<td class="ground ([a-z-]+)"><span class="unseen">([a-z ]+)</span>', calendar)
    sql = """SELECT CASE WHEN min(state = 'complete') THEN 'complete' WHEN max(state <> 'not coded') THEN 'partial'
        ELSE 'not-coded' END FROM coverage GROUP BY month, level"""
    states = [state for (state,) in records(built_file, sql)]
    assert sorted(state for state, _ in cells) == sorted(states) and len(states) > 50
    words = {"complete": "wholly coded", "partial": "coded in part", "not-coded": "not coded"}
    assert all(text == words[state] for state, text in cells)
    assert "not coded: from what is not here nothing follows" in calendar


def test_the_calendar_can_be_taken_away(page):
    """As SVG and as PNG, with as many marks as there are contacts, title, source and licence in it."""
    calendar = parts_of(page("/").text)[1]
    assert all(f'href="/-/picture/contacts.{kind}" download' in calendar for kind in ("svg", "png"))
    svg, png = page("/-/picture/contacts.svg"), page("/-/picture/contacts.png")
    assert svg.status == png.status == 200 and png.body.startswith(b"\x89PNG")
    assert svg.text.count('<g class="contact">') == calendar.count('<a class="standing-') and "CC-BY-4.0" in svg.text
    assert page("/-/picture/contacts.narrow.svg").status == 404


def test_every_link_of_the_home_page_answers(page):
    """No door of the home page is painted on the wall; in the short form every third is tried."""
    before, calendar, after = parts_of(page("/").text)
    text = before + after if not LONG else before + calendar + after  # its marks are alike, and one test opens one
    paths = {path for path in re.findall(r'href="(/[^"]*)"', text) if not path.endswith((".db", ".css"))}
    assert len(paths) > 40
    for path in sorted(paths)[:: 1 if LONG else 3]:
        assert page(path).status in (200, 302), path


def test_crumbs_and_navigation_lead_to_pages_of_their_own(page):
    """Questions and downloads are pages, and every question is listed with what it answers."""
    assert page("/-/questions").text.count("<dt>") == len(list(QUERIES.glob("*.sql"))) >= 10
    downloads = page("/-/downloads").text
    assert downloads.index("readouts.csv") < downloads.index("readouts.db") < downloads.index("claims.csv")
    for path in re.findall(r'href="(/readouts/[^"]*\.(?:csv|xlsx|json)[^"]*)"', downloads):
        assert urlsplit(path).path and ("_stream=on" in path or "_size=max" in path or ".xlsx" in path)


def test_home_counts_once(served):
    """The home page asks the file nothing once it has been shown."""
    import asyncio

    asyncio.run(served.client.get("/"))
    database, asked = served.get_database("readouts"), []
    execute = database.execute

    async def counted(sql, *rest, **more):
        asked.append(sql)
        return await execute(sql, *rest, **more)

    database.execute = counted
    try:
        assert asyncio.run(served.client.get("/")).status_code == 200
    finally:
        del database.execute
    assert asked == []


def test_another_file_has_the_home_page_of_datasette(tmp_path):
    """Where the record is not served, nothing of ours stands in the way."""
    import asyncio

    from datasette.app import Datasette

    response = asyncio.run(Datasette([], memory=True).client.get("/"))
    assert response.status_code == 200 and "_memory" in response.text


def test_a_contact_with_an_open_start_stands_by_its_last_day(page):
    """What was asked for by 8 May 2026 is newer than what took place in March."""
    text = page("/").text
    newest = text[text.index('id="newest"') : text.index("All contacts, and what")]
    assert "2026-05-trump-putin-truce-request" in newest and "2026-03-11-witkoff-dmitriev-meeting" in newest


def test_the_strips_are_the_months_of_each_level():
    """One row a level, one mark a month."""
    leaders, military = coverage_strip.coverage(FOUND["levels"], FOUND["coverage"]).strips
    assert [(one.text, one.state, one.missing) for one in leaders.months] == [
        ("February 2025", "partial", 1),
        ("March 2025", "complete", 0),
    ]
    assert [one.state for one in military.months] == ["not coded"]


def test_home_shows_what_is_covered_and_no_plan_among_the_newest(page):
    """Each level from October 2024 on; what is only announced or held possible is no newest contact."""
    text = page("/").text
    assert text.count('aria-label="October 2024, ') == 5 and "October 2024, leaders: partial" in text
    newest = text.partition("The newest contacts")[2].partition("All contacts")[0]
    standings = re.findall("<strong>([^<]+)</strong>", newest)
    assert len(standings) == 6 and not [
        one for one in standings if "plan" in one or "possible" in one or "announced" in one
    ]


def test_a_state_of_evidence_that_nothing_has_is_not_listed(page, built_file):
    """A row of none would stand first and sound like a failure."""
    counted = dict(records(built_file, "SELECT state, count(*) FROM evidence_status GROUP BY state"))
    listed = re.findall(r"/readouts/evidence_status\?state=([a-z+%20]+)\"", page("/").raw)
    assert {one.replace("%20", " ").replace("+", " ") for one in listed} == counted.keys()
