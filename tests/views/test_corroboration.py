"""How many voices, sources and origins a claim has."""

import pytest


def origins(record):
    """The upper bounds, by direction."""
    return dict(record.rows("corroboration", "direction", "origins_at_most"))


def test_mirrors_fold_to_one_origin(record):
    """Copies of one text are one origin, over however many hops; an unrelated text is a second."""
    for id in ("original", "mirror", "mirror-of-mirror", "other"):
        record.source(id)
    record.add("source_citations", source_id="mirror", cited_source_id="original", relation="republishes")
    record.add("source_citations", source_id="mirror-of-mirror", cited_source_id="mirror", relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="mirror")
    record.quotation("s-2", "s", source="mirror-of-mirror")
    record.quotation("s-3", "s", source="other")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources", "origins_at_most") == [
        ("denies", 1, 1, 3, 2)
    ]


@pytest.mark.parametrize("relation, number", [("republishes", 1), ("relies-on", 2)])
def test_only_copies_of_one_unread_source_are_one_origin(record, relation, number):
    """Two copies of a third text are one origin, also when it is quoted nowhere; who only uses it may have more of his own."""
    for id in ("paper", "portal", "unread"):
        record.source(id)
    for id in ("paper", "portal"):
        record.add("source_citations", source_id=id, cited_source_id="unread", relation=relation)
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="paper")
    record.quotation("s-2", "s", source="portal")
    assert origins(record) == {"denies": number}


def test_a_source_of_its_own_is_an_origin(record):
    """The case of November 2024: a newspaper alleges a call, an agency that names its report confirms it, each is carried."""
    for id, publisher in (("post", "washington-post"), ("dispatch", "tass"), ("copy", "bloomberg"), ("portal", "")):
        record.source(id, publisher)
    for id, cited in (("dispatch", "post"), ("copy", "post"), ("portal", "dispatch"), ("portal", "post")):
        record.add("source_citations", source_id=id, cited_source_id=cited, relation="relies-on")
    record.statement("reports", "washington-post", {"took-place": "asserts"}, form="indirect", source="copy")
    record.statement("confirms", "tass", {"took-place": "confirms"}, form="indirect", source="portal", via="tass")
    assert origins(record) == {"affirms": 2}
    record.quotation("reports-2", "reports", "indirect", source="portal")
    record.quotation("confirms-2", "confirms", "narrated", source="copy")
    assert origins(record) == {"affirms": 2}


def test_what_nobody_is_named_for_is_no_allegation_of_the_outlet(record):
    """Where a source names nobody, that an outlet alleges it is our reading, and folds nothing."""
    record.source("portal")
    record.statement("a", "washington-post", {"took-place": "asserts"}, form="indirect")
    record.statement("b", "washington-post", {"took-place": "asserts"}, form="unattributed", source="portal")
    assert origins(record) == {"affirms": 2}


def test_agency_credits_fold_to_one_origin(record):
    """Renderings that credit one agency are one origin with each other and with the agency's own dispatch of the words."""
    for id, publisher in (("paper", "washington-post"), ("portal", "bloomberg"), ("dispatch", "ria-novosti")):
        record.source(id, publisher)
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="dispatch")
    record.quotation("s-2", "s", source="paper", via_id="ria-novosti")
    record.quotation("s-3", "s", source="portal", via_id="ria-novosti")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 1)]


def test_a_credit_decides_before_what_the_source_uses(record):
    """Words that are credited to an agency come from there, whatever else the page carries or uses."""
    for id in ("paper", "portal", "used"):
        record.source(id)
    for id, relation in (("paper", "republishes"), ("portal", "relies-on")):
        record.add("source_citations", source_id=id, cited_source_id="used", relation=relation)
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="paper", via="tass")
    record.quotation("s-2", "s", source="portal", via_id="ria-novosti")
    assert origins(record) == {"denies": 2}
    record.quotation("s-3", "s", source="used")
    assert origins(record) == {"denies": 3}


@pytest.mark.parametrize(
    "credits, told, quoted", [(["tass"], 1, 2), (["tass"] * 2, 1, 2), (["tass", "bloomberg"], 3, 3), ([], 1, 1)]
)
def test_what_a_page_tells_of_a_statement_is_from_the_one_outlet_that_it_credits(record, credits, told, quoted):
    """A heading credits nobody, and what stands below it says from whom it is; words in marks of their own do not follow it."""
    record.source("portal")
    record.claim("other", "assessment")
    for claim, form in (("took-place", "narrated"), ("other", "direct")):
        record.statement(claim, "kremlin/dmitry-peskov", {claim: "denies"}, form=form, source="portal")
        for place, agency in enumerate(credits):
            record.quotation(f"{claim}-{place}", claim, source="portal", via_id=agency)
    assert record.rows("corroboration", "claim_id", "origins_at_most", order="claim_id DESC") == [
        ("took-place", told),
        ("other", quoted),
    ]


