"""Coverage and counts: what may be concluded from what is not there, on small records and on the real one."""

import csv
import sqlite3
from contextlib import closing

import pytest
from quality import ledger

from ..conftest import ROOT
from ..views.record import Record

MONTH = ("2025-03-01", "2025-03-31")


@pytest.fixture
def covered():
    """A month of leaders that is complete for Moscow: a contact, its account, four searches, the record's own row."""
    with Record() as record:
        record.tables["searches"].clear()
        record.tables["search_scopes"].clear()
        record.event("call", date="2025-03-18", parties=("kremlin/vladimir-putin", "white-house/donald-trump"))
        record.claim("took-place", event="call")
        record.statement("readout", "kremlin", {"took-place": "asserts"}, date="2025-03-18")
        lead(record, "contact-call", "contact", decision="taken", event_id="call", side="")
        lead(record, "contact-call-russia", "account", part_of_id="contact-call", decision="taken", source_id="page")
        for number, (language, aim) in enumerate([("ru", "any"), ("ru", "official"), ("en", "any"), ("en", "any")]):
            search(record, f"search-{number}", language, aim)
        yield record


def lead(record: Record, id: str, kind: str, **cells: str) -> None:
    given = {"id": id, "kind": kind, "date": "2025-03-18", "level": "leaders", "side": "russia", "decision": "not-yet"}
    record.add("ledger", **given | cells)


def search(record: Record, id: str, language: str, aim: str, days: tuple[str, str] = MONTH) -> None:
    first, last = days
    cells = {"day": "2026-11-30", "query": id, "corpus": "stored-pages", "hits": 1, "found": "One page."}
    record.add("searches", id=id, first=first, last=last, language=language, **cells)
    record.add("search_scopes", search_id=id, level="leaders", side="russia", aim=aim)


def count(record: Record, number: str, period: str = "2025-03") -> None:
    """Moscow's word that there were so many calls of the two presidents."""
    counted = {"counted_kind": "call", "counted_person_id": "vladimir-putin", "counted_with_id": "donald-trump"}
    record.claim("how-many", "count")
    record.tables["claims"][-1] |= {"value": number, "counted_period": period} | counted
    record.statement("tally", "kremlin", {"how-many": "asserts"}, date="2025-03-31")


def state(record: Record, level: str = "leaders", month: str = "2025-03") -> str:
    sql = "SELECT state FROM coverage WHERE month = ? AND level = ? AND side = 'russia'"
    return record.derive("coverage").execute(sql, (month, level)).fetchone()[0]


def test_all_judged_and_searched_is_complete(covered):
    """Every lead judged, four searches, one in Russian, one for official texts, no count above the record."""
    assert state(covered) == "complete"


@pytest.mark.parametrize(
    "hole",
    [
        {"decision": "not-yet"},
        {"decision": "left-out", "reason": "no-page", "note": "Looked for."},
        {"decision": "left-out", "reason": "machine", "note": "A machine's."},
    ],
    ids=lambda hole: hole.get("reason", hole["decision"]),
)
@pytest.mark.parametrize("side", ["russia", ""])
def test_a_lead_that_leaves_a_hole_keeps_the_month_partial(covered, hole, side):
    """Not judged, held by no page, or by a machine alone: also where the lead names no side."""
    lead(covered, "another", "page", side=side, **hole)
    assert state(covered) == "partial"


@pytest.mark.parametrize("other", [{"side": "united-states"}, {"level": "envoys"}, {"date": "2025-04-01"}])
def test_a_hole_elsewhere_leaves_the_month_complete(covered, other):
    """Of another side, level or month."""
    lead(covered, "another", "page", **other)
    assert state(covered) == "complete"


@pytest.mark.parametrize("reason", ["no-contact", "outside-period", "told-elsewhere", "no-voice"])
def test_what_is_left_out_for_another_reason_leaves_no_hole(covered, reason):
    """A page that adds nothing was judged."""
    lead(covered, "another", "page", decision="left-out", reason=reason, note="Seen.")
    assert state(covered) == "complete"


def test_a_lead_of_years_is_open_in_each_month(covered):
    """Whoever says "since 2022" may mean this month."""
    lead(covered, "another", "contact", date="2022/2025-06", side="")
    assert state(covered) == "partial"


