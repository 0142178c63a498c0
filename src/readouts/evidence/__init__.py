"""Words and the texts in which they stand: reading a text, matching a quotation, anchoring it."""
