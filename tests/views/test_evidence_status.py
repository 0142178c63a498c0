"""What is known of the words of each quotation."""


def test_evidence_shows_the_waivers_of_quotation_and_statement(record):
    """Each quotation shows its state and every waiver that concerns it or its statement, with the reason."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.add("waivers", rule="quote.marks", table="quotations", row_id="a", reason="The source lost its marks.")
    record.add("waivers", rule="date.weekday", table="statements", row_id="a", reason="The agency errs.")
    record.add("waivers", rule="date.weekday", table="events", row_id="call", reason="Of no concern here.")
    assert record.rows("evidence_status", "state", "waiver") == [
        ("not held", "date.weekday: The agency errs.; quote.marks: The source lost its marks."),
        ("not held", None),
    ]


def test_evidence_shows_every_witness_of_the_words(record):
    """Of the further fetches of a source those are told in whose copy the quotation is anchored, by day."""
    record.statement("a", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    record.statement("b", "kremlin/dmitry-peskov", {"took-place": "denies"}, "2024-11-11")
    fetch = {"source_id": "page", "same_team": "yes"}
    record.add("witnesses", **fetch, day="2026-11-30", digest="b" * 64, same_copy="no")
    record.add("witnesses", **fetch | {"same_team": "no"}, day="2026-11-29", digest="a" * 64, same_copy="yes")
    for quotation, digests in (("a", "ab"), ("b", "c")):
        for digest in digests:
            for segment in ("passage-1", "passage-2"):
                record.add("anchors", quotation_id=quotation, segment=segment, text_digest=f"text-{digest * 16}")
    assert record.rows("evidence_status", "witnesses") == [
        ("2026-11-29: the same copy, fetched by somebody else; 2026-11-30: another copy, fetched by one of us",),
        (None,),
    ]
