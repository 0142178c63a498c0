"""The cases of the real record in which lines moved that did not, and words clashed that do not."""

from ..build.test_coverage import asked

CALLS = "2021-trump-putin-calls-after-office-took-place"
CALL = "2024-11-07-call-took-place"


def test_a_campaign_aide_and_the_candidate_are_two_voices(served):
    """Jason Miller doubts the calls and Donald Trump will not speak of them: the campaign did not fall silent by that.

    The pair skipped what Donald Trump himself said on 8 October 2024; his own move from that is a row.
    """
    rows = asked(
        served, f"SELECT level, voice, earlier_statement_id, later_statement_id FROM shifts WHERE claim_id = '{CALLS}'"
    )
    assert rows == [("person", "Donald Trump", "2024-10-08-trump-thats-false", "2024-10-15-trump-smart-thing")]


def test_the_white_house_did_not_fall_silent_in_february_2025(served):
    """Donald Trump says it on the 7th and the 9th, and Mike Waltz between will not: two voices of one house."""
    claim = "2025-trump-putin-call-before-12-february-took-place"
    assert asked(served, f"SELECT * FROM shifts WHERE claim_id = '{claim}'") == []
    said = f"SELECT DISTINCT stance FROM claim_timeline WHERE claim_id = '{claim}' AND speaker_id = 'mike-waltz'"
    assert asked(served, said) == [("declines",)]


def test_no_line_moves_through_two_people(served):
    """Where a body's line moved, at most one person is named."""
    moved = "SELECT count(*) FROM shifts JOIN statements a ON a.id = earlier_statement_id"
    moved += " JOIN statements b ON b.id = later_statement_id"
    assert asked(served, f"{moved} WHERE a.speaker_id <> b.speaker_id") == [(0,)]
    assert asked(served, f"{moved} WHERE level = 'organization'")[0][0] > 1


def test_i_will_and_not_yet_arranged_are_no_contradiction(served):
    """Eight pairs of an announcement and a denial that anything was arranged; each stands in the outcomes of plans."""
    assert asked(served, "SELECT * FROM contradictions WHERE claim_kind = 'plan'") == []
    both = """SELECT DISTINCT claim_id FROM claim_timeline AS yes WHERE claim_kind = 'plan' AND scale = 2 AND stands = 1 AND basis <> 'logic'
AND EXISTS (SELECT 1 FROM claim_timeline AS no WHERE no.claim_id = yes.claim_id AND no.scale = -2 AND no.stands = 1 AND no.basis <> 'logic')"""
    found = {claim for (claim,) in asked(served, both)}
    assert {"2025-01-putin-trump-call-planned", "2025-03-putin-trump-call-planned"} <= found
    told = {claim for (claim,) in asked(served, "SELECT DISTINCT claim_id FROM plan_outcomes")}
    assert found <= told


def test_a_speaker_of_no_side_is_no_side(served):
    """An aide, the author of a book and that of an opinion piece stand for nobody: 23 pairs were between two sides."""
    none = "'none' IN (affirmed_side, denied_side)"
    ((scope, pairs),) = asked(served, f"SELECT scope, count(*) FROM contradictions WHERE {none} GROUP BY scope")
    assert scope == "with a voice of no side" and pairs > 20
    assert asked(served, f"SELECT * FROM contradictions WHERE NOT ({none}) AND scope = 'with a voice of no side'") == []


def test_two_voices_contradict_each_other_once_on_aid(served):
    """Whether an end of aid was demanded is the narrower question: there the Kremlin's account and Trump's no meet."""
    pairs = "SELECT claim_id FROM contradictions WHERE denied_statement_id = '2025-03-18-trump-aid-not-discussed'"
    assert asked(served, f"{pairs} AND affirmed_statement_id = '2025-03-18-kremlin-call-account'") == [
        ("2025-03-18-call-aid-stop-demanded",)
    ]
    assert asked(served, f"{pairs} AND affirmed_statement_id = '2025-03-19-peskov-aid-discussed'") == [
        ("2025-03-18-call-aid-discussed",)
    ]


def test_a_source_of_its_own_is_an_origin(served):
    """The call of 7 November 2024 is told by two newsrooms, by an agency with a source of its own, and in nobody's name."""
    numbers = "SELECT direction, voices, origins_at_most FROM corroboration"
    assert asked(served, f"{numbers} WHERE claim_id = '{CALL}'") == [("affirms", 3, 4), ("denies", 1, 15)]


