"""Narrowing a table down: every number is what its choice finds, blank cells count, filters speak plainly."""

import asyncio
import csv
import io
import json
import re
from urllib.parse import quote, urlencode

import pytest
from datasette.database import QueryInterrupted

from readouts.read.edtf_dates import parse
from readouts.site.tables import chosen_filters, facets, file_name
from readouts.site.tables.plain_filters import first_day, last_day

from .. import door

ABOUT = {"titles": {"side": "Side", "speaker_id": "Speaker"}, "facets": ["side", "year"]}


@pytest.fixture(scope="module")
def asked(page):
    """A table's JSON: facets, number of rows."""

    def ask(query: str) -> dict:
        table, _, rest = query.partition("?")
        answer = page(f"/readouts/{table}.json?_shape=objects&{rest}")
        assert answer.status == 200, answer.text
        return answer.json()

    return ask


@pytest.fixture(scope="module")
def rows(page):
    """All rows of a table, as its download has them."""

    def read(query: str) -> list[dict]:
        table, _, rest = query.partition("?")
        return list(csv.DictReader(io.StringIO(page(f"/readouts/{table}.csv?_stream=on&{rest}").text)))

    return read


# ---- facets


@pytest.mark.parametrize(
    "query",
    [
        "claim_timeline?_size=1",
        "claim_timeline?side=russia&stance=denies&_size=1",
        "claim_timeline?side__exact=russia&words__contains=call&date__before=2025-02&_size=1",
        "statements?_facet=speaker_id&_facet=audience&_all=speaker_id&_size=1",
        "statements?speaker_id__isblank=1&_facet=speaker_id&side=press&_size=1",
        "search?_search=peskov&kind=statement&_size=1",
        "plan_outcomes?_facet=days_at_most&days_at_most__gte=2&_size=1",
    ],
)
def test_the_number_beside_a_value_is_what_choosing_it_finds(asked, query):
    """Whatever else is chosen, and of the same column too: the click finds as many rows as it says."""
    wrong, seen = [], 0
    for name, facet in asked(query)["facet_results"].items():
        for value in facet["results"]:
            seen += 1
            clicked = value["toggle_url"].partition("?")[2]
            found = asked(f"{query.partition('?')[0]}?{clicked}&_nofacet=1")["filtered_table_rows_count"]
            others = sum(
                one["count"]
                for one in facet["results"]
                if one["selected"] and None not in (one["value"], value["value"])
            )
            if not value["selected"] and found != value["count"] + others:
                wrong.append((name, value["value"], value["count"], found))
    assert seen > 5 and wrong == []


def test_facets_are_those_of_all_rows_on_every_page(asked):
    """The second page of the rows narrows down as the first does, and choosing there begins at the first."""
    first = asked("claim_timeline?_size=20&side=russia")
    second = asked(f"claim_timeline?_size=20&side=russia&_next={quote(first['next'])}")
    counts = [
        {
            name: [(one["value"], one["count"]) for one in facet["results"]]
            for name, facet in one["facet_results"].items()
        }
        for one in (first, second)
    ]
    assert counts[0] == counts[1]
    assert "_next" not in json.dumps([one["toggle_url"] for one in second["facet_results"]["stance"]["results"]])


def test_a_chosen_value_has_its_neighbours_beside_it(asked):
    """Who chose one side sees what the others would find, and the chosen one is marked and can be taken back."""
    facet = asked("claim_timeline?side=russia")["facet_results"]["side"]["results"]
    (own,) = [one for one in facet if one["selected"]]
    assert own["value"] == "russia" and "side=" not in own["toggle_url"] and len(facet) > 3


def test_blank_cells_are_a_value(asked, rows):
    """The number of blank cells stands among the values, and choosing it finds those of the download."""
    blank = sum(not row["speaker_id"] for row in rows("statements"))
    value = asked("statements?_facet=speaker_id")["facet_results"]["speaker_id"]["results"][-1]
    assert (value["value"], value["count"]) == (None, blank) and blank > 50
    assert len(rows("statements?speaker_id__isblank=1")) == blank


