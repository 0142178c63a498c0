"""The canned questions, asked of small records."""

import pytest

from readouts.build.derive import views

from ..conftest import QUESTIONS, VOCABULARY
from .record import Record


def answers(record: Record, name: str, /, **values: str) -> list[dict]:
    """The rows of a canned question, asked with its defaults unless a value is given."""
    question = next(one for one in QUESTIONS if one.name == name)
    found = record.derive().execute(question.sql, question.defaults | values)
    return [dict(zip([column[0] for column in found.description], row, strict=True)) for row in found]


def text_of(name: str) -> str:
    question = next(one for one in QUESTIONS if one.name == name)
    return f"{question.title} {question.description}"


def test_the_question_on_standing_knows_every_standing(record):
    """The list of standings to choose from is complete, every standing has its place in the order, and the row shows all who speak."""
    column = next(
        one
        for one in next(one for one in views(VOCABULARY) if one.name == "contact_standing").fields
        if one.name == "standing"
    )
    question = next(one for one in QUESTIONS if one.name == "which_contacts_are_acknowledged")
    assert question.choices["standing"].sql.startswith("SELECT DISTINCT replace(standing, ")
    sql = question.sql
    assert [value for value in column.enum if f"'{value}' THEN" not in sql] == []
    record.statement("a", "", {"took-place": "asserts"}, form="indirect", speaker_label="the report")
    [row] = answers(record, "which_contacts_are_acknowledged")
    assert (row["standing"], row["in_nobodys_name"], row["other"]) == (
        "reported only",
        "the report: asserts",
        "not a party",
    )


def test_a_standing_brings_those_that_stand_so_only_so_far_and_a_side_those_that_it_affirms(record):
    """Whoever asks what one side alone acknowledged gets it with one choice, and by the side with a second."""
    for id, speaker in (("russian", "kremlin/yuri-ushakov"), ("american", "white-house/steve-witkoff")):
        record.event(id, "call", "2025-10-16")
        record.claim(f"{id}-held", "occurrence", id)
        record.statement(f"{id}-account", speaker, {f"{id}-held": "asserts"}, "2025-10-17")
    record.tables["searches"].clear()
    record.tables["search_scopes"].clear()
    asked = {"standing": "acknowledged by one", "side": ""}
    assert {row["event_id"] for row in answers(record, "which_contacts_are_acknowledged", **asked)} == {
        "russian",
        "american",
    }
    [row] = answers(record, "which_contacts_are_acknowledged", **asked | {"side": "russia"})
    assert (row["event_id"], row["standing"]) == ("russian", "acknowledged by one so far")


def test_standings_are_sorted_from_all_to_none(record):
    """What some acknowledge stands between what all and what one acknowledges."""
    for event, who in (
        ("x-one", ("kremlin",)),
        ("y-some", ("kremlin", "ukraine")),
        ("z-all", ("kremlin", "ukraine", "white-house")),
    ):
        record.event(event, "meeting", "2025-08-18", ("kremlin", "white-house", "ukraine"))
        record.claim(f"{event}-claim", "occurrence", event)
        for one in who:
            record.statement(f"{event}-{one}", one, {f"{event}-claim": "asserts"}, "2025-08-19")
    assert [row["event_id"] for row in answers(record, "which_contacts_are_acknowledged")] == [
        "z-all",
        "y-some",
        "x-one",
        "call",
    ]


@pytest.mark.parametrize(
    "contact, events",
    [("2025-07-03", {"that-day"}), ("2025-07-03/..", {"from-then"}), ("that", {"that-day"}), ("2024", set())],
)
def test_a_call_is_found_by_its_exact_date_or_its_title(record, contact, events):
    """A date finds the contacts of that date, not every contact whose date begins with it; words find titles."""
    for event, date in (
        ("that-day", "2025-07-03"),
        ("from-then", "2025-07-03/.."),
        ("some-other", "2025-07-03/2025-07-04"),
    ):
        record.event(event, "call", date)
        record.claim(f"{event}-claim", "occurrence", event)
        record.statement(event, "kremlin", {f"{event}-claim": "asserts"}, "2025-07-05")
    rows = answers(record, "what_each_side_says_of_a_call", contact=contact)
    assert {row["event_id"] for row in rows} == events


