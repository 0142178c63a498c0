"""An answer of many rows in pages: fifty rows on each, unless told otherwise, and ways to the others.

Files have every row.

In: how many rows there are, and which page the reader asked for. Out: an `AnswerPage`.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

ROWS = 50
PAGE = "_page"


@dataclass(frozen=True)
class AnswerPage:
    """Rows `first` to `last`, counted from one, of `rows`; `others` are number and query of every page, if several."""

    number: int
    first: int
    last: int
    rows: int
    others: tuple[tuple[int, str], ...]


def answer_page(rows: int, query: str, per: int = ROWS) -> AnswerPage:
    """The page that the query asks for, of `per` rows; one beyond the last is the last."""
    pairs = parse_qsl(query, keep_blank_values=True)
    asked = next((value for name, value in pairs if name == PAGE), "1")
    pages = max(1, -(-rows // per))
    number = min(max(1, int(asked) if asked.isascii() and asked.isdecimal() else 1), pages)
    kept = [pair for pair in pairs if pair[0] != PAGE]
    others = tuple((one, urlencode([*kept, (PAGE, one)])) for one in range(1, pages + 1)) if pages > 1 else ()
    return AnswerPage(number, (number - 1) * per + 1, min(number * per, rows), rows, others)