def test_a_lead_without_a_date_of_its_contact_counts_where_it_was_published(covered):
    """The day of publication places it."""
    lead(covered, "another", "page", date="", published="2025-03-20")
    assert state(covered) == "partial"


@pytest.mark.parametrize("place", range(4))
def test_three_searches_are_too_few(covered, place):
    """One of the four made for half of the month only leaves days with three."""
    covered.tables["searches"][place]["last"] = "2025-03-30"
    assert state(covered) == "partial"


def test_a_search_in_another_language_is_not_the_sides_own(covered):
    """Four searches, all in English, do not reach what Moscow says in Russian."""
    for row in covered.tables["searches"]:
        row["language"] = "en"
    assert state(covered) == "partial"


def test_official_texts_are_looked_for_by_name(covered):
    """Four searches, none for official texts."""
    for row in covered.tables["search_scopes"]:
        row["aim"] = "any"
    assert state(covered) == "partial"


def test_a_search_at_another_level_covers_nothing_here(covered):
    """A search for ministers says nothing of leaders."""
    covered.tables["search_scopes"][0]["level"] = "ministers"
    assert state(covered) == "partial"


def test_a_month_without_a_row_of_its_level_is_not_coded(covered):
    """Nothing taken, no contact of the record: the level is not coded, whatever was searched."""
    assert state(covered, level="military") == "not coded"


def test_a_level_with_nothing_found_is_complete_if_it_was_searched(covered):
    """No lead and four searches: nothing was found, which is not the same as nothing looked for."""
    for row in list(covered.tables["search_scopes"]):
        covered.add("search_scopes", **row | {"level": "military"})
    assert state(covered, level="military") == "complete"


@pytest.mark.parametrize(
    ("number", "result", "wanted"),
    [
        ("1", "agrees", "complete"),
        ("2", "record has fewer", "partial"),
        ("2/..", "record has fewer", "partial"),
        ("1/..", "agrees", "complete"),
        ("../7", "agrees", "complete"),
        ("0", "record has more", "complete"),
    ],
)
def test_a_count_above_the_record_keeps_the_month_partial(covered, number, result, wanted):
    """The source counts N, the record has one."""
    count(covered, number)
    assert covered.rows("count_checks", "source_counts", "record_has", "result") == [(number, 1, result)]
    assert state(covered) == wanted


def test_a_count_of_another_time_leaves_the_month_alone(covered):
    """Two calls in April say nothing of March; the call of March is none of April's."""
    count(covered, "2", period="2025-04")
    assert covered.rows("count_checks", "record_has") == [(0,)]
    assert state(covered) == "complete"


def test_a_count_that_its_teller_denies_is_no_count(covered):
    """Only who asserts or confirms a number counts."""
    count(covered, "2")
    covered.tables["stances"][-1]["stance"] = "denies"
    assert covered.rows("count_checks", "claim_id") == []


def test_a_side_counts_what_it_affirms_itself(covered):
    """Washington's silence on the call leaves its own count above what it affirms."""
    count(covered, "1")
    covered.tables["statements"][-1]["organization_id"] = "white-house"
    assert covered.rows("count_checks", "side", "record_has", "result") == [("united-states", 0, "record has fewer")]


def test_an_outlet_counts_what_a_party_affirms(covered):
    """An agency took no part, so Moscow's word will do."""
    count(covered, "1")
    covered.tables["statements"][-1]["organization_id"] = "tass"
    assert covered.rows("count_checks", "side", "record_has") == [("press", 1)]


def test_one_contact_in_two_rows_counts_once(covered):
    """Where a text says that they are one; where it is only inferred, they are two rows still."""
    covered.event("again", date="2025-03-18", parties=("kremlin/vladimir-putin", "white-house/donald-trump"))
    covered.tables["events"][-1] |= {"same_as_id": "call", "same_as_basis": "stated"}
    covered.claim("again-took-place", event="again")
    covered.statement("again", "kremlin", {"again-took-place": "asserts"}, date="2025-03-18")
    count(covered, "1")
    assert covered.rows("count_checks", "record_has") == [(1,)]
    covered.tables["events"][-1]["same_as_basis"] = "inferred"
    assert covered.rows("count_checks", "record_has") == [(2,)]


