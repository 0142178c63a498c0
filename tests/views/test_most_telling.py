"""Which words lead: the rule of `most_telling`, case by case."""

import pytest

RU, US = "kremlin/dmitry-peskov", "white-house/donald-trump"


def _leading(record, about="event", *columns):
    """Side, stance and statement of the rows on claims or on events, or the columns that are named."""
    shown = columns or ("side", "stance", "statement_id")
    return [row[1:] for row in record.rows("most_telling", "about", *shown, order="id") if row[0] == about]


def test_own_words_lead_before_a_sources_before_granted_before_logic(record):
    """How the words carry the stance comes before how early they are, and before their form."""
    record.statement("logic", RU, {"took-place": "denies by logic"}, "2024-11-08")
    record.statement("granted", "kremlin/yuri-ushakov", {"took-place": "denies by presupposed"}, "2024-11-09")
    record.statement("told", "kremlin/vladimir-putin", {"took-place": "denies"}, "2024-11-10", form="indirect")
    order = ["logic"]
    for better in ("granted", "told", "own"):
        if better == "own":
            record.statement("own", "kremlin", {"took-place": "denies"}, "2024-11-12", form="fragment")
        found = _leading(record, "claim")
        assert len(found) == 1
        order.append(found[0][2])
        record.tables["stances"] = [one for one in record.tables["stances"] if one["statement_id"] != found[0][2]]
        record.tables["quotations"] = [one for one in record.tables["quotations"] if one["statement_id"] != found[0][2]]
        record.tables["statements"] = [one for one in record.tables["statements"] if one["id"] != found[0][2]]
    assert order == ["logic", "told", "granted", "own"]


@pytest.mark.parametrize(
    ("worse", "better"), [("fragment", "direct"), ("indirect", "fragment"), ("narrated", "indirect")]
)
def test_of_words_of_one_kind_the_form_decides_then_the_day(record, worse, better):
    """Direct before fragment before indirect; of equals the earliest leads, and the others are counted."""
    record.statement("a", RU, {"took-place": "denies"}, "2024-11-08", form=worse)
    record.statement("b", "kremlin/vladimir-putin", {"took-place": "denies"}, "2024-11-12", form=better)
    record.statement("c", "kremlin/yuri-ushakov", {"took-place": "denies"}, "2024-11-11", form=better)
    assert _leading(record, "claim", "statement_id", "same", "since") == [("c", 2, "2024-11-08")]


def test_what_was_taken_back_leads_only_where_there_is_nothing_else(record):
    """Words that were taken back stand only for a side that has no others, and are marked as that."""
    record.statement("a", US, {"took-place": "asserts"}, "2024-11-08")
    record.statement("b", "rdif/kirill-dmitriev", {"took-place": "declines"}, "2024-11-10", takes_back_id="a")
    assert _leading(record, "claim", "stance", "statement_id", "stands", "same") == [
        ("declines", "b", 1, 0),
        ("asserts", "a", 0, 0),
    ]
    record.statement("c", "trump-transition", {"took-place": "declines"}, "2024-11-09", form="indirect")
    assert _leading(record, "claim", "stance", "statement_id", "stands") == [("declines", "b", 1), ("declines", "c", 1)]


def test_a_line_that_moved_leads_with_where_it_ended(record):
    """Of a voice that changed its line the later stance leads; two voices that differ have a row each, one of which leads."""
    record.statement("a", RU, {"took-place": "denies"}, "2024-11-08")
    record.statement("b", RU, {"took-place": "confirms"}, "2024-11-12", form="indirect")
    assert _leading(record) == [("russia", "confirms", "b")]
    record.statement("c", "kremlin/vladimir-putin", {"took-place": "denies"}, "2024-11-12")
    assert _leading(record, "event", "stance", "statement_id", "lead") == [("confirms", "b", 0), ("denies", "c", 1)]


