"""What the search answers through the real server: as a page and as JSON, with its readings, its order, its ways on."""

import csv
import io
import json
import re
import urllib.error
import urllib.parse
import urllib.request

import pytest

from ..conftest import ROOT
from .results import results


def ask(door, path, **headers):
    """Status, headers and text of one path."""
    try:
        with urllib.request.urlopen(urllib.request.Request(door + path, headers=headers), timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode("utf-8")


def as_json(door, query, **more):
    """The answer to a query for programs."""
    status, _, text = ask(door, f"/-/search.json?{urllib.parse.urlencode({'q': query, **more})}")
    assert status == 200
    return json.loads(text)


def page(door, query):
    """The answer to a query as a page."""
    return ask(door, f"/-/search?{urllib.parse.urlencode({'q': query})}")[2]


CALL = "/readouts/events/2025-07-03-putin-trump-call"


@pytest.mark.parametrize(
    "query",
    [
        "3 July 2025",
        "July 3",
        "July 3rd, 2025",
        "3.7.2025",
        "03.07.2025",
        "03/07/2025",
        "2025-07-03",
        "3 июля",
        "july 3 call",
    ],
)
def test_a_day_puts_its_contact_first(door, query):
    """Whatever form the day has, the contact of that day stands first, and every statement of that day is found."""
    answer = as_json(door, query)
    first, *others = answer["results"]
    assert first["kind"] == "contact" and first["address"] == door + CALL
    assert results(door, query)[0] == CALL
    rows = csv.DictReader(io.StringIO((ROOT / "data" / "statements.csv").read_text(encoding="utf-8")))
    of_day = {row["id"] for row in rows if row["date"].rstrip("?~") == "2025-07-03"}
    assert {one["address"].rpartition("/")[2] for one in others if one["kind"] == "day"} == of_day and of_day


@pytest.mark.parametrize(
    ("query", "event"),
    [
        ("did the Kremlin confirm the call of 7 November", "2024-11-07-trump-putin-call"),
        ("Macron call", "2025-putin-macron-call"),
        ("Mar-a-Lago", "2024-11-07-trump-putin-call"),
        ("business jet", "2025-02-11-american-jet"),
    ],
)
def test_a_contact_that_is_named_begins_with_what_each_side_says(door, query, event):
    """By its day, its place, who took part or its title: the contact stands first, with its standing and its sides."""
    first = as_json(door, query)["results"][0]
    assert first["kind"] == "contact" and first["address"].endswith(f"/events/{event}") and first["standing"]
    text = page(door, query)
    head = text[text.index('id="contact"') : text.index("</ol>")]
    assert 'class="standing"' in head and "how the accounts stand, not what is true" in head
    assert head.count('class="side side-') > 1 and "stance-" in head


def test_what_is_asked_of_a_contact_stands_with_it(door):
    """Of the claims on the contact those with the words of the question, each with who says so."""
    text = page(door, "was military aid discussed in the March 18 call")
    head = text[text.index('id="contact"') : text.index("</ol>")]
    assert re.search(r"told: [a-z ]+", head) and 'class="said-by"' in head


@pytest.mark.parametrize("query", ["putin", "peskov", "trump", "call", "Kremlin", "Zelenskyy"])
def test_a_name_alone_names_no_contact(door, query):
    """Who types a name looks for the person, not for one of all contacts."""
    kinds = [one["kind"] for one in as_json(door, query)["results"]]
    assert kinds and "contact" not in kinds


def test_a_misspelt_name_is_understood_and_said(door):
    """The nearest name is looked for, and the page says so."""
    answer = as_json(door, "pescov fake")
    assert answer["understood_as"] == "Peskov fake"
    assert answer["readings"] == [{"how": "spelling", "typed": "pescov", "read": "Peskov", "or": ""}]
    assert results(door, "pescov fake") == results(door, "peskov fake")
    assert 'Did you mean <a href="/-/search?q=Peskov%20fake">Peskov fake</a>?' in page(door, "pescov fake")


def test_words_left_out_are_said(door):
    """Small words, and words that the best result lacks, are named on the page and in JSON."""
    assert as_json(door, "who said fake")["left_out"] == ["who", "said"]
    assert "Left out, since they say nothing of what you look for: who, said." in page(door, "who said fake")
    answer = as_json(door, "peskov fake fiction xylophone")
    assert answer["left_out"] == ["xylophone"] and answer["results"][0]["lacks"] == ["xylophone"]
    assert "without <strong>xylophone</strong>" in page(door, "peskov fake fiction xylophone")


def test_all_words_come_before_most(door):
    """What has all the words stands before what has most of them, and only the latter lacks any."""
    found = as_json(door, "never anticipate events between presidents")["results"]
    assert found[0]["lacks"] == [] and any(one["lacks"] for one in found)
    lacking = [bool(one["lacks"]) for one in found if one["kind"] != "question"]
    assert lacking == sorted(lacking)


def test_half_of_the_words_is_not_most(door):
    """One of two words is found only one by one, and the page leads on."""
    answer = as_json(door, "peskov xylophone")
    assert answer["results"] == [] and [one["word"] for one in answer["each"]] == ["peskov", "xylophone"]
    assert answer["each"][0]["found"] > 0 and answer["each"][1]["found"] == 0
    text = page(door, "peskov xylophone")
    assert "Nothing found for peskov xylophone" in text and "xylophone: nothing" in text and "How to search" in text


def test_an_open_day_offers_the_other(door):
    """03/07/2025 says how it was read, and leads to the other reading."""
    text = page(door, "03/07/2025")
    assert (
        "“03/07/2025” is read as 3 July 2025." in text
        and '<a href="/-/search?q=7%20March%202025">7 March 2025</a>' in text
    )


def test_a_russian_word_finds_whose_words_they_are(door):
    """фейк is looked for in English as fake, and the page says whose words those are; the two voices stay apart."""
    text = page(door, "фейк")
    assert "English words are those of whoever put it into English, or of the record" in text
    found = {one["address"].rpartition("/")[2]: one for one in as_json(door, "фейк")["results"]}
    told = found["2025-11-dmitriev-fake"]
    assert told["kind"] == "statement" and "фейк" in told["words"].casefold()
    assert "fake" in found["2024-11-11-peskov-no-call"]["words"]


@pytest.mark.parametrize("query", ["who said fake", "did peskov say fake", "kremlin fake", "fake 2025", "фейк песков"])
def test_a_source_s_word_is_never_the_speaker_s(door, query):
    """Wherever a result is of own words, the words have it; where they have not, the kind says so."""
    for one in as_json(door, query)["results"]:
        if one["kind"] == "statement":
            assert "fake" in one["words"].casefold(), one
        if one["kind"] == "told":
            assert "fake" in one["source_words"].casefold(), one


def test_json_has_its_shape(door):
    """The shape that docs/pages.md tells, for every kind of result."""
    answer = as_json(door, "did Witkoff meet Putin on 11 February 2025")
    assert set(answer) == {
        "query",
        "understood_as",
        "readings",
        "absent",
        "offered",
        "left_out",
        "found",
        "results",
        "each",
    }
    for one in answer["results"]:
        assert {"kind", "title", "address", "words", "source_words", "why", "lacks"} <= set(one)
        assert one["title"] and one["address"].startswith(f"{door}/readouts/")


def test_json_by_what_a_program_accepts(door):
    """A program that accepts JSON alone gets it from the page's address; a browser gets the page."""
    wants = ask(door, "/-/search?q=peskov", Accept="application/json")
    assert wants[1]["content-type"].startswith("application/json") and json.loads(wants[2])["query"] == "peskov"
    browser = ask(door, "/-/search?q=peskov", Accept="text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8")
    assert browser[1]["content-type"].startswith("text/html")
    assert all("accept" in headers["vary"].casefold() for _, headers, _ in (wants, browser))


@pytest.mark.parametrize(
    "path", ["/-/search.json", "/-/search.json?q=", "/-/search.json?q=%22", "/-/search.json?q=%00"]
)
def test_an_empty_query_finds_nothing(door, path):
    """Nothing to look for is no error."""
    status, _, text = ask(door, path)
    assert status == 200 and json.loads(text)["results"] == [] and json.loads(text)["found"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "_",
        "NEAR(a b)",
        'a" OR "b',
        "title:x",
        "-x",
        "^x",
        "*",
        "\ue000 \ue000",
        "x" * 3000,
        "1/1/1 0.0.0000",
        "a " * 500,
    ],
)
def test_nothing_typed_breaks_it(door, query):
    """The index's own language, marks of ours, a page of text: each is answered."""
    assert ask(door, f"/-/search?{urllib.parse.urlencode({'q': query})}")[0] == 200


def test_results_lead_to_pages(door):
    """The first results of every kind can be opened."""
    for query in ("3 July 2025", "no call is planned", "WaPo", "peskov fake"):
        for address in results(door, query)[:8]:
            assert ask(door, address)[0] == 200, address


def test_where_a_question_stands(door):
    """Typed by its title or asked as a question it stands first; otherwise behind what was found."""
    assert results(door, "no call is planned")[0] == "/readouts/what_followed_no_call_is_planned"
    assert results(door, "who denied what")[0] == "/readouts/who_denied_what"
    assert results(door, "who tells first")[0] == "/-/findings"
    assert results(door, "which side did ask for the contact")[0] == "/-/findings"
    kinds = [one["kind"] for one in as_json(door, "peskov fake")["results"]]
    assert kinds[-1] == "question" and kinds[0] != "question"
