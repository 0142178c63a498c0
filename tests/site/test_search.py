"""The search page: a name and a word together, beginnings of words, Cyrillic, and help where nothing is found."""

import re
from dataclasses import replace

import pytest

from readouts.site.dates_in_words import labelled
from readouts.site.pages.card import Name
from readouts.site.pages.differing_words import Piece
from readouts.site.pages.manner import Manner
from readouts.site.search import (
    our_description,
    record_words,
    result_order,
    result_page,
    understood_query,
    whose_words,
    word_weights,
)
from readouts.site.search import terms as words


def terms(query):
    """What is looked for where the record knows nothing."""
    return understood_query.understood(query, record_words.RecordWords()).terms


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("peskov fake", '"peskov"* AND "fake"*'),
        ("denied", '("deni"* OR "deny"*)'),
        ("deny", '("deni"* OR "deny"*)'),
        ("conversations", '"conversation"*'),
        ("Песков", '"Песков"*'),
        ('he said "pure fiction"', '"pure fiction"'),
        ("no call", '"no" AND "call"*'),
        ("lie", '("lie" OR "lies")'),
        ("“pure fiction”", '"pure fiction"'),
        ('x" OR (NEAR*', '"x" AND "NEAR"*'),
        ("2025-07-03", '("2025 07 03" OR "3 July 2025" OR "July 3 2025")'),
        ("3 July 2025", '("2025 07 03" OR "3 July 2025" OR "July 3 2025")'),
        ("july 3rd, 2025 call", '("2025 07 03" OR "3 July 2025" OR "July 3 2025") AND "call"*'),
        ("fake fake", '"fake"*'),
        ('"', ""),
    ],
)
def test_what_is_looked_for(query, match):
    """Words by their beginning and without their ending, a phrase as it is, and nothing of the index's own language."""
    assert " AND ".join(one.match for one in terms(query)) == match


def test_too_many_words_are_cut():
    """A page of text is no search."""
    assert len(terms(" ".join(f"word{number}" for number in range(99)))) == words.WORDS


def test_what_we_say_of_a_thing_is_said_in_words():
    """The part that has the words, marked, without notation: no code, no date of the record, not the title again."""
    text = "Fake / agency-report, TASS, 2025-01-20/2025-01-21 / A fake, known only through others. / Nothing."
    labels = {("genre", "agency-report"): "Agency report"}
    assert our_description.part("source", "Fake", text, terms("fake"), labels) == (
        Piece("A ", False),
        Piece("fake", True),
        Piece(", known only through others.", False),
    )
    told = "".join(one.text for one in our_description.part("source", "Fake", text, terms("TASS"), labels))
    assert told == "agency report, TASS, between 20 and 21 January 2025"
    assert our_description.part("source", "Fake", text, terms("xylophone"), labels) == ()


def test_why_a_statement_is_here():
    """Of what we say of it only what has words that its own text lacks, and nothing where it lacks none."""
    rows = (
        {"what": "claim", "text": "No call was planned."},
        {"what": "contact or event", "text": "Call of July"},
    )
    (reason,) = our_description.why(rows, terms("planned"))
    assert reason.what == "claim" and [one.text for one in reason.text if one.only_here] == ["planned"]
    assert [one.what for one in our_description.why(rows, terms("planned july"))] == ["claim", "contact or event"]
    assert our_description.why(rows, ()) == () == our_description.why(rows, terms("xylophone"))


def piece(text):
    return tuple(Piece(part, part == "fake") for part in re.split("(fake)", text) if part)


def test_words_found_are_marked_and_a_long_text_is_cut():
    """What was found is marked by the rules of the index; a long text keeps what stands around it."""
    found = terms("fák call")
    assert words.marked("A fake CALL.", terms("fake")) == (*piece("A fake"), Piece(" CALL.", False))
    assert [one.text for one in words.marked("November: no.", terms("no")) if one.only_here] == ["no"]
    long = words.marked("a " * 50 + "fake" + " b" * 50, terms("fake"))
    assert long[0] == Piece("…", False) and long[-1].text.endswith("b…") and sum(one.only_here for one in long) == 1
    assert words.together("no phone, no call", terms("no call"))
    assert not words.together("no phone call", terms("no call")) and not words.together("", found)


