"""Words that somebody pastes, held against the record: the core on the rows of the real record, in memory."""