@pytest.mark.parametrize(
    "query", ["statements?speaker_id=", "statements?speaker_id__exact=", "statements.csv?speaker_id="]
)
def test_a_filter_without_a_value_asks_for_blank_cells(page, query):
    """Nothing equals an empty cell, so that `speaker_id=` found none of them."""
    answer = page(f"/readouts/{query}")
    assert (
        answer.status == 302
        and answer.headers["location"] == f"/readouts/{query.partition('?')[0]}?speaker_id__isblank=1"
    )


def test_what_is_not_said_is_always_among_the_values(asked):
    """ "unattributed" is shown though eight speakers are more frequent, and a facet that is cut says of how many."""
    facet = asked("claim_timeline")["facet_results"]["speaker"]
    shown = [one["value"] for one in facet["results"]]
    assert "unattributed" in shown and len(shown) == 8 and facet["truncated"] and facet["kinds"] > 40
    whole = asked("claim_timeline?_all=speaker")["facet_results"]["speaker"]
    assert len(whole["results"]) == whole["kinds"] == facet["kinds"] and not whole["truncated"]


def test_a_cut_facet_says_so_on_its_page(page):
    """The values that are left out are one click away, and so is the way back."""
    assert '_all=speaker#facet-speaker">all ' in page("/readouts/claim_timeline").text
    assert '<a href="?#facet-speaker">only the most frequent</a>' in page("/readouts/claim_timeline?_all=speaker").text


def test_what_cannot_be_counted_in_time_is_named(served, monkeypatch):
    """A facet that takes too long is told by its title, and does not only lack."""
    from readouts.site.tables.counted_facets import CountedFacet

    async def slow(self, column, *others):
        raise QueryInterrupted(Exception(), "", {})

    monkeypatch.setattr(CountedFacet, "_counted", slow)
    told = asyncio.run(served.client.get("/readouts/sources")).text
    assert "Could not be counted in time: Genre, Publisher, Year, Month." in told


def test_a_facet_of_no_column_is_told(page):
    """A misspelt column is told, with the nearest that there is; a program gets no answer to something else."""
    answer = page("/readouts/claims?_facet=knd")
    assert answer.status == 200 and re.search("Not understood.*knd.*kind", answer.text, re.DOTALL)
    assert page("/readouts/claims.json?_facet=knd").status == 400


def test_added_facets_stand_first_and_can_be_put_away():
    """What the reader asked for is what he looks for."""
    one = {"type": "column", "truncated": False, "kinds": 1}
    value = {"value": "x", "label": "X", "count": 2, "selected": False, "toggle_url": "/t?a=b&side=x"}
    results = {
        "side": one | {"name": "side", "hideable": False, "results": [value]},
        "medium": one | {"name": "medium", "hideable": True, "results": [value]},
        "year": one | {"name": "year", "hideable": False, "results": []},
    }
    found = facets.shape(results, [("a", "b"), ("_facet", "medium"), ("_next", "9")], ABOUT)
    assert [(facet.name, facet.without) for facet in found] == [("medium", "a=b"), ("side", None), ("year", None)]
    assert [facet.name for facet in facets.shape(results, [("_facet", "medium")], ABOUT)] == ["medium", "side"]
    assert found[0].values == (facets.Value("x", "X", 2, False, "a=b&side=x"),)


def test_months_stand_in_time_order():
    """Years and months run as the calendar does; those that are not stated come last."""
    values = [
        {"value": one, "label": one, "count": 1, "selected": False, "toggle_url": "?"} for one in ("2025", None, "2024")
    ]
    found = {"year": {"name": "year", "type": "column", "hideable": False, "truncated": False, "results": values}}
    assert [one.value for one in facets.shape(found, [], ABOUT)[0].values] == ["2024", "2025", None]


# ---- what is chosen


def test_every_comparison_of_datasette_has_words():
    """No filter narrows the rows down in silence."""
    from datasette.filters import Filters

    assert set(Filters._filters_by_key) <= set(chosen_filters.WORDS) and set(chosen_filters.OFFERED) <= set(
        chosen_filters.WORDS
    )


