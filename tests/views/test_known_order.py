"""Which statement is known to come after which."""


def test_known_order_follows_chains_of_any_length(record):
    """If a text puts B after A, and a text C after B, then C is known to be after A."""
    record.statement("a", "kremlin", {"took-place": "denies"})
    record.statement("b", "kremlin", {"took-place": "denies"}, after_id="a")
    record.statement("c", "kremlin", {"took-place": "denies"}, after_id="b")
    assert record.rows("known_order", "earlier_statement_id", "later_statement_id") == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]
