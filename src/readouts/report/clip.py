"""An excerpt cut to a width around its fault, with nothing in it that moves a cursor.

In: an `Excerpt`, raw. Out: what is shown in pieces, each marked as fault or not, escaped; widths
are in columns of a terminal, where a Chinese letter has two and an accent of its own none.
"""

import unicodedata
from dataclasses import dataclass
from itertools import groupby

from readouts.finding import Excerpt, visible

CUT = "…"
SPACE = "·"  # a space that is the fault


@dataclass(frozen=True)
class Clip:
    """What is shown, in pieces of text that are the fault or not; none where the cell is empty."""

    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(text for text, _ in self.pieces)

    @property
    def before(self) -> str:
        """What stands before the fault."""
        return self.pieces[0][0] if self.pieces and not self.pieces[0][1] else ""

    @property
    def fault(self) -> str:
        """The fault, the first place of it if there are several."""
        return next((text for text, marked in self.pieces if marked), "")

    @property
    def behind(self) -> str:
        """What stands behind the first place of the fault."""
        return self.text[len(self.before) + len(self.fault) :]

    @property
    def marks(self) -> int:
        """In how many places the fault is."""
        return sum(marked for _, marked in self.pieces)

    @property
    def carets(self) -> str:
        """A line of carets that stand under the fault."""
        return "".join(("^" if marked else " ") * columns(text) for text, marked in self.pieces).rstrip()


def clip(excerpt: Excerpt, room: int) -> Clip:
    """The excerpt in at most `room` columns, the fault first, then what stands around it."""
    text, start, end = excerpt.text, excerpt.start, excerpt.end
    if not text:
        return Clip(())
    fault = _head(text[start:end], room) or [" "]
    seen = _seen if end > start else str
    left = room - columns("".join(fault))
    behind = _head(text[end:], max(left // 2, left - columns(visible(text[:start][-room:]))))
    before = _head(text[:start][::-1], left - columns("".join(behind)), reverse=True)
    also = {place for first, last in excerpt.also for place in range(first, last)}
    told = [(piece, end + place in also and piece != CUT) for place, piece in enumerate(behind)]
    told = [*((piece, False) for piece in before), *((piece, True) for piece in fault), *told]
    runs = [("".join(piece for piece, _ in run), marked) for marked, run in groupby(told, key=lambda one: one[1])]
    return Clip(tuple((seen(run) if marked else run, marked) for run, marked in runs))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else not unicodedata.combining(one) for one in text)


def _head(text: str, room: int, reverse: bool = False) -> list[str]:
    """As many characters as there is room for, with a mark where more would come; `reverse` reads backwards."""
    apart = not unicodedata.is_normalized("NFC", text[: room + 1])
    pieces: list[str] = []
    used, cut = 0, False
    for one in text[: room + 1]:
        piece = _escaped(one) if apart and unicodedata.combining(one) else visible(one)
        if used + columns(piece) > room - (len(text) > len(pieces) + 1):
            cut = True
            break
        pieces.append(piece)
        used += columns(piece)
    pieces += [CUT] if (cut or len(text) > len(pieces)) and room > 0 else []
    return pieces[::-1] if reverse else pieces


def _escaped(one: str) -> str:
    return one.encode("unicode_escape").decode("ascii") if not one.isascii() else one


def _seen(fault: str) -> str:
    """Spaces that are the fault, as marks that one sees."""
    return SPACE * len(fault) if not fault.strip(" ") else fault
