"""Tables for work: rows on the first screen, facets in their order with labels, names that lead, codes by label."""

import asyncio
import hashlib
import re
from importlib.resources import files

import pytest

from readouts.package.descriptor import load
from readouts.serve.metadata import metadata
from readouts.site.tables import shown_columns
from readouts.site.tables.cell_markup import cell

from ..conftest import ROOT

ABOUT = {"titles": {"side": "Side"}, "columns": {"side": "Where somebody stands."}, "codes": {"side": "side"}}


def test_stock_table_is_the_one_ours_was_copied_from():
    """table.html is a copy: when the original changes, ours must be looked at."""
    stock = files("datasette").joinpath("templates/table.html").read_bytes()
    assert hashlib.sha256(stock).hexdigest() == "81cec4b0f7948bf0b4756b1a0ce706ce30d5694e506fd5639f3cd08a4a8f88a9"
    ours = files("readouts.site").joinpath("templates/table.html").read_text(encoding="utf-8")
    assert "Datasette 0.65.5" in ours.split("\n")[0]


def test_stock_rows_are_those_ours_were_written_for():
    """_table.html is written anew, for Datasette's menus of columns."""
    stock = files("datasette").joinpath("templates/_table.html").read_bytes()
    assert hashlib.sha256(stock).hexdigest() == "f75a8872713f28fdce49b9a44a397f26ba1b5db5e82a74dda1f20ec14faaaa57"


def test_columns_that_say_the_same_are_one():
    """An id beside its name, a year beside its date and the days that it spans stand only in the downloads."""
    columns = ("id", "side", "claim", "claim_id", "date", "date_earliest", "year", "event_id")
    assert not {"stance_label", "scale"} & {
        one.name for one in shown_columns.layout(("stance", "stance_label", "scale"), {}).columns
    }
    found = shown_columns.layout(columns, ABOUT | {"label_column": "claim"})
    assert [one.name for one in found.columns] == ["claim", "date", "side", "event_id"] and found.left_out == 4
    assert [one.title for one in found.columns] == ["Claim", "Date", "Side", "Event"]
    assert [(one.name, one.codes) for one in found.described] == [("side", "side")]


def test_an_answer_reads_from_left_to_right():
    """Who and when first, the source beside the words, and one column for words and what tells them."""
    found = shown_columns.answer_columns(
        ("claim", "words", "proof", "passage", "source", "speaker", "address", "date"), {}
    )
    assert [one.name for one in found.columns] == ["date", "speaker", "claim", "words", "address", "source"]
    assert [one.otherwise for one in found.columns if one.name == "words"] == [("proof", "passage")]
    pairs = shown_columns.answer_columns(("earlier_words", "earlier_passage", "later_words", "earlier_address"), {})
    assert [one.name for one in pairs.columns] == ["earlier_words", "earlier_address", "later_words"]
    assert [one.name for one in shown_columns.answer_columns(("event", "russia", "address"), {}).columns][
        1
    ] == "address"


def test_an_answer_has_the_columns_that_its_question_names():
    """In their order, each with what stands beside it in its cells; words have what tells them in their place."""
    cells = (("words", "publisher", "address"), ("date",))
    found = shown_columns.answer_columns(("date", "words", "proof", "publisher", "address", "claim"), {}, cells)
    assert [(one.name, one.otherwise, one.beside) for one in found.columns] == [
        ("words", ("proof",), ("publisher", "address")),
        ("date", (), ()),
    ]


def test_columns_that_the_reader_wants_are_shown():
    """Who asks for columns by name gets these, once each; a name that is no column is told."""
    found = shown_columns.layout(
        ("claim", "claim_id", "side"), {"shown": ["side"]}, ("claim_id", "side", "claim_id", "odd")
    )
    assert [one.name for one in found.columns] == ["claim_id", "side"] and found.left_out == 1
    assert found.unknown == ("odd",) and [one.name for one in found.every] == ["claim_id", "side", "claim"]


def test_at_first_the_declared_columns_are_shown():
    """A table says which columns answer; one that does not shows its first eight."""
    assert [one.name for one in shown_columns.layout(("a", "b", "c"), {"shown": ["c", "a"]}).columns] == ["c", "a"]
    assert len(shown_columns.layout(tuple("abcdefghijk"), {}).columns) == shown_columns.AT_FIRST == 8


