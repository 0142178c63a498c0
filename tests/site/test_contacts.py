"""The timeline of contacts: all of them, narrowed down by a plain form, with what each side says."""

import re
from urllib.parse import urlencode

import pytest

from readouts.build.derive import views
from readouts.site.pages import contacts
from readouts.vocabulary import vocabulary

from ..conftest import CODES, VOCABULARY
from ..door import records

SIDES = ("russia", "united_states", "ukraine", "europe", "press", "other")


def contact(name: str, **cells: str | int | None) -> dict:
    row = {"event": name, "event_id": name, "date": "2025-07-03", "date_basis": "stated", "date_words": None}
    row |= {"kind": "call", "standing": "disputed", "participants": "A, B", "parties": "russia, united-states"}
    row |= dict.fromkeys(SIDES, "not a party") | {"in_nobodys_name": "none", "leaked": 0, "at_year": "2025"}
    row |= {"others_of_the_sides": "none"}
    return row | {"year": "2025", "claim_id": f"{name}-took-place"} | cells


ROWS = (
    contact("old", at_year="2024", year="2024", date="2024-11-07", standing="denied by a party", russia="denies"),
    contact("new", russia="asserts", united_states="nothing on record"),
    contact("visit", kind="visit", parties="ukraine"),
    contact("some day", at_year="not stated", year="not stated", date=None, parties=None, claim_id=None),
)


def shaped(rows: tuple[dict, ...] = ROWS, **asked: str) -> contacts.Contacts:
    nothing = dict.fromkeys(("telling", "ties", "coverage", "levels"), ())
    return contacts.shape(nothing | {"contacts": rows, "codes": CODES}, urlencode(asked))


def names(found: contacts.Contacts) -> list[str]:
    return [one.event.id for year in found.years for one in year.contacts]


def test_all_in_time_order():
    """Without a question all contacts stand by year, those without a day at the end."""
    found = shaped()
    assert [year.name for year in found.years] == ["2024", "2025", ""]
    assert names(found) == ["old", "new", "visit", "some day"] and (found.found, found.total) == (4, 4)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"side": "ukraine"}, ["visit"]),
        ({"side": "Russia "}, ["old", "new"]),
        ({"kind": "visit"}, ["visit"]),
        ({"year": "2024"}, ["old"]),
        ({"year": "not stated"}, ["some day"]),
        ({"standing": "DENIED by a party"}, ["old"]),
        ({"standing": ""}, ["old", "new", "visit", "some day"]),
        ({"side": "russia", "year": "2025"}, ["new"]),
        ({"kind": "duel"}, []),
        ({"colour": "red"}, ["old", "new", "visit", "some day"]),
    ],
)
def test_filters(asked, kept):
    """Each field narrows down, together they narrow further; case does not count, an unknown value finds none."""
    found = shaped(**asked)
    assert names(found) == kept and (found.found, found.total) == (len(kept), 4)


def test_options():
    """The form offers what contacts have, counted over all, with what was chosen marked."""
    form = {one.name: one for one in shaped(kind="visit").filters}
    assert [(one.value, one.count, one.chosen) for one in form["kind"].options] == [
        ("call", 3, False),
        ("visit", 1, True),
    ]
    assert [one.value for one in form["side"].options] == ["russia", "united-states", "ukraine"]


def test_many_stand_on_pages_and_a_year_leads_to_where_it_begins():
    """Forty contacts a page; a year's way leads to the page with its first contact and keeps what was chosen."""
    of_2025 = tuple(contact(f"later-{place}") for place in range(50))
    of_2024 = tuple(contact(f"earlier-{place}", at_year="2024", year="2024") for place in range(45))
    first, second, third = (shaped((*of_2025, *of_2024), kind="call", _page=str(one)) for one in (1, 2, 3))
    assert [len(names(one)) for one in (first, second, third)] == [40, 40, 15]
    assert names(first) + names(second) + names(third) == [row["event_id"] for row in (*of_2025, *of_2024)]
    assert [(year.name, len(year.contacts)) for year in second.years] == [("2025", 10), ("2024", 30)]
    assert [(one.name, one.count, one.query) for one in first.anchors] == [
        ("2025", 50, ""),
        ("2024", 45, "kind=call&_page=2"),
    ]
    assert [one.query for one in third.anchors] == ["kind=call&_page=1", "kind=call&_page=2"]
    assert (second.part.first, second.part.last, second.found) == (41, 80, 95)


