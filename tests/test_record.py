"""The real record: what the five texts force is what the derived tables say."""

import asyncio
import csv
import io
import re
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date

import pytest
from datasette.app import Datasette

from readouts.serve.metadata import metadata

from .conftest import LONG, QUESTIONS, ROOT, check

CALL_2024 = "2024-11-07-trump-putin-call"
CALL_2025 = "2025-07-03-putin-trump-call"
GENUINE = "2025-11-25-conversations-genuine"


@pytest.fixture(scope="module")
def built(built_file):
    """The real record, checked, and its built file."""
    return check(ROOT).checked, built_file


@pytest.fixture(scope="module")
def rows(built):
    with closing(sqlite3.connect(built[1])) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda sql, *values: [dict(row) for row in connection.execute(sql, *values)]


def test_the_kremlin_softens(rows):
    """The Kremlin's line on the leaked conversations softens: an organization's line, from a narrated denial to quoted words."""
    [shift] = rows("SELECT * FROM shifts WHERE claim_id = ?", [GENUINE])
    assert (shift["voice"], shift["level"], shift["shift"], shift["basis"]) == (
        "The Kremlin",
        "organization",
        "softening",
        "unattributed -> direct",
    )
    assert (shift["earlier_stance"], shift["later_stance"], shift["later_speaker"]) == (
        "denies",
        "downplays",
        "Dmitry Peskov",
    )
    assert "ничего там такого страшного нет" in shift["later_words"]


def test_peskov_does_not(rows):
    """Peskov as a person has no shift on the leak: "fake" was never his, "nothing terrible" neither."""
    assert (
        rows(
            "SELECT * FROM shifts WHERE speaker_id = 'dmitry-peskov' AND (claim_id LIKE '%conversations%' OR claim_id LIKE"
            " '%leak%') OR (level = 'person' AND claim_id = ?)",
            [GENUINE],
        )
        == []
    )


def test_the_russian_side_is_split(rows):
    """On the leak Dmitriev says fake, the Kremlin nothing terrible: the side is split."""
    positions = rows("SELECT * FROM positions WHERE claim_id = ? AND side = 'russia'", [GENUINE])
    assert {(one["voice"], one["stance"]) for one in positions} >= {
        ("Kirill Dmitriev", "denies"),
        ("The Kremlin", "downplays"),
    }
    assert {one["side_is_split"] for one in positions} == {1}


def test_the_call_of_november_2024(rows):
    """Two newsrooms assert the call, the Russian side denies it; Trump's team refused to say, and he took back his no."""
    [standing] = rows("SELECT * FROM contact_standing WHERE event_id = ?", [CALL_2024])
    assert (standing["standing"], standing["russia"], standing["press"], standing["united_states"]) == (
        "denied by a party",
        "denies",
        "asserts / confirms",
        "declines",
    )


def shifts_of(rows, claim: str, level: str) -> list[tuple[str, str, str]]:
    """The shifts of one claim at one level: who, from which stance, to which."""
    return [
        (one["voice"], one["earlier_stance"], one["later_stance"])
        for one in rows("SELECT * FROM shifts WHERE claim_id = ? AND level = ?", [claim, level])
    ]


def test_trump_falls_silent(rows):
    """What Trump denied of the calls after his first term he will not speak of a week later; the Kremlin's line stays."""
    assert shifts_of(rows, "2021-trump-putin-calls-after-office-took-place", "person") == [
        ("Donald Trump", "denies", "declines")
    ]


def test_the_line_on_the_covid_tests_is_on_two_claims(rows):
    """The Kremlin confirms that tests came, Trump denies that he sent them: no word of his is on what the Kremlin confirms."""
    assert shifts_of(rows, "2020-covid-tests-sent", "person") == []
    [standing] = rows("SELECT * FROM contact_standing WHERE event_id = '2020-covid-tests-for-putin'")
    assert (standing["standing"], standing["russia"], standing["united_states"]) == (
        "acknowledged by one so far",
        "confirms",
        "speaks of it, not of whether it took place",
    )


def test_no_plan_is_no_denial(rows):
    """A call that Peskov says is not planned is, by that, neither denied nor acknowledged."""
    said = rows("SELECT * FROM claim_timeline WHERE speaker_id = 'dmitry-peskov' AND date = '2025-03-12'")
    denied = {one["claim_kind"] for one in said if one["stance"] == "denies"}
    assert denied >= {"plan", "initiative"} and not denied & {"occurrence", "content", "duration"}


