"""The page of a thread: steps in time, side by side, each with its own claim and words, and no answer."""

import html
import re
from urllib.parse import urlencode

import pytest

from readouts.site.pages import thread
from readouts.site.search import result_page

from ..conftest import CODES
from ..door import records
from .test_statement import rendering

EARLIER = "2025-02-12-call-earlier-conversations"
PATH = f"/readouts/threads/{EARLIER}"
ROW = {"id": "t", "question": "Was there contact?", "note": None}
PARTIES = ({"side": "united-states"}, {"side": "russia"})


def step(number: int, side: str, date: str = "2024-11-11", **cells: object) -> dict:
    """One row of the question `steps`: what one statement says on one claim."""
    row = rendering(f"source-{number}", "fake") | {"side": side, "date": date, "step": number}
    row |= {"claim": "C", "claim_id": "c", "stance": "denies", "opinion": 0, "basis": "words", "register": "plain"}
    return row | {"taken_back": 0, "stance_note": None, "order_open_with": "none"} | cells


def shaped(*steps: dict, parties: tuple[dict, ...] = PARTIES, **answers: tuple[dict, ...]) -> thread.Thread:
    given = {"thread": (ROW,), "claims": (), "codes": CODES, "parties": parties, "steps": steps}
    given |= {"ends": (), "telling": ()}
    return thread.shape(given | answers)


def drawn(page: thread.Thread) -> list[tuple[str, list[list[int]]]]:
    """The rows of the page: date, and the numbers in each column."""
    return [(time.text, [[one.number for one in steps] for _, steps in time.cells]) for time in page.times]


def test_columns_are_the_sides_of_the_contacts():
    """Whoever is on no side of the contacts asked of stands in one column behind them, and a silent side has none."""
    both = shaped(step(1, "press"), step(2, "united-states"), step(3, "russia"), step(4, "none"), step(5, "ukraine"))
    assert both.sides == ("russia", "united-states", "")
    assert [one.number for one in both.of("")] == [1, 4, 5]
    assert shaped(step(1, "russia")).sides == ("russia",)
    assert shaped(step(1, "russia"), parties=()).sides == ("",)


def test_one_day_is_one_row():
    """Steps of one date stand beside each other, those of one side below each other, in time order."""
    steps = (step(1, "russia", order_open_with="2, 3"), step(2, "united-states", order_open_with="1, 3"))
    steps += (step(3, "russia", order_open_with="1, 2"), step(4, "russia", "2024-11-12"))
    assert drawn(shaped(*steps)) == [("11 November 2024", [[1, 3], [2]]), ("12 November 2024", [[4], []])]


def test_who_is_known_to_answer_stands_below():
    """A step that is known to follow one of another side on the same day begins a row of its own."""
    steps = (step(1, "russia"), step(2, "united-states"), step(3, "united-states"))
    assert drawn(shaped(*steps)) == [("11 November 2024", [[1], []]), ("11 November 2024", [[], [2, 3]])]


def test_what_is_said_plainly_stands_first():
    """Within a step the words that bear their stance stand before those from which it follows by logic."""
    logic = {"basis": "logic", "stance_note": "It follows.", "claim": "Logic"}
    rows = (step(1, "russia", quotation_id="implied", **logic), step(1, "russia", claim="Logic too", basis="logic"))
    rows += (step(1, "russia", claim="Words"),)
    [one] = shaped(*rows).times[0].cells[0][1]
    assert [[stance.claim.text for stance in some.stances] for some in one.renderings] == [
        ["Words", "Logic too"],
        ["Logic"],
    ]
    assert one.manner.leads and one.renderings[1].stances[0].manner.why == "It follows."


def test_no_step_is_lost():
    """Forty steps of any dates and sides stand on the page, each once, in time order within a column."""
    sides = ("russia", "press", "united-states", "none")
    page = shaped(*(step(number, sides[number % 4], f"2024-11-{number % 9 + 1:02}") for number in range(1, 41)))
    assert sorted(number for _, cells in drawn(page) for cell in cells for number in cell) == list(range(1, 41))
    assert page.steps == 40 and [one.number for one in page.of("russia")] == list(range(4, 41, 4))


def test_many_steps_unfold_month_by_month():
    """Forty steps stand under each other; of more each month unfolds, in time order, and none is lost."""
    few, many = (
        shaped(*(step(number, "russia", f"2024-{11 + number // 22}-{number % 22 + 1:02}") for number in order))
        for order in (range(1, 41), range(1, 44))
    )
    assert [month.name for month in few.months] == [""] and few.months[0].times == few.times
    assert sum(month.steps for month in many.months) == many.steps == 43
    assert tuple(time for month in many.months for time in month.times) == many.times
    assert [month.name for month in many.months] == ["November 2024", "December 2024"]
    [open_start] = shaped(step(1, "russia", "../2025-03-12")).times
    assert (open_start.month, shaped(step(1, "russia", None)).times[0].month) == ("2025-03", "")


def test_what_the_order_is_open_against():
    """A step names the steps of which nobody knows whether they came before."""
    [first, second] = thread.steps((step(1, "russia", order_open_with="2, 3"), step(2, "press")))
    assert (first.open_with, second.open_with) == ((2, 3), ())
    [wide] = thread.steps((step(9, "press", order_open_with="1, 3, 4, 6, 7, 8, 10, 12, 13"),))
    assert wide.open_runs == ((1,), (3,), (4,), (6, 8), (10,), (12,), (13,)) and second.open_runs == ()


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


