"""What a page says first: sentences from rows of `most_telling` and cells of standings, on rows by hand, then on pages."""

import re
from urllib.parse import quote

import pytest

from readouts.site.pages import first_answer, first_sentences

from ..conftest import VOCABULARY

CELLS = {"standing": "disputed", "parties": "russia, united-states"} | dict.fromkeys(
    ("russia", "united_states", "ukraine", "europe", "press", "other"), "not a party"
)
PHRASES = {code: one.phrase for code, one in VOCABULARY.stances.items()}


def row(side: str, stance: str, subject: str = "event", **cells: object) -> dict:
    """A row of the question, with what a sentence needs."""
    given = {"side": side, "stance": stance, "stance_phrase": PHRASES[stance], "subject": subject, "stands": 1}
    given |= {
        "speaker": "A",
        "date": "2024-11-11",
        "since": "2024-11-10",
        "words": "yes",
        "own": 1,
        "same": 0,
        "lead": 1,
    }
    given |= {
        "claim": "C",
        "claim_id": "c",
        "organization": "none",
        "source": "Report by X, 11 November 2024",
        "statement_id": "s",
        "quotation_id": "q",
        "language": "en",
        "form": "direct",
    }
    return given | {"basis": "words", "register": "plain", "taken_back": 0, "stance_note": None} | cells


def sentences(*rows: dict, **cells: str) -> tuple[str, ...]:
    return first_answer.on_event(rows, CELLS | cells, VOCABULARY).sentences


def test_who_affirms_and_who_denies_since_when():
    """Parties stand in the first sentence by the rank of their stance, each with the date of its first word; others behind."""
    assert sentences(
        row("russia", "denies"),
        row("united-states", "confirms", since="2024-11-12"),
        row("press", "asserts", speaker="Reuters", since="2024-11-10/2024-11-11"),
        row("none", "asserts", speaker="unattributed", since=None),
    ) == (
        "Disputed: confirmed by the United States (first 12 November 2024); denied by Russia (first 10 November 2024).",
        "By others: asserted by Reuters (first between 10 and 11 November 2024) and somebody unnamed.",
    )


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"speaker": "Fred Pleitgen", "organization": "CNN"}, "Fred Pleitgen of CNN"),
        ({"speaker": "CNN", "organization": "CNN"}, "CNN"),
        ({"speaker": "the report", "source": "Report at a.example, 3 July 2025"}, "the report at a.example"),
        ({"speaker": "the report", "source": "Call, and no call"}, "the report “Call, and no call”"),
        ({"speaker": "a diplomat"}, "a diplomat"),
    ],
)
def test_who_gives_no_sides_account_is_named_with_the_outlet(cells, told):
    """A reporter with his outlet, a report by what is known of it."""
    [sentence] = sentences(row("press", "asserts", since=None, **cells), standing="", parties="")
    assert sentence == f"By others: asserted by {told}."


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("event", "denied by Russia"),
        ("course", "told of by Russia"),
        ("plan", "the plan: denied by Russia"),
        ("by logic", "denied, as follows from other words, by Russia"),
        ("something else", "spoken of, but not whether it was so, by Russia"),
    ],
)
def test_what_is_spoken_of_is_said(subject, told):
    """A plan, a course and what only follows are never told as a word on the contact itself."""
    assert sentences(row("russia", "denies", subject, since=None), standing="plan denied") == (f"Plan denied: {told}.",)


def test_a_hole_is_told_as_one():
    """Of whom nothing is coded yet or nothing was found stands there, with the sides; no other sentence speaks of them."""
    searched = "nothing found in the stored pages searched on 2026-11-30"
    assert sentences(row("russia", "denies", since=None), united_states="not coded yet", ukraine=searched) == (
        f"Disputed: denied by Russia; what the United States says is not coded yet; {searched} of Ukraine.",
    )
    assert sentences(standing="none so far", russia="not coded yet") == (
        "Nobody says so far that it took place: what Russia says is not coded yet.",
    )


def test_a_voice_of_its_own_has_its_own_day():
    """Of several outlets the one whose words lead has the day of its words; that another was earlier is told apart."""
    assert sentences(
        row("press", "asserts", speaker="TASS", date="2025-07-03", since="2025-02-12", same=3), standing="reported only"
    ) == ("Reported only.", "By others: asserted by TASS (3 July 2025; 3 more, the first 12 February 2025).")


def test_the_earliest_counts_where_two_stances_are_told_alike():
    """What a side says beside whether it was so is one phrase, with the day of the first word; refusals come last."""
    assert sentences(
        row("russia", "asserts", "something else", since="2025-02-19", since_order="2025-02-19"),
        row("russia", "allows", "something else", since="2025-02-18", since_order="2025-02-18"),
        row("united-states", "declines", since=None),
        row("ukraine", "denies", since=None),
        standing="denied by a party",
    ) == (
        "Denied by a party: denied by Ukraine; comment declined by the United States; "
        "spoken of, but not whether it was so, by Russia (first 18 February 2025).",
    )