def test_two_articles_of_one_newspaper_may_have_two_origins(record):
    """A newspaper that credits nobody may have two denials from two agencies: what it is silent on is not folded."""
    for id in ("one", "two"):
        record.source(id, "washington-post")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="one")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-12", source="two")
    assert origins(record) == {"denies": 2}


def test_a_source_older_than_the_words_is_not_their_origin(record):
    """Two texts that carry a report which was out before the words were said do not have the words from it."""
    record.source("old", published="2024-11-10")
    for id in ("paper", "portal"):
        record.source(id, published="2024-11-11")
        record.add("source_citations", source_id=id, cited_source_id="old", relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="paper")
    record.quotation("s-2", "s", source="portal")
    assert origins(record) == {"denies": 2}


@pytest.mark.parametrize(
    "medium", ["book", "post", "readout", "press-statement", "letter", "audio-message", "interview"]
)
@pytest.mark.parametrize("via", [("", ""), ("tass", ""), ("tass", "ria-novosti")])
def test_what_was_said_in_one_text_or_to_one_outlet_has_one_origin(record, medium, via):
    """Whoever gives the words of a book, a post or an interview has them from there, whomever he credits."""
    for id in ("paper", "portal"):
        record.source(id)
    who = "/donald-trump"
    record.statement("a", who, {"took-place": "asserts"}, source="paper", via=via[0], medium=medium)
    record.quotation("a-2", "a", "indirect", "portal", via_id=via[1])
    assert origins(record) == {"affirms": 1}


@pytest.mark.parametrize("medium", ["briefing", "press-conference", "remarks", "not-stated"])
def test_what_was_said_before_many_has_as_many_origins_as_may_have_heard_it(record, medium):
    """The twin: at a briefing everybody may have listened himself."""
    for id in ("paper", "portal"):
        record.source(id)
    record.statement("a", "/donald-trump", {"took-place": "asserts"}, source="paper", medium=medium)
    record.quotation("a-2", "a", "indirect", "portal")
    assert origins(record) == {"affirms": 2}


def test_a_text_that_we_read_is_the_origin_of_all_that_is_said_in_it(record):
    """Two statements of one page are one origin, also where others carry one of them."""
    for id in ("page-1", "portal"):
        record.source(id)
    for id in ("a", "b"):
        cells = {"form": "own", "source": "page-1", "medium": "article", "speaker_label": "the report"}
        record.statement(id, "", {"took-place": "asserts"}, **cells)
    record.quotation("a-2", "a", "indirect", "portal")
    assert record.rows("corroboration", "statements", "sources", "origins_at_most") == [(2, 2, 1)]


def test_to_allow_is_not_to_affirm(record):
    """Who holds a thing possible, or unlikely, is counted apart from those who say that it is so, or is not."""
    for stance in ("asserts", "confirms", "allows", "downplays", "declines", "doubts", "denies"):
        record.statement(stance, "", {"took-place": stance}, "2024-11-11", speaker_label=stance)
    assert record.rows("corroboration", "direction", "statements", "voices") == [
        ("affirms", 2, 2),
        ("denies", 1, 1),
        ("holds possible", 1, 1),
        ("holds unlikely", 1, 1),
    ]


def test_a_platform_is_no_origin(record):
    """Two posts on one platform are two origins: a platform publishes nobody's words as its own."""
    for id in ("post-1", "post-2"):
        record.source(id, "truth-social")
    record.statement("s", "/donald-trump", {"took-place": "denies"}, source="post-1")
    record.quotation("s-2", "s", source="post-2")
    assert record.rows("corroboration", "origins_at_most") == [(2,)]


def test_a_text_that_carries_two_others_joins_none(record):
    """A text that carries two independent ones may have the words from either or neither, and makes the two not into one."""
    for id in ("digest", "one", "two"):
        record.source(id)
    for id in ("one", "two"):
        record.add("source_citations", source_id="digest", cited_source_id=id, relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="digest")
    record.quotation("s-2", "s", source="one")
    record.quotation("s-3", "s", source="two")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 3)]


def test_voices_are_counted_once_and_opinion_apart(record):
    """One person twice is one voice, the narrated counts for the organization, nobody named for nobody is none; opinion stands apart, 0 nowhere."""
    record.claim("a-motive", "motive")
    record.source("column", "washington-post", genre="opinion")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "doubts"}, "2024-11-12")
    record.statement("c", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-13", form="narrated")
    record.statement("d", "", {"took-place": "denies"}, "2024-11-13", form="unattributed")
    record.statement(
        "e", "", {"took-place": "asserts"}, "2024-11-14", form="own", source="column", speaker_label="the author"
    )
    record.statement("f", "rdif", {"took-place": "downplays", "a-motive": "declines"}, "2024-11-14")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources", "opinion_statements") == [
        ("affirms", 0, 0, 0, 1),
        ("denies", 3, 2, 1, 0),
        ("holds unlikely", 1, 1, 1, 0),
    ]