def test_the_calls_of_2025_are_told_by_both_sides(rows):
    """The calls of 12 February and 18 March 2025 are acknowledged by all; the one that Trump told of before, by him alone."""
    assert {
        one["event_id"]: one["standing"]
        for one in rows("SELECT * FROM contact_standing WHERE date IN ('2025-02-12', '2025-03-18', '../2025-02-07')")
    } == {
        "2025-02-12-putin-trump-call": "acknowledged by all",
        "2025-03-18-putin-trump-call": "acknowledged by all",
        "2025-trump-putin-call-before-12-february": "acknowledged by one",
    }


def test_military_aid_on_18_march_is_disputed(rows):
    """Moscow says that aid to Ukraine was spoken of, Trump says that it was not."""
    [account] = rows(
        "SELECT * FROM accounts WHERE event_id = '2025-03-18-putin-trump-call' AND claim LIKE 'Military aid%'"
    )
    assert (account["told"], account["russia"], account["united_states"]) == ("disputed", "asserts", "denies")


def test_the_call_of_july_2025(rows):
    """Moscow told of the call at once, and Donald Trump that evening: it brought no progress."""
    [standing] = rows("SELECT * FROM contact_standing WHERE event_id = ?", [CALL_2025])
    assert (standing["standing"], standing["russia"], standing["united_states"]) == (
        "acknowledged by all",
        "asserts",
        "confirms",
    )


def test_one_remark_two_wordings(rows):
    """One remark of 11 November 2024 stands in many wordings; of the first two texts only one has the word "fake"."""
    wordings = rows(
        "SELECT words, source_id, via FROM wordings WHERE statement_id = '2024-11-11-peskov-no-call' AND form = 'direct'"
    )
    assert {
        ("fake" in one["words"], one["source_id"])
        for one in wordings
        if one["source_id"] in {"2024-11-11-kremlin-denies-call", "2024-11-moscow-times-opinion"}
        and "pure fiction" in one["words"]
    } == {
        (False, "2024-11-11-kremlin-denies-call"),
        (True, "2024-11-moscow-times-opinion"),
    }
    first = [one for one in wordings if one["source_id"] == "2024-11-11-kremlin-denies-call"]
    assert [one["via"] for one in first if "most obvious example" in one["words"]] == ["TASS"]
    assert all(one["via"] != "TASS" for one in first if "There was no conversation" in one["words"])
    assert len({one["source_id"] for one in wordings}) > 10


def test_the_author_of_an_opinion_counts_in_nothing(rows):
    """ "It is clear that Trump initiated" is its author's, and no standing rests on it."""
    [stance] = rows(
        "SELECT * FROM claim_timeline WHERE claim_kind = 'initiative' AND speaker_id IS NULL AND opinion = 1 AND event_id = ?",
        [CALL_2024],
    )
    assert stance["stance"] == "asserts" and stance["side"] == "none"
    assert rows("SELECT * FROM contact_standing WHERE standing = 'opinion only so far'")


def test_silence_is_no_denial(rows):
    """That the White House gave no details at once is the reporter's, and no denial of the call by it."""
    silent = rows(
        "SELECT * FROM claim_timeline WHERE event_id = ? AND stance = 'denies' AND side = 'press'", [CALL_2025]
    )
    assert any("White House" in one["claim"] for one in silent)
    by_it = rows(
        "SELECT stance, claim_kind FROM claim_timeline WHERE organization_id = 'white-house' AND event_id = ?",
        [CALL_2025],
    )
    assert by_it and {one["claim_kind"] for one in by_it if one["stance"] == "denies"} == {"assessment"}


def test_not_discussed(rows):
    """Four subjects are named as not discussed on 3 July 2025, all by Ushakov."""
    denied = rows(
        "SELECT * FROM claim_timeline WHERE event_id = ? AND claim_kind = 'content' AND stance = 'denies'", [CALL_2025]
    )
    assert {one["speaker"] for one in denied} == {"Yuri Ushakov"} and len(denied) == 4


def test_plans_and_denials(rows):
    """The call said to be planned in April 2025 is a plan denied, and no denial of a call."""
    [outcome] = rows("SELECT * FROM plan_outcomes WHERE said = 'denied' AND date LIKE '2025-04-04%'")
    assert outcome["speaker"] == "Dmitry Peskov" and outcome["outcome"] == "not coded"
    assert [
        one["standing"]
        for one in rows("SELECT standing FROM contact_standing WHERE event_id = ?", [outcome["event_id"]])
    ] == ["plan denied"]


