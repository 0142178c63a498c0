"""Reader columns of base tables: labels, names, years, standing."""

import pytest

from .record import leak


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2024-11-07?", "2024", "2024-11"),
        ("2024-11", "2024", "2024-11"),
        ("2024-11-06/2024-11-09", "2024", "2024-11"),
        ("2024-11-06/2024-12-09", "2024", "several possible"),
        ("2024", "2024", "several possible"),
        ("2024-11-11/2025-01-19", "several possible", "several possible"),
        ("../2024-12-31", "several possible", "several possible"),
        ("2024-10-09/..", "several possible", "several possible"),
        (None, "not stated", "not stated"),
    ],
)
def test_a_year_is_that_of_every_day(record, date, year, month):
    """A row counts in a year or a month only if every day that its date allows lies in it."""
    record.statement("a", "kremlin", {"took-place": "denies"}, date)
    record.source("s", published=date)
    record.event("e", "leak", date=date)
    for table, name in (("statements", "a"), ("sources", "s"), ("events", "e")):
        found = record.rows(table, "id", "year", "month")
        assert (name, year, month) in found, (table, found)
    searched = dict(record.rows("search", "id", "year"))
    assert [searched[f"{kind}"] for kind in ("statement/a", "source/s", "event/e")] == [year] * 3


def test_events_carry_their_standing(record):
    """An event of a contact shows its standing; a leak has none."""
    leak(record)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("events", "id", "standing", order="id") == [
        ("call", "denied by a party"),
        ("leak", "no contact"),
    ]


def test_statements_and_quotations_have_short_labels(record):
    """A label says who, when, what stance and the first words, in at most 90 characters, and ends with a whole word."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="indirect")
    record.quotation("a-2", "a", "direct", words=f"one, {'two three four ' * 5}five")
    record.claim("an-hour", "duration", "call")
    record.add("stances", statement_id="a", claim_id="an-hour", stance="denies", basis="words", quotation_id="a-2")
    record.statement("b", "kremlin", {"took-place": "denies"}, form="unattributed")
    labels = dict(record.rows("statements", "id", "label", order="id"))
    assert labels == {
        "a": "Dmitry Peskov, 2024-11-11: denies — one, two three four two three four two three four…",
        "b": "unattributed, undated: denies — claim: Claim took-place.",
    }
    assert all(len(label) <= 90 for (label,) in record.rows("quotations", "label"))


def test_a_label_shows_words_that_bear_its_stance(record):
    """A statement's form is that of its strongest rendering; its label takes words on which a stance rests, and names every stance."""
    record.claim("an-hour", "duration", "call")
    record.statement(
        "a", "kremlin/dmitry-peskov", {"an-hour": "declines", "took-place": "denies"}, "2024-11-11", form="narrated"
    )
    record.quotation("a-2", "a", "fragment")
    assert record.rows("statements", "form", "label") == [
        ("fragment", "Dmitry Peskov, 2024-11-11: declines / denies — claim: Claim an-hour.")
    ]
    assert (
        record.rows("wordings", "statement")
        == [("Dmitry Peskov, 2024-11-11: declines / denies — claim: Claim an-hour.",)] * 2
    )


def test_a_label_keeps_apart_what_other_words_bear(record):
    """Of several renderings that bear stances the strongest gives the words, of equal forms the one that bears most; what rests on others is named as such, once."""
    for id, kind in (
        ("an-hour", "duration"),
        ("grain", "content"),
        ("honest", "assessment"),
        ("proposed", "initiative"),
    ):
        record.claim(id, kind, "call")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "asserts"}, "2024-11-11", form="indirect")
    for number, form in ((1, "fragment"), (2, "fragment"), (3, "direct")):
        record.quotation(f"b-{number}", "a", form)
    for claim, stance, quotation in (
        ("an-hour", "doubts", "b-1"),
        ("grain", "denies", "b-2"),
        ("honest", "asserts", "b-2"),
        ("proposed", "declines", "a"),
    ):
        record.add("stances", statement_id="a", claim_id=claim, stance=stance, basis="words", quotation_id=quotation)
    assert record.rows("statements", "form", "label") == [
        ("direct", "Dmitry Peskov, 2024-11-11: asserts / denies (also declines / doubts) — words of b-2")
    ]


