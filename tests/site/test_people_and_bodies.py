"""The pages of people, organizations and topics: what they say in order, offices, where lines moved, what others say."""

import re

import pytest

from readouts.site.iso_names import country, language
from readouts.site.pages import PAGES, involvements, offices, organization, person, topic
from readouts.site.pages.card import Name

from .. import door
from .test_statement import rendering

PERSON = {
    "id": "a",
    "name": "A",
    "native_name": None,
    "other_names": None,
    "country": "RU",
    "wikidata": None,
    "note": None,
}


def said(number: int, day: str | None, date: str | None = None) -> dict:
    cells = {"statement_id": f"s{number}", "day": day, "date": date or day, "renderings": 2}
    return rendering("a", "fake", number) | cells


def stance(number: int, claim: str = "c", topic: str = "t", taken: str = "denies") -> dict:
    row = {"statement_id": f"s{number}", "quotation_id": f"a-{number}", "claim_id": claim, "claim": claim.upper()}
    return row | {
        "stance": taken,
        "opinion": 0,
        "date": "2025-01-02",
        "speaker": "A",
        "topic_id": topic,
        "topic": topic,
    }


def role(title: str, side: str = "russia", start: str | None = None, end: str | None = None) -> dict:
    row = {"id": title, "person": "A", "person_id": "a", "organization": "O", "organization_id": "o", "side": side}
    return row | {"title": title, "start": start, "end": end, "source": "S", "source_id": "s", "note": None}


def part(event: str, beside: str | None = "o", part: str = "participant") -> dict:
    row = {"id": event, "name": event.upper(), "kind": "call", "date": "2025-02-12", "standing": "none"}
    return row | {"part": part, "beside": beside and beside.upper(), "beside_id": beside}


def voice(claim: str, taken: str, speaker: str, times: int = 1, event: str = "e") -> dict:
    row = {"claim_id": claim, "claim": claim.upper(), "event_id": event, "stance": taken, "speaker": speaker}
    return row | {"times": times}


def shaped(**answers: tuple[dict, ...]) -> person.Person:
    nothing = dict.fromkeys(PAGES["people"].questions, ())
    spoken = ({"statements": 0, "first": None, "last": None},)
    return person.shape(nothing | {"person": (PERSON,), "spoken": spoken} | answers)


# ---- what is said


def test_a_hundred_statements_are_folded():
    """They stand month by month in their order, none is lost, and only the last month stands open."""
    rows = tuple(said(n, f"2025-{1 + n // 10:02}-05") for n in range(100))
    found = shaped(statements=rows).months
    assert [month.name for month in found][:2] == ["January 2025", "February 2025"]
    assert sum(len(month.statements) for month in found) == 100
    assert [month.open for month in found] == [False] * 9 + [True]


def test_few_statements_are_not_folded():
    """Who said little is read without a click."""
    assert all(month.open for month in shaped(statements=(said(1, "2025-01-05"), said(2, "2025-03-05"))).months)


@pytest.mark.parametrize(
    ("day", "date", "name"),
    [
        ("2024-11-11", "2024-11-11", "November 2024"),
        ("2024-10-08", "../2024-10-08", "By 8 October 2024"),
        ("2024-11-11", "2024-11-11/2025-01-19", "Between 11 November 2024 and 19 January 2025"),
        ("2024-11-11", "2024-11-11/2024-11-19", "November 2024"),
        ("2025-01-01", "2025", "2025, month not known"),
        ("2025-01-01", "2025~", "2025, month not known"),
        (None, None, "Date not known"),
    ],
)
def test_month(day, date, name):
    """A statement stands in a month only if every day that its date allows lies in it, a mere year in none."""
    row = said(1, day) | {"date": date}
    assert shaped(statements=(row,)).months[0].name == name