def test_ushakov_declines_and_denies(rows):
    """Of the leaked call Ushakov declines to discuss the substance, and denies a Russian part in the leak."""
    stances = rows(
        "SELECT DISTINCT stance, claim_kind FROM claim_timeline WHERE speaker_id = 'yuri-ushakov' AND date LIKE '2025-11%'"
    )
    assert ("declines" in {one["stance"] for one in stances}) and {
        "stance": "denies",
        "claim_kind": "responsibility",
    } in stances


def test_every_quotation_is_found_by_a_word_of_it(built, rows):
    """One content word of each quotation, searched, finds its statement, from which links lead to claim, event and source.

    In the short form every sixth is searched.
    """
    checked, path = built
    datasette = Datasette(immutables=[str(path)], metadata=metadata(checked.package))

    async def search(word: str) -> set[str]:
        path = f"/readouts/search.json?_search={word}&kind=statement&_shape=array&_size=max"
        return {row["statement_id"] for row in (await datasette.client.get(path)).json()}

    async def asked(quotations: list[dict]) -> tuple[list[tuple[str, str]], set[int]]:
        """The quotations that are not found by their longest word, and how the pages around them answer."""
        longest = [max(re.findall(r"[^\W\d_]{2,}", one["words"] or one["passage"]), key=len) for one in quotations]
        found = {word: await search(word) for word in set(longest)}
        lost = [
            (one["id"], word)
            for one, word in zip(quotations, longest, strict=True)
            if one["statement_id"] not in found[word]
        ]
        seen = {
            f"/readouts/{table}/{one[key]}"
            for one in quotations
            for table, key in (("claims", "claim_id"), ("events", "event_id"), ("sources", "source_id"))
            if one[key]
        }
        assert len(seen) > 20
        some = sorted(seen)[:: 1 if LONG else 6]
        return lost, {(await datasette.client.get(address)).status_code for address in some}

    quotations = rows(
        "SELECT q.*, s.claim_id, c.event_id FROM quotations q JOIN stances s ON s.statement_id = q.statement_id JOIN claims c ON c.id = s.claim_id GROUP BY q.id"
    )
    assert asyncio.run(asked(quotations[:: 1 if LONG else 6])) == ([], {200})


ANSWERS = {
    "what_is_not_coded": lambda rows: (
        {"month", "level", "side", "open_leads"} <= set(rows[0]) and rows[0]["state"] != "complete"
    ),
    "who_denied_what": lambda rows: any(
        row["speaker"] == "Dmitry Peskov" and "in the days after the US election" in row["claim"] for row in rows
    ),
    "whose_line_moved": lambda rows: {"The Kremlin", "Donald Trump"} <= {row["voice"] for row in rows},
    "what_each_side_says_of_a_call": lambda rows: {"russia", "press"} <= {row["side"] for row in rows},
    "which_contacts_are_acknowledged": lambda rows: rows[0]["standing"] == "acknowledged by all",
    "statements_of_one_person": lambda rows: {row["speaker"] for row in rows} == {"Dmitry Peskov"},
    "one_claim_in_time_order": lambda rows: (
        [
            row["speaker"]
            for row in rows
            if row["speaker"] in {"The Washington Post", "Dmitry Peskov", "the author", "Vladimir Putin"}
        ]
        == ["The Washington Post", "Dmitry Peskov", "the author", "Vladimir Putin"]
    ),
    "who_quotes_whom": lambda rows: (
        {"TASS", "The Washington Post", "Bloomberg"} <= {row["cited_publisher"] for row in rows}
    ),
    "what_followed_no_call_is_planned": lambda rows: (
        ("2025-03-12", "2025-03-18", 6)
        in {(row["date"], row["next_contact_date"], row["days_at_most"]) for row in rows}
    ),
    "which_denials_were_followed": lambda rows: (
        {"Dmitry Peskov", "Donald Trump"} <= {row["speaker"] for row in rows}
        and ("2025-05-us-russia-gas-talks", "acknowledged later")
        in {(row["event_id"], row["followed"]) for row in rows}
    ),
    "where_a_word_occurs": lambda rows: (
        all("fake" in f"{row['words']} {row['proof']} {row['passage']} {row['whose_word']}" for row in rows)
        and {"Dmitry Peskov", "Kirill Dmitriev"} <= {row["speaker"] for row in rows}
        and any(row["other_wordings"] for row in rows)
    ),
    "what_was_not_discussed": lambda rows: {row["speaker"] for row in rows} >= {"Yuri Ushakov"},
}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_questions_answer(rows, question):
    """Each question, asked with its defaults, has the answer that the texts give."""
    answer = rows(question.sql, question.defaults)
    assert answer and ANSWERS[question.name](answer), answer[:3]