def test_what_followed_gives_no_verdict(record):
    """The question on plans says what "held" means, and not that anything was true."""
    text = text_of("what_followed_no_call_is_planned")
    assert "true" not in text and "the record has no" in text


def test_questions_mark_opinion_and_readings(record):
    """Where an author's opinion may stand among the answers it is marked; a shift shows on what our reading rests."""
    record.claim("grain", "content", "call")
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "a",
        "",
        {"took-place": "denies", "grain": "denies"},
        "2024-11-14",
        form="own",
        source="column",
        speaker_label="the author",
    )
    for name, values in (
        ("who_denied_what", {"side": "none"}),
        ("what_each_side_says_of_a_call", {"contact": "2024-11-07"}),
        ("what_was_not_discussed", {}),
    ):
        assert {row["opinion"] for row in answers(record, name, **values)} == {"opinion"}, name
    record.statement("b", "kremlin", {"took-place": "denies"}, "2024-11-11", form="unattributed", note="Our reading.")
    record.statement("c", "kremlin", {"took-place": "allows"}, "2024-11-12")
    assert [row["reading"] for row in answers(record, "whose_line_moved")] == ["earlier: Our reading."]


MARKED = ("who_denied_what", "what_each_side_says_of_a_call", "what_was_not_discussed", "one_claim_in_time_order")
MARKED += ("statements_of_one_person",)
VALUES = {"what_each_side_says_of_a_call": {"contact": "2024-11-07"}, "one_claim_in_time_order": {"claim": "grain"}}
VALUES["statements_of_one_person"] = {"name": "i"}  # a part of every name


@pytest.mark.parametrize("name", MARKED)
def test_questions_mark_what_the_words_do_not_plainly_say(record, name):
    """What follows by logic, was asked, or was taken back is marked; of one day and claim it stands behind the words."""
    record.claim("grain", "content", "call")
    record.statement("a", "kremlin/vladimir-putin", {"grain": "denies by logic"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"grain": "denies by presupposed"}, "2024-11-11")
    record.statement("c", "kremlin/yuri-ushakov", {"grain": "denies"}, "2024-11-11", register="jest")
    record.statement("d", "kremlin/kirill-dmitriev", {"grain": "denies"}, "2024-11-11")
    record.statement("e", "rdif/kirill-dmitriev", {"grain": "denies"}, "2024-11-11")
    record.statement("f", "rdif/kirill-dmitriev", {"grain": "declines"}, "2024-11-12", takes_back_id="e")
    rows = [row for row in answers(record, name, **VALUES.get(name, {})) if row["statement_id"] != "f"]
    assert {row["statement_id"]: row["how"] for row in rows} == {
        "a": "By logic",
        "b": "Taken for granted",
        "c": "In jest: takes no position",
        "d": "",
        "e": "Taken back",
    }
    if name not in ("one_claim_in_time_order", "statements_of_one_person"):  # which are in the order of time alone
        assert {row["statement_id"] for row in rows[:2]} == {"b", "d"}


def test_a_contact_is_first_told_where_words_tell_of_it(record):
    """The place beside a contact is the first at which words speak of it, and not one from which it only follows."""
    record.source("first", "bloomberg")
    record.statement("a", "kremlin/vladimir-putin", {"took-place": "denies by logic"}, "2024-11-08")
    record.statement("b", "kremlin", {"took-place": "denies"}, "2024-11-08", register="question")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="first")
    assert [row["source"] for row in answers(record, "which_contacts_are_acknowledged")] == ["first"]


