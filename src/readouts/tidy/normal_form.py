"""Unicode normal form C, so that one letter is written in one way (Unicode UAX #15).

In: rows of cells. Out: the same rows, every cell in normal form.
"""

import unicodedata
from collections.abc import Iterable


def normal(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with every cell in Unicode normal form C.

    That all are is asked of the whole as one text, which costs a tenth; no letter joins with a line end.
    """
    rows = list(rows)
    if unicodedata.is_normalized("NFC", "\n".join("\n".join(row) for row in rows)):
        return rows
    return [tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows]
