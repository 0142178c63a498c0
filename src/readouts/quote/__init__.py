"""Words that somebody pastes, held against the quotations of the record: what is printed so, what otherwise, what not.

Pure: in come rows of the built file and the pasted text, out goes an `Answer`, which page, command and JSON render. No
answer says that words are false; what is not in the record is said with how far the record covers that time.
"""
