"""The header of a table's file against its schema: which columns are missing, unknown, or there twice, in words.

In: the names that the schema declares and those that the file has. Out: for each name that is
wrong, the sentence and the fix that a person reads. Both use it: the check of a table as it
lies there, and `format`, which reads what a spreadsheet has made of one.
"""

import difflib

from readouts.finding import shown


def wrong_columns(wanted: tuple[str, ...], found: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The columns that are missing, unknown or there twice: for each its name, what is wrong, and the fix."""
    wrong = [(name, f'the column "{name}" is missing', "Restore the column.") for name in wanted if name not in found]
    for place, name in enumerate(found):
        told = shown(name)
        if name not in wanted:
            near = difflib.get_close_matches(name, wanted, 1)
            fix = f"Did you mean {near[0]}?" if near else "Delete the column, or declare it in the schema."
            wrong.append((told, f'"{told}" is no column of this table', fix))
        elif name in found[:place]:
            wrong.append((told, f'the column "{told}" stands twice', "Delete one of the two."))
    return wrong