def test_to_allow_is_not_to_affirm(served):
    """That there were as many as seven calls is allowed by two and affirmed by nobody."""
    rows = (
        "SELECT direction, statements FROM corroboration WHERE claim_id = '2021-trump-putin-calls-after-office-seven'"
    )
    assert asked(served, rows) == [("denies", 1), ("holds possible", 2)]


def test_no_bound_is_below_what_the_record_knows(served):
    """The outlets that are credited, or allege it themselves, for what was said before many, are no more than the bound."""
    known = """SELECT c.claim_id, c.direction, c.origins_at_most, count(DISTINCT q.via_id) AS credited
FROM corroboration c
JOIN claim_timeline t ON t.claim_id = c.claim_id AND t.stands = 1 AND t.opinion = 0 AND t.basis <> 'logic'
 AND c.direction = CASE t.scale WHEN 2 THEN 'affirms' WHEN 1 THEN 'holds possible' WHEN -1 THEN 'holds unlikely' WHEN -2 THEN 'denies' END
JOIN codes m ON m.list = 'medium' AND m.code = t.medium AND m.nature IS NULL
JOIN quotations q ON q.statement_id = t.statement_id
GROUP BY c.claim_id, c.direction"""
    assert asked(served, f"SELECT * FROM ({known}) WHERE credited > origins_at_most") == []
    assert asked(served, f"SELECT count(*) FROM ({known}) WHERE credited > 1")[0][0] > 5


def test_one_page_is_one_origin(served):
    """The call of 3 July 2025 is told by four voices in six pages: no page is counted twice."""
    numbers = "SELECT voices, sources, origins_at_most FROM corroboration"
    assert asked(served, f"{numbers} WHERE claim_id = '2025-07-03-call-took-place'") == [(4, 6, 6)]


def test_what_follows_by_logic_is_no_corroboration(served):
    """The Kremlin's account does not say that aid was discussed: who called an end of it a condition spoke of it, by logic."""
    numbers = "SELECT direction, statements, voices, logic_statements FROM corroboration"
    assert asked(served, f"{numbers} WHERE claim_id = '2025-03-18-call-aid-discussed'") == [
        ("affirms", 1, 1, 1),
        ("denies", 1, 1, 0),
    ]


def test_a_party_that_says_not_yet_disputes_no_plan(served):
    """Donald Trump is setting it up, Mike Waltz expects a call, and Moscow has nothing yet; that no meeting was planned in March is a dispute."""
    for claim, standing, told in (
        ("2025-01-putin-trump-meeting-planned", "announced", "by one party"),
        ("2025-01-putin-trump-call-planned", "announced", "by one party"),
        ("2025-03-us-russia-meeting-saudi-arabia-planned", "plan disputed", "disputed"),
    ):
        of = f"FROM claims JOIN contact_standing USING (event_id) JOIN accounts ON accounts.claim_id = claims.id WHERE claims.id = '{claim}'"
        assert asked(served, f"SELECT standing, told {of}") == [(standing, told)], claim


def test_a_contact_in_two_rows_is_told_in_both(served):
    """Moscow says that Witkoff was received; the discussions of which Donald Trump tells are that meeting, by a text."""
    told = "SELECT told, russia FROM accounts WHERE claim_id LIKE '2025-03-13-%took-place' AND event_id = '2025-03-13-putin-witkoff-meeting'"
    assert asked(served, told) == [("by all parties", "asserts")] * 2


def test_spans_of_an_open_time_are_named(served):
    """The calls of 20 January to 23 March 2025 that were not made known may have come first of all."""
    spans = "SELECT DISTINCT spans FROM plan_outcomes WHERE claim_id = '2025-01-putin-trump-call-planned'"
    [(found,)] = asked(served, spans)
    assert "beyond those made known by 23 March 2025" in found


def test_two_parts_of_the_journey_of_february_name_each_other(served):
    """Whoever reads that no contacts were planned on 11 February is led to the meeting of that day."""
    rows = "SELECT perhaps_with FROM contact_standing WHERE event_id = '2025-02-11-contacts-in-moscow'"
    assert "Meeting of Putin and Witkoff in Moscow" in asked(served, rows)[0][0]


def test_no_contact_is_counted_of_which_nobody_says_that_it_took_place(served):
    """The leaders' contacts of March 2025 are a call and a gift: the talk of the 13th is denied, the call of the 14th was asked about."""
    sql = "SELECT DISTINCT month, contacts FROM coverage WHERE level = 'leaders' AND month IN ('2025-03', '2025-04') ORDER BY 1"
    assert asked(served, sql) == [("2025-03", 2), ("2025-04", 0)]
