"""What the columns of a file mean, line by line, and after each column its codes.

In: the names of the columns, the metadata of their table and the codes of the record. Out:
lines of text for a sheet or a table.
"""

from collections.abc import Mapping
from typing import Any

from readouts.site.tables.shown_columns import column
from readouts.vocabulary import Code

HEAD = ("Column", "Code", "Title", "Meaning")


def lines(
    columns: tuple[str, ...], about: Mapping[str, Any], codes: Mapping[tuple[str, str], Code]
) -> list[tuple[str, ...]]:
    """A line for each column, in the order of the file, with a line for each code that it can have."""
    found: list[tuple[str, ...]] = []
    for name in columns:
        one = column(name, about)
        found.append((name, "", one.title, one.description))
        for (list_of, code), known in codes.items():
            if one.codes and list_of == one.codes:
                found.append((name, code, known.label, known.definition))
    return found
