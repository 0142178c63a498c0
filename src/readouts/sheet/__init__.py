"""The sheet of a source: what a curator decides about one text, in one file, and the rows that follow from it.

`yaml_text` reads and writes the file, `form` says which keys there are, `blocks` holds the file to
them; `names`, `ids`, `places` and `rows` make rows of it, `added` puts them into the tables;
`owned` and `written` go the other way, from the rows of a source to its sheet.
"""