def rendering(key="q", **more):
    empty = dict.fromkeys(("native_name", "other_names", "organization", "speaker_label", "date_words", "publisher"))
    return (
        empty
        | {
            "id": key,
            "statement_id": "s",
            "form": "direct",
            "words": None,
            "passage": "It was so.",
            "speaker": "Dmitry Peskov",
            "date": "2024-11-11",
            "language": "en",
            "bears": 1,
        }
        | more
    )


@pytest.mark.parametrize(
    ("more", "kind", "own", "told"),
    [
        ({"words": "a fake", "passage": "He said: a fake"}, "statement", piece("a fake"), ()),
        ({"words": "no", "passage": "Called fake"}, "told", (Piece("no", False),), piece("Called fake")),
        ({"form": "indirect", "passage": "Called fake"}, "told", (), piece("Called fake")),
        ({"form": "indirect"}, "named", (), (Piece("It was so.", False),)),
        ({"form": "indirect", "date_words": "called fake"}, "told", (), (Piece("It was so.", False),)),
    ],
)
def test_own_words_and_a_source_s_stand_apart(more, kind, own, told):
    """A word is the speaker's only where it stands in the speaker's words; a source's word is shown as the source's."""
    found = whose_words.hits((rendering(**more),), lambda key: terms("peskov fake"))["s"]
    assert (found.kind, found.own, found.told) == (kind, own, told)
    assert found.dated == (piece("called fake") if more.get("date_words") else ())
    assert found.title == "Dmitry Peskov, 11 November 2024"


def test_the_rendering_with_the_words_is_shown():
    """Of several renderings the one whose own words have what was looked for."""
    rows = (rendering("a", passage="fake"), rendering("b", words="fake news"), rendering("c", words="no"))
    assert whose_words.hits(rows, lambda key: terms("fake"))["s"].quotation_id == "b"


def test_nobody_named_says_nothing():
    """What a source gives to nobody is not found as the words of whoever we read into it."""
    row = rendering(form="unattributed", speaker="unattributed", organization="The Kremlin", passage="Called fake.")
    found = whose_words.hits((row,), lambda key: terms("kremlin fake"))["s"]
    assert found.kind == "named" and found.title.startswith("unattributed; read as that of The Kremlin, ")
    assert whose_words.hits((rendering(),), lambda key: terms("peskov"))["s"].kind == "by"


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (({"side": "russia"},), "russia"),
        (({"side": "none", "speaker_id": "p"},), "own-name"),
        (({"side": "none"}, {"side": "none"}), "unnamed"),
        (
            ({"side": "none", "speaker_id": "p", "form": "unattributed"}, {"side": "none", "speaker_id": "p"}),
            "own-name",
        ),
        (({},), ""),
    ],
)
def test_whose_side_a_statement_is_shown_on(cells, side):
    """Of no side, whoever is named in one rendering stands in his own name, and somebody unnamed as that."""
    rows = tuple(rendering(id=str(number)) | cell for number, cell in enumerate(cells))
    assert whose_words.hits(rows, lambda key: terms("fake"))["s"].shown_side == side


def row(kind, key, number=1, **more):
    return {
        "kind": kind,
        "id": f"{kind}/{key}",
        "title": key,
        "date": "2025-07-03",
        "side": "none",
        "row": number,
        "statement_id": key if kind == "statement" else None,
    } | more


def hit(kind, title="Who, when"):
    return whose_words.Hit(kind, (False,), title, "q", (), (), (), "", "en")


def whole(*rows):
    """All of these have all the words."""
    return word_weights.Weighed((), frozenset(one["row"] for one in rows), {})


def test_groups_stand_by_whose_words_they_are():
    """Who is called so, then own words, then a source's, then the rest; sources last."""
    ids = (("source", "x"), ("person", "x"), ("claim", "c"), ("statement", "t"), ("statement", "s"))
    rows = (*(row(kind, key, number) for number, (kind, key) in enumerate(ids)), row("person", "b", 5, side="russia"))
    said = {"s": hit("statement"), "t": hit("told")}
    kinds = result_order.sort(
        rows, whole(*rows), said, understood_query.understood("x", record_words.RecordWords()), frozenset()
    )
    assert [(kind, len(some)) for kind, some in kinds.items()] == [
        ("person", 2),
        ("statement", 1),
        ("told", 1),
        ("claim", 1),
        ("source", 1),
    ]
    stances = ({"statement_id": "s", "stance": "denies", "claim_id": "c", "claim": "It was so.", "basis": "logic"},)
    beside = result_page.beside(said, stances, ())
    groups = result_page.groups(kinds, kinds, beside, whole(*rows), ())
    person, statement = groups[0].results[1], groups[1].results[0]
    assert (person.table, person.side, person.stances, person.hit) == ("people", "russia", (), None)
    assert statement.name == Name("Who, when", "s") and statement.hit is said["s"]
    assert (statement.side, statement.stances) == ("none", (("denies", Name("It was so.", "c"), Manner("logic")),))
    assert result_page.Search(understood_query.Query("x"), groups=groups).rows == 6