def test_the_flat_tables(built, rows):
    """One row for each stance, and for each claim and quotation; names instead of ids, and an address to cite."""
    flat, wordings = (
        list(csv.DictReader(io.StringIO(built[1].with_name(name).read_text(encoding="utf-8"))))
        for name in ("readouts.csv", "readouts_wordings.csv")
    )
    assert len(flat) == rows("SELECT count(*) AS number FROM stances")[0]["number"]
    [expected] = rows("SELECT count(*) AS number FROM stances JOIN quotations USING (statement_id)")
    assert len(wordings) == expected["number"]
    for table in (flat, wordings):
        row = next(
            row
            for row in table
            if row["quotation_id"] == "2024-11-11-peskov-no-call-briefing" and row["claim_kind"] == "occurrence"
        )
        assert (row["side"], row["speaker"], row["office"], row["stance"], row["form"]) == (
            "russia",
            "Dmitry Peskov",
            "Kremlin spokesman",
            "denies",
            "direct",
        )
        assert row["permanent_address"] == "/readouts/quotations/2024-11-11-peskov-no-call-briefing"


def test_the_flat_table_is_fit_for_counting(built, rows):
    """A pivot counts each stance once; days are dates, a speaker has three columns, and no cell says that it is empty."""
    flat = list(csv.DictReader(io.StringIO(built[1].with_name("readouts.csv").read_text(encoding="utf-8"))))
    counted = Counter(row["side"] for row in flat if row["month"] == "2025-02")
    for side in ("russia", "united-states"):
        [expected] = rows(
            f"""SELECT count(*) AS number FROM stances JOIN statements ON statements.id = stances.statement_id
            WHERE statements.side = '{side}' AND statements.month = '2025-02'"""
        )
        assert counted[side] == expected["number"] > 30
    for row in flat:
        ends = [date.fromisoformat(row[end]) for end in ("date_first", "date_last") if row[end]]
        assert ends == sorted(ends) and (bool(ends) or row["date"] in ("", "..")), row["date"]
        assert not {"none", "not stated", "not-stated", "several possible"} & {*row.values()}
        named = [row[name] for name in ("person", "organization", "speaker_label") if row[name]]
        assert row["speaker"] == "unattributed" or row["speaker"] in named


def test_a_link_leads_to_the_place(rows):
    """Where the source has an address, the evidence opens it at the proof, else at the passage, by a text fragment; else there is none."""
    links = {row["quotation_id"]: row["place_address"] for row in rows("SELECT * FROM evidence_status")}
    assert "#:~:text=There%20was,in%20Moscow" in links["2024-11-11-peskov-no-call-briefing"]
    assert links["2025-11-dmitriev-fake-fake"].endswith("#:~:text=called%20the%20publication%20a%20fake")
    assert (
        rows(
            "SELECT 1 FROM evidence_status e JOIN sources s ON s.id = e.source_id WHERE (coalesce(s.url, s.archive_url) IS NULL) <> (e.place_address IS NULL)"
        )
        == []
    )


def test_facets_answer(built, rows):
    """The facets of the reading tables are plain words, and what nobody states is a value of its own."""
    for table, columns in {
        "claim_timeline": ("speaker", "side", "stance", "form", "topic", "medium", "publisher", "year", "month"),
        "statements": ("speaker", "side", "form", "year", "month"),
        "quotations": ("speaker", "side", "publisher", "year"),
        "sources": ("publisher", "year", "month"),
        "events": ("standing", "year", "month"),
    }.items():
        for column in columns:
            values = rows(f'SELECT DISTINCT "{column}" AS value FROM "{table}"')
            assert all(row["value"] for row in values), (table, column)
    assert rows("SELECT 1 FROM claim_timeline WHERE speaker = 'unattributed'") and rows(
        "SELECT 1 FROM sources WHERE year = 'several possible'"
    )


