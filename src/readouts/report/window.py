"""An excerpt cut to a width around its fault, with nothing in it that moves a cursor.

In: an `Excerpt`, raw. Out: what stands before the fault, the fault, and what stands
behind it, escaped; widths are in columns of a terminal, where a Chinese letter has two and an accent
of its own none.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from readouts.finding import Excerpt, visible

CUT = "…"


@dataclass(frozen=True)
class Window:
    """The three parts of what is shown; the fault is never empty."""

    before: str
    fault: str
    behind: str

    @property
    def carets(self) -> str:
        """A line of carets that stands under the fault."""
        return " " * columns(self.before) + "^" * columns(self.fault)


def window(excerpt: Excerpt, room: int) -> Window:
    """The excerpt in at most `room` columns, the fault first, then what stands around it."""
    text = excerpt.text
    fault = _head(text[excerpt.start : excerpt.end], room) or ("(empty)" if not text else " ")
    left = room - columns(fault)
    behind = _head(text[excerpt.end :], left // 2)
    before = _head(text[: excerpt.start][::-1], left - columns(behind), reverse=True)
    return Window(before, fault, behind)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else not unicodedata.combining(one) for one in text)


def _head(text: str, room: int, reverse: bool = False) -> str:
    """As many characters as there is room for, with a mark where more would come; `reverse` reads backwards."""
    apart = not unicodedata.is_normalized("NFC", text[: room + 1])
    pieces, used, cut = [], 0, False
    for one in text[: room + 1]:
        piece = _escaped(one) if apart and unicodedata.combining(one) else visible(one)
        if used + columns(piece) > room - (len(text) > len(pieces) + 1):
            cut = True
            break
        pieces.append(piece)
        used += columns(piece)
    pieces += [CUT] if (cut or len(text) > len(pieces)) and room > 0 else []
    return _joined(reversed(pieces) if reverse else pieces)


def _escaped(one: str) -> str:
    return one.encode("unicode_escape").decode("ascii") if not one.isascii() else one


def _joined(pieces: Iterable[str]) -> str:
    return "".join(pieces)