def test_who_says_nothing_is_named():
    """A party of which nothing is on record is named; a side that took no part and is silent is left out."""
    found = next(one for one in shaped(year="2025").years[0].contacts if one.event.id == "new")
    assert [(one.side, one.standpoints[0].stance or one.standpoints[0].behind) for one in found.cells] == [
        ("russia", "asserts"),
        ("united-states", "nothing on record"),
    ]


def test_definitions():
    """What each standing means is read from the codes, in their order; a code more is a standing more."""
    codes = [{"list": "standing", "code": "by-all", "definition": "All say so.", "rank": 1}]
    codes += [{"list": "standing", "code": "none", "definition": "Nobody: says so. None.", "rank": 2}]
    assert contacts.definitions(vocabulary(codes[::-1])) == (
        ("by all", "All say so."),
        ("none", "Nobody: says so. None."),
    )


def test_every_standing_is_a_code():
    """Each label that the derived table can give is a code, with or without "so far", and each code is one of them."""
    [field] = [
        one
        for table in views(VOCABULARY)
        if table.name == "contact_standing"
        for one in table.fields
        if one.name == "standing"
    ]
    given = {one.removesuffix(" so far").replace(" ", "-") for one in field.enum}
    assert given | {"so-far"} == set(VOCABULARY.of("standing"))


def test_what_may_be_one_stands_with_it_and_others_of_its_sides_too():
    """An inferred tie is a link; who is no voice of the party is named beside the sides."""
    rows = (contact("a", others_of_the_sides="B, for C: declines"),)
    ties = ({"event_id": "a", "id": "b", "title": "Another"}, {"event_id": "x", "id": "y", "title": "No tie of it"})
    found = contacts.shape(
        {"contacts": rows, "telling": (), "ties": ties, "coverage": (), "levels": (), "codes": CODES}, {}
    )
    one = found.years[0].contacts[0]
    assert (one.others, [two.id for two in one.perhaps]) == ("B, for C: declines", ["b"])


def test_pages(page, built_file):
    """The pages have every contact once, a link to each, its standing, and the words; years lead to where they begin."""
    text = page("/contacts").text
    others = re.search(r'<nav class="pages".*?</nav>', text, re.DOTALL)[0]
    pages = [text, *(page(f"/contacts?{one}").text for one in re.findall(r'href="\?([^"]+)"', others))]
    every = [event_id for (event_id,) in records(built_file, "SELECT event_id FROM contact_standing")]
    shown = [id for one in pages for id in re.findall(r'<h3><a href="/readouts/events/([^"]+)">', one)]
    assert sorted(shown) == sorted(every) and f"{len(every)} of {len(every)} contacts, 1 to 40 here" in text
    assert "2024-11-07-trump-putin-call" in shown
    whole = "\n".join(pages)
    assert '<strong class="standing">Denied by a party</strong>' in whole and "unattributed: asserts" in whole
    years = re.findall(r'<a href="([^"]*)#in-([a-z0-9-]+)"', text)
    names = [name for _, name in years]
    assert names[:-1] == sorted(names[:-1], reverse=True) and len(names) > 2
    for query, name in years:
        assert f'<h2 id="in-{name}">' in (page(f"/contacts{query.replace('&amp;', '&')}").text if query else text)
    assert '<form class="filters" method="get" action="/contacts">' in text and "<script" not in text


def test_standings_are_explained(page):
    """Each standing that the form offers stands with its meaning below the contacts."""
    text = page("/contacts").text
    every = set(re.findall(r'<option value="([a-z ]+)"', text.split('name="standing"')[1].split("</select>")[0]))
    explained = {name.lower() for name in re.findall(r"<dt>([^<]+)</dt>", text.split('id="standings"')[1])}
    assert {one.removesuffix(" so far") for one in every} | {"so far"} <= explained and len(explained) == 15


def test_page_narrowed_down(page):
    """A shared address shows what was chosen, and says when there is none."""
    text = page("/contacts?side=united-states&year=2025&standing=acknowledged+by+one").text
    assert '<option value="2025" selected>' in text and "Alleged call between" not in text
    assert "No contact in the record has all of these." in page("/contacts?kind=duel").text


def test_what_is_asked_is_no_markup(page):
    """A value from the address is shown as text."""
    text = page("/contacts?kind=%22%3E%3Cb%3Ex").raw
    assert "<b>x" not in text and "&lt;b&gt;x (0)</option>" in text


def test_navigation_leads_there(page):
    """Each page's navigation has it."""
    assert '<a href="/contacts">Contacts</a>' in page("/").text
