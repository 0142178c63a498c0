"""How many voices, sources and origins a claim has."""


def test_mirrors_fold_to_one_origin(record):
    """Copies of one text, and texts that rely on one source, are one origin; an unrelated text is a second."""
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


def test_two_texts_that_use_one_unread_source_are_one_origin(record):
    """Two texts that rely on the same third text are one origin, also when the third is quoted nowhere."""
    for id in ("paper", "portal", "unread"):
        record.source(id)
    for id in ("paper", "portal"):
        record.add("source_citations", source_id=id, cited_source_id="unread", relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="paper")
    record.quotation("s-2", "s", source="portal")
    assert record.rows("corroboration", "origins_at_most") == [(1,)]


def test_agency_credits_fold_to_one_origin(record):
    """Renderings that credit one agency are one origin with each other and with the agency's own dispatch."""
    for id, publisher in (("paper", "washington-post"), ("portal", "bloomberg"), ("dispatch", "ria-novosti")):
        record.source(id, publisher)
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="dispatch")
    record.quotation("s-2", "s", source="paper", via_id="ria-novosti")
    record.quotation("s-3", "s", source="portal", via_id="ria-novosti")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 1)]


def test_a_source_older_than_the_words_is_not_their_origin(record):
    """Two texts that rely on a report which was out before the words were said do not have the words from it."""
    record.source("old", published="2024-11-10")
    for id in ("paper", "portal"):
        record.source(id, published="2024-11-11")
        record.add("source_citations", source_id=id, cited_source_id="old", relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="paper")
    record.quotation("s-2", "s", source="portal")
    assert record.rows("corroboration", "origins_at_most") == [(2,)]


def test_two_agencies_that_use_one_book_are_one_origin(record):
    """A rendering that credits an agency comes from what the agency's dispatch uses: two agencies with one book are one origin."""
    record.source("book", genre="book")
    record.statement("a", "/donald-trump", {"took-place": "asserts"}, "2024-11-11", source="book")
    for agency in ("tass", "ria-novosti"):
        record.source(f"{agency}-dispatch", agency)
        record.source(f"{agency}-page")
        record.add(
            "source_citations", source_id=f"{agency}-page", cited_source_id=f"{agency}-dispatch", relation="republishes"
        )
        record.quotation(f"a-{agency}", "a", "indirect", f"{agency}-page", via_id=agency)
    assert record.rows("corroboration", "origins_at_most") == [(3,)]
    for agency in ("tass", "ria-novosti"):
        record.add("source_citations", source_id=f"{agency}-dispatch", cited_source_id="book", relation="relies-on")
    assert record.rows("corroboration", "origins_at_most") == [(1,)]


def test_a_platform_is_no_origin(record):
    """Two posts on one platform are two origins: a platform publishes nobody's words as its own."""
    for id in ("post-1", "post-2"):
        record.source(id, "truth-social")
    record.statement("s", "/donald-trump", {"took-place": "denies"}, source="post-1")
    record.quotation("s-2", "s", source="post-2")
    assert record.rows("corroboration", "origins_at_most") == [(2,)]


def test_a_text_that_uses_two_others_joins_none(record):
    """A text that relies on two independent ones adds no origin and does not make the two into one."""
    for id in ("digest", "one", "two"):
        record.source(id)
    for id in ("one", "two"):
        record.add("source_citations", source_id="digest", cited_source_id=id, relation="relies-on")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="digest")
    record.quotation("s-2", "s", source="one")
    record.quotation("s-3", "s", source="two")
    assert record.rows("corroboration", "sources", "origins_at_most") == [(3, 2)]


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
        ("denies", 4, 2, 1, 0),
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
