"""The days that a date allows: what a drawing may show of it, and what it may not.

Why: a drawing must not make a day of "by 8 October", nor a certain one of "about 8 October". In: a cell in the
subset of EDTF of `readouts.read.edtf_dates`, with its first and last day. Out: a `Days`, which says how to draw it
and how to write it.
"""

from dataclasses import dataclass
from datetime import date

from readouts.build.charts import MONTHS

DOUBTS = {"?": "uncertain", "~": "approximate", "%": "approximate and uncertain"}


@dataclass(frozen=True)
class Days:
    """The days that a date allows: `text` is the cell, empty where nothing is known; an open end is None."""

    text: str = ""
    first: date | None = None
    last: date | None = None

    @classmethod
    def stored(cls, text: str | None, first: str | None, last: str | None) -> "Days":
        """The days as a built file has them: a date with its `_earliest` and `_latest`."""
        return cls(text or "", *(date.fromisoformat(day) if day else None for day in (first, last)))

    @property
    def known(self) -> bool:
        """Whether anything is known of the day."""
        return bool(self.first or self.last)

    @property
    def one(self) -> bool:
        """Whether it is one day, and so may be a point in time; every other date is a span."""
        return self.known and self.first == self.last

    @property
    def ends(self) -> tuple[date, ...]:
        """The days that are known of its ends."""
        return tuple(day for day in (self.first, self.last) if day)

    @property
    def doubt(self) -> str:
        """What the source leaves in doubt of it (EDTF: ?, ~, %), in a word; empty where nothing."""
        return next((word for sign, word in DOUBTS.items() if sign in self.text), "")

    @property
    def words(self) -> str:
        """The date as short as it can be said: "by 8 Oct 2024", "about Nov 2024", "between 1 and 3 May 2025"."""
        start, stroke, end = self.text.partition("/")
        if not stroke:
            return _written(start)
        if start == "..":
            return f"by {_written(end)}"
        return f"from {_written(start)} on" if end == ".." else f"between {_written(start)} and {_written(end)}"


def _written(text: str) -> str:
    """A year, a month or a day, with what is in doubt of it."""
    year, *rest = text.rstrip("?~%").split("-")
    parts = [str(int(rest[1]))] if len(rest) == 2 else []
    words = " ".join([*parts, *(MONTHS[int(month) - 1] for month in rest[:1]), year])
    words = f"about {words}" if text.endswith(("~", "%")) else words
    return f"{words} (uncertain)" if text.endswith(("?", "%")) else words