def test_columns_with_one_title_are_told_apart():
    """Where two columns have one title the name stands behind the second, for who chooses between them."""
    found = shown_columns.layout(
        ("speaker", "speaker_id", "date"), {"titles": {"speaker": "Speaker", "speaker_id": "Speaker"}}
    )
    assert [one.title for one in found.every] == ["Speaker", "Date", "Speaker (speaker_id)"]


def test_dates_are_put_in_order_by_their_first_day(page):
    """As text "by 8 October" would come before every other date; the heading says which way it runs."""
    text = page("/readouts/statements").text
    assert re.search(r'data-column="date" aria-sort="descending"><a href="\?_sort=date_order"', text)
    assert 'href="?_sort=speaker"' in text and "_sort=date&" not in text


@pytest.mark.parametrize("name", sorted(metadata(load(ROOT)[0])["databases"]["readouts"]["tables"]))
def test_every_table_shows_eight_columns_at_most(page, name):
    """A page begins with the columns that answer, and says how many there are."""
    text = page(f"/readouts/{name}").text
    told = re.search(r"Columns \((\d+) of (\d+)\)", text)
    assert 0 < int(told[1]) <= 8 and text.count("<th ") in (0, int(told[1]))
    assert text.count('name="_show"') == int(told[2])


def test_a_table_without_names_keeps_its_ids():
    """An id is left out only where a name stands for it."""
    assert [one.name for one in shown_columns.layout(("id", "year"), {}).columns] == ["id", "year"]


def test_downloads_have_the_rows_and_not_the_looks():
    """Filters stay; pages, labels and facets go."""
    found = shown_columns.downloads("/readouts/claims", "kind=content&_next=5&_facet=kind&_labels=on&_sort=id")
    assert found["CSV"] == "/readouts/claims.csv?kind=content&_sort=id&_stream=on"
    assert found["Excel"] == "/readouts/claims.xlsx?kind=content&_sort=id"
    assert "_size=max" in found["JSON"] and "_shape=array" in found["JSON"] and "_next" not in found["JSON"]


def test_rows_stand_on_the_first_screen(page):
    """What else can be done with the table is folded, and stands before the rows in a few lines."""
    text = page("/readouts/claim_timeline").text
    before = text[text.index("<main") : text.index("<tbody>")]
    assert "<details open" not in before and before.count("<details") == 3
    assert re.sub(r"<details.*?</details>", "", before, flags=re.DOTALL).count("<p") <= 2


def test_facets_stand_in_their_order_with_labels(page, built_package):
    """Facets as the record lists them, by title; codes by label; years in time order."""
    text = page("/readouts/claim_timeline").text
    shown = re.findall(r'class="facet-info" id="facet-[a-z_]+" data-column="([a-z_]+)"><h3>([^<]+)</h3>', text)
    listed = metadata(load(built_package)[0])["databases"]["readouts"]["tables"]["claim_timeline"]["facets"]
    assert [name for name, _ in shown] == [name for name in listed if name in dict(shown)] and len(shown) > 8
    assert dict(shown)["claim_kind"] != "claim_kind"
    facet = text[text.index('data-column="stance"') :]
    assert ">Denies</a>" in facet[: facet.index("</ul>")]
    months = re.findall(r"[?&]month=(\d{4}-\d{2})", text)
    assert months == sorted(months) and len(months) > 2


def test_what_is_not_stated_is_counted_as_itself(page):
    """Nobody named and no date are values, and so is no side."""
    text = page("/readouts/claim_timeline").text
    assert "speaker=unattributed" in text and "Of no side" in text
    assert "year=several+possible" in page("/readouts/sources").text