def test_what_a_side_says_of_a_leak_alone_is_said():
    """Who took part and speaks only of the leak is not left out of the sentence."""
    assert sentences(standing="reported only so far", russia="leak: denies") == (
        "Reported only so far: the leak of it: denied by Russia.",
    )


def test_who_took_no_part_gives_no_account():
    """Somebody outside the contact who speaks of other things alone stands neither in a sentence nor among the words."""
    answer = first_answer.on_event(
        (row("ukraine", "denies", "something else"), row("russia", "denies")), CELLS, VOCABULARY
    )
    assert "Ukraine" not in answer.sentences[0] and [one.side for one in answer.words] == ["russia"]


def test_words_stand_by_side_and_name_their_claim_where_it_is_another():
    """Sides in their order, of one side the leading words first; what is not on the event itself names its claim."""
    rows = (
        row("press", "asserts", "course"),
        row("russia", "doubts", lead=0),
        row("russia", "denies"),
        row("united-states", "confirms", "plan"),
        row("beside", "denies"),
    )
    words = first_answer.on_event(rows, CELLS, VOCABULARY).words
    assert [(one.side, one.quote.stance, one.on_claim) for one in words] == [
        ("russia", "denies", False),
        ("russia", "doubts", False),
        ("united-states", "confirms", True),
        ("press", "asserts", True),
        ("beside", "denies", False),
    ]


def test_who_is_no_voice_of_the_party_is_named_with_his_body():
    """Beside a party: whose he is stands behind his name, as wherever else such words are shown."""
    beside = row(
        "beside", "denies", speaker="Maria Zakharova", organization="Russia's Foreign Ministry", voice="side only"
    )
    assert first_answer.on_event((beside,), CELLS, VOCABULARY).words[0].quote.speaker == (
        "Maria Zakharova, for Russia's Foreign Ministry"
    )


def test_what_does_not_stand_is_in_no_sentence():
    """Words that were taken back are shown, marked; no sentence says that the side holds to them."""
    answer = first_answer.on_event((row("russia", "asserts", stands=0, taken_back=1),), CELLS, VOCABULARY)
    assert answer.sentences == ("Disputed.",) and answer.words[0].quote.manner.taken_back


def test_a_voice_is_counted_in_the_end():
    """A person: how many statements, between which days, and the last word by stance; without a statement nothing."""
    spoken = {"statements": 3, "first": "2024-11-10", "last": "2024-11-11"}
    ends = ({"label": "Asserts", "claims": 2}, {"label": "Declines to say", "claims": 1})
    assert first_answer.of_voice(spoken, ends, (), VOCABULARY).sentences == (
        "3 statements, 10 November 2024 to 11 November 2024.",
        "On so many claims in the end: asserts 2, declines to say 1.",
    )
    assert first_answer.of_voice(spoken | {"statements": 0}, (), (), VOCABULARY) == first_answer.NONE


def test_a_thread_counts_its_claims_by_side():
    """A thread: on how many of its claims each side takes which stance in the end, in the order of the sides."""
    ends = (
        {"side": "press", "label": "Asserts", "claims": 1},
        {"side": "russia", "label": "Denies", "claims": 4},
        {"side": "none", "label": "Asserts", "claims": 2},
    )
    assert first_answer.on_thread(ends, (), VOCABULARY).sentences == (
        "Of these claims Russia denies 4; the press asserts 1; who speaks for no side asserts 2.",
    )


def _answer(text: str) -> str:
    return re.findall('<section class="answer".+?</section>', text, re.DOTALL)[0]


def test_every_contact_answers_first(page, built_file):
    """The page of each contact begins with its standing, and what it quotes first is what the derived table says leads."""
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(built_file)) as record:
        contacts = record.execute("SELECT event_id, standing FROM contact_standing ORDER BY event_id").fetchall()[::6]
        led = 0
        for event, standing in contacts:
            answer = _answer(page(f"/readouts/events/{quote(event)}").text)
            told = first_sentences.NOBODY_SAYS.get(standing, standing)
            assert f'<p class="lead">{told.capitalize()}' in answer
            leading = record.execute(
                "SELECT statement_id, quotation_id FROM most_telling WHERE event_id = ? AND subject <> ?",
                (event, first_answer.ELSE),
            ).fetchall()
            assert all(f"/statements/{one}#{two}" in answer for one, two in leading), event
            led += bool(leading)
        assert led > len(contacts) * 2 / 3


@pytest.mark.parametrize(
    "path",
    [
        "claims/2024-11-07-call-took-place",
        "people/dmitry-peskov",
        "organizations/kremlin",
        "threads/2025-02-12-call-earlier-conversations",
    ],
)
def test_other_pages_answer_first(page, path):
    """Claim, person, body and thread begin with a sentence and words that lead to their statement."""
    answer = _answer(page(f"/readouts/{path}").text)
    assert '<p class="lead">' in answer and "/statements/" in answer