@pytest.mark.parametrize("word", ["glob", "like", "array", "null", "=", ">"])
def test_the_filter_box_speaks_plainly(page, word):
    """What only programmers know is not offered."""
    text = page("/readouts/claims").text
    box = text[text.index('name="_filter_op"') : text.index('name="_filter_value"')]
    assert not [one for one in chosen_filters.OFFERED.values() if word in one] and f">{word}" not in box


def test_each_choice_can_be_taken_back_alone():
    """The query without a choice keeps the others, and does not stay on a page that was another's."""
    found = chosen_filters.choices(
        [("side", "russia"), ("_next", "7"), ("speaker_id__isblank", "1"), ("_sort", "id")], ABOUT
    )
    assert [(one.title + one.before + "".join(one.values) + one.behind) for one in found] == [
        "Side: russia",
        "Speaker: blank",
    ]
    assert [one.without for one in found] == ["speaker_id__isblank=1&_sort=id", "side=russia&_sort=id"]


def test_a_choice_says_names_and_dates_in_words(page):
    """An id is called by its row's name, a date stands in words, a search is a choice, too."""
    text = page("/readouts/statements?speaker_id=dmitry-peskov&date__before=2025-02").text
    assert "Speaker: Dmitry Peskov <a" in text and "Date before February 2025 <a" in text
    assert "Search: “peskov” <a" in page("/readouts/search?_search=peskov").text


# ---- filters


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-02", ("2025-02-01", "2025-02-28")),
        ("../2024-10-08", (None, "2024-10-08")),
        (None, (None, None)),
        ("soon", (None, None)),
    ],
)
def test_the_ends_of_a_date(text, days):
    """What SQL compares are the first and the last day that a date allows."""
    assert (first_day(text), last_day(text)) == days


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("statements", "date"),
        ("claim_timeline", "date"),
        ("sources", "published"),
        ("events", "date"),
        ("people", "first_said"),
    ],
)
@pytest.mark.parametrize("day", ["2025-02", "2024-11-07", "5 April 2025"])
def test_before_and_after_know_dates(rows, table, column, day):
    """A row is before a date when all of its days are, whatever its text looks like; a blank one is neither."""
    span = parse("2025-04-05" if "April" in day else day)
    dated = [(row, parse(row[column])) for row in rows(table) if row[column]]
    before = [row for row, own in dated if own.latest and own.latest < span.earliest]
    after = [row for row, own in dated if own.earliest and own.earliest > span.latest]
    assert rows(f"{table}?{column}__before={quote(day)}") == before
    assert rows(f"{table}?{column}__after={quote(day)}") == after and (before or after)


def test_what_is_no_date_is_told(page):
    """Nothing is compared with a text that is no date."""
    answer = page("/readouts/statements.csv?date__before=soon&_stream=on")
    assert answer.status == 400 and "“soon” is no date to compare with. Write 3 July 2025" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "statements?audience{}=Bloomberg exact isnot",
        "quotations?words{}=call contains lacks",
        "plan_outcomes?days_at_most{}=2 exact isnot",
    ],
)
def test_a_comparison_and_its_opposite_find_every_row(rows, query):
    """ "is not" and "does not contain" find blank cells, too: nothing falls between the two."""
    address, one, other = query.split(" ")
    found = [len(rows(address.format(f"__{lookup}"))) for lookup in (one, other)]
    assert all(found) and sum(found) == len(rows(address.partition("?")[0]))


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("_filter_column=words&_filter_op=contains&_filter_value=+fake+", "words__contains=fake"),
        ("_filter_column=side&_filter_op=exact&_filter_value=united+states", "side=united-states"),
        ("_filter_column=speaker_id&_filter_op=isnot&_filter_value=dmitry+PESKOV", "speaker_id__isnot=dmitry-peskov"),
        ("_filter_column=date&_filter_op=exact&_filter_value=8+October+2024", "date=2024-10-08"),
        ("_filter_column=opinion&_filter_op=exact&_filter_value=yes", "opinion=1"),
        ("_filter_column=speaker_id&_filter_op=isblank&_filter_value=", "speaker_id__isblank=1"),
        ("side=russia&_filter_column=words&_filter_op=contains&_filter_value=", "side=russia"),
        ("side=russia&_filter_column=&_filter_op=contains&_filter_value=x&_sort=", "side=russia"),
        ("_filter_column=words&_filter_op=glob&_filter_value=x*", "words__glob=x%2A"),
        ("_col=words&_col=speaker&side=russia", "_show=words&_show=speaker&side=russia"),
    ],
)
def test_the_filter_box_is_read_as_it_was_meant(page, given, read):
    """Labels, names, days and yes and no are understood; a box without a value asks for nothing."""
    answer = page(f"/readouts/claim_timeline?{given}")
    assert (answer.status, answer.headers["location"]) == (302, f"/readouts/claim_timeline?{read}")


