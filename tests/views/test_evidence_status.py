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
