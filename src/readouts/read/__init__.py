"""What is written: the bytes of a CSV file to a header, rows of text, typed frames; dates as the record writes them."""