def test_a_few_of_each_kind_or_many_of_one():
    """The page of all kinds shows a few of each; the page of one kind shows more of it and nothing else."""
    rows = (*(row("claim", str(number), number) for number in range(1, 20)), row("person", "a", 20))
    kinds = result_order.sort(
        rows, whole(*rows), {}, understood_query.understood("x", record_words.RecordWords()), frozenset()
    )
    assert sum(map(len, result_page.few(kinds, "", result_page.FEW).values())) == result_page.FEW + 1
    assert [(kind, len(some)) for kind, some in result_page.few(kinds, "claim", result_page.FEW).items()] == [
        ("claim", 19)
    ]


def test_most_words_weigh_by_how_rare_they_are():
    """What has all words is whole; then more than half of them, rare words first; half is too few."""
    a, b, c = terms("aaaa bbbb cccc")
    having = (frozenset({1, 2, 3}), frozenset({1, 2, 4, *range(10, 60)}), frozenset({1, 3, 4}))
    found = word_weights.weigh((a, b, c), having, 100, 6)
    assert found.whole == {1} and set(found.most) == {2, 3, 4}
    assert found.weight(3) > found.weight(2) and found.weight(3) > found.weight(4) and found.weight(1) > found.weight(3)
    assert found.lacks(3) == ("bbbb",) and found.of(3) == (a, c) and found.lacks(1) == ()
    assert not word_weights.weigh((a, b, c), having, 100, 1).most
    assert not word_weights.weigh((a, b), (frozenset({1}), frozenset({2})), 100, 6).most


def test_what_was_said_on_the_day_stands_by_what_it_has():
    """Of a day that was asked for first what has all the words; where nothing has, first what has more of them."""
    rows = (row("statement", "s", 1), row("claim", "c", 2), row("statement", "t", 3), row("claim", "d", 4))
    said = {"s": hit("named"), "t": hit("named")}
    (word,) = terms("xxxx")
    question = understood_query.understood("xxxx yyyy zzzz", record_words.RecordWords())
    day = word_weights.Weighed((), frozenset({1, 4}), {2: word_weights.Part(1, (word,))})
    assert list(result_order.sort(rows, day, said, question, frozenset({1, 3}))) == ["day", "claim", "most"]
    other = word_weights.Weighed((), frozenset(), {2: word_weights.Part(2, (word,)), 1: word_weights.Part(1, (word,))})
    kinds = result_order.sort(rows, other, said, question, frozenset({1, 3}))
    assert list(kinds) == ["most", "day"] and [one["row"] for one in kinds["day"]] == [1, 3]


def test_whoever_was_named_stands_first_of_most_and_sources_last():
    """Of what has most of the words: the named speaker's own statements, then the rest by weight, then sources."""
    rows = (row("source", "x", 1), row("claim", "c", 2), row("statement", "t", 3), row("statement", "s", 4))
    said = {"s": replace(hit("named"), names="Dmitry Peskov"), "t": replace(hit("named"), names="Donald Trump")}
    weights = {1: 9, 2: 3, 3: 2, 4: 1}
    found = word_weights.Weighed((), frozenset(), {key: word_weights.Part(one, ()) for key, one in weights.items()})
    record = record_words.record_words(
        {
            "lexicon": ({"word": "peskov", "rows": 2},),
            "people": ({"name": "Dmitry Peskov", "native_name": "", "other_names": "", "kind": "person"},),
            "organizations": (),
            "days": (),
        }
    )
    question = understood_query.understood("did Peskov say fiction", record)
    kinds = result_order.sort(rows, found, said, question, frozenset())
    assert [one["id"] for one in kinds["most"]] == ["statement/s", "claim/c", "statement/t", "source/x"]


