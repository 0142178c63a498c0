"""The forms of a drawing: to take away, on a wide page, on a narrow one.

Why: a page says above the drawing what it is about, a file does not; and a drawing that is made for a laptop has
letters of seven pixels on a telephone. Out: a `Form`, the measures that a drawing is laid out by, in pixels as its
view box has them. How wide a page shows it is for the style sheet; these letters are large enough for that.
"""

from dataclasses import dataclass

GAP = 12  # from the edge of a drawing to what stands in it


@dataclass(frozen=True)
class Form:
    """A way to lay out: the whole width, how wide names beside the days are (0: they stand over them), and letters.

    `titled`: it says what it is about, since nothing around it does.
    """

    width: int
    names: int
    letters: int
    titled: bool = False

    @property
    def stacked(self) -> bool:
        """Whether a name has no room beside its days, and stands over them."""
        return not self.names

    @property
    def margin(self) -> int:
        """How much of its edge a page does not show, so that its words and the page's begin on one line."""
        return 0 if self.titled else GAP

    @property
    def inner(self) -> int:
        """How much is between the edges."""
        return self.width - 2 * GAP

    @property
    def line(self) -> int:
        """How high a line of words is."""
        return self.letters + 5


@dataclass(frozen=True)
class Credit:
    """Where a drawing is from: the record with version and licence, and the address at which it is, if it has one."""

    source: str
    base: str = ""

    def at(self, path: str) -> str:
        """The credit of a file that is taken away, with the address of what it is about."""
        return f"{self.source}, {self.base}{path}" if self.base else self.source


TAKEN = Form(924, 248, 13, titled=True)
WIDE = Form(924, 248, 13)
NARROW = Form(330, 0, 14)
FORMS = {"svg": TAKEN, "wide": WIDE, "narrow": NARROW}