def test_what_nobody_is_named_for_is_no_voice(record):
    """An unattributed rendering is no voice, whatever label or organization is read into it; its statement is counted."""
    record.statement("a", "washington-post", {"took-place": "asserts"}, "2024-11-10")
    record.statement("b", "", {"took-place": "asserts"}, form="unattributed", speaker_label="US media")
    record.statement("c", "kremlin", {"took-place": "asserts"}, form="unattributed")
    record.statement("d", "kremlin", {"took-place": "denies"}, form="unattributed", speaker_label="officials")
    assert record.rows("corroboration", "direction", "statements", "voices", "sources") == [
        ("affirms", 3, 1, 1),
        ("denies", 1, 0, 1),
    ]


def test_claims_about_no_event_are_counted(record):
    """A claim about no event has its row, and a label without an organization is a voice."""
    record.claim("a-motive", "motive")
    record.statement("a", "", {"a-motive": "asserts"}, form="indirect", speaker_label="a diplomat")
    record.statement("b", "", {"a-motive": "asserts"}, form="indirect", speaker_label="an adviser")
    assert record.rows("corroboration", "claim_id", "statements", "voices", "sources", "origins_at_most", "event") == [
        ("a-motive", 2, 2, 1, 1, None)
    ]


def test_what_follows_by_logic_is_counted_apart(record):
    """Not in four years is no second denial of one call: no voice, page or origin more."""
    record.source("portal")
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/vladimir-putin", {"took-place": "denies by logic"}, "2024-12-19", source="portal")
    numbers = ("statements", "voices", "sources", "sources_at_least", "origins_at_most", "logic_statements")
    assert record.rows("corroboration", *numbers) == [(1, 1, 1, 1, 1, 1)]
    record.statement("c", "white-house", {"took-place": "asserts by logic"}, "2024-12-20", source="portal")
    assert record.rows("corroboration", "direction", *numbers)[0] == ("affirms", 0, 0, 0, 0, 0, 1)


def test_the_pages_of_the_words_are_counted_beside_all_pages(record):
    """A page that carries another part of an answer is one of its sources; the stance rests on one."""
    for id in ("paper", "portal"):
        record.source(id)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="paper")
    record.quotation("a-2", "a", source="portal")
    assert record.rows("corroboration", "sources", "sources_at_least") == [(2, 1)]
    record.statement("b", "kremlin/yuri-ushakov", {"took-place": "denies"}, source="paper")
    assert record.rows("corroboration", "sources", "sources_at_least") == [(2, 1)]


def test_an_outlet_and_its_own_text_are_one_origin(record):
    """An article that tells of the call itself and has the Kremlin's words on it is one place, also read in a copy; two articles are two."""
    for id, publisher in (("article", "washington-post"), ("copy", "tass"), ("second", "washington-post")):
        record.source(id, publisher)
    record.add("source_citations", source_id="copy", cited_source_id="article", relation="republishes")
    record.statement("a", "washington-post", {"took-place": "asserts"}, form="own", source="copy")
    record.statement("b", "kremlin", {"took-place": "asserts"}, form="indirect", source="copy")
    assert origins(record) == {"affirms": 1}
    record.quotation("b-2", "b", "indirect", "second")
    assert origins(record) == {"affirms": 2}
    record.quotation("b-3", "b", "indirect", "copy", via_id="ria-novosti")
    assert origins(record) == {"affirms": 3}


@pytest.mark.parametrize(
    "medium, books, number",
    [("book", ["war"], 1), ("not-stated", ["war"], 3), ("book", ["war", "rage"], 2), ("book", [], 2)],
)
def test_who_speaks_in_a_book_and_its_author_are_one_origin(record, medium, books, number):
    """An unnamed aide whom only a book has is told by that book, whoever reports on it; it is not known of which of two."""
    for id in ("war", "rage"):
        record.source(id, genre="book")
    for id in ("paper", "portal"):
        record.source(id)
    record.add("source_citations", source_id="portal", cited_source_id="paper", relation="relies-on")
    for book in books:
        record.add("source_citations", source_id="paper", cited_source_id=book, relation="relies-on")
    record.statement("author", "/donald-trump", {"took-place": "asserts"}, source="paper", medium="book")
    cells = {"form": "indirect", "source": "portal", "medium": medium, "speaker_label": "an aide"}
    record.statement("aide", "", {"took-place": "asserts"}, **cells)
    record.quotation("aide-2", "aide", "indirect", "paper")
    assert origins(record) == {"affirms": number}


def test_a_page_that_does_not_credit_the_outlet_may_have_it_from_elsewhere(record):
    """A post that one page credits to an outlet, and another to nobody, is not surely that outlet's: the bound counts it apart."""
    record.source("portal", "bloomberg")
    record.source("other", "washington-post")
    record.statement(
        "post",
        "white-house/donald-trump",
        {"took-place": "asserts"},
        "2024-11-08",
        source="portal",
        via="tass",
        medium="post",
    )
    record.statement("report", "tass", {"took-place": "asserts"}, "2024-11-09", form="own", medium="article")
    numbers = ("origins_at_most",)
    assert record.rows("corroboration", *numbers) == [(1,)]
    record.quotation("post-2", "post", source="other")
    assert record.rows("corroboration", *numbers) == [(2,)]