def test_not_discussed_counts_those_who_say_that_it_was(record):
    """Beside a subject that somebody says was not discussed stands how many say that it was, not how many will not rule it out."""
    record.claim("grain", "content", "call")
    record.statement("a", "kremlin/dmitry-peskov", {"grain": "denies"}, "2024-11-11")
    record.statement("b", "trump-transition", {"grain": "allows"}, "2024-11-11")
    record.statement("c", "bloomberg", {"grain": "asserts"}, "2024-11-11")
    record.source("column", "washington-post", genre="opinion")
    record.statement(
        "d", "", {"grain": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("e", "rdif", {"grain": "asserts by logic"}, "2024-11-14")
    record.statement("f", "rdif", {"grain": "asserts"}, "2024-11-14", register="figurative")
    assert [row["statements_that_it_was"] for row in answers(record, "what_was_not_discussed")] == [1]


def test_a_word_missing_in_a_piece_is_not_missing_in_its_source(record):
    """Without the word are the speaker's words in another source that has it nowhere; not a second piece of the same source, nor a paraphrase."""
    for id in ("first", "other", "third"):
        record.source(id)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="first")
    for id, source, form, words in (
        ("b", "first", "direct", "simply fake news"),
        ("c", "other", "direct", "pure fiction"),
        ("d", "third", "indirect", ""),
    ):
        record.quotation(id, "a", form, source, words=words)
    assert [(row["words"], row["other_wordings"]) for row in answers(record, "where_a_word_occurs", word="FAKE")] == [
        ("simply fake news", 1)
    ]


def test_whose_word_it_is(record):
    """A speaker's own word stands before a source's word for it, which is no word of the speaker's; both say of what."""
    say = {"took-place": "denies"}
    record.statement("a", "kremlin", say, "2024-11-11", form="indirect")
    record.quotation("a-2", "a", "indirect", passage="He called it fake.")
    record.statement("b", "kremlin/dmitry-peskov", say, "2024-11-12")
    record.quotation("b-2", "b", "direct", words="simply fake news", passage="a fake")
    record.statement("c", "kremlin", say, "2024-11-13", form="indirect", date_words="called it a fake")
    found = answers(record, "where_a_word_occurs", word="fake")
    assert [(row["statement_id"], bool(row["words"]), bool(row["passage"])) for row in found] == [
        ("b", True, False),
        ("c", False, True),
        ("a", False, True),
    ]
    whose = [row["whose_word"] for row in found]
    assert whose[::2] == ["the speaker’s own", "the source’s"] and "“called it a fake”" in whose[1]
    assert all(row["of_what"].startswith("Denies: “") for row in found)


def test_an_unknown_day_stands_last(record):
    """In the answers in time order a statement of which no day is known stands at the end, one with an open start by its latest day."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"})
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "../2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("d", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13")
    assert [row["statement_id"] for row in answers(record, "statements_of_one_person")] == ["c", "b", "d", "a"]
    assert [row["statement_id"] for row in answers(record, "who_denied_what")] == ["d", "b", "c", "a"]


def test_lists_count_what_is_there(record):
    """People, bodies and sources say how much of theirs is in the record, and between which days; nothing is 0, not empty."""
    record.source("wire", "bloomberg")
    record.add("source_citations", source_id="page", cited_source_id="wire", relation="relies-on")
    for id, day in (("a", "2024-11-11"), ("b", "2024-12-01/2024-12-03"), ("c", None)):
        record.statement(id, "kremlin/dmitry-peskov", {"took-place": "denies"}, day)
    record.quotation("a-2", "a", "direct")
    role = {"person_id": "dmitry-peskov", "organization_id": "kremlin", "source_id": "page"}
    record.add("roles", id="r-1", title="Spokesman", start="2012", **role)
    record.add("roles", id="r-2", title="Diplomat", **role)
    shown = ("statements", "first_said", "last_said")
    people = {row[0]: row[1:] for row in record.rows("people", "id", "offices", *shown)}
    assert people["dmitry-peskov"] == ("Diplomat; Spokesman", 3, "2024-11-11", "2024-12-03")
    assert people["donald-trump"] == (None, 0, None, None)
    bodies = {row[0]: row[1:] for row in record.rows("organizations", "id", "sources", *shown)}
    assert (bodies["kremlin"], bodies["bloomberg"]) == ((0, 3, "2024-11-11", "2024-12-03"), (1, 0, None, None))
    assert record.rows("sources", "id", "statements", "used_by", order="id") == [("page", 3, 0), ("wire", 0, 1)]