def test_quotations_carry_names(record):
    """A quotation shows speaker, side, publisher, year and evidence in words."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", "indirect", record.source("mirror"))
    assert record.rows("quotations", "speaker", "side", "publisher", "year", "evidence", order="id") == [
        ("Dmitry Peskov", "russia", "TASS", "2024", "not held"),
        ("Dmitry Peskov", "russia", "not stated", "2024", "not held"),
    ]


def test_an_unattributed_quotation_has_no_speaker(record):
    """A rendering that names nobody has the speaker "unattributed", beside one that does; a missing date is said."""
    record.statement("a", "kremlin", {"took-place": "denies"}, form="indirect", speaker_label="officials")
    record.quotation("b", "a", "unattributed")
    assert record.rows("quotations", "speaker", "label", order="id") == [
        ("officials", "officials, undated, indirect: claim: Claim took-place."),
        ("unattributed", "unattributed, undated, unattributed: claim: Claim took-place."),
    ]


def test_sources_and_events_have_years(record):
    """Sources and events show year and month of their date, or that none is stated."""
    record.source("dated", published="2024-11-11")
    record.source("year", published="2024~")
    record.event("undated", "leak")
    assert record.rows("sources", "id", "year", "month", order="id") == [
        ("dated", "2024", "2024-11"),
        ("page", "not stated", "not stated"),
        ("year", "2024", "several possible"),
    ]
    assert record.rows("events", "id", "year", "month", order="id") == [
        ("call", "2024", "2024-11"),
        ("undated", "not stated", "not stated"),
    ]


def test_events_of_one_title_carry_their_dates(record):
    """Wherever an event stands it is known from others that have the same title; an event that stands alone has no date."""
    for id, day in (("a", "2025-02-12"), ("b", "2025-03-18/2025-03-19"), ("c", "")):
        record.event(id, date=day)
        record.tables["events"][-1]["title"] = "Call between Putin and Trump"
        record.claim(f"{id}-held", event=id)
        record.statement(f"{id}-said", "kremlin/dmitry-peskov", {f"{id}-held": "asserts"}, day or "2025-05-05")
    record.event("d", "leak")
    names = {
        "a": "Call between Putin and Trump, 12 February 2025",
        "b": "Call between Putin and Trump, between 18 and 19 March 2025",
        "c": "Call between Putin and Trump",
        "d": "d",
    }
    assert dict(record.rows("events", "id", "name")).items() >= names.items()
    del names["d"]
    for table in ("contact_standing", "accounts", "claim_timeline"):
        assert dict(record.rows(table, "event_id", "event")).items() >= names.items(), table
    assert dict(record.rows("search", "id", "title"))["event/a"] == names["a"]


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"title": "Kremlin denies a call"}, "Kremlin denies a call"),
        ({"title": "Call [sic] denied"}, "Call [sic] denied"),
        ({}, "Report by TASS, 11 November 2024"),
        ({"genre": "agency-report", "published": "2024-11-10/2024-11-11"}, "Agency report by TASS, between 10 and 11 November 2024"),
        ({"published": "2024-11-11/.."}, "Report by TASS, not before 11 November 2024"),
        ({"published": None}, "Report by TASS"),
        ({"genre": "official", "publisher_id": "kremlin"}, "Official text of Kremlin, 11 November 2024"),
        ({"genre": "post", "publisher_id": "truth-social", "author": "Donald Trump"}, "Post by Donald Trump on Truth Social, 11 November 2024"),
        ({"genre": "post", "publisher_id": "truth-social"}, "Post on Truth Social, 11 November 2024"),
        ({"publisher_id": None, "host_id": "bloomberg"}, "Report at Bloomberg, 11 November 2024"),
        ({"publisher_id": None}, "Report, 11 November 2024"),
    ],
)  # fmt: skip
def test_a_source_without_a_title_is_called_what_it_is(record, cells, name):
    """A printed title, whatever stands in it; else kind, who published it or where it stands, and when."""
    record.source("s", "tass", **{"title": "[Report on a denial]", "published": "2024-11-11"} | cells)
    record.source("t", "tass", title="A report on the report")
    record.add("source_citations", source_id="t", cited_source_id="s", relation="relies-on")
    assert dict(record.rows("sources", "id", "name"))["s"] == name
    assert record.rows("chains", "first_source", "cited") == [("A report on the report", name)]
    assert ("source/s", name) in record.rows("search", "id", "title")


def test_a_body_that_is_no_outlet_keeps_its_article_small(record):
    """“of the Kremlin”, but “by The Moscow Times”: an outlet's article is part of its name."""
    record.add("organizations", id="the-times", name="The Moscow Times", kind="outlet", side="press")
    record.add("organizations", id="the-office", name="The Kremlin", kind="office", side="russia")
    for id, publisher in (("a", "the-times"), ("b", "the-office")):
        record.source(id, publisher, title="[A text]", genre="official")
    assert record.rows("sources", "name", order="id")[:2] == [
        ("Official text of The Moscow Times",),
        ("Official text of the Kremlin",),
    ]


