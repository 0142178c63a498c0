"""The page on which a quotation is checked, and the same for programs, through the real server."""

import json
import re
from urllib.parse import urlencode

import pytest


def asked(page, ending="", **given):
    """The answer to what was pasted."""
    return page(f"/check{ending}?{urlencode(given)}")


def test_the_whole_quotation_stands_with_the_verdict(anywhere):
    """Printed otherwise: the lost negation in words, the whole quotation with its sources, a link to its page."""
    text = asked(anywhere, q="we have reached this stage").text
    assert re.search(r'<h2[^>]*><span aria-hidden="true">≠</span> Printed otherwise</h2>', text)
    assert "The record’s words have “not”, a negation, which the pasted words have not." in text
    assert "we have <mark>not</mark> reached this stage yet,”" in text and "Marked: the words that differ." in text
    assert text.count("not pasted, printed “not”") == 1
    assert (
        "Although strategic stability" in text
        and 'href="/readouts/quotations/2025-04-04-peskov-arms-control-stage"' in text
    )
    assert "false" not in re.sub(r"<[^>]+>", "", text).casefold()


def test_the_mark_lies_on_what_differs(anywhere):
    """A word too many is marked where it was pasted; of a part the pasted words are marked in the whole."""
    text = asked(anywhere, q="we have never reached this stage").text
    assert "we have <mark>never</mark> reached this stage</blockquote>" in text
    text = asked(anywhere, q="we have not reached this stage").text
    assert "<mark>we have not reached this stage</mark> yet,”" in text and "Marked: the pasted words." in text


def test_the_form_keeps_what_was_typed(page):
    """Words, name and time stand in the form again; a name is told as it is read, a time that is none is told."""
    text = asked(page, q='they said "no" & left', speaker="Песков", when="soon").text
    assert '\nthey said "no" & left</textarea>' in text and 'value="Песков"' in text and 'value="soon"' in text
    assert (
        "Asked for: words of Dmitry Peskov (“Песков”).</p>" in text
        and "“soon” was not read as a day or a month" in text
    )


def test_the_time_of_what_is_not_there(page):
    """The time that is typed is told by level; without one, that which the text names; without either, all of it."""
    words = "The envoy drank his tea by candlelight"
    assert "Of March 2025 the record covers" in asked(page, q=words, when="March 2025").text
    text = asked(page, q=f"On 18 March 2025 he said: “{words}”").text
    assert "Of 18 March 2025 the record covers" in text and re.search(
        r"<li>Leaders: March 2025 covered in part</li>", text
    )
    assert (
        ", of another time: asked for January 2025, the record has the words of 4 April 2025 (uncertain)</h2>"
        in asked(page, q="we have not reached this stage yet", when="January 2025").text
    )
    assert "No day or month is named" in asked(page, q=words).text and "Nothing" not in words
    assert "outside the months whose coverage is worked out" in asked(page, q=words, when="1 March 1999").text


def test_the_answer_stands_first(page):
    """Above the answer the form is folded, and open where there is no answer; what says nothing is not said."""
    empty, text = asked(page).text, asked(page, q="они не говорили", speaker="Dmitry Peskov", when="2025").text
    assert "Check other words" not in empty and "(optional)" in empty
    assert text.index("<summary>Check other words</summary>") < text.index("<textarea") < text.index("<h2")
    assert "Asked for: words of Dmitry Peskov, of 2025.</p>" in text
    assert '<details class="fold"><summary>No day or month is named' in asked(page, q="tea by candlelight").text


def test_a_name_that_is_nearly_right_is_taken(page):
    """Misspelt, it is read as the one name that is like it, and the page says so above the answer."""
    text = asked(page, q="pure fiction", speaker="Pescov").text
    assert "“Pescov”: it is read as Dmitry Peskov, the one name that is like it." in text
    assert "Printed so" in text and "Said by somebody else</h2>" not in text


def test_many_places_are_folded(page):
    """Two places stand open, the others folded with their number."""
    text = asked(page, q="pure fiction").text
    shown = len(re.findall(r"The page of this quotation", text))
    assert shown > 3 and f"<summary>{shown - 2} more places</summary>" in text


