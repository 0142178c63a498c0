"""How many take a claim one way, and from how many origins at most.

In: a row of the derived table `corroboration`. Out: a `Support`, for the page of a claim. A number is no verdict.
"""

from dataclasses import dataclass

from readouts.site.pages.answers import Row

WHO = {
    "affirms": "say that it is so",
    "holds possible": "will not rule it out",
    "holds unlikely": "call it unlikely",
    "denies": "say that it is not so",
}


@dataclass(frozen=True)
class Support:
    """How many take the claim one way (`who`: a direction of `corroboration`), from how many origins at most."""

    who: str
    statements: int
    voices: int
    sources: int
    origins: int
    by_logic: int
    opinions: int


def support(row: Row) -> Support:
    """The numbers of one direction of a claim."""
    names = ("statements", "voices", "sources", "origins_at_most", "logic_statements", "opinion_statements")
    return Support(WHO[row["direction"]], *(row[name] for name in names))
