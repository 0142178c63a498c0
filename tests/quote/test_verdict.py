"""Each kind of verdict and what must be said with it, on a record of a few rows made by hand."""

import pytest

from readouts.quote.covered_time import levels
from readouts.quote.in_terminal import as_text
from readouts.quote.in_words import covered, headline, told
from readouts.quote.quotations import Quotation, record
from readouts.quote.verdict import LONGEST, answer
from readouts.quote.wanted import Time

PEOPLE = (
    {"id": "dmitry-peskov", "name": "Dmitry Peskov", "native_name": "Дмитрий Песков", "other_names": None},
    {"id": "donald-trump", "name": "Donald Trump", "native_name": None, "other_names": None},
)
BODIES = ({"id": "kremlin", "name": "The Kremlin", "native_name": "Кремль", "other_names": None},)
CLAIMS = ({"claim_id": "call", "text": "They spoke by telephone in November 2024.", "said_by": "denied by Russia"},)
MONTHS = (("2024-10", "complete"), ("2024-11", "partial"), ("2024-12", "partial"), ("2025-01", "not coded"))


def quotation(key, statement, words, form="direct", speaker="dmitry-peskov", language="en", passage="He said so."):
    names = {row["id"]: row["name"] for row in PEOPLE}
    cells = dict.fromkeys(Quotation.__dataclass_fields__)
    return cells | {
        "quotation_id": key,
        "statement_id": statement,
        "words": words,
        "passage": passage,
        "form": form,
        "language": language,
        "speaker": names.get(speaker, "The Kremlin"),
        "speaker_id": speaker if speaker in names else None,
        "organization_id": "kremlin" if speaker != "donald-trump" else None,
        "date": "2024-11-11",
        "date_earliest": "2024-11-11",
        "date_latest": "2024-11-11",
        "state": "attested",
    }


HELD = record(
    {
        "quotations": (
            quotation("spoke", "no-call", "It is pure fiction that they spoke. Nothing was planned."),
            quotation("spoke-ru", "no-call", "Это чистая выдумка, они не говорили.", language="ru"),
            quotation("fiction", "no-call", "pure fiction", form="fragment"),
            quotation("noted", "told", "He noted that many nuances must be understood,"),
            quotation("half", "half", "we have not reached this stage yet,"),
            quotation("cut", "cut", "It […] is not excluded."),
            quotation("asked", "asked", "Is this part of a secret agreement? I do not know."),
            quotation("brackets", "brackets", "Yes, there was [a conversation]. [W]e spoke."),
            quotation("zh", "zh", "双方并没有就问题进行磋商或谈判,双方不要混淆视听。", language="zh"),
            quotation(
                "contacts", "contacts", "There are indeed contacts between certain agencies, and they have intensified,"
            ),
            quotation("trump", "trump", "I will be speaking to him on Tuesday.", speaker="donald-trump"),
            quotation("told", "paraphrased", None, form="indirect", passage="The Kremlin likewise denied the report."),
            quotation("proven", "proven", None, form="indirect", passage="Asked […] that day.")
            | {"proof": "called the publication a fake"},
            quotation("unplanned", "unplanned", None, form="indirect", passage="Asked […] again.")
            | {"proof": "is not planning any trip"},
            quotation("feigned", "feigned", "We see a feigned willingness to talk. The so-called truce is over."),
            quotation("for-now", "for-now", "For now nobody calls. Others are calling for now."),
            quotation(
                "whom",
                "whom",
                "No, I cannot confirm [information on the exclusion of an envoy at that request]."
                " It's their [own] decision whom to appoint. No, I cannot confirm this at all.",
            ),
            quotation(
                "rest-ru", "rest", "Мы сообщаем о беседах, но всего остального мы не можем исключать", language="ru"
            ),
            quotation("kremlin", "kremlin", "The line is always open.", speaker="kremlin"),
        ),
        "claims": CLAIMS,
        "people": PEOPLE,
        "organizations": BODIES,
        "days": ({"day": "2024-11-11"},),
        "covered": tuple(
            {"level": "leaders", "label": "Leaders", "month": one, "state": state} for one, state in MONTHS
        ),
    }
)


TYPED = Time("January 2025", (("2025-01-01", "2025-01-31"),))
NAMED = Time("January 2025", (("2025-01-01", "2025-01-31"),), typed=False)


def only(text, speaker=""):
    """The one verdict on a text."""
    (verdict,) = answer(HELD, text, speaker).verdicts
    return verdict


