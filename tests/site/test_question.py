"""Questions in plain words: choices, an answer at the first click, one click from the answer to the evidence."""

import csv
import io
import re
import sqlite3
from contextlib import closing
from urllib.parse import urlencode

import pytest

from readouts.serve.questions import question
from readouts.site.pages import question as pages
from readouts.site.tables.answer_pages import ROWS, answer_page

from .. import door
from ..conftest import QUESTIONS


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


TEXT = """-- Who said it?
-- What was said, and where.
-- Example: Who said fake?
-- In short: Who, and where.
-- Shown: who, words + publisher + address
-- :side = russia  the side.
-- :side one of SELECT code, label FROM codes
-- on people: :side = name
SELECT 1
"""
BY_NAME = {one.name: one for one in QUESTIONS}


def test_a_file_says_what_it_asks():
    """Title, answer, example, parameters, what they can be, where the question helps."""
    found = question("who", TEXT)
    assert (found.title, found.about, found.example) == ("Who said it?", "What was said, and where.", "Who said fake?")
    assert found.defaults == {"side": "russia"} and found.meanings == {"side": "the side."}
    assert found.choices["side"].closed and found.choices["side"].sql == "SELECT code, label FROM codes"
    assert [(one.table, one.parameter, one.column) for one in found.places] == [("people", "side", "name")]
    assert found.sql == "SELECT 1"
    assert (found.short, found.shown) == ("Who, and where.", (("who",), ("words", "publisher", "address")))


@pytest.mark.parametrize("name", BY_NAME)
def test_every_question_has_a_line_and_few_columns(name, built_file):
    """A question says in one line what it answers, and shows eight columns at most, all of them its own."""
    one = BY_NAME[name]
    assert 20 < len(one.short) < 90 and one.short.endswith(".")
    assert len(one.shown) <= 8
    with closing(sqlite3.connect(built_file)) as connection:
        columns = [column for column, *_ in connection.execute(one.sql, one.defaults).description]
    assert [column for cell in one.shown for column in cell if column not in columns] == []


def test_a_place_is_never_shown_without_its_words():
    """Wherever words stand, who printed them, where, and the whole statement stand in the same cell."""
    cells = [cell for one in BY_NAME.values() for cell in one.shown if cell[0].endswith("words")]
    assert len(cells) > 6
    for words, *beside in cells:
        before = words.removesuffix("words")
        assert {f"{before}publisher", f"{before}address", f"{before}statement_id"} <= {*beside}


@pytest.mark.parametrize("text", [TEXT.replace(":side one", ":sid one"), TEXT.replace("-- Who said it?\n", "")])
def test_a_file_that_does_not_say_is_refused(text):
    """Choices of a parameter that is not there, and a question without words, are mistakes."""
    with pytest.raises(ValueError, match=r"queries/who\.sql"):
        question("who", text)


@pytest.mark.parametrize("given", ["united-states", "United States", " UNITED-STATES "])
def test_a_choice_is_known_however_it_is_written(given):
    """Capitals, and a label in the place of a code, do not matter."""
    asked = {"title": "", "about": "", "params": ["side"], "meanings": {}, "choices": {"side": {"closed": True}}}
    page = pages.shape(asked, {"side": given}, {"side": (("russia", "Russia"), ("united-states", "United States"))})
    assert [one.value for one in page.parameters[0].options if one.chosen] == ["united-states"]


def test_a_question_is_offered_where_it_helps():
    """The parameter is filled in from the row; a row without the value gets no link."""
    asked = {"who": {"title": "Who?", "places": [{"table": "people", "parameter": "name", "column": "id"}]}}
    assert pages.helpful(asked, "people", {"id": "a b"}) == (pages.Help("Who?", "who", "name=a+b"),)
    assert pages.helpful(asked, "people", {"id": None}) == pages.helpful(asked, "claims", {"id": "a"}) == ()


@pytest.mark.parametrize("name", BY_NAME)
def test_no_sql_on_the_page(page, name):
    """A reader sees the question, its answer and where it comes from; SQL only when asking for it."""
    text = page_of(page, name)
    assert "Custom SQL" not in text and "Run SQL" not in text and "<textarea" not in text
    assert BY_NAME[name].title in text and "Take" in text
    assert text.count("<summary>For programmers") == 1


def test_what_is_not_coded_tells_of_each_month_what_is_open(page):
    """The answer has months from the one asked for to the other, how far each is covered, and why a page is missing."""
    rows = list(
        csv.DictReader(
            io.StringIO(page("/readouts/what_is_not_coded.csv?from_month=2025-01&to_month=2025-03&level=").text)
        )
    )
    assert {row["month"] for row in rows} == {"2025-01", "2025-02", "2025-03"}
    assert {row["state"] for row in rows} <= {"partial", "not coded"} and any(row["what_is_missing"] for row in rows)


# What is not there has no evidence.
EVIDENT = [name for name in BY_NAME if name != "what_is_not_coded"]


