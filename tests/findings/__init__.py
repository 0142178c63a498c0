"""What the record shows: which cases count, when a rate may be given, what is said and drawn."""