def test_coverage_counts_one_contact_in_two_rows_once(covered):
    """Where a text says that they are one; where it is only inferred, they are two rows still."""
    covered.event("again", date="2025-03-18", parties=("kremlin/vladimir-putin", "white-house/donald-trump"))
    sql = "SELECT contacts FROM coverage WHERE month = '2025-03' AND level = 'leaders' AND side = 'russia'"
    covered.claim("again-took-place", event="again")
    covered.statement("again", "kremlin", {"again-took-place": "asserts"}, date="2025-03-18")
    covered.tables["events"][-1] |= {"same_as_id": "call", "same_as_basis": "stated"}
    assert covered.derive("coverage").execute(sql).fetchone() == (1,)
    covered.tables["events"][-1]["same_as_basis"] = "inferred"
    assert covered.derive("coverage").execute(sql).fetchone() == (2,)


@pytest.mark.parametrize(
    ("kind", "stance", "number"),
    [
        ("occurrence", "asserts", 2),
        ("occurrence", "asserts by logic", 1),
        ("occurrence", "allows", 1),
        ("occurrence", "denies", 1),
        ("plan", "asserts", 1),
        ("duration", "asserts", 2),
    ],
)
def test_coverage_counts_what_somebody_says_took_place(covered, kind, stance, number):
    """A contact that was only planned, held possible or denied is none that the record has."""
    covered.event("other", date="2025-03-20", parties=("kremlin/vladimir-putin", "white-house/donald-trump"))
    covered.claim("other-claim", kind, event="other")
    covered.statement("other", "kremlin", {"other-claim": stance}, date="2025-03-20")
    sql = "SELECT contacts FROM coverage WHERE month = '2025-03' AND level = 'leaders' AND side = 'russia'"
    assert covered.derive("coverage").execute(sql).fetchone() == (number,)


def test_what_is_missing_is_named(covered):
    """A text by its contact, a page by who published it: a note alone does not say what is missing."""
    hole = {"decision": "left-out", "reason": "no-page", "note": "Not found."}
    lead(covered, "a-page", "page", publisher="Novinite", **hole)
    lead(covered, "a-text", "account", part_of_id="contact-call", publisher="TASS", **hole)
    covered.tables["ledger"][0]["title"] = "The call"
    sql = "SELECT what_is_missing FROM coverage WHERE month = '2025-03' AND level = 'leaders' AND side = 'russia'"
    assert covered.derive("coverage").execute(sql).fetchone() == ("Novinite: Not found. / The call: Not found.",)


def test_coverage_is_never_typed():
    """No table of the package has a column for it, and no file is called so."""
    assert not list((ROOT / "data").glob("*coverage*")) and not list((ROOT / "schemas").glob("*coverage*"))
    columns = {path.name: path.read_text(encoding="utf-8").split("\n")[0] for path in (ROOT / "data").glob("*.csv")}
    assert [name for name, header in columns.items() if "coverage" in header or "complete" in header] == []


def test_every_logged_search_says_what_it_brought():
    """What a search found stands in its row; the pages that it brought are in the ledger."""
    with (ROOT / "data" / "searches.csv").open(encoding="utf-8", newline="") as file:
        searches = list(csv.DictReader(file))
    assert len(searches) >= 26 and all(row["found"] and int(row["hits"]) >= 0 for row in searches)
    assert len([row for row in ledger.rows(ROOT) if row["id"].startswith("found-")]) >= 79


@pytest.fixture(scope="module")
def coverage(served):
    """The real record's coverage: by month, level and side the state, the leads not judged, those known to be missing."""
    rows = asked(served, "SELECT month, level, side, state, open_leads, known_missing FROM coverage")
    return {row[:3]: row[3:] for row in rows}


def asked(served, sql: str) -> list[tuple]:
    """What the real record answers."""
    (path,) = served.immutables
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def test_the_real_record_is_nowhere_complete_yet(coverage):
    """Leads are open in every month; a month that is complete one day changes this test on purpose."""
    assert {row[0] for row in coverage.values()} == {"partial", "not coded"}
    assert coverage["2024-11", "leaders", "russia"][0] == "partial"
    assert coverage["2025-10", "ministers", "united-states"][0] == "partial"
    assert coverage["2024-10", "envoys", "russia"][0] == "not coded"


def test_the_real_record_knows_what_is_missing(coverage):
    """The State Department's readout of Riyadh was looked for and not found."""
    assert coverage["2025-02", "ministers", "united-states"][2] >= 1