def test_a_choice_is_shown_and_can_be_taken_back(page):
    """What the rows are narrowed down to stands above them, in words."""
    text = page("/readouts/claim_timeline?stance=denies&side=russia#chosen").text
    assert re.search(r'class="chosen">Stance: Denies <a href="\?side=russia#chosen"', text)
    assert re.search("<title>Claim timeline: [0-9]+ rows, Stance: Denies, Side: Russia", text)
    assert "Words contains “fiction” <a" in page("/readouts/claim_timeline?words__contains=fiction").text


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        (
            "claim_timeline",
            r'<td class="col-claim"><span class="tag">Claim:</span> <a href="/readouts/claims/[^"]+">[^<]{20,}</a>',
        ),
        ("claim_timeline", r'<td class="col-speaker"><a href="/readouts/people/[^"]+">'),
        ("claim_timeline", r'<td class="col-speaker">unattributed</td>'),
        ("claim_timeline", r'<td class="col-speaker">unattributed <small>read as that of The Kremlin</small></td>'),
        ("statements", r'<td class="col-speaker">unattributed <small>read as that of The Kremlin</small></td>'),
        ("claim_timeline", r'<td class="col-words"><i>called the publication a fake'),
        ("claim_timeline", r'<td class="col-words">“[^<]+”</td>'),
        ("claim_timeline", r'<td class="col-side"><abbr class="side side-russia" title="[^"]+">Russia</abbr>'),
        ("claim_timeline", r'<td class="col-side"><span class="side side-none">Of no side</span>'),
        ("contact_standing", r'<td class="col-leaked">no</td>'),
        ("claims", r'<td class="col-text"><span class="tag">Claim:</span> <a href="/readouts/claims/[^"]+">'),
        ("claims", r'<td class="col-event_id"><a href="/readouts/events/[^"]+">[^<]* [^<]*</a>'),
        ("statements", r'<td class="col-label"><a href="/readouts/statements/[^"]+">[^<]{40,}</a>'),
        ("claim_timeline", r'<td class="col-statement_id"><a href="[^"]+" title="[^"]{40,}">the whole statement</a>'),
        ("search", r'<td class="col-title"><a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a>'),
        ("events", r'<td class="col-date"><span class="when" title="2025-07-03">3 July 2025</span>'),
        ("evidence_status", r'<td class="col-place_address"><a rel="external" href="https://[^"]+">read it there'),
    ],
)
def test_a_cell_says_what_it_means(page, path, cell):
    """Names lead to their rows, codes show their labels, dates are words, addresses are one click."""
    assert re.search(cell, page(f"/readouts/{path}?_size=max").text)


def test_nobody_named_leads_to_nobody(served):
    """What the source says of no side does not lead to a person, even where the record knows who it was."""
    row = {"speaker": "unattributed", "speaker_id": "dmitry-peskov"}
    assert asyncio.run(cell(served, "readouts", "readouts", "speaker", "unattributed", row)) is None
    named = asyncio.run(cell(served, "readouts", "readouts", "speaker", "Dmitry Peskov", row))
    assert named == '<a href="/readouts/people/dmitry-peskov">Dmitry Peskov</a>'


def test_columns_are_described_where_one_reads_them(page):
    """The heading has the description, and so has a list that needs no mouse."""
    text = page("/readouts/shifts").text
    assert re.search(r'<th [^>]*title="[^"]{20,}"[^>]*data-column="voice"', text)
    assert "What the columns mean" in text and "(view)" not in text


def test_a_table_that_has_no_such_row_says_so(page):
    """No row: a sentence and a way back."""
    assert "No row is like that." in page("/readouts/claims?text=nothing").text


def test_an_answer_to_any_sql_still_works(page):
    """The SQL user has Datasette's own page."""
    assert "Custom SQL query" in page("/readouts?sql=select+1").text


@pytest.mark.parametrize(
    "path",
    [
        "claim_timeline?_facet=source&_facet_date=date",
        "claim_timeline?_next=none",
        "claim_timeline?_nofacet=1&_size=3",
        "claims?_col=id&_col=kind",
        "claims?text__contains=x&_sort_desc=id",
        "search?_search=peskov",
        "who_denied_what.json?side=russia&_shape=array&_size=max",
        "claims?_labels=off",
    ],
)
def test_what_datasette_can_do_still_works(page, path):
    """Our templates and cells stand every way of asking that the stock pages know."""
    assert page(f"/readouts/{path}", follow=True).status == 200