@pytest.mark.parametrize("name", EVIDENT)
def test_one_click_to_the_evidence(page, name):
    """Every answer names publisher and address, and leads to the whole statement or source."""
    text = page_of(page, name)
    assert re.search(r'class="col-[a-z_]*address"><a rel="external" href="https?://', text), name
    assert re.search(r'class="col-[a-z_]*publisher"', text) and re.search(
        r'href="/readouts/(statements|sources|events)/', text
    )


@pytest.mark.parametrize("name", [name for name in BY_NAME if "q.passage" in BY_NAME[name].sql])
def test_words_and_passages_stand_apart(page, name):
    """The speaker's own words, those of the source, and the place are columns of their own, and a row has one of them."""
    rows = list(csv.DictReader(io.StringIO(page(f"/readouts/{name}.csv?{query(name)}").text)))
    assert rows and all(sum(bool(row[name]) for name in ("words", "proof", "passage")) == 1 for row in rows)


def test_a_passage_is_not_shown_as_words(page):
    """On the page own words stand in quotation marks, and the words of the source in italics, in the same column."""
    text = page_of(page, "where_a_word_occurs")
    assert re.search(r'<td class="col-words">“[^<]*fake', text) and 'class="col-passage"' not in text
    assert re.search(r'<td class="col-words"><i>called the publication a fake', text) and "In quotation marks" in text


@pytest.mark.parametrize("side", ["Russia", "RUSSIA", "russia", "%20russia"])
def test_the_side_in_any_case(page, side):
    """Capitals in an address do not empty the answer, and the list shows what was asked."""
    text = page(f"/readouts/who_denied_what?side={side}").text
    assert "Yuri Ushakov" in text and '<option value="russia" selected>' in text


def test_a_closed_list_is_a_list_and_an_open_one_proposes(page):
    """Standing and side are chosen; people, contacts, claims and publishers are proposed."""
    asked = page("/readouts/which_contacts_are_acknowledged?standing=acknowledged+by+one&side=united-states").text
    assert re.findall(r'<option value="([^"]+)" selected>', asked) == ["acknowledged by one", "united-states"]
    assert '<option value="russia">Russia</option>' in asked
    assert re.search(r"<datalist.*<option>Dmitry Peskov</option>", page_of(page, "statements_of_one_person"), re.DOTALL)


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("claims/2024-11-07-call-took-place", "one_claim_in_time_order?claim=2024-11-07-call-took-place"),
        ("people/dmitry-peskov", "statements_of_one_person?name=dmitry-peskov"),
        ("sources/2024-11-11-kremlin-denies-call", "who_quotes_whom?publisher="),
    ],
)
def test_pages_lead_to_the_questions_that_help(page, path, link):
    """A row's page offers the question, filled in, and it has an answer."""
    found = re.search(rf'href="(/readouts/{re.escape(link)}[^"]*)"', page(f"/readouts/{path}").text)
    assert found and page(found[1]).status == 200


def test_an_event_leads_to_what_each_side_says_of_it(page):
    """Every event's page has its question, asked by id."""
    text = page("/readouts/what_each_side_says_of_a_call?contact=2025-07-03").text
    event = re.search(r'<p class="verdict">[^<]+<strong><a href="/readouts/events/([^"]+)">Call between Putin', text)[1]
    assert text.index('<p class="verdict">') < text.index("<td")
    assert ">Call between Putin and Trump, 3 July 2025</a></strong></p>" in text
    assert f"what_each_side_says_of_a_call?contact={event}" in page(f"/readouts/events/{event}").text
    assert len(page(f"/readouts/what_each_side_says_of_a_call.csv?contact={event}").text.split("\n")) > 5


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("what_each_side_says_of_a_call?contact=2025-03-18-putin-trump-call", "events/2025-03-18-putin-trump-call"),
        ("what_each_side_says_of_a_call?contact=putin", ""),
        ("one_claim_in_time_order?claim=spoke+by+telephone+in+the+days+after", "claims/2024-11-07-call-took-place"),
        ("statements_of_one_person?name=Peskov", "people/dmitry-peskov"),
        ("statements_of_one_person?name=e", ""),
        ("who_denied_what?side=russia", ""),
        ("who_quotes_whom?publisher=", ""),
        ("who_quotes_whom?publisher=TASS", ""),
        ("where_a_word_occurs?word=xylophone", ""),
    ],
)
def test_an_answer_about_one_row_leads_to_its_page(page, path, row):
    """Asked of one contact, claim, person or source, the answer begins with the way to its page; of several, with none."""
    found = re.search(r'<p class="verdict">.*?<a href="/readouts/([^"]+)">', page(f"/readouts/{path}").text, re.S)
    assert (found[1] if found else "") == row


