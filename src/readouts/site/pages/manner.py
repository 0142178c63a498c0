"""How a statement comes to a stance, where its words do not simply say it: what a page marks beside the stance.

In: a row of `claim_timeline`. Out: a `Manner`, which the macro `manner` of `_parts.html` shows, or a `Stance` with it.
"""

from dataclasses import dataclass

from readouts.site.pages.answers import Row
from readouts.site.pages.card import Name

LOGIC = "logic"
PLAINLY = {"basis": "words", "register": "plain"}  # what goes without saying, by column


@dataclass(frozen=True)
class Manner:
    """`basis` is empty for what the words say, `register` for plain words; `why` is the note on the stance."""

    basis: str = ""
    register: str = ""
    taken_back: bool = False
    why: str = ""

    @property
    def leads(self) -> bool:
        """Whether such words may stand first on a page: what is only implied, or takes no position, never does."""
        return self.basis != LOGIC and not self.register and not self.taken_back


PLAIN = Manner()


def manner(row: Row) -> Manner:
    """The manner of a row; what the row does not have goes without saying."""
    marked = {name: row.get(name) or "" for name in PLAINLY}
    return Manner(
        **{name: "" if value == PLAINLY[name] else value for name, value in marked.items()},
        taken_back=bool(row.get("taken_back")),
        why=row.get("stance_note") or "",
    )


@dataclass(frozen=True)
class Stance:
    """A stance of one statement on one claim."""

    claim: Name
    stance: str
    opinion: bool
    manner: Manner = PLAIN


def stance(row: Row) -> Stance:
    """The stance of a row of `claim_timeline`."""
    return Stance(Name(row["claim"], row["claim_id"]), row["stance"], bool(row["opinion"]), manner(row))