@pytest.mark.parametrize("given", [{}, {"q": ""}, {"q": "“…”"}, {"q": "a" * 4001}, {"q": "\x00"}, {"q": "a " * 2000}])
def test_nothing_pasted_breaks_it(page, given):
    """Nothing, no word, too much, one long text: each is answered, and what cannot be checked is said."""
    answer = asked(page, **given)
    assert answer.status == 200 and answer.text.count("<h1") == 1
    assert ("4,000 are checked at once" in answer.text) == (given.get("q") == "a" * 4001)


def test_for_programs(page):
    """The shape that docs/pages.md tells; by the ending, and by what a program accepts."""
    given = {"q": "Trump said “pure fiction” and “The envoy drank his tea by candlelight”", "when": "March 2025"}
    body = asked(page, ".json", **given).json()
    assert set(body) == {"text", "speaker", "problem", "taken", "more", "quotations"}
    first, second = body["quotations"]
    assert (first["verdict"], second["verdict"], second["places"]) == ("somebody", "absent", [])
    assert first["places"][0]["words"] == "pure fiction" and first["more_places"] > 0
    assert {one["kind"] for one in first["places"][0]["cautions"]} >= {"named", "time", "begins"}
    assert page(first["places"][0]["link"].partition("127.0.0.1")[2].partition("/")[2].join(["/", ""])).status == 200
    assert (
        second["covered"][0]["states"]["partial"] == [["2025-03", "2025-03"]] and "nothing follows" in second["silence"]
    )
    told = page(f"/check?{urlencode(given)}", accept="application/json")
    assert json.loads(told.body) == body and told.headers["vary"].casefold().startswith("accept")


def test_a_search_that_looks_like_a_sentence_offers_it(page):
    """Six words in a row, or three in marks; a name and a word, or a question, offer nothing."""
    offer = "Check them as a quotation"
    for query in ("we have not reached this stage yet", '"pure fiction simply"'):
        text = page(f"/-/search?{urlencode({'q': query})}").text
        assert (
            offer in text
            and f"/check?{urlencode({'q': query}).replace('+', '%20')}"
            in page(f"/-/search?{urlencode({'q': query})}").raw
        )
    for query in ("peskov fake", "who said that the call was long and useful", "3 July 2025"):
        assert offer not in page(f"/-/search?{urlencode({'q': query})}").text


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (
            "but we have reached this stage yet",
            ["Printed otherwise", "have “not”, a negation, which the pasted words have not."],
        ),
        (
            "Peskov said on 1 May 2026 “pure fiction”, reports say",
            ["Printed so", "of another time: the pasted text names"],
        ),
        ("the envoy drank his tea by candlelight", ["Not in the record", "No quotation of the record has these words"]),
    ],
)
def test_the_search_tells_the_verdict(page, query, lines):
    """A sentence that is searched for is checked at once: its verdict stands above the results, in a line."""
    text = page(f"/-/search?{urlencode({'q': query})}").text
    (told,) = re.findall(r'<p class="note" role="status">As a quotation: (.*)</p>', text)
    assert all(one in told for one in lines), told


def test_a_pasted_paragraph_is_searched_for(page):
    """Each quotation has its verdict; nothing reads as if the record lacked one that it has, no mark stands twice."""
    query = "Peskov told reporters: “There are no concrete plans yet,” while adding that “the envoy drank tea”."
    text = page(f"/-/search?{urlencode({'q': query})}").text
    told = re.findall(r'role="status">As a quotation, (.*?)</strong>', text)
    assert [re.sub(r"<[^>]+>", "", one) for one in told] == [
        "“There are no concrete plans yet,”: Printed so",
        "“the envoy drank tea”: Not in the record",
    ]
    assert "““" not in text and "the best is without" not in text and "No one result has all of these words" in text


def test_home_leads_there(page):
    """The home page has a link to it, and search engines know it."""
    assert '<a href="/check">Check a quotation</a>' in page("/").text
    assert "/check</loc>" in page("/sitemap.xml").text