def test_month_says_what_it_is_about():
    """The topics of a month, those most spoken of first."""
    taken = (stance(1, "c", "arms"), stance(1, "d", "talks"), stance(2, "d", "talks"))
    found = shaped(statements=(said(1, "2025-01-05"), said(2, "2025-01-06")), taken=taken).months
    assert found[0].topics == ("talks", "arms")
    assert [[one.claim.id for one in saying.stances] for saying in found[0].statements] == [["c", "d"], ["d"]]


def test_subjects():
    """Topic by topic, the most spoken of first; claim by claim, every position in its order."""
    taken = (stance(1, "c", "arms"), stance(1, "d", "talks"), stance(2, "d", "talks", "declines"))
    found = shaped(taken=taken).subjects
    assert [(one.topic.id, one.statements) for one in found] == [("talks", 2), ("arms", 1)]
    assert [(step.statement_id, step.stance) for step in found[0].lines[0].steps] == [
        ("s1", "denies"),
        ("s2", "declines"),
    ]


def test_person_without_a_statement():
    """Who is merely mentioned has a page with nothing on it that is not so."""
    found = shaped()
    assert (found.statements, found.months, found.subjects, found.known_as) == (0, (), (), ())
    assert found.country == "Russia"


# ---- offices


def test_offices_say_what_is_not_known():
    """An open start or end is empty, not a date."""
    found = offices.office(role("spokesman", end="2025-01-19"))
    assert (found.start, found.end, found.source.id) == ("", "19 January 2025", "s")


def test_known_as():
    """The latest title stands first, each title once, apart by side."""
    held = tuple(offices.office(row) for row in (role("host", "press"), role("envoy"), role("chief"), role("envoy")))
    assert person.known_as(held) == (("russia", ("envoy", "chief")), ("press", ("host",)))


# ---- what others say


def test_event_with_two_parts_is_one():
    """One event, all the bodies for which the person took part, and each claim with its voices by stance."""
    told = (
        voice("c", "asserts", "B", 2),
        voice("c", "asserts", "C"),
        voice("c", "denies", "D"),
        voice("x", "asserts", "E", 1, "f"),
    )
    (found,) = shaped(parts=(part("e", "o"), part("e", "p", "host")), told=told).involvements
    assert found.parts == (("participant", Name("O", "o")), ("host", Name("P", "p")))
    assert [(one.claim.id, [(v.stance, v.names) for v in one.voices]) for one in found.told] == [
        ("c", [("asserts", ("B (2 times)", "C")), ("denies", ("D",))])
    ]


@pytest.mark.parametrize(
    ("date", "year"), [("2025-02-12", "2025"), ("2024-12-30/2025-01-02", "2024"), ("../2025-06~", "2025"), (None, "")]
)
def test_an_event_has_its_year(date, year):
    """By the first day that its date allows, with an open start by the last; where no day is known, none."""
    (found,) = involvements.involvements({"parts": (part("e") | {"date": date},), "told": ()})
    assert found.year == year


def test_many_events_unfold_by_year(page, built_file):
    """Where somebody had a part in more events than are taken in at a glance, the years unfold, each with its number."""
    sql = """SELECT organization_id AS id, count(DISTINCT event_id) AS events FROM event_participants
WHERE organization_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"""
    most, *_, least = door.records(built_file, sql)
    text = page(f"/readouts/organizations/{most['id']}").text.partition('id="others"')[2]
    years = re.findall(r"<summary>(\d{4}|No date known) <small>(\d+) events?</small>", text)
    assert most["events"] > 12 and sum(int(number) for _, number in years) == most["events"]
    assert [year for year, _ in years] == sorted(year for year, _ in years)
    few = page(f"/readouts/organizations/{least['id']}").text.partition('id="others"')[2]
    assert not re.search(r"<summary>\d{4} <small>", few) and "<details" in few


def test_own_words_are_not_what_others_say(page):
    """Beside an event stand only other voices; and an event on which nobody else speaks says so."""
    assert involvements.questions("person_id")["told"].count("coalesce(claim_timeline.speaker_id, '') <> :id") == 1
    text = page("/readouts/people/yuri-ushakov").text
    others = text[text.index('id="others"') : text.index('<section class="cite"')]
    assert "Yuri Ushakov</li>" not in others and "<details" in others