def said(verdict):
    """What is said with it, in words."""
    return " ".join(map(told, verdict.cautions))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is pure fiction that they spoke.", "printed"),
        ("IT IS PURE FICTION THAT THEY SPOKE", "printed"),
        ("“Nothing was planned.”", "printed"),
        ("Nothing was planed", "otherwise"),
        ("they spoke", "part"),
        ("it is pure fiction […] nothing was planned", "part"),
        ("we have reached this stage", "otherwise"),
        ("It is not excluded.", "joined"),
        ("many nuances must be understood and I will be speaking to him on Tuesday", "joined"),
        ("The Kremlin likewise denied the report", "paraphrase"),
        ("They spoke by telephone in November 2024", "paraphrase"),
        ("He called the publication a fake", "paraphrase"),
        ("likewise denied the report", "paraphrase"),
        ("planning any trip", "paraphrase"),
        ("spoke by telephone", "paraphrase"),
        ("They spoke by telephone in January 2021", "absent"),
        ("The envoy left for the airport", "absent"),
        ("spoke and left", "absent"),
        (
            "He noted that many nuances must be understood by whoever reads the letters of an envoy on his way",
            "otherwise",
        ),
        ("Yes, there was [a conversation]. We spoke.", "printed"),
        ("они не говорили", "part"),
        ("双方就问题进行磋商", "otherwise"),
        ("planned was nothing", "otherwise"),
        ("this stage we have not reached", "otherwise"),
        ("yet stage this reached not have we", "otherwise"),
        ("они говорили", "otherwise"),
    ],
)
def test_the_kind(text, kind):
    """Each pasted text gets the verdict that belongs."""
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "they spoke",
            "Outside the pasted words the same sentence has “fiction”, a word that calls something untrue.",
        ),
        ("they spoke", "Another sentence of the same quotation has “Nothing”."),
        ("many nuances must be understood", "has “noted”, a word by which something is told as said."),
        (
            "we have reached this stage yet",
            "The record’s words have “not”, a negation, which the pasted words have not.",
        ),
        ("many nuances must not be understood", "The pasted words have “not”, a negation, which the record’s words"),
        ("we have not reached this stage", "The words that are held begin inside a sentence: the rest"),
        (
            "we have not reached this stage yet",
            "do not end where a sentence ends: if it went on, the rest is not held.",
        ),
        ("It is not excluded", "Between these words something is left out here"),
        ("This is part of a secret agreement.", "It is printed as a question."),
        ("Not it is pure fiction that they spoke", "has “Nothing”"),
        ("we have reached not this stage yet", "“not”, a negation, stands at another place in the record’s words."),
        (
            "I will be speaking to him on 9 May",
            "The pasted words have “9”, a number, which the record’s words have not.",
        ),
        ("Yes, there was a conversation", "“[a conversation]” stands in brackets there"),
        (
            "that many nuances must be understood by no envoy who is on his way home",
            "The pasted words have “no”, a negation",
        ),
        ("双方就问题进行磋商", "The record’s words have “没”, a negation, which the pasted words have not."),
        ("planning any trip", "Outside the pasted words the same sentence has “not”, a negation."),
        ("willingness to talk", "the same sentence has “feigned”, a word that puts it in doubt."),
        ("is over", "the same sentence has “so-called”, a word that puts it in doubt."),
        ("nobody calls", "the same sentence has “For now”, by which a denial is limited in time."),
        ("we have not reached this stage", "the same sentence has “yet”, by which a denial is limited in time."),
        ("Nothing was planned?", "It is not printed as a question."),
        ("они говорили", "The record’s words have “не”, a negation, which the pasted words have not."),
    ],
)
def test_what_is_said_with_it(text, words):
    """What turns the words stands outside, was lost or added; what is not held is said; a question is one."""
    assert words in said(only(text))


@pytest.mark.parametrize(
    ("text", "between"),
    [("are contacts and they have", ["indeed", "between certain agencies"]), ("双方就问题进行磋商", ["并没有"])],
)
def test_what_differs_is_what_stands_between(text, between):
    """Words that the record has between those pasted differ; words before and behind all of them do not."""
    (found,) = only(text).found
    assert [found.place.printed.words.said(*edit.printed) for edit in found.place.edits] == between
    assert all(first == last for first, last in (edit.pasted for edit in found.place.edits))


def test_what_a_source_put_in_brackets_may_be_left_out():
    """The words on both sides of it are met: no negation that is printed there is called one too many."""
    verdict = only("No, I cannot confirm. It's their decision whom to appoint.")
    assert not {"lost", "added", "moved"} & {one.kind for one in verdict.cautions} and "in brackets" in said(verdict)
    (found,) = verdict.found
    assert found.place.span[0] == 0 and all(one.pasted[0] == one.pasted[1] for one in found.place.edits)