def links(text, table):
    return re.findall(rf'<a href="/readouts/{table}/([^"]+)">', text)


def test_a_speaker_and_a_word_find_the_statement(page):
    """“peskov fake” leads straight to what Peskov called fake, with side, stance and the words marked."""
    text = page("/-/search?q=peskov+fake").text
    assert "2024-11-11-peskov-no-call" in links(text, "statements")
    assert "<mark>fake</mark>" in text and 'class="stance stance-denies"' in text and "side-russia" in text
    assert "/readouts/search/" not in text
    assert "Materials first labeled" not in text, "nobody is named for it: no words of Peskov, quoted or told"


def test_what_is_told_in_a_source_s_words_is_found(page):
    """A denial that is told in paraphrase is found by its speaker, as the source's words and nobody's quotation."""
    text = page("/-/search?q=dmitriev+fake").text
    assert links(text, "statements") == ["2025-11-dmitriev-fake"] and 'id="told"' in text
    assert '<q class="own">' not in text and "stance-denies" in text


def test_a_short_word_is_a_word(page):
    """“no call” is not November."""
    assert "<mark>Nov" not in page("/-/search?q=no+call").text


@pytest.mark.parametrize(
    "query", ["usha", "deny", "denied", "conversa", "Péskov", "pure+fiction", "%22pure+fiction%22"]
)
def test_what_is_found(page, query):
    """The beginning of a name, another ending, accents, a phrase."""
    assert " result" in re.search(r"<h1>(.*?)</h1>", page(f"/-/search?q={query}").text)[1]


def test_cyrillic_is_found_where_the_record_has_it():
    """The index folds capitals of any alphabet, and finds the beginning of a name in Cyrillic."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search_prefix USING fts5(title, text, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO search_prefix VALUES ('Dmitry Peskov', 'Dmitry Peskov, Дмитрий Песков')")
    count = "SELECT count(*) FROM search_prefix WHERE search_prefix MATCH ?"
    for query in ("песк", "ДМИТРИЙ Песков"):
        match = " AND ".join(one.match for one in terms(query))
        assert connection.execute(count, [match]).fetchone() == (1,), query


def test_a_name_leads_to_the_person_first(page):
    """Who looks for a person finds the person before what that person said."""
    text = page("/-/search?q=dmitry+peskov").text
    assert text.index('id="person"') < text.index('id="by"') and "dmitry-peskov" in links(text, "people")


def test_a_kind_can_be_seen_whole(page):
    """The results of one kind have a page; a kind that does not exist is none."""
    text = page("/-/search?q=putin&kind=claim").text
    assert 'id="claim"' in text and 'id="by"' not in text
    assert 'id="by"' in page("/-/search?q=putin&kind=x").text


@pytest.mark.parametrize("query", ["", "?q=", "?q=%22", "?q=+*", "?q=%00"])
def test_an_empty_search_says_what_to_do(page, query):
    """Nothing to look for is no error."""
    answer = page(f"/-/search{query}")
    assert answer.status == 200 and "How to search" in answer.text


def test_a_hopeless_search_says_what_each_word_finds(page):
    """Where nothing has all words, each is counted alone, and those that are found are links."""
    text = page("/-/search?q=peskov+xylophone").text
    assert "Nothing found for peskov xylophone" in text and "xylophone: nothing" in text
    assert re.search(r'<a href="[^"]*q=peskov">peskov</a>: \d+ results', text)


def test_a_search_is_shown_as_text(page):
    """Nothing that was typed becomes part of the page's own language."""
    raw = page("/-/search?q=%3Cscript%3Ealert(1)").raw
    assert "&lt;script&gt;alert(1)" in raw and "<script>alert" not in raw


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Dmitry Peskov, 2024-11-11: denies — so", "Dmitry Peskov, 11 November 2024: denies — so"),
        ("A, ../2025-11-25: denies", "A, by 25 November 2025: denies"),
        ("A, 2025-11-25/2025-11-27, indirect: so", "A, between 25 and 27 November 2025, indirect: so"),
        ("A, undated: so, 2024-11-11: no", "A, undated: so, 2024-11-11: no"),
        ("A, B and 2024", "A, B and 2024"),
        ("A", "A"),
    ],
)
def test_a_label_has_its_date_in_words(label, words):
    """Who looks for a statement reads a day, not the notation of the record."""
    assert labelled(label) == words