def cards(text: str) -> dict[int, str]:
    """The text of each step's card on the page, by its number."""
    parts = re.split(r'<div class="card [^"]*" id="step-(\d+)">', text.partition('<h2 id="claims">')[0])
    plain = (html.unescape(re.sub(r"<[^>]+>", " ", part)) for part in parts[2::2])
    return {int(number): " ".join(one.split()) for number, one in zip(parts[1::2], plain, strict=True)}


def opened(text: str) -> str:
    """What a card says that its order is open against, one by one, as the table has it."""
    told = re.search(r"before or after ([^:]+): not known", text)
    runs = [[int(one) for one in run.split(" to ")] for run in told[1].split(",")] if told else []
    return ", ".join(str(one) for run in runs for one in range(run[0], run[-1] + 1)) or "none"


def test_every_step_has_its_own_claim_side_and_words(page, built_file):
    """The page has each step of the table once, with who said it, each claim and stance, and the words or their place."""
    found = cards(page(PATH).text)
    rows = records(built_file, "SELECT * FROM thread_steps WHERE thread_id = :id", id=EARLIER)
    assert set(found) == {row["step"] for row in rows} and len(found) > 20
    for row in rows:
        text = found[row["step"]]
        for wanted in (row["speaker"], row["claim"], row["stance_label"]):
            assert wanted in text, (row["step"], wanted)
        own = row["form"] in ("own", "direct", "fragment")
        places = [f"“{row['words']}”"] if own else row["words"].split("[…]")
        assert all(" ".join(one.split()) in text for one in places), row["step"]
        assert ("By logic" in text) >= (row["basis"] == "logic") and ("Taken back" in text) == bool(row["taken_back"])
        assert opened(text) == row["order_open_with"], row["step"]


def test_it_answers_nothing(page):
    """The page says that the record does not answer the question, and has neither shifts nor contradictions."""
    text = page(PATH).text
    assert "the record does not answer it" in text and "no change of line" in text
    assert "Lines that moved" not in text and "<h2>Contradictions" not in text


def test_the_claims_stand_in_the_order_of_the_curator(page, built_file):
    """Each claim under the question stands below the steps, with who says so and why it belongs."""
    text = html.unescape(page(PATH).text.partition('<h2 id="claims">')[2])
    rows = records(
        built_file,
        """SELECT claims.text, claims.said_by, thread_claims.reason FROM thread_claims
JOIN claims ON claims.id = claim_id WHERE thread_id = :id ORDER BY place""",
        id=EARLIER,
    )
    places = [text.index(f">{row['text']}</a>") for row in rows]
    assert places == sorted(places) and all(row["reason"] in text and row["said_by"] in text for row in rows)


def test_claims_and_contacts_lead_to_their_threads(page):
    """The page of a claim, and of a contact that claims of it are about, names the questions that it belongs to."""
    link = f'href="{PATH}">Were there earlier conversations'
    for path in ("claims/2024-11-07-call-took-place", "events/2024-11-07-trump-putin-call"):
        assert link in page(f"/readouts/{path}").text, path
    assert "/readouts/threads/" not in page("/readouts/claims/2025-07-03-call-film-exchange").text


@pytest.mark.parametrize(
    "query",
    [
        "were there earlier conversations?",
        "Were there earlier conversations of Donald Trump and Vladimir Putin",
        "were there earlier conversations of Trump and Putin?",
        "earlier conversations",
        "earlier conversations of Putin and Trump",
        "did Trump and Putin have earlier conversations",
    ],
)
def test_a_thread_is_found_by_asking(page, query):
    """Whoever asks the question, or has its words, is led to the thread: as a page, and by a program."""
    text = page(f"/-/search?{urlencode({'q': query})}").text
    assert f'href="{PATH}"' in text
    [found] = [
        one for one in page(f"/-/search.json?{urlencode({'q': query})}").json()["results"] if EARLIER in one["address"]
    ]
    assert found["kind"] == "question" and found["address"].endswith(PATH)


def test_a_thread_that_is_asked_for_stands_before_statements(page):
    """Whoever asks a thread's question, with those whom it names, sees it before what single statements say."""
    text = page(f"/-/search?{urlencode({'q': 'were there earlier conversations of Trump and Putin?'})}").text
    kinds = re.findall(r'<h2 id="([a-z]+)">', text)
    assert kinds.index("question") < min(kinds.index(one) for one in result_page.STATEMENTS if one in kinds)


@pytest.mark.parametrize("query", ["peskov fake", "putin", "trump putin", "macron call"])
def test_a_name_alone_asks_for_no_thread(page, query):
    """That a thread names somebody is no reason to offer it to whoever looks for him."""
    assert "/readouts/threads/" not in page(f"/-/search?{urlencode({'q': query})}").text


def test_a_side_that_affirms_one_claim_and_denies_another_says_both(page):
    """Moscow had the plan, and not officially: neither alone is what it said."""
    text = page("/readouts/threads/2025-11-28-point-plan-received").text
    first = text.partition("In their words")[0]
    assert "We have this text" in first and "officially, we have not received anything" in first