@pytest.mark.parametrize(
    "text", ["но всего остального мы исключаем", "Мы сообщаем о беседах, но всё остальное мы исключаем"]
)
def test_another_end_stands_against_the_end_of_the_clause(text):
    """The "not" of a clause that was pasted with another end is lost, and not only outside."""
    (found,) = only(text).found
    assert ("lost", ("не",)) in [(one.kind, one.words) for one in found.cautions]
    assert found.place.printed.words.said(*found.place.edits[-1].printed) == "не можем исключать"


def test_the_same_sentence_stands_before_another():
    """What turns the sentence of the pasted words comes first; what is limited in time, and not denied, is no limit."""
    kinds = [one.kind for one in only("they spoke").cautions]
    assert kinds.index("outside") < kinds.index("beside")
    assert "for now" not in said(only("Others are calling"))


@pytest.mark.parametrize("text", ["Nothing was planned", "I will be speaking to him on Tuesday."])
def test_what_is_whole_is_not_said_to_be_a_part(text):
    """Of whole sentences nothing is said of rests, and no answer calls words false."""
    assert not {"begins", "ends", "question"} & {one.kind for one in only(text).cautions}


def test_a_part_that_was_cut_names_the_negation_in_the_cut():
    """What the paster leaves out, and marks, is looked at too."""
    assert "“fiction”" in said(only("It is pure […] that they spoke")) and "lost" not in said(only("It is […] spoke"))


def test_russian_words_find_their_english_renderings():
    """Through the statement: an English rendering stands beside the Russian words, and the other way round."""
    assert [one.quotation_id for one in only("они не говорили").others] == ["spoke", "fiction"]
    assert [one.quotation_id for one in only("Nothing was planned").others] == ["spoke-ru", "fiction"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Nothing was planned.", "Peskov", "printed"),
        ("Nothing was planned.", "Песков", "printed"),
        ("Nothing was planned.", "Kremlin spokesman Peskov", "printed"),
        ("Nothing was planned.", "Kremlin", "printed"),
        ("Nothing was planned.", "Donald Trump", "somebody"),
        ("we have reached this stage", "Trump", "somebody"),
        ("The line is always open.", "Peskov", "somebody"),
        ("The envoy left for the airport", "Trump", "absent"),
    ],
)
def test_whose_words_they_are(text, speaker, kind):
    """A name in any usual spelling, or the body in whose name he speaks; what another said is said to be his."""
    verdict = only(text, speaker)
    assert verdict.kind == kind
    assert ("are given to" in said(verdict)) == (kind == "somebody")


def test_an_unknown_speaker_is_said_to_be_unknown():
    """With the name that is like it; the words are still looked for."""
    found = answer(HELD, "Nothing was planned.", "Dmitri Beskov")
    assert found.verdicts[0].kind == "printed" and found.speaker.names == ("Dmitry Peskov",)
    found = answer(HELD, "Nothing was planned.", "Pescov")
    assert found.verdicts[0].kind == "printed" and found.speaker.near == "Dmitry Peskov"
    assert as_text(found, ()).startswith("The record has nobody called “Pescov”: it is read as Dmitry Peskov, the one")
    found = answer(HELD, "Nothing was planned.", "the envoy")
    assert found.verdicts[0].kind == "somebody" and found.speaker.ids == frozenset()
    assert as_text(found, ()).startswith("The record has nobody called “the envoy”.")


def test_a_paragraph_is_taken_apart():
    """Each pair of marks is a quotation; who is named around them, and did not say so, is told."""
    found = answer(HELD, "Trump said: “Nothing was planned.” Later, «The envoy left», and “they spoke”.")
    assert [one.kind for one in found.verdicts] == ["somebody", "absent", "somebody"]
    assert "The pasted text names Donald Trump, the record gives the words to Dmitry Peskov." in said(found.verdicts[0])
    for around in ("Peskov said: ", "The Kremlin said of Trump: ", "В Кремле о словах Пескова: "):
        (verdict,) = answer(HELD, f"{around}“Nothing was planned.”").verdicts
        assert verdict.kind == "printed" and "names" not in said(verdict)


