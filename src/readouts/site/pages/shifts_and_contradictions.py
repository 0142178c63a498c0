"""Where a voice's line moved, and who says the contrary: pairs of statements over many claims.

In: rows of the derived tables `shifts` and `contradictions` that a condition chooses.
Out: the pairs of the claim page, each with its claim.
"""

from dataclasses import dataclass

from readouts.site.pages.answers import Answers
from readouts.site.pages.card import Name
from readouts.site.pages.claim import Pair, contradiction, own, shift


@dataclass(frozen=True)
class PairOnClaim:
    """A pair of statements, and the claim that both are about."""

    claim: Name
    pair: Pair


def questions(shifts: str, contradictions: str) -> dict[str, str]:
    """The two questions, each with its condition."""
    return {
        "shifts": f"""SELECT shifts.*, 0 AS opinion, {own("earlier")}, {own("later")} FROM shifts
WHERE {shifts} ORDER BY later_date, claim, level, later_statement_id""",
        "contradictions": f"""SELECT contradictions.*, {own("affirmed")}, {own("denied")} FROM contradictions
WHERE {contradictions} ORDER BY claim, opinion, affirmed_date, denied_date, affirmed_statement_id""",
    }


def shifts(found: Answers) -> tuple[PairOnClaim, ...]:
    """The changes of line, in time order."""
    return tuple(PairOnClaim(Name(row["claim"], row["claim_id"]), shift(row)) for row in found["shifts"])


def contradictions(found: Answers) -> tuple[PairOnClaim, ...]:
    """The contradictions, claim by claim."""
    return tuple(
        PairOnClaim(Name(row["claim"], row["claim_id"]), contradiction(row)) for row in found["contradictions"]
    )