def test_downloads_keep_every_column_and_every_row(page, rows, records):
    """What is chosen for the page is not cut from the file; plain filters are those of the file, too."""
    text = page("/readouts/claim_timeline?_show=words&_all=speaker&date__before=2025&_facet=medium").text
    assert 'href="/readouts/claim_timeline.csv?date__before=2025&_stream=on"' in text
    found = rows("claim_timeline?date__before=2025")
    columns = [one["name"] for one in records("SELECT name FROM pragma_table_info('claim_timeline')")]
    assert list(found[0]) == columns and f"{len(found)} rows" in text


def test_excel_has_the_rows_of_plain_filters(served, rows):
    """The workbook is filled by another way than the page, and has the same rows."""
    import openpyxl

    answer = asyncio.run(served.client.get("/readouts/statements.xlsx?date__before=2025"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet.max_row - 1 == len(rows("statements?date__before=2025"))


def test_own_words_keep_their_marks_whatever_columns_are_shown(page):
    """Who looks at the words alone still sees which are the speaker's own."""
    text = page("/readouts/claim_timeline?_col=words", follow=True).text
    assert '<td class="col-words">“' in text and '<td class="col-words"><i>' in text


def test_a_column_that_is_not_there_is_told(page):
    """A misspelt column on the page is named, and the first choice shown."""
    text = page("/readouts/claims?_show=txt").text
    assert "There is no column txt here." in text and "Columns (7 of" in text


# ---- words, labels and dates as they are printed


@pytest.fixture(scope="module")
def records(built_file):
    """Rows of the built file, by SQL."""
    return lambda sql: door.records(built_file, sql)


@pytest.fixture(scope="module")
def box(page):
    """How many rows the filter box finds."""

    def ask(table: str, column: str, comparison: str, value: str) -> int:
        pairs = {"_filter_column": column, "_filter_op": comparison, "_filter_value": value, "_size": "1"}
        return page(f"/readouts/{table}.json?{urlencode(pairs)}", follow=True).json()["filtered_table_rows_count"]

    return ask


@pytest.mark.parametrize("day", ["March 2025", "Mar 2025", "2025-03", "01.03.2025", "1 Mar 2025", "March 1, 2025"])
def test_a_day_in_any_usual_form_is_understood(box, day):
    """Before March 2025 is before its first day, however either is written."""
    assert box("claim_timeline", "date", "before", day) == box("claim_timeline", "date", "before", "2025-03-01") > 100


def test_what_a_page_prints_is_found(box, records):
    """Dates, months and labels in the words of the page, with any apostrophe."""
    months = records("SELECT count(*) AS n FROM claim_timeline WHERE month = '2025-03'")[0]["n"]
    assert box("claim_timeline", "month", "exact", "March 2025") == months > 0
    assert box("claim_timeline", "date", "contains", "March 2025") >= months
    nobody = records("SELECT count(*) AS n FROM claim_timeline WHERE side = 'none'")[0]["n"]
    assert box("claim_timeline", "side", "exact", "Of no side") == nobody > 0
    assert box("claim_timeline", "organization", "unsaid", "") == nobody
    blank = records("SELECT count(*) AS n FROM statements WHERE organization_id IS NULL")[0]["n"]
    assert box("statements", "organization_id", "unsaid", "") == blank > 0
    spans = records("SELECT count(*) AS n FROM claim_timeline WHERE date = '2025-02-11/2025-02-21'")[0]["n"]
    assert box("claim_timeline", "date", "exact", "between 11 and 21 February 2025") == spans > 0


@pytest.mark.parametrize("same", [("don’t", "don't"), ("“fake”", "fake"), ("НЕ ПОСТУПАЛО", "не поступало")])
@pytest.mark.parametrize("comparison", ["contains", "lacks"])
def test_typography_does_not_matter(box, same, comparison):
    """Curls of marks, marks around what was copied, and capitals of any alphabet find the same rows."""
    first, second = (box("claim_timeline", "words", comparison, one) for one in same)
    assert first == second > 0


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("publisher__before=March+2025", "this column has no dates"),
        ("publisher__gte=3", "this column has no numbers"),
        ("date__before=soon", "“soon” is no date to compare with"),
    ],
)
def test_a_comparison_without_sense_is_told(page, query, why):
    """The page keeps its table and says why the filter was left out; a file is refused."""
    answer = page(f"/readouts/claim_timeline?side=russia&{query}")
    assert answer.status == 200 and why in answer.text and 'class="rows-and-columns"' in answer.text
    assert page(f"/readouts/claim_timeline.csv?{query}&_stream=on").status == 400