@pytest.mark.parametrize(
    ("time", "text", "told"),
    [
        (TYPED, "Nothing was planned.", "asked for January 2025, the record has the words of 2024-11-11"),
        (TYPED, "we have reached this stage", "asked for January 2025, the record has the words of 2024-11-11"),
        (NAMED, "In January 2025 he said: “they spoke”", "the pasted text names January 2025, the record has the"),
        (NAMED, "we spoke in January 2025", ""),
        (Time("2024", (("2024-01-01", "2024-12-31"),)), "Nothing was planned.", ""),
        (Time("that day", (*TYPED.periods, ("2024-11-11", "2024-11-11"))), "Nothing was planned.", ""),
        (TYPED, "The envoy left for the airport", ""),
    ],
)
def test_words_of_another_time(time, text, told):
    """An old quotation that is given out as new is headed as that; a day inside the pasted words is none of theirs."""
    (verdict,) = answer(HELD, text, time=time).verdicts
    assert (f", of another time: {told}" in headline(verdict)) if told else "time" not in headline(verdict)
    assert not (told and verdict.plain)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kremlin spokesman Dmitry Peskov said on Monday that we have reached this stage yet", "otherwise"),
        ("According to Dmitry Peskov, they spoke.", "part"),
        ("В понедельник Песков заявил журналистам, что они не говорили", "part"),
        ("Nothing was planned, Peskov said on Monday.", "printed"),
        ("Peskov: nothing was planned", "printed"),
        ("Donald Trump said that nothing was planned", "somebody"),
    ],
)
def test_what_is_told_without_marks(text, kind):
    """Of indirect speech the clause is the quotation, by whoever is named beside it, and the answer says so."""
    found = answer(HELD, text)
    assert [one.kind for one in found.verdicts] == [kind] and found.taken == "clause"
    assert as_text(found, ()).startswith("Nothing stands in quotation marks, so the clause")


def test_the_whole_is_said_to_be_taken():
    """Without marks, and without a clause that is held, the whole is one quotation; in marks nothing is said of it."""
    assert answer(HELD, "The envoy said on Monday that tea was served").taken == "whole"
    assert answer(HELD, "“The envoy left for the airport”").taken == answer(HELD, "they spoke").taken == ""


def test_marks_inside_a_printed_quotation_do_not_take_it_apart():
    """What stands in the record with marks inside is one quotation."""
    assert len(answer(HELD, "It is 'pure fiction' that they spoke.").verdicts) == 1


@pytest.mark.parametrize(
    ("text", "words"), [("x" * (LONGEST + 1), "4,001 letters long; 4,000 are checked"), ("“…”", "no word"), ("", "")]
)
def test_what_cannot_be_checked_is_said(text, words):
    """Too long, or without a word: a sentence says what to do, and there is no verdict."""
    found = answer(HELD, text)
    assert found.verdicts == () and words in found.problem and bool(found.problem) == bool(text)


def test_many_quotations_are_counted():
    """Twenty are answered; of the others it is said how many there are."""
    found = answer(HELD, " ".join(f"“The envoy left at {hour} o'clock”" for hour in range(23)))
    assert (len(found.verdicts), found.more) == (20, 3)


def test_how_far_a_time_is_covered():
    """For what is not in the record: the months that are asked for, or all in runs; from silence nothing follows."""
    every = levels(HELD.covered)
    line = "Leaders: 2024-10 covered; 2024-11 to 2024-12 covered in part; 2025-01 not covered"
    assert [covered(one) for one in every] == [line]
    assert [covered(one) for one in levels(HELD.covered, [("2024-11-11", "2024-11-11")])] == [
        "Leaders: 2024-11 covered in part"
    ]
    assert [covered(one) for one in levels(HELD.covered, [("0001-01-01", "2024-10-30")])] == [
        "Leaders: 2024-10 covered"
    ]
    assert levels(HELD.covered, [("1999-01-01", "1999-01-31")]) == ()
    text = as_text(answer(HELD, "The envoy left for the airport"), every)
    assert line in text and "nothing follows" in text and "outside the months" not in text
    assert "outside the months" in as_text(answer(HELD, "The envoy left for the airport"), ())


def test_words_of_a_source_stand_in_no_quotation_marks():
    """What a source says in its own words is told as that, in the answer of a terminal too."""
    text = as_text(answer(HELD, "called the publication a fake"), ())
    assert "\n  The source’s words: called the publication a fake\n" in text
    assert "\n  The place in the source: The Kremlin likewise" in as_text(
        answer(HELD, "The Kremlin likewise denied it"), ()
    )


def test_the_headline_counts_places():
    """How many places there are of the kind, and how many of the other."""
    assert headline(only("It is pure fiction that they spoke.")) == "Printed so"
    assert headline(only("pure fiction")) == "Printed so, at 1 place; at 1 more part of a sentence that says more"
    assert headline(only("Nothing was planned. The line is always open.")) == "Two places joined"