def test_whose_words_a_source_has_is_drawn(page, built_file):
    """Of one source the answer has the tree of its page, down to the first source, and who uses it; then each pair once."""
    sql = "SELECT id, name FROM sources WHERE id IN (SELECT first_source_id FROM chains WHERE hop = 3) AND name IN"
    (one,) = door.records(
        built_file, f"{sql} (SELECT name FROM sources GROUP BY 1 HAVING count(*) = 1) ORDER BY 1 LIMIT 1"
    )
    text = page(f"/readouts/who_quotes_whom?{urlencode({'publisher': one['name']})}").text
    tree, table = text.split('<p class="verdict">')[1].split("<table")
    assert f'href="/readouts/sources/{one["id"]}"' in tree and tree.count('<ul class="way">') >= 3
    pairs = re.findall(r'col-citing_source"><a href="([^"]+)".*?col-cited_source"><a href="([^"]+)"', table)
    assert len(pairs) == len(set(pairs)) >= 3
    assert table.count("<th ") == 4, "neither end stands twice"


def test_an_answer_of_many_rows_has_pages(page, built_file):
    """Fifty rows on each page, which together have every row once; files have all."""
    ((number,),) = door.records(built_file, "SELECT count(*) FROM source_citations")
    path, found = "/readouts/who_quotes_whom?publisher=", []
    for one in range(1, -(-number // ROWS) + 1):
        text = page(f"{path}&_page={one}").text
        found += re.findall(r'<tr><td class="col-published">(.*?)</tr>', text)
        assert f'<strong aria-current="page">{one}</strong>' in text
    assert len(found) == len(set(found)) == number > 2 * ROWS
    assert 'href="?publisher=&_page=2">2</a>' in page(path).text and "_page" not in re.search(r"\.csv[^\"]*", text)[0]
    assert len(page("/readouts/who_quotes_whom.csv?publisher=&_stream=on").text.strip().split("\n")) == number + 1
    assert page("/readouts/who_quotes_whom.csv?publisher=&_page=2").status == 400
    assert "this is no whole number" in page(f"{path}&_page=two").text
    assert 'class="pages"' not in page("/readouts/whose_line_moved").text


@pytest.mark.parametrize(
    ("rows", "query", "shown"),
    [
        (0, "", (1, 1, 0)),
        (50, "", (1, 1, 50)),
        (51, "_page=2", (2, 51, 51)),
        (120, "a=b&_page=9", (3, 101, 120)),
        (120, "_page=0", (1, 1, 50)),
        (120, "_page=x", (1, 1, 50)),
    ],
)
def test_which_rows_stand_on_a_page(rows, query, shown):
    """A page beyond the last is the last, and what is no number the first; what else is asked for is kept."""
    found = answer_page(rows, query)
    assert (found.number, found.first, found.last) == shown
    assert len(found.others) == (-(-rows // ROWS) if rows > ROWS else 0)
    assert "a=b" not in query or found.others[0] == (1, "a=b&_page=1")


def test_a_choice_is_called_by_its_date():
    """Two calls of one title are two choices; a title that has the date does not have it twice."""
    assert pages.called("a", "Call", "2025-07-03") == "Call, 3 July 2025"
    assert pages.called("a", "Call on 3 July 2025", "2025-07-03") == "Call on 3 July 2025"
    assert (pages.called("a"), pages.called("a", "A"), pages.called("a", "A", None)) == ("a", "A", "A")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call, 3 July 2025", "call-a"),
        ("call, 3 JULY 2025", "call-a"),
        ("3 July 2025", "2025-07-03"),
        ("the call of July 18, 2025", "2025-07-18"),
        ("2025-07-03", "2025-07-03"),
        ("putin", "putin"),
        ("call-a", "call-a"),
    ],
)
def test_what_is_meant(text, value):
    """What the list calls a value, and a day in words."""
    assert pages.meant(text, (("call-a", "Call, 3 July 2025"),)) == value
    assert pages.meant("spoke on 3 July 2025", (("It was.", "It was."),)) == "spoke on 3 July 2025"


@pytest.mark.parametrize("day", ["3 July 2025", "18 March 2025", "July 3, 2025"])
def test_a_day_in_words_finds_its_call(page, day):
    """A reader writes a day as one does, and gets the calls of that day, on the page and as a file."""
    for ending in ("", ".csv"):
        answer = page(f"/readouts/what_each_side_says_of_a_call{ending}?contact={day.replace(' ', '+')}", follow=True)
        assert "Vladimir Putin and Donald Trump" in answer.text


def test_one_choice_is_one_contact(page):
    """The proposals tell the calls of one title apart, and each finds one contact."""
    text = page_of(page, "what_each_side_says_of_a_call")
    proposed = re.findall(r"<option>([^<]+)</option>", text)
    assert len(proposed) == len(set(proposed)) > 20 and "Call between Putin and Trump, 18 March 2025" in proposed
    path = "/readouts/what_each_side_says_of_a_call.csv?contact=Call+between+Putin+and+Trump,+18+March+2025"
    rows = list(csv.DictReader(io.StringIO(page(path, follow=True).text)))
    assert {row["event_id"] for row in rows} == {"2025-03-18-putin-trump-call"}


def test_no_answer_says_what_to_do(page):
    """An empty answer is a sentence, with a way on."""
    assert "no answer to that" in page("/readouts/where_a_word_occurs?word=xylophone").text


def query(name):
    return urlencode(BY_NAME[name].defaults)


def page_of(page, name):
    return page(f"/readouts/{name}?{query(name)}").text