def test_of_an_event_the_event_itself_comes_before_its_parts(record):
    """A side that speaks of the event itself leads with that; one that only tells its course with that; else with the plan."""
    record.claim("grain", "content", "call")
    record.claim("planned", "plan", "call")
    record.claim("wanted", "position", "call")
    subjects = []
    for number, (claim, stance) in enumerate(
        [("wanted", "asserts"), ("took-place", "denies by logic"), ("planned", "denies"), ("grain", "asserts")]
    ):
        record.statement(f"s{number}", "kremlin", {claim: stance}, "2024-11-11")
        subjects += _leading(record, "event", "subject", "statement_id")
    record.statement("told", "kremlin", {"took-place": "asserts"}, "2024-11-12", form="indirect")
    subjects += _leading(record, "event", "subject", "statement_id")
    assert subjects == [
        ("something else", "s0"),
        ("by logic", "s1"),
        ("plan", "s2"),
        ("course", "s3"),
        ("event", "told"),
    ]


def test_whose_words_they_are_for_a_contact(record):
    """Who speaks for another body of a party's side stands beside it; a leaked record with the side that reports; opinion nowhere."""
    record.statement("a", "rdif/kirill-dmitriev", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/vladimir-putin", {"took-place": "confirms"}, "2024-11-12", medium="leaked-record")
    record.source("essay", "bloomberg", genre="opinion")
    record.statement("c", "bloomberg", {"took-place": "asserts"}, "2024-11-12", form="own", source="essay")
    assert _leading(record) == [("beside", "denies", "a"), ("press", "confirms", "b")]
    assert _leading(record, "claim") == [("russia", "confirms", "b"), ("russia", "denies", "a")]


def test_a_firm_word_leads_before_a_refusal(record):
    """Of a side one of whose voices denies and another refuses to speak, the denial leads, also where it is only told."""
    record.statement("a", RU, {"took-place": "declines"}, "2024-11-08")
    record.statement("b", "kremlin/vladimir-putin", {"took-place": "denies"}, "2024-11-08", form="indirect")
    assert _leading(record, "event", "stance", "lead") == [("declines", 0), ("denies", 1)]


def test_a_contact_leads_with_its_own_claims_before_those_of_one_that_is_folded_into_it(record):
    """13 March 2025: the discussions of which Trump tells are the meeting; its own claim leads, though told in no own words."""
    record.event("talk", "contact", "2024-11-07", ("kremlin", "white-house"))
    record.tables["events"][-1] |= {"same_as_id": "call", "same_as_basis": "stated"}
    record.claim("talk-took-place", "occurrence", "talk")
    record.statement("a", US, {"talk-took-place": "asserts"}, "2024-11-08")
    record.statement("b", "trump-transition", {"took-place": "asserts"}, "2024-11-09", form="indirect")
    assert _leading(record, "event", "statement_id", "lead") == [("b", 1)]


def test_a_leak_leads_with_whether_it_is_genuine(record):
    """Of a leak that it is genuine is the thing itself; a report that says so of a contact is one of its other claims."""
    record.event("leak", "leak", "2025-11-25", ("kremlin/yuri-ushakov/subject",))
    record.claim("genuine", "authenticity", "leak")
    record.claim("report-true", "authenticity", "call")
    record.statement("a", "kremlin", {"genuine": "downplays"}, "2025-11-26")
    record.statement("b", "kremlin", {"report-true": "denies"}, "2024-11-11")
    found = record.rows("most_telling", "event_id", "subject", "statement_id", order="event_id")
    assert [row for row in found if row[0]] == [("call", "something else", "b"), ("leak", "event", "a")]


def test_a_firm_word_is_not_overtaken_by_another_to_the_same_effect(record):
    """A second voice of the same office confirms a day later: the first to say so is still there, and leads."""
    record.event("met", "call", "2025-06-04")
    record.claim("met-took-place", "occurrence", "met")
    record.statement("first", "kremlin/yuri-ushakov", {"met-took-place": "asserts"}, "2025-06-04")
    record.statement("second", "kremlin/dmitry-peskov", {"met-took-place": "confirms"}, "2025-06-05")
    rows = record.rows("most_telling", "about", "stance", "statement_id", "since", "lead")
    assert [row for row in rows if row[0] == "event"] == [
        ("event", "asserts", "first", "2025-06-04", 1),
        ("event", "confirms", "second", "2025-06-05", 0),
    ]
