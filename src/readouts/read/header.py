"""The header of a table's file against its schema: which columns are missing, unknown, or there twice, in words.

In: the names that the schema declares and those that the file has. Out: for each name that is
wrong, the sentence and the fix that a person reads. Both use it: the check of a table as it
lies there, and `format`, which reads what a spreadsheet has made of one.
"""

import difflib

from readouts.finding import shown


def wrong_columns(wanted: tuple[str, ...], found: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The columns that are missing, unknown or there twice: for each its name, what is wrong, and the fix."""
    missing, unknown = (
        [one for one in ours if one not in theirs] for ours, theirs in ((wanted, found), (found, wanted))
    )
    meant = _meant(missing, unknown)
    wrong = [(name, f'the column "{name}" is missing', _restore(name, meant)) for name in missing]
    for place, name in enumerate(found):
        told = shown(name)
        if name not in wanted:
            wrong.append((told, f'"{told}" is no column of this table', _rename(name, meant, missing)))
        elif name in found[:place]:
            wrong.append((told, f'the column "{told}" stands twice', "Delete one of the two."))
    return wrong


def _meant(missing: list[str], unknown: list[str]) -> dict[str, str]:
    """Which missing column an unknown name is near: one that is there under its own name cannot be meant."""
    near = {name: difflib.get_close_matches(name.strip().casefold(), missing, 1) for name in unknown}
    return {name: found[0] for name, found in near.items() if found}


def _restore(name: str, meant: dict[str, str]) -> str:
    also = next((shown(other) for other, column in meant.items() if column == name), "")
    return f'Write "{name}" for "{also}" in the header.' if also else "Restore the column."


def _rename(name: str, meant: dict[str, str], missing: list[str]) -> str:
    if name in meant:
        return f"Did you mean {meant[name]}?"
    # Who deletes a column that only has another name deletes what stands in it.
    one_of = f"If it is {' or '.join(missing)} under another name, rename it. " if missing else ""
    return f"{one_of}Delete the column, or declare it in the schema."
