"""The validator is itself audited: plant defects into copies of the record, and see that each is found."""
