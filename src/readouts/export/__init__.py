"""Other forms of the record: what Datasette needs to know of it."""