# ---- organizations


def test_carrier_is_one_row():
    """A source that carries two dispatches and credits three quotations stands once."""
    row = {
        "id": "x",
        "name": "X",
        "publisher": "P",
        "publisher_id": "p",
        "published": "2025",
        "quotations": 0,
        "hosted": 0,
    }
    rows = (
        row | {"relation": "republishes", "cited": "D1", "cited_id": "d1"},
        row | {"relation": "relies-on", "cited": "D2", "cited_id": "d2"},
        row | {"relation": "", "cited": "", "cited_id": "", "quotations": 3},
    )
    (found,) = organization.carriers(rows)
    assert [relation for relation, _ in found.uses] == ["republishes", "relies-on"] and found.credited == 3


def test_span():
    """From when to when somebody spoke; one day is one day."""
    assert organization.span("2025-01-02", "2025-03-04") == "2 January 2025 to 4 March 2025"
    assert organization.span("2025-01-02", "2025-01-02") == organization.span(None, "2025-01-02") == "2 January 2025"
    assert organization.span(None, None) == "date not known"


# ---- topics


def test_topic_counts_by_stance():
    """The claims by event, each with its stances; a claim on which nobody speaks stays."""
    row = {
        "id": "c",
        "text": "C",
        "event": "E",
        "event_id": "e",
        "date": "2025-02",
        "stance": "denies",
        "statements": 2,
    }
    rows = (row, row | {"stance": "asserts"}, row | {"id": "d", "text": "D", "stance": None, "statements": 0})
    rows += (row | {"id": "f", "text": "F", "event": None, "event_id": None, "date": None},)
    found = topic.shape({"topic": ({"label": "T", "description": "", "note": None},), "claims": rows})
    assert [(one.event.id, one.date, [spoken.stances for spoken in one.claims]) for one in found.about] == [
        ("e", "February 2025", [(("denies", 2), ("asserts", 2)), ()]),
        ("", "", [(("denies", 2),)]),
    ]
    assert found.claims == 3


# ---- names


def test_names_of_codes():
    """Countries and languages have names; what is not listed stays as it is."""
    assert (country("UA"), country("XK"), country(None)) == ("Ukraine", "XK", "")
    assert (language("ru"), language("pt-BR"), language("tlh"), language(None)) == (
        "Russian",
        "Portuguese (BR)",
        "tlh",
        "",
    )


# ---- the pages


def test_person_page(page):
    """Offices with side and dates, statements with words, claims and stances, the line by subject, a citation by name."""
    text = page("/readouts/people/donald-trump").text
    assert "<h1>Donald Trump</h1>" in text and "20 January 2025" in text and "no end known" in text
    assert re.search(r'<details class="fold"[^>]*><summary>\w+ 20\d\d <small>\d+ statements?: ', text)
    assert "What Donald Trump says, by subject" in text and 'class="stance stance-' in text
    assert "What others say that Donald Trump did" in text
    assert "“Donald Trump”. <cite>" in text


def test_organization_page(page):
    """Who speaks for it, what is said in its name, and the lines that moved."""
    text = page("/readouts/organizations/kremlin").text
    assert re.search(
        r'<th scope="row"><a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a></th><td>\d+</td>', text
    )
    assert "What is said in its name, in time order" in text and "Where the line moved" in text


def test_agency_page(page):
    """An agency's page has who carries it."""
    text = page("/readouts/organizations/tass").text
    assert "Who carries it" in text and "Credits it for" in text


def test_topic_page(page):
    """A topic leads to its claims."""
    text = page("/readouts/topics/contacts").text
    assert "<h1>Meetings, calls and messages</h1>" in text and "/readouts/claims/2024-11-07-call-took-place" in text
