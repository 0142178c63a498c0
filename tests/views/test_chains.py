"""Which source rests on which, hop by hop."""


def test_chains_follow_every_hop(record):
    """A way through the sources has a row for each hop, and a branch for each source that is used."""
    for citing, cited, relation in (
        ("mirror", "paper", "republishes"),
        ("paper", "agency", "relies-on"),
        ("paper", "post", "relies-on"),
    ):
        for id in (citing, cited):
            if id not in [row["id"] for row in record.tables["sources"]]:
                record.source(id)
        record.add("source_citations", source_id=citing, cited_source_id=cited, relation=relation)
    assert [row for row in record.rows("chains", "id", "hop", "relation") if row[0].startswith("mirror")] == [
        ("mirror/paper", 1, "republishes"),
        ("mirror/paper/agency", 2, "relies-on"),
        ("mirror/paper/post", 2, "relies-on"),
    ]


def test_a_circle_of_citations_ends(record):
    """A way never returns to a source on it, and a circle is still one origin."""
    record.source("a")
    record.source("b")
    record.add("source_citations", source_id="a", cited_source_id="a", relation="republishes")
    record.add("source_citations", source_id="a", cited_source_id="b", relation="republishes")
    record.add("source_citations", source_id="b", cited_source_id="a", relation="republishes")
    record.statement("s", "kremlin/dmitry-peskov", {"took-place": "denies"}, source="a")
    record.quotation("s-b", "s", source="b")
    assert record.rows("chains", "id") == [("a/b",), ("b/a",)]
    assert record.rows("corroboration", "sources", "origins_at_most") == [(2, 1)]
