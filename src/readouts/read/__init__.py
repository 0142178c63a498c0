"""What is written: the bytes of a CSV file to rows of text, to typed frames; dates as the record writes them."""
