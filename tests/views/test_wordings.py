"""One remark in several wordings."""


def test_one_remark_in_two_wordings(record):
    """One statement with two renderings stands in two rows, side by side; a statement with one rendering in none."""
    record.source("opinion", "bloomberg", published="2024-11-14", language="en")
    record.statement(
        "a",
        "kremlin/dmitry-peskov",
        {"took-place": "denies"},
        "2024-11-11",
        source=record.source("report", "tass", published="2024-11-11"),
    )
    record.quotation("a-fake", "a", source="opinion", via_id="ria-novosti", words="fake news")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    assert record.rows("wordings", "rendering", "renderings", "wordings", "words", "via", "language") == [
        (1, 2, 2, "words of a", "none", "not stated"),
        (2, 2, 2, "fake news", "RIA Novosti", "en"),
    ]


def test_pieces_in_one_source_are_one_wording(record):
    """What one source prints in pieces is one wording; a second source that prints the same adds none, one that prints other words does."""
    for id in ("first", "copy", "other"):
        record.source(id)
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", source="first")
    for id, source, words in (
        ("b", "first", "fiction"),
        ("c", "copy", "words of a"),
        ("d", "copy", "fiction"),
        ("e", "other", "fake"),
    ):
        record.quotation(id, "a", source=source, words=words)
    assert set(record.rows("wordings", "renderings", "wordings")) == {(5, 2)}


def test_renderings_without_his_words_are_no_wording(record):
    """Renderings that tell the content without the speaker's words are listed, with no wording."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11", form="indirect")
    record.quotation("b", "a", "narrated")
    assert record.rows("wordings", "words", "wordings") == [("passage of a", 0), ("passage of b", 0)]