UNITS = {
    "person": "people",
    "organization": "organizations",
    "role": "roles",
    "source": "sources",
    "citation": "source_citations",
    "event": "events",
    "participant": "event_participants",
    "claim": "claims",
    "statement": "statements",
    "quotation": "quotations",
    "stance": "stances",
}


# Settled as assessments, before counts had a kind of their own (docs/decisions/0012).
COUNTS_SINCE = {
    (row, column)
    for row in ("2024-11-07-call-first-since-election", "2025-06-14-call-last-before-july")
    for column in ("kind", "value")
}

# Settled as a plan, before a plan was tested by whether its event was held (rule 24 of the codebook).
FORECASTS_SINCE = {("2025-07-putin-to-suggest-products", "kind")}

# Settled before a body that outlives an administration was two, and a host was where a text stands (decision 0015).
_REPORT = tuple(f"2024-11-11-report-{one}" for one in ("election-victory", "pledge-popular", "trump-course-uncertain"))
_HOSTED = (
    *("2024-11-11-kremlin-denies-call", "2025-04-04-peskov-briefing-report"),
    *("2025-07-03-putin-trump-call-report", "2025-11-peskov-downplays-leak"),
)
# Days that a later page prints.
DATES_SINCE = {
    ("2025-04-02-dmitriev-us-visit", "date"): "2025-04-02/2025-04-03",
    ("2025-04-02-dmitriev-us-visit", "date_basis"): "bounded",
    ("2025-04-02-dmitriev-us-visit", "date_words"): "On 2-3 April",
    ("2025-07-putin-announces-call", "date_basis"): "resolved",
    (
        "2025-11-kremlin-nothing-terrible/2025-11-25-conversations-genuine",
        "quotation_id",
    ): "2025-11-kremlin-nothing-terrible-ria-novosti-true-or-not",
    ("2025-07-putin-announces-call", "date_words"): "today",
    ("2025-04-04-peskov-no-call-planned", "date"): "2025-04-04",
    ("2025-04-04-peskov-no-call-planned", "date_basis"): "stated",
    ("2025-04-04-peskov-no-call-planned", "date_words"): "on April 4",
    ("2025-04-02-dmitriev-us-visit", "source_id"): "2025-04-03-ukrainska-pravda-dmitriev-washington",
}
VOICES_SINCE = {
    ("trump-transition", "kind"): "transition",
    ("joe-biden-white-house", "organization_id"): "white-house-2021",
    **{(row, "organization_id"): "" for row in _REPORT},
    **{(row, "speaker_label"): "the report" for row in _REPORT},
    **{(row, "publisher_id"): "" for row in _HOSTED},
}


def test_the_second_reading_is_what_the_record_says(built):
    """data/second_reading.csv says of every cell what was settled; the record says the same."""
    checked, _ = built
    record = {
        (table.name, row["row_key"]): row
        for table in checked.package.tables
        for row in checked.dataset.frames[table.name].iter_rows(named=True)
    }
    with (ROOT / "data" / "second_reading.csv").open(encoding="utf-8", newline="") as file:
        readings = list(csv.DictReader(file))
    compared = 0
    for reading in readings:
        assert reading["reason"] or reading["agree"] == "yes" or reading["row_id"] == "no-row", reading
        row = record[UNITS[reading["unit"]], reading["row_id"]] if reading["row_id"] != "no-row" else {}
        if (reading["row_id"], reading["column"]) in COUNTS_SINCE:
            assert row["kind"] == "count" and row["value"] == "1"
        elif (reading["row_id"], reading["column"]) in FORECASTS_SINCE:
            assert row["kind"] == "forecast"
        elif (reading["row_id"], reading["column"]) in DATES_SINCE:
            assert row[reading["column"]] == DATES_SINCE[reading["row_id"], reading["column"]]
        elif (reading["row_id"], reading["column"]) in VOICES_SINCE:
            assert (row[reading["column"]] or "") == VOICES_SINCE[reading["row_id"], reading["column"]]
        elif reading["column"] in row and reading["column"] not in ("words", "passage", "text"):
            settled, found = reading["settled"], str(row[reading["column"]] or "")
            if reading["column"] in ("native_name", "other_names") and not settled.endswith("…"):
                # Names under which readers look for a body come later; those that were settled stay.
                found = "; ".join(name for name in found.split("; ") if name in settled.split("; "))
            assert (
                found.startswith(settled.removesuffix("…").rstrip()) if settled.endswith("…") else found == settled
            ), (reading, found)
            compared += 1
    assert compared > 2000
