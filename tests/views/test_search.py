"""What a query finds, and where it leads."""

from .record import Record, leak


def found(record: Record, words: str) -> list[str]:
    query = "SELECT search.id FROM search_fts JOIN search ON search.rowid = search_fts.rowid WHERE search_fts MATCH ? ORDER BY search.id"
    return [row[0] for row in record.derive("search").execute(query, (words,))]


def test_a_speaker_and_a_word_find_his_statement_together(record):
    """A name and a word of any rendering find the statement, in any grammatical form and case."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.quotation("a-2", "a", words="pure fiction, simply fake news")
    record.statement("b", "rdif/kirill-dmitriev", {"took-place": "denies"}, "2025-11-25", form="fragment")
    assert found(record, "peskov fake") == ["statement/a"]
    assert found(record, "Peskov denied fakes") == ["statement/a"]


def test_search_links_to_claim_event_and_source(record):
    """A statement that is found leads to its claim, the claim's event, its speaker, his organization and the source."""
    record.claim("a-motive", "motive")
    record.statement(
        "a", "kremlin/dmitry-peskov", {"took-place": "denies", "a-motive": "asserts"}, "2024-11-11", form="indirect"
    )
    record.quotation("a-2", "a", "direct", record.source("strong"))
    connection = record.derive("search")
    columns = "statement_id, claim_id, event_id, person_id, organization_id, source_id, year, side"
    row = connection.execute(f"SELECT {columns} FROM search WHERE kind = 'statement'").fetchone()
    assert row == ("a", "took-place", "call", "dmitry-peskov", "kremlin", "strong", "2024", "russia")
    assert {kind for (kind,) in connection.execute("SELECT kind FROM search")} == {
        "statement",
        "claim",
        "event",
        "person",
        "organization",
        "source",
    }


def test_search_finds_what_has_few_links(record):
    """A statement of nobody's on no event, from an unknown publisher, is found all the same, and so are its claim, its source and a leak."""
    leak(record)
    record.claim("a-motive", "motive")
    record.statement(
        "a", "", {"a-motive": "asserts"}, form="indirect", source=record.source("mirror"), speaker_label="a diplomat"
    )
    ids = {id for (id,) in record.rows("search", "id")}
    assert {"statement/a", "claim/a-motive", "source/mirror", "event/leak"} <= ids
    assert found(record, "diplomat") == ["statement/a"]


def test_a_person_of_two_sides_has_none_in_search(record):
    """A person is listed under the side of his offices, unless they are of two sides."""
    for id, person, organization in (
        ("r-1", "dmitry-peskov", "kremlin"),
        ("r-2", "dmitry-peskov", "rdif"),
        ("r-3", "steve-witkoff", "kremlin"),
        ("r-4", "steve-witkoff", "white-house"),
    ):
        record.add("roles", id=id, person_id=person, organization_id=organization, title="Envoy", source_id="page")
    sides = dict(record.rows("search", "person_id", "side"))
    assert (sides["dmitry-peskov"], sides["steve-witkoff"], sides["donald-trump"]) == ("russia", "none", "none")
    assert found(record, "envoy rdif") == ["person/dmitry-peskov"]