def test_sources_that_would_be_called_alike_say_what_they_are_on(record):
    """Two dispatches of one day are told apart by our description of each."""
    for subject in ("a call", "a visit"):
        record.source(subject[2:], "tass", title=f"[Report on {subject}]", published="2024-11-11")
    assert record.rows("sources", "name", order="id")[::2] == [
        ("Report by TASS, 11 November 2024 (Report on a call)",),
        ("Report by TASS, 11 November 2024 (Report on a visit)",),
    ]


def test_a_quotation_says_what_proves_its_stance(record):
    """Words of the source, why there are none, that nobody has looked, or that nothing is asked: never two of them."""
    record.statement("own", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    for name, cells in {
        "proven": {"proof": "had denied it"},
        "cannot": {"no_proof": "cannot-keep"},
        "lost": {"no_proof": "not-held"},
        "open": {},
    }.items():
        record.statement(name, "kremlin/dmitry-peskov", {}, "2024-11-11")
        record.quotation(f"{name}-told", name, "indirect", **cells)
        record.add("stances", statement_id=name, claim_id="took-place", stance="denies", basis="words", quotation_id=f"{name}-told")  # fmt: skip
    record.quotation("beside", "own", "narrated")
    found = dict(record.rows("quotations", "id", "proof_state"))
    assert found["own"] == found["beside"] == "not asked"
    assert [found[f"{name}-told"] for name in ("proven", "cannot", "lost", "open")] == [
        "words of the source",
        "six words cannot keep it",
        "proof not held",
        "not coded yet",
    ]
    words = dict(record.rows("claim_timeline", "quotation_id", "words"))
    assert words["own"] == "words of own" and words["proven-told"] == "had denied it"
    assert words["open-told"] == "passage of open-told"
    flat = dict(record.rows("readouts", "quotation_id", "proof"))
    assert (flat["proven-told"], flat["open-told"], flat["own"]) == ("had denied it", None, None)


@pytest.mark.parametrize(
    ("chain", "rests_on"),
    [
        ((("official", "kremlin", ""),), "own text"),
        ((("post", "truth-social", "Dmitry Peskov"),), "own text"),
        ((("post", "truth-social", "Donald Trump"),), "report"),
        ((("report", "ria-novosti", ""), ("official", "kremlin", "")), "copy of it"),
        ((("report", "ria-novosti", ""), ("report", "bloomberg", ""), ("official", "kremlin", "")), "copy of it"),
        ((("agency-report", "tass", ""),), "agency"),
        ((("report", "bloomberg", ""), ("agency-report", "tass", "")), "agency"),
        ((("report", "bloomberg", ""),), "report"),
        ((("report", "bloomberg", ""), ("report", "washington-post", "")), "mirror alone"),
        ((("report", "", ""),), "mirror alone"),
    ],
)
def test_a_statement_rests_on_the_nearest_of_its_texts(record, chain, rests_on):
    """A text of the speaker's own, a copy of one over any hops, an agency's, a report, a mirror alone: the nearest counts."""
    for place, (genre, publisher, author) in enumerate(chain):
        record.source(f"text-{place}", publisher, genre=genre, author=author)
        if place:
            cited = {"source_id": f"text-{place - 1}", "cited_source_id": f"text-{place}"}
            record.add("source_citations", relation="republishes", **cited)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="text-0")
    assert record.rows("statements", "rests_on", "sources") == [(rests_on, 1)]


def test_a_copy_is_counted_with_what_it_copies(record):
    """Two copies of one dispatch are one source, a report of another's own is a second; the nearest of all says what is rested on."""
    record.source("dispatch", "tass", genre="agency-report")
    for copy in ("one", "two"):
        record.source(copy, "bloomberg")
        record.add("source_citations", source_id=copy, cited_source_id="dispatch", relation="republishes")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="one")
    record.quotation("a-2", "a", source="two")
    assert record.rows("statements", "rests_on", "sources") == [("agency", 1)]
    record.quotation("a-3", "a", source="page")
    assert record.rows("statements", "rests_on", "sources") == [("agency", 2)]


def test_texts_that_copy_each_other_are_read_to_an_end(record):
    """Two pages that name each other as what they copy end nowhere: neither is anybody's own, and each counts."""
    for one, other in (("a", "b"), ("b", "a")):
        record.source(one, "tass")
        record.add("source_citations", source_id=one, cited_source_id=other, relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="a")
    assert record.rows("statements", "rests_on", "sources") == [("mirror alone", 1)]