def test_dates_run_in_time_order(rows, records):
    """A heading sorts "by 8 October 2024" among the days around it, in every table that has dates."""
    for table in ("claim_timeline", "statements", "shifts", "contact_standing", "plan_outcomes", "sources"):
        columns = [one["name"] for one in records(f"SELECT name FROM pragma_table_info('{table}')")]
        for column in [one for one in columns if one.endswith("_order")]:
            found = [row for row in rows(f"{table}?_sort={column}") if row[column]]
            ends = [parse(row[column.removesuffix("_order")]) for row in found]
            days = [one.earliest or one.latest for one in ends]
            assert days == sorted(days) and days, (table, column)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (
            "claim_timeline.csv?side=russia&date__before=2025-02&_stream=on",
            "claim_timeline-side-russia-date-before-2025-02",
        ),
        ("claim_timeline.csv?side__in=russia,united-states&_stream=on", "claim_timeline-side-russia-united-states"),
        ("statements.xlsx?speaker_id__isblank=1", "statements-speaker-isblank"),
        ("statements.csv?_stream=on", "statements"),
    ],
)
def test_a_download_says_what_it_holds(page, path, name):
    """The name of the file has what the rows were narrowed down to."""
    ending = path.partition("?")[0].rpartition(".")[2]
    assert page(f"/readouts/{path}").headers["content-disposition"] == f'attachment; filename="{name}.{ending}"'


def test_the_name_of_a_download_is_short_and_ascii():
    """Letters of another alphabet are left out, and what is long is cut between words."""
    assert (
        file_name.named("t", "words__contains=%D1%84%D0%B5%D0%B9%D0%BA&side=press", "csv")
        == "t-words-contains-side-press.csv"
    )
    long = file_name.named("claim_timeline", f"words__contains={'call+' * 40}", "xlsx")
    assert len(long) <= 80 and long.endswith("-call.xlsx")


@pytest.mark.parametrize("order", ["_sort", "_sort_desc"])
@pytest.mark.parametrize("column", ["medium", "date_order"])
def test_no_row_is_lost_where_many_are_alike(rows, records, order, column):
    """A sorted table is whole, page after page, though most rows have the same value as their neighbours."""
    whole = records("SELECT count(*) AS n FROM readouts")[0]["n"]
    found = [(row["claim_id"], row["quotation_id"]) for row in rows(f"readouts?{order}={column}")]
    assert len(set(found)) == len(found) == whole > 1000
